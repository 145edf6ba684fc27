import { BadgeCheck, CircleAlert, Pencil, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Source } from '../../shared/article/source';
import { createWordCounter, type WordCounter } from '../../shared/article/words';
import { aliasesOf } from '../../shared/sources/book-changes';
import type { CheckState } from '../../shared/sources/checking';
import { fold } from '../../shared/sources/fold';
import { useDocument } from '../session/document';
import { quotedWords } from '../session/quotations';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { IconButton } from '../ui/Button';
import { LongList } from '../ui/LongList';
import { speakerMark } from '../ui/speaker-mark';
import { useToldArticle } from '../ui/told-article';
import { useBook } from './book';
import { useDocumentState } from './document-state';
import styles from './SourcesRegion.module.css';
import { type SpeakerSummary, sameSpeakers, summarise } from './summary';

interface SourcesRegionProps {
  /** The open article; `loads` is the session's. */
  readonly open: { readonly loads: number; readonly sources: readonly Source[]; readonly language: string };
  /** Puts the caret into a quotation and shows it. */
  readonly onGoTo: (quoteId: string) => void;
  readonly onEdit: (sourceId: string) => void;
}

/** From so many speakers on, a filter is worth its place. */
const manySpeakers = 4;

/** So many speakers, and quotations of one, are listed at a time. */
const listedSpeakers = 30;
const listedQuotations = 12;

/** What is known of the words of an article that is not counted yet. */
const nothingQuoted: ReadonlyMap<string, string> = new Map();

/** So many texts are remembered with their words before all are counted anew. */
const mostTexts = 20_000;

/** Counts the words of a text once: a long article has thousands of quotations, and a key changes one. */
function rememberedCounts(counter: WordCounter): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const words = known.get(text) ?? counter.ofText(text).words;
    if (known.size >= mostTexts) known.clear();
    known.set(text, words);
    return words;
  };
}

/** Who speaks in this article: role, terms, quotations, checks, problems; a click goes to the place. */
export function SourcesRegion({ open, onGoTo, onEdit }: SourcesRegionProps) {
  const { article, isCounted } = useToldArticle(
    open,
    useDocument((state) => state.loads),
  );
  const { sources, language } = article;
  // A pane of a long article draws when nothing is more urgent, and not in one go with the other panes.
  const body = useDeferredValue(useDocument((state) => state.body));
  const quoted = isCounted ? quotedWords(body) : nothingQuoted;
  const quotations = useDeferredValue(useDocument((state) => state.quotations));
  const merges = useBook((state) => state.merges);
  const aliases = useMemo(() => aliasesOf({ merges }), [merges]);
  const [filter, setFilter] = useState('');
  const countWords = useMemo(() => rememberedCounts(createWordCounter(language)), [language]);
  const speakers = useUnchanged(
    useMemo(
      () => summarise(quoted, quotations, sources, aliases, countWords),
      [quoted, quotations, sources, aliases, countWords],
    ),
  );
  const shown = filter.trim() === '' ? speakers : speakers.filter((speaker) => fits(speaker, filter));
  return (
    <section className={styles.region} aria-label={sourcesWords.sources.region}>
      <h2 className={styles.title}>{sourcesWords.sources.region}</h2>
      {speakers.length === 0 ? <p className={styles.empty}>{sourcesWords.sources.empty}</p> : null}
      {speakers.length >= manySpeakers || filter !== '' ? (
        <FilterField words={filter} onChange={setFilter} />
      ) : null}
      {speakers.length > 0 && shown.length === 0 ? (
        <p className={styles.empty}>{sourcesWords.sources.noMatch}</p>
      ) : null}
      <ul className={styles.list}>
        <LongList items={shown} step={listedSpeakers} more={sourcesWords.sources.moreSpeakers}>
          {(speaker) => (
            <Speaker
              key={speaker.source?.id ?? 'nobody'}
              speaker={speaker}
              isCounted={isCounted}
              onGoTo={onGoTo}
              onEdit={onEdit}
            />
          )}
        </LongList>
      </ul>
    </section>
  );
}

interface FilterFieldProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Drawn for its own words alone: React writes a field anew with whatever is drawn around it, which costs a frame. */
const FilterField = memo(function FilterField({ words, onChange }: FilterFieldProps) {
  return (
    <input
      type="search"
      className={styles.filter}
      aria-label={sourcesWords.sources.filter}
      placeholder={sourcesWords.sources.filter}
      value={words}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
});

/** Whether a speaker, or what they say, holds every word of the filter; terms and problems count as well. */
function fits({ source, quotations, problems }: SpeakerSummary, filter: string): boolean {
  const text = fold(
    [
      source?.name ?? sourcesWords.sources.nobody,
      source?.role ?? '',
      source?.organisation ?? '',
      ...problems.map((problem) => sourcesWords.sources.problems[problem]),
      ...quotations.flatMap((quotation) => [
        quotation.text,
        strings.terms[quotation.terms],
        sourcesWords.sources.checkStates[quotation.check],
      ]),
    ].join(' '),
  ).text;
  return fold(filter)
    .text.split(/\s+/)
    .every((word) => text.includes(word));
}

/** The former value as long as the new one says the same: typing outside quotations then draws nothing here. */
function useUnchanged(value: readonly SpeakerSummary[]): readonly SpeakerSummary[] {
  const [former, setFormer] = useState(value);
  if (former === value || sameSpeakers(former, value)) return former;
  setFormer(value);
  return value;
}

interface SpeakerProps {
  readonly speaker: SpeakerSummary;
  /** Whether it is known how often they are quoted. */
  readonly isCounted: boolean;
  readonly onGoTo: (quoteId: string) => void;
  readonly onEdit: (sourceId: string) => void;
}

/** So much of a quotation is shown in the list, in characters. */
const excerptLength = 90;

const Speaker = memo(function Speaker({ speaker, isCounted, onGoTo, onEdit }: SpeakerProps) {
  const { source, quotations, problems } = speaker;
  const document = useDocumentState(source);
  const checked = quotations.filter(({ check }) => check === 'checked').length;
  const name = source ? source.name || sourcesWords.sources.unnamed : sourcesWords.sources.nobody;
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
            label={sourcesWords.sources.edit(name)}
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => onEdit(source.id)}
          />
        ) : null}
      </div>
      <p className={styles.facts}>
        {source ? <span data-terms={source.terms}>{strings.terms[source.terms]}</span> : null}
        {isCounted ? <span>{sourcesWords.sources.quotations(quotations.length)}</span> : null}
        {quotations.length > 0 ? (
          <span>{sourcesWords.sources.words(speaker.words, speaker.share)}</span>
        ) : null}
        {quotations.length > 0 ? (
          <span>{sourcesWords.sources.checked(checked, quotations.length)}</span>
        ) : null}
      </p>
      {problems.length > 0 || (document && document !== 'same') ? (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>
              <CircleAlert size={13} aria-hidden />
              {sourcesWords.sources.problems[problem]}
            </li>
          ))}
          {document && document !== 'same' ? (
            <li>
              <CircleAlert size={13} aria-hidden />
              {sourcesWords.sources.documentStates[document]}
            </li>
          ) : null}
        </ul>
      ) : null}
      <ol className={styles.quotations}>
        <LongList items={quotations} step={listedQuotations} more={sourcesWords.sources.moreQuotations}>
          {(quotation) => (
            <li key={quotation.id}>
              <button
                type="button"
                className={styles.quotation}
                title={sourcesWords.sources.goTo}
                onClick={() => onGoTo(quotation.id)}
              >
                <span className={styles.excerpt}>
                  {quotation.text.length > excerptLength
                    ? `${quotation.text.slice(0, excerptLength)}…`
                    : quotation.text}
                </span>
                <CheckMark check={quotation.check} />
                {quotation.terms !== source?.terms ? (
                  <span className={styles.ownTerms}>{strings.terms[quotation.terms]}</span>
                ) : null}
              </button>
            </li>
          )}
        </LongList>
      </ol>
    </li>
  );
});

function CheckMark({ check }: { readonly check: CheckState }) {
  if (check === 'unchecked') return null;
  const Icon = check === 'checked' ? BadgeCheck : TriangleAlert;
  return (
    <Icon
      size={13}
      role="img"
      className={styles.check}
      data-check={check}
      aria-label={sourcesWords.sources.checkStates[check]}
    />
  );
}
