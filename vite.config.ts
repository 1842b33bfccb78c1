/** The site: two pages (the lessons', and the headless runner's), kernel assets, lesson content. Every plugin has its own file. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lessonsPlugin } from './src/content/build/plugin';
import { packMnist } from './src/datasets/build/mnist';
import { packagesPlugin } from './src/content/build/packages-plugin';
import { kernel } from './src/kernel/build/plugin';
import { offlinePlugin, woff2OnlyPlugin } from './src/offline/build/plugin';

export default defineConfig({
  // Works from any sub-path of a static host.
  base: './',
  plugins: [
    react(),
    woff2OnlyPlugin(),
    lessonsPlugin(),
    packagesPlugin(),
    kernel({ data: { 'mnist.bin': packMnist } }),
    offlinePlugin(),
  ],
  build: {
    target: 'es2024',
    // Editor, charts and diagrams are large and loaded on demand.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ['index.html', 'runner.html'],
      // The kernel plugin compiles the WASM kernels: slow once, then cached.
      checks: { pluginTimings: false },
    },
  },
});
