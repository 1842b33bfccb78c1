import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Window2d } from '../core/backend';
import { drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

const H = 9;
const W = 11;
const CHANNELS = 2;
const IMAGES = 2;

const window = (
  kernel: [number, number],
  stride: [number, number] = [1, 1],
  padding: [number, number] = [0, 0],
  dilation: [number, number] = [1, 1],
): Window2d => ({ kernel, stride, padding, dilation });

const WINDOWS: readonly Window2d[] = [
  window([1, 1]),
  window([3, 3], [1, 1], [1, 1]),
  window([2, 2], [2, 2]),
  window([3, 2], [2, 3], [1, 1]),
  window([5, 5], [1, 1], [2, 2]),
  window([3, 3], [1, 2], [2, 1], [2, 2]),
  window([2, 3], [1, 1], [0, 1], [3, 1]),
];

const outSize = (size: number, w: Window2d, side: 0 | 1): number =>
  Math.floor((size + 2 * w.padding[side] - w.dilation[side] * (w.kernel[side] - 1) - 1) / w.stride[side]) + 1;

interface Visit {
  readonly c: number;
  readonly ky: number;
  readonly kx: number;
  readonly oy: number;
  readonly ox: number;
  /** The position in the plane; null in the padding. */
  readonly at: number | null;
}

/** Every (channel, kernel position, window), in the order of the columns' memory. */
function visits(w: Window2d, oh: number, ow: number): Visit[] {
  const list: Visit[] = [];
  for (let c = 0; c < CHANNELS; c++) {
    for (let ky = 0; ky < w.kernel[0]; ky++) {
      for (let kx = 0; kx < w.kernel[1]; kx++) {
        for (let oy = 0; oy < oh; oy++) {
          for (let ox = 0; ox < ow; ox++) {
            const y = oy * w.stride[0] - w.padding[0] + ky * w.dilation[0];
            const x = ox * w.stride[1] - w.padding[1] + kx * w.dilation[1];
            const inside = y >= 0 && y < H && x >= 0 && x < W;
            list.push({ c, ky, kx, oy, ox, at: inside ? y * W + x : null });
          }
        }
      }
    }
  }
  return list;
}

describe.each(BUILDS)('windows, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  const plane = H * W;
  const images = randomNumbers(IMAGES * CHANNELS * plane, -1, 1, 31).map(Math.fround);

  test.each(['float32', 'float64'] as const)('unfold and fold, %s', (type) => {
    for (const w of WINDOWS) {
      const [oh, ow] = [outSize(H, w, 0), outSize(W, w, 1)];
      const list = visits(w, oh, ow);
      const image = tensorOf(cpu, type, [IMAGES, CHANNELS, H, W], images);
      const columns = emptyTensor([list.length], type, cpu);
      for (let n = 0; n < IMAGES; n++) {
        cpu.unfold2d(image, n, columns, w);
        const source = images.slice(n * CHANNELS * plane);
        expect(numbersOf(cpu, columns)).toEqual(list.map(({ c, at }) => (at === null ? 0 : source[c * plane + at])));
      }
      const grads = list.map((_, i) => (i % 17) - 8);
      const back = tensorOf(
        cpu,
        type,
        [IMAGES, CHANNELS, H, W],
        images.map(() => 1),
      );
      cpu.fold2d(tensorOf(cpu, type, [list.length], grads), back, 1, w);
      const expected = images.map(() => 1);
      list.forEach(({ c, at }, i) => {
        if (at !== null)
          expected[(CHANNELS + c) * plane + at] = (expected[(CHANNELS + c) * plane + at] ?? NaN) + (grads[i] ?? NaN);
      });
      expect(numbersOf(cpu, back)).toEqual(expected);
    }
  });

  test.each(['float32', 'float64'] as const)('max pooling and its derivative, %s', (type) => {
    for (const w of WINDOWS) {
      const [oh, ow] = [outSize(H, w, 0), outSize(W, w, 1)];
      const values = images.map((x) => Math.round(x * 4));
      const best = Array.from({ length: IMAGES * CHANNELS * oh * ow }, () => ({ value: -Infinity, at: -1 }));
      for (let n = 0; n < IMAGES; n++) {
        for (const { c, oy, ox, at } of visits(w, oh, ow)) {
          if (at === null) continue;
          const value = values[(n * CHANNELS + c) * plane + at] as number;
          const entry = best[((n * CHANNELS + c) * oh + oy) * ow + ox];
          if (entry !== undefined && value > entry.value) Object.assign(entry, { value, at });
        }
      }
      const out = emptyTensor([IMAGES, CHANNELS, oh, ow], type, cpu);
      const indices = emptyTensor([IMAGES, CHANNELS, oh, ow], 'int64', cpu);
      cpu.maxPool2d(tensorOf(cpu, type, [IMAGES, CHANNELS, H, W], values), out, indices, w);
      expect(numbersOf(cpu, out).map((x) => x + 0)).toEqual(best.map(({ value }) => value + 0));
      expect(numbersOf(cpu, indices)).toEqual(best.map(({ at }) => at));
      const slope = emptyTensor([IMAGES, CHANNELS, H, W], type, cpu);
      cpu.maxPool2dBackward(out, indices, slope);
      const expected = images.map(() => 0);
      best.forEach(({ value, at }, i) => {
        const to = Math.floor(i / (oh * ow)) * plane + at;
        expected[to] = (expected[to] ?? NaN) + value;
      });
      expect(numbersOf(cpu, slope).map((x) => x + 0)).toEqual(expected.map((x) => x + 0));
    }
  });

  test('max pooling passes NaN on', () => {
    const out = emptyTensor([1, 1, 1, 2], 'float32', cpu);
    const indices = emptyTensor([1, 1, 1, 2], 'int64', cpu);
    cpu.maxPool2d(tensorOf(cpu, 'float32', [1, 1, 1, 4], [1, NaN, 5, 2]), out, indices, window([1, 2], [1, 2]));
    expect(numbersOf(cpu, out)).toEqual([NaN, 5]);
    expect(numbersOf(cpu, indices)).toEqual([1, 2]);
  });

  test.each(['float32', 'float64'] as const)('average pooling and its derivative, %s', (type) => {
    const undilated = WINDOWS.filter(({ dilation }) => dilation[0] === 1 && dilation[1] === 1);
    // The last result has a window that begins in the plane and ends beyond the padding, as with ceil_mode.
    for (const [w, extra] of [...undilated.map((one) => [one, 0] as const), [window([2, 2], [2, 2]), 1] as const]) {
      for (const includePad of [true, false]) {
        for (const divisor of [0, 3]) {
          const [oh, ow] = [outSize(H, w, 0) + extra, outSize(W, w, 1) + extra];
          const sums = new Array<number>(IMAGES * CHANNELS * oh * ow).fill(0);
          const areas = sums.map(() => 0);
          const padded = sums.map(() => 0);
          const all = [0, 1].flatMap((n) => visits(w, oh, ow).map((visit) => ({ ...visit, n })));
          for (const { n, c, ky, kx, oy, ox, at } of all) {
            const to = ((n * CHANNELS + c) * oh + oy) * ow + ox;
            const y = oy * w.stride[0] + ky;
            const x = ox * w.stride[1] + kx;
            if (y < H + 2 * w.padding[0] && x < W + 2 * w.padding[1]) padded[to] = (padded[to] ?? NaN) + 1;
            if (at === null) continue;
            areas[to] = (areas[to] ?? NaN) + 1;
            sums[to] = (sums[to] ?? NaN) + (images[(n * CHANNELS + c) * plane + at] ?? NaN);
          }
          const shares = sums.map((_, i) => divisor || ((includePad ? padded : areas)[i] ?? NaN));
          const out = emptyTensor([IMAGES, CHANNELS, oh, ow], type, cpu);
          cpu.avgPool2d(tensorOf(cpu, type, [IMAGES, CHANNELS, H, W], images), out, w, includePad, divisor);
          numbersOf(cpu, out).forEach((x, i) => expect(x).toBeCloseTo((sums[i] ?? NaN) / (shares[i] ?? NaN), 5));
          const grads = sums.map((_, i) => (i % 5) - 2);
          const slope = emptyTensor([IMAGES, CHANNELS, H, W], type, cpu);
          cpu.avgPool2dBackward(tensorOf(cpu, type, [IMAGES, CHANNELS, oh, ow], grads), slope, w, includePad, divisor);
          const expected = images.map(() => 0);
          for (const { n, c, oy, ox, at } of all) {
            if (at === null) continue;
            const from = ((n * CHANNELS + c) * oh + oy) * ow + ox;
            const to = (n * CHANNELS + c) * plane + at;
            expected[to] = (expected[to] ?? NaN) + (grads[from] ?? NaN) / (shares[from] ?? NaN);
          }
          numbersOf(cpu, slope).forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 5));
        }
      }
    }
  });
});
