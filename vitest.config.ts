/** Unit tests: beside their sources, in plain Node. Separate from vite.config.ts so that they do not build its assets. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    // A software GPU on a busy machine takes half a minute for the largest products.
    testTimeout: 120_000,
    // tfjs' modules are ES modules in a package that does not say so.
    server: { deps: { inline: [/@tensorflow/] } },
  },
});
