import { linkAddress } from '../../article/address';
import type { Inline } from '../../article/inline';
import { wordsOfNewer } from '../../article/newer';
import { inlineRuns, inlineText, visitInlines } from '../../article/traverse';
import { leftUnread } from '../../base/codec';
import type { JsonValue } from '../../base/json';
import type { ArticleCheck, BlockCheck } from '../check';
import type { Draft } from '../finding';

interface FoundLink {
  readonly run: number;
  readonly link: number;
  readonly url: string;
  readonly text: string;
}

function linksOf(runs: readonly (readonly Inline[])[]): readonly FoundLink[] {
  return runs.flatMap((inlines, run) => {
    const links: FoundLink[] = [];
    visitInlines(inlines, (inline) => {
      if (inline.kind !== 'link') return;
      links.push({ run, link: links.length, url: inline.url, text: inlineText(inline.children) });
    });
    return links;
  });
}

/** Links that nobody can see or press. */
export const linkWithoutText: BlockCheck = {
  scope: 'block',
  code: 'link-without-text',
  severity: 'warning',
  title: 'Links without text',
  find: (block) =>
    linksOf(inlineRuns(block))
      .filter(({ text }) => text.trim() === '')
      .map(({ run, link, url }) => ({
        place: { kind: 'block', block: 0 },
        excerpt: url,
        reason: `A link to ${url} has no words.`,
        fix: { kind: 'unlink', words: 'Remove the link', block: 0, run, link },
      })),
};

/** Addresses that could run a program or open a file of the reader. The model refuses them too; this is the last door. */
export const unsafeLink: BlockCheck = {
  scope: 'block',
  code: 'link-unsafe',
  severity: 'error',
  title: 'Unsafe links',
  find(block) {
    const inText = linksOf(inlineRuns(block))
      .filter(({ url }) => linkAddress(url) === null)
      .map(
        ({ run, link, url }): Draft => ({
          place: { kind: 'block', block: 0 },
          excerpt: url.slice(0, 80),
          reason: 'This link is unsafe: only https:, http:, mailto: and tel: may leave the desk.',
          fix: { kind: 'unlink', words: 'Remove the link, keep its words', block: 0, run, link },
        }),
      );
    if (block.kind !== 'embed' || linkAddress(block.url) !== null) return inText;
    return [
      {
        place: { kind: 'block', block: 0 },
        excerpt: block.url.slice(0, 80),
        reason: 'This link card leads to an unsafe address.',
        fix: { kind: 'removeBlock', words: 'Remove the link card', block: 0 },
      },
    ];
  },
};

/** A block that a newer version wrote: it is kept, but nobody will read it. */
export const unknownBlock: BlockCheck = {
  scope: 'block',
  code: 'unknown-block',
  severity: 'warning',
  title: 'Blocks of a newer version',
  find: (block) =>
    block.kind !== 'unknown'
      ? []
      : [
          {
            place: { kind: 'block', block: 0 },
            excerpt: typeof block.raw.kind === 'string' ? block.raw.kind : '',
            reason:
              'This block was made with a newer version of Standfirst. It is kept, but it will not be published.',
            fix: null,
          },
        ],
};

/** The lead picture and corrections in which a newer version wrote what this one cannot read. */
export const unknownPart: ArticleCheck = {
  scope: 'article',
  code: 'unknown-part',
  severity: 'warning',
  title: 'Captions and corrections of a newer version',
  create:
    () =>
    ({ article: { leadImage, corrections } }) => {
      const draft = (part: 'leadImage' | 'correction', raw: JsonValue | undefined, what: string): Draft[] =>
        raw === undefined
          ? []
          : [
              {
                place: { kind: 'article', part, id: '' },
                excerpt: wordsOfNewer(raw).slice(0, 80),
                reason: `${what} was made with a newer version of Standfirst. It is kept, but it will not be published.`,
                fix: null,
              },
            ];
      return [
        ...(leadImage ? draft('leadImage', leftUnread(leadImage, 'caption'), 'The lead picture') : []),
        ...corrections.flatMap((correction) =>
          draft('correction', leftUnread(correction, 'text'), 'This correction'),
        ),
      ];
    },
};

/** Headings and paragraphs in which nothing stands. */
export const emptyBlock: ArticleCheck = {
  scope: 'article',
  code: 'empty-block',
  severity: 'hint',
  title: 'Empty headings and paragraphs',
  create:
    () =>
    ({ article: { body } }) =>
      body.flatMap((block, index): Draft[] => {
        if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
        // The last paragraph is where the writer is about to write; an image or a gap may be all there is.
        if (block.kind === 'paragraph' && index === body.length - 1) return [];
        if (inlineText(block.children).trim() !== '') return [];
        if (block.children.some(({ kind }) => kind === 'tk')) return [];
        return [
          {
            place: { kind: 'block', block: index },
            excerpt: '',
            reason: block.kind === 'heading' ? 'This heading is empty.' : 'This paragraph is empty.',
            fix: { kind: 'removeBlock', words: 'Remove it', block: index },
          },
        ];
      }),
};

/** A heading of level 4 under one of level 2: screen readers announce a level that is not there. */
export const headingJump: ArticleCheck = {
  scope: 'article',
  code: 'heading-jump',
  severity: 'hint',
  title: 'Heading levels',
  create:
    () =>
    ({ article: { body } }) => {
      // The level of the heading before as it is, and as it should be: its neighbours of one level stay of one level.
      let [level, right] = [1, 1];
      return body.flatMap((block, index): Draft[] => {
        if (block.kind !== 'heading') return [];
        const before = right;
        right = block.level === level ? right : Math.min(block.level, right + 1);
        level = block.level;
        if (right === level) return [];
        const words = before === 1 ? 'it is the first' : `the one before has level ${before}`;
        return [
          {
            place: { kind: 'block', block: index },
            excerpt: inlineText(block.children).slice(0, 60),
            reason: `This heading has level ${level}, but ${words}.`,
            fix: {
              kind: 'setLevel',
              words: `Make it level ${right}`,
              block: index,
              level: right as 2 | 3 | 4,
            },
          },
        ];
      });
    },
};
