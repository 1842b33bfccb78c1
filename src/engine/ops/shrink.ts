/** Activations that are flat or shifted outside a range: hardtanh, hardshrink, softshrink. */
import { defineUnary, ge, gt, le, lt, rawBinary, where } from './pointwise';
import { track } from '../core/autograd';
import { expose } from '../core/expose';
import { alias, type Tensor } from '../core/tensor';
import { wrapNumber, zerosLike } from './create';
import { add, sub } from './math';

const at = (a: Tensor, value: number): Tensor => wrapNumber({ value, kind: 2 }, a);
const both = (a: Tensor, b: Tensor): Tensor => rawBinary('bitwise_and', a, b, 'bool');
const keep = (grad: Tensor, mask: Tensor): Tensor => where(mask, grad, zerosLike(grad));

/** Limits x to [low, high]; the limits themselves pass no gradient (clamp's do). */
defineUnary(
  'hardtanh',
  'clamp',
  {
    node: 'HardtanhBackward0',
    saves: 'input',
    derivative: (g, x, low, high) => keep(g, both(gt(x, at(x, low)), lt(x, at(x, high)))),
  },
  2,
);

/** Whether |x| ≤ width: what both shrinking functions take to 0. NaN is not. */
const near = (x: Tensor, width: number): Tensor => both(ge(x, at(x, -width)), le(x, at(x, width)));

function shrunk(name: string, x: Tensor, width: number, outside: Tensor): Tensor {
  return track(where(near(x, width), zerosLike(x), outside), name, [x], [x], ([grad], [input]) =>
    grad && input ? [where(near(input, width), zerosLike(grad), grad)] : [],
  );
}
/** Values only: the node that `shrunk` records is the whole operation's. */
const values = (x: Tensor): Tensor => alias(x, x.sizes, x.strides, x.offset);

expose('hardshrink', 'ti', (x: Tensor, width: number) => shrunk('HardshrinkBackward0', x, width, values(x)));
expose('softshrink', 'ti', (x: Tensor, width: number) => {
  const v = values(x);
  return shrunk('SoftshrinkBackward0', x, width, where(gt(v, at(v, 0)), sub(v, at(v, width)), add(v, at(v, width))));
});
