import { useEffect, useState } from 'react';
import type { Client } from '../../shared/ipc/contract';
import type { PreviewWidth } from '../../shared/ipc/preferences';
import { leavingWords } from '../strings/leaving';
import styles from './ExportDialog.module.css';
import { withPlaceholders } from './placeholders';

/** Widths at which the preview can be looked at, in CSS pixels. */
const cssWidth: Readonly<Record<PreviewWidth, number | string>> = {
  phone: 360,
  tablet: 768,
  desktop: '100%',
};

interface PreviewProps {
  readonly client: Client;
  readonly slug: string;
  readonly text: string;
  readonly isHtml: boolean;
  readonly width: PreviewWidth;
  /** How the frame looks; as in the export dialog where nothing is said. */
  readonly frame?: string | undefined;
}

/** The real output: a page in a powerless frame of its own, anything else as its text. */
export function Preview({ client, slug, text, isHtml, width, frame }: PreviewProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isHtml) return;
    let stopped = false;
    void client.export.preview({ slug, html: withPlaceholders(text) }).then((answer) => {
      if (!stopped && answer.ok) setAddress(answer.value.url);
    });
    return () => {
      stopped = true;
    };
  }, [client, slug, text, isHtml]);
  if (!isHtml) {
    return (
      <textarea
        className={styles.source}
        aria-label={leavingWords.exportDialog.preview}
        readOnly
        value={text}
      />
    );
  }
  return (
    <iframe
      className={frame ?? styles.preview}
      style={{ width: cssWidth[width] }}
      title={leavingWords.exportDialog.preview}
      sandbox=""
      src={address ?? 'about:blank'}
    />
  );
}
