/** Views: other sizes, strides and offsets over the same storage, and how gradients pass through them. */
import { arithmetic } from '../core/arithmetic';
import { gradMode, isDifferentiating, requiresGrad, scatterView, track, type Backward } from '../core/autograd';
import { scalarName } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import {
  contiguousStrides,
  formatSizes,
  inferSizes,
  numelOf,
  sameSizes,
  viewStrides,
  wrapDim,
  wrapDims,
  type Sizes,
} from '../core/shape';
import { alias, type Tensor } from '../core/tensor';
import { contiguous, zeros, zerosLike } from './create';
import { writeInPlace } from '../core/inplace';

/** A view that takes part in autograd: in-place writes through it reach the history of its base. */
function view(a: Tensor, sizes: Sizes, strides: Sizes, offset: number, node: string, backward: Backward): Tensor {
  const out = alias(a, sizes, strides, offset);
  if (gradMode()) out.base = (a.base ?? a).retain();
  out.nodeVersion = out.version.count;
  // A view that was made without gradients still requires one where its base does, as a leaf of its own.
  if (!gradMode() && !isDifferentiating() && requiresGrad(a)) out.requiresGrad = true;
  return track(out, node, [a], [], backward);
}

/** The general gradient of a view: zeros of the source with the viewed part filled. Its own gradient is the view again. */
function scatterBackward(
  a: Tensor,
  sizes: Sizes,
  strides: Sizes,
  offset: number,
  again: (grad: Tensor) => Tensor,
): Backward {
  const { sizes: baseSizes, offset: baseOffset } = a;
  const plain = contiguousStrides(baseSizes);
  const native = a.contiguous ? null : a.strides;
  return ([grad]) => {
    if (!grad) return [null];
    const out = scatterView(grad, baseSizes, native ?? plain, baseOffset, sizes, strides, offset);
    return [track(out, 'SliceBackward0', [grad], [], ([outer]) => [outer ? again(outer) : null])];
  };
}

export function asStrided(a: Tensor, sizes: Sizes, strides: Sizes, offset: number): Tensor {
  return view(
    a,
    sizes,
    strides,
    offset,
    'AsStridedBackward0',
    scatterBackward(a, sizes, strides, offset, (grad) =>
      asStrided(contiguous(grad), sizes, strides, offset - a.offset),
    ),
  );
}

export function select(a: Tensor, dim: number, index: number): Tensor {
  check(a.rank > 0, () => 'select() cannot be applied to a 0-dim tensor.', 'IndexError');
  const d = wrapDim(dim, a.rank);
  const size = a.sizes[d] as number;
  if (index < -size || index >= size) {
    fail('IndexError', `index ${index} is out of bounds for dimension ${d} with size ${size}`);
  }
  const at = index < 0 ? index + size : index;
  const sizes = a.sizes.filter((_, i) => i !== d);
  const strides = a.strides.filter((_, i) => i !== d);
  const offset = a.offset + at * (a.strides[d] as number);
  return view(
    a,
    sizes,
    strides,
    offset,
    'SelectBackward0',
    scatterBackward(a, sizes, strides, offset, (grad) => select(grad, d, at)),
  );
}

/** `start` and `length` are already resolved (Python's slice.indices); step is positive. */
export function slice(a: Tensor, dim: number, start: number, length: number, step: number): Tensor {
  const d = wrapDim(dim, a.rank);
  const sizes = a.sizes.with(d, length);
  const strides = a.strides.with(d, (a.strides[d] as number) * step);
  const offset = a.offset + (length > 0 ? start * (a.strides[d] as number) : 0);
  return view(
    a,
    sizes,
    strides,
    offset,
    'SliceBackward0',
    scatterBackward(a, sizes, strides, offset, (grad) => slice(grad, d, start, length, step)),
  );
}

export function permute(a: Tensor, dims: Sizes): Tensor {
  check(
    dims.length === a.rank,
    () =>
      `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${a.rank} is not equal to len(dims) = ${dims.length}`,
  );
  const order = dims.map((dim) => wrapDim(dim, a.rank));
  if (new Set(order).size !== order.length) fail('RuntimeError', 'permute(): duplicate dims are not allowed.');
  const inverse = order.map((_, i) => order.indexOf(i));
  const pick = (list: Sizes): number[] => order.map((d) => list[d] as number);
  return view(a, pick(a.sizes), pick(a.strides), a.offset, 'PermuteBackward0', ([grad]) => [
    grad ? permute(grad, inverse) : null,
  ]);
}

export function transpose(a: Tensor, dim0: number, dim1: number, node = 'TransposeBackward0'): Tensor {
  const d0 = wrapDim(dim0, a.rank);
  const d1 = wrapDim(dim1, a.rank);
  const swap = (list: Sizes): number[] => {
    const out = [...list];
    [out[d0], out[d1]] = [list[d1] as number, list[d0] as number];
    return out;
  };
  if (a.rank === 0) return view(a, [], [], a.offset, node, ([grad]) => [grad ?? null]);
  return view(a, swap(a.sizes), swap(a.strides), a.offset, node, ([grad]) => [grad ? transpose(grad, d0, d1) : null]);
}

/** tensor.t() and .T for at most two dimensions. */
function t(a: Tensor): Tensor {
  check(a.rank <= 2, () => `t() expects a tensor with <= 2 dimensions, but self is ${a.rank}D`);
  return a.rank < 2 ? transpose(a, 0, 0, 'TBackward0') : transpose(a, 0, 1, 'TBackward0');
}

export function expand(a: Tensor, sizes: Sizes): Tensor {
  const added = sizes.length - a.rank;
  check(
    added >= 0,
    () =>
      `expand(torch.${a.device === 'cuda' ? 'cuda.' : ''}${scalarName(a.dtype)}Tensor{${formatSizes(a.sizes)}}, size=${formatSizes(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${a.rank})`,
  );
  const ownSize = (i: number): number => (i < added ? 1 : (a.sizes[i - added] as number));
  // PyTorch compares from the last dimension, which decides the one that its message names.
  for (let i = sizes.length - 1; i >= 0; i--) {
    const [size, own] = [sizes[i] as number, ownSize(i)];
    check(
      size !== -1 || i >= added,
      () => `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${i}`,
    );
    check(
      size === -1 || own === size || own === 1,
      () =>
        `The expanded size of the tensor (${size}) must match the existing size (${own}) at non-singleton dimension ${i}.  Target sizes: ${formatSizes(sizes)}.  Tensor sizes: ${formatSizes(a.sizes)}`,
    );
  }
  const target = sizes.map((size, i) => (size === -1 ? ownSize(i) : size));
  const strides = target.map((size, i) => {
    if (i < added) return 0;
    return (a.sizes[i - added] as number) === 1 && size !== 1 ? 0 : (a.strides[i - added] as number);
  });
  const from = a.sizes;
  return view(a, target, strides, a.offset, 'ExpandBackward0', ([grad]) => [
    grad ? arithmetic.sumTo(grad, from) : null,
  ]);
}

/** tensor.view: fails where the strides do not allow it. */
export function viewAs(a: Tensor, wanted: Sizes, node = 'ViewBackward0'): Tensor {
  const sizes = inferSizes(wanted, a.numel);
  const strides = viewStrides(a.sizes, a.strides, sizes);
  if (strides === null) {
    return fail(
      'RuntimeError',
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
    );
  }
  const from = a.sizes;
  return view(a, sizes, strides, a.offset, node, ([grad]) => [grad ? reshape(grad, from) : null]);
}

/** tensor.reshape: a view where possible, a copy where not. */
export function reshape(a: Tensor, wanted: Sizes, node = 'ViewBackward0'): Tensor {
  if (sameSizes(wanted, a.sizes)) return viewAs(a, wanted, node);
  const sizes = inferSizes(wanted, a.numel);
  if (viewStrides(a.sizes, a.strides, sizes) !== null) return viewAs(a, sizes, node);
  return viewAs(contiguous(a), sizes, 'UnsafeViewBackward0');
}

export function flatten(a: Tensor, startDim: number, endDim: number): Tensor {
  const start = wrapDim(startDim, a.rank);
  const end = wrapDim(endDim, a.rank);
  check(start <= end, () => 'flatten() has invalid args: start_dim cannot come after end_dim');
  if (a.rank === 0) return reshape(a, [1]);
  if (start === end) return a;
  const middle = numelOf(a.sizes.slice(start, end + 1));
  return reshape(a, [...a.sizes.slice(0, start), middle, ...a.sizes.slice(end + 1)]);
}

export function unsqueeze(a: Tensor, dim: number): Tensor {
  const d = wrapDim(dim, a.rank + 1);
  const step = d < a.rank ? (a.strides[d] as number) * (a.sizes[d] as number) : 1;
  const sizes = a.sizes.toSpliced(d, 0, 1);
  const strides = a.strides.toSpliced(d, 0, step);
  return view(a, sizes, strides, a.offset, 'UnsqueezeBackward0', ([grad]) => [grad ? squeeze(grad, [d]) : null]);
}

/** No dims: every dimension of size 1. */
export function squeeze(a: Tensor, dims: Sizes): Tensor {
  const wanted = dims.length === 0 ? null : new Set(wrapDims(dims, a.rank));
  const keep = a.sizes.map((size, d) => size !== 1 || (wanted !== null && !wanted.has(d)));
  const from = a.sizes;
  const node = dims.length === 0 ? 'SqueezeBackward0' : 'SqueezeBackward1';
  return view(
    a,
    a.sizes.filter((_, d) => keep[d]),
    a.strides.filter((_, d) => keep[d]),
    a.offset,
    node,
    ([grad]) => [grad ? reshape(grad, from) : null],
  );
}

export function diagonal(a: Tensor, shift: number, dim0: number, dim1: number): Tensor {
  const d0 = wrapDim(dim0, a.rank);
  const d1 = wrapDim(dim1, a.rank);
  check(d0 !== d1, () => `diagonal dimensions cannot be identical ${dim0}, ${dim1}`);
  const [rows, columns] = [a.sizes[d0] as number, a.sizes[d1] as number];
  const [stepRow, stepColumn] = [a.strides[d0] as number, a.strides[d1] as number];
  const count = Math.max(0, shift >= 0 ? Math.min(rows, columns - shift) : Math.min(rows + shift, columns));
  const offset = a.offset + (count === 0 ? 0 : shift >= 0 ? shift * stepColumn : -shift * stepRow);
  const others = (list: Sizes): number[] => list.filter((_, d) => d !== d0 && d !== d1);
  const sizes = [...others(a.sizes), count];
  const strides = [...others(a.strides), stepRow + stepColumn];
  return view(
    a,
    sizes,
    strides,
    offset,
    'DiagonalBackward0',
    scatterBackward(a, sizes, strides, offset, (grad) => diagonal(grad, shift, d0, d1)),
  );
}

/** Windows of `size` elements every `step` along one dimension, as a new last dimension. */
export function unfold(a: Tensor, dim: number, size: number, step: number): Tensor {
  const d = wrapDim(dim, a.rank);
  const length = a.rank === 0 ? 1 : (a.sizes[d] as number);
  check(size <= length, () => `maximum size for tensor at dimension ${d} is ${length} but size is ${size}`);
  const own = a.rank === 0 ? 1 : (a.strides[d] as number);
  const sizes = [...a.sizes.with(d, Math.floor((length - size) / step) + 1), size];
  const strides = [...a.strides.with(d, own * step), own];
  return view(a, sizes, strides, a.offset, 'UnfoldBackward0', unfoldBackward(a.sizes, d, size, step));
}

/** Windows overlap, so contributions are added one position of the window at a time. */
function unfoldBackward(sizes: Sizes, d: number, size: number, step: number): Backward {
  const plain = contiguousStrides(sizes);
  return ([grad]) => {
    if (!grad) return [];
    const out = zeros(sizes, grad.dtype, grad.backend);
    const windowDim = grad.rank - 1;
    for (let k = 0; k < size; k++) {
      const piece = select(detach(grad), windowDim, k);
      const own = sizes.length === 0 ? 1 : (plain[d] as number);
      const part = alias(out, piece.sizes, sizes.length === 0 ? [1] : plain.with(d, own * step), k * own);
      out.backend.binary('add', part, piece, part, 1, 0);
    }
    return [out];
  };
}

/** Same memory, same version count, no graph. */
export function detach(a: Tensor): Tensor {
  return alias(a, a.sizes, a.strides, a.offset);
}

/** `tensor.data`: like detach, but writes do not count as changes of the original. */
function data(a: Tensor): Tensor {
  return alias(a, a.sizes, a.strides, a.offset, { count: 0 });
}

const halves = (list: Sizes): [Sizes, Sizes] => [list.slice(0, list.length / 2), list.slice(list.length / 2)];

expose('as_strided', 'tiI', (a: Tensor, offset: number, list: Sizes) => asStrided(a, ...halves(list), offset));
expose('select', 'tii', select);
expose('slice', 'tiiii', slice);
expose('permute', 'tI', permute);
expose('transpose', 'tii', (a: Tensor, d0: number, d1: number) => transpose(a, d0, d1));
expose('t', 't', t);
expose('expand', 'tI', expand);
expose('view', 'tI', (a: Tensor, sizes: Sizes) => viewAs(a, sizes));
expose('reshape', 'tI', (a: Tensor, sizes: Sizes) => reshape(a, sizes));
expose('flatten', 'tii', flatten);
expose('unsqueeze', 'ti', unsqueeze);
expose('squeeze', 'tI', squeeze);
expose('diagonal', 'tiii', diagonal);
expose('unfold', 'tiii', unfold);
expose('detach', 't', detach);
expose('data', 't', data);
/** In-place changes of shape (`unsqueeze_`, `t_`, `resize_`, `.data = x`): `a` shows what `b` shows. */
expose('become', 'tt', (a: Tensor, b: Tensor) => {
  const node = b.node;
  a.become(b);
  if (node !== null && gradMode() && requiresGrad(b)) a.setNode(node, b.outputIndex);
});
/** tensor.detach_(). */
expose('detach_', 't', (a: Tensor) => {
  check(
    a.base === null,
    () =>
      "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as a reference.",
  );
  a.setNode(null);
  a.requiresGrad = false;
});

/** tensor.copy_(source) and item assignment. */
export function copyInPlace(a: Tensor, source: Tensor): Tensor {
  const { sizes } = source;
  return writeInPlace(
    a,
    'CopyBackwards',
    [source],
    [],
    () => a.backend.copy(source, a),
    ([grad], _saved, needs) => [
      grad && needs[0] === true ? zerosLike(grad) : null,
      grad && needs[1] === true ? arithmetic.sumTo(grad, sizes) : null,
    ],
  );
}
expose('copy_', 'tt', (a: Tensor, source: Tensor) => {
  expand(detach(source), a.sizes); // PyTorch's refusal of a wrong shape
  return copyInPlace(a, source);
});
