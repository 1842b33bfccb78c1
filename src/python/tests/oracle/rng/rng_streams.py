import torch

for seed in (0, 1, 42, 123456789, 2**40 + 7):
    torch.manual_seed(seed)
    print(torch.rand(4), torch.randn(4), torch.randint(0, 10, (5,)), torch.randperm(7), torch.initial_seed())
    print(torch.randn(20), torch.randn(17), torch.rand(3, 3), torch.randn(2, 16), torch.randn(33)[-3:])
    print(torch.rand(3, dtype=torch.float64), torch.randn(3, dtype=torch.float64), torch.randn(18, dtype=torch.float64)[-4:], torch.rand(2, dtype=torch.float16), torch.randn(2, dtype=torch.float16))
    print(torch.randint(5, (3,)), torch.randint(-10, 10, (2, 3)), torch.randint(0, 2**33, (2,)), torch.randint(3, (2,), dtype=torch.int32), torch.randperm(3), torch.randperm(20))
torch.manual_seed(5)
print(torch.rand_like(torch.zeros(2, 2)), torch.randn_like(torch.zeros(3)), torch.randint_like(torch.zeros(3), 10), torch.rand(()), torch.randn(1))
print(torch.normal(0.0, 1.0, (3,)), torch.normal(torch.zeros(3), torch.ones(3)), torch.normal(torch.tensor([10.0, 20.0]), 0.1), torch.normal(0.5, torch.tensor([1.0, 2.0])), torch.normal(2.0, 3.0, (17,)))
print(torch.empty(3).uniform_(-1, 1), torch.empty(3).normal_(5, 2), torch.empty(16).normal_(1, 0.1), torch.empty(3).random_(10), torch.empty(3).exponential_(), torch.zeros(4).bernoulli_(0.5), torch.empty(2).random_(2, 5))
print(torch.bernoulli(torch.full((8,), 0.3)), torch.bernoulli(torch.tensor([0.0, 1.0])), torch.rand(5) < 0.5, torch.zeros(3).bernoulli_(torch.tensor([0.1, 0.5, 0.9])))
print(torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 5, replacement=True), torch.multinomial(torch.tensor([1.0, 2.0, 3.0, 4.0]), 2), torch.multinomial(torch.ones(2, 4), 3, replacement=True), torch.multinomial(torch.tensor([1.0, 1.0, 5.0]), 1))
torch.manual_seed(0)
print(torch.randn(2, 3), torch.randn(4, 4), torch.randn(5, 5)[0])
print(torch.randn(15), torch.randn(16))
