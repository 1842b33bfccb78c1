import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EngineError } from '../core/errors';
import type { BinaryOp, UnaryOp } from '../core/opcodes';
import { BINARY_OPS, COMPARE_OPS, TEST_OPS, UNARY_OPS } from '../core/opcodes';
import { alias, drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, distance, LAYOUTS, numbersOf, randomNumbers, tensorOf } from './harness';
import { BINARY, UNARY, UNARY_WITH_PARAMETERS } from './meanings';

const expectClose = (actual: readonly number[], expected: readonly number[], tolerance: number): void => {
  expect(actual).toHaveLength(expected.length);
  const wrong = expected.flatMap((y, i) => {
    const x = actual[i] as number;
    return Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(y)) ? [] : [`element ${i}: ${x} for ${y}`];
  });
  expect(wrong).toEqual([]);
};

const expectUlp = (op: string, actual: readonly number[], expected: readonly number[], limit: number): void => {
  const worst = distance(actual, expected, 'float32');
  expect(worst <= limit ? 'within' : `${op} is ${worst} units of the last place away`).toBe('within');
};

describe.each(BUILDS)('elementwise kernels, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  const apply = (op: UnaryOp, type: 'float32' | 'float64', values: readonly number[], p0 = 0, p1 = 0): number[] => {
    const a = tensorOf(cpu, type, [values.length], values);
    const out = emptyTensor([values.length], type, cpu);
    cpu.unary(op, a, out, p0, p1);
    return numbersOf(cpu, out);
  };

  test.each(Object.keys(UNARY) as UnaryOp[])('%s', (op) => {
    const { f, ulp, domain = [-9, 9] } = UNARY[op] ?? { f: () => NaN, ulp: 0 };
    const values = randomNumbers(1003, ...domain).map(Math.fround);
    expect(distance(apply(op, 'float32', values), values.map(f), 'float32')).toBeLessThanOrEqual(ulp + 1e-6);
    expectClose(apply(op, 'float64', values), values.map(f), 1e-13);
  });

  test.each(Object.keys(UNARY_WITH_PARAMETERS) as UnaryOp[])('%s with parameters', (op) => {
    const f = UNARY_WITH_PARAMETERS[op] ?? (() => NaN);
    const values = randomNumbers(203, -6, 6).map(Math.fround);
    const expected = values.map((x) => f(x, 0.75, 1.5));
    expectClose(apply(op, 'float32', values, 0.75, 1.5), expected, 1e-6);
    expectClose(apply(op, 'float64', values, 0.75, 1.5), expected, 1e-12);
  });

  test('pow with a number as exponent', () => {
    const values = randomNumbers(103, 0.1, 3).map(Math.fround);
    for (const exponent of [0, 1, 2, 3, -1, 0.5, -0.5, 2.7, -2]) {
      const expected = values.map((x) => x ** exponent);
      expectUlp(`pow ${exponent}`, apply('pow', 'float32', values, exponent), expected, 1.5);
      expectClose(apply('pow', 'float64', values, exponent), expected, 1e-13);
    }
    expect(apply('pow', 'float64', [-2, -2, 0, 1, -1], 3)).toEqual([-8, -8, 0, 1, -1]);
    expect(apply('pow', 'float64', [1, -1, 0.5, NaN], Infinity)).toEqual([1, 1, 0, NaN]);
  });

  test('every operation is covered here', () => {
    const special: string[] = ['erfinv', 'lgamma', 'digamma', 'bitwise_not', 'pow'];
    for (const op of UNARY_OPS)
      expect([op, op in UNARY || op in UNARY_WITH_PARAMETERS || special.includes(op)]).toEqual([op, true]);
    const integer = ['bitwise_and', 'bitwise_or', 'bitwise_xor', 'shift_left', 'shift_right'];
    for (const op of BINARY_OPS) expect([op, op in BINARY || integer.includes(op)]).toEqual([op, true]);
  });

  test('functions that JavaScript lacks, against values of Python’s math and of PyTorch', () => {
    expectClose(
      apply('lgamma', 'float64', [0.5, 1, 1.1, 2, 2.05, 10.5, -0.5, 171, 1e-3]),
      [
        0.5723649429247004, 0, -0.04987244125984036, 0, 0.021937091667172393, 13.940625219403763, 1.265512123484645,
        706.5730622457874, 6.907178885383854,
      ],
      1e-14,
    );
    expect(apply('lgamma', 'float64', [0, -3, Infinity, NaN])).toEqual([Infinity, Infinity, Infinity, NaN]);
    expectClose(
      apply('digamma', 'float64', [1, 0.5, 2.5, -0.5, 100]),
      [-0.5772156649015328, -1.9635100260214229, 0.7031566406452431, 0.03648997397857639, 4.600161852738088],
      1e-14,
    );
    expect(apply('digamma', 'float64', [0, -0, -1])).toEqual([-Infinity, Infinity, NaN]);
    const points = [-0.999999, -0.9, -0.1, 0, 1e-12, 0.3, 0.7, 0.9999];
    const inverse = apply('erfinv', 'float64', points);
    expectClose(apply('erf', 'float64', inverse), points, 2e-16);
    expect(apply('erfinv', 'float64', [1, -1, 2])).toEqual([Infinity, -Infinity, NaN]);
    expect(
      distance(
        apply('erfc', 'float64', [1, 5, 10]),
        [0.15729920705028513, 1.5374597944280351e-12, 2.088487583762545e-45],
        'float64',
      ),
    ).toBeLessThanOrEqual(16);
  });

  test('float32 functions over their whole range, with infinities, NaN and denormals', () => {
    const wide = randomNumbers(4001, -110, 95).map(Math.fround);
    const special = [0, -0, Infinity, -Infinity, NaN, 1e-40, -1e-40, 3.4e38, -3.4e38, 88.72, 88.73, -103.9, -104.1];
    const tiny = randomNumbers(2001, -45, 38, 7).map((e) => Math.fround(10 ** e));
    for (const op of ['exp', 'expm1', 'tanh', 'erf'] as const) {
      const f = UNARY[op]?.f ?? Math.abs;
      const values = [...wide, ...special, ...tiny, ...tiny.map((x) => -x)].map(Math.fround);
      expectUlp(op, apply(op, 'float32', values), values.map(f), 2);
    }
    for (const op of ['log', 'log1p'] as const) {
      const values = [...tiny, ...special, -1, -0.5, 1, 0.99999994].map(Math.fround);
      const f = op === 'log' ? Math.log : Math.log1p;
      expectUlp(op, apply(op, 'float32', values), values.map(f), 2);
    }
    for (const op of ['sin', 'cos'] as const) {
      const values = [...wide, ...special, ...tiny, 799999, 800001, 3e9, -3e9].map(Math.fround);
      expectUlp(op, apply(op, 'float32', values), values.map(Math[op]), 1);
    }
    expect(Object.is(apply('expm1', 'float32', [-0])[0], -0)).toBe(true);
    expect(Object.is(apply('sin', 'float32', [-0])[0], -0)).toBe(true);
    expect(apply('relu', 'float32', [NaN, -1, 1, 2, NaN])).toEqual([NaN, 0, 1, 2, NaN]);
  });

  test('float64 functions over their whole range, alone as in an array', () => {
    const special = [
      0,
      -0,
      Infinity,
      -Infinity,
      NaN,
      5e-324,
      -5e-324,
      1e-310,
      709.78,
      710,
      -745.1,
      -746,
      22.1,
      799999,
      1e22,
    ];
    const wide = randomNumbers(2001, -750, 715, 3);
    const tiny = randomNumbers(2001, -320, 308, 7).map((e) => 10 ** e);
    const quarters = Array.from({ length: 401 }, (_, i) => ((i - 200) * Math.PI) / 4);
    const values = [...special, ...wide, ...tiny, ...tiny.map((x) => -x), ...quarters];
    const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
    const meanings = { exp: Math.exp, log: Math.log, sin: Math.sin, cos: Math.cos, tanh: Math.tanh, sigmoid };
    // What math_f64x2.ts promises.
    const limits = { exp: 1, log: 1, sin: 1, cos: 1, tanh: 2, sigmoid: 2 };
    for (const op of ['exp', 'log', 'sin', 'cos', 'tanh', 'sigmoid'] as const) {
      const made = apply(op, 'float64', values);
      const worst = distance(made, values.map(meanings[op]), 'float64');
      expect(worst <= limits[op] ? 'within' : `${op} is ${worst} units of the last place away`).toBe('within');
      for (const i of [3, 4, 15, 600, 4000]) expect(apply(op, 'float64', [values[i] as number])).toEqual([made[i]]);
    }
    expect(Object.is(apply('sin', 'float64', [-0])[0], -0)).toBe(true);
    expect(Object.is(apply('tanh', 'float64', [-0])[0], -0)).toBe(true);
  });

  test.each(['int32', 'int64'] as const)('unary operations of %s', (type) => {
    const values = [-3, -1, 0, 1, 2, 7, 100];
    const run = (op: UnaryOp, p0 = 0, p1 = 0): number[] => {
      const out = emptyTensor([values.length], type, cpu);
      cpu.unary(op, tensorOf(cpu, type, [values.length], values), out, p0, p1);
      return numbersOf(cpu, out);
    };
    expect(run('neg')).toEqual(values.map((x) => 0 - x));
    expect(run('abs')).toEqual(values.map(Math.abs));
    expect(run('sign')).toEqual(values.map(Math.sign));
    expect(run('bitwise_not')).toEqual(values.map((x) => ~x));
    expect(run('clamp', -Infinity, 5)).toEqual(values.map((x) => Math.min(x, 5)));
    expect(run('pow', 3)).toEqual(values.map((x) => x ** 3));
    expect(run('floor')).toEqual(values);
    expect(run('add_scalar', 4)).toEqual(values.map((x) => x + 4));
  });

  test('every layout of operands and results', () => {
    for (const sizes of [[], [1], [5], [3, 4], [2, 3, 4], [2, 1, 3, 5], [0, 3], [17, 33]]) {
      const count = sizes.reduce((product, size) => product * size, 1);
      const left = randomNumbers(count, -2, 2, 3).map(Math.fround);
      const right = randomNumbers(count, -2, 2, 4).map(Math.fround);
      const expected = left.map((x, i) => Math.fround(x * (right[i] as number)));
      for (const layoutA of LAYOUTS) {
        for (const layoutOut of LAYOUTS) {
          const a = tensorOf(cpu, 'float32', sizes, left, layoutA);
          const b = tensorOf(cpu, 'float32', sizes, right, layoutOut);
          const out = tensorOf(cpu, 'float32', sizes, [], layoutOut);
          cpu.binary('mul', a, b, out, 0, 0);
          expect(numbersOf(cpu, out)).toEqual(expected);
          cpu.unary('neg', a, out, 0, 0);
          expect(numbersOf(cpu, out)).toEqual(left.map((x) => -x));
          cpu.copy(a, out);
          expect(numbersOf(cpu, out)).toEqual(left);
          cpu.fill(out, 2.5);
          expect(numbersOf(cpu, out)).toEqual(left.map(() => 2.5));
        }
      }
    }
  });

  test('broadcasting, in both operands and by an expanded view', () => {
    const row = tensorOf(cpu, 'float32', [4], [1, 2, 3, 4]);
    const column = tensorOf(cpu, 'float32', [3, 1], [10, 20, 30]);
    const out = emptyTensor([2, 3, 4], 'float32', cpu);
    cpu.binary('add', column, row, out, 1, 0);
    const expected = [10, 20, 30, 10, 20, 30].flatMap((x) => [1, 2, 3, 4].map((y) => x + y));
    expect(numbersOf(cpu, out)).toEqual(expected);
    const expanded = alias(column, [3, 4], [1, 0], 0);
    cpu.binary('sub', row, expanded, out, 2, 0);
    expect(numbersOf(cpu, out)).toEqual([10, 20, 30, 10, 20, 30].flatMap((x) => [1, 2, 3, 4].map((y) => y - 2 * x)));
    const scalar = tensorOf(cpu, 'float32', [], [3]);
    cpu.binary('div', out, scalar, out, 0, 0);
    cpu.binary('minimum', scalar, out, out, 0, 0);
    expect(Math.max(...numbersOf(cpu, out))).toBeLessThanOrEqual(3);
  });

  test.each(Object.keys(BINARY) as BinaryOp[])('%s', (op) => {
    const f = BINARY[op] ?? (() => NaN);
    const count = 103;
    const left = randomNumbers(count, op === 'pow' ? 0.1 : -4, 4, 5).map(Math.fround);
    const right = randomNumbers(count, -4, 4, 6).map(Math.fround);
    const p = op === 'clamp_backward' || op === 'threshold_backward' ? -1 : 0.5;
    for (const type of ['float32', 'float64'] as const) {
      const a = tensorOf(cpu, type, [count], left);
      const b = tensorOf(cpu, type, [count], right);
      const out = emptyTensor([count], type, cpu);
      cpu.binary(op, a, b, out, p, 2.25);
      const tolerance = op.endsWith('_backward') ? 4e-6 : type === 'float32' ? 1e-6 : 1e-13;
      expectClose(
        numbersOf(cpu, out),
        left.map((x, i) => f(x, right[i] as number, p, 2.25)),
        tolerance,
      );
    }
  });

  test('NaN in extremes: maximum passes it on, fmax prefers the number', () => {
    const a = tensorOf(cpu, 'float32', [5], [NaN, 1, NaN, -1, 2]);
    const b = tensorOf(cpu, 'float32', [5], [1, NaN, NaN, 3, -2]);
    const out = emptyTensor([5], 'float32', cpu);
    cpu.binary('maximum', a, b, out, 0, 0);
    expect(numbersOf(cpu, out)).toEqual([NaN, NaN, NaN, 3, 2]);
    cpu.binary('fmax', a, b, out, 0, 0);
    expect(numbersOf(cpu, out)).toEqual([1, 1, NaN, 3, 2]);
    cpu.binary(
      'floor_div',
      tensorOf(cpu, 'float32', [5], [1, -1, 0, 7, -7]),
      tensorOf(cpu, 'float32', [5], [0, 0, 0, 2, 2]),
      out,
      0,
      0,
    );
    expect(numbersOf(cpu, out)).toEqual([Infinity, -Infinity, NaN, 3, -4]);
  });

  test.each(['int32', 'int64'] as const)('binary operations of %s', (type) => {
    const left = [-7, -7, 7, 7, 0, 5, -8];
    const right = [2, -2, 2, -2, 3, 5, 1];
    const run = (op: BinaryOp, p = 1): number[] => {
      const out = emptyTensor([left.length], type, cpu);
      cpu.binary(op, tensorOf(cpu, type, [left.length], left), tensorOf(cpu, type, [left.length], right), out, p, 0);
      return numbersOf(cpu, out);
    };
    const map = (f: (x: number, y: number) => number): number[] => left.map((x, i) => f(x, right[i] as number) + 0);
    expect(run('add', 3)).toEqual(map((x, y) => x + 3 * y));
    expect(run('sub')).toEqual(map((x, y) => x - y));
    expect(run('mul')).toEqual(map((x, y) => x * y));
    expect(run('floor_div')).toEqual(map((x, y) => Math.floor(x / y)));
    expect(run('remainder')).toEqual(map((x, y) => x - y * Math.floor(x / y)));
    expect(run('fmod')).toEqual(map((x, y) => x % y));
    expect(run('maximum')).toEqual(map(Math.max));
    expect(run('bitwise_and')).toEqual(map((x, y) => x & y));
    expect(run('bitwise_or')).toEqual(map((x, y) => x | y));
    expect(run('bitwise_xor')).toEqual(map((x, y) => x ^ y));
    expect(run('shift_right')).toEqual(map((x, y) => (y < 0 ? x >> 31 : x >> y)));
    expect(run('shift_left')).toEqual(map((x, y) => (y < 0 ? 0 : x << y)));
    expect(run('logical_xor')).toEqual(map((x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0)));
  });

  test('integer edges: division by zero is an error, the smallest integer by -1 wraps', () => {
    const out = emptyTensor([1], 'int32', cpu);
    const smallest = tensorOf(cpu, 'int32', [1], [-(2 ** 31)]);
    const minusOne = tensorOf(cpu, 'int32', [1], [-1]);
    cpu.binary('floor_div', smallest, minusOne, out, 0, 0);
    expect(numbersOf(cpu, out)).toEqual([-(2 ** 31)]);
    cpu.binary('remainder', smallest, minusOne, out, 0, 0);
    expect(numbersOf(cpu, out)).toEqual([0]);
    const zero = tensorOf(cpu, 'int32', [1], [0]);
    expect(() => cpu.binary('floor_div', minusOne, zero, out, 0, 0)).toThrow(EngineError);
    cpu.binary('floor_div', minusOne, smallest, out, 0, 0);
    expect(numbersOf(cpu, out)).toEqual([0]);
  });

  test('comparisons', () => {
    const f = {
      eq: (x: number, y: number) => x === y,
      ne: (x: number, y: number) => x !== y,
      lt: (x: number, y: number) => x < y,
      le: (x: number, y: number) => x <= y,
      gt: (x: number, y: number) => x > y,
      ge: (x: number, y: number) => x >= y,
    };
    const count = 53;
    const left = randomNumbers(count, -3, 3, 8).map(Math.round);
    const right = randomNumbers(count, -3, 3, 9).map(Math.round);
    for (const type of ['float32', 'float64', 'int32', 'int64'] as const) {
      if (type === 'float32' || type === 'float64') left[3] = NaN;
      else left[3] = 0;
      for (const op of COMPARE_OPS) {
        for (const layout of LAYOUTS) {
          const a = tensorOf(cpu, type, [count], left, layout);
          const b = tensorOf(cpu, type, [count], right);
          const out = emptyTensor([count], 'bool', cpu);
          cpu.compare(op, a, b, out);
          expect(numbersOf(cpu, out)).toEqual(left.map((x, i) => Number(f[op](x, right[i] as number))));
          cpu.compare(op, a, tensorOf(cpu, type, [], [1]), out);
          expect(numbersOf(cpu, out)).toEqual(left.map((x) => Number(f[op](x, 1))));
        }
      }
    }
  });

  test('tests of one operand', () => {
    const values = [0, -0, 1, NaN, Infinity, -Infinity, -2];
    const f = {
      isnan: Number.isNaN,
      isinf: (x: number) => Math.abs(x) === Infinity,
      isfinite: Number.isFinite,
      logical_not: (x: number) => x === 0,
      signbit: (x: number) => x < 0 || Object.is(x, -0),
    };
    for (const type of ['float32', 'float64'] as const) {
      for (const op of TEST_OPS) {
        for (const layout of LAYOUTS) {
          const out = emptyTensor([values.length], 'bool', cpu);
          cpu.test(op, tensorOf(cpu, type, [values.length], values, layout), out);
          expect([op, numbersOf(cpu, out)]).toEqual([op, values.map((x) => Number(f[op](x)))]);
        }
      }
    }
    const out = emptyTensor([3], 'bool', cpu);
    cpu.test('logical_not', tensorOf(cpu, 'int64', [3], [0, 5, -1]), out);
    expect(numbersOf(cpu, out)).toEqual([1, 0, 0]);
  });

  test('where, by width of element, broadcasting the condition', () => {
    for (const type of ['uint8', 'int16', 'float32', 'float64'] as const) {
      const condition = tensorOf(cpu, 'bool', [2, 1], [1, 0]);
      const a = tensorOf(cpu, type, [3], [1, 2, 3]);
      const b = tensorOf(cpu, type, [2, 3], [4, 5, 6, 7, 8, 9], 'transposed');
      const out = emptyTensor([2, 3], type, cpu);
      cpu.where(condition, a, b, out);
      expect(numbersOf(cpu, out)).toEqual([1, 2, 3, 7, 8, 9]);
    }
  });
});
