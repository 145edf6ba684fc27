import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVersions } from '../../electron/desk/versions';
import type { Article } from '../../shared/article/article';
import type { Block, Paragraph } from '../../shared/article/block';
import { adBreak, article, h, p, quote } from '../../shared/article/build';
import { serialiseArticle } from '../../shared/article/file';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { createWordCounter } from '../../shared/article/words';
import { temporaryFolder } from '../builders/folders';
import { readCorpus } from './quotes/corpus';
import { inventedParagraphs } from './quotes/speed';

/*
 * What a year of versions of a 1,000-word article weighs: npx tsx tests/bench/versions.ts. Its sentences come from the
 * corpus of news where it stands beside the project, so that they compress as news does.
 */

const minute = 60_000;
const day = 24 * 60 * minute;

/** Numbers from 0 to 1 that are the same in every run (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(86);
const texts = readCorpus()?.map(({ text }) => text) ?? [inventedParagraphs.join(' ')];
const sentences = texts
  .flatMap((text) => text.split(/(?<=[.!?]["”’']?)\s+/))
  .filter((text) => text.length > 60 && text.length < 180);
const sentence = () => sentences[Math.floor(random() * sentences.length)] ?? 'Nobody was hurt.';
const name = () => sentence().split(' ').slice(0, 2).join(' ');
const paragraph = (): Paragraph => p([sentence(), sentence(), sentence()].join(' '));

/** A story of about 1,000 words: 20 paragraphs, headings, ad breaks, five tagged quotations of three sources. */
function firstDraft(): Article {
  const sources = ['s1', 's2', 's3'].map((id) => newSource(id, name()));
  const quotations = Array.from({ length: 5 }, (_, index) =>
    newQuotation(`q${index}`, `s${(index % 3) + 1}`),
  );
  const body: Block[] = [];
  for (let index = 0; index < 20; index += 1) {
    if (index % 6 === 5) body.push(h(2, sentence()));
    if (index % 7 === 6) body.push(adBreak());
    body.push(
      index % 4 === 1
        ? p(quote(`q${(index - 1) / 4}`, `“${sentence()}”`), ` ${sentence()} ${sentence()}`)
        : paragraph(),
    );
  }
  return article({ slug: 'story', headline: sentence(), deck: sentence(), sources, quotations }, ...body);
}

const usualBlocks = 25;

/** One edit as writers make them: mostly a sentence in a paragraph, sometimes a paragraph more, less or elsewhere. */
function edited(story: Article): Article {
  const body = [...story.body];
  const at = Math.floor(random() * body.length);
  const block = body[at];
  const kind = random();
  if (kind < 0.8 && block?.kind === 'paragraph' && block.children.length === 1) body[at] = changed(block);
  else if (kind < 0.94) {
    // The story keeps its length: it is to have 1,000 words at the end of the year as well.
    if (body.length < usualBlocks) body.splice(at, 0, paragraph());
    else body.splice(at, 1);
  } else body.splice(at, 0, ...body.splice(Math.floor(random() * body.length), 1));
  return random() < 0.05 ? { ...story, headline: sentence(), body } : { ...story, body };
}

function changed(block: Paragraph): Block {
  const [only] = block.children;
  const sentences = only?.kind === 'text' ? only.text.split(/(?<=\.) /) : [];
  sentences[Math.floor(random() * sentences.length)] = sentence();
  return p(sentences.join(' '));
}

const wordsOf = (story: Article): number => createWordCounter(story.language).ofBody(story.body).words;

interface Habit {
  readonly name: string;
  /** Minutes of work on the day `number` of the year. */
  readonly work: (number: number) => number;
}

const habits: readonly Habit[] = [
  {
    name: 'news: two days of writing, corrected twice a week',
    work: (number) => (number < 2 ? 420 : number % 7 < 2 ? 20 : 0),
  },
  {
    name: 'feature: three weeks of writing, then once a week',
    work: (number) => (number < 21 ? 300 : number % 7 === 0 ? 30 : 0),
  },
  { name: 'an hour every working day, all year', work: (number) => (number % 7 < 5 ? 60 : 0) },
];

async function year({ name, work }: Habit): Promise<void> {
  const desk = temporaryFolder();
  mkdirSync(join(desk, 'story'));
  let clock = Date.UTC(2026, 0, 5, 9);
  const versions = createVersions(
    desk,
    () => new Date(clock),
    () => clock,
  );
  const folder = join(desk, 'story', '.versions');
  const weigh = () => {
    const files = readdirSync(folder);
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
    };
  };
  let story = firstDraft();
  let most = 0;
  for (let number = 0; number < 365; number += 1) {
    const minutes = work(number);
    for (let passed = 0; passed < minutes; passed += 5) {
      if (passed === 0) {
        writeFileSync(join(desk, 'story', 'article.json'), serialiseArticle(story));
        await versions.take('story', 'opened', null, null);
      }
      clock += 5 * minute;
      story = edited(story);
      await versions.afterSave('story', story);
    }
    clock += day - minutes * minute;
    if (minutes > 0) most = Math.max(most, weigh().bytes);
  }
  const { files, bytes } = weigh();
  const kilobytes = (size: number) => `${Math.round(size / 1000)} kB`;
  console.log(
    `${name}, ${wordsOf(story)} words: ${files} versions, ${kilobytes(bytes)} at the end (${(bytes / files / 1000).toFixed(1)} kB each), never more than ${kilobytes(most)}`,
  );
  rmSync(desk, { recursive: true });
}

for (const habit of habits) await year(habit);
