import type { Quotation } from '../../article/quotation';
import { inlineText, quotationWords } from '../../article/traverse';
import { checkState } from '../../sources/checking';
import { mayBePublished, termsInForce } from '../../sources/terms';
import { type ArticleCheck, keptByArticle, keptByBlock } from '../check';
import { type Draft, excerptOf, type Place } from '../finding';
import { type QuotationStretch, quotationStretches } from './stretches';

const stretchesOfBlock = keptByBlock(({ block }) => quotationStretches(block));

interface PlacedStretch extends QuotationStretch {
  readonly block: number;
}

const stretchesOf = keptByArticle(({ blocks }): readonly PlacedStretch[] =>
  blocks.flatMap((reading, block) => stretchesOfBlock(reading).map((stretch) => ({ ...stretch, block }))),
);

const placeOf = ({ block, run, start, end }: PlacedStretch): Place => ({
  kind: 'run',
  block,
  run,
  start,
  end,
});

const draft = (stretch: PlacedStretch, reason: string): Draft => ({
  place: placeOf(stretch),
  excerpt: excerptOf(stretch.text, stretch),
  reason,
  fix: null,
});

const byId = (quotations: readonly Quotation[]): ReadonlyMap<string, Quotation> =>
  new Map(quotations.map((quotation) => [quotation.id, quotation]));

/** Tagged words without anybody who said them, and set-off quotations that name nobody. */
export const quotationWithoutSpeaker: ArticleCheck = {
  scope: 'article',
  code: 'quotation-without-speaker',
  severity: 'warning',
  title: 'Quotations without a speaker',
  create: () => (reading) => {
    const { article } = reading;
    const quotations = byId(article.quotations);
    const sources = new Map(article.sources.map((source) => [source.id, source]));
    const told = new Set<string>();
    const tagged = stretchesOf(reading).flatMap((stretch): Draft[] => {
      // One quotation can have several stretches; it is told once.
      if (told.has(stretch.quoteId)) return [];
      told.add(stretch.quoteId);
      const quotation = quotations.get(stretch.quoteId);
      const source = sources.get(quotation?.sourceId ?? '');
      if (source && !source.deleted) return [];
      return [
        draft(
          stretch,
          source || quotation?.sourceId
            ? 'The source of this quotation was deleted. Say who spoke, or take the tag away.'
            : 'Nobody is named as the speaker of this quotation.',
        ),
      ];
    });
    const setOff = article.body.flatMap((block, index): Draft[] => {
      if (block.kind !== 'blockquote') return [];
      if (block.attribution.trim() !== '' || sources.has(block.sourceId ?? '')) return [];
      const text = inlineText(block.children);
      if (text.trim() === '' || stretchesOfBlock(reading.blocks[index] ?? { block, pieces: [] }).length > 0)
        return [];
      const all = { start: 0, end: text.length };
      return [
        {
          place: { kind: 'run', block: index, run: 0, ...all },
          excerpt: excerptOf(text.slice(0, 60), { start: 0, end: 0 }),
          reason: 'This block quotation does not say whom or what it quotes.',
          fix: null,
        },
      ];
    });
    return [...tagged, ...setOff];
  },
};

/** Words that may not be published on the terms agreed with whoever said them. */
export const offTheRecord: ArticleCheck = {
  scope: 'article',
  code: 'off-the-record',
  severity: 'error',
  title: 'Passages off the record',
  create: () => (reading) => {
    const { article } = reading;
    const quotations = byId(article.quotations);
    const sources = new Map(article.sources.map((source) => [source.id, source]));
    const termsOf = (quotation: Quotation | undefined) =>
      quotation ? termsInForce(quotation, sources.get(quotation.sourceId ?? '') ?? null) : null;
    const tagged = stretchesOf(reading).flatMap((stretch) => {
      const terms = termsOf(quotations.get(stretch.quoteId));
      return terms && !mayBePublished(terms)
        ? [
            draft(
              stretch,
              'These words are off the record and must not be published. Remove them, or agree on other terms.',
            ),
          ]
        : [];
    });
    const setOff = article.body.flatMap((block, index): Draft[] => {
      if (block.kind !== 'blockquote' && block.kind !== 'pullQuote') return [];
      const source = sources.get(block.sourceId ?? '');
      if (!source || mayBePublished(source.terms)) return [];
      return [
        {
          place: { kind: 'block', block: index },
          excerpt: excerptOf(inlineText(block.children).slice(0, 60), { start: 0, end: 0 }),
          reason: 'The source of these words speaks off the record. Remove them, or agree on other terms.',
          fix: null,
        },
      ];
    });
    return [...tagged, ...setOff];
  },
};

const shortened = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

/** Words that somebody held against the evidence and that are no longer the same. */
export const checkedWordsChanged: ArticleCheck = {
  scope: 'article',
  code: 'checked-words-changed',
  severity: 'warning',
  title: 'Quotations changed after they were checked',
  create: () => (reading) => {
    const { article } = reading;
    if (!article.quotations.some(({ checked }) => checked)) return [];
    const words = quotationWords(article);
    const first = new Map<string, PlacedStretch>();
    for (const stretch of stretchesOf(reading)) {
      if (!first.has(stretch.quoteId)) first.set(stretch.quoteId, stretch);
    }
    return article.quotations.flatMap((quotation) => {
      const stretch = first.get(quotation.id);
      if (!stretch || checkState(quotation, words.get(quotation.id) ?? '') !== 'changed') return [];
      return [
        draft(
          stretch,
          `These are not the words that ${quotation.checked?.by || 'somebody'} checked. Check them again. Checked were: ${shortened(quotation.checked?.text ?? '')}`,
        ),
      ];
    });
  },
};

/** Words of saying near which a reader finds who said it. */
const saying =
  /(?:\b(?:he|she|they|who|it|officials?|spokes(?:man|woman|person)|aides?)\b[^.!?]{0,40}\b(?:said|says|told|added|wrote|argued|warned|explained|insisted|suggested|noted|claimed|acknowledged|conceded|believes?|thinks?|denied|denies|recalled|asked)\b)|\baccording to\b|\bin (?:his|her|their) (?:view|words|account)\b/iu;

/** A paraphrase in whose paragraph nobody is said to have said it. */
export const paraphraseWithoutAttribution: ArticleCheck = {
  scope: 'article',
  code: 'paraphrase-without-attribution',
  severity: 'warning',
  title: 'Paraphrases without attribution',
  create: () => (reading) => {
    const { article } = reading;
    const quotations = byId(article.quotations.filter(({ kind }) => kind === 'paraphrase'));
    if (quotations.size === 0) return [];
    return stretchesOf(reading).flatMap((stretch) => {
      const quotation = quotations.get(stretch.quoteId);
      const source = article.sources.find(({ id }) => id === quotation?.sourceId);
      // Without a source the check for speakers tells; deep background is used without attribution.
      if (!quotation || !source || termsInForce(quotation, source) === 'deep-background') return [];
      const { text } = stretch;
      const names = [
        source.name,
        source.name.split(/\s+/).at(-1) ?? '',
        source.publishedAs,
        source.organisation,
        source.title,
      ]
        .map((name) => name.trim().replace(/^(?:an?|the) /i, ''))
        .filter((name) => name.length >= 3);
      const lower = text.toLowerCase();
      if (names.some((name) => lower.includes(name.toLowerCase())) || saying.test(text)) return [];
      return [
        draft(stretch, 'This paraphrase does not say whose view it is. Name the speaker in this paragraph.'),
      ];
    });
  },
};
