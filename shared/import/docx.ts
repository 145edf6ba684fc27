import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import { fail, ok, type Result } from '../base/result';
import type { DocxContext } from './docx/context';
import { passageRuns, readBlocks } from './docx/document';
import { readNumbering } from './docx/numbering';
import { type DocxPackage, openPackage } from './docx/package';
import { placeDocxPicture } from './docx/pictures';
import type { DocxRefusal } from './docx/refusal';
import { noStyles, readStyles } from './docx/styles';
import { childOf, childrenOf, parseXml, type XmlElement } from './docx/xml';
import { joinRuns } from './html/joining';
import type { Passage } from './html/passage';
import type { Attachment } from './html/pictures';
import { createFindingCounter, type Finding } from './report';

/** How a Word file is to be read; the fields mean what they mean in `ReadHtmlOptions`. */
export interface ReadDocxOptions {
  readonly cleanLinks: boolean;
  readonly ids: () => string;
}

/** What stands in a Word file, in our model. */
export interface DocxReading {
  readonly passages: readonly Passage[];
  readonly attachments: readonly Attachment[];
  /** The language of the document's default style, such as "en-US", or "". */
  readonly language: string;
  readonly findings: readonly Finding[];
}

interface Relationship {
  readonly target: string;
  readonly isExternal: boolean;
}

/**
 * Reads a `.docx` (ECMA-376, WordprocessingML): headings, lists, tables, links, pictures; footnotes and endnotes at the
 * end; tracked changes as if all were accepted; comments as desk notes with their author. Hidden text, headers and
 * footers stay out.
 */
export function readDocx(bytes: Uint8Array, options: ReadDocxOptions): Result<DocxReading, DocxRefusal> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const main = mainPart(parts);
  if (!main.ok) return main;
  const folder = main.value.slice(0, main.value.lastIndexOf('/') + 1);
  const loaded = loadParts(parts, main.value, folder);
  if (!loaded.ok) return loaded;
  const { document, styles, numbering, footnotes, endnotes, comments, resolved, relationships } =
    loaded.value;
  const body = document && childOf(document, 'body');
  if (!body) return fail({ code: 'not-a-docx' });
  const findings = createFindingCounter();
  const attachments: Attachment[] = [];
  const authors = readComments(comments, resolved);
  let met: string[] = [];
  const taken = new Set<string>();
  const noteElements = { footnote: notesById(footnotes), endnote: notesById(endnotes) };
  /** The notes that were met, by kind and id: a note that is named again has the number it has. */
  const notes = new Map<string, { readonly element: XmlElement | undefined; readonly number: string }>();
  let bomb: DocxRefusal | null = null;

  const context: DocxContext = {
    styles: styles ? readStyles(styles) : noStyles,
    numbering: readNumbering(numbering),
    findings,
    cleanLinks: options.cleanLinks,
    externalTarget(id) {
      const found = relationships.get(id);
      return found?.isExternal ? found.target : null;
    },
    placePicture(drawing, flow) {
      placeDocxPicture(drawing, flow, {
        findings,
        attachments,
        ids: options.ids,
        cleanLinks: options.cleanLinks,
        external: (id) => {
          const found = relationships.get(id);
          return found?.isExternal ? found.target : null;
        },
        bytes: (id) => {
          const found = relationships.get(id);
          if (!found || found.isExternal) return null;
          const part = parts.part(resolvePath(folder, found.target));
          if (!part.ok && part.error.code === 'zip-bomb') bomb = part.error;
          return part.ok ? part.value : null;
        },
      });
    },
    meetComment: (id) => met.push(id),
    meetNote(kind, id) {
      const key = `${kind} ${id}`;
      const note = notes.get(key) ?? { element: noteElements[kind].get(id), number: String(notes.size + 1) };
      notes.set(key, note);
      return note.number;
    },
    takeComments(region) {
      const ids = met;
      met = [];
      return ids.flatMap((id): readonly Passage[] => {
        const comment = authors.get(id);
        // One comment stands once, and in no other: a file made to harm names it a million times, or in itself.
        if (!comment || taken.has(id)) return [];
        taken.add(id);
        findings.add('comment', comment.author);
        const children = joinRuns(passageRuns(readBlocks(comment.element, insideComment)), 1);
        const block: Block = {
          kind: 'deskNote',
          id: options.ids(),
          author: comment.author,
          resolved: comment.isResolved,
          children,
        };
        return [{ kind: 'passage', block, region, role: '', headingLevel: 0 }];
      });
    },
  };
  const insideComment: DocxContext = { ...context, meetComment: () => undefined, takeComments: () => [] };

  const passages = [...readBlocks(body, context)];
  // Notes may hold notes of their own only in damaged files; the list is walked as it stands now.
  for (const { element, number } of [...notes.values()]) {
    const runs = element ? passageRuns(readBlocks(element, context)) : [];
    findings.add('footnote');
    for (const paragraph of noteParagraphs(number, runs)) passages.push(paragraph);
  }
  if (bomb) return fail(bomb);
  return ok({ passages, attachments, language: context.styles.language, findings: findings.findings() });
}

function noteParagraphs(number: string, runs: readonly (readonly Inline[])[]): readonly Passage[] {
  return runs.map((run, at): Passage => {
    const mark: Inline = { kind: 'text', text: number, marks: ['superscript'] };
    const space: Inline = { kind: 'text', text: ' ', marks: [] };
    const [first, ...rest] = run;
    const isPlain = first?.kind === 'text' && first.marks.length === 0;
    const words = isPlain
      ? [{ ...first, text: ` ${first.text.replace(/^\s+/, '')}` }, ...rest]
      : [space, ...run];
    const block: Block = { kind: 'paragraph', children: at === 0 ? [mark, ...words] : run };
    return { kind: 'passage', block, region: 'body', role: '', headingLevel: 0 };
  });
}

interface LoadedParts {
  readonly document: XmlElement | null;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly comments: XmlElement | null;
  readonly resolved: XmlElement | null;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** The file's own list says which part is the document; it is "word/document.xml" in nearly all. */
function mainPart(parts: DocxPackage): Result<string, DocxRefusal> {
  const root = xmlPart(parts, '_rels/.rels');
  if (!root.ok) return root;
  const named = root.value
    ? [...readRelationships(root.value, '/officeDocument').values()][0]?.target.replace(/^\//, '')
    : undefined;
  return ok(named ?? 'word/document.xml');
}

function loadParts(parts: DocxPackage, main: string, folder: string): Result<LoadedParts, DocxRefusal> {
  const names = {
    document: main,
    styles: `${folder}styles.xml`,
    numbering: `${folder}numbering.xml`,
    footnotes: `${folder}footnotes.xml`,
    endnotes: `${folder}endnotes.xml`,
    comments: `${folder}comments.xml`,
    resolved: `${folder}commentsExtended.xml`,
    rels: `${folder}_rels/${main.slice(folder.length)}.rels`,
  };
  const loaded = new Map<string, XmlElement | null>();
  for (const [key, name] of Object.entries(names)) {
    const part = xmlPart(parts, name);
    if (!part.ok) return part;
    loaded.set(key, part.value);
  }
  const of = (key: keyof typeof names): XmlElement | null => loaded.get(key) ?? null;
  const rels = of('rels');
  return ok({
    document: of('document'),
    styles: of('styles'),
    numbering: of('numbering'),
    footnotes: of('footnotes'),
    endnotes: of('endnotes'),
    comments: of('comments'),
    resolved: of('resolved'),
    relationships: rels ? readRelationships(rels, '') : new Map<string, Relationship>(),
  });
}

function xmlPart(parts: DocxPackage, name: string): Result<XmlElement | null, DocxRefusal> {
  const bytes = parts.part(name);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return ok(null);
  const parsed = parseXml(bytes.value);
  return parsed.ok ? ok(parsed.value) : fail({ code: 'damaged-docx', part: name });
}

/** Relationships by id, only those whose type ends with `type`. */
function readRelationships(root: XmlElement, type: string): ReadonlyMap<string, Relationship> {
  return new Map(
    childrenOf(root, 'Relationship')
      .filter(({ attributes }) => (attributes.Type ?? '').endsWith(type))
      .map(({ attributes }) => [
        attributes.Id ?? '',
        { target: attributes.Target ?? '', isExternal: attributes.TargetMode === 'External' },
      ]),
  );
}

/** A target such as "media/image1.png" or "/word/media/image1.png" or "../media/x.png" from a folder of the archive. */
function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const notesById = (root: XmlElement | null): ReadonlyMap<string, XmlElement> =>
  new Map((root ? childrenOf(root) : []).map((element) => [element.attributes['w:id'] ?? '', element]));

interface Comment {
  readonly element: XmlElement;
  readonly author: string;
  readonly isResolved: boolean;
}

function readComments(root: XmlElement | null, extended: XmlElement | null): ReadonlyMap<string, Comment> {
  const done = new Set(
    (extended ? childrenOf(extended, 'commentEx') : [])
      .filter(({ attributes }) => attributes['w15:done'] === '1')
      .map(({ attributes }) => attributes['w15:paraId'] ?? ''),
  );
  return new Map(
    (root ? childrenOf(root, 'comment') : []).map((element) => {
      const lastParagraph = childrenOf(element, 'p').at(-1)?.attributes['w14:paraId'] ?? '';
      const author = element.attributes['w:author'] ?? '';
      return [element.attributes['w:id'] ?? '', { element, author, isResolved: done.has(lastParagraph) }];
    }),
  );
}
