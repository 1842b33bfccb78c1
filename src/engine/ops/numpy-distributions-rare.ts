/**
 * The distributions of numpy.random that lessons seldom meet, draw for draw as NumPy takes them; where RandomState and
 * Generator differ, `s.legacy` decides. The common ones are in numpy-distributions.ts and numpy-distributions-counts.ts.
 */
import type { Stream } from './numpy-distributions';
import { logGamma, poisson } from './numpy-distributions-counts';
import { exp, log, power } from './numpy-distributions-exact';

export function laplace(s: Stream, location: number, scale: number): number {
  for (;;) {
    const u = s.double();
    if (u >= 0.5) return location - scale * log(2 - u - u);
    if (u > 0) return location + scale * log(u + u);
  }
}

export function logistic(s: Stream, location: number, scale: number): number {
  for (;;) {
    const u = s.double();
    if (u > 0) return location + scale * log(u / (1 - u));
  }
}

export function gumbel(s: Stream, location: number, scale: number): number {
  for (;;) {
    const u = 1 - s.double();
    if (u < 1) return location - scale * log(-log(u));
  }
}

export function studentT(s: Stream, freedom: number): number {
  const normal = s.normal();
  return (Math.sqrt(freedom / 2) * normal) / Math.sqrt(s.gamma(freedom / 2));
}

export function triangular(s: Stream, left: number, mode: number, right: number): number {
  const base = right - left;
  const below = mode - left;
  const u = s.double();
  return u <= below / base ? left + Math.sqrt(u * below * base) : right - Math.sqrt((1 - u) * (right - mode) * base);
}

export const weibull = (s: Stream, shape: number): number => (shape === 0 ? 0 : power(s.exponential(), 1 / shape));

export function pareto(s: Stream, shape: number): number {
  const x = s.exponential() / shape;
  return s.legacy ? exp(x) - 1 : Math.expm1(x);
}

export function powerLaw(s: Stream, shape: number): number {
  const x = s.exponential();
  return power(s.legacy ? 1 - exp(-x) : -Math.expm1(-x), 1 / shape);
}

export const rayleigh = (s: Stream, scale: number): number =>
  scale * Math.sqrt(s.legacy ? -2 * log(1 - s.double()) : 2 * s.exponential());

const chiSquare = (s: Stream, freedom: number): number => 2 * s.gamma(freedom / 2);

export function noncentralChiSquare(s: Stream, freedom: number, offset: number): number {
  if (Number.isNaN(offset)) return NaN;
  if (offset === 0) return chiSquare(s, freedom);
  if (freedom <= 1) return chiSquare(s, freedom + 2 * poisson(s, offset / 2));
  const rest = chiSquare(s, freedom - 1);
  const n = s.normal() + Math.sqrt(offset);
  return rest + n * n;
}

export function noncentralF(s: Stream, above: number, below: number, offset: number): number {
  const top = noncentralChiSquare(s, above, offset) * below;
  return top / (chiSquare(s, below) * above);
}

export function wald(s: Stream, mean: number, scale: number): number {
  const half = mean / (2 * scale);
  const normal = s.normal();
  const y = mean * normal * normal;
  const x = mean + half * (y - Math.sqrt(4 * scale * y + y * y));
  return s.double() <= mean / (mean + x) ? x : (mean * mean) / x;
}

/** D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution", 1979. */
export function vonMises(s: Stream, mu: number, kappa: number): number {
  if (Number.isNaN(kappa)) return NaN;
  if (kappa < 1e-8) return Math.PI * (2 * s.double() - 1);
  let spread = 1 / kappa + kappa;
  if (kappa >= 1e-5) {
    const r = 1 + Math.sqrt(1 + 4 * kappa * kappa);
    const rho = (r - Math.sqrt(2 * r)) / (2 * kappa);
    spread = (1 + rho * rho) / (2 * rho);
  }
  let w: number;
  for (;;) {
    const z = Math.cos(Math.PI * s.double());
    w = (1 + spread * z) / (spread + z);
    const y = kappa * (spread - w);
    const v = s.double();
    if (y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0) break;
  }
  const angle = (s.double() < 0.5 ? -Math.acos(w) : Math.acos(w)) + mu;
  const turned = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return angle < 0 ? -turned : turned;
}

/** L. Devroye, "Non-Uniform Random Variate Generation", 1986, p. 551. */
export function zipf(s: Stream, a: number): number {
  const less = a - 1;
  const b = power(2, less);
  for (;;) {
    const u = 1 - s.double();
    const v = s.double();
    const x = Math.floor(power(u, -1 / less));
    if (x > 9223372036854775807n || x < 1) continue;
    const t = power(1 + 1 / x, less);
    if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

export function logSeries(s: Stream, p: number): number {
  const r = s.legacy ? log(1 - p) : Math.log1p(-p);
  for (;;) {
    const v = s.double();
    if (v >= p) return 1;
    const u = s.double();
    const q = s.legacy ? 1 - exp(r * u) : -Math.expm1(r * u);
    if (v <= q * q) {
      const found = Math.floor(1 + log(v) / log(q));
      if (found >= 1 && v !== 0) return found;
    } else return v >= q ? 1 : 2;
  }
}

export function hypergeometric(s: Stream, good: number, bad: number, sample: number): number {
  if (s.legacy) return sample > 10 ? byRatio(s, good, bad, sample) : sample > 0 ? byUrn(s, good, bad, sample) : 0;
  return sample >= 10 && sample <= good + bad - 10 ? byRatio(s, good, bad, sample) : byDrawing(s, good, bad, sample);
}

function byUrn(s: Stream, good: number, bad: number, sample: number): number {
  const rest = bad + good - sample;
  const fewer = Math.min(bad, good);
  let left = fewer;
  for (let k = sample; left > 0 && k > 0; k--) left -= Math.floor(s.double() + left / (rest + k));
  return good > bad ? sample - (fewer - left) : fewer - left;
}

function byDrawing(s: Stream, good: number, bad: number, sample: number): number {
  let total = good + bad;
  const many = sample > Math.floor(total / 2);
  let todo = many ? total - sample : sample;
  let left = good;
  while (todo > 0 && left > 0 && total > left) {
    total--;
    if (s.masked(total) < left) left--;
    todo--;
  }
  if (total === left) left -= todo;
  return many ? left : good - left;
}

/** E. Stadlober, "The ratio of uniforms approach for generating discrete random variates", 1990. */
function byRatio(s: Stream, good: number, bad: number, sample: number): number {
  const all = good + bad;
  const [few, many] = [Math.min(good, bad), Math.max(good, bad)];
  const count = Math.min(sample, all - sample);
  const share = few / all;
  const other = s.legacy ? 1 - share : many / all;
  const middle = count * share + 0.5;
  const taken = s.legacy ? sample : count;
  const width = Math.sqrt(((all - count) * taken * share * other) / (all - 1) + 0.5);
  const reach = 1.7155277699214135 * width + 0.8989161620588988;
  const mode = Math.floor(((count + 1) * (few + 1)) / (all + 2));
  const weight = (k: number): number =>
    logGamma(k + 1) + logGamma(few - k + 1) + logGamma(count - k + 1) + logGamma(many - count + k + 1);
  const top = weight(mode);
  const bound = Math.min(Math.min(count, few) + 1, Math.floor(middle + 16 * width));
  let found: number;
  for (;;) {
    const x = s.double();
    const y = s.double();
    const w = middle + (reach * (y - 0.5)) / x;
    if (w < 0 || w >= bound) continue;
    found = Math.floor(w);
    const t = top - weight(found);
    if (x * (4 - x) - 3 <= t) break;
    if (x * (x - t) >= 1) continue;
    if (2 * log(x) <= t) break;
  }
  if (good > bad) found = count - found;
  return count < sample ? good - found : found;
}
