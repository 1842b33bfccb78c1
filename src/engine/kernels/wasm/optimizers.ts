/**
 * Adam and SGD for a whole list of parameters in one call, in PyTorch's order of operations. A table has one i32 record
 * per parameter: [parameter, gradient, first state, second state, third state, count], pointers or 0.
 */
import { madd, splat } from './support';

const RECORD: usize = 24;

/** Four values of T (float32) or one (float64, tails): the same formulas on both. */
@inline function ld<T>(p: usize, wide: bool): v128 {
  if (sizeof<T>() == 8) return v128.load64_splat(p);
  return wide ? v128.load(p) : v128.load32_splat(p);
}
@inline function st<T>(p: usize, x: v128, wide: bool): void {
  if (sizeof<T>() == 8) v128.store_lane<f64>(p, x, 0);
  else if (wide) v128.store(p, x);
  else v128.store_lane<f32>(p, x, 0);
}
@inline function add<T>(x: v128, y: v128): v128 { return v128.add<T>(x, y); }
@inline function sub<T>(x: v128, y: v128): v128 { return v128.sub<T>(x, y); }
@inline function mul<T>(x: v128, y: v128): v128 { return v128.mul<T>(x, y); }
/** x * y + z. */
@inline function mad<T>(x: v128, y: v128, z: v128): v128 {
  return sizeof<T>() == 4 ? madd(x, y, z) : f64x2.add(f64x2.mul(x, y), z);
}

function adam<T>(
  table: usize, count: i32, lr: f64, beta1: f64, beta2: f64, eps: f64, weightDecay: f64, decoupled: i32,
  correction1: f64, rootCorrection2: f64, maximize: i32,
): void {
  const oneMinus1 = v128.splat<T>(<T>(1 - beta1));
  const oneMinus2 = v128.splat<T>(<T>(1 - beta2));
  const b2 = v128.splat<T>(<T>beta2);
  const e = v128.splat<T>(<T>eps);
  // PyTorch divides by the root: a product differs in the last place at most and saves one division of two.
  const scale = v128.splat<T>(<T>(1 / rootCorrection2));
  const step = v128.splat<T>(<T>(-lr / correction1));
  const decay = v128.splat<T>(<T>weightDecay);
  const shrink = v128.splat<T>(<T>(decoupled ? 1 - lr * weightDecay : 1));
  const coupled = weightDecay != 0 && !decoupled;
  for (let r = 0; r < count; r++, table += RECORD) {
    let p = <usize>load<u32>(table);
    let g = <usize>load<u32>(table, 4);
    let m = <usize>load<u32>(table, 8);
    let v = <usize>load<u32>(table, 12);
    let top = <usize>load<u32>(table, 16);
    let n = load<i32>(table, 20);
    // The same step without the branches: a third less time.
    if (sizeof<T>() == 4 && !coupled && !maximize && !top) {
      for (let i = n >> 2; i > 0; i--) {
        const grad = v128.load(g);
        let mean = v128.load(m);
        mean = mad<T>(oneMinus1, sub<T>(grad, mean), mean);
        let square = v128.load(v);
        square = mad<T>(mul<T>(oneMinus2, grad), grad, mul<T>(square, b2));
        v128.store(m, mean);
        v128.store(v, square);
        const denominator = mad<T>(v128.sqrt<T>(square), scale, e);
        const parameter = mul<T>(v128.load(p), shrink);
        v128.store(p, add<T>(parameter, v128.div<T>(mul<T>(step, mean), denominator)));
        p += 16;
        g += 16;
        m += 16;
        v += 16;
      }
      n &= 3;
    }
    while (n > 0) {
      const wide = sizeof<T>() == 4 && n >= 4;
      const bytes: usize = wide ? 16 : sizeof<T>();
      for (let i = wide ? n >> 2 : n; i > 0; i--) {
        let grad = ld<T>(g, wide);
        let parameter = ld<T>(p, wide);
        if (maximize) grad = v128.neg<T>(grad);
        if (coupled) grad = mad<T>(parameter, decay, grad);
        parameter = mul<T>(parameter, shrink);
        let mean = ld<T>(m, wide);
        mean = mad<T>(oneMinus1, sub<T>(grad, mean), mean);
        let square = ld<T>(v, wide);
        square = mad<T>(mul<T>(oneMinus2, grad), grad, mul<T>(square, b2));
        st<T>(m, mean, wide);
        st<T>(v, square, wide);
        if (top) {
          square = v128.max<T>(ld<T>(top, wide), square);
          st<T>(top, square, wide);
          top += bytes;
        }
        const denominator = mad<T>(v128.sqrt<T>(square), scale, e);
        st<T>(p, add<T>(parameter, v128.div<T>(mul<T>(step, mean), denominator)), wide);
        p += bytes;
        g += bytes;
        m += bytes;
        v += bytes;
      }
      n = wide ? n & 3 : 0;
    }
  }
}
export function adam_f32(table: usize, count: i32, lr: f64, beta1: f64, beta2: f64, eps: f64, weightDecay: f64, decoupled: i32, correction1: f64, rootCorrection2: f64, maximize: i32): void {
  adam<f32>(table, count, lr, beta1, beta2, eps, weightDecay, decoupled, correction1, rootCorrection2, maximize);
}
export function adam_f64(table: usize, count: i32, lr: f64, beta1: f64, beta2: f64, eps: f64, weightDecay: f64, decoupled: i32, correction1: f64, rootCorrection2: f64, maximize: i32): void {
  adam<f64>(table, count, lr, beta1, beta2, eps, weightDecay, decoupled, correction1, rootCorrection2, maximize);
}

/** The first state is the momentum buffer; `first` sets it to the gradient. */
function sgd<T>(table: usize, count: i32, lr: f64, momentum: f64, dampening: f64, weightDecay: f64, nesterov: i32, maximize: i32, first: i32): void {
  const step = v128.splat<T>(<T>-lr);
  const decay = v128.splat<T>(<T>weightDecay);
  const keep = v128.splat<T>(<T>momentum);
  const take = v128.splat<T>(<T>(1 - dampening));
  for (let r = 0; r < count; r++, table += RECORD) {
    let p = <usize>load<u32>(table);
    let g = <usize>load<u32>(table, 4);
    let buffer = <usize>load<u32>(table, 8);
    let n = load<i32>(table, 20);
    while (n > 0) {
      const wide = sizeof<T>() == 4 && n >= 4;
      const bytes: usize = wide ? 16 : sizeof<T>();
      for (let i = wide ? n >> 2 : n; i > 0; i--) {
        let grad = ld<T>(g, wide);
        const parameter = ld<T>(p, wide);
        if (maximize) grad = v128.neg<T>(grad);
        if (weightDecay != 0) grad = mad<T>(parameter, decay, grad);
        if (buffer) {
          const velocity = first ? grad : mad<T>(ld<T>(buffer, wide), keep, mul<T>(grad, take));
          st<T>(buffer, velocity, wide);
          grad = nesterov ? mad<T>(velocity, keep, grad) : velocity;
          buffer += bytes;
        }
        st<T>(p, mad<T>(grad, step, parameter), wide);
        p += bytes;
        g += bytes;
      }
      n = wide ? n & 3 : 0;
    }
  }
}
export function sgd_f32(table: usize, count: i32, lr: f64, momentum: f64, dampening: f64, weightDecay: f64, nesterov: i32, maximize: i32, first: i32): void {
  sgd<f32>(table, count, lr, momentum, dampening, weightDecay, nesterov, maximize, first);
}
export function sgd_f64(table: usize, count: i32, lr: f64, momentum: f64, dampening: f64, weightDecay: f64, nesterov: i32, maximize: i32, first: i32): void {
  sgd<f64>(table, count, lr, momentum, dampening, weightDecay, nesterov, maximize, first);
}
