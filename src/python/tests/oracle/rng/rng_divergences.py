import torch
from torch.distributions import *
from torch.distributions.kl import kl_divergence as kl

torch.manual_seed(0)
two = torch.tensor([0.5, 2.0])
members = {
    "Bernoulli": Bernoulli(torch.tensor([0.3, 0.6])), "Beta": Beta(two, two + 1), "Binomial": Binomial(3, torch.tensor([0.3, 0.6])),
    "Categorical": Categorical(torch.tensor([0.3, 0.7])), "Cauchy": Cauchy(two, two), "CBernoulli": ContinuousBernoulli(torch.tensor([0.3, 0.5])),
    "Dirichlet": Dirichlet(two), "Exponential": Exponential(two), "Gamma": Gamma(two, two + 1), "Geometric": Geometric(torch.tensor([0.3, 0.6])),
    "Gumbel": Gumbel(two, two), "HalfNormal": HalfNormal(two), "Laplace": Laplace(two, two), "LogNormal": LogNormal(two, two),
    "LowRank": LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), two), "Multivariate": MultivariateNormal(torch.ones(2), torch.tensor([[2.0, 0.5], [0.5, 1.0]])),
    "Normal": Normal(two, two), "OneHot": OneHotCategorical(torch.tensor([0.3, 0.7])), "Pareto": Pareto(two, two + 1), "Poisson": Poisson(two),
    "StudentT": StudentT(two + 3), "Uniform": Uniform(two / 8, two / 4), "Wide": Uniform(-two, two), "Independent": Independent(Normal(two, two), 1),
    "Between": Beta(3.0, 2.0), "Steep": Pareto(1.0, 1.5),
}
for first, p in members.items():
    for second, q in members.items():
        try:
            print(first, second, kl(p, q))
        except NotImplementedError as e:
            print(first, second, "none", e if first == "Bernoulli" else "")
        except Exception as e:
            print(first, second, type(e).__name__, e)
print(kl(Gamma(1.0, 1.0), Exponential(1.0)), kl(Cauchy(0.0, 1.0), Cauchy(1.0, 1.0)), kl(Uniform(1.0, 2.0), Exponential(1.0)), kl(Normal(0.0, 1.0), Uniform(0.0, 1.0)))
print(kl(Uniform(0.0, 1.0), Beta(2.0, 2.0)), kl(Normal(torch.zeros(2, 1), 1.0), Gumbel(torch.zeros(3), 1.0)).shape)
for p, q in ((MultivariateNormal(torch.zeros(2), torch.eye(2)), MultivariateNormal(torch.zeros(3), torch.eye(3))),
             (LowRankMultivariateNormal(torch.zeros(3), torch.ones(3, 1), torch.ones(3)), members["LowRank"]), (members["LowRank"], MultivariateNormal(torch.zeros(3), torch.eye(3)))):
    try:
        print(kl(p, q))
    except ValueError as e:
        print(e)
loc = torch.tensor(0.5, requires_grad=True)
kl(Beta(loc, 1.0), Normal(loc, 1.0)).backward()
print(loc.grad)


class Own(Normal):
    pass


@register_kl(Own, Normal)
def _own(p, q):
    return torch.tensor(7.0)


print(kl(Own(0.0, 1.0), Normal(0.0, 1.0)), kl(Normal(0.0, 1.0), Own(0.0, 1.0)), kl(Own(0.0, 1.0), Own(0.0, 1.0)))
