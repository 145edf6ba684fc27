import type { Article } from '../article/article';
import { bylineText } from '../article/byline';
import { readableImage, readableInlines } from './readable';

/** The fields of an article outside its body that the writer fills, in the order in which they are shown. */
export const fieldNames = [
  'kicker',
  'headline',
  'deck',
  'bylines',
  'dateline',
  'section',
  'subjects',
  'language',
  'status',
  'embargo',
  'published',
  'leadImage',
  'corrections',
  'adPolicy',
  'ignoredChecks',
  'notes',
] as const satisfies readonly (keyof Article)[];
export type FieldName = (typeof fieldNames)[number];

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
        .map(({ type, date, text }) => `${date.slice(0, 10)} ${type}: ${readableInlines(text)}`)
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
    default:
      return article[field];
  }
}

/** Whether both values of the field can stand: words behind each other, lists as one. */
export function canHaveBoth(field: FieldName): boolean {
  return !['language', 'status', 'embargo', 'published', 'leadImage', 'adPolicy'].includes(field);
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
