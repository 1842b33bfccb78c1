/**
 * Backward passes as Python drives them. A pass that meets a hook or a torch.autograd.Function stops and says so; Python
 * runs it and goes on with the answer. Were Python called from here instead, its code could not wait for the GPU.
 */
import {
  AccumulateGrad,
  Node,
  requiresGrad,
  setSavedHooks,
  targetOf,
  type Grad,
  type Grads,
  type PythonCall,
  type Steps,
  type Target,
} from '../core/autograd';
import { backward, gradientsOf, retainGrad } from '../core/backward';
import { isFloating } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import type { Sizes } from '../core/shape';
import {
  freeHandle,
  handleOf,
  resumeScope,
  suspendScope,
  tensorOf,
  type SuspendedScope,
  type Tensor,
} from '../core/tensor';
import { giveList } from './tensor-api';

// ------------------------------------------------------------------ passes

/** What `backward`, `gradients` and `resume` give when Python is asked something first. */
const ASKED = -1;
const KINDS = ['tensor hook', 'function'] as const;

interface Suspended {
  readonly steps: Steps<Grads>;
  readonly scope: SuspendedScope;
  readonly question: PythonCall;
}
/** Passes that wait for Python, the innermost last: a hook may start another pass. */
const suspended: Suspended[] = [];

function advance(steps: Steps<Grads>, answer: Grads): number | Grads {
  const { done, value } = steps.next(answer);
  if (done === true) return value;
  suspended.push({ steps, scope: suspendScope(), question: value });
  return ASKED;
}

function continuing(): Steps<Grads> {
  const pass = suspended.pop();
  if (pass === undefined) return fail('RuntimeError', 'no backward pass is waiting');
  resumeScope(pass.scope);
  return pass.steps;
}

/** retain, create, number of roots, then roots, their gradients (0: ones), then the only leaves to fill (none: all). */
expose('backward', 'bbiH', (retainGraph: boolean, createGraph: boolean, count: number, list: Sizes) => {
  const { roots, grads, inputs } = rootsOf(count, list);
  return advance(backward(roots, grads, inputs.length === 0 ? null : inputs, { retainGraph, createGraph }), []);
});
expose('gradients', 'bbiH', (retainGraph: boolean, createGraph: boolean, count: number, list: Sizes) => {
  const { roots, grads, inputs } = rootsOf(count, list);
  return advance(gradientsOf(roots, grads, inputs, { retainGraph, createGraph }), []);
});

function rootsOf(count: number, list: Sizes): { roots: Tensor[]; grads: Grad[]; inputs: Tensor[] } {
  return {
    roots: list.slice(0, count).map(tensorOf),
    grads: list.slice(count, 2 * count).map((handle) => (handle === 0 ? null : tensorOf(handle))),
    inputs: list.slice(2 * count).map(tensorOf),
  };
}

/** The question: its kind (0 a hook on a tensor, 1 a Function or a hook on a node), whose, and how many gradients. */
expose('asked', '', () => {
  const question = suspended.at(-1)?.question;
  if (question === undefined) return fail('RuntimeError', 'no backward pass is waiting');
  return giveList([KINDS.indexOf(question.kind), question.id, question.grads.length]);
});
/** A handle for each of its gradients, in turn; 0 for none. */
expose('asked_grad', 'i', (i: number) => {
  const grad = suspended.at(-1)?.question.grads[i] ?? null;
  return grad === null ? 0 : handleOf(grad);
});
/** Goes on with the handles that Python answers, which the pass takes over. */
expose('resume', 'H', (handles: Sizes) => {
  const steps = continuing();
  return advance(
    steps,
    handles.map((handle) => (handle === 0 ? null : taken(handle))),
  );
});
/** The tensor of a handle that Python gives away; it lives to the end of the scope. */
function taken(handle: number): Tensor {
  const tensor = tensorOf(handle);
  freeHandle(handle);
  return tensor;
}
/** Python's code raised: the pass ends. */
expose('abandon', '', () => {
  continuing().return([]);
});

// ------------------------------------------------------------------ hooks and Python-defined functions

/** The few calls that go to Python at once: none of them may wait. */
export interface PythonCallbacks {
  /** No graph needs the function, hook or packed tensor any more. */
  forget(id: number): void;
  /** Keeps what the reader's function makes of a saved tensor (a handle that Python then owns); returns its id. */
  pack(handle: number): number;
  /** The handle of the tensor that comes back. */
  unpack(id: number): number;
}
let python: PythonCallbacks | null = null;
export function setPythonCallbacks(callbacks: PythonCallbacks): void {
  python = callbacks;
}
export const forget = (id: number): void => python?.forget(id);

expose('hook_saved_tensors', 'b', (enabled: boolean) => {
  const callbacks = python;
  if (!enabled || callbacks === null) return setSavedHooks(null);
  return setSavedHooks({
    pack: (tensor) => callbacks.pack(handleOf(tensor)),
    unpack: (id) => taken(callbacks.unpack(id)),
    forget,
  });
});

const leafHooks = new WeakMap<Tensor, AccumulateGrad>();
/** A leaf's hook lives on its accumulator, which is then kept as long as the leaf. */
expose('add_hook', 'ti', (a: Tensor, id: number) => {
  const target = targetOf(a);
  if (target === null) return fail('RuntimeError', "cannot register a hook on a tensor that doesn't require gradient");
  target.node.addHook(id, target.index, null);
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

/** A node whose backward is Python's: torch.autograd.Function. */
export class PythonNode extends Node {
  private freed = false;
  constructor(
    name: string,
    targets: readonly Target[],
    outputs: readonly Tensor[],
    readonly id: number,
  ) {
    super(
      name,
      targets,
      outputs.map((out) => ({ sizes: out.sizes, dtype: out.dtype, backend: out.backend })),
    );
  }

  /** Python's ctx makes the zeros, unless it was told not to. */
  override readonly materializes = false;

  *apply(grads: Grads): Steps<Grads> {
    return yield { kind: 'function', id: this.id, grads };
  }

  freeSaved(): void {
    // Saved tensors belong to Python's ctx; `retain_graph` is checked there.
  }

  protected override die(): void {
    if (!this.freed) forget(this.id);
    this.freed = true;
  }
}

let functionName = 'FunctionBackward';
expose('set_function_name', 'I', (codes: Sizes) => {
  functionName = String.fromCharCode(...codes);
});
/** id, number of inputs, input handles (0: not a tensor), output handles. The outputs get the new node. */
expose('record_function', 'iiH', (id: number, count: number, list: Sizes) => {
  const inputs = list.slice(0, count).map((handle) => (handle === 0 ? null : tensorOf(handle)));
  const outputs = list.slice(count).map(tensorOf);
  const node = new PythonNode(functionName, inputs.map(targetOf), outputs, id);
  outputs.forEach((out, index) => {
    if (isFloating(out.dtype)) out.setNode(node, index);
  });
});
