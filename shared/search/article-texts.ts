import type { Article } from '../article/article';
import type { Block } from '../article/block';
import { inlineText, publishedPieces } from '../article/traverse';

/**
 * What a search looks at, by where it stands. Everything here stays at the desk: names of sources who may not be named
 * are found too, their contacts and the notes about them are not.
 */
export interface ArticleTexts {
  readonly headline: string;
  readonly deck: string;
  /** Sources with role and organisation, bylines: one text each. */
  readonly people: readonly string[];
  /** The body, a text for each paragraph, item, cell or caption. */
  readonly body: readonly string[];
}

/** Words of a block, desk notes included. */
const textsOfBlock = (block: Block): readonly string[] =>
  block.kind === 'deskNote' ? [inlineText(block.children)] : publishedPieces(block);

/** The texts of an article in which a search looks. */
export function textsOf(article: Article): ArticleTexts {
  const { headline, deck, kicker, dateline, sources, bylines, leadImage, corrections } = article;
  return {
    headline,
    deck,
    people: [
      ...sources
        .filter(({ deleted }) => !deleted)
        .map(({ name, role, organisation, publishedAs, title }) =>
          [name, role, organisation, publishedAs, title].filter(Boolean).join(', '),
        ),
      ...bylines.map(({ name }) => name),
    ].filter(Boolean),
    body: [
      kicker,
      dateline,
      ...(leadImage ? [inlineText(leadImage.caption), leadImage.credit] : []),
      ...article.body.flatMap(textsOfBlock),
      ...corrections.map(({ text }) => inlineText(text)),
    ].filter(Boolean),
  };
}
