"""einsum, products, reductions, order, promotion, comparison, NumPy. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, math, numpy as np
from torch import tensor
a = torch.arange(6.).reshape(2,3); b = torch.arange(6).reshape(3,2); x = tensor([3.,1.,2.])
torch.einsum('ij->ji',a), torch.einsum('ij->',a), torch.einsum('ii->i',torch.arange(9.).reshape(3,3)), torch.einsum('ii',torch.eye(3)), torch.einsum('i,j->ij',x,x), torch.einsum('ij,jk',a,b.float()), torch.einsum('bij,bjk->bik',torch.ones(2,2,3),torch.ones(2,3,2)), torch.einsum('...ij->...ji',torch.ones(2,2,3)).shape, torch.einsum('i,i->',x,x), torch.einsum('ij,ij->i',a,a), torch.einsum('ik,jk->ij',a,a), torch.einsum('bhqd,bhkd->bhqk',torch.ones(1,2,3,4),torch.ones(1,2,5,4)).shape, torch.einsum('ij,j->i',[a,x]), torch.einsum('a,b,c->abc',x,x,x).shape, torch.einsum('...,...->...',a,a), torch.einsum(a,[0,1],[1,0]), torch.einsum('Ab,bC->AC',a,b.float())
torch.einsum('ij,jk->ik',a,a)
torch.einsum('ij->k',a)
torch.einsum('ijk->i',a)
torch.einsum('i j, j k -> i k', a, b.float()), torch.einsum('ij,jk->ikk',a,b.float())
torch.einsum('ij',a,a)
torch.einsum('1j',a)
a@a
a@x, x@x, torch.ones(2,3,4)@torch.ones(4), torch.ones(3)@torch.ones(2,3,4), torch.ones(5,1,2,3)@torch.ones(4,3,2)
torch.mm(a,x)
torch.bmm(a,a)
torch.dot(x,a)
torch.dot(x,torch.ones(2))
tensor([1,2])@tensor([1.,2.])
torch.addmm(torch.ones(2),a,b.float()), torch.addmv(torch.ones(2),a,x), torch.addr(torch.ones(3,3),x,x), torch.baddbmm(torch.ones(1,2,2),a[None],b.float()[None]), torch.addbmm(torch.ones(2,2),a[None],b.float()[None]), torch.addmm(torch.ones(2,2),a,b.float(),beta=.5,alpha=2), torch.addcmul(x,x,x,value=2), torch.addcdiv(x,x,x,value=2), torch.lerp(x,x*2,.5), torch.lerp(x,x*2,tensor([0.,.5,1.]))
torch.linalg.norm(a), torch.linalg.norm(a,'fro'), torch.linalg.norm(a,'nuc'), torch.linalg.norm(a,2), torch.linalg.norm(a,dim=1), torch.linalg.vector_norm(a,1), torch.linalg.matrix_norm(a,float('inf')), a.norm(), a.norm(1), a.norm(dim=0,keepdim=True), a.norm(float('inf')), torch.norm(x,p=0), torch.norm(a,p='fro'), torch.norm(a,p='nuc'), torch.linalg.norm(x,float('-inf')), torch.linalg.cond(torch.eye(2)), torch.linalg.matrix_rank(a), torch.linalg.det(torch.eye(2)*2), torch.logdet(torch.eye(2)*2), torch.slogdet(torch.eye(2)*-2), torch.linalg.slogdet(torch.eye(2)*2)
torch.linalg.inv(torch.zeros(2,2))
torch.linalg.inv(a)
torch.linalg.solve(torch.zeros(2,2),torch.ones(2))
torch.linalg.cholesky(tensor([[1.,2.],[2.,1.]]))
torch.linalg.cholesky(torch.zeros(2,2))
torch.linalg.det(a)
torch.inverse(tensor([[1,2],[3,4]]))
torch.linalg.eigh(a)
torch.linalg.solve(M,torch.ones(3))
a.sum(), a.sum(0), a.sum(1,keepdim=True), a.sum((0,1)), a.sum(dtype=torch.int64), a.mean(1), a.prod(0), a.std(), a.var(unbiased=False), a.std(0), a.var(dim=1,keepdim=True), torch.std_mean(a), torch.var_mean(a,1), a.max(), a.min(), a.max(0), a.min(1), a.max(1,keepdim=True), a.argmax(), a.argmin(1), a.argmax(0,keepdim=True), a.amax(1), a.amin((0,1)), torch.aminmax(a), torch.aminmax(a,dim=0), a.median(), a.median(0), a.mode(), a.quantile(.5), a.quantile(tensor([.25,.75]),dim=1), torch.quantile(a,.5,interpolation='lower'), torch.nanquantile(tensor([1.,float('nan'),3.]),.5), a.nansum(), torch.nanmean(tensor([1.,float('nan')])), torch.nanmedian(tensor([1.,float('nan'),3.])), torch.logsumexp(a,1), a.cumsum(1), a.cumprod(0), torch.cummax(x,0), torch.cummin(x,0), torch.logcumsumexp(x,0), a.count_nonzero(), a.count_nonzero(dim=0), a.all(), a.any(1), a.bool().all(0), a.norm(), torch.dist(a,a+1), a.unique(), a.histc(3), torch.histc(x,4,0,4), x.bincount() if False else tensor([1,1,2]).bincount(), torch.bincount(tensor([0,2]),minlength=5), torch.bincount(tensor([0,1]),weights=tensor([.5,2.]))
torch.max(x,tensor([2.,2.,2.])), torch.min(x,tensor(1.5)), torch.maximum(x,tensor([2.,2.,2.])), torch.fmax(x,tensor([float('nan'),2.,2.])), torch.minimum(tensor([1,2]),tensor([2,1])), x.max(tensor([2.,2.,2.]))
torch.std(tensor([1.])), torch.var(tensor([2.]),unbiased=True), torch.std(torch.zeros(0)), torch.mean(torch.zeros(0)), torch.sum(torch.zeros(0)), torch.prod(torch.zeros(0)), torch.zeros(0,3).sum(0), torch.zeros(0,3).mean(0), torch.zeros(2,0).sum(1), torch.tensor([]).any(), torch.tensor([]).all()
torch.zeros(0).max()
torch.zeros(0).argmax()
torch.zeros(0,3).max(0)
torch.zeros(0,3).max(1)
torch.zeros(0).median()
a.max(2)
a.sum(3)
b.mean()
b.std()
a.softmax(3)
x.quantile(2.)
b.quantile(.5)
x.sort(), x.sort(descending=True), a.sort(1,descending=True), a.sort(dim=0), torch.sort(tensor([1,1,0]),stable=True), x.argsort(), x.argsort(descending=True), x.topk(2), x.topk(2,largest=False), a.topk(1,dim=0), x.kthvalue(2), a.kthvalue(1,0), torch.msort(a), tensor([True,False]).sort(), x.topk(2).values, x.topk(2).indices, tensor([3,1,2]).sort()[0]
x.topk(4)
x.kthvalue(5)
x.sort(1)
torch.unique(tensor([3,1,2,1])), torch.unique(tensor([3,1,2,1]),return_inverse=True), torch.unique(tensor([3,1,2,1]),return_counts=True), torch.unique(tensor([3,1,2,1]),sorted=True,return_inverse=True,return_counts=True), torch.unique(tensor([[1,2],[1,2]]),dim=0,return_counts=True), torch.unique_consecutive(tensor([1,1,2,1])), torch.unique(tensor([[1,0],[0,1]])), torch.unique(tensor([1.5,.5,1.5])), torch.unique(tensor([True,False])), tensor([1,1,2]).unique(return_counts=True)
tensor([2])**-1
tensor([5])//0
tensor([5])%0
tensor([5.])//0, tensor([5.])%0, tensor([0.])/0, 1/tensor([0.]), tensor([5])/0
tensor([1,2]) & tensor([3,1]), tensor([1,2]) | 4, tensor([1,2]) ^ tensor([1,1]), ~tensor([0,5]), tensor([1,2])<<2, tensor([8])>>1, tensor([True])&tensor([False]), tensor([True])|False, ~tensor([True]), tensor([True])^True, torch.logical_not(tensor([0,1])), torch.logical_and(x,tensor([0.,1.,1.])), torch.logical_or(tensor([0]),tensor([1])), torch.logical_xor(tensor([True]),tensor([True])), torch.bitwise_left_shift(tensor([1]),3)
tensor([1.])&tensor([1.])
~tensor([1.])
-tensor([True])
tensor([True])-tensor([False])
tensor([True])+tensor([True]), tensor([True])*2, tensor([True])/2, tensor([True])+1.5, tensor([True])*tensor([2.5]), tensor([1],dtype=torch.uint8)-2, tensor([200],dtype=torch.uint8)+100, tensor([127],dtype=torch.int8)+1, tensor([1],dtype=torch.int8)+tensor([1],dtype=torch.uint8), tensor([1.],dtype=torch.float16)+tensor([1.],dtype=torch.bfloat16), tensor([1.],dtype=torch.float16)*2.5, tensor([1])+tensor(1.5), tensor([1.],dtype=torch.float16)+tensor(1.5,dtype=torch.float64), tensor([1.])+tensor([1],dtype=torch.float64), tensor(1)+tensor([1],dtype=torch.int8), tensor([1],dtype=torch.int32)*1.5, (tensor([1],dtype=torch.int16)+1).dtype, (tensor([True])+tensor(1)).dtype, (tensor([1])==1.).dtype, torch.tensor([1,2.5]), torch.tensor([True,2]), torch.tensor([1,True,2.]), torch.result_type(tensor([1]),tensor(1.)), torch.promote_types(torch.int32,torch.float16), torch.can_cast(torch.float,torch.int)
x==tensor([3.,1.,0.]), x.eq(3), x.ne(1), x>1, x.lt(2), torch.ge(x,2), torch.equal(x,x), torch.allclose(x,x+1e-9), torch.isclose(x,x+1e-3), torch.isclose(x,x+1e-3,atol=1e-2), x==None, x!=None, x=='a', tensor([1,2])==tensor([1.,2.]), tensor(1)==1, (x>1)&(x<3), ((x>1)|(x<0)).sum(), torch.isreal(x), torch.isposinf(x), torch.isneginf(tensor([-math.inf]))
torch.allclose(x,x.double())
torch.equal(x,x.double()), torch.equal(x,torch.ones(2)), torch.allclose(tensor([float('nan')]),tensor([float('nan')]),equal_nan=True)
x<'a'
x+'a'
x+None
x+[1,2,3]
[1]+x
x@3
x and x
if x: pass
not tensor([0.]), bool(tensor([2])), bool(tensor(0.)), tensor([1]) and 5
torch.from_numpy([1])
torch.from_numpy(np.array(['a']))
torch.tensor(np.array(['a']))
torch.from_numpy(np.array([1],dtype=np.uint16))
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
