import { $getNodeByKey, HISTORY_PUSH_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { useState } from 'react';
import type { Source } from '../../shared/article/source';
import { $attributionOf, $setAttribution } from '../editor/attribution';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field } from '../ui/Field';

interface AttributionDialogProps {
  readonly editor: LexicalEditor;
  /** The block quote or pull quote. */
  readonly block: NodeKey;
  readonly sources: readonly Source[];
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

/** Whom a block quote or pull quote quotes: a source, by the name its terms allow, or words of the writer's own. */
export function AttributionDialog({ editor, block, sources, onClose, finalFocus }: AttributionDialogProps) {
  const [present] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(block);
      return node ? $attributionOf(node) : { attribution: '', sourceId: null };
    }),
  );
  const [sourceId, setSourceId] = useState(present.sourceId ?? '');
  const [attribution, setAttribution] = useState(present.attribution);
  const save = () => {
    editor.update(
      () => {
        const node = $getNodeByKey(block);
        if (node) $setAttribution(node, { attribution: attribution.trim(), sourceId: sourceId || null });
      },
      { tag: HISTORY_PUSH_TAG },
    );
    onClose();
  };
  return (
    <Dialog
      title={strings.attribution.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          <Button onClick={onClose}>{sourcesWords.tag.cancel}</Button>
          <Button look="primary" onClick={save}>
            {strings.attribution.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={strings.attribution.words}
          hint={strings.attribution.hint}
          value={attribution}
          onChange={setAttribution}
        />
      </form>
      <Choice
        label={strings.attribution.source}
        value={sourceId}
        options={[
          { value: '', label: strings.attribution.noSource },
          ...sources.filter((source) => !source.deleted).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setSourceId}
      />
    </Dialog>
  );
}
