import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  autosaveWait,
  hasUnsavedWords,
  maySave,
  needsSecondPlace,
  next,
  opened,
  retryDelay,
  type SaveEvent,
  type SaveState,
} from '../../../renderer/session/save-state';

const having = (...events: readonly SaveEvent[]): SaveState => events.reduce(next, opened('h0'));
const edited: SaveEvent = { kind: 'edited' };
const began: SaveEvent = { kind: 'save-began' };
const full: SaveEvent = {
  kind: 'save-failed',
  failure: { code: 'disk-full', path: '/desk/a/article.json', errno: 'ENOSPC' },
};

describe('the state of an article against its file', () => {
  it.each<[string, SaveState, SaveState['phase']['kind']]>([
    ['is clean when it was just opened', having(), 'clean'],
    ['is dirty after a keystroke', having(edited), 'dirty'],
    ['is saving while the words are on their way', having(edited, began), 'saving'],
    [
      'is clean when the newest version was written',
      having(edited, began, { kind: 'saved', version: 1, hash: 'h1' }),
      'clean',
    ],
    [
      'stays dirty when something was typed during the save',
      having(edited, began, edited, { kind: 'saved', version: 1, hash: 'h1' }),
      'dirty',
    ],
    ['is an error when the save failed', having(edited, began, full), 'error'],
    ['stays an error while typing goes on', having(edited, began, full, edited), 'error'],
    [
      'is a conflict when the file is another one',
      having(edited, began, { kind: 'conflict-found', theirs: null, hash: 'h9' }),
      'conflict',
    ],
    [
      'stays a conflict while typing goes on',
      having({ kind: 'conflict-found', theirs: null, hash: 'h9' }, edited),
      'conflict',
    ],
    ['is an orphan when the file is gone', having(edited, began, { kind: 'file-vanished' }), 'orphan'],
    [
      'is dirty again when the writer keeps these words',
      having(edited, { kind: 'kept-mine', hash: 'h9' }),
      'dirty',
    ],
    [
      'is dirty again when the folder is found under another name',
      having(edited, began, { kind: 'file-vanished' }, { kind: 'folder-found' }),
      'dirty',
    ],
    [
      'is what it was when the folder of a clean article is renamed',
      having({ kind: 'folder-found' }),
      'clean',
    ],
    [
      'is clean when it was written anew',
      having(edited, { kind: 'file-vanished' }, { kind: 'rescued', version: 1, hash: 'h1' }),
      'clean',
    ],
  ])('%s', (_, state, phase) => {
    expect(state.phase.kind).toBe(phase);
  });

  const theirs: SaveEvent = { kind: 'conflict-found', theirs: null, hash: 'h9' };
  const phases = {
    clean: having(),
    dirty: having(edited),
    saving: having(edited, began),
    conflict: having(edited, theirs),
    orphan: having(edited, { kind: 'file-vanished' }),
    error: having(edited, began, full),
  };
  type Phase = keyof typeof phases;
  /** What every event makes of every state, in the order of `phases`. The newest version is 1, but for a clean article. */
  const transitions: readonly (readonly [SaveEvent, readonly Phase[]])[] = [
    [edited, ['dirty', 'dirty', 'saving', 'conflict', 'orphan', 'error']],
    [began, ['clean', 'saving', 'saving', 'conflict', 'orphan', 'saving']],
    [{ kind: 'saved', version: 1, hash: 'h1' }, ['dirty', 'clean', 'clean', 'conflict', 'orphan', 'clean']],
    [{ kind: 'saved', version: 0, hash: 'h1' }, ['clean', 'dirty', 'dirty', 'conflict', 'orphan', 'dirty']],
    [full, ['error', 'error', 'error', 'conflict', 'error', 'error']],
    [theirs, ['conflict', 'conflict', 'conflict', 'conflict', 'conflict', 'conflict']],
    [{ kind: 'file-vanished' }, ['orphan', 'orphan', 'orphan', 'orphan', 'orphan', 'orphan']],
    [{ kind: 'folder-found' }, ['clean', 'dirty', 'saving', 'conflict', 'dirty', 'error']],
    [{ kind: 'kept-mine', hash: 'h9' }, ['dirty', 'dirty', 'dirty', 'dirty', 'dirty', 'dirty']],
    [{ kind: 'rescued', version: 1, hash: 'r1' }, ['dirty', 'clean', 'clean', 'clean', 'clean', 'clean']],
  ];
  const names = Object.keys(phases) as Phase[];

  it.each(
    transitions.flatMap(([event, after]) =>
      names.map((name, index) => [name, JSON.stringify(event), after[index], event] as const),
    ),
  )('goes from %s by %s to %s', (name, _, after, event) => {
    expect(next(phases[name], event).phase.kind).toBe(after);
  });

  it('wants its words in a second place wherever they cannot get where they belong', () => {
    const wanted = names.filter((name) => needsSecondPlace(phases[name]));
    expect(wanted).toEqual(['saving', 'conflict', 'orphan', 'error']);
    // Nothing was typed since the file was read: there is nothing to keep.
    expect(needsSecondPlace(having({ kind: 'file-vanished' }))).toBe(false);
    // What was typed and written went with the file.
    const written = [edited, began, { kind: 'saved', version: 1, hash: 'h1' }] as const;
    expect(needsSecondPlace(having(...written))).toBe(false);
    expect(needsSecondPlace(having(...written, { kind: 'file-vanished' }))).toBe(true);
  });

  it('expects the hash of the last completed write', () => {
    expect(having(edited, began, { kind: 'saved', version: 1, hash: 'h1' }).hash).toBe('h1');
    expect(having(edited, began, full).hash).toBe('h0');
    expect(having(edited, { kind: 'kept-mine', hash: 'h9' }).hash).toBe('h9');
  });

  it('counts failures in a row and forgets them after a success', () => {
    const failed = having(edited, began, full, began, full);
    expect(failed.failures).toBe(2);
    expect(next(failed, { kind: 'saved', version: 1, hash: 'h1' }).failures).toBe(0);
  });

  it('is saved the earlier the slower saving is, so that words are on the disk within a second', () => {
    expect(autosaveWait(20)).toBe(700);
    for (const lastSave of [0, 150, 400, 600]) expect(autosaveWait(lastSave) + lastSave).toBeLessThan(1000);
    expect(autosaveWait(5000)).toBe(100);
  });

  it('tries again after an error, but not over a conflict or without a file', () => {
    expect(maySave(having(edited, began, full))).toBe(true);
    expect(maySave(having(edited, { kind: 'conflict-found', theirs: null, hash: 'h9' }))).toBe(false);
    expect(maySave(having(edited, { kind: 'file-vanished' }))).toBe(false);
  });

  it('is never clean while the newest words are not on the disk, whatever happens', () => {
    const events: fc.Arbitrary<SaveEvent> = fc.oneof(
      fc.constant(edited),
      fc.constant(began),
      fc.constant(full),
      fc.constant<SaveEvent>({ kind: 'file-vanished' }),
      fc.constant<SaveEvent>({ kind: 'conflict-found', theirs: null, hash: 'h9' }),
      fc.constant<SaveEvent>({ kind: 'kept-mine', hash: 'h9' }),
      fc.nat(6).map<SaveEvent>((version) => ({ kind: 'saved', version, hash: `h${version}` })),
    );
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (happened) => {
        let state = opened('h0');
        let written = 0;
        for (const event of happened) {
          state = next(state, event);
          if (event.kind === 'saved') written = event.version;
          if (!hasUnsavedWords(state)) expect(written).toBe(state.version);
        }
      }),
    );
  });
});

it('tries again after 1, 2, 4, … seconds, at most half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});
