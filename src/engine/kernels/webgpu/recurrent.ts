/** Steps of recurrent layers on the GPU: a thread for each element of the state. */
import type { RecurrentSteps } from '../../core/backend';
import type { Tensor } from '../../core/tensor';
import type { Machine } from './machine';
import { groupsFor, shader } from './wgsl';

const PLACE = 'let row = i / params.width; let column = i % params.width;';
const at = (name: string): string => `heap[params.${name} + i]`;
/** Element `index` of the gates of this element's row. */
const gate = (name: string, index: number, gates: number): string =>
  `heap[params.${name} + (row * ${gates}u + ${index}u) * params.width + column]`;
const get = (word: string): string => `bitcast<f32>(${word})`;
const put = (word: string, value: string): string => `${word} = bitcast<u32>(${value});`;

const lstmSource = (): string =>
  shader(
    'n: u32, width: u32, gates: u32, cell: u32, next: u32, hidden: u32',
    `
  ${PLACE}
  let input = sigmoid(${get(gate('gates', 0, 4))});
  let forget = sigmoid(${get(gate('gates', 1, 4))});
  let fresh = tanh_f(${get(gate('gates', 2, 4))});
  let output = sigmoid(${get(gate('gates', 3, 4))});
  let state = fma(forget, ${get(at('cell'))}, input * fresh);
  ${put(gate('gates', 0, 4), 'input')}
  ${put(gate('gates', 1, 4), 'forget')}
  ${put(gate('gates', 2, 4), 'fresh')}
  ${put(gate('gates', 3, 4), 'output')}
  ${put(at('next'), 'state')}
  ${put(at('hidden'), 'output * tanh_f(state)')}`,
  );

const lstmBackwardSource = (): string =>
  shader(
    'n: u32, width: u32, gates: u32, cell: u32, next: u32, grad_hidden: u32, grad_cell: u32, grad_gates: u32',
    `
  ${PLACE}
  let input = ${get(gate('gates', 0, 4))};
  let forget = ${get(gate('gates', 1, 4))};
  let fresh = ${get(gate('gates', 2, 4))};
  let output = ${get(gate('gates', 3, 4))};
  let shown = tanh_f(${get(at('next'))});
  let grad = ${get(at('grad_hidden'))};
  let d = fma(grad * output, 1.0 - shown * shown, ${get(at('grad_cell'))});
  ${put(gate('grad_gates', 0, 4), 'd * fresh * input * (1.0 - input)')}
  ${put(gate('grad_gates', 1, 4), `d * ${get(at('cell'))} * forget * (1.0 - forget)`)}
  ${put(gate('grad_gates', 2, 4), 'd * input * (1.0 - fresh * fresh)')}
  ${put(gate('grad_gates', 3, 4), 'grad * shown * output * (1.0 - output)')}
  ${put(at('grad_cell'), 'd * forget')}`,
  );

const gruSource = (): string =>
  shader(
    'n: u32, width: u32, inputs: u32, state: u32, hidden: u32, gates: u32, next: u32',
    `
  ${PLACE}
  let reset = sigmoid(${get(gate('inputs', 0, 3))} + ${get(gate('state', 0, 3))});
  let update = sigmoid(${get(gate('inputs', 1, 3))} + ${get(gate('state', 1, 3))});
  let fresh = tanh_f(fma(reset, ${get(gate('state', 2, 3))}, ${get(gate('inputs', 2, 3))}));
  ${put(gate('gates', 0, 3), 'reset')}
  ${put(gate('gates', 1, 3), 'update')}
  ${put(gate('gates', 2, 3), 'fresh')}
  ${put(at('next'), `fma(${get(at('hidden'))} - fresh, update, fresh)`)}`,
  );

const gruBackwardSource = (): string =>
  shader(
    'n: u32, width: u32, gates: u32, state: u32, hidden: u32, grad: u32, grad_hidden: u32, grad_inputs: u32, grad_state: u32',
    `
  ${PLACE}
  let reset = ${get(gate('gates', 0, 3))};
  let update = ${get(gate('gates', 1, 3))};
  let fresh = ${get(gate('gates', 2, 3))};
  let d = ${get(at('grad'))};
  let d_fresh = d * (1.0 - update) * (1.0 - fresh * fresh);
  let d_update = d * (${get(at('hidden'))} - fresh) * update * (1.0 - update);
  let d_reset = d_fresh * ${get(gate('state', 2, 3))} * reset * (1.0 - reset);
  ${put(gate('grad_inputs', 0, 3), 'd_reset')}
  ${put(gate('grad_inputs', 1, 3), 'd_update')}
  ${put(gate('grad_inputs', 2, 3), 'd_fresh')}
  ${put(gate('grad_state', 0, 3), 'd_reset')}
  ${put(gate('grad_state', 1, 3), 'd_update')}
  ${put(gate('grad_state', 2, 3), 'd_fresh * reset')}
  ${put(at('grad_hidden'), `fma(d, update, ${get(at('grad_hidden'))})`)}`,
  );

export function recurrentSteps(machine: Machine): RecurrentSteps {
  const run = (name: string, source: () => string, state: Tensor, tensors: readonly Tensor[]): void => {
    const params = [state.numel, state.sizes[1] ?? 0, ...tensors.map((tensor) => machine.source(tensor))];
    machine.run(name, source, params, groupsFor(state.numel));
  };
  return {
    lstm: (...tensors) => run('lstm', lstmSource, tensors[3], tensors),
    lstmBackward: (...tensors) => run('lstm_backward', lstmBackwardSource, tensors[3], tensors),
    gru: (...tensors) => run('gru', gruSource, tensors[2], tensors),
    gruBackward: (...tensors) => run('gru_backward', gruBackwardSource, tensors[2], tensors),
  };
}
