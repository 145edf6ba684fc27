import { defineConfig } from 'vite';

export default defineConfig({ base: './', build: { target: 'chrome130', modulePreload: false } });
