import type { Stretch } from '../../shared/versions/word-difference';
import { versionWords } from '../strings/versions';
import styles from './Comparison.module.css';

const words = versionWords.comparison;

interface StretchesProps {
  readonly stretches: readonly Stretch[];
  /** One side leaves out what only the other has. */
  readonly side: 'before' | 'after' | 'one-text';
}

/** Words with what came underlined and what went struck through; the ear hears which is which. */
export function Stretches({ stretches, side }: StretchesProps) {
  const shown = stretches.filter(
    ({ kind }) => kind === 'same' || side === 'one-text' || (kind === 'removed') === (side === 'before'),
  );
  if (shown.length === 0) return <span className={styles.faint}>{words.nothing}</span>;
  return shown.map(({ kind, text }, index) => {
    // Stretches have no identity of their own; their order is what is shown.
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Mark = kind === 'removed' ? 'del' : 'ins';
    return (
      <Mark key={key} className={styles[kind]}>
        <span className="visually-hidden">{words[kind]} </span>
        {text}
      </Mark>
    );
  });
}
