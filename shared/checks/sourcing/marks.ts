import { type MarkedSpan, pairMarks } from '../../quotes/marks';
import { typographyOf } from '../../typography/rules';
import { type ArticleCheck, keptByBlock } from '../check';
import { type Draft, excerptOf } from '../finding';

interface Reading {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** Whether the paragraph ends inside a quotation. */
  readonly open: boolean;
  readonly beginsWithMark: boolean;
}

/** A run with more marks than this is no prose, and pairing them would take long. */
const mostMarks = 1000;

function read(text: string, unclosedBefore: boolean): Reading {
  const isProse = (text.match(/["“”„«»]/g)?.length ?? 0) <= mostMarks;
  const spans = (isProse ? pairMarks(text, unclosedBefore) : []).filter(({ marks }) => marks === 'double');
  const last = spans.at(-1);
  return {
    text,
    spans,
    open: last !== undefined && !last.closed && last.end >= text.trimEnd().length,
    beginsWithMark: /^\s*["“„«]/.test(text),
  };
}

/**
 * Quotation marks that open and never close, or close and never opened. A quotation of several paragraphs opens each
 * of them and closes the last only: an open end is right when the next paragraph begins with a mark.
 */
export const unbalancedMarks: ArticleCheck = {
  scope: 'article',
  code: 'unbalanced-marks',
  severity: 'warning',
  title: 'Quotation marks that do not pair',
  create({ language }) {
    // ”Ja”, sa hon: there the same mark opens.
    const opensAlike = typographyOf(language).double[0] === '”';
    const runsOf = keptByBlock(({ block, pieces }) =>
      pieces
        .filter(({ address }) => address.kind === 'run')
        .map(({ address, text }) => ({
          run: address.kind === 'run' ? address.run : 0,
          flows: block.kind === 'paragraph' || block.kind === 'blockquote',
          fresh: read(text, false),
          after: read(text, true),
          lonely: opensAlike ? null : lonelyClosing(text),
        })),
    );
    return ({ blocks }) => {
      const drafts: Draft[] = [];
      let pending: Draft | null = null;
      let open = false;
      blocks.forEach((block, index) => {
        for (const { run, flows, fresh, after, lonely } of runsOf(block)) {
          if (fresh.text.trim() === '') continue;
          const continues: boolean =
            open && flows && (fresh.beginsWithMark || (after.spans[0]?.continues ?? false));
          if (pending && !continues) drafts.push(pending);
          pending = null;
          const reading = continues ? after : fresh;
          const at = (start: number, end: number, reason: string): Draft => ({
            place: { kind: 'run', block: index, run, start, end },
            excerpt: excerptOf(reading.text, { start, end: Math.min(end, start + 40) }),
            reason,
            fix: null,
          });
          if (!continues && lonely !== null) {
            drafts.push(at(lonely, lonely + 1, 'This closing quotation mark has no opening one.'));
          }
          reading.spans.forEach((span, number) => {
            if (span.closed) return;
            const finding = at(span.start, span.end, 'The quotation that opens here is not closed.');
            if (number === reading.spans.length - 1 && reading.open && flows) pending = finding;
            else drafts.push(finding);
          });
          open = reading.open && flows;
        }
      });
      if (pending) drafts.push(pending);
      return drafts;
    };
  },
};

/** The place of a curly closing mark before which none opened, or null. Straight marks do not tell their side. */
function lonelyClosing(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    // 6’2”: feet and inches.
    if (mark === '”' && /[’'′]\d{1,2}$/.test(text.slice(Math.max(0, at - 4), at))) continue;
    if (mark === '“' || mark === '„' || mark === '"') depth += 1;
    else if (mark === '”') {
      // Inches and an opening mark that the wrong key made.
      if (depth === 0 && at > 0 && /[\p{L}.,!?…]/u.test(text[at - 1] ?? '')) return at;
      depth = Math.max(0, depth - 1);
    }
  }
  return null;
}
