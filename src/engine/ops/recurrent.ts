/**
 * One direction of one recurrent layer over all its steps, composed of differentiable operations: RNN, LSTM and GRU.
 * Where recurrent-fused.ts can, it does the work.
 */
import { expose } from '../core/expose';
import type { Tensor } from '../core/tensor';
import { relu, sigmoid, tanh } from './activations';
import { cat } from './indexing';
import { linear } from './matmul';
import { add, mul, named, sub } from './math';
import { fusedLayer, isFusable, type Layer, type LayerOutputs } from './recurrent-fused';
import { select, slice, unsqueeze } from './view';

type Mode = 0 | 1 | 2 | 3; // tanh, relu, LSTM, GRU

interface Step {
  readonly hidden: Tensor;
  readonly cell: Tensor | null;
}

/** The `index`-th of equal parts of the last dimension, `width` wide. */
const part = (a: Tensor, index: number, width: number): Tensor => slice(a, a.rank - 1, index * width, width, 1);

/** `input` is W_ih x + b_ih of one step; `state` W_hh h + b_hh. */
function advance(mode: Mode, input: Tensor, state: Tensor, { hidden, cell }: Step): Step {
  const width = hidden.sizes[hidden.rank - 1] as number;
  if (mode === 0) return { hidden: tanh(add(input, state)), cell: null };
  if (mode === 1) return { hidden: relu(add(input, state)), cell: null };
  if (mode === 2) {
    const gates = add(input, state);
    const own = cell?.sizes[cell.rank - 1] ?? width;
    const kept = mul(sigmoid(part(gates, 1, own)), cell as Tensor);
    const next = add(kept, mul(sigmoid(part(gates, 0, own)), tanh(part(gates, 2, own))));
    return { hidden: mul(sigmoid(part(gates, 3, own)), tanh(next)), cell: next };
  }
  const reset = sigmoid(add(part(input, 0, width), part(state, 0, width)));
  const update = sigmoid(add(part(input, 1, width), part(state, 1, width)));
  const fresh = tanh(add(part(input, 2, width), mul(reset, part(state, 2, width))));
  return { hidden: add(mul(sub(hidden, fresh), update), fresh), cell: null };
}

/** One step for a cell: gives the new hidden state, and for the LSTM the new cell. */
expose('recurrent_step', 'ittto', (mode: Mode, input: Tensor, state: Tensor, hidden: Tensor, cell: Tensor | null) => {
  const next = advance(mode, input, state, { hidden, cell });
  return next.cell === null ? next.hidden : [next.hidden, next.cell];
});

function composedLayer(
  mode: Mode,
  { inputs, hidden, cell, weight, bias, reversed }: Layer,
  projection: Tensor | null,
): LayerOutputs {
  const steps = inputs.sizes[0] as number;
  const outputs = new Array<Tensor>(steps);
  let state: Step = { hidden, cell };
  for (let i = 0; i < steps; i++) {
    const at = reversed ? steps - 1 - i : i;
    const next = advance(mode, select(inputs, 0, at), linear(state.hidden, weight, bias), state);
    state = projection === null ? next : { hidden: linear(next.hidden, projection, null), cell: next.cell };
    outputs[at] = unsqueeze(state.hidden, 0);
  }
  const all = named(cat(outputs, 0), 'StackBackward0');
  return state.cell === null ? [all, state.hidden] : [all, state.hidden, state.cell];
}

/**
 * mode, reversed, inputs W_ih x + b_ih [T, B, gates], first hidden [B, H] (and cell), W_hh, b_hh or 0, projection or 0.
 * Gives outputs [T, B, H], the last hidden state, and for the LSTM the last cell.
 */
expose(
  'recurrent_layer',
  'ibttotoo',
  (
    mode: Mode,
    reversed: boolean,
    inputs: Tensor,
    hidden: Tensor,
    cell: Tensor | null,
    weight: Tensor,
    bias: Tensor | null,
    projection: Tensor | null,
  ) => {
    const layer: Layer = { inputs, hidden, cell, weight, bias, reversed };
    const slow = (given: Layer): LayerOutputs => composedLayer(mode, given, projection);
    return mode >= 2 && projection === null && isFusable(layer) ? fusedLayer(layer, slow) : slow(layer);
  },
);
