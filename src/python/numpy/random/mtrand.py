"""RandomState: NumPy's legacy generator, whose streams never change."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.ranges import arange
from numpy._core.dtypes import as_dtype
from numpy._core.errstate import warn
from numpy._core.ndarray import as_array, cast, from_values, ndarray, values, wrap
from numpy._core.promotion import limits
from numpy._core.abstract import generic
from numpy._core.shape_base import broadcast_arrays, broadcast_to
from numpy.random._bits import BitGenerator, LegacySeeding, LegacyView
from numpy.random._draws import DOUBLE, EXPONENTIAL, NORMAL, Draws, _sizes, population

_WIDTHS = {"int8": 8, "uint8": 8, "int16": 16, "uint16": 16, "bool": 1}


def integers_of(bits, low, high, size, kind):
    """Integers in [low, high] of a dtype."""
    shape = _sizes(size)
    width = _WIDTHS.get(kind.name, 64)
    made = wrap(bridge.numpy_integers(bits.stream, math.prod(shape), low, high - low, width), dtypes.int64)
    return cast(made, kind).reshape(shape)


def check_range(low, high, kind, explicit=True):
    """NumPy's refusals."""
    least, most = (0, 1) if kind.kind == "b" else limits(kind.name)
    if low < least:
        raise ValueError(f"low is out of bounds for {kind.name}")
    if high > most:
        raise ValueError(f"high is out of bounds for {kind.name}")
    if low > high:
        raise ValueError("high <= 0" if low == 0 and not explicit else "low >= high")


class RandomState(Draws):
    """A Mersenne Twister of its own: RandomState(0).rand(3)."""

    def __init__(self, seed=None):
        self._bits = LegacyView(seed) if isinstance(seed, BitGenerator) else LegacySeeding(seed)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        bits = self._bits
        return f"RandomState({type(bits.bits).__name__ if isinstance(bits, LegacyView) else 'MT19937'})"

    def seed(self, seed=None):
        """Starts the stream again from a seed."""
        self._bits.reseed(seed)

    def get_state(self, legacy=True):
        """The state of the stream, for set_state."""
        words = self._bits._saved()
        cached = float(bridge.numpy_stream_cached(self._bits.stream))
        has = int(cached == cached)
        key = from_values(words[:624], (624,), dtypes.uint32)
        cached = cached if has else 0.0
        if legacy:
            return ("MT19937", key, words[624], has, cached)
        return {"bit_generator": "MT19937", "state": {"key": key, "pos": words[624]}, "has_gauss": has, "gauss": cached}

    def set_state(self, state):
        """Goes back to a state that get_state gave."""
        if isinstance(state, dict):
            inner = state["state"]
            state = ("MT19937", inner["key"], inner["pos"], state.get("has_gauss", 0), state.get("gauss", 0.0))
        name, key, position, *rest = state
        if name != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        self._bits._load([*values(as_array(key)), int(position)])
        bridge.numpy_stream_cache(self._bits.stream, rest[1] if rest and rest[0] else math.nan)

    def __reduce__(self):
        return (_rebuild, (self.get_state(),))

    # --- uniform and normal ---------------------------------------------------------------------------------------------

    def random_sample(self, size=None):
        """Uniform over [0, 1)."""
        return self._draw(DOUBLE, size)

    random = random_sample

    def rand(self, *size):
        """Uniform over [0, 1) in the shape given by the arguments."""
        return self._draw(DOUBLE, size or None)

    def randn(self, *size):
        """Standard normal in the shape given by the arguments."""
        return self._draw(NORMAL, size or None)

    def standard_normal(self, size=None):
        """Standard normal."""
        return self._draw(NORMAL, size)

    def standard_exponential(self, size=None):
        """Exponential with mean 1."""
        return self._draw(EXPONENTIAL, size)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8):
        """Normal vectors with a mean and a covariance matrix."""
        from numpy.linalg import svd
        from numpy._core.umath import sqrt

        mean, cov = as_array(mean), as_array(cov)
        check_mean(mean, cov)
        shape = (*_sizes(size), mean.shape[0])
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        _, s, v = svd(cov)
        return (x @ (sqrt(s)[:, None] * v) + mean).reshape(shape)

    # --- integers and choices ---------------------------------------------------------------------------------------------

    def randint(self, low, high=None, size=None, dtype=int):
        """Integers in [low, high), or in [0, low)."""
        kind = as_dtype(dtype)
        if kind.kind not in "iub":
            raise TypeError(f"Unsupported dtype {kind!r} for randint")
        explicit = high is not None
        if not explicit:
            low, high = 0, low
        if not _number(low) or not _number(high):
            return self._integers_each(low, high, size, kind)
        low, high = int(low), int(high) - 1
        check_range(low, high, kind, explicit)
        if size is None and dtype is int and high - low <= 0xFFFFFFFF and abs(low) < 2**52:
            return int(bridge.numpy_integer_one(self._bits.stream, low, high - low))
        made = integers_of(self._bits, low, high, size, kind)
        if size is not None:
            return made
        return made.item() if dtype in (int, bool) else made[()]

    def _integers_each(self, low, high, size, kind):
        first, second = broadcast_arrays(as_array(low, dtypes.int64), as_array(high, dtypes.int64))
        if size is not None:
            first, second = broadcast_to(first, _sizes(size)), broadcast_to(second, _sizes(size))
        flat = []
        for start, stop in zip(values(first), values(second), strict=True):
            check_range(start, stop - 1, kind)
            flat.append(integers_of(self._bits, start, stop - 1, 1, kind).item())
        return from_values(flat, first.shape, kind)

    def random_integers(self, low, high=None, size=None):
        """Integers in [low, high], or in [1, low]."""
        low, high = (1, low) if high is None else (low, high)
        warn(f"This function is deprecated. Please call randint({low}, {high} + 1) instead", DeprecationWarning)
        return self.randint(low, high + 1, size)

    def tomaxint(self, size=None):
        """Integers between 0 and the largest int64."""
        return self.randint(0, 2**63 - 1, size)

    def choice(self, a, size=None, replace=True, p=None):
        """Random elements of a list, or of range(a), with or without repetition and with probabilities."""
        count, source, p = population(a, p)
        if source is not None and source.ndim != 1:
            raise ValueError("a must be 1-dimensional")
        shape = _sizes(size)
        total = math.prod(shape)
        if replace:
            if p is None:
                index = self.randint(0, count, size=size)
            else:
                cumulative = p.cumsum()
                cumulative /= cumulative[-1]
                index = self._picked(cumulative, as_array(self.random_sample(size)))
        else:
            if total > count:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            if p is None:
                index = self.permutation(count)[:total].reshape(shape)
            else:
                if int((p > 0).sum()) < total:
                    raise ValueError("Fewer non-zero entries in p than size")
                index = self._choice_without(count, p, shape)
        if isinstance(index, ndarray) and index.shape == ():
            index = index.item()
        if source is None:
            return index
        return source[index]

    def shuffle(self, x):
        """Puts the rows (or elements) in random order, in place."""
        self._shuffle(x)

    def permutation(self, x):
        """range(x), or the rows of an array, in random order."""
        if isinstance(x, (int, generic)):
            return self._order(int(x)) if x else arange(0)
        source = as_array(x)
        if source.ndim == 0:
            raise IndexError("x must be an integer or at least 1-dimensional")
        return source[self._order(source.shape[0])]


def _number(value):
    return isinstance(value, (int, float, generic)) or getattr(value, "shape", None) == ()


def _rebuild(state):
    made = RandomState(0)
    made.set_state(state)
    return made


def check_mean(mean, cov):
    """multivariate_normal's refusals."""
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")


rand_state = RandomState()
_rand = rand_state
