/**
 * Storages, tensors and who owns them. A tensor is (storage, offset, sizes, strides, dtype) plus its place in the
 * autograd graph. Ownership is counted: Python handles, saved tensors, gradients and bases each hold one reference.
 * A new tensor has none: it belongs to the current scope, which frees it at its end unless somebody retained it, so
 * code inside operations never frees intermediate results itself.
 */
import type { Backend, DeviceKind, DeviceMemory } from './backend';
import type { DType } from './dtype';
import { bytesOf } from './dtype';
import { fail } from './errors';
import { contiguousStrides, isContiguous, numelOf, type Sizes } from './shape';

let inferring = false;
/** Whether torch.inference_mode() is on: what is allocated meanwhile may never enter a graph. */
export const inferenceMode = (): boolean => inferring;
export function setInferenceMode(enabled: boolean): boolean {
  const before = inferring;
  inferring = enabled;
  return before;
}

export class Storage {
  references = 0;
  /** Made under inference_mode. */
  readonly inference = inferring;

  constructor(
    readonly backend: Backend,
    public memory: DeviceMemory,
    public bytes: number,
  ) {}

  release(): void {
    if (--this.references === 0) this.backend.free(this.memory, this.bytes);
  }
}

/** Counts in-place writes; shared by all views of a storage, fresh for `.data`. */
export interface Version {
  count: number;
}

/** A node of the autograd graph as far as a tensor knows it (autograd.ts has the rest). */
export interface GraphNode {
  readonly name: string;
  retain(): void;
  release(): void;
}

export class Tensor {
  references = 0;
  handle = 0;
  handleReferences = 0;

  requiresGrad = false;
  grad: Tensor | null = null;
  /** The operation that made this tensor; null for leaves. */
  node: GraphNode | null = null;
  outputIndex = 0;
  /** A leaf's AccumulateGrad node while a graph refers to it (not owned). */
  accumulator: GraphNode | null = null;
  retainsGrad = false;
  /** The tensor whose storage this one views, when the view takes part in autograd. */
  base: Tensor | null = null;
  /** Which of several views this is that one operation (unbind, split) returned; -1 otherwise. */
  multipleView = -1;
  /** The version at which `node` was made, for views: a later in-place write makes it stale. */
  nodeVersion = 0;
  /** A Python number: it does not decide the dtype within its category. */
  wrappedNumber = false;
  private disposed = false;

  constructor(
    public storage: Storage,
    public dtype: DType,
    public sizes: Sizes,
    public strides: Sizes,
    public offset: number,
    public version: Version,
  ) {
    storage.references++;
    current.push(this);
  }

  get numel(): number {
    return numelOf(this.sizes);
  }

  get rank(): number {
    return this.sizes.length;
  }

  get backend(): Backend {
    return this.storage.backend;
  }

  get device(): DeviceKind {
    return this.storage.backend.kind;
  }

  get isLeaf(): boolean {
    return this.node === null;
  }

  get contiguous(): boolean {
    return isContiguous(this.sizes, this.strides);
  }

  retain(): this {
    this.references++;
    return this;
  }

  /** Gives one reference back; the tensor lives at least to the end of the current scope. */
  release(): void {
    if (--this.references === 0) (outermost ?? current).push(this);
  }

  setNode(node: GraphNode | null, outputIndex = 0): void {
    node?.retain();
    this.node?.release();
    this.node = node;
    this.outputIndex = outputIndex;
    this.nodeVersion = this.version.count;
    if (node !== null) this.requiresGrad = true;
  }

  setGrad(grad: Tensor | null): void {
    grad?.retain();
    this.grad?.release();
    this.grad = grad;
  }

  /** Lets this tensor show another's memory, as `.data =` and resizing do. */
  become(other: Tensor): void {
    other.storage.references++;
    this.storage.release();
    this.storage = other.storage;
    this.dtype = other.dtype;
    this.sizes = other.sizes;
    this.strides = other.strides;
    this.offset = other.offset;
  }

  /** Called by the scope alone. */
  disposeIfUnowned(): void {
    if (this.references > 0 || this.disposed) return;
    this.disposed = true;
    this.storage.release();
    this.node?.release();
    this.node = null;
    this.grad?.release();
    this.grad = null;
    this.base?.release();
    this.base = null;
  }
}

let current: Tensor[] = [];
/** Where released tensors wait while nested calls run; null otherwise. */
let outermost: Tensor[] | null = null;

/** Runs `body`; tensors made in it that nobody retained are freed. The result survives into the outer scope. */
export function scoped<T>(body: () => T): T {
  const outer = current;
  current = [];
  try {
    const result = body();
    if (result instanceof Tensor) outer.push(result.retain());
    else if (Array.isArray(result)) for (const item of result) if (item instanceof Tensor) outer.push(item.retain());
    drain();
    if (result instanceof Tensor) result.references--;
    else if (Array.isArray(result)) for (const item of result) if (item instanceof Tensor) item.references--;
    return result;
  } finally {
    if (current.length > 0) drain();
    current = outer;
  }
}

/**
 * Runs a call that Python makes while another call is under way (a hook, a Function's backward). What it makes is freed at
 * its end, but what it releases may be in use by the call outside, so that waits for the end of the scope outside.
 */
export function nested<T>(body: () => T): T {
  const [outer, outermostBefore] = [current, outermost];
  current = [];
  outermost ??= outer;
  try {
    return body();
  } finally {
    drain();
    [current, outermost] = [outer, outermostBefore];
  }
}

/** A scope put aside by a call that Python continues later; what is released meanwhile waits for it. */
export interface SuspendedScope {
  readonly current: Tensor[];
  readonly outermost: Tensor[] | null;
}

export function suspendScope(): SuspendedScope {
  const suspended = { current, outermost };
  outermost ??= current;
  current = [];
  return suspended;
}

export function resumeScope(suspended: SuspendedScope): void {
  drain();
  ({ current, outermost } = suspended);
}

/** `scoped` for code that may be suspended on the way: gives what closes the scope again. */
export function openScope(): () => void {
  const outer = current;
  current = [];
  return () => {
    drain();
    current = outer;
  };
}

/** Frees what the current scope holds; disposal may add more (a node's saved tensors), so the list is walked by index. */
function drain(): void {
  const list = current;
  for (let i = 0; i < list.length; i++) (list[i] as Tensor).disposeIfUnowned();
  list.length = 0;
}

/** Called at the end of every call from Python. */
export function drainScope(): void {
  if (current.length > 0) drain();
}

/** Uninitialised, contiguous. */
export function emptyTensor(sizes: Sizes, dtype: DType, backend: Backend): Tensor {
  backend.requireDtype(dtype);
  const bytes = numelOf(sizes) * bytesOf(dtype);
  const storage = new Storage(backend, backend.allocate(bytes, dtype), bytes);
  return new Tensor(storage, dtype, sizes, contiguousStrides(sizes), 0, { count: 0 });
}

/** Another look at the same storage, outside autograd. */
export function alias(tensor: Tensor, sizes: Sizes, strides: Sizes, offset: number, version = tensor.version): Tensor {
  return new Tensor(tensor.storage, tensor.dtype, sizes, strides, offset, version);
}

const handles: (Tensor | null)[] = [null];
const freeHandles: number[] = [];

/** The integer by which Python names a tensor; each call must be matched by freeHandle. */
export function handleOf(tensor: Tensor): number {
  if (tensor.handleReferences++ === 0) {
    tensor.retain();
    const handle = freeHandles.pop() ?? handles.length;
    handles[handle] = tensor;
    tensor.handle = handle;
  }
  return tensor.handle;
}

export function tensorOf(handle: number): Tensor {
  const tensor = handles[handle];
  if (tensor === null || tensor === undefined) return fail('RuntimeError', `there is no tensor with handle ${handle}`);
  return tensor;
}

export function freeHandle(handle: number): void {
  const tensor = handles[handle];
  if (tensor === null || tensor === undefined || --tensor.handleReferences > 0) return;
  handles[handle] = null;
  freeHandles.push(handle);
  tensor.handle = 0;
  tensor.release();
}

/** For tests and the memory counters. */
export const liveHandles = (): number => handles.length - 1 - freeHandles.length;
