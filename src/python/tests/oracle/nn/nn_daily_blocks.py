"""Containers, layers, hooks, state dictionaries and the refusals of layers and losses."""

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
m = nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])
m.append(nn.Linear(2, 1)); m.extend([nn.Tanh()]); m.insert(1, nn.Dropout(0.1))
print(m, len(m), m[0], m[-1], m[1:3], [n for n, _ in m.named_parameters()])
del m[0]
print(m)
m[0] = nn.Identity()
print(m + [nn.ReLU()], nn.Identity() in m)
print(m.pop(0), len(m))

d = nn.ModuleDict({"a": nn.Linear(1, 2), "b": nn.ReLU()})
d["c"] = nn.Conv2d(1, 2, 3, padding=1, bias=False)
print(d, list(d.keys()), "a" in d, len(d), d.pop("b"), list(d.items())[0][0])
d.update([["z", nn.Tanh()]])
print(d)
d.clear()
print(d)

p = nn.ParameterList([torch.randn(2), nn.Parameter(torch.zeros(1, 3))])
print(p, len(p), list(p.state_dict()))
p.append(torch.ones(1))
print(p)
q = nn.ParameterDict({"w": torch.ones(2), "b": nn.Parameter(torch.zeros(3), requires_grad=False)})
print(q, sorted(q.keys()), q["w"].requires_grad)

s = nn.Sequential(collections.OrderedDict([("fc1", nn.Linear(2, 3)), ("act", nn.ReLU()), ("fc2", nn.Linear(3, 1))]))
print(s, s.fc1, s[0:2], len(s), [n for n, _ in s.named_modules()], [n for n, _ in s.named_children()])
s.append(nn.Sigmoid()); s.add_module("last", nn.Identity())
print(s)
s[1] = nn.Tanh()
del s[2]
print(s)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.bn = nn.BatchNorm2d(4)
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(4 * 13 * 13, 10)
        self.register_buffer("count", torch.zeros(1))
        self.drop = nn.Dropout2d(0.25)
    def forward(self, x):
        return self.fc(self.drop(self.pool(F.relu(self.bn(self.conv(x))))).flatten(1))
n = Net()
print(n)
print({k: tuple(v.shape) for k, v in n.state_dict().items()})
print(sum(p.numel() for p in n.parameters()), n(torch.zeros(2, 1, 28, 28)).shape)
print([name for name, _ in n.named_buffers()], n.training, n.eval().training, n.bn.training)
print(n.get_parameter("fc.bias").shape, n.get_submodule("conv"), n.get_buffer("count"))
n.get_parameter("fc.nothing")

n = nn.Linear(2, 2)
n.load_state_dict({"weight": torch.ones(2, 2)})

n = nn.Linear(2, 2)
print(n.load_state_dict({"weight": torch.ones(2, 2), "extra": torch.ones(1)}, strict=False))
n.load_state_dict({"weight": torch.ones(3, 2), "bias": torch.ones(2), "x": torch.ones(1)})

n = nn.Linear(2, 2)
n.weight = torch.ones(2, 2)

n = nn.Linear(2, 2)
n.foo

n = nn.Module()
n.register_parameter("a.b", None)

n = nn.Module()
n.register_buffer("x", 3)

n = nn.Module()
n(1)

class A(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(1, 1)
A()

n = nn.Linear(3, 2)
h1 = n.register_forward_hook(lambda m, i, o: print("fwd", type(m).__name__, i[0].shape, o.shape))
h2 = n.register_forward_pre_hook(lambda m, i: (i[0] * 2,))
h3 = n.register_full_backward_hook(lambda m, gi, go: print("bwd", [g if g is None else tuple(g.shape) for g in gi], [tuple(g.shape) for g in go]))
x = torch.ones(1, 3, requires_grad=True)
n(x).sum().backward()
h1.remove(); h2.remove(); h3.remove()
n(x).sum().backward()
print(x.grad, len(n._forward_hooks))

e = nn.Embedding(5, 3, padding_idx=0)
print(e, e(torch.tensor([0, 2])))
e(torch.tensor([1, 1, 0])).sum().backward()
print(e.weight.grad)
print(nn.Embedding.from_pretrained(torch.arange(6.0).view(3, 2)), nn.Embedding.from_pretrained(torch.ones(2, 2), freeze=False).weight.requires_grad)
e(torch.tensor([1.0]))

b = nn.BatchNorm1d(3)
x = torch.arange(12.0).view(4, 3)
print(b, b(x), b.running_mean, b.running_var, b.num_batches_tracked)
b.eval()
print(b(x))
b.reset_running_stats()
print(b.state_dict())
print(nn.BatchNorm2d(2, affine=False, track_running_stats=False), nn.BatchNorm1d(2, momentum=None))
b(torch.ones(2, 4))

l = nn.LayerNorm([2, 3])
print(l, l(torch.arange(6.0).view(1, 2, 3)), nn.LayerNorm(3, elementwise_affine=False))
print(nn.GroupNorm(2, 4)(torch.arange(8.0).view(1, 4, 2)), nn.GroupNorm(2, 4), nn.InstanceNorm1d(2)(torch.arange(6.0).view(1, 2, 3)))
l(torch.ones(2, 4))

d = nn.Dropout(0.5)
x = torch.ones(2, 4)
print(d(x), d.eval()(x), d, F.dropout(x, 0.3, training=False), nn.Dropout(p=0.0)(x))
print(F.dropout(x, 1.0), F.alpha_dropout(x, 0.5, training=True), nn.Dropout2d(0.5)(torch.ones(1, 3, 1, 2)))

t = nn.TransformerEncoderLayer(4, 2, dim_feedforward=8, dropout=0.0, batch_first=True)
print(t)
print(t(torch.ones(1, 2, 4)))
enc = nn.TransformerEncoder(t, 2)
print(enc(torch.zeros(1, 2, 4)).shape, sum(p.numel() for p in enc.parameters()))

c = nn.Conv2d(4, 8, 3, stride=2, padding=1, groups=2, dilation=1)
print(c, c(torch.zeros(1, 4, 8, 8)).shape, c.weight.shape)
print(nn.Conv1d(1, 1, 3, padding="same", padding_mode="circular"), nn.ConvTranspose2d(2, 3, 4, 2, 1, output_padding=1), nn.Conv2d(1, 1, (3, 5), padding="valid"))
print(nn.ConvTranspose2d(2, 3, 4, 2, 1)(torch.ones(1, 2, 4, 4)).shape)
nn.Conv2d(3, 4, 3)(torch.zeros(3, 4))

w = nn.Parameter(torch.ones(2))
w.register_hook(lambda g: g.shape)
w.sum().backward()

w = nn.Parameter(torch.ones(2))
w.register_hook(lambda g: torch.ones(3))
w.sum().backward()

net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
net[0].register_load_state_dict_post_hook(lambda m, k: print("loaded", k)); print(net.load_state_dict(net.state_dict()))
net._register_state_dict_hook(lambda m, s, p, l: s.pop("0.bias") and None); print(list(net.state_dict()))

import torch.nn.modules.module as M
net = nn.Sequential(nn.Linear(2, 1))
a = M.register_module_forward_pre_hook(lambda m, i: print("pre", type(m).__name__)); b = M.register_module_forward_hook(lambda m, i, o: print("post", type(m).__name__, o.shape)); c = M.register_module_full_backward_hook(lambda m, gi, go: print("back", type(m).__name__))
net(torch.ones(1, 2, requires_grad=True)).sum().backward()
a.remove(); b.remove(); c.remove(); net(torch.ones(1, 2)); print("done")

net = nn.Linear(2, 1)
h = net.register_forward_pre_hook(lambda m, i: print("x", i)); net(torch.ones(1, 2)); h.remove()
with_kw = nn.Linear(2, 1)
net.register_forward_hook(lambda m, i, o: o + 1); net.register_forward_hook(lambda m, i, o: o * 10)
print(net._forward_hooks.keys().__len__(), net(torch.zeros(1, 2)) - (net.bias + 1) * 10)
net.register_forward_pre_hook(lambda m, i: 5)
net(torch.ones(1, 2))

acts = {}
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.a = nn.Linear(2, 2); self.b = nn.Linear(2, 1)
    def forward(self, x):
        h = self.a(x); h.retain_grad(); self.h = h; return self.b(h.relu())
n = Net(); n(torch.ones(1, 2)).sum().backward(); print(n.h.grad.shape, n.h.requires_grad)
for name, mod in n.named_modules():
    if isinstance(mod, nn.Linear): mod.register_forward_hook(lambda m, i, o, name=name: acts.__setitem__(name, o.detach()))
n(torch.ones(1, 2)); print({k: v.shape for k, v in acts.items()})

class Cell(nn.Module):
    def __init__(self, n): super().__init__(); self.w = nn.Parameter(torch.eye(n)); self.n = n
    def forward(self, x): return x @ self.w
    def __repr__(self): return f"Cell<{self.n}>"
m = nn.Sequential(Cell(2), nn.Sequential(nn.Linear(2, 2), nn.ModuleList([nn.ReLU()]))); print(m, m[1][1], list(m.parameters())[0].shape)
m.add_module("x y", nn.ReLU()); print(m)
m.add_module("a.b", nn.ReLU())

nn.Module().add_module(3, nn.ReLU())

nn.Module().add_module("x", 3)

nn.Sequential(3)

nn.Sequential(nn.ReLU())[2]

nn.ModuleList([nn.ReLU()])[1]

nn.ModuleList(3)

nn.ModuleDict({"a": 3})

nn.ModuleList([nn.ReLU()])(torch.ones(1))

nn.ModuleDict({"a": nn.ReLU()})["b"]

nn.Sequential()(torch.ones(1)), print(nn.Sequential(), nn.ModuleList(), nn.ModuleDict(), nn.ParameterList())

nn.Linear(2, 3).load_state_dict({"weight": 5, "bias": torch.ones(3)})

nn.Linear(2, 3).load_state_dict([1])

m = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1)); m.load_state_dict({"0.weight": torch.ones(2, 2), "1.weight": torch.ones(2, 2), "z": torch.ones(1)})

m = nn.BatchNorm1d(2); m.load_state_dict({"weight": torch.ones(2), "bias": torch.ones(2), "running_mean": torch.ones(2), "running_var": torch.ones(2)})
print(m.state_dict())

m = nn.Linear(2, 2); m.to("cuda")

m = nn.Linear(2, 2); m.to(torch.int64)

nn.Linear(2, 2).half()(torch.ones(1, 2))

nn.Linear(2)

nn.Conv2d(3, 4, 3, stride=2, padding="same")

nn.Conv2d(3, 5, 3, groups=3)

nn.Dropout(1.5)

nn.BatchNorm2d(3)(torch.ones(2, 3))

nn.BatchNorm1d(3)(torch.ones(1, 3))

nn.LayerNorm(3)(torch.ones(2, 4))

nn.Embedding(3, 2, padding_idx=5)

nn.Embedding(3, 2)(torch.tensor([5]))

nn.MultiheadAttention(5, 2)

nn.MultiheadAttention(4, 2)(torch.ones(2, 1, 4), torch.ones(3, 1, 4), torch.ones(2, 1, 4))

nn.LSTM(2, 3, 2)(torch.ones(4, 1, 2), torch.zeros(2, 1, 3))

nn.GRU(2, 3)(torch.ones(4, 5, 2), torch.zeros(1, 4, 3))

nn.LSTM(2, 3, dropout=2)

nn.TransformerEncoderLayer(4, 2, activation="abc")

nn.CrossEntropyLoss(reduction="abc")(torch.ones(1, 2), torch.tensor([0]))

nn.CrossEntropyLoss()(torch.ones(2, 3, 4), torch.zeros(2, 3, dtype=torch.long))

nn.CrossEntropyLoss(weight=torch.ones(2))(torch.ones(2, 3), torch.tensor([0, 1]))

nn.NLLLoss()(torch.ones(2, 3), torch.tensor([0, 5]))

nn.BCELoss()(torch.tensor([0.5]), torch.tensor([2.0])), print(nn.BCELoss()(torch.tensor([0.5]), torch.tensor([0.0])))

nn.BCELoss()(torch.tensor([[0.5]]), torch.tensor([0.0]))

nn.BCEWithLogitsLoss()(torch.ones(2), torch.tensor([0, 1]))

nn.MSELoss()(torch.ones(2), [1, 2])

nn.CTCLoss()(torch.ones(2, 3), torch.tensor([1]), torch.tensor([2]), torch.tensor([1]))

nn.TripletMarginLoss()(torch.ones(2, 3), torch.ones(2, 3), torch.ones(2, 4))

nn.Flatten()(torch.ones(3)), print(nn.Flatten(0)(torch.ones(2, 2)))

nn.Unflatten(1, (2, 3))(torch.ones(2, 5))

nn.Upsample(scale_factor=2, mode="bilinear")(torch.ones(1, 2, 3))

nn.Upsample()(torch.ones(1, 1, 2))

nn.PixelShuffle(2)(torch.ones(1, 3, 2, 2))

nn.AdaptiveAvgPool2d(2)(torch.ones(3))

nn.ZeroPad2d(-1)(torch.ones(1, 1, 3, 3)), print(nn.ReflectionPad1d(1)(torch.ones(1, 3)))

nn.ReflectionPad1d(5)(torch.ones(1, 1, 3))

nn.CosineSimilarity()(torch.ones(2, 3), torch.ones(3, 3))

nn.Bilinear(2, 3, 4)(torch.ones(1, 2), torch.ones(1, 4))

nn.GroupNorm(3, 4)

nn.init.kaiming_uniform_(torch.empty(3))

nn.init.orthogonal_(torch.empty(3))

nn.init.uniform_([1, 2])

nn.init.eye_(torch.empty(2, 2, 2))

nn.utils.clip_grad_norm_(nn.Linear(1, 1).parameters(), 1.0), print(nn.utils.clip_grad_norm_([], 1.0))

F.one_hot(torch.tensor([1.0]))

F.one_hot(torch.tensor([3]), 2)

F.pad(torch.ones(2), (1,))

F.pad(torch.ones(2), (1, 1), mode="abc")

F.interpolate(torch.ones(1, 1, 2), size=3, scale_factor=2)

F.softmax(torch.ones(2), dim=2)

F.gumbel_softmax(torch.ones(2)), F.embedding(torch.tensor([[5]]), torch.ones(3, 2))

F.scaled_dot_product_attention(torch.ones(1, 2, 4), torch.ones(1, 2, 4), torch.ones(1, 2, 4)) if hasattr(F, "scaled_dot_product_attention") and False else F.relu("a")

F.linear(torch.ones(2), torch.ones(3, 3))

F.conv2d(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 3, 3))

F.conv1d(torch.ones(1, 2, 5), torch.ones(1, 3, 2))

F.cross_entropy(torch.ones(3), torch.tensor(5))

F.normalize([1, 2])

F.dropout(torch.ones(2), -0.1)

F.layer_norm(torch.ones(2, 3), (2,))

F.mse_loss(torch.ones(2), None)

F.fold(torch.ones(1, 3, 4), (3, 3), 2)

F.glu(torch.ones(3))

F.pairwise_distance(torch.ones(2, 2), torch.ones(2, 3))
'''

for number, block in enumerate(PROGRAMS.strip().split("\n\n")):
    torch.manual_seed(0)
    np.random.seed(0)
    print(f"--- {number}")
    try:
        exec(compile(block, "block", "exec"), dict(SHARED))
    except Exception as error:
        print(type(error).__name__, error)
