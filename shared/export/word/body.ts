import type { Mark } from '../../article/inline';
import { assertNever } from '../../base/assert-never';
import { ascii } from '../html-text';
import { dayInWords, namesInRow, wordingIn } from '../language';
import { runText } from '../publish-inlines';
import {
  inReadingOrder,
  type PublishedArticle,
  type PublishedBlock,
  type PublishedInline,
  type PublishedList,
  type PublishedPicture,
  type PublishedRun,
  type PublishedTable,
} from '../published';
import { deepestLevel, type ListInstance, type Relation } from './parts';
import { type PictureInfo, pictureInfo } from './picture-size';
import { escapeXml, xmlHead } from './xml';

/** The bytes of the pictures by their name in the media folder. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** `word/document.xml` and what it refers to. */
export interface WordBody {
  readonly document: string;
  readonly relations: readonly Relation[];
  readonly lists: readonly ListInstance[];
  /** Files below `word/`. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** What is gathered while the document is written. */
interface Writing {
  readonly language: string;
  readonly pictures: Pictures;
  readonly relations: Relation[];
  readonly lists: ListInstance[];
  readonly media: Map<string, Uint8Array>;
  drawings: number;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

/** A4 with margins of 2.5 cm, in twentieths of a point. */
const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
const textWidth = 11906 - 2 * 1417;

/** Writes the article as the body of a Word document. Ad breaks are left out. */
export function wordBody(article: PublishedArticle, pictures: Pictures): WordBody {
  const { language, authors, leadImage } = article;
  const writing: Writing = { language, pictures, relations: [], lists: [], media: new Map(), drawings: 0 };
  const by = authors.length === 0 ? '' : `${wordingIn(language).by} ${namesInRow(authors, language)}`;
  const parts = [
    line('Kicker', article.kicker),
    line('Title', article.headline),
    line('Subtitle', article.deck),
    line('Byline', by),
    line('Dateline', article.dateline),
    ...(leadImage ? [picture(leadImage, writing)] : []),
    ...inReadingOrder(article).map((block) => blockXml(block, writing)),
  ];
  // A document must hold a paragraph.
  const xml = parts.join('') || '<w:p/>';
  return {
    document: `${xmlHead}<w:document ${namespaces}><w:body>${xml}${section}</w:body></w:document>`,
    relations: writing.relations,
    lists: writing.lists,
    media: writing.media,
  };
}

const line = (style: string, text: string): string => (text.trim() === '' ? '' : styled(style, plain(text)));

const styled = (style: string | null, runs: string, more = ''): string => {
  const properties = `${style === null ? '' : `<w:pStyle w:val="${style}"/>`}${more}`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
};

function blockXml(block: PublishedBlock, writing: Writing): string {
  switch (block.kind) {
    case 'paragraph':
      return styled(null, runXml(block.children, writing));
    case 'heading':
      return styled(`Heading${block.level}`, runXml(block.children, writing));
    case 'list':
      return listXml(block, 0, writing);
    case 'blockquote':
    case 'pullQuote': {
      const style = block.kind === 'blockquote' ? 'Quote' : 'IntenseQuote';
      const paragraphs = block.paragraphs.map((run) => styled(style, runXml(run, writing)));
      return [
        ...paragraphs,
        block.attribution ? line('Attribution', `— ${block.attribution.name}`) : '',
      ].join('');
    }
    case 'image':
      return picture(block, writing);
    case 'adBreak':
      return '';
    case 'factBox':
      return [
        line('FactBoxTitle', block.title),
        ...block.body.map((part) =>
          part.kind === 'list'
            ? listXml(part, 0, writing)
            : styled('FactBox', runXml(part.children, writing)),
        ),
      ].join('');
    case 'embed': {
      const title = block.title.trim() === '' ? block.url : block.title;
      const words: PublishedRun = [{ kind: 'text', text: title, marks: [] }];
      const link: PublishedRun = [{ kind: 'link', url: block.url, children: words }];
      return [
        styled(null, runXml(link, writing)),
        line('Caption', [block.description, block.provider].filter((text) => text.trim() !== '').join(' · ')),
      ].join('');
    }
    case 'table':
      return tableXml(block, writing);
    case 'divider':
      return styled('Divider', plain('* * *'));
    case 'correction': {
      const { correction, clarification } = wordingIn(writing.language);
      const label = block.type === 'correction' ? correction : clarification;
      const head: PublishedRun = [
        { kind: 'text', text: `${label}, ${dayInWords(block.date, writing.language)}: `, marks: ['bold'] },
      ];
      return styled('Correction', runXml([...head, ...block.children], writing));
    }
    default:
      return assertNever(block);
  }
}

function listXml(list: PublishedList, level: number, writing: Writing): string {
  const depth = Math.min(level, deepestLevel);
  const id = writing.lists.push({ ordered: list.ordered, depth, start: list.start });
  const numbered = `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
  return list.items
    .map(({ children, lists }) =>
      [
        styled('ListParagraph', runXml(children, writing), numbered),
        ...lists.map((nested) => listXml(nested, level + 1, writing)),
      ].join(''),
    )
    .join('');
}

function tableXml({ headerRow, rows }: PublishedTable, writing: Writing): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(textWidth / columns);
  const cell = (run: PublishedRun, head: boolean): string => {
    const runs = head ? runXml(embolden(run), writing) : runXml(run, writing);
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${styled(null, runs)}</w:tc>`;
  };
  const body = rows.map((cells, index) => {
    const head = headerRow && index === 0;
    const filled = Array.from({ length: columns }, (_, column) => cell(cells[column] ?? [], head));
    return `<w:tr>${head ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${filled.join('')}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  // The paragraph behind keeps two tables in a row apart.
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`;
}

function embolden(run: PublishedRun): PublishedRun {
  return run.map((inline): PublishedInline => {
    if (inline.kind === 'text') return { ...inline, marks: [...new Set<Mark>(['bold', ...inline.marks])] };
    return inline.kind === 'lineBreak' ? inline : { ...inline, children: embolden(inline.children) };
  });
}

/** A picture over its caption; where Word cannot show it, its description in brackets stands in its place. */
function picture(content: PublishedPicture, writing: Writing): string {
  const bytes = writing.pictures.get(content.file);
  const info = bytes ? pictureInfo(bytes) : null;
  const shown =
    bytes && info
      ? styled(null, drawing(content, bytes, info, writing), '<w:keepNext/>')
      : line('Caption', `[${content.alt.trim() || content.file}]`);
  const below = [
    runText(content.caption).trim() === '' ? '' : runXml(content.caption, writing),
    content.credit.trim() === '' ? '' : plain(content.credit),
  ].filter((part) => part !== '');
  return `${shown}${below.length === 0 ? '' : styled('Caption', below.join(plain(' ')))}`;
}

/** English Metric Units: 9525 a CSS pixel (ECMA-376, 20.1.2.1), 635 a twentieth of a point. */
function drawing(content: PublishedPicture, bytes: Uint8Array, info: PictureInfo, writing: Writing): string {
  writing.drawings += 1;
  const number = writing.drawings;
  const id = `picture${number}`;
  const target = `media/picture${number}.${info.ending}`;
  writing.relations.push({ id, kind: 'image', target });
  writing.media.set(target, bytes);
  const scale = Math.min(1, (textWidth * 635) / (info.width * 9525));
  const [cx, cy] = [Math.round(info.width * 9525 * scale), Math.round(info.height * 9525 * scale)];
  const name = `id="${number}" name="Picture ${number}"`;
  const properties = `${name} descr="${escapeXml(content.alt)}"`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${properties}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

function runXml(run: PublishedRun, writing: Writing, inLink = false): string {
  return run
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return marked(inline.text, inline.marks, inLink);
        case 'lineBreak':
          return '<w:r><w:br/></w:r>';
        case 'link': {
          const id = `link${writing.relations.length + 1}`;
          writing.relations.push({ id, kind: 'hyperlink', target: ascii(inline.url) });
          return `<w:hyperlink r:id="${id}">${runXml(inline.children, writing, true)}</w:hyperlink>`;
        }
        case 'quotation':
          return runXml(inline.children, writing, inLink);
        default:
          return assertNever(inline);
      }
    })
    .join('');
}

const plain = (text: string): string => marked(text, [], false);

/** Marks in the order that the standard gives them (ECMA-376, 17.3.2.28). */
const properties: readonly (readonly [mark: Mark, xml: string])[] = [
  ['bold', '<w:b/>'],
  ['italic', '<w:i/>'],
  ['smallCaps', '<w:smallCaps/>'],
  ['strike', '<w:strike/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['superscript', '<w:vertAlign w:val="superscript"/>'],
  ['subscript', '<w:vertAlign w:val="subscript"/>'],
];

function marked(text: string, marks: readonly Mark[], inLink: boolean): string {
  const style = inLink ? 'Hyperlink' : marks.includes('code') ? 'Code' : null;
  const own = properties
    .filter(([mark]) => marks.includes(mark))
    // Both would be two values of one property.
    .filter(([mark]) => mark !== 'subscript' || !marks.includes('superscript'));
  const all = `${style === null ? '' : `<w:rStyle w:val="${style}"/>`}${own.map(([, xml]) => xml).join('')}`;
  const words = text
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`));
  return `<w:r>${all === '' ? '' : `<w:rPr>${all}</w:rPr>`}${words.join('')}</w:r>`;
}
