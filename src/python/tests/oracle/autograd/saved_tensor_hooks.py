import torch
from torch import nn
x=torch.arange(4.,requires_grad=True)
log=[]
def pack(t): log.append(tuple(t.shape)); return t.tolist()
def unpack(v): log.append('un'); return torch.tensor(v)
with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
    y=(x*x).sum()+x.exp().sum()
print(log); y.backward(); print(log, x.grad)
w=nn.Linear(3,2)
with torch.autograd.graph.save_on_cpu():
    l=w(torch.ones(5,3)).pow(2).sum()
l.backward(); print(w.weight.grad.shape)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: 3):
    y=(x*x).sum()
try: y.backward()
except TypeError as e: print(e)
