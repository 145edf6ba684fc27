import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, newArticle, statusNames } from '../../../shared/article/article';
import { adBreak, p, quote } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { readCorpus } from '../quotes/corpus';

/*
 * A desk of many articles for the benchmark: the texts of the corpus where it stands beside the project, each with
 * other words in it, otherwise generated prose. The same number always gives the same article.
 */

const givenNames =
  'Ana Bjørn Chiara Dmitri Elif Fatou Goran Håkon Inês Jürgen Kofi Lena Mara Noor Otto'.split(' ');
const surnames =
  'Müller Haldorsen Okafor Santos Ekström Petrov Nakamura Brandt Whitlock Kessling Ødegård'.split(' ');
const sections = ['News', 'City', 'Business', 'Culture', 'Sport', 'Science', 'Opinion', ''];
const plainWords =
  'harbour council ferry budget vote night bridge school river minister report union price storm market hospital court fishing road winter election tax neighbour station tide bakery spokesman museum'.split(
    ' ',
  );

/** How many people are quoted on the whole desk. */
const people = givenNames.length * surnames.length;

/** Numbers between 0 (included) and 1, the same for the same seed (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

const pick = <Item>(items: readonly Item[], next: () => number): Item =>
  // The index is inside the list: `next` stays below 1.
  items[Math.floor(next() * items.length)] as Item;

function sentence(next: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(next() * 14) }, () => pick(plainWords, next));
  const [first = '', ...rest] = words;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`;
}

const generatedParagraph = (next: () => number): string =>
  Array.from({ length: 3 }, () => sentence(next)).join(' ');

interface Story {
  readonly paragraphs: readonly string[];
}

/** The stories to make articles of; null where there is no corpus. */
export function benchStories(): readonly Story[] | null {
  const corpus = readCorpus();
  if (!corpus) return null;
  return corpus.map(({ text }) => ({
    paragraphs: text
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean),
  }));
}

const source = (number: number) =>
  newSource(
    `person-${number}`,
    `${givenNames[number % givenNames.length]} ${surnames[Math.floor(number / givenNames.length)]}`,
  );

const pad = (number: number, width: number) => String(number).padStart(width, '0');

/** Article `number` of the desk, of about `words` words, with three people quoted. */
export function benchArticle(number: number, words: number, stories: readonly Story[] | null): Article {
  const next = numbers(number * 7919 + 17);
  const created = new Date(Date.UTC(2020, 0, 1) + number * 17_000_000 + Math.floor(next() * 9_000_000));
  const speakers = [0, 1, 2].map(() => source(Math.floor(next() * people)));
  const quotations = speakers.map(({ id }, index) => newQuotation(`quote-${index}`, id));
  const texts: string[] = [];
  let count = 0;
  for (let at = number; count < words; at += 1) {
    const paragraphs = stories?.[at % stories.length]?.paragraphs ?? [generatedParagraph(next)];
    for (const paragraph of paragraphs) {
      // Another word in about every twelfth place, so that no two articles are the same.
      const changed = paragraph
        .split(' ')
        .map((word) => (next() < 0.08 ? pick(plainWords, next) : word))
        .join(' ');
      texts.push(changed);
      count += changed.split(' ').length;
      if (count >= words) break;
    }
  }
  const body = texts.flatMap((text, index) => {
    const said = index < quotations.length ? quote(`quote-${index}`, `“${sentence(next)}”`) : null;
    const paragraph = said ? p(text, ' ', said, ` said ${speakers[index]?.name}.`) : p(text);
    return index > 0 && index % 7 === 0 ? [adBreak(), paragraph] : [paragraph];
  });
  return {
    ...newArticle({
      id: `00000000-0000-4000-8000-${pad(number, 12)}`,
      slug: `story-${pad(number, 5)}`,
      language: 'en-GB',
      created: created.toISOString(),
    }),
    modified: new Date(created.getTime() + 3_600_000).toISOString(),
    headline: `${sentence(next).slice(0, -1).split(' ').slice(0, 8).join(' ')} ${number}`,
    deck: sentence(next),
    section: pick(sections, next),
    status: pick(statusNames, next),
    body,
    quotations,
    sources: [...new Map(speakers.map((speaker) => [speaker.id, speaker])).values()],
  };
}

/** Writes `count` articles of about `words` words into `desk`. */
export function writeBenchDesk(desk: string, count: number, words: number): void {
  const stories = benchStories();
  for (let number = 0; number < count; number += 1) {
    const article = benchArticle(number, words, stories);
    mkdirSync(join(desk, article.slug), { recursive: true });
    writeFileSync(join(desk, article.slug, 'article.json'), serialiseArticle(article));
  }
}
