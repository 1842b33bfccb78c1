/** Powers with tensors and with numbers as exponents. */
import { isTracked, track } from '../core/autograd';
import { isFloating } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import type { Tensor } from '../core/tensor';
import { clone, onesLike, wrapNumber, zerosLike } from './create';
import { log, mul, scale, sub, whole } from './math';
import { defineBinary, eq, ge, rawBinary, resultType, typeWord, where } from './pointwise';

/** a ** b for tensors; the gradient of the base is 0 where the exponent is 0, that of the exponent 0 where the base is 0. */
export const pow = defineBinary('pow', 'pow', {
  node: 'PowBackward1',
  saves: 'inputs and output',
  ownNumberForms: true,
  a: (g, a, b) => where(eq(b, whole(b, 0)), zerosLike(g), mul(g, mul(b, pow(a, sub(b, whole(b, 1)))))),
  b: (g, a, b, out) => where(logicalAndZero(a, b), zerosLike(g), mul(g, mul(out as Tensor, log(a)))),
});
const logicalAndZero = (a: Tensor, b: Tensor): Tensor =>
  rawBinary('bitwise_and', eq(a, whole(a, 0)), ge(b, whole(b, 0)), 'bool');

/** a ** number. */
export function powNumber(a: Tensor, exponent: PythonNumber): Tensor {
  const value = Number(exponent.value);
  if (exponent.kind < 2 && !isFloating(a.dtype) && value < 0) {
    fail('RuntimeError', 'Integers to negative integer powers are not allowed.');
  }
  const b = wrapNumber(exponent, a);
  const dtype = resultType(a, b);
  const out = value === 2 ? rawBinary('mul', a, a, dtype) : rawBinary('pow', a, b, dtype);
  return track(out, 'PowBackward0', [a], [a], ([grad], [base]) => {
    if (!grad || !base) return [];
    if (value === 0) return [zerosLike(grad)];
    const lowered =
      value === 1 ? onesLike(base) : value === 2 ? base : powNumber(base, { value: value - 1, kind: exponent.kind });
    return [mul(grad, scale(lowered, value))];
  });
}
expose('pow_scalar', 'ts', powNumber);
expose('pow_scalar_', 'ts', (a: Tensor, exponent: PythonNumber) => {
  check(
    exponent.kind < 2 || isFloating(a.dtype),
    () => `result type Float can't be cast to the desired output type ${typeWord(a.dtype)}`,
  );
  const before = clone(a);
  return writeInPlace(
    a,
    'PowBackward0',
    [],
    isTracked(a) ? [before] : [],
    () => a.backend.copy(powNumber(before, exponent), a),
    ([grad], [base]) => [
      grad && base
        ? mul(
            grad,
            scale(powNumber(base, { value: Number(exponent.value) - 1, kind: exponent.kind }), Number(exponent.value)),
          )
        : null,
    ],
  );
});
