import type { PackProgress } from '../../shared/ipc/desk-entries';
import type { PackRefusal } from '../../shared/ipc/failures';
import { many } from './counts';
import { callFailure } from './failures';

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

/** What is wrong with a file that should be a packed desk. */
const notAPack: Readonly<Record<Extract<PackRefusal, { code: 'not-a-pack' }>['why'], string>> = {
  damaged: 'the file is damaged or no packed desk. Take another copy.',
  changed: 'its files are not those that were packed. Take another copy.',
  'no-list': 'it was not packed by this version of Standfirst.',
  link: 'it holds links, which could lead out of the folder.',
  'unsafe-name': 'it holds names that lead out of the folder or that this system does not allow.',
  'too-large': 'it would grow beyond all reason. It is no packed desk.',
};

/** Why a desk was not packed or unpacked, by the code of whatever the call answered. */
export function packFailure(failure: { readonly code: string; readonly why?: string }): string {
  if (failure.code === 'under-way') return 'another desk is being packed or unpacked. Wait for it.';
  if (failure.code === 'exists') return 'there is something of that name already. Choose a new one.';
  const why = failure.why ?? '';
  // The key was just found in the table.
  if (Object.hasOwn(notAPack, why)) return notAPack[why as keyof typeof notAPack];
  return callFailure(failure);
}
