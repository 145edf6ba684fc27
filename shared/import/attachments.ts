import type { Block } from '../article/block';
import { pictureNote, withCaption } from './html/picture-note';

/**
 * The blocks with the names under which the main process stored their pictures. `names` answers the stored name of an
 * attachment's `file`, or null where it could not be stored: then a desk note marks the place. Pictures that were no
 * attachment stay as they are.
 */
export function withStoredPictures(
  blocks: readonly Block[],
  attachments: readonly { readonly file: string }[],
  names: (file: string) => string | null,
  ids: () => string,
): readonly Block[] {
  const waiting = new Set(attachments.map(({ file }) => file));
  return blocks.map((block) => {
    if (block.kind !== 'image' || !waiting.has(block.file)) return block;
    const file = names(block.file);
    if (file !== null) return { ...block, file };
    return withCaption(pictureNote(ids(), block.alt, null), block.caption, block.credit);
  });
}
