import { useId } from 'react';
import { statusNames } from '../../shared/article/article';
import type { LibraryPeople } from '../../shared/ipc/library';
import { strings } from '../strings/en';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { type Filters, findingNames, isFiltering, noFilters, periodNames } from './choose';
import styles from './LibraryPane.module.css';

interface LibraryFiltersProps {
  readonly filters: Filters;
  readonly sections: readonly string[];
  readonly people: LibraryPeople | null;
  /** How far the checks have come, in words; '' where there is nothing to say. */
  readonly checking: string;
  readonly onChange: (filters: Filters) => void;
}

/** What narrows the list down. */
export function LibraryFilters({ filters, sections, people, checking, onChange }: LibraryFiltersProps) {
  const words = strings.library.filter;
  const names = useId();
  const change = (fields: Partial<Filters>) => onChange({ ...filters, ...fields });
  return (
    <fieldset className={styles.filters} aria-label={words.title}>
      <Choice
        label={words.status}
        value={filters.status}
        options={[
          { value: 'any', label: words.any },
          ...statusNames.map((value) => ({ value, label: strings.status[value] })),
        ]}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={words.section}
        value={filters.section}
        options={[
          { value: '', label: words.any },
          ...sections.map((section) => ({ value: section, label: section })),
        ]}
        onChange={(section) => change({ section })}
      />
      <Choice
        label={words.changed}
        value={filters.period}
        options={periodNames.map((value) => ({ value, label: words.periods[value] }))}
        onChange={(period) => change({ period })}
      />
      <Choice
        label={words.findings}
        value={filters.findings}
        options={findingNames.map((value) => ({ value, label: words.found[value] }))}
        onChange={(findings) => change({ findings })}
      />
      {filters.period === 'between' ? (
        <>
          <Field label={words.from} type="date" value={filters.from} onChange={(from) => change({ from })} />
          <Field label={words.to} type="date" value={filters.to} onChange={(to) => change({ to })} />
        </>
      ) : null}
      <div className={styles.wide}>
        <Field
          label={words.source}
          list={names}
          value={filters.source}
          placeholder={words.anySource}
          onChange={(source) => change({ source })}
        />
        <datalist id={names}>
          {people?.people.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {checking ? <p className={styles.hint}>{checking}</p> : null}
      {isFiltering(filters) ? (
        <Button look="quiet" className={styles.clear} onClick={() => onChange(noFilters)}>
          {words.clear}
        </Button>
      ) : null}
    </fieldset>
  );
}
