/** LiteRT's WebAssembly in Node: its loader expects a browser's worker, of which this gives what it needs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadAndCompile, loadLiteRt } from '@litertjs/core';
import type { CompiledModel } from '@litertjs/core';

const require = createRequire(import.meta.url);
const SCRIPT = join(dirname(require.resolve('@litertjs/core/package.json')), 'wasm/litert_wasm_compat_internal.js');

/** Runs a script of the CommonJS kind and keeps what it exports as the module's factory. */
function importScripts(path: string): void {
  const module: { exports: unknown } = { exports: {} };
  // oxlint-disable-next-line no-implied-eval -- the package's own loader, written for importScripts()
  const run = new Function('module', 'exports', 'require', '__dirname', '__filename', readFileSync(path, 'utf8'));
  Reflect.apply(run, undefined, [module, module.exports, require, dirname(path), path]);
  Reflect.set(globalThis, 'ModuleFactory', module.exports);
}

let ready: Promise<unknown> | null = null;

/** A model that runs on the CPU. */
export async function compiled(file: Uint8Array<ArrayBuffer>): Promise<CompiledModel> {
  Reflect.set(globalThis, 'self', globalThis);
  Reflect.set(globalThis, 'importScripts', importScripts);
  ready ??= loadLiteRt(SCRIPT);
  await ready;
  return loadAndCompile(file, { accelerator: 'wasm' });
}
