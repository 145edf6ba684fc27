import type { Finding } from '../../shared/checks';
import { leavingWords } from '../strings/leaving';
import styles from './ExportDialog.module.css';

/** The gate: errors that block the export, and warnings that are worth a look before it. */
export function OpenFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const reasons = (shown: readonly Finding[]) => (
    <ul>
      {[...new Set(shown.map(({ reason }) => reason))].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
  return (
    <>
      {errors.length > 0 ? (
        <div role="alert" className={styles.refused}>
          <h3>{leavingWords.exportDialog.refused}</h3>
          {reasons(errors)}
        </div>
      ) : null}
      {warnings.length > 0 ? (
        <details className={styles.departed}>
          <summary>{leavingWords.exportDialog.warnings(warnings.length)}</summary>
          {reasons(warnings)}
        </details>
      ) : null}
    </>
  );
}
