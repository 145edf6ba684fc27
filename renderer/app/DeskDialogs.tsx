import { useCallback, useEffect, useState } from 'react';
import { actions } from '../../shared/ipc/actions';
import type { BinEntry } from '../../shared/ipc/desk-entries';
import { standfirst } from '../bridge/standfirst';
import { arriving } from '../editor/held-keys';
import { deskWork } from '../strings/desk-work';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import type { Performers } from './actions';
import { commandsOf } from './CommandPalette';
import styles from './DeskDialogs.module.css';
import { say } from './desk-state';
import { savedOrSaid, whyUnsaved } from './unsaved';
import type { Workspace } from './workspace';

interface OfArticle {
  readonly workspace: Workspace;
  readonly slug: string;
  readonly onClose: () => void;
}

/** Asks before an article goes to the bin. */
export function RemoveDialog({
  workspace,
  slug,
  headline,
  onClose,
}: OfArticle & { readonly headline: string }) {
  async function remove(): Promise<void> {
    const mayGo = await savedOrSaid(workspace.session);
    // At once: a second press moves nothing more, and a dialog that is opened meanwhile stays.
    onClose();
    if (!mayGo) return;
    workspace.session.close();
    const answer = await standfirst.article.remove({ slug });
    if (answer.ok) return;
    await workspace.openArticle(slug);
    say(strings.notDone(callFailure(answer.error)));
  }
  return (
    <Dialog
      title={deskWork.remove.title(headline || strings.library.untitled)}
      closeLabel={strings.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" onClick={() => void remove()}>
            {deskWork.remove.confirm}
          </Button>
        </>
      }
    >
      <p>{deskWork.remove.explain}</p>
    </Dialog>
  );
}

/** A new name for the article's folder. */
export function RenameDialog({ workspace, slug, onClose }: OfArticle) {
  const [name, setName] = useState(slug);
  const [problem, setProblem] = useState<string>();
  function refuse(words: string): void {
    setProblem(words);
    announce(words);
  }
  async function rename(): Promise<void> {
    if (!(await workspace.session.flush())) return refuse(whyUnsaved(workspace.session) ?? '');
    const answer = await standfirst.article.rename({ slug, to: name });
    if (answer.ok) {
      workspace.session.renamed(answer.value);
      workspace.changePreferences({ lastArticle: answer.value.slug });
      onClose();
    } else refuse(answer.error.code === 'taken' ? deskWork.rename.taken : callFailure(answer.error));
  }
  return (
    <Dialog
      title={deskWork.rename.title}
      closeLabel={strings.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={() => void rename()}>
            {deskWork.rename.confirm}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <Field
          label={deskWork.rename.field}
          value={name}
          hint={problem}
          invalid={problem !== undefined}
          onChange={(typed) => {
            setProblem(undefined);
            setName(typed);
          }}
        />
      </form>
    </Dialog>
  );
}

/** The deleted articles, each restorable. */
export function BinDialog({ workspace, onClose }: Omit<OfArticle, 'slug'>) {
  const [entries, setEntries] = useState<readonly BinEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [emptying, setEmptying] = useState(false);
  const show = useCallback((listed: Awaited<ReturnType<typeof standfirst.bin.list>>) => {
    if (listed.ok) setEntries(listed.value);
    else setProblem(strings.notDone(callFailure(listed.error)));
  }, []);
  useEffect(() => {
    void standfirst.bin.list().then(show);
  }, [show]);
  async function restore(name: string): Promise<void> {
    await arriving('same-place', async () => {
      const answer = await standfirst.bin.restore({ name });
      if (!answer.ok) {
        // Said where the writer looks, with what is there now: a dialog lies over the foot of the window.
        const isGone = answer.error.code === 'vanished';
        setProblem(isGone ? deskWork.bin.gone : strings.notDone(callFailure(answer.error)));
        show(await standfirst.bin.list());
        return false;
      }
      onClose();
      await workspace.refreshEntries();
      await workspace.openArticle(answer.value.slug);
      return true;
    });
  }
  async function empty(): Promise<void> {
    const names = entries?.map((entry) => entry.name) ?? [];
    const answer = await standfirst.bin.empty({ names });
    if (!answer.ok) say(strings.notDone(callFailure(answer.error)));
    onClose();
  }
  const count = entries?.length ?? 0;
  if (emptying) {
    return (
      <Dialog
        title={deskWork.bin.confirmEmpty(count)}
        closeLabel={strings.close}
        onClose={() => setEmptying(false)}
        actions={
          <>
            <Button onClick={() => void empty()}>{deskWork.bin.emptyNow}</Button>
            <Button look="primary" onClick={() => setEmptying(false)}>
              {strings.cancel}
            </Button>
          </>
        }
      >
        <p>{deskWork.bin.emptyExplain}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={deskWork.bin.title}
      closeLabel={strings.close}
      width={520}
      onClose={onClose}
      actions={
        count > 0 ? <Button onClick={() => setEmptying(true)}>{deskWork.bin.emptyAll}</Button> : undefined
      }
    >
      {problem ? <p role="alert">{problem}</p> : null}
      {entries?.length === 0 ? <p>{deskWork.bin.empty}</p> : <p>{deskWork.bin.explain}</p>}
      <ul className={styles.list}>
        {entries?.map((entry) => (
          <li key={entry.name} className={styles.entry}>
            <span className={styles.what}>
              <strong>{entry.headline || entry.slug}</strong>
              <span className={styles.when}>
                {deskWork.bin.deleted(new Date(entry.deleted).toLocaleString('en-GB'))},{' '}
                {entry.expires === null
                  ? deskWork.bin.stays
                  : deskWork.bin.expires(new Date(entry.expires).toLocaleDateString('en-GB'))}
              </span>
            </span>
            <Button onClick={() => void restore(entry.name)}>{deskWork.bin.restore}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface ShortcutsDialogProps {
  readonly performers: Performers;
  readonly platform: string;
  readonly onClose: () => void;
}

/** All keys, made from the action table. */
export function ShortcutsDialog({ performers, platform, onClose }: ShortcutsDialogProps) {
  const commands = commandsOf(performers, platform).filter((command) => command.keys);
  return (
    <Dialog title={actions['app.shortcuts'].label} closeLabel={strings.close} width={560} onClose={onClose}>
      <dl className={styles.keys}>
        {commands.map((command) => (
          <div key={command.value}>
            <dt>{command.label}</dt>
            <dd>{command.keys}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
