/** What the preload script puts into the window as `window.standfirst`: one door for calls, one for events. */
export interface Door {
  /** `name` is "domain.call"; the answer is read by `fromMain`. */
  readonly call: (name: string, argument: unknown) => Promise<unknown>;
  /** Answers the function that stops listening; a payload is read by `fromMain`. */
  readonly listen: (listener: (name: string, payload: unknown) => void) => () => void;
}

/**
 * The call that the preload script makes before anybody asks: its answer is there when the window's code was read. The
 * first call of that name gets that answer.
 */
export const aheadCall = 'session.start';

/** The two channels between the processes. */
export const callChannel = 'standfirst:call';
export const eventChannel = 'standfirst:event';

/**
 * What the main process sends, as text. Objects would be copied twice on their way, at the border of the processes and
 * at that of the preload script, and for so long the window cannot type: text is copied as one piece.
 */
export const toWindow = (value: unknown): string | undefined => JSON.stringify(value);

/** What `toWindow` wrote. Bytes are no text: an answer that holds some comes as it is. */
export const fromMain = (sent: unknown): unknown => (typeof sent === 'string' ? JSON.parse(sent) : sent);
