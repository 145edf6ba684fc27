import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partFrontMatter } from '../../../shared/import/front-matter';

const read = (...lines: readonly string[]) => partFrontMatter(`---\n${lines.join('\n')}\n---\n\nText.\n`);

it('reads texts as people quote them', () => {
  expect(read('title: The gate: it held # for now', "description: 'It''s close'").frontMatter).toMatchObject({
    title: 'The gate: it held',
    description: "It's close",
  });
  expect(read('title: "The \\"gate\\" \\u2014 held"').frontMatter.title).toBe('The "gate" — held');
  expect(read('title: Tides #1', 'title: Another').frontMatter.title).toBe('Tides');
});

it('reads texts over several lines', () => {
  expect(
    read('title: T', 'description: >-', '  The water rose', '', '  all night.', 'date: 2026').frontMatter,
  ).toMatchObject({
    title: 'T',
    description: 'The water rose all night.',
  });
  expect(read('description: |', '  One', '  two').frontMatter.description).toBe('One two');
  expect(read('description: The water', '  rose.').frontMatter.description).toBe('The water rose.');
});

it('reads lists of names, and people who are told with more than a name', () => {
  const both = ['Ines Kahl', 'Jon Peel'];
  expect(read('authors:', '  - Ines Kahl', '  - "Jon Peel"').frontMatter.authors).toEqual(both);
  expect(read('authors:', '- Ines Kahl', '- Jon Peel', '- Ines Kahl').frontMatter.authors).toEqual(both);
  expect(read('author: [Ines Kahl, "Jon Peel"]').frontMatter.authors).toEqual(both);
  expect(
    read('authors:', '  - name: Ines Kahl', '    email: ines@example.org', '  - name: Jon Peel').frontMatter
      .authors,
  ).toEqual(both);
  expect(read('author:', '  name: Ines Kahl', '  email: ines@example.org').frontMatter.authors).toEqual([
    'Ines Kahl',
  ]);
});

it('reads the head of Hugo’s files in TOML', () => {
  expect(partFrontMatter('+++\ntitle = "The gate held"\nauthors = ["Ines Kahl"]\n+++\nText.\n')).toEqual({
    body: 'Text.\n',
    frontMatter: {
      title: 'The gate held',
      description: '',
      authors: ['Ines Kahl'],
      language: '',
      leftOut: [],
    },
  });
});

it('takes every plain value for a text', () => {
  expect(read('title: 1984', 'lang: no').frontMatter).toMatchObject({ title: '1984', language: 'no' });
});

it('leaves a head that cannot be read in the text', () => {
  for (const text of [
    '---\ntitle: [The gate\n---\nText.\n',
    '---\ntitle: The gate\n\t- held\n---\nText.\n',
    '+++\ntitle = The gate\n+++\nText.\n',
  ])
    expect(partFrontMatter(text)).toEqual({
      body: text,
      frontMatter: { title: '', description: '', authors: [], language: '', leftOut: [] },
    });
});

it('does not follow names that stand for names that stand for names', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, former] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map((pair) => [...pair]))
    lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${former}`).join(', ')}]`);
  expect(read(...lines, 'authors: *i', 'title: The gate').frontMatter).toMatchObject({
    title: 'The gate',
    authors: [],
  });
});

it('leaves a text without keys as it is', () => {
  expect(partFrontMatter('---\n\nText.\n\n---\n').body).toBe('---\n\nText.\n\n---\n');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(text.endsWith(partFrontMatter(text).body)).toBe(true);
    }),
  );
});

it('names what no field of an article takes, and nothing that is empty', () => {
  const left = (...lines: readonly string[]) => read(...lines).frontMatter.leftOut;
  expect(left('title: T', 'Date: 2026-03-01', 'tags: [tides, ports]', 'draft: false')).toEqual([
    'Date',
    'tags',
    'draft',
  ]);
  expect(left('title: T', 'tags:', 'image: ""', 'aliases: []', 'author: Jon Peel')).toEqual([]);
  // Of two names for one field the second is not read.
  expect(left('title: T', 'headline: Another', 'description: D', 'summary: S')).toEqual([
    'headline',
    'summary',
  ]);
  expect(read('title:', 'headline: The gate held').frontMatter).toMatchObject({
    title: 'The gate held',
    leftOut: [],
  });
  expect(
    partFrontMatter('+++\ntitle = "T"\nweight = 3\n[params]\nroute = "x"\n+++\nText.\n').frontMatter.leftOut,
  ).toEqual(['weight', 'params']);
});
