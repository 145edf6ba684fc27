import { useEffect, useState } from 'react';
import type { Article } from '../../shared/article/article';
import { formats } from '../../shared/export/formats';
import { actions } from '../../shared/ipc/actions';
import type { Client } from '../../shared/ipc/contract';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { leavingWords, printAnswer } from '../strings/leaving';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './SourceSheetDialog.module.css';

interface SourceSheetDialogProps {
  readonly client: Client;
  readonly article: Article;
  readonly onClose: () => void;
}

const format = formats['source-sheet'];

/** Every quotation in order, with speaker, terms, evidence and check: to read, save and print for the desk. */
export function SourceSheetDialog({ client, article, onClose }: SourceSheetDialogProps) {
  const [html] = useState(() => format.serialise(article));
  const [address, setAddress] = useState<string | null>(null);
  const [done, setDone] = useState<string>();

  useEffect(() => {
    let stopped = false;
    void client.export.preview({ slug: article.slug, html }).then((answer) => {
      if (!stopped && answer.ok) setAddress(answer.value.url);
    });
    return () => {
      stopped = true;
    };
  }, [client, article.slug, html]);

  async function save(): Promise<void> {
    const files = [{ name: article.slug + format.ending, content: html }];
    const answer = await client.export.write({ files });
    if (!answer.ok) setDone(strings.notDone(callFailure(answer.error)));
    else if (answer.value) setDone(leavingWords.exportDialog.saved(answer.value.paths[0] ?? ''));
  }

  async function print(): Promise<void> {
    const answer = await client.export.print({ slug: article.slug, html });
    setDone(printAnswer(answer));
  }

  return (
    <Dialog
      title={sourcesWords.sheet.title}
      closeLabel={strings.close}
      width={1040}
      onClose={onClose}
      actions={
        <>
          <span role="status" aria-label={actions['sources.sheet'].label} className={styles.done}>
            {done}
          </span>
          <Button onClick={() => void print()}>{sourcesWords.sheet.print}</Button>
          <Button look="primary" onClick={() => void save()}>
            {leavingWords.exportDialog.save}
          </Button>
        </>
      }
    >
      <p className={styles.warning}>{sourcesWords.sheet.warning}</p>
      <iframe
        className={styles.preview}
        title={sourcesWords.sheet.title}
        sandbox=""
        src={address ?? 'about:blank'}
      />
    </Dialog>
  );
}
