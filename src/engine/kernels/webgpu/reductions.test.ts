/** Reductions, scans, sorts, softmax and cross entropy on the GPU, against the cpu device on the same numbers. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Lanes } from '../../core/backend';
import { REDUCE_OPS, SCAN_OPS } from '../../core/opcodes';
import { emptyTensor } from '../../core/tensor';
import { compareDevices, EXACT, type Tolerance } from './harness';
import { FORMS, make, pair, random, reason, use, whole } from './harness.pair';

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
          mean: make('float32', [1]),
          share: make('float32', [1]),
          out: make('float32', [rows, columns]),
          flat: make('float32', [rows, columns]),
        };
        const run = compareDevices(
          pair,
          tensors,
          (on, t) => {
            on.crossEntropy(t.x, t.labels, t.losses, t.p, -100);
            on.keptMean(t.losses, t.labels, t.mean, t.share, -100);
            on.crossEntropyBackward(t.p, t.labels, t.scale, null, t.out, -100);
            on.crossEntropyBackward(t.p, t.labels, t.one, t.share, t.flat, -100);
          },
          ['losses', 'p', 'mean', 'share', 'out', 'flat'],
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
});
