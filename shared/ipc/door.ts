/** What the preload script puts into the window as `window.standfirst`: one door for calls, one for events. */
export interface Door {
  /** `name` is "domain.call". */
  readonly call: (name: string, argument: unknown) => Promise<unknown>;
  /** Answers the function that stops listening. */
  readonly listen: (listener: (name: string, payload: unknown) => void) => () => void;
}

/** The two channels between the processes. */
export const callChannel = 'standfirst:call';
export const eventChannel = 'standfirst:event';
