import { useMemo, useState } from 'react';
import type { ArticleEntry } from '../../shared/ipc/desk-entries';
import { strings } from '../strings/en';
import { leavingWords } from '../strings/leaving';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import styles from './SendOutDialog.module.css';

interface ArticleChoiceProps {
  readonly articles: readonly ArticleEntry[];
  /** How many articles of the desk cannot be opened. */
  readonly unreadable: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Rows that are drawn at a time; a desk may hold thousands, and nobody ticks those one by one. */
const mostRows = 200;

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** The articles of the desk with a box each, narrowed by words. What is chosen stays chosen while others are shown. */
export function ArticleChoice({ articles, unreadable, chosen, onChange }: ArticleChoiceProps) {
  const [typed, setTyped] = useState('');
  const fitting = useMemo(() => {
    const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return articles.filter(({ headline, section, status }) => {
      const text = `${headline} ${section} ${strings.status[status]}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [articles, typed]);
  const rows = fitting.slice(0, mostRows);
  const tick = (slug: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(slug);
    else next.delete(slug);
    onChange(next);
  };

  return (
    <>
      <Field
        label={leavingWords.sendOut.filter}
        placeholder={leavingWords.sendOut.filterHint}
        value={typed}
        onChange={setTyped}
      />
      <fieldset className={styles.articles}>
        <legend className="visually-hidden">{leavingWords.sendOut.list}</legend>
        {rows.length === 0 ? <p className={styles.soft}>{leavingWords.sendOut.nothing}</p> : null}
        {rows.map(({ slug, headline, status, modified, words }) => (
          <label key={slug} className={styles.article}>
            <input
              type="checkbox"
              checked={chosen.has(slug)}
              onChange={(event) => tick(slug, event.target.checked)}
            />
            <span className={styles.headline}>{headline || strings.library.untitled}</span>
            <span className={styles.soft}>
              {[strings.status[status], day(modified), strings.library.words(words)].join(' · ')}
            </span>
          </label>
        ))}
        {fitting.length > rows.length ? (
          <p className={styles.soft}>{leavingWords.sendOut.more(fitting.length - rows.length)}</p>
        ) : null}
      </fieldset>
      <div className={styles.under}>
        <span role="status" className={styles.soft}>
          {leavingWords.sendOut.chosen(chosen.size, articles.length)}
          {unreadable > 0 ? ` ${leavingWords.sendOut.unreadable(unreadable)}` : ''}
        </span>
        <Button
          look="quiet"
          disabled={fitting.length === 0}
          onClick={() => onChange(new Set([...chosen, ...fitting.map(({ slug }) => slug)]))}
        >
          {leavingWords.sendOut.chooseAll(fitting.length)}
        </Button>
        <Button look="quiet" disabled={chosen.size === 0} onClick={() => onChange(new Set())}>
          {leavingWords.sendOut.chooseNone}
        </Button>
      </div>
    </>
  );
}
