import { useEffect, useState } from 'react';
import { actions } from '../../shared/ipc/actions';
import type { VersionEntry } from '../../shared/versions/version';
import { standfirst } from '../bridge/standfirst';
import { deskWork } from '../strings/desk-work';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { versionWords } from '../strings/versions';
import { Button } from '../ui/Button';
import { momentInWords } from '../ui/days';
import styles from './ArticleProblem.module.css';
import { openDialog, say } from './desk-state';
import type { Workspace } from './workspace';

/** In place of an article that cannot be read: what is wrong with the file, and what to do. */
export function ArticleProblem({ workspace }: { readonly workspace: Workspace }) {
  const state = workspace.session.use();
  if (state.kind !== 'problem') return null;
  const { problem, slug } = state;
  const words =
    problem.code === 'no-desk' || problem.code === 'internal' || problem.code === 'bad-argument'
      ? callFailure(problem)
      : strings.readProblem(problem);
  return (
    <section className={styles.problem} aria-labelledby="article-problem">
      <h1 id="article-problem">{deskWork.articleProblem.title}</h1>
      <p className={styles.file}>{slug}/article.json</p>
      <p>{words}</p>
      <p>{deskWork.articleProblem.untouched}</p>
      <Button onClick={() => void standfirst.article.reveal({ slug })}>
        {deskWork.articleProblem.reveal}
      </Button>
      <Button onClick={() => openDialog({ kind: 'remove', slug, headline: slug })}>
        {actions['article.delete'].label}
      </Button>
      <NewestVersion key={slug} workspace={workspace} slug={slug} />
    </section>
  );
}

/** Offers the newest version of an article whose own file cannot be read; nothing where it has none. */
function NewestVersion({ workspace, slug }: { readonly workspace: Workspace; readonly slug: string }) {
  const [newest, setNewest] = useState<VersionEntry | null>(null);
  useEffect(() => {
    void standfirst.versions.list({ slug }).then((answer) => {
      if (answer.ok) setNewest(answer.value.versions[0] ?? null);
    });
  }, [slug]);
  if (!newest) return null;

  async function open(file: string): Promise<void> {
    const version = await standfirst.versions.read({ slug, file });
    if (!version.ok) return say(strings.notDone(callFailure(version.error)));
    // Another id: the file may be mended one day, and is then an article beside this one.
    const article = { ...version.value, id: crypto.randomUUID() };
    await workspace.startArticle(() => standfirst.article.rescue({ slug, article }));
  }

  const taken = momentInWords(newest.taken);
  return (
    <>
      <p>{versionWords.ofProblem.explain(taken, newest.words)}</p>
      <Button onClick={() => void open(newest.file)}>{versionWords.ofProblem.open}</Button>
    </>
  );
}
