/** For unit tests: the same operation on the cpu device and on the GPU, on tensors that lie alike in memory. */
import { bytesOf } from '../../core/dtype';
import { alias, emptyTensor, type Tensor } from '../../core/tensor';
import type { Backend } from '../../core/backend';
import { createTestBackend, numbersOf } from '../../cpu/harness';
import type { CpuBackend } from '../../cpu/backend';
import { openGpu } from './adapter';
import { WebGpuBackend } from './backend';
import { installDawn } from './harness.dawn';

export interface Pair {
  readonly cpu: CpuBackend;
  readonly gpu: WebGpuBackend;
  /** The device under `gpu`. */
  readonly device: GPUDevice;
}

/** Both devices, or the reason why there is no GPU. */
export async function createPair(onLost: (reason: string) => void = () => undefined): Promise<Pair | string> {
  const problem = await installDawn();
  if (problem !== null) return problem;
  const opened = await openGpu(true);
  if (typeof opened === 'string') return opened;
  const gpu = new WebGpuBackend(opened, onLost);
  return { cpu: await createTestBackend('simd'), gpu, device: opened.tfjs.device };
}

/** A tensor on the GPU that lies in its storage as the given one does. */
export function mirror(gpu: WebGpuBackend, tensor: Tensor): Tensor {
  const count = tensor.storage.bytes / bytesOf(tensor.dtype);
  const whole = emptyTensor([count], tensor.dtype, gpu);
  const bytes = tensor.backend.read(alias(tensor, [count], [1], 0));
  if (!(bytes instanceof Uint8Array)) throw new Error('mirrored tensors are on the cpu');
  gpu.write(whole, bytes);
  return alias(whole, tensor.sizes, tensor.strides, tensor.offset).retain();
}

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}
export const EXACT: Tolerance = { relative: 0, absolute: 0 };
export const CLOSE: Tolerance = { relative: 2e-6, absolute: 1e-6 };

/** The first difference in words, or null. */
export function difference(
  actual: readonly number[],
  expected: readonly number[],
  { relative, absolute }: Tolerance,
): string | null {
  if (actual.length !== expected.length) return `${actual.length} elements instead of ${expected.length}`;
  for (let i = 0; i < expected.length; i++) {
    const [x, y] = [actual[i] as number, expected[i] as number];
    if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue;
    if (!(Math.abs(x - y) <= absolute + relative * Math.abs(y))) return `element ${i} is ${x} instead of ${y}`;
  }
  return null;
}

/**
 * Runs `operation` on both devices and compares every tensor that it may write: `tensors` are on the cpu and are read by
 * name in the operation, which gets them where it runs.
 */
export async function compareDevices<Names extends string>(
  { cpu, gpu }: Pair,
  tensors: Readonly<Record<Names, Tensor>>,
  operation: (backend: Backend, on: Readonly<Record<Names, Tensor>>) => void,
  written: readonly NoInfer<Names>[],
  tolerance: Tolerance = CLOSE,
): Promise<string | null> {
  const names = Object.keys(tensors) as Names[];
  const mirrored = Object.fromEntries(names.map((name) => [name, mirror(gpu, tensors[name])])) as Record<Names, Tensor>;
  operation(cpu, tensors);
  operation(gpu, mirrored);
  for (const name of written) {
    const expected = numbersOf(cpu, tensors[name]);
    const back = emptyTensor(tensors[name].sizes, tensors[name].dtype, cpu);
    cpu.write(back, await gpu.read(mirrored[name]));
    const problem = difference(numbersOf(cpu, back), expected, tolerance);
    if (problem !== null) return `${name}: ${problem}`;
  }
  return null;
}
