import type { TextCheck, TextHit } from '../check';

/** "word  word", a space before a comma, at the beginning of a paragraph, inside brackets. */
export const straySpaces: TextCheck = {
  scope: 'text',
  code: 'stray-space',
  severity: 'warning',
  title: 'Double and stray spaces',
  find({ text, protected: safe }, { language }) {
    const hits: TextHit[] = [];
    for (const match of text.matchAll(/[ \u00a0\u2009\u202f]{2,}/g)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (start === 0 || end === text.length || safe.touches({ start, end })) continue;
      hits.push({
        start,
        end,
        reason: match[0].length === 2 ? 'Two spaces.' : `${match[0].length} spaces in a row.`,
        fix: { words: 'Leave one space', edits: [{ start, end, text: ' ' }] },
      });
    }
    const leading = /^ +(?=\S)/.exec(text);
    if (leading && !safe.touches({ start: 0, end: leading[0].length })) {
      const end = leading[0].length;
      hits.push({
        start: 0,
        end,
        reason: 'The text begins with a space.',
        fix: { words: 'Remove the space', edits: [{ start: 0, end, text: '' }] },
      });
    }
    // French sets a space before high punctuation.
    if (language.startsWith('fr')) return hits;
    for (const match of text.matchAll(
      /(?<=[\p{L}\p{N}”"’)]) ([,!?](?![\p{L}\p{N}(=])|[;:](?![\p{L}\p{N}()=-])|\.(?! ?\.)(?=\s|$))/gu,
    )) {
      const start = match.index;
      if (safe.touches({ start, end: start + 2 })) continue;
      hits.push({
        start,
        end: start + 2,
        reason: `A space before “${match[1]}”.`,
        fix: { words: 'Remove the space', edits: [{ start, end: start + 1, text: '' }] },
      });
    }
    // "was the worst ,and": the space is there, on the wrong side.
    for (const match of text.matchAll(/(?<=[\p{L}\p{N}”"’)]) ,(?=\p{L})/gu)) {
      const [start, end] = [match.index, match.index + 2];
      if (safe.touches({ start, end })) continue;
      hits.push({
        start,
        end,
        reason: 'The space stands before the comma.',
        fix: { words: 'Move the space', edits: [{ start, end, text: ', ' }] },
      });
    }
    for (const match of text.matchAll(/(?<=[([]) (?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,!?]) (?=[)\]])/gu)) {
      const start = match.index;
      if (safe.touches({ start, end: start + 1 })) continue;
      hits.push({
        start,
        end: start + 1,
        reason: 'A space inside a bracket.',
        fix: { words: 'Remove the space', edits: [{ start, end: start + 1, text: '' }] },
      });
    }
    return hits;
  },
};

interface Joint {
  readonly pattern: RegExp;
  readonly reason: string;
  /** Where the space belongs, counted from the beginning of the match. */
  readonly at: number;
}

const shortAbbreviation =
  /(?:^|[\s([“"‘'-])(?:[Nn]o|vs?|St|Mt|Ft|Fr|Inc|Ltd|Corp|Co|Jr|Sr|Dr|Mrs?|Ms|Ph|Lt|Col|Gen|Sen|Rep|Gov|Prof|Rev|Sgt|Capt|a|p|e|i)$/;

/** Where two sentences or two parts of one touch: "agreed.The", "Monday,the", "said:“We", "him.”He". */
const joints: readonly Joint[] = [
  {
    // Not "Node.js", "U.S.A", "J.Crew", "Ph.D": at least two small letters before, a capital and a small letter after.
    pattern: /(?<=[\p{Ll}]{2}|\d{2}|[)%])[.!?](?=\p{Lu}[\p{Ll}’' ]|[AI] )/gu,
    reason: 'No space after the end of the sentence.',
    at: 1,
  },
  {
    // After initials only before a word that begins a sentence: "the U.S.The court".
    pattern:
      /(?<=\p{Lu}\.\p{Lu})\.(?=(?:The|This|That|These|Those|But|And|He|She|It|They|We|His|Her|Their|In|On|At|For|As|If|When|While|After|Before|There) )/gu,
    reason: 'No space after the end of the sentence.',
    at: 1,
  },
  {
    pattern: /(?<=[\p{L})]),(?=\p{L})/gu,
    reason: 'No space after the comma.',
    at: 1,
  },
  {
    pattern: /(?<=[\p{L}\p{N}][”"]),(?=[\p{L}“])|(?<=[\p{L})]),(?=“)/gu,
    reason: 'No space after the comma.',
    at: 1,
  },
  {
    pattern: /(?<=\p{Ll}{3})[;:](?=\p{L}{2})|(?<=\p{Ll}{2});(?=\p{L})/gu,
    reason: 'No space after the punctuation mark.',
    at: 1,
  },
  // A sentence ends inside quotation marks and the next word follows at once: him.”He, too,”said.
  {
    pattern: /[.,!?…]”(?=[\p{L}\p{N}])/gu,
    reason: 'No space after the closing quotation mark.',
    at: 2,
  },
  { pattern: /(?<=\p{L})”(?=\p{L}{2})/gu, reason: 'No space after the closing quotation mark.', at: 1 },
  {
    pattern: /(?<=[\p{L}]{2}|[,.:;!?])(?=“\p{L})/gu,
    reason: 'No space before the opening quotation mark.',
    at: 0,
  },
  {
    pattern: /(?<=\([^()\n]{0,200} [^()\n]{0,200}\))(?=\p{L}{2})/gu,
    reason: 'No space after the bracket.',
    at: 0,
  },
  {
    pattern: /(?<=\p{Ll}{3})(?=\(\p{L}{2,}[ ,])/gu,
    reason: 'No space before the bracket.',
    at: 0,
  },
];

/** Without one of these no joint below can be there; most paragraphs have none. */
const touching = /[.!?,;:…”)][\p{L}\p{N}“]|[\p{L},.:;!?][“(]/u;

/** „Leser:innen“: all genders, in one word. */
const innenEnding = /^:in(?:nen)?(?!\p{L})/u;

/** A word that is longer than this is shown in part. */
const mostAround = 60;

export const missingSpaces: TextCheck = {
  scope: 'text',
  code: 'missing-space',
  severity: 'warning',
  title: 'Spaces missing after punctuation',
  find({ text, role, protected: safe }, { language }) {
    if (!touching.test(text) || (role === 'label' && !/\s/.test(text))) return [];
    // Other languages set quotation marks the other way round: „so“, ”så”.
    const english = language.startsWith('en');
    return joints.flatMap(({ pattern, reason, at }) => {
      if (!english && /[”“]/.test(pattern.source)) return [];
      return [...text.matchAll(pattern)].flatMap((match): TextHit[] => {
        const place = match.index + at;
        const before = text.slice(Math.max(0, place - mostAround), place);
        const after = text.slice(place, place + mostAround);
        const start = place - before.length + before.lastIndexOf(' ') + 1;
        const end = place + (after.includes(' ') ? after.indexOf(' ') : after.length);
        if (safe.touches({ start: place - 1, end: place + 1 })) return [];
        if (language.startsWith('de') && innenEnding.test(text.slice(match.index))) return [];
        if (
          match[0].startsWith('.') &&
          shortAbbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))
        ) {
          return [];
        }
        return [
          {
            start,
            end,
            reason,
            fix: { words: 'Insert a space', edits: [{ start: place, end: place, text: ' ' }] },
          },
        ];
      });
    });
  },
};
