import { describe, expect, it } from 'vitest';
import { createClient, createListen } from '../../../renderer/bridge/client';
import { article, p } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { ok } from '../../../shared/base/result';
import { answerCall } from '../../../shared/ipc/answer';
import { fakeDoor } from '../../builders/fake-door';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));

describe('a call over the border', () => {
  it('arrives as it was sent and comes back as it was answered', async () => {
    const { door } = fakeDoor({
      article: {
        save: ({ slug, article: given, expectedHash }) =>
          ok({ hash: expectedHash, modified: `${slug} ${given.headline} ${given.body.length}` }),
      },
    });
    const saved = await createClient(door).article.save({
      slug: 'tides',
      article: story,
      expectedHash: 'a'.repeat(64),
    });
    expect(saved).toEqual(ok({ hash: 'a'.repeat(64), modified: 'tides Tides 1' }));
  });

  it('carries bytes as bytes', async () => {
    const { door } = fakeDoor({
      media: { add: ({ bytes }) => ok({ file: [...bytes].join('-'), width: 3, height: 2 }) },
    });
    const added = await createClient(door).media.add({
      slug: 'tides',
      name: 'x.png',
      bytes: new Uint8Array([1, 2]),
    });
    expect(added).toEqual(ok({ file: '1-2', width: 3, height: 2 }));
  });

  it('carries answers as one text, and bytes as bytes', async () => {
    const { door } = fakeDoor({
      article: { duplicate: ({ slug }) => ok({ slug, article: story, hash: 'a'.repeat(64) }) },
      export: { pdf: () => ok({ bytes: new Uint8Array([3, 4]) }) },
    });
    expect(await door.call('article.duplicate', { slug: 'tides' })).toBeTypeOf('string');
    const client = createClient(door);
    expect(await client.article.duplicate({ slug: 'tides' })).toEqual(
      ok({ slug: 'tides', article: story, hash: 'a'.repeat(64) }),
    );
    expect(await client.export.pdf({ slug: 'tides', html: '' })).toEqual(
      ok({ bytes: new Uint8Array([3, 4]) }),
    );
  });

  it('carries the file of an article, which the window reads; one that it cannot read is told as such', async () => {
    const file = (text: string) => ({ bytes: Buffer.from(text), hash: 'a'.repeat(64) });
    const texts: Readonly<Record<string, string>> = { tides: serialiseArticle(story), cut: '{"format":' };
    const { door } = fakeDoor({
      article: { read: ({ slug }) => ok({ slug, ...file(texts[slug] ?? '') }) },
    });
    expect(await door.call('article.read', { slug: 'tides' })).toMatchObject(ok({ slug: 'tides' }));
    const client = createClient(door);
    expect(await client.article.read({ slug: 'tides' })).toEqual(
      ok({ slug: 'tides', article: { ...story, slug: 'tides' }, hash: 'a'.repeat(64) }),
    );
    expect(await client.article.read({ slug: 'cut' })).toMatchObject({ error: { code: 'not-json' } });
    expect(await client.article.read({ slug: 'none' })).toMatchObject({ error: { code: 'empty' } });
  });

  it('without an argument sends none', async () => {
    const { door } = fakeDoor({ desk: { list: () => ok([]) } });
    expect(await createClient(door).desk.list()).toEqual(ok([]));
  });

  const ask = (name: unknown, argument: unknown, handlers = {}) =>
    answerCall(handlers, name, argument, () => {});

  it('with an argument that does not fit names the place', async () => {
    const handlers = { article: { save: () => ok(null) } };
    const broken = { slug: 'tides', article: { ...story, status: 'lost' }, expectedHash: 'a'.repeat(64) };
    expect(await ask('article.save', broken, handlers)).toMatchObject({
      ok: false,
      error: { code: 'bad-argument', where: 'article.status' },
    });
    const secret = { slug: 'tides', more: true };
    const read = { article: { read: () => ok(null) } };
    expect(await ask('article.read', secret, read)).toMatchObject({
      ok: false,
      error: { code: 'bad-argument' },
    });
  });

  it.each([
    ['a slug that leads out', 'article.read', { slug: '../other' }],
    ['a hidden slug', 'article.read', { slug: '.bin' }],
    [
      'an address with script in an article',
      'article.rescue',
      {
        article: {
          ...story,
          body: [{ kind: 'paragraph', children: [{ kind: 'link', url: 'javascript:x', children: [] }] }],
        },
      },
    ],
    ['an export that leads out', 'export.write', { files: [{ name: '../x.html', content: '' }] }],
    [
      'an export that leads out of media',
      'export.write',
      { files: [{ name: 'media/../../x.html', content: '' }] },
    ],
    ['preferences out of bounds', 'preferences.write', { preferences: { zoom: 99 } }],
  ])('refuses %s', async (_, name, argument) => {
    const reached: unknown[] = [];
    const note = (given: unknown) => {
      reached.push(given);
      return ok(null);
    };
    const handlers = {
      article: { read: note, rescue: note },
      export: { write: note },
      preferences: { write: note },
    };
    expect(await ask(name, argument, handlers)).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
    expect(reached).toEqual([]);
  });

  it.each([
    'desk',
    'desk.erase',
    'desk.list.call',
    '__proto__.x',
    'constructor.name',
    'toString.call',
    '',
    7,
    null,
  ])('by the unknown name %s is refused', async (name) => {
    expect(await ask(name, undefined, { desk: { list: () => ok([]) } })).toMatchObject({
      ok: false,
      error: { code: 'bad-argument', where: 'name' },
    });
  });

  it('whose handler throws ends as a failure and is reported', async () => {
    const reported: unknown[] = [];
    const handlers = {
      desk: {
        list: () => {
          throw new Error('a mistake of ours');
        },
      },
    };
    const answer = await answerCall(handlers as never, 'desk.list', undefined, (name, error) =>
      reported.push([name, error]),
    );
    expect(answer).toEqual({ ok: false, error: { code: 'internal', message: 'a mistake of ours' } });
    expect(reported).toEqual([['desk.list', new Error('a mistake of ours')]]);
  });
});

describe('events', () => {
  it('reach those who listen to their name, until they stop', () => {
    const { door, tell } = fakeDoor({});
    const heard: string[] = [];
    const stop = createListen(door)('articleRemoved', ({ slug }) => heard.push(slug));
    tell('articleRemoved', { id: null, slug: 'tides' });
    tell('fullScreenChanged', { fullScreen: true });
    stop();
    tell('articleRemoved', { id: null, slug: 'floods' });
    expect(heard).toEqual(['tides']);
  });

  it('cross the border once, however many listen', () => {
    const { door, tell } = fakeDoor({});
    let atTheDoor = 0;
    const on = createListen({
      ...door,
      listen: (listener) => {
        atTheDoor += 1;
        return door.listen(listener);
      },
    });
    const heard: string[] = [];
    const stops = ['one', 'two', 'three'].map((who) =>
      on('articleRemoved', ({ slug }) => heard.push(`${who}: ${slug}`)),
    );
    stops[1]?.();
    tell('articleRemoved', { id: null, slug: 'tides' });
    expect(heard).toEqual(['one: tides', 'three: tides']);
    expect(atTheDoor).toBe(1);
  });
});
