/** Elementwise operations of the cpu device: each tries the flat kernel first, then one row, then the strided walk. */
import { COMPARE_OPS, TEST_OPS, BINARY_OPS, UNARY_OPS } from '../core/opcodes';
import type { BinaryOp, CompareOp, TestOp, UnaryOp } from '../core/opcodes';
import { bytesOf, codeOf } from '../core/dtype';
import { fail } from '../core/errors';
import { isContiguous, numelOf } from '../core/shape';
import type { Tensor } from '../core/tensor';
import { codesOf, kernelFor, pointerOf, type Machine } from './machine';

const UNARY = codesOf(UNARY_OPS);
const BINARY = codesOf(BINARY_OPS);
const COMPARE = codesOf(COMPARE_OPS);
const TEST = codesOf(TEST_OPS);

const dense = (tensor: Tensor): boolean => isContiguous(tensor.sizes, tensor.strides);
type Width = 1 | 2 | 4 | 8;
export const widthOf = (tensor: Tensor): Width => bytesOf(tensor.dtype) as Width;

export function unary(machine: Machine, op: UnaryOp, a: Tensor, out: Tensor, p0: number, p1: number): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels, layout } = machine;
  const kernel = kernelFor(kernels.unary, a.dtype, op);
  const from = pointerOf(a);
  const to = pointerOf(out);
  const width = bytesOf(a.dtype);
  if (dense(out) && dense(a) && numelOf(a.sizes) === n) kernel(UNARY[op], from, width, to, width, n, p0, p1);
  else if (machine.describe(out, a, null, null) === 1) {
    kernel(UNARY[op], from, layout.a[0] as number, to, layout.out[0] as number, layout.sizes[0] as number, p0, p1);
  } else kernelFor(kernels.unaryNd, a.dtype, op)(UNARY[op], from, to, machine.writeDescriptor(), p0, p1);
}

export function test(machine: Machine, op: TestOp, a: Tensor, out: Tensor): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels } = machine;
  const from = pointerOf(a);
  const to = pointerOf(out);
  if (dense(out) && dense(a) && numelOf(a.sizes) === n) {
    kernelFor(kernels.test, a.dtype, op)(TEST[op], from, bytesOf(a.dtype), to, 1, n);
  } else {
    machine.describe(out, a, null, null);
    kernelFor(kernels.testNd, a.dtype, op)(TEST[op], from, to, machine.writeDescriptor());
  }
}

export function binary(
  machine: Machine,
  op: BinaryOp,
  a: Tensor,
  b: Tensor,
  out: Tensor,
  p0: number,
  p1: number,
): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels, layout } = machine;
  const kernel = kernelFor(kernels.binary, out.dtype, op);
  const code = BINARY[op];
  const left = pointerOf(a);
  const right = pointerOf(b);
  const to = pointerOf(out);
  const width = bytesOf(out.dtype);
  const countA = numelOf(a.sizes);
  const countB = numelOf(b.sizes);
  // Operands that have all n elements, or one that stands for all.
  const flat = (countA === n || countA === 1) && (countB === n || countB === 1);
  if (flat && dense(out) && dense(a) && dense(b)) {
    kernel(code, left, countA === n ? width : 0, right, countB === n ? width : 0, to, width, n, p0, p1);
  } else if (machine.describe(out, a, b, null) === 1) {
    const { a: sa, b: sb, out: so, sizes } = layout;
    kernel(code, left, sa[0] as number, right, sb[0] as number, to, so[0] as number, sizes[0] as number, p0, p1);
  } else kernelFor(kernels.binaryNd, out.dtype, op)(code, left, right, to, machine.writeDescriptor(), p0, p1);
  if (out.dtype !== 'float32' && out.dtype !== 'float64' && kernels.takeFlag() !== 0)
    fail('RuntimeError', 'ZeroDivisionError');
}

export function compare(machine: Machine, op: CompareOp, a: Tensor, b: Tensor, out: Tensor): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels } = machine;
  const left = pointerOf(a);
  const right = pointerOf(b);
  const to = pointerOf(out);
  const countA = numelOf(a.sizes);
  const countB = numelOf(b.sizes);
  const flat = (countA === n || countA === 1) && (countB === n || countB === 1);
  if (flat && dense(out) && dense(a) && dense(b)) {
    const width = bytesOf(a.dtype);
    const kernel = kernelFor(kernels.compare, a.dtype, op);
    kernel(COMPARE[op], left, countA === n ? width : 0, right, countB === n ? width : 0, to, 1, n);
  } else {
    machine.describe(out, a, b, null);
    kernelFor(kernels.compareNd, a.dtype, op)(COMPARE[op], left, right, to, machine.writeDescriptor());
  }
}

export function where(machine: Machine, condition: Tensor, a: Tensor, b: Tensor, out: Tensor): void {
  if (numelOf(out.sizes) === 0) return;
  machine.describe(out, a, b, condition);
  const desc = machine.writeDescriptor();
  machine.kernels.where[widthOf(out)](pointerOf(condition), pointerOf(a), pointerOf(b), pointerOf(out), desc);
}

export function copy(machine: Machine, source: Tensor, out: Tensor): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels, layout } = machine;
  const types = codeOf(source.dtype) * 10 + codeOf(out.dtype);
  const from = pointerOf(source);
  const to = pointerOf(out);
  if (dense(out) && dense(source) && numelOf(source.sizes) === n) {
    kernels.copy(types, from, bytesOf(source.dtype), to, bytesOf(out.dtype), n);
    return;
  }
  const rank = machine.describe(out, source, null, null);
  if (rank === 1) {
    kernels.copy(types, from, layout.a[0] as number, to, layout.out[0] as number, layout.sizes[0] as number);
  } else if (!transposed(machine, source, out)) kernels.copyNd(types, from, to, machine.writeDescriptor());
}

/** Copies matrices whose rows are the other's columns by blocks; the walk would miss the cache at every element. */
function transposed(machine: Machine, source: Tensor, out: Tensor): boolean {
  const { rank, sizes, a, out: to } = machine.layout;
  if (rank > 3 || widthOf(out) !== 4 || widthOf(source) !== 4 || source.dtype !== out.dtype) return false;
  if (to[rank - 1] !== 4 || a[rank - 2] !== 4) return false;
  const lda = a[rank - 1] as number;
  const ldo = to[rank - 2] as number;
  const batch = rank === 3 ? (sizes[0] as number) : 1;
  const stepA = rank === 3 ? (a[0] as number) : 0;
  const stepOut = rank === 3 ? (to[0] as number) : 0;
  const rows = sizes[rank - 1] as number;
  const columns = sizes[rank - 2] as number;
  for (let i = 0; i < batch; i++) {
    machine.kernels.transpose32(pointerOf(source) + i * stepA, lda, pointerOf(out) + i * stepOut, ldo, rows, columns);
  }
  return true;
}

export function fill(machine: Machine, out: Tensor, value: number | bigint): void {
  const n = numelOf(out.sizes);
  if (n === 0) return;
  const { kernels } = machine;
  const element = machine.element(value, out.dtype);
  const width = bytesOf(out.dtype);
  if (dense(out)) kernels.fill(width, element, pointerOf(out), width, n);
  else {
    machine.describe(out, null, null, null);
    kernels.fillNd(width, element, pointerOf(out), machine.writeDescriptor());
  }
}
