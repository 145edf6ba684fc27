import { readFileSync } from 'node:fs';
import type { Article } from '../../../shared/article/article';
import {
  adBreak,
  article,
  blockquote,
  br,
  bullets,
  correction,
  deskNote,
  divider,
  embed,
  factBox,
  h,
  image,
  item,
  link,
  mention,
  note,
  numbers,
  p,
  pullQuote,
  quote,
  table,
  text,
  tk,
} from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { parseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import type { ExportOptions } from '../../../shared/export/formats';
import { publish } from '../../../shared/export/publish';
import type { PublishedArticle } from '../../../shared/export/published';
import { describeRefusal } from '../../../shared/export/refusal';

export const desk = {
  ...defaultDeskSettings,
  masthead: { name: 'The Northern Post', tagline: 'Weather & tides since 1887' },
  canonicalBase: 'https://example.org/news/',
};

export const options: ExportOptions = {
  ads: 'neutral',
  look: 'broadsheet',
  houseStyle: null,
  canonicalUrl: null,
  crops: true,
};

/** What an article looks like from outside; a refusal fails the test. */
export function published(story: Article): PublishedArticle {
  const result = publish(story, desk, { canonicalUrl: null });
  if (!result.ok) throw new Error(result.error.map(describeRefusal).join('\n'));
  return result.value.article;
}

/** A story with every kind of block and inline, more than one of what could collide. */
export const everyBlock: Article = article(
  {
    slug: 'harbour-wall',
    language: 'en-GB',
    kicker: 'Coast',
    headline: 'Harbour wall “to rise” by a metre & a half',
    deck: 'The council voted for the higher of two plans after a night of <flooding>.',
    bylines: [{ name: 'Ada Field' }, { name: 'Ben Okri' }],
    dateline: 'WICK',
    section: 'Local',
    subjects: ['medtop:06000000', 'tides'],
    status: 'published',
    published: '2026-02-28T23:30:00-05:00',
    modified: '2026-03-02T08:00:00Z',
    embargo: '2026-02-28T06:00:00Z',
    leadImage: image('a1b2c3d4-harbour.jpg', {
      alt: 'Waves over a harbour wall',
      caption: [text('The wall on Tuesday.')],
      credit: 'Field/Post',
      width: 1200,
      height: 800,
    }),
    quotations: [
      { ...newQuotation('q1', 's1'), date: '2026-02-27T10:00:00Z' },
      newQuotation('q2', 's2'),
      newQuotation('q3', 's3'),
      newQuotation('q4', 's4'),
    ],
    sources: [
      { ...newSource('s1', 'Mary Sinclair'), role: 'the harbour master', organisation: 'Wick Harbour' },
      { ...newSource('s2', 'Nils Nemo'), terms: 'on-background', publishedAs: 'a council engineer' },
      {
        ...newSource('s3', 'Minutes'),
        kind: 'document',
        title: 'Minutes of 3 May',
        url: 'https://example.org/minutes',
      },
      { ...newSource('s4', 'The council'), kind: 'organisation', role: 'which owns the wall' },
    ],
    corrections: [
      { type: 'clarification', date: '2026-03-01T09:00:00Z', text: [text('The height was in feet.')] },
    ],
  },
  p(quote('q1', '“It held by a hand’s breadth,”'), ' said ', mention('s1', 'Mary Sinclair'), '.'),
  h(2, 'Two ', text('plans', 'italic')),
  bullets(item(['Raise the wall'], numbers('by a metre', item(['by half'], bullets('or less')))), 'Move'),
  { ...numbers('third', 'fourth'), start: 3 },
  adBreak({ slot: 'article-1', size: '300x250' }),
  p(
    'An engineer called it ',
    quote('q2', '“a sandcastle”'),
    '.',
    br,
    'It ',
    note('n1', 'Check', 'stood'),
    ' for years.',
  ),
  adBreak(),
  blockquote('Council minutes', 'Carried by nine votes to four.', br, br, 'Closed at ten.'),
  { ...blockquote('', 'No wall is for ever.'), sourceId: 's3' },
  blockquote('', 'Unsigned.'),
  pullQuote('Mary Sinclair', 'It held by a hand’s breadth'),
  pullQuote('', 'Nobody slept'),
  image('0f0f0f0f wall’s "plan".png', { alt: 'Plan', credit: 'Council', width: 640, height: 480 }),
  image('1f0f0f0f-wall.png', { caption: [text('The '), text('old', 'bold'), text(' wall')] }),
  h(3, 'Figures'),
  factBox(
    'The wall',
    p(
      'Built in ',
      text('1887', 'bold', 'smallCaps'),
      text(' of ', 'bold'),
      text('stone', 'bold', 'italic'),
      '.',
    ),
    bullets('h', 'w'),
  ),
  factBox('The wall', p('Again')),
  factBox(
    '',
    p(
      'H',
      text('2', 'subscript'),
      'O, x',
      text('2', 'superscript'),
      text('if', 'code'),
      text('no', 'strike'),
      text('yes', 'underline'),
    ),
  ),
  embed('https://example.org/post/1', { title: 'Post', description: 'A post & more', provider: 'Example' }),
  embed('https://example.org/post/2?a=1&b=2'),
  table(true, ['Year', 'Flood cm'], ['2025', '41'], ['2024', '']),
  table(false, ['One'], ['Two']),
  table(true, ['Only a head']),
  divider,
  correction('2026-02-28T09:00:00Z', 'The vote was on Monday.'),
  deskNote('d1', 'Lawyer has seen this.'),
  p(
    'More ',
    tk('TK cost'),
    link('https://example.org/plan?a=1&b=2', 'in the ', text('plan', 'bold')),
    ' or ',
    link('tel:+4930123456', 'call'),
    '.',
  ),
  h(4, quote('q3', '“No wall is for ever”'), ' — ', quote('q4', '“Agreed”')),
  p('שלום 👩‍👩‍👧 <b>not bold</b> & </script> ]]> --> “done”'),
);

/** The article of the project's oldest fixture. */
export function fixtureStory(): Article {
  const path = new URL('../../fixtures/article/version-1.0.json', import.meta.url);
  const parsed = parseArticle(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const hostile = `</script><script>alert(1)</script> ]]> --> <!-- " ' & \u2028`;

/** Stories that careless serialisers break on. */
export const oddStories: Readonly<Record<string, Article>> = {
  empty: article({}),
  'long headline': article({ headline: 'A'.repeat(10_000), deck: 'word '.repeat(2000) }, p('x')),
  hostile: article(
    {
      headline: hostile,
      deck: hostile,
      kicker: hostile,
      bylines: [{ name: hostile }],
      dateline: hostile,
      section: hostile,
      subjects: [hostile],
      leadImage: image("it's.jpg", { alt: hostile, credit: hostile, caption: [text(hostile)] }),
      corrections: [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: [text(hostile)] }],
    },
    p(hostile, text(hostile, 'code')),
    factBox(hostile, p(hostile)),
    embed('https://example.org/', { title: hostile, description: hostile, provider: hostile }),
    blockquote(hostile, hostile),
    adBreak({ label: hostile }),
    adBreak({ label: hostile }),
  ),
  'right to left': article(
    { language: 'he', headline: 'שלום', bylines: [{ name: 'יוסי' }], published: '2026-01-01T00:00:00Z' },
    p('אמר'),
    correction('2026-01-02T00:00:00Z', 'תיקון'),
  ),
  'no such language': article({ language: 'en-abc-abc-abc-abc', headline: 'Tides' }, p('x')),
  'nothing but breaks': article({ headline: 'Tides' }, adBreak(), adBreak(), divider, p(br)),
};

export const stories = (): Readonly<Record<string, Article>> => ({
  'every block': everyBlock,
  fixture: fixtureStory(),
  ...oddStories,
});
