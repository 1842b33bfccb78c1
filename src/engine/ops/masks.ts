/** masked_fill: a value where a mask is true. */
import { track, type Backward } from '../core/autograd';
import { cNameOf, checkFits } from '../core/dtype';
import { deviceName } from '../core/devices';
import { check } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import { alias, type Tensor } from '../core/tensor';
import { converted, packed, wrapNumber, zerosLike } from './create';
import { where } from './pointwise';
import { sumTo } from './reduce';

function checkMask(a: Tensor, mask: Tensor, value: Tensor): void {
  check(
    mask.backend === a.backend,
    () =>
      `expected self and mask to be on the same device, but got mask on ${deviceName(mask)} and self on ${deviceName(a)}`,
  );
  check(
    value.rank === 0,
    () => `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.rank} dimension(s).`,
  );
  check(
    mask.dtype === 'bool',
    () => `masked_fill_ only supports boolean masks, but got mask with dtype ${cNameOf(mask.dtype)}`,
  );
}

const filled = (a: Tensor, mask: Tensor, value: Tensor): Tensor =>
  where(mask, converted(value, a.dtype), alias(a, a.sizes, a.strides, a.offset));

/** What was hidden gets no gradient; the value gets what was hidden. */
const derivative =
  (value: Tensor): Backward =>
  ([grad], [hidden], needs) =>
    grad && hidden
      ? [
          where(hidden, zerosLike(grad), grad),
          needs[1] === true ? sumTo(where(hidden, grad, zerosLike(grad)), value.sizes) : null,
        ]
      : [];

function maskedFill(a: Tensor, mask: Tensor, value: Tensor): Tensor {
  checkMask(a, mask, value);
  return track(packed(filled(a, mask, value)), 'MaskedFillBackward0', [a, value], [mask], derivative(value));
}

function maskedFillInPlace(a: Tensor, mask: Tensor, value: Tensor): Tensor {
  checkMask(a, mask, value);
  const write = (): void => a.backend.copy(filled(a, mask, value), a);
  return writeInPlace(a, 'MaskedFillBackward0', [value], [mask], write, derivative(value));
}

const like = (a: Tensor, number: PythonNumber): Tensor => {
  checkFits(number.value, a.dtype);
  return wrapNumber(number, a);
};

expose('masked_fill', 'ttt', maskedFill);
expose('masked_fill_', 'ttt', maskedFillInPlace);
expose('masked_fill_number', 'tts', (a: Tensor, mask: Tensor, value: PythonNumber) =>
  maskedFill(a, mask, like(a, value)),
);
expose('masked_fill_number_', 'tts', (a: Tensor, mask: Tensor, value: PythonNumber) =>
  maskedFillInPlace(a, mask, like(a, value)),
);
