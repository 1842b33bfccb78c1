/** What numpy needs beyond torch's operations: single elements without a view, a look for NaN, and NumPy's order of sums. */
import type { Backend } from '../core/backend';
import { memoryView } from '../core/devices';
import { bytesOf } from '../core/dtype';
import { fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { numelOf, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, full, packed } from './create';
import { indexSelect } from './indexing';

const addressOf = (a: Tensor): number => (a.storage.memory as number) + a.offset * bytesOf(a.dtype);

export function float64Of(a: Tensor): Float64Array {
  return new Float64Array(memoryView().buffer, addressOf(a), numelOf(a.sizes));
}

// ------------------------------------------------------------------ single elements

/** Python receives whole numbers as int, which has no -0: false stands for it. */
const signed = (value: number): number | false => (Object.is(value, -0) ? false : value);

/**
 * One element by its indices (already counted from the front and checked; none: the only one): a number, a bigint beyond
 * 2^53, false for -0.
 */
expose('item_at', 'tI', (a: Tensor, at: Sizes) => {
  let offset = a.offset;
  for (let d = 0; d < at.length; d++) offset += (at[d] as number) * (a.strides[d] as number);
  const { buffer } = memoryView();
  const address = (a.storage.memory as number) + offset * bytesOf(a.dtype);
  const view = new DataView(buffer, address, 8);
  switch (a.dtype) {
    case 'float64':
      return signed(view.getFloat64(0, true));
    case 'float32':
      return signed(view.getFloat32(0, true));
    case 'int64': {
      const value = view.getBigInt64(0, true);
      return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
    }
    case 'int32':
      return view.getInt32(0, true);
    case 'int16':
      return view.getInt16(0, true);
    case 'int8':
      return view.getInt8(0);
    case 'uint8':
      return view.getUint8(0);
    case 'bool':
      return view.getUint8(0) !== 0;
    case 'float16':
    case 'bfloat16':
      return fail('TypeError', 'item_at does not read half precision');
  }
});

/** Writes one number at indices (already counted from the front and checked). */
expose('set_at', 'tsI', (a: Tensor, { value }: PythonNumber, at: Sizes) => {
  let offset = a.offset;
  for (let d = 0; d < at.length; d++) offset += (at[d] as number) * (a.strides[d] as number);
  a.backend.fill(alias(a, [], [], offset), value);
  a.version.count++;
});

/** Slices of `a` along its first axis at int64 positions, which may count from the end. */
expose('numpy_take', 'tt', (a: Tensor, positions: Tensor) => {
  const given = packed(positions);
  const at = new BigInt64Array(memoryView().buffer, addressOf(given), numelOf(given.sizes));
  const size = a.sizes[0] as number;
  const end = BigInt(size);
  let negative = false;
  for (const position of at) {
    if (position < -end || position >= end)
      fail('IndexError', `index ${position} is out of bounds for axis 0 with size ${size}`);
    negative ||= position < 0n;
  }
  if (!negative) return indexSelect(a, 0, given);
  const counted = emptyTensor(given.sizes, 'int64', a.backend);
  counted.backend.write(
    counted,
    new Uint8Array(at.map((position) => (position < 0n ? position + end : position)).buffer),
  );
  return indexSelect(a, 0, counted);
});

/** From here on a vector sum, which is finite only if all elements are, is worth its two allocations. */
const MANY = 512;

/** 1: there is a NaN, 2: there is an infinity, 3: both, 0: neither. */
expose('nonfinite', 't', (a: Tensor) => {
  if (a.dtype !== 'float64' && a.dtype !== 'float32' && a.dtype !== 'float16') return 0;
  const source = packed(a.dtype === 'float16' ? converted(a, 'float32') : a);
  const count = numelOf(source.sizes);
  if (count >= MANY) {
    const total = emptyTensor([], source.dtype, source.backend);
    source.backend.reduce('sum', source, total, { outer: 1, n: count, inner: 1 });
    const [sum] =
      source.dtype === 'float64' ? float64Of(total) : new Float32Array(memoryView().buffer, addressOf(total), 1);
    if (Number.isFinite(sum)) return 0;
  }
  const { buffer } = memoryView();
  const values =
    source.dtype === 'float64'
      ? new Float64Array(buffer, addressOf(source), count)
      : new Float32Array(buffer, addressOf(source), count);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    if (value - value !== 0) found |= value !== value ? 1 : 2;
  }
  return found;
});

// ------------------------------------------------------------------ sums in NumPy's order

/** Below this many elements a sum is not split. */
const BLOCK = 128;

/**
 * NumPy's pairwise summation (numpy/core/src/umath/loops_utils.h.src): eight running sums over blocks of up to 128
 * elements, halves above. One function for each type: V8 keeps `fround` in float32 registers only where it sees it.
 */
function pairwise64(v: Float64Array, start: number, n: number): number {
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += v[start + i] as number;
    return sum;
  }
  if (n > BLOCK) {
    const half = halfOf(n);
    return pairwise64(v, start, half) + pairwise64(v, start + half, n - half);
  }
  const whole = n - (n % 8);
  let [a, b, c, d] = [v[start] as number, v[start + 1] as number, v[start + 2] as number, v[start + 3] as number];
  let [e, f, g, h] = [v[start + 4] as number, v[start + 5] as number, v[start + 6] as number, v[start + 7] as number];
  for (let i = start + 8; i < start + whole; i += 8) {
    a += v[i] as number;
    b += v[i + 1] as number;
    c += v[i + 2] as number;
    d += v[i + 3] as number;
    e += v[i + 4] as number;
    f += v[i + 5] as number;
    g += v[i + 6] as number;
    h += v[i + 7] as number;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < n; i++) sum += v[start + i] as number;
  return sum;
}

function pairwise32(v: Float32Array, start: number, n: number): number {
  const { fround } = Math;
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum = fround(sum + (v[start + i] as number));
    return sum;
  }
  if (n > BLOCK) {
    const half = halfOf(n);
    return fround(pairwise32(v, start, half) + pairwise32(v, start + half, n - half));
  }
  const whole = n - (n % 8);
  let [a, b, c, d] = [v[start] as number, v[start + 1] as number, v[start + 2] as number, v[start + 3] as number];
  let [e, f, g, h] = [v[start + 4] as number, v[start + 5] as number, v[start + 6] as number, v[start + 7] as number];
  for (let i = start + 8; i < start + whole; i += 8) {
    a = fround(a + (v[i] as number));
    b = fround(b + (v[i + 1] as number));
    c = fround(c + (v[i + 2] as number));
    d = fround(d + (v[i + 3] as number));
    e = fround(e + (v[i + 4] as number));
    f = fround(f + (v[i + 5] as number));
    g = fround(g + (v[i + 6] as number));
    h = fround(h + (v[i + 7] as number));
  }
  let sum = fround(fround(fround(a + b) + fround(c + d)) + fround(fround(e + f) + fround(g + h)));
  for (let i = whole; i < n; i++) sum = fround(sum + (v[start + i] as number));
  return sum;
}

function halfOf(n: number): number {
  const half = Math.floor(n / 2);
  return half - (half % 8);
}

/** Runs of neighbouring dimensions that are all reduced or all kept, from the outermost in memory to the innermost. */
interface Run {
  size: number;
  reduced: boolean;
  /** Elements of the result between neighbours; 0 where reduced. */
  step: number;
}

/** Sums float64 or float32 over `dims` in the order in which NumPy's iterator meets the memory. */
function numpySum(a: Tensor, keep: boolean, dims: Sizes): Tensor {
  const over = dims.length === 0 ? a.sizes.map((_, d) => d) : dims;
  const order = a.sizes
    .map((_, d) => d)
    .sort((x, y) => Math.abs(a.strides[y] as number) - Math.abs(a.strides[x] as number) || x - y);
  const pick = (list: Sizes): number[] => order.map((d) => list[d] as number);
  const source = packed(alias(a, pick(a.sizes), pick(a.strides), a.offset));
  const outSizes = a.sizes.map((size, d) => (over.includes(d) ? 1 : size));
  const out = full(outSizes, 0, a.dtype, a.backend);
  const runs: Run[] = [];
  for (const d of order) {
    const size = a.sizes[d] as number;
    if (size === 1) continue;
    const reduced = over.includes(d);
    const step = reduced ? 0 : (out.strides[d] as number);
    const last = runs[runs.length - 1];
    if (last !== undefined && last.reduced === reduced && (reduced || last.step === step * size)) {
      last.size *= size;
      last.step = step;
    } else runs.push({ size, reduced, step });
  }
  if (numelOf(a.sizes) > 0 && !sumColumns(source, out, runs)) sumRuns(source, out, runs);
  if (keep) return out;
  const kept = a.sizes.map((_, d) => d).filter((d) => !over.includes(d));
  return alias(
    out,
    kept.map((d) => outSizes[d] as number),
    kept.map((d) => out.strides[d] as number),
    0,
  );
}

/** Float64 columns, one row added after another as the kernel does too. False: it is another case. */
function sumColumns(source: Tensor, out: Tensor, runs: readonly Run[]): boolean {
  const inner = runs[runs.length - 1];
  const middle = runs[runs.length - 2];
  if (source.dtype !== 'float64' || inner === undefined || inner.reduced || inner.step !== 1) return false;
  if (middle === undefined || !middle.reduced || runs.length > 3) return false;
  const outer = runs.length === 3 ? (runs[0] as Run) : { size: 1, step: inner.size };
  if (outer.step !== inner.size) return false;
  source.backend.reduce('sum', source, out, { outer: outer.size, n: middle.size, inner: inner.size });
  return true;
}

function sumRuns(source: Tensor, out: Tensor, runs: Run[]): void {
  const { buffer } = memoryView();
  const wide = source.dtype === 'float64';
  const from = wide
    ? new Float64Array(buffer, addressOf(source), numelOf(source.sizes))
    : new Float32Array(buffer, addressOf(source), numelOf(source.sizes));
  const to = wide
    ? new Float64Array(buffer, addressOf(out), numelOf(out.sizes))
    : new Float32Array(buffer, addressOf(out), numelOf(out.sizes));
  const inner = runs.pop() ?? { size: 1, reduced: true, step: 0 };
  const counters = new Array<number>(runs.length).fill(0);
  let at = 0;
  let target = 0;
  for (;;) {
    // What is stored into a Float32Array is rounded by that.
    if (inner.reduced)
      to[target] =
        (to[target] as number) +
        (from instanceof Float64Array ? pairwise64(from, at, inner.size) : pairwise32(from, at, inner.size));
    else
      for (let i = 0; i < inner.size; i++)
        to[target + i * inner.step] = (to[target + i * inner.step] as number) + (from[at + i] as number);
    at += inner.size;
    let d = runs.length - 1;
    for (; d >= 0; d--) {
      const run = runs[d] as Run;
      target += run.step;
      counters[d] = (counters[d] as number) + 1;
      if ((counters[d] as number) < run.size) break;
      counters[d] = 0;
      target -= run.step * run.size;
    }
    if (d < 0) return;
  }
}
expose('numpy_sum', 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => numpySum(a, keep, dims));

/** Float64 numbers as a new tensor. */
export function float64Tensor(numbers: Float64Array, sizes: Sizes, backend: Backend): Tensor {
  const out = emptyTensor(sizes, 'float64', backend);
  backend.write(out, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return out;
}

// ------------------------------------------------------------------ searching and counting

/** Positions in the sorted float64 or int64 vector `a` at which each of `v` would be inserted; NaN sorts last. */
expose('numpy_searchsorted', 'ttb', (a: Tensor, v: Tensor, right: boolean) => {
  const [row, wanted] = [packed(a), packed(v)];
  const { buffer } = memoryView();
  const wide = row.dtype === 'float64';
  const view = (t: Tensor): Float64Array | BigInt64Array =>
    wide
      ? new Float64Array(buffer, addressOf(t), numelOf(t.sizes))
      : new BigInt64Array(buffer, addressOf(t), numelOf(t.sizes));
  const [sorted, values] = [view(row), view(wanted)];
  const less = (x: number | bigint, y: number | bigint): boolean => x < y || (y !== y && x === x);
  const found = new BigInt64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | bigint;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = sorted[middle] as number | bigint;
      if (right ? !less(value, here) : less(here, value)) low = middle + 1;
      else high = middle;
    }
    found[i] = BigInt(low);
  }
  const out = emptyTensor(v.sizes, 'int64', a.backend);
  out.backend.write(out, new Uint8Array(found.buffer));
  return out;
});

/** How often each of 0 … count-1 occurs in an int64 vector, or the sums of float64 weights. */
expose('numpy_bincount', 'toi', (a: Tensor, weights: Tensor | null, count: number) => {
  const positions = packed(a);
  const w = weights === null ? null : float64Of(packed(weights));
  const at = new BigInt64Array(memoryView().buffer, addressOf(positions), numelOf(positions.sizes));
  const found = new Float64Array(count);
  for (let i = 0; i < at.length; i++) {
    const position = Number(at[i]);
    found[position] = (found[position] as number) + (w === null ? 1 : (w[i] as number));
  }
  if (w !== null) return float64Tensor(found, [count], a.backend);
  const out = emptyTensor([count], 'int64', a.backend);
  out.backend.write(out, new Uint8Array(BigInt64Array.from(found, BigInt).buffer));
  return out;
});
