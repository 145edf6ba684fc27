import { fail, type Result } from '../../shared/base/result';
import type { CallFailure } from '../../shared/ipc/failures';

/** The answer of a call; one that broke off is a failure like any other, and the next call is made all the same. */
export async function answerOf<Answer>(call: Promise<Answer>): Promise<Answer | Result<never, CallFailure>> {
  try {
    return await call;
  } catch (error) {
    return fail({ code: 'internal', message: String(error) });
  }
}
