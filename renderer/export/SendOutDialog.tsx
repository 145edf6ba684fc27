import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskSettings } from '../../shared/article/desk-settings';
import type { Client } from '../../shared/ipc/contract';
import type { DeskEntry } from '../../shared/ipc/desk-entries';
import { strings } from '../strings/en';
import { deliveryFailure, leavingWords } from '../strings/leaving';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ArticleChoice } from './ArticleChoice';
import { deskChoice } from './choice';
import { HandoverChoice } from './HandoverChoice';
import { readHouseStyle } from './house-style';
import { createMaking } from './making';
import styles from './SendOutDialog.module.css';
import { SendOutReport } from './SendOutReport';
import { type SentOut, sendOut } from './send-out';
import { documentName, type Handover } from './ways';

interface SendOutDialogProps {
  readonly client: Client;
  readonly entries: readonly DeskEntry[];
  readonly desk: DeskSettings;
  /** Writes what is unsaved; false where that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly onOpen: (slug: string) => void;
  readonly onClose: () => void;
}

interface Place {
  readonly place: string;
  readonly path: string;
  readonly taken: readonly string[];
}

type Step =
  | { readonly kind: 'choosing'; readonly problem: string | null }
  | { readonly kind: 'taken'; readonly at: Place }
  | { readonly kind: 'running'; readonly done: number; readonly headline: string; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly path: string; readonly sent: SentOut };

const choosing: Step = { kind: 'choosing', problem: null };

/** Sends several articles out at once: which, as what, where to; how far it is; what stayed and why. */
export function SendOutDialog({ client, entries, desk, flush, onOpen, onClose }: SendOutDialogProps) {
  // The list as it was when the dialog was opened: it does not move under the hand.
  const [articles] = useState(() => entries.filter((entry) => entry.kind === 'article'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handover, setHandover] = useState<Handover>(() => {
    const { format, ads, look } = deskChoice(desk);
    return { way: format, ads, look };
  });
  const [step, setStep] = useState<Step>(choosing);
  const stopped = useRef(false);
  // A closed dialog ends the run behind it after the article that is under way.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const wanted = useMemo(() => articles.filter(({ slug }) => chosen.has(slug)), [articles, chosen]);

  async function choosePlace(): Promise<void> {
    if (!(await flush())) return setStep({ kind: 'choosing', problem: leavingWords.sendOut.notSaved });
    const names = wanted.map(({ slug }) => documentName(slug, handover.way));
    const answer = await client.export.choosePlace({ names });
    if (!answer.ok) {
      const problem = leavingWords.exportDialog.notWritten(deliveryFailure(answer.error));
      return setStep({ kind: 'choosing', problem });
    }
    if (!answer.value) return;
    if (answer.value.taken.length > 0) return setStep({ kind: 'taken', at: answer.value });
    await run(answer.value, false);
  }

  async function run({ place, path, taken }: Place, replace: boolean): Promise<void> {
    stopped.current = false;
    const house = await readHouseStyle(client);
    const making = createMaking();
    const batch = {
      entries: wanted,
      handover,
      desk,
      houseStyle: house.css,
      place,
      taken: new Set(taken),
      replace,
    };
    const sent = await sendOut(client, making, batch, {
      isStopped: () => stopped.current,
      next: (done, { headline }) =>
        setStep({
          kind: 'running',
          done,
          headline: headline || strings.library.untitled,
          stopping: stopped.current,
        }),
    });
    making.end();
    setStep(sent.ok ? { kind: 'done', path, sent: sent.value } : { kind: 'choosing', problem: sent.error });
  }

  function stop(): void {
    stopped.current = true;
    setStep((present) => (present.kind === 'running' ? { ...present, stopping: true } : present));
  }

  return (
    <Dialog
      title={leavingWords.sendOut.title}
      closeLabel={strings.close}
      width={640}
      onClose={onClose}
      actions={
        <Actions
          step={step}
          canGo={wanted.length > 0}
          onGo={() => void choosePlace()}
          onTaken={(at, replace) => void run(at, replace)}
          onStop={stop}
          onBack={() => setStep(choosing)}
          onClose={onClose}
        />
      }
    >
      {step.kind === 'choosing' ? (
        <>
          <HandoverChoice handover={handover} onChange={setHandover} />
          <ArticleChoice
            articles={articles}
            unreadable={entries.length - articles.length}
            chosen={chosen}
            onChange={setChosen}
          />
          {step.problem ? (
            <p role="alert" className={styles.problem}>
              {step.problem}
            </p>
          ) : null}
        </>
      ) : null}
      {step.kind === 'taken' ? <Taken at={step.at} /> : null}
      {step.kind === 'running' ? <Running step={step} of={wanted.length} /> : null}
      {step.kind === 'done' ? <SendOutReport path={step.path} sent={step.sent} onOpen={onOpen} /> : null}
    </Dialog>
  );
}

// What was pressed is gone in the next step: the keyboard goes on at what comes next.
interface ActionsProps {
  readonly step: Step;
  readonly canGo: boolean;
  readonly onGo: () => void;
  readonly onTaken: (at: Place, replace: boolean) => void;
  readonly onStop: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Actions({ step, canGo, onGo, onTaken, onStop, onBack, onClose }: ActionsProps) {
  switch (step.kind) {
    case 'choosing':
      return (
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button key="go" look="primary" disabled={!canGo} onClick={onGo}>
            {leavingWords.sendOut.go}
          </Button>
        </>
      );
    case 'taken':
      return (
        <>
          <Button onClick={onBack}>{leavingWords.sendOut.back}</Button>
          <Button onClick={() => onTaken(step.at, true)}>{leavingWords.sendOut.replace}</Button>
          <Button key="keep" look="primary" autoFocus onClick={() => onTaken(step.at, false)}>
            {leavingWords.sendOut.keep}
          </Button>
        </>
      );
    case 'running':
      return (
        <Button key="stop" autoFocus aria-disabled={step.stopping} onClick={onStop}>
          {leavingWords.sendOut.stop}
        </Button>
      );
    case 'done':
      return (
        <>
          <Button onClick={onBack}>{leavingWords.sendOut.back}</Button>
          <Button key="finish" look="primary" autoFocus onClick={onClose}>
            {leavingWords.sendOut.finish}
          </Button>
        </>
      );
  }
}

/** At most so many names are spelled out; the rest is a number. */
const mostNames = 8;

function Taken({ at: { taken, path } }: { readonly at: Place }) {
  return (
    <div role="alert">
      <p>{leavingWords.sendOut.taken(taken.length, path)}</p>
      <ul className={styles.names}>
        {taken.slice(0, mostNames).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {taken.length > mostNames ? <p>{leavingWords.sendOut.andMore(taken.length - mostNames)}</p> : null}
    </div>
  );
}

function Running({
  step: { done, headline, stopping },
  of,
}: {
  readonly step: Extract<Step, { kind: 'running' }>;
  readonly of: number;
}) {
  return (
    <div className={styles.running}>
      <progress className={styles.progress} aria-label={leavingWords.sendOut.title} value={done} max={of} />
      <p role="status">
        {stopping ? leavingWords.sendOut.stopping : leavingWords.sendOut.at(done, of, headline)}
      </p>
    </div>
  );
}
