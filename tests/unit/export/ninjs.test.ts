import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import type { JsonObject } from '../../../shared/base/json';
import { ninjs } from '../../../shared/export/ninjs';
import { publish } from '../../../shared/export/publish';
import { articles } from '../../builders/arbitrary-article';
import { desk, everyBlock, published, stories } from './stories';

/** The official schema lies beside the project, not in it. */
const schemaFile = new URL('../../../../shared/schemas/ninjs-3.1.json', import.meta.url);
const schemaIsThere = existsSync(schemaFile);

const item = (story: Article): JsonObject => JSON.parse(ninjs(published(story))) as JsonObject;

function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // The schema names it for places with coordinates, which we do not write.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json#' });
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as JsonObject;
  const validate = ajv.compile(schema);
  return (value: JsonObject) => (validate(value) ? [] : (validate.errors ?? []));
}

describe('ninjs', () => {
  it.runIf(schemaIsThere)('passes the official schema of ninjs 3.1, for every story', () => {
    const complaints = validator();
    for (const story of Object.values(stories())) expect(complaints(item(story))).toEqual([]);
    expect(complaints({ ...item(everyBlock), pubStatus: 'maybe' })).not.toEqual([]);
  });

  it.runIf(schemaIsThere)('passes the official schema for any article', { timeout: 60_000 }, () => {
    const complaints = validator();
    fc.assert(
      fc.property(articles, fc.constantFrom(null, 'https://example.org/é/x'), (any, canonicalUrl) => {
        const result = publish(
          {
            ...any,
            sources: any.sources.map((source) => ({ ...source, terms: 'on-the-record' as const })),
            quotations: any.quotations.map((quotation) => ({ ...quotation, terms: null })),
          },
          { ...desk, canonicalBase: null },
          { canonicalUrl },
        );
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        expect(complaints(JSON.parse(ninjs(result.value.article)) as JsonObject)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.runIf(!schemaIsThere)(
    'has its required fields (the official schema is not here to check the rest)',
    () => {
      for (const story of Object.values(stories())) {
        expect(item(story)).toMatchObject({ standard: { name: 'ninjs', version: '3.1' }, type: 'text' });
        expect(item(story).uri).toMatch(/^(?:https?|urn):/);
      }
    },
  );

  it('carries head, bodies without advertisements, and who is quoted', () => {
    const value = item(everyBlock);
    expect(value).toMatchObject({
      uri: 'https://example.org/news/harbour-wall',
      pubStatus: 'usable',
      versionCreated: '2026-03-02T08:00:00Z',
      embargoedUntil: '2026-02-28T06:00:00Z',
      by: 'Ada Field and Ben Okri',
      located: 'WICK',
      people: [{ name: 'Mary Sinclair', rel: 'quoted' }],
      organisations: [{ name: 'The council', rel: 'quoted' }],
      objects: [{ name: 'Minutes of 3 May', rel: 'quoted', uri: 'https://example.org/minutes' }],
      infoSources: [{ name: 'The Northern Post', role: 'publisher' }],
      subjects: [
        { name: 'medtop:06000000', uri: 'http://cv.iptc.org/newscodes/mediatopic/06000000' },
        { name: 'tides' },
        { name: 'Local', rel: 'section' },
      ],
    });
    const bodies = value.bodies as readonly { contentType: string; value: string }[];
    expect(bodies.map(({ contentType }) => contentType)).toEqual(['text/html', 'text/plain']);
    for (const body of bodies) expect(body.value).not.toMatch(/dvertisement/);
  });

  it('writes seconds where a moment leaves them out', () => {
    expect(item({ ...everyBlock, modified: '2026-03-02T08:00Z' }).versionCreated).toBe(
      '2026-03-02T08:00:00Z',
    );
  });

  it('says whether the text may be used', () => {
    const status = (name: Article['status']) => item({ ...everyBlock, status: name }).pubStatus;
    expect([status('draft'), status('ready'), status('withdrawn')]).toEqual([
      'withheld',
      'usable',
      'canceled',
    ]);
  });
});
