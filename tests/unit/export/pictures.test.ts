import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { orientationIn } from '../../../shared/article/exif';
import { cleanPicture } from '../../../shared/export/pictures/clean-picture';
import { profileOfColoursOnly } from '../../../shared/export/pictures/colour-profile';
import { cropsOf, cutOut } from '../../../shared/export/pictures/crops';
import { pictureInfo } from '../../../shared/export/word/picture-size';
import { profileWith } from '../../builders/colour-profile';
import {
  avifWith,
  gifWith,
  jpegWith,
  pngWith,
  tiffWith,
  webpFilmWith,
  webpWith,
} from '../../builders/pictures';

const planted = 'zqx-planted-place';
const kinds = {
  JPEG: jpegWith(planted),
  PNG: pngWith(planted),
  GIF: gifWith(planted),
  WebP: webpWith(planted),
  AVIF: avifWith(planted),
};
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const cleaned = (bytes: Uint8Array) => {
  const result = cleanPicture(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe.each(Object.entries(kinds))('a %s', (_, bytes) => {
  it('leaves without what was planted in every place that can hold words', () => {
    expect(textOf(bytes).split(planted).length).toBeGreaterThan(2);
    // A GIF has no place for EXIF.
    if (bytes !== kinds.GIF) expect(textOf(bytes)).toContain('GPS');
    const clean = textOf(cleaned(bytes).bytes);
    expect(clean).not.toMatch(/zqx|GPS/);
    expect(cleaned(bytes).orientation).toBe(1);
  });

  it('is the same bytes when it is cleaned again', () => {
    const { bytes: once } = cleaned(bytes);
    expect(cleaned(once).bytes).toEqual(once);
  });

  it('is damaged where it is cut off, and no cut brings the cleaner down or lets words through', () => {
    const end = textOf(bytes).lastIndexOf(planted);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        const result = cleanPicture(bytes.subarray(0, length));
        if (result.ok) expect(textOf(result.value.bytes)).not.toContain('zqx');
        if (length < end / 2) expect(result.ok).toBe(false);
      }),
    );
  });

  it('never brings the cleaner down, whatever bytes are changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        expect([true, false]).toContain(cleanPicture(changed).ok);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a picture', () => {
  it('keeps its pixels and its size', () => {
    expect(pictureInfo(cleaned(kinds.JPEG).bytes)).toEqual({ ending: 'jpeg', width: 1, height: 1 });
    expect(pictureInfo(cleaned(kinds.PNG).bytes)).toEqual({ ending: 'png', width: 2, height: 2 });
    expect(pictureInfo(cleaned(kinds.GIF).bytes)).toEqual({ ending: 'gif', width: 1, height: 1 });
    expect(textOf(cleaned(kinds.GIF).bytes)).toContain('NETSCAPE2.0');
    expect(textOf(cleaned(kinds.WebP).bytes)).toContain('VP8 ');
    expect(textOf(cleaned(kinds.AVIF).bytes)).toContain('PIXELS PIXELS');
  });

  it.each([
    ['JPEG', (orientation: number) => jpegWith(planted, orientation)],
    ['WebP', (orientation: number) => webpWith(planted, orientation)],
  ])('that lies on its side still says so, and nothing else: %s', (_, with_) => {
    for (const orientation of [3, 6, 8]) {
      const clean = cleaned(with_(orientation));
      expect(clean.orientation).toBe(orientation);
      expect(textOf(clean.bytes)).not.toMatch(/zqx|GPS/);
      expect(cleaned(clean.bytes).orientation).toBe(orientation);
    }
  });

  it('in motion leaves without what was planted in a frame', () => {
    const film = webpFilmWith(planted);
    expect(textOf(film)).toContain(planted);
    const { bytes } = cleaned(film);
    expect(textOf(bytes)).not.toContain('zqx');
    expect(textOf(bytes)).toContain('ANMF');
    expect(textOf(bytes)).toContain('VP8 ');
    expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8);
    expect(cleaned(bytes).bytes).toEqual(bytes);
  });

  it('ends where it ends: a WebP says in its header how long it is and that no metadata follow', () => {
    const { bytes } = cleaned(kinds.WebP);
    expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8);
    expect((bytes[20] ?? 0) & 0x0c).toBe(0);
  });

  it.each([
    ['text', 'no picture at all'],
    ['nothing', ''],
    ['SVG, which is a program', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a JPEG without a frame', '\xff\xd8\xff\xe0\x00\x04ab\xff\xd9'],
  ])('that is %s is damaged', (_, text) => {
    expect(cleanPicture(new Uint8Array(Buffer.from(text, 'latin1'))).ok).toBe(false);
  });

  it('whose sum does not fit is damaged: a PNG knows', () => {
    const broken = kinds.PNG.slice();
    const pixels = textOf(broken).indexOf('IDAT') + 6;
    broken[pixels] = (broken[pixels] ?? 0) ^ 1;
    expect(cleanPicture(broken).ok).toBe(false);
  });
});

describe('a colour profile', () => {
  const profile = profileWith(planted);
  const clean = profileOfColoursOnly(profile);
  if (!clean) throw new Error('The profile was not read');

  it('leaves without the name of the screen, its serial number and when it was measured, and keeps its colours', () => {
    expect(textOf(clean)).not.toMatch(/zqx|tablet|appl|APPL|mmod|dscm/);
    expect(Buffer.from(clean).toString('utf16le')).not.toContain('zqx');
    expect(clean.length).toBe(profile.length);
    const tags = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
    expect(new DataView(clean.buffer).getUint32(128)).toBe(tags.length);
    for (const [index, name] of tags.entries()) {
      const view = new DataView(clean.buffer, 132 + 12 * index);
      expect(textOf(clean.subarray(132 + 12 * index, 136 + 12 * index))).toBe(name);
      const [start, length] = [view.getUint32(4), view.getUint32(8)];
      if (index > 1)
        expect(clean.subarray(start, start + length)).toEqual(profile.subarray(start, start + length));
    }
    expect(profileOfColoursOnly(clean)).toEqual(clean);
  });

  it('stands in the picture as it may leave, in every kind that holds one', () => {
    const png = cleaned(kinds.PNG).bytes;
    const at = textOf(png).indexOf('iCCP');
    const end = at + 4 + new DataView(png.buffer, at - 4).getUint32(0);
    expect(unzlibSync(png.subarray(textOf(png).indexOf('\0', at) + 2, end))).toEqual(clean);
    for (const [name, bytes] of Object.entries(kinds)) {
      if (name === 'PNG' || name === 'GIF') continue;
      // A JPEG holds it in parts, the last one first.
      const [whole, first] = [textOf(clean), textOf(clean.subarray(0, 200))];
      expect(textOf(cleaned(bytes).bytes).includes(name === 'JPEG' ? first : whole), name).toBe(true);
    }
  });

  it('that cannot be read does not leave, and the picture does', () => {
    for (const bytes of [kinds.JPEG, kinds.WebP, kinds.AVIF]) {
      const broken = new Uint8Array(Buffer.from(textOf(bytes).replaceAll('acsp', 'ACSP'), 'latin1'));
      expect(textOf(broken)).toContain('ACSP');
      expect(textOf(cleaned(broken).bytes)).not.toMatch(/ACSP|ICC_PROFILE|ICCP|rTRC/);
    }
  });

  it('never brings the cleaner down, whatever bytes are changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(profile.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(profile.length),
        (changes, length) => {
          const changed = profile.slice();
          for (const [at, value] of changes) changed[at] = value;
          const once = profileOfColoursOnly(changed.subarray(0, length));
          if (once) expect(profileOfColoursOnly(once)).toEqual(once);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an orientation', () => {
  it('is read in both byte orders, and is upright where it makes no sense', () => {
    expect(orientationIn(tiffWith('', 6))).toBe(6);
    expect(orientationIn(tiffWith('', 9))).toBe(1);
    const little = new Uint8Array([
      0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0,
    ]);
    expect(orientationIn(little)).toBe(8);
    expect(orientationIn(new Uint8Array(20))).toBe(1);
  });
});

describe('the cuts of a lead image', () => {
  const picture = (width: number, height: number, file = 'a1-wall.jpg') => ({
    file,
    alt: '',
    caption: [],
    credit: '',
    width,
    height,
  });
  const sizes = (width: number, height: number) =>
    cropsOf(picture(width, height), []).map((crop) => `${crop.file} ${crop.width}x${crop.height}`);

  it('have the three ratios that search engines ask for', () => {
    expect(sizes(3000, 2000)).toEqual([
      'a1-wall-16x9.jpg 1600x900',
      'a1-wall-4x3.jpg 1600x1200',
      'a1-wall-1x1.jpg 1600x1600',
    ]);
    expect(sizes(900, 1200)).toEqual([
      'a1-wall-16x9.jpg 900x506',
      'a1-wall-4x3.jpg 900x675',
      'a1-wall-1x1.jpg 900x900',
    ]);
  });

  it('are left out below 50,000 pixels, where the picture has that ratio, and where its size is not known', () => {
    expect(sizes(290, 300)).toEqual(['a1-wall-4x3.jpg 290x218', 'a1-wall-1x1.jpg 290x290']);
    expect(sizes(200, 200)).toEqual([]);
    expect(sizes(800, 600)).toEqual(['a1-wall-16x9.jpg 800x450', 'a1-wall-1x1.jpg 600x600']);
    expect(sizes(0, 0)).toEqual([]);
    expect(cropsOf(null, [])).toEqual([]);
  });

  it('keep the kind of the picture, and take no name that is taken', () => {
    const names = (file: string, taken: readonly string[] = []) =>
      cropsOf(picture(1000, 1000, file), taken).map((crop) => crop.file);
    expect(names('map.png')).toEqual(['map-16x9.png', 'map-4x3.png']);
    expect(names('a.b.avif')).toEqual(['a.b-16x9.jpg', 'a.b-4x3.jpg']);
    // What every object of JavaScript has is no ending of a picture.
    expect(names('a.constructor')).toEqual([]);
    expect(names('film.gif')).toEqual([]);
    expect(names('map.png', ['map-4x3.png'])).toEqual(['map-16x9.png']);
  });

  it('lie inside the picture, from the middle, and from the upper third of a tall one', () => {
    expect(cutOut(3000, 2000, { width: 1600, height: 1600 })).toEqual({
      x: 500,
      y: 0,
      width: 2000,
      height: 2000,
    });
    expect(cutOut(900, 1500, { width: 900, height: 900 })).toEqual({ x: 0, y: 200, width: 900, height: 900 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), (width, height) => {
        for (const crop of cropsOf(picture(width, height), [])) {
          const cut = cutOut(width, height, crop);
          expect(cut.x).toBeGreaterThanOrEqual(0);
          expect(cut.y).toBeGreaterThanOrEqual(0);
          expect(cut.x + cut.width).toBeLessThanOrEqual(width + 1);
          expect(cut.y + cut.height).toBeLessThanOrEqual(height + 1);
          expect(crop.width * crop.height).toBeGreaterThanOrEqual(50_000);
        }
      }),
    );
  });
});
