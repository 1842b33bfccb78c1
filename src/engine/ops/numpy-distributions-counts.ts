/**
 * Counting distributions of numpy.random: Poisson, binomial, geometric and the rarer ones, draw for draw as NumPy takes them;
 * the stream that feeds them is numpy-distributions.ts.
 */
import { exp, log } from './numpy-distributions-exact';

/** What they draw from. */
export interface Uniform {
  readonly legacy: boolean;
  double: () => number;
  exponential: () => number;
}

export function poisson(s: Uniform, lambda: number): number {
  if (lambda === 0 || Number.isNaN(lambda)) return 0; // negative_binomial(nan, p) asks so: NumPy answers 0
  if (lambda < 10) {
    const limit = exp(-lambda);
    let product = 1;
    for (let count = 0; ; count++) {
      product *= s.double();
      if (product <= limit) return count;
    }
  }
  // W. Hörmann, "The transformed rejection method for generating Poisson random variables", 1993.
  const root = Math.sqrt(lambda);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = s.double() - 0.5;
    const v = s.double();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + lambda + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverse) - log(a / (us * us) + b) <= -lambda + k * log(lambda) - logGamma(k + 1)) return k;
  }
}

export function binomial(s: Uniform, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  const small = p <= 0.5 ? p : 1 - p;
  const count = small * n <= 30 ? binomialByInversion(s, n, small) : binomialByTriangles(s, n, small);
  return p <= 0.5 ? count : n - count;
}

function binomialByInversion(s: Uniform, n: number, p: number): number {
  const q = 1 - p;
  const start = exp(n * log(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let count = 0;
  let weight = start;
  let u = s.double();
  while (u > weight) {
    if (++count > bound) {
      count = 0;
      weight = start;
      u = s.double();
    } else {
      u -= weight;
      weight = ((n - count + 1) * p * weight) / (count * q);
    }
  }
  return count;
}

/** V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate generation" (BTPE), CACM 31(2), 1988. */
function binomialByTriangles(s: Uniform, n: number, p: number): number {
  const r = Math.min(p, 1 - p);
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const [xl, xr] = [xm - p1, xm + p1];
  const c = 0.134 + 20.5 / (15.3 + m);
  const al = (fm - xl) / (fm - xl * r);
  const lambdaL = al * (1 + al / 2);
  const ar = (xr - fm) / (xr * q);
  const lambdaR = ar * (1 + ar / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / lambdaL;
  const p4 = p3 + c / lambdaR;
  const nrq = n * r * q;
  for (;;) {
    const u = s.double() * p4;
    let v = s.double();
    let y: number;
    if (u <= p1) return Math.floor(xm - p1 * v + u);
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(xl + log(v) / lambdaL);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * lambdaL;
    } else {
      y = Math.floor(xr - log(v) / lambdaR);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * lambdaR;
    }
    const k = Math.abs(y - m);
    if (k <= 20 || k >= nrq / 2 - 1) {
      const s = r / q;
      const a = s * (n + 1);
      let ratio = 1;
      if (m < y) for (let i = m + 1; i <= y; i++) ratio *= a / i - s;
      else if (m > y) for (let i = y + 1; i <= m; i++) ratio /= a / i - s;
      if (v > ratio) continue;
      return y;
    }
    const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    const t = (-k * k) / (2 * nrq);
    const logV = log(v);
    if (logV < t - rho) return y;
    if (logV > t + rho) continue;
    const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1];
    const stirling = (x: number): number => {
      const x2 = x * x;
      return (13680 - (462 - (132 - (99 - 140 / x2) / x2) / x2) / x2) / x / 166320;
    };
    const limit =
      xm * log(f1 / x1) +
      (n - m + 0.5) * log(z / w) +
      (y - m) * log((w * r) / (x1 * q)) +
      stirling(f1) +
      stirling(z) +
      stirling(x1) +
      stirling(w);
    if (logV <= limit) return y;
  }
}

export function geometric(s: Uniform, p: number): number {
  if (p >= 1 / 3) {
    let count = 1;
    let product = p;
    let sum = p;
    const u = s.double();
    while (u > sum) {
      product *= 1 - p;
      sum += product;
      count++;
    }
    return count;
  }
  return s.legacy ? Math.ceil(Math.log1p(-s.double()) / log(1 - p)) : Math.ceil(-s.exponential() / Math.log1p(-p));
}

/** log Γ by Stirling's series, as NumPy computes it for whole numbers. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const n = x < 7 ? Math.floor(7 - x) : 0;
  let x0 = x + n;
  const x2 = 1 / x0 / x0;
  const coefficients = [
    8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
    -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
  ];
  let series = coefficients[9] as number;
  for (let k = 8; k >= 0; k--) series = series * x2 + (coefficients[k] as number);
  let value = series / x0 + 0.5 * log(2 * Math.PI) + (x0 - 0.5) * log(x0) - x0;
  if (x < 7) {
    for (let k = 1; k <= n; k++) {
      value -= log(x0 - 1);
      x0 -= 1;
    }
  }
  return value;
}
