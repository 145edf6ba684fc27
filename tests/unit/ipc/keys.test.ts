import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOfPress, actionOf, keyWords } from '../../../renderer/app/keys';
import { decodeWith } from '../../../shared/base/codec';
import { actionMarks, firstView } from '../../../shared/ipc/action-marks';
import { type ActionId, actions, isActionId } from '../../../shared/ipc/actions';
import { systemKeys, withDefaultKeys, withKey } from '../../../shared/ipc/key-changes';
import { clashIn, type KeyMap, keyMapCodec, keysOf, sameKey } from '../../../shared/ipc/keys';
import { defaultPreferences } from '../../../shared/ipc/preferences';

const press = (key: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]) => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

describe('a key press', () => {
  it.each([
    ['Ctrl+B', press('b', 'ctrl'), 'format.bold'],
    ['Ctrl+Shift+A with a capital', press('A', 'ctrl', 'shift'), 'adBreak.insert'],
    ['F1', press('F1'), 'app.shortcuts'],
    ['Ctrl and plus on the number pad', { ...press('+', 'ctrl'), code: 'NumpadAdd' }, 'view.zoomIn'],
    ['Ctrl and plus, typed with Shift', press('+', 'ctrl', 'shift'), 'view.zoomIn'],
    ['Ctrl+Alt+2', press('2', 'ctrl', 'alt'), 'block.heading2'],
    [
      'Ctrl+Shift+7, which types a slash elsewhere',
      { ...press('/', 'ctrl', 'shift'), code: 'Digit7' },
      'block.numbers',
    ],
    ['a letter alone', press('b'), null],
    ['Control alone', press('Control', 'ctrl'), null],
    ['Meta+B', press('b', 'meta'), null],
  ] as const)('%s', (_, pressed, action) => {
    expect(actionOf(pressed, {}, 'linux')).toBe(action);
  });

  it('with Option on a Mac is told by its place, since it types another character', () => {
    expect(acceleratorOfPress({ ...press('π', 'meta', 'alt'), code: 'KeyP' }, 'darwin')).toBe(
      'CmdOrCtrl+Alt+P',
    );
  });

  it('finds every action by each of its default keys, as a person presses them', () => {
    for (const [id, { keys }] of Object.entries(actions)) {
      for (const key of keys) {
        const parts = key.replace(/\+\+$/, '+Plus').split('+');
        const held = [
          ...(parts.includes('CmdOrCtrl') ? (['ctrl'] as const) : []),
          ...(parts.includes('Alt') ? (['alt'] as const) : []),
          ...(parts.includes('Shift') ? (['shift'] as const) : []),
        ];
        const names: Record<string, string> = {
          Plus: '+',
          Up: 'ArrowUp',
          Down: 'ArrowDown',
          Left: 'ArrowLeft',
          Right: 'ArrowRight',
        };
        const name = parts.at(-1) ?? '';
        expect(actionOf(press(names[name] ?? name, ...held), {}, 'linux'), key).toBe(id);
      }
    }
  });
});

describe('keys of the writer’s own', () => {
  it('take the place of the default ones, which are free then', () => {
    const moved = withKey({}, 'format.bold', 'CmdOrCtrl+Alt+B');
    if (!moved.ok) throw new Error('refused');
    expect(keysOf('format.bold', moved.value)).toEqual(['CmdOrCtrl+Alt+B']);
    expect(actionOf(press('b', 'ctrl'), moved.value, 'linux')).toBeNull();
    expect(withKey(moved.value, 'format.italic', 'CmdOrCtrl+B').ok).toBe(true);
  });

  it('are refused where another action has them, and the action is named', () => {
    expect(withKey({}, 'format.bold', 'CmdOrCtrl+I')).toEqual({
      ok: false,
      error: { code: 'taken', key: 'CmdOrCtrl+I', by: 'format.italic' },
    });
  });

  it('are refused where the system or writing needs them', () => {
    expect(withKey({}, 'format.bold', 'CmdOrCtrl+C')).toMatchObject({ error: { code: 'of-the-system' } });
    expect(withKey({}, 'format.bold', 'B')).toMatchObject({ error: { code: 'types' } });
    expect(withKey({}, 'format.bold', 'Shift+B')).toMatchObject({ error: { code: 'types' } });
    expect(withKey({}, 'format.bold', 'CmdOrCtrl+Left')).toMatchObject({ error: { code: 'types' } });
    expect(withKey({}, 'format.bold', 'F9').ok).toBe(true);
  });

  it('go back to the default ones, but not where another action has been given those', () => {
    const map: KeyMap = { 'format.bold': ['F9'], 'format.italic': ['CmdOrCtrl+B'] };
    expect(withDefaultKeys(map, 'format.bold')).toMatchObject({ error: { by: 'format.italic' } });
    expect(withDefaultKeys({ 'format.bold': ['F9'] }, 'format.bold')).toEqual({ ok: true, value: {} });
  });

  it('of two actions are never the same, whatever is asked for in whatever order', () => {
    const ids = fc.constantFrom(...Object.keys(actions).filter(isActionId));
    const keys = fc.constantFrom(
      'CmdOrCtrl+B',
      'CmdOrCtrl+I',
      'CmdOrCtrl+J',
      'Alt+J',
      'F9',
      'CmdOrCtrl+Shift+A',
      'F1',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.option(keys)), { maxLength: 30 }), (wishes) => {
        let map: KeyMap = {};
        for (const [id, key] of wishes) {
          const next = key === null ? withDefaultKeys(map, id) : withKey(map, id, key);
          if (next.ok) map = next.value;
        }
        expect(clashIn(map)).toBeNull();
        expect(decodeWith(keyMapCodec, keyMapCodec.encode(map))).toEqual({ ok: true, value: map });
      }),
    );
  });

  it('that a file gives to two actions are refused, also against default ones', () => {
    expect(decodeWith(keyMapCodec, { 'format.bold': ['F9'], 'format.italic': ['F9'] }).ok).toBe(false);
    expect(decodeWith(keyMapCodec, { 'format.bold': ['CmdOrCtrl+I'] }).ok).toBe(false);
    expect(decodeWith(keyMapCodec, { 'format.bold': 'F9' }).ok).toBe(false);
    expect(decodeWith(keyMapCodec, { 'format.bold': ['\u0000'] }).ok).toBe(false);
  });

  it('of actions that another version knows are left out', () => {
    expect(decodeWith(keyMapCodec, { 'format.blink': ['F9'] })).toEqual({ ok: true, value: {} });
  });
});

it('no default key is one that the system needs', () => {
  const own = Object.values(actions).flatMap(({ keys }) => keys.map(sameKey));
  expect(own.filter((key) => key in systemKeys)).toEqual([]);
});

it('keys are shown in the words of the platform', () => {
  expect(keyWords('CmdOrCtrl+Shift+A', 'linux')).toBe('Ctrl+Shift+A');
  expect(keyWords('CmdOrCtrl+Alt+Shift+F', 'darwin')).toBe('⌥⇧⌘F');
});

describe('check marks', () => {
  const state = { preferences: defaultPreferences, ...firstView };
  const marked = (changed: Partial<typeof defaultPreferences>): readonly ActionId[] =>
    Object.keys(actionMarks)
      .filter(isActionId)
      .filter((id) => actionMarks[id]?.on({ ...state, preferences: { ...defaultPreferences, ...changed } }));

  it('stand at what holds', () => {
    expect(marked({})).toEqual(
      expect.arrayContaining(['view.library', 'view.inspector', 'view.serif', 'view.normal', 'view.system']),
    );
    expect(marked({ focus: 'sentence', face: 'mono' })).toEqual(
      expect.arrayContaining(['view.focusSentence', 'view.mono']),
    );
    expect(marked({ focus: 'sentence' })).not.toContain('view.focusParagraph');
  });
});
