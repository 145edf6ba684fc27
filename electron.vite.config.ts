import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Three targets: the main process (with the command line as a second entry), the preload, the window.
 * The oldest supported runtime decides the targets: Electron 33 (Node 20.18, Chromium 130).
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: false,
      externalizeDeps: false,
      rollupOptions: {
        input: { main: 'electron/main.ts', cli: 'electron/cli.ts' },
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
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      // npm run check:bundle holds what the window loads at its start to a budget.
      chunkSizeWarningLimit: 1000,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
