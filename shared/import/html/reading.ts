import type { Correction } from '../../article/article';
import type { FindingCounter } from '../report';
import type { Attachment } from './pictures';
import type { Stylesheet } from './stylesheet';

/** How HTML is to be read. */
export interface ReadHtmlOptions {
  /**
   * 'paste': what the clipboard marks as the fragment, every passage as it comes. 'import': a whole file; regions of
   * the page are told apart.
   */
  readonly purpose: 'paste' | 'import';
  /** Whether tracking parameters are taken out of links (`DeskSettings.cleanLinks`). */
  readonly cleanLinks: boolean;
  /** Makes identifiers for desk notes: letters, digits, hyphens. */
  readonly ids: () => string;
  /** Answers the media file that a relative picture address stands for, or null if there is none. */
  readonly localPicture: (address: string) => string | null;
  /** Hears the share that was parsed, from 0 to 1. */
  readonly progress: (share: number) => void;
}

/** What the walk over the tree works with. */
export interface Reading {
  readonly options: ReadHtmlOptions;
  readonly sheet: Stylesheet;
  readonly findings: FindingCounter;
  readonly attachments: Attachment[];
  readonly corrections: Correction[];
  /** Counts an ad break of our own export and answers its number, from 1. */
  readonly nextAdBreak: () => number;
  /** Whether the document was written by Word or its relatives. */
  readonly isOfficeDocument: boolean;
  /** Whether only what stands between the clipboard's fragment marks is taken. */
  readonly hasFragmentMarks: boolean;
}
