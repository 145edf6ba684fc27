import type { AnyLexicalExtensionArgument, LexicalEditor } from 'lexical';
import type { BlockConversion, InlineConversion } from './conversion/conversion';

/** An entry of the "/" menu. `$run` is called in an update with the caret in the emptied paragraph. */
export interface SlashItem {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** Further words under which it is found. */
  readonly keywords: readonly string[];
  run(editor: LexicalEditor): void;
}

/** One block, mark or behaviour of the editor: everything about it, in one value. The list is in features/index.ts. */
export interface Feature {
  readonly name: string;
  readonly extensions?: readonly AnyLexicalExtensionArgument[];
  readonly blocks?: readonly BlockConversion[];
  readonly inlines?: readonly InlineConversion[];
  readonly slash?: readonly SlashItem[];
}
