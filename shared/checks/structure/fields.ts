import type { Article } from '../../article/article';
import { publishedPieces } from '../../article/traverse';
import type { ArticleCheck } from '../check';
import type { ArticlePart, Draft, Severity } from '../finding';

/** A check that one field of the article is there. */
function present(
  code: string,
  severity: Severity,
  title: string,
  part: ArticlePart,
  isMissing: (article: Article) => boolean,
  reason: string,
): ArticleCheck {
  const draft: Draft = { place: { kind: 'article', part, id: '' }, excerpt: '', reason, fix: null };
  return {
    scope: 'article',
    code,
    severity,
    title,
    create:
      () =>
      ({ article }) =>
        isMissing(article) ? [draft] : [],
  };
}

export const fieldChecks: readonly ArticleCheck[] = [
  present(
    'headline-missing',
    'error',
    'Headline',
    'headline',
    ({ headline }) => headline.trim() === '',
    'The article has no headline.',
  ),
  present(
    'body-empty',
    'warning',
    'Text',
    'body',
    ({ body }) => !body.some((block) => publishedPieces(block).some((piece) => piece.trim() !== '')),
    'The article has no text yet.',
  ),
  present(
    'byline-missing',
    'warning',
    'Byline',
    'byline',
    ({ bylines }) => !bylines.some(({ name }) => name.trim() !== ''),
    'Nobody is named as the writer.',
  ),
  present(
    'deck-missing',
    'hint',
    'Deck',
    'deck',
    ({ deck }) => deck.trim() === '',
    'There is no deck. Search results and feeds will show the first words of the text instead.',
  ),
  present(
    'dateline-missing',
    'hint',
    'Dateline',
    'dateline',
    ({ dateline }) => dateline.trim() === '',
    'There is no dateline.',
  ),
];

/** An article that may not be seen yet. */
export const embargoInFuture: ArticleCheck = {
  scope: 'article',
  code: 'embargo',
  severity: 'warning',
  title: 'Embargo',
  create:
    () =>
    ({ article }, { now }) => {
      const end = article.embargo === null ? Number.NaN : Date.parse(article.embargo);
      if (!(end > now)) return [];
      return [
        {
          place: { kind: 'article', part: 'embargo', id: '' },
          excerpt: '',
          // Another day is another question.
          keptBy: article.embargo ?? '',
          reason: `Under embargo until ${inWords(article.embargo ?? '')}.`,
          fix: null,
        },
      ];
    },
};

/** "5 March 2026, 09:30 +01:00": the embargo's own zone, because that is what was agreed. */
function inWords(moment: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)[^Z+-]*(Z|[+-]\d\d:\d\d)$/.exec(moment);
  if (!match) return moment;
  const [, year, month, day, time, zone] = match;
  const months =
    'January February March April May June July August September October November December'.split(' ');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}, ${time} ${zone === 'Z' ? 'UTC' : zone}`;
}

/** Quotations that were suggested and wait for an answer. */
export const openSuggestions: ArticleCheck = {
  scope: 'article',
  code: 'open-suggestions',
  severity: 'hint',
  title: 'Open suggestions',
  create:
    () =>
    (_, { openSuggestions: count }) =>
      count === 0
        ? []
        : [
            {
              place: { kind: 'article', part: 'suggestions', id: '' },
              excerpt: '',
              reason:
                count === 1
                  ? 'One suggested quotation waits for your answer.'
                  : `${count} suggested quotations wait for your answer.`,
              fix: null,
            },
          ],
};
