import type { Block } from '../../shared/article/block';
import { publishedPieces } from '../../shared/article/traverse';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './ConflictDialog.module.css';
import { say } from './desk-state';
import type { Workspace } from './workspace';

interface ConflictDialogProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Two versions of one article side by side; the writer chooses, and until then nothing is overwritten. */
export function ConflictDialog({ workspace, onClose }: ConflictDialogProps) {
  const { session } = workspace;
  const phase = session.use((state) => (state.kind === 'open' ? state.save.phase : null));
  const mine = session.article();
  if (phase?.kind !== 'conflict' || !mine) return null;
  const { theirs } = phase;

  async function keepBoth(): Promise<void> {
    const mineNow = session.article();
    if (!mineNow) return;
    // Mine goes into a folder of its own; the file on the disk stays what it is.
    const answer = await standfirst.article.rescue({ article: mineNow });
    if (!answer.ok) return say(strings.notDone(callFailure(answer.error)));
    session.show(answer.value);
    onClose();
  }

  return (
    <Dialog
      title={strings.conflict.title}
      closeLabel={strings.close}
      width={920}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void keepBoth()}>{strings.conflict.keepBoth}</Button>
          <Button disabled={!theirs} onClick={() => void session.takeTheirs().then(onClose)}>
            {strings.conflict.takeTheirs}
          </Button>
          <Button look="primary" onClick={() => void session.keepMine().then(onClose)}>
            {strings.conflict.keepMine}
          </Button>
        </>
      }
    >
      <p>{strings.conflict.explain}</p>
      <div className={styles.sides}>
        <Side
          title={strings.conflict.mine}
          headline={mine.headline}
          body={mine.body}
          other={theirs?.body ?? []}
        />
        {theirs ? (
          <Side
            title={strings.conflict.theirs}
            headline={theirs.headline}
            body={theirs.body}
            other={mine.body}
          />
        ) : (
          <p>{strings.conflict.unreadable}</p>
        )}
      </div>
    </Dialog>
  );
}

interface SideProps {
  readonly title: string;
  readonly headline: string;
  readonly body: readonly Block[];
  readonly other: readonly Block[];
}

const wordsOf = (block: Block): string => publishedPieces(block).join(' ');

function Side({ title, headline, body, other }: SideProps) {
  const elsewhere = new Set(other.map(wordsOf));
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.headline}>{headline}</p>
      {body.map((block, index) => (
        // Blocks have no identity of their own; their order is what is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <p key={index} className={elsewhere.has(wordsOf(block)) ? undefined : styles.different}>
          {wordsOf(block)}
        </p>
      ))}
    </section>
  );
}
