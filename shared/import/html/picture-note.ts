import type { DeskNote } from '../../article/block';
import type { Inline } from '../../article/inline';

/**
 * The desk note that stands where a picture could not come along. It is never published, so that a forgotten placeholder
 * does not reach a reader; `address` (http or https) is kept so that the writer can fetch the picture.
 */
export function pictureNote(id: string, alt: string, address: string | null): DeskNote {
  const name = alt === '' ? '' : `: “${alt}”`;
  const words = `Picture not included${name}${address === null ? '.' : '. Address: '}`;
  const link: readonly Inline[] =
    address === null
      ? []
      : [{ kind: 'link', url: address, children: [{ kind: 'text', text: address, marks: [] }] }];
  const children: readonly Inline[] = [{ kind: 'text', text: words, marks: [] }, ...link];
  return { kind: 'deskNote', id, author: 'Import', resolved: false, children };
}

/**
 * The note with what stood below the picture. In the text it would be a sentence about something that no reader sees; here the
 * writer finds it when the picture comes.
 */
export function withCaption(note: DeskNote, caption: readonly Inline[], credit: string): DeskNote {
  const words = (text: string): Inline => ({ kind: 'text', text, marks: [] });
  const children: readonly Inline[] = [
    ...note.children,
    ...(caption.length > 0 ? [{ kind: 'lineBreak' } as const, words('Caption: '), ...caption] : []),
    ...(credit === '' ? [] : [{ kind: 'lineBreak' } as const, words(`Credit: ${credit}`)]),
  ];
  return { ...note, children };
}
