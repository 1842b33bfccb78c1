/**
 * Every operation against real PyTorch (cases.json, written by make.py), in double and single precision; its gradients
 * against PyTorch's and against finite differences of its own values; and its second derivatives against finite
 * differences of its gradients.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestBackend } from '../cpu/harness';
import { installBackend } from '../core/devices';
import type { ExposedFunction } from '../core/expose';
import { exposedFunctions } from '../core/expose';
import { tensorOf, type Tensor } from '../core/tensor';
import '../ops';

interface Data {
  readonly kind: 'float' | 'int64' | 'bool';
  readonly sizes: readonly number[];
  readonly values: readonly number[];
}
interface Case {
  readonly name: string;
  readonly inputs: readonly Data[];
  readonly args: readonly (number | { readonly t: number })[];
  readonly outputs: readonly Data[];
  readonly onlyFirst: boolean;
  readonly secondOrder: boolean;
  readonly grads: readonly (readonly number[] | null)[];
}

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8')) as { cases: Case[] };
type Precision = 'float64' | 'float32';
const CODE = { float32: 0, float64: 1, int64: 4, bool: 9 } as const;

let call: Readonly<Record<string, ExposedFunction>>;

beforeAll(async () => {
  const backend = await createTestBackend('simd');
  installBackend(backend);
  call = exposedFunctions();
});

const fn = (name: string): ((...args: number[]) => number) => {
  const found = call[name];
  if (found === undefined) throw new Error(`the engine has no function ${name}`);
  return found as (...args: number[]) => number;
};

function make({ kind, sizes, values }: Data, precision: Precision): number {
  const dtype = kind === 'float' ? precision : kind;
  const handle = fn('empty')(CODE[dtype], 0, ...sizes);
  const bytes =
    dtype === 'float64'
      ? Float64Array.from(values)
      : dtype === 'float32'
        ? Float32Array.from(values)
        : dtype === 'int64'
          ? BigInt64Array.from(values, BigInt)
          : Uint8Array.from(values);
  const tensor = tensorOf(handle);
  tensor.backend.write(tensor, new Uint8Array(bytes.buffer));
  return handle;
}

function read(tensor: Tensor): number[] {
  const bytes = tensor.backend.read(tensor) as Uint8Array<ArrayBuffer>;
  switch (tensor.dtype) {
    case 'float64':
      return [...new Float64Array(bytes.buffer)];
    case 'float32':
      return [...new Float32Array(bytes.buffer)];
    case 'int64':
      return Array.from(new BigInt64Array(bytes.buffer), Number);
    default:
      return [...bytes];
  }
}

/** Runs a case on the given inputs; gives its output handles. */
function outputsOf(item: Case, inputs: readonly number[]): number[] {
  const args = item.args.map((arg) => (typeof arg === 'number' ? arg : (inputs[arg.t] as number)));
  const first = fn(item.name)(...args);
  return [first, ...item.outputs.slice(1).map(() => fn('next_result')())];
}

/** The scalar whose gradient make.py took: sum of output · cos(position). */
function weighted(item: Case, outputs: readonly number[]): number | null {
  let total: number | null = null;
  (item.onlyFirst ? outputs.slice(0, 1) : outputs).forEach((handle, i) => {
    if (item.outputs[i]?.kind !== 'float') return;
    const tensor = tensorOf(handle);
    const precision = tensor.dtype as Precision;
    const weights = make(
      { kind: 'float', sizes: tensor.sizes, values: Array.from({ length: tensor.numel }, (_, k) => Math.cos(k)) },
      precision,
    );
    const term = fn('sum')(fn('mul')(handle, weights), 0, -1);
    total = total === null ? term : fn('add')(total, term);
  });
  return total;
}

/** How far `value` is from `target` beyond what is allowed; infinite when one of them alone is not finite. */
function excess(value: number, target: number, relative: number, absolute: number): number {
  if (Object.is(value, target) || value === target) return 0;
  const distance = Math.abs(value - target);
  return Number.isNaN(distance) ? Infinity : Math.max(0, distance - absolute - relative * Math.abs(target));
}

function expectClose(actual: readonly number[], wanted: readonly number[], relative: number, absolute: number): void {
  expect(actual.length).toBe(wanted.length);
  actual.forEach((value, i) => {
    const target = wanted[i] as number;
    expect(excess(value, target, relative, absolute), `element ${i}: ${value} instead of ${target}`).toBe(0);
  });
}

/** PyTorch 1.13 computes these with single-precision constants even in double precision. */
const SINGLE_CONSTANTS = new Set(['hardsigmoid', 'celu']);
const toleranceOf = (item: Case, precision: Precision): readonly [number, number] =>
  SINGLE_CONSTANTS.has(item.name) ? TOLERANCE.float32 : TOLERANCE[precision];
const TOLERANCE = { float64: [1e-9, 1e-10], float32: [2e-4, 2e-5] } as const;

describe.each(['float64', 'float32'] as const)('as PyTorch computes it in %s', (precision) => {
  test.each(cases.map((item, i) => [`${item.name} #${i}`, item] as const))('%s', (_, item) => {
    const inputs = item.inputs.map((data) => make(data, precision));
    inputs.forEach((handle, i) => {
      if (item.inputs[i]?.kind === 'float' && item.grads[i] !== null) fn('set_requires_grad')(handle, 1);
    });
    const outputs = outputsOf(item, inputs);
    outputs.forEach((handle, i) => {
      const wanted = item.outputs[i] as Data;
      const tensor = tensorOf(handle);
      expect(tensor.sizes).toEqual(wanted.sizes);
      expect(tensor.dtype).toBe(wanted.kind === 'float' ? precision : wanted.kind);
      expectClose(read(tensor), wanted.values, ...toleranceOf(item, precision));
    });
    if (item.grads.every((grad) => grad === null)) return;
    fn('backward')(0, 0, 1, weighted(item, outputs) as number, 0);
    item.grads.forEach((wanted, i) => {
      if (wanted === null) return;
      expectClose(read(tensorOf(fn('grad')(inputs[i] as number))), wanted, ...toleranceOf(item, precision));
    });
  });
});

/** d loss / d inputs at the given values, as numbers; `retain` keeps them differentiable. */
function gradient(item: Case, inputs: readonly Data[], which: readonly number[]): number[] {
  const handles = inputs.map((data) => make(data, 'float64'));
  which.forEach((i) => fn('set_requires_grad')(handles[i] as number, 1));
  const loss = weighted(item, outputsOf(item, handles)) as number;
  const first = fn('gradients')(0, 0, 1, loss, 0, ...which.map((i) => handles[i] as number));
  const grads = [first, ...which.slice(1).map(() => fn('next_result')())];
  return grads.flatMap((handle, k) =>
    handle === 0 ? Array<number>((inputs[which[k] as number] as Data).values.length).fill(0) : read(tensorOf(handle)),
  );
}

const lossAt = (item: Case, inputs: readonly Data[]): number =>
  read(
    tensorOf(
      weighted(
        item,
        outputsOf(
          item,
          inputs.map((data) => make(data, 'float64')),
        ),
      ) as number,
    ),
  )[0] as number;

const moved = (inputs: readonly Data[], i: number, k: number, by: number): Data[] =>
  inputs.map((data, at) =>
    at === i ? { ...data, values: data.values.with(k, (data.values[k] as number) + by) } : data,
  );

const STEP = 1e-6;
const floatInputs = (item: Case): number[] => item.grads.flatMap((grad, i) => (grad === null ? [] : [i]));
const differentiable = cases.filter((item) => floatInputs(item).length > 0);
/** Steps: the derivative is 0 almost everywhere and a difference may cross a step. */
const STEPS = new Set(['floor', 'ceil', 'round', 'trunc', 'sign', 'frac', 'remainder', 'fmod', 'floor_divide', 'cast']);
const smooth = differentiable.filter((item) => !STEPS.has(item.name));

describe('by finite differences', () => {
  test.each(smooth.map((item, i) => [`${item.name} #${i}`, item] as const))('gradient of %s', (_, item) => {
    const which = floatInputs(item);
    const analytic = gradient(item, item.inputs, which);
    const numeric = which.flatMap((i) =>
      (item.inputs[i] as Data).values.map(
        (_value, k) =>
          (lossAt(item, moved(item.inputs, i, k, STEP)) - lossAt(item, moved(item.inputs, i, k, -STEP))) / (2 * STEP),
      ),
    );
    expectClose(analytic, numeric, 1e-4, 1e-5);
  });

  /** Along one direction v: the gradient's change must be what differentiating (gradient · v) gives. */
  test.each(smooth.filter((item) => item.secondOrder).map((item, i) => [`${item.name} #${i}`, item] as const))(
    'second derivative of %s',
    (_, item) => {
      const which = floatInputs(item);
      const directions = which.map((i) => (item.inputs[i] as Data).values.map((_value, k) => Math.sin(1 + k + i)));
      const handles = item.inputs.map((data) => make(data, 'float64'));
      which.forEach((i) => fn('set_requires_grad')(handles[i] as number, 1));
      const loss = weighted(item, outputsOf(item, handles)) as number;
      const first = fn('gradients')(1, 1, 1, loss, 0, ...which.map((i) => handles[i] as number));
      const grads = [first, ...which.slice(1).map(() => fn('next_result')())];
      let product: number | null = null;
      grads.forEach((grad, k) => {
        if (grad === 0) return;
        const v = make({ kind: 'float', sizes: tensorOf(grad).sizes, values: directions[k] as number[] }, 'float64');
        const term = fn('sum')(fn('mul')(grad, v), 0, -1);
        product = product === null ? term : fn('add')(product, term);
      });
      const shifted = (by: number): Data[] =>
        item.inputs.map((data, i) => {
          const at = which.indexOf(i);
          return at < 0
            ? data
            : {
                ...data,
                values: data.values.map((value, k) => value + by * ((directions[at] as number[])[k] as number)),
              };
        });
      const plus = gradient(item, shifted(1e-5), which);
      const minus = gradient(item, shifted(-1e-5), which);
      const numeric = plus.map((value, k) => (value - (minus[k] as number)) / 2e-5);
      if (product === null || call['requires_grad']?.(product) === false) {
        expectClose(
          numeric,
          numeric.map(() => 0),
          0,
          1e-4,
        );
        return;
      }
      const second = fn('gradients')(0, 0, 1, product, 0, ...which.map((i) => handles[i] as number));
      const all = [second, ...which.slice(1).map(() => fn('next_result')())];
      const analytic = all.flatMap((handle, k) =>
        handle === 0 ? (directions[k] as number[]).map(() => 0) : read(tensorOf(handle)),
      );
      expectClose(analytic, numeric, 1e-3, 1e-4);
    },
  );
});
