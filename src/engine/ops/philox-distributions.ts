/**
 * Class numbers, gamma, Poisson and binomial samples of TensorFlow's CPU kernels: each sample draws from a reserve of its
 * own, so that samples do not depend on how many draws the others take (tensorflow/core/kernels/multinomial_op.cc,
 * random_op.cc, random_poisson_op.cc, random_binomial_op.cc; Marsaglia and Tsang 2000).
 */
import { expose } from '../core/expose';
import type { Philox } from '../core/philox';
import { PhiloxWords } from '../core/philox';
import { emptyTensor, type Tensor } from '../core/tensor';
import { writeNumbers } from './create';
import { boxMuller64, drawnPair, PLACE, sourceAt, unit64, type Place } from './philox';
import { numbersOf } from './random';
import { sampleBinomial, samplePoisson } from './random-counts';

/** Blocks of four words that a stream keeps for each sample. */
const RESERVED_BLOCKS = 256;
/** The same for counts of few expected successes, which are found by waiting times. */
const WAITING_BLOCKS = 42;
/** So many expected successes are found by rejection. */
const REJECTION_FROM = 10;

/** What TensorFlow's samplers draw from: two uniform or normal numbers at a time, of which the later comes first. */
class Pairs {
  private readonly words = new Uint32Array(4);
  private readonly uniforms: number[] = [];
  private readonly normals: number[] = [];

  constructor(private readonly source: Philox) {}

  uniform53(): number {
    if (this.uniforms.length === 0) {
      const { words } = this;
      this.source.take(words);
      const [a = 0, b = 0, c = 0, d = 0] = words;
      this.uniforms.push(unit64(a, b), unit64(c, d));
    }
    return this.uniforms.pop() as number;
  }

  normal(): number {
    if (this.normals.length === 0) {
      this.source.take(this.words);
      boxMuller64(this.words, 0);
      this.normals.push(...drawnPair);
    }
    return this.normals.pop() as number;
  }
}

function sampleGamma(alpha: number, pairs: Pairs): number {
  if (alpha === 1) return -Math.log1p(-pairs.uniform53());
  const d = alpha + (alpha < 1 ? 2 / 3 : -1 / 3);
  const c = 1 / 3 / Math.sqrt(d);
  for (;;) {
    const x = pairs.normal();
    const y = 1 + c * x;
    if (y <= 0) continue;
    const v = y * y * y;
    const u = pairs.uniform53();
    if (u < 1 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v)))
      return alpha < 1 ? d * v * pairs.uniform53() ** (1 / alpha) : d * v;
  }
}

/** Samples of one parameter lie in the stream one after another, in the result one under another. */
function sample(parameters: Tensor, kind: number, count: number, ...place: readonly number[]): Tensor {
  const values = numbersOf(parameters);
  const base = sourceAt(place as unknown as Place);
  const numbers = new Float64Array(values.length * count);
  values.forEach((value, column) => {
    for (let row = 0; row < count; row++) {
      const pairs = new Pairs(base.copy().skip(RESERVED_BLOCKS * (column * count + row)));
      numbers[row * values.length + column] = kind === 0 ? sampleGamma(value, pairs) : samplePoisson(value, pairs);
    }
  });
  return asTensor(numbers, [count, values.length], parameters);
}

function binomial(counts: Tensor, shares: Tensor, ...place: readonly number[]): Tensor {
  const [tries, p] = [numbersOf(counts), numbersOf(shares)];
  const base = sourceAt(place as unknown as Place);
  const numbers = tries.map((n, i) => {
    const share = p[i] as number;
    const reserved = n * Math.min(share, 1 - share) >= REJECTION_FROM ? RESERVED_BLOCKS : WAITING_BLOCKS;
    return sampleBinomial(n, share, new Pairs(base.copy().skip(reserved * i)));
  });
  return asTensor(numbers, [tries.length], counts);
}

/** By bisection of each row's running sum of exp(logit - the largest one). */
function categorical(logits: Tensor, count: number, ...place: readonly number[]): Tensor {
  const values = numbersOf(logits);
  const [rows = 0, columns = 0] = logits.sizes;
  const words = new PhiloxWords(sourceAt(place as unknown as Place));
  const numbers = new Float64Array(rows * count);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const of = values.subarray(row * columns, (row + 1) * columns);
    const largest = of.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, b) : a), -Number.MAX_VALUE);
    let total = 0;
    for (let j = 0; j < columns; j++) {
      const logit = of[j] as number;
      sums[j] = total += Number.isFinite(logit) ? Math.exp(logit - largest) : 0;
    }
    for (let i = 0; i < count; i++) numbers[row * count + i] = firstAbove(sums, words.nextDouble() * total);
  }
  const out = emptyTensor([rows, count], 'int64', logits.backend);
  writeNumbers(out, numbers);
  return out;
}

/** The first place whose sum is larger. */
function firstAbove(sums: Float64Array, sought: number): number {
  let [left, right] = [0, sums.length];
  while (right > left) {
    const middle = left + ((right - left) >> 1);
    if ((sums[middle] as number) <= sought) left = middle + 1;
    else right = middle;
  }
  return left;
}

function asTensor(numbers: Float64Array, sizes: readonly number[], like: Tensor): Tensor {
  const out = emptyTensor([...sizes], 'float64', like.backend);
  writeNumbers(out, numbers);
  return out;
}

expose('philox_categorical', `ti${PLACE}`, categorical);
expose('philox_sample', `tii${PLACE}`, sample);
expose('philox_binomial', `tt${PLACE}`, binomial);
