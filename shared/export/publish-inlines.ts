import type { Inline, QuotationSpan } from '../article/inline';
import type { Terms } from '../article/source';
import { inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import { termsOfSpans } from '../sources/binding';
import { mayBePublished, publishedSpeaker } from '../sources/terms';
import { clean, publishedAddress } from './clean';
import type { Publication } from './publication';
import type { PublishedInline, PublishedRun } from './published';
import { excerpt, type Place } from './refusal';

/** The words of a published run; a line break is "\n". */
export function runText(run: PublishedRun): string {
  return run
    .map((inline) =>
      inline.kind === 'text' ? inline.text : inline.kind === 'lineBreak' ? '\n' : runText(inline.children),
    )
    .join('');
}

/** Turns inlines into a published run: notes and mentions become their words, gaps to come vanish. */
export function publishRun(inlines: readonly Inline[], place: Place, publication: Publication): PublishedRun {
  return publishWithin(inlines, { place, publication, terms: termsOfSpans(inlines, publication) });
}

/** What publishing a run needs to know beside its words. */
interface Around {
  readonly place: Place;
  readonly publication: Publication;
  /** The terms of each quotation of the run. */
  readonly terms: ReadonlyMap<QuotationSpan, Terms>;
}

const publishWithin = (inlines: readonly Inline[], around: Around): PublishedRun =>
  settled(inlines.flatMap((inline) => publishInline(inline, around)));

function publishInline(inline: Inline, around: Around): readonly PublishedInline[] {
  const { place, publication } = around;
  switch (inline.kind) {
    case 'text':
      return textWithBreaks(inline.text).map((part) =>
        part === '\n' ? { kind: 'lineBreak' } : { kind: 'text', text: part, marks: inline.marks },
      );
    case 'lineBreak':
      return [{ kind: 'lineBreak' }];
    case 'link': {
      const children = publishWithin(inline.children, around);
      const url = publishedAddress(inline.url);
      // A link around no words cannot be clicked; one in a link is the outer link's words.
      if (url === null || runText(children).trim() === '') return children;
      return [{ kind: 'link', url, children: withoutLinks(children) }];
    }
    case 'quotation':
      return publishQuotation(inline, around);
    case 'mention':
      if (!publication.source(inline.sourceId)) missing('source', inline.children, place, publication);
      return publishWithin(inline.children, around);
    case 'note':
      publication.omit('note', place);
      return publishWithin(inline.children, around);
    case 'tk':
      publication.omit('to-come', place);
      return [];
    default:
      return assertNever(inline);
  }
}

function publishQuotation(span: QuotationSpan, around: Around): PublishedRun {
  const { place, publication } = around;
  const children = publishWithin(span.children, around);
  const words = runText(children);
  if (words.trim() === '') return children;
  const quotation = publication.quotation(span.quoteId);
  if (!quotation) {
    missing('quotation', span.children, place, publication);
    return children;
  }
  const source = quotation.sourceId === null ? null : publication.source(quotation.sourceId);
  const terms = around.terms.get(span);
  if (!terms) throw new Error('A quotation of another run');
  if (quotation.sourceId !== null && !source) missing('source', span.children, place, publication);
  if (!mayBePublished(terms)) {
    publication.refuse({ code: 'off-the-record', place, excerpt: excerpt(words) });
    return children;
  }
  const speaker = source && publishedSpeaker(source, terms);
  if (!speaker) return children;
  return [{ kind: 'quotation', number: publication.numberOf(quotation, words, speaker), children }];
}

function missing(
  reference: 'quotation' | 'source',
  children: readonly Inline[],
  place: Place,
  publication: Publication,
): void {
  publication.refuse({
    code: 'missing-reference',
    reference,
    place,
    excerpt: excerpt(clean(inlineText(children))),
  });
}

function textWithBreaks(text: string): readonly string[] {
  return clean(text)
    .split(/(\n)/)
    .filter((part) => part !== '');
}

function withoutLinks(run: PublishedRun): PublishedRun {
  return settled(
    run.flatMap((inline): PublishedRun => {
      if (inline.kind === 'link') return withoutLinks(inline.children);
      return inline.kind === 'quotation'
        ? [{ ...inline, children: withoutLinks(inline.children) }]
        : [inline];
    }),
  );
}

function settled(run: PublishedRun): PublishedRun {
  const result: PublishedInline[] = [];
  for (const inline of run) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && last.marks.join() === inline.marks.join()) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else result.push(inline);
  }
  return result;
}

/** A word or line break with the links and quotations around it, outermost first. */
interface Leaf {
  readonly inline: PublishedInline;
  readonly around: readonly PublishedInline[];
}

/** Parts a run at two or more line breaks in a row, as the paragraphs of a block quote are parted. */
export function paragraphsOf(run: PublishedRun): readonly PublishedRun[] {
  const paragraphs: Leaf[][] = [[]];
  let breaks: Leaf[] = [];
  for (const leaf of leaves(run, [])) {
    if (leaf.inline.kind === 'lineBreak') {
      breaks.push(leaf);
      continue;
    }
    if (breaks.length >= 2) paragraphs.push([leaf]);
    else paragraphs.at(-1)?.push(...breaks, leaf);
    breaks = [];
  }
  if (breaks.length === 1) paragraphs.at(-1)?.push(...breaks);
  return paragraphs
    .map((paragraph) => regrouped(paragraph, 0))
    .filter((words) => runText(words).trim() !== '');
}

function leaves(run: PublishedRun, around: readonly PublishedInline[]): readonly Leaf[] {
  return run.flatMap((inline) =>
    'children' in inline ? leaves(inline.children, [...around, inline]) : [{ inline, around }],
  );
}

function regrouped(paragraph: readonly Leaf[], depth: number): PublishedRun {
  const result: PublishedInline[] = [];
  let index = 0;
  while (index < paragraph.length) {
    const leaf = paragraph[index];
    if (!leaf) break;
    const span = leaf.around[depth];
    let end = index + 1;
    if (!span || !('children' in span)) result.push(leaf.inline);
    else {
      while (paragraph[end]?.around[depth] === span) end += 1;
      result.push({ ...span, children: regrouped(paragraph.slice(index, end), depth + 1) });
    }
    index = end;
  }
  return result;
}
