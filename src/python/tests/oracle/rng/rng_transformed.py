import torch
import torch.distributions as D
torch.manual_seed(3)
base = D.Normal(torch.zeros(2), torch.ones(2))
for t in (D.ExpTransform(), D.SigmoidTransform(), D.TanhTransform(), D.AffineTransform(1.0, 2.0)):
    d = D.TransformedDistribution(base, [t])
    x = d.sample((2,))
    print(type(t).__name__, x, d.log_prob(x), d.batch_shape, d.event_shape)
d = D.TransformedDistribution(D.Independent(base, 1), [D.AffineTransform(0.5, 2.0), D.TanhTransform()])
x = d.rsample((3,)); print(x, d.log_prob(x), d.event_shape)
print(D.TransformedDistribution(base, D.ExpTransform()).cdf(torch.tensor([1.0, 2.0])))
for d in (D.Pareto(torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])), D.Weibull(torch.tensor([1.0]), torch.tensor([1.5])), D.HalfCauchy(torch.tensor([2.0])), D.Kumaraswamy(torch.tensor([2.0]), torch.tensor([3.0]))):
    x = d.sample(); print(type(d).__name__, x, d.log_prob(x))
    if not isinstance(d, D.Kumaraswamy): print(d.mean, d.variance, d)
mix = D.MixtureSameFamily(D.Categorical(torch.tensor([0.3, 0.7])), D.Normal(torch.tensor([-1.0, 2.0]), torch.tensor([0.5, 1.0])))
x = mix.sample((4,)); print(x, mix.log_prob(x), mix.mean, mix.variance); print(mix)
z = torch.tensor([0.2, -0.3]); t = D.ComposeTransform([D.AffineTransform(1.0, 3.0), D.ExpTransform()])
y = t(z); print(y, t.inv(y), t.log_abs_det_jacobian(z, y))
print(D.SoftmaxTransform()(z), D.SoftplusTransform().inv(torch.tensor([1.0, 2.0])), D.PowerTransform(2.0)(torch.tensor([3.0])))
