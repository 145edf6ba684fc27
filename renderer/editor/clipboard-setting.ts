import type { LexicalEditor } from 'lexical';
import type { Block } from '../../shared/article/block';
import type { KeptPicture } from '../../shared/article/picture-file';
import type { Quotation } from '../../shared/article/quotation';
import type { Source } from '../../shared/article/source';
import type { Tagged } from './clipboard-content';
import type { Conversion } from './conversion/conversion';

/**
 * Marks on the clipboard that its content was copied in this window. The content itself, with tags and notes, stays in
 * the window: nothing private is ever on the clipboard, and no foreign program can hand us a made-up document.
 */
export const tokenType = 'application/x-standfirst-token';

/** Who is quoted or mentioned in what was copied goes along into another article. */
export interface Copied extends Tagged {
  readonly token: string;
  /** The page, or the text of a card, it was copied in. */
  readonly editor: LexicalEditor;
}

/** Shows how far something is that takes long, and ends it where the writer wants. */
export type Patience = (cancel: () => void) => {
  /** From 0 to 1. */
  show(share: number): void;
  end(): void;
};

/** The ways between the page and other programs. */
export interface ClipboardDoors {
  /** The blocks as other programs may have them; null when the terms of their sources keep them here. */
  leave(
    blocks: readonly Block[],
    quotations: readonly Quotation[],
  ): { readonly html: string; readonly text: string } | null;
  /** The ids of the quotations that stand in the open article: in its text, in cards, above the body. */
  standing(): ReadonlySet<string>;
  /** The sources of the open article. */
  sources(): readonly Source[];
  /** Takes sources of pasted words into the open article where it does not have them. */
  adopt(sources: readonly Source[]): void;
  /**
   * Reads foreign HTML. 'nothing' where it holds no block; 'stopped' where the writer stopped it or was told why it
   * does not enter, with the offer to call `insertPlain` instead.
   */
  enter(html: string, insertPlain: () => void): Promise<Entered>;
  /** Reads plain text of another program. */
  readPlain(plain: string): Promise<readonly Block[]>;
  /** Stores a picture with the open article and answers it; null where it cannot be, and the writer was told. */
  keepPicture(file: File): Promise<KeptPicture | null>;
  /** A table went into a place that holds none: its words came in as lines. */
  flattened(): void;
  /** Hears of a mistake of ours; nothing entered. */
  failed(error: unknown): void;
}

/** As many blocks come in between two frames of the window; more are put in by steps. */
export const blocksAtATime = 200;

/** What was copied last, wherever in the window; made once a window. */
export interface Clipboard {
  copied: Copied | null;
}

/** What the place at the caret can hold. */
export interface Holding {
  /** The blocks as they may stand there; nothing is left out but their form. */
  readonly fit: (blocks: readonly Block[]) => readonly Block[];
  /** Whether what stands around the place has taken the blocks, as a table takes cells; nothing enters at the caret then. */
  readonly takes?: (blocks: readonly Block[]) => boolean;
  /** Pictures stand at the place itself, or are taken from there to where they can stand. */
  readonly pictures: 'here' | ((files: readonly File[]) => void);
}

/** The page holds every block. */
export const wholePage: Holding = { fit: (blocks) => blocks, pictures: 'here' };

export type Entered =
  | { readonly blocks: readonly Block[]; readonly patience: Patience }
  | 'nothing'
  | 'stopped';

/** What copying and pasting in one editor, the page's or that of a text in a card, are done with. */
export interface ClipboardSetting {
  readonly convert: Conversion;
  readonly doors: ClipboardDoors;
  readonly isAdLine: (text: string) => boolean;
  readonly board: Clipboard;
  readonly holding: () => Holding;
}
