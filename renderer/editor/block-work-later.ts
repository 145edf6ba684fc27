import { mergeRegister } from 'lexical';
import type { Conversion } from './conversion/conversion';
import { lateExtension } from './late-extension';

/** What is done with whole blocks and by keys that lead elsewhere. */
export const blockWorkExtension = (convert: Conversion) =>
  lateExtension('standfirst/block-work', async () => {
    const [{ registerBlockWork }, { registerAttributionKeys }, { registerLeavingPage }] = await Promise.all([
      import('./block-work'),
      import('./attribution-keys'),
      import('./leave-page'),
    ]);
    return (editor) =>
      mergeRegister(
        registerBlockWork(editor, convert),
        registerAttributionKeys(editor),
        registerLeavingPage(editor),
      );
  });
