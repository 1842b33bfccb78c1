"""numpy.polynomial: the class Polynomial of power series with a domain; the other bases (Chebyshev, Legendre, …) are not here."""

from numpy._core.arrayprint import format_float_positional, format_float_scientific, get_printoptions
from numpy._core.ndarray import as_array
from numpy._core.ranges import linspace as _linspace
from numpy.polynomial import polynomial

_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Polynomial:
    """coef[0] + coef[1]·x + coef[2]·x² + … of x mapped from the domain to the window."""

    __module__ = "numpy.polynomial.polynomial"
    __array_ufunc__ = None
    __hash__ = None

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = polynomial.series(coef).copy()
        self.domain = as_array([-1, 1]) if domain is None else as_array(domain, float)
        self.window = as_array([-1, 1]) if window is None else as_array(window, float)
        self.symbol = symbol

    def _map(self):
        """(offset, scale) from the domain to the window."""
        a, b = self.domain.tolist()
        c, d = self.window.tolist()
        return (b * c - a * d) / (b - a), (d - c) / (b - a)

    def __call__(self, arg):
        offset, scale = self._map()
        arg = as_array(arg) if isinstance(arg, (list, tuple)) else arg
        return polynomial.polyval(offset + scale * arg, self.coef)

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _other(self, other):
        if isinstance(other, Polynomial):
            if (other.domain != self.domain).any():
                raise TypeError("Domains differ")
            return other.coef
        return other

    def __add__(self, other):
        return self._like(polynomial.polyadd(self.coef, self._other(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._like(polynomial.polysub(self.coef, self._other(other)))

    def __rsub__(self, other):
        return self._like(polynomial.polysub(self._other(other), self.coef))

    def __mul__(self, other):
        return self._like(polynomial.polymul(self.coef, self._other(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._like(self.coef / other)

    def __floordiv__(self, other):
        return self._like(polynomial.polydiv(self.coef, self._other(other))[0])

    def __mod__(self, other):
        return self._like(polynomial.polydiv(self.coef, self._other(other))[1])

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, other):
        return self._like(polynomial.polypow(self.coef, other))

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def __eq__(self, other):
        same = isinstance(other, Polynomial) and self.coef.shape == other.coef.shape
        return same and bool((self.coef == other.coef).all()) and bool((self.domain == other.domain).all())

    def __len__(self):
        return self.coef.size

    def __iter__(self):
        return iter(self.coef)

    def __repr__(self):
        def inner(a):
            return repr(a)[6:-1]

        return f"Polynomial({inner(self.coef)}, domain={inner(self.domain)}, window={inner(self.window)}, symbol={self.symbol!r})"

    def __str__(self):
        text = _number(self.coef[0])
        line = len(text)
        width = get_printoptions()["linewidth"]
        for power, value in enumerate(self.coef[1:].tolist(), 1):
            term = f"{'+' if value >= 0 else '-'} {_number(abs(value), True)}·{self.symbol}{str(power).translate(_POWERS) if power > 1 else ''}"
            if line + len(term) + 1 >= width:
                text, line = text + "\n", 0
            else:
                text, line = text + " ", line + 1
            text, line = text + term, line + len(term)
        return text

    def degree(self):
        """The number of coefficients less one."""
        return self.coef.size - 1

    def roots(self):
        """The roots, in the domain."""
        offset, scale = self._map()
        return (polynomial.polyroots(self.coef) - offset) / scale

    def deriv(self, m=1):
        """The m-th derivative."""
        return self._like(polynomial.polyder(self.coef, m, self._map()[1]))

    def integ(self, m=1, k=(), lbnd=None):
        """The m-th integral."""
        offset, scale = self._map()
        return self._like(polynomial.polyint(self.coef, m, k, 0 if lbnd is None else offset + scale * lbnd, 1 / scale))

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial over another domain (by default the window's: coefficients of x itself)."""
        if kind not in (None, Polynomial):
            raise NotImplementedError("only the basis of powers is here")
        target = Polynomial([0], domain, window)
        offset, scale = target._map()
        inner = Polynomial([-offset / scale, 1 / scale], target.domain, target.window)
        own_offset, own_scale = self._map()
        moved = inner.coef * own_scale
        moved[0] += own_offset
        made = as_array([0.0])
        for value in self.coef[::-1].tolist():
            made = polynomial.polyadd(polynomial.polymul(made, moved), [value])
        return Polynomial(made, target.domain, target.window, self.symbol)

    def copy(self):
        """A copy."""
        return self._like(self.coef)

    def trim(self, tol=0):
        """Without trailing small coefficients."""
        return self._like(polynomial.polytrim(self.coef, tol))

    def linspace(self, n=100, domain=None):
        """(n points of the domain, the values there)."""
        start, stop = (self.domain if domain is None else as_array(domain)).tolist()
        x = _linspace(start, stop, n)
        return x, self(x)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None):
        """The polynomial of least squares through points, over the domain that they span."""
        x = as_array(x)
        if domain is None:
            low, high = x.min(), x.max()
            domain = [low - 1, high + 1] if low == high else [low, high]
        frame = cls([0], domain, window)
        offset, scale = frame._map()
        found = polynomial.polyfit(offset + scale * x, y, deg, rcond, full, w)
        return (cls(found[0], domain, window), found[1]) if full else cls(found, domain, window)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None):
        """The polynomial with the given roots."""
        roots = as_array(roots)
        if domain is not None and len(domain) == 0:
            domain = [-1, 1]
        elif domain is None:
            domain = [roots.min(), roots.max()]
        frame = cls([0], domain, window)
        offset, scale = frame._map()
        return cls(polynomial.polyfromroots(offset + scale * roots) / scale**roots.size, domain, window)

    @classmethod
    def basis(cls, deg, domain=None, window=None):
        """x to the power deg."""
        return cls([0] * deg + [1], domain, window)

    @classmethod
    def identity(cls, domain=None, window=None):
        """x itself."""
        frame = cls([0], domain, window)
        offset, scale = frame._map()
        return cls([0 - offset / scale, 1 / scale], domain, window)


def _number(value, parens=False):
    options = get_printoptions()
    size = abs(value)
    if value != 0 and (size >= 1e8 or size < 10 ** min(0, -(options["precision"] - 1) // 2)):
        text = format_float_scientific(value, precision=options["precision"], trim="0")
        return f"({text})" if parens else text
    return format_float_positional(value, precision=options["precision"], trim="0")


def set_default_printstyle(style):
    """Accepts 'unicode', the style that is here."""
    if style != "unicode":
        raise NotImplementedError("polynomials print in the unicode style only")


def __getattr__(name):
    if name in ("Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre", "chebyshev", "legendre", "hermite", "hermite_e", "laguerre"):
        from numpy._missing import NotHere

        raise NotHere(f"numpy.polynomial.{name} is not here: use Polynomial")
    raise AttributeError(f"module 'numpy.polynomial' has no attribute {name!r}")
