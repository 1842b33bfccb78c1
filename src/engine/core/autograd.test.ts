/** The graph itself: accumulation, writes through views, stale saved tensors, freed graphs, hooks, and memory. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, createTestBackend } from '../cpu/harness';
import type { CpuBackend } from '../cpu/backend';
import { setGradMode } from './autograd';
import { installBackend } from './devices';
import { liveHandles, tensorOf } from './tensor';
import '../ops';

let backend: CpuBackend;

beforeAll(async () => {
  backend = await createTestBackend('simd');
  installBackend(backend);
});
beforeEach(() => {
  setGradMode(true);
});

const FLOAT64 = 1;
function tensor(values: readonly number[], sizes: readonly number[] = [values.length]): number {
  const handle = call('empty', FLOAT64, 0, ...sizes);
  backend.write(tensorOf(handle), new Uint8Array(Float64Array.from(values).buffer));
  return handle;
}
function leaf(values: readonly number[], sizes?: readonly number[]): number {
  const handle = tensor(values, sizes);
  call('set_requires_grad', handle, 1);
  return handle;
}
const values = (handle: number): number[] => [
  ...new Float64Array(backend.read(tensorOf(handle)).buffer as ArrayBuffer),
];
const total = (handle: number): number => call('sum', handle, 0, -1);
const backward = (root: number, retain = 0): number => call('backward', retain, 0, 1, root, 0);
const gradOf = (handle: number): number[] => values(call('grad', handle));

describe('accumulation', () => {
  test('a leaf used twice gets the sum, and a second pass adds to it', () => {
    const x = leaf([1, 2]);
    backward(total(call('mul', x, x)));
    expect(gradOf(x)).toEqual([2, 4]);
    backward(total(call('mul', x, x)));
    expect(gradOf(x)).toEqual([4, 8]);
  });

  test('two leaves that share one gradient do not share its memory', () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    backward(total(call('add', a, b)));
    call('mul_scalar_', call('grad', a), 10, 1);
    expect(gradOf(a)).toEqual([10, 10]);
    expect(gradOf(b)).toEqual([1, 1]);
  });

  test('only the asked inputs get a gradient', () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    call('backward', 0, 0, 1, total(call('mul', a, b)), 0, a);
    expect(gradOf(a)).toEqual([3, 4]);
    expect(call('grad', b)).toBe(0);
  });

  test('gradients() leaves every .grad alone and tells what is not in the graph', () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    const first = call('gradients', 0, 0, 1, total(call('mul', a, a)), 0, a, b);
    expect(values(first)).toEqual([2, 4]);
    expect(call('next_result')).toBe(0);
    expect(call('grad', a)).toBe(0);
  });
});

describe('writes through views', () => {
  test('a row written into a computed tensor stops the old gradient there and starts the new one', () => {
    const [x, v] = [leaf([1, 2, 3, 4], [2, 2]), leaf([10, 20])];
    const y = call('mul_scalar', x, 3, 1);
    call('copy_', call('select', y, 0, 1), v);
    expect(values(y)).toEqual([3, 6, 10, 20]);
    backward(total(call('mul', y, y)));
    expect(gradOf(x)).toEqual([2 * 3 * 3, 2 * 6 * 3, 0, 0]);
    expect(gradOf(v)).toEqual([20, 40]);
  });

  test('an older view of a base sees the history of a later write to the base', () => {
    const x = leaf([1, 2, 3]);
    const y = call('mul_scalar', x, 1, 1);
    const view = call('select', y, 0, 0);
    call('mul_scalar_', y, 5, 1);
    backward(view);
    expect(gradOf(x)).toEqual([5, 0, 0]);
  });

  test('leaves and their views refuse', () => {
    const x = leaf([1, 2]);
    expect(() => call('mul_scalar_', x, 2, 1)).toThrow(
      'a leaf Variable that requires grad is being used in an in-place operation.',
    );
    const view = call('select', x, 0, 0);
    expect(() => call('mul_scalar_', view, 2, 1)).toThrow(
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
    setGradMode(false);
    call('mul_scalar_', x, 2, 1);
    expect(values(x)).toEqual([2, 4]);
  });
});

describe('what must not be used again', () => {
  test('a saved tensor that was written to', () => {
    const x = leaf([1, 2]);
    const y = call('exp', x);
    const loss = total(y);
    call('add_scalar_', y, 1, 1);
    expect(() => backward(loss)).toThrow(
      /modified by an inplace operation: \[torch\.DoubleTensor \[2\]\], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead/,
    );
  });

  test('a graph that was freed, unless it was retained or saved nothing', () => {
    const x = leaf([1, 2]);
    const kept = total(call('mul', x, x));
    backward(kept, 1);
    backward(kept);
    expect(gradOf(x)).toEqual([4, 8]);
    expect(() => backward(kept)).toThrow('Trying to backward through the graph a second time');
    const sums = total(x);
    backward(sums);
    backward(sums);
  });

  test('roots without a graph, and roots that are no scalars', () => {
    expect(() => backward(total(tensor([1])))).toThrow(
      'element 0 of tensors does not require grad and does not have a grad_fn',
    );
    expect(() => backward(call('mul_scalar', leaf([1, 2]), 2, 1))).toThrow(
      'grad can be implicitly created only for scalar outputs',
    );
  });
});

describe('memory', () => {
  test('a thousand training steps leave nothing behind', () => {
    const w = leaf(
      Array.from({ length: 64 }, (_, i) => Math.sin(i)),
      [8, 8],
    );
    const x = tensor(
      Array.from({ length: 64 }, (_, i) => Math.cos(i)),
      [8, 8],
    );
    const step = (): void => {
      const h = call('linear', x, w, 0);
      const a = call('tanh', h);
      const loss = total(call2('mul', a, a));
      backward(loss);
      call('set_grad', w, 0);
      for (const handle of [h, a, loss, ...temporary.splice(0)]) call('free', handle);
    };
    const temporary: number[] = [];
    const call2 = (name: string, ...args: number[]): number => {
      const handle = call(name, ...args);
      temporary.push(handle);
      return handle;
    };
    step();
    const [handles, bytes] = [liveHandles(), backend.bytesInUse];
    for (let i = 0; i < 1000; i++) step();
    expect(liveHandles()).toBe(handles);
    expect(backend.bytesInUse).toBe(bytes);
  });

  test('a chain of 20,000 operations is freed without overflowing the stack', () => {
    const x = leaf([1]);
    const before = backend.bytesInUse;
    let y = call('mul_scalar', x, 1, 1);
    for (let i = 0; i < 20_000; i++) {
      const next = call('add_scalar', y, 1, 1);
      call('free', y);
      y = next;
    }
    backward(y);
    expect(gradOf(x)).toEqual([1]);
    call('free', y);
    call('set_grad', x, 0);
    expect(backend.bytesInUse - before).toBeLessThan(1024);
  });
});
