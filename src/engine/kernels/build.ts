/**
 * Compiles the AssemblyScript kernels to WASM, in Node only: for unit tests, benchmarks and the page's build. Results are
 * kept in node_modules/.cache by a hash of everything they depend on.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY_OPS, COMPARE_OPS, REDUCE_OPS, SCAN_OPS, SCATTER_OPS, TEST_OPS, UNARY_OPS } from '../core/opcodes';

const SOURCES = fileURLToPath(new URL('./wasm/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/kernels/', import.meta.url));

export interface KernelOptions {
  /** With relaxed SIMD (fused multiply-add). Node 20 needs a V8 flag to run that; current browsers do not. */
  readonly relaxed?: boolean;
}

// The kernels work in memory that belongs to Pyodide: no allocator, no static data of their own.
const FLAGS = [
  '--runtime=stub',
  '--importMemory',
  '--noExportMemory',
  '--initialMemory=0',
  '--noAssert',
  '--optimizeLevel=3',
  '--shrinkLevel=0',
];

/** The operation codes as AssemblyScript enums: the module './opcodes' that the kernels import. */
export function opcodesSource(): string {
  const list = (name: string, ops: readonly string[]) => `export const enum ${name} { ${ops.join(', ')} }\n`;
  return [
    list('Unary', UNARY_OPS),
    list('Binary', BINARY_OPS),
    list('Compare', COMPARE_OPS),
    list('Test', TEST_OPS),
    list('Reduce', REDUCE_OPS),
    list('Scan', SCAN_OPS),
    list('Scatter', SCATTER_OPS),
  ].join('');
}

async function readSources(): Promise<Map<string, string>> {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.ts')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(SOURCES, name), 'utf8')));
  const sources = new Map(names.map((name, index) => [name, texts[index] ?? '']));
  return sources.set('opcodes.ts', opcodesSource());
}

async function compile(sources: ReadonlyMap<string, string>, relaxed: boolean): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc');
  const features = relaxed ? 'simd,relaxed-simd' : 'simd';
  let binary: Uint8Array | null = null;
  let messages = '';
  const { error } = await asc.main(['index.ts', ...FLAGS, '--enable', features, '--outFile', 'kernels.wasm'], {
    readFile: (name) => sources.get(name.replace(/^\.\//, '')) ?? null,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (text: string | Uint8Array) => void (messages += String(text)) },
  });
  if (error) throw new Error(`the kernels do not compile: ${error.message}\n${messages}`);
  if (binary === null) throw new Error('the compiler wrote no module');
  return binary;
}

export async function buildKernels({ relaxed = false }: KernelOptions = {}): Promise<Uint8Array> {
  const sources = await readSources();
  const compiler = await readFile(
    new URL('../../../node_modules/assemblyscript/package.json', import.meta.url),
    'utf8',
  );
  const key = createHash('sha256').update(JSON.stringify([relaxed, FLAGS, [...sources], compiler]));
  const cached = join(CACHE, `${key.digest('hex').slice(0, 24)}.wasm`);
  const hit = await readFile(cached).catch(() => null);
  if (hit !== null) return new Uint8Array(hit);
  const binary = await compile(sources, relaxed);
  await mkdir(CACHE, { recursive: true });
  // Test files build at the same time: each writes its own draft and moves it into place whole.
  const draft = `${cached}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, binary);
  await rename(draft, cached);
  return binary;
}
