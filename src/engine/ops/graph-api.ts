/** What Python sees of the autograd graph: nodes by number, their names and edges, and second handles of tensors. */
import { AccumulateGrad, OperationNode, nodeOf, type Grad, type Node } from '../core/autograd';
import { setInspector } from '../core/backward';
import { categoryOf } from '../core/dtype';
import { fail } from '../core/errors';
import { expose } from '../core/expose';
import type { Sizes } from '../core/shape';
import { emptyTensor, type Tensor } from '../core/tensor';
import { packed } from './create';
import { isNan } from './pointwise';
import { PythonNode, forget } from './backward-api';
import { viewAs } from './view';

const nodes: (Node | null)[] = [null];
const freeNumbers: number[] = [];

/** A number that keeps the node alive until `free_node`. */
function numberOf(node: Node | null): number {
  if (node === null) return 0;
  node.retain();
  const number = freeNumbers.pop() ?? nodes.length;
  nodes[number] = node;
  return number;
}

const nodeAt = (number: number): Node => nodes[number] ?? fail('RuntimeError', `there is no graph node ${number}`);

expose('node_of', 't', (a: Tensor) => numberOf(nodeOf(a)));
expose('free_node', 'i', (number: number) => {
  const node = nodes[number] ?? null;
  if (node === null) return;
  nodes[number] = null;
  freeNumbers.push(number);
  node.release();
});
expose('node_name', 'i', (number: number) => nodeAt(number).name);
/** The same for every number of one node. */
expose('node_key', 'i', (number: number) => nodeAt(number).sequence);
expose('node_edges', 'i', (number: number) => nodeAt(number).targets.length);
expose('node_edge', 'ii', (number: number, edge: number) => numberOf(nodeAt(number).targets[edge]?.node ?? null));
expose('node_edge_index', 'ii', (number: number, edge: number) => nodeAt(number).targets[edge]?.index ?? 0);
expose('node_add_hook', 'iib', (number: number, id: number, before: boolean) =>
  nodeAt(number).addNodeHook(id, { id, before, forget: () => forget(id) }),
);
expose('node_remove_hook', 'ii', (number: number, id: number) => nodeAt(number).removeNodeHook(id));
expose('node_outputs', 'i', (number: number) => nodeAt(number).outputs.length);
/** One of the tensors that an operation saved for its derivative; nothing beyond the last. */
expose('node_saved', 'ii', (number: number, index: number) => {
  const node = nodeAt(number);
  return node instanceof OperationNode ? node.savedTensors()[index] : undefined;
});
/** Under which id Python keeps the ctx of a function of its own; 0 for the engine's operations. */
expose('node_function', 'i', (number: number) => {
  const node = nodeAt(number);
  return node instanceof PythonNode ? node.id : 0;
});
/** The leaf whose gradient an AccumulateGrad node collects. */
expose('node_variable', 'i', (number: number) => {
  const node = nodeAt(number);
  return node instanceof AccumulateGrad ? node.leaf : undefined;
});

/** torch.autograd.set_detect_anomaly: refuses NaN where it first appears (gradients on the GPU are not looked at). */
function refuseNan(node: Node, grads: readonly Grad[]): void {
  grads.forEach((grad, i) => {
    if (grad === null || grad.device !== 'cpu' || categoryOf(grad.dtype) !== 2) return;
    const bad = emptyTensor([], 'bool', grad.backend);
    const packedBad = packed(isNan(grad));
    grad.backend.reduceBool('any', packedBad, bad, { outer: 1, n: grad.numel, inner: 1 });
    const bytes = grad.backend.read(bad);
    if (bytes instanceof Uint8Array && bytes[0] === 1) {
      fail('RuntimeError', `Function '${node.name}' returned nan values in its ${i}th output.`);
    }
  });
}
expose('set_anomaly_mode', 'b', (enabled: boolean) => setInspector(enabled ? refuseNan : null));

/** A second owner of the same handle: each is freed on its own. */
expose('share', 't', (a: Tensor) => a);
/** `x[...]`: a view of all of a tensor. */
expose('alias', 't', (a: Tensor) => viewAs(a, a.sizes, 'AliasBackward0'));
/** Gives the last recorded operation the name by which PyTorch prints a composition; the name as character codes. */
expose('rename_node', 'tI', (a: Tensor, codes: Sizes) => {
  if (a.node !== null) (a.node as { name: string }).name = String.fromCharCode(...codes);
});
