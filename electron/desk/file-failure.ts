import { constants } from 'node:os';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure, FileFailureCode } from '../../shared/ipc/failures';

/** What the system's error numbers mean to a writer. Anything else is `io`. */
const codeOfErrno: Readonly<Record<string, FileFailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'vanished',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'is-a-folder',
  EFTYPE: 'not-a-file',
  ENXIO: 'not-a-file',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENAMETOOLONG: 'name-too-long',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
};

/** The system's name of an error (ENOSPC), or null for an error that the system did not make. */
export function errnoOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return null;
  if (/^E[A-Z0-9]+$/.test(code)) return code;
  // Node has no name for some errors, a full quota among them, and gives their number.
  const unnamed = /^Unknown system error -(\d+)$/.exec(code);
  if (!unnamed) return null;
  const number = Number(unnamed[1]);
  const named = Object.entries(constants.errno).find(([, known]) => known === number);
  return named?.[0] ?? `E${number}`;
}

/** What the system's error means for `path`. Throws on: an error that is not the system's is a mistake of ours. */
export function fileFailure(error: unknown, path: string): FileFailure {
  const errno = errnoOf(error);
  if (errno === null) throw error;
  return { code: codeOfErrno[errno] ?? 'io', path, errno };
}

/** Runs `work` on `path` and answers what the system refused as a failure. */
export async function attempt<Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<Result<Value, FileFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(fileFailure(error, path));
  }
}
