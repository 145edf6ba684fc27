import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallPictures } from '../../../electron/desk/small-pictures';
import { temporaryFolder } from '../../builders/folders';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The head of a PNG of 4000 by 3000 pixels, which is all that is read of it here. */
function largePicture(): string {
  const bytes = Buffer.alloc(24);
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(bytes);
  bytes.writeUInt32BE(4000, 16);
  bytes.writeUInt32BE(3000, 20);
  const path = join(folder, 'harbour.png');
  writeFileSync(path, bytes);
  return path;
}
const small = { bytes: Buffer.from('small'), type: 'image/png' };

it('a large picture is shown where its small copy cannot be kept', async () => {
  writeFileSync(join(folder, 'kept'), 'a file stands where the folder should be');
  const pictures = createSmallPictures(join(folder, 'kept'), () => small);
  expect(await pictures(largePicture(), 'image/png')).toEqual(small);
});

it('the small copy of a large picture is made once', async () => {
  mkdirSync(join(folder, 'kept'));
  let made = 0;
  const pictures = createSmallPictures(join(folder, 'kept'), () => {
    made += 1;
    return small;
  });
  const path = largePicture();
  await pictures(path, 'image/png');
  expect(await pictures(path, 'image/png')).toEqual(small);
  expect(made).toBe(1);
});
