/** Models exported here, run by ONNX Runtime: its outputs equal ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PROGRAMS = ['torch_models', 'keras_models'];
const TOLERANCE = 1e-5;

type DType = 'float32' | 'float64' | 'int64' | 'int32' | 'bool';
interface Packed {
  readonly name: string;
  readonly dtype: DType;
  readonly dims: readonly number[];
  readonly data: readonly (number | boolean)[];
}
interface Case {
  readonly name: string;
  readonly onnx: string;
  readonly inputs: readonly Packed[];
  readonly outputs: readonly Packed[];
}

const work = mkdtempSync(join(tmpdir(), 'onnx-'));
afterAll(() => rmSync(work, { recursive: true }));
env.wasm.numThreads = 1;

function fed({ dtype, dims, data }: Packed): Tensor {
  if (dtype === 'int64') return new Tensor('int64', BigInt64Array.from(data, BigInt), dims);
  if (dtype === 'bool') return new Tensor('bool', Uint8Array.from(data, Number), dims);
  const numbers = data.map(Number);
  if (dtype === 'int32') return new Tensor('int32', Int32Array.from(numbers), dims);
  return dtype === 'float64'
    ? new Tensor('float64', Float64Array.from(numbers), dims)
    : new Tensor('float32', Float32Array.from(numbers), dims);
}

/** The largest difference, relative above 1; infinite where dtype or shape differ. */
function difference(got: Tensor | undefined, want: Packed): number {
  if (got?.type !== want.dtype || got.dims.join() !== want.dims.join()) return Number.POSITIVE_INFINITY;
  const numbers = Array.from(got.data as ArrayLike<number | bigint>, Number);
  return want.data.reduce<number>((worst, value, i) => {
    const far = Math.abs((numbers[i] ?? Number.NaN) - Number(value)) / Math.max(1, Math.abs(Number(value)));
    return far <= worst ? worst : far;
  }, 0);
}

describe.each(PROGRAMS)('%s', (program) => {
  let cases: readonly Case[] = [];

  beforeAll(() => {
    const file = join(import.meta.dirname, `${program}.py`);
    const { stderr, status } = spawnSync(process.execPath, ['scripts/python.mjs', '--out', work, file], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const lines = readFileSync(join(work, `${program}.out`), 'utf8')
      .trim()
      .split('\n');
    cases = lines.map((line) => JSON.parse(line) as Case);
  }, 240_000);

  test('the files give what the models give', async () => {
    expect(cases.length).toBeGreaterThan(10);
    for (const { name, onnx, inputs, outputs } of cases) {
      const session = await InferenceSession.create(Buffer.from(onnx, 'base64'), { logSeverityLevel: 3 });
      const results = await session.run(Object.fromEntries(inputs.map((input) => [input.name, fed(input)])));
      for (const output of outputs) {
        const far = difference(results[output.name], output);
        expect(far, `${name}: ${output.name}`).toBeLessThan(TOLERANCE);
      }
      await session.release();
    }
  });
});
