"""NumPy as a course uses it, and what it refuses."""

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
print(np.arange(10), np.arange(3.0), np.arange(1, 2, 0.25), np.linspace(0, 1, 4), np.zeros((2, 3)), np.ones(2, int), np.full((2, 2), 7.5), np.eye(3), np.identity(2), np.diag([1, 2]), np.empty((0, 3)), np.array([]), np.array(5), np.array([1, 2.5]), np.array([True, False]), np.array(["a", "bcd"]), np.array([1 + 2j]), np.array([None, 1]), np.tri(3), np.logspace(0, 2, 3), np.geomspace(1, 8, 4), np.meshgrid([1, 2], [3, 4]), np.mgrid[0:2, 0:2], np.ogrid[0:2, 0:2], np.fromfunction(lambda i, j: i + j, (2, 2)), np.fromiter((i * i for i in range(3)), float), np.r_[1:4, 0], np.c_[[1, 2], [3, 4]], np.vander([1, 2, 3]), np.indices((2, 2)).shape, np.array([[1, 2], [3, 4]], dtype=np.float32), np.arange(3, dtype=np.uint8))

print(repr(np.array([1.0, 2.5])), repr(np.array([1, 2], dtype=np.int32)), repr(np.array([[1.0], [2.0]], dtype=np.float32)), repr(np.array([])), repr(np.array([], dtype=int)), repr(np.zeros((0, 3))), repr(np.array(3.0)), repr(np.array(["a", "b"])), repr(np.array([True])), repr(np.float64(1.5)), repr(np.int64(3)), repr(np.float32(0.1)), repr(np.bool_(True)), repr(np.arange(1001)), repr(np.array([1e10, 1.0])), repr(np.array([1e-10, 1.0])), repr(np.array([np.nan, np.inf])), repr(np.array([1 + 1j])), repr(np.array(None)), repr(np.str_("x")), repr(np.array([b"x"])), repr(np.dtype("float32")), repr(np.array([{}, []], dtype=object)))

print(np.random.rand(3), np.random.randn(2, 2), np.random.randint(0, 10, 5), np.random.uniform(-1, 1, 2), np.random.normal(5, 2, 3), np.random.choice([1, 2, 3], 4), np.random.choice(5, 3, replace=False), np.random.permutation(5), np.random.choice(["a", "b"], 3, p=[0.1, 0.9]), np.random.random(2), np.random.binomial(10, 0.5, 4), np.random.poisson(3, 3), np.random.exponential(1.0, 2), np.random.beta(2, 3, 2), np.random.gamma(2, 1, 2), np.random.standard_normal(2), np.random.dirichlet([1, 2]), np.random.multinomial(5, [0.2, 0.8]), np.random.multivariate_normal([0, 0], np.eye(2), 2), np.random.laplace(size=2), np.random.bytes(3), np.random.geometric(0.3, 3), np.random.triangular(0, 1, 2, 2), np.random.logistic(size=1), np.random.chisquare(2, 2), np.random.standard_t(3, 2), np.random.weibull(2.0, 2), np.random.pareto(3, 2), np.random.hypergeometric(5, 5, 3, 2), np.random.random_sample(), np.random.sample(2), np.random.ranf(1))
a = np.arange(5); np.random.shuffle(a); print(a)

r = np.random.default_rng(42)
print(r.random(3), r.integers(0, 10, 5), r.normal(size=2), r.choice(5, 3, replace=False), r.permutation(4), r.uniform(1, 2, 2), r.standard_normal(2), r.exponential(size=2), r.shuffle(np.arange(3)), r.integers(5, endpoint=True), r.choice(["x", "y"], p=[0.5, 0.5]), r.binomial(5, 0.5, 3), r.poisson(2, 3), r.beta(1, 2), r.gamma(2.0), r.multivariate_normal([0, 0], np.eye(2)), r.permuted(np.arange(4)), r.bytes(2), r)
rs = np.random.RandomState(3); print(rs.rand(2), rs.randn(), rs.randint(5), rs.get_state()[0], rs.uniform(), rs.permutation(3)); st = rs.get_state(); x = rs.rand(); rs.set_state(st); print(x == rs.rand())

a = np.array([[3, 1, 2], [6, 5, 4]])
print(a.sum(), a.sum(0), a.mean(1), a.std(), a.var(axis=0, ddof=1), a.min(), a.max(1), a.argmax(), a.argmin(1), a.cumsum(), a.cumprod(1), a.prod(), np.sort(a), np.argsort(a, axis=1), a.T, a.reshape(3, -1), a.ravel(), a.flatten(), a.transpose(), np.median(a), np.percentile(a, [25, 50]), np.quantile(a, 0.3, axis=1), np.average(a, axis=0, weights=[1, 3]), np.ptp(a), a.trace(), a.diagonal(), np.unique([3, 1, 3], return_counts=True), np.unique([3, 1, 3], return_index=True, return_inverse=True), np.bincount([0, 1, 1]), np.histogram([1, 2, 1], bins=2), np.digitize([0.5, 1.5], [0, 1, 2]), np.searchsorted([1, 3, 5], 3), np.count_nonzero(a > 2), np.nonzero(a > 4), np.where(a > 3, a, 0), np.argwhere(a > 4), np.clip(a, 2, 5), np.partition(a, 1), np.diff(a), np.ediff1d([1, 4, 9]), np.gradient([1.0, 4.0, 9.0]), np.cov(a), np.corrcoef(a), np.nanmean([1, np.nan]), np.any(a > 5), np.all(a > 0, axis=1), np.cross([1, 0, 0], [0, 1, 0]), np.trapz([1, 2, 3]), np.convolve([1, 2], [1, 1]), np.correlate([1, 2, 3], [0, 1]), np.interp(1.5, [1, 2], [10, 20]))

a = np.arange(6).reshape(2, 3); b = np.ones((2, 3))
print(np.concatenate([a, b]), np.concatenate([a, b], axis=1), np.stack([a, b]).shape, np.vstack([a, b]).shape, np.hstack([a, b]).shape, np.dstack([a, b]).shape, np.column_stack([[1, 2], [3, 4]]), np.split(np.arange(6), 3), np.array_split(np.arange(7), 3), np.hsplit(a, 3), np.vsplit(a, 2), np.tile([1, 2], (2, 2)), np.repeat(a, 2, axis=1), np.repeat([1, 2], [1, 3]), np.append([1], [2, 3]), np.insert([1, 2], 1, 9), np.delete([1, 2, 3], 0), np.expand_dims(a, 0).shape, np.squeeze(a[None]).shape, np.swapaxes(a, 0, 1).shape, np.moveaxis(a[None], 0, -1).shape, np.rollaxis(a[None], 2).shape, np.flip(a), np.fliplr(a), np.flipud(a), np.rot90(a), np.roll(a, 1), np.pad([1, 2], 1), np.pad(a, ((1, 0), (0, 1)), constant_values=9), np.pad([1, 2, 3], 2, mode="reflect"), np.pad([1, 2], 2, "edge"), np.block([[a, b]]), np.atleast_2d([1]), np.broadcast_to([1, 2], (2, 2)), np.resize([1, 2, 3], (2, 2)), np.trim_zeros([0, 1, 0]), np.triu(a), np.tril(a), np.kron([1, 2], [1, 1]), np.outer([1, 2], [3, 4]), np.take(a, [0, 2], axis=1), np.take_along_axis(a, np.array([[2], [0]]), 1), np.choose([0, 1], [[1, 2], [3, 4]]), np.select([a > 3, a > 1], [1, 2], 0), np.compress([1, 0], a, axis=0), np.extract(a > 2, a), np.place(b, b > 0, [5]), b, np.put(a, [0], 100), a, np.lexsort(([1, 0], [0, 0])), np.ravel_multi_index((1, 2), (2, 3)), np.unravel_index(4, (2, 3)))

np.arange(3) + np.arange(4)

np.array([1, 2]).reshape(3)

np.dot(np.ones((2, 3)), np.ones((2, 3)))

np.ones((2, 3)) @ np.ones(2)

np.arange(3)[5]

np.arange(6).reshape(2, 3)[:, 7]

np.array([1, 2])[1.0]

np.array([1, 2, 3])[np.array([True, False])]

np.concatenate([np.ones((2, 2)), np.ones(2)])

np.stack([np.ones(2), np.ones(3)])

np.linalg.inv(np.zeros((2, 2)))

np.linalg.solve(np.eye(2), np.ones(3))

np.array([1, 2], dtype="nothing")

np.zeros(-1)

np.random.choice(3, 5, replace=False)

np.random.choice([1, 2], p=[0.5, 0.6])

bool(np.array([1, 2]))

int(np.array([1, 2]))

np.array([1, 2]) and True

np.arange(10).reshape(2, 5).sum(axis=2)

a = np.array([1, 2, 3]); a[0] = "x"

a = np.array([1, 2, 3]); a[:] = [1, 2]

a = np.arange(3); a.flags.writeable = False; a[0] = 1

np.array([[1, 2], [3]])

np.vstack([])

np.random.randint(5, 2)

np.split(np.arange(5), 2)

np.array([1, 2]).foo

np.float64("abc")

np.array(["a"]) + 1

np.arange(3).astype("str") + np.array(["x"])

np.expand_dims(np.ones(2), 5)

np.transpose(np.ones((2, 3)), (0, 2))

np.squeeze(np.ones((2, 3)), axis=0)

np.matmul(3, 4)

np.einsum("ij,jk", np.ones((2, 3)), np.ones((2, 3)))

np.argmax([])

np.max(np.array([]))

@np.vectorize
def f(a, b): return a + b if a > b else a - b
print(f([1, 5], [2, 3]), np.apply_along_axis(lambda r: r.sum(), 1, np.ones((2, 3))), np.piecewise(np.arange(4.0), [np.arange(4) < 2], [lambda x: -x, 10]), np.frompyfunc(lambda a: a * 2, 1, 1)([1, 2]), np.in1d([1, 2], [2]), np.isin([1, 2], [2]), np.intersect1d([1, 2], [2, 3]), np.union1d([1], [2]), np.setdiff1d([1, 2], [2]), np.setxor1d([1, 2], [2, 3]), np.float64(3).item(), np.float32(1.5) + 1, type(np.float32(1) + 1.0), type(np.int64(1) + 1), np.int64(3) / 2, np.bool_(True) + 1, np.inf, np.nan, np.pi, np.e, np.newaxis, np.datetime64("2020-01-01") if False else 0, np.floor_divide(7, 2), np.true_divide(7, 2), np.nanmax([1, np.nan]), np.nanargmin([np.nan, 1]), np.nanstd([1, 2, np.nan]), np.cumsum([[1, 2], [3, 4]]), np.median([1, 3, 2, 4]), np.mean([[1, 2], [3, 4]], axis=0, keepdims=True), np.min([[1, 2]], axis=1), np.einsum("i->", [1, 2]), np.logaddexp(1, 1), np.heaviside([-1, 0, 1], 0.5), np.sinc(0.5), np.i0(1.0), np.real([1 + 2j]), np.angle([1j]), np.conj([1 + 2j]), np.tril_indices(2), np.diag_indices(2), np.fill_diagonal(np.zeros((2, 2)), 1), np.rec if False else 0)

a = np.array([[1.5, -2.25], [1000.0, 0.001]])
print(a, a.astype(int), a.astype("U6"), np.array_str(a, precision=1), np.array2string(a, formatter={"float_kind": lambda v: f"{v:.1f}"}), np.array2string(a, suppress_small=True), np.array2string(np.arange(30), max_line_width=40), np.array2string(np.arange(2000), threshold=10), np.array2string(np.array([True, False])), np.array2string(np.array([1, 2]), prefix="abc"), repr(a.T), f"{a}", format(np.float64(2.5), ".3f"), f"{np.int64(5):03d}", str(np.float32(0.1)), repr(np.float32(1e10)), str(np.float64(1e22)), str(np.float16(0.1)), np.float64(0.1) + np.float64(0.2), str(np.array(1.0)), [np.float64(1.0), np.int64(2)], (np.float32(1.5),), {"a": np.float64(3.0)}, np.array([1.0, 2.0]).tolist(), np.arange(3).__str__(), np.bool_(1), np.array([0.1] * 3), np.array([1 / 3, 2 / 3]), np.array([1e100, 1]), np.array([1.0, 1.5, 1e-3]), np.array([123456789.123]), np.array([0.00001, 1]), np.array([1e5, 1e-5, 1]), np.array([[1, 2], [3, 400]]), np.array([-1, 10]), np.array([1 + 2j, -1j]), np.array(["ab", "c"], dtype=object), np.array([[1.0, np.nan], [np.inf, -np.inf]]), np.zeros(1001), np.ones((40, 40)))

s = np.array(["apple", "Bob", "c d"])
print(np.char.upper(s), np.char.add(s, "!"), np.char.replace(s, "a", "x"), np.char.find(s, "o"), np.char.split(s), np.char.str_len(s), s == "Bob", np.sort(s), s.astype("U2"), np.char.capitalize(s), np.unique(s), np.char.startswith(s, "a"), s[0].upper(), "".join(s), s.dtype, np.array(["1", "2"]).astype(int), np.array([1, 2]).astype(str), np.char.zfill(["7"], 3), np.char.center("a", 5), s.itemsize, s.nbytes, np.char.join("-", ["ab"]), np.char.strip([" a "]), np.char.isdigit(["1", "a"]), np.char.count(["aab"], "a"), np.char.mod("%d", [1]), np.char.multiply(["a"], 2), np.char.title(["a b"]), np.char.lower(["A"]), np.char.encode(["a"]))

np.random.seed(7)
print(np.random.rand(), np.random.randint(10), np.random.randint(0, 2, (2, 3)), np.random.randn(3).round(3), np.random.choice(10, (2, 2)), np.random.shuffle([1, 2]), np.random.permutation([[1, 2], [3, 4], [5, 6]]), np.random.randint(1, 7, size=10), np.random.normal(0, 1, (2, 2)), np.random.uniform(size=2), np.random.choice(["a", "b", "c"]), np.random.random((1, 2)), np.random.standard_exponential(2), np.random.standard_gamma(2, 2), np.random.lognormal(0, 1, 2), np.random.rayleigh(1, 2), np.random.vonmises(0, 1, 2), np.random.zipf(2, 3), np.random.f(2, 3, 1), np.random.negative_binomial(3, 0.5, 2), np.random.noncentral_chisquare(2, 1, 1), np.random.power(2, 2), np.random.wald(1, 1, 2), np.random.logseries(0.5, 3), np.random.gumbel(0, 1, 2), np.random.standard_cauchy(2), np.random.tomaxint() > 0, np.random.random_integers(5) if False else 0, np.random.get_state()[1][:3])

np.random.seed([1, 2, 3]); print(np.random.rand(2)); np.random.seed(0); x = np.random.rand(3); np.random.seed(0); print((x == np.random.rand(3)).all()); rng = np.random.default_rng([1, 2]); print(rng.random(2)); g = np.random.Generator(np.random.PCG64(5)); print(g.random(2), g.integers(0, 5, 3)); g2 = np.random.Generator(np.random.MT19937(5)); print(g2.random(2)); print(np.random.SeedSequence(5).generate_state(2), np.random.default_rng(3).spawn(2) if False else 0, rng.bit_generator.state["bit_generator"], np.random.default_rng(1).normal(0, 1, (2, 2)), np.random.default_rng(1).choice([10, 20, 30], 5, p=[0.2, 0.3, 0.5]), np.random.default_rng(1).integers(0, 100, (2, 3), dtype=np.int32), np.random.default_rng(1).standard_gamma(1.5, 2), np.random.default_rng(1).lognormal(size=2), np.random.default_rng(1).multinomial(10, [0.5, 0.5]), np.random.default_rng(1).hypergeometric(5, 5, 3, 2), np.random.default_rng(1).dirichlet([1, 1]), np.random.default_rng(1).shuffle(x), x, np.random.default_rng(1).triangular(0, 1, 2), np.random.default_rng(1).geometric(0.3, 3), np.random.default_rng(1).random(dtype=np.float32), np.random.default_rng(1).laplace(size=2))
np.random.seed(-1)

np.random.default_rng(-1)

np.random.rand(2.5)

np.random.normal(0, -1)

np.random.choice([])

np.random.randint(0, 300, dtype=np.uint8)

np.random.default_rng(0).integers(5, 5)

np.random.uniform(0, 1, (2, -1))

np.random.shuffle(5)

-np.array([True])

np.array(["a"]) * 2

np.array([1, 2]) + "a"

np.sqrt("a")

np.array([1, 2]) @ 3

np.add(1)

np.zeros((2, 2)).reshape(5)

np.ones(3)[[True, False]]

np.ones((2, 2))[0, 0, 0]

np.ones((2, 2))[2]

np.ones(3)[None, 5]

np.ones(3)["a"]

np.delete([1, 2], 5)

np.insert([1, 2], 5, 0)

np.eye(2)[:, [0, 3]]

np.moveaxis(np.ones((2, 2)), 0, 5)

np.concatenate([])

np.concatenate([1, 2])

np.hstack([np.ones((2, 1)), np.ones((3, 1))])

np.tile

np.pad([1], -1)

np.linspace(0, 1, -1)

np.arange(0, 1, 0)

np.full((2, 2))

np.diag(5)

np.linalg.det(np.ones((2, 3)))

np.linalg.eig(np.array([[np.nan, 1], [1, 1]]))

np.linalg.cholesky(np.array([[1, 2], [2, 1]]))

np.linalg.matrix_power(np.ones((2, 2)), 0.5)

np.linalg.norm([1, 2], ord="abc")

np.polyfit([1, 2], [1], 1)

np.interp([1], [1, 2], [1])

np.histogram([1, 2], bins=0)

np.bincount([-1])

np.percentile([1, 2], 150)

np.average([1, 2], weights=[0, 0])

np.broadcast_to(np.ones(2), (3,))

np.stack([1, [2]])

np.choose([3], [[1], [2]])

np.ravel_multi_index((5, 0), (2, 2))

np.unravel_index(10, (2, 2))

np.vectorize(lambda x: x)([])

np.int8(200)

np.float32("x")

np.dtype("foo")

np.array([1, 2]).view(np.int16)[::2].reshape(3)

np.isnan("a")

np.testing.assert_allclose([1.0], [1.1])

np.testing.assert_array_equal([1, 2], [1, 3])

print(repr(np.quantile([1, 2, 3], [0, 1])), repr(np.quantile([1, 2, 3], 1)), repr(np.quantile([1, 2, 3], 0.5)), repr(np.quantile([1.0, 2], 1)), repr(np.quantile([[1, 2], [3, 4]], 1, axis=0)), repr(np.percentile([1, 2, 3], 100)))

np.einsum("i,i", [1, 2], [1, 2, 3])

np.einsum("ij,jk", np.ones((2, 3)), np.ones((2, 3)))

np.genfromtxt(["1 2", "3", "4 5 6"])

np.random.permutation(3.5)

np.random.seed("a")

print(torch.special.i0(torch.tensor(1.0)))
'''

for number, block in enumerate(PROGRAMS.strip().split("\n\n")):
    torch.manual_seed(0)
    np.random.seed(0)
    print(f"--- {number}")
    try:
        exec(compile(block, "block", "exec"), dict(SHARED))
    except Exception as error:
        print(type(error).__name__, error)
