/*
 * What happens to characters that nobody sees. Pasted HTML carries non-breaking spaces that an editor put there to keep
 * runs of spaces alive, zero-width characters of word processors and tracking marks; typography and some scripts need
 * the same characters. Everything here is a rule on the neighbours of one character.
 */

/** Scripts whose letters join or part with ZWJ and ZWNJ (Unicode, chapter 23.2). */
const joiningScript =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts that are written without spaces and mark where a line may break with U+200B. */
const unspacedScript = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const emojiPart = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3/u;

const invisible =
  /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\ufeff|[\ufff9-\ufffc]|[\u{e0000}-\u{e007f}]/u;
const control = /[^\P{Cc}\t\n]/u;
const nonBreaking = /[\u00a0\u202f]/;

/** Units after a number that typography keeps on the same line (SI brochure 5.4.3, and what newsrooms print). */
const unit =
  /^(?:[%‰°€$£¥]|(?:k|c|m|µ|μ|M|G|T)?(?:m|g|l|L|W|Wh|V|A|Hz|B|Pa|J|t|s|bit)(?:²|³)?|km\/h|ha|kn|dB|mph|h|min|°C|°F|EUR|USD|GBP|CHF|Uhr|a\.m\.|p\.m\.|Mio\.?|Mrd\.?|Millionen|Milliarden|millions?|milliards?|millones|milioni|miliardi|billion|trillion)(?![\p{L}\p{N}])/u;

/** Whether a non-breaking space between `before` and `after` is typography and not debris of copying. */
function isTypographic(before: string, after: string): boolean {
  // French: a space inside guillemets and before high punctuation must not break.
  if (/[«‹]$/.test(before) || /^[»›]/.test(after)) return true;
  if (/\S$/.test(before) && /^[;:!?](?!\p{L})/u.test(after)) return true;
  // 10 000 and 10 km; § 12 and № 5.
  if (/\p{N}$/u.test(before) && (/^\p{N}{3}(?!\p{N})/u.test(after) || unit.test(after))) return true;
  return /[§№]$/.test(before) && /^\p{N}/u.test(after);
}

/**
 * Non-breaking spaces become spaces, one for one, unless typography wants them: inside guillemets, before `; : ! ?`,
 * between the groups of a number, between a number and its unit, after § and №.
 */
export function settleSpaces(text: string): string {
  if (!nonBreaking.test(text)) return text;
  return text.replace(/[\u00a0\u202f]/g, (space, at: number) =>
    isTypographic(text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 14)) ? space : ' ',
  );
}

/**
 * The places (UTF-16 code units) of characters that show nothing: control characters, byte order marks, soft hyphens,
 * zero-width spaces, bidi controls without right-to-left text, tag characters. Joiners of emoji sequences and of
 * scripts that need them are not among them.
 */
export function invisiblePlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  if (!invisible.test(text) && !control.test(text)) return places;
  const hasRightToLeft = rightToLeft.test(text);
  const characters = Array.from(text);
  let place = 0;
  characters.forEach((character, at) => {
    const isDebris =
      control.test(character) ||
      (invisible.test(character) &&
        !isNeeded(character, characters[at - 1] ?? '', characters[at + 1] ?? '', hasRightToLeft, () =>
          isInFlag(characters, at),
        ));
    for (let unit = 0; unit < character.length; unit += 1) if (isDebris) places.add(place + unit);
    place += character.length;
  });
  return places;
}

/**
 * The text without the characters of `edge` at its end. `/ +$/` would begin anew at every space of a run inside the text
 * and take the square of its length.
 */
export function trimmedEnd(text: string, edge: string): string {
  let end = text.length;
  while (end > 0 && edge.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without its `invisiblePlaces`. */
export function removeInvisible(text: string): string {
  const places = invisiblePlaces(text);
  return places.size === 0 ? text : withoutPlaces(text, places, 0);
}

/** The text without the characters at `places`, counted from `offset`. */
export function withoutPlaces(text: string, places: ReadonlySet<number>, offset: number): string {
  let kept = '';
  for (let at = 0; at < text.length; at += 1) if (!places.has(offset + at)) kept += text[at];
  return kept;
}

function isNeeded(
  character: string,
  before: string,
  after: string,
  hasRightToLeft: boolean,
  inFlag: () => boolean,
): boolean {
  switch (character) {
    case '\u200d':
      if (emojiPart.test(before) && /\p{Extended_Pictographic}/u.test(after)) return true;
      return joiningScript.test(before) || joiningScript.test(after);
    case '\u200c':
      return joiningScript.test(before) && joiningScript.test(after);
    case '\u200b':
      return unspacedScript.test(before) && unspacedScript.test(after);
    case '\u200e':
    case '\u200f':
    case '\u2066':
    case '\u2067':
    case '\u2068':
    case '\u2069':
      return hasRightToLeft;
    default:
      return character >= '\u{e0020}' && character <= '\u{e007f}' && inFlag();
  }
}

/** Regional flags (England, Scotland, Wales) are a black flag followed by tag characters. */
function isInFlag(characters: readonly string[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - 12; index -= 1) {
    const character = characters[index] ?? '';
    if (character === '\u{1f3f4}') return true;
    if (character < '\u{e0020}' || character > '\u{e007f}') return false;
  }
  return false;
}
