/** Making tensors: filled, counted, from Python's bytes, and copies of other dtypes and devices. */
import { track } from '../core/autograd';
import type { Backend } from '../core/backend';
import { categoryOf, checkFits, codeOf, computeTypeOf, defaultDtype, setDefaultDtype, type DType } from '../core/dtype';
import { backendFromCode } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { emptyLike } from '../core/layout';
import { formatSizes, isDense, type Sizes } from '../core/shape';
import { emptyTensor, type Tensor } from '../core/tensor';

export function full(sizes: Sizes, value: number | bigint, dtype: DType, backend: Backend): Tensor {
  const out = emptyTensor(sizes, dtype, backend);
  backend.fill(out, value);
  return out;
}

export const zeros = (sizes: Sizes, dtype: DType, backend: Backend): Tensor => full(sizes, 0, dtype, backend);
export const zerosLike = (a: Tensor): Tensor => zeros(a.sizes, a.dtype, a.backend);
export const onesLike = (a: Tensor): Tensor => full(a.sizes, 1, a.dtype, a.backend);

/**
 * A Python number as a 0-dim operand beside `other`: it takes part in promotion by its category alone, so it is stored
 * in the other operand's type where its category fits, and with full precision where it does not.
 */
export function wrapNumber({ value, kind }: PythonNumber, other: Tensor): Tensor {
  const wide: DType = kind === 2 ? (other.device === 'cuda' ? 'float32' : 'float64') : kind === 1 ? 'int64' : 'bool';
  const fits = kind <= categoryOf(other.dtype) && kind > 0;
  const out = full([], value, fits ? computeTypeOf(other.dtype) : wide, other.backend);
  out.wrappedNumber = true;
  return out;
}

/** Raw conversion without a place in the graph. */
export function converted(a: Tensor, dtype: DType): Tensor {
  if (a.dtype === dtype) return a;
  const out = isDense(a.sizes, a.strides) ? emptyLike(a, dtype) : emptyTensor(a.sizes, dtype, a.backend);
  a.backend.copy(a, out);
  return out;
}

/** `tensor.to(dtype)`. */
export function cast(a: Tensor, dtype: DType): Tensor {
  if (a.dtype === dtype) return a;
  const from = a.dtype;
  return track(converted(a, dtype), 'ToCopyBackward0', [a], [], ([grad]) => [grad ? cast(grad, from) : null]);
}

/** Raw contiguous copy without a place in the graph. */
export function packed(a: Tensor): Tensor {
  if (a.contiguous) return a;
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.copy(a, out);
  return out;
}

export function clone(a: Tensor): Tensor {
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.copy(a, out);
  return track(out, 'CloneBackward0', [a], [], ([grad]) => [grad ?? null]);
}

/** torch.clone without a memory format: in the order of the source's memory, without its gaps. */
function cloneLaidOut(a: Tensor): Tensor {
  const out = emptyLike(a);
  a.backend.copy(a, out);
  return track(out, 'CloneBackward0', [a], [], ([grad]) => [grad ?? null]);
}

export function contiguous(a: Tensor): Tensor {
  return a.contiguous ? a : clone(a);
}

/** `tensor.to(device)`; a promise when bytes must come back from the GPU. */
export function toDevice(a: Tensor, backend: Backend): Tensor | Promise<Tensor> {
  if (a.backend === backend) return a;
  backend.requireDtype(a.dtype);
  const source = packed(a);
  const finish = (bytes: Uint8Array): Tensor => {
    const out = emptyTensor(a.sizes, a.dtype, backend);
    backend.write(out, bytes);
    return track(out, 'ToCopyBackward0', [a], [], ([grad]) => [grad ? sameDeviceGrad(grad, a.backend) : null]);
  };
  const bytes = a.backend.read(source);
  if (bytes instanceof Uint8Array) return finish(bytes);
  a.retain();
  return bytes.then((arrived) => {
    const out = finish(arrived);
    a.release();
    return out;
  });
}

function sameDeviceGrad(grad: Tensor, backend: Backend): Tensor {
  const moved = toDevice(grad, backend);
  if (moved instanceof Promise) {
    return fail(
      'RuntimeError',
      'the gradient of a tensor that was copied to the GPU cannot be brought back inside backward(); create the leaf on the GPU instead',
    );
  }
  return moved;
}

function arange(start: number, step: number, count: number, dtype: DType, device: number): Tensor {
  const out = emptyTensor([count], dtype, backendFromCode(device));
  const wide = new Float64Array(count);
  for (let i = 0; i < count; i++) wide[i] = start + i * step;
  writeNumbers(out, wide);
  return out;
}

/** Numbers given as float64 into a contiguous tensor of any dtype. */
export function writeNumbers(out: Tensor, numbers: Float64Array): void {
  const direct: Tensor =
    out.dtype === 'float64' || out.device === 'cuda' ? out : emptyTensor(out.sizes, 'float64', out.backend);
  if (direct !== out) {
    direct.backend.write(direct, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    out.backend.copy(direct, out);
  } else if (out.dtype === 'float64') {
    out.backend.write(out, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  } else {
    out.backend.write(out, encode(numbers, out.dtype));
  }
}

function encode(numbers: Float64Array, dtype: DType): Uint8Array {
  switch (dtype) {
    case 'float32':
      return new Uint8Array(Float32Array.from(numbers).buffer);
    case 'int64':
      return new Uint8Array(BigInt64Array.from(numbers, (value) => BigInt(Math.trunc(value))).buffer);
    case 'int32':
      return new Uint8Array(Int32Array.from(numbers).buffer);
    case 'int16':
      return new Uint8Array(Int16Array.from(numbers).buffer);
    case 'int8':
      return new Uint8Array(Int8Array.from(numbers).buffer);
    case 'uint8':
      return Uint8Array.from(numbers);
    case 'bool':
      return Uint8Array.from(numbers, (value) => (value === 0 ? 0 : 1));
    default:
      return fail('TypeError', `numbers cannot be written as ${dtype} here`);
  }
}

function checkSizes(sizes: Sizes): void {
  const negative = sizes.find((size) => size < 0);
  check(
    negative === undefined,
    () => `Trying to create tensor with negative dimension ${negative}: ${formatSizes(sizes)}`,
  );
}

expose('empty', 'diI', (dtype: DType, device: number, sizes: Sizes) => {
  checkSizes(sizes);
  return emptyTensor(sizes, dtype, backendFromCode(device));
});
expose('full', 'dsiI', (dtype: DType, { value }: PythonNumber, device: number, sizes: Sizes) => {
  checkSizes(sizes);
  checkFits(value, dtype);
  return full(sizes, value, dtype, backendFromCode(device));
});
/** The `_like` functions: filled, in the order of another tensor's memory. */
expose('full_like', 'tdsi', (like: Tensor, dtype: DType, { value }: PythonNumber, device: number) => {
  const out = emptyLike(like, dtype, backendFromCode(device));
  out.backend.fill(out, value);
  return out;
});
expose('arange', 'iiidi', arange);
expose('clone', 't', clone);
expose('clone_laid_out', 't', cloneLaidOut);
expose('contiguous', 't', contiguous);
expose('cast', 'td', cast);
expose('to_device', 'ti', (a: Tensor, device: number) => toDevice(a, backendFromCode(device)));
expose('default_dtype', '', () => codeOf(defaultDtype()));
expose('set_default_dtype', 'd', setDefaultDtype);
