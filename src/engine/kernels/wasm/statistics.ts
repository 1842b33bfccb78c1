/** Variance, and running sums, products and extremes, along the middle of a contiguous [outer, n, inner]. */
import { Scan } from './opcodes';
import { exp64, log1p64 } from './math_f64';
import { squaresAround, sumOf } from './reduce';

/** Two passes in float64; the squared deviations are divided by max(0, n - correction). */
function variance<T>(a: usize, means: usize, variances: usize, correction: f64, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner * sizeof<T>();
  const divisor = max<f64>(0, <f64>n - correction);
  for (let o = 0; o < outer; o++, a += n * stride) {
    for (let i = 0; i < inner; i++, means += sizeof<T>(), variances += sizeof<T>()) {
      const first = a + i * sizeof<T>();
      let sum: f64 = 0;
      let p = first;
      for (let k = 0; k < n; k++, p += stride) sum += <f64>load<T>(p);
      const mean = sum / n;
      let squares: f64 = 0;
      let rest: f64 = 0;
      p = first;
      for (let k = 0; k < n; k++, p += stride) {
        const d = <f64>load<T>(p) - mean;
        squares += d * d;
        rest += d;
      }
      store<T>(means, <T>mean);
      // `rest` is 0 but for rounding of the mean.
      store<T>(variances, <T>((squares - (rest * rest) / n) / divisor));
    }
  }
}
export function variance_f32(a: usize, means: usize, variances: usize, correction: f64, outer: i32, n: i32, inner: i32): void {
  if (inner != 1 || n == 0) return variance<f32>(a, means, variances, correction, outer, n, inner);
  const divisor = max<f64>(0, <f64>n - correction);
  for (let o = 0; o < outer; o++, a += <usize>n << 2, means += 4, variances += 4) {
    const mean = sumOf(a, n) / n;
    // Deviations are taken from the mean rounded to float32; what that adds is known exactly.
    const rounded = <f32>mean;
    const off = mean - <f64>rounded;
    store<f32>(means, rounded);
    store<f32>(variances, <f32>(max<f64>(0, squaresAround(a, n, rounded) - n * off * off) / divisor));
  }
}
export function variance_f64(a: usize, means: usize, variances: usize, correction: f64, outer: i32, n: i32, inner: i32): void { variance<f64>(a, means, variances, correction, outer, n, inner); }

@inline
function logAddExp(x: f64, y: f64): f64 {
  const m = max(x, y);
  return abs(m) == Infinity || x == -Infinity ? m : m + log1p64(exp64(-abs(x - y)));
}

/** A is the type to accumulate in. */
function scan<T, A>(code: i32, a: usize, out: usize, indices: usize, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let at = <usize>(o * n) * stride + i * sizeof<T>();
      let y = (code == Scan.cumprod ? 1 : 0) as A;
      let position: i64 = 0;
      for (let k = 0; k < n; k++, at += stride) {
        const x = load<T>(a + at) as A;
        if (code == Scan.cumsum) y = (y + x) as A;
        else if (code == Scan.cumprod) y = (y * x) as A;
        else if (code == Scan.logcumsumexp) y = (k == 0 ? x : (logAddExp(<f64>y, <f64>x) as A)) as A;
        else {
          // The latest of equal elements, and NaN for ever once met, as PyTorch.
          const better = k == 0 || (code == Scan.cummax ? x >= y : x <= y) || (isFloat<T>() && x != x);
          if (better && !(isFloat<T>() && k > 0 && y != y && x == x)) {
            y = x;
            position = k;
          }
          store<i64>(indices + (at / sizeof<T>()) * 8, position);
        }
        store<T>(out + at, y as T);
      }
    }
  }
}
export function scan_f32(code: i32, a: usize, out: usize, indices: usize, outer: i32, n: i32, inner: i32): void { scan<f32, f64>(code, a, out, indices, outer, n, inner); }
export function scan_f64(code: i32, a: usize, out: usize, indices: usize, outer: i32, n: i32, inner: i32): void { scan<f64, f64>(code, a, out, indices, outer, n, inner); }
export function scan_i32(code: i32, a: usize, out: usize, indices: usize, outer: i32, n: i32, inner: i32): void { scan<i32, i32>(code, a, out, indices, outer, n, inner); }
export function scan_i64(code: i32, a: usize, out: usize, indices: usize, outer: i32, n: i32, inner: i32): void { scan<i64, i64>(code, a, out, indices, outer, n, inner); }
