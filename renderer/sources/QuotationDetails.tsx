import { BadgeCheck, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import {
  type Evidence,
  type Medium,
  mediumNames,
  type Quotation,
  quotationKinds,
} from '../../shared/article/quotation';
import { checkState } from '../../shared/sources/checking';
import { wordDifference } from '../../shared/versions/word-difference';
import { sourcesWords } from '../strings/sources';
import { Button, IconButton } from '../ui/Button';
import { dayInWords, dayOfMoment, momentOfDay } from '../ui/days';
import { Choice, Field } from '../ui/Field';
import { momentOf } from '../ui/moment';
import styles from './QuotationDetails.module.css';

const words = sourcesWords.quotationDetails;
const evidenceKinds = ['recording', 'notes', 'transcript', 'link', 'file'] as const;

interface QuotationDetailsProps {
  readonly quotation: Quotation;
  /** The words as they stand in the article now. */
  readonly text: string;
  readonly language: string;
  /** Who checked last on this machine. */
  readonly checker: string;
  readonly onChange: (fields: Partial<Quotation>) => void;
}

/** What is known of one quotation: where it was said, what proves it, and whether somebody held it against that. */
export function QuotationDetails({ quotation, text, language, checker, onChange }: QuotationDetailsProps) {
  return (
    <>
      <div className={styles.row}>
        <Choice
          label={words.kind}
          value={quotation.kind}
          options={quotationKinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
        <Choice<Medium | ''>
          label={words.medium}
          value={quotation.medium ?? ''}
          options={[
            { value: '', label: words.noMedium },
            ...mediumNames.map((value) => ({ value, label: words.media[value] })),
          ]}
          onChange={(medium) => onChange({ medium: medium === '' ? null : medium })}
        />
        <Field
          label={words.date}
          type="date"
          value={dayOfMoment(quotation.date)}
          onChange={(day) => onChange({ date: momentOfDay(day) })}
        />
      </div>
      <EvidenceList evidence={quotation.evidence} onChange={(evidence) => onChange({ evidence })} />
      <Checking quotation={quotation} text={text} language={language} checker={checker} onChange={onChange} />
    </>
  );
}

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: readonly Evidence[]) => void;
}

function EvidenceList({ evidence, onChange }: EvidenceListProps) {
  const change = (index: number, fields: Partial<Evidence>) =>
    onChange(evidence.map((entry, at) => (at === index ? { ...entry, ...fields } : entry)));
  return (
    <fieldset className={styles.private}>
      <legend>{words.evidence}</legend>
      {evidence.map((entry, index) => (
        // Entries have no identity of their own; their order is what is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={index} className={styles.evidence}>
          <Choice
            label={words.evidenceKind}
            value={entry.kind}
            options={evidenceKinds.map((value) => ({ value, label: words.evidenceKinds[value] }))}
            onChange={(kind) => change(index, { kind })}
          />
          <Field
            label={words.reference}
            placeholder={words.referenceHint}
            value={entry.reference}
            onChange={(reference) => change(index, { reference })}
          />
          <IconButton
            label={words.removeEvidence(entry.reference)}
            icon={<X size={15} aria-hidden />}
            onClick={() => onChange(evidence.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...evidence, { kind: 'recording', reference: '' }])}>
          {words.addEvidence}
        </Button>
      </div>
    </fieldset>
  );
}

function Checking({ quotation, text, language, checker, onChange }: QuotationDetailsProps) {
  const [by, setBy] = useState(quotation.checked?.by || checker);
  const { checked } = quotation;
  const state = checkState(quotation, text);
  const mark = () => onChange({ checked: { by: by.trim(), at: momentOf(new Date()), text } });
  return (
    <fieldset className={styles.checking} data-state={state}>
      <legend>{words.check}</legend>
      {checked === null ? <p className={styles.quiet}>{words.unchecked}</p> : null}
      {checked && state === 'checked' ? (
        <p className={styles.state} role="status">
          <BadgeCheck size={15} aria-hidden />
          {words.checked(checked.by, dayInWords(checked.at))}
        </p>
      ) : null}
      {checked && state === 'changed' ? (
        <>
          <p className={styles.state} role="alert">
            <TriangleAlert size={15} aria-hidden />
            {words.changed(checked.by, dayInWords(checked.at))}
          </p>
          <Difference before={checked.text} after={text} language={language} />
        </>
      ) : null}
      <div className={styles.marking}>
        {state === 'checked' ? null : <Field label={words.by} value={by} onChange={setBy} />}
        {state === 'checked' ? null : (
          <Button disabled={by.trim() === ''} onClick={mark}>
            {state === 'changed' ? words.markAgain : words.mark}
          </Button>
        )}
        {checked ? (
          <Button look="quiet" onClick={() => onChange({ checked: null })}>
            {words.takeBack}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

function Difference({ before, after, language }: DifferenceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a paragraph of words, named for the ear.
    <p className={styles.difference} role="group" aria-label={words.difference}>
      {wordDifference(before, after, language).map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches are drawn once and never move.
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <Tag key={index}>
            <span className="visually-hidden"> {kind === 'removed' ? words.removed : words.added}: </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
