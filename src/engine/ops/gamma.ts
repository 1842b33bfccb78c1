/** lgamma and what its derivatives are: digamma and the polygamma functions, by the Hurwitz zeta function. */
import { track, withGradMode } from '../core/autograd';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import type { Tensor } from '../core/tensor';
import { cast } from './create';
import { add, mul, plus, scale } from './math';
import { defineUnary, floatType } from './pointwise';
import { powNumber } from './powers';

defineUnary('lgamma', 'lgamma', {
  float: true,
  node: 'LgammaBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, digamma(x)),
});
const digamma = defineUnary('digamma', 'digamma', {
  float: true,
  node: 'DigammaBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, polygamma(1, x)),
});

/** B₂ⱼ / (2j)! for j = 1, 2, …: the coefficients of the Euler–Maclaurin formula. */
const BERNOULLI = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000];
/** So many terms of the series are added one by one. */
const DIRECT_TERMS = 10;

const power = (x: Tensor, exponent: number): Tensor => powNumber(x, { value: exponent, kind: 2 });

/** Σ (x + k)^-s over k = 0, 1, … (Abramowitz and Stegun, 23.1.30 with Euler–Maclaurin's remainder). */
function zeta(s: number, x: Tensor): Tensor {
  let total = power(x, -s);
  for (let k = 1; k < DIRECT_TERMS; k++) total = add(total, power(plus(x, k), -s));
  const far = plus(x, DIRECT_TERMS);
  total = add(total, add(scale(power(far, 1 - s), 1 / (s - 1)), scale(power(far, -s), 0.5)));
  let rising = s; // s (s + 1) … of 2j - 1 factors
  BERNOULLI.forEach((coefficient, i) => {
    const j = i + 1;
    if (j > 1) rising *= (s + 2 * j - 3) * (s + 2 * j - 2);
    total = add(total, scale(power(far, 1 - s - 2 * j), coefficient * rising));
  });
  return total;
}

/** The n-th derivative of digamma, computed in float64. */
export function polygamma(n: number, x: Tensor): Tensor {
  check(n >= 0, () => 'polygamma(n, x) does not support negative n.');
  if (n === 0) return digamma(x);
  let factor = n % 2 === 0 ? -1 : 1;
  for (let i = 2; i <= n; i++) factor *= i;
  const out = withGradMode(false, () => cast(scale(zeta(n + 1, cast(x, 'float64')), factor), floatType(x.dtype)));
  return track(out, 'PolygammaBackward0', [x], [x], ([grad], [saved]) =>
    grad && saved ? [mul(grad, polygamma(n + 1, saved))] : [],
  );
}
expose('polygamma', 'it', polygamma);
