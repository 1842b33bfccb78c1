/** The cuda device: the Backend interface on WGSL kernels. Each family of operations is in a file of its own. */
import type { AdamStep, Backend, Gemm, Lanes, RecurrentSteps, SgdStep, Window2d } from '../../core/backend';
import { bytesOf, type DType } from '../../core/dtype';
import { fail } from '../../core/errors';
import type { BinaryOp, CompareOp, ReduceOp, ScanOp, ScatterOp, TestOp, UnaryOp } from '../../core/opcodes';
import { isContiguous } from '../../core/shape';
import { emptyTensor, scoped, type Tensor } from '../../core/tensor';
import type { OpenedGpu } from './adapter';
import { floatBits, integerBits } from './bits';
import { kindOf, notImplemented, requireDtype, toBytes, toWords } from './convert';
import * as copies from './copy';
import { elementwise } from './elementwise';
import { gemm } from './gemm';
import type { Block } from './heap';
import * as indexing from './indexing';
import { Machine } from './machine';
import { BINARY, COMPARE, TEST, UNARY } from './operations';
import * as optimizers from './optimizers';
import { recurrentSteps } from './recurrent';
import * as reductions from './reduce';
import { scan } from './scan';
import * as softmaxes from './softmax';
import { sort } from './sort';
import * as windows from './windows';

const AS_BOOL = (condition: string): string => `select(0u, 1u, ${condition})`;

export class WebGpuBackend implements Backend {
  readonly kind = 'cuda';
  readonly columnBytes = 64 * 2 ** 20;
  readonly machine: Machine;
  readonly recurrent: RecurrentSteps;

  constructor(gpu: OpenedGpu, onLost: (reason: string) => void) {
    this.machine = new Machine(gpu, onLost);
    this.recurrent = recurrentSteps(this.machine);
  }

  allocate(bytes: number, dtype: DType): Block {
    return this.machine.allocate(bytes / bytesOf(dtype));
  }

  free(memory: object): void {
    this.machine.free(memory as Block);
  }

  requireDtype(dtype: DType): void {
    requireDtype(dtype);
  }

  read(tensor: Tensor): Uint8Array | Promise<Uint8Array> {
    const constant = this.machine.constantOf(tensor);
    if (constant !== null) return toBytes(new Uint32Array(tensor.numel).fill(constant), tensor.dtype);
    return scoped(() => {
      let packed = tensor;
      if (!isContiguous(tensor.sizes, tensor.strides)) {
        packed = emptyTensor(tensor.sizes, tensor.dtype, this);
        this.copy(tensor, packed);
      }
      const { dtype } = tensor;
      return this.machine.read(this.machine.source(packed), packed.numel).then((words) => toBytes(words, dtype));
    });
  }

  write(out: Tensor, bytes: Uint8Array): void {
    if (bytes.length > 0) this.machine.write(out, toWords(bytes, out.dtype));
  }

  copy(source: Tensor, out: Tensor): void {
    copies.copy(this.machine, source, out);
  }

  fill(out: Tensor, value: number | bigint): void {
    copies.fill(this.machine, out, value);
  }

  unary(op: UnaryOp, a: Tensor, out: Tensor, p0: number, p1: number): void {
    const kind = kindOf(a.dtype);
    const code = UNARY[op][kind === 'f32' ? 0 : 1] ?? notImplemented(op, a.dtype);
    const [p, q] = kind === 'f32' ? [floatBits(p0), floatBits(p1)] : [integerBits(p0), integerBits(p1)];
    const expression = { name: `${op} ${kind}`, code: () => code, kinds: [kind], result: kind, parameter: kind };
    elementwise(this.machine, expression, [a], out, p, q);
  }

  binary(op: BinaryOp, a: Tensor, b: Tensor, out: Tensor, p0: number, p1: number): void {
    const kind = kindOf(out.dtype);
    const code = BINARY[op][kind === 'f32' ? 0 : 1] ?? notImplemented(op, out.dtype);
    const [p, q] = kind === 'f32' ? [floatBits(p0), floatBits(p1)] : [integerBits(p0), integerBits(p1)];
    const expression = { name: `${op} ${kind}`, code: () => code, kinds: [kind, kind], result: kind, parameter: kind };
    elementwise(this.machine, expression, [a, b], out, p, q);
  }

  compare(op: CompareOp, a: Tensor, b: Tensor, out: Tensor): void {
    const kind = kindOf(a.dtype);
    const code = (): string => AS_BOOL(COMPARE[op]);
    const expression = { name: `${op} ${kind}`, code, kinds: [kind, kind], result: 'u32', parameter: 'u32' } as const;
    elementwise(this.machine, expression, [a, b], out);
  }

  test(op: TestOp, a: Tensor, out: Tensor): void {
    const kind = kindOf(a.dtype);
    const code = (): string => AS_BOOL(TEST[op][kind === 'f32' ? 0 : 1] ?? 'false');
    elementwise(
      this.machine,
      { name: `${op} ${kind}`, code, kinds: [kind], result: 'u32', parameter: 'u32' },
      [a],
      out,
    );
  }

  where(condition: Tensor, a: Tensor, b: Tensor, out: Tensor): void {
    copies.where(this.machine, condition, a, b, out);
  }

  reduce(op: ReduceOp, a: Tensor, out: Tensor, lanes: Lanes): void {
    reductions.reduce(this.machine, op, a, out, lanes);
  }

  reduceBool(op: 'any' | 'all', a: Tensor, out: Tensor, lanes: Lanes): void {
    reductions.reduceBool(this.machine, op, a, out, lanes);
  }

  reduceIndex(op: 'max' | 'min', a: Tensor, values: Tensor | null, indices: Tensor, lanes: Lanes): void {
    reductions.reduceIndex(this.machine, op, a, values, indices, lanes);
  }

  variance(a: Tensor, mean: Tensor, variance: Tensor, correction: number, lanes: Lanes): void {
    reductions.variance(this.machine, a, mean, variance, correction, lanes);
  }

  scan(op: ScanOp, a: Tensor, out: Tensor, indices: Tensor | null, lanes: Lanes): void {
    scan(this.machine, op, a, out, indices, lanes);
  }

  softmax(a: Tensor, out: Tensor, log: boolean, lanes: Lanes): void {
    softmaxes.softmax(this.machine, a, out, log, lanes);
  }

  softmaxBackward(grad: Tensor, y: Tensor, out: Tensor, log: boolean, lanes: Lanes): void {
    softmaxes.softmaxBackward(this.machine, grad, y, out, log, lanes);
  }

  sort(a: Tensor, values: Tensor, indices: Tensor, descending: boolean): void {
    sort(this.machine, a, values, indices, descending);
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
  }

  crossEntropy(logits: Tensor, labels: Tensor, losses: Tensor, probabilities: Tensor, ignoreIndex: number): void {
    softmaxes.crossEntropy(this.machine, logits, labels, losses, probabilities, ignoreIndex);
  }

  keptMean(losses: Tensor, labels: Tensor, mean: Tensor, share: Tensor, ignoreIndex: number): void {
    softmaxes.keptMean(this.machine, losses, labels, mean, share, ignoreIndex);
  }

  crossEntropyBackward(
    probabilities: Tensor,
    labels: Tensor,
    scale: Tensor,
    share: Tensor | null,
    out: Tensor,
    ignoreIndex: number,
  ): void {
    softmaxes.crossEntropyBackward(this.machine, probabilities, labels, scale, share, out, ignoreIndex);
  }

  indexSelect(source: Tensor, index: Tensor, out: Tensor, lanes: Lanes): void {
    indexing.indexSelect(this.machine, source, index, out, lanes);
  }

  indexWrite(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, lanes: Lanes): void {
    indexing.indexWrite(this.machine, op, out, index, source, lanes);
  }

  gather(source: Tensor, index: Tensor, out: Tensor, lanes: Lanes, sourceN: number): void {
    indexing.gather(this.machine, source, index, out, lanes, sourceN);
  }

  scatter(op: ScatterOp, out: Tensor, index: Tensor, source: Tensor, lanes: Lanes, outN: number): void {
    indexing.scatter(this.machine, op, out, index, source, lanes, outN);
  }

  nonzero(): number {
    return fail('RuntimeError', 'the number of true elements must be known at once: move the mask to the cpu first');
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
    windows.maxPoolBackward(this.machine, grad, indices, out);
  }

  avgPool2d(a: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void {
    windows.avgPool(this.machine, a, out, window, countIncludePad, divisor);
  }

  avgPool2dBackward(grad: Tensor, out: Tensor, window: Window2d, countIncludePad: boolean, divisor: number): void {
    windows.avgPoolBackward(this.machine, grad, out, window, countIncludePad, divisor);
  }

  adam(
    parameters: readonly Tensor[],
    grads: readonly Tensor[],
    means: readonly Tensor[],
    squares: readonly Tensor[],
    maxSquares: readonly Tensor[] | null,
    step: AdamStep,
  ): void {
    optimizers.adam(this.machine, parameters, grads, means, squares, maxSquares, step);
  }

  sgd(parameters: readonly Tensor[], grads: readonly Tensor[], momenta: readonly Tensor[] | null, step: SgdStep): void {
    optimizers.sgd(this.machine, parameters, grads, momenta, step);
  }
}
