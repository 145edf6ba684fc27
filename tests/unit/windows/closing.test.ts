import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClosing, type FlushOutcome } from '../../../electron/windows/closing';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function closing(unsaved: boolean, agrees: boolean) {
  const requested = vi.fn();
  const questions: FlushOutcome[] = [];
  return {
    requested,
    questions,
    door: createClosing(
      {
        requestFlush: requested,
        hasUnsavedWords: () => unsaved,
        confirmLoss: async (outcome) => {
          questions.push(outcome);
          return agrees;
        },
      },
      5000,
    ),
  };
}

describe('closing a window', () => {
  it('waits until the window has written everything, and asks nothing', async () => {
    const { door, requested, questions } = closing(true, false);
    const answer = door.ask();
    expect(requested).toHaveBeenCalledOnce();
    door.flushed('saved');
    expect(await answer).toBe(true);
    expect(questions).toEqual([]);
  });

  it('asks the writer when words could not be written, and stays open on a no', async () => {
    const { door, questions } = closing(true, false);
    const answer = door.ask();
    door.flushed('not-saved');
    expect(await answer).toBe(false);
    expect(questions).toEqual(['not-saved']);
  });

  it('asks the writer when a window with unsaved words does not answer in time', async () => {
    const { door, questions } = closing(true, true);
    const answer = door.ask();
    await vi.advanceTimersByTimeAsync(4999);
    expect(questions).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe(true);
    expect(questions).toEqual(['silent']);
  });

  it('does not hold up a window that hangs with everything saved', async () => {
    const { door, questions } = closing(false, false);
    const answer = door.ask();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toBe(true);
    expect(questions).toEqual([]);
  });

  it('asked twice, flushes once; asked again after a no, begins anew', async () => {
    const { door, requested } = closing(true, false);
    const [first, second] = [door.ask(), door.ask()];
    expect(requested).toHaveBeenCalledOnce();
    door.flushed('not-saved');
    expect([await first, await second]).toEqual([false, false]);
    const third = door.ask();
    expect(requested).toHaveBeenCalledTimes(2);
    door.flushed('saved');
    expect(await third).toBe(true);
  });

  it('takes no notice of an answer nobody asked for', async () => {
    const { door } = closing(true, false);
    door.flushed('saved');
    const answer = door.ask();
    door.flushed('not-saved');
    expect(await answer).toBe(false);
  });
});
