/** A stretch of text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Who is read as the speaker of a quotation. */
export interface FoundSpeaker extends Span {
  /** The words of the mention nearest the words of saying: "he", "Mr. Weber", "the spokeswoman". */
  readonly text: string;
  /** The person, organisation or document it stands for: "Vin Weber"; '' for a pronoun the text does not resolve. */
  readonly name: string;
  /** The role as the text gives it ("a lobbyist and a former congressman"), or ''. */
  readonly role: string;
}

/** A direct quotation found in running text. */
export interface FoundQuotation extends Span {
  /** The quoted words with their marks. */
  readonly text: string;
  /** `direct`: whole sentences; `partial`: words built into the reporter's sentence. */
  readonly kind: 'direct' | 'partial';
  /** How sure the speaker is, or, without speaker, that somebody says the words: 0 to 1. */
  readonly confidence: number;
  readonly speaker: FoundSpeaker | null;
}
