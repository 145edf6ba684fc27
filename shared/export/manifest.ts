import type { JsonObject, JsonValue } from '../base/json';
import type { Omission } from './refusal';

/** A file that left the desk, as it was written. */
export interface LeftFile {
  /** Path below the export folder, with "/" between folders. */
  readonly path: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, 64 hexadecimal digits; the caller computes it, this room has no cryptography. */
  readonly sha256: string;
}

/** What an export was made from and what came of it. */
export interface Departure {
  readonly slug: string;
  /** The moment of the export, ISO 8601 with zone. */
  readonly at: string;
  readonly format: string;
  /** 'readers': nothing private can be in it. 'desk': the source sheet, which names sources and evidence. */
  readonly audience: 'readers' | 'desk';
  readonly files: readonly LeftFile[];
  readonly omitted: readonly Omission[];
}

/** The classes of fields that a PublishedArticle has no room for (published.ts). */
export const privateFields = [
  'notes of the article',
  'notes and desk notes',
  'contacts and notes of sources',
  'names and roles of unnamed sources',
  'evidence',
  'checking of quotations',
  'words off the record',
] as const;

/** The text of a manifest: a list of what left, in the order of paths, and what stayed. */
export const manifest = (departure: Departure): string =>
  asText({ ...heading(departure), ...contents(departure), private: stayedBehind(departure.audience) });

/** Several articles that left in one run. */
export interface BatchDeparture {
  /** The moment of the run's end, ISO 8601 with zone. */
  readonly at: string;
  readonly format: string;
  readonly written: readonly Departure[];
  /** How many stayed at the desk. Which, and why, are private words and not in the list. */
  readonly stayed: number;
}

/** The text of the manifest of a run: what left, article by article. */
export function batchManifest({ at, format, written, stayed }: BatchDeparture): string {
  const bytes = written.reduce((sum, { files }) => sum + sizeOf(files), 0);
  const files = new Set(written.flatMap((one) => one.files.map(({ path }) => path)));
  const audience = written.every((one) => one.audience === 'readers') ? 'readers' : 'desk';
  return asText({
    format: formatOfManifest,
    exported: at,
    as: format,
    audience,
    articles: written.map((one) => ({ article: one.slug, ...contents(one) })),
    total: { articles: written.length, files: files.size, bytes },
    stayedAtTheDesk: stayed,
    private: stayedBehind(audience),
  });
}

const formatOfManifest = { name: 'standfirst-manifest', version: '1.0' };

const asText = (value: JsonValue): string => `${JSON.stringify(value, null, 2)}\n`;

const heading = ({ slug, at, format, audience }: Departure): JsonObject => ({
  format: formatOfManifest,
  article: slug,
  exported: at,
  as: format,
  audience,
});

function contents(departure: Departure): JsonObject {
  const files = [...departure.files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, mediaType, size, sha256 }) => ({ path, mediaType, size, sha256 }));
  return {
    files,
    total: { files: files.length, bytes: sizeOf(files) },
    leftOut: departure.omitted.map(({ code, count }) => ({ code, count })),
  };
}

const stayedBehind = (audience: Departure['audience']): JsonObject => ({
  stayed: audience === 'readers' ? [...privateFields] : ['contacts and notes of sources'],
});

const sizeOf = (files: readonly { readonly size: number }[]): number =>
  files.reduce((sum, { size }) => sum + size, 0);

/** The manifest in one paragraph, for the end of an export: "2 files, 41 kB. Left out: 1 desk note. …" */
export function manifestInWords({ files, omitted, audience }: Departure): string {
  const bytes = sizeOf(files);
  const left = omitted.map(({ code, count }) => `${count} ${omissionsInWords[code][count === 1 ? 0 : 1]}`);
  return [
    `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${sizeInWords(bytes)}.`,
    left.length === 0 ? '' : `Left out: ${left.join(', ')}.`,
    audience === 'readers'
      ? 'Notes, contacts, evidence and the names of unnamed sources stayed here.'
      : 'Not for publication: this file names sources and evidence.',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const omissionsInWords: Readonly<Record<Omission['code'], readonly [string, string]>> = {
  'unknown-block': ['part of a newer version', 'parts of a newer version'],
  'to-come': ['gap to come', 'gaps to come'],
  'desk-note': ['desk note', 'desk notes'],
  note: ['note', 'notes'],
  'empty-block': ['block without words', 'blocks without words'],
  'withheld-attribution': ['attribution withheld by its terms', 'attributions withheld by their terms'],
};

/** Decimal units, as file managers show them. */
function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
