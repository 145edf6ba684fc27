import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Article } from '../../shared/article/article';
import type { Result } from '../../shared/base/result';
import type { Client } from '../../shared/ipc/contract';
import { keepingTerms } from '../../shared/sources/keep-terms';
import { articleDifference, isSame } from '../../shared/versions/difference';
import { choiceOf, mergedArticle, noChoices, recordKey } from '../../shared/versions/merge';
import type { VersionEntry, VersionList } from '../../shared/versions/version';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { versionWords } from '../strings/versions';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segments } from '../ui/Segments';
import { Comparison, type Item } from './Comparison';
import { groupedByDay, timeOf } from './days';
import { Heading, Keep } from './VersionNames';
import styles from './VersionsDialog.module.css';

const words = versionWords.versions;

interface VersionsDialogProps {
  readonly client: Client;
  readonly slug: string;
  /** The article as it stands in the window. */
  readonly present: () => Article | null;
  /** Puts a changed article into the window, as an edit; the present is kept as a version before. */
  readonly onRestore: (changed: Article) => Promise<boolean>;
  /** Keeps what is in the window as a version; answers its file, or in words why not. */
  readonly onKeep: (name: string | null) => Promise<Result<string, string>>;
  readonly onClose: () => void;
}

/** The former states of the article: what differs from now, and the way back, whole or block by block. */
export function VersionsDialog({ client, slug, present, onRestore, onKeep, onClose }: VersionsDialogProps) {
  const [list, setList] = useState<VersionList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [then, setThen] = useState<Article | null>(null);
  const [now, setNow] = useState(present);
  const [shown, setShown] = useState<'changes' | 'whole'>('changes');
  const [round, setRound] = useState(0);
  const why = useId();

  // `round` is raised when the list changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    let stopped = false;
    void client.versions.list({ slug }).then((answer) => {
      if (stopped) return;
      if (!answer.ok) return setProblem(callFailure(answer.error));
      setList(answer.value);
      setFile((chosen) => chosen ?? answer.value.versions[0]?.file ?? null);
    });
    return () => {
      stopped = true;
    };
  }, [client, slug, round]);

  useEffect(() => {
    if (file === null) return;
    let stopped = false;
    void client.versions.read({ slug, file }).then((answer) => {
      if (stopped) return;
      setThen(answer.ok ? answer.value : null);
      setProblem(answer.ok ? null : words.unreadable);
    });
    return () => {
      stopped = true;
    };
  }, [client, slug, file]);

  const entry = list?.versions.find((version) => version.file === file) ?? null;
  const difference = useMemo(
    () => (then && now ? articleDifference(then, shown === 'whole' ? then : now) : null),
    [then, now, shown],
  );

  async function restore(changed: Article, done: string): Promise<void> {
    const keyboard = document.activeElement;
    const bound = now ? keepingTerms(changed, now) : changed;
    if (!(await onRestore(bound))) return;
    setProblem(bound === changed ? null : words.termsStay);
    // Writing into the page takes the keyboard there, and the page then puts its caret back; it stays in the dialog.
    await new Promise((resolve) => setTimeout(resolve));
    if (keyboard instanceof HTMLElement) keyboard.focus();
    setNow(present());
    setRound((before) => before + 1);
    announce(done);
  }

  function putBack(item: Item): void {
    if (!then || !now || !difference) return;
    const all = choiceOf('before', difference);
    const only = {
      field: () => ({
        ...noChoices,
        fields: pick(all.fields, item.kind === 'field' ? item.row.field : null),
      }),
      block: () => ({ ...noChoices, blocks: pick(all.blocks, item.kind === 'block' ? item.index : null) }),
      record: () => ({
        ...noChoices,
        records: pick(all.records, item.kind === 'record' ? recordKey(item.row) : null),
      }),
    }[item.kind]();
    void restore(mergedArticle(then, now, difference, only), words.putBackDone);
  }

  async function rename(name: string): Promise<void> {
    if (file === null) return;
    const given = name.trim() === '' ? null : name.trim();
    const answer = await client.versions.name({ slug, file, name: given });
    if (!answer.ok) return setProblem(callFailure(answer.error));
    announce(given === null ? words.unnamed : words.named(given));
    setRound((before) => before + 1);
  }

  async function keep(name: string | null): Promise<boolean> {
    const kept = await onKeep(name);
    setProblem(kept.ok ? null : words.notKept(kept.error));
    if (!kept.ok) return false;
    const known = list?.versions.some((version) => version.file === kept.value);
    announce(name !== null ? words.keptAs(name) : known ? words.keptAlready : words.kept);
    setNow(present());
    setFile(kept.value);
    setRound((before) => before + 1);
    return true;
  }

  const same = difference !== null && shown === 'changes' && isSame(difference);

  return (
    <Dialog
      title={words.title}
      closeLabel={strings.close}
      width={1120}
      onClose={onClose}
      actions={
        then && now && shown === 'changes' && difference ? (
          <>
            {same ? (
              <span id={why} className={styles.faint}>
                {words.nothingToRestore}
              </span>
            ) : null}
            <Button
              look={same ? 'plain' : 'primary'}
              // It keeps the keyboard, which may have been on it when it had its effect.
              aria-disabled={same}
              aria-describedby={same ? why : undefined}
              onClick={() => {
                if (same) return;
                void restore(
                  mergedArticle(then, now, difference, choiceOf('before', difference)),
                  words.restored,
                );
              }}
            >
              {words.restore}
            </Button>
          </>
        ) : null
      }
    >
      {problem ? <p role="alert">{problem}</p> : null}
      {list?.versions.length === 0 ? (
        <>
          <p>{words.none}</p>
          <Keep onKeep={keep} />
        </>
      ) : null}
      {list && list.damaged.length > 0 ? (
        <p className={styles.damaged}>{words.damaged(list.damaged.length)}</p>
      ) : null}
      {list && list.versions.length > 0 ? (
        <div className={styles.place}>
          <div className={styles.side}>
            <Keep onKeep={keep} />
            <List versions={list.versions} chosen={file} onChoose={setFile} />
          </div>
          <div className={styles.view}>
            {entry ? (
              <Heading
                key={entry.file}
                entry={entry}
                isFirst={entry === list.versions.at(-1)}
                onName={(name) => void rename(name)}
              />
            ) : null}
            {difference ? (
              <Comparison
                difference={difference}
                sides={null}
                unchanged={shown === 'whole' ? 'shown' : 'folded'}
                control={(item) => (
                  <Button className={styles.small} onClick={() => putBack(item)}>
                    {item.kind !== 'field' && item.row.kind === 'added' ? words.takeOut : words.putBack}
                  </Button>
                )}
                tools={
                  <span className={styles.show}>
                    <Segments
                      label={words.shown}
                      value={shown}
                      options={[
                        { value: 'changes', label: words.show.changes },
                        { value: 'whole', label: words.show.whole },
                      ]}
                      onChange={setShown}
                    />
                  </span>
                }
              />
            ) : null}
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}

function pick<Key, Value>(all: ReadonlyMap<Key, Value>, key: Key | null): ReadonlyMap<Key, Value> {
  const value = key === null ? undefined : all.get(key);
  return key === null || value === undefined ? new Map() : new Map([[key, value]]);
}

interface ListProps {
  readonly versions: readonly VersionEntry[];
  readonly chosen: string | null;
  readonly onChoose: (file: string) => void;
}

/** The versions by day, newest first; arrow keys walk through them. */
function List({ versions, chosen, onChoose }: ListProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [today] = useState(() => new Date());
  const at = versions.findIndex(({ file }) => file === chosen);
  // The keyboard begins in the list, which was not there yet when the dialog opened.
  useEffect(() => box.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: versions.length - 1,
    };
    const to = event.altKey ? undefined : steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = versions[Math.max(0, Math.min(versions.length - 1, to))];
    if (!next) return;
    onChoose(next.file);
    box.current
      ?.querySelector(`[data-file="${CSS.escape(next.file)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={styles.list}
      aria-label={words.list}
      aria-activedescendant={at === -1 ? undefined : `${id}${at}`}
      onKeyDown={onKeyDown}
    >
      {groupedByDay(versions, today).map(({ day, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own.
        <div key={day} role="group" aria-label={day}>
          <div className={styles.day} aria-hidden>
            {day}
          </div>
          {entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the keyboard.
            <div
              key={entry.file}
              id={`${id}${versions.indexOf(entry)}`}
              role="option"
              aria-selected={entry.file === chosen}
              data-file={entry.file}
              className={styles.entry}
              onClick={() => onChoose(entry.file)}
            >
              <span className={styles.entryHead}>
                <span className={styles.time}>{timeOf(entry.taken)}</span>
                <span
                  className={styles.faint}
                  title={entry === versions.at(-1) ? words.first : words.churn(entry.added, entry.removed)}
                >
                  {words.churnShort(entry.added, entry.removed)}
                </span>
              </span>
              {entry.name === null ? null : <span className={styles.entryName}>{entry.name}</span>}
              <span className={styles.faint}>
                {words.reason[entry.reason]} · {words.words(entry.words)}
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
