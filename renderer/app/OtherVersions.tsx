import { useEffect, useState } from 'react';
import type { Article } from '../../shared/article/article';
import type { ConflictCopy, RecoveredArticle } from '../../shared/ipc/desk-entries';
import { sourcesFollowing } from '../../shared/sources/follow-book';
import { articleDifference } from '../../shared/versions/difference';
import { cautiousChoices, proposedChoices } from '../../shared/versions/merge';
import { standfirst } from '../bridge/standfirst';
import type { SavePhase } from '../session/save-state';
import { useBook } from '../sources/book';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { versionWords } from '../strings/versions';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { momentInWords } from '../ui/days';
import { Comparison, type SideNames } from '../versions/Comparison';
import { MergeDialog } from '../versions/MergeDialog';
import { VersionsDialog } from '../versions/VersionsDialog';
import { say, useWindow } from './desk-state';
import { writeArticle } from './desk-work';
import { keepVersion } from './keep-version';
import { lookForRecovered } from './other-versions';
import { savedOrSaid } from './unsaved';
import type { Workspace } from './workspace';

interface OfWorkspace {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Keeps what is in the window as a version, then puts a changed article into the window as an edit. */
async function restore(workspace: Workspace, changed: Article): Promise<boolean> {
  const kept = await keepVersion(workspace, 'before-restore', null);
  const state = workspace.session.use.getState();
  if (!kept.ok) say(versionWords.versions.notRestored(kept.error));
  if (!kept.ok || state.kind !== 'open' || state.head.id !== changed.id) return false;
  writeArticle(workspace, followingBook(changed));
  return true;
}

/** What comes back knows its sources as the book has them now: their terms, and the names that must stay here. */
const followingBook = (article: Article): Article => ({
  ...article,
  sources: sourcesFollowing(article.sources, useBook.getState()),
});

/** The former states of the open article. */
export function VersionsOf({ workspace, onClose }: OfWorkspace) {
  const slug = workspace.session.use((state) => (state.kind === 'open' ? state.slug : null));
  if (slug === null) return null;
  return (
    <VersionsDialog
      client={standfirst}
      slug={slug}
      present={() => workspace.session.article()}
      onRestore={(changed) => restore(workspace, changed)}
      onKeep={(name) => keepVersion(workspace, 'by-hand', name)}
      onClose={onClose}
    />
  );
}

const mineAndTheirs: SideNames = {
  before: { title: versionWords.conflict.theirs, inSentence: versionWords.conflict.theirsLower },
  after: { title: versionWords.conflict.mine, inSentence: versionWords.conflict.mineLower },
};

/** The words in the window beside those that another program wrote. */
export function ConflictOf({ workspace, onClose }: OfWorkspace) {
  const phase = workspace.session.use((state) => (state.kind === 'open' ? state.save.phase : null));
  if (phase?.kind !== 'conflict') return null;
  return <Conflict key={phase.hash} workspace={workspace} phase={phase} onClose={onClose} />;
}

function Conflict({
  workspace,
  phase,
  onClose,
}: OfWorkspace & { readonly phase: SavePhase & { readonly kind: 'conflict' } }) {
  const { session } = workspace;
  const [mine] = useState(() => session.article());
  const words = versionWords.conflict;
  if (!mine) return null;
  const { theirs } = phase;

  async function keepBoth(): Promise<void> {
    const present = session.article();
    const state = session.use.getState();
    if (!present || state.kind !== 'open') return;
    // Mine goes into a folder of its own; the file on the disk stays what it is.
    const answer = await standfirst.article.rescue({
      slug: state.slug,
      article: { ...present, id: crypto.randomUUID() },
    });
    if (!answer.ok) return say(strings.notDone(callFailure(answer.error)));
    session.show(answer.value);
    onClose();
  }
  async function keepMine(): Promise<void> {
    const kept = await session.keepMine();
    if (!kept.ok) say(strings.notDone(callFailure(kept.error)));
  }
  const two = <Button onClick={() => void keepBoth()}>{words.keepBoth}</Button>;

  if (!theirs) {
    return (
      <Dialog
        title={words.title}
        closeLabel={strings.close}
        width={560}
        onClose={onClose}
        actions={
          <>
            {two}
            <Button look="primary" onClick={() => void keepMine().then(onClose)}>
              {words.keepMine}
            </Button>
          </>
        }
      >
        <p>{words.unreadable}</p>
      </Dialog>
    );
  }
  const base = session.lastSaved() ?? theirs;
  return (
    <MergeDialog
      title={words.title}
      explain={words.explain}
      before={theirs}
      after={mine}
      sides={mineAndTheirs}
      propose={(difference) => proposedChoices(base, theirs, mine, difference)}
      actions={two}
      onApply={(merged) => {
        writeArticle(workspace, followingBook(merged));
        void keepMine();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** The open article beside a second copy that a sync client left. */
export function ConflictCopyOf({ workspace, copy, onClose }: OfWorkspace & { readonly copy: ConflictCopy }) {
  const { session } = workspace;
  const words = versionWords.conflictCopy;
  const slug = session.use((state) => (state.kind === 'open' ? state.slug : null));
  const [mine] = useState(() => session.article());
  const [theirs, setTheirs] = useState<Article | null>(null);
  const [toBin, setToBin] = useState(true);
  const { place, name } = copy;
  useEffect(() => {
    if (slug === null) return;
    void standfirst.article.readConflictCopy({ slug, place, name }).then((answer) => {
      if (answer.ok) return setTheirs(answer.value);
      say(strings.notDone(callFailure(answer.error)));
      onClose();
    });
  }, [slug, place, name, onClose]);
  if (!mine || !theirs || slug === null) return null;

  async function moveToBin(): Promise<void> {
    const answer = await standfirst.article.removeConflictCopy({ slug: slug ?? '', place, name });
    if (!answer.ok) return say(strings.notDone(callFailure(answer.error)));
    useWindow.setState(({ conflictCopies }) => ({
      conflictCopies: conflictCopies.filter((each) => each.place !== place || each.name !== name),
    }));
    onClose();
  }

  return (
    <MergeDialog
      title={words.title}
      explain={words.explain(name)}
      before={theirs}
      after={mine}
      sides={{
        before: { title: words.theirs, inSentence: words.theirsLower },
        after: { title: versionWords.conflict.mine, inSentence: versionWords.conflict.mineLower },
      }}
      propose={(difference) => cautiousChoices('both', difference)}
      footer={
        <label>
          <input type="checkbox" checked={toBin} onChange={(event) => setToBin(event.target.checked)} />{' '}
          {words.toBin}
        </label>
      }
      actions={<Button onClick={() => void moveToBin()}>{words.onlyBin}</Button>}
      onApply={(merged) => {
        void restore(workspace, merged).then(async (done) => {
          // The copy goes only when what was taken from it is on the disk.
          if (done && (await session.flush()) && toBin) return moveToBin();
          if (done) onClose();
        });
      }}
      onClose={onClose}
    />
  );
}

/** Words that an earlier window could not save, beside what is on the disk. */
export function RecoveredOf({
  workspace,
  recovered,
  onClose,
}: OfWorkspace & { readonly recovered: RecoveredArticle }) {
  const { session } = workspace;
  const words = versionWords.recovered;
  const { name, slug, headline, deskGone } = recovered;
  const [article, setArticle] = useState<Article | null>(null);
  const [present, setPresent] = useState<Article | null>(null);
  const [confirming, setConfirming] = useState(false);
  useEffect(() => {
    void (async () => {
      if (slug !== null) await workspace.openArticle(slug);
      const answer = await standfirst.recovery.read({ name });
      if (!answer.ok) {
        say(strings.notDone(callFailure(answer.error)));
        return onClose();
      }
      setArticle(answer.value);
      const open = session.article();
      setPresent(open?.id === answer.value.id ? open : null);
    })();
  }, [workspace, session, name, slug, onClose]);
  if (!article) return null;

  async function dismiss(): Promise<void> {
    const answer = await standfirst.recovery.dismiss({ name });
    if (!answer.ok) say(strings.notDone(callFailure(answer.error)));
    await lookForRecovered();
    onClose();
  }
  async function asArticle(): Promise<void> {
    if (!article) return;
    if (!(await savedOrSaid(session))) return onClose();
    const fresh = slug === null ? article : { ...article, id: crypto.randomUUID() };
    const answer = await standfirst.article.rescue({ slug: slug ?? article.slug, article: fresh });
    if (!answer.ok) return say(strings.notDone(callFailure(answer.error)));
    session.show(answer.value);
    await dismiss();
  }

  const kept = momentInWords(recovered.kept);
  const title = words.title(headline || strings.library.untitled);
  const discard = (
    <Button onClick={() => (confirming ? void dismiss() : setConfirming(true))}>
      {confirming ? words.confirmDiscard : words.discard}
    </Button>
  );

  if (!present) {
    return (
      <Dialog
        title={title}
        closeLabel={strings.close}
        width={860}
        onClose={onClose}
        actions={
          <>
            {discard}
            <Button look="primary" onClick={() => void asArticle()}>
              {words.asArticle}
            </Button>
          </>
        }
      >
        <p>{deskGone === null ? words.gone : words.deskGone(deskGone)}</p>
        <Comparison
          difference={articleDifference(article, article)}
          sides={null}
          unchanged="shown"
          control={() => null}
        />
      </Dialog>
    );
  }
  const { id, slug: folder, created, modified, format } = present;
  return (
    <MergeDialog
      title={title}
      explain={words.explain(kept)}
      before={present}
      after={{ ...article, id, slug: folder, created, modified, format }}
      sides={{
        before: { title: versionWords.conflict.theirs, inSentence: versionWords.conflict.theirsLower },
        after: { title: words.mine, inSentence: words.mineLower },
      }}
      propose={(difference) => cautiousChoices('after', difference)}
      actions={
        <>
          {discard}
          <Button onClick={() => void asArticle()}>{words.asArticle}</Button>
        </>
      }
      onApply={(merged) => {
        void restore(workspace, merged).then(async (done) => {
          // The copy goes only when its words are on the disk.
          if (done && (await session.flush())) return dismiss();
        });
      }}
      onClose={onClose}
    />
  );
}
