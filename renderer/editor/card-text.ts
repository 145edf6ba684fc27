import type { LexicalEditor } from 'lexical';
import type { Block, List, Paragraph } from '../../shared/article/block';

/*
 * Words inside a card: a caption, a cell, the body of a fact box. At rest they are plain DOM; hundreds of cells cost
 * nothing. The one that is entered is written by a small editor of its own, which is loaded when it is first needed
 * and knows the same marks, links, quotations and notes as the page.
 */

/** What a text in a card may hold. A text of one line is a single paragraph. */
export type Prose = readonly (Paragraph | List)[];

/** Where the caret goes: behind so many characters, or at an end. */
export type Caret = number | 'start' | 'end';

/** What the card says about one of its texts. */
export interface CardTextKind {
  /** The accessible name. */
  readonly label: string;
  readonly placeholder: string;
  readonly holds: 'line' | 'blocks';
  /** Takes what was typed. */
  write(prose: Prose): void;
  /** Enter in a line, or in the empty last paragraph of blocks. */
  readonly enter: () => void;
  /** Escape. */
  readonly escape: () => void;
  /** What Tab or an arrow that would leave the text does in this card; null where the browser knows better. */
  readonly leave: (way: Way) => (() => void) | null;
  /** What this card does with pasted blocks in place of the text; null where the text takes their words. */
  readonly takes?: (blocks: readonly Block[]) => (() => void) | null;
}

export type Way = 'tab' | 'back-tab' | 'up' | 'down' | 'left' | 'right';

/** One text of a card. */
export interface CardText {
  readonly element: HTMLElement;
  /** Shows `prose`; where the writer is in it, the caret stays with the words. */
  show(prose: Prose): void;
  /** Puts the keyboard into it. */
  focus(caret: Caret): void;
}

/** A text as the writer of texts sees it. */
export interface OpenText {
  readonly element: HTMLElement;
  readonly kind: CardTextKind;
  prose(): Prose;
  /** Takes what was typed. */
  write(prose: Prose): void;
  /** Draws the words without an editor. */
  rest(): void;
}

/** The editor that writes in one text at a time. */
export interface TextWriter {
  readonly lexical: LexicalEditor;
  /** The text that is written in now. */
  current(): OpenText | null;
  readonly enter: (text: OpenText, caret: Caret) => void;
  /** Shows other words in the text that is written in. */
  reload(prose: Prose): void;
  readonly leave: () => void;
  /** Calls `listener` when the keyboard went from a text to the page. */
  onLeave(listener: () => void): void;
}

/** The texts of all cards of one page. */
export interface CardTexts {
  /** The editor of the text in which the keyboard is, or was before a dialog took it; null while it is on the page. */
  readonly active: () => LexicalEditor | null;
  /** Calls `listener` when `active` changes. Answers how to stop. */
  readonly onActive: (listener: () => void) => () => void;
  /** The writer while it writes in `text`; null otherwise. */
  writerIn(text: OpenText): TextWriter | null;
  /** Writes in `text` from now on. */
  enter(text: OpenText, caret: Caret): void;
  /** Fetches the writer; to wait for before a text is drawn, so that no key typed in it is lost. */
  prepare(): Promise<void>;
  /** Ends the writing in a card; the words are in the document already. */
  readonly leave: () => void;
}

/** The texts of a page; `load` makes their editor. */
export function createCardTexts(load: () => Promise<TextWriter>): CardTexts {
  let writer: TextWriter | null = null;
  let loading: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const texts: CardTexts = {
    writerIn: (text) => (writer?.current() === text ? writer : null),
    enter(text, caret) {
      if (!writer) return;
      if (writer.current() === text || !text.element.isConnected) return;
      writer.enter(text, caret);
      tell();
    },
    active: () => (writer?.current() ? writer.lexical : null),
    onActive(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare() {
      loading ??= load().then((loaded) => {
        writer = loaded;
        loaded.onLeave(() => texts.leave());
      });
      return loading;
    },
    leave() {
      if (!writer?.current()) return;
      writer.leave();
      tell();
    },
  };
  return texts;
}
