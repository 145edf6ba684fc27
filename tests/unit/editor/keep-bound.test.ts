import fc from 'fast-check';
import {
  $createRangeSelection,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { $insertApart } from '../../../renderer/editor/insert-apart';
import { $keepBound } from '../../../renderer/editor/keep-bound';
import type { Block } from '../../../shared/article/block';
import { blockquote, bullets, deskNote, divider, h, p } from '../../../shared/article/build';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { $textThatReads, pageEditor } from '../../builders/page-editor';

/** A place in the text: words of one text node, and an offset in them. */
type Place = readonly [words: string, offset: number];

interface Page {
  readonly blocks: readonly Block[];
  /** The words before the caret in its text; "block" where a block is selected. */
  readonly caret: string;
}

/** The page after `act` on what is selected between two places. */
function pageAfter(
  body: readonly Block[],
  from: Place,
  to: Place,
  $act: (editor: LexicalEditor) => unknown,
): Page {
  const page = pageEditor();
  page.body.load(body);
  let caret = '';
  page.lexical.update(
    () => {
      const selection = $createRangeSelection();
      for (const [point, [words, offset]] of [
        [selection.anchor, from],
        [selection.focus, to],
      ] as const) {
        const text = $textThatReads(words);
        if (text) point.set(text.getKey(), offset, 'text');
      }
      $setSelection(selection);
    },
    { discrete: true },
  );
  page.lexical.update(() => void $act(page.lexical), { discrete: true });
  page.lexical.read(() => {
    const selection = $getSelection();
    if ($isNodeSelection(selection)) caret = 'block';
    else if ($isRangeSelection(selection))
      caret = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  });
  return { blocks: page.body.read(), caret };
}

const key =
  (backward: boolean) =>
  (editor: LexicalEditor): boolean =>
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, backward);
const type = (editor: LexicalEditor) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'x');
const enter = (editor: LexicalEditor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);

const note = deskNote('n', 'Ask her wife');
const story = [p('First'), note, p('Last')];

describe('a desk note beside text', () => {
  it('keeps the rest of its words where a selection that leads into it is typed over or deleted', () => {
    const rest = deskNote('n', 'her wife');
    const [from, to]: [Place, Place] = [
      ['First', 2],
      ['Ask her wife', 4],
    ];
    expect(pageAfter(story, from, to, type)).toEqual({ blocks: [p('Fix'), rest, p('Last')], caret: 'Fix' });
    expect(pageAfter(story, from, to, key(false)).blocks).toEqual([p('Fi'), rest, p('Last')]);
    expect(pageAfter(story, to, from, key(true))).toEqual({
      blocks: [p('Fi'), rest, p('Last')],
      caret: 'Fi',
    });
  });

  it('takes none of the text in where the note above a card goes whole, and another stands above it', () => {
    const [above, gone] = [deskNote('a', 'Call her'), deskNote('b', 'Ask him')];
    const body = [above, gone, divider, p('Last')];
    for (const act of [key(true), key(false)])
      expect(pageAfter(body, ['Ask him', 0], ['Last', 0], act).blocks).toEqual([above, p('Last')]);
  });

  it('takes none of the text in where a selection leads out of it', () => {
    const [from, to]: [Place, Place] = [
      ['Ask her wife', 3],
      ['Last', 2],
    ];
    const kept = [p('First'), deskNote('n', 'Ask'), p('st')];
    expect(pageAfter(story, from, to, key(false))).toEqual({ blocks: kept, caret: 'Ask' });
    expect(pageAfter(story, ['Ask her wife', 0], to, type)).toEqual({
      blocks: [p('First'), p('xst')],
      caret: 'x',
    });
  });

  it('goes whole where all of it is selected', () => {
    expect(pageAfter(story, ['First', 2], ['Ask her wife', 12], key(false)).blocks).toEqual([
      p('Fi'),
      p('Last'),
    ]);
    expect(pageAfter(story, ['First', 2], ['Last', 2], key(false)).blocks).toEqual([p('Fist')]);
    const listed = [note, deskNote('m', 'And her son'), bullets('One', 'Two', 'Three')];
    expect(pageAfter(listed, ['Ask her wife', 0], ['Two', 1], type)).toEqual({
      blocks: [bullets('xwo', 'Three')],
      caret: 'x',
    });
    expect(pageAfter(listed, ['Ask her wife', 0], ['Three', 5], type).blocks).toEqual([p('x')]);
  });

  it('is selected by Backspace at its start and behind it, and stays when Delete is pressed at its end', () => {
    for (const place of [
      ['Ask her wife', 0],
      ['Last', 0],
    ] as const) {
      expect(pageAfter(story, place, place, key(true))).toEqual({ blocks: story, caret: 'block' });
    }
    expect(pageAfter([note], ['Ask her wife', 0], ['Ask her wife', 0], key(true)).blocks).toEqual([note]);
    const end: Place = ['Ask her wife', 12];
    expect(pageAfter(story, end, end, key(false))).toEqual({ blocks: story, caret: 'Ask her wife' });
  });

  it('is parted in two notes by Enter, and left for the text at its end', () => {
    const { blocks } = pageAfter(story, ['Ask her wife', 4], ['Ask her wife', 4], enter);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'deskNote', 'deskNote', 'paragraph']);
    expect(new Set(blocks.flatMap((block) => (block.kind === 'deskNote' ? [block.id] : []))).size).toBe(2);
    const below = pageAfter(story, ['Ask her wife', 12], ['Ask her wife', 12], enter);
    expect(below.blocks).toEqual([p('First'), note, p(), p('Last')]);
  });
});

it('Backspace at the start of a quote has its words keep its source in the text', () => {
  const quote = { ...blockquote('', 'Hidden words'), sourceId: 's' };
  const start: Place = ['Hidden words', 0];
  const { blocks } = pageAfter([p('First'), quote], start, start, key(true));
  expect(blocks).toMatchObject([
    {
      kind: 'paragraph',
      children: [{ text: 'First' }, { kind: 'quotation', children: [{ text: 'Hidden words' }] }],
    },
  ]);
});

/** The words of a block, whatever holds them. */
const wordsOf = (block: Block): string =>
  inlineRuns(block)
    .map((run) => inlineText(run))
    .join('');

it('no words pass between a desk note and the text, whatever is selected and whatever takes it away', () => {
  // Words of notes in capitals, each other by a figure.
  const kinds: readonly ((at: number) => Block)[] = [
    (at) => p(`text${at}`),
    (at) => h(2, `head${at}`),
    (at) => bullets(`item${at}`, `item${at + 10}`),
    (at) => blockquote('', `said${at}`),
    (at) => deskNote(`n${at}`, `NOTE${at}`),
    () => divider,
  ];
  const acts: readonly ((editor: LexicalEditor) => unknown)[] = [
    key(true),
    key(false),
    type,
    enter,
    (editor) => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false),
    (editor) => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null),
    () => $insertApart([]),
    () => {
      $keepBound();
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.removeText();
    },
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...acts),
      (makers, [a = 0, b = 0, from = 0, to = 0], act) => {
        const body = makers.map((make, at) => make(at));
        const words = body.flatMap((block) => inlineRuns(block).map((run) => inlineText(run)));
        fc.pre(words.length > 0);
        const place = (at: number, offset: number): Place => {
          const text = words[at % words.length] ?? '';
          return [text, offset % (text.length + 1)];
        };
        const [one, other] = [place(a, from), place(b, to)];
        // At the edge of a single block the browser would be asked where the caret goes.
        fc.pre(one[0] !== other[0] || one[1] !== other[1]);
        for (const block of pageAfter(body, one, other, act).blocks) {
          expect(wordsOf(block)).not.toMatch(block.kind === 'deskNote' ? /[a-wyz]/ : /[A-Z]/);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
