import type { PublishedArticle } from '../published';
import { escapeXml, xmlHead } from './xml';

/** The parts of a Word file that are the same for every article but for language, direction and title. */

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const contentTypes = `${xmlHead}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

export const packageRelations = `${xmlHead}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packageTypes}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** Title, authors, language and the moment of the last change. */
export function coreProperties(article: PublishedArticle): string {
  const moment = (name: string, value: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(value)}</dcterms:${name}>`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(article.headline)}</dc:title><dc:creator>${escapeXml(article.authors.join('; '))}</dc:creator><dc:description>${escapeXml(article.deck)}</dc:description><dc:language>${escapeXml(article.language)}</dc:language>${moment('created', article.published ?? article.modified)}${moment('modified', article.modified)}</cp:coreProperties>`;
}

/** A relationship of the document: a link to elsewhere, or a picture in the file. */
export interface Relation {
  readonly id: string;
  readonly kind: 'hyperlink' | 'image';
  readonly target: string;
}

export function documentRelations(relations: readonly Relation[]): string {
  const own = relations.map(
    ({ id, kind, target }) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${escapeXml(target)}"${kind === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="${office}/numbering" Target="numbering.xml"/>${own.join('')}</Relationships>`;
}

/** One list of the article: each counts for itself. */
export interface ListInstance {
  readonly ordered: boolean;
  readonly depth: number;
  readonly start: number;
}

/** Word's levels end at nine. */
export const deepestLevel = 8;

export function numbering(lists: readonly ListInstance[]): string {
  const levels = (format: string, text: (level: number) => string): string =>
    Array.from({ length: deepestLevel + 1 }, (_, level) => {
      const left = 567 * (level + 1);
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="397"/></w:pPr></w:lvl>`;
    }).join('');
  const kinds =
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels('bullet', () => '•')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${levels('decimal', (level) => `%${level + 1}.`)}</w:abstractNum>`;
  const instances = lists.map(
    ({ ordered, depth, start }, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/><w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  );
  return `${xmlHead}<w:numbering xmlns:w="${main}">${kinds}${instances.join('')}</w:numbering>`;
}

/** Names of the styles; the built-in ones are those that Word, LibreOffice and our own import know. */
const paragraphStyles: readonly (readonly [id: string, name: string, paragraph: string, run: string])[] = [
  ['Title', 'Title', '<w:keepNext/><w:spacing w:after="120"/>', '<w:b/><w:sz w:val="44"/>'],
  ['Subtitle', 'Subtitle', '<w:spacing w:after="160"/>', '<w:color w:val="555555"/><w:sz w:val="28"/>'],
  [
    'Kicker',
    'Kicker',
    '<w:keepNext/><w:spacing w:after="60"/>',
    '<w:b/><w:color w:val="8F1D14"/><w:sz w:val="20"/>',
  ],
  ['Byline', 'Byline', '<w:spacing w:after="40"/>', '<w:b/><w:sz w:val="20"/>'],
  ['Dateline', 'Dateline', '<w:spacing w:after="240"/>', '<w:color w:val="555555"/><w:sz w:val="20"/>'],
  [
    'Heading2',
    'heading 2',
    '<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="1"/>',
    '<w:b/><w:sz w:val="28"/>',
  ],
  [
    'Heading3',
    'heading 3',
    '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="2"/>',
    '<w:b/><w:sz w:val="24"/>',
  ],
  [
    'Heading4',
    'heading 4',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="3"/>',
    '<w:b/><w:i/>',
  ],
  ['ListParagraph', 'List Paragraph', '<w:spacing w:after="80"/>', ''],
  ['Quote', 'Quote', '<w:spacing w:before="80"/><w:ind w:left="567" w:right="567"/>', '<w:i/>'],
  [
    'IntenseQuote',
    'Intense Quote',
    '<w:pBdr><w:top w:val="single" w:sz="6" w:space="8" w:color="999999"/><w:bottom w:val="single" w:sz="6" w:space="8" w:color="999999"/></w:pBdr><w:spacing w:before="280" w:after="280"/><w:jc w:val="center"/>',
    '<w:sz w:val="30"/>',
  ],
  [
    'Attribution',
    'Attribution',
    '<w:ind w:left="567" w:right="567"/>',
    '<w:color w:val="555555"/><w:sz w:val="20"/>',
  ],
  ['Caption', 'caption', '<w:spacing w:after="240"/>', '<w:color w:val="555555"/><w:sz w:val="19"/>'],
  [
    'FactBoxTitle',
    'Fact Box Title',
    '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="18" w:space="6" w:color="8F1D14"/></w:pBdr><w:spacing w:before="240" w:after="60"/>',
    '<w:b/>',
  ],
  ['FactBox', 'Fact Box', '<w:spacing w:after="100"/>', '<w:sz w:val="21"/>'],
  [
    'Correction',
    'Correction',
    '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="999999"/></w:pBdr>',
    '',
  ],
  ['Divider', 'Divider', '<w:spacing w:before="200" w:after="200"/><w:jc w:val="center"/>', ''],
];

/** The style sheet; language and direction hold for the whole document. */
export function styles({ language, direction }: PublishedArticle): string {
  const rtl = direction === 'rtl';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="${escapeXml(language)}"${rtl ? ` w:bidi="${escapeXml(language)}"` : ''}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${rtl ? '<w:bidi/>' : ''}<w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  const paragraphs = paragraphStyles.map(
    ([id, name, paragraph, run]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  const runs =
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0A5196"/><w:u w:val="single"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>';
  const border = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`;
  const table = `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
  return `${xmlHead}<w:styles xmlns:w="${main}">${defaults}${normal}${paragraphs.join('')}${runs}${table}</w:styles>`;
}
