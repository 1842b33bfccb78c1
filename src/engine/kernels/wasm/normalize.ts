/**
 * Normalisation to mean 0 and variance 1, and its derivative, for layer, group, instance and batch norm alike: the
 * elements of group g are `parts` runs of `run` neighbours, the first at g * groupStep, each partStep after the last
 * (steps in elements). Layer norm has one part per group; batch norm has a part per image in each channel's group.
 */
import { squaresAround, sumOf } from './reduce';
import { horizontalSum, madd, nmadd, splat } from './support';

function sumT<T>(a: usize, n: i32): f64 {
  if (sizeof<T>() == 4) return sumOf(a, n);
  let total: f64 = 0;
  for (; n > 0; n--, a += 8) total += load<f64>(a);
  return total;
}

function squaresT<T>(a: usize, n: i32, mean: f64): f64 {
  if (sizeof<T>() == 4) return squaresAround(a, n, <f32>mean);
  let total: f64 = 0;
  for (; n > 0; n--, a += 8) {
    const d = load<f64>(a) - mean;
    total += d * d;
  }
  return total;
}

/** out = (x - shift) * scale. */
function centre<T>(x: usize, out: usize, n: i32, scale: f64, shift: f64): void {
  if (sizeof<T>() == 4) {
    const s = splat(<f32>scale);
    const t = splat(<f32>shift);
    for (; n >= 4; n -= 4, x += 16, out += 16) v128.store(out, f32x4.mul(f32x4.sub(v128.load(x), t), s));
  }
  for (; n > 0; n--, x += sizeof<T>(), out += sizeof<T>()) store<T>(out, ((load<T>(x) - <T>shift) * <T>scale) as T);
}

/** Writes (x - mean) / sqrt(variance + eps), and per group the mean, the biased variance and the inverse deviation. */
function normalize<T>(
  x: usize, out: usize, means: usize, variances: usize, inverses: usize,
  groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32, eps: f64,
): void {
  const size = sizeof<T>();
  const count = <f64>parts * <f64>run;
  const step = partStep * size;
  for (let g = 0; g < groups; g++, means += size, variances += size, inverses += size) {
    const first = <usize>(g * groupStep) * size;
    let sum: f64 = 0;
    let p = x + first;
    for (let i = 0; i < parts; i++, p += step) sum += sumT<T>(p, run);
    const exact = sum / count;
    const mean = <f64>(<T>exact);
    let squares: f64 = 0;
    p = x + first;
    for (let i = 0; i < parts; i++, p += step) squares += squaresT<T>(p, run, mean);
    const off = exact - mean;
    const variance = max<f64>(0, squares / count - off * off);
    const inverse = 1 / sqrt<f64>(variance + eps);
    store<T>(means, <T>mean);
    store<T>(variances, <T>variance);
    store<T>(inverses, <T>inverse);
    p = first;
    for (let i = 0; i < parts; i++, p += step) centre<T>(x + p, out + p, run, inverse, mean);
  }
}
export function normalize_f32(x: usize, out: usize, means: usize, variances: usize, inverses: usize, groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32, eps: f64): void {
  normalize<f32>(x, out, means, variances, inverses, groups, groupStep, parts, partStep, run, eps);
}
export function normalize_f64(x: usize, out: usize, means: usize, variances: usize, inverses: usize, groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32, eps: f64): void {
  normalize<f64>(x, out, means, variances, inverses, groups, groupStep, parts, partStep, run, eps);
}

/** Σ g y of n neighbours. */
function dot<T>(g: usize, y: usize, n: i32): f64 {
  let total: f64 = 0;
  if (sizeof<T>() == 4) {
    while (n >= 4) {
      let s = splat(0);
      const blocks = min(n >> 2, 64);
      for (let i = 0; i < blocks; i++, g += 16, y += 16) s = madd(v128.load(g), v128.load(y), s);
      n -= blocks << 2;
      total += <f64>horizontalSum(s);
    }
  }
  for (; n > 0; n--, g += sizeof<T>(), y += sizeof<T>()) total += <f64>load<T>(g) * <f64>load<T>(y);
  return total;
}

/** out = (g - mean(g) - y · mean(g · y)) · inverse, with y the normalised output (Ioffe and Szegedy, 2015, section 3). */
function backward<T>(
  g: usize, y: usize, inverses: usize, out: usize,
  groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32,
): void {
  const size = sizeof<T>();
  const count = <f64>parts * <f64>run;
  const step = partStep * size;
  for (let group = 0; group < groups; group++, inverses += size) {
    const first = <usize>(group * groupStep) * size;
    let sum: f64 = 0;
    let product: f64 = 0;
    let p = first;
    for (let i = 0; i < parts; i++, p += step) {
      sum += sumT<T>(g + p, run);
      product += dot<T>(g + p, y + p, run);
    }
    const mean = <T>(sum / count);
    const slope = <T>(product / count);
    const inverse = load<T>(inverses);
    p = first;
    for (let i = 0; i < parts; i++, p += step) {
      let q = p;
      let n = run;
      if (size == 4) {
        const m = splat(<f32>mean);
        const s = splat(<f32>slope);
        const r = splat(<f32>inverse);
        for (; n >= 4; n -= 4, q += 16) {
          const centred = nmadd(v128.load(y + q), s, f32x4.sub(v128.load(g + q), m));
          v128.store(out + q, f32x4.mul(centred, r));
        }
      }
      for (; n > 0; n--, q += size) store<T>(out + q, ((load<T>(g + q) - mean - load<T>(y + q) * slope) * inverse) as T);
    }
  }
}
export function normalize_backward_f32(g: usize, y: usize, inverses: usize, out: usize, groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32): void {
  backward<f32>(g, y, inverses, out, groups, groupStep, parts, partStep, run);
}
export function normalize_backward_f64(g: usize, y: usize, inverses: usize, out: usize, groups: i32, groupStep: i32, parts: i32, partStep: i32, run: i32): void {
  backward<f64>(g, y, inverses, out, groups, groupStep, parts, partStep, run);
}
