import {
  type AdTarget,
  type FormatName,
  formatNames,
  type LookName,
} from '../../shared/article/desk-settings';
import { formats } from '../../shared/export/formats';
import { leavingWords } from '../strings/leaving';

/** All that an article can become: the formats that are text, Word and PDF. */
export const ways = [...formatNames, 'word', 'pdf'] as const;
export type Way = FormatName | 'word' | 'pdf';

/** How an article is handed over. */
export interface Handover {
  readonly way: Way;
  readonly ads: AdTarget;
  readonly look: LookName;
}

/** As shown in a list of formats. */
export const wayTitle = (way: Way): string =>
  way === 'word' || way === 'pdf' ? leavingWords.sendOut.ways[way] : formats[way].title;

const endings = { word: '.docx', pdf: '.pdf' } as const;

/** The name of an article's document. */
export const documentName = (slug: string, way: Way): string =>
  slug + (way === 'word' || way === 'pdf' ? endings[way] : formats[way].ending);

/** Whether the way shows ad breaks, and whether it has a look. */
export const showsAds = (way: Way): boolean => way === 'page' || way === 'fragment' || way === 'pdf';
export const hasLook = (way: Way): boolean => way === 'page' || way === 'pdf';
