import type { Codec } from '../../shared/base/codec';
import { opened } from '../../shared/ipc/article-file';
import { type Client, calls, type EventName, type Handlers, type Payload } from '../../shared/ipc/contract';
import { type Door, fromMain } from '../../shared/ipc/door';

type ArticleAnswer = Awaited<ReturnType<Handlers['article']['read']>>;

/**
 * A file becomes an article here: read by the main process it would be written and read once more on its way, and whoever
 * opens a long article would wait for that.
 */
const articleOf = (answer: ArticleAnswer) => (answer.ok ? opened(answer.value) : answer);

/** The calls of the contract as functions, over the given door. Arguments are written by the contract's codecs. */
export function createClient(door: Door): Client {
  const domains = Object.entries(calls).map(([domain, table]) => {
    const functions = Object.entries(table as Record<string, { argument: Codec<unknown> }>).map(
      ([name, call]) => [
        name,
        async (argument: unknown) => {
          const answer = fromMain(await door.call(`${domain}.${name}`, call.argument.encode(argument)));
          // The table says what this call answers.
          return call === calls.article.read ? articleOf(answer as ArticleAnswer) : answer;
        },
      ],
    );
    return [domain, Object.fromEntries(functions)];
  });
  // The functions were made from the very table the type is derived from.
  return Object.fromEntries(domains) as Client;
}

/** Calls `listener` for every event `name`; answers the function that stops it. */
export type Listen = <Name extends EventName>(
  name: Name,
  listener: (payload: Payload<Name>) => void,
) => () => void;

/**
 * The events of the contract, over the given door. The door is listened to once, however many listen here: an event
 * crosses into the page and is read once, and Node does not warn of a leak in the console of every window.
 */
export function createListen(door: Door): Listen {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  door.listen((name, sent) => {
    const ofName = listeners.get(name);
    if (!ofName?.size) return;
    // Events come from our main process only, which sends them through a function typed by the same table.
    const payload = fromMain(sent) as never;
    for (const listener of ofName) listener(payload);
  });
  return (name, listener) => {
    const ofName = listeners.get(name) ?? new Set();
    listeners.set(name, ofName.add(listener));
    return () => ofName.delete(listener);
  };
}
