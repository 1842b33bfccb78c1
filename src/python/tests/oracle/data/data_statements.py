"""Datasets, samplers, loaders, collation, saving and loading. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, copy, io, os, pickle
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
from torch.utils.data import default_collate
import numpy as np
from collections import namedtuple
ds = TensorDataset(torch.arange(10).float().reshape(10,1), torch.arange(10))
len(ds), ds[3], ds[-1], ds[2:5]
ds[10]
TensorDataset(torch.ones(2), torch.ones(3))
list(DataLoader(ds, batch_size=4))
[b[1].tolist() for b in DataLoader(ds, batch_size=3, shuffle=True)]
[b[1].tolist() for b in DataLoader(ds, batch_size=3, shuffle=True, drop_last=True)]
g = torch.Generator().manual_seed(5)
[b[1].tolist() for b in DataLoader(ds, batch_size=3, shuffle=True, generator=g)]
dl = DataLoader(ds, batch_size=4, shuffle=True)
[[b[1].tolist() for b in dl] for _ in range(2)], torch.rand(1)
Subset(ds, [1,3])[1], len(Subset(ds,[1,3]))
c = ConcatDataset([ds, Subset(ds,[0])])
len(c), c[10], c[-1], c.cumulative_sizes
(ds + ds)[15]
c[20]
ConcatDataset([])
class It(IterableDataset):
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
list(DataLoader(It(5), batch_size=2)), list(DataLoader(It(5), batch_size=2, drop_last=True)), list(DataLoader(It(3), batch_size=None))
len(DataLoader(It(5)))
DataLoader(It(5), shuffle=True)
list(DataLoader(ChainDataset([It(2), It(3)]), batch_size=5))
class D(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i): return {'x': tensor([i, i]), 'y': float(i), 's': str(i), 'l': [i, i+1], 't': (i, np.float32(i)), 'n': np.arange(2)+i}
next(iter(DataLoader(D(), batch_size=2)))
next(iter(DataLoader(D(), batch_size=None)))
next(iter(DataLoader(D())))
Dataset() + ds
len(Dataset())
class Bare(Dataset): pass
DataLoader([1,2,3], batch_size=2).dataset
list(DataLoader([1,2,3])), list(DataLoader([1.5,2.5], batch_size=2)), list(DataLoader(['a','b'], batch_size=2)), list(DataLoader(torch.eye(3), batch_size=2)), list(DataLoader(np.eye(2), batch_size=2))
list(DataLoader([(1,'a'),(2,'b')], batch_size=2)), list(DataLoader([{'a':1},{'a':2}], batch_size=2))
list(DataLoader([None], batch_size=1))
list(DataLoader([tensor([1]), tensor([1,2])], batch_size=2))
list(DataLoader([[1],[1,2]], batch_size=2))
list(DataLoader([object()], batch_size=1))
DataLoader(ds, batch_size=0)
DataLoader(ds, batch_size=-1)
DataLoader(ds, batch_size=2, batch_sampler=BatchSampler(SequentialSampler(ds),2,False))
DataLoader(ds, shuffle=True, sampler=RandomSampler(ds))
DataLoader(ds, batch_size=None, drop_last=True)
DataLoader(ds, num_workers=-1)
DataLoader(ds, timeout=-1)
DataLoader(ds, persistent_workers=True)
dl = DataLoader(ds, batch_size=4)
dl.batch_size = 3
next(iter(dl))[0].shape
it = iter(dl)
len(it)
list(DataLoader(ds, batch_sampler=BatchSampler(SequentialSampler(range(5)), 2, drop_last=True)))
list(SequentialSampler(range(3))), list(BatchSampler(SequentialSampler(range(5)), 2, False)), len(BatchSampler(SequentialSampler(range(5)), 2, True))
list(RandomSampler(range(5))), list(RandomSampler(range(5), replacement=True, num_samples=7)), list(RandomSampler(range(5), num_samples=3)), len(RandomSampler(range(5)))
list(SubsetRandomSampler([4,5,6])), list(WeightedRandomSampler([.1,.9,.5], 5)), list(WeightedRandomSampler([1.,2.,3.], 3, replacement=False)), list(WeightedRandomSampler(torch.tensor([0.,1.]), 4))
RandomSampler(range(0))
RandomSampler(range(5), num_samples=-1)
RandomSampler(range(5), replacement=1)
BatchSampler(SequentialSampler(range(5)), 0, False)
BatchSampler(SequentialSampler(range(5)), 2, 1)
WeightedRandomSampler([1.,2.], -1)
class Rev(Sampler):
    def __init__(self, d): self.d = d
    def __iter__(self): return iter(range(len(self.d)-1,-1,-1))
    def __len__(self): return len(self.d)
[b[1].tolist() for b in DataLoader(ds, batch_size=4, sampler=Rev(ds))]
def pad(batch): return nn.utils.rnn.pad_sequence([torch.ones(n) for n in batch], batch_first=True), tensor(batch)
list(DataLoader([1,3,2], batch_size=2, collate_fn=pad))
default_collate([tensor([1]), tensor([2])]), default_collate([1,2]), default_collate([1.,2]), default_collate([(1,2.),(3,4.)]), default_collate([{'a':1,'b':'x'},{'a':2,'b':'y'}]), default_collate([np.float64(1.), np.float64(2.)]), default_collate([True, False]), default_collate([b'a',b'b'])
PT = namedtuple('PT','x y')
default_collate([PT(1,2),PT(3,4)])
default_collate([])
default_collate([[1,2],[3,4]])
torch.utils.data.get_worker_info()
def wi(i): print('init', i)
list(DataLoader([1,2], num_workers=0, worker_init_fn=wi))
class Logged(Dataset):
    def __len__(self): return 3
    def __getitem__(self, i):
        print('get', i); return i
for b in DataLoader(Logged(), batch_size=2): print(b)
class Boom(Dataset):
    def __len__(self): return 3
    def __getitem__(self, i): raise KeyError('boom')
list(DataLoader(Boom()))
dl = DataLoader(ds, batch_size=5, shuffle=False)
[ (i, x.sum().item(), y.float().mean().item()) for i,(x,y) in enumerate(dl)]
[d for d in DataLoader(range(6), batch_size=2, shuffle=True)]
torch.initial_seed()
buf = io.BytesIO()
torch.save({'a': torch.ones(2), 'b': [1,'x', tensor(3)], 'c': nn.Parameter(torch.zeros(1))}, buf)
buf.seek(0)
torch.load(buf)
net = nn.Sequential(nn.Linear(2,2), nn.BatchNorm1d(2))
torch.save(net.state_dict(), 'a.pt')
list(torch.load('a.pt').keys()), os.path.exists('a.pt')
net2 = nn.Sequential(nn.Linear(2,2), nn.BatchNorm1d(2))
net2.load_state_dict(torch.load('a.pt'))
net2.load_state_dict({'0.weight': torch.ones(2,2)})
net2.load_state_dict({'0.weight': torch.ones(2,2)}, strict=False)
net2.load_state_dict({'0.weight': torch.ones(3,2)}, strict=False)
net2.load_state_dict([1])
torch.save(net, 'b.pt')
x = torch.randn(3)
pickle.loads(pickle.dumps(x)).equal(x), copy.deepcopy(x).equal(x), copy.copy(x) is x
v = torch.arange(6.)
d = {'v': v, 'w': v[2:4]}
torch.save(d, 'c.pt')
e = torch.load('c.pt')
e['w'].zero_()
e['v']
torch.save(tensor([1,2],dtype=torch.int16).t(), 'd.pt')
torch.load('d.pt'), torch.load('d.pt', map_location='cpu'), torch.load('d.pt', map_location=torch.device('cpu'))
torch.load(io.BytesIO(b''))
torch.save(torch.ones(1), '/nonexistent/a.pt')
p = pickle.dumps(net)
pickle.loads(p)[0].weight.equal(net[0].weight)
sd = net.state_dict()
sd['0.weight'].zero_()
net[0].weight
n3 = copy.deepcopy(net)
n3[0].weight.data.fill_(7)
net[0].weight[0,0].item()
opt = torch.optim.Adam(net.parameters())
net(torch.randn(4,2)).sum().backward()
opt.step()
torch.save({'m': net.state_dict(), 'o': opt.state_dict(), 'e': 3}, 'f.pt')
ck = torch.load('f.pt')
ck['e'], list(ck['o']['state'][0]), ck['o']['param_groups'][0]['lr']
torch.save(ds, 'g.pt')
m = nn.Linear(1,1)
m.load_state_dict({'weight': tensor([[1.]]), 'bias': tensor([2.])}), m.weight, m.bias
m.load_state_dict({'weight': tensor([1.]), 'bias': tensor([2.])})
m.load_state_dict({'w': 1}, strict=True)
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
