import { useDeferredValue, useEffect, useState } from 'react';

/** So long a pane may go on telling of the article before, until the one that is open was counted; in milliseconds. */
const patience = 150;

/** What a pane tells of, and whether the latest snapshot is of this article. */
interface Told<Article> {
  readonly article: Article;
  readonly isCounted: boolean;
}

/**
 * The article a pane tells of, told apart by the session's `loads`: the one that is open, as soon as its words were
 * counted. A pane that is drawn with the article's first frame holds that frame up, tells what is not so ("0 quotations"),
 * and is drawn once more with the right figures. Of a long article counting takes longer than anybody should see the
 * names of another one: then the pane tells what is known without.
 *
 * @param latest the `loads` of the article that was counted last
 */
export function useToldArticle<Article extends { readonly loads: number }>(
  open: Article,
  latest: number,
): Told<Article> {
  const counted = useDeferredValue(latest);
  const [told, setTold] = useState(open);
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(open.loads), patience);
    return () => clearTimeout(timer);
  }, [open.loads]);
  const article = [told.loads, counted, waited].includes(open.loads) ? open : told;
  if (article !== told) setTold(article);
  return { article, isCounted: counted === article.loads };
}
