"""Tensors as a course uses them: making, printing, indexing, reducing, shapes, products."""

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
x = torch.tensor([[1, 2], [3, 4]]); y = x.clone().float().requires_grad_()
print(x.numpy().__repr__(), x.tolist(), x.flatten().tolist(), torch.equal(x, x.T.T), x.T, x.unbind(), x.unbind(1), dict(enumerate(x)), [int(v) for v in x.view(-1)], max(x.view(-1)), sum(x), x.sum().item(), sorted(x.view(-1).tolist(), reverse=True), x.max().item(), (x > 2).sum().item(), (x > 2).float().mean(), x[x > 2].tolist(), x.eq(2).nonzero(), list(map(int, x[0])), zip(*x) is not None, x.reshape(-1).unfold(0, 2, 1), reversed(x), x.__contains__(3), 3 in x, y.mean(), y, y * 2, y.sum(dim=0), (y @ y).sum(), torch.stack([y, y]).shape)

c = torch.zeros(3, 3, dtype=torch.int64)
for t, p in zip([0, 1, 2, 2], [0, 2, 2, 1]): c[t, p] += 1
print(c, c.diag(), c.diag().sum() / c.sum(), c.sum(0), c.diag().float() / c.sum(1), c.float() / c.sum(1, keepdim=True), torch.bincount(torch.tensor([0, 1, 2, 2]) * 3 + torch.tensor([0, 2, 2, 1]), minlength=9).view(3, 3))
tp, fp = c.diag(), c.sum(0) - c.diag(); print((tp / (tp + fp)).nan_to_num(), c.argmax(1), torch.nn.functional.one_hot(torch.tensor([0, 2, 1])).sum(0), (tp / (tp + fp)).mean().item())

t = torch.arange(10, dtype=torch.float32)
print(t.view(2, 5).sum(1, keepdim=True), t.split(3), t.chunk(3), t[t.argsort(descending=True)][:3], t.clamp(2, 7), t.masked_fill(t > 5, 0), t.std(unbiased=False), (t - t.mean()) / t.std(), t.view(-1, 2).mean(dim=1), t.cumsum(0)[-1], t.roll(3), t.flip(0), t.unfold(0, 4, 3), t.index_fill(0, torch.tensor([0, 1]), -1), t.logical_not(), t.reshape(5, 2).T, t.unique(), t.histc(5), t.quantile(torch.tensor([0.1, 0.5])), t.softmax(0).argmax(), t.outer(t)[3], t.dot(t), t.norm(), t.repeat(2).shape, t.expand(2, 10).shape, t.diff(), t.topk(3), t.kthvalue(3), t.median(), t.mode(), t.prod(), t.log(), t.sqrt()[:3], t.exp()[:3], t.sin()[:2], t.round(), t.to(torch.uint8), t.bool(), t.double().sum(), t.int().tolist())

print(torch.arange(5) / 2, torch.arange(5) // 2, -torch.arange(5) // 2, torch.arange(5) % 2, torch.arange(5) ** 2, 2 ** torch.arange(5), torch.arange(5).float() ** 0.5, torch.arange(3) == torch.tensor([0, 5, 2]), torch.arange(3) != 1, torch.tensor(3) > torch.arange(5), torch.arange(3) + torch.ones(3, 1), 1 / torch.arange(3), 5 - torch.arange(3), torch.arange(3) * 1.5, torch.arange(3).bool() & torch.tensor([True, False, True]), abs(torch.tensor([-1])), divmod(torch.tensor(7), 2) if False else 0, torch.tensor(7) // -2, torch.tensor(-7) % 3, torch.tensor(7.5) // 2, torch.tensor([1, 2]).__add__(1), round(torch.tensor(2.567).item(), 1), torch.tensor(2.5).round(), torch.tensor([0.5, 1.5, 2.5]).round(), int(torch.tensor(2.9)), torch.tensor(3).__index__(), [1, 2, 3][torch.tensor(1)], range(torch.tensor(3)), float("nan") in [1], torch.tensor([float("nan")]).isnan().any())

import math
d = torch.tensor([0.1, 0.2, 0.7]); print(-(d * d.log()).sum(), d.cumsum(0), torch.multinomial(d, 3), torch.distributions.Categorical(d).entropy(), d.log().exp(), math.exp(d[0]), math.floor(torch.tensor(2.7)), np.exp(d), torch.tensor(math.pi), torch.exp(torch.tensor(1.0)), torch.pi, d.numpy().sum(), f"{d.sum():.2f} {d[0]:5.1f} {d[1]!r} {d.tolist()}", "%d" % torch.tensor(3), "{:.1%}".format(d[2]), d[2].item(), str(d[2]), repr(d.dtype), format(torch.tensor(5), "04d"), f"{torch.tensor(True)}", f"{torch.tensor([1.0])}", d.sum() == 1, torch.isclose(d.sum(), torch.tensor(1.0)))

x = torch.randn(2, 3, 4); print(x.permute(2, 0, 1).shape, x.transpose(1, 2).contiguous().view(2, -1).shape, x.flatten(1).shape, x.movedim(0, -1).shape, x.mT.shape, torch.einsum("bij->bji", x).shape, x.sum((0, 2)).shape, x.mean(-1, keepdim=True).shape, x.max(dim=1)[0].shape, x.unsqueeze(-1).shape, x[None, ..., None].shape, x.squeeze(0).shape, torch.cat([x, x], -1).shape, torch.stack([x, x], 1).shape, x.reshape(6, -1).shape, x.norm(dim=(1, 2)).shape, x.view(2, 3, 2, 2).shape, x.expand(5, 2, 3, 4).shape, x.repeat(1, 2, 1).shape, x.select(1, 0).shape, x[:, 1].shape, x[..., 1:3].shape, x[:, [0, 2]].shape, x[torch.tensor([True, False])].shape, x.narrow(2, 0, 2).shape, x.diagonal(dim1=1, dim2=2).shape, x.tril().shape, x.unbind(1)[0].shape, x.chunk(2, 2)[1].shape, torch.bmm(x, x.mT).shape, (x @ x.transpose(-1, -2)).shape, x.swapdims(0, 1).shape, x.T.shape if False else 0, x.rot90(1, (1, 2)).shape, torch.tensordot(x, x, dims=([1, 2], [1, 2])).shape, x.softmax(-1).sum(-1).shape, x.argmax().shape, x.cumsum(1).shape, x.unfold(2, 2, 1).shape, F.pad(x, (1, 1)).shape, F.interpolate(x, scale_factor=2).shape, F.adaptive_avg_pool1d(x, 2).shape, torch.cdist(x, x).shape, x.storage().size() if False else 24, x.stride(), x.transpose(0, 1).stride(), x.is_contiguous(), x.transpose(0, 1).is_contiguous())

print(torch.arange(24).view(2, 3, 4), torch.arange(24.0).view(2, 3, 4) / 7, torch.arange(2000), torch.arange(2000.0).view(2, 1000), torch.zeros(100, 100))

print(torch.tensor([1e-10, 1.0]), torch.tensor([1e10, 1.0]), torch.tensor([1e5, 1e-5]), torch.tensor([123456789.0]), torch.tensor([0.1, 100000.0]), torch.tensor([1.0, 2.5e8]), torch.tensor([[1e-3, 1.0], [10.0, 1000.0]]), torch.tensor(1e-8), torch.tensor(-0.0), torch.tensor([1.0, float("nan"), 1e10]), torch.tensor([99999.5]), torch.tensor([999999.5]), torch.tensor([0.00001]), torch.tensor([1e-4]), torch.tensor([1e4, 1e-4]))

print(torch.tensor([True, False]), torch.tensor([1, -2]), torch.tensor([255], dtype=torch.uint8), torch.tensor([1.5], dtype=torch.float64), torch.tensor([1.5], dtype=torch.float16), torch.tensor([1.5], dtype=torch.bfloat16), torch.tensor([], dtype=torch.int64), torch.empty(0, 3), torch.tensor([[]]), torch.tensor([-1000000, 1]), torch.tensor(7), torch.tensor(True))

x = torch.tensor([[3, 1, 2], [6, 5, 4]])
print(x.sort(), x.sort(dim=0, descending=True), x.argsort(), x.topk(2), x.kthvalue(2), x.median(), x.median(dim=1), x.mode(), x.max(1), x.min(0), x.max(), x.argmax(), x.argmin(dim=1, keepdim=True), x.unique(), x.flatten().bincount(), x.cummax(1), x.cumsum(0), x.cumprod(1), x.diff(), x.prod(1), x.aminmax())

x = torch.tensor([1, 2, 2, 3, 1, 1])
print(torch.unique(x, return_counts=True), torch.unique(x, return_inverse=True), torch.unique_consecutive(x, return_counts=True), torch.unique(torch.tensor([[1, 2], [1, 2], [0, 1]]), dim=0), torch.histc(x.float(), 3), torch.bincount(x, weights=torch.ones(6) / 2), torch.bincount(x, minlength=6), torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 3, 6])), torch.bucketize(torch.tensor([0.5, 3.0]), torch.tensor([1.0, 2.0, 3.0])), torch.isin(x, torch.tensor([2, 3])))

x = torch.arange(6.0).view(2, 3)
print(x.mean(0), x.std(), x.std(0), x.var(1, unbiased=False), x.norm(), x.norm(dim=1), x.norm(p=1), x.sum((0, 1)), x.logsumexp(1), x.softmax(0), x.quantile(0.5), x.quantile(torch.tensor([0.25, 0.75]), dim=1), torch.std_mean(x), torch.var_mean(x, dim=0), x.nansum(), x.count_nonzero(), x.all(), x.any(dim=1), torch.linalg.norm(x), x.cov() if hasattr(x, "cov") else 0, x.corrcoef(), x.trace(), x.amax(1), x.amin(0))

a = torch.tensor([5, -5, 7]); b = torch.tensor([2, 3, -2])
print(a / b, a // b, a % b, torch.div(a, b, rounding_mode="trunc"), torch.div(a, b, rounding_mode="floor"), torch.remainder(a, b), torch.fmod(a, b), a ** 2, 2 ** b.abs(), -a, abs(a), a & b, a | b, a ^ b, ~a, a << 1, a >> 1, a == b, a != 5, a > b, torch.maximum(a, b), torch.minimum(a, b), torch.gcd(a, b), torch.lcm(a, b), a.sign(), a.float().sgn(), torch.floor_divide(a, 2))

x = torch.tensor([-1.5, -0.5, 0.5, 1.5, 2.5])
print(x.round(), x.floor(), x.ceil(), x.trunc(), x.frac(), x.round(decimals=1), x.int(), x.long(), x.bool(), x.clamp(-1, 1), x.clamp(min=0), x.clip(max=1.0), x.abs(), x.relu(), x.sigmoid(), x.tanh(), x.exp(), x.square(), x.reciprocal(), x.rsqrt(), torch.heaviside(x, torch.tensor(0.5)), torch.sign(x), torch.logit(x.sigmoid()), torch.erf(x), torch.expm1(x), torch.log1p(x.abs()), torch.atan2(x, x.flip(0)), torch.hypot(x, x), torch.lerp(x, x * 2, 0.5), torch.addcmul(x, x, x, value=2), torch.addcdiv(x, x, x + 5), torch.sinc(x), torch.deg2rad(x), torch.nan_to_num(x / 0), torch.copysign(x, -x), torch.ldexp(x, torch.tensor(2)), torch.frexp(x), torch.xlogy(x.abs(), x.abs()), torch.digamma(x.abs()), torch.lgamma(x.abs()))

x = torch.arange(12).view(3, 4)
print(x[1], x[-1, -1], x[:, 1:3], x[::2], x[..., 0], x[None].shape, x[x > 5], x[[0, 2]], x[[0, 2], [1, 3]], x[:, [0, -1]], x[torch.tensor([True, False, True])], x[1:2, None, ::2], x.take(torch.tensor([0, 5])), x.index_select(1, torch.tensor([0, 2])), x.masked_select(x % 2 == 0), x.nonzero()[:3], x.narrow(1, 1, 2), x.select(0, 1), x.diagonal(), x.tril(), x.triu(1), x.flip(0, 1), x.roll(1, 0), x.rot90(), torch.take_along_dim(x, x.argmax(1, keepdim=True), 1))

x = torch.arange(6).view(2, 3)
print(x.stride(), x.t().stride(), x.t().is_contiguous(), x.storage_offset(), x[1:].storage_offset(), x.data_ptr() == x.view(-1).data_ptr(), x.T.contiguous().stride(), x.element_size(), x.nelement(), x.numel(), x.dim(), x.size(), x.size(0), x.shape[-1], x.dtype, x.device, x.layout, x.is_floating_point(), x.type(), x.itemsize if hasattr(x, "itemsize") else 8, x.requires_grad, x.is_leaf, x.names, x.is_cuda, x.is_sparse, x.ndim, x.nbytes if hasattr(x, "nbytes") else 48)

x = torch.arange(6)
print(x.view(2, -1), x.reshape(3, 2), x.unsqueeze(0).shape, x.view(1, 6, 1).squeeze().shape, x.view(2, 3).permute(1, 0), x.expand(2, 6), x.repeat(2, 2).shape, x.tile(2), x.repeat_interleave(2), torch.repeat_interleave(torch.tensor([1, 2]), torch.tensor([2, 3])), x.chunk(4), x.split([1, 2, 3]), x.tensor_split(4), torch.hsplit(x.view(2, 3), 3), x.unfold(0, 3, 2), torch.vstack([x, x]), torch.hstack([x, x]), torch.dstack([x, x]).shape, torch.column_stack([x, x]), torch.atleast_2d(x), x.view(2, 3).flatten(), x.view(2, 3).movedim(0, 1), x.view(2, 3).swapaxes(0, 1), torch.block_diag(torch.ones(1, 1), torch.ones(2, 2)), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])), torch.combinations(torch.tensor([1, 2, 3])), torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij"))

print(torch.zeros(2, 3), torch.ones(2, dtype=torch.int8), torch.full((2, 2), 7), torch.full((2,), 1.5), torch.eye(2, 3), torch.arange(1, 2, 0.3), torch.linspace(0, 1, 5), torch.logspace(0, 2, 3), torch.zeros_like(torch.ones(2, dtype=torch.int32)), torch.empty(2, 0), torch.tensor([[1, 2], [3, 4]]).new_ones(2), torch.tril_indices(3, 3), torch.diag(torch.tensor([1, 2])), torch.vander(torch.tensor([1, 2, 3])), torch.hann_window(4), torch.complex(torch.tensor(1.0), torch.tensor(2.0)) if False else 0, torch.scalar_tensor(3), torch.as_tensor([1, 2.5]), torch.from_numpy(np.arange(3)), torch.asarray([1, 2]), torch.ones(2, 3).new_full((2,), 3.0), torch.randperm(5), torch.empty_like(torch.ones(2)).shape)

print(torch.tensor(1) + 1.5, torch.tensor([1]) + 1.5, torch.tensor([1], dtype=torch.int8) + torch.tensor([1], dtype=torch.uint8), torch.tensor([1.0], dtype=torch.float16) + torch.tensor([1.0]), torch.tensor([1]) + torch.tensor(1.5), torch.tensor([1.0]) + torch.tensor(1.5, dtype=torch.float64), torch.tensor([True]) + torch.tensor([True]), torch.tensor([True]) + 1, torch.result_type(torch.tensor([1]), 1.0), torch.promote_types(torch.int32, torch.float16), torch.can_cast(torch.float32, torch.int32), (torch.tensor([1, 2]) / 2).dtype, torch.tensor([1, 2]).sum().dtype, torch.tensor([True, True]).sum(), torch.tensor([1], dtype=torch.int32).prod().dtype, (torch.tensor([3], dtype=torch.uint8) - 5), torch.tensor([1, 2]).float().mean().dtype, torch.get_default_dtype(), torch.iinfo(torch.int32), torch.finfo(torch.float32), torch.finfo(torch.float16).max)

x = torch.tensor([1.0, 2.0])
print(x.tolist(), x.numpy(), x.sum().item(), list(x), [type(v) for v in x], float(x[0]), int(x[1]), x[0].item() == 1, hash(x) is not None, x in [x], repr(x), str(x), f"{x}", f"{x[0]:.3f}", "%.2f" % x[1], format(x.sum(), ".1f"), x.__len__(), bool(x[0]), round(x[0].item(), 2), x.to(torch.int), x.type(torch.float64), x.type_as(torch.ones(1, dtype=torch.int)), x.double().half().bfloat16(), x.char(), x.short(), x.byte(), x.cpu().is_cuda, np.array(x), x.data, x.is_same_size(torch.ones(2)), torch.is_tensor(x), torch.is_nonzero(x[0]), torch.equal(x, x.clone()), torch.allclose(x, x + 1e-9), torch.isclose(x, x + 1e-3), x.eq(x).all(), x.nbytes if hasattr(x, "nbytes") else 8)

a, b = torch.ones(3, 1), torch.arange(4)
print((a + b).shape, torch.broadcast_shapes((3, 1), (1, 4)), torch.broadcast_tensors(a, b)[0].shape, torch.broadcast_to(b, (2, 4)), (a * b).sum(0), a.expand_as(a + b).stride())
torch.broadcast_shapes((2,), (3,))

x = torch.arange(8.0)
print(torch.cov(x.view(2, 4)), torch.corrcoef(x.view(2, 4)), torch.cumulative_trapezoid(x), torch.histogram(x, 4), torch.histc(x, 4, 0, 8), torch.quantile(x, 0.3, interpolation="nearest"), torch.nanquantile(x, torch.tensor([0.1, 0.9])), torch.bincount(torch.tensor([1, 1, 4])), torch.tril_indices(2, 3), torch.triu_indices(3, 2, 1), torch.count_nonzero(x), torch.std_mean(x), torch.var_mean(x))

x = torch.arange(6).view(2, 3)
print(x.sum(-1), x.T @ x, x.float() @ x.float().T, x[:, 0], x[0, :], x[0][0], x.apply_(lambda v: v + 1), x.map_(x, lambda a, b: a * b), x.index_put((torch.tensor([0]), torch.tensor([0])), torch.tensor(99)), x.index_put_((torch.tensor([0, 0]), torch.tensor([1, 1])), torch.tensor([1, 1]), accumulate=True), x.fill_diagonal_(0), x.cumsum_(1), x.tril_(), x.eq_(x).sum() if False else 0, x.random_(5).shape, x.to_sparse().shape if False else 0, x.new_zeros(1), x.new_empty(0), x.new_tensor([1.5]), x.view(torch.int32).shape, x.view_as(x.clone()).shape, x.unsafe_chunk(2)[0].shape, x.stack if False else 0)

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(x.norm(2, 1), x.norm(float("inf")), x.norm("fro"), x.renorm(2, 0, 1), x.dist(x * 0), x.cross(x.flip(1), dim=1), x.inner(x), x.outer if False else 0, x.matmul(x.T), x.mv(x[0]), x.addmv if False else 0, x.std(1, keepdim=True), x.var(0, True), x.std(dim=(0, 1)), x.median(1, keepdim=True).values, x.nanmean(), x.softmax(-1), x.log_softmax(-1).exp(), x.argsort(1, descending=True), x.sum(dtype=torch.int64), x.mean(dtype=torch.float64), x.prod(dtype=torch.float64), x.cumsum(1, dtype=torch.float64), x.all(1), x.any(), x.max(1).indices, x.logcumsumexp(1), x.heaviside(torch.tensor(0.0)), x.clamp_min(2).clamp_max(5), x.float_power(2), x.vdot if False else 0, x.flatten().vdot(x.flatten()), x.trapz if False else 0, x.diff(dim=0), x.amax(keepdim=True), x.aminmax(dim=0), x.take_along_dim(x.argsort(1), 1), x.unflatten(1, (3, 1)).shape, x.adjoint().shape, x.mT.shape, x.H.shape, x.ravel(), x.narrow_copy(0, 0, 1), x.squeeze_().shape)

s = torch.stack([torch.eye(2)] * 2); print(s, s.shape, torch.zeros(2, 2, 2, 2), torch.ones(1, 1, 1), torch.arange(3)[:, None], torch.tensor([[[1], [2]]]), torch.rand(2, 0, 3), torch.empty((0,)), torch.zeros(3, dtype=torch.bool), torch.tensor([[1.5, -2], [1e3, 0]]), torch.tensor([1e-3]), torch.tensor([12345.678]), torch.tensor([0.1 + 0.2]), torch.tensor(1 / 3), torch.tensor([100000.0, 0.5]), torch.tensor([1e-20, 1e20]), torch.tensor([-1e-7, 2.0]), torch.tensor([1.0, 10.0, 100.0]), torch.tensor([[0.001, 1000.0]]), torch.tensor(1e38), torch.tensor([float("inf"), 1.0, -2.5]), torch.tensor([1, 1000000]), torch.tensor([2 ** 40]), torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([1.0], requires_grad=True) * 2, torch.tensor([3], dtype=torch.int16), nn.Parameter(torch.ones(1)), torch.ones(1, dtype=torch.float64, requires_grad=True))

t = torch.linspace(0, 1, 1001); print(t, t.view(7, 11, 13)[0, :2], torch.arange(10000).view(100, 100), torch.rand(5, 1000).shape, torch.eye(30))

for d in (torch.float16, torch.bfloat16, torch.float64, torch.int8, torch.uint8, torch.bool, torch.int16): print(torch.tensor([0, 1, 2]).to(d), torch.zeros(2, dtype=d) + 1, torch.arange(3).to(d).sum(), torch.ones(2, dtype=d).dtype.is_floating_point, torch.ones(1, dtype=d).element_size())

a = torch.tensor([1, 2, 3]); b = a.numpy(); b[0] = 10; a[1] = 20; print(a, b, torch.from_numpy(b) is a, torch.as_tensor(b).data_ptr() == a.data_ptr(), torch.tensor(b).data_ptr() == a.data_ptr(), np.add(a, 1), np.sum(a.numpy()), a.numpy().dtype, torch.from_numpy(np.float32([1])).dtype, torch.tensor(np.float64(1.5)), torch.tensor(np.int32(3)).dtype, torch.tensor([np.float32(1)]).dtype, a + np.array([1, 1, 1]), np.array([1.0, 2, 3]) * a.double().numpy(), torch.tensor(np.array([[True]])), np.asarray(a), torch.from_numpy(np.arange(6).reshape(2, 3)[:, ::2]), np.stack([a, a]), list(a.numpy()), torch.utils.data.default_convert([np.array([1]), {"a": 1}]), a.__array__().shape, np.mean(a.float().numpy()), isinstance(a.numpy(), np.ndarray))

from torch.nn.utils import stateless
import pickle, copy
t = torch.arange(3.0); print(pickle.loads(pickle.dumps(t)), copy.copy(t), copy.deepcopy({"a": t}), pickle.loads(pickle.dumps(nn.Linear(1, 1))), pickle.loads(pickle.dumps(torch.Size([1, 2]))), pickle.loads(pickle.dumps(torch.float32)), pickle.loads(pickle.dumps(torch.device("cpu"))), copy.deepcopy(nn.Parameter(t)), pickle.loads(pickle.dumps(torch.optim.SGD([nn.Parameter(t)], 0.1))))

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x.clone(); y[1] = 0; y.sum().backward(); print(x.grad); x.grad.zero_(); z = x * 2; z[0].backward(retain_graph=True); print(x.grad); z[[1, 2]].sum().backward(); print(x.grad); x.grad = None
w = torch.where(x > 1, x ** 2, x); w.sum().backward(); print(x.grad, x.grad.grad_fn, x.detach().requires_grad, x.data.requires_grad); x.requires_grad_(False); print(x.requires_grad)
y.detach_()
'''

for number, block in enumerate(PROGRAMS.strip().split("\n\n")):
    torch.manual_seed(0)
    np.random.seed(0)
    print(f"--- {number}")
    try:
        exec(compile(block, "block", "exec"), dict(SHARED))
    except Exception as error:
        print(type(error).__name__, error)
