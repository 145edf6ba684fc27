import { type MarkPair, typographyOf } from '../../typography/rules';
import type { ArticleCheck, ArticleReading } from '../check';
import { keptByBlock } from '../check';
import { type Draft, excerptOf, type TextEdit } from '../finding';
import type { TextPiece } from '../reading';

type Kind = 'mark' | 'apostrophe';

interface Mark {
  readonly piece: TextPiece;
  readonly at: number;
  readonly kind: Kind;
  readonly curly: boolean;
}

const inchesOrMinutes = /\d$/;

/** Quotation marks and apostrophes of a text. Inches, feet and minutes are straight by right and left out. */
function marksOf(piece: TextPiece): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 0: mark, index } of piece.text.matchAll(/["“”„'’‘‚]/g)) {
    const straight = mark === '"' || mark === "'";
    if (straight && inchesOrMinutes.test(piece.text.slice(0, index))) continue;
    if (piece.protected.isInAddress({ start: index, end: index + 1 })) continue;
    const kind = '"“”„'.includes(mark) ? 'mark' : 'apostrophe';
    marks.push({ piece, at: index, kind, curly: !straight });
  }
  return marks;
}

function opensAt(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (/[—–\-/]/.test(before)) return /[\p{L}\p{N}“‘„‚"'([¿¡…]/u.test(text[at + 1] ?? '');
  return /[\s([{“‘„‚"']/.test(before);
}

/** The curly marks of a language, by the straight one. */
interface Curly {
  readonly double: MarkPair;
  readonly single: MarkPair;
}

/** Of languages that set angles, the marks that stand inside those. */
function curlyOf(language: string): Curly {
  const { double, single } = typographyOf(language);
  return {
    double: /[“”„]/.test(double[0]) ? double : ['“', '”'],
    single: single && /[‘’‚]/.test(single[0]) ? single : ['‘', '’'],
  };
}

const endsSingle = (text: string, at: number, [open, close]: MarkPair): boolean =>
  !/\p{L}/u.test(text[at + 1] ?? '') && text.lastIndexOf(open, at) > text.lastIndexOf(close, at);

/** The same mark of the other kind: straight for curly, curly by what stands before for straight. */
function turned(text: string, at: number, { double, single }: Curly): string {
  switch (text[at]) {
    case '"':
      return opensAt(text, at) ? double[0] : double[1];
    case "'":
      // ‚hoch‘: no apostrophe ends the quotation.
      if (single[1] !== '’' && endsSingle(text, at, single)) return single[1];
      // ’90s, ’em, ’til: an apostrophe, not an opening mark.
      return opensAt(text, at) && !/^'(?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b)/i.test(text.slice(at))
        ? single[0]
        : '’';
    case '“':
    case '”':
    case '„':
      return '"';
    default:
      return "'";
  }
}

const name: Readonly<Record<Kind, string>> = { mark: 'quotation marks', apostrophe: 'apostrophes' };

function create(kind: Kind, language: string) {
  const curly = curlyOf(language);
  const marksOfBlock = keptByBlock(({ pieces }) => pieces.flatMap(marksOf));
  return ({ blocks, pieces }: ArticleReading): readonly Draft[] => {
    const counts = { straight: 0, curly: 0 };
    const count = (mark: Mark) => {
      if (mark.kind === kind) counts[mark.curly ? 'curly' : 'straight'] += 1;
    };
    const inFields = pieces.flatMap(marksOf);
    inFields.forEach(count);
    for (const block of blocks) marksOfBlock(block).forEach(count);
    if (counts.straight === 0 || counts.curly === 0) return [];
    // Straight is what gets typed by accident: at a tie the curly ones are meant.
    const wrongIsCurly = counts.curly < counts.straight;
    const wrong: { readonly edit: TextEdit; readonly text: string }[] = [];
    const collect = (mark: Mark, block: number) => {
      if (mark.kind !== kind || mark.curly !== wrongIsCurly) return;
      const { address, text } = mark.piece;
      const own = address.kind === 'field' ? address : { ...address, block };
      wrong.push({
        edit: { ...own, start: mark.at, end: mark.at + 1, text: turned(text, mark.at, curly) },
        text,
      });
    };
    for (const mark of inFields) collect(mark, 0);
    blocks.forEach((block, index) => {
      for (const mark of marksOfBlock(block)) collect(mark, index);
    });
    const [first] = wrong;
    if (!first) return [];
    const [few, many] = wrongIsCurly
      ? [`${counts.curly} curly`, `${counts.straight} straight`]
      : [`${counts.straight} straight`, `${counts.curly} curly`];
    const { text: _, ...place } = first.edit;
    return [
      {
        place,
        excerpt: excerptOf(first.text, first.edit),
        reason: `The article mixes ${name[kind]}: ${few} among ${many} ones. This is the first.`,
        fix: {
          kind: 'edit',
          words: `Make all ${name[kind]} ${wrongIsCurly ? 'straight' : 'curly'}`,
          edits: wrong.map(({ edit }) => edit),
        },
      },
    ];
  };
}

export const mixedQuotationMarks: ArticleCheck = {
  scope: 'article',
  code: 'mixed-quotation-marks',
  severity: 'warning',
  title: 'Straight and curly quotation marks in one article',
  create: ({ language }) => create('mark', language),
};

export const mixedApostrophes: ArticleCheck = {
  scope: 'article',
  code: 'mixed-apostrophes',
  severity: 'hint',
  title: 'Straight and curly apostrophes in one article',
  create: ({ language }) => create('apostrophe', language),
};
