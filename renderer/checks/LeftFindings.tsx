import { useId } from 'react';
import type { Finding } from '../../shared/checks/finding';
import { leftFindingsWords as words } from '../strings/left-findings';
import { toolWords } from '../strings/tools';
import { LinkButton } from '../ui/Button';
import { LongList } from '../ui/LongList';
import styles from './ChecksRegion.module.css';

interface LeftFindingsProps {
  readonly findings: readonly Finding[];
  /** So many are listed at a time. */
  readonly step: number;
  readonly onHeed: (finding: Finding) => void;
}

/** What the writer decided to leave, with the reasons, and the way to take a decision back. */
export function LeftFindings({ findings, step, onHeed }: LeftFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <details className={styles.left}>
      <summary>{words.summary(findings.length)}</summary>
      <ul className={styles.list}>
        <LongList items={findings} step={step} more={toolWords.checks.more}>
          {(finding, index) => <LeftFinding key={index} finding={finding} onHeed={onHeed} />}
        </LongList>
      </ul>
    </details>
  );
}

function LeftFinding({ finding, onHeed }: { readonly finding: Finding } & Pick<LeftFindingsProps, 'onHeed'>) {
  const id = useId();
  return (
    <li className={styles.what}>
      <p id={id}>{finding.reason}</p>
      {finding.excerpt ? <p className={styles.excerpt}>{finding.excerpt}</p> : null}
      <p className={styles.quiet}>{words.because(finding.ignored ?? '')}</p>
      <LinkButton aria-describedby={id} onClick={() => onHeed(finding)}>
        {words.again}
      </LinkButton>
    </li>
  );
}
