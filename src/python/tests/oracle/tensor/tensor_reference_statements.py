"""The reference page of torch, function by function. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
import numpy as np, math
a = torch.arange(12.).reshape(3,4)
b = tensor([[2.,1.],[1.,3.]])
torch.svd(b), torch.qr(b), torch.cholesky(b), torch.det(b), torch.logdet(b), torch.slogdet(b), torch.inverse(b), torch.pinverse(b), torch.trace(b), torch.matrix_exp(b), torch.lu(b) if False else 0, torch.triangular_solve(torch.ones(2,1), b) , torch.cholesky_inverse(torch.cholesky(b)), torch.cholesky_solve(torch.ones(2,1), torch.cholesky(b)), torch.linalg.inv(torch.stack([b,b*2])), torch.linalg.det(torch.stack([b,b*2]))
torch.linalg.inv(torch.zeros(2,2))
torch.linalg.cholesky(tensor([[1.,2.],[2.,1.]]))
torch.linalg.solve(torch.zeros(2,2), torch.ones(2))
torch.linalg.inv(torch.ones(3))
torch.linalg.lstsq(tensor([[1.,1.],[1.,2.],[1.,3.]]), tensor([[1.],[2.],[2.]]))
torch.linalg.matrix_rank(torch.ones(3,3)), torch.linalg.pinv(tensor([[1.,2.],[3.,4.],[5.,6.]])), torch.linalg.cond(b, 1)
torch.einsum('bij,bjk->bik', torch.ones(2,3,4), torch.ones(2,4,5)).shape, torch.einsum('ij->ji', b), torch.einsum('ij->', b), torch.einsum('ij->i', b), torch.einsum('ii->i', b), torch.einsum('i,i->', b[0], b[1]), torch.einsum('...ij->...ji', a[None]).shape, torch.einsum('bhqd,bhkd->bhqk', torch.ones(1,2,3,4), torch.ones(1,2,5,4)).shape, torch.einsum('ij,ij->ij', b, b), torch.einsum('i,j->ij', b[0], b[0]), torch.einsum('bn,anm,bm->ba', torch.ones(2,3), torch.ones(4,3,5), torch.ones(2,5)), torch.einsum('ab,bc,cd', b, b, b), torch.einsum(b, [0,1], b, [1,2], [0,2])
torch.nn.functional.one_hot(tensor([0,2]),3), F.one_hot(tensor([[1]])), torch.eye(3)[[0,2]]
torch.nanmean(tensor([1.,float('nan')])), torch.nansum(tensor([[1.,float('nan')]]),1), torch.nanquantile(tensor([1.,float('nan'),3.]),.5), torch.nanmedian(tensor([[1.,float('nan'),3.]]),1), torch.tensor([1.,float('nan')]).nan_to_num(0.), torch.isnan(tensor([float('nan')])).any(), torch.isreal(tensor([1.])), torch.isposinf(tensor([float('inf')])), torch.isneginf(tensor([float('inf')]))
torch.cummax(tensor([1,3,2]),0), torch.cummin(tensor([1.,3,2]),0), torch.logcumsumexp(tensor([1.,2.]),0), torch.cumsum(tensor([True,True]),0), torch.cumprod(tensor([1,2,3]),0), torch.cumulative_trapezoid(tensor([1.,2.])), torch.diff(tensor([1,3,6]),n=2), torch.diff(tensor([1,3]),prepend=tensor([0]))
torch.quantile(a, tensor([.25,.75]), dim=1, keepdim=True).shape, torch.quantile(a,.5,interpolation='lower'), torch.quantile(a,.5,interpolation='midpoint'), torch.median(a), torch.median(a,dim=1,keepdim=True), torch.mode(tensor([1,2,2,3])), torch.std(a,dim=(0,1)), torch.var(a,unbiased=False), torch.std(a,1,keepdim=True), a.std(correction=0) if False else 0, torch.var_mean(a,dim=0), torch.histc(tensor([1.,2,1]),bins=4,min=0,max=3), torch.histogram(tensor([1.,2,1]),bins=4,range=(0.,3.),density=True)
torch.tensor([3.]).std()
torch.bincount(tensor([1,1,3]),minlength=6), torch.bucketize(tensor([[1,4]]),tensor([1,3,5]),right=True), torch.searchsorted(tensor([1,3,5]),3), torch.searchsorted(tensor([1,3,5]),tensor([2,3]),side='right'), torch.isin(tensor([1,2]),2), torch.isin(tensor([1,2]),tensor([2]),invert=True), torch.unique(tensor([[1,2],[2,1]])), torch.unique(tensor([2,1,2]),return_counts=True), torch.unique(tensor([3,1,2]),sorted=False).sort().values, torch.tensor([1,1,2]).unique_consecutive()
torch.triu(torch.ones(3,3),1).bool(), torch.tril(torch.ones(2,3,3),-1)[0], torch.triu_indices(3,3), torch.tril_indices(2,3,offset=1), torch.diag(tensor([1,2]),-1), torch.diagonal(a,offset=-1), torch.diag_embed(tensor([1.,2]),offset=1), torch.diagflat(tensor([[1,2],[3,4]])), a.diagonal().sum(), torch.block_diag(b,torch.ones(1,2)), torch.vander(tensor([1,2,3]),N=2,increasing=True), torch.cartesian_prod(tensor([1,2]),tensor([3,4]),tensor([5])), torch.combinations(tensor([1,2,3]),3)
torch.roll(torch.arange(5),2), torch.roll(a,(1,2),(0,1)), torch.rot90(b,2), torch.flip(a,(0,)), torch.repeat_interleave(a,2,dim=0).shape, torch.repeat_interleave(tensor([2,3])), torch.tile(b,(2,)), a.repeat(2,1,1).shape, torch.meshgrid(torch.arange(2),torch.arange(3),indexing='ij')[1], torch.stack([a,a],-1).shape, torch.cat([a,a],-1).shape, torch.hstack((tensor([1]),tensor([2]))), torch.vstack((tensor([1]),tensor([2]))), torch.dstack((tensor([1]),tensor([2]))), torch.column_stack((tensor([1,2]),b)), torch.split(torch.arange(7),3), torch.chunk(torch.arange(7),3), torch.tensor_split(torch.arange(7),[2,5]), torch.unbind(b), torch.hsplit(b,2), torch.movedim(torch.ones(2,3,4),0,-1).shape, torch.moveaxis(torch.ones(2,3),0,1).shape, torch.squeeze(torch.ones(1,2,1)).shape, torch.ones(1,2,1).squeeze(0).shape, torch.unflatten(torch.arange(6),0,(2,3)), torch.flatten(torch.ones(2,3,4),1).shape, torch.broadcast_shapes((2,1),(1,3)), torch.atleast_2d(tensor([1])), torch.adjoint(b), b.mT, b.H, torch.swapdims(a,0,1).shape, torch.narrow(a,1,1,2), torch.select(a,0,1), torch.index_select(a,1,tensor([3,0])), torch.masked_select(a,a>9), torch.take(a,tensor([1,5])), torch.take_along_dim(a,tensor([[0],[1],[2]]),1), torch.gather(a,1,tensor([[0,1],[1,2],[2,3]])), torch.scatter(torch.zeros(2,3),1,tensor([[0],[2]]),5.), torch.scatter_add(torch.zeros(3),0,tensor([0,0,1]),tensor([1.,2,3])), torch.zeros(2,3).scatter_(1,tensor([[0,1]]),tensor([[1.,2.]])), torch.zeros(3).scatter_(0,tensor([1]),2.,reduce='add'), torch.zeros(2,2).scatter_reduce(1,tensor([[0,0],[1,0]]),b,'amax',include_self=False)
torch.kron(b,torch.ones(1,2)), torch.outer(tensor([1,2]),tensor([3,4])), torch.inner(tensor([1,2]),tensor([3,4])), torch.tensordot(b,b,dims=2), torch.cdist(a,a)[0], torch.cdist(b,b,p=float('inf')), torch.dist(b,b+1,1), torch.renorm(b,1,0,2.), torch.cosine_similarity(b,b+1), F.pdist(b), torch.cov(a), torch.corrcoef(b), torch.addmm(b,b,b,beta=2), torch.baddbmm(b[None],b[None],b[None],alpha=.5), torch.addbmm(b,b[None],b[None]), torch.addmv(b[0],b,b[1]), torch.addr(b,b[0],b[1]), torch.addcmul(b,b,b,value=.5), torch.addcdiv(b,b,b), torch.lerp(b,b*2,.3), torch.lerp(b,b*2,b/10)
torch.add(b,1,alpha=2), torch.sub(b,b,alpha=2), torch.mul(b,2), torch.div(b,2,rounding_mode='trunc'), torch.pow(2,b), torch.pow(b,b), torch.fmod(b,1.5), torch.remainder(-b,1.5), torch.maximum(b,b.T), torch.minimum(b,tensor(1.5)), torch.fmax(b,tensor(float('nan'))), torch.atan2(b,b.T), torch.hypot(b,b), torch.logaddexp(b,b), torch.copysign(b,tensor(-1.)), torch.float_power(b,2), torch.ldexp(b,tensor(2)), torch.gcd(tensor(12),tensor(18)), torch.bitwise_xor(tensor(5),tensor(3)), torch.bitwise_left_shift(tensor(1),tensor(3)), torch.logical_and(tensor([1,0]),tensor([1,1])), torch.clamp(b,max=2), torch.clamp(b,min=tensor([1.5,2.5])), torch.round(tensor([.5,1.5,2.5,-.5])), torch.round(tensor([123.456]),decimals=-1), torch.trunc(tensor([-1.7])), torch.sign(tensor([-2.,0.])), torch.sgn(tensor([-2.])), torch.square(b), torch.rsqrt(b), torch.reciprocal(b), torch.exp2(b), torch.expm1(b), torch.log1p(b), torch.log2(b), torch.log10(b), torch.sigmoid(b), torch.logit(tensor([.2])), torch.erf(b), torch.erfc(b), torch.erfinv(tensor([.3])), torch.lgamma(b), torch.digamma(b), torch.sinc(b), torch.sinh(b), torch.acosh(b), torch.atanh(tensor([.5])), torch.deg2rad(tensor([180.])), torch.heaviside(tensor([-1.,0.]),tensor(1.)), torch.nan_to_num(tensor([float('inf')])), torch.angle(tensor([-1.])), torch.positive(b), torch.absolute(-b), torch.arcsin(tensor([.5])), torch.true_divide(tensor(1),tensor(2)), torch.xlogy(tensor(0.),tensor(0.)), torch.mvlgamma(tensor(3.),2), torch.i0(tensor(1.))
torch.any(b>2), torch.all(b>0,dim=0), torch.any(b>2,1,keepdim=True), torch.count_nonzero(b>1), torch.argmax(b), torch.argmax(b,1), torch.argmin(b,0,keepdim=True), torch.max(b,0), torch.max(b,b.T), torch.amax(b,1), torch.aminmax(b), torch.prod(b), torch.prod(b,0), torch.logsumexp(b,1), torch.norm(b,dim=0), torch.norm(b,p='fro'), torch.norm(b,p=1,dim=1), torch.sum(b,(0,1)), torch.mean(b,0), torch.sum(tensor([1,2]),dtype=torch.float32), torch.cumsum(b,0,dtype=torch.float64).dtype, torch.argsort(b), torch.sort(b,dim=0,descending=True), torch.msort(b), torch.topk(b,1), torch.kthvalue(b,2), torch.equal(b,b), torch.allclose(b,b+1e-9), torch.isclose(b,b+1), torch.where(b>1.5,b,0.), torch.where(b>1.5,1,0), torch.nonzero(b>1.5), torch.argwhere(b>2), torch.ne(b,1), torch.gt(b,1), torch.not_equal(b,1), torch.less(b,2), torch.greater_equal(b,2)
torch.unravel_index(tensor(5),(2,3)) if hasattr(torch,'unravel_index') and False else 0
torch.hann_window(4), torch.hamming_window(4), torch.blackman_window(4), torch.bartlett_window(4), torch.kaiser_window(4), torch.hann_window(4,periodic=False)
torch.logspace(0,1,3,base=2), torch.linspace(0,1,1), torch.linspace(3,-3,7), torch.arange(0,1,.25), torch.arange(5,0,-2), torch.arange(3,dtype=torch.float64), torch.range(0,2), torch.full_like(b,2), torch.zeros_like(b,dtype=torch.int32), torch.empty_like(b).shape, torch.ones_like(b,requires_grad=True), b.new_zeros(2), b.new_full((1,),3), b.new_tensor([1,2]), b.new_ones(1,dtype=torch.int64), b.new_empty(0), torch.eye(2,dtype=torch.int64), torch.scalar_tensor(3), torch.asarray([1,2]), torch.frombuffer(bytearray(b'\x01\x02'),dtype=torch.uint8), torch.empty_strided((2,2),(1,2)).stride(), torch.tensor(data=[1],dtype=torch.float), torch.as_tensor([1.]), torch.zeros(2,out=torch.empty(2)), torch.zeros((2,),dtype=torch.bool), torch.ones(()), torch.zeros([]), torch.empty((0,3)).shape
x = torch.empty(2)
torch.add(tensor([1.,2.]),1,out=x)
x
torch.compile(lambda x: x+1)(tensor(1)) if hasattr(torch,'compile') else tensor(2)
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
