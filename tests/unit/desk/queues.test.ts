import { describe, expect, it } from 'vitest';
import { createQueues } from '../../../electron/desk/queues';

describe('queues', () => {
  it('do one piece after the other for one key, and keys side by side', async () => {
    const queues = createQueues();
    const order: string[] = [];
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    const first = queues.run('tides', async () => {
      await gate;
      order.push('first');
    });
    const second = queues.run('tides', async () => void order.push('second'));
    await queues.run('budget', async () => void order.push('other'));
    openGate();
    await Promise.all([first, second]);
    expect(order).toEqual(['other', 'first', 'second']);
  });

  it('go on after a piece that threw, and tell its caller', async () => {
    const queues = createQueues();
    const failed = queues.run('tides', async () => {
      throw new Error('disk full');
    });
    const next = queues.run('tides', async () => 'saved');
    await expect(failed).rejects.toThrow('disk full');
    expect(await next).toBe('saved');
  });

  it('are idle when everything is done, also after a failure', async () => {
    const queues = createQueues();
    let done = false;
    const failed = queues.run('tides', () => Promise.reject(new Error('no'))).catch(() => undefined);
    void queues.run('tides', async () => {
      done = true;
    });
    await queues.idle();
    await failed;
    expect(done).toBe(true);
    await queues.idle();
  });
});
