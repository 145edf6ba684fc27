import { type Codec, stringThat } from '../base/codec';
import { isTakenAsWritten } from '../base/windows-names';

const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'] as const;

/**
 * Makes a typed or pasted address safe for the model, or answers null if it may not enter.
 * Allowed are absolute http, https, mailto and tel addresses (DESIGN 7: an allow-list, at the door). Control characters
 * and line breaks, which browsers skip inside a scheme, are refused; spaces, quotes and brackets are percent-encoded,
 * so that an address can stand in any attribute. The answer is a fixed point: giving it again changes nothing.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || text.length > 8000) return null;
  if (/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(text))
    return null;
  const scheme = /^([a-z][a-z0-9+.-]*):(.+)$/i.exec(text);
  if (!scheme?.[1] || !scheme[2]) return null;
  const name = `${scheme[1].toLowerCase()}:`;
  if (!(linkSchemes as readonly string[]).includes(name)) return null;
  if ((name === 'http:' || name === 'https:') && !/^\/\/[^/?#\\\s]+/.test(scheme[2])) return null;
  return text.replace(/[\s"'<>\\^`{|}]/gu, (character) =>
    character === "'" ? '%27' : encodeURIComponent(character),
  );
}

const credentials = /^(https?:\/\/)[^/?#]*@/i;

/** Whether an address holds a user name or password, which whoever follows it would be given. */
export const hasCredentials = (address: string): boolean => credentials.test(address.trim());

/** As `linkAddress`, for an address that enters an article or leaves in an output: without a user name or password. */
export const plainAddress = (typed: string): string | null =>
  linkAddress(typed)?.replace(credentials, '$1') ?? null;

/** An address that `linkAddress` accepts as it stands. */
export const addressCodec: Codec<string> = stringThat(
  'an address that begins with https:, http:, mailto: or tel:',
  (text) => linkAddress(text) === text,
);

/**
 * Whether `name` is a plain file name on every system: no folder, no control character, not hidden. The name of a device is one: a
 * picture that Windows cannot have is missing there (`mediaFile`), and no reason to refuse its article.
 */
export const isMediaFileName = (name: string): boolean =>
  name.length > 0 && name.length <= 200 && !/^\.|\u007f/.test(name) && isTakenAsWritten(name);

/** The name of a file in the article's `media` folder. */
export const mediaFileCodec: Codec<string> = stringThat(
  'the plain name of a file in the media folder',
  isMediaFileName,
);

/** An ISO 8601 moment with its zone, such as 2026-03-01T09:30:00Z. */
export const momentCodec: Codec<string> = stringThat(
  'a date and time with its zone (ISO 8601)',
  (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
);
