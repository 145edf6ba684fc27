import { manifest } from '../../shared/export/manifest';
import { copyToClipboard } from '../bridge/clipboard';
import { leavingWords } from '../strings/leaving';
import { Button } from '../ui/Button';
import type { Left } from './departure';
import styles from './ExportDialog.module.css';

interface DepartedProps {
  readonly left: Left;
  readonly onCopied: () => void;
}

/** The manifest: what left, file by file, with size and SHA-256; to read, and to copy for a record. */
export function Departed({ left, onCopied }: DepartedProps) {
  const { files } = left.departure;
  return (
    <details className={styles.departed}>
      <summary>{leavingWords.exportDialog.files(files.length)}</summary>
      <ul>
        {files.map(({ path, size, sha256 }) => (
          <li key={path}>
            {path}, {size.toLocaleString('en')} bytes, SHA-256 <code>{sha256}</code>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          if (copyToClipboard({ text: manifest(left.departure), html: null })) onCopied();
        }}
      >
        {leavingWords.exportDialog.copyManifest}
      </Button>
    </details>
  );
}
