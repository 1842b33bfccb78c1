"""Operations on tensors, one or more of each kind. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
from torch import tensor
torch.arange(5)
a = torch.arange(12.).reshape(3,4)
a
a.sum(), a.mean(), a.std(), a.var(0), a.prod()
a.max(1)
a.min(0)
torch.topk(a, 2)
a.sort(descending=True)
a.median(), a.median(1)
a.mode(1)
a.kthvalue(2)
a.cumsum(0), a.cumprod(1), a.cummax(1), a.cummin(0)
a.logcumsumexp(1)
torch.logsumexp(a, 1), torch.logsumexp(a, (0,1))
a.norm(), a.norm(p=1), a.norm(dim=1), a.norm(float('inf'), 0)
a.quantile(0.3), a.quantile(tensor([0.1,0.5]), dim=1), torch.nanquantile(a, 0.5, dim=0, keepdim=True)
a.quantile(0.5, interpolation='nearest')
torch.histc(a, bins=4, min=0, max=12)
torch.histogram(a, bins=3)
torch.bincount(tensor([0,1,1,3,5])), torch.bincount(tensor([0,1,1]), weights=tensor([.5,1,2]), minlength=5)
torch.bucketize(tensor([1,3,5]), tensor([2,4]))
torch.searchsorted(tensor([1.,3,5,7]), tensor([[3.,6]]), right=True)
torch.unique(tensor([3,1,1,2]), return_inverse=True, return_counts=True)
torch.unique_consecutive(tensor([1,1,2,2,3,1]), return_counts=True)
torch.unique(tensor([[1,2],[1,2],[3,4]]), dim=0)
torch.cartesian_prod(tensor([1,2]), tensor([3,4]))
torch.combinations(tensor([1,2,3])), torch.combinations(tensor([1,2,3]), r=2, with_replacement=True)
torch.block_diag(tensor([[1,2]]), tensor([3]), tensor([[4],[5]]))
torch.kron(tensor([[1,2],[3,4]]), torch.eye(2, dtype=torch.int64))
torch.tensordot(a, a, dims=([1],[1]))
torch.tensordot(a, a.T, 1)
torch.cdist(a, a[:2])
torch.cdist(a, a[:2], p=1)
torch.tril_indices(3,3), torch.triu_indices(3,4,1)
torch.meshgrid(tensor([1,2]), tensor([3,4,5]), indexing='ij')
torch.meshgrid(tensor([1,2]), tensor([3,4,5]), indexing='xy')
torch.scatter_reduce(torch.zeros(3), 0, tensor([0,1,1,2]), tensor([1.,2,3,4]), reduce='sum')
torch.ones(3).scatter_reduce(0, tensor([0,1,1]), tensor([5.,2,3]), reduce='amax', include_self=False)
torch.ones(3).scatter_reduce(0, tensor([0,1,1]), tensor([5.,2,3]), reduce='mean')
torch.ones(3).scatter_reduce(0, tensor([0,1,1]), tensor([5.,2,3]), reduce='prod')
torch.ones(3).scatter_reduce(0, tensor([0,1,1]), tensor([5.,2,3]), reduce='amin')
torch.zeros(2,3).index_add(0, tensor([0,0]), torch.ones(2,3), alpha=2)
torch.zeros(2,3).index_fill(1, tensor([0,2]), 7.)
torch.zeros(2,3).index_copy(1, tensor([0,2]), tensor([[1.,2],[3,4]]))
torch.take_along_dim(a, a.argsort(1, descending=True), 1)
torch.take(a, tensor([0,5,11]))
a.put_(tensor([0,1]), tensor([9.,8.]))
torch.diff(tensor([1,4,9,16])), torch.diff(a, dim=0)
torch.gradient(tensor([1.,4,9,16]))
torch.trapezoid(tensor([1.,2,3])), torch.cumulative_trapezoid(tensor([1.,2,3]))
torch.cov(a), torch.corrcoef(a)
torch.roll(a, 1), torch.roll(a, (1,-1), (0,1)), torch.rot90(a), torch.flip(a, [0,1]), a.fliplr(), a.flipud()
torch.vander(tensor([1,2,3])), torch.diag_embed(tensor([[1,2],[3,4]])), torch.diagflat(tensor([1,2]), 1)
torch.diagonal(a, 1), a.diag(), a.trace(), torch.tril(a, -1), torch.triu(a, 1)
torch.nansum(tensor([1.,float('nan')])), torch.nanmedian(tensor([1.,float('nan'),3]))
torch.nan_to_num(tensor([float('inf'), -float('inf'), float('nan')]), nan=1., posinf=2., neginf=3.)
torch.heaviside(tensor([-1.,0,2]), tensor(0.5)), torch.logit(tensor([.2,.9])), torch.xlogy(tensor([0.,2]), tensor([3.,4]))
torch.logaddexp(tensor([1.,2]), tensor([3.,4])), torch.logaddexp2(tensor([1.,2]), tensor([3.,4]))
torch.lerp(tensor([1.,2]), tensor([3.,4]), .25), torch.addcmul(torch.ones(2), torch.ones(2), torch.ones(2), value=3), torch.addcdiv(torch.ones(2), torch.ones(2), torch.full((2,),4.), value=3)
torch.addmm(torch.ones(2,2), torch.ones(2,3), torch.ones(3,2), beta=.5, alpha=2), torch.addmv(torch.ones(2), torch.ones(2,3), torch.ones(3)), torch.addr(torch.zeros(2,2), torch.ones(2), torch.ones(2)), torch.baddbmm(torch.ones(1,2,2), torch.ones(1,2,3), torch.ones(1,3,2))
torch.einsum('ij,kj->ik', a, a), torch.einsum('ii', torch.eye(3)), torch.einsum('...j,j', a, torch.ones(4)), torch.einsum('bi,bj->bij', a, a).shape
torch.gcd(tensor([12,18]), tensor([8,12])), torch.lcm(tensor([12,18]), tensor([8,12]))
torch.isclose(tensor([1.,2]), tensor([1.00001,2.1])), torch.allclose(tensor([1.]), tensor([1.])), torch.isin(tensor([1,2,3]), tensor([2,3])), torch.equal(tensor([1]), tensor([1]))
torch.sgn(tensor([-2.,0,3])), torch.signbit(tensor([-0.,1])), torch.rad2deg(tensor([3.14])), torch.deg2rad(tensor([180.])), torch.ldexp(tensor([1.]), tensor([3])), torch.frexp(tensor([8.,3.])), torch.float_power(tensor([2]), 3)
torch.std_mean(a), torch.var_mean(a, 1, unbiased=False), torch.aminmax(a), a.aminmax(dim=1)
torch.amax(a, (0,1)), torch.amin(a, 0, keepdim=True), torch.count_nonzero(a), torch.count_nonzero(a, dim=0)
torch.argwhere(a>8), torch.nonzero(a>8, as_tuple=True), torch.where(a>8)
torch.masked_select(a, a>8), a.masked_fill(a>8, 0), a.masked_scatter(a>8, torch.zeros(12))
torch.broadcast_to(tensor([1,2]), (2,2)), torch.broadcast_tensors(tensor([1,2]), tensor([[1],[2]])), torch.broadcast_shapes((2,1),(3,))
torch.stack([a[0],a[1]]), torch.hstack([a,a]).shape, torch.vstack([a,a]).shape, torch.dstack([a,a]).shape, torch.column_stack([tensor([1,2]),tensor([3,4])])
torch.split(a, [1,3], 1), torch.chunk(a, 3, 1), torch.tensor_split(a, 3, 1), torch.hsplit(a, 2), torch.vsplit(a, [1]), torch.unbind(a, 1)
torch.repeat_interleave(tensor([1,2]), 2), torch.repeat_interleave(tensor([1,2]), tensor([1,3])), a.repeat(1,2).shape, torch.tile(tensor([1,2]), (2,2))
torch.movedim(a, 0, 1).shape, torch.swapaxes(a,0,1).shape, torch.atleast_2d(tensor(1)), torch.atleast_1d(tensor(1)), torch.atleast_3d(tensor([1,2])).shape, a.unflatten(1,(2,2)).shape, torch.flatten(a,0,1).shape, torch.ravel(a).shape
a.unfold(1,2,1), a.narrow(1,1,2), a.select(0,1), a.index_select(1, tensor([0,2])), a.as_strided((2,2),(1,2)), a.view(-1), a.view(2,6).stride(), a.t().is_contiguous(), a.storage_offset()
torch.logspace(0,2,3), torch.linspace(0,1,5), torch.full((2,),3), torch.full((2,),3.), torch.eye(2,3), torch.empty(0), torch.zeros(2,0), torch.arange(1,2,.3), torch.range(1,3)
torch.bitwise_and(tensor([5]),tensor([3])), ~tensor([5]), tensor([5])<<1, torch.bitwise_not(tensor([True])), torch.logical_xor(tensor([1,0]),tensor([1,1]))
torch.cross(tensor([1.,0,0]), tensor([0.,1,0])), torch.dot(tensor([1.,2]), tensor([3.,4])), torch.outer(tensor([1,2]), tensor([3,4])), torch.inner(a,a).shape, torch.vdot(tensor([1.,2]),tensor([3.,4])), torch.ger(tensor([1.]),tensor([2.])), torch.mv(a, torch.ones(4)), torch.chain_matmul(a, a.T, a).shape, torch.linalg.multi_dot([a, a.T, a]).shape, torch.matrix_power(torch.eye(2)*2, 3), torch.bmm(a[None], a.T[None]).shape
torch.renorm(a, 2, 0, 5.), torch.dist(a, a+1), torch.clamp(a, 2, 5), torch.clip(a, max=3), a.clamp(min=tensor([1.,2,3,4])), a.clamp_max(2), torch.fmod(tensor([-5.]), 3), torch.remainder(tensor([-5.]), 3), torch.trunc(tensor([-1.5])), torch.frac(tensor([1.25])), torch.round(tensor([1.2345]), decimals=2), torch.div(tensor([-7.]), 2, rounding_mode='floor'), torch.div(tensor([-7]), 2, rounding_mode='trunc'), torch.true_divide(tensor([1]),2), torch.floor_divide(tensor([-7]),2)
torch.is_tensor(a), torch.is_floating_point(a), torch.numel(a), torch.can_cast(torch.float, torch.int), torch.promote_types(torch.int8, torch.float16), torch.result_type(tensor([1]), 1.), torch.get_default_dtype(), torch.is_nonzero(tensor([1])), torch.finfo(torch.float32), torch.iinfo(torch.int8), torch.finfo(torch.float16).eps, torch.iinfo(torch.int64).max
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
