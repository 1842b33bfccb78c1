/** The backward pass: which nodes run, in what order, and where gradients end (torch/csrc/autograd/engine.cpp). */
import { arithmetic } from './arithmetic';
import {
  AccumulateGrad,
  nodeOf,
  requiresGrad,
  setDifferentiating,
  targetOf,
  setGradMode,
  isSteps,
  type Grad,
  type Grads,
  type Node,
  type Steps,
} from './autograd';
import { categoryOf } from './dtype';
import { check, fail } from './errors';
import { formatSizes, sameSizes } from './shape';
import { openScope, type Tensor } from './tensor';

export interface BackwardOptions {
  readonly retainGraph: boolean;
  readonly createGraph: boolean;
}

/** `tensor.backward()`: adds into the `.grad` of leaves (of `inputs` only, when they are given). */
export function* backward(
  roots: readonly Tensor[],
  rootGrads: readonly Grad[],
  inputs: readonly Tensor[] | null,
  options: BackwardOptions,
): Steps<Grads> {
  const only = inputs === null ? null : new Set(inputs.map((input) => targetNode(input)));
  yield* run(roots, rootGrads, only, null, options);
  return [];
}

/** `torch.autograd.grad()`: the gradients of `inputs`, leaving every `.grad` alone. null: not in the graph. */
export function* gradientsOf(
  roots: readonly Tensor[],
  rootGrads: readonly Grad[],
  inputs: readonly Tensor[],
  options: BackwardOptions,
): Steps<Grads> {
  for (const input of inputs) {
    check(requiresGrad(input), () => 'One of the differentiated Tensors does not require grad');
  }
  const captures = new Map<Node, Map<number, Grad>>();
  const places = inputs.map((input) => {
    const target = targetOf(input);
    if (target === null) return fail('RuntimeError', 'One of the differentiated Tensors does not require grad');
    target.node.retain();
    const slots = captures.get(target.node) ?? new Map<number, Grad>();
    captures.set(target.node, slots.set(target.index, null));
    return target;
  });
  yield* run(roots, rootGrads, new Set(captures.keys()), captures, options);
  return places.map(({ node, index }) => {
    const grad = captures.get(node)?.get(index) ?? null;
    node.release();
    return grad;
  });
}

function targetNode(input: Tensor): Node {
  const target = targetOf(input);
  return target === null
    ? fail('RuntimeError', 'One of the differentiated Tensors does not require grad')
    : target.node;
}

/** Looks at what each node gives to its inputs, when anomaly detection asks for it. */
let inspector: ((node: Node, grads: readonly Grad[]) => void) | null = null;
export function setInspector(next: typeof inspector): void {
  inspector = next;
}

function* run(
  roots: readonly Tensor[],
  rootGrads: readonly Grad[],
  only: ReadonlySet<Node> | null,
  captures: Map<Node, Map<number, Grad>> | null,
  { retainGraph, createGraph }: BackwardOptions,
): Steps<void> {
  const buffers = new Map<Node, Grad[]>();
  const modeBefore = setGradMode(createGraph);
  const differentiatingBefore = setDifferentiating(true);
  let closeScope: (() => void) | null = null;

  const take = (node: Node): Grad[] | null => {
    const grads = buffers.get(node);
    buffers.delete(node);
    grads?.forEach((grad) => grad?.release());
    return grads ?? null;
  };
  /** What arrived at a node, after its hooks: what the caller wanted to know, and a leaf's `.grad`. */
  const arrive = (node: Node, grads: readonly Grad[]): Grads | Steps<Grads> => {
    const slots = captures?.get(node);
    if (slots !== undefined) for (const index of slots.keys()) slots.set(index, grads[index]?.retain() ?? null);
    const accumulates = node instanceof AccumulateGrad && captures === null && (only === null || only.has(node));
    return accumulates ? node.applyHooked(grads, []) : [];
  };

  try {
    roots.forEach((root, i) => {
      const target = targetOf(root);
      if (target === null) {
        return fail('RuntimeError', `element ${i} of tensors does not require grad and does not have a grad_fn`);
      }
      addTo(buffers, target.node, target.index, rootGrad(root, rootGrads[i] ?? null));
    });
    const { order, waiting } = plan([...buffers.keys()]);
    const useful = only === null ? null : usefulNodes(order, only);
    for (const node of order) {
      closeScope = openScope();
      const grads = take(node);
      if (grads !== null) {
        if (node.hooked) yield* node.runHooks(grads);
        const arrived = arrive(node, grads);
        if (isSteps(arrived)) yield* arrived;
      }
      // A root may itself be a leaf.
      if (!(node instanceof AccumulateGrad)) {
        const flows = grads !== null && (useful === null || useful.has(node));
        const needs = node.targets.map((target) => target !== null && (useful === null || useful.has(target.node)));
        const outcome = flows && needs.includes(true) ? node.applyHooked(materialize(node, grads), needs) : [];
        const results = isSteps(outcome) ? yield* outcome : outcome;
        inspector?.(node, results);
        for (let i = 0; i < needs.length; i++) {
          const target = node.targets[i] ?? null;
          if (target === null) continue;
          const grad = results[i] ?? null;
          if (grad !== null && needs[i] === true) addTo(buffers, target.node, target.index, fit(node, i, grad));
          if (!(target.node instanceof AccumulateGrad)) continue;
          const left = (waiting.get(target.node) ?? 0) - 1;
          waiting.set(target.node, left);
          if (left > 0) continue;
          const leafGrads = take(target.node);
          if (leafGrads === null) continue;
          if (target.node.hooked) yield* target.node.runHooks(leafGrads);
          const arrived = arrive(target.node, leafGrads);
          if (isSteps(arrived)) yield* arrived;
        }
        if (!retainGraph && flows) node.freeSaved();
      }
      closeScope();
      closeScope = null;
    }
  } finally {
    // After an error too: Python's or a derivative's.
    for (const grads of buffers.values()) for (const grad of grads) grad?.release();
    closeScope?.();
    setGradMode(modeBefore);
    setDifferentiating(differentiatingBefore);
    captures?.forEach((slots) => slots.forEach((grad) => grad?.release()));
  }
}

function rootGrad(root: Tensor, given: Grad): Tensor {
  if (given !== null) {
    check(
      sameSizes(given.sizes, root.sizes),
      () =>
        `Mismatch in shape: grad_output[0] has a shape of torch.Size(${formatSizes(given.sizes)}) and output[0] has a shape of torch.Size(${formatSizes(root.sizes)}).`,
    );
    return given;
  }
  check(root.numel === 1, () => 'grad can be implicitly created only for scalar outputs');
  return arithmetic.filled({ sizes: root.sizes, dtype: root.dtype, backend: root.backend }, 1);
}

/** Reachable nodes, latest first: inputs are always older than what was made from them. */
function plan(starts: readonly Node[]): { order: Node[]; waiting: Map<Node, number> } {
  const seen = new Set<Node>(starts);
  const waiting = new Map<Node, number>();
  const stack = [...starts];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const target of node.targets) {
      if (target === null) continue;
      if (target.node instanceof AccumulateGrad) waiting.set(target.node, (waiting.get(target.node) ?? 0) + 1);
      else if (!seen.has(target.node)) {
        seen.add(target.node);
        stack.push(target.node);
      }
    }
  }
  return { order: [...seen].sort((a, b) => b.sequence - a.sequence), waiting };
}

/** The nodes through which a gradient can reach one of the wanted ones. */
function usefulNodes(order: readonly Node[], wanted: ReadonlySet<Node>): Set<Node> {
  const useful = new Set<Node>(wanted);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as Node;
    if (node.targets.some((target) => target !== null && useful.has(target.node))) useful.add(node);
  }
  return useful;
}

function addTo(buffers: Map<Node, Grad[]>, node: Node, index: number, grad: Tensor): void {
  let grads = buffers.get(node);
  if (grads === undefined) buffers.set(node, (grads = new Array<Grad>(Math.max(1, node.outputs.length)).fill(null)));
  const before = grads[index] ?? null;
  grads[index] = (before === null ? grad : arithmetic.add(before, grad)).retain();
  before?.release();
}

/** Operations with several outputs get zeros for those that nothing used. */
function materialize(node: Node, grads: readonly Grad[]): readonly Grad[] {
  if (node.outputs.length < 2 || !node.materializes) return grads;
  return node.outputs.map(
    (shape, i) => grads[i] ?? (categoryOf(shape.dtype) === 2 ? arithmetic.filled(shape, 0) : null),
  );
}

/** What PyTorch's validate_outputs does: undoes broadcasting, casts, and refuses a wrong shape. */
function fit(node: Node, i: number, grad: Tensor): Tensor {
  const target = node.targets[i];
  const shape = target?.node.outputs[target.index];
  if (shape === undefined) return grad;
  let fitted = grad;
  if (!sameSizes(grad.sizes, shape.sizes)) {
    if (!expandsTo(shape.sizes, grad.sizes)) {
      fail(
        'RuntimeError',
        `Function ${node.name} returned an invalid gradient at index ${i} - got ${formatSizes(grad.sizes)} but expected shape compatible with ${formatSizes(shape.sizes)}`,
      );
    }
    fitted = arithmetic.sumTo(grad, shape.sizes);
  }
  return fitted.dtype === shape.dtype ? fitted : arithmetic.cast(fitted, shape.dtype);
}

function expandsTo(from: readonly number[], to: readonly number[]): boolean {
  if (from.length > to.length) return false;
  return from.every((size, i) => size === 1 || size === to[to.length - from.length + i]);
}

/** Keeps a non-leaf's gradient as `retain_grad()` asks. */
export function retainGrad(tensor: Tensor, hookId: number): void {
  const node = nodeOf(tensor);
  if (node === null || tensor.retainsGrad) return;
  tensor.retainsGrad = true;
  node.addHook(hookId, tensor.outputIndex, (grad) => {
    if (tensor.references > 0) tensor.setGrad(grad);
    return null;
  });
}
