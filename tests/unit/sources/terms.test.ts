import { describe, expect, it } from 'vitest';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Source, type Terms, termsNames } from '../../../shared/article/source';
import {
  mayBePublished,
  publishedName,
  publishedRole,
  publishedSpeaker,
  termsInForce,
} from '../../../shared/sources/terms';

const kerry: Source = {
  ...newSource('s1', 'John Kerry'),
  role: 'the senator',
  organisation: 'Senate',
  publishedAs: 'a senior official',
};
const q = (terms: Terms | null) => ({ ...newQuotation('q1', 's1'), terms });

describe('the terms in force', () => {
  it('are the quotation’s own', () => {
    expect(termsInForce(q('off-the-record'), kerry)).toBe('off-the-record');
    expect(termsInForce(q('on-the-record'), { terms: 'off-the-record' })).toBe('on-the-record');
  });

  it('are the source’s where the quotation has none', () => {
    expect(termsInForce(q(null), { terms: 'deep-background' })).toBe('deep-background');
    expect(termsInForce(null, { terms: 'on-background' })).toBe('on-background');
  });

  it('are on the record where nobody is known', () => {
    expect(termsInForce(q(null), null)).toBe('on-the-record');
  });
});

describe('what the terms allow', () => {
  it('publishes everything but what is off the record', () => {
    expect(termsNames.filter(mayBePublished)).toEqual(['on-the-record', 'on-background', 'deep-background']);
  });

  it('gives the name on the record, the description on background, and nothing beyond', () => {
    expect(termsNames.map((terms) => publishedName(kerry, terms))).toEqual([
      'John Kerry',
      'a senior official',
      null,
      null,
    ]);
  });

  it('never falls back to the name where the description is missing', () => {
    expect(publishedName({ ...kerry, publishedAs: ' ' }, 'on-background')).toBe(null);
  });

  it('gives the role on the record only', () => {
    expect(termsNames.map((terms) => publishedRole(kerry, terms))).toEqual(['the senator', null, null, null]);
  });

  it('calls a document by its title, and links it on the record only', () => {
    const memo: Source = {
      ...newSource('s2', 'Memo'),
      kind: 'document',
      title: 'Minutes of 3 May',
      url: 'https://example.org/m',
      publishedAs: 'an internal paper',
    };
    expect(publishedSpeaker(memo, 'on-the-record')).toMatchObject({
      name: 'Minutes of 3 May',
      url: 'https://example.org/m',
      named: true,
    });
    expect(publishedSpeaker(memo, 'on-background')).toEqual({
      kind: 'document',
      name: 'an internal paper',
      role: null,
      organisation: null,
      url: null,
      named: false,
    });
  });
});
