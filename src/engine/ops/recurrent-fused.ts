/**
 * A whole LSTM or GRU layer in float32 as one node of the graph: a product and a gate kernel for each step, and one product
 * over all steps for the weight's gradient. Other dtypes, projections and second derivatives are left to recurrent.ts.
 */
import { isTracked, track, type Grad } from '../core/autograd';
import { gradientsOf } from '../core/backward';
import { fail } from '../core/errors';
import { sameSizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { packed, zeros } from './create';

/** What a layer starts from: `inputs` is W_ih x + b_ih [T, B, gates · H]; hidden and cell are [B, H]. */
export interface Layer {
  readonly inputs: Tensor;
  readonly hidden: Tensor;
  /** The LSTM's; the GRU has none. */
  readonly cell: Tensor | null;
  readonly weight: Tensor;
  readonly bias: Tensor | null;
  readonly reversed: boolean;
}

/** Outputs [T, B, H], the last hidden state, and for the LSTM the last cell. */
export type LayerOutputs = readonly Tensor[];

export function isFusable({ inputs, hidden, cell, weight, bias }: Layer): boolean {
  const [steps = 0] = inputs.sizes;
  const [batch = 0, width = 0] = hidden.sizes;
  const columns = (cell === null ? 3 : 4) * width;
  return (
    [inputs, hidden, cell, weight, bias].every(
      (each) => each === null || (each.dtype === 'float32' && each.backend === inputs.backend),
    ) &&
    steps * batch * width > 0 &&
    sameSizes(inputs.sizes, [steps, batch, columns]) &&
    sameSizes(hidden.sizes, [batch, width]) &&
    sameSizes(weight.sizes, [columns, width]) &&
    (cell === null || sameSizes(cell.sizes, hidden.sizes)) &&
    (bias === null || sameSizes(bias.sizes, [columns]))
  );
}

/** Where a step finds its inputs, and the states before and after it, among those of all steps in the order of time. */
interface Place {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function placesOf({ inputs, reversed }: Layer): Place[] {
  const steps = inputs.sizes[0] as number;
  return Array.from({ length: steps }, (_, i) =>
    reversed ? { at: steps - 1 - i, before: steps - i, after: steps - 1 - i } : { at: i, before: i, after: i + 1 },
  );
}

/** The `index`-th matrix, or `count` of them from there on. */
function row(a: Tensor, index: number): Tensor {
  const [, rows, columns] = a.sizes as [number, number, number];
  return alias(a, [rows, columns], [columns, 1], a.offset + index * rows * columns);
}
function rowsFrom(a: Tensor, index: number, count: number): Tensor {
  const [, rows, columns] = a.sizes as [number, number, number];
  return alias(a, [count, rows, columns], a.strides, a.offset + index * rows * columns);
}

function copyOf(a: Tensor): Tensor {
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.copy(a, out);
  return out;
}

const PLAIN = { transposeA: false, transposeB: false, accumulate: false, relu: false };

/** `slow` composes the same layer of differentiable operations. */
export function fusedLayer(layer: Layer, slow: (layer: Layer) => LayerOutputs): LayerOutputs {
  const { inputs, hidden, cell, weight, bias, reversed } = layer;
  const { backend, dtype } = inputs;
  const [steps, batch, columns] = inputs.sizes as [number, number, number];
  const width = hidden.sizes[1] as number;
  const places = placesOf(layer);
  const [first, last] = [places[0] as Place, places[steps - 1] as Place];
  /** A state before the first step and after each. */
  const statesFrom = (start: Tensor): Tensor => {
    const states = emptyTensor([steps + 1, batch, width], dtype, backend);
    backend.copy(start, row(states, first.before));
    return states;
  };
  const hiddens = statesFrom(hidden);
  const cells = cell === null ? null : statesFrom(cell);
  // An LSTM's gates need the sum of both products, which their values replace; a GRU's need each product.
  const ready = packed(inputs);
  const products = cells === null ? emptyTensor(inputs.sizes, dtype, backend) : copyOf(inputs);
  const gates = cells === null ? emptyTensor(inputs.sizes, dtype, backend) : products;
  const [matrix, added] = [packed(weight), bias === null ? null : packed(bias)];
  const sizes = { m: batch, n: columns, k: width, lda: width, ldb: width, ldc: columns };
  const shape = { ...PLAIN, ...sizes, transposeB: true, accumulate: cells !== null };
  for (const { at, before, after } of places) {
    const [from, to] = [row(hiddens, before), row(hiddens, after)];
    backend.gemm(from, 0, matrix, 0, added, row(products, at), 0, shape);
    if (cells === null) backend.recurrent.gru(row(ready, at), row(products, at), from, row(gates, at), to);
    else backend.recurrent.lstm(row(gates, at), row(cells, before), row(cells, after), to);
  }
  // Copies: code may write into outputs, but not into what the derivative reads.
  const outputs = [copyOf(rowsFrom(hiddens, reversed ? 0 : 1, steps)), copyOf(row(hiddens, last.after))];
  if (cells !== null) outputs.push(copyOf(row(cells, last.after)));
  const given = partsOf(layer);
  const kept = [hiddens, products, cells ?? gates];
  return track(outputs, 'StackBackward0', given, [...given, ...kept], (grads, saved, needs) => {
    const own = layerOf(saved, layer);
    if (isTracked(...grads, ...partsOf(own))) return slowBackward(own, slow, grads, needs);
    const [states, products, more] = saved.slice(given.length) as [Tensor, Tensor, Tensor];
    return backward(own, states, products, more, grads, needs);
  });
}

/** The tensors of a layer in one order: those without a cell or a bias have fewer. */
const partsOf = ({ inputs, hidden, weight, cell, bias }: Layer): Tensor[] =>
  [inputs, hidden, weight, cell, bias].filter((each) => each !== null);

function layerOf(parts: readonly Tensor[], { cell, bias, reversed }: Layer): Layer {
  const [inputs, hidden, weight] = parts as [Tensor, Tensor, Tensor];
  const own = (there: Tensor | null, index: number): Tensor | null => (there === null ? null : (parts[index] ?? null));
  return { inputs, hidden, weight, cell: own(cell, 3), bias: own(bias, cell === null ? 3 : 4), reversed };
}

/** `more`: the LSTM's cells, the GRU's values of gates. */
function backward(
  layer: Layer,
  hiddens: Tensor,
  products: Tensor,
  more: Tensor,
  [gradOutputs, gradLast, gradLastCell]: readonly Grad[],
  needs: readonly boolean[],
): Grad[] {
  const { inputs, weight, cell, bias, reversed } = layer;
  const { backend, dtype } = inputs;
  const [steps, batch, columns] = inputs.sizes as [number, number, number];
  const width = weight.sizes[1] as number;
  const places = placesOf(layer);
  const [first, last] = [places[0] as Place, places[steps - 1] as Place];
  const gradHiddens = zeros(hiddens.sizes, dtype, backend);
  if (gradOutputs) backend.copy(gradOutputs, rowsFrom(gradHiddens, reversed ? 0 : 1, steps));
  const end = row(gradHiddens, last.after);
  if (gradLast) backend.binary('add', end, gradLast, end, 1, 0);
  const gradCell = gradLastCell ? copyOf(gradLastCell) : null;
  const gradProducts = emptyTensor(inputs.sizes, dtype, backend);
  const gradInputs = gradCell === null ? emptyTensor(inputs.sizes, dtype, backend) : gradProducts;
  const matrix = packed(weight);
  const back = { ...PLAIN, m: batch, n: width, k: columns, lda: columns, ldb: width, ldc: width, accumulate: true };
  for (const { at, before, after } of places.toReversed()) {
    const [grad, gradBefore, gradProduct] = [row(gradHiddens, after), row(gradHiddens, before), row(gradProducts, at)];
    if (gradCell !== null) {
      const cellsOf = [row(more, before), row(more, after)] as const;
      backend.recurrent.lstmBackward(row(products, at), ...cellsOf, grad, gradCell, gradProduct);
    } else {
      const saved = [row(more, at), row(products, at), row(hiddens, before)] as const;
      backend.recurrent.gruBackward(...saved, grad, gradBefore, row(gradInputs, at), gradProduct);
    }
    if (before !== first.before || needs[1] === true)
      backend.gemm(gradProduct, 0, matrix, 0, null, gradBefore, 0, back);
  }
  const gradWeight = emptyTensor(weight.sizes, dtype, backend);
  const gradBias = bias === null ? null : emptyTensor(bias.sizes, dtype, backend);
  if (needs[2] === true || needs.at(-1) === true) {
    const sizes = { m: columns, n: width, k: steps * batch, lda: columns, ldb: width, ldc: width };
    const shape = { ...PLAIN, ...sizes, transposeA: true, ...(gradBias !== null && { rowSums: gradBias }) };
    const states = rowsFrom(hiddens, reversed ? 1 : 0, steps);
    backend.gemm(gradProducts, 0, states, 0, null, gradWeight, 0, shape);
  }
  const grads = [gradInputs, row(gradHiddens, first.before), gradWeight, ...(cell === null ? [] : [gradCell])];
  return bias === null ? grads : [...grads, gradBias];
}

/** Gradients that can be differentiated again: those of the composed layer on the same tensors. */
function slowBackward(
  layer: Layer,
  slow: (layer: Layer) => LayerOutputs,
  grads: readonly Grad[],
  needs: readonly boolean[],
): Grad[] {
  const parts = partsOf(layer).map((part, i) =>
    needs[i] === true
      ? track(alias(part, part.sizes, part.strides, part.offset), 'AliasBackward0', [part], [], ([grad]) => [
          grad ?? null,
        ])
      : part,
  );
  const wanted = parts.filter((_, i) => needs[i] === true);
  const run = gradientsOf(slow(layerOf(parts, layer)), grads, wanted, { retainGraph: true, createGraph: true });
  const { done, value } = run.next();
  if (done !== true) return fail('RuntimeError', 'a recurrent layer asked Python for a gradient');
  const found = [...value];
  return parts.map((_, i) => (needs[i] === true ? (found.shift() ?? null) : null));
}
