import type { Feature, FeatureParts } from '../feature';
import { adBreakFeature } from './ad-break/ad-break';
import { blockquoteFeature } from './blockquote/blockquote';
import { charactersFeature } from './characters/characters';
import { correctionFeature } from './correction/correction';
import { deskNoteFeature } from './desk-note/desk-note';
import { dividerFeature } from './divider/divider';
import { embedFeature } from './embed/embed';
import { factBoxFeature } from './fact-box/fact-box';
import { headingFeature } from './heading/heading';
import { imageFeature } from './image/image';
import { linkFeature } from './link/link';
import { listFeature } from './list/list';
import { markdownStartsFeature } from './markdown-starts/markdown-starts';
import { mentionFeature } from './mention/mention';
import { noteFeature } from './note/note';
import { paragraphFeature } from './paragraph/paragraph';
import { pullQuoteFeature } from './pull-quote/pull-quote';
import { quotationFeature } from './quotation/quotation';
import { tableFeature } from './table/table';
import { textFeature } from './text/text';
import { toComeFeature } from './to-come/to-come';
import { typographyFeature } from './typography/typography';
import { unknownBlockFeature } from './unknown-block/unknown-block';

/** Everything the editor can do, in the order of the "/" menu. A new block is one line here. */
export const features = (parts: FeatureParts): readonly Feature[] => [
  textFeature,
  paragraphFeature,
  headingFeature,
  listFeature,
  adBreakFeature(parts),
  blockquoteFeature,
  pullQuoteFeature,
  imageFeature(parts),
  factBoxFeature(parts),
  tableFeature(parts.texts),
  embedFeature(parts),
  dividerFeature,
  correctionFeature,
  deskNoteFeature,
  unknownBlockFeature,
  linkFeature,
  quotationFeature,
  mentionFeature,
  noteFeature,
  toComeFeature,
  markdownStartsFeature,
  charactersFeature,
  typographyFeature(parts.typography),
];
