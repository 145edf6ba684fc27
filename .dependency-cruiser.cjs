/*
 * The law of the rooms: who may import whom. Read ROOMS top to bottom; each becomes one rule, "<room> keeps its door":
 * a file of the room may import its own room, what `may` names, and packages (unless `packages` says otherwise).
 * `why` is what the writer of a forbidden import reads. tests/unit/law/law.test.ts proves that each of these rules fires.
 *
 * The files are read by @swc/core: dependency-cruiser has no use for TypeScript 7. Without @swc/core it reads no module
 * at all and passes, so the test counts the modules as well. Imports of types count like all others.
 */

const swc = require('@swc/core');
const { parseFileSync } = swc;
// dependency-cruiser 17 reads every file as TypeScript without JSX and stops at the first element it meets.
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const shared = '^shared/';
const layer = (...names) => names.map((name) => `^shared/${name}/`);

/** What lies below each room of shared/, in the order in which they build on each other. */
const article = layer('base', 'article');
const story = [...article, ...layer('sources', 'quotes', 'adbreaks')];

const ROOMS = [
  // The main process.
  {
    room: 'electron/main.ts',
    path: '^electron/main\\.ts$',
    may: ['^electron/(desk|ipc|settings|windows)/', shared],
    why: 'main.ts puts services together in a readable order. It starts neither the command line nor the runtime finder.',
  },
  {
    room: 'electron/preload.ts',
    path: '^electron/preload\\.ts$',
    may: layer('ipc'),
    why: 'The preload script is the one hole in the wall around the window: it exposes the door of shared/ipc and holds nothing else.',
  },
  {
    room: 'electron/ipc',
    path: '^electron/ipc/',
    may: ['^electron/(desk|settings|windows)/', shared],
    why: 'Handlers join calls to services. A rule belongs in shared/, reading and writing files in electron/desk.',
  },
  {
    room: 'electron/desk',
    path: '^electron/desk/',
    may: [shared, '^assets/'],
    why: 'The desk knows files and articles, no windows and no calls, so that the command line and the tests can use it on plain Node.',
  },
  {
    room: 'electron/windows',
    path: '^electron/windows/',
    may: [shared],
    why: 'Windows, menu and dialogs know no desk. Let main.ts or electron/ipc hand over what they need as functions.',
  },
  {
    room: 'electron/settings',
    path: '^electron/settings/',
    // What an error of the system means to a writer has one home, and so has doing one thing after the other.
    may: ['^electron/desk/(file-failure|queues)\\.ts$', shared],
    why: 'Settings are read and written through functions that main.ts hands over; they know no desk and no window.',
  },
  {
    room: 'the command line',
    path: '^electron/(cli\\.ts$|commands/)',
    may: ['^electron/(commands|desk)/', shared],
    why: 'The command line runs on plain Node: it may use the desk and shared/, never windows, calls, settings or the runtime.',
  },
  {
    room: 'electron/runtime',
    path: '^electron/runtime/',
    may: [],
    why: 'The runtime finder works before anything of ours is built or installed, so it imports nothing of ours.',
  },

  // The window.
  {
    room: 'renderer/main.tsx',
    path: '^renderer/main\\.tsx$',
    may: ['^renderer/(app|ui)/'],
    why: 'main.tsx only mounts the window. Composition happens in renderer/app.',
  },
  {
    room: 'renderer/app',
    path: '^renderer/app/',
    may: ['^renderer/(?!main\\.tsx$)', shared],
    why: 'renderer/app composes the window from the rooms of renderer/ and the rules of shared/.',
  },
  {
    room: 'renderer/bridge',
    path: '^renderer/bridge/',
    may: layer('ipc', 'base'),
    why: 'The bridge turns the contract into functions and knows no article, no pane and no editor.',
  },
  {
    room: 'renderer/session',
    path: '^renderer/session/',
    may: ['^renderer/bridge/', shared],
    packages: '(zustand)',
    why: 'The session decides what is saved when; it must run in a test without React, without the editor and without a window.',
  },
  {
    room: 'renderer/editor',
    path: '^renderer/editor/(?!features/)',
    may: ['^renderer/editor/features/', '^renderer/(session|strings|ui)/', shared],
    why: 'The editor knows the open article (session) and its own features, no pane and no call: what it needs from outside comes in through attributes.',
  },
  {
    room: 'the feature list',
    path: '^renderer/editor/features/index\\.ts$',
    may: ['^renderer/editor/'],
    why: 'features/index.ts is the static list of features and nothing more.',
  },
  {
    room: 'renderer/editor/features',
    path: '^renderer/editor/features/([^/]+)/',
    may: [
      '^renderer/editor/(?!features/)',
      '^renderer/editor/features/$1/',
      '^renderer/(strings|ui)/',
      shared,
    ],
    why: 'A feature is one folder that can be removed with one line of features/index.ts, so it never imports another feature. What two of them need belongs in renderer/editor.',
  },
  ...['library', 'sources', 'checks', 'find', 'export', 'versions'].map((pane) => ({
    room: `renderer/${pane}`,
    path: `^renderer/${pane}/`,
    may: ['^renderer/(bridge|session|strings|ui)/', shared],
    why: 'A pane knows the calls and the open article. It reaches the editor or another pane only through functions that renderer/app hands over.',
  })),
  {
    room: 'renderer/strings',
    path: '^renderer/strings/',
    may: [shared],
    why: 'Words know what they describe, never who shows them.',
  },
  {
    room: 'renderer/ui',
    path: '^renderer/ui/',
    may: [],
    why: 'Controls know no article: give them what they show and what they do. If one needs a type of the article, it is no control.',
  },

  // What both sides share.
  {
    room: 'shared/base',
    path: '^shared/base/',
    may: [],
    why: 'shared/base is the ground: it stands on nothing.',
  },
  {
    room: 'shared/article',
    path: '^shared/article/',
    may: layer('base'),
    why: 'The document model is the one truth; what works on articles builds on it and not the other way round.',
  },
  ...['sources', 'quotes', 'adbreaks', 'typography', 'search', 'versions'].map((name) => ({
    room: `shared/${name}`,
    path: `^shared/${name}/`,
    may: article,
    why: `The rules of shared/${name} work on the document alone, so that they can be used and tested alone. What joins two subjects is a check or an export.`,
  })),
  {
    room: 'shared/checks',
    path: '^shared/checks/',
    may: [...story, ...layer('typography')],
    why: 'Checks read the document and its rules. They know no output and no call.',
  },
  {
    room: 'shared/import',
    path: '^shared/import/',
    may: [...story, ...layer('checks')],
    why: 'Reading a foreign file ends in our document model; it knows neither the outputs nor the calls.',
  },
  {
    room: 'shared/export',
    path: '^shared/export/',
    may: [...story, ...layer('checks')],
    why: 'Outputs are made of the published article and the rules that bind. They know neither the inputs nor the calls.',
  },
  {
    room: 'shared/ipc',
    path: '^shared/ipc/',
    may: [...story, ...layer('search', 'checks', 'import', 'export', 'versions')],
    why: 'The contract names what passes between the processes; it knows neither side.',
  },
];

const ours = '^(electron|renderer|shared|tests|assets)/';
const outsidePackages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** A room's own rule: of our files, only its own and those it may import. */
const keepsItsDoor = ({ room, path, may, why }) => ({
  name: `${room} keeps its door`,
  comment: why,
  severity: 'error',
  from: { path },
  // A feature's own folder is in its `may`, by its name.
  to: { path: ours, pathNot: [...(path.includes('([^/]+)') ? [] : [path]), ...may] },
});

/** A room that names its packages. */
const keepsItsPackages = ({ room, path, packages, why }) => ({
  name: `${room} keeps its packages`,
  comment: why,
  severity: 'error',
  from: { path },
  to: { dependencyTypes: outsidePackages, pathNot: `^node_modules/${packages}/` },
});

module.exports = {
  forbidden: [
    ...ROOMS.map(keepsItsDoor),
    ...ROOMS.filter(({ packages }) => packages !== undefined).map(keepsItsPackages),
    {
      name: 'every file has a room',
      comment:
        'This file is in none of the rooms of .dependency-cruiser.cjs. Put it into one, or add the room there and to ARCHITECTURE.md.',
      severity: 'error',
      from: {
        path: '^(electron|renderer|shared)/',
        pathNot: ROOMS.map(({ path }) => path).concat('\\.d\\.ts$'),
      },
      to: {},
    },
    {
      name: 'shared stands on neither side',
      comment:
        'shared/ runs in the main process, in the window, on plain Node and in tests: no Electron, no React, no Lexical. Hand over what it needs as values.',
      severity: 'error',
      from: { path: shared },
      to: { path: '^node_modules/(electron|electron-store|react|react-dom|lexical|@lexical|zustand)/' },
    },
    {
      name: 'shared uses no Node',
      comment:
        'shared/ runs in the window too, where there is no Node. Reading and writing belong in electron/desk.',
      severity: 'error',
      from: { path: shared },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the window uses no Node',
      comment:
        'The window is sandboxed: no Node and no Electron. What needs the machine is a call: an entry in shared/ipc/contract.ts and a handler in electron/ipc.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the window uses no Electron',
      comment:
        'The window is sandboxed: no Node and no Electron. What needs the machine is a call: an entry in shared/ipc/contract.ts and a handler in electron/ipc.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'electron stays at the rim',
      comment:
        'Only main.ts, preload.ts, electron/ipc and electron/windows know Electron, so that the desk, the settings and the command line run on plain Node.',
      severity: 'error',
      from: {
        path: '^electron/',
        pathNot: '^electron/(main\\.ts$|preload\\.ts$|ipc/|windows/|runtime/default-app/)',
      },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'the command line runs without Electron',
      comment:
        'Something that electron/cli.ts reaches imports Electron, and the command line would stop on plain Node. The way to it is shown.',
      severity: 'error',
      from: { path: '^electron/cli\\.ts$' },
      to: { path: '^node_modules/electron/', reachable: true },
    },
    {
      name: 'no circles',
      comment:
        'These files import each other in a circle, so none of them can be read or tested first. Move what both need into a third file. Circles of types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every import is found',
      comment: 'This import leads nowhere: the file is missing, or the package is not installed.',
      severity: 'error',
      from: {},
      // Vite answers these: a file's address or its text instead of a module.
      to: { couldNotResolve: true, pathNot: '[?](raw|url|worker)$' },
    },
    {
      name: 'packages are named in package.json',
      comment:
        'This package is not named in package.json, it only happens to be there. Install it with npm i -E.',
      severity: 'error',
      // The default app is copied into the runtime, with a package.json of its own, where Electron is built in.
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/runtime/default-app/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '[.](css|woff2)$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
