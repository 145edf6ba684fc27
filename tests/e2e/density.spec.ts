import type { ElectronApplication } from '@playwright/test';
import { createBlockMeasures, inspectAdBreaks, phoneWidth, placeAutomatically } from '../../shared/adbreaks';
import { defaultAdPolicy } from '../../shared/article/ad-policy';
import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import {
  article,
  blockquote,
  bold,
  bullets,
  factBox,
  h,
  italic,
  numbers,
  p,
  pullQuote,
  table,
} from '../../shared/article/build';
import { defaultDeskSettings } from '../../shared/article/desk-settings';
import { exportArticle } from '../../shared/export/formats';
import { expect, test } from './driver/test';

/** How far the estimate of the density may be from the rendered page, in percentage points (issue: ad breaks, 2). */
const mostError = 2;

const stock =
  'council voted harbour wall after night of flooding that closed the market and road to north while engineers said it would hold for another season if money came in time from ministry whose officials have promised twice before to pay for works along coast'.split(
    ' ',
  );

/** A small generator with a seed, so that the thirty articles are the same on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Prose of `count` words with the sentence lengths of news. */
function prose(count: number, next: () => number): string {
  const words = Array.from({ length: count }, (_, index) => {
    const word = stock[Math.floor(next() * stock.length)] ?? 'wall';
    return index % 19 === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  });
  return `${words.join(' ')}.`;
}

function anyBlock(next: () => number): Block {
  const kind = next();
  if (kind < 0.06) return h(2, prose(4, next));
  if (kind < 0.09) return bullets(prose(12, next), prose(8, next), prose(15, next));
  if (kind < 0.11) return numbers(prose(9, next), prose(9, next));
  if (kind < 0.15) return blockquote('A council paper', prose(35, next));
  if (kind < 0.18) return pullQuote('The mayor', prose(12, next));
  if (kind < 0.2) return factBox('The wall', p(prose(30, next)));
  if (kind < 0.22) return table(true, ['Year', 'Flood'], ['2024', '41'], ['2025', '44']);
  const words = 15 + Math.floor(next() * 70);
  return kind < 0.4
    ? p(prose(words, next), ' ', bold(prose(4, next)), ' ', italic(prose(5, next)))
    : p(prose(words, next));
}

function anyArticle(seed: number): Article {
  const next = random(seed * 7919 + 13);
  const body = Array.from({ length: 12 + Math.floor(next() * 40) }, () => anyBlock(next));
  const placed = placeAutomatically(
    [p(prose(40, next)), ...body],
    defaultAdPolicy,
    createBlockMeasures('en'),
  );
  if (!placed.ok) throw new Error('The default policy was refused');
  return article({ slug: `article-${seed}`, headline: prose(8, next) }, ...placed.value.body);
}

/** The density of a page as it stands: heights of the ad breaks over the height of the body, at the width of a phone. */
function renderedDensity(electron: ElectronApplication, html: string, width: number): Promise<number> {
  return electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({
        show: false,
        width: given.width,
        height: 800,
        useContentSize: true,
      });
      await window.loadURL(`data:text/html;base64,${given.html}`);
      window.webContents.enableDeviceEmulation({
        screenPosition: 'mobile',
        screenSize: { width: given.width, height: 800 },
        viewSize: { width: given.width, height: 800 },
        viewPosition: { x: 0, y: 0 },
        deviceScaleFactor: 1,
        scale: 1,
      });
      const density = await window.webContents.executeJavaScript(`(() => {
        const breaks = [...document.querySelectorAll('aside[data-ad-size]')];
        for (const place of breaks) {
          // The advertisement itself, in its true size, where the site's script would put it.
          const ad = document.createElement('div');
          const [width, height] = place.dataset.adSize.split('x');
          ad.style.cssText = 'width:' + width + 'px;height:' + height + 'px;margin:auto';
          place.querySelector('[data-ad-text=label]').after(ad);
        }
        const article = document.querySelector('article');
        const blocks = [...article.children].filter((child) => child.tagName !== 'HEADER');
        const top = blocks[0].getBoundingClientRect().top;
        const bottom = blocks.at(-1).getBoundingClientRect().bottom;
        const ads = breaks.reduce((sum, place) => sum + place.getBoundingClientRect().height, 0);
        return ads / (bottom - top);
      })()`);
      window.destroy();
      return density as number;
    },
    { html: Buffer.from(html).toString('base64'), width },
  );
}

test('the estimated density is the density of the real page, for thirty articles', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const errors: number[] = [];
  for (let seed = 0; seed < 30; seed += 1) {
    const story = anyArticle(seed);
    const exported = exportArticle(story, defaultDeskSettings, 'page', {
      ads: 'neutral',
      look: 'broadsheet',
      houseStyle: null,
      canonicalUrl: null,
      crops: true,
    });
    if (!exported.ok) throw new Error(JSON.stringify(exported.error));
    const estimated = inspectAdBreaks(story.body, defaultAdPolicy, createBlockMeasures('en')).density;
    const rendered = await renderedDensity(app.electron, exported.value.files[0]?.text ?? '', phoneWidth);
    expect(rendered, 'some article has advertisements').toBeGreaterThanOrEqual(0);
    errors.push(100 * (estimated - rendered));
  }
  console.warn(`density error in percentage points: ${errors.map((error) => error.toFixed(1)).join(' ')}`);
  expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(mostError);
});
