import { Autocomplete } from '@base-ui/react/autocomplete';
import { useId, useRef, useState } from 'react';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import { newSource, type Source, type Terms, termsNames } from '../../shared/article/source';
import { sourceNamed } from '../../shared/sources/same-source';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field, Label } from '../ui/Field';
import { speakerMark } from '../ui/speaker-mark';
import { QuotationDetails } from './QuotationDetails';
import styles from './TagDialog.module.css';

/** What the dialog begins with: the words, the record if they are tagged already, and a guess at the speaker. */
export interface TagSubject {
  readonly words: string;
  readonly quotation: Quotation | null;
  readonly guess: { readonly name: string; readonly role: string } | null;
}

/** What the writer decided. `source` is new or changed, or null when nobody was named. */
export interface TagDecision {
  readonly quotation: Quotation;
  readonly source: Source | null;
}

interface TagDialogProps {
  readonly subject: TagSubject;
  /** Who can be chosen: the article's sources first, in order, then those of the source book. */
  readonly sources: readonly Source[];
  readonly language: string;
  /** Who checked last on this machine. */
  readonly checker: string;
  readonly onDecide: (decision: TagDecision) => void;
  readonly onRemove: (quoteId: string) => void;
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

type TermsChoice = Terms | 'default';

/** So many names are shown at once; typing finds the others. */
const mostNames = 40;

/** Who said it, and on which terms: the speaker list with the best guess, a new source with its role, the terms. */
export function TagDialog(props: TagDialogProps) {
  const { subject, sources, language, checker, onDecide, onRemove, onClose, finalFocus } = props;
  const tagged = sources.find((source) => source.id === subject.quotation?.sourceId);
  const [name, setName] = useState(tagged?.name ?? subject.guess?.name ?? '');
  const [terms, setTerms] = useState<TermsChoice>(subject.quotation?.terms ?? 'default');
  // Two sources can have one name: words that are tagged keep theirs until another name is typed.
  const named = (speaker: string) =>
    tagged && speaker === tagged.name ? tagged : sourceNamed(sources, speaker);
  const chosen = named(name);
  const [record, setRecord] = useState(subject.quotation);
  const [role, setRole] = useState(subject.guess?.role ?? '');
  const [sourceTerms, setSourceTerms] = useState<Terms>('on-the-record');
  const [publishedAs, setPublishedAs] = useState('');
  const speakerId = useId();
  const roleField = useRef<HTMLDivElement>(null);
  const offered = [
    ...new Set(
      sources.filter(({ deleted, name: own }) => !deleted && own !== '').map((source) => source.name),
    ),
  ];
  const isNew = name.trim() !== '' && !chosen;
  const unnamed = isNew && sourceTerms !== 'on-the-record';

  function decide(speaker: string): void {
    const existing = named(speaker);
    const source =
      existing ??
      (speaker.trim() === ''
        ? null
        : {
            ...newSource(crypto.randomUUID(), speaker.trim()),
            role: role.trim(),
            terms: sourceTerms,
            publishedAs: publishedAs.trim(),
          });
    onDecide({
      source,
      quotation: {
        ...(record ?? newQuotation(crypto.randomUUID(), null)),
        sourceId: source?.id ?? null,
        terms: terms === 'default' ? null : terms,
      },
    });
  }

  return (
    <Dialog
      title={subject.quotation ? sourcesWords.quotationDetails.title : sourcesWords.tag.title}
      closeLabel={strings.close}
      width={subject.quotation ? 560 : 440}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          {subject.quotation ? (
            <Button
              look="quiet"
              className={styles.remove}
              onClick={() => subject.quotation && onRemove(subject.quotation.id)}
            >
              {sourcesWords.tag.remove}
            </Button>
          ) : null}
          <Button onClick={onClose}>{sourcesWords.tag.cancel}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={() => decide(name)}>
            {subject.quotation ? sourcesWords.tag.change : sourcesWords.tag.apply}
          </Button>
        </>
      }
    >
      <blockquote className={styles.words}>{subject.words}</blockquote>
      <div className={styles.speaker}>
        <Autocomplete.Root
          items={offered}
          limit={mostNames}
          value={name}
          onValueChange={setName}
          inline
          open
          autoHighlight={chosen ? 'always' : true}
        >
          <label className={styles.label} htmlFor={speakerId}>
            <Label>{sourcesWords.tag.nameField}</Label>
            <Autocomplete.Input
              id={speakerId}
              className={styles.input}
              placeholder={sourcesWords.tag.nameHint}
              spellCheck={false}
              // A guess that is wrong is written over.
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                const active = event.currentTarget.getAttribute('aria-activedescendant');
                if (active) return;
                event.preventDefault();
                // The guess as it was read from the text is confirmed by this one key; a name typed by hand asks for its role.
                if (named(name) || name === subject.guess?.name) decide(name);
                else if (name.trim()) roleField.current?.querySelector('input')?.focus();
              }}
            />
          </label>
          <Autocomplete.List className={styles.list}>
            {(option: string) => (
              <Autocomplete.Item
                key={option}
                value={option}
                className={styles.option}
                onClick={() => decide(option)}
              >
                <Initials name={option} index={sources.findIndex((source) => source.name === option)} />
                <span className={styles.optionName}>{option}</span>
                <span className={styles.optionRole}>
                  {sources.find((source) => source.name === option)?.role}
                </span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Root>
      </div>
      {isNew ? (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            decide(name);
          }}
        >
          <p className={styles.newSource}>{sourcesWords.tag.create(name.trim())}</p>
          <div ref={roleField}>
            <Field
              label={sourcesWords.tag.role}
              placeholder={sourcesWords.tag.roleHint}
              value={role}
              onChange={setRole}
            />
          </div>
          <Choice
            label={sourcesWords.tag.terms}
            hint={sourcesWords.termsHint[sourceTerms]}
            value={sourceTerms}
            options={termsNames.map((value) => ({ value, label: strings.terms[value] }))}
            onChange={setSourceTerms}
          />
          {unnamed ? (
            <Field
              label={sourcesWords.tag.publishedAs}
              placeholder={sourcesWords.tag.publishedAsHint}
              value={publishedAs}
              onChange={setPublishedAs}
            />
          ) : null}
          <button type="submit" hidden>
            {sourcesWords.tag.apply}
          </button>
        </form>
      ) : null}
      {chosen ? (
        <Choice
          label={sourcesWords.tag.terms}
          hint={sourcesWords.termsHint[terms === 'default' ? chosen.terms : terms]}
          value={terms}
          options={[
            {
              value: 'default' as TermsChoice,
              label: sourcesWords.tag.termsDefault(strings.terms[chosen.terms]),
            },
            ...termsNames.map((value) => ({ value: value as TermsChoice, label: strings.terms[value] })),
          ]}
          onChange={setTerms}
        />
      ) : null}
      {record ? (
        <QuotationDetails
          quotation={record}
          text={subject.words}
          language={language}
          checker={checker}
          onChange={(fields) => setRecord((present) => present && { ...present, ...fields })}
        />
      ) : null}
    </Dialog>
  );
}

function Initials({ name, index }: { readonly name: string; readonly index: number }) {
  const mark = speakerMark(name, Math.max(0, index));
  return (
    <span
      className={styles.initials}
      style={{ color: `color-mix(in oklab, var(--tone-${mark.tone}) 62%, var(--ink))` }}
      aria-hidden
    >
      {mark.initials}
    </span>
  );
}
