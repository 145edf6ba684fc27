import { type Codec, decodeWith } from '../base/codec';
import { fail, type Result } from '../base/result';
import { calls, type Handlers } from './contract';
import { toWindow } from './door';
import type { CallFailure } from './failures';

interface AnyCall {
  readonly argument: Codec<unknown>;
  readonly holdsBytes: boolean;
}
const refused = (failure: CallFailure) => fail(failure);
type AnyHandler = (argument: unknown) => unknown;

/** The entry of the contract for "domain.call", or undefined. Names of the prototype are no entries. */
function entryOf<Entry>(table: object, name: string): Entry | undefined {
  const [domain, call, rest] = name.split('.');
  if (domain === undefined || call === undefined || rest !== undefined) return undefined;
  if (!Object.hasOwn(table, domain)) return undefined;
  const entries = table[domain as keyof typeof table] as object;
  return Object.hasOwn(entries, call) ? (entries[call as keyof typeof entries] as Entry) : undefined;
}

/**
 * Answers one call that came over the border: reads the argument by the contract, runs the handler, and turns what
 * was not expected into a failure, so that a call always ends. `report` gets mistakes of ours.
 */
export async function answerCall(
  handlers: Partial<Handlers>,
  name: unknown,
  argument: unknown,
  report: (name: string, error: unknown) => void,
): Promise<Result<unknown, unknown>> {
  const call = typeof name === 'string' ? entryOf<AnyCall>(calls, name) : undefined;
  const handler = typeof name === 'string' ? entryOf<AnyHandler>(handlers, name) : undefined;
  if (typeof name !== 'string' || !call || !handler) {
    return refused({ code: 'bad-argument', where: 'name', expected: 'a call of the contract' });
  }
  const decoded = decodeWith(call.argument, argument);
  if (!decoded.ok) return refused({ code: 'bad-argument', ...decoded.error });
  try {
    return (await handler(decoded.value)) as Result<unknown, unknown>;
  } catch (error) {
    report(name, error);
    return refused({ code: 'internal', message: error instanceof Error ? error.message : String(error) });
  }
}

/** The same, as it crosses the border: a failure, which is small, and what holds bytes as they are. */
export async function answerForWindow(...asked: Parameters<typeof answerCall>): Promise<unknown> {
  const answer = await answerCall(...asked);
  const [, name] = asked;
  const holdsBytes = typeof name === 'string' && entryOf<AnyCall>(calls, name)?.holdsBytes;
  return !answer.ok || holdsBytes ? answer : toWindow(answer);
}
