import { describe, expect, it } from 'vitest';
import { waitToSay } from '../../../renderer/app/shown-phase';
import type { SavePhase } from '../../../renderer/session/save-state';

const phases: Readonly<Record<SavePhase['kind'], SavePhase>> = {
  clean: { kind: 'clean' },
  dirty: { kind: 'dirty' },
  saving: { kind: 'saving', version: 1 },
  conflict: { kind: 'conflict', theirs: null, hash: '' },
  orphan: { kind: 'orphan' },
  error: { kind: 'error', failure: { code: 'internal', message: '' }, attempts: 1 },
};
const all = Object.values(phases);

describe('what the status bar says of saving', () => {
  it('says at once that words are unsaved, whatever was before', () => {
    for (const former of [...all, null]) expect(waitToSay(former, phases.dirty)).toBe(0);
  });

  it('says trouble at once, and its end', () => {
    for (const kind of ['conflict', 'orphan', 'error'] as const)
      for (const other of all) {
        expect(waitToSay(other, phases[kind])).toBe(0);
        expect(waitToSay(phases[kind], other)).toBe(0);
      }
  });

  it('says that words are saved once they stay it, and that they are being saved where it takes long', () => {
    expect(waitToSay(phases.saving, phases.clean)).toBeGreaterThan(0);
    expect(waitToSay(phases.dirty, phases.saving)).toBeGreaterThan(0);
  });

  it('says at once how another article stands', () => {
    expect(waitToSay(null, phases.clean)).toBe(0);
    expect(waitToSay(phases.clean, { kind: 'clean' })).toBe(0);
    expect(waitToSay(phases.clean, null)).toBe(0);
  });
});
