/** The cpu device: the Backend interface on WASM kernels in shared memory. Elementwise operations are in elementwise.ts. */
import type { AdamStep, Backend, Gemm, Lanes, RecurrentSteps, SgdStep, Window2d } from '../core/backend';
import type { EngineMemory } from '../core/devices';
import { bytesOf, computeTypeOf, type DType } from '../core/dtype';
import { fail } from '../core/errors';
import { REDUCE_OPS, SCAN_OPS, SCATTER_OPS } from '../core/opcodes';
import type { BinaryOp, CompareOp, ReduceOp, ScanOp, ScatterOp, TestOp, UnaryOp } from '../core/opcodes';
import { isContiguous, numelOf } from '../core/shape';
import { emptyTensor, scoped, type Tensor } from '../core/tensor';
import * as elementwise from './elementwise';
import { widthOf } from './elementwise';
import { gemm, rowsOf } from './gemm';
import { instantiateKernels, type Kernels } from './kernels';
import { codesOf, kernelFor, Machine, pointerOf } from './machine';
import { recurrentSteps } from './recurrent';
import * as windows from './windows';

const REDUCE = codesOf(REDUCE_OPS);
const SCAN = codesOf(SCAN_OPS);
const SCATTER = codesOf(SCATTER_OPS);
/** i32 values of an optimizer's record: five pointers and a count. */
const RECORD = 6;

/**
 * Groups that are normalised together: each has `parts` runs of `run` neighbours; steps are in elements. Rows of layer
 * norm: one part. Channels of batch norm on [N, C, S]: groups C, groupStep S, parts N, partStep C · S, run S.
 */
export interface Groups {
  readonly groups: number;
  readonly groupStep: number;
  readonly parts: number;
  readonly partStep: number;
  readonly run: number;
}

const flag = (on: boolean): number => (on ? 1 : 0);

export class CpuBackend implements Backend {
  readonly kind = 'cpu';
  /** One image's: they stay in the cache. */
  readonly columnBytes = 0;
  readonly recurrent: RecurrentSteps;
  private readonly machine: Machine;

  constructor(kernels: Kernels, memory: EngineMemory) {
    this.machine = new Machine(kernels, memory);
    this.recurrent = recurrentSteps(this.machine);
  }

  /** Bytes of storages that are alive, rounded up to blocks. */
  get bytesInUse(): number {
    return this.machine.pool.used;
  }

  allocate(bytes: number): number {
    return this.machine.pool.take(bytes);
  }

  free(memory: number, bytes: number): void {
    this.machine.pool.give(memory, bytes);
  }

  requireDtype(): void {
    // Every dtype is possible here.
  }

  read(tensor: Tensor): Uint8Array {
    return scoped(() => {
      let packed = tensor;
      if (!isContiguous(tensor.sizes, tensor.strides)) {
        packed = emptyTensor(tensor.sizes, tensor.dtype, this);
        this.copy(tensor, packed);
      }
      const start = pointerOf(packed) >>> 0;
      return this.machine.u8.slice(start, start + numelOf(packed.sizes) * bytesOf(packed.dtype));
    });
  }

  write(out: Tensor, bytes: Uint8Array): void {
    this.machine.u8.set(bytes, pointerOf(out) >>> 0);
  }

  copy(source: Tensor, out: Tensor): void {
    elementwise.copy(this.machine, source, out);
  }

  fill(out: Tensor, value: number | bigint): void {
    elementwise.fill(this.machine, out, value);
  }

  unary(op: UnaryOp, a: Tensor, out: Tensor, p0: number, p1: number): void {
    elementwise.unary(this.machine, op, a, out, p0, p1);
  }

  binary(op: BinaryOp, a: Tensor, b: Tensor, out: Tensor, p0: number, p1: number): void {
    elementwise.binary(this.machine, op, a, b, out, p0, p1);
  }

  compare(op: CompareOp, a: Tensor, b: Tensor, out: Tensor): void {
    elementwise.compare(this.machine, op, a, b, out);
  }

  test(op: TestOp, a: Tensor, out: Tensor): void {
    elementwise.test(this.machine, op, a, out);
  }

  where(condition: Tensor, a: Tensor, b: Tensor, out: Tensor): void {
    elementwise.where(this.machine, condition, a, b, out);
  }

  reduce(op: ReduceOp, a: Tensor, out: Tensor, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.reduce, a.dtype, op);
    kernel(REDUCE[op], pointerOf(a), pointerOf(out), outer, n, inner);
  }

  reduceBool(op: 'any' | 'all', a: Tensor, out: Tensor, { outer, n, inner }: Lanes): void {
    this.machine.kernels.reduceBool(flag(op === 'all'), pointerOf(a), pointerOf(out), outer, n, inner);
  }

  reduceIndex(op: 'max' | 'min', a: Tensor, values: Tensor | null, indices: Tensor, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.position, a.dtype, `arg${op}`);
    const valuesAt = values === null ? 0 : pointerOf(values);
    kernel(flag(op === 'min'), pointerOf(a), valuesAt, pointerOf(indices), outer, n, inner);
  }

  variance(a: Tensor, mean: Tensor, variance: Tensor, correction: number, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.variance, a.dtype, 'std_var');
    kernel(pointerOf(a), pointerOf(mean), pointerOf(variance), correction, outer, n, inner);
  }

  scan(op: ScanOp, a: Tensor, out: Tensor, indices: Tensor | null, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.scan, a.dtype, op);
    const at = indices === null ? 0 : pointerOf(indices);
    kernel(SCAN[op], pointerOf(a), pointerOf(out), at, outer, n, inner);
  }

  softmax(a: Tensor, out: Tensor, log: boolean, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.softmax, a.dtype, 'softmax');
    kernel(pointerOf(a), pointerOf(out), flag(log), outer, n, inner);
  }

  softmaxBackward(grad: Tensor, y: Tensor, out: Tensor, log: boolean, { outer, n, inner }: Lanes): void {
    const kernel = kernelFor(this.machine.kernels.softmaxBackward, y.dtype, 'softmax_backward');
    kernel(pointerOf(grad), pointerOf(y), pointerOf(out), flag(log), outer, n, inner);
  }

  sort(a: Tensor, values: Tensor, indices: Tensor, descending: boolean): void {
    const count = numelOf(a.sizes);
    if (count === 0) return;
    const n = a.sizes[a.sizes.length - 1] ?? 1;
    const kernel = kernelFor(this.machine.kernels.sort, a.dtype, 'sort');
    if (pointerOf(a) !== pointerOf(values)) this.copy(a, values);
    const workspace = this.machine.workspace(n * (8 + bytesOf(a.dtype)));
    kernel(pointerOf(values), pointerOf(indices), count / n, n, flag(descending), workspace);
  }

  gemm(
    a: Tensor,
    offsetA: number,
    b: Tensor,
    offsetB: number,
    bias: Tensor | null,
    out: Tensor,
    offsetOut: number,
    shape: Gemm,
  ): void {
    gemm(this.machine, a, offsetA, b, offsetB, bias, out, offsetOut, shape);
    if (shape.rowSums !== undefined) this.reduce('sum', a, shape.rowSums, rowsOf(shape));
  }

  crossEntropy(logits: Tensor, labels: Tensor, losses: Tensor, probabilities: Tensor, ignoreIndex: number): void {
    const rows = logits.sizes[0] ?? 1;
    const columns = logits.sizes[1] ?? 1;
    const kernel = kernelFor(this.machine.kernels.crossEntropy, logits.dtype, 'nll_loss');
    const at = pointerOf(labels);
    const bad = kernel(pointerOf(logits), at, pointerOf(losses), pointerOf(probabilities), rows, columns, ignoreIndex);
    if (bad >= 0) fail('IndexError', `Target ${this.int64At(at + bad * 8)} is out of bounds.`);
  }

  keptMean(losses: Tensor, labels: Tensor, mean: Tensor, share: Tensor, ignoreIndex: number): void {
    const kernel = kernelFor(this.machine.kernels.keptMean, losses.dtype, 'nll_loss');
    kernel(pointerOf(losses), pointerOf(labels), pointerOf(mean), pointerOf(share), losses.numel, ignoreIndex);
  }

  crossEntropyBackward(
    probabilities: Tensor,
    labels: Tensor,
    scale: Tensor,
    share: Tensor | null,
    out: Tensor,
    ignoreIndex: number,
  ): void {
    const rows = probabilities.sizes[0] ?? 1;
    const columns = probabilities.sizes[1] ?? 1;
    const kernel = kernelFor(this.machine.kernels.crossEntropyBackward, probabilities.dtype, 'nll_loss_backward');
    const step = numelOf(scale.sizes) === 1 ? 0 : bytesOf(scale.dtype);
    const target = pointerOf(out);
    const from = [pointerOf(probabilities), pointerOf(labels), pointerOf(scale)] as const;
    kernel(...from, step, share === null ? 0 : pointerOf(share), target, rows, columns, ignoreIndex);
  }

  indexSelect(source: Tensor, index: Tensor, out: Tensor, { outer, n, inner }: Lanes): void {
    const count = numelOf(index.sizes);
    if (this.badIndex(index, n) !== null) fail('IndexError', 'index out of range in self');
    const row = inner * bytesOf(source.dtype);
    this.machine.kernels.indexSelect(pointerOf(source), pointerOf(index), pointerOf(out), outer, n, count, row);
  }

  indexWrite(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, lanes: Lanes): void {
    const { outer, n, inner } = lanes;
    const count = numelOf(index.sizes);
    if (this.badIndex(index, n) !== null) fail('IndexError', 'index out of range in self');
    const { kernels } = this.machine;
    if (op === 'set') {
      const row = inner * bytesOf(out.dtype);
      kernels.indexSet(pointerOf(out), pointerOf(index), pointerOf(source), outer, n, count, row);
      return;
    }
    this.widened(out, source, (into, from) => {
      const kernel = kernelFor(kernels.indexCombine, into.dtype, 'index_add');
      kernel(SCATTER[op], pointerOf(into), pointerOf(index), pointerOf(from), outer, n, count, inner);
    });
  }

  gather(source: Tensor, index: Tensor, out: Tensor, { outer, n, inner }: Lanes, sourceN: number): void {
    this.requireIndex(index, sourceN);
    const kernel = this.machine.kernels.gather[widthOf(source)];
    kernel(pointerOf(source), pointerOf(index), pointerOf(out), outer, n, inner, sourceN);
  }

  scatter(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, { outer, n, inner }: Lanes, outN: number): void {
    this.requireIndex(index, outN);
    const { kernels } = this.machine;
    if (op === 'set') {
      const kernel = kernels.scatterSet[widthOf(out)];
      kernel(pointerOf(out), pointerOf(index), pointerOf(source), outer, n, inner, outN);
      return;
    }
    this.widened(out, source, (into, from) => {
      const kernel = kernelFor(kernels.scatter, into.dtype, 'scatter');
      kernel(SCATTER[op], pointerOf(into), pointerOf(index), pointerOf(from), outer, n, inner, outN);
    });
  }

  nonzero(mask: Tensor, out: Tensor | null): number {
    const n = numelOf(mask.sizes);
    return this.machine.kernels.nonzero(pointerOf(mask), out === null ? 0 : pointerOf(out), n);
  }

  unfold2d(image: Tensor, first: number, columns: Tensor, window: Window2d): void {
    windows.unfold(this.machine, image, first, columns, window);
  }

  fold2d(columns: Tensor, image: Tensor, first: number, window: Window2d): void {
    windows.fold(this.machine, columns, image, first, window);
  }

  maxPool2d(a: Tensor, out: Tensor, indices: Tensor, window: Window2d): void {
    windows.maxPool(this.machine, a, out, indices, window);
  }

  maxPool2dBackward(grad: Tensor, indices: Tensor, out: Tensor): void {
    this.fill(out, 0);
    windows.maxPoolBackward(this.machine, grad, indices, out);
  }

  avgPool2d(a: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void {
    windows.avgPool(this.machine, a, out, window, countIncludePad, divisor);
  }

  avgPool2dBackward(grad: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void {
    this.fill(out, 0);
    windows.avgPoolBackward(this.machine, grad, out, window, countIncludePad, divisor);
  }

  /**
   * Contiguous and floating. out = (a - mean) / sqrt(variance + eps) over groups of elements; `mean`, `variance` (biased)
   * and `inverse` (1 / deviation, for the derivative) have an element per group.
   */
  normalize(
    a: Tensor,
    out: Tensor,
    mean: Tensor,
    variance: Tensor,
    inverse: Tensor,
    { groups, groupStep, parts, partStep, run }: Groups,
    eps: number,
  ): void {
    const kernel = kernelFor(this.machine.kernels.normalize, a.dtype, 'normalize');
    const [means, variances, inverses] = [pointerOf(mean), pointerOf(variance), pointerOf(inverse)];
    const from = pointerOf(a);
    kernel(from, pointerOf(out), means, variances, inverses, groups, groupStep, parts, partStep, run, eps);
  }

  /** `y` is normalize's output. */
  normalizeBackward(
    grad: Tensor,
    y: Tensor,
    inverse: Tensor,
    out: Tensor,
    { groups, groupStep, parts, partStep, run }: Groups,
  ): void {
    const kernel = kernelFor(this.machine.kernels.normalizeBackward, y.dtype, 'normalize_backward');
    const inverses = pointerOf(inverse);
    kernel(pointerOf(grad), pointerOf(y), inverses, pointerOf(out), groups, groupStep, parts, partStep, run);
  }

  adam(
    parameters: readonly Tensor[],
    grads: readonly Tensor[],
    means: readonly Tensor[],
    squares: readonly Tensor[],
    maxSquares: readonly Tensor[] | null,
    { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step }: AdamStep,
  ): void {
    const first = parameters[0];
    if (first === undefined) return;
    const kernel = kernelFor(this.machine.kernels.adam, first.dtype, 'adam');
    const table = this.table(parameters, [parameters, grads, means, squares, maxSquares]);
    const correction1 = 1 - beta1 ** step;
    const root = Math.sqrt(1 - beta2 ** step);
    const count = parameters.length;
    kernel(table, count, lr, beta1, beta2, eps, weightDecay, flag(decoupled), correction1, root, flag(maximize));
  }

  sgd(parameters: readonly Tensor[], grads: readonly Tensor[], momenta: readonly Tensor[] | null, step: SgdStep): void {
    const first = parameters[0];
    if (first === undefined) return;
    const kernel = kernelFor(this.machine.kernels.sgd, first.dtype, 'sgd');
    const table = this.table(parameters, [parameters, grads, momenta, null, null]);
    const { lr, momentum, dampening, weightDecay, nesterov, maximize } = step;
    const count = parameters.length;
    kernel(table, count, lr, momentum, dampening, weightDecay, flag(nesterov), flag(maximize), flag(step.first));
  }

  /** One record per parameter: a pointer from each list (0 where it is null) and the count of elements. */
  private table(parameters: readonly Tensor[], lists: readonly (readonly Tensor[] | null)[]): number {
    const table = this.machine.workspace(parameters.length * RECORD * 4);
    const words = this.machine.i32;
    for (let i = 0; i < parameters.length; i++) {
      const at = (table >>> 2) + i * RECORD;
      for (let j = 0; j < lists.length; j++) {
        const tensor = lists[j]?.[i];
        words[at + j] = tensor === undefined ? 0 : pointerOf(tensor);
      }
      words[at + lists.length] = numelOf((parameters[i] as Tensor).sizes);
    }
    return table;
  }

  /** Runs `body` on operands of a compute type; narrow ones are widened before and narrowed after. */
  private widened(out: Tensor, source: Tensor, body: (out: Tensor, source: Tensor) => void): void {
    const type: DType = computeTypeOf(out.dtype);
    if (type === out.dtype) return body(out, source);
    scoped(() => {
      const wideOut = emptyTensor(out.sizes, type, this);
      const wideSource = emptyTensor(source.sizes, type, this);
      this.copy(out, wideOut);
      this.copy(source, wideSource);
      body(wideOut, wideSource);
      this.copy(wideOut, out);
    });
  }

  /** The first position outside [0, size), or null. */
  private badIndex(index: Tensor, size: number): bigint | null {
    const at = this.machine.kernels.checkIndex(pointerOf(index), numelOf(index.sizes), size);
    return at < 0 ? null : this.int64At(pointerOf(index) + at * 8);
  }

  private requireIndex(index: Tensor, size: number): void {
    const bad = this.badIndex(index, size);
    if (bad !== null) fail('RuntimeError', `index ${bad} is out of bounds for dimension with size ${size}`);
  }

  private int64At(pointer: number): bigint {
    return new DataView(this.machine.u8.buffer).getBigInt64(pointer >>> 0, true);
  }
}

/** `kernels` is the module that kernels/build.ts compiled. */
export async function createCpuBackend(memory: EngineMemory, kernels: WebAssembly.Module): Promise<CpuBackend> {
  return new CpuBackend(await instantiateKernels(kernels, memory.memory), memory);
}
