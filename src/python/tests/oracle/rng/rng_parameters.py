# Random numbers with a parameter for every element: their streams, their device, and parameters that are no numbers.
import torch
from torch.distributions import Binomial, Dirichlet, Gamma, VonMises


def refused(call):
    try:
        print(call())
    except RuntimeError as error:
        print(error)


nan = float("nan")
torch.manual_seed(0)
rates = torch.tensor([0.0, 0.5, 3.0, 20.0, 500.0])
drawn = torch.poisson(rates)
print(drawn, drawn.device == rates.device)
tries, shares = torch.tensor([0.0, 5.0, 100.0, 50.0]), torch.tensor([0.5, 0.2, 0.4, 0.9])
drawn = torch.binomial(tries, shares)
print(drawn, drawn.device == tries.device)
drawn = torch.multinomial(torch.tensor([[1.0, 2.0, 3.0], [5.0, 0.0, 0.5]]), 4, replacement=True)
print(drawn, drawn.device == tries.device)
print(torch.multinomial(torch.tensor([1.0, 2.0, 3.0]), 2).device == tries.device)
print(torch.empty(4).bernoulli_(torch.tensor([0.0, 0.3, 0.6, 1.0])), torch.bernoulli(shares))
print(torch.normal(torch.tensor([1.0, 10.0]), torch.tensor([0.1, 2.0])), torch.normal(torch.tensor([1.0, 10.0])))
print(Binomial(10, shares).sample((2,)))
alpha = torch.tensor([0.5, 2.0, 7.0], requires_grad=True)
drawn = Gamma(alpha, torch.ones(3)).rsample()
drawn.sum().backward()
print(drawn.detach(), alpha.grad)
print(Dirichlet(torch.tensor([0.5, 1.0, 4.0])).sample())

print(torch.binomial(torch.tensor([5.0]), torch.tensor([nan])))
refused(lambda: torch.poisson(torch.tensor([1.0, nan])))
refused(lambda: torch.poisson(torch.tensor([-1.0])))
refused(lambda: torch.poisson(torch.tensor([5])))
refused(lambda: torch.binomial(torch.tensor([5]), torch.tensor([0.5])))
refused(lambda: torch.bernoulli(torch.tensor([nan])))
refused(lambda: torch.empty(2).exponential_(nan))
refused(lambda: torch.empty(2).geometric_(nan))
refused(lambda: torch.multinomial(torch.tensor([nan, 1.0]), 1))
# Last, since PyTorch 2 draws it in float64 and earlier versions in the tensors' type.
drawn = VonMises(tries[:2], tries[1:3]).sample((3,))
print(drawn.shape, drawn.dtype, drawn.device == tries.device)
