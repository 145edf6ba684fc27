/*
 * A colour profile as a system makes one for a screen, with `planted` in every place that can hold words.
 */

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const number = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeInt32BE(Math.trunc(value));
  return four;
};
const fixed = (value: number): Buffer => number(Math.round(value * 65_536));

const colour = (...values: readonly number[]): Buffer =>
  Buffer.concat([latin('XYZ \0\0\0\0'), ...values.map(fixed)]);
/** A curve that is a power of the value (ICC.1:2022, 10.6: one entry of 8.8 bits). */
const gamma = Buffer.concat([latin('curv\0\0\0\0'), number(1), Buffer.from([2, 0x33, 0, 0])]);

const described = (words: string): Buffer =>
  Buffer.concat([latin('desc\0\0\0\0'), number(words.length + 1), latin(`${words}\0`), Buffer.alloc(78)]);
const translated = (words: string): Buffer => {
  const wide = Buffer.from(words, 'utf16le').swap16();
  return Buffer.concat([
    latin('mluc\0\0\0\0'),
    number(1),
    number(12),
    latin('enUS'),
    number(wide.length),
    number(28),
    wide,
  ]);
};

/** sRGB's primaries adapted to D50, the first and the last exchanged: a viewer who heeds the profile shows blue for red. */
const [red, green, blue] = [
  colour(0.1431, 0.0606, 0.7141),
  colour(0.3851, 0.7169, 0.0971),
  colour(0.4361, 0.2225, 0.0139),
];

/** The profile; its length is a multiple of four. */
export function profileWith(planted: string): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', described(`${planted}’s tablet`)],
    ['cprt', latin(`text\0\0\0\0Copyright ${planted}\0`)],
    ['dscm', translated(planted)],
    ['mmod', latin(`mmod\0\0\0\0${planted}`)],
    ['wtpt', colour(0.9642, 1, 0.8249)],
    ['rXYZ', red],
    ['gXYZ', green],
    ['bXYZ', blue],
    ['rTRC', gamma],
    ['gTRC', gamma],
    ['bTRC', gamma],
  ];
  const header = Buffer.alloc(128);
  header.write('appl', 4, 'latin1');
  header.write('\x02\x10\0\0mntrRGB XYZ ', 8, 'latin1');
  header.write('\x07\xea\0\x0b\0\x1b\0\x01\0\x02\0\x03acspAPPL', 24, 'latin1');
  header.write(planted.slice(0, 8), 48, 'latin1');
  colour(0.9642, 1, 0.8249).copy(header, 68, 8);
  header.write('zqx!', 80, 'latin1');
  const entries: Buffer[] = [];
  const elements: Buffer[] = [];
  let at = 128 + 4 + tags.length * 12;
  for (const [name, element] of tags) {
    entries.push(latin(name), number(at), number(element.length));
    const padded = Buffer.concat([element, Buffer.alloc((4 - (element.length % 4)) % 4)]);
    elements.push(padded);
    at += padded.length;
  }
  header.writeUInt32BE(at);
  return new Uint8Array(Buffer.concat([header, number(tags.length), ...entries, ...elements]));
}
