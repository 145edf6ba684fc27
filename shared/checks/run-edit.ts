import type { Block, List, ListItem } from '../article/block';
import type { Inline } from '../article/inline';
import { inlineText } from '../article/traverse';

/**
 * A run with the words from `start` to `end` (UTF-16 code units of its `inlineText`) replaced by `text`. Marks and
 * spans around stay; the new words take the marks of the words they replace, or of those before the place. A span
 * whose last word goes, goes with it; gaps (TK) inside stay.
 */
export function replaceInRun(
  run: readonly Inline[],
  start: number,
  end: number,
  text: string,
): readonly Inline[] {
  const state = { position: 0, pending: text };
  const edited = replaceIn(run, start, end, state);
  if (state.pending === '') return edited;
  // There was no text to put the words into: the run is empty, or the place is behind its end.
  return [...edited, { kind: 'text', text: state.pending, marks: [] }];
}

interface EditState {
  /** How much text has been passed. */
  position: number;
  /** The new words while they have found no place. */
  pending: string;
}

function replaceIn(run: readonly Inline[], start: number, end: number, state: EditState): readonly Inline[] {
  return run.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'tk') return [inline];
    if (inline.kind === 'lineBreak') {
      const at = state.position;
      state.position += 1;
      if (at < start || at >= end) return [inline];
      const words = state.pending;
      state.pending = '';
      return words === '' ? [] : [{ kind: 'text', text: words, marks: [] }];
    }
    if (inline.kind === 'text') {
      const at = state.position;
      const after = at + inline.text.length;
      state.position = after;
      const apart = start < end ? after <= start || at >= end : after < start || at > start;
      if (apart) return [inline];
      const before = inline.text.slice(0, Math.max(0, start - at));
      const behind = inline.text.slice(Math.max(0, Math.min(inline.text.length, end - at)));
      const words = `${before}${state.pending}${behind}`;
      state.pending = '';
      if (words === inline.text) return [inline];
      return words === '' ? [] : [{ ...inline, text: words }];
    }
    const children = replaceIn(inline.children, start, end, state);
    if (
      children.length === inline.children.length &&
      children.every((child, i) => child === inline.children[i])
    ) {
      return [inline];
    }
    return inlineText(children) === '' && inlineText(inline.children) !== '' ? [] : [{ ...inline, children }];
  });
}

/** The block with its run number `run` (as `inlineRuns` counts) changed; the same block when there is no such run. */
export function changeRun(
  block: Block,
  run: number,
  change: (inlines: readonly Inline[]) => readonly Inline[],
): Block {
  const counter = { next: 0 };
  const visit = (inlines: readonly Inline[]): readonly Inline[] => {
    const number = counter.next;
    counter.next += 1;
    return number === run ? change(inlines) : inlines;
  };
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockquote':
    case 'pullQuote':
    case 'correction':
    case 'deskNote':
      return { ...block, children: visit(block.children) };
    case 'list':
      return changeList(block, visit);
    case 'image':
      return { ...block, caption: visit(block.caption) };
    case 'factBox':
      return {
        ...block,
        body: block.body.map((part) =>
          part.kind === 'list' ? changeList(part, visit) : { ...part, children: visit(part.children) },
        ),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: visit(cell.children) }))),
      };
    case 'adBreak':
    case 'embed':
    case 'divider':
    case 'unknown':
      return block;
  }
}

type Visit = (inlines: readonly Inline[]) => readonly Inline[];

const changeList = (list: List, visit: Visit): List => ({
  ...list,
  items: list.items.map((item): ListItem => {
    const children = visit(item.children);
    return { ...item, children, lists: item.lists.map((nested) => changeList(nested, visit)) };
  }),
});
