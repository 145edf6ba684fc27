import { describe, expect, it } from 'vitest';
import { article, blockquote, deskNote, mention, p, quote, tk } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Terms } from '../../../shared/article/source';
import { unnamedSources } from '../../../shared/sources/unnamed';

const source = (id: string, terms: Terms, name = `Name ${id}`) => ({ ...newSource(id, name), terms });
const names = (story: Parameters<typeof unnamedSources>[0]) => unnamedSources(story).map(({ id }) => id);

describe('the sources whose name must not appear', () => {
  it('are those who speak on bound terms', () => {
    const story = article(
      {
        sources: [source('a', 'on-the-record'), source('b', 'on-background')],
        quotations: [newQuotation('q1', 'a'), newQuotation('q2', 'b')],
      },
      p(quote('q1', '“Yes”'), quote('q2', '“No”')),
    );
    expect(names(story)).toEqual(['b']);
  });

  it('include a source of the record all of whose quotations here are on background', () => {
    const story = article(
      {
        sources: [source('a', 'on-the-record')],
        quotations: [{ ...newQuotation('q1', 'a'), terms: 'on-background' }],
      },
      p(quote('q1', '“Yes”')),
    );
    expect(names(story)).toEqual(['a']);
  });

  it('include a document without a name beside an open one without a name', () => {
    const document = (id: string, terms: Terms) => ({
      ...source(id, terms, ''),
      kind: 'document' as const,
      title: `Paper ${id}`,
    });
    const story = article(
      {
        sources: [document('a', 'on-the-record'), document('b', 'on-background')],
        quotations: [newQuotation('q1', 'a'), newQuotation('q2', 'b')],
      },
      p(quote('q1', '“Yes”'), quote('q2', '“No”')),
    );
    expect(names(story)).toEqual(['b']);
  });

  it('leave out a source that also speaks on the record', () => {
    const story = article(
      {
        sources: [source('a', 'on-background')],
        quotations: [newQuotation('q1', 'a'), { ...newQuotation('q2', 'a'), terms: 'on-the-record' }],
      },
      p(quote('q1', '“Yes”'), quote('q2', '“No”')),
    );
    expect(names(story)).toEqual([]);
  });

  it('are not cleared by a quotation on the record that nobody will read', () => {
    const quotations = [
      newQuotation('q1', 'a'),
      { ...newQuotation('q2', 'a'), terms: 'on-the-record' as const },
    ];
    const story = article(
      { sources: [source('a', 'on-background')], quotations },
      p(quote('q1', '“Yes”')),
      deskNote('d', quote('q2', '“No”')),
    );
    expect(names(story)).toEqual(['a']);
  });

  it('are not cleared by what editing left empty', () => {
    const quotations = [
      newQuotation('q1', 'a'),
      { ...newQuotation('q2', 'a'), terms: 'on-the-record' as const },
    ];
    const sources = [source('a', 'on-background'), source('b', 'on-the-record', 'Name a')];
    const story = article(
      { sources, quotations },
      p(quote('q1', '“Yes”'), quote('q2', ' ', tk()), mention('b', '')),
      { ...blockquote('', ''), sourceId: 'b' },
    );
    expect(names(story)).toEqual(['a']);
  });

  it('include bound sources that do not appear', () => {
    expect(
      names(article({ sources: [source('a', 'off-the-record'), source('b', 'on-the-record')] })),
    ).toEqual(['a']);
  });

  it('include a source of the record of whom only the desk notes hold words, off the record', () => {
    const story = article(
      {
        sources: [source('a', 'on-the-record')],
        quotations: [{ ...newQuotation('q1', 'a'), terms: 'off-the-record' }],
      },
      deskNote('d', quote('q1', '“No”')),
    );
    expect(names(story)).toEqual(['a']);
  });

  it('include a source of the record that is mentioned by name beside its quotation on background', () => {
    const story = article(
      {
        sources: [source('a', 'on-the-record')],
        quotations: [{ ...newQuotation('q1', 'a'), terms: 'on-background' }],
      },
      p(quote('q1', '“Yes”'), mention('a', 'Name a')),
    );
    expect(names(story)).toEqual(['a']);
  });

  it('leave out a name that another entry, on the record, is mentioned by', () => {
    const story = article(
      { sources: [source('a', 'on-background', 'Ada Field'), source('b', 'on-the-record', 'Ada Field')] },
      p(mention('b', 'Ada Field')),
    );
    expect(names(story)).toEqual([]);
    expect(names({ ...story, body: [] })).toEqual(['a']);
  });

  it('leave out a name that another entry makes public', () => {
    const story = article(
      { sources: [source('a', 'on-background', 'Ada Field'), source('b', 'on-the-record', 'Ada Field ')] },
      { ...blockquote('', 'Yes'), sourceId: 'b' },
    );
    expect(names(story)).toEqual([]);
  });
});
