"""Distributions that RandomState and Generator share: sizes, parameters that are arrays, and the engine's draws."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.filled import shape_tuple
from numpy._core.ndarray import as_array, cast, from_values, ndarray, values, wrap
from numpy._core.shape_base import broadcast_arrays, broadcast_shapes, broadcast_to

# The engine's numbers of its distributions.
DOUBLE, NORMAL, EXPONENTIAL, GAMMA, BETA, POISSON, BINOMIAL, GEOMETRIC, UNIFORM, GAUSS, LAPLACE, LOGISTIC, GUMBEL = range(13)
CHISQUARE, STUDENT, TRIANGULAR, NEGATIVE_BINOMIAL, FLOAT, FISHER, CAUCHY, RAW, LOGNORMAL, WEIBULL, PARETO, POWER, RAYLEIGH = range(13, 26)
NORMAL_SINGLE, EXPONENTIAL_SINGLE, INVERSE_EXPONENTIAL, INVERSE_EXPONENTIAL_SINGLE, NONCENTRAL_CHISQUARE, NONCENTRAL_F = range(26, 32)
VON_MISES, WALD, ZIPF, LOG_SERIES, HYPERGEOMETRIC = range(32, 37)


def _sizes(size):
    return () if size is None else shape_tuple(size)

#: NumPy's limit of Poisson rates: ten deviations below the largest int64.
_MOST_EVENTS = 2.0**63 - 10 * 2.0**31.5


class Draws:
    """What a stream of random bits can be made into; `_bits` is the bit generator."""

    def _draw(self, kind, size, *parameters, whole=False):
        """An array (a Python number for size=None) of one distribution; parameters are numbers or arrays."""
        numbers = [each.item() if getattr(each, "shape", None) == () else each for each in parameters]
        if any(not isinstance(each, (int, float)) for each in numbers):
            return self._draw_each(kind, size, numbers, whole)
        padded = [float(each) for each in numbers] + [0.0] * (3 - len(numbers))
        if size is None:
            value = bridge.numpy_draw_one(self._bits.stream, kind, *padded)
            return int(value) if whole else float(value)
        shape = _sizes(size)
        made = wrap(bridge.numpy_draw(self._bits.stream, kind, math.prod(shape), *padded), dtypes.float64)
        if whole:
            made = cast(made, dtypes.int64)
        return made.reshape(shape)

    def _draw_each(self, kind, size, parameters, whole):
        """Every element has its own parameters."""
        arrays = broadcast_arrays(*parameters)
        shape = arrays[0].shape
        if size is not None:
            wanted = _sizes(size)
            if broadcast_shapes(shape, wanted) != wanted:
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
            arrays = [broadcast_to(each, wanted) for each in arrays]
            shape = wanted
        flat = [self._draw(kind, None, *row) for row in zip(*map(values, arrays), strict=True)]
        return from_values(flat, shape, dtypes.int64 if whole else dtypes.float64)

    # --- continuous ---------------------------------------------------------------------------------------------------

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform over [low, high)."""
        if isinstance(low, (int, float)) and isinstance(high, (int, float)):
            if not math.isfinite(high - low):
                raise OverflowError("Range exceeds valid bounds")
            return self._draw(UNIFORM, size, low, high - low)
        low, high = as_array(low), as_array(high)
        shape = broadcast_shapes(low.shape, high.shape) if size is None else _sizes(size)
        return low + (high - low) * self._draw(DOUBLE, shape)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal with mean loc and standard deviation scale."""
        _not_negative(scale, "scale")
        if isinstance(loc, (int, float)) and isinstance(scale, (int, float)):
            return self._draw(GAUSS, size, loc, scale)
        loc, scale = as_array(loc), as_array(scale)
        shape = broadcast_shapes(loc.shape, scale.shape) if size is None else _sizes(size)
        return loc + scale * self._draw(NORMAL, shape)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """exp of a normal sample."""
        _not_negative(sigma, "sigma")
        return self._draw(LOGNORMAL, size, mean, sigma)

    def exponential(self, scale=1.0, size=None):
        """Exponential with mean scale."""
        _not_negative(scale, "scale")
        shape = size
        if size is None and isinstance(scale, (list, tuple, ndarray)):
            shape = as_array(scale).shape
        made = self._draw(EXPONENTIAL, shape)
        return scale * made if isinstance(made, float) else as_array(scale) * made

    def standard_gamma(self, shape, size=None):
        """Gamma of a shape, with scale 1."""
        _not_negative(shape, "shape")
        return self._draw(GAMMA, size, shape)

    def gamma(self, shape, scale=1.0, size=None):
        """Gamma of a shape and a scale."""
        _not_negative(shape, "shape")
        _not_negative(scale, "scale")
        if size is None and isinstance(scale, (list, tuple, ndarray)):
            shape = as_array(shape) + 0 * as_array(scale)
        made = self._draw(GAMMA, size, shape)
        return scale * made if isinstance(made, float) else as_array(scale) * made

    def beta(self, a, b, size=None):
        """Beta of two shapes."""
        _positive(a, "a")
        _positive(b, "b")
        return self._draw(BETA, size, a, b)

    def chisquare(self, df, size=None):
        """Chi-square with df degrees of freedom."""
        _positive(df, "df")
        return self._draw(CHISQUARE, size, df)

    def f(self, dfnum, dfden, size=None):
        """Fisher's distribution."""
        return self._draw(FISHER, size, dfnum, dfden)

    def standard_t(self, df, size=None):
        """Student's t."""
        _positive(df, "df")
        return self._draw(STUDENT, size, df)

    def standard_cauchy(self, size=None):
        """Cauchy."""
        return self._draw(CAUCHY, size)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        """Laplace: a double exponential."""
        _not_negative(scale, "scale")
        return self._draw(LAPLACE, size, loc, scale)

    def logistic(self, loc=0.0, scale=1.0, size=None):
        """Logistic."""
        _not_negative(scale, "scale")
        return self._draw(LOGISTIC, size, loc, scale)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """Gumbel: of the largest of many samples."""
        _not_negative(scale, "scale")
        return self._draw(GUMBEL, size, loc, scale)

    def weibull(self, a, size=None):
        """Weibull of a shape."""
        _not_negative(a, "a")
        return self._draw(WEIBULL, size, a)

    def pareto(self, a, size=None):
        """Pareto II (Lomax) of a shape."""
        _positive(a, "a")
        return self._draw(PARETO, size, a)

    def power(self, a, size=None):
        """Powers of uniform samples: density a·x^(a-1)."""
        _positive(a, "a")
        return self._draw(POWER, size, a)

    def rayleigh(self, scale=1.0, size=None):
        """Rayleigh: the length of a normal vector in the plane."""
        _not_negative(scale, "scale")
        return self._draw(RAYLEIGH, size, scale)

    def noncentral_chisquare(self, df, nonc, size=None):
        """Chi-square around an offset."""
        _positive(df, "df")
        _not_negative(nonc, "nonc")
        return self._draw(NONCENTRAL_CHISQUARE, size, df, nonc)

    def noncentral_f(self, dfnum, dfden, nonc, size=None):
        """Fisher's distribution around an offset."""
        return self._draw(NONCENTRAL_F, size, dfnum, dfden, nonc)

    def vonmises(self, mu, kappa, size=None):
        """Angles in [-π, π] around mu."""
        _not_negative(kappa, "kappa")
        return self._draw(VON_MISES, size, mu, kappa)

    def wald(self, mean, scale, size=None):
        """Inverse Gaussian."""
        _positive(mean, "mean")
        _positive(scale, "scale")
        return self._draw(WALD, size, mean, scale)

    def triangular(self, left, mode, right, size=None):
        """A triangle from left to right with its top at mode."""
        if isinstance(left, (int, float)) and left > mode:
            raise ValueError("left > mode")
        if isinstance(right, (int, float)) and mode > right:
            raise ValueError("mode > right")
        return self._draw(TRIANGULAR, size, left, mode, right)

    # --- whole numbers --------------------------------------------------------------------------------------------------

    def poisson(self, lam=1.0, size=None):
        """How many events when lam are expected."""
        rates = as_array(lam)
        if bool(as_array(rates < 0).any()) or rates.ndim == 0 and lam != lam:
            raise ValueError("lam < 0 or lam is NaN")
        if not bool(as_array(rates <= _MOST_EVENTS).all()):
            raise ValueError("lam value too large")
        return self._draw(POISSON, size, lam, whole=True)

    def binomial(self, n, p, size=None):
        """How many of n trials succeed with probability p."""
        if bool(as_array(as_array(n) < 0).any()):
            raise ValueError("n < 0")
        _probability(p)
        return self._draw(BINOMIAL, size, n, p, whole=True)

    def negative_binomial(self, n, p, size=None):
        """How many failures before n successes."""
        _probability(p)
        return self._draw(NEGATIVE_BINOMIAL, size, n, p, whole=True)

    def geometric(self, p, size=None):
        """How many trials until the first success."""
        if not bool(as_array((as_array(p) > 0) & (as_array(p) <= 1)).all()):
            raise ValueError("p <= 0, p > 1 or p contains NaNs")
        return self._draw(GEOMETRIC, size, p, whole=True)

    def zipf(self, a, size=None):
        """Ranks with probabilities like rank^-a."""
        if not bool(as_array(as_array(a) > 1).all()):
            raise ValueError("a <= 1 or a is NaN")
        return self._draw(ZIPF, size, a, whole=True)

    def logseries(self, p, size=None):
        """The logarithmic series distribution."""
        _probability(p)
        return self._draw(LOG_SERIES, size, p, whole=True)

    def hypergeometric(self, ngood, nbad, nsample, size=None):
        """How many good ones are among nsample taken from ngood and nbad."""
        if bool(as_array(as_array(ngood) + as_array(nbad) < as_array(nsample)).any()):
            raise ValueError("ngood + nbad < nsample")
        return self._draw(HYPERGEOMETRIC, size, ngood, nbad, nsample, whole=True)

    def multinomial(self, n, pvals, size=None):
        """How often each outcome occurs in n trials."""
        p = as_array(pvals, "float64").tolist()
        if sum(p[:-1]) > 1.0 + 1e-12:
            raise ValueError("sum(pvals[:-1]) > 1.0")
        shape = _sizes(size)
        rows = []
        for _ in range(math.prod(shape)):
            left, rest, row = n, 1.0, [0] * len(p)
            for j, each in enumerate(p[:-1]):
                row[j] = self._draw(BINOMIAL, None, left, each / rest, whole=True)
                left -= row[j]
                if left <= 0:
                    break
                rest -= each
            if left > 0:
                row[-1] = left
            rows.extend(row)
        return from_values(rows, (*shape, len(p)), dtypes.int64)

    def dirichlet(self, alpha, size=None):
        """Positive numbers with sum 1, distributed by concentrations."""
        concentrations = as_array(alpha, "float64").tolist()
        shape = _sizes(size)
        flat = []
        for _ in range(math.prod(shape)):
            row = [self._draw(GAMMA, None, each) for each in concentrations]
            inverse = 1 / _sum(row)
            flat.extend(each * inverse for each in row)
        return from_values(flat, (*shape, len(concentrations)), dtypes.float64)

    def bytes(self, length):
        """Random bytes."""
        count = (length - 1) // 4 + 1
        words = values(wrap(bridge.numpy_draw(self._bits.stream, RAW, count, 0, 0, 0), dtypes.float64))
        return b"".join(int(word).to_bytes(4, "little") for word in words)[:length]

    # --- order ----------------------------------------------------------------------------------------------------------

    def _order(self, n, first=1, masked=True):
        return wrap(bridge.numpy_shuffle(self._bits.stream, n, first, masked), dtypes.int64)

    def _shuffle(self, x):
        if isinstance(x, ndarray):
            if x.ndim == 0:
                raise TypeError("cannot shuffle a 0-dim array")
            x[...] = x[self._order(x.shape[0])]
            return
        order = self._order(len(x))
        if hasattr(x, "index_select"):  # a torch tensor
            x[:] = x[order.tolist()]
            return
        x[:] = [x[i] for i in order.tolist()]

    def _picked(self, cumulative, uniform):
        """Positions of uniform samples in cumulative probabilities."""
        return as_array(cumulative.searchsorted(uniform, side="right"))

    def _choice_without(self, count, p, size):
        """Different positions with probabilities: RandomState's way, drawing again for those that fell together."""
        from numpy.lib.arraysetops import unique

        total = math.prod(size)
        p = p.copy()
        found = []
        while len(found) < total:
            x = self._draw(DOUBLE, (total - len(found),))
            if found:
                p[from_values(found, (len(found),), dtypes.int64)] = 0
            cumulative = p.cumsum()
            cumulative /= cumulative[-1]
            fresh = self._picked(cumulative, x)
            _, first = unique(fresh, return_index=True)
            first.sort()
            found.extend(fresh.take(first).tolist())
        return from_values(found, size, dtypes.int64)


def _sum(row):
    total = 0.0
    for each in row:
        total += each
    return total


def _not_negative(value, name):
    if isinstance(value, (int, float)) and value < 0 or not isinstance(value, (int, float)) and bool(as_array(as_array(value) < 0).any()):
        raise ValueError(f"{name} < 0")


def _positive(value, name):
    if isinstance(value, (int, float)) and value <= 0 or not isinstance(value, (int, float)) and bool(as_array(as_array(value) <= 0).any()):
        raise ValueError(f"{name} <= 0")


def _probability(p):
    values_ = as_array(p)
    if bool(as_array((values_ < 0) | (values_ > 1)).any()) or bool(as_array(values_ != values_).any()):
        raise ValueError("p < 0, p > 1 or p is NaN")


def population(a, p, what="a", axis=0):
    """(positions to choose from, the array or None, probabilities or None) of choice()'s arguments, checked."""
    quote = "'" if what == "a" else ""
    source = None
    if isinstance(a, int) or (not isinstance(a, (str, list, tuple, ndarray, range)) and getattr(a, "ndim", 1) == 0):
        count = int(a)
        if count < 0 or (count == 0):
            raise ValueError("a must be greater than 0 unless no samples are taken" if what == "a" else "a must be a positive integer unless no samples are taken")
    else:
        source = as_array(a)
        count = source.shape[axis] if source.ndim else int(source)
        source = source if source.ndim else None
        if count == 0:
            raise ValueError(f"{quote}a{quote} cannot be empty unless no samples are taken")
    if p is None:
        return count, source, None
    p = as_array(p, "float64")
    if p.ndim != 1:
        raise ValueError(f"{quote}p{quote} must be 1-dimensional")
    if p.size != count:
        raise ValueError(f"{quote}a{quote} and {quote}p{quote} must have same size")
    if bool((p < 0).any()):
        raise ValueError("probabilities are not non-negative")
    if abs(math.fsum(p.tolist()) - 1.0) > 1.5e-8:
        raise ValueError("probabilities do not sum to 1")
    return count, source, p
