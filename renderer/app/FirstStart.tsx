import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { defaultDeskSettings } from '../../shared/article/desk-settings';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { firstStartWords as words } from '../strings/first-start';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { beginAt, writeDeskSettings } from './desk-choice';
import { inform, useWindow } from './desk-state';
import styles from './FirstStart.module.css';
import type { Workspace } from './workspace';

interface FirstStartProps {
  readonly workspace: Workspace;
  /** The folder that is proposed. It does not exist yet. */
  readonly proposed: string;
}

const stepNames = ['folder', 'masthead', 'beginning'] as const;
type Step = (typeof stepNames)[number];

/** Before anything is written to the disk: where the articles live, for whom they are, what the desk begins with. */
export function FirstStart({ workspace, proposed }: FirstStartProps) {
  const [step, setStep] = useState<Step>('folder');
  const [path, setPath] = useState(proposed);
  const [name, setName] = useState('');
  const [tagline, setTagline] = useState('');
  const [withSample, setWithSample] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = stepNames.indexOf(step);

  // Each step begins at its heading: a screen reader hears it, and Tab goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the reason.
  useEffect(() => heading.current?.focus(), [step]);

  async function choose(): Promise<void> {
    const chosen = await standfirst.desk.choose({ purpose: 'create' });
    if (chosen.ok && chosen.value) setPath(chosen.value.path);
  }

  async function finish(sample: boolean): Promise<void> {
    setBusy(true);
    const made = await standfirst.desk.create({ path, sample });
    setBusy(false);
    if (!made.ok) {
      setProblem(strings.desk.problem(path, callFailure(made.error)));
      return setStep('folder');
    }
    await beginAt(workspace, made.value);
    const { settings } = made.value;
    if (name.trim() !== '' || tagline.trim() !== '') {
      const masthead = { ...settings.masthead, name: name.trim() || settings.masthead.name, tagline };
      await writeDeskSettings({ ...settings, masthead });
    }
    if (sample) {
      inform(strings.desk.welcome);
      workspace.editor.lexical.focus(undefined, { defaultSelection: 'rootStart' });
    } else if (useWindow.getState().entries.length === 0) await workspace.newArticle();
  }

  function goOn(event: FormEvent): void {
    event.preventDefault();
    setProblem(null);
    const next = stepNames[at + 1];
    if (next) setStep(next);
    else void finish(withSample);
  }

  const content: Readonly<Record<Step, ReactNode>> = {
    folder: (
      <>
        <p>{words.folderExplain}</p>
        <p className={styles.path}>{path}</p>
        <Button onClick={() => void choose()}>{words.otherFolder}</Button>
      </>
    ),
    masthead: (
      <>
        <p>{words.mastheadExplain}</p>
        <Field
          label={words.name}
          placeholder={defaultDeskSettings.masthead.name}
          value={name}
          onChange={setName}
        />
        <Field label={words.tagline} value={tagline} onChange={setTagline} />
      </>
    ),
    beginning: (
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{words.title.beginning}</legend>
        <Beginning sample isChosen={withSample} onChoose={() => setWithSample(true)} />
        <Beginning sample={false} isChosen={!withSample} onChoose={() => setWithSample(false)} />
      </fieldset>
    ),
  };

  return (
    <main className={styles.place} aria-labelledby="first-start">
      <form
        className={styles.card}
        onSubmit={goOn}
        onKeyDown={(event) => {
          // The keyboard begins at the heading: whoever agrees has nothing to look for.
          if (event.key === 'Enter' && event.target === heading.current) event.currentTarget.requestSubmit();
        }}
      >
        <p className={styles.step}>{words.step(at + 1, stepNames.length)}</p>
        <h1 ref={heading} id="first-start" tabIndex={-1}>
          {words.title[step]}
        </h1>
        {problem ? (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        ) : null}
        <div className={styles.content}>{content[step]}</div>
        <div className={styles.buttons}>
          {step === 'beginning' ? null : (
            <Button look="quiet" disabled={busy} onClick={() => void finish(true)}>
              {words.skip}
            </Button>
          )}
          <span className={styles.gap} />
          {at > 0 ? (
            <Button disabled={busy} onClick={() => setStep(stepNames[at - 1] ?? 'folder')}>
              {words.back}
            </Button>
          ) : null}
          <Button look="primary" type="submit" disabled={busy}>
            {step === 'beginning' ? words.begin : words.goOn}
          </Button>
        </div>
      </form>
    </main>
  );
}

interface BeginningProps {
  readonly sample: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Beginning({ sample, isChosen, onChoose }: BeginningProps) {
  const id = useId();
  const { title, explain } = sample ? words.sample : words.empty;
  return (
    <label htmlFor={id} className={styles.choice} data-chosen={isChosen || undefined}>
      <input
        id={id}
        type="radio"
        name="beginning"
        checked={isChosen}
        aria-describedby={`${id}-explain`}
        onChange={onChoose}
      />
      <span>
        <strong>{title}</strong>
        <span id={`${id}-explain`} className={styles.explain}>
          {explain}
        </span>
      </span>
    </label>
  );
}
