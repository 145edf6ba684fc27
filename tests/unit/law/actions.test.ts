import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actions, actionsIn, menus } from '../../../shared/ipc/actions';

const performers = ['actions', 'view-actions']
  .map((name) => readFileSync(new URL(`../../../renderer/app/${name}.ts`, import.meta.url), 'utf8'))
  .join('\n');

it('every action of the table is performed by the window', () => {
  const missing = Object.keys(actions).filter((id) => !performers.includes(`'${id}':`));
  expect(missing).toEqual([]);
});

it('no two actions share a key', () => {
  const keys = Object.values(actions).flatMap((action) => action.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('every action but those that need a choice in the window stands in a menu', () => {
  const inMenus = new Set(menus.flatMap(actionsIn));
  expect(Object.keys(actions).filter((id) => !inMenus.has(id as keyof typeof actions))).toEqual([]);
});
