/** Means divide the sum, as PyTorch's do: a product with the rounded reciprocal is off by a last digit. */
import { beforeAll, expect, test } from 'vitest';
import { call, createTestBackend } from '../cpu/harness';
import type { CpuBackend } from '../cpu/backend';
import { installBackend } from '../core/devices';
import { tensorOf } from '../core/tensor';
import './index';

let backend: CpuBackend;
beforeAll(async () => {
  backend = await createTestBackend('simd');
  installBackend(backend);
});

const FLOAT32 = 0;
function tensor(...values: number[]): number {
  const handle = call('empty', FLOAT32, 0, values.length);
  backend.write(tensorOf(handle), new Uint8Array(Float32Array.from(values).buffer));
  return handle;
}
const values = (handle: number): number[] => [
  ...new Float32Array(backend.read(tensorOf(handle)).buffer as ArrayBuffer),
];

test('a mean and its gradient are quotients', () => {
  const x = tensor(1.5, -2.5, 3.5);
  call('set_requires_grad', x, 1);
  const mean = call('mean', x, 0, -1);
  expect(values(mean)).toEqual([Math.fround(2.5 / 3)]); // 2.5 times a third is 0.8333333730697632
  const [weight, seven] = [tensor(5, 5, 5, 5, 5, 5, 5), tensor(1, 1, 1, 1, 1, 1, 1)];
  call('set_requires_grad', seven, 1);
  const loss = call('mean', call('mul', seven, weight), 0, -1);
  expect(values(call('gradients', 0, 0, 1, loss, 0, seven))).toEqual(
    Array(7).fill(Math.fround(Math.fround(1 / 7) * 5)),
  );
});
