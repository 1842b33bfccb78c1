"""Indexing, assignment and the refusals of index_*, scatter, gather and masks. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
from torch import tensor
x = torch.arange(12).reshape(3,4)
x[0], x[-1], x[0,0], x[:,1], x[1:,2:], x[::2], x[:, ::3], x[...,0], x[None], x[:,None].shape, x[...,None].shape, x[0,...], x[()], x[True].shape, x[False].shape, x[tensor(1)], x[tensor(1),tensor(2)], x[[0,2]], x[[0,2],[1,3]], x[:,[0,0]], x[tensor([[0,1],[2,0]])].shape, x[x>5], x[x%2==0], x[tensor([True,False,True])], x[:,tensor([True,False,False,True])], x[1,x[1]>5], x[[True,False,True]], x[range(2)], x[(0,1)], x[[0],:], x[1:1], x[5:], x[-2:], x[:-1], x[0:3:2, 1:4:2], x[tensor([-1,0])], x[..., -1], x[..., 1:2], x[:, -1:], x[0][1], x[slice(0,2)], x[tensor([], dtype=torch.long)]
x[x.numel()-10], x[tensor([0,1]),:2], x[:2,tensor([1,2])], x[None,0,None], x[[[0,1],[1,2]]]
x[3]
x[0,4]
x[0,0,0]
x[::-1]
x[1.5]
x['a']
x[[0,3]]
x[tensor([0,-4])]
x[tensor([True,False])]
x[:,tensor([[True]])]
x[tensor([0,1]),tensor([0,1,2])]
x[...,...]
x[None,None,0,0,0]
x[{}]
x[None:2]
x[0:1.5]
y = torch.zeros(3,4); y[0]=1; y[1,2]=5; y[:,0]=9; y
y[y==9]=-1; y
y[[0,1],[1,1]]=tensor([7.,8.]); y
y[tensor([0,0])]=tensor([1.,2.,3.,4.]); y
y[1:]=torch.ones(2,4)*3; y
y[:,1]=tensor([1.,2.,3.]); y
y[...,3]=tensor(6); y
y[0,:]=[1,2,3,4]
y[0]=tensor([1.,2.])
y[:, :2]=torch.ones(3,3)
y[5]=1
y[y>100]=tensor([1.,2.])
y[y>0]=tensor([1.,2.])
y[None,0]=5; y[0]
y[0,0]='a'
y[0,0]=None
y[0,0]=tensor([1,2])
y[0,0]=tensor([[4.]]); y[0,0]
y[0]+=1; y[0]*=2; y[:,1]-=5; y
y[x>5]+=10; y
y[[0,0,1],[0,0,1]]+=1; y
y[tensor([True,False,True]),1:]=0; y
y[tensor([0,2]),tensor([1,3])]=tensor(1,dtype=torch.int64); y
y[::2,::2]=tensor([[1,2],[3,4]]); y
y[True]=3.; y
z = torch.zeros(2,3,4); z[:,0]=tensor([1.,2,3,4]); z[0,[0,2]]=5; z[1,:,[0,3]]=7; z
z[:,[0,1],tensor([1,2])].shape, z[[0,1],:,[1,2]].shape, z[0,:,[1,2]].shape, z[:,tensor([[0],[1]]),tensor([0,1])].shape, z[z>4].shape, z[:,z[0]>4].shape, z[tensor([True,False])].shape, z[...,tensor([0])].shape, z[None,...,0].shape, z[0,None,:,1].shape
torch.zeros(2,2)[torch.ones(2,2,dtype=torch.bool)], torch.ones(2,2)[torch.zeros(2,2,dtype=torch.bool)]
i = torch.arange(3); i[0]=1.9; i
i[1]=True; i[2]=tensor(7.7); i
i[0]=float('nan')
i[0]=2**40; i
b = torch.zeros(2,dtype=torch.bool); b[0]=5; b[1]=0.0; b
u = torch.zeros(2,dtype=torch.uint8); u[0]=255; u[1]=-1; u
u[0]=300; u
for row in x: print(row, row.sum())
for a, b in zip(x[0], x[1]): print(a.item(), b)
list(x[0]), [v.item() for v in x[1]], len(x), x.__len__(), list(enumerate(x[2])), sum(x[0]), max(x[0]), min(x[0]), sorted(x[0], reverse=True), 5 in x, 50 in x, tensor(5) in x, x[0] in x, reversed(x), any(x[0]>2), all(x[0]>=0)
a,b,c = x; a, c
first, *rest = x; len(rest)
torch.tensor(3)[0]
torch.tensor(3)[...], torch.tensor(3)[None], torch.tensor(3)[()], tensor(3)[True]
for v in torch.tensor(3): pass
torch.select(x,0,1), x.select(1,-1), x.narrow(1,1,2), x.narrow(0,-2,1), torch.index_select(x,1,tensor([0,2])), x.index_select(0,tensor([2,2])), x.take(tensor([[0,5],[11,-1]])), torch.masked_select(x,x>8), x.gather(1,tensor([[0],[1],[2]])), x.diagonal(), x.unbind(1), x.split(2), x.split([1,2]), x.chunk(2,1), x.chunk(5), torch.tensor_split(x,2), torch.tensor_split(x,(1,3),dim=1), torch.hsplit(x,2), torch.vsplit(x,[1]), x.unfold(1,2,2)
x.narrow(1,3,2)
x.select(2,0)
x.select(0,5)
x.index_select(0,tensor([3]))
x.index_select(0,tensor([[0]]))
x.index_select(0,tensor([0.]))
x.gather(1,tensor([[4]]))
x.gather(1,tensor([0]))
x.gather(1,tensor([[0.]]))
x.take(tensor([12]))
x.split([1,1])
x.split(0)
x.split(-1)
x.chunk(0)
torch.hsplit(x,3)
x.unfold(0,4,1)
x.masked_fill(x>5,0), x.masked_fill(x>5,-1.5), x.float().masked_fill(x>5,float('-inf')), x.masked_fill(tensor([True,False,True,False]),9)
x.masked_fill(x>5,tensor([1,2]))
x.float().masked_scatter(x%2==0, torch.arange(10.)*10)
torch.zeros(3,5).scatter_(1,tensor([[0],[2],[4]]),1), torch.zeros(3,5).scatter_(1,tensor([[0,1],[2,3],[4,0]]),torch.ones(3,2)*7), torch.zeros(2,3).scatter_add_(1,tensor([[0,0],[2,2]]),torch.ones(2,2)), torch.zeros(2,3).scatter(0,tensor([[1,0,1]]),5.), torch.ones(2,3).scatter_(1,tensor([[0],[1]]),3.,reduce='multiply'), torch.ones(2,3).scatter_(1,tensor([[0],[1]]),3.,reduce='add')
torch.zeros(3,5).scatter_(1,tensor([[5]]),1)
torch.zeros(3,5).scatter_(1,tensor([0]),1)
torch.zeros(3,5).scatter_(1,tensor([[0]]),torch.ones(1,1,dtype=torch.long))
torch.zeros(3,5).scatter_(1,tensor([[0.]]),1)
torch.zeros(3).index_add_(0,tensor([0,0,2]),tensor([1.,2,3])), torch.zeros(3).index_copy_(0,tensor([2,0]),tensor([5.,6])), torch.zeros(3).index_fill_(0,tensor([0,2]),-1), torch.zeros(2,2).index_put_((tensor([0,1]),tensor([1,0])),tensor([3.,4])), torch.zeros(3).index_put((tensor([0,0]),),tensor(1.),accumulate=True), torch.zeros(3).put_(tensor([0,2]),tensor([1.,2.])), torch.zeros(3).index_put_((tensor([0,0]),),tensor([1.,2.]),accumulate=True)
torch.zeros(3).index_add_(0,tensor([0,1]),tensor([1.,2,3]))
torch.zeros(3).index_add_(0,tensor([5]),tensor([1.]))
torch.zeros(3).index_fill_(0,tensor([0.]),-1)
torch.where(x>5), torch.where(x>5,x,0), torch.where(x>5,1.,0.), torch.where(x>5,x,-x.float()), torch.where(tensor([True,False]),tensor([1,2]),tensor([10,20])), torch.where(x>5,tensor(1),tensor(0)).dtype, torch.where(x>5, 1, 0).dtype
torch.where(x,x,0)
torch.where(x>5,torch.ones(2),x)
torch.nonzero(tensor([0,1,0,2])), torch.nonzero(tensor(1)), torch.nonzero(tensor(0)), torch.nonzero(torch.zeros(2,2)), torch.argwhere(x>9), tensor([[0,1],[1,0]]).nonzero(as_tuple=True), torch.nonzero(tensor([0,1]),as_tuple=False), (x>9).nonzero().tolist(), (x > 100).nonzero().numel(), (x==7).nonzero().squeeze()
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
