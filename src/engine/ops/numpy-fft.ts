/**
 * The discrete Fourier transform for numpy.fft: rows of real and imaginary parts, of any length; what is made of them (axes,
 * norms, real input) is numpy/fft's. Sources: J. Cooley and J. Tukey, 1965; L. Bluestein, "A linear filtering approach to the
 * computation of discrete Fourier transform", 1970.
 */
import { expose } from '../core/expose';
import type { Tensor } from '../core/tensor';
import { packed } from './create';
import { float64Of, float64Tensor } from './numpy';

const at = (a: Float64Array, i: number): number => a[i] as number;

/** Cosine and sine of k turns out of n; exact at the quarters, where real inputs should leave nothing behind. */
function onCircle(k: number, n: number): readonly [number, number] {
  const quarter = ((4 * k) / n) % 4;
  if (Number.isInteger(quarter)) return [[1, 0, -1, 0][quarter] as number, [0, 1, 0, -1][quarter] as number];
  return [Math.cos((2 * Math.PI * k) / n), Math.sin((2 * Math.PI * k) / n)];
}

/** In place, for a power of two. */
function byHalves(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [at(re, j), at(re, i)];
    [im[i], im[j]] = [at(im, j), at(im, i)];
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const [c, s] = onCircle(-k + size, size);
      for (let i = k; i < n; i += size) {
        const j = i + half;
        const x = c * at(re, j) - s * at(im, j);
        const y = c * at(im, j) + s * at(re, j);
        re[j] = at(re, i) - x;
        im[j] = at(im, i) - y;
        re[i] = at(re, i) + x;
        im[i] = at(im, i) + y;
      }
    }
  }
}

/** Sums over all pairs: the most exact way for short rows. */
function byDefinition(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const [a, b] = [re.slice(), im.slice()];
  const cos = Float64Array.from({ length: n }, (_, k) => onCircle(k, n)[0]);
  const sin = Float64Array.from({ length: n }, (_, k) => -onCircle(k, n)[1]);
  for (let k = 0; k < n; k++) {
    let [x, y] = [0, 0];
    for (let i = 0; i < n; i++) {
      const turn = (i * k) % n;
      x += at(a, i) * at(cos, turn) - at(b, i) * at(sin, turn);
      y += at(b, i) * at(cos, turn) + at(a, i) * at(sin, turn);
    }
    re[k] = x;
    im[k] = y;
  }
}

/** Any length, as a convolution whose length is a power of two. */
function byConvolution(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const size = 2 ** Math.ceil(Math.log2(2 * n));
  const angle = (k: number): number => (Math.PI * ((k * k) % (2 * n))) / n;
  const [ar, ai, br, bi] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let k = 0; k < n; k++) {
    const [c, s] = [Math.cos(angle(k)), Math.sin(angle(k))];
    ar[k] = at(re, k) * c + at(im, k) * s;
    ai[k] = at(im, k) * c - at(re, k) * s;
    br[k] = c;
    bi[k] = s;
    if (k > 0) [br[size - k], bi[size - k]] = [c, s];
  }
  byHalves(ar, ai);
  byHalves(br, bi);
  for (let i = 0; i < size; i++) {
    const x = at(ar, i) * at(br, i) - at(ai, i) * at(bi, i);
    // Conjugated, so that the same transform goes back.
    ai[i] = -(at(ar, i) * at(bi, i) + at(ai, i) * at(br, i));
    ar[i] = x;
  }
  byHalves(ar, ai);
  for (let k = 0; k < n; k++) {
    const [c, s] = [Math.cos(angle(k)), Math.sin(angle(k))];
    const [x, y] = [at(ar, k) / size, -at(ai, k) / size];
    re[k] = x * c + y * s;
    im[k] = y * c - x * s;
  }
}

/** Transforms the last dimension; `inverse` turns the other way, without dividing. */
expose('numpy_fft', 'ttb', (real: Tensor, imaginary: Tensor, inverse: boolean) => {
  const n = real.sizes[real.rank - 1] as number;
  const [re, im] = [float64Of(packed(real)).slice(), float64Of(packed(imaginary)).slice()];
  let way = byConvolution;
  if (Number.isInteger(Math.log2(n))) way = byHalves;
  else if (n <= 64) way = byDefinition;
  for (let row = 0; row < real.numel / Math.max(n, 1); row++) {
    const start = row * n;
    // Exchanging the parts before and after turns the other way.
    const [first, second] = [re.subarray(start, start + n), im.subarray(start, start + n)];
    way(inverse ? second : first, inverse ? first : second);
  }
  return [float64Tensor(re, real.sizes, real.backend), float64Tensor(im, real.sizes, real.backend)];
});
