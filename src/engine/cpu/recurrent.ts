/** Steps of recurrent layers on the cpu device. */
import type { RecurrentSteps } from '../core/backend';
import { pointerOf, type Machine } from './machine';

export function recurrentSteps({ kernels }: Machine): RecurrentSteps {
  return {
    lstm: (gates, cell, next, hidden) => {
      const [rows = 0, width = 0] = hidden.sizes;
      kernels.lstmStep(pointerOf(gates), pointerOf(cell), pointerOf(next), pointerOf(hidden), rows, width);
    },
    lstmBackward: (gates, cell, next, gradHidden, gradCell, gradGates) => {
      const [rows = 0, width = 0] = gradHidden.sizes;
      const saved = [pointerOf(gates), pointerOf(cell), pointerOf(next)] as const;
      const grads = [pointerOf(gradHidden), pointerOf(gradCell), pointerOf(gradGates)] as const;
      kernels.lstmStepBackward(...saved, ...grads, rows, width);
    },
    gru: (inputs, state, hidden, gates, next) => {
      const [rows = 0, width = 0] = hidden.sizes;
      const read = [pointerOf(inputs), pointerOf(state), pointerOf(hidden)] as const;
      kernels.gruStep(...read, pointerOf(gates), pointerOf(next), rows, width);
    },
    gruBackward: (gates, state, hidden, grad, gradHidden, gradInputs, gradState) => {
      const [rows = 0, width = 0] = hidden.sizes;
      const saved = [pointerOf(gates), pointerOf(state), pointerOf(hidden)] as const;
      const grads = [pointerOf(grad), pointerOf(gradHidden), pointerOf(gradInputs), pointerOf(gradState)] as const;
      kernels.gruStepBackward(...saved, ...grads, rows, width);
    },
  };
}
