/** Convolution's columns and pooling on the cpu device: geometry from tensors, then the kernels. */
import type { Window2d } from '../core/backend';
import { bytesOf } from '../core/dtype';
import { numelOf } from '../core/shape';
import type { Tensor } from '../core/tensor';
import { kernelFor, pointerOf, type Machine } from './machine';

const heightOf = (tensor: Tensor): number => tensor.sizes[tensor.sizes.length - 2] as number;
const lengthOf = (tensor: Tensor): number => tensor.sizes[tensor.sizes.length - 1] as number;
const areaOf = (tensor: Tensor): number => heightOf(tensor) * lengthOf(tensor);
const planesOf = (tensor: Tensor): number => (areaOf(tensor) === 0 ? 0 : numelOf(tensor.sizes) / areaOf(tensor));

/** The numbers that kernels/wasm/windows.ts reads. */
function writeGeometry(machine: Machine, plane: Tensor, outHeight: number, outWidth: number, window: Window2d): number {
  const { kernel, stride, padding, dilation } = window;
  const sizes = [heightOf(plane), lengthOf(plane), outHeight, outWidth];
  return machine.writeGeometry([...sizes, ...kernel, ...stride, ...padding, ...dilation]);
}

/** How often a window fits along one side. */
function steps(size: number, window: Window2d, side: 0 | 1): number {
  const reach = window.dilation[side] * (window.kernel[side] - 1) + 1;
  return Math.floor((size + 2 * window.padding[side] - reach) / window.stride[side]) + 1;
}

function columnsGeometry(machine: Machine, image: Tensor, window: Window2d): number {
  const outHeight = steps(heightOf(image), window, 0);
  return writeGeometry(machine, image, outHeight, steps(lengthOf(image), window, 1), window);
}

/** The planes of as many images [channels, height, width] from `first` on as there are columns for. */
function planesFrom(
  image: Tensor,
  first: number,
  columns: Tensor,
): { readonly pointer: number; readonly count: number } {
  const channels = image.sizes[image.sizes.length - 3] ?? 1;
  const images = columns.rank === 3 ? (columns.sizes[0] as number) : 1;
  const pointer = pointerOf(image) + first * channels * areaOf(image) * bytesOf(image.dtype);
  return { pointer, count: images * channels };
}

export function unfold(machine: Machine, image: Tensor, first: number, columns: Tensor, window: Window2d): void {
  const { pointer, count } = planesFrom(image, first, columns);
  const kernel = kernelFor(machine.kernels.unfold, image.dtype, 'im2col');
  kernel(pointer, pointerOf(columns), count, columnsGeometry(machine, image, window));
}

export function fold(machine: Machine, columns: Tensor, image: Tensor, first: number, window: Window2d): void {
  const { pointer, count } = planesFrom(image, first, columns);
  const kernel = kernelFor(machine.kernels.fold, image.dtype, 'col2im');
  kernel(pointerOf(columns), pointer, count, columnsGeometry(machine, image, window));
}

export function maxPool(machine: Machine, a: Tensor, out: Tensor, indices: Tensor, window: Window2d): void {
  const kernel = kernelFor(machine.kernels.maxPool, a.dtype, 'max_pool2d');
  const geometry = writeGeometry(machine, a, heightOf(out), lengthOf(out), window);
  kernel(pointerOf(a), pointerOf(out), pointerOf(indices), planesOf(a), geometry);
}

export function maxPoolBackward(machine: Machine, grad: Tensor, indices: Tensor, out: Tensor): void {
  const kernel = kernelFor(machine.kernels.maxPoolBackward, grad.dtype, 'max_pool2d_backward');
  kernel(pointerOf(grad), pointerOf(indices), pointerOf(out), planesOf(out), areaOf(grad), areaOf(out));
}

/** `divisor` 0 means the window's own area. */
export function avgPool(
  machine: Machine,
  a: Tensor,
  out: Tensor,
  window: Window2d,
  pad: boolean,
  divisor: number,
): void {
  const kernel = kernelFor(machine.kernels.avgPool, a.dtype, 'avg_pool2d');
  const geometry = writeGeometry(machine, a, heightOf(out), lengthOf(out), window);
  kernel(pointerOf(a), pointerOf(out), planesOf(a), geometry, pad ? 1 : 0, divisor);
}

export function avgPoolBackward(
  machine: Machine,
  grad: Tensor,
  out: Tensor,
  window: Window2d,
  pad: boolean,
  divisor: number,
): void {
  const kernel = kernelFor(machine.kernels.avgPoolBackward, grad.dtype, 'avg_pool2d_backward');
  const geometry = writeGeometry(machine, out, heightOf(grad), lengthOf(grad), window);
  kernel(pointerOf(grad), pointerOf(out), planesOf(out), geometry, pad ? 1 : 0, divisor);
}
