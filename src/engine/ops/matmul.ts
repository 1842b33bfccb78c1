/** Matrix products: plain, batched and with a bias, without copying transposed operands. */
import { isTracked, track } from '../core/autograd';
import type { Gemm } from '../core/backend';
import { categoryOf, cNameOf, computeTypeOf, scalarName } from '../core/dtype';
import { refuseDevices } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { broadcastSizes, isContiguous, numelOf, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, packed } from './create';
import { add, named, scale } from './math';
import { meet } from './pointwise';
import { sum } from './reduce';
import { expand, reshape, squeeze, transpose, unsqueeze } from './view';

/** A matrix as gemm wants it: its storage read row by row (or column by column when transposed). */
interface Operand {
  readonly tensor: Tensor;
  readonly transposed: boolean;
  readonly leading: number;
}

/** The last two dimensions of a tensor; a copy is made only when neither of them has stride 1. */
function operand(a: Tensor): Operand {
  const rowStep = a.strides[a.rank - 2] as number;
  const columnStep = a.strides[a.rank - 1] as number;
  const rows = a.sizes[a.rank - 2] as number;
  const columns = a.sizes[a.rank - 1] as number;
  if ((columnStep === 1 || columns === 1) && (rowStep >= columns || rows === 1)) {
    return { tensor: a, transposed: false, leading: rows === 1 ? Math.max(1, columns) : rowStep };
  }
  if ((rowStep === 1 || rows === 1) && (columnStep >= rows || columns === 1)) {
    return { tensor: a, transposed: true, leading: columns === 1 ? Math.max(1, rows) : columnStep };
  }
  return { tensor: packed(a), transposed: false, leading: Math.max(1, columns) };
}

function checkTypes(a: Tensor, b: Tensor): void {
  check(
    a.dtype === b.dtype,
    () => `expected m1 and m2 to have the same dtype, but got: ${cNameOf(a.dtype)} != ${cNameOf(b.dtype)}`,
  );
}
/** out = a @ b (+ bias) for two matrices, outside the graph. */
function rawMm(a: Tensor, b: Tensor, bias: Tensor | null): Tensor {
  meet(a, b);
  checkTypes(a, b);
  const compute = computeTypeOf(a.dtype);
  const left = operand(converted(a, compute));
  const right = operand(converted(b, compute));
  const [m, k] = a.sizes as [number, number];
  const n = b.sizes[1] as number;
  const out = emptyTensor([m, n], compute, a.backend);
  a.backend.gemm(
    left.tensor,
    0,
    right.tensor,
    0,
    bias === null ? null : packed(converted(bias, compute)),
    out,
    0,
    layout(left, right, m, n, k),
  );
  return converted(out, a.dtype);
}

const layout = (left: Operand, right: Operand, m: number, n: number, k: number): Gemm => ({
  m,
  n,
  k,
  transposeA: left.transposed,
  transposeB: right.transposed,
  lda: left.leading,
  ldb: right.leading,
  ldc: n,
  accumulate: false,
  relu: false,
});

const shapeText = (a: Tensor): string => a.sizes.join('x');

export function mm(a: Tensor, b: Tensor, node = 'MmBackward0'): Tensor {
  check(a.rank === 2, () => 'self must be a matrix');
  check(b.rank === 2, () => 'mat2 must be a matrix');
  check(
    a.sizes[1] === b.sizes[0],
    () => `mat1 and mat2 shapes cannot be multiplied (${shapeText(a)} and ${shapeText(b)})`,
  );
  if (a.backend !== b.backend) refuseDevices({ self: a, mat2: b }, 'wrapper_CUDA_mm');
  return track(rawMm(a, b, null), node, [a, b], [a, b], ([grad], [x, y], needs) =>
    grad && x && y
      ? [
          needs[0] === true ? mm(grad, transpose(y, 0, 1)) : null,
          needs[1] === true ? mm(transpose(x, 0, 1), grad) : null,
        ]
      : [],
  );
}

/** x @ weight.T + bias for x of any rank: torch.nn.functional.linear. */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null): Tensor {
  const features = x.rank === 0 ? 1 : (x.sizes[x.rank - 1] as number);
  if (weight.rank === 1) {
    check(bias === null || x.rank === 1, () => 'mat2 must be a matrix, got 1-D tensor');
    return named(squeeze(linear(x, unsqueeze(weight, 0), bias), [-1]), x.rank === 1 ? 'DotBackward0' : 'MvBackward0');
  }
  const flat = x.rank === 2 ? x : reshape(x, [features === 0 ? 0 : x.numel / Math.max(1, features), features]);
  if (flat.sizes[1] !== weight.sizes[1]) {
    const seen = x.rank === 1 ? `1x${features}` : shapeText(flat);
    fail(
      'RuntimeError',
      `mat1 and mat2 shapes cannot be multiplied (${seen} and ${weight.sizes[1]}x${weight.sizes[0]})`,
    );
  }
  if (x.backend !== weight.backend || (bias !== null && bias.backend !== weight.backend)) {
    const method = bias === null ? 'wrapper_CUDA_mm' : 'wrapper_CUDA_addmm';
    refuseDevices(bias === null ? { mat1: x, mat2: weight } : { self: bias, mat1: x, mat2: weight }, method);
  }
  if (x.rank === 1 && bias !== null && bias.sizes[0] !== weight.sizes[0])
    return named(add(linear(x, weight, null), bias), 'AddBackward0');
  const wide = bias !== null && (bias.rank !== 1 || bias.sizes[0] !== weight.sizes[0]);
  const out = wide
    ? named(add(addmmTransposed(flat, weight, null), expand(bias, productSizes(flat, weight))), 'AddmmBackward0')
    : addmmTransposed(flat, weight, bias);
  if (x.rank === 2) return out;
  const sizes = [...x.sizes.slice(0, -1), weight.sizes[0] as number];
  const shaped = reshape(out, sizes);
  return named(shaped, bias === null ? 'UnsafeViewBackward0' : x.rank === 1 ? 'AddBackward0' : 'ViewBackward0');
}

const productSizes = (x: Tensor, weight: Tensor): Sizes => [x.sizes[0] as number, weight.sizes[0] as number];

function addmmTransposed(x: Tensor, weight: Tensor, bias: Tensor | null): Tensor {
  check(bias === null || x.dtype === weight.dtype, () => 'mat1 and mat2 must have the same dtype');
  const out = rawMm(x, transposed(weight), bias);
  return track(
    out,
    bias === null ? 'MmBackward0' : 'AddmmBackward0',
    [x, weight, bias],
    [x, weight],
    ([grad], [a, w], needs) =>
      grad && a && w
        ? [needs[0] === true ? mm(grad, w) : null, ...parameterGrads(grad, a, w, needs[1] === true, needs[2] === true)]
        : [],
  );
}

/** The gradients of a linear layer's weight and bias; one pass over the gradient serves both when neither is differentiated. */
function parameterGrads(
  grad: Tensor,
  x: Tensor,
  w: Tensor,
  ofWeight: boolean,
  ofBias: boolean,
): [Tensor | null, Tensor | null] {
  // A weight that is kept as [in, out] (Keras') gets its gradient in that order, as in PyTorch: optimizers would copy another.
  if (ofWeight && isTransposed(w))
    return [transpose(mm(transpose(x, 0, 1), grad), 0, 1), ofBias ? sum(grad, [0], false) : null];
  const plain = grad.dtype === computeTypeOf(grad.dtype) && isContiguous(grad.sizes, grad.strides);
  if (!ofWeight || !ofBias || !plain || isTracked(grad, x) || grad.numel * x.numel === 0)
    return [ofWeight ? mm(transpose(grad, 0, 1), x) : null, ofBias ? sum(grad, [0], false) : null];
  const { backend, dtype } = grad;
  const [rows, outputs] = grad.sizes as [number, number];
  const inputs = x.sizes[1] as number;
  const weight = emptyTensor([outputs, inputs], dtype, backend);
  const rowSums = emptyTensor([outputs], dtype, backend);
  const [left, right] = [{ tensor: grad, transposed: true, leading: outputs }, operand(x)];
  const gemm = { ...layout(left, right, outputs, inputs, rows), rowSums };
  backend.gemm(grad, 0, right.tensor, 0, null, weight, 0, gemm);
  return [weight, rowSums];
}

/** Whether a matrix is laid out column by column, without gaps. */
const isTransposed = ({ sizes, strides }: Tensor): boolean =>
  sizes[0] !== 1 && strides[0] === 1 && strides[1] === sizes[0];

/** The transpose outside the graph. */
const transposed = (a: Tensor): Tensor =>
  alias(a, [a.sizes[1] as number, a.sizes[0] as number], [a.strides[1] as number, a.strides[0] as number], a.offset);

/** Batches of matrices: [batch, m, k] @ [batch, k, n]. */
export function bmm(a: Tensor, b: Tensor): Tensor {
  check(a.rank === 3, () => 'batch1 must be a 3D tensor');
  check(b.rank === 3, () => 'batch2 must be a 3D tensor');
  const [batch, m, k] = a.sizes as [number, number, number];
  const n = b.sizes[2] as number;
  check(
    b.sizes[0] === batch && b.sizes[1] === k,
    () =>
      `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${k}] but got: [${b.sizes[0]}, ${b.sizes[1]}].`,
  );
  meet(a, b);
  checkTypes(a, b);
  const compute = computeTypeOf(a.dtype);
  const left = operand(converted(a, compute));
  const right = operand(converted(b, compute));
  const out = emptyTensor([batch, m, n], compute, a.backend);
  const [stepA, stepB] = [left.tensor.strides[0] as number, right.tensor.strides[0] as number];
  const gemm = { ...layout(left, right, m, n, k), batch: { count: batch, stepA, stepB, stepOut: m * n } };
  a.backend.gemm(left.tensor, 0, right.tensor, 0, null, out, 0, gemm);
  return track(converted(out, a.dtype), 'BmmBackward0', [a, b], [a, b], ([grad], [x, y], needs) =>
    grad && x && y
      ? [
          needs[0] === true ? bmm(grad, transpose(y, 1, 2)) : null,
          needs[1] === true ? bmm(transpose(x, 1, 2), grad) : null,
        ]
      : [],
  );
}

/** torch.matmul: vectors, matrices and broadcast batches. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  check(
    a.rank > 0 && b.rank > 0,
    () => `both arguments to matmul need to be at least 1D, but they are ${a.rank}D and ${b.rank}D`,
  );
  if (a.rank === 1 && b.rank === 1) return dot(a, b);
  if (a.rank === 2 && b.rank === 1) return mv(a, b);
  if (a.rank === 1 && b.rank === 2) return named(squeeze(mm(unsqueeze(a, 0), b), [0]), 'SqueezeBackward3');
  if (a.rank === 2 && b.rank === 2) return mm(a, b);
  if (b.rank <= 2 && a.rank >= 3) {
    // One product of the flattened batch: the weights are the same for every matrix.
    const matrix = b.rank === 1 ? unsqueeze(b, 1) : b;
    const k = a.sizes[a.rank - 1] as number;
    check(
      k === matrix.sizes[0],
      () =>
        `mat1 and mat2 shapes cannot be multiplied (${numelOf(a.sizes.slice(0, -1))}x${k} and ${shapeText(matrix)})`,
    );
    const out = mm(reshape(a, [numelOf(a.sizes.slice(0, -1)), k]), matrix);
    const sizes = b.rank === 1 ? a.sizes.slice(0, -1) : [...a.sizes.slice(0, -1), matrix.sizes[1] as number];
    return reshape(out, sizes, 'UnsafeViewBackward0');
  }
  return batched(a, b);
}

function batched(a: Tensor, b: Tensor): Tensor {
  const left = a.rank === 1 ? unsqueeze(a, 0) : a;
  const right = b.rank === 1 ? unsqueeze(b, 1) : b;
  const batch = broadcastSizes(left.sizes.slice(0, -2), right.sizes.slice(0, -2));
  const count = numelOf(batch);
  const [m, k] = left.sizes.slice(-2) as [number, number];
  const [k2, n] = right.sizes.slice(-2) as [number, number];
  check(
    k === k2,
    () => `Expected size for first two dimensions of batch2 tensor to be: [${count}, ${k}] but got: [${count}, ${k2}].`,
  );
  const flat = (t: Tensor, rows: number, columns: number): Tensor =>
    reshape(expand(t, [...batch, rows, columns]), [count, rows, columns]);
  const out = bmm(flat(left, m, k), flat(right, k, n));
  const sizes: Sizes = [...batch, ...(a.rank === 1 ? [] : [m]), ...(b.rank === 1 ? [] : [n])];
  return reshape(out, sizes, 'UnsafeViewBackward0');
}

export function dot(a: Tensor, b: Tensor): Tensor {
  check(a.rank === 1 && b.rank === 1, () => `1D tensors expected, but got ${a.rank}D and ${b.rank}D tensors`);
  check(
    a.numel === b.numel,
    () =>
      `inconsistent tensor size, expected tensor [${a.numel}] and src [${b.numel}] to have the same number of elements, but got ${a.numel} and ${b.numel} elements respectively`,
  );
  check(
    a.dtype === b.dtype,
    () => `dot : expected both vectors to have same dtype, but found ${scalarName(a.dtype)} and ${scalarName(b.dtype)}`,
  );
  return named(reshape(mm(unsqueeze(a, 0), unsqueeze(b, 1)), []), 'DotBackward0');
}

function mv(a: Tensor, b: Tensor): Tensor {
  check(
    a.sizes[1] === b.sizes[0],
    () => `size mismatch, got input (${a.sizes[0]}), mat (${shapeText(a)}), vec (${b.sizes[0]})`,
  );
  return named(squeeze(mm(a, unsqueeze(b, 1)), [1]), 'MvBackward0');
}

/** a @ b + bias in one pass: a layer whose weight is kept as [in, out], as Keras has it. */
const biased = (a: Tensor, b: Tensor, bias: Tensor): Tensor =>
  track(rawMm(a, b, bias), 'AddmmBackward0', [bias, a, b], [a, b], ([grad], [x, y], needs) =>
    grad && x && y
      ? [
          needs[0] === true ? sum(grad, [0], false) : null,
          needs[1] === true ? mm(grad, transpose(y, 0, 1)) : null,
          needs[2] === true ? mm(transpose(x, 0, 1), grad) : null,
        ]
      : [],
  );

/** beta · input + alpha · (a @ b). */
function addmm(input: Tensor, a: Tensor, b: Tensor, beta: number, alpha: number): Tensor {
  const isLayer = input.rank === 1 && a.rank === 2 && b.rank === 2 && input.sizes[0] === b.sizes[1];
  const alike = input.dtype === a.dtype && input.backend === a.backend && a.backend === b.backend;
  const plain = beta === 1 && alpha === 1 && categoryOf(a.dtype) === 2;
  if (plain && isLayer && alike && a.sizes[1] === b.sizes[0]) return biased(a, b, input);
  const product = mm(a, b);
  const scaled = alpha === 1 ? product : scale(product, alpha);
  const base = beta === 1 ? input : scale(input, beta);
  return named(add(base, scaled), 'AddmmBackward0');
}

expose('mm', 'tt', (a: Tensor, b: Tensor) => mm(a, b));
expose('bmm', 'tt', bmm);
expose('matmul', 'tt', matmul);
expose('dot', 'tt', dot);
expose('mv', 'tt', mv);
expose('linear', 'tto', linear);
expose('addmm', 'tttss', (input: Tensor, a: Tensor, b: Tensor, beta: PythonNumber, alpha: PythonNumber) =>
  addmm(input, a, b, Number(beta.value), Number(alpha.value)),
);
