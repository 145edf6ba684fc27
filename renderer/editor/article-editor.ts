import {
  buildEditorFromExtensions,
  getExtensionDependencyFromEditor,
  SelectionAlwaysOnDisplayExtension,
} from '@lexical/extension';
import { RichTextExtension } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { type ClipboardDoors, clipboardExtension } from './clipboard';
import { type Body, createBody } from './conversion/body';
import { type Conversion, createConversion } from './conversion/conversion';
import type { FeatureSetting, SlashItem } from './feature';
import { features } from './features';
import { QuotationExtension, type Quotations } from './features/quotation/quotation';
import { type History, WritingHistoryExtension } from './history/history';
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
  const list = features(setting);
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
        WritingHistoryExtension,
        configExtension(SelectionAlwaysOnDisplayExtension, {
          onReposition: (marks) => {
            for (const mark of marks) mark.className = 'kept-selection';
          },
        }),
        ...list.flatMap((feature) => feature.extensions ?? []),
        StayOnEscapeExtension,
        clipboardExtension(conversion, clipboard, setting.isAdLine),
      ],
    }),
  );
  const body = createBody(lexical, conversion);
  return {
    lexical,
    conversion,
    body,
    quotations: getExtensionDependencyFromEditor(lexical, QuotationExtension).output,
    history: getExtensionDependencyFromEditor(lexical, WritingHistoryExtension).output,
    typography: setting.typography,
    slashItems: list.flatMap((feature) => feature.slash ?? []),
    dispose() {
      body.dispose();
      lexical.dispose();
    },
  };
}
