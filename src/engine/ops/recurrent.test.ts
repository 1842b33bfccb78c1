/** The fused layers (float32) against the composed ones (float64): values, gradients, second derivatives, writes into outputs. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CpuBackend } from '../cpu/backend';
import { call, createTestBackend, randomNumbers } from '../cpu/harness';
import { installBackend } from '../core/devices';
import { tensorOf } from '../core/tensor';
import '.';

let backend: CpuBackend;
beforeAll(async () => {
  backend = await createTestBackend('simd');
  installBackend(backend);
});
afterEach(() => vi.restoreAllMocks());

type Precision = 'float32' | 'float64';
const ARRAY = { float32: Float32Array, float64: Float64Array };

function make(precision: Precision, sizes: readonly number[], values: readonly number[]): number {
  const handle = call('empty', precision === 'float32' ? 0 : 1, 0, ...sizes);
  backend.write(tensorOf(handle), new Uint8Array(ARRAY[precision].from(values).buffer));
  return handle;
}

function read(handle: number): number[] {
  const tensor = tensorOf(handle);
  return [...new ARRAY[tensor.dtype as Precision](backend.read(tensor).buffer as ArrayBuffer)];
}

interface Case {
  readonly mode: 'LSTM' | 'GRU';
  readonly reversed: boolean;
  readonly bias: boolean;
  readonly steps: number;
  readonly batch: number;
  readonly width: number;
}

const CASES: Case[] = [
  { mode: 'LSTM', reversed: false, bias: true, steps: 3, batch: 2, width: 5 },
  { mode: 'LSTM', reversed: true, bias: false, steps: 4, batch: 1, width: 3 },
  { mode: 'LSTM', reversed: true, bias: true, steps: 1, batch: 9, width: 8 },
  { mode: 'GRU', reversed: false, bias: true, steps: 3, batch: 2, width: 5 },
  { mode: 'GRU', reversed: true, bias: false, steps: 4, batch: 1, width: 3 },
  { mode: 'GRU', reversed: true, bias: true, steps: 1, batch: 9, width: 8 },
];
const nameOf = ({ mode, reversed, bias, steps, batch, width }: Case): string =>
  `${mode} ${steps}×${batch}×${width}${reversed ? ', reversed' : ''}${bias ? '' : ', no bias'}`;

/** The layer's leaves, and a function that runs it on them. */
function layerOf({ mode, reversed, bias, steps, batch, width }: Case, precision: Precision) {
  const columns = (mode === 'LSTM' ? 4 : 3) * width;
  let seed = 1;
  const leaf = (...sizes: number[]): number => {
    const count = sizes.reduce((product, size) => product * size, 1);
    const handle = make(precision, sizes, randomNumbers(count, -1.5, 1.5, seed++).map(Math.fround));
    call('set_requires_grad', handle, 1);
    return handle;
  };
  const inputs = leaf(steps, batch, columns);
  const hidden = leaf(batch, width);
  const weight = leaf(columns, width);
  const cell = mode === 'LSTM' ? leaf(batch, width) : 0;
  const added = bias ? leaf(columns) : 0;
  const run = (): number[] => {
    const args = [mode === 'LSTM' ? 2 : 3, reversed ? 1 : 0, inputs, hidden, cell, weight, added, 0];
    const first = call('recurrent_layer', ...args);
    return [first, call('next_result'), ...(mode === 'LSTM' ? [call('next_result')] : [])];
  };
  return { leaves: [inputs, hidden, weight, cell, added].filter((handle) => handle !== 0), run };
}

/** Σ tensor · wave(position) over all tensors. */
function weighted(handles: readonly number[], wave: (k: number) => number): number {
  return handles
    .map((handle) => {
      const { sizes, numel, dtype } = tensorOf(handle);
      const weights = Array.from({ length: numel }, (_, k) => wave(k));
      return call('sum', call('mul', handle, make(dtype as Precision, sizes, weights)), 0, -1);
    })
    .reduce((sum, term) => call('add', sum, term));
}

function gradients(loss: number, leaves: readonly number[], createGraph: boolean): number[] {
  const flag = createGraph ? 1 : 0;
  const first = call('gradients', flag, flag, 1, loss, 0, ...leaves);
  return [first, ...leaves.slice(1).map(() => call('next_result'))];
}

/** Outputs, gradients, and the gradients of a number made of those, one list after the other. */
function everything(item: Case, precision: Precision): number[][] {
  const { leaves, run } = layerOf(item, precision);
  const outputs = run();
  const plain = gradients(weighted(outputs, Math.cos), leaves, false);
  const differentiable = gradients(weighted(run(), Math.cos), leaves, true);
  const second = gradients(weighted(differentiable, Math.sin), leaves, false);
  return [...outputs, ...plain, ...differentiable, ...second].map(read);
}

function expectClose(actual: readonly number[][], wanted: readonly number[][]): void {
  const scale = (list: readonly number[]): number => Math.max(1, ...list.map(Math.abs));
  const far = actual.map((list, i) => {
    const other = wanted[i] ?? [];
    return list.length === other.length
      ? Math.max(...list.map((x, k) => Math.abs(x - (other[k] ?? NaN)))) / scale(other)
      : NaN;
  });
  expect(far.every((distance) => distance < 1e-5) ? 'close' : `distances ${far.join(' ')}`).toBe('close');
  expect(actual.length).toBe(wanted.length);
}

describe('a fused layer', () => {
  test.each(CASES.map((item) => [nameOf(item), item] as const))('%s', (_, item) => {
    const steps = vi.spyOn(backend.recurrent, item.mode === 'LSTM' ? 'lstm' : 'gru');
    const slow = everything(item, 'float64');
    expect(steps).not.toHaveBeenCalled();
    const fast = everything(item, 'float32');
    expect(steps).toHaveBeenCalledTimes(2 * item.steps);
    expectClose(fast, slow);
  });

  test('gives gradients of some leaves alone, and from one output alone', () => {
    for (const item of CASES) {
      const [fast, slow] = (['float32', 'float64'] as const).map((precision) => {
        const { leaves, run } = layerOf(item, precision);
        return leaves.map((leaf) => {
          const outputs = run();
          return gradients(weighted(outputs.slice(-1), Math.cos), [leaf], false)
            .map(read)
            .flat();
        });
      });
      expectClose(fast ?? [], slow ?? []);
    }
  });

  test('does not mind writes into its outputs', () => {
    const item = CASES[0] as Case;
    const [fast, slow] = (['float32', 'float64'] as const).map((precision) => {
      const { leaves, run } = layerOf(item, precision);
      const outputs = run();
      call('mul_scalar_', outputs[0] as number, 3, 2);
      return gradients(weighted(outputs, Math.cos), leaves, false).map(read);
    });
    expectClose(fast ?? [], slow ?? []);
  });
});
