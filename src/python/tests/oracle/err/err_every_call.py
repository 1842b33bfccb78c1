"""Wrong arguments to tensors and functions. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
import copy
torch.ones(2,3) @ torch.ones(2,3)
torch.ones(3) @ torch.ones(4)
torch.mm(torch.ones(2,3), torch.ones(4,5))
torch.mm(torch.ones(2), torch.ones(4,5))
torch.bmm(torch.ones(2,3,4), torch.ones(2,3,4))
torch.bmm(torch.ones(2,3), torch.ones(2,3,4))
torch.dot(torch.ones(2), torch.ones(3))
torch.dot(torch.ones(2,2), torch.ones(2,2))
torch.matmul(torch.ones(2,3,4), torch.ones(3,4,5))
torch.matmul(tensor(1.), tensor(2.))
torch.cat([torch.ones(2,3), torch.ones(3,2)])
torch.cat([torch.ones(2,3), torch.ones(2)])
torch.cat([])
torch.stack([torch.ones(2), torch.ones(3)])
torch.stack([])
torch.cat([torch.ones(2), 3])
torch.ones(6).view(4)
torch.ones(6).reshape(4, -1)
torch.ones(6).reshape(-1, -1)
torch.ones(6).view(-2, 3)
torch.ones(2,3).t().view(6)
torch.ones(2,3,4).t()
torch.ones(2,3).permute(0)
torch.ones(2,3).permute(0,0)
torch.ones(2,3).transpose(0,2)
torch.ones(2,3).squeeze(3)
torch.ones(2,3).unsqueeze(4)
torch.ones(2,3).sum(2)
torch.ones(2,3).sum((0,0))
torch.ones(2,3).mean(dim=-3)
torch.ones(2, dtype=torch.int64).mean()
torch.ones(2, dtype=torch.int64).std()
torch.ones(2, dtype=torch.bool).mean()
torch.tensor([]).max()
torch.tensor([]).argmax()
torch.tensor([]).min(0)
torch.tensor([[1,2],[3]])
torch.tensor([[1,2],3])
torch.tensor("abc")
torch.tensor(["a","b"])
torch.tensor(None)
torch.tensor([None])
torch.tensor({})
torch.tensor([1, "a"])
torch.tensor(2**70)
torch.ones(3)[3]
torch.ones(3)[-4]
torch.ones(3)[0,0]
torch.ones(3)[1.0]
torch.ones(3)["a"]
torch.ones(3)[[0,5]]
torch.ones(3)[tensor([0,5])]
torch.ones(3)[tensor([True, False])]
torch.ones(2,3)[:, tensor([True, False])]
torch.ones(3)[::-1]
torch.ones(3)[::0]
tensor(3)[0]
len(tensor(3))
list(tensor(3))
bool(torch.ones(3))
bool(torch.ones(0))
if torch.ones(2) > 0: pass
torch.zeros(2,-1)
torch.arange(0, 5, -1)
torch.arange(5, 0)
torch.linspace(0,1,-1)
torch.eye(-1)
torch.randint(5,2,(2,))
torch.randint(0,5)
torch.rand(2, dtype=torch.int64)
torch.randn(2, dtype=torch.int64)
torch.normal(0., -1., (2,))
torch.multinomial(tensor([0.,0.]), 1)
torch.multinomial(tensor([1.,2.]), 3)
torch.multinomial(tensor([1.,-2.]), 1)
torch.multinomial(torch.ones(2,2,2), 1)
torch.bernoulli(tensor([2.]))
torch.ones(2).bernoulli_(1.5)
torch.ones(2).uniform_(2, 1)
torch.ones(2).normal_(0, -1)
torch.ones(2).exponential_(-1)
torch.ones(2).geometric_(0.)
torch.where(torch.ones(2), torch.ones(2), torch.zeros(2))
torch.where(tensor([True,False]), torch.ones(2), torch.zeros(3))
torch.gather(torch.ones(2,2), 0, tensor([[5,0]]))
torch.gather(torch.ones(2,2), 0, tensor([0]))
torch.gather(torch.ones(2,2), 0, tensor([[0.]]))
torch.gather(torch.ones(2,2), 0, tensor([[0,0,0]]))
torch.gather(torch.ones(2,2), 2, tensor([[0]]))
torch.zeros(2,2).scatter_(0, tensor([[5,0]]), 1.)
torch.zeros(2,2).scatter_(1, tensor([[3,0]]), torch.ones(1,2))
torch.zeros(2,2).scatter_(1, tensor([[0,0],[1,1]]), torch.ones(1,2))
torch.zeros(2,2).scatter_(1, tensor([[0.]]), 1.)
torch.zeros(2,2).scatter_(1, tensor([[0]]), torch.ones(1,1).long())
torch.zeros(2,2).scatter_add_(1, tensor([[-1]]), torch.ones(1,1))
torch.index_select(torch.ones(2,2), 0, tensor([2]))
torch.index_select(torch.ones(2,2), 0, tensor([[0]]))
torch.index_select(torch.ones(2,2), 0, tensor([0.]))
torch.index_select(torch.ones(2,2), 2, tensor([0]))
torch.ones(2).masked_fill(tensor([True,False,True]), 0.)
torch.take(torch.ones(2), tensor([3]))
torch.topk(torch.ones(3), 4)
torch.ones(3).topk(2, dim=1)
torch.kthvalue(torch.ones(3), 4)
torch.ones(3).sort(1)
torch.split(torch.ones(5), [2,2])
torch.split(torch.ones(5), -1)
torch.chunk(torch.ones(5), 0)
torch.ones(2,3).expand(3)
torch.ones(2,3).expand(2,4)
torch.ones(2,3).expand(-1,2,3)
torch.ones(2,3).repeat(2)
torch.ones(3).narrow(0,1,5)
torch.ones(3).unfold(0,4,1)
torch.ones(2).add_(torch.ones(2,2))
torch.ones(2).long().add_(1.5)
torch.ones(2).long().div_(2)
torch.ones(2, dtype=torch.int64).sqrt_()
torch.ones(2).copy_(torch.ones(3))
torch.ones(2).fill_(torch.ones(2))
torch.ones(2).fill_("a")
tensor([1,2]) / 0
tensor([1,2]) // 0
tensor([1,2]) % 0
tensor([True]) - tensor([True])
-tensor([True])
~tensor([1.])
tensor([1.]) & tensor([1.])
tensor([1.]) << 1
tensor([1]) << tensor([1.])
tensor([2]) ** -1
tensor([2]) ** tensor([-1])
torch.ones(2) + "a"
"a" + torch.ones(2)
torch.ones(2) + None
torch.ones(2) * [1,2]
torch.ones(2) < "a"
torch.ones(2) == "a"
torch.ones(2) == None
torch.add(1, 2)
torch.add(torch.ones(2), "x")
torch.sin(1.0)
torch.exp("a")
torch.relu(1)
torch.sum([1,2])
torch.mean([1.0])
torch.max(tensor([1,2]), dim=3)
torch.clamp(torch.ones(2))
torch.ones(2).clamp("a")
torch.einsum('ij,jk->ik', torch.ones(2,3), torch.ones(2,3))
torch.einsum('ij,jk', torch.ones(2,3))
torch.einsum('i->ij', torch.ones(2))
torch.einsum('ijk', torch.ones(2,3))
torch.inverse(torch.zeros(2,2))
torch.linalg.inv(torch.ones(2,3))
torch.linalg.solve(torch.zeros(2,2), torch.ones(2))
torch.linalg.cholesky(-torch.eye(2))
torch.linalg.det(torch.ones(2,3))
torch.linalg.eigh(torch.ones(2,3))
torch.cross(torch.ones(2), torch.ones(2))
torch.trace(torch.ones(2))
torch.diag(torch.ones(2,2,2))
torch.outer(torch.ones(2,2), torch.ones(2))
torch.ones(2).to("cuda")
torch.ones(2, device="cuda")
torch.ones(2).cuda()
torch.device("cuda:-1")
torch.ones(2, dtype=float)
torch.nn.Foo
torch.ones(2, requires_grad=True).numpy()
torch.ones(2, requires_grad=True).tolist()
torch.set_default_dtype(torch.int64)
torch.set_default_dtype("a")
torch.manual_seed("a")
torch.Generator().manual_seed(1.5)
torch.from_numpy([1])
torch.from_numpy(1)
torch.as_tensor("a")
torch.load("nonexistent.pt")
torch.bincount(tensor([-1]))
torch.bincount(tensor([[1]]))
torch.histc(tensor([1,2]))
torch.cumsum(torch.ones(2), 1)
torch.flip(torch.ones(2), [1])
torch.flip(torch.ones(2,2), [0,0])
torch.roll(torch.ones(2,2), (1,1))
torch.unbind(tensor(1))
torch.quantile(torch.ones(2), 1.5)
torch.quantile(tensor([1,2]), .5)
torch.searchsorted(tensor([[1,2]]), tensor([1]))
torch.bucketize(tensor([1]), tensor([[1]]))
torch.one_hot
F.one_hot(tensor([3]), 2)
F.one_hot(tensor([-1]))
F.one_hot(tensor([1.]))
torch.Size([2,3]) + [1]
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
