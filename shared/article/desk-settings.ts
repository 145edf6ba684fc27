import {
  boolean,
  type Codec,
  decodeWith,
  nullable,
  object,
  oneOf,
  optional,
  optionalList,
  string,
  stringThat,
  type WithExtra,
} from '../base/codec';
import { isJsonObject, type JsonObject } from '../base/json';
import { fail, ok, type Result } from '../base/result';
import { type AdPolicy, adPolicyCodec, defaultAdPolicy } from './ad-policy';
import { languageCodec } from './language';

export const deskFormatName = 'standfirst-desk';

/** One entry of the house style: not `avoid`, but `prefer`, because `reason`. */
export interface HouseStyleRule extends WithExtra {
  readonly avoid: string;
  readonly prefer: string;
  readonly reason: string;
}

export interface Masthead extends WithExtra {
  readonly name: string;
  readonly tagline: string;
}

export const adTargetNames = ['neutral', 'gpt', 'amp', 'none'] as const;
export type AdTarget = (typeof adTargetNames)[number];

/** The built-in looks of an exported page. */
export const lookNames = ['broadsheet', 'review', 'wire'] as const;
export type LookName = (typeof lookNames)[number];

/** The formats that are text; Word and PDF are made apart. */
export const formatNames = ['page', 'fragment', 'ninjs', 'markdown', 'text', 'json', 'source-sheet'] as const;
export type FormatName = (typeof formatNames)[number];

export const correctionPlaces = ['end', 'top'] as const;
/** Where the corrections of a whole article stand: behind its last line, or before its first. */
export type CorrectionPlace = (typeof correctionPlaces)[number];

/** How the house prints its ad breaks: the label above, and the line that says the story goes on. */
export interface AdWording extends WithExtra {
  readonly label: string;
  readonly continuation: string;
}

/** `desk.json`: what holds for every article of a desk. */
export interface DeskSettings extends WithExtra {
  readonly format: {
    readonly name: typeof deskFormatName;
    readonly version: string;
    readonly extra?: JsonObject;
  };
  /** Of new articles, BCP 47. */
  readonly language: string;
  readonly masthead: Masthead;
  readonly adPolicy: AdPolicy;
  readonly adWording: AdWording;
  readonly adTarget: AdTarget;
  /** What the export dialog begins with for an article that was never exported. */
  readonly exportFormat: FormatName;
  readonly exportLook: LookName;
  readonly correctionsAt: CorrectionPlace;
  readonly houseStyle: readonly HouseStyleRule[];
  /** The address under which articles appear, such as "https://example.org/news/"; the slug is appended. */
  readonly canonicalBase: string | null;
  /** Words of this desk that the spelling check accepts. */
  readonly words: readonly string[];
  /** Whether tracking parameters are removed from links on paste and import. */
  readonly cleanLinks: boolean;
}

const httpAddress = stringThat('an address that begins with https: or http:', (text) =>
  /^https?:\/\/[^\s"<>]+$/.test(text),
);

export const deskSettingsCodec: Codec<DeskSettings> = object<DeskSettings>({
  format: object<DeskSettings['format']>({
    name: oneOf(deskFormatName),
    version: stringThat('a version such as 1.0', (version) => /^\d+\.\d+$/.test(version)),
  }),
  language: optional(languageCodec, 'en'),
  masthead: object<Masthead>({ name: string, tagline: optional(string, '') }),
  adPolicy: adPolicyCodec,
  adWording: object<AdWording>({ label: string, continuation: string }),
  adTarget: optional(oneOf(...adTargetNames), 'neutral'),
  exportFormat: optional(oneOf(...formatNames), 'page'),
  exportLook: optional(oneOf(...lookNames), 'broadsheet'),
  correctionsAt: optional(oneOf(...correctionPlaces), 'end'),
  houseStyle: optionalList(
    object<HouseStyleRule>({ avoid: string, prefer: string, reason: optional(string, '') }),
  ),
  canonicalBase: nullable(httpAddress),
  words: optionalList(string),
  cleanLinks: optional(boolean, true),
});

/** A new desk's settings. */
export const defaultDeskSettings: DeskSettings = {
  format: { name: deskFormatName, version: '1.0' },
  language: 'en',
  masthead: { name: 'The Daily Draft', tagline: '' },
  adPolicy: defaultAdPolicy,
  adWording: { label: 'Advertisement', continuation: 'Article continues after advertisement' },
  adTarget: 'neutral',
  exportFormat: 'page',
  exportLook: 'broadsheet',
  correctionsAt: 'end',
  houseStyle: [],
  canonicalBase: null,
  words: [],
  cleanLinks: true,
};

/** Why a `desk.json` cannot be used; the file itself stays as it is. */
export type DeskSettingsRefusal =
  | { readonly code: 'not-json' }
  | { readonly code: 'newer-format'; readonly version: string }
  | { readonly code: 'damaged'; readonly where: string; readonly expected: string };

/** Reads the text of a `desk.json`. */
export function parseDeskSettings(text: string): Result<DeskSettings, DeskSettingsRefusal> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message names a character position; the writer is told the file's name instead.
    return fail({ code: 'not-json' });
  }
  // Before the rest is looked at: what a newer version wrote may look otherwise, and is no damage.
  const version = statedVersion(json);
  if (version !== null && Number.parseInt(version, 10) > 1) return fail({ code: 'newer-format', version });
  const decoded = decodeWith(deskSettingsCodec, completed(json));
  if (!decoded.ok) return fail({ code: 'damaged', ...decoded.error });
  return ok(decoded.value);
}

/** Whoever writes a `desk.json` by hand writes what differs: what is missing of these is as on a new desk. */
function completed(json: unknown): unknown {
  if (!isJsonObject(json)) return json;
  const { masthead, adPolicy, adWording } = defaultDeskSettings;
  const parts = Object.entries({ masthead, adPolicy, adWording }).map(([name, whole]) => {
    const part = json[name] ?? {};
    return [name, isJsonObject(part) ? { ...whole, ...part } : part];
  });
  return { ...json, ...Object.fromEntries(parts) };
}

function statedVersion(json: unknown): string | null {
  const format = isJsonObject(json) && isJsonObject(json.format) ? json.format : null;
  return format?.name === deskFormatName && typeof format.version === 'string' ? format.version : null;
}

/** The text of a `desk.json`. */
export function serialiseDeskSettings(settings: DeskSettings): string {
  return `${JSON.stringify(deskSettingsCodec.encode(settings), null, 2)}\n`;
}
