import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { ArticleDifference, BlockRow, FieldRow, RecordRow } from '../../shared/versions/difference';
import { recordKey } from '../../shared/versions/merge';
import type { Stretch } from '../../shared/versions/word-difference';
import { versionWords } from '../strings/versions';
import { IconButton } from '../ui/Button';
import styles from './Comparison.module.css';
import { Stretches } from './Stretches';

const words = versionWords.comparison;

/** One thing that differs. */
export type Item =
  | { readonly kind: 'field'; readonly row: FieldRow }
  | { readonly kind: 'block'; readonly row: BlockRow; readonly index: number }
  | { readonly kind: 'record'; readonly row: RecordRow };

/** What each side is called above its column, and in a sentence ("Only on the disk"). */
export interface SideNames {
  readonly before: { readonly title: string; readonly inSentence: string };
  readonly after: { readonly title: string; readonly inSentence: string };
}

interface ComparisonProps {
  readonly difference: ArticleDifference;
  /** Two columns side by side under these names; null: one text with what came and went in it. */
  readonly sides: SideNames | null;
  /** Fold what is the same, or show the whole text. */
  readonly unchanged: 'folded' | 'shown';
  /** What the writer can do about one thing that differs. */
  readonly control: (item: Item) => ReactNode;
  /** What stands beside the count of differences. */
  readonly tools?: ReactNode;
}

/** Two states of an article held against each other, to be read and walked through by keyboard. */
export function Comparison({ difference, sides, unchanged, control, tools }: ComparisonProps) {
  const region = useRef<HTMLElement>(null);
  const { fields, blocks, records } = difference;
  const count = fields.length + records.length + blocks.filter(({ kind }) => kind !== 'same').length;

  const walk = useCallback((step: 1 | -1): void => {
    const rows = [...(region.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }, []);
  // The keys hold in the whole dialog, wherever the keyboard is.
  useEffect(() => {
    const dialog = region.current?.closest<HTMLElement>('[role="dialog"]');
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    };
    dialog?.addEventListener('keydown', onKeyDown);
    return () => dialog?.removeEventListener('keydown', onKeyDown);
  }, [walk]);

  return (
    <section ref={region} className={styles.comparison} aria-label={words.region}>
      <div className={styles.tools}>
        <span role="status" className={styles.count}>
          {words.changes(count)}
        </span>
        <IconButton
          label={words.previous}
          keys="Alt+↑"
          icon={<ChevronUp size={16} aria-hidden />}
          disabled={count === 0}
          onClick={() => walk(-1)}
        />
        <IconButton
          label={words.next}
          keys="Alt+↓"
          icon={<ChevronDown size={16} aria-hidden />}
          disabled={count === 0}
          onClick={() => walk(1)}
        />
        {tools}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; this holds words. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.region}>
        {sides ? (
          <div className={styles.titles} aria-hidden>
            <span>{sides.before.title}</span>
            <span>{sides.after.title}</span>
          </div>
        ) : null}
        {fields.map((row) => (
          <Row
            key={row.field}
            kind="changed"
            name={words.field[row.field]}
            control={control({ kind: 'field', row })}
          >
            <Texts stretches={row.stretches} sides={sides} has={{ before: true, after: true }} />
          </Row>
        ))}
        {sections(blocks, unchanged).map((section) =>
          section.kind === 'folded' ? (
            <details key={section.from} className={styles.folded}>
              <summary>{words.unchanged(section.rows.length)}</summary>
              {section.rows.map((row, index) => (
                // Blocks have no identity of their own; their order is what is shown.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                <Same key={index} row={row} />
              ))}
            </details>
          ) : section.row.kind === 'same' ? (
            <Same key={section.index} row={section.row} />
          ) : (
            <Changed
              key={section.index}
              row={section.row}
              sides={sides}
              control={control({ kind: 'block', row: section.row, index: section.index })}
            />
          ),
        )}
        {records.map((row) => (
          <Row
            key={recordKey(row)}
            kind={row.kind}
            name={`${words.records[row.of]} ${row.title === '' ? '' : `“${row.title}”`}`}
            control={control({ kind: 'record', row })}
          >
            <Facts row={row} />
          </Row>
        ))}
      </div>
    </section>
  );
}

type Section =
  | { readonly kind: 'row'; readonly row: BlockRow; readonly index: number }
  | { readonly kind: 'folded'; readonly rows: readonly BlockRow[]; readonly from: number };

/** Stretches of this many blocks that are the same are folded, but for the one before and after a change. */
const leastFolded = 2;

function sections(rows: readonly BlockRow[], unchanged: 'folded' | 'shown'): readonly Section[] {
  const isNear = (index: number) =>
    [index - 1, index, index + 1].some((near) => rows[near] && rows[near].kind !== 'same');
  const made: Section[] = [];
  let run: { row: BlockRow; index: number }[] = [];
  const close = () => {
    if (run.length >= leastFolded)
      made.push({ kind: 'folded', rows: run.map(({ row }) => row), from: run[0]?.index ?? 0 });
    else made.push(...run.map((each): Section => ({ kind: 'row', ...each })));
    run = [];
  };
  rows.forEach((row, index) => {
    if (unchanged === 'folded' && !isNear(index)) run.push({ row, index });
    else {
      close();
      made.push({ kind: 'row', row, index });
    }
  });
  close();
  return made;
}

interface RowProps {
  readonly kind: 'changed' | 'removed' | 'added';
  readonly name: string;
  readonly control: ReactNode;
  readonly children: ReactNode;
}

/** The signs before a row: told apart by shape, not by colour alone. */
const signs = { changed: '±', removed: '−', added: '+' } as const;

function Row({ kind, name, control, children }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; this holds words.
    <div
      className={styles.row}
      role="group"
      aria-label={`${words.kind[kind]}: ${name}`}
      tabIndex={-1}
      data-change={kind}
    >
      <div className={styles.rowHead}>
        <span className={styles.sign} data-kind={kind} aria-hidden>
          {signs[kind]}
        </span>
        <span className={styles.name}>{name}</span>
        {control}
      </div>
      {children}
    </div>
  );
}

/** What a block is called in the head of its row. */
export function rowName({ kind, nameBefore, nameAfter, moved }: BlockRow, sides: SideNames | null): string {
  if (kind === 'changed' || kind === 'same')
    return nameBefore === nameAfter ? nameAfter : words.renamed(nameBefore, nameAfter);
  const name = kind === 'removed' ? nameBefore : nameAfter;
  const where =
    sides === null
      ? words.kind[kind].toLowerCase()
      : words.onlyIn(sides[kind === 'removed' ? 'before' : 'after'].inSentence).toLowerCase();
  return `${name}, ${where}${moved ? `, ${words.moved}` : ''}`;
}

function Changed({
  row,
  sides,
  control,
}: {
  readonly row: BlockRow & { readonly kind: BlockRow['kind'] };
  readonly sides: SideNames | null;
  readonly control: ReactNode;
}) {
  if (row.kind === 'same') return null;
  const wordsDiffer = row.stretches.some(({ kind }) => kind !== 'same');
  const quiet =
    row.kind === 'changed' && !wordsDiffer && row.aspects.length === 0 && row.nameBefore === row.nameAfter;
  return (
    <Row kind={row.kind} name={rowName(row, sides)} control={control}>
      <Texts
        stretches={row.stretches}
        sides={sides}
        has={{ before: row.before !== null, after: row.after !== null }}
      />
      {row.aspects.length > 0 ? (
        <ul className={styles.aspects}>
          {row.aspects.map((aspect, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: aspects have no identity of their own.
            <li key={index}>{words.aspect(aspect)}</li>
          ))}
        </ul>
      ) : null}
      {quiet ? <p className={styles.aspects}>{words.detailsOnly}</p> : null}
    </Row>
  );
}

/** Cards are not told by their words alone. */
const cards: readonly string[] = ['adBreak', 'image', 'embed', 'divider', 'table', 'deskNote', 'unknown'];

const Same = ({ row }: { readonly row: BlockRow }) => (
  <p className={styles.same}>
    {row.after && cards.includes(row.after.kind) ? (
      <span className={styles.faint}>
        {row.nameAfter}
        {row.stretches.length > 0 ? ': ' : ''}
      </span>
    ) : null}
    {row.stretches.map(({ text }) => text).join('')}
  </p>
);

interface TextsProps {
  readonly stretches: readonly Stretch[];
  readonly sides: SideNames | null;
  readonly has: { readonly before: boolean; readonly after: boolean };
}

function Texts({ stretches, sides, has }: TextsProps) {
  if (!sides)
    return (
      <p className={styles.text}>
        <Stretches stretches={stretches} side="one-text" />
      </p>
    );
  return (
    <div className={styles.sides}>
      {(['before', 'after'] as const).map((side) => (
        <div key={side} className={styles.side}>
          <span className={styles.sideName}>{sides[side].title}</span>
          <p className={styles.text}>
            {has[side] ? (
              <Stretches stretches={stretches} side={side} />
            ) : (
              <span className={styles.faint}>{words.nothingHere}</span>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}

function Facts({ row }: { readonly row: RecordRow }) {
  return (
    <dl className={styles.facts}>
      {row.facts.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{words.fact(name)}</dt>
          <dd>
            {before === '' ? null : (
              <del className={styles.removed}>
                <span className="visually-hidden">{words.removed} </span>
                {before}
              </del>
            )}{' '}
            {after === '' ? null : (
              <ins className={styles.added}>
                <span className="visually-hidden">{words.added} </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
