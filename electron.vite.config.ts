import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** The faces of the first screen; without them its text would be laid out twice. */
const firstFaces = /^(?:inter-latin-(?:400|500|600)|source-serif-4-latin-(?:400|600|700))-normal/;

/** Has the window fetch its faces together with its code, and not after the first layout. */
const preloadFaces: Plugin = {
  name: 'standfirst-preload-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.woff2'))
        .filter(({ fileName }) => firstFaces.test(fileName.replace(/^.*\//, '')))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head' as const,
        })),
  },
};

/** Has nothing drawn before the program has run: an empty frame costs as much as one with an article, and comes first. */
const noEmptyFrame: Plugin = {
  name: 'standfirst-no-empty-frame',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const tag = '<script type="module"';
      if (!html.includes(tag)) throw new Error(`The page of the window holds no ${tag}.`);
      return html.replace(tag, `${tag} blocking="render"`);
    },
  },
};

/** Leaves out the faces in the format that browsers read before 2016. */
const modernFaces: Plugin = {
  name: 'standfirst-modern-faces',
  enforce: 'pre',
  transform: {
    filter: { id: /@fontsource\/.*\.css$/ },
    handler: (sheet) => sheet.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, ''),
  },
};

/**
 * Has the window's code read as bytes: one typographic quotation mark, and Chromium keeps 700 kB as 1.4 MB of text, which takes
 * a quarter of the time in which the program is read.
 */
const asciiCode: Plugin = {
  name: 'standfirst-ascii-code',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = asAscii(chunk.code);
    },
  },
};

/** `code` with every other character as an escape, which strings, templates, expressions and names all know. */
function asAscii(code: string): string {
  const bare = /(?<=(?:^|[^\\])(?:\\\\)*)\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f`]/.exec(code);
  if (bare) throw new Error(`An escape would be read as something else: ${bare[0]}`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How long the bundler's plugins took is nothing for who starts the app: it was told where the machine is busy. */
const checks = { bundlerTimings: false };

/**
 * Three targets: the main process (the command line and the two threads are entries of their own), the
 * preload, the window.
 * The oldest supported runtime decides the targets: Electron 33 (Node 20.18, Chromium 130).
 */
export default defineConfig({
  main: {
    // Its build for Node declares a "require" of its own, beside the one that every chunk is given here.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: false,
      externalizeDeps: false,
      rollupOptions: {
        checks,
        input: {
          main: 'electron/main.ts',
          cli: 'electron/cli.ts',
          'reader-thread': 'electron/desk/library/reader-thread.ts',
          'document-thread': 'electron/desk/document-thread.ts',
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        checks,
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), preloadFaces, noEmptyFrame, modernFaces, asciiCode],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      // Every Chromium that Electron brings does that itself.
      modulePreload: { polyfill: false },
      // npm run check:bundle holds what the window loads at its start to a budget.
      chunkSizeWarningLimit: 1000,
      rollupOptions: {
        checks,
        input: 'renderer/index.html',
        // One file: every request of the start waits for the main process, which is busy starting.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
