import { $getSelection, $isRangeSelection, HISTORY_PUSH_TAG } from 'lexical';
import type { Block } from '../../shared/article/block';
import type { Inline, Note } from '../../shared/article/inline';
import { inlineRuns, inlineText, visitInlines } from '../../shared/article/traverse';
import { changeRun } from '../../shared/checks/run-edit';
import { $articleText, $selectText } from '../editor/article-text';
import { $addNote, $noteAtSelection } from '../editor/features/note/note';
import { toolWords } from '../strings/tools';
import { announce } from '../ui/announce';
import { inform, openDialog, sayAbout, useWindow } from './desk-state';
import { caretOffset } from './tagging';
import type { Workspace } from './workspace';

/** A comment, a desk note or a gap of the article, and where it stands. */
export interface FoundNote {
  readonly kind: 'comment' | 'desk-note' | 'gap';
  readonly id: string;
  /** Tells it from the others of the article. */
  readonly place: string;
  /** Index into the body. */
  readonly block: number;
  /** The words it is about. */
  readonly words: string;
  readonly comment: string;
  readonly resolved: boolean;
}

/** The letters TK as a word of their own, as printers write them. */
const typedGap = /(?<![\p{L}\p{N}-])TK(?:TK)*(?![\p{L}\p{N}-])/gu;

const known = new WeakMap<Block, readonly Omit<FoundNote, 'block' | 'place'>[]>();

function notesOf(block: Block): readonly Omit<FoundNote, 'block' | 'place'>[] {
  const remembered = known.get(block);
  if (remembered) return remembered;
  const found: Omit<FoundNote, 'block' | 'place'>[] = [];
  const gap = (words: string) => ({ kind: 'gap' as const, id: '', words, comment: '', resolved: false });
  for (const run of inlineRuns(block)) {
    visitInlines(run, (inline) => {
      if (inline.kind === 'tk') found.push(gap(inline.text));
      // Looked for plainly first: V8 takes 5 ms to make ready a pattern with the letters of all languages in it.
      if (inline.kind === 'text' && inline.text.includes('TK'))
        for (const match of inline.text.matchAll(typedGap)) found.push(gap(match[0]));
      if (inline.kind === 'note')
        found.push({
          kind: 'comment',
          id: inline.id,
          words: inlineText(inline.children),
          comment: inline.note,
          resolved: inline.resolved,
        });
    });
  }
  if (block.kind === 'deskNote')
    found.unshift({
      kind: 'desk-note',
      id: block.id,
      words: inlineText(block.children),
      comment: '',
      resolved: block.resolved,
    });
  known.set(block, found);
  return found;
}

/** Every comment, desk note and gap in reading order, also those in captions, cells and fact boxes. */
export const findNotes = (body: readonly Block[]): readonly FoundNote[] =>
  body.flatMap((block, index) =>
    notesOf(block).map((note, at) => ({ ...note, block: index, place: `${index} ${at}` })),
  );

/** Changes the comment or desk note `id`, wherever it stands, as one undo; null takes a comment away and leaves its words. */
function changeNote(
  { editor }: Workspace,
  id: string,
  change: (note: { readonly resolved: boolean; readonly note: string }) => Partial<Note> | null,
): void {
  const visit = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline): readonly Inline[] => {
      if (!('children' in inline)) return [inline];
      const children = visit(inline.children);
      if (inline.kind !== 'note' || inline.id !== id) return [{ ...inline, children }];
      const fields = change(inline);
      return fields ? [{ ...inline, ...fields, children }] : children;
    });
  editor.texts.leave();
  editor.body.write(
    editor.body.read().map((block) => {
      if (!notesOf(block).some((note) => note.id === id)) return block;
      if (block.kind === 'deskNote' && block.id === id) return { ...block, resolved: !block.resolved };
      return inlineRuns(block).reduce<Block>((changed, _, run) => changeRun(changed, run, visit), block);
    }),
  );
}

/** Resolves a comment or desk note, or opens it again. */
export function resolveNote(workspace: Workspace, id: string): void {
  changeNote(workspace, id, ({ resolved }) => ({ resolved: !resolved }));
  announce(toolWords.notes.changed);
}

/** Writes other words into a comment; empty ones take it away. */
export const rewriteNote = (workspace: Workspace, id: string, note: string): void =>
  changeNote(workspace, id, () => (note.trim() === '' ? null : { note }));

/** Opens the comment at the caret, or begins one on the selected words. */
export function commentHere({ editor }: Workspace): void {
  const found = editor.active().read(() => {
    const present = $noteAtSelection();
    const selection = $getSelection();
    return present ?? ($isRangeSelection(selection) && !selection.isCollapsed() ? 'new' : null);
  });
  if (found === null) sayAbout('selection', toolWords.notes.nothingSelected);
  else if (found === 'new') openDialog({ kind: 'note', id: null, note: '' });
  else openDialog({ kind: 'note', ...found });
}

/** Puts a comment on the selected words. */
export function addComment({ editor }: Workspace, note: string): void {
  const author = useWindow.getState().preferences?.checkedBy ?? '';
  editor.active().update(() => $addNote({ id: crypto.randomUUID(), note, author, resolved: false }), {
    tag: HISTORY_PUSH_TAG,
  });
  announce(toolWords.notes.added);
}

/** Selects the next gap behind the caret, and begins again at the top behind the last. */
export function nextGap({ editor }: Workspace): void {
  const { lexical } = editor;
  const from = caretOffset(lexical) ?? -1;
  editor.texts.leave();
  lexical.update(
    () => {
      const article = $articleText();
      const gaps = [...article.text.matchAll(typedGap)];
      const next = gaps.find(({ index }) => index > from) ?? gaps[0];
      if (!next) return inform(toolWords.notes.noGap);
      $selectText(article, next.index, next.index + next[0].length);
      announce(toolWords.notes.gap(gaps.indexOf(next) + 1, gaps.length));
    },
    {
      onUpdate: () => {
        lexical.focus();
        window.getSelection()?.anchorNode?.parentElement?.scrollIntoView({ block: 'center' });
      },
    },
  );
}
