/*
 * A project that breaks every rule of the law. Each plant is one file with one import and what the checker must say
 * about it. Plants of one room stand together.
 */

export interface Plant {
  readonly file: string;
  readonly text: string;
  /** "rule → what is imported"; empty where the import is lawful. */
  readonly breaks: readonly string[];
}

const plantOf =
  (write: (imported: string) => string) =>
  (file: string, imported: string, ...breaks: string[]): Plant => ({ file, text: write(imported), breaks });

const plant = plantOf((imported) => `import * as all from '${imported}';\nexport const used = all;\n`);
const view = plantOf(
  (imported) => `import * as all from '${imported}';\nexport const View = () => <p>{String(all)}</p>;\n`,
);
const typeOnly = plantOf((imported) => `import type { One } from '${imported}';\nexport type Used = One;\n`);
const passedOn = plantOf((imported) => `export { one } from '${imported}';\n`);
const late = plantOf((imported) => `export const load = async () => (await import('${imported}')).one;\n`);

export const plants: readonly Plant[] = [
  plant(
    'electron/main.ts',
    './commands/words',
    'electron/main.ts keeps its door → electron/commands/words.ts',
  ),
  plant(
    'electron/preload.ts',
    '../shared/base/result',
    'electron/preload.ts keeps its door → shared/base/result.ts',
  ),
  plant('electron/ipc/calls.ts', '../runtime/find', 'electron/ipc keeps its door → electron/runtime/find.ts'),
  plant('electron/desk/desk.ts', '../ipc/answer', 'electron/desk keeps its door → electron/ipc/answer.ts'),
  plant('electron/desk/clock.ts', 'electron', 'electron stays at the rim → node_modules/electron/index.js'),
  plant(
    'electron/windows/menu.ts',
    '../desk/files',
    'electron/windows keeps its door → electron/desk/files.ts',
  ),
  plant(
    'electron/settings/theme.ts',
    '../desk/files',
    'electron/settings keeps its door → electron/desk/files.ts',
  ),
  plant(
    'electron/commands/show.ts',
    '../windows/main',
    'the command line keeps its door → electron/windows/main.ts',
  ),
  plant(
    'electron/cli.ts',
    './desk/clock',
    'the command line runs without Electron → node_modules/electron/index.js',
  ),
  plant(
    'electron/runtime/start.ts',
    '../../shared/base/result',
    'electron/runtime keeps its door → shared/base/result.ts',
  ),

  view('renderer/main.tsx', './session/open', 'renderer/main.tsx keeps its door → renderer/session/open.ts'),
  view(
    'renderer/app/App.tsx',
    '../../electron/desk/files',
    'renderer/app keeps its door → electron/desk/files.ts',
  ),
  view('renderer/app/Clock.tsx', 'electron', 'the window uses no Electron → node_modules/electron/index.js'),
  plant('renderer/app/files.ts', 'node:fs', 'the window uses no Node → fs'),
  plant(
    'renderer/bridge/client.ts',
    '../session/open',
    'renderer/bridge keeps its door → renderer/session/open.ts',
  ),
  plant(
    'renderer/session/pane.ts',
    '../editor/page',
    'renderer/session keeps its door → renderer/editor/page.ts',
  ),
  plant(
    'renderer/session/view.ts',
    'react',
    'renderer/session keeps its packages → node_modules/react/index.js',
  ),
  plant(
    'renderer/editor/call.ts',
    '../bridge/calls',
    'renderer/editor keeps its door → renderer/bridge/calls.ts',
  ),
  plant(
    'renderer/editor/features/index.ts',
    '../../ui/Button',
    'the feature list keeps its door → renderer/ui/Button.tsx',
  ),
  plant(
    'renderer/editor/features/heading/heading.ts',
    '../list/list',
    'renderer/editor/features keeps its door → renderer/editor/features/list/list.ts',
  ),
  plant('renderer/editor/features/list/list.ts', './marker'),
  view(
    'renderer/library/Library.tsx',
    '../editor/page',
    'renderer/library keeps its door → renderer/editor/page.ts',
  ),
  view(
    'renderer/sources/Sources.tsx',
    '../library/rows',
    'renderer/sources keeps its door → renderer/library/rows.ts',
  ),
  view(
    'renderer/checks/Checks.tsx',
    '../editor/page',
    'renderer/checks keeps its door → renderer/editor/page.ts',
  ),
  view(
    'renderer/export/Export.tsx',
    '../app/actions',
    'renderer/export keeps its door → renderer/app/actions.ts',
  ),
  plant(
    'renderer/versions/list.ts',
    '../editor/page',
    'renderer/versions keeps its door → renderer/editor/page.ts',
  ),
  plant(
    'renderer/find/search.ts',
    '../editor/page',
    'renderer/find keeps its door → renderer/editor/page.ts',
  ),
  plant('renderer/strings/en.ts', '../ui/Button', 'renderer/strings keeps its door → renderer/ui/Button.tsx'),
  view(
    'renderer/ui/Field.tsx',
    '../../shared/article/article',
    'renderer/ui keeps its door → shared/article/article.ts',
  ),

  plant(
    'shared/base/codec.ts',
    '../article/article',
    'shared/base keeps its door → shared/article/article.ts',
  ),
  plant(
    'shared/article/limits.ts',
    '../sources/book',
    'shared/article keeps its door → shared/sources/book.ts',
  ),
  plant('shared/sources/terms.ts', '../quotes/find', 'shared/sources keeps its door → shared/quotes/find.ts'),
  plant('shared/quotes/names.ts', '../sources/book', 'shared/quotes keeps its door → shared/sources/book.ts'),
  plant(
    'shared/typography/rules.ts',
    '../checks/list',
    'shared/typography keeps its door → shared/checks/list.ts',
  ),
  plant(
    'shared/versions/thinning.ts',
    '../checks/list',
    'shared/versions keeps its door → shared/checks/list.ts',
  ),
  plant(
    'shared/adbreaks/rules.ts',
    '../checks/list',
    'shared/adbreaks keeps its door → shared/checks/list.ts',
  ),
  plant('shared/search/terms.ts', '../sources/book', 'shared/search keeps its door → shared/sources/book.ts'),
  plant('shared/checks/gate.ts', '../export/page', 'shared/checks keeps its door → shared/export/page.ts'),
  plant('shared/import/html.ts', '../export/page', 'shared/import keeps its door → shared/export/page.ts'),
  plant('shared/export/read.ts', '../import/word', 'shared/export keeps its door → shared/import/word.ts'),
  plant(
    'shared/ipc/contract.ts',
    '../../electron/ipc/answer',
    'shared/ipc keeps its door → electron/ipc/answer.ts',
  ),
  plant('shared/article/view.ts', 'react', 'shared stands on neither side → node_modules/react/index.js'),
  plant('shared/article/read.ts', 'node:fs', 'shared uses no Node → fs'),

  typeOnly(
    'shared/base/type.ts',
    '../article/article',
    'shared/base keeps its door → shared/article/article.ts',
  ),
  passedOn(
    'shared/base/passed.ts',
    '../article/article',
    'shared/base keeps its door → shared/article/article.ts',
  ),
  late('shared/base/late.ts', '../article/article', 'shared/base keeps its door → shared/article/article.ts'),

  plant('shared/helpers/dates.ts', '../base/result', 'every file has a room → shared/base/result.ts'),
  plant('shared/quotes/lost.ts', './nowhere', 'every import is found → ./nowhere'),
  plant('shared/quotes/left.ts', './right', 'no circles → shared/quotes/right.ts'),
  plant('shared/quotes/right.ts', './left'),
  plant(
    'electron/windows/picture.ts',
    'unnamed',
    'packages are named in package.json → node_modules/unnamed/index.js',
  ),
];

/** Empty files that lawful plants import. */
export const ground: readonly string[] = ['renderer/editor/features/list/marker.ts'];
