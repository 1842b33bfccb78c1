"""Modules, gradients, functions of one's own, optimizers and schedules used wrongly. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, copy, math, io
import numpy as np
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import DataLoader, Dataset, IterableDataset, TensorDataset, Subset, ConcatDataset, ChainDataset, random_split, Sampler, SequentialSampler, RandomSampler, BatchSampler, SubsetRandomSampler, WeightedRandomSampler, default_collate
class Net(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 2)
Net()
class Net2(nn.Module):
    def __init__(self):
        super(Net2, self).__init__()
        self.fc = nn.Linear(2, 2)
        self.layers = [nn.Linear(2, 2)]
    def forward(self, x):
        return self.fc2(x)
n = Net2()
n(torch.ones(2))
len(list(n.parameters()))
n.fc3
n.fc = torch.ones(2)
n.fc = 3
n.fc.weight = torch.ones(2, 2)
n.fc.weight = nn.Parameter(torch.ones(5))
n.fc(torch.ones(1, 2))
n.register_buffer('fc', torch.ones(2))
n.register_buffer('a.b', torch.ones(2))
n.register_buffer('', torch.ones(2))
n.register_buffer('x', 3)
n.register_parameter('p', torch.ones(2))
n.register_parameter('p', torch.ones(2, requires_grad=True) * 2)
n.register_parameter('fc', nn.Parameter(torch.ones(2)))
n.add_module('m', 3)
n.add_module('fc', None)
n.add_module('training', nn.ReLU())
n.add_module('a.b', nn.ReLU())
n.get_submodule('a.b')
n.get_submodule('fc.weight')
n.get_parameter('fc.x')
n.get_buffer('nothing')
del n.layers
del n.layers
n.load_state_dict([1])
n.load_state_dict(torch.ones(2))
n.load_state_dict({})
n.load_state_dict({}, strict=False)
n.load_state_dict({'x': 1, 'fc.weight': torch.ones(2, 2), 'y.z': 2}, strict=False)
n.to(torch.long)
n.to(3)
n.cuda()
n.train('yes')
n.train(1)
n.requires_grad_(False).fc
n.apply(lambda m: print(type(m).__name__))
n.zero_grad(True)
n.state_dict(3)
nn.Module().forward()
nn.Module()(1)
nn.Module(3)
nn.Module(a=3)
hasattr(n, 'zzz'), getattr(n, 'zzz', None)
setattr(n, 'new', nn.Parameter(torch.ones(1)))
n.new.shape
x = torch.ones(2, requires_grad=True)
y = (x * 2).sum()
y.backward()
y.backward()
z = x.exp()
z2 = z.sum()
z2.backward(retain_graph=True)
z2.backward()
z2.backward()
x += 1
x.add_(1)
x[0] = 3
x.data += 1
x
with torch.no_grad():
    x -= 1
x
w = x * 2
w[0] = 5
w.sum().backward()
a = x.exp()
a += 1
a.sum().backward()
b = x ** 2
x.data.mul_(2)
b.sum().backward()
x.grad
x.numpy()
x.tolist()
np.array(x)
(x * 2).numpy()
float(x[0])
bool(x)
if x: print(1)
not x
x and 1
len(torch.tensor(3.))
torch.tensor(3.)[0]
for i in torch.tensor(3.): pass
range(torch.tensor(3.))
list(range(torch.tensor(3)))
range(torch.tensor([1, 2]))
[1, 2, 3][torch.tensor(1)]
[1, 2, 3][torch.tensor(1.)]
round(torch.tensor(2.567), 1)
math.sqrt(torch.tensor(4.))
'%d' % torch.tensor(3)
'%.2f' % torch.tensor(3.)
f'{torch.ones(2):.2f}'
f'{torch.tensor(2.):.2f}'
f'{torch.tensor(2):05d}'
f'{torch.tensor(2.5):>10}'
f'{torch.ones(2)!r:>30}'
f'{x[0]:.3f}'
f'{torch.ones(1):.3f}'
'{:d}'.format(torch.tensor(2.))
torch.tensor(1) in {torch.tensor(1)}
torch.tensor(1) in [torch.tensor(1)]
1 in torch.tensor([1, 2])
'a' in torch.tensor([1])
torch.tensor([1, 2]) in torch.tensor([[1, 2]])
sorted([torch.tensor(3), torch.tensor(1)])
max(torch.tensor([1, 5, 2]))
sum(torch.tensor([1, 5, 2]))
max([torch.ones(2), torch.zeros(2)])
torch.tensor([1, 2]) == [1, 2]
torch.tensor([1, 2]) == None
torch.tensor([1, 2]) != 'a'
torch.tensor([1, 2]) + 'a'
torch.tensor([1, 2]) + None
torch.tensor([1, 2]) + [1, 2]
'a' + torch.tensor([1])
[1, 2] + torch.tensor([1, 2])
(1, 2) * torch.tensor([1, 2])
torch.tensor([1, 2]) @ 3
torch.tensor([1, 2]) < 'a'
torch.tensor([1]) << 1.5
~torch.tensor([1.5])
-torch.tensor([True])
torch.tensor([True]) - torch.tensor([False])
torch.tensor([1.5]) & 1
torch.tensor([1]) // 0
torch.tensor([1]) % 0
torch.tensor([1.]) // 0
torch.tensor([1]) / 0
torch.tensor([2]) ** -1
2 ** torch.tensor([-1])
torch.tensor([2]).pow(0.5)
torch.tensor(5).foo
torch.tensor(5).foo()
torch.foo
torch.nn.Foo
torch.optim.Foo
nn.functional.foo
u = torch.ones(2, 3, requires_grad=True)
u.view(-1)[0].backward()
u.grad
u.grad = torch.ones(2)
u.grad = 3
u.grad = torch.ones(2, 3).double()
u.grad = None
u.backward()
u.sum().backward(torch.ones(2))
u.sum().backward(gradient=2.0)
torch.autograd.grad(u.sum(), torch.ones(2))
torch.autograd.grad(u.sum(), torch.ones(2, requires_grad=True))
torch.autograd.grad(u.sum(), torch.ones(2, requires_grad=True), allow_unused=True)
torch.autograd.grad(u, u)
torch.autograd.grad(u, u, torch.ones(3, 2))
torch.autograd.grad([u.sum()], [u], create_graph=True)
torch.autograd.grad(u.detach().sum(), u)
torch.autograd.backward([u.sum(), u], [None, None])
torch.ones(2).backward()
torch.tensor(1.).backward()
torch.ones(2).sum().backward()
u.detach().requires_grad
u.detach_()
(u * 2).detach_()
u.sum().requires_grad_(False)
(u * 1).is_leaf, u.is_leaf, u.grad_fn
(u * 2).grad
k = u * 2
k.retain_grad()
k.sum().backward()
k.grad
u.requires_grad = 'a'
u.requires_grad_(1)
u.register_hook(3)
torch.ones(2).register_hook(lambda g: g)
h = u.register_hook(lambda g: 'a')
u.sum().backward()
h.remove()
h = u.register_hook(lambda g: g[0])
u.sum().backward()
with torch.no_grad():
    q = u * 2
q.requires_grad
q.sum().backward()
with torch.inference_mode():
    v = torch.ones(2)
v.requires_grad_()
v * 2
v.add_(1)
v.is_inference()
@torch.no_grad()
def f(x): return x * 2
f(u).requires_grad
torch.is_grad_enabled()
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        return g, g
Sq.apply(torch.ones(2, requires_grad=True)).sum().backward()
Sq()(torch.ones(2))
Sq.forward(torch.ones(2))
class Sq2(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        return x * y
    @staticmethod
    def backward(ctx, g):
        return g
Sq2.apply(torch.ones(2, requires_grad=True), torch.ones(2)).sum().backward()
class Sq3(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
a = Sq3.apply(torch.ones(2, requires_grad=True))
a
a.sum().backward()
class Sq4(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        return g[:1]
Sq4.apply(torch.ones(2, requires_grad=True)).sum().backward()
class Sq5(torch.autograd.Function):
    def forward(self, x):
        return x
Sq5.apply(torch.ones(2, requires_grad=True))
class Sq6(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.x = x
        ctx.mark_dirty(x)
        return x.add_(1)
    @staticmethod
    def backward(ctx, g):
        return 'a'
Sq6.apply(torch.ones(2, requires_grad=True))
Sq6.apply(torch.ones(2, requires_grad=True) * 1).sum().backward()
class Sq7(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return 3
    @staticmethod
    def backward(ctx, g):
        return None
Sq7.apply(torch.ones(2, requires_grad=True))
Sq7.apply()
optim.SGD([], lr=0.1)
optim.SGD(torch.ones(2), lr=0.1)
optim.SGD([torch.ones(2)], lr=0.1)
optim.SGD([1, 2], lr=0.1)
optim.SGD([torch.ones(2, requires_grad=True)], lr=-1)
optim.SGD([torch.ones(2, requires_grad=True) * 2], lr=1)
optim.SGD([torch.ones(2, requires_grad=True)], lr=1, momentum=-1)
optim.SGD([torch.ones(2, requires_grad=True)], lr=1, nesterov=True)
optim.SGD([torch.ones(2, requires_grad=True)], lr=1, weight_decay=-1)
optim.SGD(nn.Linear(2, 2), lr=0.1)
optim.SGD({'params': []}, lr=0.1)
optim.SGD([{'lr': 1}], lr=0.1)
optim.SGD([{'params': {1, 2}}], lr=0.1)
optim.Adam([torch.ones(2, requires_grad=True)], betas=(1.0, 0.9))
optim.Adam([torch.ones(2, requires_grad=True)], betas=(0.9, 1.1))
optim.Adam([torch.ones(2, requires_grad=True)], eps=-1)
optim.Adam([torch.ones(2, requires_grad=True)], lr=-0.1)
optim.Adam([torch.ones(2, requires_grad=True)], momentum=0.9)
optim.Adam(None)
optim.Adam()
optim.AdamW([torch.ones(2, requires_grad=True)], weight_decay=-1)
optim.RMSprop([torch.ones(2, requires_grad=True)], alpha=-1)
optim.RMSprop([torch.ones(2, requires_grad=True)], momentum=-1)
optim.Adagrad([torch.ones(2, requires_grad=True)], lr_decay=-1)
optim.Adadelta([torch.ones(2, requires_grad=True)], rho=2)
optim.Adamax([torch.ones(2, requires_grad=True)], betas=(2, 1))
optim.LBFGS([{'params': [torch.ones(2, requires_grad=True)]}, {'params': [torch.ones(2, requires_grad=True)]}])
optim.LBFGS([torch.ones(2, requires_grad=True)]).step()
optim.Rprop([torch.ones(2, requires_grad=True)], etas=(2, 1))
optim.ASGD([torch.ones(2, requires_grad=True)], weight_decay=-2)
optim.NAdam([torch.ones(2, requires_grad=True)], momentum_decay=-2)
optim.RAdam([torch.ones(2, requires_grad=True)], eps=-2)
p = nn.Parameter(torch.ones(2))
o = optim.SGD([p, p], lr=0.1)
o = optim.SGD([{'params': [p]}, {'params': [p]}], lr=0.1)
o = optim.SGD([p], lr=0.1)
o.add_param_group({'params': [p]})
o.add_param_group({'params': torch.ones(2)})
o.add_param_group({'params': nn.Parameter(torch.ones(1)), 'lr': 0.5})
o
o.load_state_dict({'state': {}, 'param_groups': []})
o.load_state_dict({'state': {}})
o.load_state_dict(optim.SGD([p], lr=0.1).state_dict())
o2 = optim.SGD([{'params': [p, nn.Parameter(torch.ones(2))]}, {'params': [nn.Parameter(torch.ones(1))]}], lr=1)
o2.load_state_dict(o.state_dict())
o.state_dict()
o.step(3)
o.step(lambda: 3)
o.zero_grad(set_to_none=True)
o.param_groups[0]['lr'] = 'a'
p.grad = torch.ones(2)
o.lr
o.param_groups[3]
optim.lr_scheduler.StepLR(3, 1)
optim.lr_scheduler.StepLR(o)
optim.lr_scheduler.ExponentialLR(o)
optim.lr_scheduler.LambdaLR(o, [lambda e: 1])
optim.lr_scheduler.LambdaLR(o, 3)
optim.lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=0)
optim.lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=2, T_mult=0.5)
optim.lr_scheduler.OneCycleLR(o, max_lr=0.1)
optim.lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=-1)
optim.lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=10, pct_start=2)
optim.lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=10, anneal_strategy='x')
optim.lr_scheduler.ReduceLROnPlateau(o, factor=1.0)
optim.lr_scheduler.ReduceLROnPlateau(o, mode='x')
optim.lr_scheduler.ReduceLROnPlateau(o, threshold_mode='x')
optim.lr_scheduler.ReduceLROnPlateau(o).step()
optim.lr_scheduler.SequentialLR(optim.SGD([p], 1.), [optim.lr_scheduler.StepLR(optim.SGD([p], 1.), 1)], [1, 2])
optim.lr_scheduler.LinearLR(optim.SGD([p], 1.), end_factor=-1)
optim.lr_scheduler.ConstantLR(optim.SGD([p], 1.), factor=2)
optim.lr_scheduler.ExponentialLR(optim.SGD([p], 1.), 0.9, last_epoch=3)
s = optim.lr_scheduler.ExponentialLR(optim.SGD([p], 1.), 0.9)
s.step()
s.step()
s.step(5)
s.get_lr()
s.get_last_lr()
s.last_epoch
'''

names = {"__name__": "__main__"}
for node in ast.parse(PROGRAM).body:
    source = ast.get_source_segment(PROGRAM, node)
    print(">>>", source.splitlines()[0])
    if "torch" in names:
        names["torch"].manual_seed(node.lineno)
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "<program>", "eval"), names)
            if value is not None:
                print(value if isinstance(value, str) else repr(value))
        else:
            exec(compile(ast.Module([node], []), "<program>", "exec"), names)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).strip().split("\n")[0])
