import { importRefusalSentence } from '../../shared/import/import-refusal';
import { reportLines } from '../../shared/import/report';
import type { ImportOutcome } from '../../shared/ipc/desk-entries';
import { strings } from '../strings/en';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './ImportReport.module.css';

interface ImportReportProps {
  readonly outcomes: readonly ImportOutcome[];
  readonly onOpen: (slug: string) => void;
  readonly onClose: () => void;
}

/** What came of each file of an import: the article, what was left out and set apart, or what to do about a problem. */
export function ImportReport({ outcomes, onOpen, onClose }: ImportReportProps) {
  const imported = outcomes.filter(({ kind }) => kind === 'imported').length;
  return (
    <Dialog
      title={strings.importing.title(imported, outcomes.length)}
      closeLabel={strings.close}
      width={560}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {strings.importing.done}
        </Button>
      }
    >
      <ul className={styles.files}>
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown, and names may repeat.
          <li key={index} className={styles.file}>
            {outcome.kind === 'imported' ? (
              <Imported outcome={outcome} onOpen={onOpen} />
            ) : (
              <p className={styles.problem}>{problemWords(outcome)}</p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Imported({
  outcome: { name, slug, headline, report },
  onOpen,
}: {
  readonly outcome: Extract<ImportOutcome, { kind: 'imported' }>;
  readonly onOpen: (slug: string) => void;
}) {
  const lines = reportLines({ findings: report.findings, setAside: [] }, 'writer');
  return (
    <>
      <p className={styles.name}>{name}</p>
      <button type="button" className={styles.headline} onClick={() => onOpen(slug)}>
        {headline || strings.library.untitled}
      </button>
      {lines.length > 0 ? (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {report.setAside.length > 0 ? (
        <details className={styles.aside}>
          <summary>{strings.importing.setAside(report.setAside.length)}</summary>
          <ul className={styles.lines}>
            {report.setAside.map(({ text, before, place }) => (
              <li key={`${place} ${before} ${text}`}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {lines.length === 0 && report.setAside.length === 0 ? (
        <p className={styles.all}>{strings.importing.nothingLost}</p>
      ) : null}
    </>
  );
}

function problemWords({ name, problem }: Extract<ImportOutcome, { kind: 'failed' }>): string {
  return problem.kind === 'content'
    ? importRefusalSentence(problem.refusal, name)
    : strings.importing.unreadable(name, strings.readFailure[problem.failure.code]);
}
