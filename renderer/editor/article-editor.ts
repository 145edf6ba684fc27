import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HeadingAnnounceExtension, RichTextExtension } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { blockWorkExtension } from './block-work-later';
import { type CardTexts, createCardTexts } from './card-text';
import { CaretOnFocusExtension } from './caret-on-focus';
import { clipboardExtension } from './clipboard';
import { type Clipboard, type ClipboardDoors, wholePage } from './clipboard-setting';
import { registerComposingApart } from './compose-apart';
import { type Body, createBody } from './conversion/body';
import { type Conversion, createConversion } from './conversion/conversion';
import type { FeatureParts, FeatureSetting, SlashItem } from './feature';
import { features } from './features';
import { QuotationExtension, type Quotations } from './features/quotation/quotation';
import { giveTypography } from './field-typography';
import { type History, WritingHistoryExtension } from './history/history';
import { KeptSelectionExtension } from './kept-selection';
import { LetClonesGoExtension } from './let-clones-go';
import { PageTransformsExtension } from './page-transforms';
import { SectionsExtension } from './sections/sections';
import { theme } from './theme';

/** The editor of one window: Lexical, built from the list of features, with its body in the document model. */
export interface ArticleEditor {
  readonly lexical: LexicalEditor;
  readonly conversion: Conversion;
  readonly body: Body;
  readonly quotations: Quotations;
  readonly history: History;
  readonly typography: FeatureSetting['typography'];
  readonly slashItems: readonly SlashItem[];
  /** What the features were made with. */
  readonly parts: FeatureParts;
  /** The words in cards. */
  readonly texts: CardTexts;
  /** The editor that the keyboard is in: the page's, or that of a text in a card. */
  readonly active: () => LexicalEditor;
  dispose(): void;
}

export interface ArticleEditorOptions extends FeatureSetting {
  readonly clipboard: ClipboardDoors;
  /** A mistake of ours inside the editor; the document stays as it was before. */
  readonly onError: (error: Error) => void;
}

/** Lexical leaves the page on Escape, and what is typed next is lost. Here Escape closes things; the caret stays. */
const StayOnEscapeExtension = defineExtension({
  name: 'standfirst/stay-on-escape',
  register: (editor) => editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
});

/** Builds the editor; it has no page until `lexical.setRootElement` gives it one. */
export function createArticleEditor({ clipboard, onError, ...setting }: ArticleEditorOptions): ArticleEditor {
  const texts = createCardTexts(async () => {
    const { createTextWriter } = await import('./text-writer');
    return createTextWriter({
      page: lexical,
      features: list,
      conversion,
      quotations,
      clipboard,
      board,
      onError,
    });
  });
  const parts = { ...setting, texts, asOneStep: (change: () => void) => history().asOneStep(change) };
  const list = features(parts);
  const board: Clipboard = { copied: null };
  const conversion = createConversion(
    list.flatMap((feature) => feature.blocks ?? []),
    list.flatMap((feature) => feature.inlines ?? []),
  );
  const lexical = buildEditorFromExtensions(
    defineExtension({
      name: 'standfirst',
      namespace: 'standfirst',
      theme,
      onError,
      // The document is loaded through the body, never from a state of Lexical's own.
      $initialEditorState: null,
      dependencies: [
        RichTextExtension,
        // Would read out a heading of every article that is opened. What becomes of a block is told by followBlocks.
        configExtension(HeadingAnnounceExtension, { disabled: true }),
        WritingHistoryExtension,
        SectionsExtension,
        PageTransformsExtension,
        LetClonesGoExtension,
        KeptSelectionExtension,
        ...list.flatMap((feature) => feature.extensions ?? []),
        blockWorkExtension(conversion),
        // Not late: it keeps words.
        defineExtension({ name: 'standfirst/compose-apart', register: registerComposingApart }),
        StayOnEscapeExtension,
        CaretOnFocusExtension,
        clipboardExtension({
          convert: conversion,
          doors: clipboard,
          isAdLine: setting.isAdLine,
          board,
          holding: () => wholePage,
        }),
      ],
    }),
  );
  giveTypography(lexical, setting.typography);
  const history = () => getExtensionDependencyFromEditor(lexical, WritingHistoryExtension).output;
  const body = createBody(lexical, conversion);
  const quotations = getExtensionDependencyFromEditor(lexical, QuotationExtension).output;
  return {
    lexical,
    conversion,
    body,
    history: history(),
    typography: setting.typography,
    quotations,
    texts,
    parts,
    active: () => texts.active() ?? lexical,
    slashItems: list.flatMap((feature) => feature.slash ?? []),
    dispose() {
      body.dispose();
      lexical.dispose();
    },
  };
}
