import { breakOf } from '../../shared/adbreaks/ad-fix';
import { changedStretch, type Stretch, withStretch } from '../../shared/base/stretch';
import { atBlock, type Finding } from '../../shared/checks/finding';

/*
 * What the worker says of its findings: only what became of those that it said last. A long article has thousands, and a
 * paragraph more at its top changes nothing of them but where their blocks stand.
 */

/** What became of a list of findings. */
export interface FindingChanges {
  readonly findings: Stretch<Finding>;
  /**
   * The present index of the block of each finding, -1 for none; null where they are right as they are. Plain numbers, since a new
   * paragraph moves thousands of findings, and the window takes as long to read a list of them as to draw the paragraph.
   */
  readonly blocks: Int32Array | null;
}

/** Findings as they were said: each as text, and where its block stood. */
export interface Said {
  readonly texts: readonly string[];
  readonly blocks: readonly number[];
}

export const nothingSaid: Said = { texts: [], blocks: [] };

/** The index of the one block that all of a finding lies in; -1 where it lies in none or in several. */
function blockOf({ place, fix }: Finding): number {
  if (!('block' in place)) return -1;
  const { block } = place;
  if (fix === null) return block;
  if (fix.kind === 'adBreak') return breakOf(fix.fix) === block ? block : -1;
  const touched =
    fix.kind === 'edit' ? fix.edits.map((edit) => (edit.kind === 'field' ? -1 : edit.block)) : [fix.block];
  return touched.every((each) => each === block) ? block : -1;
}

/**
 * What became of what was said. `order` names the block at each index of the body, whatever its place, so that a finding in
 * a block that moved is still the same.
 */
export function changesOf(
  said: Said,
  findings: readonly Finding[],
  order: readonly number[],
): { readonly said: Said; readonly changes: FindingChanges; readonly isSame: boolean } {
  const blocks = findings.map(blockOf);
  const texts = findings.map((finding, index) => {
    const block = blocks[index] ?? -1;
    return block < 0
      ? JSON.stringify(finding)
      : `${order[block]} ${JSON.stringify({ ...finding, ...atBlock(finding, 0) })}`;
  });
  const { from, removed, inserted } = changedStretch(said.texts, texts);
  const to = from + inserted.length;
  const kept = withStretch(said.blocks, { from, removed, inserted: blocks.slice(from, to) });
  const moved = blocks.some((block, index) => block !== kept?.[index]);
  return {
    said: { texts, blocks },
    changes: {
      findings: { from, removed, inserted: findings.slice(from, to) },
      blocks: moved ? Int32Array.from(blocks) : null,
    },
    isSame: removed === 0 && inserted.length === 0 && !moved,
  };
}

/** The present findings, from those that were said before; one that is right as it is stays the same object. */
export function withChanges(former: readonly Finding[], changes: FindingChanges): readonly Finding[] {
  const findings = withStretch(former, changes.findings) ?? former;
  const { blocks } = changes;
  if (!blocks) return findings;
  return findings.map((finding, index) => {
    const block = blocks[index] ?? -1;
    return block < 0 || blockOf(finding) === block ? finding : { ...finding, ...atBlock(finding, block) };
  });
}
