/**
 * Whole optimizer steps for Python: reads each parameter's gradient, counts each parameter's own steps, and runs the
 * multi-tensor kernels of ops/optim.ts's backend calls. Answers false, having changed nothing, when a tensor is not as the
 * kernels want it (contiguous, one floating type, one device): then Python computes the formula itself.
 */
import { withGradMode } from '../core/autograd';
import { expose } from '../core/expose';
import type { Sizes } from '../core/shape';
import { tensorOf, type Tensor } from '../core/tensor';
import { packed } from './create';

interface Entry {
  readonly parameter: Tensor;
  readonly grad: Tensor;
  readonly state: readonly Tensor[];
}

/** `list` holds `kinds` runs of `count` handles: parameters, then their state. null: not for the kernels. */
function entriesOf(list: Sizes, count: number, kinds: number, plain: number): Entry[] | null {
  const entries: Entry[] = [];
  let model: Tensor | null = null;
  for (let i = 0; i < count; i++) {
    const parameter = tensorOf(list[i] as number);
    const { grad } = parameter;
    if (grad === null) continue;
    model ??= parameter;
    if (parameter.dtype !== 'float32' && parameter.dtype !== 'float64') return null;
    const state: Tensor[] = [];
    for (let kind = 1; kind < kinds; kind++) state.push(tensorOf(list[kind * count + i] as number));
    if (!parameter.contiguous || parameter.dtype !== model.dtype || parameter.backend !== model.backend) return null;
    for (let kind = 0; kind < plain; kind++) {
      const a = state[kind] as Tensor;
      if (!a.contiguous || a.dtype !== model.dtype || a.backend !== model.backend || a.numel !== parameter.numel)
        return null;
    }
    if (grad.dtype !== model.dtype || grad.backend !== model.backend) return null;
    entries.push({ parameter, grad: packed(grad), state });
  }
  return entries;
}

const column = (entries: readonly Entry[], index: number): Tensor[] =>
  entries.map(({ state }) => state[index] as Tensor);

/** Adds 1 to a parameter's step count (a float32 tensor of one element on the cpu) and gives it; 0 when it is not one. */
function counted(step: Tensor): number {
  const bytes = step.backend.read(step);
  if (!(bytes instanceof Uint8Array) || step.dtype !== 'float32' || step.numel !== 1) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const next = view.getFloat32(0, true) + 1;
  view.setFloat32(0, next, true);
  step.backend.write(step, bytes);
  step.version.count++;
  return next;
}

/** lr, beta1, beta2, eps, weight decay, decoupled, maximize, amsgrad, count; parameters, means, squares, (largest,) steps. */
expose(
  'adam_step',
  'iiiiibbbiH',
  (
    lr: number,
    beta1: number,
    beta2: number,
    eps: number,
    weightDecay: number,
    decoupled: boolean,
    maximize: boolean,
    amsgrad: boolean,
    count: number,
    list: Sizes,
  ) =>
    withGradMode(false, () => {
      const dense = amsgrad ? 3 : 2;
      const entries = entriesOf(list, count, dense + 2, dense);
      if (entries === null) return false;
      const bySteps = new Map<number, Entry[]>();
      for (const entry of entries) {
        const step = counted(entry.state[dense] as Tensor);
        const group = bySteps.get(step);
        if (group === undefined) bySteps.set(step, [entry]);
        else group.push(entry);
      }
      for (const [step, group] of bySteps) {
        const parameters = group.map(({ parameter }) => parameter);
        parameters[0]?.backend.adam(
          parameters,
          group.map(({ grad }) => grad),
          column(group, 0),
          column(group, 1),
          amsgrad ? column(group, 2) : null,
          {
            lr,
            beta1,
            beta2,
            eps,
            weightDecay,
            decoupled,
            maximize,
            step,
          },
        );
        for (const { version } of parameters) version.count++;
      }
      return true;
    }),
);

/** lr, momentum, dampening, weight decay, nesterov, maximize, first, count; parameters(, momenta). */
expose(
  'sgd_step',
  'iiiibbbiH',
  (
    lr: number,
    momentum: number,
    dampening: number,
    weightDecay: number,
    nesterov: boolean,
    maximize: boolean,
    first: boolean,
    count: number,
    list: Sizes,
  ) =>
    withGradMode(false, () => {
      const kinds = list.length / count;
      const entries = entriesOf(list, count, kinds, kinds - 1);
      if (entries === null) return false;
      if (entries.length === 0) return true;
      const parameters = entries.map(({ parameter }) => parameter);
      parameters[0]?.backend.sgd(
        parameters,
        entries.map(({ grad }) => grad),
        kinds === 2 ? column(entries, 0) : null,
        {
          lr,
          momentum,
          dampening,
          weightDecay,
          nesterov,
          maximize,
          first,
        },
      );
      for (const { version } of parameters) version.count++;
      return true;
    }),
);

/** Whether the tensor has a gradient: what an optimizer asks of every parameter. */
expose('has_grad', 't', (a: Tensor) => a.grad !== null);
