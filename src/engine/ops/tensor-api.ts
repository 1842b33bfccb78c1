/** What Python asks of single tensors: sizes, dtype, values, and their place in the autograd graph. */
import {
  AccumulateGrad,
  Node,
  nodeOf,
  requiresGrad,
  setGradMode,
  gradMode,
  targetOf,
  type Grad,
  type Hook,
  type NodeHook,
  type Target,
} from '../core/autograd';
import { backward, gradientsOf, retainGrad } from '../core/backward';
import { backendFromCode, memoryView } from '../core/devices';
import { bytesOf, codeOf, isFloating, type DType } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import { checkWritable } from '../core/inplace';
import type { Sizes } from '../core/shape';
import {
  emptyTensor,
  freeHandle,
  handleOf,
  inferenceMode,
  liveHandles,
  setInferenceMode,
  tensorOf,
  type Tensor,
} from '../core/tensor';
import { converted, packed } from './create';

// ------------------------------------------------------------------ sizes and values

/** Where Python keeps the int32 array into which lists of numbers are written. */
let listAddress = 0;
function giveList(list: Sizes): number {
  const words = new Int32Array(memoryView().buffer, listAddress, 64);
  for (let i = 0; i < list.length; i++) words[i] = list[i] as number;
  return list.length;
}

expose('set_list_address', 'i', (address: number) => {
  listAddress = address;
});
expose('free', 'i', freeHandle);
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
expose('data_ptr', 't', (a: Tensor) =>
  typeof a.storage.memory === 'number' ? a.storage.memory + a.offset * bytesOf(a.dtype) : 0,
);
expose('storage_bytes', 't', (a: Tensor) => a.storage.bytes);
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
  a.backend.compare('eq', a, converted(b, a.dtype), same);
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

/** retain, create, number of roots, then roots, their gradients (0: ones), then the only leaves to fill (none: all). */
expose('backward', 'bbiI', (retainGraph: boolean, createGraph: boolean, count: number, list: Sizes) => {
  const { roots, grads, inputs } = rootsOf(count, list);
  backward(roots, grads, inputs.length === 0 ? null : inputs, { retainGraph, createGraph });
});
expose('gradients', 'bbiI', (retainGraph: boolean, createGraph: boolean, count: number, list: Sizes) => {
  const { roots, grads, inputs } = rootsOf(count, list);
  return gradientsOf(roots, grads, inputs, { retainGraph, createGraph });
});

function rootsOf(count: number, list: Sizes): { roots: Tensor[]; grads: Grad[]; inputs: Tensor[] } {
  return {
    roots: list.slice(0, count).map(tensorOf),
    grads: list.slice(count, 2 * count).map((handle) => (handle === 0 ? null : tensorOf(handle))),
    inputs: list.slice(2 * count).map(tensorOf),
  };
}

// ------------------------------------------------------------------ hooks and Python-defined functions

/** Calls into Python: a tensor hook by id with a gradient's handle, and a Function's backward by id with several. */
export interface PythonCallbacks {
  /** Returns the handle of the replacement, or 0. */
  hook(id: number, grad: number): number;
  /** Reads gradients through `next_result()`-like lists: receives handles, returns handles (0: none). */
  backward(id: number, ...grads: number[]): ArrayLike<number>;
  /** The graph no longer needs the function. */
  forget(id: number): void;
}
let python: PythonCallbacks | null = null;
export function setPythonCallbacks(callbacks: PythonCallbacks): void {
  python = callbacks;
}

function pythonHook(id: number): Hook {
  return (grad) => {
    if (python === null) return null;
    const handle = python.hook(id, handleOf(grad));
    if (handle === 0) return null;
    const replacement = tensorOf(handle);
    freeHandle(handle); // lives to the end of this call's scope
    return replacement;
  };
}

const leafHooks = new WeakMap<Tensor, AccumulateGrad>();
/** A leaf's hook lives on its accumulator, which is then kept as long as the leaf. */
expose('add_hook', 'ti', (a: Tensor, id: number) => {
  const target = targetOf(a);
  if (target === null) return fail('RuntimeError', "cannot register a hook on a tensor that doesn't require gradient");
  target.node.addHook(id, target.index, pythonHook(id));
  if (target.node instanceof AccumulateGrad && !leafHooks.has(a)) {
    target.node.retain();
    leafHooks.set(a, target.node);
  }
});
expose('remove_hook', 'ti', (a: Tensor, id: number) => targetOf(a)?.node.removeHook(id));
expose('retain_grad', 'ti', (a: Tensor, id: number) => {
  check(requiresGrad(a), () => "can't retain_grad on Tensor that has requires_grad=False");
  retainGrad(a, id);
});
expose('retains_grad', 't', (a: Tensor) => a.retainsGrad);

/** Runs a kept Python object's run_backward() on gradients. */
function callPython(id: number, grads: readonly Grad[]): readonly Grad[] {
  if (python === null) return fail('RuntimeError', 'Python is not attached');
  const given = Array.from(python.backward(id, ...grads.map((grad) => (grad === null ? 0 : handleOf(grad)))));
  return given.map((handle) => {
    if (handle === 0) return null;
    const grad = tensorOf(handle);
    freeHandle(handle);
    return grad;
  });
}

/** A hook on a node, kept in Python under `id`: it gets the incoming gradients and then the outgoing ones. */
export const pythonNodeHook = (id: number, before: boolean): NodeHook => ({
  before,
  run: (incoming, outgoing) => {
    const replaced = callPython(id, [...incoming, ...outgoing]);
    return replaced.length === 0 ? null : replaced;
  },
  forget: () => python?.forget(id),
});

/** A node whose backward is Python's: torch.autograd.Function. */
class PythonNode extends Node {
  private freed = false;
  constructor(
    name: string,
    targets: readonly Target[],
    outputs: readonly Tensor[],
    private readonly id: number,
  ) {
    super(
      name,
      targets,
      outputs.map((out) => ({ sizes: out.sizes, dtype: out.dtype, backend: out.backend })),
    );
  }

  /** Python's ctx makes the zeros, unless it was told not to. */
  override readonly materializes = false;

  apply(grads: readonly Grad[]): readonly Grad[] {
    return callPython(this.id, grads);
  }

  freeSaved(): void {
    // Saved tensors belong to Python's ctx; `retain_graph` is checked there.
  }

  protected override die(): void {
    if (!this.freed) python?.forget(this.id);
    this.freed = true;
  }
}

let functionName = 'FunctionBackward';
expose('set_function_name', 'I', (codes: Sizes) => {
  functionName = String.fromCharCode(...codes);
});
/** id, number of inputs, input handles (0: not a tensor), output handles. The outputs get the new node. */
expose('record_function', 'iiI', (id: number, count: number, list: Sizes) => {
  const inputs = list.slice(0, count).map((handle) => (handle === 0 ? null : tensorOf(handle)));
  const outputs = list.slice(count).map(tensorOf);
  const node = new PythonNode(functionName, inputs.map(targetOf), outputs, id);
  outputs.forEach((out, index) => {
    if (isFloating(out.dtype)) out.setNode(node, index);
  });
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
