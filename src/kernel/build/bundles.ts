/** Bundles the two programs that run outside the page: the worker (one self-contained module) and the frame's inline script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const require = createRequire(import.meta.url);
const source = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

async function bundle(entry: string, format: 'es' | 'iife', define: Record<string, string>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        // Only Node's branch of Pyodide imports these.
        external: [/^node:/, 'ws'],
        // Pyodide's own code: its branches for other hosts are never taken here.
        checks: { eval: false, commonJsVariableInEsm: false, pluginTimings: false },
        output: { format, codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((part) => ('output' in part ? part.output : []))
    .filter((part) => part.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || chunks.length !== 1) throw new Error(`${entry} became ${chunks.length} files instead of one`);
  return chunk.code;
}

function pyodideLockInfo(): unknown {
  const lock = JSON.parse(readFileSync(require.resolve('pyodide/pyodide-lock.json'), 'utf8')) as { info: unknown };
  return lock.info;
}

export function bundleWorker(): Promise<string> {
  return bundle(source('worker.ts'), 'es', {
    // A data: or blob: module has no address that Pyodide could build others from.
    'import.meta.url': '"https://sandbox.invalid/worker.mjs"',
    'process.env.NODE_ENV': '"production"',
    __PYODIDE_LOCK_INFO__: JSON.stringify(pyodideLockInfo()),
  });
}

export async function bundleHost(): Promise<string> {
  const script = (await bundle(source('host.ts'), 'iife', {})).trim();
  if (script.includes('</script')) throw new Error('the frame script would end its own element');
  return script;
}
