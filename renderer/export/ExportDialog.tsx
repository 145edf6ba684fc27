import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../shared/article/article';
import { type AdTarget, adTargetNames, type DeskSettings } from '../../shared/article/desk-settings';
import { exportArticle, type FormatName, formatNames, formats } from '../../shared/export/formats';
import { describeRefusal } from '../../shared/export/refusal';
import { mediaAddress } from '../../shared/ipc/addresses';
import type { Client } from '../../shared/ipc/contract';
import { copyToClipboard } from '../bridge/clipboard';
import { callFailure, strings } from '../strings/en';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/Field';
import styles from './ExportDialog.module.css';
import { cleanPicture } from './pictures';

interface ExportDialogProps {
  readonly client: Client;
  readonly article: Article;
  readonly desk: DeskSettings;
  readonly onClose: () => void;
}

/** Hands the article over: what it will be, a preview that is the real output, and the ways out. */
export function ExportDialog({ client, article, desk, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<FormatName>('page');
  const [ads, setAds] = useState<AdTarget>(desk.adTarget);
  const [done, setDone] = useState<string>();
  const exported = useMemo(
    () =>
      exportArticle(article, desk, format, { ads, look: 'broadsheet', houseStyle: null, canonicalUrl: null }),
    [article, desk, format, ads],
  );
  const file = exported.ok ? exported.value.files[0] : undefined;
  const isHtml = file?.mediaType === 'text/html';

  async function save(): Promise<void> {
    if (!exported.ok) return;
    const pictures: { readonly name: string; readonly content: Uint8Array }[] = [];
    for (const name of exported.value.media) {
      const picture = await cleanPicture(mediaAddress(article.slug, name), name);
      // Nothing leaves in part: without a picture there is no export.
      if (!picture.ok) return setDone(strings.exportDialog.picture[picture.error.code](name));
      pictures.push({ name: `media/${name}`, content: picture.value });
    }
    const texts = exported.value.files.map(({ name, text }) => ({ name, content: text }));
    const answer = await client.export.write({ files: [...texts, ...pictures] });
    if (!answer.ok) setDone(strings.notDone(callFailure(answer.error)));
    else if (answer.value) setDone(strings.exportDialog.saved(answer.value.paths[0] ?? ''));
  }

  const copy = (html: string | null) => {
    if (file && copyToClipboard({ text: file.text, html })) {
      setDone(strings.exportDialog.copied);
    }
  };

  return (
    <Dialog
      title={strings.exportDialog.title}
      closeLabel={strings.close}
      width={1040}
      onClose={onClose}
      actions={
        <>
          <span role="status" className={styles.done}>
            {done}
          </span>
          {isHtml ? (
            <>
              <Button onClick={() => copy(null)}>{strings.exportDialog.copySource}</Button>
              <Button onClick={() => copy(file.text)}>{strings.exportDialog.copyRich}</Button>
            </>
          ) : null}
          <Button look="primary" disabled={!exported.ok} onClick={() => void save()}>
            {strings.exportDialog.save}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Choice<FormatName>
          label={strings.exportDialog.format}
          value={format}
          options={formatNames.map((value) => ({ value, label: formats[value].title }))}
          onChange={setFormat}
        />
        <Choice<AdTarget>
          label={strings.exportDialog.ads}
          value={ads}
          options={adTargetNames.map((value) => ({ value, label: strings.adTargets[value] }))}
          onChange={setAds}
        />
      </div>
      {exported.ok ? (
        <>
          {exported.value.omitted.length > 0 ? (
            <p className={styles.omitted}>
              {strings.exportDialog.omitted}:{' '}
              {exported.value.omitted.map(({ code, count }) => strings.omission(code, count)).join(', ')}
            </p>
          ) : null}
          {file ? <Preview client={client} slug={article.slug} text={file.text} isHtml={isHtml} /> : null}
        </>
      ) : (
        <div role="alert" className={styles.refused}>
          <h3>{strings.exportDialog.refused}</h3>
          <ul>
            {exported.error.map((refusal) => (
              <li key={`${refusal.code} ${refusal.place.block} ${refusal.excerpt}`}>
                {describeRefusal(refusal)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

interface PreviewProps {
  readonly client: Client;
  readonly slug: string;
  readonly text: string;
  readonly isHtml: boolean;
}

/** The real output: a page in a powerless frame of its own, anything else as its text. */
function Preview({ client, slug, text, isHtml }: PreviewProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isHtml) return;
    let stopped = false;
    void client.export.preview({ slug, html: text }).then((answer) => {
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
      title={strings.exportDialog.preview}
      sandbox=""
      src={address ?? 'about:blank'}
    />
  );
}
