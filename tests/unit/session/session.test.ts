import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession, type Session } from '../../../renderer/session/session';
import type { Article } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import { article, p } from '../../../shared/article/build';
import { fail, ok } from '../../../shared/base/result';
import type { Client } from '../../../shared/ipc/contract';

const story = article({ slug: 'tides', headline: 'Tides' }, p('One.'));

/** A promise and what fulfils it. */
function later<Value>() {
  let fulfil: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    fulfil = resolve;
  });
  return { promise, fulfil };
}

/** A main process in memory: keeps what was saved and answers as told. */
function fakeMain() {
  const files = new Map<string, { article: Article; hash: string }>([
    ['tides', { article: story, hash: 'h0' }],
  ]);
  const saves: Article[] = [];
  /** The hashes that saves expected on the disk. */
  const expected: string[] = [];
  const versions: string[] = [];
  const copies: Article[] = [];
  const rescued: Article[] = [];
  let secondPlace: 'open' | 'full' = 'open';
  let answer: (() => Promise<unknown>) | null = null;
  let held: { slug: string; gate: ReturnType<typeof later<null>> } | null = null;
  const client = {
    article: {
      read: async ({ slug }: { slug: string }) => {
        if (held?.slug === slug) await held.gate.promise;
        const file = files.get(slug);
        return file ? ok({ slug, ...file }) : fail({ code: 'vanished', path: slug, errno: 'ENOENT' });
      },
      save: async (given: { slug: string; article: Article; expectedHash: string }) => {
        saves.push(given.article);
        expected.push(given.expectedHash);
        if (answer) return answer();
        const hash = `h${saves.length}`;
        files.set(given.slug, { article: given.article, hash });
        return ok({ hash, modified: given.article.modified });
      },
      rescue: async (given: { article: Article }) => {
        rescued.push(given.article);
        return ok({ slug: 'tides-2', article: given.article, hash: 'r1' });
      },
    },
    versions: {
      take: async (given: { slug: string; reason: string }) => {
        versions.push(`${given.reason} ${given.slug}`);
        return ok('');
      },
      keepTheirs: async (given: { slug: string }) => {
        if (secondPlace === 'full') return fail({ code: 'disk-full', path: '', errno: 'ENOSPC' });
        versions.push(`theirs ${given.slug}`);
        return ok(null);
      },
    },
    recovery: {
      keep: async (given: { article: Article }) => {
        if (secondPlace === 'full') return fail({ code: 'disk-full', path: '', errno: 'ENOSPC' });
        copies.push(given.article);
        return ok(null);
      },
      drop: async () => {
        copies.length = 0;
        return ok(null);
      },
    },
    // Only the calls a session makes are here.
  } as unknown as Client;
  return {
    client,
    saves,
    expected,
    files,
    /** Reading `slug` takes until the answered function is called. */
    holdReads: (slug: string) => {
      const gate = later<null>();
      held = { slug, gate };
      return () => gate.fulfil(null);
    },
    versions,
    /** What lies in the second place. */
    copies,
    rescued,
    fillSecondPlace: () => {
      secondPlace = 'full';
    },
    answerSaves: (next: (() => Promise<unknown>) | null) => {
      answer = next;
    },
  };
}

function openedSession(main: ReturnType<typeof fakeMain>) {
  const session = createSession(main.client);
  let body: readonly Block[] = [];
  let broken = false;
  session.attach({
    show: (blocks) => {
      body = blocks;
    },
    showAgain: (blocks) => {
      body = blocks;
    },
    body: () => {
      if (broken) throw new Error('a block where none may stand');
      return body;
    },
    quotations: () => new Map(),
  });
  const type = (words: string) => {
    body = [...body, p(words)];
    session.bodyChanged();
  };
  /** From now on the page cannot be read; or can again. */
  const breakPage = (is: boolean) => {
    broken = is;
  };
  return { session, type, breakPage };
}

const phase = (session: Session) => {
  const state = session.use.getState();
  return state.kind === 'open' ? state.save.phase.kind : state.kind;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('saves within a second of the first keystroke, however long typing goes on', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    for (let key = 0; key < 9; key += 1) {
      type(`word ${key}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(main.saves.length).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.saves.at(-1)?.body).toHaveLength(10);
    expect(phase(session)).toBe('clean');
  });

  it('never runs two saves at once, and saves again what was typed meanwhile', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    let finish: (value: unknown) => void = () => undefined;
    main.answerSaves(() => new Promise((resolve) => (finish = resolve)));
    type('first');
    await vi.advanceTimersByTimeAsync(1000);
    expect(phase(session)).toBe('saving');
    type('second');
    await vi.advanceTimersByTimeAsync(5000);
    expect(main.saves).toHaveLength(1);
    main.answerSaves(null);
    finish(ok({ hash: 'h1', modified: '' }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.saves).toHaveLength(2);
    expect(phase(session)).toBe('clean');
  });

  it('tries again by itself after a full disk, and says Saved only then', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(async () => fail({ code: 'disk-full', path: '', errno: 'ENOSPC' }));
    type('kept');
    await vi.advanceTimersByTimeAsync(1000);
    expect(phase(session)).toBe('error');
    main.answerSaves(null);
    await vi.advanceTimersByTimeAsync(2000);
    expect(phase(session)).toBe('clean');
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('kept'));
  });
});

describe('a page that cannot be read', () => {
  it('is told as not saved, and not kept in the second place; once it can be read the words are saved', async () => {
    const main = fakeMain();
    const { session, type, breakPage } = openedSession(main);
    await session.open('tides');
    breakPage(true);
    type('kept');
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.use.getState()).toMatchObject({
      save: { phase: { kind: 'error', failure: { code: 'internal' } } },
      secondPlace: 'failed',
    });
    expect(await session.leave()).toBe('not-saved');
    breakPage(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(phase(session)).toBe('clean');
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('kept'));
  });
});

describe('words that cannot be saved', () => {
  const fails = async () => fail({ code: 'read-only', path: '', errno: 'EROFS' });

  it('lie in a second place within a second of every keystroke, until a save succeeds', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(fails);
    type('first');
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.copies.at(-1)?.body.at(-1)).toEqual(p('first'));
    expect(session.use.getState()).toMatchObject({ secondPlace: 'kept' });
    for (const words of ['second', 'third']) {
      type(words);
      await vi.advanceTimersByTimeAsync(1000);
      expect(main.copies.at(-1)?.body.at(-1)).toEqual(p(words));
    }
    main.answerSaves(null);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(phase(session)).toBe('clean');
    expect(main.copies).toEqual([]);
    expect(session.use.getState()).toMatchObject({ secondPlace: 'not-needed' });
  });

  it('are kept there too while a save takes long, in a conflict, and without a file', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(() => new Promise(() => undefined));
    type('slow');
    await vi.advanceTimersByTimeAsync(2000);
    expect(main.copies.at(-1)?.body.at(-1)).toEqual(p('slow'));

    const other = fakeMain();
    const second = openedSession(other);
    await second.session.open('tides');
    second.session.fileRemoved({ id: story.id, slug: 'tides' });
    second.type('homeless');
    await vi.advanceTimersByTimeAsync(1000);
    expect(other.copies.at(-1)?.body.at(-1)).toEqual(p('homeless'));
  });

  it('are not kept twice where saving works, however long typing goes on', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    for (let key = 0; key < 40; key += 1) {
      type(`word ${key}`);
      await vi.advanceTimersByTimeAsync(150);
      expect(main.copies).toEqual([]);
    }
    expect(main.saves.length).toBeGreaterThan(3);
    expect(phase(session)).not.toBe('error');
  });

  it('make leaving a question that tells whether they are kept', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    expect(await session.leave()).toBe('saved');
    main.answerSaves(fails);
    type('last words');
    expect(await session.leave()).toBe('kept');
    expect(main.copies.at(-1)?.body.at(-1)).toEqual(p('last words'));
    main.fillSecondPlace();
    type('more');
    expect(await session.leave()).toBe('not-saved');
  });
});

describe('versions', () => {
  it('are kept of what was opened, before it is replaced for the first time', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    expect(main.versions).toEqual([]);
    type('at once');
    main.answerSaves(async () => {
      expect(main.versions).toEqual(['opened tides']);
      return ok({ hash: 'h1', modified: '' });
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(phase(session)).toBe('clean');
    await vi.advanceTimersByTimeAsync(5000);
    expect(main.versions).toEqual(['opened tides']);
  });
});

describe('leaving', () => {
  it('flushes what is unsaved before another article is shown', async () => {
    const main = fakeMain();
    main.files.set('other', { article: article({ slug: 'other' }), hash: 'o0' });
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('last words');
    await session.open('other');
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('last words'));
    expect(session.use.getState()).toMatchObject({ kind: 'open', slug: 'other' });
  });

  it('stays with the article whose words cannot be saved', async () => {
    const main = fakeMain();
    main.files.set('other', { article: article({ slug: 'other' }), hash: 'o0' });
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(async () => fail({ code: 'read-only', path: '', errno: 'EROFS' }));
    type('last words');
    await session.open('other');
    expect(session.use.getState()).toMatchObject({ kind: 'open', slug: 'tides' });
    expect(await session.flush()).toBe(false);
  });
});

describe('another program', () => {
  it('changes the file of a clean article: what stands on the disk is shown', async () => {
    const main = fakeMain();
    const { session } = openedSession(main);
    await session.open('tides');
    main.files.set('tides', { article: { ...story, headline: 'Changed' }, hash: 'x1' });
    await session.fileChanged('tides', 'x1');
    expect(session.use.getState()).toMatchObject({ head: { headline: 'Changed' }, save: { hash: 'x1' } });
  });

  it('changes the file of a dirty article: both stay until the writer chooses', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    const theirs = { ...story, headline: 'Theirs' };
    main.files.set('tides', { article: theirs, hash: 'x1' });
    await session.fileChanged('tides', 'x1');
    expect(phase(session)).toBe('conflict');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(main.saves).toHaveLength(0);
    await session.keepMine();
    expect(main.versions).toContain('theirs tides');
    expect(main.saves[0]?.body.at(-1)).toEqual(p('mine'));
    expect(phase(session)).toBe('clean');
  });

  it('takes back its change of a dirty article: the words are saved as if it had never been', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    await session.fileChanged('tides', 'x1');
    expect(phase(session)).toBe('conflict');
    main.files.set('tides', { article: story, hash: 'h0' });
    await session.fileChanged('tides', 'h0');
    await vi.advanceTimersByTimeAsync(1000);
    expect([phase(session), main.expected]).toEqual(['clean', ['h0']]);
  });

  it('changes the file of a dirty article: where that cannot be kept, it is not written over', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    await session.fileChanged('tides', 'x1');
    main.fillSecondPlace();
    expect(await session.keepMine()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([phase(session), main.saves]).toEqual(['conflict', []]);
  });

  it('removes the folder: the words are kept and can be written again', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    expect(phase(session)).toBe('orphan');
    await session.rescue();
    expect(session.use.getState()).toMatchObject({ slug: 'tides-2', save: { phase: { kind: 'clean' } } });
  });

  it('removes the folder: its words become one article, however often that is asked for', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    await Promise.all([session.rescue(), session.rescue()]);
    expect(main.rescued).toHaveLength(1);
  });

  it('removes the folder while it is being saved: the answer is not taken for that of the article opened next', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    main.files.set('ferry', { article: article({ id: 'ferry', slug: 'ferry' }, p('Two.')), hash: 'f0' });
    const answer = later<unknown>();
    main.answerSaves(() => answer.promise);
    await session.open('tides');
    type('mine');
    const saving = session.flush();
    session.fileRemoved({ id: story.id, slug: 'tides' });
    expect(await session.letGo()).toBe('kept');
    await session.open('ferry');
    answer.fulfil(fail({ code: 'orphan' }));
    await saving;
    expect(session.use.getState()).toMatchObject({
      slug: 'ferry',
      save: { phase: { kind: 'clean' }, hash: 'f0' },
    });
    expect(session.lastSaved()).toMatchObject({ id: 'ferry' });
  });

  it('removes the folder: the article can be let go, its words go to the second place, and stay where they cannot', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    expect(await session.letGo()).toBe('nothing-to-keep');
    expect([session.use.getState().kind, main.copies]).toEqual(['none', []]);

    await session.open('tides');
    type('mine');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    main.fillSecondPlace();
    expect(await session.letGo()).toBe('not-kept');
    expect(phase(session)).toBe('orphan');
  });

  it('lets an article with words go that lie in the second place', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    const going = session.letGo();
    type('written meanwhile');
    expect(await going).toBe('kept');
    expect(session.use.getState().kind).toBe('none');
    await vi.advanceTimersByTimeAsync(5000);
    expect(main.copies.at(-1)).toMatchObject({ body: [p('One.'), p('mine'), p('written meanwhile')] });
  });

  it('removes the folder with words that were saved: they are nowhere else now and go to the second place', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect([phase(session), main.copies]).toEqual(['clean', []]);
    session.fileRemoved({ id: story.id, slug: 'tides' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.copies).toMatchObject([{ body: [p('One.'), p('mine')] }]);
    session.fileRenamed({ id: story.id, from: 'tides', to: 'tides' });
    expect([phase(session), main.copies]).toEqual(['clean', []]);
  });

  it('takes the folder away and brings it back: the words go on where they were', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    type('mine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(phase(session)).toBe('orphan');
    session.fileRenamed({ id: story.id, from: 'tides', to: 'tides' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(phase(session)).toBe('clean');
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('mine'));
    expect(main.copies).toEqual([]);
  });

  it('brings it back with other words in it: both stay until the writer chooses', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    session.fileRemoved({ id: story.id, slug: 'tides' });
    type('mine');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    session.fileRenamed({ id: story.id, from: 'tides', to: 'tides' });
    await vi.advanceTimersByTimeAsync(100);
    expect(session.use.getState()).toMatchObject({ save: { phase: { kind: 'conflict', hash: 'x1' } } });
  });

  it('changes the file while it is read again: what was typed meanwhile is not thrown away', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    const told = session.fileChanged('tides', 'x1');
    type('mine');
    await told;
    expect(phase(session)).toBe('conflict');
    expect(session.article()?.body.at(-1)).toEqual(p('mine'));
  });

  it('renames the folder: the article follows', async () => {
    const main = fakeMain();
    const { session } = openedSession(main);
    await session.open('tides');
    session.fileRenamed({ id: story.id, from: 'tides', to: 'high-tides' });
    expect(session.use.getState()).toMatchObject({ slug: 'high-tides', head: { slug: 'high-tides' } });
  });

  it('or removes it, and it was another article that had this name before: nothing happens', async () => {
    const main = fakeMain();
    const { session } = openedSession(main);
    await session.open('tides');
    session.fileRenamed({ id: 'another', from: 'tides', to: 'high-tides' });
    session.fileRemoved({ id: 'another', slug: 'tides' });
    expect(session.use.getState()).toMatchObject({ slug: 'tides', save: { phase: { kind: 'clean' } } });
  });

  it('is told of before the answer to our own wish for the name: the next save knows the file', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    session.fileRenamed({ id: story.id, from: 'tides', to: 'high-tides' });
    session.renamed({
      slug: 'high-tides',
      article: { ...story, slug: 'high-tides' },
      hash: 'renamed',
      formerHash: 'h0',
    });
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.expected.at(-1)).toBe('renamed');
  });

  it('changes the file just before its folder is renamed here: its words are not written over', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    const theirs = { ...story, slug: 'high-tides', headline: 'Theirs' };
    main.files.set('high-tides', { article: theirs, hash: 'renamed' });
    session.renamed({ slug: 'high-tides', article: theirs, hash: 'renamed', formerHash: 'x1' });
    type('mine');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(main.saves).toEqual([]);
    expect(session.use.getState()).toMatchObject({ save: { phase: { kind: 'conflict', theirs } } });
  });
});

describe('words typed while something else is under way', () => {
  it('while the next article is read are saved before it is shown', async () => {
    const main = fakeMain();
    main.files.set('other', { article: article({ slug: 'other' }), hash: 'o0' });
    const { session, type } = openedSession(main);
    await session.open('tides');
    const release = main.holdReads('other');
    const opening = session.open('other');
    await vi.advanceTimersByTimeAsync(10);
    type('typed while reading');
    release();
    await opening;
    expect(main.saves.at(-1)).toMatchObject({ slug: 'tides', body: [p('One.'), p('typed while reading')] });
    expect(session.use.getState()).toMatchObject({ kind: 'open', slug: 'other' });
  });

  it('while a new article is made are saved before it is shown', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    const made = { slug: 'new', article: article({ slug: 'new' }), hash: 'n0' };
    await session.leaveFor(async () => {
      type('typed while making');
      return ok(made);
    });
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('typed while making'));
    expect(session.use.getState()).toMatchObject({ kind: 'open', slug: 'new' });
  });

  it('while an outside change is read become a conflict and are not replaced', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    const changing = session.fileChanged('tides', 'x1');
    type('mine');
    await changing;
    expect(phase(session)).toBe('conflict');
    expect(session.article()?.body.at(-1)).toEqual(p('mine'));
  });

  it('wait no longer than words typed before it, however long the save takes', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    const slow = later<unknown>();
    main.answerSaves(() => slow.promise);
    type('first');
    await vi.advanceTimersByTimeAsync(800);
    type('second');
    await vi.advanceTimersByTimeAsync(5000);
    main.answerSaves(null);
    slow.fulfil(ok({ hash: 'h1', modified: '' }));
    await vi.advanceTimersByTimeAsync(20);
    expect(main.saves.at(-1)?.body.at(-1)).toEqual(p('second'));
    expect(phase(session)).toBe('clean');
  });
});

describe('an article that is about to be opened', () => {
  const other = (headline: string) => ({
    article: article({ slug: 'other', headline }),
    hash: headline,
  });
  const shown = (session: Session) => session.article()?.headline;
  /** The writer presses on the article; then `meanwhile` comes, and they let go. */
  async function pressed(
    meanwhile: (session: Session, main: ReturnType<typeof fakeMain>) => Promise<unknown>,
  ) {
    const main = fakeMain();
    main.files.set('other', other('before'));
    const { session } = openedSession(main);
    await session.open('tides');
    session.expect('other');
    await vi.advanceTimersByTimeAsync(10);
    await meanwhile(session, main);
    await session.open('other');
    return { session, main };
  }

  it('is shown as it was read when it was pressed on, without another call', async () => {
    const { session } = await pressed(async (_, main) => main.files.set('other', other('after')));
    expect(shown(session)).toBe('before');
  });

  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['a second later', () => vi.advanceTimersByTimeAsync(1000)],
    ['when it was changed', async (session) => session.fileChanged('other', 'after')],
    ['when another was pressed on', async (session) => session.expect('tides-2')],
    ['when it went', async (session) => session.fileRemoved({ id: null, slug: 'other' })],
  ])('is read anew %s', async (_, meanwhile) => {
    const { session } = await pressed(async (open, main) => {
      main.files.set('other', other('after'));
      await meanwhile(open);
    });
    expect(shown(session)).toBe('after');
  });

  it('is read anew after it was shown', async () => {
    const { session, main } = await pressed(async () => null);
    await session.open('tides');
    main.files.set('other', other('after'));
    await session.open('other');
    expect(shown(session)).toBe('after');
  });
});

describe('answers that come late', () => {
  it('show only what was asked for last', async () => {
    const main = fakeMain();
    main.files.set('slow', { article: article({ slug: 'slow' }), hash: 's0' });
    main.files.set('quick', { article: article({ slug: 'quick' }), hash: 'q0' });
    const { session } = openedSession(main);
    await session.open('tides');
    const release = main.holdReads('slow');
    const slow = session.open('slow');
    await session.open('quick');
    release();
    await slow;
    expect(session.use.getState()).toMatchObject({ slug: 'quick' });
  });

  it('of an outside change do not touch the article that was opened meanwhile', async () => {
    const main = fakeMain();
    main.files.set('other', { article: article({ slug: 'other' }), hash: 'o0' });
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    const release = main.holdReads('tides');
    const changing = session.fileChanged('tides', 'x1');
    await session.open('other');
    type('words of the other');
    release();
    await changing;
    expect(session.use.getState()).toMatchObject({ slug: 'other', save: { phase: { kind: 'dirty' } } });
    expect(session.article()?.body.at(-1)).toEqual(p('words of the other'));
  });

  it('of an outside change that came during a save do not let it end as saved', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    const slow = later<unknown>();
    main.answerSaves(() => slow.promise);
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    main.files.set('tides', { article: { ...story, headline: 'Theirs' }, hash: 'x1' });
    const changing = session.fileChanged('tides', 'x1');
    slow.fulfil(ok({ hash: 'h1', modified: '' }));
    await changing;
    expect(session.use.getState()).toMatchObject({ head: { headline: 'Theirs' }, save: { hash: 'x1' } });
  });

  it('that never come, because the call broke off, are a failure, and the next save works', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(() => Promise.reject(new Error('the call broke off')));
    type('kept');
    await vi.advanceTimersByTimeAsync(1000);
    expect(phase(session)).toBe('error');
    main.answerSaves(null);
    await vi.advanceTimersByTimeAsync(2000);
    expect(phase(session)).toBe('clean');
  });
});

it('keeps words in the second place also after an article that was closed with its words there', async () => {
  const main = fakeMain();
  main.answerSaves(async () => fail({ code: 'io', path: '', errno: 'EIO' }));
  const { session, type } = openedSession(main);
  for (const words of ['left behind', 'typed on another desk']) {
    await session.open('tides');
    type(words);
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.copies.at(-1)?.body.at(-1)).toEqual(p(words));
    session.close();
  }
});

describe('a folder renamed while words are saved', () => {
  it('gets them under its new name', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(async () => {
      main.answerSaves(null);
      session.fileRenamed({ id: story.id, from: 'tides', to: 'high-tides' });
      return fail({ code: 'orphan' });
    });
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.files.get('high-tides')?.article.body.at(-1)).toEqual(p('mine'));
    expect(phase(session)).toBe('clean');
  });

  it('is followed although the save had already found it gone', async () => {
    const main = fakeMain();
    const { session, type } = openedSession(main);
    await session.open('tides');
    main.answerSaves(async () => fail({ code: 'orphan' }));
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    expect(phase(session)).toBe('orphan');
    main.answerSaves(null);
    session.fileRenamed({ id: story.id, from: 'tides', to: 'high-tides' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(main.files.get('high-tides')?.article.body.at(-1)).toEqual(p('mine'));
    expect(phase(session)).toBe('clean');
  });
});

it('shows a file that cannot be read as a problem', async () => {
  const main = fakeMain();
  const { session } = openedSession(main);
  await session.open('gone');
  expect(session.use.getState()).toMatchObject({
    kind: 'problem',
    slug: 'gone',
    problem: { code: 'vanished' },
  });
});
