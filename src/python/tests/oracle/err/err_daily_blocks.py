"""What autograd, tensors and functions refuse, in their words."""

import collections
import copy
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import (
    BatchSampler, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, SequentialSampler, Subset, SubsetRandomSampler,
    TensorDataset, WeightedRandomSampler, default_collate, random_split,
)  # fmt: skip

SHARED = dict(globals())
PROGRAMS = r'''
x = torch.ones(2, requires_grad=True)
y = (x * 2).sum(); y.backward(); y.backward()

x = torch.ones(2, requires_grad=True)
(x * 2).backward()

x = torch.ones(2)
x.sum().backward()

x = torch.ones(2, requires_grad=True)
x += 1

x = torch.ones(2, requires_grad=True)
x[0] = 5

x = torch.ones(2, requires_grad=True)
y = x.exp(); y.add_(1); y.sum().backward()

x = torch.ones(2, requires_grad=True)
x.numpy()

x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
print(y.requires_grad, y.grad_fn)
with torch.enable_grad():
    print((x * 2).requires_grad)
@torch.no_grad()
def f(x): return x * 3
print(f(x).requires_grad, torch.is_grad_enabled())
with torch.inference_mode():
    z = x * 2
print(z.requires_grad, z.is_inference())
z.requires_grad_()

with torch.inference_mode():
    z = torch.ones(2)
z.add_(1)
print(z)
w = torch.ones(2, requires_grad=True)
(w * z).sum().backward()

x = torch.tensor([1, 2], requires_grad=True)

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = (x ** 3).sum()
(g,) = torch.autograd.grad(y, x, create_graph=True)
(h,) = torch.autograd.grad(g.sum(), x)
print(g, h)
torch.autograd.grad(x.sum(), torch.ones(1, requires_grad=True))

x = torch.tensor([1.0, 2.0], requires_grad=True)
z = torch.ones(1, requires_grad=True)
print(torch.autograd.grad(x.sum(), [x, z], allow_unused=True))
torch.autograd.grad(x * 2, x)

x = torch.tensor([1.0, 2.0], requires_grad=True)
print(torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1.0, 10.0])))
torch.autograd.grad(x * 2, x, grad_outputs=torch.ones(3))

torch.ones(2).register_hook(lambda g: g)

class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        return x * y
    @staticmethod
    def backward(ctx, g):
        return g
x = torch.ones(2, requires_grad=True)
Bad.apply(x, x).sum().backward()

class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        return g[:1]
x = torch.ones(2, requires_grad=True)
Bad.apply(x).sum().backward()

class NoBack(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
x = torch.ones(2, requires_grad=True)
NoBack.apply(x).sum().backward()

f = lambda x: (x ** 3).sum()
x = torch.tensor([1.0, 2.0])
print(torch.autograd.functional.jacobian(lambda x: x ** 2, x), torch.autograd.functional.hessian(f, x), torch.autograd.functional.vjp(lambda x: x * 2, x, torch.ones(2)), torch.autograd.functional.jvp(lambda x: x * 2, x, torch.ones(2)), torch.autograd.functional.hvp(f, x, torch.ones(2)), torch.autograd.functional.vhp(f, x, torch.ones(2)))

x = torch.ones(2, dtype=torch.float64, requires_grad=True)
print(torch.autograd.gradcheck(lambda x: x ** 3, (x,)), torch.autograd.gradgradcheck(lambda x: x ** 3, (x,)))
torch.autograd.gradcheck(lambda x: x.detach() * x, (x,))

x = torch.ones(2, 3); y = torch.ones(3, 2)
x + y

torch.ones(2, 3) @ torch.ones(2, 3)

torch.ones(2, 3).mm(torch.ones(2))

torch.ones(2).dot(torch.ones(3))

torch.cat([torch.ones(2, 2), torch.ones(2, 3)])

torch.stack([torch.ones(2), torch.ones(3)])

torch.ones(6).view(4, 2)

torch.ones(2, 3).reshape(-1, 4)

torch.ones(2, 3).t().view(6)

torch.ones(2, 3)[2]

torch.ones(2, 3)[:, 5]

torch.ones(3)["a"]

torch.ones(3)[1.5]

torch.tensor([1, 2, 3]).mean()

torch.tensor([[1, 2], [3]])

torch.tensor("abc")

torch.tensor([1, "a"])

bool(torch.ones(2))

len(torch.tensor(1))

for a in torch.tensor(1): pass

torch.ones(2, 3).squeeze(5)

torch.ones(2).sum(dim=1)

torch.ones(2, 2).argmax(dim=3)

torch.zeros(-1)

torch.arange(0, 5, -1)

torch.randint(5, 2, (3,))

torch.full((2,), "a")

F.cross_entropy(torch.randn(2, 3), torch.tensor([0, 3]))

F.cross_entropy(torch.randn(2, 3), torch.tensor([0.0, 1.0]))

F.cross_entropy(torch.randn(2, 3), torch.tensor([[0], [1]]))

F.nll_loss(torch.randn(2, 3), torch.tensor([0]))

F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.0]))

F.binary_cross_entropy_with_logits(torch.randn(2), torch.randn(3))

F.linear(torch.ones(2, 3), torch.ones(4, 2))

nn.Linear(3, 2)(torch.ones(2, 4))

nn.Linear(3, 2)(torch.ones(2, 3).long())

nn.Linear(3, 2)(torch.ones(2, 3).double())

nn.Conv2d(1, 2, 3)(torch.ones(1, 3, 8, 8))

nn.LSTM(3, 2)(torch.ones(4, 1, 5))

torch.ones(2, 3).permute(0, 2)

torch.ones(2, 3).transpose(0, 2)

torch.ones(3).expand(2, 2)

torch.ones(2, 3).gather(1, torch.tensor([[3], [0]]))

torch.ones(2, 3).gather(1, torch.tensor([0]))

torch.ones(2, 3).index_select(0, torch.tensor([5]))

torch.ones(2, 3).masked_select(torch.tensor([True]))

torch.ones(2, 3).masked_fill(torch.tensor([True]), 1)

torch.ones(2, 3).scatter_(1, torch.tensor([[5]]), 1.0)

torch.ones(2).add_(torch.ones(3))

torch.ones(2, dtype=torch.int64).add_(0.5)

torch.ones(2, dtype=torch.int64).div_(2)

torch.ones(2).to("cuda:0")

torch.ones(2).cuda()

torch.split(torch.ones(5), [2, 2])

torch.chunk(torch.ones(5), 0)

torch.einsum("ij,jk->ik", torch.ones(2, 3), torch.ones(2, 3))

torch.bmm(torch.ones(2, 2, 3), torch.ones(3, 3, 2))

torch.inverse(torch.zeros(2, 2))

torch.linalg.cholesky(-torch.eye(2))

torch.multinomial(torch.tensor([0.0, 0.0]), 1)

torch.multinomial(torch.ones(2), 3)

torch.bernoulli(torch.tensor([2.0]))

torch.normal(0.0, -1.0, (2,))

torch.topk(torch.ones(3), 5)

torch.kthvalue(torch.ones(3), 4)

torch.max(torch.tensor([]))

torch.tensor([]).argmax()

torch.tensor([]).mean(), print(torch.tensor([]).sum(), torch.tensor([]).mean())

torch.nn.functional.one_hot(torch.tensor([-1, 0]))

torch.nn.functional.softmax(torch.tensor([1, 2]), dim=0)

torch.ones(2).backward(torch.ones(2))

torch.as_tensor(object())

torch.from_numpy([1, 2])

torch.from_numpy(np.array(["a"]))

torch.tensor(np.array([1, 2], dtype=np.uint16))

torch.ones(2) & torch.ones(2)

~torch.ones(2)

torch.ones(2) << 1

torch.eye(2).diag_embed(), torch.diag(torch.ones(2, 2, 2))

torch.ones(2).unsqueeze(3)

torch.ones(2, 3).flatten(2)

torch.ones(2, 3).unflatten(1, (2, 2))

torch.where(torch.ones(2), 1, 2)

torch.where(torch.tensor([True]), torch.ones(2), torch.ones(3))
'''

for number, block in enumerate(PROGRAMS.strip().split("\n\n")):
    torch.manual_seed(0)
    np.random.seed(0)
    print(f"--- {number}")
    try:
        exec(compile(block, "block", "exec"), dict(SHARED))
    except Exception as error:
        print(type(error).__name__, error)
