import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { mediaFile } from '../../../electron/desk/media';
import { slugFrom, uniqueSlug } from '../../../electron/desk/slug';
import { isMediaFileName } from '../../../shared/article/address';
import { isDeviceName, isWindowsName } from '../../../shared/base/windows-names';

afterEach(() => vi.restoreAllMocks());

it.each(['con', 'PRN', 'aux.jpg', 'Nul.tar.gz', 'COM1', 'lpt9.txt', 'com\u00b2.png', 'aux .txt', 'CONIN$'])(
  '%s is a device for Windows',
  (name) => {
    expect(isDeviceName(name)).toBe(true);
    expect(isWindowsName(name)).toBe(false);
  },
);

it.each(['console', 'con-2', 'com10', 'lpt', 'a.con', 'auxiliary.jpg', 'com1-article'])(
  '%s is none',
  (name) => {
    expect(isWindowsName(name)).toBe(true);
  },
);

it('every folder that we name is one that Windows can have', () => {
  const devices = fc.constantFrom('con', 'nul', 'com1', 'aux', 'prn ', 'LPT9.', 'Con: ', '« Aux »');
  fc.assert(
    fc.property(fc.oneof(devices, fc.string({ unit: 'grapheme' })), fc.nat(2), (headline, taken) => {
      const slug = slugFrom(headline);
      const others = new Set([slug, `${slug}-2`].slice(0, taken));
      expect(isWindowsName(uniqueSlug(slug, others))).toBe(true);
    }),
  );
});

it('a picture with the name of a device belongs to its article, and is missing on Windows only', () => {
  expect(isMediaFileName('aux.jpg')).toBe(true);
  expect(mediaFile('/desk', 'tides', 'aux.jpg')).toMatchObject({ type: 'image/jpeg' });
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  expect(mediaFile('/desk', 'tides', 'aux.jpg')).toBeNull();
  expect(mediaFile('/desk', 'tides', 'a1-aux.jpg')).not.toBeNull();
});

it.each([
  '',
  '.hidden',
  'a/b',
  'a\\b',
  'a:b',
  'a\u007fb',
  'a\u0000b',
  'dot.',
  'space ',
  'what?',
  'x'.repeat(201),
])('no picture has the name %j', (name) => {
  expect(isMediaFileName(name)).toBe(false);
});
