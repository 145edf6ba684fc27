import { standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { Button } from '../ui/Button';
import styles from './ArticleProblem.module.css';

/** In place of an article that cannot be read: what is wrong with the file, and what to do. */
export function ArticleProblem({ session }: { readonly session: Session }) {
  const state = session.use();
  if (state.kind !== 'problem') return null;
  const { problem, slug } = state;
  const words =
    problem.code === 'no-desk' || problem.code === 'internal' || problem.code === 'bad-argument'
      ? callFailure(problem)
      : strings.readProblem(problem);
  return (
    <section className={styles.problem} aria-labelledby="article-problem">
      <h1 id="article-problem">{strings.articleProblem.title}</h1>
      <p className={styles.file}>{slug}/article.json</p>
      <p>{words}</p>
      <p>{strings.articleProblem.untouched}</p>
      <Button onClick={() => void standfirst.article.reveal({ slug })}>
        {strings.articleProblem.reveal}
      </Button>
    </section>
  );
}
