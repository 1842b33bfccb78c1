"""Polynomials with the highest power first: polyfit, polyval, roots, poly1d and their arithmetic."""

from numpy._core.errstate import warn
from numpy._core import dtypes, umath
from numpy._core.filled import ones, zeros
from numpy._core.products import dot
from numpy._core.ndarray import as_array, cast, from_values, ndarray, result
from numpy._core.promotion import promote
from numpy._core.shape_base import atleast_1d, concatenate
from numpy.lib.function_base import convolve, trim_zeros
from numpy.lib.twodim_base import diag, vander


def poly(seq_of_zeros):
    """The polynomial with these zeros (or the characteristic polynomial of a matrix)."""
    zeros_ = as_array(seq_of_zeros)
    if zeros_.ndim == 2:
        from numpy.linalg import eigvals

        zeros_ = eigvals(zeros_)
    zeros_ = atleast_1d(zeros_)
    made = ones((1,), promote(zeros_._dtype, dtypes.float64) if zeros_._dtype.kind != "c" else zeros_._dtype)
    for each in zeros_:
        made = convolve(made, as_array([1, -each]))
    if made._dtype.kind == "c" and all(abs(value.imag) < 1e-12 * (abs(value) or 1) for value in made.tolist()):
        made = made.real.copy()
    return made


def roots(p):
    """The zeros of a polynomial: eigenvalues of its companion matrix."""
    p = atleast_1d(as_array(p))
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    nonzero = p.nonzero()[0].tolist()
    if not nonzero:
        return as_array([])
    trailing = p.size - nonzero[-1] - 1
    p = cast(p[nonzero[0] : nonzero[-1] + 1], dtypes.float64)
    n = p.size
    made = as_array([])
    if n > 1:
        from numpy.linalg import eigvals

        companion = diag(ones(n - 2), -1)
        companion[0, :] = -p[1:] / p[0]
        made = eigvals(companion)
    return concatenate((made, zeros(trailing, made._dtype))) if trailing else made


def polyval(p, x):
    """The values of a polynomial (Horner's scheme)."""
    p = as_array(p)
    if isinstance(x, poly1d):
        y = poly1d(0)
        for each in p:
            y = y * x + each
        return y
    x = as_array(x)
    y = x * 0
    for each in p:
        y = y * x + each
    return result(as_array(y))


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """Least-squares coefficients of a polynomial of a degree."""
    from numpy.linalg import inv, lstsq

    x, y = as_array(x) + 0.0, as_array(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    rcond = x.size * 2.220446049250313e-16 if rcond is None else rcond
    left, right = vander(x, deg + 1), y
    if w is not None:
        w = as_array(w) + 0.0
        left = left * w[:, None]
        right = right * (w[:, None] if right.ndim == 2 else w)
    scale = umath.sqrt((left * left).sum(axis=0))
    left = left / scale
    c, residuals, rank, s = lstsq(left, right, rcond)
    c = (c.T / scale).T
    if rank != deg + 1 and not full:
        warn("Polyfit may be poorly conditioned", RankWarning)
    if full:
        return c, residuals, rank, s, rcond
    if cov:
        base = inv(dot(left.T, left))
        base = base / (scale.reshape(-1, 1) * scale)
        factor = 1 if cov == "unscaled" else residuals / (x.size - (deg + 1))
        return c, base * factor
    return c


class RankWarning(UserWarning):
    """A fit whose matrix has not full rank."""


def polyadd(a1, a2):
    """The sum of two polynomials."""
    return _wrapped((a1, a2), _aligned(a1, a2, umath.add))


def polysub(a1, a2):
    """The difference of two polynomials."""
    return _wrapped((a1, a2), _aligned(a1, a2, umath.subtract))


def _aligned(a1, a2, operation):
    a, b = atleast_1d(as_array(getattr(a1, "coeffs", a1))), atleast_1d(as_array(getattr(a2, "coeffs", a2)))
    gap = b.size - a.size
    if gap > 0:
        a = concatenate((zeros(gap, a._dtype), a))
    elif gap < 0:
        b = concatenate((zeros(-gap, b._dtype), b))
    return operation(a, b)


def _wrapped(given, made):
    return poly1d(made) if any(isinstance(each, poly1d) for each in given) else made


def polymul(a1, a2):
    """The product of two polynomials."""
    made = convolve(atleast_1d(as_array(getattr(a1, "coeffs", a1))), atleast_1d(as_array(getattr(a2, "coeffs", a2))))
    return _wrapped((a1, a2), made)


def polydiv(u, v):
    """(quotient, remainder) of two polynomials."""
    a, b = (atleast_1d(as_array(getattr(each, "coeffs", each))) + 0.0 for each in (u, v))
    m, n = a.size - 1, b.size - 1
    scale = 1.0 / b[0]
    q = zeros((max(m - n + 1, 1),), a._dtype)
    r = a.copy()
    for k in range(0, m - n + 1):
        d = scale * r[k]
        q[k] = d
        r[k : k + n + 1] -= d * b
    while r.size > 1 and abs(r[0]) < 1e-8:
        r = r[1:]
    return _wrapped((u, v), q), _wrapped((u, v), r)


def polyder(p, m=1):
    """The m-th derivative."""
    made = as_array(getattr(p, "coeffs", p))
    for _ in range(m):
        n = made.size - 1
        made = made[:-1] * from_values(range(n, 0, -1), (n,), dtypes.int64)
    return _wrapped((p,), made)


def polyint(p, m=1, k=None):
    """The m-th integral; k are its constants."""
    made = as_array(getattr(p, "coeffs", p))
    constants = [0] * m if k is None else list(atleast_1d(as_array(k)).tolist())
    constants = constants * m if len(constants) == 1 else constants
    for i in range(m):
        n = made.size
        made = concatenate((made / from_values(range(n, 0, -1), (n,), dtypes.int64), as_array([float(constants[i])])))
    return _wrapped((p,), made)


class poly1d:
    """A polynomial that can be called, printed and calculated with: poly1d([1, 2, 3])(0.5)."""

    __module__ = "numpy"
    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            variable = variable or c_or_r.variable
            c_or_r = c_or_r.coeffs
        c = poly(c_or_r) if r else atleast_1d(as_array(c_or_r))
        if c.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        c = trim_zeros(c, trim="f")
        self.coeffs = c if c.size else as_array([0], c._dtype)
        self.variable = variable or "x"

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: self.coeffs.size - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, val):
        return polyval(self.coeffs, val)

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __len__(self):
        return self.order

    def __array__(self, dtype=None, copy=None):
        return self.coeffs if dtype is None else self.coeffs.astype(dtype)

    def __str__(self):
        terms = []
        n = self.order
        for k, value in enumerate(self.coeffs.tolist()):
            power, text = n - k, _coefficient(value)
            if text == "0" and n > 0:
                continue
            term = text if power == 0 else f"{text} {self.variable}" if power == 1 else f"{text} {self.variable}**{power}"
            if not terms:
                terms.append(term)
            else:
                terms.append(f"- {term[1:]}" if term.startswith("-") else f"+ {term}")
        return _raised(" ".join(terms))

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return polyadd(self, poly1d(other))

    __radd__ = __add__

    def __sub__(self, other):
        return polysub(self, poly1d(other))

    def __rsub__(self, other):
        return polysub(poly1d(other), self)

    def __mul__(self, other):
        return polymul(self, poly1d(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return polydiv(self, poly1d(other)) if isinstance(other, (poly1d, ndarray)) else poly1d(self.coeffs / other)

    def __pow__(self, val):
        made = poly1d([1])
        for _ in range(val):
            made = made * self
        return made

    def __eq__(self, other):
        return isinstance(other, poly1d) and self.coeffs.shape == other.coeffs.shape and bool((self.coeffs == other.coeffs).all())

    def __getitem__(self, val):
        return self.coeffs[self.order - val] if 0 <= val <= self.order else self.coeffs._dtype.type(0)

    def __iter__(self):
        return iter(self.coeffs)

    def deriv(self, m=1):
        """The m-th derivative."""
        return poly1d(polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        """The m-th integral."""
        return poly1d(polyint(self.coeffs, m, k))


def _coefficient(value):
    if isinstance(value, complex) and value.imag:
        return f"{value.imag:.4g}j" if value.real == 0 else f"({value.real:.4g} + {value.imag:.4g}j)"
    return f"{value.real:.4g}".removesuffix(".0000")


def _raised(text, wrap=70):
    """Exponents on a line of their own above; long polynomials go on below."""
    import re

    out, above, below, last = " ", "", "", 0
    for found in re.finditer(r"\*\*([0-9]*)", text):
        before, power = text[last : found.start()], found.group(1)
        upper, lower = " " * (len(before) - 1) + power, before + " " * (len(power) - 1)
        last = found.end()
        if len(below) + len(lower) > wrap or len(above) + len(upper) > wrap:
            out += f"{above}\n{below}\n "
            above, below = upper, lower
        else:
            above, below = above + upper, below + lower
    return f"{out}{above}\n{below}{text[last:]}"
