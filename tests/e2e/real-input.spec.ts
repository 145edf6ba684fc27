import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../shared/article/article';
import { bylineText } from '../../shared/article/byline';
import { parseArticle } from '../../shared/article/file';
import { publishedPieces } from '../../shared/article/traverse';
import { visibleText, writtenText } from '../builders/visible-text';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const corpus = join(project, '..', 'shared', 'corpus', 'news-quotes-train.jsonl');
const command = join(project, 'out', 'main', 'cli.js');

interface News {
  readonly id: string;
  readonly text: string;
}

/** The ten longest articles of the corpus if it lies beside the project; the project's own sample always. */
function texts(): readonly News[] {
  const sample = parseArticle(readFileSync(join(project, 'assets', 'sample', 'article.json'), 'utf8'));
  if (!sample.ok) throw new Error(sample.error.code);
  const own = {
    id: 'sample',
    text: [sample.value.headline, ...sample.value.body.flatMap(publishedPieces)].join('\n\n'),
  };
  if (!existsSync(corpus)) return [own];
  const all = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as News);
  return [own, ...all.sort((a, b) => b.text.length - a.text.length).slice(0, 10)];
}

const standfirst = (...words: string[]) =>
  execFileSync(process.execPath, [command, ...words], { encoding: 'utf8' });

/** All that a reader sees of a text: without control characters, and with one space where white space stands. */
const characters = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The visible words of the article as it stands on the disk, in the order of the page. */
function wordsOf({ kicker, headline, deck, bylines, dateline, body }: Article): string {
  return [kicker, headline, deck, bylineText(bylines), dateline, ...body.flatMap(publishedPieces)]
    .filter(Boolean)
    .join('\n');
}

async function workOn(app: StandfirstApp, slug: string): Promise<void> {
  const { window } = app;
  const body = window.getByRole('textbox', { name: 'Article body' });
  const { headline } = app.desk.article(slug);
  await window
    .getByRole('listbox', { name: 'Articles' })
    .getByRole('option', { name: headline || 'Untitled', exact: true })
    .click();
  await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(headline);
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  const paragraphs = body.locator('p');
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.click();
  await window.keyboard.press('End');
  await window.keyboard.type(' Typed in the middle.');
  // Tag the words just typed: a quotation by a new source.
  for (let step = 0; step < 'in the middle.'.length; step += 1)
    await window.keyboard.press('Shift+ArrowLeft');
  await window.keyboard.press('Control+Shift+U');
  await window.getByRole('combobox', { name: 'Speaker' }).fill('Reporter’s Own Source');
  await window.getByRole('button', { name: 'Confirm' }).click();
  await expect(body.getByRole('group', { name: 'Reporter’s Own Source' })).toHaveText('in the middle.');
  const before = await window.getByRole('group', { name: 'Ad break' }).count();
  for (const place of [1, 3]) {
    await paragraphs.nth(place).click();
    await window.keyboard.press('End');
    await window.keyboard.press('Control+Shift+A');
  }
  await expect(window.getByRole('group', { name: 'Ad break' })).toHaveCount(before + 2);
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
}

test('real articles: import, type, tag, set ad breaks, restart, export; not a character is lost or added', async ({
  launch,
}) => {
  test.setTimeout(600_000);
  const app = await launch();
  const news = texts();
  const slugs = news.map(({ id, text }) => {
    const file = join(app.desk.path, '..', `${id}.txt`);
    writeFileSync(file, text);
    const path = standfirst('import', file, '--desk', app.desk.path).trim();
    // What was imported is what stood in the file, character by character.
    const slug = dirname(path).split('/').at(-1) ?? '';
    expect(characters(wordsOf(app.desk.article(slug))), id).toBe(characters(text));
    return slug;
  });
  await app.restart();
  await expect(app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(
    slugs.length,
  );
  for (const slug of slugs) await workOn(app, slug);
  await app.restart();

  slugs.forEach((slug, index) => {
    const article = app.desk.article(slug);
    const words = wordsOf(article);
    expect(characters(words.replace(' Typed in the middle.', '')), slug).toBe(
      characters(news[index]?.text ?? ''),
    );
    expect(article.quotations).toHaveLength(1);
    expect(article.body.filter((block) => block.kind === 'adBreak').length).toBeGreaterThanOrEqual(2);
    const html = standfirst('export', app.desk.articlePath(slug), '--to', 'page', '--out', '-');
    expect(visibleText(html), slug).toEqual(writtenText(article));
  });
  expect(app.problems).toEqual([]);
});
