/** Sorting, triangles of matrices, and rows of embedding tables. */
import { track } from '../core/autograd';
import { computeTypeOf, scalarName } from '../core/dtype';
import { refuseDevices } from '../core/devices';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { emptyLike } from '../core/layout';
import { isDense, wrapDim, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { clone, converted, full, packed, zeros, zerosLike } from './create';
import { checkIndexType, gather, indexAdd, scatterOut } from './indexing';
import { mul } from './math';
import { eq, where } from './pointwise';
import { lanesOf } from './reduce';
import { reshape, slice, transpose } from './view';

/** Values and positions along a dimension; the gradient goes back to where each value came from. */
export function sort(a: Tensor, dim: number, descending: boolean): [Tensor, Tensor] {
  const d = wrapDim(dim, a.rank);
  const last = a.rank - 1;
  const compute = computeTypeOf(a.dtype);
  const shown = alias(a, a.sizes, a.strides, a.offset);
  const rows = packed(converted(a.rank > 1 && d !== last ? transpose(shown, d, last) : shown, compute));
  const values = emptyTensor(rows.sizes, compute, a.backend);
  const indices = emptyTensor(rows.sizes, 'int64', a.backend);
  a.backend.sort(rows, values, indices, descending);
  const back = (t: Tensor): Tensor => inLayoutOf(a, a.rank > 1 && d !== last ? packed(transpose(t, d, last)) : t);
  const out = converted(back(values), a.dtype);
  const at = back(indices);
  track([out, at], 'SortBackward0', [a], [at], ([grad], [chosen]) =>
    grad && chosen ? [scatterOut('add', zerosLike(grad), d, chosen, grad)] : [],
  );
  return [out, at];
}

/** The values in memory of the order of `a`'s. */
function inLayoutOf(a: Tensor, values: Tensor): Tensor {
  if (a.contiguous || !isDense(a.sizes, a.strides)) return values;
  const out = emptyLike(a, values.dtype);
  a.backend.copy(values, out);
  return out;
}

export function topk(a: Tensor, k: number, dim: number, largest: boolean): [Tensor, Tensor] {
  const d = wrapDim(dim, a.rank);
  check(k >= 0 && k <= (a.rank === 0 ? 1 : (a.sizes[d] as number)), () => 'selected index k out of range');
  if (a.rank === 0) return [clone(a), full([], 0, 'int64', a.backend)];
  const [, order] = sort(alias(a, a.sizes, a.strides, a.offset), d, largest);
  const at = packed(slice(order, d, 0, k, 1));
  const out = gather(a, d, at);
  if (out.node !== null) (out.node as { name: string }).name = 'TopkBackward0';
  return [out, at];
}

// ------------------------------------------------------------------ triangles and one-hot

/** Keeps the part on and below (or above) a diagonal. */
function triangle(a: Tensor, shift: number, lower: boolean): Tensor {
  check(a.rank >= 2, () => `${lower ? 'tril' : 'triu'}: input tensor must have at least 2 dimensions`);
  const [rows, columns] = a.sizes.slice(-2) as [number, number];
  const keep = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) keep[i * columns + j] = (lower ? j - i <= shift : j - i >= shift) ? 1 : 0;
  const mask = emptyTensor([rows, columns], 'bool', a.backend);
  a.backend.write(mask, keep);
  const out = packed(where(mask, alias(a, a.sizes, a.strides, a.offset), full([], 0, a.dtype, a.backend)));
  return track(out, lower ? 'TrilBackward0' : 'TriuBackward0', [a], [], ([grad]) => [
    grad ? triangle(grad, shift, lower) : null,
  ]);
}

/** Rows of an embedding table; the row `padding` gets no gradient (-1: none). */
export function embedding(weight: Tensor, index: Tensor, padding: number): Tensor {
  check(
    index.dtype === 'int64' || index.dtype === 'int32',
    () =>
      `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.${scalarName(index.dtype)}Tensor instead (while checking arguments for embedding)`,
  );
  if (index.backend !== weight.backend) refuseDevices({ weight, index }, 'wrapper_CUDA__index_select');
  const at = checkIndexType('embedding', index);
  const columns = weight.sizes[1] as number;
  const rows = emptyTensor([at.numel, columns], weight.dtype, weight.backend);
  weight.backend.indexSelect(packed(weight), reshape(at, [at.numel]), rows, lanesOf(weight.sizes, 0));
  const out = alias(rows, [...index.sizes, columns], [...packedStridesOf(index.sizes, columns), 1], 0);
  const from = weight.sizes;
  return track(out, 'EmbeddingBackward0', [weight], [at], ([grad], [chosen]) => {
    if (!grad || !chosen) return [];
    const flat = reshape(grad, [chosen.numel, columns]);
    const positions = reshape(chosen, [chosen.numel]);
    const kept = padding < 0 ? flat : mul(flat, converted(notEqual(positions, padding), grad.dtype));
    return [indexAdd(zeros(from, grad.dtype, grad.backend), 0, positions, kept)];
  });
}

const packedStridesOf = (sizes: Sizes, row: number): number[] => {
  const strides = new Array<number>(sizes.length);
  let step = row;
  for (let d = sizes.length - 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(1, sizes[d] as number);
  }
  return strides;
};

function notEqual(positions: Tensor, value: number): Tensor {
  const same = eq(positions, full([], value, 'int64', positions.backend));
  const out = emptyTensor(same.sizes, 'bool', same.backend);
  same.backend.test('logical_not', converted(same, 'int32'), out);
  return reshape(out, [positions.numel, 1]);
}

expose('sort', 'tib', sort);
expose('tril', 'ti', (a: Tensor, shift: number) => triangle(a, shift, true));
expose('triu', 'ti', (a: Tensor, shift: number) => triangle(a, shift, false));
expose('embedding', 'tti', embedding);
