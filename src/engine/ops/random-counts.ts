/**
 * Gamma, Poisson and binomial samples by the rejection methods of PyTorch's CPU kernels, drawing in their order
 * (aten/src/ATen/native/Distributions.cpp and .h): Marsaglia and Tsang 2000, Hörmann 1993.
 */
import { expose } from '../core/expose';
import type { Generator } from '../core/mt19937';
import { emptyTensor, type Tensor } from '../core/tensor';
import { writeNumbers } from './create';
import { logGamma } from './numpy-distributions-counts';
import { generatorOf, numbersOf } from './random';

function sampleGamma(shape: number, generator: Generator): number {
  let [alpha, scale] = [shape, 1];
  if (alpha < 1) {
    if (alpha === 0) return 0;
    scale = (1 - generator.uniform53()) ** (1 / alpha);
    alpha += 1;
  }
  const d = alpha - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let [x, y] = [0, 0];
    do {
      x = generator.normal();
      y = 1 + c * x;
    } while (y <= 0);
    const v = y * y * y;
    const u = 1 - generator.uniform53();
    if (u < 1 - 0.0331 * x * x * x * x) return scale * d * v;
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return scale * d * v;
  }
}

/** What counts are drawn from. */
type Uniforms = Pick<Generator, 'uniform53'>;

export function samplePoisson(rate: number, generator: Uniforms): number {
  if (rate === 0) return 0;
  if (rate < 10) {
    const limit = Math.exp(-rate);
    for (let [count, product] = [0, 1]; ; count++) {
      product *= generator.uniform53();
      if (product <= limit) return count;
    }
  }
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = generator.uniform53() - 0.5;
    const v = generator.uniform53();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const accepted = -rate + k * Math.log(rate) - logGamma(k + 1);
    if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b) <= accepted) return k;
  }
}

/** By adding geometric waiting times: for few expected successes. */
function countByWaiting(tries: number, p: number, generator: Uniforms): number {
  const scale = Math.log1p(-p);
  for (let [count, waited] = [0, 0]; ; count++) {
    waited += Math.ceil(Math.log(generator.uniform53()) / scale);
    if (waited > tries) return count;
  }
}

/** log(k!) less Stirling's approximation of it. */
const STIRLING_TAIL = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];
function stirlingTail(k: number): number {
  if (k <= 9) return STIRLING_TAIL[k] as number;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/** Transformed rejection with a squeeze: for many expected successes. */
function countByRejection(tries: number, p: number, generator: Uniforms): number {
  const deviation = Math.sqrt(tries * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = tries * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((tries + 1) * p);
  for (;;) {
    const u = generator.uniform53() - 0.5;
    const v = generator.uniform53();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > tries) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (tries - mode + 1))) +
      (tries + 1) * Math.log((tries - mode + 1) / (tries - k + 1)) +
      (k + 0.5) * Math.log((odds * (tries - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(tries - mode) -
      stirlingTail(k) -
      stirlingTail(tries - k);
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

export function sampleBinomial(tries: number, p: number, generator: Uniforms): number {
  if (Number.isNaN(tries) || Number.isNaN(p)) return NaN;
  if (tries <= 0 || p <= 0) return 0;
  if (p >= 1) return tries;
  if (p > 0.5) return tries - sampleBinomial(tries, 1 - p, generator);
  return tries * p >= 10 ? countByRejection(tries, p, generator) : countByWaiting(tries, p, generator);
}

function drawn(like: Tensor, next: (i: number) => number): Tensor {
  const out = emptyTensor(like.sizes, like.dtype, like.backend);
  writeNumbers(
    out,
    Float64Array.from({ length: like.numel }, (_, i) => next(i)),
  );
  return out;
}

/** kind 0 gamma of rate 1, 1 Poisson. Parameters on the cpu. */
expose('sample_from', 'tii', (a: Tensor, kind: number, id: number) => {
  const parameters = numbersOf(a);
  const sample = kind === 0 ? sampleGamma : samplePoisson;
  return drawn(a, (i) => sample(parameters[i] as number, generatorOf(id)));
});
expose('sample_binomial', 'tti', (count: Tensor, p: Tensor, id: number) => {
  const [counts, shares] = [numbersOf(count), numbersOf(p)];
  return drawn(count, (i) => sampleBinomial(counts[i] as number, shares[i] as number, generatorOf(id)));
});
