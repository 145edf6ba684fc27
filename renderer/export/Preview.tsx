import { useEffect, useState } from 'react';
import type { Client } from '../../shared/ipc/contract';
import { strings } from '../strings/en';
import styles from './ExportDialog.module.css';
import { withPlaceholders } from './placeholders';

/** Widths at which the preview can be looked at, in CSS pixels. */
const cssWidth = { phone: 360, tablet: 768, desktop: '100%' } as const;
export type PreviewWidth = keyof typeof cssWidth;
export const previewWidths = Object.keys(cssWidth) as readonly PreviewWidth[];

interface PreviewProps {
  readonly client: Client;
  readonly slug: string;
  readonly text: string;
  readonly isHtml: boolean;
  readonly width: PreviewWidth;
}

/** The real output: a page in a powerless frame of its own, anything else as its text. */
export function Preview({ client, slug, text, isHtml, width }: PreviewProps) {
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
      <textarea className={styles.source} aria-label={strings.exportDialog.preview} readOnly value={text} />
    );
  }
  return (
    <iframe
      className={styles.preview}
      style={{ width: cssWidth[width] }}
      title={strings.exportDialog.preview}
      sandbox=""
      src={address ?? 'about:blank'}
    />
  );
}
