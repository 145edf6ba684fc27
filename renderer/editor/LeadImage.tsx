import { useEffect, useRef } from 'react';
import { type Block, blockCodec, type ImageContent } from '../../shared/article/block';
import type { Session } from '../session/session';
import type { ArticleEditor } from './article-editor';
import { $appendBlock, $firstBlock, $insertBlockBefore } from './blocks';
import { isSubstitution } from './edit-in-place';
import { type PictureView, pictureView } from './picture-view';

interface LeadImageProps {
  readonly editor: ArticleEditor;
  readonly session: Session;
}

/** The article's lead image, above the body, with its words written in place. */
export function LeadImage({ editor, session }: LeadImageProps) {
  const lead = session.use((state) => (state.kind === 'open' ? state.head.leadImage : null));
  const article = session.use((state) => (state.kind === 'open' ? state.head.id : ''));
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<PictureView | null>(null);
  const isThere = lead !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another article has another picture, in a view of its own.
  useEffect(() => {
    if (!isThere) return;
    const now = (): ImageContent | null => {
      const state = session.use.getState();
      return state.kind === 'open' ? state.head.leadImage : null;
    };
    const first = now();
    if (!first) return;
    const toBody = () => editor.lexical.focus(undefined, { defaultSelection: 'rootStart' });
    let made: PictureView | null = null;
    let left = false;
    void editor.texts.prepare().then(() => {
      if (left) return;
      made = pictureView(
        editor.parts,
        first,
        (fields) => {
          const present = now();
          if (!present) return;
          const change = () => session.change({ leadImage: { ...present, ...fields } });
          if (isSubstitution()) editor.history.substitutes(change);
          else change();
        },
        {
          choose: editor.parts.pictures.choose,
          move: {
            label: 'Move lead image into the story',
            run: (picture) => moveIntoStory(editor, session, picture),
          },
          remove: null,
          escape: toBody,
          enter: toBody,
        },
      );
      view.current = made;
      place.current?.replaceChildren(made.element);
    });
    return () => {
      left = true;
      view.current = null;
      made?.element.remove();
    };
  }, [isThere, article, editor, session]);

  useEffect(() => {
    if (lead) view.current?.update(lead);
  }, [lead]);

  return isThere ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div ref={place} className="lead" role="group" aria-label="Lead image" />
  ) : null;
}

/** A block as it will be read from the file: with a caption that a newer version wrote, a picture of the body is kept as a whole. */
const asRead = (block: Block): Block => blockCodec.decode(blockCodec.encode(block));

/** The picture goes before the first block of the body; nothing of it is lost. */
function moveIntoStory(editor: ArticleEditor, session: Session, picture: ImageContent): void {
  editor.texts.leave();
  editor.history.asOneStep(() => {
    editor.lexical.update(
      () => {
        const node = editor.conversion.$blockToNode(asRead({ kind: 'image', ...picture }));
        const first = $firstBlock();
        if (first) $insertBlockBefore(first, node);
        else $appendBlock(node);
      },
      { discrete: true },
    );
    session.change({ leadImage: null });
  });
  editor.lexical.focus(undefined, { defaultSelection: 'rootStart' });
}
