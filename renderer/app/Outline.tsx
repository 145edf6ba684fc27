import { $isHeadingNode } from '@lexical/rich-text';
import { $getNodeByKey, $getSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { $articleBlocks, $blockOf, $previousBlock } from '../editor/blocks';
import { useDocument } from '../session/document';
import { whenHandsRest } from '../session/hands-rest';
import { toolWords } from '../strings/tools';
import styles from './Outline.module.css';

/** How long the mark at a heading may stay behind a caret that does not rest, in milliseconds. */
const mostWait = 1000;

/** A heading of the body. */
interface Entry {
  readonly key: NodeKey;
  readonly level: number;
  readonly words: string;
}

/** The headings of the article, to jump to; the one above the caret is marked. Nothing of it is done while typing. */
export function Outline({ editor }: { readonly editor: LexicalEditor }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [present, setPresent] = useState<NodeKey | null>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const look = () => {
      const next = editor.read($entries);
      // The rows are drawn anew only when a heading is another one.
      setEntries((before) => (sameEntries(before, next) ? before : next));
    };
    const first = requestIdleCallback(look);
    const stop = useDocument.subscribe(({ body }, former) => body !== former.body && look());
    return () => {
      stop();
      cancelIdleCallback(first);
    };
  }, [editor]);

  useEffect(() => {
    const look = () => setPresent(editor.read($headingAboveCaret));
    return editor.registerUpdateListener(whenHandsRest(look, mostWait));
  }, [editor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the marked row is another one when `present` is.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]');
    const box = list.current;
    if (!row || !box) return;
    const [top, bottom] = [row.offsetTop - box.offsetTop, row.offsetTop - box.offsetTop + row.offsetHeight];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }, [present]);

  const goTo = useCallback(
    (key: NodeKey) => {
      editor.update(
        () => {
          const node = $getNodeByKey(key);
          if ($isHeadingNode(node)) node.selectStart();
        },
        {
          onUpdate: () => {
            editor.focus();
            editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
          },
        },
      );
    },
    [editor],
  );

  if (entries.length === 0) return null;
  return (
    <section className={styles.region} aria-label={toolWords.outline.region}>
      <h2 className={styles.title}>{toolWords.outline.region}</h2>
      <ol ref={list} className={styles.list}>
        {entries.map((entry) => (
          <Row key={entry.key} entry={entry} isPresent={entry.key === present} onGoTo={goTo} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly entry: Entry;
  readonly isPresent: boolean;
  readonly onGoTo: (key: NodeKey) => void;
}

const Row = memo(function Row({ entry, isPresent, onGoTo }: RowProps) {
  return (
    <li className={styles.row} data-level={entry.level}>
      <button
        type="button"
        className={styles.entry}
        aria-current={isPresent ? 'location' : undefined}
        title={entry.words}
        onClick={() => onGoTo(entry.key)}
      >
        {entry.words || toolWords.outline.empty}
      </button>
    </li>
  );
});

function $entries(): readonly Entry[] {
  return $articleBlocks().flatMap((block) =>
    $isHeadingNode(block)
      ? [
          {
            key: block.getKey(),
            level: Number(block.getTag().slice(1)),
            words: block.getTextContent().trim(),
          },
        ]
      : [],
  );
}

const sameEntries = (one: readonly Entry[], other: readonly Entry[]): boolean =>
  one.length === other.length &&
  one.every((entry, at) => {
    const twin = other[at];
    return entry.key === twin?.key && entry.level === twin.level && entry.words === twin.words;
  });

function $headingAboveCaret(): NodeKey | null {
  let block = $blockOf($getSelection()?.getNodes()[0]);
  while (block && !$isHeadingNode(block)) block = $previousBlock(block);
  return block?.getKey() ?? null;
}
