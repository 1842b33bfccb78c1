/** The site: two pages (the lessons and the headless runner's), kernel assets and lesson content. Every plugin has its own file. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { existsSync } from 'node:fs';
import { kernel } from './src/kernel/build/plugin';

export default defineConfig({
  // Works from any sub-path of a static host.
  base: './',
  plugins: [react(), kernel()],
  build: {
    target: 'es2024',
    rolldownOptions: { input: ['index.html', 'runner.html'].filter(existsSync) },
  },
});
