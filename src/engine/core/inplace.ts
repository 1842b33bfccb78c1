/** In-place writes and their place in the graph: leaf rules, version counts, and views written through their base. */
import { arithmetic, shapeOf } from './arithmetic';
import {
  gradMode,
  isTracked,
  Node,
  nodeOf,
  OperationNode,
  requiresGrad,
  targetOf,
  zerosLaidOut,
  type Backward,
  settled,
  type Grads,
  type Steps,
  type Target,
} from './autograd';
import { fail } from './errors';
import { isDense, sameSizes, type Sizes } from './shape';
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

const CLONE = 'Please clone() the tensor before performing the operation.';

/** PyTorch's refusals of writes in which one element of memory is written twice, or read after it was written. */
function checkOverlap(out: Tensor, sources: readonly (Tensor | null)[]): void {
  if (out.strides.some((stride, d) => stride === 0 && (out.sizes[d] as number) > 1)) {
    fail(
      'RuntimeError',
      `unsupported operation: more than one element of the written-to tensor refers to a single memory location. ${CLONE}`,
    );
  }
  for (const source of sources) {
    if (source === null || source === out || source.storage !== out.storage || source.dtype !== out.dtype) continue;
    if (source.numel === 0 || !isDense(out.sizes, out.strides) || !isDense(source.sizes, source.strides)) continue;
    const same = source.offset === out.offset && source.numel === out.numel;
    if (same && sameSizes(contiguousOrder(source), contiguousOrder(out))) continue;
    if (source.offset >= out.offset + out.numel || out.offset >= source.offset + source.numel) continue;
    fail(
      'RuntimeError',
      `unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. ${CLONE}`,
    );
  }
}

/** Strides of the dimensions that matter. */
const contiguousOrder = (a: Tensor): Sizes => a.strides.filter((_, d) => a.sizes[d] !== 1);

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
  checkOverlap(tensor, others);
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

  *apply([grad]: Grads, needs: readonly boolean[]): Steps<Grads> {
    if (grad === null || grad === undefined) return [];
    const rest = zerosLaidOut(shapeOf(grad), this.baseStrides);
    arithmetic.copyInto(rest, grad);
    const part = alias(rest, this.viewSizes, this.viewStrides, this.viewOffset);
    const [self, ...others] = yield* settled(this.inner.apply([arithmetic.clone(part)], [true, ...needs.slice(1)]));
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
