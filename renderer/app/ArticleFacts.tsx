import { useState } from 'react';
import { type Status, statusNames } from '../../shared/article/article';
import type { Head, Session } from '../session/session';
import { articleFactsWords as words } from '../strings/article-facts';
import { strings } from '../strings/en';
import { languageChoices } from '../strings/languages';
import { Choice, Field } from '../ui/Field';
import { MomentField } from '../ui/MomentField';
import { momentOf } from '../ui/moment';
import styles from './Inspector.module.css';

interface ArticleFactsProps {
  readonly session: Session;
  readonly head: Head;
}

/** The facts about the article that are not on the page: how far it is, where it belongs, when it may be seen. */
export function ArticleFacts({ session, head }: ArticleFactsProps) {
  return (
    <section className={styles.section} aria-label={words.region}>
      <h2 className={styles.title}>{words.region}</h2>
      <Choice<Status>
        label={words.status}
        value={head.status}
        options={statusNames.map((value) => ({ value, label: strings.status[value] }))}
        onChange={(status) => session.change({ status, ...publishedNow(status, head) })}
      />
      <Field label={words.section} value={head.section} onChange={(section) => session.change({ section })} />
      <Subjects subjects={head.subjects} onChange={(subjects) => session.change({ subjects })} />
      <Choice
        label={words.language}
        hint={words.spelling(head.language)}
        value={head.language}
        options={languageChoices(head.language)}
        onChange={(language) => session.change({ language })}
      />
      <MomentField
        label={words.embargo}
        hint={words.clock}
        value={head.embargo}
        onChange={(embargo) => session.change({ embargo })}
      />
      <MomentField
        label={words.published}
        hint={words.clock}
        value={head.published}
        onChange={(published) => session.change({ published })}
      />
      <Field
        label={words.notes}
        lines="many"
        value={head.notes}
        onChange={(notes) => session.change({ notes })}
      />
    </section>
  );
}

/** What is published for the first time is published now, unless the writer said when. */
const publishedNow = (status: Status, { published }: Head): Partial<Head> =>
  status === 'published' && published === null ? { published: momentOf(new Date()) } : {};

const subjectsIn = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((subject) => subject.trim())
    .filter(Boolean);

/** Subjects, with commas between them. */
function Subjects(props: {
  readonly subjects: readonly string[];
  readonly onChange: (subjects: readonly string[]) => void;
}) {
  const { subjects, onChange } = props;
  // A comma that was just typed is no subject yet, and may not be taken away from the writer.
  const [typed, setTyped] = useState('');
  const present = subjects.join(', ');
  return (
    <Field
      label={words.subjects}
      hint={words.subjectsHint}
      value={subjectsIn(typed).join(', ') === present ? typed : present}
      onChange={(next) => {
        setTyped(next);
        onChange(subjectsIn(next));
      }}
    />
  );
}
