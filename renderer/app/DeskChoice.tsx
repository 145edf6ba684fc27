import type { SessionStart } from '../../shared/ipc/session-start';
import { strings } from '../strings/en';
import { Button } from '../ui/Button';
import styles from './ArticleProblem.module.css';
import { openDesk, openDeskAt } from './desk-choice';
import { useWindow } from './desk-state';
import type { Workspace } from './workspace';

interface DeskChoiceProps {
  readonly workspace: Workspace;
  readonly start: SessionStart;
}

/** Shown while no desk is open: why, and how to choose one. */
export function DeskChoice({ workspace, start }: DeskChoiceProps) {
  const problem = useWindow((state) => state.deskProblem);
  return (
    <main className={styles.problem} aria-labelledby="desk-choice">
      <h1 id="desk-choice">{problem ? strings.desk.problemTitle : strings.desk.noneTitle}</h1>
      {problem ? (
        <p role="alert">{strings.desk.problem(problem.path, strings.fileFailure[problem.code])}</p>
      ) : (
        <p>{strings.desk.noneExplain}</p>
      )}
      <p className={styles.file}>{start.deskPath}</p>
      <div className={styles.buttons}>
        {problem ? (
          <Button look="primary" onClick={() => void openDeskAt(workspace, start.deskPath, 'open')}>
            {strings.desk.retry}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void openDeskAt(workspace, start.deskPath, 'create')}>
            {strings.desk.create}
          </Button>
        )}
        <Button onClick={() => void openDesk(workspace, 'open')}>{strings.desk.choose}</Button>
      </div>
    </main>
  );
}
