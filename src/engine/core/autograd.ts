/**
 * The autograd graph: nodes that remember how to pass gradients back (backward.ts runs them). Saved tensors, version
 * checks, accumulation and error texts follow PyTorch (torch/csrc/autograd). Derivatives are written with
 * differentiable operations, so `create_graph` needs nothing of its own.
 */
import { arithmetic, shapeOf, type OutputShape } from './arithmetic';
import { fail } from './errors';
import { formatSizes, type Sizes } from './shape';
import { alias, type GraphNode, type Tensor } from './tensor';
import { categoryOf, scalarName } from './dtype';
import type { DType } from './dtype';

/** null: no gradient flowed here. */
export type Grad = Tensor | null;
export type Backward = (grads: readonly Grad[], saved: readonly Tensor[], needs: readonly boolean[]) => readonly Grad[];
export type Hook = (grad: Tensor) => Tensor | null;

/** What a backward pass asks of Python, which gets the gradients and answers with others (none: keep them). */
export interface PythonCall {
  readonly kind: 'tensor hook' | 'function';
  readonly id: number;
  readonly grads: readonly Grad[];
}
/** Work that stops at each such question: Python itself drives the pass, so that its code may wait for the GPU. */
export type Steps<T> = Generator<PythonCall, T, readonly Grad[]>;
export type Grads = readonly Grad[];
export const isSteps = (outcome: Grads | Steps<Grads>): outcome is Steps<Grads> => !Array.isArray(outcome);
/** `yield*` of something that rarely asks. */
export function* settled(outcome: Grads | Steps<Grads>): Steps<Grads> {
  return isSteps(outcome) ? yield* outcome : outcome;
}

let gradEnabled = true;
export const gradMode = (): boolean => gradEnabled;

/** Whether the engine is computing gradients: views that it makes on the way are nobody's to ask for a gradient. */
let differentiating = false;
export const isDifferentiating = (): boolean => differentiating;
export function setDifferentiating(on: boolean): boolean {
  const before = differentiating;
  differentiating = on;
  return before;
}
export function setGradMode(enabled: boolean): boolean {
  const before = gradEnabled;
  gradEnabled = enabled;
  return before;
}
export function withGradMode<T>(enabled: boolean, body: () => T): T {
  const before = setGradMode(enabled);
  try {
    return body();
  } finally {
    gradEnabled = before;
  }
}

/** Whether an operation on these inputs is recorded. */
export function isTracked(...tensors: readonly (Tensor | null)[]): boolean {
  if (!gradEnabled) return false;
  for (const tensor of tensors) if (tensor !== null && requiresGrad(tensor)) return true;
  return false;
}

/** A view requires a gradient too when its base came to require one by an in-place write. */
export const requiresGrad = (tensor: Tensor): boolean =>
  tensor.requiresGrad ||
  (tensor.base !== null && tensor.base.requiresGrad && tensor.nodeVersion !== tensor.version.count);

let nextSequence = 1;

/** Where an input's gradient goes: a node and which of its outputs the input was. */
export type Target = { readonly node: Node; readonly index: number } | null;

const FREED =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
  'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). ' +
  'Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.';

/** torch.autograd.graph.saved_tensors_hooks: Python keeps what its function made of a tensor, and gives one back. */
export interface SavedHooks {
  pack(tensor: Tensor): number;
  unpack(id: number): Tensor;
  forget(id: number): void;
}
let savedHooks: SavedHooks | null = null;
export function setSavedHooks(next: SavedHooks | null): void {
  savedHooks = next;
}

/** A tensor kept for the backward pass. An output is kept without its node, which would otherwise own itself. */
class Saved {
  private readonly tensor: Tensor;
  private readonly version: number;
  private readonly isOutput: boolean;
  private readonly hooks = savedHooks;
  private readonly packed: number;

  constructor(
    tensor: Tensor,
    outputs: readonly Tensor[],
    private readonly owner: Node,
  ) {
    if (tensor.storage.inference) {
      fail(
        'RuntimeError',
        'Inference tensors cannot be saved for backward. To work around you can make a clone to get a normal tensor and use it in autograd.',
      );
    }
    this.isOutput = outputs.includes(tensor);
    this.tensor = this.isOutput ? alias(tensor, tensor.sizes, tensor.strides, tensor.offset) : tensor;
    this.packed = this.hooks?.pack(this.tensor) ?? 0;
    if (this.hooks === null) this.tensor.retain();
    this.outputIndex = this.isOutput ? outputs.indexOf(tensor) : tensor.outputIndex;
    this.version = tensor.version.count;
  }

  private readonly outputIndex: number;

  unpack(): Tensor {
    if (this.hooks !== null) return this.hooks.unpack(this.packed);
    const { tensor } = this;
    if (tensor.version.count !== this.version) {
      const maker = this.isOutput ? this.owner.name : tensor.node?.name;
      const origin = maker === undefined ? '' : `, which is output ${this.outputIndex} of ${maker},`;
      fail(
        'RuntimeError',
        `one of the variables needed for gradient computation has been modified by an inplace operation: [${typeName(tensor)} ${formatSizes(tensor.sizes)}]${origin} is at version ${tensor.version.count}; expected version ${this.version} instead. ` +
          'Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).',
      );
    }
    if (!this.isOutput || !gradEnabled) return tensor;
    const shown = alias(tensor, tensor.sizes, tensor.strides, tensor.offset);
    shown.setNode(this.owner, this.outputIndex);
    return shown;
  }

  release(): void {
    if (this.hooks === null) this.tensor.release();
    else this.hooks.forget(this.packed);
  }
}

const typeName = (tensor: Tensor): string =>
  `torch.${tensor.device === 'cuda' ? 'cuda.' : ''}${scalarName(tensor.dtype)}Tensor`;

/** A hook on a node rather than on a tensor: sees all gradients that come in, and (after it) those that go out. */
export interface NodeHook {
  readonly before: boolean;
  /** Asked with the incoming gradients and then the outgoing ones; answers the latter, before them the former. */
  readonly id: number;
  forget(): void;
}

export abstract class Node implements GraphNode {
  readonly sequence = nextSequence++;
  /** Unused outputs get gradients of zeros before `apply`. */
  readonly materializes: boolean = true;
  private references = 0;
  private targetsOwned = true;
  /** Without a function the hook is Python's. */
  private hooks: Map<number, { readonly output: number; readonly hook: Hook | null }> | null = null;
  private nodeHooks: Map<number, NodeHook> | null = null;

  constructor(
    readonly name: string,
    readonly targets: readonly Target[],
    readonly outputs: readonly OutputShape[],
  ) {
    for (const target of targets) target?.node.retain();
  }

  /** Gradients of the inputs from those of the outputs; entries that nobody needs may be null. */
  abstract apply(grads: Grads, needs: readonly boolean[]): Grads | Steps<Grads>;
  /** Called after a backward pass that does not retain the graph. */
  abstract freeSaved(): void;
  /** Called once, when nothing refers to the node any more. */
  protected die(): void {
    this.freeSaved();
  }

  retain(): void {
    this.references++;
  }

  /** Long graphs are released by a loop: recursion would overflow the stack on ten thousand chained steps. */
  release(): void {
    if (--this.references > 0) return;
    const dying: Node[] = [this];
    for (let node = dying.pop(); node !== undefined; node = dying.pop()) {
      if (!node.targetsOwned) continue;
      node.targetsOwned = false;
      for (const target of node.targets) {
        if (target !== null && --target.node.references === 0) dying.push(target.node);
      }
      node.die();
      node.nodeHooks?.forEach((hook) => hook.forget());
    }
  }

  addHook(id: number, output: number, hook: Hook | null): void {
    this.hooks ??= new Map();
    this.hooks.set(id, { output, hook });
  }

  removeHook(id: number): void {
    this.hooks?.delete(id);
  }

  addNodeHook(id: number, hook: NodeHook): void {
    this.nodeHooks ??= new Map();
    this.nodeHooks.set(id, hook);
  }

  removeNodeHook(id: number): void {
    this.nodeHooks?.get(id)?.forget();
    this.nodeHooks?.delete(id);
  }

  /** `apply` between the hooks on this node. */
  applyHooked(grads: Grads, needs: readonly boolean[]): Grads | Steps<Grads> {
    return this.nodeHooks === null ? this.apply(grads, needs) : this.applyBetween(this.nodeHooks, grads, needs);
  }

  private *applyBetween(hooks: Map<number, NodeHook>, grads: Grads, needs: readonly boolean[]): Steps<Grads> {
    let incoming = grads;
    for (const { id, before } of hooks.values()) {
      if (before) incoming = kept(yield { kind: 'function', id, grads: incoming }, incoming);
    }
    const outgoing: Grad[] = this.targets.map(() => null);
    (yield* settled(this.apply(incoming, needs))).forEach((grad, i) => (outgoing[i] = grad));
    let given: Grads = outgoing;
    for (const { id, before } of hooks.values()) {
      if (!before) given = kept(yield { kind: 'function', id, grads: [...incoming, ...given] }, given);
    }
    return given;
  }

  get hooked(): boolean {
    return this.hooks !== null;
  }

  /** The hooks on tensors that this node made, in order; they may replace entries of `grads`. */
  *runHooks(grads: Grad[]): Steps<void> {
    for (const [id, { output, hook }] of this.hooks ?? []) {
      const grad = grads[output] ?? null;
      if (grad === null) continue;
      const [answer = null] = hook === null ? yield { kind: 'tensor hook', id, grads: [grad] } : [hook(grad)];
      grads[output] = answer ?? grad;
    }
  }
}

const kept = (answer: Grads, before: Grads): Grads => (answer.length === 0 ? before : answer);

/** A node whose derivative is a function of saved tensors: nearly every operation. */
export class OperationNode extends Node {
  private saved: readonly Saved[];
  private freed = false;

  constructor(
    name: string,
    targets: readonly Target[],
    outputs: readonly Tensor[],
    saved: readonly Tensor[],
    private readonly backward: Backward,
  ) {
    super(name, targets, outputs.map(shapeOf));
    this.saved = saved.map((tensor) => new Saved(tensor, outputs, this));
  }

  apply(grads: readonly Grad[], needs: readonly boolean[]): readonly Grad[] {
    if (this.freed) return fail('RuntimeError', FREED);
    return this.backward(
      grads,
      this.saved.map((saved) => saved.unpack()),
      needs,
    );
  }

  /** What `grad_fn._saved_self` and its like show. */
  savedTensors(): readonly Tensor[] {
    if (this.freed) return fail('RuntimeError', FREED);
    return this.saved.map((saved) => saved.unpack());
  }

  /** With nothing saved a second backward is fine, as in PyTorch. */
  freeSaved(): void {
    if (this.saved.length === 0) return;
    const saved = this.saved;
    this.saved = [];
    this.freed = true;
    for (const item of saved) item.release();
  }
}

/** Where a leaf's gradient ends. The leaf knows its node without owning it; the node owns the leaf. */
export class AccumulateGrad extends Node {
  constructor(readonly leaf: Tensor) {
    super('AccumulateGrad', [], [shapeOf(leaf)]);
    leaf.retain();
    leaf.accumulator = this;
  }

  apply([grad]: readonly Grad[]): readonly Grad[] {
    if (grad !== null && grad !== undefined) accumulateInto(this.leaf, grad);
    return [];
  }

  freeSaved(): void {
    // A leaf is never freed by a backward pass.
  }

  protected override die(): void {
    this.leaf.accumulator = null;
    this.leaf.release();
  }
}

/** PyTorch's rule: take the gradient over when nobody else can see it, else copy; add in place when no graph is made. */
function accumulateInto(leaf: Tensor, grad: Tensor): void {
  if (leaf.grad !== null) {
    if (gradEnabled) leaf.setGrad(arithmetic.add(leaf.grad, grad));
    else arithmetic.addInPlace(leaf.grad, grad);
    return;
  }
  const exclusive = grad.references === 0 && grad.storage.references === 1 && grad.contiguous;
  const own = exclusive && !gradEnabled ? grad : arithmetic.clone(grad);
  if (own.node !== null && own !== grad) (own.node as { name: string }).name = 'CopyBackwards'; // what PyTorch shows
  leaf.setGrad(own);
}

/** The node of a tensor; a view whose memory was written since gets a new one that reads its base as it is now. */
export function nodeOf(tensor: Tensor): Node | null {
  const { base } = tensor;
  if (base !== null && base.requiresGrad && tensor.nodeVersion !== tensor.version.count) {
    const { sizes, strides, offset } = tensor;
    const { sizes: baseSizes, strides: baseStrides, offset: baseOffset } = base;
    tensor.setNode(
      new OperationNode('AsStridedBackward0', [targetOf(base)], [tensor], [], ([grad]) => [
        grad === null || grad === undefined
          ? null
          : scatterView(grad, baseSizes, baseStrides, baseOffset, sizes, strides, offset),
      ]),
    );
  }
  return tensor.node as Node | null;
}

/** The gradient of as_strided: zeros in the base's geometry with the view's part written. */
export function scatterView(
  grad: Tensor,
  baseSizes: Sizes,
  baseStrides: Sizes,
  baseOffset: number,
  sizes: Sizes,
  strides: Sizes,
  offset: number,
): Tensor {
  const laid = zerosLaidOut({ sizes: baseSizes, dtype: grad.dtype, backend: grad.backend }, baseStrides);
  arithmetic.copyInto(alias(laid, sizes, strides, offset - baseOffset), grad);
  return laid;
}

/** Zeros whose memory has the given strides, so that the strides of a view of that layout fit them too. */
export function zerosLaidOut(shape: OutputShape, strides: Sizes): Tensor {
  let span = 1;
  shape.sizes.forEach((size, d) => (span += (strides[d] as number) * Math.max(0, size - 1)));
  const memory = arithmetic.filled({ ...shape, sizes: [span] }, 0);
  return alias(memory, shape.sizes, strides, 0);
}

export function targetOf(tensor: Tensor | null): Target {
  if (tensor === null || !requiresGrad(tensor)) return null;
  const node = nodeOf(tensor);
  if (node !== null) return { node, index: tensor.outputIndex };
  return { node: (tensor.accumulator as Node | null) ?? new AccumulateGrad(tensor), index: 0 };
}

/** Records an operation when an input requires a gradient. Returns its output(s) for chaining. */
export function track<T extends Tensor | readonly Tensor[]>(
  outputs: T,
  name: string,
  inputs: readonly (Tensor | null)[],
  saved: readonly Tensor[],
  backward: Backward,
): T {
  if (!isTracked(...inputs)) return outputs;
  const list: readonly Tensor[] = Array.isArray(outputs) ? outputs : [outputs as Tensor];
  const node = new OperationNode(name, inputs.map(targetOf), list, saved, backward);
  list.forEach((tensor, index) => {
    if (isDifferentiable(tensor.dtype)) tensor.setNode(node, index);
  });
  return outputs;
}

const isDifferentiable = (dtype: DType): boolean => categoryOf(dtype) === 2;
