import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readHouseStylesheet,
  removeHouseStylesheet,
  takeHouseStylesheet,
} from '../../../electron/desk/house-stylesheet';
import { temporaryFolder } from '../../builders/folders';

let desk: string;
let chosen: string;
beforeEach(() => {
  desk = temporaryFolder();
  mkdirSync(join(desk, 'elsewhere'));
  chosen = join(desk, 'elsewhere', 'paper.css');
  writeFileSync(chosen, 'h1 { color: green }');
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

const files = () => readdirSync(desk).filter((name) => name.endsWith('.css'));
const css = async () => {
  const read = await readHouseStylesheet(desk);
  return read.ok ? read.value.css : read.error.code;
};

describe('the house stylesheet', () => {
  it('is none until one is taken, and then a copy in the desk', async () => {
    expect(await css()).toBeNull();
    expect(await takeHouseStylesheet(desk, chosen)).toEqual({
      ok: true,
      value: { css: 'h1 { color: green }' },
    });
    rmSync(chosen);
    expect(await css()).toBe('h1 { color: green }');
    expect(statSync(join(desk, 'house.css')).mode & 0o777).toBe(0o600);
  });

  it('that is replaced or taken away is kept', async () => {
    await takeHouseStylesheet(desk, chosen);
    writeFileSync(chosen, 'h1 { color: navy }');
    await takeHouseStylesheet(desk, chosen);
    expect(readFileSync(join(desk, 'house.before.css'), 'utf8')).toBe('h1 { color: green }');
    expect(await removeHouseStylesheet(desk)).toEqual({ ok: true, value: { css: null } });
    expect([await css(), files()]).toEqual([null, ['house.before.css']]);
    expect(readFileSync(join(desk, 'house.before.css'), 'utf8')).toBe('h1 { color: navy }');
    expect(await removeHouseStylesheet(desk)).toMatchObject({ ok: true });
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0xff, 0xfe]), 'not-text'],
    ['a program', 'h1\0', 'not-text'],
    ['a novel', 'a'.repeat(500_001), 'too-large'],
  ])('refuses %s and leaves the present one', async (_, content, code) => {
    await takeHouseStylesheet(desk, chosen);
    writeFileSync(chosen, content);
    expect(await takeHouseStylesheet(desk, chosen)).toMatchObject({ ok: false, error: { code } });
    expect([await css(), files()]).toEqual(['h1 { color: green }', ['house.css']]);
  });

  it('says when the file that was chosen is gone, or its own is a folder', async () => {
    expect(await takeHouseStylesheet(desk, join(desk, 'no.css'))).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
    mkdirSync(join(desk, 'house.css'));
    expect(await css()).toBe('is-a-folder');
  });
});
