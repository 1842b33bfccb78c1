/**
 * Functions in WGSL, whose own are either missing or allowed large errors (2^-11 for sin, 4096 ulp for atan). Polynomials
 * are Taylor series after a reduction of the argument, or the fits of kernels/wasm/math_f32.ts. NaN goes through.
 */

/** By name; a kernel gets those that it names, with what they need. Constant infinities are errors in WGSL, so bits. */
export const MATH_WGSL: Readonly<Record<string, string>> = {
  is_nan: 'fn is_nan(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }',
  infinity: 'fn infinity() -> f32 { var bits = 0x7f800000u; return bitcast<f32>(bits); }',
  not_a_number: 'fn not_a_number() -> f32 { var bits = 0x7fc00000u; return bitcast<f32>(bits); }',
  with_sign: `fn with_sign(x: f32, s: f32) -> f32 {
    return bitcast<f32>((bitcast<u32>(x) & 0x7fffffffu) | (bitcast<u32>(s) & 0x80000000u));
  }`,

  max_nan:
    'fn max_nan(x: f32, y: f32) -> f32 { if (is_nan(x)) { return x; } if (is_nan(y)) { return y; } return select(y, x, x > y); }',
  min_nan:
    'fn min_nan(x: f32, y: f32) -> f32 { if (is_nan(x)) { return x; } if (is_nan(y)) { return y; } return select(y, x, x < y); }',

  // Adapters differ in what exp and log make of NaN, infinities and zero.
  exp_f: `fn exp_f(x: f32) -> f32 {
    if (is_nan(x)) { return x; }
    if (x > 88.7228) { return infinity(); }
    return select(exp(x), 0.0, x < -103.9721);
  }`,
  exp2_f: `fn exp2_f(x: f32) -> f32 {
    if (is_nan(x)) { return x; }
    if (x >= 128.0) { return infinity(); }
    return select(exp2(x), 0.0, x < -150.0);
  }`,
  log_f: `fn log_f(x: f32) -> f32 {
    if (is_nan(x) || x == infinity()) { return x; }
    if (x == 0.0) { return -infinity(); }
    if (x < 0.0) { return not_a_number(); }
    return log(x);
  }`,
  expm1: `fn expm1(x: f32) -> f32 {
    if (abs(x) > 0.3466) { return exp_f(x) - 1.0; }
    var p = fma(x, 1.979034633e-4, 1.3944660256e-3);
    p = fma(x, p, 8.3334970695e-3);
    p = fma(x, p, 4.1666294937e-2);
    p = fma(x, p, 1.6666665869e-1);
    p = fma(x, p, 5.0000000677e-1);
    return fma(x * x, p, x);
  }`,
  log1p: `fn log1p(x: f32) -> f32 {
    if (x < -0.2928 || x > 0.4142 || is_nan(x)) { return log_f(1.0 + x); }
    var p = fma(x, 0.0674660133, -0.1167564131);
    p = fma(x, p, 0.118881746);
    p = fma(x, p, -0.1240559142);
    p = fma(x, p, 0.1421955091);
    p = fma(x, p, -0.1666799567);
    p = fma(x, p, 0.2000211873);
    p = fma(x, p, -0.250000096);
    p = fma(x, p, 0.333333126);
    let u = x * x;
    return x + fma(u * x, p, -0.5 * u);
  }`,
  tanh_f: `fn tanh_f(x: f32) -> f32 {
    let a = abs(x);
    if (a < 0.625) {
      let u = x * x;
      var p = fma(u, -0.0057049784, 0.0206390787);
      p = fma(u, p, -0.0537397122);
      p = fma(u, p, 0.1333144216);
      p = fma(u, p, -0.3333328194);
      return fma(x * u, p, x);
    }
    if (a > 15.0) { return with_sign(1.0, x); }
    if (is_nan(x)) { return x; }
    return with_sign(1.0 - 2.0 / (exp_f(2.0 * a) + 1.0), x);
  }`,
  sigmoid: `fn sigmoid(x: f32) -> f32 {
    if (x < -88.0) { return exp_f(x); }
    return 1.0 / (1.0 + exp_f(-x));
  }`,
  // log_f(1 + e^x)
  softplus: 'fn softplus(x: f32) -> f32 { if (is_nan(x)) { return x; } return max(x, 0.0) + log1p(exp_f(-abs(x))); }',
  sinh_f: `fn sinh_f(x: f32) -> f32 {
    let a = abs(x);
    if (a < 1.0) {
      let u = x * x;
      let p = fma(u, fma(u, fma(u, 2.7557319e-6, 1.9841270e-4), 8.3333333e-3), 0.16666667);
      return fma(x * u, p, x);
    }
    let e = exp_f(0.5 * a);
    return with_sign((0.5 * e) * e - 0.5 / (e * e), x);
  }`,
  cosh_f: 'fn cosh_f(x: f32) -> f32 { let e = exp_f(0.5 * abs(x)); return (0.5 * e) * e + 0.5 / (e * e); }',
  asinh_f: `fn asinh_f(x: f32) -> f32 {
    let a = abs(x);
    if (a > 1e9) { return with_sign(log_f(a) + 0.6931472, x); }
    return with_sign(log1p(a + a * a / (1.0 + sqrt(fma(a, a, 1.0)))), x);
  }`,
  acosh_f: `fn acosh_f(x: f32) -> f32 {
    if (x < 1.0) { return not_a_number(); }
    if (!(x <= 1e9)) { return log_f(x) + 0.6931472; }
    let y = x - 1.0;
    return log1p(y + sqrt(y * (2.0 + y)));
  }`,
  atanh_f: `fn atanh_f(x: f32) -> f32 {
    let a = abs(x);
    if (a > 1.0) { return not_a_number(); }
    if (a == 1.0) { return with_sign(infinity(), x); }
    return with_sign(0.5 * log1p(2.0 * a / (1.0 - a)), x);
  }`,

  // x minus a multiple of π/2, in [-π/4, π/4], and which multiple: three parts of π/2 keep the difference exact.
  quarter_turn: `fn quarter_turn(x: f32, n: f32) -> f32 {
    return fma(n, -7.549789948768648e-8, fma(n, -4.837512969970703e-4, x - n * 1.5703125));
  }`,
  sin_near: `fn sin_near(r: f32) -> f32 {
    let u = r * r;
    return fma(r * u, fma(u, fma(u, fma(u, 2.7557319e-6, -1.9841270e-4), 8.3333333e-3), -0.16666667), r);
  }`,
  cos_near: `fn cos_near(r: f32) -> f32 {
    let u = r * r;
    let tail = fma(u, fma(u, fma(u, fma(u, -2.7557319e-7, 2.4801587e-5), -1.3888889e-3), 4.1666667e-2), -0.5);
    return fma(u, tail, 1.0);
  }`,
  // The sine of x + quarters · π/2.
  turned_sin: `fn turned_sin(x: f32, quarters: i32) -> f32 {
    if ((bitcast<u32>(x) & 0x7fffffffu) >= 0x7f800000u) { return not_a_number(); }
    let n = round(x * 0.63661977);
    let r = quarter_turn(x, n);
    let q = (i32(n) + quarters) & 3;
    let y = select(sin_near(r), cos_near(r), (q & 1) == 1);
    return select(y, -y, q >= 2);
  }`,
  sin_f: 'fn sin_f(x: f32) -> f32 { return turned_sin(x, 0); }',
  cos_f: 'fn cos_f(x: f32) -> f32 { return turned_sin(x, 1); }',
  tan_f: 'fn tan_f(x: f32) -> f32 { return turned_sin(x, 0) / turned_sin(x, 1); }',
  atan_f: `fn atan_f(x: f32) -> f32 {
    var a = abs(x);
    let inverted = a > 1.0;
    if (inverted) { a = 1.0 / a; }
    let shifted = a > 0.41421356;
    if (shifted) { a = (a - 1.0) / (a + 1.0); }
    let u = a * a;
    var p = fma(u, fma(u, -0.052631579, 0.058823529), -0.066666667);
    p = fma(u, fma(u, fma(u, p, 0.076923077), -0.090909091), 0.11111111);
    p = fma(u, fma(u, fma(u, p, -0.14285714), 0.2), -0.33333333);
    var y = fma(a * u, p, a);
    if (shifted) { y += 0.78539816; }
    if (inverted) { y = 1.5707963 - y; }
    return select(with_sign(y, x), x, is_nan(x));
  }`,
  asin_f: `fn asin_f(x: f32) -> f32 {
    if (abs(x) > 1.0) { return not_a_number(); }
    return 2.0 * atan_f(x / (1.0 + sqrt((1.0 - x) * (1.0 + x))));
  }`,
  acos_f: `fn acos_f(x: f32) -> f32 {
    if (abs(x) > 1.0) { return not_a_number(); }
    if (x == -1.0) { return 3.1415927; }
    return 2.0 * atan_f(sqrt((1.0 - x) / (1.0 + x)));
  }`,
  atan2_f: `fn atan2_f(y: f32, x: f32) -> f32 {
    if (is_nan(x) || is_nan(y)) { return not_a_number(); }
    let far = abs(x) == infinity() && abs(y) == infinity();
    var angle = 0.0;
    if (far) { angle = 0.78539816; }
    else if (y != 0.0) {
      if (abs(y) > abs(x)) { angle = 1.5707963 - atan_f(abs(x / y)); } else { angle = atan_f(abs(y / x)); }
    }
    if ((bitcast<u32>(x) & 0x80000000u) != 0u) { angle = 3.1415927 - angle; }
    return with_sign(angle, y);
  }`,

  // Whole exponents by squaring, so that small powers of small numbers are exact.
  pow_f: `fn pow_f(x: f32, y: f32) -> f32 {
    if (y == 0.0 || x == 1.0) { return 1.0; }
    if (is_nan(x) || is_nan(y)) { return not_a_number(); }
    let whole = trunc(y) == y;
    if (whole && abs(y) <= 64.0) {
      var power = 1.0;
      var base = x;
      for (var e = u32(abs(y)); e > 0u; e >>= 1u) {
        if ((e & 1u) == 1u) { power *= base; }
        base *= base;
      }
      return select(power, 1.0 / power, y < 0.0);
    }
    if (y == 0.5) { return sqrt(x); }
    let a = abs(x);
    if (x < 0.0 && !whole && a != infinity()) { return not_a_number(); }
    var power: f32;
    if (a == 0.0 || a == infinity()) { power = select(0.0, infinity(), (y < 0.0) == (a == 0.0)); }
    else { power = exp2_f(y * log2(a)); }
    let half = 0.5 * y;
    return select(power, -power, x < 0.0 && trunc(half) != half);
  }`,
  pow_i: `fn pow_i(x: i32, y: i32) -> i32 {
    if (y < 0) {
      if (x == 1) { return 1; }
      if (x == -1) { return select(1, -1, (y & 1) == 1); }
      return 0;
    }
    var power = 1;
    var base = x;
    for (var e = y; e > 0; e >>= 1u) {
      if ((e & 1) == 1) { power *= base; }
      base *= base;
    }
    return power;
  }`,

  // The quotient of large numbers rounds, so the remainder may be off by one divisor.
  fmod_f: `fn fmod_f(x: f32, y: f32) -> f32 {
    if (y == 0.0 || is_nan(x) || is_nan(y) || abs(x) == infinity()) { return not_a_number(); }
    if (abs(x) < abs(y)) { return x; }
    var r = fma(-trunc(x / y), y, x);
    if (r != 0.0 && (r < 0.0) != (x < 0.0)) { r += with_sign(abs(y), x); }
    if (abs(r) >= abs(y)) { r -= with_sign(abs(y), x); }
    return with_sign(r, x);
  }`,
  remainder_f: `fn remainder_f(x: f32, y: f32) -> f32 {
    let r = fmod_f(x, y);
    return select(r, r + y, r != 0.0 && (r < 0.0) != (y < 0.0));
  }`,
  floor_div_f: `fn floor_div_f(x: f32, y: f32) -> f32 {
    if (y == 0.0) { return x / y; }
    let r = fmod_f(x, y);
    var q = (x - r) / y;
    if (r != 0.0 && (y < 0.0) != (r < 0.0)) { q -= 1.0; }
    if (q == 0.0) { return with_sign(0.0, x / y); }
    let f = floor(q);
    return select(f, f + 1.0, q - f > 0.5);
  }`,
  // A zero divisor gives what CUDA gives: some number, no error.
  div_i: 'fn div_i(x: i32, y: i32) -> i32 { if (y == 0) { return -1; } if (y == -1) { return -x; } return x / y; }',
  fmod_i: 'fn fmod_i(x: i32, y: i32) -> i32 { if (y == 0) { return x; } if (y == -1) { return 0; } return x % y; }',
  remainder_i: `fn remainder_i(x: i32, y: i32) -> i32 {
    let r = fmod_i(x, y);
    return select(r, r + y, r != 0 && (r < 0) != (y < 0));
  }`,
  floor_div_i: `fn floor_div_i(x: i32, y: i32) -> i32 {
    let q = div_i(x, y);
    return select(q, q - 1, (x < 0) != (y < 0) && q * y != x);
  }`,
  shift_left_i: 'fn shift_left_i(x: i32, y: i32) -> i32 { if (y < 0 || y > 31) { return 0; } return x << u32(y); }',
  shift_right_i: 'fn shift_right_i(x: i32, y: i32) -> i32 { return x >> u32(select(y, 31, y < 0 || y > 31)); }',

  erf_f: `fn erf_f(x: f32) -> f32 {
    let a = abs(x);
    if (is_nan(x)) { return x; }
    if (a < 1.0) {
      let u = a * a;
      var p = fma(u, 7.8538577285e-5, -8.0101925275e-4);
      p = fma(u, p, 5.1883275608e-3);
      p = fma(u, p, -2.6853811870e-2);
      p = fma(u, p, 1.1283585147e-1);
      p = fma(u, p, -3.7612625824e-1);
      return fma(x, 0.1283791657, fma(x * u, p, x));
    }
    let b = min(a, 3.95);
    var q = fma(b, -1.8638005205e-4, 2.9476664902e-3);
    q = fma(b, q, -2.1838095780e-2);
    q = fma(b, q, 1.0310681896e-1);
    q = fma(b, q, 6.3814476086e-1);
    q = fma(b, q, 1.1270892322);
    q = fma(b, q, 3.4151296685e-4);
    return with_sign(1.0 - exp_f(-q), x);
  }`,
  // From 0.5 on the continued fraction exp_f(-x²) / √π / (x + ½/(x + 1/(x + …))), evaluated from its far end.
  erfc_f: `fn erfc_f(x: f32) -> f32 {
    if (x < 0.5 || is_nan(x)) { return 1.0 - erf_f(x); }
    if (x > 10.1) { return 0.0; }
    var f = x;
    for (var k = select(40.0, 140.0, x < 1.5); k > 0.0; k -= 1.0) { f = x + 0.5 * k / f; }
    return exp_f(-x * x) * 0.56418958 / f;
  }`,
  // M. Giles, Approximating the erfinv function (2010), single precision.
  erfinv_f: `fn erfinv_f(x: f32) -> f32 {
    let a = abs(x);
    if (a > 1.0 || is_nan(x)) { return not_a_number(); }
    if (a == 1.0) { return with_sign(infinity(), x); }
    let w = -log_f((1.0 - a) * (1.0 + a));
    var y: f32;
    if (w < 5.0) {
      let s = w - 2.5;
      y = fma(s, 2.81022636e-8, 3.43273939e-7);
      y = fma(s, y, -3.5233877e-6);
      y = fma(s, y, -4.39150654e-6);
      y = fma(s, y, 0.00021858087);
      y = fma(s, y, -0.00125372503);
      y = fma(s, y, -0.00417768164);
      y = fma(s, y, 0.246640727);
      y = fma(s, y, 1.50140941);
    } else {
      let s = sqrt(w) - 3.0;
      y = fma(s, -0.000200214257, 0.000100950558);
      y = fma(s, y, 0.00134934322);
      y = fma(s, y, -0.00367342844);
      y = fma(s, y, 0.00573950773);
      y = fma(s, y, -0.0076224613);
      y = fma(s, y, 0.00943887047);
      y = fma(s, y, 1.00167406);
      y = fma(s, y, 2.83297682);
    }
    return y * x;
  }`,
  // Stirling's series after shifting the argument to 7 or more.
  lgamma_positive: `fn lgamma_positive(x: f32) -> f32 {
    if (x == 1.0 || x == 2.0) { return 0.0; }
    var shift = 1.0;
    var z = x;
    for (; z < 7.0; z += 1.0) { shift *= z; }
    let r = 1.0 / (z * z);
    let series = (0.083333333 - r * (0.0027777778 - r * 0.00079365079)) / z;
    return (z - 0.5) * log_f(z) - z + 0.91893853 + series - log_f(shift);
  }`,
  lgamma: `fn lgamma(x: f32) -> f32 {
    if (is_nan(x)) { return x; }
    if (abs(x) == infinity() || (x <= 0.0 && floor(x) == x)) { return infinity(); }
    if (x >= 0.5) { return lgamma_positive(x); }
    return 1.1447299 - log_f(abs(sin_near_turn(x - floor(x)))) - lgamma_positive(1.0 - x);
  }`,
  // sin(π x) for x in [0, 1].
  sin_near_turn: 'fn sin_near_turn(x: f32) -> f32 { return turned_sin(3.1415927 * min(x, 1.0 - x), 0); }',
  digamma_positive: `fn digamma_positive(x: f32) -> f32 {
    var result = 0.0;
    var z = x;
    for (; z < 7.0; z += 1.0) { result -= 1.0 / z; }
    let r = 1.0 / (z * z);
    return result + log_f(z) - 0.5 / z - r * (0.083333333 - r * (0.0083333333 - r * 0.003968254));
  }`,
  digamma: `fn digamma(x: f32) -> f32 {
    if (is_nan(x)) { return x; }
    if (x == 0.0) { return with_sign(infinity(), -x); }
    if (x > 0.0) { return digamma_positive(x); }
    let part = x - floor(x);
    if (part == 0.0) { return not_a_number(); }
    let angle = 3.1415927 * part;
    return digamma_positive(1.0 - x) - 3.1415927 * turned_sin(angle, 1) / turned_sin(angle, 0);
  }`,
  hypot_f: `fn hypot_f(x: f32, y: f32) -> f32 {
    let a = max(abs(x), abs(y));
    if (a == infinity()) { return a; }
    if (is_nan(x) || is_nan(y)) { return not_a_number(); }
    if (a == 0.0) { return 0.0; }
    let b = min(abs(x), abs(y)) / a;
    return a * sqrt(fma(b, b, 1.0));
  }`,
  gelu_tanh_slope: `fn gelu_tanh_slope(x: f32) -> f32 {
    let t = gelu_inner(x);
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * 0.79788456 * fma(x * x, 0.134145, 1.0);
  }`,
  mish_slope: `fn mish_slope(x: f32) -> f32 {
    let t = tanh_f(softplus(x));
    return t + x * sigmoid(x) * (1.0 - t * t);
  }`,
  log_add_exp: `fn log_add_exp(x: f32, y: f32) -> f32 {
    if (is_nan(x) || is_nan(y)) { return not_a_number(); }
    let m = max(x, y);
    if (abs(m) == infinity()) { return m; }
    return m + log1p(exp_f(min(x, y) - m));
  }`,
  gelu_inner: 'fn gelu_inner(x: f32) -> f32 { return tanh_f(0.79788456 * fma(x * x * x, 0.044715, x)); }',
};
