/** The site: four pages (the lessons', and two for scripts: the headless runner's and the grader's), kernel assets, lesson content. Every plugin has its own file. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { exercisesPlugin } from './src/content/build/exercises-plugin';
import { lessonsPlugin } from './src/content/build/plugin';
import { packMnist, packMnistRest } from './src/datasets/build/mnist';
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
    exercisesPlugin(),
    packagesPlugin(),
    kernel({ data: { 'mnist.bin': packMnist }, later: { 'mnist-rest.bin': packMnistRest } }),
    offlinePlugin(),
  ],
  build: {
    target: 'es2024',
    // Editor, charts and diagrams are large and loaded on demand.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ['index.html', 'runner.html', 'grader.html', 'regrade.html'],
      // The kernel plugin compiles the WASM kernels: slow once, then cached.
      checks: { pluginTimings: false },
    },
  },
});
