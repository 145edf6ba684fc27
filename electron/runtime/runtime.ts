/** The ways to come by a runtime, in the order in which they are tried. */
type Way = 'override' | 'beside the package' | 'official download' | 'registry fallback';

/** An Electron binary that is ready to start. */
export interface Runtime {
  readonly way: Exclude<Way, 'official download'>;
  /** Absolute path of the folder that holds the distribution (value for ELECTRON_OVERRIDE_DIST_PATH). */
  readonly folder: string;
  /** Absolute path of the executable. */
  readonly executable: string;
  /** Electron's version without a leading v, or null where the distribution does not tell. */
  readonly version: string | null;
}

/** One way that did not lead to a runtime. */
export interface Failure {
  readonly way: Way;
  /** Why it failed: a clause without a full stop. */
  readonly reason: string;
}

/** Either a runtime or every way that was tried and why it failed. */
export type Found =
  | { readonly ok: true; readonly value: Runtime }
  | { readonly ok: false; readonly error: readonly Failure[] };

/** A failure whose message is a sentence for the person at the keyboard; it is shown without a stack. */
export class RuntimeProblem extends Error {
  override readonly name = 'RuntimeProblem';
}

/** The person or the system asked to stop: no way has failed, and none is left to try. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** One line that says which runtime is in use, for the start of every command. */
export const describeRuntime = (runtime: Runtime): string => {
  const electron = runtime.version === null ? 'Electron' : `Electron ${runtime.version}`;
  switch (runtime.way) {
    case 'override':
      return `Runtime: ${electron} from ELECTRON_OVERRIDE_DIST_PATH (${runtime.folder})`;
    case 'beside the package':
      return `Runtime: ${electron}, the official download beside the electron package`;
    case 'registry fallback':
      return `Runtime: ${electron} out of a registry package, for development, tests and evaluation (${runtime.folder})`;
  }
};

const NAMES: Readonly<Record<Way, string>> = {
  override: 'ELECTRON_OVERRIDE_DIST_PATH',
  'beside the package': 'Binary beside the electron package',
  'official download': 'Official download',
  'registry fallback': 'Electron out of a registry package',
};

const listFailures = (failures: readonly Failure[], advice: string): string =>
  [
    'No Electron runtime could be found.',
    ...failures.map(({ way, reason }) => `  - ${NAMES[way]}: ${reason}.`),
    `What to do: ${failures.some(({ way }) => way === 'override') ? ADVICE_OVERRIDE : advice}`,
  ].join('\n');

const ADVICE_OVERRIDE =
  'set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron distribution, or unset it.';

/**
 * The message for a search that found nothing: each way with its reason, then what to do.
 * @param failures in the order in which the ways were tried
 */
export const describeNotFound = (failures: readonly Failure[]): string =>
  listFailures(failures, 'run "npm run setup", which fetches it.');

/** As describeNotFound, for when fetching failed too. */
export const describeNotFetched = (failures: readonly Failure[]): string =>
  listFailures(
    failures,
    'connect to a network that reaches Electron’s release page or your package registry and run "npm run setup" again, or unpack an Electron distribution by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
