import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A system call of a save, as the tracer saw it. */
export interface TracedCall {
  readonly name: string;
  /** The whole line, for a message. */
  readonly line: string;
}

/** Which of `calls`, the calls of an untroubled save in their order, fail with `error`. */
export interface Injection {
  readonly error: string;
  readonly calls: readonly TracedCall[];
  /** The place in `calls` of the first that fails, from 0. */
  readonly place: number;
  /** Everything that follows fails as well, for ever. */
  readonly forEver: boolean;
}

/** What a save may call where it did not come to its end. */
const callsToTidyUp = 'unlink,unlinkat';

/** The words that tell strace to inject: it counts each call by its name. */
function injectionWords({ error, calls, place, forEver }: Injection): readonly string[] {
  const inject = (names: string, when: string) => ['-e', `inject=${names}:error=${error}:when=${when}`];
  const before = (name: string) => calls.slice(0, place).filter((call) => call.name === name).length;
  if (!forEver) {
    const { name } = calls[place] ?? { name: 'none' };
    return inject(name, String(before(name) + 1));
  }
  const names = [...new Set(calls.map(({ name }) => name))];
  return [...names.flatMap((name) => inject(name, `${before(name) + 1}+`)), ...inject(callsToTidyUp, '1+')];
}

/** What a tracer does besides looking on. */
export type Tracing =
  | { readonly inject: Injection }
  /** Every call of this name fails with this error. */
  | { readonly call: string; readonly error: string }
  /** Nothing: the calls are written into this file. */
  | { readonly log: string };

function tracingWords(how: Tracing): readonly string[] {
  if ('log' in how) return ['-o', how.log];
  const silent = ['-o', '/dev/null'];
  if ('call' in how) return [...silent, '-e', `inject=${how.call}:error=${how.error}`];
  return [...silent, ...injectionWords(how.inject)];
}

/**
 * Attaches strace to the running process `pid`, does `work`, and lets go of it again. Only calls on `paths`, by name or
 * by an open file, are seen and made to fail; without any path, all calls are. Answers what `work` answered.
 */
export async function traced<Value>(
  pid: number,
  paths: readonly string[],
  how: Tracing,
  work: () => Promise<Value>,
): Promise<Value> {
  const words = ['-f', '-p', String(pid), ...paths.flatMap((path) => ['-P', path]), ...tracingWords(how)];
  const tracer = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = once(tracer, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    void closed.then(() => reject(new Error(`strace could not attach: ${said}`)));
    tracer.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/Process \d+ attached/.test(said)) resolve();
    });
  });
  try {
    return await work();
  } finally {
    tracer.kill('SIGINT');
    await closed;
  }
}

/** The calls in a log that `traced` left, in their order. */
export function tracedCalls(log: string): readonly TracedCall[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const name = /^\d+\s+(\w+)\(/.exec(line)?.[1];
      return name === undefined ? [] : [{ name, line: line.replace(/^\d+\s+/, '') }];
    });
}
