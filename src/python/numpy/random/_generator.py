"""Generator: NumPy's newer interface, made by default_rng(seed)."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.ranges import arange
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, cast, from_values, values, wrap
from numpy._core.reduction import normalize_axis
from numpy._core.abstract import generic
from numpy._core.shape_base import broadcast_arrays, broadcast_to
from numpy._core.axes import moveaxis
from numpy.random._bits import PCG64, BitGenerator
from numpy.random._draws import (
    BETA, DOUBLE, EXPONENTIAL, EXPONENTIAL_SINGLE, FLOAT, INVERSE_EXPONENTIAL, INVERSE_EXPONENTIAL_SINGLE, NORMAL, NORMAL_SINGLE, Draws,
    _sizes, population,
)  # fmt: skip
from numpy.random.mtrand import check_mean, check_range, integers_of


class Generator(Draws):
    """Random numbers from a bit generator: default_rng(42).random(3)."""

    __module__ = "numpy.random._generator"

    def __init__(self, bit_generator):
        self._bits = bit_generator

    bit_generator = property(lambda self: self._bits)

    def __repr__(self):
        return f"Generator({type(self._bits).__name__}) at 0x{id(self):X}"

    __str__ = lambda self: f"Generator({type(self._bits).__name__})"  # noqa: E731

    def __reduce__(self):
        return (Generator, (self._bits,))

    def spawn(self, n_children):
        """New generators that are independent of this one."""
        return [Generator(each) for each in self._bits.spawn(n_children)]

    def random(self, size=None, dtype=float, out=None):
        """Uniform over [0, 1)."""
        return self._typed("random", DOUBLE, FLOAT, size, dtype, out)

    def standard_normal(self, size=None, dtype=float, out=None):
        """Standard normal."""
        return self._typed("standard_normal", NORMAL, NORMAL_SINGLE, size, dtype, out)

    def standard_exponential(self, size=None, dtype=float, method="zig", out=None):
        """Exponential with mean 1."""
        if method == "inv":
            return self._typed("standard_exponential", INVERSE_EXPONENTIAL, INVERSE_EXPONENTIAL_SINGLE, size, dtype, out)
        return self._typed("standard_exponential", EXPONENTIAL, EXPONENTIAL_SINGLE, size, dtype, out)

    def negative_binomial(self, n, p, size=None):
        """How many failures before n successes."""
        if bool(as_array(as_array(n) != as_array(n)).any()):
            raise ValueError("n must not be NaN")
        return super().negative_binomial(n, p, size)

    def standard_gamma(self, shape, size=None, dtype=float, out=None):
        """Gamma of a shape, with scale 1."""
        if as_dtype(dtype).itemsize == 4:
            raise NotImplementedError("standard_gamma in float32 has a stream of its own that is not here: use .astype(np.float32)")
        made = super().standard_gamma(shape, size if out is None else out.shape)
        if out is None:
            return made
        out[...] = made
        return out

    def _typed(self, name, double, single, size, dtype, out):
        """Draws in float64 or float32, each with a stream of its own."""
        kind = as_dtype(dtype if out is None else out.dtype)
        if kind.name not in ("float64", "float32"):
            raise TypeError(f"Unsupported dtype {kind!r} for {name}")
        made = self._draw(single if kind.itemsize == 4 else double, size if out is None else out.shape)
        if out is not None:
            out[...] = made
            return out
        return made if size is None else cast(made, kind)

    def integers(self, low, high=None, size=None, dtype="int64", endpoint=False):
        """Integers in [low, high) (endpoint=True: [low, high]), or in [0, low)."""
        kind = as_dtype(dtype)
        if kind.kind not in "iub":
            raise TypeError(f"Unsupported dtype {kind!r} for integers")
        explicit = high is not None
        if not explicit:
            low, high = 0, low
        if isinstance(low, (int, float, generic)) and isinstance(high, (int, float, generic)):
            low, high = int(low), int(high) - (not endpoint)
            check_range(low, high, kind, explicit)
            if size is None and kind is dtypes.int64 and high - low <= 0xFFFFFFFF and abs(low) < 2**52:
                return kind.type(int(bridge.numpy_integer_one(self._bits.stream, low, high - low)))
            made = integers_of(self._bits, low, high, size, kind)
            return made[()] if size is None else made
        first, second = broadcast_arrays(as_array(low, dtypes.int64), as_array(high, dtypes.int64))
        if size is not None:
            first, second = broadcast_to(first, _sizes(size)), broadcast_to(second, _sizes(size))
        flat = []
        for start, stop in zip(values(first), values(second), strict=True):
            check_range(start, stop - (not endpoint), kind)
            flat.append(integers_of(self._bits, start, stop - (not endpoint), 1, kind).item())
        return from_values(flat, first.shape, kind)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Random elements of a list, or of range(a), with or without repetition and with probabilities."""
        count, source, p = population(a, p, "generator", axis)
        shape = _sizes(size)
        total = math.prod(shape)
        if replace:
            if p is None:
                index = self.integers(0, count, size=size)
            else:
                cumulative = p.cumsum()
                cumulative /= cumulative[-1]
                index = self._picked(cumulative, as_array(self.random(size)))
        else:
            if total > count:
                raise ValueError("Cannot take a larger sample than population when replace is False")
            if p is not None:
                if int((p > 0).sum()) < total:
                    raise ValueError("Fewer non-zero entries in p than size")
                index = self._choice_without(count, p, shape)
            else:
                index = self._sample(count, total, shuffle).reshape(shape)
        if getattr(index, "shape", ()) == ():
            index = int(index)
        if source is None:
            return index
        return source.take(index, axis=axis)

    def _sample(self, count, total, shuffle):
        """Different numbers below `count`: by a shuffle of the tail for large samples, else by Floyd's algorithm."""
        if count > 10000 and total > count // (50 if shuffle else 20):
            return self._order(count, max(count - total, 1), masked=False)[count - total :].copy()
        found = wrap(bridge.numpy_floyd(self._bits.stream, count, total), dtypes.int64)
        return found[self._order(total, masked=False)] if shuffle else found

    def shuffle(self, x, axis=0):
        """Puts the slices along an axis in random order, in place."""
        if axis == 0:
            self._shuffle(x)
            return
        self._shuffle(moveaxis(x, axis, 0))

    def permutation(self, x, axis=0):
        """range(x), or the slices of an array along an axis, in random order."""
        if isinstance(x, (int, generic)):
            return self._order(int(x)) if x else arange(0)
        source = as_array(x)
        d = normalize_axis(axis, source.ndim)
        return source.take(self._order(source.shape[d]), axis=d)

    def permuted(self, x, axis=None, out=None):
        """Every slice along an axis in a random order of its own."""
        made = as_array(x).copy() if out is None else out
        if axis is None:
            flat = made.reshape(-1)
            flat[...] = flat[self._order(flat.size)]
            return made
        rows = moveaxis(made, axis, -1)
        flat = rows.reshape(-1, rows.shape[-1]).copy()
        for i in range(flat.shape[0]):
            flat[i] = flat[i][self._order(flat.shape[1])]
        rows[...] = flat.reshape(rows.shape)
        return made

    def dirichlet(self, alpha, size=None):
        """Positive numbers with sum 1, distributed by concentrations; small ones break a stick piece by piece."""
        concentrations = as_array(alpha, "float64").tolist()
        if not concentrations or max(concentrations) >= 0.1:
            return super().dirichlet(alpha, size)
        shape = _sizes(size)
        rest, behind = [], 0.0
        for each in reversed(concentrations):
            behind += each
            rest.insert(0, behind)
        flat = []
        for _ in range(math.prod(shape)):
            stick = 1.0
            for each, others in zip(concentrations, rest[1:], strict=False):
                share = self._draw(BETA, None, each, others)
                flat.append(stick * share)
                stick *= 1.0 - share
            flat.append(stick)
        return from_values(flat, (*shape, len(concentrations)), dtypes.float64)

    def multivariate_hypergeometric(self, colors, nsample, size=None, method="marginals"):
        """Not here: draw from the repeated colours with choice(replace=False)."""
        raise NotImplementedError("multivariate_hypergeometric is not here: use rng.choice(np.repeat(kinds, colors), nsample, replace=False)")

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        """Normal vectors with a mean and a covariance matrix."""
        from numpy import linalg
        from numpy._core.umath import sqrt

        mean, cov = as_array(mean), as_array(cov)
        check_mean(mean, cov)
        shape = (*_sizes(size), mean.shape[0])
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        if method == "svd":
            u, s, _ = linalg.svd(cov)
            factor = u * sqrt(s)
        elif method == "eigh":
            s, u = linalg.eigh(cov)
            factor = u * sqrt(s)
        else:
            factor = linalg.cholesky(cov)
        return (mean + x @ factor.T).reshape(shape)


def default_rng(seed=None):
    """A Generator with PCG64 bits: default_rng(42)."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, BitGenerator) else PCG64(seed))
