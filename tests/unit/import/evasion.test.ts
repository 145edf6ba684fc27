import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { linkAddress } from '../../../shared/article/address';
import { newArticle } from '../../../shared/article/article';
import { type Block, blockCodec } from '../../../shared/article/block';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { decodeWith, list } from '../../../shared/base/codec';
import { exportArticle } from '../../../shared/export/formats';
import { describeRefusal } from '../../../shared/export/refusal';
import { markdownToHtml } from '../../../shared/import/markdown';
import { addressShapes, scriptShapes, unsafeAddresses } from './evasion-cases';
import { reading } from './reading';

type Node = DefaultTreeAdapterTypes.Node;

const allowedElements = new Set(
  'html head meta title link style script body header main article section aside h1 h2 h3 h4 p div ul ol li blockquote figure figcaption img table thead tbody tr th td hr strong em u s b sup sub code a br cite small time'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(
  'lang dir charset name content property rel href class type data-kind data-ad-slot data-ad-size data-ad-text aria-label aria-labelledby start cite src alt width height scope datetime id'.split(
    ' ',
  ),
);

/** Everything in exported HTML that could run, fetch or lead anywhere it must not. */
function dangers(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      const { tagName, attrs } = node;
      const isData = attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
      if (!allowedElements.has(tagName) || (tagName === 'script' && !isData)) found.push(`<${tagName}>`);
      for (const { name, value } of attrs) {
        if (!allowedAttributes.has(name)) found.push(`${tagName} ${name}=${value}`);
        const isAddress = name === 'href' || name === 'src' || name === 'cite';
        if (isAddress && linkAddress(value) === null && !/^media\/[^/]+$/.test(value))
          found.push(`${name}=${value}`);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

/** Addresses anywhere in blocks. */
function addressesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    key === 'url' && typeof field === 'string' ? [field] : addressesIn(field),
  );
}

function exported(blocks: readonly Block[]): readonly string[] {
  const known = { id: 'a', slug: 'a', language: 'en', created: '2026-01-02T03:04:05Z' };
  const article = { ...newArticle(known), headline: 'H', body: blocks };
  const options = {
    ads: 'neutral',
    look: 'broadsheet',
    houseStyle: null,
    canonicalUrl: null,
    crops: true,
  } as const;
  return (['page', 'fragment'] as const).flatMap((format) => {
    const result = exportArticle(article, defaultDeskSettings, format, options);
    if (!result.ok) throw new Error(result.error.map(describeRefusal).join());
    return result.value.files.map(({ text }) => text);
  });
}

/** Reads as paste and as import, and through Markdown; checks the model and what is exported of it. */
function expectHarmless(html: string): string {
  const readings = [reading(html), reading(html, { purpose: 'import' })];
  const markdown = markdownToHtml(html);
  if (markdown.ok) readings.push(reading(markdown.value.html, { purpose: 'import' }));
  for (const { blocks } of readings) {
    expect(decodeWith(list(blockCodec), JSON.parse(JSON.stringify(blocks))).ok).toBe(true);
    for (const address of addressesIn(blocks)) {
      expect(linkAddress(address)).toBe(address);
      expect(address).toMatch(/^(?:https?|mailto|tel):/i);
    }
    for (const page of exported(blocks)) expect(dangers(page)).toEqual([]);
  }
  return JSON.stringify(readings[0]?.blocks ?? []);
}

describe('no script gets in', () => {
  it.each(scriptShapes)('%j', (html) => {
    const model = expectHarmless(html);
    if (html.includes('SAFE')) expect(model).toContain('SAFE');
  });
});

describe('no address but http, https, mailto, tel or a local picture gets in by', () => {
  it.each(addressShapes)('%s', (shape) => {
    const written = unsafeAddresses
      .flatMap((address) => [address, address.replaceAll('&', '&amp;')])
      .map((address) => `<div>${shape.replaceAll('U', address.replaceAll('"', '&quot;'))}</div>`)
      .join('\n');
    const model: unknown = JSON.parse(expectHarmless(written));
    expect(addressesIn(model).filter((url) => !isOwn(url, shape))).toEqual([]);
  });
});

/** The two addresses that shapes themselves carry. */
const isOwn = (url: string, shape: string): boolean =>
  url.startsWith('https://example.org/') ||
  (shape.includes('google.com/url') && url.startsWith('https://www.google.com/url?'));

it('tries at least 150 cases', () => {
  expect(scriptShapes.length).toBeGreaterThanOrEqual(150);
  expect(scriptShapes.length + addressShapes.length * unsafeAddresses.length).toBeGreaterThan(2000);
});
