/** Sequences of numbers whose rounding follows PyTorch's kernels. */
import { backendFromCode } from '../core/devices';
import { isFloating, type DType } from '../core/dtype';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { emptyTensor, type Tensor } from '../core/tensor';
import { writeNumbers } from './create';

/** Counted from both ends, so that the last element is exact; the step is rounded to the dtype. */
function linspace(start: number, end: number, steps: number, dtype: DType, device: number): Tensor {
  check(steps >= 0, () => 'number of steps must be non-negative');
  const round = dtype === 'float64' || !isFloating(dtype) ? (value: number): number => value : Math.fround;
  const [first, last] = [round(start), round(end)];
  const step = round(steps > 1 ? round(last - first) / (steps - 1) : 0);
  const numbers = new Float64Array(steps);
  for (let i = 0; i < steps; i++) {
    numbers[i] = i < Math.floor(steps / 2) ? round(first + step * i) : round(last - step * (steps - 1 - i));
  }
  if (steps === 1) numbers[0] = first;
  const out = emptyTensor([steps], dtype, backendFromCode(device));
  writeNumbers(out, numbers);
  return out;
}

expose('linspace', 'iiidi', linspace);
