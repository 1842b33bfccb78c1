/** Products, indexing and windows on the GPU, against the cpu device on the same numbers. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Gemm, Window2d } from '../../core/backend';
import { SCATTER_OPS } from '../../core/opcodes';
import { emptyTensor, type Tensor } from '../../core/tensor';
import { randomNumbers } from '../../cpu/harness';
import { compareDevices, EXACT } from './harness';
import { FORMS, make, pair, random, reason, use, whole } from './harness.pair';

describe.skipIf(reason !== null)('the cuda device', () => {
  afterEach(() => {
    pair.gpu.machine.software = true;
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

    test.each(FORMS)("the sums of A's rows in the same pass (%s)", async (form) => {
      use(form);
      const sizes = [
        [7, 20, 33],
        [130, 5, 32],
        [500, 460, 70],
      ] as const;
      for (const [m, n, k] of form === 'workgroups' ? sizes : sizes.slice(0, 2)) {
        for (const transposeA of [false, true]) {
          const shape = { m, n, k, transposeA, transposeB: false, lda: transposeA ? m : k, ldb: n, ldc: n };
          const tensors = {
            a: random([m * k], -1, 1, 3),
            b: random([k * n], -1, 1, 4),
            c: make('float32', [m * n]),
            sums: make('float32', [m]),
          };
          const on: Parameters<typeof compareDevices<keyof typeof tensors>>[2] = (backend, t) =>
            backend.gemm(t.a, 0, t.b, 0, null, t.c, 0, { ...shape, accumulate: false, relu: false, rowSums: t.sums });
          const difference = await compareDevices(pair, tensors, on, ['c', 'sums'], { relative: 1e-5, absolute: 3e-5 });
          expect([m, n, k, transposeA, difference]).toEqual([m, n, k, transposeA, null]);
        }
      }
    });

    test.each(FORMS)('a batch: one product each, one matrix for all, and their sum (%s)', async (form) => {
      use(form);
      const [count, m, n, k] = [5, 20, 9, 33];
      const shape = { m, n, k, transposeA: false, transposeB: true, lda: k, ldb: k, ldc: n, relu: false };
      for (const [stepA, stepOut] of [
        [m * k, m * n],
        [0, m * n],
        [m * k, 0],
      ] as const) {
        const tensors = {
          a: random([count * m * k], -1, 1, 3),
          b: random([count * n * k], -1, 1, 4),
          c: random([count * m * n], -1, 1, 5),
        };
        const batch = { count, stepA, stepB: n * k, stepOut };
        const on: Parameters<typeof compareDevices<keyof typeof tensors>>[2] = (backend, t) =>
          backend.gemm(t.a, 0, t.b, 0, null, t.c, 0, { ...shape, accumulate: stepOut === 0, batch });
        const difference = await compareDevices(pair, tensors, on, ['c'], { relative: 1e-5, absolute: 3e-5 });
        expect([stepA, stepOut, difference]).toEqual([stepA, stepOut, null]);
      }
    });

    test('the sum of a large batch takes little memory', async () => {
      const [count, m, n, k] = [900, 100, 100, 2];
      const shape = { m, n, k, transposeA: false, transposeB: true, lda: k, ldb: k, ldc: n, relu: false };
      const tensors = {
        a: random([count * m * k], -1, 1, 3),
        b: random([count * n * k], -1, 1, 4),
        c: random([m * n]),
      };
      const batch = { count, stepA: m * k, stepB: n * k, stepOut: 0 };
      const scratch = vi.spyOn(pair.gpu.machine, 'scratch');
      const difference = await compareDevices(
        pair,
        tensors,
        (backend, t) => backend.gemm(t.a, 0, t.b, 0, null, t.c, 0, { ...shape, accumulate: true, batch }),
        ['c'],
        { relative: 1e-4, absolute: 1e-3 },
      );
      const words = scratch.mock.calls.map(([taken]) => taken);
      scratch.mockRestore();
      expect(difference).toBeNull();
      expect(words.length).toBeGreaterThan(0);
      expect(Math.max(...words)).toBeLessThanOrEqual(8 * 2 ** 20);
    });

    test('larger tiles', async () => {
      use('workgroups');
      expect(await run(500, 460, 19, { transposeB: true }, 'float32', true)).toBeNull();
      expect(await run(1000, 900, 9, { transposeA: true }, 'float32', false)).toBeNull();
    });
  });

  test('steps of recurrent layers, and their derivatives', async () => {
    const [rows, width] = [3, 7];
    const states = (seed: number): Tensor => random([rows, width], -2, 2, seed);
    const lstm = { gates: random([rows, 4 * width]), cell: states(2), next: states(3), hidden: states(4) };
    const step: Parameters<typeof compareDevices<keyof typeof lstm>>[2] = ({ recurrent }, t) =>
      recurrent.lstm(t.gates, t.cell, t.next, t.hidden);
    expect(await compareDevices(pair, lstm, step, ['gates', 'next', 'hidden'])).toBeNull();

    const shares = (gates: number): Tensor => random([rows, gates * width], 0.1, 0.9, 5);
    const back = { ...lstm, gates: shares(4), grad: states(6), gradCell: states(7), out: random([rows, 4 * width]) };
    const stepBack: Parameters<typeof compareDevices<keyof typeof back>>[2] = ({ recurrent }, t) =>
      recurrent.lstmBackward(t.gates, t.cell, t.next, t.grad, t.gradCell, t.out);
    expect(await compareDevices(pair, back, stepBack, ['gradCell', 'out'])).toBeNull();

    const wide = (seed: number): Tensor => random([rows, 3 * width], -2, 2, seed);
    const gru = { inputs: wide(1), state: wide(2), hidden: states(3), gates: wide(4), next: states(5) };
    const turn: Parameters<typeof compareDevices<keyof typeof gru>>[2] = ({ recurrent }, t) =>
      recurrent.gru(t.inputs, t.state, t.hidden, t.gates, t.next);
    expect(await compareDevices(pair, gru, turn, ['gates', 'next'])).toBeNull();

    const grads = { grad: states(6), gradHidden: states(7), gradInputs: wide(8), gradState: wide(9) };
    const turned = { gates: shares(3), state: wide(2), hidden: states(3), ...grads };
    const turnBack: Parameters<typeof compareDevices<keyof typeof turned>>[2] = ({ recurrent }, t) =>
      recurrent.gruBackward(t.gates, t.state, t.hidden, t.grad, t.gradHidden, t.gradInputs, t.gradState);
    expect(await compareDevices(pair, turned, turnBack, ['gradHidden', 'gradInputs', 'gradState'])).toBeNull();
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
          all: make('float32', [2, 3 * window.kernel[0] * window.kernel[1], oh * ow]),
          back: random([2, 3, 7, 8], -1, 1, 8),
        };
        const run = compareDevices(
          pair,
          tensors,
          (on, t) => {
            on.unfold2d(t.image, 1, t.columns, window);
            on.fold2d(t.columns, t.back, 1, window);
            on.unfold2d(t.image, 0, t.all, window);
            on.fold2d(t.all, t.back, 0, window);
          },
          ['columns', 'all', 'back'],
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
});
