/** What numpy.random asks of the engine: streams by number, arrays of draws, integers in ranges, and shuffles. */
import { memoryView } from '../core/devices';
import { backendFromCode } from '../core/devices';
import { expose } from '../core/expose';
import { emptyTensor, type Tensor } from '../core/tensor';
import { float64Tensor } from './numpy';
import { MersenneTwister, Pcg64 } from './numpy-bits';
import { Stream } from './numpy-distributions';
import { binomial, geometric, poisson } from './numpy-distributions-counts';
import { exp } from './numpy-distributions-exact';
import {
  gumbel,
  hypergeometric,
  laplace,
  logistic,
  logSeries,
  noncentralChiSquare,
  noncentralF,
  pareto,
  powerLaw,
  rayleigh,
  studentT,
  triangular,
  vonMises,
  wald,
  weibull,
  zipf,
} from './numpy-distributions-rare';
import { single, zigguratExponentialSingle, zigguratNormalSingle } from './numpy-distributions-ziggurat';

const streams: (Stream | null)[] = [];
const streamOf = (id: number): Stream => streams[id] as Stream;

/** 32-bit words that Python keeps in an int64 tensor. */
function wordsOf(a: Tensor): number[] {
  const start = (a.storage.memory as number) + a.offset * 8;
  return Array.from(new BigInt64Array(memoryView().buffer, start, a.numel), Number);
}

function int64Tensor(numbers: BigInt64Array, count: number): Tensor {
  const out = emptyTensor([count], 'int64', backendFromCode(0));
  out.backend.write(out, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return out;
}

function opened(stream: Stream): number {
  const hole = streams.indexOf(null);
  if (hole < 0) return streams.push(stream) - 1;
  streams[hole] = stream;
  return hole;
}

/** A new stream: 0 PCG64 (Generator), 1 MT19937 (RandomState), 2 MT19937 under Generator. */
expose('numpy_stream', 'i', (kind: number) =>
  opened(new Stream(kind === 0 ? new Pcg64() : new MersenneTwister(), kind === 1)),
);
/** A stream that draws from another one's bits as RandomState does. */
expose('numpy_stream_share', 'i', (id: number) => opened(new Stream(streamOf(id).bits, true)));
expose('numpy_stream_free', 'i', (id: number) => {
  streams[id] = null;
});
expose('numpy_stream_seed', 'itb', (id: number, words: Tensor, asList: boolean) => {
  const stream = streamOf(id);
  const given = wordsOf(words);
  stream.cached = null;
  if (stream.bits instanceof Pcg64) stream.bits.seed(given);
  else if (stream.bits instanceof MersenneTwister) {
    if (asList) stream.bits.seedArray(given);
    else stream.bits.seed(given[0] as number);
  }
});
expose('numpy_stream_state', 'i', (id: number) => {
  const words = streamOf(id).bits.save();
  return int64Tensor(BigInt64Array.from(words, BigInt), words.length);
});
expose('numpy_stream_load', 'it', (id: number, words: Tensor) => streamOf(id).bits.load(wordsOf(words)));
/** The cached normal sample: NaN when there is none. */
expose('numpy_stream_cached', 'i', (id: number) => streamOf(id).cached ?? NaN);
expose('numpy_stream_cache', 'ii', (id: number, value: number) => {
  streamOf(id).cached = Number.isNaN(value) ? null : value;
});

type Draw = (s: Stream, a: number, b: number, c: number) => number;
/** Distributions by the numbers that numpy/random/_draws.py gives them. */
const distributions: readonly Draw[] = [
  (s) => s.double(),
  (s) => s.normal(),
  (s) => s.exponential(),
  (s, shape) => s.gamma(shape),
  (s, a, b) => s.beta(a, b),
  (s, lambda) => poisson(s, lambda),
  (s, n, p) => binomial(s, n, p),
  (s, p) => geometric(s, p),
  (s, low, range) => low + range * s.double(),
  (s, mean, deviation) => mean + deviation * s.normal(),
  (s, location, scale) => laplace(s, location, scale),
  (s, location, scale) => logistic(s, location, scale),
  (s, location, scale) => gumbel(s, location, scale),
  (s, freedom) => 2 * s.gamma(freedom / 2),
  (s, freedom) => studentT(s, freedom),
  (s, left, mode, right) => triangular(s, left, mode, right),
  (s, n, p) => poisson(s, ((1 - p) / p) * s.gamma(n)),
  (s) => single(s.bits),
  (s, freedom, other) => (s.gamma(freedom / 2) * 2 * other) / (s.gamma(other / 2) * 2 * freedom),
  (s) => s.normal() / s.normal(),
  (s) => s.bits.next32(),
  (s, mean, sigma) => exp(mean + sigma * s.normal()),
  (s, shape) => weibull(s, shape),
  (s, shape) => pareto(s, shape),
  (s, shape) => powerLaw(s, shape),
  (s, scale) => rayleigh(s, scale),
  (s) => zigguratNormalSingle(s.bits),
  (s) => zigguratExponentialSingle(s.bits),
  (s) => -Math.log1p(-s.double()),
  (s) => -Math.fround(Math.log1p(-single(s.bits))),
  (s, freedom, offset) => noncentralChiSquare(s, freedom, offset),
  (s, above, below, offset) => noncentralF(s, above, below, offset),
  (s, mu, kappa) => vonMises(s, mu, kappa),
  (s, mean, scale) => wald(s, mean, scale),
  (s, a) => zipf(s, a),
  (s, p) => logSeries(s, p),
  (s, good, bad, sample) => hypergeometric(s, good, bad, sample),
];

expose('numpy_draw', 'iiiiii', (id: number, kind: number, count: number, a: number, b: number, c: number) => {
  const s = streamOf(id);
  const draw = distributions[kind] as Draw;
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = draw(s, a, b, c);
  return float64Tensor(numbers, [count], backendFromCode(0));
});
expose('numpy_draw_one', 'iiiii', (id: number, kind: number, a: number, b: number, c: number) =>
  (distributions[kind] as Draw)(streamOf(id), a, b, c),
);
/** low + an integer in [0, range] for a range below 2^32. */
expose('numpy_integer_one', 'iii', (id: number, low: number, range: number) => low + streamOf(id).bounded(range));

/** low + integers in [0, range]; `width` 8 and 16 take that many bits of a draw, 1 one bit, others 32 or 64. */
expose('numpy_integers', 'iiiii', (id: number, count: number, low: number, range: number, width: number) => {
  const s = streamOf(id);
  const out = new BigInt64Array(count);
  const start = BigInt(low);
  const span = BigInt(range);
  if (width <= 16) fillNarrow(s, out, start, Number(span), width);
  else if (span <= 0xffffffffn) {
    const most = Number(span);
    for (let i = 0; i < count; i++) out[i] = start + BigInt(s.bounded(most));
  } else for (let i = 0; i < count; i++) out[i] = start + s.bounded64(span);
  return int64Tensor(out, count);
});

/** Small types share the bits of one 32-bit draw between several elements. */
function fillNarrow(s: Stream, out: BigInt64Array, low: bigint, range: number, width: number): void {
  let [buffer, left] = [0, 0];
  const next = (): number => {
    if (left === 0) {
      buffer = s.bits.next32();
      left = 32 / width - 1;
    } else {
      buffer >>>= width;
      left--;
    }
    return buffer & (2 ** width - 1);
  };
  const most = 2 ** width - 1;
  const bounded = (): number => {
    if (range === 0) return 0;
    if (width === 1 || range === most) return next();
    if (s.legacy) {
      const mask = 0xffffffff >>> Math.clz32(range);
      for (;;) {
        const value = next() & mask;
        if (value <= range) return value;
      }
    }
    const span = range + 1;
    let product = next() * span;
    if ((product & most) < span) {
      const threshold = (most - range) % span;
      while ((product & most) < threshold) product = next() * span;
    }
    return Math.floor(product / (most + 1));
  };
  for (let i = 0; i < out.length; i++) out[i] = low + BigInt(bounded());
}

/**
 * 0 … n-1 with the positions from n-1 down to `first` exchanged with random ones before them; `masked` draws those by masks
 * as shuffle() does, else as integers() does.
 */
expose('numpy_shuffle', 'iiib', (id: number, n: number, first: number, masked: boolean) => {
  const s = streamOf(id);
  const order = Float64Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i >= first; i--) {
    const j = masked ? s.masked(i) : s.bounded(i);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return int64Tensor(BigInt64Array.from(order, BigInt), n);
});

/** `size` different numbers below n (R. Floyd's algorithm), in the order of Generator.choice before its shuffle. */
expose('numpy_floyd', 'iii', (id: number, n: number, size: number) => {
  const s = streamOf(id);
  const seen = new Set<number>();
  const out = new BigInt64Array(size);
  for (let j = n - size; j < n; j++) {
    const value = s.bounded(j);
    const chosen = seen.has(value) ? j : value;
    seen.add(chosen);
    out[j - n + size] = BigInt(chosen);
  }
  return int64Tensor(out, size);
});
