/** Constant padding, and the names by which PyTorch prints operations that Python composes. */
import { track } from '../core/autograd';
import { check } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { contiguousStrides, type Sizes } from '../core/shape';
import { alias, type Tensor } from '../core/tensor';
import { contiguous, full } from './create';
import { named } from './math';
import { slice } from './view';

/** `amounts` has two numbers for each padded dimension, the last dimension first; negative ones cut away. */
export function padConstant(a: Tensor, value: number | bigint, amounts: Sizes): Tensor {
  check(amounts.length % 2 === 0, () => 'Padding length must be divisible by 2');
  check(
    amounts.length <= 2 * a.rank,
    () =>
      'Padding length should be less than or equal to two times the input dimension but got padding length ' +
      `${amounts.length} and input of dimension ${a.rank}`,
  );
  const sides = a.sizes.map((_, d) => {
    const at = 2 * (a.rank - 1 - d);
    return [amounts[at] ?? 0, amounts[at + 1] ?? 0] as const;
  });
  const sizes = a.sizes.map((size, d) => size + (sides[d]?.[0] ?? 0) + (sides[d]?.[1] ?? 0));
  sizes.forEach((size, d) =>
    check(
      size >= 0,
      () =>
        `The input size ${a.sizes[d]}, plus negative padding ${sides[d]?.[0]} and ${sides[d]?.[1]} resulted in a negative output size, which is invalid. Check dimension ${d} of your input.`,
    ),
  );
  const out = full(sizes, value, a.dtype, a.backend);
  const strides = contiguousStrides(sizes);
  let offset = 0;
  let source = alias(a, a.sizes, a.strides, a.offset);
  const inner: number[] = [];
  sides.forEach(([before, after], d) => {
    const cut = Math.max(0, -before);
    const length = (a.sizes[d] as number) - cut - Math.max(0, -after);
    source = slice(source, d, cut, Math.max(0, length), 1);
    offset += Math.max(0, before) * (strides[d] as number);
    inner.push(Math.max(0, length));
  });
  if (!inner.includes(0)) a.backend.copy(source, alias(out, inner, strides, offset));
  return track(out, 'ConstantPadNdBackward0', [a], [], ([grad]) => [
    grad
      ? padConstant(
          grad,
          0,
          amounts.map((amount) => -amount),
        )
      : null,
  ]);
}

expose('pad_constant', 'tsI', (a: Tensor, { value }: PythonNumber, amounts: Sizes) =>
  amounts.every((amount) => amount <= 0) ? contiguous(padConstant(a, value, amounts)) : padConstant(a, value, amounts),
);

const names: string[] = [];
/** Keeps a name given as character codes; `name_node` takes the number that comes back. */
expose('keep_name', 'I', (codes: Sizes) => names.push(String.fromCharCode(...codes)) - 1);
/** Renames the operation that made a tensor: what Python composed prints as PyTorch's single operation. */
expose('name_node', 'ti', (a: Tensor, name: number) => {
  named(a, names[name] ?? 'Node');
});
