/** In-place writes and their place in the graph: leaf rules, version counts, and views written through their base. */
import {
  arithmetic,
  gradMode,
  isTracked,
  Node,
  nodeOf,
  OperationNode,
  requiresGrad,
  shapeOf,
  targetOf,
  zerosLaidOut,
  type Backward,
  type Grad,
  type Target,
} from './autograd';
import { fail } from './errors';
import type { Sizes } from './shape';
import { alias, inferenceMode, type Tensor } from './tensor';

/** PyTorch's refusals, before anything is written. */
export function checkWritable(tensor: Tensor): void {
  if (tensor.storage.inference && !inferenceMode()) {
    fail(
      'RuntimeError',
      'Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.',
    );
  }
  if (!gradMode()) return;
  if (tensor.multipleView >= 0 && requiresGrad(tensor)) {
    fail(
      'RuntimeError',
      `Output ${tensor.multipleView} of ${nodeOf(tensor)?.name} is a view and is being modified inplace. This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.`,
    );
  }
  if (tensor.base !== null && tensor.base.isLeaf && tensor.base.requiresGrad) {
    fail('RuntimeError', 'a view of a leaf Variable that requires grad is being used in an in-place operation.');
  }
  if (tensor.isLeaf && tensor.requiresGrad) {
    fail('RuntimeError', 'a leaf Variable that requires grad is being used in an in-place operation.');
  }
}

/**
 * Writes into `tensor` and records it. `inputs[0]` is the tensor itself (its value before the write), so `backward`
 * returns that gradient first.
 */
export function writeInPlace(
  tensor: Tensor,
  name: string,
  others: readonly (Tensor | null)[],
  saved: readonly Tensor[],
  write: () => void,
  backward: Backward,
): Tensor {
  checkWritable(tensor);
  const tracked = isTracked(tensor, ...others);
  const targets = tracked ? [targetOf(tensor), ...others.map(targetOf)] : [];
  write();
  tensor.version.count++;
  if (!tracked) {
    // The value changed outside the graph: the tensor keeps its node, as in PyTorch under no_grad.
    if (tensor.base === null) tensor.nodeVersion = tensor.version.count;
    return tensor;
  }
  const node = new OperationNode(name, targets, [tensor], saved, backward);
  if (tensor.base === null) tensor.setNode(node);
  else rebaseView(tensor, tensor.base, node);
  return tensor;
}

/** A written view becomes part of its base's history; the view then reads its gradient from the base. */
function rebaseView(view: Tensor, base: Tensor, node: Node): void {
  base.setNode(new CopySlices(base, view, node));
  view.setNode(null);
  view.nodeVersion = -1; // stale: the next use makes a node that reads the base
  nodeOf(view);
}

/** Passes the gradient of the untouched part on to the old base, and that of the written part through `inner`. */
class CopySlices extends Node {
  private readonly viewSizes: Sizes;
  private readonly viewStrides: Sizes;
  private readonly viewOffset: number;
  private readonly baseStrides: Sizes;

  constructor(
    base: Tensor,
    view: Tensor,
    private readonly inner: Node,
  ) {
    const baseTarget: Target = requiresGrad(base) ? targetOf(base) : null;
    super('CopySlices', [baseTarget, ...inner.targets.slice(1)], [shapeOf(base)]);
    inner.retain();
    this.baseStrides = base.strides;
    this.viewSizes = view.sizes;
    this.viewStrides = view.strides;
    this.viewOffset = view.offset - base.offset;
  }

  apply([grad]: readonly Grad[], needs: readonly boolean[]): readonly Grad[] {
    if (grad === null || grad === undefined) return [];
    const rest = zerosLaidOut(shapeOf(grad), this.baseStrides);
    arithmetic.copyInto(rest, grad);
    const part = alias(rest, this.viewSizes, this.viewStrides, this.viewOffset);
    const [self, ...others] = this.inner.apply([arithmetic.clone(part)], [true, ...needs.slice(1)]);
    arithmetic.copyInto(part, self ?? arithmetic.filled(shapeOf(part), 0));
    return [rest, ...others];
  }

  freeSaved(): void {
    this.inner.freeSaved();
  }

  protected override die(): void {
    this.inner.release();
  }
}
