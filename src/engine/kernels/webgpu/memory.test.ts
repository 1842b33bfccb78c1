/** Optimizer steps, memory and the loss of the GPU device, against the cpu device on the same numbers. */
import { describe, expect, test } from 'vitest';
import { alias, emptyTensor, type Tensor } from '../../core/tensor';
import { CLOSE, compareDevices, createPair } from './harness';
import { pair, random, reason } from './harness.pair';

describe.skipIf(reason !== null)('the cuda device', () => {
  describe('optimizers', () => {
    const SIZES = [[700, 3], [5], [1], [1025]] as const;
    const all = (seed: number, low: number, high: number): Record<string, Tensor> =>
      Object.fromEntries(SIZES.map((sizes, i) => [`${seed}-${i}`, random(sizes, low, high, seed + i)]));
    const group = (tensors: Readonly<Record<string, Tensor>>, seed: number): Tensor[] =>
      SIZES.map((_, i) => tensors[`${seed}-${i}`] as Tensor);

    test('Adam in all its forms, one dispatch for all parameters', async () => {
      for (const amsgrad of [false, true]) {
        for (const decoupled of [false, true]) {
          const tensors = {
            ...all(10, -1, 1),
            ...all(20, -1, 1),
            ...all(30, -0.1, 0.1),
            ...all(40, 0, 0.1),
            ...all(50, 0, 0.1),
          };
          const step = {
            lr: 0.01,
            beta1: 0.9,
            beta2: 0.999,
            eps: 1e-8,
            weightDecay: 0.1,
            decoupled,
            maximize: amsgrad,
            step: 3,
          };
          const before = pair.gpu.machine.counters.dispatches;
          const run = compareDevices(
            pair,
            tensors,
            (on, t) =>
              on.adam(group(t, 10), group(t, 20), group(t, 30), group(t, 40), amsgrad ? group(t, 50) : null, step),
            Object.keys(tensors),
            { relative: 1e-5, absolute: 1e-6 },
          );
          expect([amsgrad, decoupled, await run]).toEqual([amsgrad, decoupled, null]);
          expect(pair.gpu.machine.counters.dispatches - before).toBe(1);
        }
      }
    });

    test('SGD with momentum', async () => {
      for (const first of [true, false]) {
        for (const nesterov of [false, true]) {
          const tensors = { ...all(10, -1, 1), ...all(20, -1, 1), ...all(30, -0.1, 0.1) };
          const step = {
            lr: 0.05,
            momentum: 0.9,
            dampening: nesterov ? 0 : 0.2,
            weightDecay: 0.01,
            nesterov,
            maximize: false,
            first,
          };
          const run = compareDevices(
            pair,
            tensors,
            (on, t) => on.sgd(group(t, 10), group(t, 20), group(t, 30), step),
            Object.keys(tensors),
            CLOSE,
          );
          expect([first, nesterov, await run]).toEqual([first, nesterov, null]);
        }
      }
      const plain = { ...all(10, -1, 1), ...all(20, -1, 1) };
      const step = {
        lr: 0.05,
        momentum: 0,
        dampening: 0,
        weightDecay: 0,
        nesterov: false,
        maximize: true,
        first: true,
      };
      expect(
        await compareDevices(
          pair,
          plain,
          (on, t) => on.sgd(group(t, 10), group(t, 20), null, step),
          Object.keys(plain),
          CLOSE,
        ),
      ).toBeNull();
    });
  });

  describe('memory', () => {
    test('a write after recorded commands does not overtake them', async () => {
      const { gpu } = pair;
      const a = emptyTensor([4], 'float32', gpu);
      const b = emptyTensor([4], 'float32', gpu);
      gpu.write(a, new Uint8Array(new Float32Array([1, 2, 3, 4]).buffer));
      gpu.unary('neg', a, b, 0, 0);
      gpu.write(a, new Uint8Array(new Float32Array([9, 9, 9, 9]).buffer));
      expect([...new Float32Array((await gpu.read(b)).buffer)]).toEqual([-1, -2, -3, -4]);
      expect([...new Float32Array((await gpu.read(alias(a, [2], [2], 1))).buffer)]).toEqual([9, 9]);
    });

    test('growing keeps what is there', async () => {
      const { gpu } = pair;
      const a = emptyTensor([3], 'float32', gpu);
      gpu.write(a, new Uint8Array(new Float32Array([5, 6, 7]).buffer));
      const large = emptyTensor([17 * 2 ** 20], 'float32', gpu).retain();
      const end = alias(large, [1], [1], 17 * 2 ** 20 - 1);
      gpu.fill(end, 3);
      expect([...new Float32Array((await gpu.read(a)).buffer)]).toEqual([5, 6, 7]);
      expect([...new Float32Array((await gpu.read(end)).buffer)]).toEqual([3]);
      large.release();
    });

    test('an allocation beyond the limit says so', () => {
      expect(() => emptyTensor([2 ** 30], 'float32', pair.gpu)).toThrow(
        'CUDA out of memory. Tried to allocate 4096.00 MiB.',
      );
    });

    test('steps of the same work need no new buffers, shaders or memory', async () => {
      const { gpu } = pair;
      const step = async (): Promise<void> => {
        const a = emptyTensor([64, 32], 'float32', gpu).retain();
        const b = emptyTensor([64, 32], 'float32', gpu).retain();
        gpu.write(a, new Uint8Array(64 * 32 * 4));
        gpu.unary('exp', a, b, 0, 0);
        const sum = emptyTensor([], 'float32', gpu).retain();
        gpu.reduce('sum', b, sum, { outer: 1, n: 64 * 32, inner: 1 });
        expect(new Float32Array((await gpu.read(sum)).buffer)[0]).toBe(2048);
        for (const tensor of [a, b, sum]) tensor.disposeIfUnowned.call(Object.assign(tensor, { references: 0 }));
      };
      await step();
      const before = [gpu.machine.buffers, gpu.machine.memory.used, gpu.machine.counters.pipelines];
      for (let i = 0; i < 30; i++) await step();
      expect([gpu.machine.buffers, gpu.machine.memory.used, gpu.machine.counters.pipelines]).toEqual(before);
    });
  });

  test('a lost device is reported, and refuses work with a way out', async () => {
    const reports: string[] = [];
    const other = await createPair((reason) => reports.push(reason));
    if (typeof other === 'string') throw new Error(other);
    const a = emptyTensor([2], 'float32', other.gpu);
    other.device.destroy();
    await other.device.lost;
    await Promise.resolve();
    expect(reports).toHaveLength(1);
    expect(() => other.gpu.unary('neg', a, a, 0, 0)).toThrow('the GPU device was lost');
    expect(() => emptyTensor([2], 'float32', other.gpu)).toThrow('continue on device="cpu"');
  });
});
