import type { FileFailure } from '../../shared/ipc/failures';

/** How a command ended. 1: the content is at fault, 2: the call is wrong, 3: the file system refused. */
export type Outcome =
  | { readonly exit: 0 }
  /** `message` is one line for standard error that says what to do; null where the output told it already. */
  | { readonly exit: 1 | 2 | 3; readonly message: string | null };

/** One command of the command line. */
export interface Command {
  /** The line of the help that shows how to call it, without the program's name. */
  readonly usage: string;
  readonly run: (words: readonly string[], output: Output) => Promise<Outcome>;
}

/** Where a command's result goes. */
export interface Output {
  /** Writes to standard output and waits until it is taken: a slow reader holds a fast command back. */
  write(content: string | Uint8Array): Promise<void>;
  /** Tells the person at the terminal something that is not an error, as one line on standard error. */
  note(line: string): void;
}

export const done: Outcome = { exit: 0 };
export const contentAtFault = (message: string | null): Outcome => ({ exit: 1, message });
export const callIsWrong = (message: string): Outcome => ({ exit: 2, message });

/** The worse of two outcomes, of which the later is told at once: a command goes on with what else it was given. */
export function worseOf(before: Outcome, outcome: Outcome, output: Pick<Output, 'note'>): Outcome {
  if (outcome.exit === 0) return before;
  if (outcome.message !== null) output.note(outcome.message);
  return outcome.exit > before.exit ? { ...outcome, message: null } : before;
}

/** What a refusal of the file system means for the person at the terminal. */
export function fileSystemRefused(failure: FileFailure): Outcome {
  const message = `${failure.path}: ${adviceFor(failure)}`;
  // Ours is this refusal: the system would have replaced it.
  return failure.code === 'part-of-desk' ? callIsWrong(message) : { exit: 3, message };
}

function adviceFor(failure: FileFailure): string {
  switch (failure.code) {
    case 'disk-full':
      return 'the disk is full; free some space and try again';
    case 'read-only':
      return 'the disk is read-only; choose another place';
    case 'no-permission':
      return 'no permission; check who may read and write it';
    case 'vanished':
      return 'there is no such file or folder; check the path';
    case 'not-a-folder':
      return 'a part of the path is a file, not a folder; check the path';
    case 'is-a-folder':
      return 'this is a folder; name a file';
    case 'not-a-file':
      return 'this is a pipe or a device, not a file; name a file';
    case 'exists':
      return 'it exists already; choose another name';
    case 'part-of-desk':
      return 'it is a part of the desk itself, and the export would take its place; choose another folder or name';
    case 'name-too-long':
      return 'the name is too long; choose a shorter one';
    case 'too-many-open-files':
      return 'too many files are open; close some programs and try again';
    case 'busy':
      return 'another program holds it; close that and try again';
    case 'io':
      return `the file system failed (${failure.errno}); check the disk`;
  }
}
