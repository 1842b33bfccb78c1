"""Modules: registration, hooks, containers, packing, checkpointing, autocast. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, copy, io
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
from collections import OrderedDict
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2,3); self.b = nn.ModuleList([nn.Linear(3,1), nn.Dropout(.1)]); self.register_buffer('buf', torch.ones(2)); self.p = nn.Parameter(torch.zeros(1)); self.register_buffer('np_', tensor(3), persistent=False); self.c = None; self.d = {'x': 1}
    def forward(self, x): return self.b[0](self.a(x)) + self.p
n = Net()
n
[k for k,_ in n.named_parameters()], [k for k,_ in n.named_buffers()], [k for k,_ in n.named_modules()], [k for k,_ in n.named_children()], list(n.state_dict()), len(list(n.parameters())), len(list(n.modules())), n.training, sum(p.numel() for p in n.parameters())
[k for k,_ in n.named_parameters(prefix='m', recurse=False)], [k for k,_ in n.named_modules(remove_duplicate=False)], list(n.state_dict(prefix='z.')), n.get_parameter('a.weight').shape, n.get_submodule('b.0'), n.get_buffer('buf'), n.extra_repr(), n._get_name()
n.get_submodule('zz')
n.get_parameter('a.zz')
n.get_submodule('a.weight')
n.zzz
n.a.zzz
n.forward
n(torch.ones(1))
n()
n(torch.ones(1,2), 3)
n.p = torch.ones(1)
n.p = 'x'
n.p = nn.Parameter(torch.ones(1))
n.p
n.a = 3
n.a = nn.Identity()
n.a
n.buf = 'x'
n.buf = torch.zeros(2)
n.state_dict()['buf']
del n.p
'p' in dict(n.named_parameters())
n.p
n.q
n.add_module('m', nn.ReLU())
n.m
n.add_module('m2', 3)
n.add_module('m.x', nn.ReLU())
n.add_module(3, nn.ReLU())
'm3' in n._modules, '__x' in dir(n)
class Bad(nn.Module):
    def __init__(self): self.l = nn.Linear(1,1)
Bad()
class Bad2(nn.Module):
    def __init__(self): self.p = nn.Parameter(torch.ones(1))
Bad2()
class Bad3(nn.Module):
    def __init__(self): self.x = 3
Bad3().x
nn.Module()(1)
n = Net()
n.eval().training, n.a.training, n.train().b[1].training, n.train(False).training
n.train('x')
n.requires_grad_(False)
[p.requires_grad for p in n.parameters()]
n(torch.ones(1,2)).sum().backward()
n.zero_grad(set_to_none=False)
n.a.weight.grad
n.half().a.weight.dtype, n.float().a.weight.dtype, n.double().buf.dtype, n.np_.dtype, n.to(torch.float32).buf.dtype, n.to('cpu').a.weight.device, n.type(torch.float64).a.weight.dtype, n.bfloat16().p.dtype, n.cpu().float() is n
n.to(torch.int64)
n.apply(lambda m: print(type(m).__name__) )
def init(m):
    if isinstance(m, nn.Linear): nn.init.constant_(m.weight, .5); m.bias.data.fill_(0)
n.apply(init)
n(torch.ones(1,2))
h1 = n.register_forward_pre_hook(lambda m, i: print('pre', i))
h2 = n.register_forward_hook(lambda m,i,o: print('post', o.shape))
n(torch.ones(1,2))
h1.remove()
h2.remove()
n(torch.ones(1,2)).shape
h = n.register_forward_hook(lambda m,i,o: o*0)
n(torch.ones(1,2))
h.remove()
h = n.register_forward_pre_hook(lambda m,i: (i[0]*2,))
n(torch.ones(1,2))
h.remove()
h = n.a.register_full_backward_hook(lambda m,gi,go: print('bw', [None if g is None else g.shape for g in gi], [g.shape for g in go]))
n(torch.ones(1,2)).sum().backward()
h.remove()
h = n.a.register_full_backward_hook(lambda m,gi,go: tuple(None if g is None else g*0 for g in gi))
x = torch.ones(1,2,requires_grad=True)
n(x).sum().backward()
print(x.grad)
h.remove()
acts = {}
for name, m in n.named_modules():
    if isinstance(m, nn.Linear): m.register_forward_hook(lambda mod, i, o, name=name: acts.__setitem__(name, o.detach()))
n(torch.ones(1,2))
acts
s = nn.Sequential(OrderedDict([('fc', nn.Linear(2,2)), ('act', nn.ReLU())]))
s, s.fc, s[0] is s.fc, len(s), s[:1], list(s.children())[1], s[-1]
s[0] = nn.Linear(2,5)
s[0]
s[10]
nn.Sequential(1)
nn.Sequential(nn.Linear(2,2), nn.Linear(3,1))(torch.ones(1,2))
nn.Sequential([nn.Linear(1,1)])
ml = nn.ModuleList([nn.Linear(1,1)])
ml.append(nn.ReLU())
ml.extend([nn.Tanh()])
ml.insert(0, nn.Identity())
ml, len(ml), ml[1:], ml[-1], [type(m).__name__ for m in ml], ml.pop(0) if hasattr(ml,'pop') else 0, ml + nn.ModuleList([nn.ReLU()])
ml(1)
nn.ModuleList([1])
ml.append(lambda x: x)
ml[9]
ml['a']
md = nn.ModuleDict({'a': nn.Linear(1,1)})
md['b'] = nn.ReLU()
md.update({'c': nn.Tanh()})
md, 'a' in md, list(md.keys()), [type(v).__name__ for v in md.values()], len(md), [k for k in md], md.pop('a'), list(md.items())
md['zz']
md['x'] = 3
md['a.b'] = nn.ReLU()
md(1)
pl = nn.ParameterList([nn.Parameter(torch.ones(1)), nn.Parameter(torch.zeros(2))])
pl, len(pl), pl[0], [p.shape for p in pl], list(pl.state_dict())
pl.append(nn.Parameter(torch.ones(3)))
pl[2].shape, pl
pl.append(torch.ones(1))
pl[-1]
pd = nn.ParameterDict({'a': nn.Parameter(torch.ones(1))})
pd['b'] = nn.Parameter(torch.zeros(2))
pd, list(pd.keys()), pd['a'], 'b' in pd, list(pd.state_dict())
nn.Parameter(tensor([1.,2.])), nn.Parameter(torch.ones(2), requires_grad=False).requires_grad, isinstance(nn.Parameter(torch.ones(1)), torch.Tensor), type(nn.Parameter(torch.ones(1))), type(nn.Parameter(torch.ones(1)).data), type(nn.Parameter(torch.ones(1))+1), copy.deepcopy(nn.Parameter(torch.ones(1))), nn.Parameter(torch.ones(1)).is_leaf, nn.Parameter()
nn.Parameter(torch.ones(2).long(), requires_grad=False)
sh = nn.Linear(2,2)
tied = nn.Sequential(sh, nn.ReLU(), sh)
len(list(tied.parameters())), list(tied.state_dict()), tied
m1 = nn.Linear(2,2)
m2 = copy.deepcopy(m1)
m2.weight.data.zero_()
m1.weight.abs().sum() > 0, m1.state_dict().keys() == m2.state_dict().keys()
r = m2.load_state_dict(m1.state_dict())
r, m2.weight.equal(m1.weight), r.missing_keys
m2.load_state_dict({'weight': torch.ones(2,2), 'extra': torch.ones(1)}, strict=False)
bn = nn.BatchNorm1d(2)
bn(torch.randn(4,2))
bn.running_mean.shape, bn.num_batches_tracked, bn.state_dict().keys(), bn.eval()(torch.ones(1,2)).shape
bn.reset_running_stats()
bn.running_mean, bn.reset_parameters(), bn.weight
ln = nn.LayerNorm(3)
ln(torch.arange(6.).reshape(2,3)), nn.GroupNorm(1,2)(torch.arange(4.).reshape(1,2,2)), nn.InstanceNorm1d(2)(torch.arange(4.).reshape(1,2,2)), nn.BatchNorm2d(1)(torch.arange(4.).reshape(1,1,2,2)), nn.LocalResponseNorm(2)(torch.ones(1,2,1))
class Scale(nn.Module):
    def __init__(self, k): super().__init__(); self.k = k
    def extra_repr(self): return f'k={self.k}'
    def forward(self, x): return x*self.k
nn.Sequential(Scale(2), nn.Sequential(Scale(3)))
class Outer(nn.Module):
    def __init__(self): super().__init__(); self.x = nn.Sequential(Scale(1), nn.ModuleDict({'q': Scale(2)})); self.y = Scale(5)
    def extra_repr(self): return 'hello'
Outer()
nn.utils.parameters_to_vector(nn.Linear(1,1).parameters()).shape
wn = nn.utils.weight_norm(nn.Linear(2,2))
[k for k,_ in wn.named_parameters()], wn, wn(torch.ones(1,2)).shape, nn.utils.remove_weight_norm(wn), [k for k,_ in wn.named_parameters()]
from torch.nn.utils import parametrize, parametrizations
class Sym(nn.Module):
    def forward(self, X): return X.triu() + X.triu(1).T
l = nn.Linear(2,2)
l, l.weight, parametrize.is_parametrized(l), list(dict(l.named_parameters()))
parametrize.remove_parametrizations(l, 'weight')
l, l.weight
parametrizations.orthogonal(nn.Linear(2,2)).weight.shape
from torch.nn.utils import prune
pr = nn.Linear(3,2)
prune.l1_unstructured(pr, 'weight', amount=.5)
pr.weight_mask, list(pr.state_dict()), prune.is_pruned(pr)
prune.remove(pr,'weight')
list(pr.state_dict())
nn.utils.rnn.pad_sequence([torch.ones(2), torch.ones(3)]), nn.utils.rnn.pad_sequence([torch.ones(2,1), torch.ones(3,1)], batch_first=True, padding_value=-1).shape
ps = nn.utils.rnn.pack_padded_sequence(torch.arange(6.).reshape(2,3,1), [3,2], batch_first=True)
ps, nn.utils.rnn.pad_packed_sequence(ps, batch_first=True)
nn.utils.rnn.pack_padded_sequence(torch.arange(6.).reshape(2,3,1), [2,3], batch_first=True)
nn.utils.rnn.pack_padded_sequence(torch.arange(6.).reshape(2,3,1), [2,3], batch_first=True, enforce_sorted=False)
nn.utils.rnn.pack_sequence([torch.ones(3), torch.ones(2)])
nn.utils.rnn.pack_padded_sequence(torch.ones(2,3,1), [3,0], batch_first=True)
lstm = nn.LSTM(1,2,batch_first=True)
o, (h,c) = lstm(ps)
o.data.shape, h, nn.utils.rnn.pad_packed_sequence(o, batch_first=True)[1]
nn.utils.clip_grad_norm_([], 1.)
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
x = torch.ones(2, requires_grad=True)
y = checkpoint(lambda t: t**2, x)
y.sum().backward()
y, x.grad
checkpoint_sequential(nn.Sequential(nn.Linear(2,2), nn.ReLU(), nn.Linear(2,1)), 2, torch.ones(1,2,requires_grad=True)).shape
with torch.autocast('cpu', dtype=torch.bfloat16): y = nn.Linear(2,2)(torch.ones(1,2)); z = torch.ones(2,2)@torch.ones(2,2); w = (torch.ones(2)+1); e = torch.exp(torch.ones(2)); s = F.softmax(z, 1); print(y.dtype, z.dtype, w.dtype, e.dtype, s.dtype, torch.is_autocast_enabled(), torch.is_autocast_cpu_enabled())
with torch.autocast('cpu', enabled=False): print((torch.ones(2,2)@torch.ones(2,2)).dtype)
torch.cuda.amp.GradScaler().is_enabled(), torch.cuda.amp.GradScaler(enabled=False).scale(torch.ones(1)), torch.cuda.is_available(), torch.cuda.device_count(), torch.backends.cudnn.is_available(), torch.backends.mps.is_available()
torch.cuda.current_device()
torch.device('cuda'), torch.device('cuda:1'), torch.device('cpu').type, torch.device('cuda',1).index, torch.device('cpu') == torch.device('cpu',0), torch.device('cuda', index=0), str(torch.device('cpu')), torch.device(torch.device('cpu')), torch.device(0) if False else 0
torch.__version__.split('.')[0] in '12', torch.get_num_threads() > 0, torch.is_grad_enabled(), torch.are_deterministic_algorithms_enabled(), torch.use_deterministic_algorithms(True), torch.are_deterministic_algorithms_enabled(), torch.use_deterministic_algorithms(False), torch.set_num_threads(1), torch.get_num_threads(), torch.typename(torch.ones(1)), torch.typename(nn.Linear(1,1)), torch.is_tensor(1), torch.is_storage(1)
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
