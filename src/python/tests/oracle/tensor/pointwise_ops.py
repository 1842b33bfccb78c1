import torch

x = torch.tensor([-1.5, -0.5, 0.0, 0.5, 1.5, 2.5])
for name in ('abs', 'neg', 'sign', 'exp', 'expm1', 'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'sigmoid', 'relu', 'erf', 'erfc', 'floor',
             'ceil', 'round', 'trunc', 'frac', 'square', 'exp2', 'reciprocal', 'isnan', 'isinf', 'isfinite', 'logical_not', 'signbit', 'deg2rad', 'rad2deg', 'sinc'):
    print(name, getattr(torch, name)(x), getattr(x, name)())
y = torch.tensor([0.1, 0.5, 0.9])
for name in ('log', 'log2', 'log10', 'log1p', 'sqrt', 'rsqrt', 'asin', 'acos', 'atanh', 'lgamma', 'digamma', 'erfinv', 'logit'):
    print(name, getattr(torch, name)(y))
a, b = torch.tensor([5.0, -5.0, 3.0]), torch.tensor([3.0, 3.0, -2.0])
for name in ('add', 'sub', 'mul', 'div', 'fmod', 'remainder', 'floor_divide', 'maximum', 'minimum', 'atan2', 'hypot', 'copysign', 'eq', 'ne', 'lt', 'le', 'gt', 'ge',
             'logical_and', 'logical_or', 'logical_xor', 'fmax', 'fmin', 'logaddexp', 'true_divide', 'multiply', 'subtract', 'divide', 'isclose'):
    print(name, getattr(torch, name)(a, b))
print(torch.pow(a, 2), torch.pow(2, b), torch.pow(a.abs(), b), a.abs() ** 0.5, a ** -1, torch.float_power(a, 2), torch.xlogy(a.abs(), b.abs()))
print(torch.add(a, b, alpha=2), torch.sub(a, 1, alpha=3), torch.rsub(a, 1), torch.div(a, b, rounding_mode='floor'), torch.div(a, b, rounding_mode='trunc'), a.add(1).mul(2).sub(b))
print(torch.clamp(x, -1, 1), x.clamp(min=0), x.clamp(max=1), x.clip(-0.5, 0.5), torch.clamp(x, min=torch.zeros(6)), torch.clamp(torch.tensor([1, 5]), 2, 4), x.clamp_min(0.25))
print(torch.lerp(a, b, 0.5), torch.addcmul(a, b, b, value=0.5), torch.addcdiv(a, b, a), torch.heaviside(x, torch.tensor(0.5)), torch.round(torch.tensor([1.2345, 2.5]), decimals=2))
print(torch.nan_to_num(torch.tensor([float('nan'), float('inf'), -float('inf')])), torch.isclose(a, a + 1e-9), torch.allclose(a, a + 1e-4), torch.equal(a, a.clone()), torch.allclose(a, a + 1e-4, atol=1e-3))
print(a.add_(1), a.mul_(2), a.div_(2), a.sub_(1), a.pow_(2), a.sqrt_(), a.neg_(), a.abs_(), a.exp_().log_(), a.clamp_(3, 4), a.zero_(), a.fill_(2), a.floor_(), a.reciprocal_(), a.sigmoid_())
print(torch.tensor([7, 8]) // 3, torch.tensor([-7]) // 2, torch.tensor([7]).fmod(-4), torch.tensor([7]).remainder(-4), torch.tensor([4]) ** 2, torch.tensor([2]) ** torch.tensor([3]), 7 // torch.tensor([2]), 7 % torch.tensor([4.0]))
print(torch.bitwise_and(torch.tensor([5]), torch.tensor([3])), torch.bitwise_not(torch.tensor([5])), torch.tensor([True]) & torch.tensor([False]), torch.tensor([True]) | torch.tensor([False]), torch.tensor([True]) ^ True)
print(abs(x), -x, +x, x ** 2, 2 ** x, round(1.5), x > 0, x == 0.5, x != 0.5, 1 > x, 0.5 <= x, (x > 0) & (x < 2), ~(x > 0), x.ge(0), x.gt(torch.tensor(0.0)))
out = torch.empty(3)
torch.add(b, 1, out=out)
torch.exp(torch.zeros(3), out=out)
print(out, torch.mul(b, b, out=out), out)
