import {
  type Codec,
  integerBetween,
  list,
  nullable,
  object,
  oneOf,
  optional,
  optionalList,
  orWithout,
  string,
  stringThat,
  type WithExtra,
} from '../base/codec';
import { type AdPolicy, adPolicyCodec } from './ad-policy';
import { momentCodec } from './address';
import { type Block, blockCodec, type ImageContent, imageContentFields } from './block';
import { type Inline, idCodec, inlinesCodec } from './inline';
import { languageCodec } from './language';
import { type Quotation, quotationCodec } from './quotation';
import { type Source, sourceCodec } from './source';

/** The name that marks a file as one of ours. */
export const formatName = 'standfirst-article';

/** The version this code writes. A newer minor version only adds; a newer major version is refused. */
export const formatVersion = { major: 1, minor: 2 } as const;

/** Name and version of the file's format, as written at its head: `{"name": "standfirst-article", "version": "1.0"}`. */
export interface Format extends WithExtra {
  readonly name: typeof formatName;
  readonly version: string;
}

export const statusNames = ['draft', 'editing', 'ready', 'published', 'withdrawn'] as const;
export type Status = (typeof statusNames)[number];

export interface Byline extends WithExtra {
  readonly name: string;
}

/** A correction to the article as a whole, shown at its end. */
export interface Correction extends WithExtra {
  readonly type: 'correction' | 'clarification';
  readonly date: string;
  readonly text: readonly Inline[];
}

/** A finding of the checks that the writer has decided to leave, and why. */
export interface IgnoredCheck extends WithExtra {
  /** Code of the check. */
  readonly code: string;
  /** The words in question, so that the decision holds where they stand and ends when they change. */
  readonly excerpt: string;
  readonly reason: string;
}

/** One article: the truth that file, editor, exports and checks share. Moments are ISO 8601 with zone. */
export interface Article extends WithExtra {
  readonly format: Format;
  readonly id: string;
  readonly slug: string;
  /** BCP 47, such as "en" or "en-GB". */
  readonly language: string;
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly bylines: readonly Byline[];
  readonly dateline: string;
  readonly section: string;
  /** IPTC Media Topic codes or plain words. */
  readonly subjects: readonly string[];
  readonly status: Status;
  readonly embargo: string | null;
  readonly created: string;
  readonly modified: string;
  readonly published: string | null;
  readonly leadImage: ImageContent | null;
  readonly body: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly sources: readonly Source[];
  readonly corrections: readonly Correction[];
  /** null: the desk's policy. */
  readonly adPolicy: AdPolicy | null;
  readonly ignoredChecks: readonly IgnoredCheck[];
  /** How many words were ordered; 0 for no such agreement. Private. */
  readonly targetWords: number;
  /** The writer's own notes; private. */
  readonly notes: string;
}

/** No article is ordered longer than this, in words. */
export const mostTargetWords = 1_000_000;

const text = optional(string, '');

/** A slug as it names a folder on all three systems: lower-case letters, digits, hyphens; at most 80 characters. */
export const isSlug = (slug: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/.test(slug);

export const articleCodec: Codec<Article> = object<Article>({
  format: object<Format>({
    name: oneOf(formatName),
    version: stringThat('a version such as 1.0', (version) => /^\d+\.\d+$/.test(version)),
  }),
  id: idCodec,
  slug: stringThat('a slug of lower-case letters, digits and hyphens', isSlug),
  language: languageCodec,
  kicker: text,
  headline: string,
  deck: text,
  bylines: optionalList(object<Byline>({ name: string })),
  dateline: text,
  section: text,
  subjects: optionalList(string),
  status: oneOf(...statusNames),
  embargo: nullable(momentCodec),
  created: momentCodec,
  modified: momentCodec,
  published: nullable(momentCodec),
  leadImage: nullable(orWithout(object<ImageContent>(imageContentFields), 'caption')),
  body: list(blockCodec),
  quotations: optionalList(quotationCodec),
  sources: optionalList(sourceCodec),
  corrections: optionalList(
    orWithout(
      object<Correction>({
        type: oneOf('correction', 'clarification'),
        date: momentCodec,
        text: inlinesCodec,
      }),
      'text',
    ),
  ),
  adPolicy: nullable(adPolicyCodec),
  ignoredChecks: optionalList(object<IgnoredCheck>({ code: string, excerpt: string, reason: string })),
  targetWords: optional(integerBetween(0, mostTargetWords), 0),
  notes: text,
});

/** What must be known to begin an article. */
export interface NewArticle {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  /** The moment of creation, ISO 8601 with zone. */
  readonly created: string;
}

/** An empty draft. */
export function newArticle(known: NewArticle): Article {
  return {
    format: { name: formatName, version: `${formatVersion.major}.${formatVersion.minor}` },
    ...known,
    kicker: '',
    headline: '',
    deck: '',
    bylines: [],
    dateline: '',
    section: '',
    subjects: [],
    status: 'draft',
    embargo: null,
    modified: known.created,
    published: null,
    leadImage: null,
    body: [],
    quotations: [],
    sources: [],
    corrections: [],
    adPolicy: null,
    ignoredChecks: [],
    targetWords: 0,
    notes: '',
  };
}
