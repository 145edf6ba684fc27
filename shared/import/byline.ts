import type { Byline } from '../article/article';

/** The words that begin a byline, by language; the export writes one of them before the names again. */
const prefixes: readonly { readonly words: RegExp; readonly language: string }[] = [
  { words: /^by\s+/i, language: 'en' },
  { words: /^von\s+/i, language: 'de' },
  { words: /^par\s+/i, language: 'fr' },
  { words: /^por\s+/i, language: 'es' },
  { words: /^di\s+/i, language: 'it' },
  { words: /^door\s+/i, language: 'nl' },
  { words: /^av\s+/i, language: 'sv' },
];

const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\s+\p{Lu})/iu;
const particle =
  /^(?:de|del|della|der|den|di|da|dos|das|du|la|le|van|von|zu|bin|ibn|al|el|ter|ten|af|av|y|e)$/u;
const joint = /^(?:and|&|und|et|y|e|en|og|och|with|mit|avec|con|for|in|at|of|the|für|pour|à|aus|from)$/iu;
const roleWord =
  /\b(?:press|news|reuters|associated|agenc\w+|staff|writer|correspondent|reporter|editor|bureau|chief|times|post|journal|herald|service|special|contributor|columnist|magazine|desk|redaktion|korrespondent\w*|ap|afp|dpa|bbc)\b/iu;

/** Whether a line is a byline and nothing else: "By Jane Doe and John Smith", "Von Anna Berg", "By JANE DOE, Staff Writer". */
export function readByline(line: string): readonly Byline[] | null {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text.length > 160) return null;
  const prefix = prefixes.find(({ words }) => words.test(text));
  if (!prefix) return null;
  const names = text.replace(prefix.words, '');
  if (
    names === '' ||
    calendar.test(names) ||
    (/[.!?]["”’]?$/.test(names) && !/\b(?:jr|sr|[A-Z])\.$/i.test(names))
  )
    return null;
  if (/[“”"!?;:]/.test(names)) return null;
  if (!startsWithName(names)) return null;
  return partNames(names).map((name) => ({ name }));
}

/** Every word of the first name begins with a capital or is a particle, and there are two of them or an agency. */
function startsWithName(names: string): boolean {
  const first = names.split(/,| \| | • | · | – | - |\/| (?:and|und|et|y|e|en|och|og|&) /)[0]?.trim() ?? '';
  const words = first.split(' ').filter(Boolean);
  const isName = words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u.test(word) ||
      particle.test(word) ||
      joint.test(word) ||
      /^\([\p{L} ]+\)$/u.test(word),
  );
  const capitalised = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  return (
    isName &&
    (capitalised >= 2 || (capitalised === 1 && (roleWord.test(first) || first === first.toUpperCase())))
  );
}

/** "A, B and C" are three people; "Jane Doe, Associated Press" is one with where she works. */
function partNames(names: string): readonly string[] {
  const parts = names.split(/\s*,\s*(?:and|und|et|y|e|en|och|og|&)\s+|\s+(?:and|und|et|y|e|en|och|og|&)\s+/);
  const last = parts.pop() ?? '';
  const people = [...parts.flatMap((part) => part.split(/\s*,\s*/)), last];
  const areNames = people.every((name) => {
    const words = name.split(' ').filter(Boolean);
    return (
      words.length >= 2 &&
      words.length <= 5 &&
      !roleWord.test(name) &&
      words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || particle.test(word))
    );
  });
  return areNames ? people : [names];
}

/** The language a byline's first word belongs to, or null. */
export const bylineLanguage = (line: string): string | null =>
  prefixes.find(({ words }) => words.test(line.trim()))?.language ?? null;
