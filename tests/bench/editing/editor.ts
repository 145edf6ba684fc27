import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Article } from '../../../shared/article/article';
import { electronExecutable, StandfirstApp } from '../../e2e/driver/app';
import { newsArticle, plainBlocks } from '../news-text';
import { stillPage } from './still-page';
import { openWorkClock, quiet } from './work';

/** An editor in its own process, with a text of one length open and the caret in the middle of it. */
export interface RunningEditor {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** Milliseconds from asking for the text to the first frame that shows it, in a window that has started and is at rest. */
  readonly opening: number;
  close(): Promise<void>;
}

/**
 * The editors that are measured: ours and its peers. `lexical-same-page` is Lexical in sections that stands where our own
 * editor stands, in a still picture of our window: what is left between the two is what ours does.
 */
export const editors = [
  'standfirst',
  'bare',
  'bare-sections',
  'lexical',
  'lexical-sections',
  'lexical-same-page',
  'tiptap',
  'codemirror',
] as const;
export type EditorName = (typeof editors)[number];

const executable = electronExecutable();
/** Our window with a text of some length, as `stillPage` gives it. */
const stillPages = new Map<number, string>();
const articles = new Map<number, Article>();

function articleOf(words: number): Article {
  const made = articles.get(words) ?? newsArticle('long-story', words);
  articles.set(words, made);
  return made;
}

/** Starts `name` with a text of `words` words. */
export async function startEditor(name: EditorName, words: number): Promise<RunningEditor> {
  if (name === 'standfirst') return startStandfirst(words);
  return startPeer(name, words, name === 'lexical-same-page' ? await stillPageOf(words) : undefined);
}

/** Our window with a text of `words` words, as `stillPage` gives it; taken once for each length. */
async function stillPageOf(words: number): Promise<string> {
  const taken = stillPages.get(words);
  if (taken !== undefined) return taken;
  const running = await startStandfirst(words);
  const page = await stillPage(running.window);
  await running.close();
  stillPages.set(words, page);
  return page;
}

/** Opened from the list, as a writer does it, in a window that shows another article. */
async function startStandfirst(words: number): Promise<RunningEditor> {
  const long = articleOf(words);
  const app = new StandfirstApp(executable, {
    articles: [newsArticle('a-short-story', 300), long],
  });
  await app.start();
  const { window } = app;
  const inList = (headline: string) => window.getByRole('option', { name: headline });
  const option = inList(long.headline);
  await option.waitFor();
  await inList('A story of 300 words').click();
  await window.waitForFunction(
    (headline) => document.querySelector<HTMLTextAreaElement>('.headline')?.value !== headline,
    long.headline,
  );
  await quiet(await openWorkClock(window));
  // As text: the runner of these scripts would put names of its own into a function.
  await window.evaluate(`addEventListener('pointerdown', ({ timeStamp }) => {
    const look = () => {
      const shown = document.querySelector('.headline').value === ${JSON.stringify(long.headline)} &&
        document.querySelector('.body').getBoundingClientRect().height > 200;
      if (shown) setTimeout(() => { globalThis.opening = performance.now() - timeStamp; });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
  await option.click();
  const opening = await (
    await window.waitForFunction(() => (globalThis as { opening?: number }).opening)
  ).jsonValue();
  // The rest of a long article comes when the window has time for it.
  const paragraphs = long.body.filter(({ kind }) => kind === 'paragraph').length;
  await window.waitForFunction((count) => document.querySelectorAll('.body p').length >= count, paragraphs);
  await caretToMiddle(window);
  await restPointer(window);
  return { electron: app.electron, window, opening: opening ?? Number.NaN, close: () => app.dispose() };
}

/**
 * Leaves the pointer over the text, as after a click: while it is in a window, the browser looks after every layout what
 * is under it, in each editor.
 */
const restPointer = (window: Page): Promise<void> => window.mouse.move(640, 300);

/**
 * Puts the caret at the end of the middle paragraph of Standfirst's page, as a click there does.
 * @throws Error when it does not stay there
 */
export async function caretToMiddle(window: Page): Promise<void> {
  // A page that gets the keyboard puts its caret where it was: that comes first.
  await window.locator('.body').focus();
  const browser = await openWorkClock(window);
  await quiet(browser);
  await window.evaluate(`(() => {
    globalThis.middle = [...document.querySelectorAll('.body p')].at(document.querySelectorAll('.body p').length / 2);
    middle.scrollIntoView({ block: 'center' });
    getSelection().selectAllChildren(middle);
    getSelection().collapseToEnd();
  })()`);
  await quiet(browser);
  if (!(await window.evaluate('middle.contains(getSelection().anchorNode)')))
    throw new Error('The caret did not stay in the middle of the article.');
}

/** @param surroundings the HTML of a page that the editor stands in; without it, it has a window for itself. */
async function startPeer(
  name: EditorName,
  words: number,
  surroundings: string | undefined,
): Promise<RunningEditor> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-peer-'));
  const document = join(folder, 'document.json');
  writeFileSync(document, JSON.stringify(plainBlocks(articleOf(words))));
  mkdirSync(join(folder, 'user-data'));
  const page = join(folder, 'surroundings.html');
  if (surroundings !== undefined) writeFileSync(page, surroundings);
  const electron = await _electron.launch({
    executablePath: executable,
    args: [
      ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      '--log-level=3',
      join(import.meta.dirname, '../peers'),
      `--peer=${name}`,
      `--document=${document}`,
      ...(surroundings === undefined ? [] : [`--surroundings=${page}`]),
      `--user-data-dir=${join(folder, 'user-data')}`,
    ],
  });
  const window = await electron.firstWindow();
  await window.waitForFunction(() => 'peer' in globalThis);
  await quiet(await openWorkClock(window));
  const opening = Number(await window.evaluate('peer.open()'));
  await window.evaluate('peer.caretToMiddle()');
  await restPointer(window);
  return {
    electron,
    window,
    opening,
    async close() {
      await electron.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
