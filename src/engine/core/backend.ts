/**
 * What a device must be able to do. Every method writes into tensors that the caller made, so that in-place forms need
 * no method of their own, and both devices share shape inference, promotion and derivatives (src/engine/ops).
 *
 * Conventions: operands have one compute type (float32, float64, int64, int32) unless a method says otherwise, and may
 * have any strides; sizes broadcast to `out.sizes` from the right. `out` never overlaps an operand except exactly
 * (same offset and strides). "Contiguous" is said where it is required. Index tensors are int64.
 */
import type { BinaryOp, CompareOp, ReduceOp, ScanOp, ScatterOp, TestOp, UnaryOp } from './opcodes';
import type { DType } from './dtype';
import type { Tensor } from './tensor';

export type DeviceKind = 'cpu' | 'cuda';

/** A device's memory for one storage: a pointer into WASM memory, or a GPU buffer. */
export type DeviceMemory = number | object;

/** A contiguous tensor seen as [outer, n, inner]; the middle one is reduced, scanned or indexed. */
export interface Lanes {
  readonly outer: number;
  readonly n: number;
  readonly inner: number;
}

export interface Gemm {
  /** op(A) is m × k, op(B) is k × n; leading dimensions in elements of the stored matrices. */
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly lda: number;
  readonly ldb: number;
  readonly ldc: number;
  /** out = op(A) op(B) (+ bias per column) (+ out). */
  readonly accumulate: boolean;
  readonly relu: boolean;
  /** Gets the sums of op(A)'s rows in the same pass (A without gaps): a linear layer's bias gradient beside its weight's. */
  readonly rowSums?: Tensor;
  /** Several products of one shape: how many, and how far apart (in elements) their operands and results are. */
  readonly batch?: Batch;
}

export interface Batch {
  readonly count: number;
  readonly stepA: number;
  readonly stepB: number;
  /** 0: the products are added up, which needs `accumulate`. */
  readonly stepOut: number;
}

export interface Window2d {
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
}

export interface AdamStep {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  /** AdamW: the decay acts on the parameter, not on the gradient. */
  readonly decoupled: boolean;
  readonly maximize: boolean;
  readonly step: number;
}

export interface SgdStep {
  readonly lr: number;
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
  /** The momentum buffer is set to the gradient instead of updated. */
  readonly first: boolean;
}

/**
 * One step of a gated recurrent layer after its matrix products, and the derivatives of that step. All contiguous and
 * float32; states [rows, width], gates [rows, 4 · width] (LSTM: i, f, g, o) or [rows, 3 · width] (GRU: r, z, n).
 */
export interface RecurrentSteps {
  /** `gates`: sums before, values after. Writes the cell after the step and what it shows. */
  lstm(gates: Tensor, cell: Tensor, next: Tensor, hidden: Tensor): void;
  /** `gradCell` is the gradient of `next` before and of `cell` after; writes the gradient of the sums. */
  lstmBackward(
    gates: Tensor,
    cell: Tensor,
    next: Tensor,
    gradHidden: Tensor,
    gradCell: Tensor,
    gradGates: Tensor,
  ): void;
  /** `inputs` and `state` are the products with the input and with `hidden`. Writes the gates' values and the state after. */
  gru(inputs: Tensor, state: Tensor, hidden: Tensor, gates: Tensor, next: Tensor): void;
  /** Writes the gradients of both products, and adds to `gradHidden` what reaches `hidden` past them. */
  gruBackward(
    gates: Tensor,
    state: Tensor,
    hidden: Tensor,
    grad: Tensor,
    gradHidden: Tensor,
    gradInputs: Tensor,
    gradState: Tensor,
  ): void;
}

export interface Backend {
  readonly kind: DeviceKind;

  /** Uninitialised memory. */
  allocate(bytes: number, dtype: DType): DeviceMemory;
  free(memory: DeviceMemory, bytes: number): void;
  /** PyTorch's way to say that a dtype is not possible on this device; returns when it is. */
  requireDtype(dtype: DType): void;

  /** Elements in row-major order, as bytes of the tensor's dtype; a promise where the device is asynchronous. */
  read(tensor: Tensor): Uint8Array | Promise<Uint8Array>;
  /** Bytes of `out`'s dtype into a contiguous tensor. */
  write(out: Tensor, bytes: Uint8Array): void;

  /** Any dtypes, any strides, broadcasting: copies and converts as `Tensor.copy_` does. */
  copy(source: Tensor, out: Tensor): void;
  /** Any dtype and strides. */
  fill(out: Tensor, value: number | bigint): void;

  unary(op: UnaryOp, a: Tensor, out: Tensor, p0: number, p1: number): void;
  binary(op: BinaryOp, a: Tensor, b: Tensor, out: Tensor, p0: number, p1: number): void;
  /** `out` is bool. */
  compare(op: CompareOp, a: Tensor, b: Tensor, out: Tensor): void;
  /** `out` is bool. */
  test(op: TestOp, a: Tensor, out: Tensor): void;
  /** `condition` is bool; a, b and out have one dtype of any kind. */
  where(condition: Tensor, a: Tensor, b: Tensor, out: Tensor): void;

  /** Contiguous. Sums of int32 are made in int64 by the caller's choice of types. */
  reduce(op: ReduceOp, a: Tensor, out: Tensor, lanes: Lanes): void;
  /** Contiguous bool → bool. */
  reduceBool(op: 'any' | 'all', a: Tensor, out: Tensor, lanes: Lanes): void;
  /** Contiguous; `values` may be null when only the positions are wanted. */
  reduceIndex(op: 'max' | 'min', a: Tensor, values: Tensor | null, indices: Tensor, lanes: Lanes): void;
  /** Contiguous; mean and sum of squared deviations divided by max(0, n - correction). Floating types. */
  variance(a: Tensor, mean: Tensor, variance: Tensor, correction: number, lanes: Lanes): void;
  /** Contiguous; `indices` for cummax and cummin only. */
  scan(op: ScanOp, a: Tensor, out: Tensor, indices: Tensor | null, lanes: Lanes): void;
  /** Contiguous, floating. */
  softmax(a: Tensor, out: Tensor, log: boolean, lanes: Lanes): void;
  /** Contiguous; `y` is softmax's (or log_softmax's) output. */
  softmaxBackward(grad: Tensor, y: Tensor, out: Tensor, log: boolean, lanes: Lanes): void;
  /** Contiguous rows, values and int64 positions out; NaN is the largest. */
  sort(a: Tensor, values: Tensor, indices: Tensor, descending: boolean): void;

  /** Contiguous storage with the given leading dimensions, one offset each (elements, relative to the tensor's). */
  gemm(
    a: Tensor,
    offsetA: number,
    b: Tensor,
    offsetB: number,
    bias: Tensor | null,
    out: Tensor,
    offsetOut: number,
    gemm: Gemm,
  ): void;

  /**
   * Contiguous logits [rows, columns] and int64 labels [rows]. Writes each row's loss to `losses` and softmax(logits)
   * to `probabilities`. Rows whose label is `ignoreIndex` get loss 0. A label outside [0, columns) fails.
   */
  crossEntropy(logits: Tensor, labels: Tensor, losses: Tensor, probabilities: Tensor, ignoreIndex: number): void;
  /** The mean of the losses of rows that are not ignored, and 1 / how many those are, each to a tensor of one element. */
  keptMean(losses: Tensor, labels: Tensor, mean: Tensor, share: Tensor, ignoreIndex: number): void;
  /** out = (probabilities - onehot(labels)) * scale[row] * share (scale has 1 or `rows` elements, share is 1 if null); ignored rows are 0. */
  crossEntropyBackward(
    probabilities: Tensor,
    labels: Tensor,
    scale: Tensor,
    share: Tensor | null,
    out: Tensor,
    ignoreIndex: number,
  ): void;

  /** All contiguous, any dtype. out[o, j, i] = source[o, index[j], i]; `lanes.n` is source's. */
  indexSelect(source: Tensor, index: Tensor, out: Tensor, lanes: Lanes): void;
  /** out[o, index[j], i] op= source[o, j, i]; `lanes.n` is out's. */
  indexWrite(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, lanes: Lanes): void;
  /** out[o, j, i] = source[o, index[o, j, i], i]; `lanes` are index's, `sourceN` is source's middle size; outer and inner agree. */
  gather(source: Tensor, index: Tensor, out: Tensor, lanes: Lanes, sourceN: number): void;
  /** out[o, index[o, j, i], i] op= source[o, j, i]; `lanes` are index's, `outN` is out's middle size. */
  scatter(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, lanes: Lanes, outN: number): void;
  /** Contiguous bool mask → how many are set; writes their flat positions to `out` when it is given. CPU only. */
  nonzero(mask: Tensor, out: Tensor | null): number;

  /** Bytes of columns that a convolution should make at once, where one image's do not fill it. */
  readonly columnBytes: number;
  /**
   * Contiguous NCHW → columns [images, C·kh·kw, oh·ow] of as many images from `first` on (one where the leading size is
   * missing), and back (accumulating).
   */
  unfold2d(image: Tensor, first: number, columns: Tensor, window: Window2d): void;
  fold2d(columns: Tensor, image: Tensor, first: number, window: Window2d): void;
  /** Contiguous NCHW; indices are flat positions within the plane. */
  maxPool2d(a: Tensor, out: Tensor, indices: Tensor, window: Window2d): void;
  /** grad and indices like maxPool2d's out; `out` is zeroed by the callee. */
  maxPool2dBackward(grad: Tensor, indices: Tensor, out: Tensor): void;
  avgPool2d(a: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void;
  avgPool2dBackward(grad: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void;

  readonly recurrent: RecurrentSteps;

  /** Parameter lists in one call each; all contiguous and of one floating type. `maxSquares` is null without amsgrad. */
  adam(
    parameters: readonly Tensor[],
    grads: readonly Tensor[],
    means: readonly Tensor[],
    squares: readonly Tensor[],
    maxSquares: readonly Tensor[] | null,
    step: AdamStep,
  ): void;
  sgd(parameters: readonly Tensor[], grads: readonly Tensor[], momenta: readonly Tensor[] | null, step: SgdStep): void;
}
