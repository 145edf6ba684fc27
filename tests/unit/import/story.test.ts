import { describe, expect, it } from 'vitest';
import { adBreak, blockquote, br, divider, h, p } from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { inlineText } from '../../../shared/article/traverse';
import { type Imported, importDocument } from '../../../shared/import';
import { readByline } from '../../../shared/import/byline';
import { isDateline, partDateline } from '../../../shared/import/dateline';
import type { ImportFormat } from '../../../shared/import/format';
import { guessLanguage } from '../../../shared/import/language-guess';
import { reportLines } from '../../../shared/import/report';

const desk = { ...defaultDeskSettings, masthead: { name: 'The Northern Post', tagline: 'Weather & tides' } };

function imported(text: string, from: ImportFormat = 'text'): Imported {
  let count = 0;
  const result = importDocument(
    { name: 'story', bytes: new TextEncoder().encode(text), from },
    {
      desk,
      ids: () => {
        count += 1;
        return `id-${count}`;
      },
      localPicture: () => null,
      progress: () => undefined,
    },
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const sentence =
  'The river crossed the upper mark shortly after four in the morning, wardens at the gate said.';
const long = `${sentence} ${sentence} ${sentence}`;

describe('a plain text', () => {
  it('gives headline, deck, byline, dateline and body', () => {
    const { fields, report } = imported(
      `The gate held\n\nWardens say it was close.\n\nBy Ines Kahl and Jon Peel\n\nHARLE, Norfolk (AP) — ${long}\n\n“It held,” she said.\n`,
    );
    expect(fields).toMatchObject({
      headline: 'The gate held',
      deck: 'Wardens say it was close.',
      bylines: [{ name: 'Ines Kahl' }, { name: 'Jon Peel' }],
      dateline: 'HARLE, Norfolk (AP) —',
      body: [p(long), p('“It held,” she said.')],
    });
    expect(report).toEqual({ findings: [], setAside: [] });
  });

  it.each(['HARLE', 'PORT ELLERY', 'HARLE, Norfolk (AP) —', 'ST. LOUIS/HARLE'])(
    'has its dateline on a line of its own below the byline, as Word and text of this app have it: %s',
    (dateline) => {
      const { fields } = imported(`The gate held\n\nBy Ines Kahl\n\n${dateline}\n\n${long}\n`);
      expect(fields).toMatchObject({ bylines: [{ name: 'Ines Kahl' }], dateline, body: [p(long)] });
    },
  );

  it('keeps a line in capitals elsewhere, and one that is no place', () => {
    const withoutByline = imported(`The gate held\n\n${long}\n\nHARLE\n\n${long}\n`).fields;
    expect(withoutByline).toMatchObject({ dateline: '', body: [p(long), p('HARLE'), p(long)] });
    for (const line of ['BREAKING', 'Harle', 'HARLE IS UNDER WATER!', 'HARLE: THE NIGHT']) {
      const { fields } = imported(`The gate held\n\nBy Ines Kahl\n\n${line}\n\n${long}\n`);
      expect(fields).toMatchObject({ dateline: '', body: [p(line), p(long)] });
    }
  });

  it('sets a site’s name, tagline, share bar and newsletter apart, before and after the story, and takes none as headline', () => {
    const { fields, report } = imported(
      [
        'Skip to content',
        'The Northern Post',
        'Weather & tides',
        'World > Europe > Coast',
        'The gate held in the storm',
        'By Ines Kahl',
        'Share Facebook Twitter Email',
        '3 min read',
        long,
        'The last words.',
        'Sign up for our newsletter',
        'Related: Another gate fell',
        '© 2026 The Northern Post. All rights reserved.',
      ].join('\n\n'),
    );
    expect(fields.headline).toBe('The gate held in the storm');
    expect(fields.body).toEqual([p(long), p('The last words.')]);
    expect(report.setAside.map(({ place, text }) => `${place}: ${text}`)).toEqual([
      'before: Skip to content',
      'before: The Northern Post',
      'before: Weather & tides',
      'before: World > Europe > Coast',
      'inside: Share Facebook Twitter Email',
      'inside: 3 min read',
      'after: Sign up for our newsletter',
      'after: Related: Another gate fell',
      'after: © 2026 The Northern Post. All rights reserved.',
    ]);
    expect(reportLines(report, 'log')[0]).toBe('Set apart before the story: Skip to content');
  });

  it('makes one ad break of label and promise', () => {
    const { fields } = imported(`Head line\n\n${long}\n\nADVERTISEMENT\n\nStory continues below\n\n${long}`);
    expect(fields.body).toEqual([p(long), adBreak(), p(long)]);
  });

  it('keeps lines as lines, joins lines that were wrapped to a width, and reads "* * *" as a divider', () => {
    expect(
      imported(`Head\n\n${long}\n\nRoses are red,\nviolets are blue.\n\n* * *\n\nEnd.`).fields.body,
    ).toEqual([p(long), p('Roses are red,', br, 'violets are blue.'), divider, p('End.')]);
    const wrapped = (long.match(/.{1,60}(?: |$)/g) ?? []).join('\n');
    expect(imported(`Head\n\n${wrapped}\n\n${wrapped}`).fields.body).toEqual([p(long), p(long)]);
  });

  it('makes every line a paragraph where there are no empty lines', () => {
    expect(imported(`Head\n${sentence}\n${long}\nEnd.`).fields.body).toEqual([
      p(sentence),
      p(long),
      p('End.'),
    ]);
  });

  it('keeps non-breaking spaces, odd spaces and emoji, and takes control characters out', () => {
    const { fields, report } = imported(
      `The gate held\n\n10\u00a0000  people\u2009, 👩‍👩‍👧\u0007!\n\n${long}`,
    );
    expect(fields.body[0]).toEqual(p('10\u00a0000  people\u2009, 👩‍👩‍👧!'));
    expect(report.findings).toEqual([{ code: 'control-character', count: 1, examples: [] }]);
  });

  it('has no headline where the first paragraph is the story', () => {
    expect(imported(long).fields).toMatchObject({ headline: '', body: [p(long)] });
    expect(imported(`MOSCOW — ${long}\n\n${long}`).fields).toMatchObject({
      headline: '',
      dateline: 'MOSCOW —',
    });
  });
});

describe('a page', () => {
  it('takes no line for a field that the page names itself: the line is the story’s', () => {
    const named =
      '<p class="standfirst">Deck.</p><p class="byline">By Ines Kahl</p><p class="dateline">HARLE</p>';
    const { fields } = imported(
      `<article><h1>The gate held</h1><p>A line without a full stop</p><p>By Jon Peel</p>${named}<p>LOWTON — ${long}</p></article>`,
      'html',
    );
    expect(fields).toMatchObject({ deck: 'Deck.', bylines: [{ name: 'Ines Kahl' }], dateline: 'HARLE' });
    expect(fields.body).toEqual([p('A line without a full stop'), p('By Jon Peel'), p(`LOWTON — ${long}`)]);
    const after = imported(
      `<article><h1>The gate held</h1>${named}<p>By Jon Peel</p><p>LOWTON — ${long}</p></article>`,
      'html',
    );
    expect(after.fields.body).toEqual([p('By Jon Peel'), p(`LOWTON — ${long}`)]);
  });

  it('takes a line that says once more what the page names', () => {
    const { fields } = imported(
      `<article><h1>The gate held</h1><p class="byline">By Ines Kahl</p><p class="dateline">HARLE</p><p>By Ines Kahl</p><p>HARLE — ${long}</p></article>`,
      'html',
    );
    expect(fields).toMatchObject({ bylines: [{ name: 'Ines Kahl' }], dateline: 'HARLE', body: [p(long)] });
  });

  it('keeps of a frame what stands in what: lists in lists, boxes, captions', () => {
    const { report } = imported(
      `<article><h1>The gate held</h1><p>${long}</p></article><nav><ul><li>News<ul><li>Coast</li></ul></li></ul></nav><footer><blockquote>Motto</blockquote><table><caption>Tides</caption><tr><td>High</td><td>4 am</td></tr></table></footer>`,
      'html',
    );
    expect(report.setAside.map(({ text }) => text)).toEqual(['News\nCoast', 'Motto', 'Tides', 'High\t4 am']);
  });

  it('tells story from frame and keeps the frame', () => {
    const { fields, report } = imported(
      `<!DOCTYPE html><html lang="de"><head><title>Tor – Post</title></head><body><header><p>Nordpost</p></header><nav><ul><li>Start</li></ul></nav><main><article><header><h1>Das Tor hielt</h1><p class="deck">Knapp.</p><p class="byline">Von Ines Kahl</p></header><p>${long}</p><p>Anzeige</p><h2>Danach</h2><p>Ende.</p></article></main><footer><p>Impressum</p></footer></body></html>`,
      'html',
    );
    expect(fields).toMatchObject({
      language: 'de',
      headline: 'Das Tor hielt',
      deck: 'Knapp.',
      bylines: [{ name: 'Ines Kahl' }],
    });
    expect(fields.body.map(({ kind }) => kind)).toEqual(['paragraph', 'adBreak', 'heading', 'paragraph']);
    expect(report.setAside.map(({ place, text }) => `${place}: ${text}`)).toEqual([
      'before: Nordpost',
      'before: Start',
      'after: Impressum',
    ]);
  });
});

describe('a document that no site printed', () => {
  it('takes no first-level heading between its paragraphs for the headline', () => {
    const { fields, report } = imported(`The gate held\n\n${long}\n\n# What came after\n\n${long}\n`, 'md');
    expect(fields.headline).toBe('The gate held');
    expect(fields.body).toEqual([p(long), h(2, 'What came after'), p(long)]);
    expect(report.setAside).toEqual([]);
  });

  it('keeps a list and a picture that stand above the headline', () => {
    const { fields } = imported(
      `- one\n- two\n\n![The gate](gate.png)\n\n# The gate held\n\n${long}\n`,
      'md',
    );
    expect(fields.headline).toBe('The gate held');
    expect(fields.body.map(({ kind }) => kind)).toEqual(['list', 'deskNote', 'paragraph']);
  });

  it('sets the words of a list above the headline of a site apart, and loses none', () => {
    const { fields, report } = imported(
      `<ul><li>World</li><li>Sport</li></ul><h1>The gate held</h1><p>${long}</p>`,
      'html',
    );
    expect(fields.headline).toBe('The gate held');
    expect(report.setAside.map(({ text }) => text)).toEqual(['World\nSport']);
  });
});

describe('Markdown', () => {
  it('reads headings, lists, tables, links, notes and raw HTML by the same allow-list', () => {
    const { fields } = imported(
      `---\ntitle: "The gate held"\nauthor: Ines Kahl\nlang: en-GB\n---\n\nA *line* with ~~old~~ [link](https://example.org/?utm_source=x) and <script>alert(1)</script><b>bold</b>\nwrapped [evil](javascript:alert(1)).\n\n## Sub\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> quoted\n\nEnd.[^1]\n\n[^1]: A note.\n`,
      'md',
    );
    expect(fields).toMatchObject({
      headline: 'The gate held',
      bylines: [{ name: 'Ines Kahl' }],
      language: 'en-GB',
    });
    expect(fields.body.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'table',
      'blockquote',
      'paragraph',
      'list',
    ]);
    const [first] = fields.body;
    expect(first?.kind === 'paragraph' && inlineText(first.children)).toBe(
      'A line with old link and bold wrapped evil.',
    );
    expect(JSON.stringify(fields)).not.toMatch(/<script|alert|utm_/);
  });

  it('names every author of its head, and no line of it becomes the story', () => {
    const { fields } = imported(
      `---\ntitle: The gate held\ndescription: >\n  It was\n  close.\nauthors:\n  - Ines Kahl\n  - Jon Peel\n---\n\n${long}\n`,
      'md',
    );
    expect(fields).toMatchObject({
      headline: 'The gate held',
      deck: 'It was close.',
      bylines: [{ name: 'Ines Kahl' }, { name: 'Jon Peel' }],
      body: [p(long)],
    });
  });

  it('tells what of its head has no field', () => {
    const { report } = imported(`---\ntitle: T\ndate: 2026-03-01\ntags: [tides]\n---\n\n${long}\n`, 'md');
    expect(reportLines(report, 'writer')).toEqual([
      '2 fields at the head of the file left out. (date, tags)',
    ]);
  });

  it('finds who said a quote on the line below it, where Markdown knows no line of its own', () => {
    for (const end of ['\n> — Ines Kahl', '\r\n>— Ines Kahl', '  \n> — Ines Kahl', '\n>\n> — Ines Kahl'])
      expect(
        imported(`# The gate\n\n${long}\n\n> It held\n> all night.${end}\n\n${long}\n`, 'md').fields.body,
      ).toEqual([p(long), blockquote('Ines Kahl', 'It held all night.'), p(long)]);
  });

  it('takes the first heading as headline', () => {
    expect(imported('# The gate held\n\nBy Ines Kahl\n\nText.', 'md').fields).toMatchObject({
      headline: 'The gate held',
      bylines: [{ name: 'Ines Kahl' }],
      body: [p('Text.')],
    });
  });
});

describe('datelines', () => {
  it.each([
    ['MOSCOW — The tide rose.', 'MOSCOW —'],
    ['WASHINGTON (AP) — The tide rose.', 'WASHINGTON (AP) —'],
    ['NEW YORK -- The tide rose.', 'NEW YORK --'],
    ['MANCHESTER, N.H. - The tide rose.', 'MANCHESTER, N.H. -'],
    ['RANGOON, Burma – The tide rose.', 'RANGOON, Burma –'],
    ['ST. LOUIS, Mo. (Reuters) - The tide rose.', 'ST. LOUIS, Mo. (Reuters) -'],
    ['PARIS, Aug 31 (Reuters) - The tide rose.', 'PARIS, Aug 31 (Reuters) -'],
    ['Berlin (dpa) – Das Wasser stieg.', 'Berlin (dpa) –'],
    ['SÃO PAULO — A maré subiu.', 'SÃO PAULO —'],
    ['МОСКВА — Вода поднялась.', 'МОСКВА —'],
    ['LOS ANGELES/SAN DIEGO — The tide rose.', 'LOS ANGELES/SAN DIEGO —'],
  ])('%s', (paragraph, dateline) => {
    const parted = partDateline(paragraph);
    expect(parted?.dateline).toBe(dateline);
    expect(`${dateline} ${paragraph.slice(parted?.length)}`).toBe(paragraph);
  });

  it.each([
    'The tide rose — again.',
    'BREAKING — The tide rose.',
    'I — like you — went home.',
    'NATO said — twice — no.',
    'Trump (R) — the nominee — spoke.',
    'MOSCOW said it would not.',
    'MOSCOW —',
    'A well-known name - of course.',
    'UPDATE: the tide',
  ])('not: %s', (paragraph) => {
    expect(partDateline(paragraph)).toBeNull();
  });
});

it('whether a line is a dateline is read quickly, however it is made', () => {
  const began = performance.now();
  for (const line of ['A and '.repeat(9), 'A, A/'.repeat(11), 'ST. A. '.repeat(8), 'A '.repeat(29)])
    expect(isDateline(`${line}a!`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});

describe('bylines', () => {
  it.each([
    ['By Ines Kahl', ['Ines Kahl']],
    ['BY INES KAHL', ['INES KAHL']],
    ['By Ines Kahl and Jon Peel', ['Ines Kahl', 'Jon Peel']],
    ['By Ines Kahl, Jon Peel and Zoë Núñez', ['Ines Kahl', 'Jon Peel', 'Zoë Núñez']],
    ['By Ludwig van der Berg', ['Ludwig van der Berg']],
    ['By Ines Kahl, Associated Press', ['Ines Kahl, Associated Press']],
    ['By Reuters', ['Reuters']],
    ['Von Ines Kahl und Jon Peel', ['Ines Kahl', 'Jon Peel']],
    ['Par Inès Kahl', ['Inès Kahl']],
  ])('%s', (line, names) => {
    expect(readByline(line)?.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'By Monday, the tide had risen.',
    'By the time it rose',
    'By and large',
    'By Friday night the gate was shut',
    'Von der Flut überrascht',
    'By “Ines Kahl”',
    'By Ines Kahl the gate was opened.',
    'Bylaws Of The Town',
  ])('not: %s', (line) => {
    expect(readByline(line)).toBeNull();
  });
});

it('guesses a language only where it is clear', () => {
  expect(
    guessLanguage(
      'Der Fluss stieg und die Tore wurden nicht mit dem Wagen auf der Straße für das Dorf von dem Wasser',
    ),
  ).toBe('de');
  expect(guessLanguage('The tide.')).toBeNull();
});
