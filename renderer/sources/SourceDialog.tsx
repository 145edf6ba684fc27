import { useState } from 'react';
import { plainAddress } from '../../shared/article/address';
import { type Source, sourceKinds, termsNames } from '../../shared/article/source';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field } from '../ui/Field';
import { DocumentFields } from './DocumentFields';
import styles from './SourceDialog.module.css';

interface SourceDialogProps {
  readonly source: Source;
  readonly onSave: (source: Source) => void;
  /** Present when no quotation names the source. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** Everything known of a source; what never leaves the desk stands apart and says so. */
export function SourceDialog({ source, onSave, onRemove, onClose }: SourceDialogProps) {
  const [draft, setDraft] = useState(source);
  const [address, setAddress] = useState(source.url ?? '');
  const set = (fields: Partial<Source>) => setDraft((present) => ({ ...present, ...fields }));
  const unnamed = draft.terms !== 'on-the-record';
  const url = address.trim() === '' ? null : plainAddress(address);
  const addressRefused = draft.kind === 'document' && address.trim() !== '' && url === null;
  const save = () => onSave(draft.kind === 'document' ? { ...draft, url } : draft);
  return (
    <Dialog
      title={sourcesWords.sources.title(source.name || sourcesWords.sources.unnamed)}
      closeLabel={strings.close}
      width={500}
      onClose={onClose}
      actions={
        <>
          {onRemove ? (
            <Button look="quiet" className={styles.remove} onClick={onRemove}>
              {sourcesWords.sources.deleteSource}
            </Button>
          ) : null}
          <Button onClick={onClose}>{sourcesWords.tag.cancel}</Button>
          <Button look="primary" disabled={draft.name.trim() === '' || addressRefused} onClick={save}>
            {sourcesWords.sources.save}
          </Button>
        </>
      }
    >
      <Field label={sourcesWords.sources.name} value={draft.name} onChange={(name) => set({ name })} />
      <div className={draft.kind === 'person' ? styles.pair : undefined}>
        <Field
          label={sourcesWords.tag.role}
          value={draft.role}
          placeholder={sourcesWords.tag.roleHint}
          onChange={(role) => set({ role })}
        />
        {draft.kind === 'person' ? (
          <Field
            label={sourcesWords.sources.pronouns}
            value={draft.pronouns}
            onChange={(pronouns) => set({ pronouns })}
          />
        ) : null}
      </div>
      <div className={styles.pair}>
        <Choice
          label={sourcesWords.sources.kind}
          value={draft.kind}
          options={sourceKinds.map((value) => ({ value, label: sourcesWords.sources.kinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <Field
          label={sourcesWords.sources.organisation}
          value={draft.organisation}
          onChange={(organisation) => set({ organisation })}
        />
      </div>
      {draft.kind === 'document' ? (
        <DocumentFields
          source={draft}
          address={address}
          addressRefused={addressRefused}
          onAddress={setAddress}
          onChange={set}
        />
      ) : null}
      <Choice
        label={sourcesWords.tag.terms}
        hint={sourcesWords.termsHint[draft.terms]}
        value={draft.terms}
        options={termsNames.map((value) => ({ value, label: strings.terms[value] }))}
        onChange={(terms) => set({ terms })}
      />
      {unnamed ? (
        <>
          <Field
            label={sourcesWords.tag.publishedAs}
            placeholder={sourcesWords.tag.publishedAsHint}
            value={draft.publishedAs}
            onChange={(publishedAs) => set({ publishedAs })}
          />
          <Field
            label={sourcesWords.tag.reasonUnnamed}
            value={draft.reasonUnnamed}
            onChange={(reasonUnnamed) => set({ reasonUnnamed })}
          />
        </>
      ) : null}
      <fieldset className={styles.private}>
        <legend>{sourcesWords.sources.privateNote}</legend>
        <Field
          label={sourcesWords.sources.contact}
          value={draft.contact}
          onChange={(contact) => set({ contact })}
        />
        <Field
          label={sourcesWords.sources.notes}
          lines="many"
          value={draft.notes}
          onChange={(notes) => set({ notes })}
        />
      </fieldset>
    </Dialog>
  );
}
