import { useMemo, useState } from 'react';
import type { Article } from '../../shared/article/article';
import {
  type AdTarget,
  adTargetNames,
  type DeskSettings,
  type FormatName,
  formatNames,
  type LookName,
  lookNames,
} from '../../shared/article/desk-settings';
import { assertNever } from '../../shared/base/assert-never';
import { blocksExport, checkArticle, type Place } from '../../shared/checks';
import { exportArticle, formats } from '../../shared/export/formats';
import { describeRefusal } from '../../shared/export/refusal';
import type { Client } from '../../shared/ipc/contract';
import { type PreviewWidth, previewWidthNames } from '../../shared/ipc/preferences';
import { copyToClipboard } from '../bridge/clipboard';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { deliveryFailure, leavingWords, printAnswer } from '../strings/leaving';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/Field';
import { followingBook } from './book-in-force';
import { type ExportChoice, rememberChoice, rememberedChoice } from './choice';
import { Departed } from './Departed';
import { departure, type Left, type Written } from './departure';
import styles from './ExportDialog.module.css';
import { type HouseStyle, useHouseStyle } from './house-style';
import { type Made, makeExport, type NotMade } from './make';
import { OpenFindings } from './OpenFindings';
import { Preview } from './Preview';
import { placeOf, Refused } from './Refused';
import { useBookInForce } from './use-book-in-force';
import { hasLook, showsAds, type Way } from './ways';

interface ExportDialogProps {
  readonly client: Client;
  readonly article: Article;
  readonly desk: DeskSettings;
  /** Called before something leaves: what leaves is kept as a version. */
  readonly onDepart: () => Promise<unknown>;
  /** Leads to a place that keeps the article here. */
  readonly onShow: (place: Place) => void;
  readonly onClose: () => void;
}

/** Hands the article over: what it will be, a preview that is the real output, and the ways out. */
export function ExportDialog({ client, article, desk, onDepart, onShow, onClose }: ExportDialogProps) {
  const house = useHouseStyle(client);
  const book = useBookInForce(client);
  const following = useMemo(() => (book?.ok ? followingBook(article, book.value) : null), [article, book]);
  // Until they are known there is no preview, and nothing leaves without them.
  if (!house || !book) return null;
  if (following)
    return <Exporting {...{ client, article: following, desk, house, onDepart, onShow, onClose }} />;
  return (
    <Dialog title={leavingWords.exportDialog.title} closeLabel={strings.close} width={640} onClose={onClose}>
      <Refused reasons={book.ok ? [] : [{ words: book.error, place: null }]} onShow={onShow} />
    </Dialog>
  );
}

const wordWriter = async () => (await import('../../shared/export/word/export')).exportWord;

function Exporting({
  client,
  article,
  desk,
  house,
  onDepart,
  onShow,
  onClose,
}: ExportDialogProps & { readonly house: HouseStyle }) {
  const [choice, setChoice] = useState(() => rememberedChoice(article.id, desk));
  const { format, ads, look } = choice;
  const { audience } = formats[format];
  const [width, setWidth] = useState<PreviewWidth>('desktop');
  const [now] = useState(() => Date.now());
  const [done, setDone] = useState<string>();
  const [departed, setDeparted] = useState<Left | null>(null);
  const choose = (fields: Partial<ExportChoice>) => {
    const next = { ...choice, ...fields };
    rememberChoice(article.id, next);
    setChoice(next);
    setDeparted(null);
  };
  const exported = useMemo(
    () =>
      exportArticle(article, desk, format, {
        ads,
        look,
        houseStyle: house.css,
        canonicalUrl: null,
        crops: true,
      }),
    [article, desk, format, ads, look, house.css],
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
  const onPaper = exported.ok && format === 'page' && file ? { slug: article.slug, html: file.text } : null;

  async function write(files: readonly Written[], way: Way, made: Pick<Made, 'omitted' | 'audience'>) {
    await onDepart();
    const answer = await client.export.write({
      files: files.map(({ name: file, content }) => ({ name: file, content })),
    });
    if (!answer.ok) return setDone(leavingWords.exportDialog.notWritten(deliveryFailure(answer.error)));
    if (!answer.value) return;
    const left = await departure(files, { slug: article.slug, format: way, ...made });
    setDeparted(left);
    setDone(`${leavingWords.exportDialog.saved(answer.value.paths[0] ?? '')} · ${left.words}`);
  }

  /** Nothing leaves in part: without one of its pictures there is no export. */
  async function save(way: Way): Promise<void> {
    const order = { article, desk, houseStyle: house.css, way, ads, look, now };
    const made = await makeExport(order, wordWriter);
    if (!made.ok) return setDone(notMade(made.error));
    if (way !== 'pdf') return write(made.value.files, way, made.value);
    if (!onPaper) return;
    const paper = await client.export.pdf(onPaper);
    if (!paper.ok) {
      const { error } = paper;
      return setDone(strings.notDone(error.code === 'not-printed' ? error.reason : callFailure(error)));
    }
    const name = `${article.slug}.pdf`;
    await write([{ name, mediaType: 'application/pdf', content: paper.value.bytes }], 'pdf', made.value);
  }

  async function print(): Promise<void> {
    if (!onPaper) return;
    await onDepart();
    const answer = await client.export.print(onPaper);
    setDone(printAnswer(answer));
  }

  const copy = (html: string | null) => {
    if (file && copyToClipboard({ text: file.text, html })) {
      setDone(leavingWords.exportDialog.copied);
    }
  };

  return (
    <Dialog
      title={leavingWords.exportDialog.title}
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
              <Button onClick={() => copy(null)}>{leavingWords.exportDialog.copySource}</Button>
              <Button onClick={() => copy(file.text)}>{leavingWords.exportDialog.copyRich}</Button>
            </>
          ) : null}
          {onPaper ? (
            <>
              <Button disabled={isBlocked} onClick={() => void print()}>
                {sourcesWords.sheet.print}
              </Button>
              <Button disabled={isBlocked} onClick={() => void save('pdf')}>
                {leavingWords.exportDialog.pdf}
              </Button>
            </>
          ) : null}
          <Button disabled={isBlocked} onClick={() => void save('word')}>
            {leavingWords.exportDialog.word}
          </Button>
          <Button look="primary" disabled={isBlocked} onClick={() => void save(format)}>
            {leavingWords.exportDialog.save}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Choice<FormatName>
          label={leavingWords.exportDialog.format}
          value={format}
          options={formatNames.map((value) => ({ value, label: formats[value].title }))}
          onChange={(next) => choose({ format: next })}
        />
        {showsAds(format) ? (
          <Choice<AdTarget>
            label={leavingWords.exportDialog.ads}
            value={ads}
            options={adTargetNames.map((value) => ({ value, label: leavingWords.adTargets[value] }))}
            onChange={(next) => choose({ ads: next })}
          />
        ) : null}
        {hasLook(format) ? (
          <Choice<LookName>
            label={leavingWords.exportDialog.look}
            value={look}
            options={lookNames.map((value) => ({ value, label: leavingWords.exportDialog.looks[value] }))}
            onChange={(next) => choose({ look: next })}
          />
        ) : null}
        {isHtml ? (
          <Choice<PreviewWidth>
            label={leavingWords.exportDialog.width}
            value={width}
            options={previewWidthNames.map((value) => ({
              value,
              label: leavingWords.exportDialog.widths[value],
            }))}
            onChange={setWidth}
          />
        ) : null}
      </div>
      {exported.ok && audience === 'readers' ? <OpenFindings findings={findings} onShow={onShow} /> : null}
      {departed ? (
        <Departed left={departed} onCopied={() => setDone(leavingWords.exportDialog.copied)} />
      ) : null}
      {exported.ok && hasLook(format) ? (
        <IgnoredStyle problem={house.problem} removed={exported.value.removedStyle} />
      ) : null}
      {exported.ok ? (
        <>
          {exported.value.omitted.length > 0 ? (
            <p className={styles.omitted}>
              {leavingWords.exportDialog.omitted}:{' '}
              {exported.value.omitted.map(({ code, count }) => leavingWords.omission(code, count)).join(', ')}
            </p>
          ) : null}
          {file ? (
            <Preview client={client} slug={article.slug} text={file.text} isHtml={isHtml} width={width} />
          ) : null}
        </>
      ) : (
        <Refused
          reasons={exported.error.map((refusal) => ({
            words: describeRefusal(refusal),
            place: placeOf(refusal),
          }))}
          onShow={onShow}
        />
      )}
    </Dialog>
  );
}

/** Why an article did not leave, in a sentence. */
function notMade(problem: NotMade): string {
  switch (problem.code) {
    case 'refused':
      return problem.reasons.join(' ');
    case 'missing-picture':
    case 'damaged-picture':
      return leavingWords.exportDialog.notExported(
        leavingWords.exportDialog.picture[problem.code](problem.file),
      );
    default:
      return assertNever(problem);
  }
}

/** What of the house stylesheet is not used, and why. */
function IgnoredStyle({
  problem,
  removed,
}: {
  readonly problem: string | null;
  readonly removed: readonly string[];
}) {
  if (problem !== null)
    return <p className={styles.omitted}>{leavingWords.exportDialog.noHouseStyle(problem)}</p>;
  if (removed.length === 0) return null;
  return (
    <details className={styles.departed}>
      <summary>{leavingWords.exportDialog.ignoredStyle(removed.length)}</summary>
      <ul>
        {[...new Set(removed)].map((part) => (
          <li key={part}>
            <code>{part}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
