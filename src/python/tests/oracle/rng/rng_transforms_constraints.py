import torch
from torch.distributions import *
from torch.distributions import constraints, transforms as T

def show(name, make):
    try:
        print(name, make())
    except Exception as e:
        print(name, type(e).__name__, e)

torch.manual_seed(0)
d = TransformedDistribution(Normal(0.0, 1.0), [AffineTransform(torch.zeros(3), torch.ones(3))])
print(d.batch_shape, d.event_shape, d.sample())
d = TransformedDistribution(Normal(0.0, 1.0), [ExpTransform(), PowerTransform(torch.tensor([1.0, 2.0])), AffineTransform(1.0, torch.tensor([[1.0], [-2.0]]))])
print(d.batch_shape, d.support, d.sample((2,)).shape)
x = d.sample()
print(x, d.log_prob(x))
print(d.cdf(x), d.icdf(torch.tensor(0.3)))
d = TransformedDistribution(Normal(torch.zeros(2), torch.ones(2)), StickBreakingTransform())
print(d.batch_shape, d.event_shape, d.support, d.log_prob(torch.tensor([0.2, 0.3, 0.5])))
e = d.expand((4,))
print(e.batch_shape, e.event_shape, e.sample().shape)
show("outside", lambda: TransformedDistribution(Normal(0.0, 1.0), ExpTransform()).log_prob(torch.tensor(-1.0)))
show("kinds", lambda: TransformedDistribution(Normal(0.0, 1.0), 3))
show("kinds", lambda: TransformedDistribution(Normal(0.0, 1.0), [3]))
show("too few", lambda: TransformedDistribution(Normal(0.0, 1.0), StickBreakingTransform()))
d = TransformedDistribution(Normal(torch.zeros(2, 6), 1.0), [ReshapeTransform((6,), (2, 3)), AffineTransform(0.0, 2.0, event_dim=2)])
print(d.batch_shape, d.event_shape, d.log_prob(torch.ones(2, 2, 3)), d.support)
for t in (ExpTransform(), AffineTransform(1.0, -2.0), AffineTransform(0, 1, event_dim=1), SigmoidTransform(), TanhTransform(), SoftplusTransform(),
          PowerTransform(2.0), AbsTransform(), SoftmaxTransform(), StickBreakingTransform(), ExpTransform().inv,
          ComposeTransform([ExpTransform(), AffineTransform(0.0, -1.0)]), ComposeTransform([SoftmaxTransform(), ExpTransform()]),
          ComposeTransform([StickBreakingTransform(), AffineTransform(0.0, 2.0)]), IndependentTransform(ExpTransform(), 1),
          ReshapeTransform((4,), (2, 2)), ComposeTransform([AffineTransform(0.0, -1.0), AffineTransform(0.0, torch.tensor([-1.0, 2.0]))])):
    print(t, t.domain, t.codomain, t.bijective)
    show(" sign", lambda: t.sign)
    show(" event", lambda: t.event_dim)
    show(" shape", lambda: (t.forward_shape(torch.Size((5, 4))), t.inverse_shape(torch.Size((5, 2, 2)))))
t = AffineTransform(1.0, 2.0, cache_size=1)
x = torch.ones(2)
print(t.inv(t(x)) is x, t(x) is t(x), t.with_cache(0).inv(t(x)) is x, AffineTransform(1.0, 2.0) == t, t == AffineTransform(1.0, 3.0), ExpTransform() == ExpTransform())
show("cache", lambda: ExpTransform(cache_size=2))
c = ComposeTransform([ExpTransform(), AffineTransform(0.0, 2.0)])
print(c.inv, (c.inv(c(x)) - 1).abs() < 1e-6, c.log_abs_det_jacobian(x, c(x)), ComposeTransform([])(x), ComposeTransform([]).log_abs_det_jacobian(x, x))
print(T.identity_transform, T.identity_transform.domain)
s = StackTransform([ExpTransform(), AffineTransform(0.0, 3.0)], dim=0)
print(s(torch.ones(2, 2)), s.inv(torch.ones(2, 2)), s.bijective, s.domain.event_dim)
k = CatTransform([ExpTransform(), AffineTransform(0.0, 3.0)], dim=-1, lengths=[1, 2])
print(k(torch.ones(2, 3)), k.log_abs_det_jacobian(torch.ones(2, 3), k(torch.ones(2, 3))), k.length)

for each in ("HalfNormal(-1.0)", "HalfCauchy(torch.tensor([1.0, -1.0]))", "Chi2(-1.0)", "Geometric(0.0)", "Geometric(torch.tensor([0.5, 0.0]))", "Geometric(2.0)",
             "LogNormal(0.0, -1.0)", "Pareto(-1.0, 1.0)", "Weibull(1.0, -1.0)", "Gumbel(0.0, 0.0)", "StudentT(-1.0)", "Kumaraswamy(0.0, 1.0)", "FisherSnedecor(-1.0, 1.0)",
             "Beta(-1.0, 1.0)", "Uniform(2.0, 1.0)", "Bernoulli(2.0)", "Bernoulli(logits=float('nan'))", "Binomial(-1, 0.5)", "Poisson(-1.0)", "Laplace(0.0, -1.0)",
             "Cauchy(0.0, -1.0)", "Dirichlet(torch.tensor([1.0, -1.0]))", "Categorical(torch.tensor([-1.0, 1.0]))", "VonMises(0.0, -1.0)", "NegativeBinomial(-1.0, 0.5)",
             "RelaxedBernoulli(torch.tensor(1.0), torch.tensor(2.0))", "MultivariateNormal(torch.zeros(2), scale_tril=torch.ones(2))",
             "MultivariateNormal(torch.zeros(2), covariance_matrix=torch.ones(2))", "MultivariateNormal(torch.zeros(2), precision_matrix=torch.ones(2))",
             "MultivariateNormal(torch.zeros(2), -torch.eye(2))", "MultivariateNormal(torch.zeros(2), scale_tril=-torch.eye(2))", "ContinuousBernoulli(-1.0)",
             "LogisticNormal(torch.zeros(2), -torch.ones(2))", "Multinomial(2, torch.tensor([-1.0, 2.0]))", "Independent(Normal(torch.zeros(2), 1.0), 2)",
             "Normal(float('nan'), 1.0)", "Normal(torch.zeros(2), torch.ones(3))", "Normal('a', 1.0)"):
    show(each, lambda: eval(each))


class Ramp(Distribution):
    arg_constraints = {"top": constraints.positive, "rest": constraints.dependent}

    def __init__(self, top, validate_args=None):
        self.top = torch.as_tensor(top)
        super().__init__(self.top.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        return constraints.interval(0.0, self.top)

    def log_prob(self, value):
        self._validate_sample(value)
        return (2 * value / self.top**2).log()


r = Ramp(2.0)
print(r, r.support, r.log_prob(torch.tensor(1.0)), constraints.is_dependent(Ramp.support), Ramp.support.event_dim, Ramp.support.is_discrete)
show("ramp", lambda: r.log_prob(torch.tensor(3.0)))
show("ramp", lambda: Ramp(-2.0))
show("dependent", lambda: constraints.dependent.event_dim)
show("dependent", lambda: constraints.dependent(event_dim=1).event_dim)
show("dependent", lambda: constraints.dependent.check(x))
for c in (constraints.real, constraints.positive, constraints.greater_than(1), constraints.greater_than_eq(lower_bound=2.0), constraints.less_than(3), constraints.interval(0, 1),
          constraints.half_open_interval(0, 1), constraints.integer_interval(0, 3), constraints.nonnegative_integer, constraints.positive_integer, constraints.unit_interval,
          constraints.boolean, constraints.real_vector, constraints.independent(constraints.positive, 1)):
    print(c, c.event_dim, c.is_discrete, c.check(torch.tensor([0.0, 1.0, 2.0, 2.5])))
m = torch.tensor([[[1.0, 0.0], [0.6, 0.8]], [[1.0, 0.0], [1.0, 1.0]], [[1.0, 2.0], [2.0, 4.0]], [[2.0, 1.0], [1.0, 2.0]], [[-1.0, 0.0], [0.0, 1.0]]])
for c in (constraints.corr_cholesky, constraints.lower_cholesky, constraints.lower_triangular, constraints.positive_semidefinite, constraints.positive_definite,
          constraints.symmetric, constraints.square, constraints.simplex, constraints.one_hot):
    print(c, c.event_dim, c.check(m))
print(constraints.cat([constraints.positive, constraints.boolean], 0, [2, 1]).check(torch.tensor([1.0, -1.0, 1.0])),
      constraints.stack([constraints.positive, constraints.boolean], -1).check(torch.tensor([[1.0, 2.0], [0.0, 1.0]])))
for c in (constraints.positive, constraints.interval(2.0, 4.0), constraints.real_vector, constraints.simplex, constraints.less_than(1.0), constraints.greater_than_eq(2.0),
          constraints.cat([constraints.positive, constraints.real], 0), constraints.unit_interval, constraints.boolean):
    show("biject", lambda: biject_to(c)(torch.tensor([0.5, -0.5])))
    show("transform", lambda: transform_to(c)(torch.tensor([0.5, -0.5])))
show("register", lambda: biject_to.register(3, lambda c: c))
