import type { Finding, Place } from '../../shared/checks';
import { leavingWords } from '../strings/leaving';
import styles from './ExportDialog.module.css';
import { Refused } from './Refused';

interface OpenFindingsProps {
  readonly findings: readonly Finding[];
  readonly onShow: (place: Place) => void;
}

/** The gate: errors that block the export, and warnings that are worth a look before it. */
export function OpenFindings({ findings, onShow }: OpenFindingsProps) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 ? (
        <Refused reasons={errors.map(({ reason, place }) => ({ words: reason, place }))} onShow={onShow} />
      ) : null}
      {warnings.length > 0 ? (
        <details className={styles.departed}>
          <summary>{leavingWords.exportDialog.warnings(warnings.length)}</summary>
          <ul>
            {[...new Set(warnings.map(({ reason }) => reason))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
