import { applyAdFix } from '../adbreaks';
import type { Article, Correction } from '../article/article';
import type { Block, ImageContent } from '../article/block';
import type { Inline } from '../article/inline';
import { assertNever } from '../base/assert-never';
import type { BlockField, Fix, TextEdit, TextField } from './finding';
import { changeRun, replaceInRun } from './run-edit';

/** The article with a fix applied. The fix must come from a check of this very article: its places are positions. */
export function applyFix(article: Article, fix: Fix): Article {
  switch (fix.kind) {
    case 'edit':
      return applyEdits(article, fix.edits);
    case 'removeBlock':
      return { ...article, body: article.body.toSpliced(fix.block, 1) };
    case 'setLevel':
      return withBlock(article, fix.block, (block) =>
        block.kind === 'heading' ? { ...block, level: fix.level } : block,
      );
    case 'unlink':
      return withBlock(article, fix.block, (block) =>
        changeRun(block, fix.run, (run) => unlink(run, fix.link)),
      );
    case 'adBreak':
      return { ...article, body: applyAdFix(article.body, fix.fix) };
    default:
      return assertNever(fix);
  }
}

/**
 * The article with several fixes applied at once, for "fix all". Edits go from the end of each text to its beginning,
 * so that none moves the place of another; of edits that overlap the first in the text wins. Of other fixes only the
 * first is applied: they move blocks.
 */
export function applyFixes(article: Article, fixes: readonly Fix[]): Article {
  const edits = fixes.flatMap((fix) => (fix.kind === 'edit' ? fix.edits : []));
  const [other] = edits.length > 0 ? [] : fixes;
  return other ? applyFix(article, other) : applyEdits(article, edits);
}

/** The name of a text, so that edits of one text come together. */
function nameOf(edit: TextEdit): string {
  if (edit.kind === 'run') return `run ${edit.block} ${edit.run}`;
  return edit.kind === 'field' ? `field ${edit.field} ${edit.index}` : `block ${edit.block} ${edit.field}`;
}

function applyEdits(article: Article, edits: readonly TextEdit[]): Article {
  const byText = new Map<string, TextEdit[]>();
  for (const edit of edits) byText.set(nameOf(edit), [...(byText.get(nameOf(edit)) ?? []), edit]);
  let edited = article;
  for (const ofOneText of byText.values()) {
    const inOrder = ofOneText.toSorted((one, other) => one.start - other.start || one.end - other.end);
    const apart: TextEdit[] = [];
    for (const edit of inOrder) {
      const last = apart.at(-1);
      // Two checks may ask for the same space at the same place.
      const isSame = last?.start === edit.start && last.end === edit.end;
      if (!last || (edit.start >= last.end && !isSame)) apart.push(edit);
    }
    for (const edit of apart.reverse()) edited = applyEdit(edited, edit);
  }
  return edited;
}

function applyEdit(article: Article, edit: TextEdit): Article {
  const inText = (text: string): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const inRun = (run: readonly Inline[]) => replaceInRun(run, edit.start, edit.end, edit.text);
  switch (edit.kind) {
    case 'run':
      return withBlock(article, edit.block, (block) => changeRun(block, edit.run, inRun));
    case 'blockField':
      return withBlock(article, edit.block, (block) => changeBlockField(block, edit.field, inText));
    case 'field':
      return changeField(article, edit.field, edit.index, inText, inRun);
    default:
      return assertNever(edit);
  }
}

function withBlock(article: Article, index: number, change: (block: Block) => Block): Article {
  const block = article.body[index];
  return block ? { ...article, body: article.body.with(index, change(block)) } : article;
}

function changeBlockField(block: Block, field: BlockField, change: (text: string) => string): Block {
  // The field is one that the reading of this block named, or none at all.
  const text: unknown = (block as unknown as Record<string, unknown>)[field];
  return typeof text === 'string' ? { ...block, [field]: change(text) } : block;
}

function changeField(
  article: Article,
  field: TextField,
  index: number,
  inText: (text: string) => string,
  inRun: (run: readonly Inline[]) => readonly Inline[],
): Article {
  const inImage = (change: (image: ImageContent) => ImageContent): Article =>
    article.leadImage ? { ...article, leadImage: change(article.leadImage) } : article;
  switch (field) {
    case 'headline':
    case 'deck':
    case 'kicker':
    case 'dateline':
    case 'section':
      return { ...article, [field]: inText(article[field]) };
    case 'byline':
      return {
        ...article,
        bylines: article.bylines.map((byline, number) =>
          number === index ? { ...byline, name: inText(byline.name) } : byline,
        ),
      };
    case 'leadImageAlt':
      return inImage((image) => ({ ...image, alt: inText(image.alt) }));
    case 'leadImageCredit':
      return inImage((image) => ({ ...image, credit: inText(image.credit) }));
    case 'leadImageCaption':
      return inImage((image) => ({ ...image, caption: inRun(image.caption) }));
    case 'correction':
      return {
        ...article,
        corrections: article.corrections.map(
          (correction, number): Correction =>
            number === index ? { ...correction, text: inRun(correction.text) } : correction,
        ),
      };
    default:
      return assertNever(field);
  }
}

/** The run without its link number `wanted`; the link's words stay. */
function unlink(run: readonly Inline[], wanted: number): readonly Inline[] {
  const counter = { next: 0 };
  const visit = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline): readonly Inline[] => {
      if (inline.kind === 'link') {
        const number = counter.next;
        counter.next += 1;
        return number === wanted ? inline.children : [inline];
      }
      return 'children' in inline ? [{ ...inline, children: visit(inline.children) }] : [inline];
    });
  return visit(run);
}
