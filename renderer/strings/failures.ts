import type { ParseRefusal } from '../../shared/article/file';
import type { HtmlRefusal } from '../../shared/import/html/parse';
import type {
  FileFailureCode,
  MediaFailure,
  ReadProblem,
  SaveFailure,
  SourceBookFailure,
} from '../../shared/ipc/failures';

export const fileFailure: Readonly<Record<FileFailureCode, string>> = {
  'disk-full':
    'the disk is full. Free some space; your words stay here and are written as soon as there is room.',
  'read-only': 'the folder is read-only. Make it writable or choose another desk folder.',
  'no-permission':
    'you may not write there. Change the permissions of the folder and its file, or choose another desk folder.',
  vanished: 'the folder is gone. Put it back, or choose another desk folder.',
  'not-a-folder': 'something that is not a folder stands at its place. Choose another folder.',
  'is-a-folder': 'a folder stands at the place of the file. Rename it and try again.',
  'not-a-file': 'a pipe or a device stands at the place of the file. Remove it and try again.',
  exists: 'the name is taken. Choose another name.',
  'part-of-desk': 'it is a part of the desk. Choose another folder.',
  'name-too-long': 'the name is too long for this disk. Choose a shorter one.',
  'too-many-open-files': 'the system has too many files open. Close some programs and try again.',
  busy: 'another program holds the file. Close it there; we keep trying.',
  io: 'the disk reported an error. Copy your words to another disk.',
};

/** The same failures where a file of another program was to be read: the desk is not at fault. */
export const readFailure: Readonly<Record<FileFailureCode, string>> = {
  ...fileFailure,
  'no-permission': 'you may not read it. Change its permissions and try again.',
  vanished: 'it is gone. Was it moved or renamed?',
  'is-a-folder': 'it is a folder. Choose the files in it.',
  busy: 'another program holds it. Close it there and try again.',
  io: 'the disk did not hand it over. Copy it to another disk and try again.',
};

export function readProblem(problem: ReadProblem | ParseRefusal): string {
  switch (problem.code) {
    case 'empty':
      return 'The file is empty. If a sync client is still writing it, wait a moment.';
    case 'too-large':
      return 'The file is far larger than any article. It may not be one.';
    case 'not-json':
      return 'The file is cut off or damaged. Restore a copy from a backup or from the sync client.';
    case 'not-an-article':
      return 'The file is not a Standfirst article.';
    case 'newer-format':
      return `The file was written by a newer version of Standfirst (format ${problem.version}). Update to open it.`;
    case 'damaged':
      return `The file is damaged at “${problem.where}”: ${problem.expected} should stand there.`;
    default:
      return `The file could not be read: ${fileFailure[problem.code]}`;
  }
}

export function saveFailure(
  failure: Exclude<SaveFailure, { code: 'conflict' | 'orphan' }> | { code: 'bad-argument' | 'internal' },
): string {
  switch (failure.code) {
    case 'no-desk':
      return 'no desk folder is open. Choose one.';
    case 'bad-argument':
    case 'internal':
      return 'Standfirst made a mistake. Copy your words to a safe place and restart.';
    default:
      return fileFailure[failure.code];
  }
}

export function mediaFailure(failure: MediaFailure): string {
  switch (failure.code) {
    case 'not-a-picture':
      return `“${failure.name}” is not a picture that browsers can show. Use JPEG, PNG, GIF, WebP or AVIF.`;
    case 'svg':
      return `“${failure.name}” was not taken: an SVG drawing can hold programs. Export it as PNG and insert that.`;
    case 'too-large':
      return `The picture was not taken: it has ${Math.round(failure.bytes / 1e6)} MB, and at most 100 MB fit an article. Save it smaller and try again.`;
    case 'no-desk':
      return 'No desk folder is open.';
    default:
      return `The picture was not stored: ${fileFailure[failure.code]}`;
  }
}

export function pasteRefusal(refusal: HtmlRefusal): string {
  return refusal.code === 'too-large'
    ? `Not pasted: that is ${Math.round(refusal.characters / 1e6)} million characters, and at most ${Math.round(refusal.most / 1e6)} million can be read. Paste it in parts.`
    : 'Not pasted: that holds too much markup to be read safely.';
}

/** Words for a failure that a call of the window answered, whatever its kind. */
export function callFailure(failure: { readonly code: string }): string {
  if (Object.hasOwn(fileFailure, failure.code)) return fileFailure[failure.code as FileFailureCode];
  return 'something unexpected happened. Try again, and restart the app if it stays.';
}

/** Why an article could not be read, by the code of whatever the call answered. */
export function readProblemOf(failure: { readonly code: string }): string {
  if (Object.hasOwn(fileFailure, failure.code)) {
    return `The file could not be read: ${readFailure[failure.code as FileFailureCode]}`;
  }
  return isReadProblem(failure) ? readProblem(failure) : callFailure(failure);
}

const isReadProblem = (failure: { readonly code: string }): failure is ReadProblem =>
  ['empty', 'too-large', 'not-json', 'not-an-article', 'newer-format', 'damaged'].includes(failure.code);

/** Why the source book cannot be used, or was not changed. */
export function bookFailure(
  failure: SourceBookFailure | { readonly code: 'bad-argument' | 'internal' },
): string {
  switch (failure.code) {
    case 'empty':
      return 'the file is empty. If a sync client is still writing it, wait a moment.';
    case 'not-json':
      return 'the file is cut off or damaged.';
    case 'not-a-source-book':
      return 'the file is not a source book.';
    case 'newer-format':
      return `the file was written by a newer version of Standfirst (format ${failure.version}). Update to use it.`;
    case 'damaged':
      return `the file is damaged at “${failure.where}”: ${failure.expected} should stand there.`;
    case 'unknown-source':
      return 'the source is no longer in it.';
    case 'no-desk':
      return 'no desk folder is open.';
    default:
      return callFailure(failure);
  }
}
