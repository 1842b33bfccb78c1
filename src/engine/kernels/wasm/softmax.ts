/** softmax, log_softmax, their derivatives and cross entropy, along the middle of a contiguous [outer, n, inner]. */
import { exp4, log4 } from './math_f32';
import { exp64, log64 } from './math_f64';
import { horizontalSum, lane0, madd, nmadd, splat } from './support';

@inline function loadLanes(p: usize, full: bool): v128 { return full ? v128.load(p) : v128.load32_splat(p); }
@inline function storeLanes(p: usize, x: v128, full: bool): void {
  if (full) v128.store(p, x);
  else v128.store_lane<f32>(p, x, 0);
}

function rowMax(a: usize, n: i32): f32 {
  let m = splat(-Infinity);
  for (; n >= 4; n -= 4, a += 16) m = f32x4.max(m, v128.load(a));
  for (; n > 0; n--, a += 4) m = f32x4.max(m, v128.load32_splat(a));
  m = f32x4.max(m, v128.shuffle<i64>(m, m, 1, 0));
  return lane0(f32x4.max(m, v128.shuffle<i32>(m, m, 1, 0, 3, 2)));
}

/** out = exp(a - m); returns the sum. `out` may be 0 when only the sum is wanted. */
function rowExp(a: usize, out: usize, n: i32, m: f32): f32 {
  const shift = splat(m);
  let sum = splat(0);
  let i: usize = 0;
  for (; n >= 4; n -= 4, i += 16) {
    const e = exp4(f32x4.sub(v128.load(a + i), shift));
    sum = f32x4.add(sum, e);
    if (out) v128.store(out + i, e);
  }
  let total = horizontalSum(sum);
  for (; n > 0; n--, i += 4) {
    const e = exp4(f32x4.sub(v128.load32_splat(a + i), shift));
    total += lane0(e);
    if (out) v128.store_lane<f32>(out + i, e, 0);
  }
  return total;
}

@inline function logOf(x: f32): f32 { return lane0(log4(splat(x))); }

/** x -> x * scale + shift. */
function rowAffine(a: usize, out: usize, n: i32, scale: f32, shift: f32): void {
  const s = splat(scale);
  const t = splat(shift);
  for (; n >= 4; n -= 4, a += 16, out += 16) v128.store(out, madd(v128.load(a), s, t));
  for (; n > 0; n--, a += 4, out += 4) v128.store_lane<f32>(out, madd(v128.load32_splat(a), s, t), 0);
}

function softmaxRow(a: usize, out: usize, n: i32, log: i32): void {
  const m = rowMax(a, n);
  if (log) {
    // x - m first, as PyTorch: the large parts cancel before the logarithm is taken off.
    const total = logOf(rowExp(a, 0, n, m));
    const shift = splat(m);
    const rest = splat(total);
    for (; n >= 4; n -= 4, a += 16, out += 16) v128.store(out, f32x4.sub(f32x4.sub(v128.load(a), shift), rest));
    for (; n > 0; n--, a += 4, out += 4) store<f32>(out, load<f32>(a) - m - total);
  } else {
    rowAffine(out, out, n, 1 / rowExp(a, out, n, m), 0);
  }
}

/** Four neighbouring columns, or one. */
@inline
function softmaxColumns(a: usize, out: usize, n: i32, stride: usize, log: i32, full: bool): void {
  let m = splat(-Infinity);
  let p: usize = 0;
  for (let k = 0; k < n; k++, p += stride) m = f32x4.max(m, loadLanes(a + p, full));
  let sum = splat(0);
  p = 0;
  for (let k = 0; k < n; k++, p += stride) {
    const e = exp4(f32x4.sub(loadLanes(a + p, full), m));
    sum = f32x4.add(sum, e);
    if (!log) storeLanes(out + p, e, full);
  }
  const last = log ? log4(sum) : f32x4.div(splat(1), sum);
  p = 0;
  for (let k = 0; k < n; k++, p += stride) {
    const y = log ? f32x4.sub(f32x4.sub(loadLanes(a + p, full), m), last) : f32x4.mul(loadLanes(out + p, full), last);
    storeLanes(out + p, y, full);
  }
}

export function softmax_f32(a: usize, out: usize, log: i32, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner << 2;
  for (let o = 0; o < outer; o++, a += n * stride, out += n * stride) {
    if (inner == 1) {
      softmaxRow(a, out, n, log);
      continue;
    }
    let i = 0;
    for (; i + 4 <= inner; i += 4) softmaxColumns(a + (<usize>i << 2), out + (<usize>i << 2), n, stride, log, true);
    for (; i < inner; i++) softmaxColumns(a + (<usize>i << 2), out + (<usize>i << 2), n, stride, log, false);
  }
}

export function softmax_f64(a: usize, out: usize, log: i32, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner << 3;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const first = <usize>(o * n) * stride + (<usize>i << 3);
      const end = first + n * stride;
      let m: f64 = -Infinity;
      for (let p = first; p < end; p += stride) m = max(m, load<f64>(a + p));
      let sum: f64 = 0;
      for (let p = first; p < end; p += stride) sum += exp64(load<f64>(a + p) - m);
      const logSum = log64(sum);
      for (let p = first; p < end; p += stride) {
        const x = load<f64>(a + p) - m;
        store<f64>(out + p, log ? x - logSum : exp64(x) / sum);
      }
    }
  }
}

/** softmax: y (g - Σ g y); log_softmax: g - exp(y) Σ g. */
function backward<T>(g: usize, y: usize, out: usize, log: i32, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const first = <usize>(o * n) * stride + i * sizeof<T>();
      const end = first + n * stride;
      let sum: f64 = 0;
      for (let p = first; p < end; p += stride) sum += log ? <f64>load<T>(g + p) : <f64>load<T>(g + p) * <f64>load<T>(y + p);
      for (let p = first; p < end; p += stride) {
        const gp = <f64>load<T>(g + p);
        const yp = <f64>load<T>(y + p);
        store<T>(out + p, <T>(log ? gp - exp64(yp) * sum : yp * (gp - sum)));
      }
    }
  }
}

function backwardRow(g: usize, y: usize, out: usize, log: i32, n: i32): void {
  let sum = splat(0);
  let total: f32 = 0;
  let k = 0;
  let p: usize = 0;
  for (; k + 4 <= n; k += 4, p += 16) sum = log ? f32x4.add(sum, v128.load(g + p)) : madd(v128.load(g + p), v128.load(y + p), sum);
  for (; k < n; k++, p += 4) total += log ? load<f32>(g + p) : load<f32>(g + p) * load<f32>(y + p);
  const s = splat(total + horizontalSum(sum));
  p = 0;
  for (k = 0; k < n; k += 4, p += 16) {
    const full = k + 4 <= n;
    // The last lanes one by one.
    const rest = full ? 1 : n - k;
    for (let j = 0; j < rest; j++) {
      const q = p + (<usize>j << 2);
      const gp = loadLanes(g + q, full);
      const yp = loadLanes(y + q, full);
      storeLanes(out + q, log ? nmadd(exp4(yp), s, gp) : f32x4.mul(yp, f32x4.sub(gp, s)), full);
    }
  }
}

export function softmax_backward_f32(g: usize, y: usize, out: usize, log: i32, outer: i32, n: i32, inner: i32): void {
  if (inner != 1) return backward<f32>(g, y, out, log, outer, n, inner);
  const row = <usize>n << 2;
  for (let o = 0; o < outer; o++, g += row, y += row, out += row) backwardRow(g, y, out, log, n);
}
export function softmax_backward_f64(g: usize, y: usize, out: usize, log: i32, outer: i32, n: i32, inner: i32): void {
  backward<f64>(g, y, out, log, outer, n, inner);
}

/** Loss per row and softmax(logits); the row of the first label outside [0, columns), or -1. */
function crossEntropy<T>(logits: usize, labels: usize, losses: usize, probabilities: usize, rows: i32, columns: i32, ignored: i32): i32 {
  const row = <usize>columns * sizeof<T>();
  for (let r = 0; r < rows; r++, logits += row, probabilities += row, losses += sizeof<T>()) {
    const label = load<i64>(labels + (<usize>r << 3));
    if (label != ignored && (label < 0 || label >= columns)) return r;
    let loss = 0 as T;
    const at = <usize>label * sizeof<T>();
    if (sizeof<T>() == 4) {
      const m = rowMax(logits, columns);
      const x = label == ignored ? m : load<f32>(logits + at);
      const sum = rowExp(logits, probabilities, columns, m);
      rowAffine(probabilities, probabilities, columns, 1 / sum, 0);
      loss = (logOf(sum) - (x - m)) as T;
    } else {
      let m: f64 = -Infinity;
      for (let p: usize = 0; p < row; p += 8) m = max(m, load<f64>(logits + p));
      const x = label == ignored ? m : load<f64>(logits + at);
      let sum: f64 = 0;
      for (let p: usize = 0; p < row; p += 8) {
        const e = exp64(load<f64>(logits + p) - m);
        sum += e;
        store<f64>(probabilities + p, e);
      }
      for (let p: usize = 0; p < row; p += 8) store<f64>(probabilities + p, load<f64>(probabilities + p) / sum);
      loss = (log64(sum) - (x - m)) as T;
    }
    store<T>(losses, label == ignored ? (0 as T) : loss);
  }
  return -1;
}
export function cross_entropy_f32(logits: usize, labels: usize, losses: usize, probabilities: usize, rows: i32, columns: i32, ignored: i32): i32 {
  return crossEntropy<f32>(logits, labels, losses, probabilities, rows, columns, ignored);
}
export function cross_entropy_f64(logits: usize, labels: usize, losses: usize, probabilities: usize, rows: i32, columns: i32, ignored: i32): i32 {
  return crossEntropy<f64>(logits, labels, losses, probabilities, rows, columns, ignored);
}

/**
 * The mean of the losses of rows that are not ignored, and 1 / how many those are. Sums of 2^bits losses are added to the
 * next level's, as in PyTorch's nll_loss (ATen/native/LossNLL.cpp), so that the last digits agree.
 */
function keptMean<T>(losses: usize, labels: usize, mean: usize, share: usize, rows: i32, ignored: i32): void {
  let log2 = 0;
  while (1 << log2 < rows) log2++;
  const bits = max(4, log2 / 8);
  const mask = (1 << bits) - 1;
  // PyTorch has eight levels; four are enough for every batch that fits into memory.
  let s0 = 0 as T, s1 = 0 as T, s2 = 0 as T, s3 = 0 as T;
  let kept = 0;
  for (let r = 0; r < rows; r++, losses += sizeof<T>()) {
    if (load<i64>(labels + (<usize>r << 3)) == ignored) continue;
    kept++;
    s0 += load<T>(losses);
    if (r & mask) continue;
    s1 += s0;
    s0 = 0 as T;
    if ((r >> bits) & mask) continue;
    s2 += s1;
    s1 = 0 as T;
    if ((r >> (2 * bits)) & mask) continue;
    s3 += s2;
    s2 = 0 as T;
  }
  store<T>(mean, ((s0 + s1 + s2 + s3) / (kept as T)) as T);
  store<T>(share, (1 / (kept as T)) as T);
}
export function kept_mean_f32(losses: usize, labels: usize, mean: usize, share: usize, rows: i32, ignored: i32): void {
  keptMean<f32>(losses, labels, mean, share, rows, ignored);
}
export function kept_mean_f64(losses: usize, labels: usize, mean: usize, share: usize, rows: i32, ignored: i32): void {
  keptMean<f64>(losses, labels, mean, share, rows, ignored);
}

/** (probabilities - onehot) * scale * share; `step` is the distance of a row's scale from the one before, in bytes; no share is 0. */
function crossEntropyBackward<T>(probabilities: usize, labels: usize, scale: usize, step: usize, share: usize, out: usize, rows: i32, columns: i32, ignored: i32): void {
  const part = share ? load<T>(share) : (1 as T);
  const row = <usize>columns * sizeof<T>();
  for (let r = 0; r < rows; r++, labels += 8, scale += step, probabilities += row, out += row) {
    const label = load<i64>(labels);
    if (label == ignored) {
      memory.fill(out, 0, row);
      continue;
    }
    const s = (load<T>(scale) * part) as T;
    if (sizeof<T>() == 4) rowAffine(probabilities, out, columns, <f32>s, 0);
    else for (let p: usize = 0; p < row; p += 8) store<f64>(out + p, load<f64>(probabilities + p) * <f64>s);
    const at = out + <usize>label * sizeof<T>();
    store<T>(at, load<T>(at) - s);
  }
}
export function cross_entropy_backward_f32(probabilities: usize, labels: usize, scale: usize, step: usize, share: usize, out: usize, rows: i32, columns: i32, ignored: i32): void {
  crossEntropyBackward<f32>(probabilities, labels, scale, step, share, out, rows, columns, ignored);
}
export function cross_entropy_backward_f64(probabilities: usize, labels: usize, scale: usize, step: usize, share: usize, out: usize, rows: i32, columns: i32, ignored: i32): void {
  crossEntropyBackward<f64>(probabilities, labels, scale, step, share, out, rows, columns, ignored);
}
