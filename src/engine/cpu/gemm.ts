/** Matrix products on the cpu device: one kernel call for each product of a batch. */
import type { Gemm, Lanes } from '../core/backend';
import { bytesOf } from '../core/dtype';
import type { Tensor } from '../core/tensor';
import { kernelFor, pointerOf, type Machine } from './machine';

const flag = (value: boolean): number => (value ? 1 : 0);

export function gemm(
  machine: Machine,
  a: Tensor,
  offsetA: number,
  b: Tensor,
  offsetB: number,
  bias: Tensor | null,
  out: Tensor,
  offsetOut: number,
  { m, n, k, transposeA, transposeB, lda, ldb, ldc, accumulate, relu, batch }: Gemm,
): void {
  if (m === 0 || n === 0) return;
  const { kernels } = machine;
  const { dtype } = out;
  const kernel = kernelFor(kernels.gemm, dtype, 'addmm_impl');
  const width = bytesOf(dtype);
  const workspace =
    dtype === 'float32' || dtype === 'float64' ? machine.workspace(kernels.gemmWorkspace[dtype](m, n, k)) : 0;
  const [fromA, fromB, to] = [pointerOf(a), pointerOf(b), pointerOf(out)];
  for (let i = 0; i < (batch?.count ?? 1); i++) {
    kernel(
      flag(transposeA),
      flag(transposeB),
      fromA + (offsetA + i * (batch?.stepA ?? 0)) * width,
      lda,
      fromB + (offsetB + i * (batch?.stepB ?? 0)) * width,
      ldb,
      to + (offsetOut + i * (batch?.stepOut ?? 0)) * width,
      ldc,
      m,
      n,
      k,
      bias === null ? 0 : pointerOf(bias),
      flag(accumulate),
      flag(relu),
      workspace,
    );
  }
}

/** The rows of op(A) as the lanes of a reduction. */
export const rowsOf = ({ m, k, transposeA }: Gemm): Lanes =>
  transposeA ? { outer: 1, n: k, inner: m } : { outer: m, n: k, inner: 1 };
