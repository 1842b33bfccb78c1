/** Losses that compare two tensors element by element: one node of the graph each. Losses over class labels are in loss.ts. */
import { isTracked, track, withGradMode } from '../core/autograd';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import type { Tensor } from '../core/tensor';
import { wrapNumber, zerosLike } from './create';
import { sigmoid } from './activations';
import { abs, add, div, exp, log, log1p, maximum, mul, neg, plus, scale, sign, sub } from './math';
import { mean, sum } from './reduce';
import { ge, le, lt, rawBinary, where } from './pointwise';
import type { Reduction } from './loss';

/** `extra` is what else the loss reads (the weight of the positive class). */
type Value = (a: Tensor, b: Tensor, extra: Tensor | null) => Tensor;

interface Rule {
  readonly name: string;
  /** The loss of every element. */
  readonly value: Value;
  /** Its derivatives by a and by b, in differentiable operations. */
  readonly a: Value;
  readonly b: Value;
}

const number = (a: Tensor, value: number): Tensor => wrapNumber({ value, kind: 2 }, a);
const floor = (a: Tensor, value: number): Tensor => maximum(a, number(a, value));
const oneMinus = (a: Tensor): Tensor => neg(plus(a, -1));

function elementLoss(
  a: Tensor,
  b: Tensor,
  reduction: Reduction,
  rule: Rule,
  weight: Tensor | null = null,
  extra: Tensor | null = null,
): Tensor {
  const each = withGradMode(false, () => weighted(rule.value(a, b, extra), weight));
  const value = reduction === 0 ? each : reduction === 1 ? mean(each, [], false) : sum(each, [], false);
  const share = reduction === 1 ? 1 / each.numel : 1;
  if (!isTracked(a, b)) return value;
  // Saved tensors live as long as the node; a missing one is stood in for by `a`.
  return track(
    value,
    rule.name,
    [a, b],
    [a, b, weight ?? a, extra ?? a],
    ([grad], [x, y, savedWeight, savedExtra], needs) => {
      if (!grad || !x || !y) return [];
      const w = weight === null ? null : (savedWeight ?? null);
      const e = extra === null ? null : (savedExtra ?? null);
      const scaled = share === 1 ? grad : scale(grad, share);
      return [
        needs[0] === true ? mul(weighted(rule.a(x, y, e), w), scaled) : null,
        needs[1] === true ? mul(weighted(rule.b(x, y, e), w), scaled) : null,
      ];
    },
  );
}

const weighted = (a: Tensor, weight: Tensor | null): Tensor => (weight === null ? a : mul(a, weight));

/** (a - b)². */
expose('mse_loss', 'tti', (a: Tensor, b: Tensor, reduction: Reduction) =>
  elementLoss(a, b, reduction, {
    name: 'MseLossBackward0',
    value: (x, y) => {
      const d = sub(x, y);
      return mul(d, d);
    },
    a: (x, y) => scale(sub(x, y), 2),
    b: (x, y) => scale(sub(y, x), 2),
  }),
);

/** ½ d² / β where |d| < β, else |d| - β/2. */
expose('smooth_l1_loss', 'ttii', (a: Tensor, b: Tensor, reduction: Reduction, beta: number) => {
  const slope = (x: Tensor, y: Tensor): Tensor => {
    const d = sub(x, y);
    return beta === 0 ? sign(d) : where(lt(abs(d), number(d, beta)), scale(d, 1 / beta), sign(d));
  };
  return elementLoss(a, b, reduction, {
    name: 'SmoothL1LossBackward0',
    value: (x, y) => {
      const z = abs(sub(x, y));
      return beta === 0 ? z : where(lt(z, number(z, beta)), scale(mul(z, z), 0.5 / beta), plus(z, -0.5 * beta));
    },
    a: slope,
    b: (x, y) => neg(slope(x, y)),
  });
});

/** ½ d² where |d| ≤ δ, else δ (|d| - δ/2). */
expose('huber_loss', 'ttii', (a: Tensor, b: Tensor, reduction: Reduction, delta: number) => {
  const slope = (x: Tensor, y: Tensor): Tensor => {
    const d = sub(x, y);
    return where(le(abs(d), number(d, delta)), d, scale(sign(d), delta));
  };
  return elementLoss(a, b, reduction, {
    name: 'HuberLossBackward0',
    value: (x, y) => {
      const z = abs(sub(x, y));
      return where(le(z, number(z, delta)), scale(mul(z, z), 0.5), scale(plus(z, -0.5 * delta), delta));
    },
    a: slope,
    b: (x, y) => neg(slope(x, y)),
  });
});

/** -(y log p + (1 - y) log(1 - p)), logarithms not below -100 (as PyTorch bounds them). */
expose('binary_cross_entropy', 'ttoi', (p: Tensor, target: Tensor, weight: Tensor | null, reduction: Reduction) => {
  checkProbabilities(p);
  return elementLoss(
    p,
    target,
    reduction,
    {
      name: 'BinaryCrossEntropyBackward0',
      value: (x, y) => neg(add(mul(y, floor(log(x), -100)), mul(oneMinus(y), floor(log1p(neg(x)), -100)))),
      a: (x, y) => div(sub(x, y), floor(mul(x, oneMinus(x)), 1e-12)),
      b: (x) => sub(floor(log1p(neg(x)), -100), floor(log(x), -100)),
    },
    weight,
  );
});

/** Only where the elements can be read without waiting. */
function checkProbabilities(p: Tensor): void {
  if (p.device === 'cuda' || p.numel === 0) return;
  const inside = rawBinary('bitwise_and', ge(p, number(p, 0)), le(p, number(p, 1)), 'bool');
  const bytes = inside.backend.read(inside);
  check(!(bytes instanceof Uint8Array) || !bytes.includes(0), () => 'all elements of input should be between 0 and 1');
}

/** 1 + (positive - 1) y: how often the term log(1 + e⁻ˣ) counts. */
const spread = (y: Tensor, positive: Tensor): Tensor => plus(mul(plus(positive, -1), y), 1);
const softplusOfMinus = (x: Tensor): Tensor => add(log1p(exp(neg(abs(x)))), maximum(neg(x), zerosLike(x)));

const WITH_LOGITS: Rule = {
  name: 'BinaryCrossEntropyWithLogitsBackward0',
  value: (x, y, positive) => {
    const tail = softplusOfMinus(x);
    return add(mul(oneMinus(y), x), positive === null ? tail : mul(spread(y, positive), tail));
  },
  a: (x, y, positive) =>
    positive === null ? sub(sigmoid(x), y) : sub(mul(sigmoid(x), add(oneMinus(y), mul(positive, y))), mul(positive, y)),
  b: (x, _y, positive) => (positive === null ? neg(x) : sub(mul(plus(positive, -1), softplusOfMinus(x)), x)),
};

/** binary_cross_entropy of sigmoid(x) without overflow; `positive` weighs the terms of y (null: 1). */
expose(
  'binary_cross_entropy_with_logits',
  'ttooi',
  (logits: Tensor, target: Tensor, weight: Tensor | null, positive: Tensor | null, reduction: Reduction) =>
    elementLoss(logits, target, reduction, WITH_LOGITS, weight, positive),
);
