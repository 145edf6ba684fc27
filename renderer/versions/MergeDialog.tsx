import { type ReactNode, useMemo, useState } from 'react';
import type { Article } from '../../shared/article/article';
import { articleDifference } from '../../shared/versions/difference';
import { canHaveBoth } from '../../shared/versions/fields';
import { type Choices, choiceOf, mergedArticle, recordKey, type Side } from '../../shared/versions/merge';
import { strings } from '../strings/en';
import { versionWords } from '../strings/versions';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Segments } from '../ui/Segments';
import { Comparison, type Item, rowName, type SideNames } from './Comparison';
import styles from './MergeDialog.module.css';

const words = versionWords.merging;

interface MergeDialogProps {
  readonly title: string;
  /** What happened, in a sentence or two. */
  readonly explain: string;
  /** The state on the left. */
  readonly before: Article;
  /** The state on the right; its id, slug and moments are those of the result. */
  readonly after: Article;
  readonly sides: SideNames;
  /** What is chosen at first. */
  readonly propose: (difference: ReturnType<typeof articleDifference>) => Choices;
  readonly onApply: (merged: Article) => void;
  readonly onClose: () => void;
  /** More that can be done, before the button that applies. */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
}

/** Two states of an article side by side; for everything that differs the writer takes one, the other or both. */
export function MergeDialog(props: MergeDialogProps) {
  const { before, after, sides, propose } = props;
  const difference = useMemo(() => articleDifference(before, after), [before, after]);
  const [choices, setChoices] = useState(() => propose(difference));

  function control(item: Item): ReactNode {
    const side = sideOf(choices, item);
    return (
      <Segments
        label={words.choice(nameOf(item, sides))}
        value={side}
        options={optionsFor(item, sides)}
        onChange={(chosen) => setChoices(withChoice(choices, item, chosen))}
      />
    );
  }

  const everywhere = (side: Side, label: string) => (
    <Button look="quiet" onClick={() => setChoices(choiceOf(side, difference))}>
      {label}
    </Button>
  );

  return (
    <Dialog
      title={props.title}
      closeLabel={strings.close}
      width={1040}
      onClose={props.onClose}
      actions={
        <>
          {props.footer ? <div className={styles.footer}>{props.footer}</div> : null}
          {props.actions}
          <Button
            look="primary"
            onClick={() => props.onApply(mergedArticle(before, after, difference, choices))}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <p className={styles.explain}>{props.explain}</p>
      <div className={styles.place}>
        <Comparison
          difference={difference}
          sides={sides}
          unchanged="folded"
          control={control}
          tools={
            // biome-ignore lint/a11y/useSemanticElements: buttons are no fields of a form.
            <span className={styles.everywhere} role="group" aria-label={words.everywhere}>
              <span>{words.everywhere}:</span>
              {everywhere('before', sides.before.title)}
              {everywhere('after', sides.after.title)}
              {everywhere('both', words.both)}
            </span>
          }
        />
      </div>
    </Dialog>
  );
}

function nameOf(item: Item, sides: SideNames): string {
  if (item.kind === 'field') return versionWords.comparison.field[item.row.field];
  if (item.kind === 'record') return item.row.title || versionWords.comparison.records[item.row.of];
  return rowName(item.row, sides);
}

function optionsFor(
  item: Item,
  sides: SideNames,
): readonly { readonly value: Side; readonly label: string }[] {
  const oneSided = item.kind !== 'field' && item.row.kind !== 'changed';
  if (oneSided) {
    const there: Side = item.row.kind === 'removed' ? 'before' : 'after';
    return [
      { value: there, label: words.keep },
      { value: there === 'before' ? 'after' : 'before', label: words.leaveOut },
    ];
  }
  const both = item.kind === 'block' || (item.kind === 'field' && canHaveBoth(item.row.field));
  return [
    { value: 'before', label: sides.before.title },
    { value: 'after', label: sides.after.title },
    ...(both ? [{ value: 'both' as const, label: words.both }] : []),
  ];
}

function sideOf({ fields, blocks, records }: Choices, item: Item): Side {
  const chosen =
    item.kind === 'field'
      ? fields.get(item.row.field)
      : item.kind === 'block'
        ? blocks.get(item.index)
        : records.get(recordKey(item.row));
  // What is on one side only stays there: "both" and its own side are the same.
  if (item.kind !== 'field' && item.row.kind !== 'changed' && chosen === 'both')
    return item.row.kind === 'removed' ? 'before' : 'after';
  return chosen ?? 'after';
}

function withChoice({ fields, blocks, records }: Choices, item: Item, side: Side): Choices {
  switch (item.kind) {
    case 'field':
      return { fields: new Map(fields).set(item.row.field, side), blocks, records };
    case 'block':
      return { fields, blocks: new Map(blocks).set(item.index, side), records };
    case 'record':
      return { fields, blocks, records: new Map(records).set(recordKey(item.row), side) };
  }
}
