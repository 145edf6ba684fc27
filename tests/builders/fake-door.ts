import { answerForWindow } from '../../shared/ipc/answer';
import type { EventName, Handlers, Payload } from '../../shared/ipc/contract';
import { type Door, toWindow } from '../../shared/ipc/door';

/** Handlers for some of the contract's calls. */
export type SomeHandlers = { readonly [Domain in keyof Handlers]?: Partial<Handlers[Domain]> };

/** A door to handlers in the same process. */
export interface FakeDoor {
  readonly door: Door;
  /** Sends an event as the main process does. */
  readonly tell: <Name extends EventName>(name: Name, payload: Payload<Name>) => void;
}

/**
 * The border between the processes without a second process: arguments and answers are copied as the real border copies
 * them, and checked by the same contract. A call without a handler is refused; a handler that throws fails the test.
 */
export function fakeDoor(handlers: SomeHandlers): FakeDoor {
  const listeners = new Set<(name: string, payload: unknown) => void>();
  return {
    door: {
      async call(name, argument) {
        const answer = await answerForWindow(
          handlers as Partial<Handlers>,
          name,
          structuredClone(argument),
          (_, error) => {
            throw error;
          },
        );
        return structuredClone(answer);
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    tell(name, payload) {
      for (const listener of listeners) listener(name, toWindow(payload));
    },
  };
}
