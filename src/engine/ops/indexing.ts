/** Joining, picking and writing by position: cat, index_select, gather, scatter, masks and sorting. */
import { track } from '../core/autograd';
import { checkFits, promoteTypes } from '../core/dtype';
import { refuseDevices } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import type { ScatterOp } from '../core/opcodes';
import { formatSizes, numelOf, sameSizes, wrapDim, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, full, packed, zeros, zerosLike } from './create';
import { meet } from './pointwise';
import { lanesOf, sumTo } from './reduce';
import { expand, reshape, slice } from './view';

// ------------------------------------------------------------------ joining

export function cat(tensors: readonly Tensor[], dim: number): Tensor {
  const used = tensors.filter((tensor) => !(tensor.rank === 1 && tensor.numel === 0));
  const first = used[0] ?? tensors[0];
  if (first === undefined) return fail('RuntimeError', 'torch.cat(): expected a non-empty list of Tensors');
  check(first.rank > 0, () => `zero-dimensional tensor (at position ${tensors.indexOf(first)}) cannot be concatenated`);
  const d = wrapDim(dim, first.rank);
  const dtype = tensors.reduce((joined, tensor) => promoteTypes(joined, tensor.dtype), first.dtype);
  for (const tensor of used) {
    check(
      tensor.rank === first.rank,
      () => `Tensors must have same number of dimensions: got ${first.rank} and ${tensor.rank}`,
    );
    meet(first, tensor);
    tensor.sizes.forEach((size, i) =>
      check(
        i === d || size === first.sizes[i],
        () =>
          `Sizes of tensors must match except in dimension ${d}. Expected size ${first.sizes[i]} but got size ${size} for tensor number ${tensors.indexOf(tensor)} in the list.`,
      ),
    );
  }
  const lengths = used.map((tensor) => tensor.sizes[d] as number);
  const out = emptyTensor(
    first.sizes.with(
      d,
      lengths.reduce((a, b) => a + b, 0),
    ),
    dtype,
    first.backend,
  );
  const step = out.strides[d] as number;
  let start = 0;
  const starts = lengths.map((length) => (start += length) - length);
  used.forEach((tensor, i) =>
    out.backend.copy(tensor, alias(out, tensor.sizes, out.strides, (starts[i] as number) * step)),
  );
  return track(out, 'CatBackward0', used, [], ([grad], _saved, needs) =>
    grad
      ? used.map((_, i) => (needs[i] === true ? slice(grad, d, starts[i] as number, lengths[i] as number, 1) : null))
      : [],
  );
}

// ------------------------------------------------------------------ along one dimension

export function checkIndexType(name: string, index: Tensor): Tensor {
  check(index.dtype === 'int64' || index.dtype === 'int32', () => `${name}(): Expected dtype int32 or int64 for index`);
  return converted(packed(index), 'int64');
}

export function indexSelect(a: Tensor, dim: number, index: Tensor, node = 'IndexSelectBackward0'): Tensor {
  if (index.backend !== a.backend) refuseDevices({ self: a, index }, 'wrapper_CUDA__index_select');
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
  return writeInPlace(
    a,
    op === 'add' ? 'IndexAddBackward0' : 'IndexCopyBackward0',
    [source],
    [at],
    write,
    ([grad], [chosen], needs) => {
      if (!grad || !chosen) return [];
      const own = op === 'add' ? grad : indexFill(grad, d, chosen);
      return [own, needs[1] === true ? sumTo(indexSelect(grad, d, chosen), source.sizes) : null];
    },
  );
}

function indexFill(grad: Tensor, d: number, at: Tensor): Tensor {
  const out = cloned(grad);
  writeRows('set', out, d, at, full([], 0, grad.dtype, grad.backend));
  return out;
}

export function gather(a: Tensor, dim: number, index: Tensor): Tensor {
  check(index.dtype === 'int64', () => 'gather(): Expected dtype int64 for index');
  check(index.rank === a.rank, () => 'Index tensor must have the same number of dimensions as input tensor');
  const d = wrapDim(dim, a.rank);
  index.sizes.forEach((size, i) =>
    check(
      i === d || size <= (a.sizes[i] as number),
      () =>
        `Size does not match at dimension ${i} expected index ${formatSizes(index.sizes)} to be smaller than self ${formatSizes(a.sizes)} apart from dimension ${d}`,
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

export function scatterOut(op: 'set' | 'add', a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const out = cloned(a);
  scatterInto(op, out, d, index, source);
  return track(
    out,
    op === 'set' ? 'ScatterBackward0' : 'ScatterAddBackward0',
    [a, source],
    [index],
    ([grad], [chosen], needs) => (grad && chosen ? scatterBackward(op, grad, d, chosen, needs) : []),
  );
}

function scatterBackward(
  op: 'set' | 'add',
  grad: Tensor,
  d: number,
  index: Tensor,
  needs: readonly boolean[],
): (Tensor | null)[] {
  const own = op === 'add' ? grad : scatterOut('set', grad, d, index, zeros(index.sizes, grad.dtype, grad.backend));
  return [own, needs[1] === true ? gather(grad, d, index) : null];
}

function scatterInPlace(op: 'set' | 'add', a: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = wrapDim(dim, a.rank);
  const write = (): void => scatterInto(op, a, d, index, source);
  return writeInPlace(
    a,
    op === 'set' ? 'ScatterBackward0' : 'ScatterAddBackward0',
    [source],
    [index],
    write,
    ([grad], [chosen], needs) => (grad && chosen ? scatterBackward(op, grad, d, chosen, needs) : []),
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
  check(
    indices.every((index) => index.device === 'cpu' || index.backend === a.backend),
    () => 'indices should be either on cpu or on the same device as the indexed tensor (cpu)',
  );
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
    const rows = alias(
      target,
      [numelOf(a.sizes.slice(0, indices.length)), ...tail],
      packedStrides(target, indices.length),
      target.offset,
    );
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

const expandedNumber = (a: Tensor, index: Tensor, value: PythonNumber): Tensor =>
  expand(full([], value.value, a.dtype, a.backend), index.sizes);

expose('cat', 'iT', (dim: number, tensors: readonly Tensor[]) => cat(tensors, dim));
expose('index_select', 'tit', (a: Tensor, dim: number, index: Tensor) => indexSelect(a, dim, index));
expose('index_add', 'titt', indexAdd);
expose('index_add_', 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => indexWriteInPlace('add', a, d, i, s));
expose('index_copy_', 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => indexWriteInPlace('set', a, d, i, s));
expose('gather', 'tit', gather);
for (const [name, op] of [
  ['scatter', 'set'],
  ['scatter_add', 'add'],
] as const) {
  expose(name, 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => scatterOut(op, a, d, i, s));
  expose(`${name}_`, 'titt', (a: Tensor, d: number, i: Tensor, s: Tensor) => scatterInPlace(op, a, d, i, s));
}
expose('scatter_number', 'tits', (a: Tensor, d: number, i: Tensor, v: PythonNumber) =>
  scatterOut('set', a, d, i, expandedNumber(a, i, v)),
);
expose('scatter_number_', 'tits', (a: Tensor, d: number, i: Tensor, v: PythonNumber) =>
  scatterInPlace('set', a, d, i, expandedNumber(a, i, v)),
);
/** In place and outside the graph: prod, max, min (op 2, 3, 4) for scatter_reduce. */
expose('scatter_reduce_raw_', 'titti', (a: Tensor, d: number, i: Tensor, s: Tensor, op: number) => {
  scatterInto((['set', 'add', 'prod', 'max', 'min'] as const)[op] ?? 'set', a, wrapDim(d, a.rank), i, s);
});
expose('index', 'tT', indexLeading);
expose('index_put_', 'tbT', indexPut);
expose('nonzero', 't', nonzero);
expose('fill_', 'ts', (a: Tensor, { value }: PythonNumber) => {
  checkFits(value, a.dtype);
  return writeInPlace(
    a,
    'FillBackward0',
    [],
    [],
    () => a.backend.fill(a, value),
    ([grad]) => [grad ? zerosLike(grad) : null],
  );
});
