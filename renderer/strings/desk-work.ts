import type { PackProgress } from '../../shared/ipc/desk-entries';
import { many } from './counts';

/** What is done with articles and desks as files: renaming, the bin, packing, and an article that cannot be read. */
export const deskWork = {
  remove: {
    title: (headline: string) => `Move “${headline}” to the bin?`,
    explain: 'You can restore it from the bin for 30 days.',
    confirm: 'Move to bin',
  },

  rename: {
    title: 'Rename article',
    field: 'Folder name (slug)',
    confirm: 'Rename',
    taken: 'Another article has that name.',
  },

  bin: {
    title: 'Bin',
    empty: 'The bin is empty.',
    gone: 'This article is not in the bin any more.',
    restore: 'Restore',
    deleted: (when: string) => `Deleted ${when}`,
    expires: (when: string) => `stays until ${when}`,
    stays: 'stays until you empty the bin',
    emptyAll: 'Empty bin…',
    confirmEmpty: (count: number) =>
      count === 1 ? 'Remove this article for good?' : `Remove these ${count} articles for good?`,
    emptyExplain: 'They cannot be brought back.',
    emptyNow: 'Remove for good',
    explain: 'Deleted articles stay here for 30 days.',
  },

  pack: {
    progress: ({ step, done, all }: PackProgress): string =>
      `${{ packing: 'Packing the desk', checking: 'Reading the packed desk back', unpacking: 'Unpacking' }[step]}: ${many(done)} of ${many(all)} files`,
    packed: (path: string, files: number, leftOut: readonly string[]): string =>
      [
        `The desk is packed and was read back: ${many(files)} files in ${path}.`,
        leftOut.length === 0
          ? ''
          : `Left out, because no part of the desk: ${leftOut.slice(0, 3).join(', ')}${leftOut.length > 3 ? ` and ${many(leftOut.length - 3)} more` : ''}.`,
      ]
        .filter(Boolean)
        .join(' '),
    unpacked: (path: string) => `The desk is unpacked in ${path}.`,
    open: 'Open it',
    cancelled: 'Stopped. Nothing was left behind.',
    failed: (reason: string) => `Nothing was packed or unpacked: ${reason}`,
  },

  emptyDesk: 'There are no articles on this desk yet.',

  articleProblem: {
    title: 'This article cannot be shown',
    untouched: 'The file was not touched.',
    reveal: 'Show in folder',
  },
} as const;
