/** Every primitive beyond the elementwise ones, against the cpu device on the same numbers. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Gemm, Lanes, Window2d } from '../../core/backend';
import type { DType } from '../../core/dtype';
import { REDUCE_OPS, SCAN_OPS, SCATTER_OPS } from '../../core/opcodes';
import { alias, emptyTensor, type Tensor } from '../../core/tensor';
import { LAYOUTS, randomNumbers, tensorOf } from '../../cpu/harness';
import { CLOSE, compareDevices, createPair, EXACT, type Pair, type Tolerance } from './harness';

const opened = await createPair();
const reason = typeof opened === 'string' ? opened : null;
if (reason !== null) console.warn(`the WebGPU device is not tested: ${reason}`);
let pair: Pair;
beforeAll(() => {
  if (typeof opened !== 'string') pair = opened;
});

/** Kernels of two forms: with workgroups that share memory, as on a GPU, and without, as on a software adapter. */
const FORMS = ['workgroups', 'single threads'] as const;
const use = (form: (typeof FORMS)[number]): void => {
  pair.gpu.machine.software = form === 'single threads';
};

const make = (dtype: DType, sizes: readonly number[], values: readonly number[] = [], layout = LAYOUTS[0]): Tensor =>
  tensorOf(pair.cpu, dtype, sizes, values, layout);
const random = (sizes: readonly number[], low = -3, high = 3, seed = 1): Tensor =>
  make(
    'float32',
    sizes,
    randomNumbers(
      sizes.reduce((a, b) => a * b, 1),
      low,
      high,
      seed,
    ),
  );
const whole = (sizes: readonly number[], low: number, high: number, dtype: DType = 'int64', seed = 2): Tensor =>
  make(
    dtype,
    sizes,
    randomNumbers(
      sizes.reduce((a, b) => a * b, 1),
      low,
      high,
      seed,
    ).map(Math.floor),
  );

/** Sums in another order. */
const SUMMED: Tolerance = { relative: 1e-4, absolute: 2e-4 };

/** Short and long lanes, in rows and in columns, few and many. */
const LANES: readonly Lanes[] = [
  { outer: 3, n: 5, inner: 1 },
  { outer: 4, n: 70, inner: 1 },
  { outer: 2, n: 300, inner: 3 },
  { outer: 2, n: 40, inner: 2100 },
  { outer: 1, n: 1, inner: 7 },
];
const sizesOf = ({ outer, n, inner }: Lanes): number[] => [outer, n, inner];

describe.skipIf(reason !== null)('the cuda device', () => {
  afterEach(() => {
    pair.gpu.machine.software = true;
  });

  describe('reductions', () => {
    for (const op of REDUCE_OPS) {
      test.each(FORMS)(`${op} (%s)`, async (form) => {
        use(form);
        for (const lanes of LANES) {
          const a = op === 'prod' ? random(sizesOf(lanes), 0.9, 1.1) : random(sizesOf(lanes));
          const out = make('float32', [lanes.outer, lanes.inner]);
          const run = compareDevices(pair, { a, out }, (on, t) => on.reduce(op, t.a, t.out, lanes), ['out'], SUMMED);
          expect([lanes, await run]).toEqual([lanes, null]);
        }
        const lanes = { outer: 2, n: 33, inner: 2 };
        const tensors = { a: whole([2, 33, 2], -3, 4, 'int32'), out: make('int32', [2, 2]) };
        expect(
          await compareDevices(pair, tensors, (on, t) => on.reduce(op, t.a, t.out, lanes), ['out'], EXACT),
        ).toBeNull();
      });
    }

    test.each(FORMS)('one long lane in two steps (%s)', async (form) => {
      use(form);
      const lanes = { outer: 1, n: 50_001, inner: 1 };
      for (const op of ['sum', 'sum_square', 'max'] as const) {
        const tensors = { a: random([50_001], 0, 1), out: make('float32', []) };
        const run = compareDevices(pair, tensors, (on, t) => on.reduce(op, t.a, t.out, lanes), ['out'], {
          relative: 1e-5,
          absolute: 0,
        });
        expect([op, await run]).toEqual([op, null]);
      }
    });

    test.each(FORMS)('NaN in extremes; empty lanes (%s)', async (form) => {
      use(form);
      const lanes = { outer: 2, n: 3, inner: 1 };
      const tensors = { a: make('float32', [2, 3], [1, NaN, 2, 4, 5, 6]), out: make('float32', [2]) };
      expect(await compareDevices(pair, tensors, (on, t) => on.reduce('max', t.a, t.out, lanes), ['out'])).toBeNull();
      const none = { a: make('float32', [2, 0]), out: make('float32', [2]) };
      expect(
        await compareDevices(pair, none, (on, t) => on.reduce('sum', t.a, t.out, { ...lanes, n: 0 }), ['out']),
      ).toBeNull();
      const bools = { a: make('bool', [2, 0]), out: make('bool', [2]) };
      expect(
        await compareDevices(pair, bools, (on, t) => on.reduceBool('all', t.a, t.out, { ...lanes, n: 0 }), ['out']),
      ).toBeNull();
    });

    test('any and all', async () => {
      for (const op of ['any', 'all'] as const) {
        const lanes = { outer: 3, n: 4, inner: 1 };
        const tensors = { a: make('bool', [3, 4], [0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0]), out: make('bool', [3]) };
        expect(
          await compareDevices(pair, tensors, (on, t) => on.reduceBool(op, t.a, t.out, lanes), ['out'], EXACT),
        ).toBeNull();
      }
    });

    test.each(FORMS)('positions of extremes: the first of equals, NaN before all (%s)', async (form) => {
      use(form);
      for (const op of ['max', 'min'] as const) {
        for (const lanes of LANES.slice(0, 4)) {
          const a = whole(sizesOf(lanes), -4, 5, 'float32');
          const tensors = {
            a,
            values: make('float32', [lanes.outer, lanes.inner]),
            at: make('int64', [lanes.outer, lanes.inner]),
          };
          const run = compareDevices(
            pair,
            tensors,
            (on, t) => on.reduceIndex(op, t.a, t.values, t.at, lanes),
            ['values', 'at'],
            EXACT,
          );
          expect([op, lanes, await run]).toEqual([op, lanes, null]);
        }
        const lanes = { outer: 2, n: 4, inner: 1 };
        const nan = {
          a: make('float32', [2, 4], [1, NaN, 9, NaN, -Infinity, -Infinity, -Infinity, -Infinity]),
          at: make('int64', [2]),
        };
        expect(
          await compareDevices(pair, nan, (on, t) => on.reduceIndex(op, t.a, null, t.at, lanes), ['at'], EXACT),
        ).toBeNull();
        const integers = { a: whole([2, 4], -9, 9, 'int32'), at: make('int64', [2]) };
        expect(
          await compareDevices(pair, integers, (on, t) => on.reduceIndex(op, t.a, null, t.at, lanes), ['at'], EXACT),
        ).toBeNull();
      }
    });

    test.each(FORMS)('variance (%s)', async (form) => {
      use(form);
      for (const lanes of LANES) {
        for (const correction of [0, 1]) {
          const tensors = {
            a: random(sizesOf(lanes), 5, 9),
            mean: make('float32', [lanes.outer, lanes.inner]),
            out: make('float32', [lanes.outer, lanes.inner]),
          };
          const run = compareDevices(
            pair,
            tensors,
            (on, t) => on.variance(t.a, t.mean, t.out, correction, lanes),
            ['mean', 'out'],
            { relative: 2e-5, absolute: 1e-6 },
          );
          expect([lanes, correction, await run]).toEqual([lanes, correction, null]);
        }
      }
    });

    test.each(FORMS)('scans (%s)', async (form) => {
      use(form);
      for (const op of SCAN_OPS) {
        for (const lanes of LANES) {
          const a =
            op === 'cumprod'
              ? random(sizesOf(lanes), 0.95, 1.05)
              : op.startsWith('cumm')
                ? whole(sizesOf(lanes), -9, 9, 'float32')
                : random(sizesOf(lanes));
          const out = make('float32', sizesOf(lanes));
          const at = make('int64', sizesOf(lanes));
          const places = op === 'cummax' || op === 'cummin';
          const run = compareDevices(
            pair,
            { a, out, at },
            (on, t) => on.scan(op, t.a, t.out, places ? t.at : null, lanes),
            places ? ['out', 'at'] : ['out'],
            SUMMED,
          );
          expect([op, lanes, await run]).toEqual([op, lanes, null]);
        }
      }
      const tensors = { a: whole([600], -5, 6, 'int32'), out: make('int32', [600]) };
      const run = compareDevices(
        pair,
        tensors,
        (on, t) => on.scan('cumsum', t.a, t.out, null, { outer: 1, n: 600, inner: 1 }),
        ['out'],
        EXACT,
      );
      expect(await run).toBeNull();
    });
  });

  describe('softmax and cross entropy', () => {
    test.each(FORMS)('softmax and its logarithm, forward and back (%s)', async (form) => {
      use(form);
      for (const lanes of LANES.slice(0, 4)) {
        for (const log of [false, true]) {
          const tensors = {
            a: random(sizesOf(lanes), -9, 9),
            g: random(sizesOf(lanes), -1, 1, 5),
            y: make('float32', sizesOf(lanes)),
            out: make('float32', sizesOf(lanes)),
          };
          const run = compareDevices(
            pair,
            tensors,
            (on, t) => {
              on.softmax(t.a, t.y, log, lanes);
              on.softmaxBackward(t.g, t.y, t.out, log, lanes);
            },
            ['y', 'out'],
            { relative: 1e-5, absolute: 1e-5 },
          );
          expect([lanes, log, await run]).toEqual([lanes, log, null]);
        }
      }
    });

    test.each(FORMS)('cross entropy with ignored rows, forward and back (%s)', async (form) => {
      use(form);
      for (const [rows, columns] of [
        [7, 10],
        [3, 400],
      ] as const) {
        const labels = make(
          'int64',
          [rows],
          Array.from({ length: rows }, (_, i) => (i === 2 ? -100 : (i * 3) % columns)),
        );
        const tensors = {
          x: random([rows, columns]),
          labels,
          losses: make('float32', [rows]),
          p: make('float32', [rows, columns]),
          scale: random([rows], 0.1, 1, 4),
          one: make('float32', [1], [0.25]),
          out: make('float32', [rows, columns]),
          flat: make('float32', [rows, columns]),
        };
        const run = compareDevices(
          pair,
          tensors,
          (on, t) => {
            on.crossEntropy(t.x, t.labels, t.losses, t.p, -100);
            on.crossEntropyBackward(t.p, t.labels, t.scale, t.out, -100);
            on.crossEntropyBackward(t.p, t.labels, t.one, t.flat, -100);
          },
          ['losses', 'p', 'out', 'flat'],
          { relative: 1e-5, absolute: 1e-6 },
        );
        expect([rows, await run]).toEqual([rows, null]);
      }
    });

    test('a label outside is reported by the next read, once', async () => {
      const { gpu } = pair;
      const x = emptyTensor([2, 3], 'float32', gpu);
      gpu.write(x, new Uint8Array(24));
      const labels = emptyTensor([2], 'int64', gpu);
      gpu.write(labels, new Uint8Array(new BigInt64Array([1n, 3n]).buffer));
      const losses = emptyTensor([2], 'float32', gpu);
      gpu.crossEntropy(x, labels, losses, emptyTensor([2, 3], 'float32', gpu), -100);
      await expect(gpu.read(losses)).rejects.toThrow('device-side assert triggered: Target 3 is out of bounds.');
      expect([...new Float32Array((await gpu.read(x)).buffer)]).toEqual([0, 0, 0, 0, 0, 0]);
    });
  });

  describe('gemm', () => {
    const run = (
      m: number,
      n: number,
      k: number,
      more: Partial<Gemm>,
      type: 'float32' | 'int32',
      withBias: boolean,
    ): Promise<string | null> => {
      const shape: Gemm = {
        m,
        n,
        k,
        transposeA: false,
        transposeB: false,
        lda: 0,
        ldb: 0,
        ldc: n + 2,
        accumulate: false,
        relu: false,
        ...more,
      };
      const full = { ...shape, lda: (shape.transposeA ? m : k) + 3, ldb: (shape.transposeB ? k : n) + 1 };
      const space = (rows: number, columns: number, seed: number): Tensor =>
        type === 'float32'
          ? random([rows * columns + 5], -1, 1, seed)
          : whole([rows * columns + 5], -9, 9, 'int32', seed);
      const tensors = {
        a: space(full.transposeA ? k : m, full.lda, 3),
        b: space(full.transposeB ? n : k, full.ldb, 4),
        c: space(m, full.ldc, 5),
        bias: type === 'float32' ? random([n], -1, 1, 6) : whole([n], -9, 9, 'int32', 6),
      };
      return compareDevices(
        pair,
        tensors,
        (on, t) => on.gemm(t.a, 2, t.b, 1, withBias ? t.bias : null, t.c, 3, full),
        ['c'],
        { relative: 1e-5, absolute: 3e-5 },
      );
    };

    test.each(FORMS)('every transposition, with and without bias, accumulation and relu (%s)', async (form) => {
      use(form);
      for (const transposeA of [false, true]) {
        for (const transposeB of [false, true]) {
          expect(await run(7, 20, 33, { transposeA, transposeB }, 'float32', true)).toBeNull();
          expect(await run(19, 3, 70, { transposeA, transposeB, accumulate: true }, 'float32', false)).toBeNull();
          expect(await run(5, 4, 9, { transposeA, transposeB, relu: true }, 'float32', true)).toBeNull();
          if (transposeA === transposeB) continue;
          expect(await run(5, 4, 9, { transposeA, transposeB, accumulate: true }, 'int32', true)).toBeNull();
        }
      }
      expect(await run(1, 1, 300, {}, 'float32', false)).toBeNull();
      expect(await run(3, 4, 0, {}, 'float32', true)).toBeNull();
    });

    test('larger tiles', async () => {
      use('workgroups');
      expect(await run(500, 460, 19, { transposeB: true }, 'float32', true)).toBeNull();
      expect(await run(1000, 900, 9, { transposeA: true }, 'float32', false)).toBeNull();
    });
  });

  describe('indexing', () => {
    test('index_select and gather', async () => {
      for (const dtype of ['float32', 'int64', 'bool', 'float16'] as const) {
        const source = whole([2, 5, 3], 0, dtype === 'bool' ? 2 : 100, dtype);
        const rows = { source, index: make('int64', [4], [4, 0, 0, 2]), out: make(dtype, [2, 4, 3]) };
        const lanes = { outer: 2, n: 5, inner: 3 };
        expect(
          await compareDevices(pair, rows, (on, t) => on.indexSelect(t.source, t.index, t.out, lanes), ['out'], EXACT),
        ).toBeNull();
        const each = { source, index: whole([2, 4, 3], 0, 5), out: make(dtype, [2, 4, 3]) };
        const within = { outer: 2, n: 4, inner: 3 };
        expect(
          await compareDevices(pair, each, (on, t) => on.gather(t.source, t.index, t.out, within, 5), ['out'], EXACT),
        ).toBeNull();
      }
    });

    test('index writes and scatters', async () => {
      for (const op of SCATTER_OPS) {
        for (const dtype of ['float32', 'int64', 'uint8'] as const) {
          // Where an element is set twice, either value may stay.
          const index = make('int64', [3], op === 'set' ? [4, 0, 2] : [4, 0, 4]);
          const rows = { out: whole([2, 5, 3], 1, 9, dtype), index, source: whole([2, 3, 3], 1, 9, dtype, 8) };
          const lanes = { outer: 2, n: 5, inner: 3 };
          const written = compareDevices(
            pair,
            rows,
            (on, t) => on.indexWrite(op, t.out, t.index, t.source, lanes),
            ['out'],
            EXACT,
          );
          expect([op, dtype, await written]).toEqual([op, dtype, null]);
          const places = op === 'set' ? [0, 3, 1, 2, 1, 4] : [0, 3, 1, 2, 0, 3];
          const each = {
            out: whole([1, 5, 2], 1, 9, dtype),
            index: make('int64', [1, 3, 2], places),
            source: whole([1, 3, 2], 1, 9, dtype, 9),
          };
          const scattered = compareDevices(
            pair,
            each,
            (on, t) => on.scatter(op, t.out, t.index, t.source, { outer: 1, n: 3, inner: 2 }, 5),
            ['out'],
            EXACT,
          );
          expect([op, dtype, await scattered]).toEqual([op, dtype, null]);
        }
      }
    });

    test('many additions to one element', async () => {
      const tensors = {
        out: make('float32', [2], [0, 1]),
        index: make('int64', [5000], []),
        source: make(
          'float32',
          [5000],
          Array.from({ length: 5000 }, () => 1),
        ),
      };
      const run = compareDevices(
        pair,
        tensors,
        (on, t) => on.indexWrite('add', t.out, t.index, t.source, { outer: 1, n: 2, inner: 1 }),
        ['out'],
        EXACT,
      );
      expect(await run).toBeNull();
    });

    test('an index outside is reported by the next read', async () => {
      const { gpu } = pair;
      const source = emptyTensor([3], 'float32', gpu);
      const index = emptyTensor([1], 'int64', gpu);
      gpu.write(index, new Uint8Array(new BigInt64Array([7n]).buffer));
      const out = emptyTensor([1], 'float32', gpu);
      gpu.indexSelect(source, index, out, { outer: 1, n: 3, inner: 1 });
      await expect(gpu.read(out)).rejects.toThrow('index 7 is out of range');
      gpu.indexWrite('add', source, index, out, { outer: 1, n: 3, inner: 1 });
      await expect(gpu.read(out)).rejects.toThrow('index 7 is out of range');
    });

    test('sorting', async () => {
      for (const [rows, n] of [
        [3, 1],
        [4, 5],
        [1, 1024],
        [2, 1030],
      ] as const) {
        for (const descending of [false, true]) {
          const values = randomNumbers(rows * n, -20, 20).map((value, i) => (i === 1 ? NaN : Math.floor(value)));
          const tensors = {
            a: make('float32', [rows, n], values),
            out: make('float32', [rows, n]),
            at: make('int64', [rows, n]),
          };
          const run = compareDevices(
            pair,
            tensors,
            (on, t) => on.sort(t.a, t.out, t.at, descending),
            ['out', 'at'],
            EXACT,
          );
          expect([rows, n, descending, await run]).toEqual([rows, n, descending, null]);
        }
      }
      const integers = { a: whole([2, 40], -9, 9, 'int32'), out: make('int32', [2, 40]), at: make('int64', [2, 40]) };
      expect(
        await compareDevices(pair, integers, (on, t) => on.sort(t.a, t.out, t.at, false), ['out', 'at'], EXACT),
      ).toBeNull();
    });
  });

  describe('windows', () => {
    const WINDOWS: readonly Window2d[] = [
      { kernel: [3, 3], stride: [1, 1], padding: [1, 1], dilation: [1, 1] },
      { kernel: [2, 3], stride: [2, 1], padding: [0, 1], dilation: [1, 1] },
      { kernel: [3, 2], stride: [2, 3], padding: [1, 0], dilation: [2, 1] },
    ];
    const length = (size: number, d: 0 | 1, { kernel, stride, padding, dilation }: Window2d): number =>
      Math.floor((size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1;

    test('columns of an image, and back', async () => {
      for (const window of WINDOWS) {
        const [oh, ow] = [length(7, 0, window), length(8, 1, window)];
        const tensors = {
          image: random([2, 3, 7, 8]),
          columns: make('float32', [3 * window.kernel[0] * window.kernel[1], oh * ow]),
          back: random([2, 3, 7, 8], -1, 1, 8),
        };
        const run = compareDevices(
          pair,
          tensors,
          (on, t) => {
            on.unfold2d(t.image, 1, t.columns, window);
            on.fold2d(t.columns, t.back, 1, window);
          },
          ['columns', 'back'],
        );
        expect([window, await run]).toEqual([window, null]);
      }
    });

    test('pooling, and its gradients', async () => {
      for (const window of WINDOWS) {
        const sizes = [2, 3, length(7, 0, window), length(8, 1, window)];
        const tensors = {
          a: random([2, 3, 7, 8]),
          out: make('float32', sizes),
          at: make('int64', sizes),
          grad: random(sizes, -1, 1, 3),
          back: random([2, 3, 7, 8]),
        };
        const max = compareDevices(
          pair,
          tensors,
          (on, t) => {
            on.maxPool2d(t.a, t.out, t.at, window);
            on.maxPool2dBackward(t.grad, t.at, t.back);
          },
          ['out', 'at', 'back'],
        );
        expect(['max', window, await max]).toEqual(['max', window, null]);
        if (window.dilation[0] > 1) continue;
        for (const [includePad, divisor] of [
          [true, 0],
          [false, 0],
          [true, 5],
        ] as const) {
          const average = compareDevices(
            pair,
            tensors,
            (on, t) => {
              on.avgPool2d(t.a, t.out, window, includePad, divisor);
              on.avgPool2dBackward(t.grad, t.back, window, includePad, divisor);
            },
            ['out', 'back'],
          );
          expect(['average', window, includePad, divisor, await average]).toEqual([
            'average',
            window,
            includePad,
            divisor,
            null,
          ]);
        }
      }
    });
  });

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
