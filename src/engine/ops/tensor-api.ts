/** What Python asks of single tensors: sizes, dtype, values, and their place in the autograd graph. */
import { nodeOf, requiresGrad, setGradMode, gradMode } from '../core/autograd';
import { backendFromCode, memoryView } from '../core/devices';
import { bytesOf, codeOf, computeTypeOf, isFloating, type DType } from '../core/dtype';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { checkWritable } from '../core/inplace';
import { sameSizes, type Sizes } from '../core/shape';
import { emptyTensor, freeHandle, inferenceMode, liveHandles, setInferenceMode, type Tensor } from '../core/tensor';
import { converted, packed } from './create';

// ------------------------------------------------------------------ sizes and values

/** Where Python keeps the int32 array into which lists of numbers are written. */
let listAddress = 0;
export function giveList(list: Sizes): number {
  const words = new Int32Array(memoryView().buffer, listAddress, 64);
  for (let i = 0; i < list.length; i++) words[i] = list[i] as number;
  return list.length;
}

expose('set_list_address', 'i', (address: number) => {
  listAddress = address;
});
expose('free', 'h', freeHandle);
expose('live_tensors', '', liveHandles);
expose('sizes', 't', (a: Tensor) => giveList(a.sizes));
expose('strides', 't', (a: Tensor) => giveList(a.strides));
expose('storage_offset', 't', (a: Tensor) => a.offset);
expose('numel', 't', (a: Tensor) => a.numel);
expose('dim', 't', (a: Tensor) => a.rank);
expose('dtype', 't', (a: Tensor) => codeOf(a.dtype));
expose('device', 't', (a: Tensor) => (a.device === 'cuda' ? 1 : 0));
expose('is_contiguous', 't', (a: Tensor) => a.contiguous);
expose('is_view', 't', (a: Tensor) => a.base !== null);
expose('same_storage', 'tt', (a: Tensor, b: Tensor) => a.storage === b.storage);
expose('same_sizes', 'T', (pairs: readonly Tensor[]) => {
  const half = pairs.length / 2;
  return pairs.slice(0, half).every(({ sizes }, i) => sameSizes(sizes, (pairs[half + i] as Tensor).sizes));
});
expose('data_ptr', 't', (a: Tensor) =>
  typeof a.storage.memory === 'number' ? a.storage.memory + a.offset * bytesOf(a.dtype) : 0,
);
expose('storage_bytes', 't', (a: Tensor) => a.storage.bytes);
/** Bytes of the memory that Python and the cpu device share. */
expose('memory_bytes', '', () => memoryView().byteLength);
expose('version', 't', (a: Tensor) => a.version.count);
expose('bump_version', 't', (a: Tensor) => {
  a.version.count++;
});

/** One element as a number (bigint for int64 beyond 2^53, boolean for bool); a promise on the GPU. */
expose('item', 't', (a: Tensor) => {
  check(a.numel === 1, () => `a Tensor with ${a.numel} elements cannot be converted to Scalar`);
  const bytes = a.backend.read(packed(a));
  return bytes instanceof Uint8Array
    ? firstNumber(bytes, a.dtype)
    : bytes.then((arrived) => firstNumber(arrived, a.dtype));
});

function firstNumber(bytes: Uint8Array, dtype: DType): number | bigint | boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (dtype) {
    case 'float32':
      return view.getFloat32(0, true);
    case 'float64':
      return view.getFloat64(0, true);
    case 'float16':
    case 'bfloat16':
      return narrowToNumber(view.getUint16(0, true), dtype);
    case 'int64': {
      const value = view.getBigInt64(0, true);
      return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
    }
    case 'int32':
      return view.getInt32(0, true);
    case 'int16':
      return view.getInt16(0, true);
    case 'int8':
      return view.getInt8(0);
    case 'uint8':
      return view.getUint8(0);
    case 'bool':
      return view.getUint8(0) !== 0;
  }
}

function narrowToNumber(bits: number, dtype: 'float16' | 'bfloat16'): number {
  if (dtype === 'bfloat16') return new Float32Array(new Uint32Array([bits << 16]).buffer)[0] as number;
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Copies `bytes` bytes at a Python address into a new contiguous tensor on the cpu. */
expose('from_address', 'diI', (dtype: DType, address: number, sizes: Sizes) => {
  const out = emptyTensor(sizes, dtype, backendFromCode(0));
  const bytes = out.numel * bytesOf(dtype);
  memoryView().copyWithin(out.storage.memory as number, address, address + bytes);
  return out;
});
/** Copies the elements of a cpu tensor, in row-major order, to a Python address. */
expose('to_address', 'ti', (a: Tensor, address: number) => {
  check(a.device === 'cpu', () => 'only a cpu tensor can be copied to Python memory');
  const source = packed(a);
  const start = (source.storage.memory as number) + source.offset * bytesOf(a.dtype);
  memoryView().copyWithin(address, start, start + source.numel * bytesOf(a.dtype));
});

/** Whether two tensors hold equal values; a promise on the GPU. */
expose('equal', 'tt', (a: Tensor, b: Tensor) => {
  if (a.sizes.length !== b.sizes.length || a.sizes.some((size, d) => size !== b.sizes[d])) return false;
  if (a.numel === 0) return true;
  const same = emptyTensor(a.sizes, 'bool', a.backend);
  const compute = computeTypeOf(a.dtype);
  a.backend.compare('eq', converted(a, compute), converted(b, compute), same);
  const all = emptyTensor([], 'bool', a.backend);
  a.backend.reduceBool('all', same, all, { outer: 1, n: a.numel, inner: 1 });
  const bytes = a.backend.read(all);
  return bytes instanceof Uint8Array ? bytes[0] === 1 : bytes.then((arrived) => arrived[0] !== 0);
});

// ------------------------------------------------------------------ autograd

expose('requires_grad', 't', requiresGrad);
expose('set_requires_grad', 'tb', (a: Tensor, wanted: boolean) => {
  if (wanted === requiresGrad(a)) return;
  check(
    a.isLeaf,
    () =>
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
  );
  check(
    !wanted || !a.storage.inference || inferenceMode(),
    () => 'Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.',
  );
  check(!wanted || isFloating(a.dtype), () => 'only Tensors of floating point and complex dtype can require gradients');
  a.requiresGrad = wanted;
});
expose('is_leaf', 't', (a: Tensor) => nodeOf(a) === null);
expose('check_writable', 't', checkWritable);
expose('grad', 't', (a: Tensor) => a.grad ?? undefined);
expose('set_grad', 'to', (a: Tensor, grad: Tensor | null) => a.setGrad(grad));
expose('clear_grads', 'T', (tensors: readonly Tensor[]) => {
  for (const a of tensors) a.setGrad(null);
});
expose('grad_name', 't', (a: Tensor) => nodeOf(a)?.name ?? '');
expose('output_index', 't', (a: Tensor) => a.outputIndex);
expose('grad_mode', '', gradMode);
expose('set_grad_mode', 'b', setGradMode);
expose('inference_mode', '', inferenceMode);
expose('set_inference_mode', 'b', setInferenceMode);
expose('is_inference', 't', (a: Tensor) => a.storage.inference);
/** The tensor is the i-th of several views that one operation returned: it may not be written in place. */
expose('mark_multiple_view', 'ti', (a: Tensor, i: number) => {
  a.multipleView = i;
});

expose(
  'next_functions',
  't',
  (a: Tensor) =>
    nodeOf(a)
      ?.targets.filter((target) => target !== null)
      .map((target) => target.node.name)
      .join(',') ?? '',
);
