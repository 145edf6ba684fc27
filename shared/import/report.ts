import { assertNever } from '../base/assert-never';

/** What an import or a paste left out or changed, by kind. */
export const findingCodes = [
  'script',
  'frame',
  'form-field',
  'drawing',
  'media',
  'comment',
  'deletion',
  'hidden-text',
  'unsafe-link',
  'local-link',
  'tracking',
  'credentials',
  'remote-image',
  'local-image',
  'broken-image',
  'image-in-table',
  'control-character',
  'wide-table',
  'footnote',
  'front-matter',
  'shortcode',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One kind of finding: how often, and a few examples (addresses, words), at most 5 of 200 characters each. */
export interface Finding {
  readonly code: FindingCode;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Text of the input that is not part of the story: offered to the writer, never lost. */
export interface SetAside {
  readonly text: string;
  readonly place: 'before' | 'inside' | 'after';
  /** Why: a rule of boilerplate.ts or the page's own structure. */
  readonly reason: 'boilerplate' | 'page-frame';
  /** Index of the block of the body before which the text stood. */
  readonly before: number;
}

/** What was left out, changed and set apart. */
export interface ImportReport {
  readonly findings: readonly Finding[];
  readonly setAside: readonly SetAside[];
}

/** Counts findings while a document is read. */
export interface FindingCounter {
  add(code: FindingCode, example?: string): void;
  findings(): readonly Finding[];
}

/** The fields at the head of a Markdown file that no field of an article takes, all by their names. */
export const frontMatterFindings = (names: readonly string[]): readonly Finding[] =>
  names.length === 0
    ? []
    : [{ code: 'front-matter', count: names.length, examples: [names.join(', ').slice(0, 200)] }];

export function createFindingCounter(): FindingCounter {
  const counts = new Map<FindingCode, { count: number; examples: string[] }>();
  return {
    add(code, example) {
      const entry = counts.get(code) ?? { count: 0, examples: [] };
      entry.count += 1;
      const words = (example ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
      if (words !== '' && entry.examples.length < 5) entry.examples.push(words);
      counts.set(code, entry);
    },
    findings: () =>
      findingCodes.flatMap((code) => {
        const entry = counts.get(code);
        return entry ? [{ code, ...entry }] : [];
      }),
  };
}

const many = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`;

function sentence({ code, count }: Finding): string {
  switch (code) {
    case 'script':
      return `${many(count, 'script', 'scripts')} or style left out.`;
    case 'frame':
      return `${many(count, 'embedded frame', 'embedded frames')} left out.`;
    case 'form-field':
      return `${many(count, 'form field', 'form fields')} left out.`;
    case 'drawing':
      return `${many(count, 'drawing or formula', 'drawings or formulas')} left out.`;
    case 'media':
      return `${many(count, 'sound or video', 'sounds or videos')} left out.`;
    case 'comment':
      return `${many(count, 'comment', 'comments')} not taken into the text.`;
    case 'deletion':
      return `${many(count, 'tracked deletion', 'tracked deletions')} left out.`;
    case 'hidden-text':
      return `${many(count, 'hidden passage', 'hidden passages')} left out.`;
    case 'unsafe-link':
      return `${many(count, 'link', 'links')} with an address that is not allowed kept as plain words.`;
    case 'local-link':
      return `${many(count, 'link', 'links')} inside the document or to a file kept as plain words.`;
    case 'tracking':
      return `Tracking removed from ${many(count, 'link', 'links')}.`;
    case 'credentials':
      return `User name or password removed from ${many(count, 'link', 'links')}.`;
    case 'remote-image':
      return `${many(count, 'picture', 'pictures')} on the web not fetched; a desk note holds the address.`;
    case 'local-image':
      return `${many(count, 'picture was', 'pictures were')} not included; a desk note marks the place.`;
    case 'broken-image':
      return `${many(count, 'picture', 'pictures')} could not be read; a desk note marks the place.`;
    case 'image-in-table':
      return `${many(count, 'picture', 'pictures')} moved from a table to below it.`;
    case 'control-character':
      return `${many(count, 'control character', 'control characters')} removed.`;
    case 'wide-table':
      return `${many(count, 'table', 'tables')} too wide to be squared; rows kept as they are.`;
    case 'footnote':
      return `${many(count, 'footnote', 'footnotes')} placed at the end.`;
    case 'front-matter':
      return `${many(count, 'field', 'fields')} at the head of the file left out.`;
    case 'shortcode':
      return `${many(count, 'shortcode', 'shortcodes')} of WordPress left out.`;
    default:
      return assertNever(code);
  }
}

/** What its writers took out of a document or said to each other; that it is not in the text has its reasons. */
const privateFindings: ReadonlySet<FindingCode> = new Set(['comment', 'deletion', 'hidden-text']);

/**
 * The report in words, one line a finding, for the writer in the window or for standard error. That may end up in the log
 * of a pipeline: how much was deleted, hidden or said in comments is told there, and not what.
 */
export function reportLines(report: ImportReport, reader: 'writer' | 'log'): readonly string[] {
  const lines = report.findings.map((finding) => {
    const isTold = finding.examples.length > 0 && (reader === 'writer' || !privateFindings.has(finding.code));
    return sentence(finding) + (isTold ? ` (${finding.examples.join('; ')})` : '');
  });
  const apart = report.setAside.map((aside) => {
    const place = { before: 'before the story', inside: 'inside the story', after: 'after the story' }[
      aside.place
    ];
    return `Set apart ${place}: ${aside.text.replace(/\s+/g, ' ').slice(0, 200)}`;
  });
  return [...lines, ...apart];
}
