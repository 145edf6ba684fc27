import { strToU8, zipSync } from 'fflate';
import type { PublishedArticle } from '../published';
import { type Pictures, wordBody } from './body';
import {
  contentTypes,
  coreProperties,
  documentRelations,
  numbering,
  packageRelations,
  styles,
} from './parts';

/**
 * The article as a Word document (ECMA-376, WordprocessingML): headings, lists, quotations, links, tables, and the
 * pictures that are given, with their alternative texts. A picture that is not given, or is neither PNG, JPEG nor
 * GIF, is named in brackets. The same input gives the same bytes: no clock, no chance, no name of a machine.
 */
export function word(article: PublishedArticle, pictures: Pictures): Uint8Array {
  const { document, relations, lists, media } = wordBody(article, pictures);
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreProperties(article),
    'word/_rels/document.xml.rels': documentRelations(relations),
    'word/document.xml': document,
    'word/numbering.xml': numbering(lists),
    'word/styles.xml': styles(article),
  };
  const files = Object.fromEntries([
    ...Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const),
    ...[...media].map(([name, bytes]) => [`word/${name}`, bytes] as const),
  ]);
  // The archive stores local time; a date made from local parts is the same everywhere. ZIP knows none before 1980.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
