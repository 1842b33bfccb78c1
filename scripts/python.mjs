/**
 * `node scripts/python.mjs [--out DIR] FILE.py…`: runs Python files on Pyodide under Node with the real engine (cpu), for
 * quick trials while writing the packages. All files share one interpreter, each with a fresh `__main__`; `npm run cells`
 * is the judge, since it runs the built product. Files named *_test.py have their test_ functions called.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPyodide } from 'pyodide';
import { loadEngine } from './load-engine.mjs';

/** @typedef {import('pyodide/ffi').PyCallable} PythonCall */

// Node would print the whole minified line of Pyodide in which an error was thrown.
process.on('uncaughtException', (error) => {
  console.error(error.message.slice(-3000));
  process.exit(1);
});

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
if (positionals.length === 0) {
  console.error('usage: node scripts/python.mjs [--out DIR] FILE.py…');
  process.exit(2);
}

const root = resolve(import.meta.dirname, '..');
const createEngine = await loadEngine();
const pyodide = await loadPyodide();
/** @type {{ wasmMemory?: WebAssembly.Memory, memory?: WebAssembly.Memory, _malloc(bytes: number): number, _free(at: number): void }} */
const emscripten = Reflect.get(pyodide, '_module');
const memory = emscripten.wasmMemory ?? emscripten.memory;
if (memory === undefined) throw new Error('this Pyodide does not expose its memory');
const engine = await createEngine({
  memory,
  malloc: (bytes) => emscripten._malloc(bytes),
  free: (at) => emscripten._free(at),
});
pyodide.mountNodeFS('/lib/playground', join(root, 'src/python'));
pyodide.registerJsModule('_engine_functions', engine.functions);
pyodide.registerJsModule('_engine_control', {
  // Arguments are borrowed for the call: what stays needs a proxy of its own.
  setRaiser: (/** @type {PythonCall} */ raise) => engine.setRaiser(/** @type {any} */ (raise.copy())),
  /** @param {PythonCall[]} callbacks */
  setPythonCallbacks: (...callbacks) => {
    const [forget, pack, unpack] = callbacks.map((each) => /** @type {any} */ (each.copy()));
    engine.setPythonCallbacks({ forget, pack, unpack });
  },
});
const run = pyodide.runPython(readFileSync(join(root, 'scripts/python-runner.py'), 'utf8'));

let failed = 0;
const { out } = values;
if (out !== undefined) mkdirSync(out, { recursive: true });
for (const file of positionals) {
  /** @type {string[]} */
  const lines = [];
  pyodide.setStdout({ batched: (text) => (out === undefined ? console.log(text) : lines.push(text)) });
  pyodide.setStderr({ batched: (text) => console.error(text) });
  if (!run(readFileSync(file, 'utf8'), basename(file), file.endsWith('_test.py'))) {
    failed += 1;
    console.error(`FAILED ${file}`);
  }
  if (out !== undefined) writeFileSync(join(out, basename(file).replace(/\.py$/, '.out')), `${lines.join('\n')}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
