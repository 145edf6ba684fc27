import type { Flow } from '../html/flow';
import type { Passage } from '../html/passage';
import type { FindingCounter } from '../report';
import type { NumberingCounter } from './numbering';
import type { DocxStyles } from './styles';
import type { XmlElement } from './xml';

/** What the text of a document refers to, and where findings go. */
export interface DocxContext {
  readonly styles: DocxStyles;
  readonly numbering: NumberingCounter;
  readonly findings: FindingCounter;
  readonly cleanLinks: boolean;
  /** The target of a relationship that lies outside the file (links). */
  externalTarget(id: string): string | null;
  /** Sets a picture into the flow. */
  placePicture(drawing: XmlElement, flow: Flow): void;
  /** A comment was met in the text. */
  meetComment(id: string): void;
  /** A note was met; answers its number as printed. */
  meetNote(kind: 'footnote' | 'endnote', id: string): string;
  /** Comments met since the last call, as desk notes. */
  takeComments(region: Passage['region']): readonly Passage[];
}
