import { describe, expect, it } from 'vitest';
import { actions, actionsIn, isActionId, menus } from '../../../shared/ipc/actions';

/** Keys as the default keys of DESIGN section 9 give them. */
const promised = {
  'article.new': 'CmdOrCtrl+N',
  'article.save': 'CmdOrCtrl+S',
  'adBreak.insert': 'CmdOrCtrl+Shift+A',
  'quote.tag': 'CmdOrCtrl+Shift+U',
  'edit.find': 'CmdOrCtrl+F',
  'edit.replace': 'CmdOrCtrl+Alt+Shift+F',
  'article.export': 'CmdOrCtrl+Shift+E',
  'app.palette': 'CmdOrCtrl+Shift+P',
  'format.link': 'CmdOrCtrl+K',
  'article.check': 'CmdOrCtrl+Enter',
} as const;

describe('the action table', () => {
  it('has the promised keys', () => {
    for (const [id, key] of Object.entries(promised)) {
      expect(isActionId(id) && actions[id].keys[0], id).toBe(key);
    }
  });

  it('gives no key to two actions', () => {
    const keys = Object.values(actions).flatMap(({ keys: own }) => own.map((key) => key.toLowerCase()));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows every action at most once in the menu bar', () => {
    const shown = menus.flatMap(actionsIn);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('knows its own names only', () => {
    expect([isActionId('edit.undo'), isActionId('edit.erase'), isActionId('toString')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
