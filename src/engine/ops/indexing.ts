/** Joining, picking and writing by position: cat, index_select, gather, scatter, masks and sorting. */
import { track } from '../core/autograd';
import { computeTypeOf, promoteTypes } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import type { ScatterOp } from '../core/opcodes';
import { formatSizes, numelOf, sameSizes, wrapDim, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { clone, converted, full, packed, wrapNumber, zeros, zerosLike } from './create';
import { mul } from './math';
import { eq, meet, where } from './pointwise';
import { lanesOf, sumTo } from './reduce';
import { expand, reshape, slice, transpose } from './view';

// ------------------------------------------------------------------ joining

export function cat(tensors: readonly Tensor[], dim: number): Tensor {
  const used = tensors.filter((tensor) => !(tensor.rank === 1 && tensor.numel === 0));
  const first = used[0] ?? tensors[0];
  if (first === undefined) return fail('RuntimeError', 'torch.cat(): expected a non-empty list of Tensors');
  check(first.rank > 0, () => `zero-dimensional tensor (at position ${tensors.indexOf(first)}) cannot be concatenated`);
  const d = wrapDim(dim, first.rank);
  let dtype = first.dtype;
  for (const tensor of used) {
    dtype = promoteTypes(dtype, tensor.dtype);
    check(
      tensor.rank === first.rank,
      () => `Tensors must have same number of dimensions: got ${first.rank} and ${tensor.rank}`,
    );
    meet(first, tensor);
    tensor.sizes.forEach((size, i) =>
      check(
        i === d || size === first.sizes[i],
        () => `Sizes of tensors must match except in dimension ${d}. Expected size ${first.sizes[i]} but got size ${size} for tensor number ${tensors.indexOf(tensor)} in the list.`,
      ),
    );
  }
  const lengths = used.map((tensor) => tensor.sizes[d] as number);
  const out = emptyTensor(first.sizes.with(d, lengths.reduce((a, b) => a + b, 0)), dtype, first.backend);
  const step = out.strides[d] as number;
  let start = 0;
  const starts = lengths.map((length) => (start += length) - length);
  used.forEach((tensor, i) => out.backend.copy(tensor, alias(out, tensor.sizes, out.strides, (starts[i] as number) * step)));
  return track(out, 'CatBackward0', used, [], ([grad], _saved, needs) =>
    grad ? used.map((_, i) => (needs[i] === true ? slice(grad, d, starts[i] as number, lengths[i] as number, 1) : null)) : [],
  );
}

// ------------------------------------------------------------------ along one dimension

function checkIndexType(name: string, index: Tensor): Tensor {
  check(index.dtype === 'int64' || index.dtype === 'int32', () => `${name}(): Expected dtype int32 or int64 for index`);
  return converted(packed(index), 'int64');
}

export function indexSelect(a: Tensor, dim: number, index: Tensor, node = 'IndexSelectBackward0'): Tensor {
  const at = checkIndexType('index_select', index);
  const d = wrapDim(dim, a.rank);
  const sizes = a.rank === 0 ? [] : a.sizes.with(d, at.numel);
  const out = emptyTensor(sizes, a.dtype, a.backend);
  a.backend.indexSelect(packed(a), at, out, lanesOf(a.sizes, d));
  const from = a.sizes;
  return track(out, node, [a], [at], ([grad], [chosen]) =>
    grad && chosen ? [indexAdd(zeros(from, grad.dtype, grad.backend), d, chosen, grad)] : [],
  );
}

/** out-of-place a.index_add(dim, index, source). */
export function indexAdd(a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const at = checkIndexType('index_add_', index);
  const out = cloned(a);
  writeRows('add', out, d, at, source);
  return track(out, 'IndexAddBackward0', [a, source], [at], ([grad], [chosen], needs) =>
    grad && chosen ? [grad, needs[1] === true ? indexSelect(grad, d, chosen) : null] : [],
  );
}

function writeRows(op: ScatterOp, out: Tensor, d: number, at: Tensor, source: Tensor): void {
  const wanted = out.sizes.with(d, at.numel);
  const values = packed(converted(sameSizes(source.sizes, wanted) ? source : rawExpand(source, wanted), out.dtype));
  const target = out.contiguous ? out : packed(out);
  target.backend.indexWrite(op, target, at, values, lanesOf(out.sizes, d));
  if (target !== out) out.backend.copy(target, out);
}

const rawExpand = (a: Tensor, sizes: Sizes): Tensor => expand(alias(a, a.sizes, a.strides, a.offset), sizes);

function cloned(a: Tensor): Tensor {
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.copy(a, out);
  return out;
}

/** a.index_add_/index_copy_/index_fill_ along a dimension. */
function indexWriteInPlace(op: 'add' | 'set', a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const at = checkIndexType(op === 'add' ? 'index_add_' : 'index_copy_', index);
  const write = (): void => writeRows(op, a, d, at, source);
  return writeInPlace(a, op === 'add' ? 'IndexAddBackward0' : 'IndexCopyBackward0', [source], [at], write, ([grad], [chosen], needs) => {
    if (!grad || !chosen) return [];
    const own = op === 'add' ? grad : indexFill(grad, d, chosen);
    return [own, needs[1] === true ? sumTo(indexSelect(grad, d, chosen), source.sizes) : null];
  });
}

function indexFill(grad: Tensor, d: number, at: Tensor): Tensor {
  const out = cloned(grad);
  writeRows('set', out, d, at, full([], 0, grad.dtype, grad.backend));
  return out;
}

export function gather(a: Tensor, dim: number, index: Tensor): Tensor {
  check(index.dtype === 'int64', () => 'gather(): Expected dtype int64 for index');
  check(
    index.rank === a.rank,
    () => 'Index tensor must have the same number of dimensions as input tensor',
  );
  const d = wrapDim(dim, a.rank);
  index.sizes.forEach((size, i) =>
    check(
      i === d || size <= (a.sizes[i] as number),
      () => `Size does not match at dimension ${i} expected index ${formatSizes(index.sizes)} to be smaller than self ${formatSizes(a.sizes)} apart from dimension ${d}`,
    ),
  );
  const at = packed(index);
  const out = emptyTensor(index.sizes, a.dtype, a.backend);
  const source = croppedLike(a, index.sizes, d);
  a.backend.gather(source, at, out, lanesOf(index.sizes, d), a.rank === 0 ? 1 : (a.sizes[d] as number));
  const from = a.sizes;
  return track(out, 'GatherBackward0', [a], [at], ([grad], [chosen]) =>
    grad && chosen ? [scatterOut('add', zeros(from, grad.dtype, grad.backend), d, chosen, grad)] : [],
  );
}

/** gather and scatter address [outer, n, inner] of the index's own sizes, so other dimensions are cut to them. */
function croppedLike(a: Tensor, sizes: Sizes, d: number): Tensor {
  const cropped = a.sizes.map((size, i) => (i === d ? size : (sizes[i] as number)));
  return packed(sameSizes(cropped, a.sizes) ? a : alias(a, cropped, a.strides, a.offset));
}

function scatterInto(op: ScatterOp, out: Tensor, d: number, index: Tensor, source: Tensor): void {
  check(index.dtype === 'int64', () => 'scatter(): Expected dtype int64 for index');
  if (index.numel === 0) return;
  const at = packed(index);
  const values = packed(converted(alias(source, index.sizes, source.strides, source.offset), out.dtype));
  const lanes = lanesOf(index.sizes, d);
  const outN = out.rank === 0 ? 1 : (out.sizes[d] as number);
  const cropped = out.sizes.map((size, i) => (i === d ? size : (index.sizes[i] as number)));
  const part = sameSizes(cropped, out.sizes) ? out : alias(out, cropped, out.strides, out.offset);
  const target = packed(part);
  out.backend.scatter(op, target, at, values, lanes, outN);
  if (target !== part) out.backend.copy(target, part);
}

function scatterOut(op: 'set' | 'add', a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const out = cloned(a);
  scatterInto(op, out, d, index, source);
  return track(out, op === 'set' ? 'ScatterBackward0' : 'ScatterAddBackward0', [a, source], [index], ([grad], [chosen], needs) =>
    grad && chosen ? scatterBackward(op, grad, d, chosen, needs) : [],
  );
}

function scatterBackward(op: 'set' | 'add', grad: Tensor, d: number, index: Tensor, needs: readonly boolean[]): (Tensor | null)[] {
  const own = op === 'add' ? grad : scatterOut('set', grad, d, index, zeros(index.sizes, grad.dtype, grad.backend));
  return [own, needs[1] === true ? gather(grad, d, index) : null];
}

function scatterInPlace(op: 'set' | 'add', a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const write = (): void => scatterInto(op, a, d, index, source);
  return writeInPlace(a, op === 'set' ? 'ScatterBackward0' : 'ScatterAddBackward0', [source], [index], write, ([grad], [chosen], needs) =>
    grad && chosen ? scatterBackward(op, grad, d, chosen, needs) : [],
  );
}

// ------------------------------------------------------------------ by index tensors and masks

/**
 * a[i0, i1, …] for int64 index tensors on the leading dimensions, already broadcast to one shape: the indices become
 * one flat position per result row.
 */
export function indexLeading(a: Tensor, indices: readonly Tensor[]): Tensor {
  const flat = flatPositions(a, indices);
  const tail = a.sizes.slice(indices.length);
  const rows = reshape(a, [numelOf(a.sizes.slice(0, indices.length)), ...tail]);
  const picked = indexSelect(rows, 0, flat, 'IndexBackward0');
  const out = reshape(picked, [...(indices[0] as Tensor).sizes, ...tail]);
  if (out.node !== null) (out.node as { name: string }).name = 'IndexBackward0';
  return out;
}

function flatPositions(a: Tensor, indices: readonly Tensor[]): Tensor {
  const count = (indices[0] as Tensor).numel;
  const total = new BigInt64Array(count);
  indices.forEach((index, d) => {
    const size = a.sizes[d] as number;
    const values = readInt64(index);
    for (let i = 0; i < count; i++) {
      const value = Number(values[i]);
      if (value < -size || value >= size) {
        fail('IndexError', `index ${value} is out of bounds for dimension ${d} with size ${size}`);
      }
      total[i] = (total[i] as bigint) * BigInt(size) + BigInt(value < 0 ? value + size : value);
    }
  });
  const out = emptyTensor([count], 'int64', a.backend);
  out.backend.write(out, new Uint8Array(total.buffer));
  return out;
}

function readInt64(index: Tensor): BigInt64Array {
  const bytes = index.backend.read(packed(converted(index, 'int64')));
  if (!(bytes instanceof Uint8Array)) return fail('RuntimeError', 'index tensors must be on the cpu here');
  return new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

/** a[i0, i1, …] = source, or += with `accumulate`. */
function indexPut(a: Tensor, accumulate: boolean, tensors: readonly Tensor[]): Tensor {
  const [source, ...indices] = tensors as [Tensor, ...Tensor[]];
  const flat = flatPositions(a, indices);
  const tail = a.sizes.slice(indices.length);
  const shape = [...(indices[0] as Tensor).sizes, ...tail];
  const rowSizes = [flat.numel, ...tail];
  const write = (): void => {
    const target = a.contiguous ? a : packed(a);
    const rows = alias(target, [numelOf(a.sizes.slice(0, indices.length)), ...tail], packedStrides(target, indices.length), target.offset);
    const values = reshape(packed(converted(rawExpand(source, shape), a.dtype)), rowSizes);
    rows.backend.indexWrite(accumulate ? 'add' : 'set', rows, flat, values, lanesOf(rows.sizes, 0));
    if (target !== a) a.backend.copy(target, a);
  };
  return writeInPlace(a, 'IndexPutBackward0', [source], [flat], write, ([grad], [at], needs) => {
    if (!grad || !at) return [];
    const rows = reshape(grad, [numelOf(grad.sizes.slice(0, indices.length)), ...tail]);
    const own = accumulate ? grad : reshape(indexFill(rows, 0, at), grad.sizes);
    return [own, needs[1] === true ? sumTo(reshape(indexSelect(rows, 0, at), shape), source.sizes) : null];
  });
}

/** Strides of [leading dims merged, …tail] of a contiguous tensor. */
const packedStrides = (a: Tensor, leading: number): number[] => {
  const tail = a.sizes.slice(leading);
  const strides = a.strides.slice(leading);
  return [numelOf(tail), ...strides];
};

/** Positions of true elements, [count, rank] int64. CPU only: the size depends on the values. */
export function nonzero(a: Tensor): Tensor {
  check(a.device === 'cpu', () => 'nonzero needs a cpu tensor');
  const mask = packed(converted(a, 'bool'));
  const count = a.backend.nonzero(mask, null);
  const flat = emptyTensor([count], 'int64', a.backend);
  a.backend.nonzero(mask, flat);
  if (a.rank === 1) return reshape(flat, [count, 1]);
  const positions = readInt64(flat);
  const out = new BigInt64Array(count * a.rank);
  for (let i = 0; i < count; i++) {
    let rest = positions[i] as bigint;
    for (let d = a.rank - 1; d >= 0; d--) {
      const size = BigInt(a.sizes[d] as number);
      out[i * a.rank + d] = rest % size;
      rest /= size;
    }
  }
  const result = emptyTensor([count, a.rank], 'int64', a.backend);
  result.backend.write(result, new Uint8Array(out.buffer));
  return result;
}

export function maskedFill(a: Tensor, mask: Tensor, value: Tensor): Tensor {
  check(mask.dtype === 'bool', () => `masked_fill_ only supports boolean masks, but got mask with dtype ${mask.dtype}`);
  const out = where(mask, converted(value, a.dtype), alias(a, a.sizes, a.strides, a.offset));
  return track(out, 'MaskedFillBackward0', [a, value], [mask], ([grad], [hidden], needs) =>
    grad && hidden
      ? [
          where(hidden, zerosLike(grad), grad),
          needs[1] === true ? sumTo(where(hidden, grad, zerosLike(grad)), value.sizes) : null,
        ]
      : [],
  );
}

function maskedFillInPlace(a: Tensor, mask: Tensor, value: Tensor): Tensor {
  check(mask.dtype === 'bool', () => `masked_fill_ only supports boolean masks, but got mask with dtype ${mask.dtype}`);
  const write = (): void => {
    const shown = alias(a, a.sizes, a.strides, a.offset);
    a.backend.copy(where(mask, converted(value, a.dtype), shown), a);
  };
  return writeInPlace(a, 'MaskedFillBackward0', [value], [mask], write, ([grad], [hidden], needs) =>
    grad && hidden
      ? [
          where(hidden, zerosLike(grad), grad),
          needs[1] === true ? sumTo(where(hidden, grad, zerosLike(grad)), value.sizes) : null,
        ]
      : [],
  );
}

// ------------------------------------------------------------------ order

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
  const back = (t: Tensor): Tensor => (a.rank > 1 && d !== last ? packed(transpose(t, d, last)) : t);
  const out = converted(back(values), a.dtype);
  const at = back(indices);
  track([out, at], 'SortBackward0', [a], [at], ([grad], [chosen]) =>
    grad && chosen ? [scatterOut('add', zerosLike(grad), d, chosen, grad)] : [],
  );
  return [out, at];
}

function topk(a: Tensor, k: number, dim: number, largest: boolean): [Tensor, Tensor] {
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
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) keep[i * columns + j] = (lower ? j - i <= shift : j - i >= shift) ? 1 : 0;
  const mask = emptyTensor([rows, columns], 'bool', a.backend);
  a.backend.write(mask, keep);
  const out = where(mask, alias(a, a.sizes, a.strides, a.offset), full([], 0, a.dtype, a.backend));
  return track(out, lower ? 'TrilBackward0' : 'TriuBackward0', [a], [], ([grad]) => [grad ? triangle(grad, shift, lower) : null]);
}

/** Rows of an embedding table; the row `padding` gets no gradient (-1: none). */
export function embedding(weight: Tensor, index: Tensor, padding: number): Tensor {
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

const like = (a: Tensor, value: PythonNumber): Tensor => wrapNumber(value, a);
const expandedNumber = (a: Tensor, index: Tensor, value: PythonNumber): Tensor => expand(full([], value.value, a.dtype, a.backend), index.sizes);

expose('cat', 'iT', (dim: number, tensors: readonly Tensor[]) => cat(tensors, dim));
expose('index_select', 'tit', (a: Tensor, dim: number, index: Tensor) => indexSelect(a, dim, index));
expose('index_add', 'titt', indexAdd);
expose('index_add_', 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => indexWriteInPlace('add', a, d, i, s));
expose('index_copy_', 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => indexWriteInPlace('set', a, d, i, s));
expose('gather', 'tit', gather);
for (const [name, op] of [['scatter', 'set'], ['scatter_add', 'add']] as const) {
  expose(name, 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => scatterOut(op, a, d, i, s));
  expose(`${name}_`, 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => scatterInPlace(op, a, d, i, s));
}
expose('scatter_number', 'tits', (a: Tensor, d: number, i: Tensor, v: PythonNumber) => scatterOut('set', a, d, i, expandedNumber(a, i, v)));
expose('scatter_number_', 'tits', (a: Tensor, d: number, i: Tensor, v: PythonNumber) => scatterInPlace('set', a, d, i, expandedNumber(a, i, v)));
/** In place and outside the graph: prod, max, min (op 2, 3, 4) for scatter_reduce. */
expose('scatter_reduce_raw_', 'titti', (a: Tensor, d: number, i: Tensor, s: Tensor, op: number) => {
  scatterInto((['set', 'add', 'prod', 'max', 'min'] as const)[op] ?? 'set', a, wrapDim(d, a.rank), i, s);
});
expose('index', 'tT', indexLeading);
expose('index_put_', 'tbT', indexPut);
expose('nonzero', 't', nonzero);
expose('masked_fill', 'ttt', maskedFill);
expose('masked_fill_', 'ttt', maskedFillInPlace);
expose('masked_fill_number', 'tts', (a: Tensor, mask: Tensor, value: PythonNumber) => maskedFill(a, mask, like(a, value)));
expose('masked_fill_number_', 'tts', (a: Tensor, mask: Tensor, value: PythonNumber) => maskedFillInPlace(a, mask, like(a, value)));
expose('fill_', 'ts', (a: Tensor, { value }: PythonNumber) =>
  writeInPlace(a, 'FillBackward0', [], [], () => a.backend.fill(a, value), ([grad]) => [grad ? zerosLike(grad) : null]),
);
expose('sort', 'tib', sort);
expose('topk', 'tiib', topk);
expose('tril', 'ti', (a: Tensor, shift: number) => triangle(a, shift, true));
expose('triu', 'ti', (a: Tensor, shift: number) => triangle(a, shift, false));
expose('embedding', 'tti', embedding);
