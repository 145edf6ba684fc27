import {
  boolean,
  type Codec,
  nullable,
  object,
  oneOf,
  optional,
  optionalList,
  string,
  type WithExtra,
} from '../base/codec';
import { addressCodec, momentCodec } from './address';
import { idCodec } from './inline';

/** Terms of attribution, from least to most binding (DESIGN 4). */
export const termsNames = ['on-the-record', 'on-background', 'deep-background', 'off-the-record'] as const;
export type Terms = (typeof termsNames)[number];

export const sourceKinds = ['person', 'organisation', 'document'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/**
 * Who or what said something. `contact` and `notes` are private in every case; `name` and `role` are private as soon
 * as the terms are not on the record (rules: shared/sources).
 */
export interface Source extends WithExtra {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  /** As published: "a lobbyist and a former congressman". */
  readonly role: string;
  readonly pronouns: string;
  readonly organisation: string;
  /** The description under which an unnamed source appears: "a senior official". */
  readonly publishedAs: string;
  readonly reasonUnnamed: string;
  /** The default for this source's quotations. */
  readonly terms: Terms;
  readonly contact: string;
  readonly notes: string;
  /** For documents. */
  readonly title: string;
  readonly url: string | null;
  readonly retrieved: string | null;
  readonly file: string;
  readonly sha256: string;
  /** True for a source that was deleted while quotations still name it. */
  readonly deleted: boolean;
  /** Names of entries of the source book that were made one with this source; as private as `name`. */
  readonly otherNames: readonly string[];
}

const text = optional(string, '');

export const termsCodec: Codec<Terms> = oneOf(...termsNames);

export const sourceCodec: Codec<Source> = object<Source>({
  id: idCodec,
  kind: oneOf(...sourceKinds),
  name: string,
  role: text,
  pronouns: text,
  organisation: text,
  publishedAs: text,
  reasonUnnamed: text,
  terms: optional(termsCodec, 'on-the-record'),
  contact: text,
  notes: text,
  title: text,
  url: nullable(addressCodec),
  retrieved: nullable(momentCodec),
  file: text,
  sha256: text,
  deleted: optional(boolean, false),
  otherNames: optionalList(string),
});

/** A source with the given name and nothing else known yet: a person, on the record. */
export function newSource(id: string, name: string): Source {
  return {
    id,
    kind: 'person',
    name,
    role: '',
    pronouns: '',
    organisation: '',
    publishedAs: '',
    reasonUnnamed: '',
    terms: 'on-the-record',
    contact: '',
    notes: '',
    title: '',
    url: null,
    retrieved: null,
    file: '',
    sha256: '',
    deleted: false,
    otherNames: [],
  };
}
