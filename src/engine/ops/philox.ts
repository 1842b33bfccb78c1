/**
 * Random tensors that repeat TensorFlow's CPU streams: which words of Philox each element takes, and how numbers are made of
 * them (tensorflow/core/lib/random/random_distributions.h, core/kernels/random_op_cpu.h). Numbers are drawn here for both
 * devices; counts and gamma samples are in philox-distributions.ts.
 */
import type { DType } from '../core/dtype';
import { backendFromCode } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import { log32, sinCos32, turned } from '../core/float32-math';
import { Philox, PhiloxWords } from '../core/philox';
import { emptyTensor, type Tensor } from '../core/tensor';
import { packed } from './create';

/** How Python names a place in a stream: mode 0 two seeds that are mixed first, 1 key, upper and lower counter. */
export type Place = readonly [mode: number, a0: number, a1: number, b0: number, b1: number, c0: number, c1: number];
/** The letters of a Place in a spec of expose(). */
export const PLACE = 'iiiiiii';

export function sourceAt([mode, a0, a1, b0, b1, c0, c1]: Place): Philox {
  return mode === 0 ? Philox.stateless([a0, a1], [b0, b1]) : new Philox([a0, a1], [b0, b1], [c0, c1]);
}

/** Words that a stream keeps for each group of outputs of a distribution that rejects: TensorFlow's reserve. */
const RESERVED_WORDS = 256;
/** Truncated normal numbers are smaller than this. */
const TRUNCATED_AT = 2;
/** Box and Muller's logarithm takes nothing smaller. */
const LEAST_UNIFORM = 1e-7;
const LEAST_UNIFORM_32 = Math.fround(LEAST_UNIFORM);

const unit32 = (word: number): number => (word & 0x7fffff) / 8388608;
export const unit64 = (high: number, low: number): number => ((high & 0xfffff) * 4294967296 + low) / 4503599627370496;

/** What the two Box–Muller functions found last. */
export const drawnPair = new Float64Array(2);

/** Two normal numbers from two words, in float32, into `drawnPair`. */
function boxMuller32(first: number, second: number): void {
  const u = unit32(first);
  const radius = Math.fround(Math.sqrt(-2 * log32(u < LEAST_UNIFORM_32 ? LEAST_UNIFORM_32 : u)));
  sinCos32(Math.fround(2 * Math.PI * unit32(second)));
  drawnPair[0] = Math.fround(turned.sin * radius);
  drawnPair[1] = Math.fround(turned.cos * radius);
}

/** Two normal numbers from four words, in float64, into `drawnPair`. */
export function boxMuller64(words: Uint32Array, at: number): void {
  const u = unit64(words[at] as number, words[at + 1] as number);
  const radius = Math.sqrt(-2 * Math.log(u < LEAST_UNIFORM ? LEAST_UNIFORM : u));
  const angle = 2 * Math.PI * unit64(words[at + 2] as number, words[at + 3] as number);
  drawnPair[0] = Math.sin(angle) * radius;
  drawnPair[1] = Math.cos(angle) * radius;
}

function wordsFor(source: Philox, count: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(count / 4) * 4);
  source.take(words);
  return words;
}

// ------------------------------------------------------------------ real numbers

function uniform64(source: Philox, out: Float64Array): void {
  const words = wordsFor(source, 2 * out.length);
  for (let i = 0; i < out.length; i++) out[i] = unit64(words[2 * i] as number, words[2 * i + 1] as number);
}

/** `bits` is the length of the mantissa: half types take fewer. */
function uniform32(source: Philox, out: Float32Array, bits: number): void {
  const words = wordsFor(source, out.length);
  const mask = 2 ** bits - 1;
  const unit = 1 / (mask + 1);
  for (let i = 0; i < out.length; i++) out[i] = ((words[i] as number) & mask) * unit;
}

function normal(source: Philox, out: Float64Array, wide: boolean): void {
  const words = wordsFor(source, wide ? 2 * out.length : out.length);
  for (let i = 0; i < out.length; i += 2) {
    if (wide) boxMuller64(words, 2 * i);
    else boxMuller32(words[i] as number, words[i + 1] as number);
    out[i] = drawnPair[0] as number;
    if (i + 1 < out.length) out[i + 1] = drawnPair[1] as number;
  }
}

/** Each group of outputs draws from its own reserve until enough normal numbers are small enough. */
function truncatedNormal(base: Philox, out: Float64Array, wide: boolean): void {
  const group = wide ? 2 : 4;
  const words = new Uint32Array(4);
  const source = base.copy();
  for (let start = 0; start < out.length; start += group) {
    source.moveTo(base, (start * RESERVED_WORDS) / 4);
    const end = Math.min(start + group, out.length);
    for (let at = start; at < end;) {
      source.take(words);
      for (let i = 0; i < (wide ? 1 : 2); i++) {
        if (wide) boxMuller64(words, 0);
        else boxMuller32(words[2 * i] as number, words[2 * i + 1] as number);
        for (const value of drawnPair) if (Math.abs(value) < TRUNCATED_AT && at < end) out[at++] = value;
      }
    }
  }
}

/**
 * kind 0 uniform, 1 normal, 2 truncated normal; `bits` of a uniform mantissa are fewer for the half types, which come
 * as float32. Scaled and shifted in the precision of the dtype.
 */
function drawReal(
  kind: number,
  bits: number,
  scale: number,
  shift: number,
  dtype: DType,
  device: number,
  ...rest: readonly unknown[]
): Tensor {
  const [place, sizes] = placeAndSizes(rest);
  return realNumbers(sourceAt(place), kind, bits, scale, shift, dtype, device, sizes);
}

function realNumbers(
  source: Philox,
  kind: number,
  bits: number,
  scale: number,
  shift: number,
  dtype: DType,
  device: number,
  sizes: readonly number[],
): Tensor {
  const wide = dtype === 'float64';
  const out = emptyTensor([...sizes], dtype, backendFromCode(device));
  const numbers = wide || kind !== 0 ? new Float64Array(out.numel) : new Float32Array(out.numel);
  if (numbers instanceof Float32Array) uniform32(source, numbers, bits);
  else if (kind === 0) uniform64(source, numbers);
  else if (kind === 1) normal(source, numbers, wide);
  else truncatedNormal(source, numbers, wide);
  const made = numbers instanceof Float64Array && !wide ? Float32Array.from(numbers) : numbers;
  if (made instanceof Float64Array) scale64(made, scale, shift);
  else scale32(made, Math.fround(scale), Math.fround(shift));
  out.backend.write(out, new Uint8Array(made.buffer));
  return out;
}

function scale64(numbers: Float64Array, by: number, to: number): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) * by + to;
}

function scale32(numbers: Float32Array, by: number, to: number): void {
  if (by === 1 && to === 0) return;
  for (let i = 0; i < numbers.length; i++) numbers[i] = Math.fround((numbers[i] as number) * by) + to;
}

/** The seven numbers of a Place, then the sizes. */
function placeAndSizes(rest: readonly unknown[]): [Place, number[]] {
  const sizes = rest[PLACE.length];
  return [rest.slice(0, PLACE.length) as unknown as Place, Array.isArray(sizes) ? (sizes as number[]) : []];
}

// ------------------------------------------------------------------ seeds in a tensor

/** Keras takes its seeds of 64 bits modulo this. */
const SEEDS = 2147483646n;

/**
 * The place of two seeds that a tensor holds. A training step that draws its seeds so asks Python for nothing, and is the
 * same work each time (core/program.ts).
 */
function sourceFrom(state: Tensor): Philox {
  check(state.device === 'cpu' && state.dtype === 'int64', () => 'seeds are two numbers of int64 on the cpu');
  const bytes = state.backend.read(packed(state));
  if (!(bytes instanceof Uint8Array)) return fail('RuntimeError', 'seeds are read on the cpu');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first = 0, second = 0] = [0, 8].map((at) => {
    const seed = view.getBigInt64(at, true) % SEEDS;
    return Number(seed < 0n ? seed + SEEDS : seed);
  });
  return Philox.stateless([first, 0], [second, 0]);
}

/** Whether a uniform number reaches the rate: a mask of dropout. */
function keepFrom(
  state: Tensor,
  rate: number,
  bits: number,
  wide: boolean,
  device: number,
  sizes: readonly number[],
): Tensor {
  const out = emptyTensor([...sizes], 'bool', backendFromCode(device));
  const numbers = wide ? new Float64Array(out.numel) : new Float32Array(out.numel);
  if (numbers instanceof Float64Array) uniform64(sourceFrom(state), numbers);
  else uniform32(sourceFrom(state), numbers, bits);
  const kept = new Uint8Array(numbers.length);
  for (let i = 0; i < kept.length; i++) kept[i] = (numbers[i] as number) >= rate ? 1 : 0;
  out.backend.write(out, kept);
  return out;
}

// ------------------------------------------------------------------ whole numbers

/** Whole numbers from `low` up, `range` of them, or all that the dtype has where range is 0. */
function drawIntegers(
  low: number | bigint,
  range: number | bigint,
  dtype: DType,
  device: number,
  ...rest: readonly unknown[]
): Tensor {
  const [place, sizes] = placeAndSizes(rest);
  const out = emptyTensor(sizes, dtype, backendFromCode(device));
  const source = sourceAt(place);
  if (dtype === 'int32') {
    const words = wordsFor(source, out.numel);
    const [from, span] = [Number(low), Number(range)];
    const numbers = Int32Array.from({ length: out.numel }, (_, i) =>
      span === 0 ? (words[i] as number) | 0 : from + ((words[i] as number) % span),
    );
    out.backend.write(out, new Uint8Array(numbers.buffer));
    return out;
  }
  if (dtype !== 'int64') return fail('TypeError', `whole random numbers are int32 or int64, not ${dtype}`);
  const words = wordsFor(source, 2 * out.numel);
  const [from, span] = [BigInt(low), BigInt(range)];
  const numbers = BigInt64Array.from({ length: out.numel }, (_, i) => {
    const [lower, upper] = [words[2 * i] as number, words[2 * i + 1] as number];
    // Small ranges need no numbers of 64 bits: the usual case, many times as fast.
    if (span > 0n && span <= 2097152n)
      return BigInt((((upper % Number(span)) * 4294967296 + lower) % Number(span)) + Number(low));
    const drawn = (BigInt(upper) << 32n) | BigInt(lower);
    return span === 0n ? drawn : (drawn % span) + from;
  });
  out.backend.write(out, new Uint8Array(numbers.buffer));
  return out;
}

/** The order that tf.random.shuffle gives n rows. */
function permutation(n: number, device: number, ...place: readonly number[]): Tensor {
  const words = new PhiloxWords(sourceAt(place as unknown as Place));
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const j = i + (words.next() % (n - i));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  const out = emptyTensor([n], 'int64', backendFromCode(device));
  out.backend.write(out, new Uint8Array(BigInt64Array.from(order, BigInt).buffer));
  return out;
}

/** The next `count` words as numbers: for pipelines that draw one at a time. */
function rawWords(count: number, device: number, ...place: readonly number[]): Tensor {
  const words = wordsFor(sourceAt(place as unknown as Place), count);
  const out = emptyTensor([count], 'int64', backendFromCode(device));
  const numbers = BigInt64Array.from({ length: count }, (_, i) => BigInt(words[i] as number));
  out.backend.write(out, new Uint8Array(numbers.buffer));
  return out;
}

expose('philox_real', `iiiidi${PLACE}I`, drawReal);
expose(
  'philox_real_from',
  'tiiiidiI',
  (
    state: Tensor,
    kind: number,
    bits: number,
    scale: number,
    shift: number,
    dtype: DType,
    device: number,
    sizes: number[],
  ) => realNumbers(sourceFrom(state), kind, bits, scale, shift, dtype, device, sizes),
);
expose('philox_keep_from', 'tiibiI', keepFrom);
expose('philox_integers', `iidi${PLACE}I`, drawIntegers);
expose('philox_permutation', `ii${PLACE}`, permutation);
expose('philox_words', `ii${PLACE}`, rawWords);
