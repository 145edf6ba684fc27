import { BadgeCheck, Pencil } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Source } from '../../shared/article/source';
import { createWordCounter } from '../../shared/article/words';
import { useDocument } from '../session/document';
import { strings } from '../strings/en';
import { IconButton } from '../ui/Button';
import { speakerMark } from '../ui/speaker-mark';
import styles from './SourcesRegion.module.css';
import { type SpeakerSummary, summarise } from './summary';

interface SourcesRegionProps {
  readonly sources: readonly Source[];
  readonly language: string;
  /** Puts the caret into a quotation and shows it. */
  readonly onGoTo: (quoteId: string) => void;
  readonly onEdit: (sourceId: string) => void;
}

/** Who speaks in this article: role, terms, number and share of quotations; a click goes to the place. */
export function SourcesRegion({ sources, language, onGoTo, onEdit }: SourcesRegionProps) {
  const body = useDocument((state) => state.body);
  const quotations = useDocument((state) => state.quotations);
  const counter = useMemo(() => createWordCounter(language), [language]);
  const speakers = useUnchanged(
    useMemo(
      () => summarise(body, quotations, sources, (text) => counter.ofText(text).words),
      [body, quotations, sources, counter],
    ),
  );
  return (
    <section className={styles.region} aria-label={strings.sources.region}>
      <h2 className={styles.title}>{strings.sources.region}</h2>
      {speakers.length === 0 ? <p className={styles.empty}>{strings.sources.empty}</p> : null}
      <ul className={styles.list}>
        {speakers.map((speaker) => (
          <Speaker key={speaker.source?.id ?? 'nobody'} speaker={speaker} onGoTo={onGoTo} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

/** The former value as long as the new one says the same: typing outside quotations then draws nothing here. */
function useUnchanged<Value>(value: Value): Value {
  const [former, setFormer] = useState(value);
  if (former === value || JSON.stringify(former) === JSON.stringify(value)) return former;
  setFormer(value);
  return value;
}

interface SpeakerProps {
  readonly speaker: SpeakerSummary;
  readonly onGoTo: (quoteId: string) => void;
  readonly onEdit: (sourceId: string) => void;
}

/** So much of a quotation is shown in the list, in characters. */
const excerptLength = 90;

const Speaker = memo(function Speaker({ speaker, onGoTo, onEdit }: SpeakerProps) {
  const { source, quotations } = speaker;
  const name = source ? source.name || strings.sources.unnamed : strings.sources.nobody;
  const mark = speakerMark(source?.name ?? '', Math.max(0, speaker.index));
  return (
    <li className={styles.speaker} data-tone={source ? mark.tone : undefined}>
      <div className={styles.head}>
        <span className={styles.initials} aria-hidden>
          {mark.initials}
        </span>
        <div className={styles.who}>
          <span className={styles.name}>{name}</span>
          {source?.role ? <span className={styles.role}>{source.role}</span> : null}
        </div>
        {source ? (
          <IconButton
            label={strings.sources.edit(name)}
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => onEdit(source.id)}
          />
        ) : null}
      </div>
      <p className={styles.facts}>
        {source ? <span data-terms={source.terms}>{strings.terms[source.terms]}</span> : null}
        <span>{strings.sources.quotations(quotations.length)}</span>
        {quotations.length > 0 ? <span>{strings.sources.words(speaker.words, speaker.share)}</span> : null}
      </p>
      <ol className={styles.quotations}>
        {quotations.map((quotation) => (
          <li key={quotation.id}>
            <button
              type="button"
              className={styles.quotation}
              title={strings.sources.goTo}
              onClick={() => onGoTo(quotation.id)}
            >
              <span className={styles.excerpt}>
                {quotation.text.length > excerptLength
                  ? `${quotation.text.slice(0, excerptLength)}…`
                  : quotation.text}
              </span>
              {quotation.checked ? <BadgeCheck size={13} aria-label="checked" /> : null}
              {quotation.terms !== source?.terms ? (
                <span className={styles.ownTerms}>{strings.terms[quotation.terms]}</span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </li>
  );
});
