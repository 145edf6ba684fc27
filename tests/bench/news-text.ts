import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { Words } from '../../shared/article/build';
import { adBreak, article, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { inlineText } from '../../shared/article/traverse';
import { findQuotations } from '../../shared/quotes';
import { readCorpus } from './quotes/corpus';
import { inventedParagraphs } from './quotes/speed';

/** Words from one ad break to the next, and in a paragraph. */
const breakEvery = 300;
const paragraphLength = 45;

/** Paragraphs of about 45 words: real news where the corpus stands beside the project, invented ones elsewhere. */
function* paragraphs(): Generator<string> {
  const texts = readCorpus()?.map(({ text }) => text) ?? [inventedParagraphs.join('\n\n')];
  // A longer text meets the same articles again; a number keeps its paragraphs apart.
  for (let round = 0; ; round += 1) {
    for (const text of texts) {
      let collected: string[] = [];
      for (const sentence of text.split(/(?<=[.!?]["”’']?)\s+/)) {
        collected.push(...sentence.split(/\s+/).filter(Boolean));
        if (collected.length < paragraphLength) continue;
        yield round === 0 ? collected.join(' ') : `${round}. ${collected.join(' ')}`;
        collected = [];
      }
    }
  }
}

/**
 * An article of about `words` words with ad breaks and tagged quotations as a newsroom sets them.
 * @param slug the name of its folder
 */
export function newsArticle(slug: string, words: number): Article {
  const sources = new Map<string, string>();
  const quotations: string[] = [];
  const body: Block[] = [];
  let [counted, sinceBreak] = [0, 0];
  for (const paragraph of paragraphs()) {
    const pieces: Words[number][] = [];
    let end = 0;
    for (const found of findQuotations(paragraph)) {
      if (found.start < end) continue;
      const id = `q${quotations.length + 1}`;
      const name = found.speaker?.name ?? '';
      if (name !== '' && !sources.has(name)) sources.set(name, `s${sources.size + 1}`);
      quotations.push(name);
      pieces.push(paragraph.slice(end, found.start), quote(id, paragraph.slice(found.start, found.end)));
      end = found.end;
    }
    body.push(p(...pieces, paragraph.slice(end)));
    const length = paragraph.split(' ').length;
    counted += length;
    sinceBreak += length;
    if (counted >= words) break;
    if (sinceBreak >= breakEvery) {
      body.push(adBreak());
      sinceBreak = 0;
    }
  }
  return {
    ...article({ slug, headline: `A story of ${words} words` }, ...body),
    sources: [...sources].map(([name, id]) => newSource(id, name)),
    quotations: quotations.map((name, index) => newQuotation(`q${index + 1}`, sources.get(name) ?? null)),
  };
}

/** The same text without what only Standfirst knows. */
export const plainBlocks = ({ body }: Article) =>
  body.map((block) =>
    block.kind === 'paragraph' ? { kind: 'paragraph', text: inlineText(block.children) } : { kind: 'break' },
  );
