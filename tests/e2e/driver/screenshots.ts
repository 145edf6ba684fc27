import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { electronExecutable, StandfirstApp } from './app';
import { drawn } from './page';
import { type Screen, sampleOnScreens } from './screen';
import { firstSteps, leave, screens } from './screens';

/*
 * `npm run screenshots`: the contact sheet. Every screen, dialog and menu of the window, light and dark, in a usual and in
 * a small window; the menu bar as the system was given it. Pictures and one page with all of them are left in `--out`;
 * `--only WORDS` takes the screens whose names hold these words.
 */

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'contact-sheet' }, only: { type: 'string', default: '' } },
});
const out = resolve(values.out);
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;

interface Picture {
  readonly screen: string;
  readonly variant: string;
  readonly file: string;
}

const pictures: Picture[] = [];
const missed: string[] = [];
const fileName = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const wanted = ({ name }: Screen) => name.toLowerCase().includes(values.only.toLowerCase());

async function take(app: StandfirstApp, screen: string, theme: string, size: (typeof sizes)[number]) {
  const variant = `${theme}, ${size.width} × ${size.height}`;
  const file = `${fileName(screen)}-${theme}-${size.width}.png`;
  await drawn(app);
  await app.window.screenshot({ path: join(out, file), animations: 'disabled', caret: 'initial' });
  pictures.push({ screen, variant, file });
}

/** Walks through the screens in one window; what cannot be reached is named at the end, and the walk goes on. */
async function walk(
  app: StandfirstApp,
  list: readonly Screen[],
  theme: (typeof themes)[number],
  size: (typeof sizes)[number],
  mayLeave: boolean,
) {
  await app.start();
  await app.window.setViewportSize(size);
  await app.window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  for (const screen of list) {
    try {
      await screen.reach(app);
      await take(app, screen.name, theme, size);
      if (mayLeave) await leave(app, screen);
    } catch (error) {
      missed.push(
        `${screen.name} (${theme}, ${size.width}): ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
      await app.window.keyboard.press('Escape');
    }
  }
}

/** The menu bar as the system draws it is no part of the page: its items are read from the running app. */
async function menuBar(app: StandfirstApp): Promise<string> {
  const bar = await app.electron.evaluate(({ Menu }) => {
    interface Item {
      label: string;
      keys: string;
      mark: string;
      items: Item[];
    }
    const read = (menu: Electron.Menu | null | undefined): Item[] =>
      menu?.items.map((item) => ({
        label: item.type === 'separator' ? '' : item.label,
        keys: item.accelerator?.toString().replace('CmdOrCtrl', 'Ctrl') ?? '',
        mark: item.checked ? (item.type === 'radio' ? '●' : '✓') : '',
        items: read(item.submenu),
      })) ?? [];
    return read(Menu.getApplicationMenu());
  });
  type Item = (typeof bar)[number];
  const rows = (items: readonly Item[], depth: number): string =>
    items
      .map(({ label, keys, mark, items: below }) =>
        label === ''
          ? '<tr><td colspan="3"><hr></td></tr>'
          : `<tr><td>${mark}</td><td style="padding-left:${depth * 14}px">${asHtml(label)}</td><td>${asHtml(keys)}</td></tr>${rows(below, depth + 1)}`,
      )
      .join('');
  return bar
    .map(
      ({ label, items }) =>
        `<section class="menu"><h3>${asHtml(label)}</h3><table>${rows(items, 0)}</table></section>`,
    )
    .join('');
}

const asHtml = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(menus: string): string {
  const names = [...new Set(pictures.map(({ screen }) => screen))];
  const rows = names.map((name) => {
    const own = pictures.filter(({ screen }) => screen === name);
    const cells = own.map(
      ({ variant, file }) =>
        `<a href="${file}"><img loading="lazy" src="${file}" alt="${asHtml(`${name}, ${variant}`)}"><span>${variant}</span></a>`,
    );
    return `<section><h2>${asHtml(name)}</h2><div class="row">${cells.join('')}</div></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Standfirst: contact sheet</title><style>
body{margin:32px;background:#eceae6;color:#1f1d1a;font:14px/1.4 Inter,system-ui,sans-serif}
h1{font-size:22px}h2{margin:24px 0 8px;font-size:14px}
.row{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;align-items:start}
.row a{color:#5d5953;text-decoration:none;font-size:11px}
.row img{display:block;width:100%;margin-bottom:4px;border:1px solid #cfc9bf;border-radius:4px}
.menus{display:flex;flex-wrap:wrap;gap:16px;align-items:start}
.menu{padding:10px 14px;border:1px solid #cfc9bf;border-radius:6px;background:#fff}
.menu h3{margin:0 0 6px;font-size:13px}.menu td{padding:2px 8px 2px 0}.menu td:last-child{color:#5d5953;text-align:right}
hr{border:0;border-top:1px solid #e5e1da}</style>
<h1>Standfirst: every screen, dialog and menu</h1>
<p>${names.length} screens, ${pictures.length} pictures. Made by <code>npm run screenshots</code>.</p>
${rows.join('\n')}
<h2>Menu bar</h2><div class="menus">${menus}</div></html>`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let menus = '';
for (const theme of themes) {
  for (const size of sizes) {
    const first = new StandfirstApp(electronExecutable(), { firstStart: true });
    const app = new StandfirstApp(electronExecutable(), { articles: [sampleOnScreens()] });
    try {
      if (firstSteps.some(wanted)) await walk(first, firstSteps, theme, size, false);
      await walk(app, screens.filter(wanted), theme, size, true);
      menus ||= await menuBar(app);
      console.log(`  ${theme}, ${size.width} × ${size.height}: ${pictures.length} pictures so far`);
    } finally {
      await first.dispose();
      await app.dispose();
    }
  }
}
writeFileSync(join(out, 'index.html'), page(menus));
console.log(`${pictures.length} pictures and index.html, which shows them all, are in ${out}`);
if (missed.length > 0) {
  console.error(`These screens were not reached:\n  ${missed.join('\n  ')}`);
  process.exitCode = 1;
}
