import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../shared/article/article';
import { type AdTarget, adTargetNames, type DeskSettings } from '../../shared/article/desk-settings';
import { blocksExport, checkArticle, type Finding } from '../../shared/checks';
import { exportArticle, type FormatName, formatNames, formats } from '../../shared/export/formats';
import { type LookName, lookNames } from '../../shared/export/looks';
import type { Departure, LeftFile } from '../../shared/export/manifest';
import { describeRefusal, type Omission } from '../../shared/export/refusal';
import { mediaAddress } from '../../shared/ipc/addresses';
import type { Client } from '../../shared/ipc/contract';
import { copyToClipboard } from '../bridge/clipboard';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/Field';
import { type ExportChoice, rememberChoice, rememberedChoice } from './choice';
import { asWritten, departure, type Written } from './departure';
import styles from './ExportDialog.module.css';
import { cleanPicture } from './pictures';
import { withPlaceholders } from './placeholders';

interface ExportDialogProps {
  readonly client: Client;
  readonly article: Article;
  readonly desk: DeskSettings;
  readonly onClose: () => void;
}

/** Widths at which the preview can be looked at, in CSS pixels. */
const cssWidth = { phone: 360, tablet: 768, desktop: '100%' } as const;
type PreviewWidth = keyof typeof cssWidth;
const previewWidths = Object.keys(cssWidth) as readonly PreviewWidth[];

/** Hands the article over: what it will be, a preview that is the real output, and the ways out. */
export function ExportDialog({ client, article, desk, onClose }: ExportDialogProps) {
  const [choice, setChoice] = useState(() => rememberedChoice(article.id, desk.adTarget));
  const { format, ads, look } = choice;
  const { audience } = formats[format];
  const [width, setWidth] = useState<PreviewWidth>('desktop');
  const [now] = useState(() => Date.now());
  const [done, setDone] = useState<string>();
  const [departed, setDeparted] = useState<readonly LeftFile[]>([]);
  const choose = (fields: Partial<ExportChoice>) => {
    const next = { ...choice, ...fields };
    rememberChoice(article.id, next);
    setChoice(next);
    setDeparted([]);
  };
  const exported = useMemo(
    () => exportArticle(article, desk, format, { ads, look, houseStyle: null, canonicalUrl: null }),
    [article, desk, format, ads, look],
  );
  // What needs a dictionary is left to the Checks region: it never blocks an export.
  const findings = useMemo(
    () =>
      checkArticle(
        article,
        { language: article.language, desk, wordList: null },
        { now, openSuggestions: 0 },
      ).filter((finding) => finding.ignored === null),
    [article, desk, now],
  );
  const isBlocked = !exported.ok || (audience === 'readers' && blocksExport(findings));
  const file = exported.ok ? exported.value.files[0] : undefined;
  const isHtml = file?.mediaType === 'text/html';

  /** The pictures of the article without their metadata, or the sentence why one cannot go along. */
  async function cleanPictures(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array> | string> {
    const pictures = new Map<string, Uint8Array>();
    for (const name of names) {
      const picture = await cleanPicture(mediaAddress(article.slug, name), name);
      // Nothing leaves in part: without a picture there is no export.
      if (!picture.ok) return strings.exportDialog.picture[picture.error.code](name);
      pictures.set(name, picture.value);
    }
    return pictures;
  }

  async function write(
    files: readonly Written[],
    audience: Departure['audience'],
    name: string,
    omitted: readonly Omission[],
  ) {
    const answer = await client.export.write({
      files: files.map(({ name: file, content }) => ({ name: file, content })),
    });
    if (!answer.ok) return setDone(strings.notDone(callFailure(answer.error)));
    if (!answer.value) return;
    const left = await departure(files, { slug: article.slug, format: name, audience, omitted });
    setDeparted(left.files);
    setDone(`${strings.exportDialog.saved(answer.value.paths[0] ?? '')} · ${left.words}`);
  }

  async function save(): Promise<void> {
    if (!exported.ok) return;
    const { files, media, omitted } = exported.value;
    const pictures = await cleanPictures(media);
    if (typeof pictures === 'string') return setDone(pictures);
    const beside = [...pictures].map(([name, content]) => ({
      name: `media/${name}`,
      mediaType: 'image',
      content,
    }));
    await write([...files.map(asWritten), ...beside], formats[format].audience, format, omitted);
  }

  /** Word holds the pictures itself, and its writer is loaded only here. */
  async function saveWord(): Promise<void> {
    const { exportWord } = await import('../../shared/export/word/export');
    const page = exportArticle(article, desk, 'page', {
      ads: 'none',
      look,
      houseStyle: null,
      canonicalUrl: null,
    });
    if (!page.ok) return;
    const pictures = await cleanPictures(page.value.media);
    if (typeof pictures === 'string') return setDone(pictures);
    const made = exportWord(article, desk, pictures);
    if (!made.ok) return;
    const { file: document, omitted } = made.value;
    await write([{ ...document, content: document.bytes }], 'readers', 'word', omitted);
  }

  const onPaper = exported.ok && format === 'page' && file ? { slug: article.slug, html: file.text } : null;

  async function print(): Promise<void> {
    if (!onPaper) return;
    const answer = await client.export.print(onPaper);
    if (!answer.ok)
      setDone(
        strings.sheet.notPrinted(
          answer.error.code === 'not-printed' ? answer.error.reason : callFailure(answer.error),
        ),
      );
  }

  async function savePdf(): Promise<void> {
    if (!onPaper || !exported.ok) return;
    const made = await client.export.pdf(onPaper);
    if (!made.ok)
      return setDone(
        strings.notDone(made.error.code === 'not-printed' ? made.error.reason : callFailure(made.error)),
      );
    const pdf = { name: `${article.slug}.pdf`, mediaType: 'application/pdf', content: made.value.bytes };
    await write([pdf], 'readers', 'pdf', exported.value.omitted);
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
          {isHtml && !isBlocked ? (
            <>
              <Button onClick={() => copy(null)}>{strings.exportDialog.copySource}</Button>
              <Button onClick={() => copy(file.text)}>{strings.exportDialog.copyRich}</Button>
            </>
          ) : null}
          {onPaper ? (
            <>
              <Button disabled={isBlocked} onClick={() => void print()}>
                {strings.sheet.print}
              </Button>
              <Button disabled={isBlocked} onClick={() => void savePdf()}>
                {strings.exportDialog.pdf}
              </Button>
            </>
          ) : null}
          <Button disabled={isBlocked} onClick={() => void saveWord()}>
            {strings.exportDialog.word}
          </Button>
          <Button look="primary" disabled={isBlocked} onClick={() => void save()}>
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
          onChange={(next) => choose({ format: next })}
        />
        <Choice<AdTarget>
          label={strings.exportDialog.ads}
          value={ads}
          options={adTargetNames.map((value) => ({ value, label: strings.adTargets[value] }))}
          onChange={(next) => choose({ ads: next })}
        />
        {format === 'page' ? (
          <Choice<LookName>
            label={strings.exportDialog.look}
            value={look}
            options={lookNames.map((value) => ({ value, label: strings.exportDialog.looks[value] }))}
            onChange={(next) => choose({ look: next })}
          />
        ) : null}
        {isHtml ? (
          <Choice<PreviewWidth>
            label={strings.exportDialog.width}
            value={width}
            options={previewWidths.map((value) => ({ value, label: strings.exportDialog.widths[value] }))}
            onChange={setWidth}
          />
        ) : null}
      </div>
      {exported.ok && audience === 'readers' ? <OpenFindings findings={findings} /> : null}
      {departed.length > 0 ? (
        <details className={styles.departed}>
          <summary>{strings.exportDialog.files(departed.length)}</summary>
          <ul>
            {departed.map(({ path, size, sha256 }) => (
              <li key={path}>
                {path}, {size.toLocaleString('en')} bytes, SHA-256 <code>{sha256}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {exported.ok ? (
        <>
          {exported.value.omitted.length > 0 ? (
            <p className={styles.omitted}>
              {strings.exportDialog.omitted}:{' '}
              {exported.value.omitted.map(({ code, count }) => strings.omission(code, count)).join(', ')}
            </p>
          ) : null}
          {file ? (
            <Preview client={client} slug={article.slug} text={file.text} isHtml={isHtml} width={width} />
          ) : null}
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

/** The gate: errors that block the export, and warnings that are worth a look before it. */
function OpenFindings({ findings }: { readonly findings: readonly Finding[] }) {
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
          <h3>{strings.exportDialog.refused}</h3>
          {reasons(errors)}
        </div>
      ) : null}
      {warnings.length > 0 ? (
        <details className={styles.departed}>
          <summary>{strings.exportDialog.warnings(warnings.length)}</summary>
          {reasons(warnings)}
        </details>
      ) : null}
    </>
  );
}

interface PreviewProps {
  readonly client: Client;
  readonly slug: string;
  readonly text: string;
  readonly isHtml: boolean;
  readonly width: PreviewWidth;
}

/** The real output: a page in a powerless frame of its own, anything else as its text. */
function Preview({ client, slug, text, isHtml, width }: PreviewProps) {
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
