import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagePolicy, pageType, targetOf } from '../../../electron/windows/addresses';
import { mayLoad } from '../../../electron/windows/guards';
import { appOrigin, mediaAddress } from '../../../shared/ipc/addresses';

describe('an address of the window', () => {
  it('names a file of the window or a picture of an article', () => {
    expect(targetOf(`${appOrigin}/index.html`)).toEqual({ kind: 'page', segments: ['index.html'] });
    expect(targetOf(`${appOrigin}/assets/a-b.js?x#y`)).toEqual({
      kind: 'page',
      segments: ['assets', 'a-b.js'],
    });
    expect(targetOf(`${appOrigin}/media/tides/a%20b.png`)).toEqual({
      kind: 'media',
      slug: 'tides',
      file: 'a b.png',
    });
  });

  it.each([
    `${appOrigin}/`,
    appOrigin,
    `${appOrigin}//etc/passwd`,
    `${appOrigin}/..%2fmain.js`,
    `${appOrigin}/..%5cmain.js`,
    `${appOrigin}/%2e%2e/main.js`,
    `${appOrigin}/../main.js`,
    `${appOrigin}/a%00.html`,
    `${appOrigin}/%E0%A4%A`,
    `${appOrigin}/.hidden`,
    `${appOrigin}/media/tides`,
    `${appOrigin}/media/tides/a/b.png`,
    `${appOrigin}/media/.bin/a.png`,
    'app://other/index.html',
    'app://standfirst.example.org/index.html',
    'app://standfirst@example.org/index.html',
    'https://standfirst/index.html',
    'file:///etc/passwd',
  ])('is not %s', (address) => {
    expect(targetOf(address)).toBeNull();
  });

  it('survives the way from names to address and back, for any names of files', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((name) => !/^\.|[/\\\0]/.test(name));
    fc.assert(
      fc.property(names, names, (slug, file) => {
        expect(targetOf(mediaAddress(slug, file))).toEqual({ kind: 'media', slug, file });
      }),
    );
  });

  it('has a content type only for the kinds of files a window consists of', () => {
    expect(pageType('index.html')).toBe('text/html; charset=utf-8');
    expect(['a.exe', 'a', 'a.html.map', 'a.toString', 'constructor'].map(pageType)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is bound by a policy without inline or evaluated script', () => {
    expect(pagePolicy).not.toContain('unsafe');
    expect(pagePolicy).toMatch(/^default-src 'none'/);
  });
});

describe('what a window may load', () => {
  it('is local, and in development the development server', () => {
    expect(
      ['app://standfirst/a.js', 'blob:app://standfirst/1', 'data:image/png,x'].map((url) =>
        mayLoad(url, null),
      ),
    ).toEqual([true, true, true]);
    const server = 'http://localhost:5173';
    expect(mayLoad(`${server}/main.tsx`, server)).toBe(true);
    expect(mayLoad('ws://localhost:5173/', server)).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://localhost:5173/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'ftp://x/',
    'devtools://devtools/x',
  ])('is never %s', (url) => {
    expect(mayLoad(url, null)).toBe(false);
  });

  it('is in development no server whose name begins alike', () => {
    expect(mayLoad('http://localhost:51730/', 'http://localhost:5173')).toBe(false);
  });
});
