import { type AdFix, adFixAt } from '../adbreaks/ad-fix';

/** `error` blocks the export, `warning` asks before it, `hint` only shows. */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Fields of a block that hold text outside its runs of inlines. */
export type BlockField = 'title' | 'attribution' | 'alt' | 'credit' | 'description' | 'provider';

/** Texts of an article outside its body. `index` counts bylines and corrections; it is 0 elsewhere. */
export type TextField =
  | 'headline'
  | 'deck'
  | 'kicker'
  | 'byline'
  | 'dateline'
  | 'section'
  | 'leadImageAlt'
  | 'leadImageCaption'
  | 'leadImageCredit'
  | 'correction';

/** Where a text lies: a run of a block (as `inlineRuns` counts them), a field of a block, a field of the article. */
export type TextAddress =
  | { readonly kind: 'run'; readonly block: number; readonly run: number }
  | { readonly kind: 'blockField'; readonly block: number; readonly field: BlockField }
  | { readonly kind: 'field'; readonly field: TextField; readonly index: number };

/** A stretch of a text in UTF-16 code units of its published words (`inlineText`), `end` not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Parts of an article that a finding can be about as a whole. */
export type ArticlePart =
  | TextField
  | 'body'
  | 'leadImage'
  | 'embargo'
  | 'adPolicy'
  | 'source'
  | 'slug'
  | 'subjects'
  | 'suggestions';

/** What a finding is about. */
export type Place =
  | (TextAddress & Stretch)
  | { readonly kind: 'block'; readonly block: number }
  /** `id`: the source's or quotation's, '' for the rest. */
  | { readonly kind: 'article'; readonly part: ArticlePart; readonly id: string };

/** Words to put in the place of a stretch of a text. */
export type TextEdit = TextAddress & Stretch & { readonly text: string };

/** What one key does about a finding; `words` says it. Apply with `applyFix`. */
export type Fix =
  | { readonly kind: 'edit'; readonly words: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'removeBlock'; readonly words: string; readonly block: number }
  | {
      readonly kind: 'setLevel';
      readonly words: string;
      readonly block: number;
      readonly level: 2 | 3 | 4;
    }
  /** Takes a link away and leaves its words; `link` counts the links of the run. */
  | {
      readonly kind: 'unlink';
      readonly words: string;
      readonly block: number;
      readonly run: number;
      readonly link: number;
    }
  | { readonly kind: 'adBreak'; readonly words: string; readonly fix: AdFix };

/** One thing a check has to say about an article. */
export interface Finding {
  /** Names the check, such as "doubled-word". */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The words in question with a little of what stands around them; '' where there are none. */
  readonly excerpt: string;
  /** What tells it from others of its check when a decision to leave it is kept; without it, the excerpt does. */
  readonly keptBy?: string;
  /** Why, in words for a reporter. */
  readonly reason: string;
  readonly fix: Fix | null;
  /** The reason for which the writer decided to leave it; null: open. */
  readonly ignored: string | null;
}

/** A finding before it is known which check it comes from and whether the writer ignores it. */
export type Draft = Pick<Finding, 'place' | 'excerpt' | 'keptBy' | 'reason' | 'fix'>;

/** The same draft for a block that stands elsewhere in the body. */
export function atBlock(draft: Draft, block: number): Draft {
  const { place, fix } = draft;
  return {
    ...draft,
    place: 'block' in place ? { ...place, block } : place,
    fix: fix && fixAtBlock(fix, block),
  };
}

function fixAtBlock(fix: Fix, block: number): Fix {
  switch (fix.kind) {
    case 'edit':
      return {
        ...fix,
        edits: fix.edits.map((edit) => (edit.kind === 'field' ? edit : { ...edit, block })),
      };
    case 'removeBlock':
    case 'setLevel':
    case 'unlink':
      return { ...fix, block };
    case 'adBreak':
      return { ...fix, fix: adFixAt(fix.fix, block) };
  }
}

const around = 24;

/** The words of a stretch with up to 24 characters on each side, cut between words. */
export function excerptOf(text: string, { start, end }: Stretch): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const isWhole = { before: start <= around, after: end + around >= text.length };
  const from = isWhole.before ? 0 : before.indexOf(' ') + 1 || before.length;
  const to = isWhole.after ? after.length : Math.max(0, after.lastIndexOf(' '));
  return (before.slice(from) + text.slice(start, end) + after.slice(0, to)).trim();
}
