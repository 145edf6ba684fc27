import type { AnyLexicalExtensionArgument, LexicalEditor } from 'lexical';
import type { TypographyRules } from '../../shared/typography/rules';
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

/** What the features are told of the desk and the article around them. */
export interface FeatureSetting {
  /** The address under which the window shows a file of the open article's media folder. */
  readonly mediaAddress: (file: string) => string;
  /** Whether a line is nothing but the mark of an advertisement, such as "Article continues after advertisement". */
  readonly isAdLine: (text: string) => boolean;
  /** What the language of the article makes of typed characters; null where the writer wants them as typed. */
  readonly typography: () => TypographyRules | null;
}

/** One block, mark or behaviour of the editor: everything about it, in one value. The list is in features/index.ts. */
export interface Feature {
  readonly name: string;
  readonly extensions?: readonly AnyLexicalExtensionArgument[];
  readonly blocks?: readonly BlockConversion[];
  readonly inlines?: readonly InlineConversion[];
  readonly slash?: readonly SlashItem[];
}
