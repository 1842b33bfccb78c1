/** Starts CPython (Pyodide) from bytes in memory, plainly or from a snapshot, with a cap on its memory. */
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide';
import type { PyodideInterface } from 'pyodide';
import type { WorkerAssets } from '../relay';
import { unpackArchive } from './archive';

const MEMORY_LIMIT = 1024 ** 3;
const PAGE = 65536;
const LIBRARY = '/lib/playground';
const DATA = '/lib/data';
export const HOME = '/home/student';
const NOWHERE = 'https://sandbox.invalid/';
/** No packages to install: with Pyodide's own list a missing module would be answered with advice that cannot work here. */
const LOCK_FILE = { packages: {} };

declare const __PYODIDE_LOCK_INFO__: Record<string, string>;

export interface MemoryAccess {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(pointer: number): void;
}

interface EmscriptenModule {
  readonly wasmMemory?: WebAssembly.Memory;
  readonly memory?: WebAssembly.Memory;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** Pyodide fetches its parts: answer from memory, since the sandbox's policy forbids any network. */
function serveFromMemory(assets: WorkerAssets): void {
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  globalThis.fetch = (input) => {
    const name = String(input instanceof Request ? input.url : input)
      .split('/')
      .pop();
    if (name === 'pyodide.asm.wasm') return Promise.resolve(new Response(''));
    if (name === 'python_stdlib.zip') return Promise.resolve(new Response(assets.stdlib));
    return Promise.reject(new TypeError('the sandbox has no network'));
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    if (imports?.['env']) capMemory(imports['env']);
    const instance = await instantiate(assets.python, imports);
    if (assets.snapshot) makeRoom(instance.exports['memory'] as WebAssembly.Memory, assets.snapshot.byteLength);
    return { instance, module: assets.python };
  };
}

/** Pyodide copies a snapshot into the memory that Python starts with, 32 MB, and does not grow it for a larger one. */
function makeRoom(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

/** Refusing to grow makes malloc fail, which CPython turns into MemoryError. */
function capMemory(environment: WebAssembly.ModuleImports): void {
  const grow = environment['emscripten_resize_heap'] as (bytes: number) => number;
  environment['emscripten_resize_heap'] = (bytes: number) => (bytes >>> 0 > MEMORY_LIMIT ? 0 : grow(bytes));
}

export async function startPython(assets: WorkerAssets, makeSnapshot: boolean): Promise<PyodideInterface> {
  serveFromMemory(assets);
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    stdLibURL: `${NOWHERE}python_stdlib.zip`,
    lockFileContents: JSON.stringify({ info: __PYODIDE_LOCK_INFO__, ...LOCK_FILE }),
    env: { HOME, PYTHONPATH: LIBRARY, PYTHONDONTWRITEBYTECODE: '1' },
    // Before Python starts: a path that does not exist then is never looked at again.
    fsInit: (fs) => Promise.resolve(installFiles(fs as FileSystem, assets)),
    ...(makeSnapshot ? { _makeSnapshot: true } : {}),
    ...(assets.snapshot ? { _loadSnapshot: assets.snapshot } : {}),
  });
  return pyodide;
}

interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array, options: { canOwn: boolean }): void;
}

function installFiles(fs: FileSystem, assets: WorkerAssets): void {
  const write = (path: string, bytes: Uint8Array): void => {
    fs.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    fs.writeFile(path, bytes, { canOwn: true });
  };
  for (const { path, bytes } of unpackArchive(assets.packages)) write(`${LIBRARY}/${path}`, bytes);
  for (const [name, bytes] of Object.entries(assets.data)) write(`${DATA}/${name}`, new Uint8Array(bytes));
}

/** Imports what most cells use, so that no cell has to wait for it. */
export function preloadLibrary(pyodide: PyodideInterface): void {
  const runtime = pyodide.pyimport('kernel_runtime') as { preload(): void; destroy(): void };
  runtime.preload();
  runtime.destroy();
}

/** Imports the library and returns the interpreter's memory. No JavaScript object may be registered before. */
export function takeSnapshot(pyodide: PyodideInterface): ArrayBuffer {
  preloadLibrary(pyodide);
  const snapshot = pyodide.makeMemorySnapshot();
  return snapshot.buffer.byteLength === snapshot.byteLength
    ? (snapshot.buffer as ArrayBuffer)
    : snapshot.slice().buffer;
}

interface ErrorCapture {
  capture_stderr: () => void;
  restore_stderr: () => string;
}

/**
 * Calls `hold` around the Python code by which Pyodide describes an exception that passes from Python into JavaScript.
 * It believes that stacks can be switched there, but JavaScript frames lie below, and a switch breaks the interpreter.
 */
export function aroundErrorReports(pyodide: PyodideInterface, hold: (held: boolean) => void): void {
  const api = (pyodide as unknown as { _api: ErrorCapture })._api;
  const { capture_stderr: capture, restore_stderr: restore } = api;
  api.capture_stderr = () => {
    hold(true);
    capture();
  };
  api.restore_stderr = () => {
    const text = restore();
    hold(false);
    return text;
  };
}

/** Python's own memory, for an engine whose tensors are the same bytes as Python's buffers. */
export function memoryOf(pyodide: PyodideInterface): MemoryAccess {
  const module = (pyodide as unknown as { _module: EmscriptenModule })._module;
  const memory = module.wasmMemory ?? module.memory;
  if (!memory) throw new Error('this Pyodide does not expose its memory');
  return { memory, malloc: (bytes) => module._malloc(bytes), free: (pointer) => module._free(pointer) };
}
