import { describe, expect, it } from 'vitest';
import { describeProgress, sayProgress } from '../../../electron/runtime/progress';

describe('progress of a download', () => {
  it('is told in percent where the size is known, else in megabytes', () => {
    expect(describeProgress('downloaded', 49_000_000, 196_000_000)).toBe(
      '   downloaded: 25 % (49 MB of 196 MB)',
    );
    expect(describeProgress('downloaded', 49_000_000, null)).toBe('   downloaded: 49 MB');
    expect(describeProgress('downloaded', 200_000_000, 196_000_000)).toBe('   downloaded: 200 MB');
  });

  it('is said every three seconds at most, and only when it moved', () => {
    const lines: string[] = [];
    let clock = 0;
    const report = sayProgress(
      (line) => lines.push(line),
      'downloaded',
      null,
      () => clock,
    );
    for (const [time, bytes] of [
      [1_000, 1e6],
      [3_000, 2e6],
      [4_000, 3e6],
      [6_500, 2e6],
      [7_000, 4e6],
    ] as const) {
      clock = time;
      report(bytes);
    }
    expect(lines).toEqual(['   downloaded: 2 MB', '   downloaded: 4 MB']);
  });
});
