/** The outcome of something that can fail in a way the caller is expected to handle. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success carrying `value`. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** An expected failure carrying `error`, usually an object with a `code` to switch on. */
export const fail = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error });
