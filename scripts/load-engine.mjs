/** The engine and its compiled kernels for scripts and benchmarks under Node. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';

const root = resolve(import.meta.dirname, '..');
// Several working trees may share one node_modules; each has an engine of its own.
const cache = join(root, 'node_modules/.cache/engine', root.replaceAll(/[^a-z0-9]+/gi, '-'));

/**
 * @typedef {import('../src/engine/core/devices').EngineMemory} EngineMemory
 * @typedef {import('../src/engine').Engine} Engine
 */

/** @returns {Promise<(memory: EngineMemory) => Promise<Engine>>} creates an engine on the given memory */
export async function loadEngine({ relaxed = false } = {}) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'src/engine/index.ts', outDir: cache, emptyOutDir: false, target: 'node20', minify: false },
  });
  // The build of the kernels reads its own sources, so it is loaded from where it stands, not bundled.
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  const { buildKernels } = await server.ssrLoadModule('/src/engine/kernels/build.ts');
  const kernels = await WebAssembly.compile(await buildKernels({ relaxed }));
  await server.close();
  const { createEngine } = await import(`${pathToFileURL(join(cache, 'index.js')).href}?${Date.now()}`);
  return (memory) => createEngine({ memory, kernels });
}
