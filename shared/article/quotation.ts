import {
  type Codec,
  nullable,
  object,
  oneOf,
  optional,
  optionalList,
  string,
  type WithExtra,
} from '../base/codec';
import { momentCodec } from './address';
import { idCodec } from './inline';
import { type Terms, termsCodec } from './source';

export const quotationKinds = ['direct', 'partial', 'paraphrase'] as const;
export type QuotationKind = (typeof quotationKinds)[number];

export const mediumNames = [
  'interview',
  'statement',
  'press-conference',
  'document',
  'broadcast',
  'social-post',
  'court',
  'correspondence',
] as const;
export type Medium = (typeof mediumNames)[number];

/** What proves a quotation; private. `reference` is a file name, an address or the page of a notebook. */
export interface Evidence extends WithExtra {
  readonly kind: 'recording' | 'notes' | 'transcript' | 'link' | 'file';
  readonly reference: string;
}

/** That somebody held the words against the evidence, and the words as they were then. Private. */
export interface Checked extends WithExtra {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** Who said the words of the spans that carry this `id`, and on which terms. */
export interface Quotation extends WithExtra {
  readonly id: string;
  readonly sourceId: string | null;
  /** null: the terms of the source. */
  readonly terms: Terms | null;
  readonly kind: QuotationKind;
  readonly medium: Medium | null;
  readonly date: string | null;
  readonly evidence: readonly Evidence[];
  readonly checked: Checked | null;
}

export const quotationCodec: Codec<Quotation> = object<Quotation>({
  id: idCodec,
  sourceId: nullable(idCodec),
  terms: nullable(termsCodec),
  kind: optional(oneOf(...quotationKinds), 'direct'),
  medium: nullable(oneOf(...mediumNames)),
  date: nullable(momentCodec),
  evidence: optionalList(
    object<Evidence>({ kind: oneOf('recording', 'notes', 'transcript', 'link', 'file'), reference: string }),
  ),
  checked: nullable(object<Checked>({ by: string, at: momentCodec, text: string })),
});

/** A direct quotation of which only the speaker is known. */
export function newQuotation(id: string, sourceId: string | null): Quotation {
  return { id, sourceId, terms: null, kind: 'direct', medium: null, date: null, evidence: [], checked: null };
}

/**
 * What stands for a record that is lost, by another program or a damaged file: nobody knows on which terms the words were said,
 * so they leave for nowhere until somebody says.
 */
export const lostQuotation = (id: string): Quotation => ({
  ...newQuotation(id, null),
  terms: 'off-the-record',
});
