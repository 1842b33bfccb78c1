import { beforeAll, describe, expect, test } from 'vitest';
import type { DType } from '../../core/dtype';
import { BINARY_OPS, COMPARE_OPS, TEST_OPS, UNARY_OPS, type BinaryOp, type UnaryOp } from '../../core/opcodes';
import { alias, emptyTensor, type Tensor } from '../../core/tensor';
import { LAYOUTS, randomNumbers, tensorOf } from '../../cpu/harness';
import { CLOSE, compareDevices, createPair, EXACT, type Pair, type Tolerance } from './harness';
import { BINARY, UNARY } from './operations';

const opened = await createPair();
const reason = typeof opened === 'string' ? opened : null;
if (reason !== null) console.warn(`the WebGPU device is not tested: ${reason}`);
let pair: Pair;
beforeAll(() => {
  if (typeof opened !== 'string') pair = opened;
});

const make = (dtype: DType, sizes: readonly number[], values: readonly number[], layout = LAYOUTS[0]): Tensor =>
  tensorOf(pair.cpu, dtype, sizes, values, layout);

const SPECIALS = [NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, -0.5, 2.5, -2.5, 1e-6, -1e-6, 30, -30, 88, -90];
const POSITIVE = new Set<UnaryOp>(['sqrt', 'rsqrt', 'log', 'log2', 'log10']);
const UNIT = new Set<UnaryOp>(['asin', 'acos', 'atanh', 'erfinv', 'log1p']);
/** Where float32 steps add up: large results of exp, poles, cancellation near zeros. */
const LOOSE: Partial<Record<UnaryOp, Tolerance>> = {
  exp: { relative: 2e-5, absolute: 0 },
  exp2: { relative: 2e-5, absolute: 0 },
  expm1: { relative: 2e-5, absolute: 1e-7 },
  sinh: { relative: 2e-5, absolute: 1e-7 },
  cosh: { relative: 2e-5, absolute: 0 },
  tan: { relative: 2e-5, absolute: 1e-6 },
  erfc: { relative: 3e-5, absolute: 1e-7 },
  erfinv: { relative: 2e-5, absolute: 1e-7 },
  lgamma: { relative: 1e-5, absolute: 3e-6 },
  digamma: { relative: 2e-5, absolute: 5e-6 },
  pow: { relative: 2e-5, absolute: 1e-6 },
};
const PARAMETERS: Partial<Record<UnaryOp, readonly [number, number]>> = {
  clamp: [-1, 2],
  threshold: [0.3, -7],
  softplus: [2, 20],
  pow: [2.5, 0],
};

describe.skipIf(reason !== null)('the cuda device', () => {
  describe('unary', () => {
    test.each(UNARY_OPS)('%s', async (op) => {
      const [p0, p1] = PARAMETERS[op] ?? [0.7, 0];
      const [low, high] =
        POSITIVE.has(op) || op === 'pow' ? [0, 9] : UNIT.has(op) ? [-1, 1] : op === 'acosh' ? [1, 9] : [-6, 6];
      const problems: (string | null)[] = [];
      if (UNARY[op][0] !== null) {
        // Half values round to even on both devices, at any precision.
        const values = [...randomNumbers(60, low, high), ...SPECIALS.slice(0, 12)];
        for (const layout of LAYOUTS) {
          const tensors = { a: make('float32', [8, 9], values, layout), out: make('float32', [8, 9], []) };
          problems.push(
            await compareDevices(
              pair,
              tensors,
              (on, { a, out }) => on.unary(op, a, out, p0, p1),
              ['out'],
              LOOSE[op] ?? CLOSE,
            ),
          );
        }
        const inPlace = { a: make('float32', [5, 7], randomNumbers(35, Math.max(low, 0.1), high), 'gaps') };
        problems.push(
          await compareDevices(pair, inPlace, (on, { a }) => on.unary(op, a, a, p0, p1), ['a'], LOOSE[op] ?? CLOSE),
        );
      }
      if (UNARY[op][1] !== null && op !== 'frac') {
        const values = [...randomNumbers(40, -9, 9).map(Math.trunc), 0, 2147483647, -2147483647];
        const tensors = { a: make('int32', [43], values), out: make('int32', [43], []) };
        const numbers = op === 'pow' ? [3, 0] : [2, 5];
        problems.push(
          await compareDevices(
            pair,
            tensors,
            (on, { a, out }) => on.unary(op, a, out, numbers[0] as number, numbers[1] as number),
            ['out'],
            EXACT,
          ),
        );
      }
      expect(problems.filter((problem) => problem !== null)).toEqual([]);
    });
  });

  describe('binary', () => {
    const FLAT_TOLERANCE: Tolerance = { relative: 4e-6, absolute: 2e-6 };
    const tolerance = (op: BinaryOp): Tolerance => (op === 'pow' ? { relative: 3e-5, absolute: 1e-6 } : FLAT_TOLERANCE);
    test.each(BINARY_OPS)('%s', async (op) => {
      const problems: (string | null)[] = [];
      const [p0, p1] = op === 'softplus_backward' ? [2, 20] : op === 'clamp_backward' ? [-1, 2] : [1.5, 0];
      const run = async (tensors: { a: Tensor; b: Tensor; out: Tensor }, within: Tolerance): Promise<void> => {
        problems.push(
          await compareDevices(pair, tensors, (on, { a, b, out }) => on.binary(op, a, b, out, p0, p1), ['out'], within),
        );
      };
      if (BINARY[op][0] !== null) {
        const low = op === 'pow' ? 0.1 : -4;
        const [left, right] = [randomNumbers(24, low, 4, 3), randomNumbers(24, -4, 4, 5)];
        for (const layout of LAYOUTS) {
          await run(
            {
              a: make('float32', [4, 6], left, layout),
              b: make('float32', [4, 6], right),
              out: make('float32', [4, 6], [], layout),
            },
            tolerance(op),
          );
        }
        await run(
          { a: make('float32', [4, 6], left), b: make('float32', [6], right), out: make('float32', [4, 6], []) },
          tolerance(op),
        );
        await run(
          {
            a: make('float32', [4, 1], left),
            b: make('float32', [1, 6], right, 'gaps'),
            out: make('float32', [4, 6], []),
          },
          tolerance(op),
        );
        await run(
          { a: make('float32', [], left), b: make('float32', [3, 2], right), out: make('float32', [3, 2], []) },
          tolerance(op),
        );
      }
      if (BINARY[op][1] !== null && op !== 'add' && op !== 'sub') {
        const left = randomNumbers(30, -50, 50, 7).map(Math.trunc);
        const right = randomNumbers(30, 1, 6, 9).map(
          (value, i) => Math.trunc(value) * (i % 2 === 0 || op === 'pow' ? 1 : -1),
        );
        await run(
          {
            a: make('int32', [5, 6], left),
            b: make('int32', [5, 6], right, 'transposed'),
            out: make('int32', [5, 6], []),
          },
          EXACT,
        );
      }
      expect(problems.filter((problem) => problem !== null)).toEqual([]);
    });

    test('integers scale by whole numbers beyond 2^24', async () => {
      const tensors = { a: make('int32', [2], [1, -5]), b: make('int32', [2], [1, 2]), out: make('int32', [2], []) };
      const run = compareDevices(
        pair,
        tensors,
        (on, { a, b, out }) => on.binary('add', a, b, out, 16777217, 0),
        ['out'],
        EXACT,
      );
      expect(await run).toBeNull();
    });

    test('NaN goes through extremes and zero signs are kept', async () => {
      for (const op of ['maximum', 'minimum', 'fmax', 'fmin', 'copysign', 'remainder', 'floor_div'] as const) {
        // Quotients of 10^6 need a fused multiply-add for the last digit, which not every adapter has.
        const values = SPECIALS.filter((value) => Math.abs(value) !== 1e-6);
        const a = make('float32', [values.length, 1], values);
        const b = make('float32', [1, values.length], values);
        const out = make('float32', [values.length, values.length], []);
        const run = compareDevices(
          pair,
          { a, b, out },
          (on, on2) => on.binary(op, on2.a, on2.b, on2.out, 1, 0),
          ['out'],
          { relative: 1e-6, absolute: 1e-5 },
        );
        expect([op, await run]).toEqual([op, null]);
      }
    });

    test('a number that was filled in needs no kernel of its own', async () => {
      const { gpu } = pair;
      const before = { ...gpu.machine.counters };
      const two = emptyTensor([], 'float32', gpu);
      gpu.fill(two, 2);
      const a = emptyTensor([3], 'float32', gpu);
      gpu.write(a, new Uint8Array(new Float32Array([1, 2, 3]).buffer));
      gpu.binary('mul', a, alias(two, [3], [0], 0), a, 1, 0);
      expect(gpu.machine.counters.dispatches - before.dispatches).toBe(1);
      expect([...new Float32Array((await gpu.read(a)).buffer)]).toEqual([2, 4, 6]);
      // In place on the number itself: its memory is written now.
      gpu.binary('add', two, two, two, 1, 0);
      expect([...new Float32Array((await gpu.read(two)).buffer)]).toEqual([4]);
    });
  });

  describe('comparisons, tests and choices', () => {
    test('compare', async () => {
      for (const op of COMPARE_OPS) {
        const a = make('float32', [SPECIALS.length, 1], SPECIALS);
        const b = make('float32', [SPECIALS.length], SPECIALS);
        const out = make('bool', [SPECIALS.length, SPECIALS.length], []);
        const run = compareDevices(
          pair,
          { a, b, out },
          (on, on2) => on.compare(op, on2.a, on2.b, on2.out),
          ['out'],
          EXACT,
        );
        expect([op, await run]).toEqual([op, null]);
        const whole = {
          a: make('int64', [5], [1, 2, 3, -4, 5]),
          b: make('int64', [], [3]),
          out: make('bool', [5], []),
        };
        expect(
          await compareDevices(pair, whole, (on, on2) => on.compare(op, on2.a, on2.b, on2.out), ['out'], EXACT),
        ).toBeNull();
      }
    });

    test('isnan, isinf, isfinite, logical_not, signbit', async () => {
      for (const op of TEST_OPS) {
        for (const dtype of ['float32', 'int32'] as const) {
          const values = dtype === 'float32' ? SPECIALS : [0, 1, -1, 7];
          const tensors = { a: make(dtype, [values.length], values, 'gaps'), out: make('bool', [values.length], []) };
          const run = compareDevices(pair, tensors, (on, { a, out }) => on.test(op, a, out), ['out'], EXACT);
          expect([op, dtype, await run]).toEqual([op, dtype, null]);
        }
      }
    });

    test('where', async () => {
      for (const dtype of ['float32', 'int64', 'bool', 'float16'] as const) {
        const values = dtype === 'bool' ? [1, 0, 1, 1, 0, 0] : [1, 2, 3, 4, 5, 6];
        const tensors = {
          c: make('bool', [3, 1], [1, 0, 1]),
          a: make(dtype, [3, 2], values, 'transposed'),
          b: make(dtype, [], [0]),
          out: make(dtype, [3, 2], [], 'gaps'),
        };
        const run = compareDevices(pair, tensors, (on, { c, a, b, out }) => on.where(c, a, b, out), ['out'], EXACT);
        expect([dtype, await run]).toEqual([dtype, null]);
      }
    });
  });

  describe('copies and fills', () => {
    const DTYPES: readonly DType[] = [
      'float32',
      'float16',
      'bfloat16',
      'int64',
      'int32',
      'int16',
      'int8',
      'uint8',
      'bool',
    ];
    const values = (dtype: DType): number[] =>
      dtype === 'float32'
        ? [0.1, -1.7, 3.3, 100.4, -0, 7, 0.00001, 12.5]
        : dtype === 'float16'
          ? [0x3c00, 0xbe00, 0x4248, 0x0001, 0x5640, 0x2e66, 0x8000, 0x0400]
          : dtype === 'bfloat16'
            ? [0x3f80, 0xbfc0, 0x4049, 0x42c8, 0x0000, 0x3dcd, 0x8000, 0x4140]
            : dtype === 'bool'
              ? [1, 0, 1, 1, 0, 0, 1, 0]
              : [0, 1, 2, 3, 100, 7, 126, 12];

    for (const from of DTYPES) {
      test(`from ${from} to every type`, async () => {
        for (const to of DTYPES) {
          // Casting a negative float to uint8 is undefined in C.
          const given = values(from).map((value) => (to === 'uint8' && from === 'float32' ? Math.abs(value) : value));
          if (to === 'uint8' && (from === 'float16' || from === 'bfloat16')) given[1] = 0;
          const tensors = { a: make(from, [2, 4], given, 'transposed'), out: make(to, [2, 4], [], 'gaps') };
          const run = compareDevices(pair, tensors, (on, { a, out }) => on.copy(a, out), ['out'], EXACT);
          expect([from, to, await run]).toEqual([from, to, null]);
        }
      });
    }

    test('wraps integers as C does', async () => {
      for (const to of ['int16', 'int8', 'uint8'] as const) {
        const tensors = { a: make('int32', [4], [70000, -1, 300, -129]), out: make(to, [4], []) };
        expect(await compareDevices(pair, tensors, (on, { a, out }) => on.copy(a, out), ['out'], EXACT)).toBeNull();
      }
    });

    test('broadcasts, and walks five dimensions', async () => {
      const a = make('float32', [2, 3, 1, 2, 3], randomNumbers(36, -1, 1), 'gaps');
      const out = make('float32', [2, 3, 4, 2, 3], [], 'transposed');
      expect(await compareDevices(pair, { a, out }, (on, on2) => on.copy(on2.a, on2.out), ['out'], EXACT)).toBeNull();
    });

    test('fills every type, in order and with gaps', async () => {
      for (const dtype of DTYPES) {
        for (const layout of LAYOUTS) {
          const out = make(dtype, [3, 5], [], layout);
          const value = dtype === 'bool' ? 1 : 3;
          expect([
            dtype,
            await compareDevices(pair, { out }, (on, on2) => on.fill(on2.out, value), ['out'], EXACT),
          ]).toEqual([dtype, null]);
        }
      }
    });

    test('refuses what does not fit', () => {
      const { gpu } = pair;
      expect(() => emptyTensor([2], 'float64', gpu)).toThrow(
        "Cannot convert a float64 Tensor to the GPU as WebGPU doesn't support float64",
      );
      const out = emptyTensor([2], 'int64', gpu);
      expect(() => gpu.write(out, new Uint8Array(new BigInt64Array([1n, 5000000000n]).buffer))).toThrow(
        'value 5000000000 does not fit',
      );
      expect(() => gpu.fill(out, -2147483649n)).toThrow('value -2147483649 does not fit');
    });
  });
});
