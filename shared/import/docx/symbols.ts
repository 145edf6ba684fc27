/** Signs of the fonts Symbol and Wingdings that reporters' documents hold, as Unicode. */
const signs: Readonly<Record<string, string>> = {
  f0b7: '•',
  f0a7: '▪',
  f0a8: '▫',
  f06e: '■',
  f06f: '□',
  f071: '❑',
  f076: '❖',
  f0d8: '➢',
  f0e0: '→',
  f0df: '←',
  f0e8: '➔',
  f0f0: '⇨',
  f0fc: '✓',
  f0fb: '✗',
  f0fe: '☑',
  f0a3: '☐',
  f04a: '☺',
  f04c: '☹',
  f0ae: '→',
  f0b0: '°',
  f0b1: '±',
  f0b3: '≥',
  f0a3symbol: '≤',
  f0b4: '×',
  f0b9: '≠',
  f0bb: '≈',
  f0d6: '√',
  f0e5: '∑',
  f061: 'α',
  f062: 'β',
  f067: 'γ',
  f064: 'δ',
  f06d: 'μ',
  f070: 'π',
  f057: 'Ω',
};

/** A character given by number and font (`w:sym`). One of a font of pictures that is not known stays visible as "□". */
export function symbolText(code: string, font: string): string {
  const key = code.toLowerCase();
  const sign = signs[`${key}${font.toLowerCase()}`] ?? signs[key];
  if (sign !== undefined) return sign;
  const number = Number.parseInt(key, 16);
  if (Number.isNaN(number) || number < 0x20) return '';
  return number >= 0xe000 && number <= 0xf8ff ? '□' : String.fromCharCode(number);
}
