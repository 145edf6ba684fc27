import type { Codec } from '../../shared/base/codec';
import { type Client, calls, type EventName, type Payload } from '../../shared/ipc/contract';
import { type Door, fromMain } from '../../shared/ipc/door';

/** The calls of the contract as functions, over the given door. Arguments are written by the contract's codecs. */
export function createClient(door: Door): Client {
  const domains = Object.entries(calls).map(([domain, table]) => {
    const functions = Object.entries(table as Record<string, { argument: Codec<unknown> }>).map(
      ([name, call]) => [
        name,
        async (argument: unknown) =>
          fromMain(await door.call(`${domain}.${name}`, call.argument.encode(argument))),
      ],
    );
    return [domain, Object.fromEntries(functions)];
  });
  // The functions were made from the very table the type is derived from.
  return Object.fromEntries(domains) as Client;
}

/** Calls `listener` for every event `name`; answers the function that stops it. */
export function listenTo<Name extends EventName>(
  door: Door,
  name: Name,
  listener: (payload: Payload<Name>) => void,
): () => void {
  return door.listen((told, payload) => {
    // Events come from our main process only, which sends them through a function typed by the same table.
    if (told === name) listener(fromMain(payload) as Payload<Name>);
  });
}
