import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { canonicalLanguage } from '../../shared/article/language';
import { selectionRectangle } from './selection-rectangle';
import './writing-modes.css';

/** What helps to stay with the words being written. */
export interface WritingModes {
  /** What stays dark while the rest of the page steps back. */
  readonly focus: 'off' | 'paragraph' | 'sentence';
  /** Whether the line being written stays at the same height. */
  readonly typewriter: boolean;
}

/** The highlight that keeps its words dark; drawn in writing-modes.css. */
const inFocus = 'in-focus';

/** Where the line being written stands, as a share of the height of what is seen of the page. */
const lineAt = 0.45;

/**
 * Follows the caret; answers how to stop. The document and its elements are not touched: what is in focus is painted,
 * at most once a frame, and costs the length of one paragraph.
 */
export function followWriting(editor: LexicalEditor, { focus, typewriter }: WritingModes): () => void {
  let frame = 0;
  let byPointer = false;

  function follow(): void {
    frame = 0;
    const block = editor.getEditorState().read($blockAtCaret);
    const element = block === null ? null : editor.getElementByKey(block);
    if (element && focus !== 'off') paint(focus === 'paragraph' ? wholeOf(element) : sentenceIn(element));
    // A click puts the caret where the reader looks already: the page stays where it is.
    if (element && typewriter && !byPointer) holdLine(editor.getRootElement());
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(follow);
  };
  const pressed = () => {
    byPointer = true;
  };
  const typed = () => {
    byPointer = false;
  };

  const stops = [
    editor.registerUpdateListener(soon),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('pointerdown', pressed);
      before?.removeEventListener('keydown', typed);
      root?.addEventListener('pointerdown', pressed);
      root?.addEventListener('keydown', typed);
      if (root && focus !== 'off') root.dataset.focus = focus;
    }),
  ];
  if (typewriter) document.documentElement.dataset.typewriter = '';
  soon();

  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
    CSS.highlights.delete(inFocus);
    const root = editor.getRootElement();
    root?.removeEventListener('pointerdown', pressed);
    root?.removeEventListener('keydown', typed);
    delete root?.dataset.focus;
    delete document.documentElement.dataset.typewriter;
  };
}

/** The key of the paragraph, heading or list item in which the caret stands; null where it stands in none. */
function $blockAtCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  let node: LexicalNode | null = selection.focus.getNode();
  while (node && (!$isElementNode(node) || node.isInline())) node = node.getParent();
  return node?.getKey() ?? null;
}

const paint = (range: Range): void => void CSS.highlights.set(inFocus, new Highlight(range));

function wholeOf(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** So much text around the caret is looked through for the ends of its sentence, in UTF-16 code units. */
const reach = 1500;

/** The sentence at the caret; the whole block where the caret is not in it. */
function sentenceIn(element: HTMLElement): Range {
  const caret = window.getSelection();
  const text = element.textContent ?? '';
  if (!caret?.focusNode || !element.contains(caret.focusNode) || text === '') return wholeOf(element);
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(caret.focusNode, caret.focusOffset);
  const offset = before.toString().length;
  // The segmenter's cost grows with the square of what it is given.
  const from = Math.max(0, offset - reach);
  const near = text.slice(from, offset + reach);
  const language = canonicalLanguage(element.closest<HTMLElement>('[lang]')?.lang || 'en');
  const sentence = new Intl.Segmenter(language, { granularity: 'sentence' })
    .segment(near)
    // Behind the last character the sentence that ends there is still the one being written.
    .containing(Math.min(offset - from, near.length - 1));
  if (!sentence) return wholeOf(element);
  const start = from + sentence.index;
  return rangeOf(element, start, start + sentence.segment.trimEnd().length);
}

/** The characters from `start` to `end` of an element's text. */
function rangeOf(element: HTMLElement, start: number, end: number): Range {
  const range = wholeOf(element);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    const behind = passed + text.length;
    if (start >= passed && start < behind) range.setStart(text, start - passed);
    if (end > passed && end <= behind) {
      range.setEnd(text, end - passed);
      break;
    }
    passed = behind;
  }
  return range;
}

/** Scrolls so that the caret's line stands where it stood. */
function holdLine(root: HTMLElement | null): void {
  const scroller = root?.closest('[data-scroll]');
  const line = selectionRectangle();
  if (!scroller || !line) return;
  const seen = scroller.getBoundingClientRect();
  const away = line.top - (seen.top + seen.height * lineAt);
  if (Math.abs(away) > 1) scroller.scrollTop += away;
}
