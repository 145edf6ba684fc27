import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import { adBreak, article, bold, h, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { createWordCounter } from '../../../shared/article/words';
import { alignBlocks, blockKey } from '../../../shared/versions/alignment';
import { articleDifference, isSame } from '../../../shared/versions/difference';
import { fieldNames } from '../../../shared/versions/fields';
import {
  cautiousChoices,
  choiceOf,
  mergedArticle,
  noChoices,
  proposedChoices,
} from '../../../shared/versions/merge';
import { wordDifference } from '../../../shared/versions/word-difference';
import { articles } from '../../builders/arbitrary-article';

const words = (stretches: readonly { kind: string; text: string }[], left: string) =>
  stretches
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

/** One change of a body. */
interface Edit {
  readonly how: 'drop' | 'move' | 'add';
  readonly at: number;
  readonly to: number;
  readonly block: Block;
}

/** Two states of one article: some blocks the same, some changed, some gone, some new, some elsewhere. */
const twoStates = fc
  .tuple(articles, articles, fc.array(fc.constantFrom('keep', 'drop', 'swap', 'other'), { maxLength: 30 }))
  .map(([one, other, changes]) => {
    const body = one.body.flatMap((block, index) => {
      const change = changes[index] ?? 'keep';
      if (change === 'drop') return [];
      if (change === 'other') return [other.body[index] ?? block];
      return change === 'swap' ? [other.body.at(-1) ?? block, block] : [block];
    });
    return [one, { ...other, id: one.id, slug: one.slug, body }] as const;
  });

describe('the difference of words', () => {
  it('is told word by word', () => {
    expect(wordDifference('It rose by a hand', 'It never rose by a foot', 'en')).toEqual([
      { kind: 'same', text: 'It ' },
      { kind: 'added', text: 'never ' },
      { kind: 'same', text: 'rose by a ' },
      { kind: 'removed', text: 'hand' },
      { kind: 'added', text: 'foot' },
    ]);
  });

  it('can always be put together to both texts again', () => {
    const word = fc.constantFrom('“Nobody', 'rang', ' ', '  ', 'the', 'bell,”', '😀', 'שלום', '\n', '…');
    const text = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = wordDifference(before, after, 'en');
        expect([words(stretches, 'added'), words(stretches, 'removed')]).toEqual([before, after]);
      }),
    );
  });
});

describe('two bodies beside each other', () => {
  it('hold every block of both once and in its order', () => {
    fc.assert(
      fc.property(twoStates, ([one, other]) => {
        const pairs = alignBlocks(one.body, other.body);
        expect(pairs.flatMap(({ before }) => (before ? [before] : []))).toEqual(one.body);
        expect(pairs.flatMap(({ after }) => (after ? [after] : []))).toEqual(other.body);
      }),
      { numRuns: 60 },
    );
  });

  it('pair a paragraph with what it became, and leave a new one alone', () => {
    const before = [p('The ferry sails until March.'), p('A decision is expected in May.')];
    const after = [
      p('The night ferry sails until late March.'),
      p('Nobody objected.'),
      p('A decision is expected in June.'),
    ];
    expect(alignBlocks(before, after)).toEqual([
      { before: before[0], after: after[0] },
      { before: null, after: after[1] },
      { before: before[1], after: after[2] },
    ]);
  });
});

describe('the difference of two states of an article', () => {
  it('is none for an article and itself', () => {
    fc.assert(
      fc.property(articles, (one) => {
        const difference = articleDifference(one, structuredClone(one));
        expect(isSame(difference)).toBe(true);
        expect(difference.words).toEqual({ added: 0, removed: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('tells a new mark, a quotation that was tagged, a heading of another level and an ad break of another size', () => {
    const source = newSource('s1', 'Lena Holt');
    const records = { quotations: [newQuotation('q1', 's1')], sources: [source] };
    const before = article(records, p('It rose.'), p('“We wait,” she said.'), h(2, 'Costs'), adBreak());
    const after = article(
      records,
      p('It ', bold('rose'), '.'),
      p(quote('q1', '“We wait,”'), ' she said.'),
      h(3, 'Costs'),
      { ...adBreak(), size: '300x250' },
    );
    const { blocks } = articleDifference(before, after);
    expect(blocks.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'changed']);
    expect(blocks[0]?.aspects).toEqual([{ change: 'gained', what: 'bold', detail: '', words: 'rose' }]);
    expect(blocks[1]?.aspects).toEqual([
      { change: 'gained', what: 'quotation', detail: 'Lena Holt', words: '“We wait,”' },
    ]);
    expect([blocks[2]?.nameBefore, blocks[2]?.nameAfter]).toEqual(['Heading 2', 'Heading 3']);
    expect(words(blocks[3]?.stretches ?? [], 'removed')).toContain('300x250');
  });

  it('tells another speaker of a quotation and another role of a source', () => {
    const [one, other] = [newSource('s1', 'Lena Holt'), newSource('s2', 'Nils Brandt')];
    const text = p(quote('q1', '“We wait,”'), ' she said.');
    const before = article({ quotations: [newQuotation('q1', 's1')], sources: [one, other] }, text);
    const after = article(
      { quotations: [newQuotation('q1', 's2')], sources: [one, { ...other, role: 'the chair' }] },
      text,
    );
    expect(articleDifference(before, after).records).toEqual([
      {
        of: 'quotations',
        id: 'q1',
        kind: 'changed',
        title: '“We wait,”',
        facts: [{ name: 'speaker', before: 'Lena Holt', after: 'Nils Brandt' }],
      },
      {
        of: 'sources',
        id: 's2',
        kind: 'changed',
        title: 'Nils Brandt',
        facts: [{ name: 'role', before: '', after: 'the chair' }],
      },
    ]);
  });

  it('counts the words of the body that came and went', () => {
    const before = article({ headline: 'Ferry kept' }, p('It sails until March.'), adBreak());
    const after = article({ headline: 'Ferry saved' }, p('It sails until late May.'));
    expect(articleDifference(before, after).words).toEqual({ added: 2, removed: 1 });
  });

  it('counts what came and went so that it is the difference of the word counts', () => {
    const counted = (of: Article) => createWordCounter(of.language).ofBody(of.body).words;
    fc.assert(
      fc.property(articles, articles, (one, other) => {
        const after = { ...other, language: one.language };
        const { added, removed } = articleDifference(one, after).words;
        expect(added - removed).toBe(counted(after) - counted(one));
        expect(Math.min(added, removed)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('says of a block that it was moved', () => {
    const [one, two, three] = [p('The first of them.'), p('A second one here.'), p('Third and last words.')];
    const { blocks } = articleDifference(article({}, one, two, three), article({}, two, three, one));
    expect(blocks.filter(({ moved }) => moved).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('one article of two', () => {
  const fieldsOf = (one: Article) => fieldNames.map((name) => one[name]);

  it('is the one or the other where all of it is taken', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const difference = articleDifference(before, after);
        const all = (side: 'before' | 'after') =>
          mergedArticle(before, after, difference, choiceOf(side, difference));
        expect(all('after').body).toEqual(after.body);
        expect(fieldsOf(all('before'))).toEqual(fieldsOf(before));
        expect(all('before').body).toEqual(before.body);
        expect(fieldsOf(all('after'))).toEqual(fieldsOf(after));
        // The first of all laws: what the article is does not change with its words.
        expect(all('before').id).toBe(after.id);
      }),
      { numRuns: 60 },
    );
  });

  it('has every block of both where both are taken', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const difference = articleDifference(before, after);
        const { body } = mergedArticle(before, after, difference, choiceOf('both', difference));
        for (const block of [...before.body, ...after.body]) expect(body).toContainEqual(block);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the records that its words need, whatever was chosen for them', () => {
    const tagged = article(
      { quotations: [newQuotation('q1', 's1')], sources: [newSource('s1', 'Lena Holt')] },
      p(quote('q1', '“We wait,”'), ' she said.'),
    );
    const plain = article({}, p('Something else altogether.'));
    const difference = articleDifference(tagged, plain);
    const { quotations, sources } = mergedArticle(tagged, plain, difference, {
      ...noChoices,
      blocks: choiceOf('before', difference).blocks,
    });
    expect([quotations.map(({ id }) => id), sources.map(({ id }) => id)]).toEqual([['q1'], ['s1']]);
  });

  it('keeps the records that a block of a newer version names', () => {
    const raw = { kind: 'interview', answers: [{ quoteId: 'q1' }], asked: { sourceId: 's2' } };
    const newer = {
      ...article({
        quotations: [newQuotation('q1', 's1')],
        sources: [newSource('s1', 'Lena Holt'), newSource('s2', 'Ada Field')],
      }),
      body: [{ kind: 'unknown', raw } as const],
    };
    const plain = article({}, p('Something else altogether.'));
    const difference = articleDifference(newer, plain);
    const { quotations, sources } = mergedArticle(newer, plain, difference, {
      ...noChoices,
      blocks: choiceOf('both', difference).blocks,
    });
    expect([quotations.map(({ id }) => id), sources.map(({ id }) => id)]).toEqual([['q1'], ['s1', 's2']]);
  });

  it('proposes what only one side changed, and both where both changed the same', () => {
    const base = article(
      { headline: 'Ferry kept' },
      p('The first paragraph of it.'),
      p('A second one about costs.'),
      p('The last of the three words.'),
    );
    const [first, second, third] = base.body;
    const theirs = {
      ...base,
      headline: 'Ferry saved',
      body: [first, p('A second one about prices.'), third, p('Their new end.')],
    } as typeof base;
    const mine = {
      ...base,
      body: [p('The very first paragraph of it.'), p('A second one about money.'), third],
    } as typeof base;
    const difference = articleDifference(theirs, mine);
    const merged = mergedArticle(theirs, mine, difference, proposedChoices(base, theirs, mine, difference));
    expect(second).toBeDefined();
    expect(merged.headline).toBe('Ferry saved');
    expect(merged.body).toEqual([
      p('The very first paragraph of it.'),
      p('A second one about money.'),
      p('A second one about prices.'),
      third,
      p('Their new end.'),
    ]);
  });

  it('proposes a paragraph that one side moved once, where it moved it', () => {
    const [first, second, third] = [p('The first of it.'), p('Another one, on costs.'), p('Last words.')];
    const base = article({}, first, second, third);
    const moved = article({}, third, first, second);
    const written = article({}, first, second, third, p('New words.'));
    const merged = (theirs: Article, mine: Article) => {
      const difference = articleDifference(theirs, mine);
      return mergedArticle(theirs, mine, difference, proposedChoices(base, theirs, mine, difference)).body;
    };
    expect(merged(moved, base)).toEqual(moved.body);
    expect(merged(base, moved)).toEqual(moved.body);
    expect(merged(moved, written)).toEqual([third, first, second, p('New words.')]);
    expect(merged(written, moved)).toEqual([third, first, second, p('New words.')]);
  });

  it('proposes nothing that loses what both sides have, or changes what only one side touched', () => {
    const block = fc.oneof(
      fc.constantFrom('The sea rose.', 'The sea fell.', 'Nobody rang the bell.', '').map((text) => p(text)),
      fc.constant('').map(() => adBreak()),
    );
    const edit = fc.record<Edit>({
      at: fc.nat(6),
      to: fc.nat(6),
      how: fc.constantFrom('drop', 'move', 'add'),
      block,
    });
    const edited = ({ body, ...fields }: Article, edits: readonly Edit[]) => {
      const blocks = [...body];
      for (const { at, to, how, block: added } of edits) {
        const taken = how === 'add' ? [added] : blocks.splice(at, 1);
        if (how !== 'drop') blocks.splice(to, 0, ...taken);
      }
      return { ...fields, body: blocks };
    };
    const edits = fc.array(edit, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), edits, edits, (blocks, theirEdits, myEdits) => {
        const base = article({}, ...blocks);
        const [theirs, mine] = [edited(base, theirEdits), edited(base, myEdits)];
        const merged = (one: Article, other: Article) => {
          const difference = articleDifference(one, other);
          return mergedArticle(one, other, difference, proposedChoices(base, one, other, difference)).body;
        };
        expect(merged(theirs, base)).toEqual(theirs.body);
        expect(merged(base, mine)).toEqual(mine.body);
        const both = merged(theirs, mine).map(blockKey);
        for (const key of theirs.body.map(blockKey).filter((each) => mine.body.map(blockKey).includes(each)))
          expect(both).toContain(key);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no block where it is not known what both come from', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const difference = articleDifference(before, after);
        const { body } = mergedArticle(before, after, difference, cautiousChoices('both', difference));
        for (const block of [...before.body, ...after.body]) expect(body).toContainEqual(block);
      }),
      { numRuns: 30 },
    );
  });
});
