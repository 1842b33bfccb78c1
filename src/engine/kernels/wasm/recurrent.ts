/**
 * One step of an LSTM or a GRU after its matrix products, and the derivative of that step, for rows × width states in
 * float32. Gates of a row lie one after the other, `width` each.
 */
import { sigmoid4, tanh4 } from './math_f32';
import { lane0, madd, nmadd, splat } from './support';

/** Four numbers, or one where less than four of a row are left. */
@inline
function get(at: usize, four: bool): v128 {
  return four ? v128.load(at) : v128.load32_splat(at);
}

@inline
function put(at: usize, x: v128, four: bool): void {
  if (four) v128.store(at, x);
  else store<f32>(at, lane0(x));
}

@inline
function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** d · y (1 - y): the gradient before a sigmoid with value y. */
@inline
function beforeSigmoid(d: v128, y: v128): v128 {
  return mul(d, nmadd(y, y, y));
}

/** d · (1 - y²): the gradient before a tanh with value y. */
@inline
function beforeTanh(d: v128, y: v128): v128 {
  return nmadd(mul(d, y), y, d);
}

@inline
function lstm(i: usize, f: usize, g: usize, o: usize, cell: usize, next: usize, hidden: usize, four: bool): void {
  const input = sigmoid4(get(i, four));
  const forget = sigmoid4(get(f, four));
  const fresh = tanh4(get(g, four));
  const output = sigmoid4(get(o, four));
  const state = madd(forget, get(cell, four), mul(input, fresh));
  put(i, input, four);
  put(f, forget, four);
  put(g, fresh, four);
  put(o, output, four);
  put(next, state, four);
  put(hidden, mul(output, tanh4(state)), four);
}

/** `gates` [rows, 4 · width] in the order i, f, g, o: sums in, values of the gates out. */
export function lstm_step(gates: usize, cell: usize, next: usize, hidden: usize, rows: i32, width: i32): void {
  const w = <usize>width << 2;
  for (; rows > 0; rows--, gates += 3 * w) {
    let n = width;
    for (; n >= 4; n -= 4, gates += 16, cell += 16, next += 16, hidden += 16)
      lstm(gates, gates + w, gates + 2 * w, gates + 3 * w, cell, next, hidden, true);
    for (; n > 0; n--, gates += 4, cell += 4, next += 4, hidden += 4)
      lstm(gates, gates + w, gates + 2 * w, gates + 3 * w, cell, next, hidden, false);
  }
}

@inline
function lstmBack(at: usize, w: usize, to: usize, cell: usize, next: usize, gradHidden: usize, gradCell: usize, four: bool): void {
  const input = get(at, four);
  const forget = get(at + w, four);
  const fresh = get(at + 2 * w, four);
  const output = get(at + 3 * w, four);
  const shown = tanh4(get(next, four));
  const grad = get(gradHidden, four);
  const d = f32x4.add(get(gradCell, four), beforeTanh(mul(grad, output), shown));
  put(to, beforeSigmoid(mul(d, fresh), input), four);
  put(to + w, beforeSigmoid(mul(d, get(cell, four)), forget), four);
  put(to + 2 * w, beforeTanh(mul(d, input), fresh), four);
  put(to + 3 * w, beforeSigmoid(mul(grad, shown), output), four);
  put(gradCell, mul(d, forget), four);
}

/** `gradCell` is the gradient of `next` before and of `cell` after; `gradGates` gets that of the sums. */
export function lstm_step_backward(
  gates: usize, cell: usize, next: usize, gradHidden: usize, gradCell: usize, gradGates: usize, rows: i32, width: i32,
): void {
  const w = <usize>width << 2;
  for (; rows > 0; rows--, gates += 3 * w, gradGates += 3 * w) {
    let n = width;
    for (; n >= 4; n -= 4, gates += 16, gradGates += 16, cell += 16, next += 16, gradHidden += 16, gradCell += 16)
      lstmBack(gates, w, gradGates, cell, next, gradHidden, gradCell, true);
    for (; n > 0; n--, gates += 4, gradGates += 4, cell += 4, next += 4, gradHidden += 4, gradCell += 4)
      lstmBack(gates, w, gradGates, cell, next, gradHidden, gradCell, false);
  }
}

@inline
function gru(x: usize, s: usize, w: usize, hidden: usize, gates: usize, next: usize, four: bool): void {
  const reset = sigmoid4(f32x4.add(get(x, four), get(s, four)));
  const update = sigmoid4(f32x4.add(get(x + w, four), get(s + w, four)));
  const fresh = tanh4(madd(reset, get(s + 2 * w, four), get(x + 2 * w, four)));
  put(gates, reset, four);
  put(gates + w, update, four);
  put(gates + 2 * w, fresh, four);
  put(next, madd(f32x4.sub(get(hidden, four), fresh), update, fresh), four);
}

/** `inputs` and `state` [rows, 3 · width] are the products with the input and with `hidden`; `gates` gets r, z, n. */
export function gru_step(inputs: usize, state: usize, hidden: usize, gates: usize, next: usize, rows: i32, width: i32): void {
  const w = <usize>width << 2;
  for (; rows > 0; rows--, inputs += 2 * w, state += 2 * w, gates += 2 * w) {
    let n = width;
    for (; n >= 4; n -= 4, inputs += 16, state += 16, gates += 16, hidden += 16, next += 16)
      gru(inputs, state, w, hidden, gates, next, true);
    for (; n > 0; n--, inputs += 4, state += 4, gates += 4, hidden += 4, next += 4)
      gru(inputs, state, w, hidden, gates, next, false);
  }
}

@inline
function gruBack(
  gates: usize, state: usize, w: usize, hidden: usize, grad: usize, gradHidden: usize, gradInputs: usize, gradState: usize, four: bool,
): void {
  const reset = get(gates, four);
  const update = get(gates + w, four);
  const fresh = get(gates + 2 * w, four);
  const d = get(grad, four);
  const dFresh = beforeTanh(mul(d, f32x4.sub(splat(1), update)), fresh);
  const dUpdate = beforeSigmoid(mul(d, f32x4.sub(get(hidden, four), fresh)), update);
  const dReset = beforeSigmoid(mul(dFresh, get(state + 2 * w, four)), reset);
  put(gradInputs, dReset, four);
  put(gradInputs + w, dUpdate, four);
  put(gradInputs + 2 * w, dFresh, four);
  put(gradState, dReset, four);
  put(gradState + w, dUpdate, four);
  put(gradState + 2 * w, mul(dFresh, reset), four);
  put(gradHidden, madd(d, update, get(gradHidden, four)), four);
}

/** `grad` is the gradient of the step's result; `gradHidden` gets what reaches `hidden` without a product added to it. */
export function gru_step_backward(
  gates: usize, state: usize, hidden: usize, grad: usize, gradHidden: usize, gradInputs: usize, gradState: usize, rows: i32, width: i32,
): void {
  const w = <usize>width << 2;
  for (; rows > 0; rows--, gates += 2 * w, state += 2 * w, gradInputs += 2 * w, gradState += 2 * w) {
    let n = width;
    for (; n >= 4; n -= 4, gates += 16, state += 16, gradInputs += 16, gradState += 16, hidden += 16, grad += 16, gradHidden += 16)
      gruBack(gates, state, w, hidden, grad, gradHidden, gradInputs, gradState, true);
    for (; n > 0; n--, gates += 4, state += 4, gradInputs += 4, gradState += 4, hidden += 4, grad += 4, gradHidden += 4)
      gruBack(gates, state, w, hidden, grad, gradHidden, gradInputs, gradState, false);
  }
}
