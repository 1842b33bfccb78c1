/**
 * Random tensors that repeat PyTorch's CPU streams: which bits each element takes, and the two ways in which normal
 * samples are made (aten/src/ATen/native/cpu/DistributionTemplates.h). Tensors on the GPU are drawn here and copied.
 */
import { isFloating, type DType } from '../core/dtype';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import { Generator, STATE_BYTES } from '../core/mt19937';
import { isDense } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { backendFor, backendFromCode } from '../core/devices';
import { converted, packed, writeNumbers, zerosLike } from './create';
import { typeWord } from './pointwise';

/** What `torch.Generator()` starts from. The default generator starts from a seed of its own in every session. */
const DEFAULT_SEED = 67280421310721n;
const generators: Generator[] = [new Generator(freshSeed())];

function freshSeed(): bigint {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return seedOf(high, low);
}

export const generatorOf = (id: number): Generator => generators[id] ?? (generators[0] as Generator);

/** Seeds cross as two 32-bit halves: Python integers of 64 bits would arrive as bigint or number by size. */
function seedOf(high: number, low: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

// ------------------------------------------------------------------ filling

/** Fills `out` in place with the numbers in the order of its memory, or of its rows where the memory has gaps. */
function fillWith(out: Tensor, numbers: Float64Array): Tensor {
  return writeInPlace(
    out,
    'RandomBackward0',
    [],
    [],
    () => {
      if (out.contiguous) return writeNumbers(out, numbers);
      if (isDense(out.sizes, out.strides)) return writeNumbers(alias(out, [out.numel], [1], out.offset), numbers);
      const flat = emptyTensor(out.sizes, out.dtype, out.backend);
      writeNumbers(flat, numbers);
      out.backend.copy(flat, out);
    },
    ([grad]) => [grad ? zerosLike(grad) : null],
  );
}

const draws = (out: Tensor, next: () => number): Float64Array => {
  const numbers = new Float64Array(out.numel);
  for (let i = 0; i < numbers.length; i++) numbers[i] = next();
  return numbers;
};

/** The mantissa bits that a type keeps: narrower types take fewer of the 32. */
const NARROW_BITS: Partial<Record<DType, number>> = { float16: 11, bfloat16: 8 };

function uniform(generator: Generator, dtype: DType, from: number, to: number): () => number {
  if (dtype === 'float64') return () => generator.uniform53() * (to - from) + from;
  const bits = NARROW_BITS[dtype] ?? 24;
  const [f32from, span] = [Math.fround(from), Math.fround(Math.fround(to) - Math.fround(from))];
  const mask = 2 ** bits - 1;
  return () => Math.fround(Math.fround(((generator.random() & mask) / (mask + 1)) * span) + f32from);
}

function fillUniform(out: Tensor, id: number, from: number, to: number): Tensor {
  check(isFloating(out.dtype), () => `"check_uniform_bounds" not implemented for '${typeWord(out.dtype)}'`);
  check(from <= to, () => `uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`);
  return fillWith(out, draws(out, uniform(generatorOf(id), out.dtype, from, to)));
}

/** 16 or more contiguous elements: uniforms first, then Box–Muller on pairs eight apart; fewer: one by one. */
function fillNormal(out: Tensor, id: number, mean: number, std: number): Tensor {
  check(std >= 0, () => `normal expects std >= 0.0, but found std ${std}`);
  check(isFloating(out.dtype), () => `"normal_kernel_cpu" not implemented for '${typeWord(out.dtype)}'`);
  const generator = generatorOf(id);
  const count = out.numel;
  if (count < 16 || !out.contiguous)
    return fillWith(
      out,
      draws(out, () => generator.normal() * std + mean),
    );
  const narrow = out.dtype !== 'float64';
  const next = uniform(generator, out.dtype, 0, 1);
  const numbers = draws(out, next);
  let start = 0;
  for (; start + 16 <= count; start += 16) normalBlock(numbers, start, mean, std, narrow);
  if (count % 16 !== 0) {
    for (let i = count - 16; i < count; i++) numbers[i] = next();
    normalBlock(numbers, count - 16, mean, std, narrow);
  }
  return fillWith(out, numbers);
}

function normalBlock(numbers: Float64Array, start: number, mean: number, std: number, narrow: boolean): void {
  for (let j = start; j < start + 8; j++) {
    const u1 = 1 - (numbers[j] as number);
    const u2 = numbers[j + 8] as number;
    const radius = Math.sqrt(-2 * Math.log(u1));
    const theta = (narrow ? Math.fround(2 * Math.PI) : 2 * Math.PI) * u2;
    numbers[j] = radius * Math.cos(theta) * std + mean;
    numbers[j + 8] = radius * Math.sin(theta) * std + mean;
  }
}

/** Integers in [from, from + range). */
function fillIntegers(out: Tensor, id: number, from: number, range: number): Tensor {
  const generator = generatorOf(id);
  if (range >= 4294967296 && out.dtype === 'int64')
    return fillWide(out, () => (generator.random64() % BigInt(range)) + BigInt(from));
  const next =
    range >= 4294967296
      ? (): number => Number(generator.random64() % BigInt(range)) + from
      : (): number => (generator.random() % range) + from;
  return fillWith(out, draws(out, next));
}

/** int64 numbers of which a float64 would lose digits: seeds of loaders and samplers. */
function fillWide(out: Tensor, next: () => bigint): Tensor {
  const numbers = BigInt64Array.from({ length: out.numel }, next);
  const flat = emptyTensor(out.sizes, out.dtype, out.backend);
  flat.backend.write(flat, new Uint8Array(numbers.buffer));
  return writeInPlace(
    out,
    'RandomBackward0',
    [],
    [],
    () => out.backend.copy(flat, out),
    ([grad]) => [grad ? zerosLike(grad) : null],
  );
}

function randperm(n: number, id: number, dtype: DType, device: number): Tensor {
  const generator = generatorOf(id);
  const numbers = Float64Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const j = i + (generator.random() % (n - i));
    const held = numbers[i] as number;
    numbers[i] = numbers[j] as number;
    numbers[j] = held;
  }
  const out = emptyTensor([n], dtype, backendFromCode(device));
  writeNumbers(out, numbers);
  return out;
}

/** One probability for all elements: 53-bit uniforms, as dropout draws its mask. */
const fillBernoulli = (out: Tensor, id: number, p: number): Tensor => {
  check(p >= 0 && p <= 1, () => `bernoulli_ expects p to be in [0, 1], but got p=${p}`);
  const generator = generatorOf(id);
  return fillWith(
    out,
    draws(out, () => (generator.uniform53() < p ? 1 : 0)),
  );
};

/** A probability for every element, drawn in its own precision. */
function fillBernoulliFrom(out: Tensor, probabilities: Tensor, id: number): Tensor {
  const generator = generatorOf(id);
  const p = numbersOf(probabilities);
  const wide = probabilities.dtype === 'float64';
  let i = 0;
  check(
    p.every((value) => value >= 0 && value <= 1),
    () =>
      'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)',
  );
  return fillWith(
    out,
    draws(out, () => ((wide ? generator.uniform53() : generator.uniform24()) < (p[i++] as number) ? 1 : 0)),
  );
}

export function numbersOf(a: Tensor): Float64Array {
  check(a.device === 'cpu', () => 'random numbers are drawn on the cpu: move their parameters there with .cpu()');
  const bytes = a.backend.read(packed(converted(a, 'float64')));
  if (!(bytes instanceof Uint8Array)) return new Float64Array(0);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

/** Other distributions by inversion of a 53-bit uniform (kind 0 exponential, 1 geometric, 2 cauchy, 3 log-normal). */
function fillDistribution(out: Tensor, id: number, kind: number, a: number, b: number): Tensor {
  const generator = generatorOf(id);
  const next = [
    () => (-1 / a) * Math.log1p(-generator.uniform53()),
    () => Math.ceil(Math.log(generator.uniform53()) / Math.log1p(-a)),
    () => a + b * Math.tan(Math.PI * (generator.uniform53() - 0.5)),
    () => Math.exp(generator.normal() * b + a),
  ][kind] as () => number;
  return fillWith(out, draws(out, next));
}

/** Samples with replacement by bisection of each row's cumulative distribution. Rows of float64 probabilities. */
function multinomialWithReplacement(probabilities: Tensor, count: number, id: number): Tensor {
  const generator = generatorOf(id);
  const p = numbersOf(probabilities);
  const columns = probabilities.sizes[probabilities.rank - 1] as number;
  const rows = columns === 0 ? 0 : p.length / columns;
  const numbers = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const sums = new Float64Array(columns);
    let total = 0;
    for (let j = 0; j < columns; j++) sums[j] = total += p[row * columns + j] as number;
    for (let j = 0; j < columns; j++) sums[j] = (sums[j] as number) / total;
    sums[columns - 1] = 1;
    for (let i = 0; i < count; i++) {
      const u = generator.uniform53();
      let [left, right] = [0, columns];
      while (right > left) {
        const middle = left + ((right - left) >> 1);
        if ((sums[middle] as number) < u) left = middle + 1;
        else right = middle;
      }
      numbers[row * count + i] = left;
    }
  }
  const sizes = [...probabilities.sizes.slice(0, -1), count];
  const out = emptyTensor(sizes, 'int64', probabilities.backend);
  writeNumbers(out, numbers);
  return out;
}

// ------------------------------------------------------------------ generators

expose('generator_new', '', () => generators.push(new Generator(DEFAULT_SEED)) - 1);
expose('generator_seed', 'iii', (id: number, high: number, low: number) => generatorOf(id).seed(seedOf(high, low)));
expose('generator_initial_seed', 'ii', (id: number, half: number) =>
  Number(half === 1 ? generatorOf(id).initialSeed >> 32n : generatorOf(id).initialSeed & 0xffffffffn),
);
expose('generator_state', 'i', (id: number) => {
  const out = emptyTensor([STATE_BYTES], 'uint8', backendFor('cpu'));
  out.backend.write(out, generatorOf(id).save());
  return out;
});
expose('generator_set_state', 'it', (id: number, state: Tensor) => {
  check(state.dtype === 'uint8' && state.device === 'cpu', () => 'RNG state must be a torch.ByteTensor', 'TypeError');
  const bytes = state.backend.read(packed(state));
  if (bytes instanceof Uint8Array) generatorOf(id).load(bytes);
});
/** 32 random bits, for seeds of loaders and samplers. */
expose('generator_random', 'i', (id: number) => generatorOf(id).random());

expose('uniform_', 'tiii', fillUniform);
expose('normal_', 'tiii', fillNormal);
expose('random_integers_', 'tiii', fillIntegers);
expose('randperm', 'iidi', randperm);
expose('bernoulli_', 'tii', fillBernoulli);
expose('bernoulli_from_', 'tti', fillBernoulliFrom);
expose('distribution_', 'tiiii', fillDistribution);
expose('multinomial_with_replacement', 'tii', multinomialWithReplacement);
