import type { Article } from '../../../shared/article/article';
import type { DeskSettings } from '../../../shared/article/desk-settings';
import { createChecker } from '../../../shared/checks';
import type { LibraryChecks, LibraryExcerpt, LibraryHits, LibraryPeople } from '../../../shared/ipc/library';
import { type ArticleTexts, textsOf } from '../../../shared/search/article-texts';
import { marked, passageOf } from '../../../shared/search/marks';
import { parseQuery, type Query } from '../../../shared/search/query';
import { createTextIndex } from '../../../shared/search/text-index';
import { articlePath, readArticleFile } from '../article-file';
import { missingPictures } from '../missing-pictures';

/** What checks of a whole desk go by. */
export type CheckedBy = Pick<DeskSettings, 'adPolicy' | 'houseStyle' | 'words'>;

/** What is searched of a desk. Articles are learned one after the other, by whoever reads them. */
export interface Searching {
  /** An article of which only the headline is known yet. */
  glimpse(slug: string, headline: string, modified: string): void;
  learn(slug: string, article: Article): void;
  forget(slug: string): void;
  /** Whether the article was read as a whole. */
  knows(slug: string): boolean;
  find(typed: string, most: number | null): LibraryHits;
  excerpts(typed: string, slugs: readonly string[]): Promise<readonly LibraryExcerpt[]>;
  people(): LibraryPeople;
  /** Checks articles for about `budget` milliseconds and answers what is known by then. */
  check(by: CheckedBy, budget: number): Promise<LibraryChecks>;
}

interface CheckedArticle {
  readonly errors: number;
  readonly warnings: number;
}

/** Nothing is known of the desk in `desk` yet; `slugs` answers all its articles. */
export function createSearching(desk: string, slugs: () => readonly string[]): Searching {
  const index = createTextIndex();
  const read = new Set<string>();
  const names = new Map<string, readonly string[]>();
  const checked = new Map<string, CheckedArticle>();
  /** How often each article was told to be another one. */
  const turns = new Map<string, number>();
  let checkedBy = '';

  function outdate(slug: string): void {
    checked.delete(slug);
    turns.set(slug, (turns.get(slug) ?? 0) + 1);
  }

  const progress = () => ({ searched: read.size, all: Math.max(read.size, slugs().length) });

  async function excerptOf(slug: string, query: Query): Promise<LibraryExcerpt | null> {
    const file = await readArticleFile(articlePath(desk, slug));
    if (!file.ok) return null;
    const texts = textsOf(file.value.article);
    const headline = marked(texts.headline, query);
    return { slug, headline, passage: passageIn(texts, query) };
  }

  return {
    glimpse(slug, headline, modified) {
      if (!read.has(slug)) index.put(slug, { headline, deck: '', people: [], body: [] }, modified);
    },
    learn(slug, article) {
      index.put(slug, textsOf(article), article.modified);
      read.add(slug);
      outdate(slug);
      names.set(
        slug,
        article.sources.filter(({ deleted, name }) => !deleted && name !== '').map(({ name }) => name),
      );
    },
    forget(slug) {
      index.remove(slug);
      read.delete(slug);
      names.delete(slug);
      outdate(slug);
    },
    knows: (slug) => read.has(slug),
    find(typed, most) {
      const { names: found, count } = index.find(parseQuery(typed), most);
      return { found: found.join('/'), count, ...progress() };
    },
    async excerpts(typed, wanted) {
      const query = parseQuery(typed);
      const found: LibraryExcerpt[] = [];
      // One after the other: what is typed next is searched for in between.
      for (const slug of wanted) {
        const excerpt = await excerptOf(slug, query);
        if (excerpt) found.push(excerpt);
      }
      return found;
    },
    people() {
      const byName = new Map<string, string[]>();
      for (const [slug, present] of names) {
        for (const name of new Set(present)) {
          const known = byName.get(name);
          if (known) known.push(slug);
          else byName.set(name, [slug]);
        }
      }
      const people = [...byName]
        .map(([name, articles]) => ({ name, slugs: articles }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en'));
      return { people, ...progress() };
    },
    async check(by, budget) {
      const rules = JSON.stringify(by);
      if (rules !== checkedBy) checked.clear();
      checkedBy = rules;
      const began = Date.now();
      const present = slugs();
      for (const slug of present) {
        if (checked.has(slug)) continue;
        if (Date.now() - began > budget) break;
        const before = turns.get(slug);
        const found = await checkFile(desk, slug, by);
        // What was read anew meanwhile is left to the next asking.
        if (turns.get(slug) === before) checked.set(slug, found);
      }
      const found = present.flatMap((slug) => {
        const { errors = 0, warnings = 0 } = checked.get(slug) ?? {};
        return errors + warnings > 0 ? [{ slug, errors, warnings }] : [];
      });
      return { found, checked: present.filter((slug) => checked.has(slug)).length, all: present.length };
    },
  };
}

/** The first place outside the headline that shows most: among the people, in the deck, in the body. */
function passageIn(texts: ArticleTexts, query: Query): LibraryExcerpt['passage'] {
  const places = [
    { where: 'deck', texts: [texts.deck] },
    { where: 'people', texts: texts.people },
    { where: 'body', texts: texts.body },
  ] as const;
  const passages = places.flatMap(({ where, texts: here }) => {
    const passage = passageOf(here, query);
    return passage ? [{ where, text: passage.text, shows: passage.shows }] : [];
  });
  const [best] = passages.sort((one, other) => other.shows - one.shows);
  return best ? { where: best.where, text: best.text } : null;
}

/** What the checks find in one article; spelling takes a dictionary and stays with the article that is open. */
async function checkFile(desk: string, slug: string, by: CheckedBy): Promise<CheckedArticle> {
  const path = articlePath(desk, slug);
  const file = await readArticleFile(path);
  if (!file.ok) return { errors: 0, warnings: 0 };
  const { article } = file.value;
  const setting = { language: article.language, desk: by, wordList: null, speller: null };
  const findings = createChecker()
    .check(article, setting, {
      now: Date.now(),
      openSuggestions: 0,
      missingPictures: await missingPictures(path, article),
    })
    .filter(({ ignored }) => ignored === null);
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
