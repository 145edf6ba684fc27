import type { AnyLexicalExtensionArgument, LexicalEditor } from 'lexical';
import type { ImageContent } from '../../shared/article/block';
import type { KeptPicture } from '../../shared/article/picture-file';
import type { TypographyRules } from '../../shared/typography/rules';
import type { CardTexts } from './card-text';
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

/** What pictures need from outside the page. */
export interface PictureDoors {
  /** Lets the writer choose a picture; null where none was chosen, or the writer was told why it cannot be had. */
  readonly choose: () => Promise<KeptPicture | null>;
  /** Makes a picture of the body the article's lead image; answers the one it replaces. */
  readonly makeLead: (picture: ImageContent) => ImageContent | null;
}

/** What the features are told of the desk and the article around them. */
export interface FeatureSetting {
  /** The address under which the window shows a file of the open article's media folder. */
  readonly mediaAddress: (file: string) => string;
  /** Whether a line is nothing but the mark of an advertisement, such as "Article continues after advertisement". */
  readonly isAdLine: (text: string) => boolean;
  /** What the language of the article makes of typed characters; null where the writer wants them as typed. */
  readonly typography: () => TypographyRules | null;
  readonly pictures: PictureDoors;
  /** Asks the writer for the address of a new link card. */
  readonly askAddress: () => void;
}

/** What the features of one page are made with. */
export interface FeatureParts extends FeatureSetting {
  readonly texts: CardTexts;
  /** Makes one step of undo of what `change` does to the body and beside it. Updates in it must be discrete. */
  readonly asOneStep: (change: () => void) => void;
}

/** One block, mark or behaviour of the editor: everything about it, in one value. The list is in features/index.ts. */
export interface Feature {
  readonly name: string;
  readonly extensions?: readonly AnyLexicalExtensionArgument[];
  readonly blocks?: readonly BlockConversion[];
  readonly inlines?: readonly InlineConversion[];
  readonly slash?: readonly SlashItem[];
  /** Works in the texts of cards too: captions, cells, fact boxes. */
  readonly inCards?: true;
}
