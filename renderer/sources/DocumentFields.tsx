import { FileCheck, FileWarning } from 'lucide-react';
import { useState } from 'react';
import type { Source } from '../../shared/article/source';
import { standfirst } from '../bridge/standfirst';
import { callFailure } from '../strings/failures';
import { sourcesWords } from '../strings/sources';
import { toolWords } from '../strings/tools';
import { Button } from '../ui/Button';
import { dayOfMoment, momentOfDay } from '../ui/days';
import { Field } from '../ui/Field';
import { momentOf } from '../ui/moment';
import { useDocumentState } from './document-state';
import styles from './SourceDialog.module.css';

interface DocumentFieldsProps {
  readonly source: Source;
  /** The address as it is being typed; the source has it once it is one. */
  readonly address: string;
  readonly addressRefused: boolean;
  readonly onAddress: (address: string) => void;
  readonly onChange: (fields: Partial<Source>) => void;
}

/** What is known of a document only: title, address, when it was retrieved, and a copy that proves what it said. */
export function DocumentFields(props: DocumentFieldsProps) {
  const { source, address, addressRefused, onAddress, onChange } = props;
  const [problem, setProblem] = useState<string>();
  const state = useDocumentState(source);

  async function store(): Promise<void> {
    const answer = await standfirst.sources.chooseDocument();
    if (!answer.ok) {
      const reason =
        answer.error.code === 'too-large' ? sourcesWords.sources.tooLarge : callFailure(answer.error);
      setProblem(sourcesWords.sources.notStored(reason));
    } else if (answer.value) {
      setProblem(undefined);
      const retrieved = source.retrieved ?? momentOfDay(dayOfMoment(momentOf(new Date())));
      onChange({ ...answer.value, retrieved });
    }
  }

  return (
    <>
      <Field
        label={sourcesWords.sources.documentTitle}
        value={source.title}
        onChange={(title) => onChange({ title })}
      />
      <div className={styles.pair}>
        <Field
          label={sourcesWords.sources.url}
          placeholder={toolWords.link.hint}
          value={address}
          invalid={addressRefused}
          hint={addressRefused ? sourcesWords.sources.urlRefused : undefined}
          onChange={onAddress}
        />
        <Field
          label={sourcesWords.sources.retrieved}
          type="date"
          value={dayOfMoment(source.retrieved)}
          onChange={(day) => onChange({ retrieved: momentOfDay(day) })}
        />
      </div>
      <fieldset className={styles.private}>
        <legend>{sourcesWords.sources.copy}</legend>
        <p className={styles.file}>
          {source.file === ''
            ? sourcesWords.sources.noCopy
            : sourcesWords.sources.copyOf(source.file, source.sha256)}
        </p>
        {state ? (
          <p className={styles.state} data-state={state} role={state === 'same' ? 'status' : 'alert'}>
            {state === 'same' ? <FileCheck size={15} aria-hidden /> : <FileWarning size={15} aria-hidden />}
            {sourcesWords.sources.documentStates[state]}
          </p>
        ) : null}
        {problem ? <p role="alert">{problem}</p> : null}
        <div className={styles.buttons}>
          <Button onClick={() => void store()}>
            {source.file === '' ? sourcesWords.sources.storeCopy : sourcesWords.sources.replaceCopy}
          </Button>
          {source.file === '' ? null : (
            <Button onClick={() => void standfirst.sources.revealDocument({ file: source.file })}>
              {sourcesWords.sources.showCopy}
            </Button>
          )}
        </div>
      </fieldset>
    </>
  );
}
