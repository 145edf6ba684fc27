import { useEffect, useState } from 'react';
import type { Source } from '../../shared/article/source';
import type { SourceQuotation } from '../../shared/ipc/desk-entries';
import type { Merge } from '../../shared/sources/book';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { Button, LinkButton } from '../ui/Button';
import { useDocumentState } from './document-state';
import styles from './SourceBookDialog.module.css';

interface SourceBookEntryProps {
  readonly source: Source;
  /** Entries that were made one with this one. */
  readonly merges: readonly Merge[];
  /** All ids by which articles know the source. */
  readonly ids: readonly string[];
  readonly onEdit: () => void;
  readonly onMerge: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
  readonly onSeparate: (fromId: string) => void;
  readonly onOpen: (slug: string, quoteId: string) => void;
}

/** One source of the book: what is known, what can be done, and all its quotations across articles. */
export function SourceBookEntry(props: SourceBookEntryProps) {
  const { source, merges, ids, onEdit, onMerge, onRemove, onRestore, onSeparate, onOpen } = props;
  const quotations = useQuotations(ids.join(' '));
  const document = useDocumentState(source);
  const about = [source.role, source.organisation, strings.terms[source.terms]];
  return (
    <section className={styles.details} aria-label={source.name}>
      <h3 className={styles.heading}>{source.name || sourcesWords.book.untitled}</h3>
      <p className={styles.quiet}>
        {[source.deleted ? sourcesWords.book.deleted : '', ...about].filter(Boolean).join(' · ')}
      </p>
      {document && document !== 'same' ? (
        <p role="alert">{sourcesWords.sources.documentStates[document]}</p>
      ) : null}
      <div className={styles.buttons}>
        {source.deleted ? (
          <Button onClick={onRestore}>{sourcesWords.book.restore}</Button>
        ) : (
          <>
            <Button onClick={onEdit}>{sourcesWords.book.edit}</Button>
            <Button onClick={onMerge}>{sourcesWords.book.merge}</Button>
            <Button look="quiet" className={styles.remove} onClick={onRemove}>
              {sourcesWords.book.remove}
            </Button>
          </>
        )}
      </div>
      {merges.map(({ from }) => (
        <p key={from.id} className={styles.merged}>
          {sourcesWords.book.isMerged(from.name || sourcesWords.book.untitled)}
          <LinkButton onClick={() => onSeparate(from.id)}>{sourcesWords.book.separate}</LinkButton>
        </p>
      ))}
      {source.contact || source.notes ? (
        <div className={styles.private}>
          <p className={styles.privateTitle}>{sourcesWords.sources.privateNote}</p>
          {source.contact ? <p>{source.contact}</p> : null}
          {source.notes ? <p className={styles.notes}>{source.notes}</p> : null}
        </div>
      ) : null}
      <h4 className={styles.subheading}>{sourcesWords.book.quotations}</h4>
      {quotations?.length === 0 ? <p className={styles.quiet}>{sourcesWords.book.noQuotations}</p> : null}
      <ul className={styles.quotations} aria-label={sourcesWords.book.quotations}>
        {quotations?.map((quotation) => (
          <li key={`${quotation.slug} ${quotation.quoteId}`}>
            <button
              type="button"
              className={styles.quotation}
              onClick={() => onOpen(quotation.slug, quotation.quoteId)}
            >
              <span className={styles.words}>{quotation.text}</span>
              <span className={styles.about}>
                {[
                  quotation.headline || strings.library.untitled,
                  strings.terms[quotation.terms],
                  sourcesWords.sources.checkStates[quotation.check],
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The quotations of the sources whose ids stand in `ids`, separated by spaces; null while they are fetched. */
function useQuotations(ids: string): readonly SourceQuotation[] | null {
  const [quotations, setQuotations] = useState<readonly SourceQuotation[] | null>(null);
  useEffect(() => {
    let stopped = false;
    void standfirst.sources.quotations({ ids: ids.split(' ') }).then((answer) => {
      if (!stopped) setQuotations(answer.ok ? answer.value : []);
    });
    return () => {
      stopped = true;
    };
  }, [ids]);
  return quotations;
}
