/** Models exported here, run by ONNX Runtime and by LiteRT: their outputs equal ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as litert from '@litertjs/core';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PROGRAMS = ['torch_models', 'keras_models'];
const TOLERANCE = 1e-5;
const LIMIT = 300_000;

type DType = 'float32' | 'float64' | 'int64' | 'int32' | 'bool';
interface Packed {
  readonly name: string;
  readonly dtype: DType;
  readonly dims: readonly number[];
  readonly data: readonly (number | boolean)[];
}
interface Case {
  readonly name: string;
  readonly kind: 'onnx' | 'tflite';
  readonly file: string;
  readonly inputs: readonly Packed[];
  readonly outputs: readonly Packed[];
}
interface Given {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number | bigint>;
}

const work = mkdtempSync(join(tmpdir(), 'exporting-'));
afterAll(() => rmSync(work, { recursive: true }));
env.wasm.numThreads = 1;

// ------------------------------------------------------------------ LiteRT in Node

/** Its loader expects a browser's worker: runs a script of the CommonJS kind and keeps what it exports as the module's factory. */
function importScripts(path: string): void {
  const module: { exports: unknown } = { exports: {} };
  // oxlint-disable-next-line no-implied-eval -- the package's own loader, written for importScripts()
  const run = new Function('module', 'exports', 'require', '__dirname', '__filename', readFileSync(path, 'utf8'));
  Reflect.apply(run, undefined, [module, module.exports, require, dirname(path), path]);
  Reflect.set(globalThis, 'ModuleFactory', module.exports);
}

const require = createRequire(import.meta.url);
let litertReady: Promise<unknown> | null = null;

/** A model that runs on the CPU. */
async function compiled(file: Uint8Array<ArrayBuffer>): Promise<litert.CompiledModel> {
  Reflect.set(globalThis, 'self', globalThis);
  Reflect.set(globalThis, 'importScripts', importScripts);
  const folder = dirname(require.resolve('@litertjs/core/package.json'));
  litertReady ??= litert.loadLiteRt(join(folder, 'wasm/litert_wasm_compat_internal.js'));
  await litertReady;
  return litert.loadAndCompile(file, { accelerator: 'wasm' });
}

// ------------------------------------------------------------------ running files

function forOnnx({ dtype, dims, data }: Packed): Tensor {
  if (dtype === 'int64') return new Tensor('int64', BigInt64Array.from(data, BigInt), dims);
  if (dtype === 'bool') return new Tensor('bool', Uint8Array.from(data, Number), dims);
  const numbers = data.map(Number);
  if (dtype === 'int32') return new Tensor('int32', Int32Array.from(numbers), dims);
  return dtype === 'float64'
    ? new Tensor('float64', Float64Array.from(numbers), dims)
    : new Tensor('float32', Float32Array.from(numbers), dims);
}

async function runOnnx({ file, inputs, outputs }: Case): Promise<Given[]> {
  const session = await InferenceSession.create(Buffer.from(file, 'base64'), { logSeverityLevel: 3 });
  const results = await session.run(Object.fromEntries(inputs.map((input) => [input.name, forOnnx(input)])));
  await session.release();
  return outputs.map(({ name, dtype }) => {
    const found = results[name];
    if (found?.type !== dtype) throw new Error(`${name} is ${found?.type}, not ${dtype}`);
    return { dims: found.dims, data: found.data as ArrayLike<number | bigint> };
  });
}

async function runTflite({ file, inputs, outputs }: Case): Promise<Given[]> {
  const model = await compiled(new Uint8Array(Buffer.from(file, 'base64')));
  const given = inputs.map(({ name, dtype, dims, data }) => {
    const numbers = data.map(Number);
    return [
      name,
      new litert.Tensor(dtype === 'int32' ? Int32Array.from(numbers) : Float32Array.from(numbers), [...dims]),
    ];
  });
  const results = await model.run(Object.fromEntries(given) as Record<string, litert.Tensor>);
  const found = [];
  for (const { name } of outputs) {
    const result = results[name];
    if (result === undefined) throw new Error(`there is no output ${name}`);
    found.push({ dims: [...result.type.layout.dimensions], data: await result.data() });
  }
  model.delete();
  return found;
}

/** The largest difference, relative above 1; infinite where the shapes differ. */
function difference({ dims, data }: Given, want: Packed): number {
  if (dims.join() !== want.dims.join()) return Number.POSITIVE_INFINITY;
  const numbers = Array.from(data, Number);
  return want.data.reduce<number>((worst, value, i) => {
    const far = Math.abs((numbers[i] ?? Number.NaN) - Number(value)) / Math.max(1, Math.abs(Number(value)));
    return far <= worst ? worst : far;
  }, 0);
}

describe.each(PROGRAMS)('%s', (program) => {
  let cases: readonly Case[] = [];

  beforeAll(() => {
    const file = join(import.meta.dirname, `${program}.py`);
    const args = ['scripts/python.mjs', '--out', work, file];
    const { stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const lines = readFileSync(join(work, `${program}.out`), 'utf8')
      .trim()
      .split('\n');
    cases = lines.map((line) => JSON.parse(line) as Case);
  }, LIMIT);

  test.each([
    ['onnx', runOnnx],
    ['tflite', runTflite],
  ] as const)(
    '.%s files give what the models give',
    async (kind, run) => {
      const chosen = cases.filter((each) => each.kind === kind);
      expect(chosen.length).toBeGreaterThan(10);
      for (const each of chosen) {
        const given = await run(each);
        for (const [at, output] of each.outputs.entries()) {
          expect(difference(given[at] as Given, output), `${each.name}: ${output.name}`).toBeLessThan(TOLERANCE);
        }
      }
    },
    LIMIT,
  );
});
