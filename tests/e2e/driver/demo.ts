import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { expect } from '@playwright/test';
import { electronExecutable, StandfirstApp } from './app';

/*
 * `npm run demo`: the main job, done by itself on the sample article as a journalist would do it, in the real app on a
 * desk of its own. Leaves pictures of the window, the exported page and the saved article in the folder `--out`.
 * Fails where a step does not do what it says.
 */

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-output' } } });
const out = resolve(values.out);
mkdirSync(out, { recursive: true });

const paragraph = 'The crossing costs the town';
const quotation = '“We load the vans at eleven and the boat does not wait for late bread,”';
const speaker = 'Runa Haldorsen';
const role = 'the foreman of the bakery';
const sentence = ` ${quotation} said ${speaker}, ${role}.`;

const app = new StandfirstApp(electronExecutable(), { firstStart: true });
let count = 0;

const tell = (what: string) => console.log(`  ${what}`);

/** The folder of the one article on the desk. */
function slug(): string {
  const [only, ...others] = readdirSync(app.desk.path).filter((name) =>
    existsSync(app.desk.articlePath(name)),
  );
  if (only === undefined || others.length > 0) throw new Error('A new desk should hold one article.');
  return only;
}

/** A picture of the window, numbered in the order of the work. */
async function picture(name: string): Promise<void> {
  count += 1;
  await app.window.screenshot({ path: join(out, `${count}-${name}.png`), animations: 'disabled' });
}

async function write(): Promise<void> {
  const { window } = app;
  const body = window.getByRole('textbox', { name: 'Article body' });
  const saved = () => expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');

  await expect(window.getByRole('heading', { name: 'Where your articles live' })).toBeFocused();
  await picture('first-start');
  await window.getByRole('button', { name: 'Skip' }).click();
  await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(/^Port Ellery keeps/);
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  tell('A new desk opened with its sample article.');

  const place = body.getByRole('paragraph').filter({ hasText: paragraph });
  const { width, height } = (await place.boundingBox()) ?? { width: 0, height: 0 };
  await place.click({ position: { x: width - 2, y: height - 4 } });
  await window.keyboard.type(sentence);
  await expect(body).toContainText(sentence.trim());
  tell(`Typed: ${sentence.trim()}`);

  for (let step = sentence.indexOf(' said') - 4; step < sentence.length; step += 1) {
    await window.keyboard.press('ArrowLeft');
  }
  await window.keyboard.press('Control+Shift+U');
  await expect(window.getByRole('combobox', { name: 'Speaker' })).toHaveValue(speaker);
  await expect(window.getByRole('textbox', { name: 'Role' })).toHaveValue(role);
  await picture('who-said-it');
  await window.getByRole('button', { name: 'Confirm' }).click();
  await expect(body.getByRole('group', { name: `${speaker}, on the record` })).toHaveText(quotation);
  await expect(window.getByRole('region', { name: 'Sources' })).toContainText(speaker);
  tell(`Tagged the quotation: the name and "${role}" were found in the text.`);

  const breaks = body.getByRole('group', { name: 'Ad break' });
  const before = await breaks.count();
  await body.getByText('Whether the line survives the summer').click();
  await window.keyboard.press('Control+Shift+A');
  await expect(breaks).toHaveCount(before + 1);
  tell('Set an ad break.');

  await saved();
  const kept = JSON.stringify(app.desk.article(slug()));
  if (!kept.includes(speaker))
    throw new Error('The window says "Saved", but the file does not hold the words.');
  tell('Saved: the file on the disk holds the new words.');
}

async function look(): Promise<void> {
  const { window } = app;
  await window.getByRole('textbox', { name: 'Headline' }).scrollIntoViewIfNeeded();
  await picture('headline');
  await window.getByRole('group', { name: speaker }).scrollIntoViewIfNeeded();
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await picture(colorScheme);
  }
  await window.emulateMedia({ colorScheme: 'light' });
  tell('Took pictures of the window, light and dark.');
}

async function handOver(): Promise<void> {
  const { window } = app;
  const page = join(out, `${slug()}.html`);
  rmSync(page, { force: true });
  await app.answer({ savePath: page });
  await window.keyboard.press('Control+Shift+E');
  const dialog = window.getByRole('dialog', { name: 'Export' });
  await expect(dialog.frameLocator('iframe').getByText(quotation)).toBeAttached();
  await picture('export');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog.getByRole('status')).toContainText(page);
  const html = readFileSync(page, 'utf8');
  for (const word of [quotation, speaker]) {
    if (!html.includes(word)) throw new Error(`The exported page lacks ${word}`);
  }
  const { sources } = app.desk.article(slug());
  const secret = sources.find((source) => source.terms === 'on-background');
  if (!secret) throw new Error('The sample article has no source on background to keep secret.');
  if (html.includes(secret.name)) throw new Error('The exported page names a source on background.');
  tell('Exported the page: it holds the new quotation, and no name of the source on background.');
}

console.log('Standfirst does the main job by itself:');
try {
  await app.start();
  await write();
  await look();
  await handOver();
  await app.close();
  copyFileSync(app.desk.articlePath(slug()), join(out, 'article.json'));
  tell('Closed the app.');
  if (app.problems.length > 0) throw new Error(`The window complained:\n${app.problems.join('\n')}`);
  console.log(`Pictures, the exported page and the saved article are in ${out}`);
} catch (error) {
  await picture('where-it-stopped').catch(() => undefined);
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await app.dispose();
}
