/** Means divide the sum, as PyTorch's do: a product with the rounded reciprocal is off by a last digit. */
import { beforeAll, expect, test } from 'vitest';
import { call, createTestBackend, numbersBehind, rowOf } from '../cpu/harness';
import type { CpuBackend } from '../cpu/backend';
import { installBackend } from '../core/devices';
import './index';

let backend: CpuBackend;
beforeAll(async () => {
  backend = await createTestBackend('simd');
  installBackend(backend);
});

const tensor = (...numbers: number[]): number => rowOf(backend, 'float32', numbers);
const values = (handle: number): number[] => numbersBehind(backend, handle);

test('a mean and its gradient are quotients', () => {
  const x = tensor(1.5, -2.5, 3.5);
  call('set_requires_grad', x, 1);
  const mean = call('mean', x, 0, -1);
  expect(values(mean)).toEqual([Math.fround(2.5 / 3)]); // 2.5 times a third is 0.8333333730697632
  const seven = tensor(1, 1, 1, 1, 1, 1, 1);
  call('set_requires_grad', seven, 1);
  const loss = call('mul_scalar', call('mean', seven, 0, -1), 3, 1);
  const share = Math.fround(3 / 7);
  expect(share).not.toBe(Math.fround(3 * Math.fround(1 / 7)));
  expect(values(call('gradients', 0, 0, 1, loss, 0, seven))).toEqual(Array(7).fill(share));
});
