import type { Article } from '../article/article';
import { bylineText } from '../article/byline';
import { leftUnread } from '../base/codec';
import { readableImage, readableInlines, readableUnread } from './readable';

/** What is no field that the writer fills: identity, moments of saving, and what is compared in its own way. */
type Otherwise =
  | 'format'
  | 'id'
  | 'slug'
  | 'created'
  | 'modified'
  | 'body'
  | 'quotations'
  | 'sources'
  | 'extra';

export type FieldName = Exclude<keyof Article, Otherwise>;

/** In the order in which they are shown. A field that the document gains must be named here. */
const places: Readonly<Record<FieldName, number>> = {
  kicker: 1,
  headline: 2,
  deck: 3,
  bylines: 4,
  dateline: 5,
  section: 6,
  subjects: 7,
  language: 8,
  status: 9,
  embargo: 10,
  published: 11,
  leadImage: 12,
  corrections: 13,
  adPolicy: 14,
  ignoredChecks: 15,
  targetWords: 16,
  notes: 17,
};

/** The fields of an article outside its body that the writer fills, in the order in which they are shown. */
export const fieldNames: readonly FieldName[] = (Object.keys(places) as FieldName[]).sort(
  (one, other) => places[one] - places[other],
);

/** What the writer can read of a field, as plain text; empty where the field is. */
export function readableField(article: Article, field: FieldName): string {
  switch (field) {
    case 'bylines':
      return bylineText(article.bylines);
    case 'subjects':
      return article.subjects.join(', ');
    case 'leadImage':
      return article.leadImage === null ? '' : readableImage(article.leadImage);
    case 'corrections':
      return article.corrections
        .map((correction) => {
          const { type, date, text } = correction;
          return `${date.slice(0, 10)} ${type}: ${readableInlines(text)}${readableUnread(leftUnread(correction, 'text'))}`;
        })
        .join('\n');
    case 'adPolicy':
      return article.adPolicy === null ? '' : JSON.stringify(article.adPolicy, null, 1);
    case 'ignoredChecks':
      return article.ignoredChecks
        .map(({ code, excerpt, reason }) => `${code} “${excerpt}”: ${reason}`)
        .join('\n');
    case 'embargo':
    case 'published':
      return article[field] ?? '';
    case 'targetWords':
      return article.targetWords === 0 ? '' : String(article.targetWords);
    default:
      return article[field];
  }
}

/** Whether both values of the field can stand: words behind each other, lists as one. */
export function canHaveBoth(field: FieldName): boolean {
  return !['language', 'status', 'embargo', 'published', 'leadImage', 'adPolicy', 'targetWords'].includes(
    field,
  );
}

/** Parts two wordings of one line. */
const parting = ' / ';

/** The fields of both articles in one; where that cannot be (`canHaveBoth`), those of `after`. */
export function bothOf(field: FieldName, before: Article, after: Article): Partial<Article> {
  switch (field) {
    case 'kicker':
    case 'headline':
    case 'deck':
    case 'dateline':
    case 'section':
      return { [field]: [after[field], before[field]].filter(Boolean).join(parting) };
    case 'notes':
      return { notes: [after.notes, before.notes].filter(Boolean).join('\n\n') };
    case 'bylines':
      return { bylines: union(before.bylines, after.bylines) };
    case 'subjects':
      return { subjects: union(before.subjects, after.subjects) };
    case 'corrections':
      return { corrections: union(before.corrections, after.corrections) };
    case 'ignoredChecks':
      return { ignoredChecks: union(before.ignoredChecks, after.ignoredChecks) };
    default:
      return { [field]: after[field] };
  }
}

function union<Value>(one: readonly Value[], other: readonly Value[]): readonly Value[] {
  return [...new Map([...one, ...other].map((value) => [JSON.stringify(value), value])).values()];
}
