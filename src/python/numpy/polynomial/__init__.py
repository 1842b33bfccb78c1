"""numpy.polynomial: the class Polynomial of power series with a domain; the other bases (Chebyshev, Legendre, …) are not here."""

from numbers import Number

from numpy._core.arrayprint import format_float_positional, format_float_scientific, get_printoptions
from numpy._core.ndarray import as_array, ndarray
from numpy._core.ranges import linspace as _linspace
from numpy.polynomial import polynomial

_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Polynomial:
    """coef[0] + coef[1]·x + coef[2]·x² + … of x mapped from the domain to the window."""

    __module__ = "numpy.polynomial.polynomial"
    __array_ufunc__ = None
    __hash__ = None

    domain = window = as_array([-1, 1])  # whole numbers, as NumPy prints them where none are given
    basis_name, maxpower = None, 100

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = polynomial.series(coef).copy()
        if domain is not None:
            self.domain = _pair("Domain", domain)
        if window is not None:
            self.window = _pair("Window", window)
        if not isinstance(symbol, str) or not symbol.isidentifier():
            raise (ValueError if isinstance(symbol, str) else TypeError)(
                "Symbol string must be a valid Python identifier" if isinstance(symbol, str) else "Symbol must be a non-empty string"
            )
        self.symbol = symbol

    def mapparms(self):
        """(offset, scale) from the domain to the window."""
        a, b = self.domain.tolist()
        c, d = self.window.tolist()
        return (b * c - a * d) / (b - a), (d - c) / (b - a)

    def __call__(self, arg):
        offset, scale = self.mapparms()
        arg = as_array(arg) if isinstance(arg, (list, tuple)) else arg
        return polynomial.polyval(offset + scale * arg, self.coef)

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _other(self, other):
        """The coefficients of an operand, or None for what is none."""
        if isinstance(other, Polynomial):
            if (other.domain != self.domain).any():
                raise TypeError("Domains differ")
            if (other.window != self.window).any():
                raise TypeError("Windows differ")
            if other.symbol != self.symbol:
                raise ValueError("Polynomial symbols differ")
            return other.coef
        return None if isinstance(other, (str, bytes, dict)) or other is None else other

    def _with(self, other, compute):
        """The polynomial that a function of both operands' coefficients makes."""
        given = self._other(other)
        return NotImplemented if given is None else self._like(compute(self.coef, given))

    def __add__(self, other):
        return self._with(other, polynomial.polyadd)

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, polynomial.polysub)

    def __rsub__(self, other):
        return self._with(other, lambda own, given: polynomial.polysub(given, own))

    def __mul__(self, other):
        return self._with(other, polynomial.polymul)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, bool) or not isinstance(other, Number) and not (isinstance(other, ndarray) and other.ndim == 0):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self._like(self.coef / other)

    def __floordiv__(self, other):
        return self._with(other, lambda own, given: polynomial.polydiv(own, given)[0])

    def __mod__(self, other):
        return self._with(other, lambda own, given: polynomial.polydiv(own, given)[1])

    def __divmod__(self, other):
        return self // other, self % other

    def __rfloordiv__(self, other):
        return self._with(other, lambda own, given: polynomial.polydiv(given, own)[0])

    def __rmod__(self, other):
        return self._with(other, lambda own, given: polynomial.polydiv(given, own)[1])

    def __pow__(self, other):
        return self._like(polynomial.polypow(self.coef, other, self.maxpower))

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def __eq__(self, other):
        same = isinstance(other, Polynomial) and self.coef.shape == other.coef.shape
        if not same or self.symbol != other.symbol:
            return False
        return all(bool((getattr(self, name) == getattr(other, name)).all()) for name in ("coef", "domain", "window"))

    def __len__(self):
        return self.coef.size

    def __iter__(self):
        return iter(self.coef)

    def __repr__(self):
        def inner(a):
            return repr(a)[6:-1]

        return f"Polynomial({inner(self.coef)}, domain={inner(self.domain)}, window={inner(self.window)}, symbol={self.symbol!r})"

    def __str__(self):
        return self._text(ascii=_style == "ascii")

    def __format__(self, style):
        if style not in ("", "ascii", "unicode"):
            raise ValueError(
                f"Unsupported format string '{style}' passed to {type(self)}.__format__. Valid options are 'ascii' and 'unicode'"
            )
        return str(self) if style == "" else self._text(ascii=style == "ascii")

    def _text(self, ascii):  # noqa: A002
        text = _number(self.coef[0])
        line = len(text)
        width = get_printoptions()["linewidth"]
        for power, value in enumerate(self.coef[1:].tolist(), 1):
            raised = "" if power == 1 else f"**{power}" if ascii else str(power).translate(_POWERS)
            term = f"{'+' if value >= 0 else '-'} {_number(abs(value), True)}{' ' if ascii else '·'}{self.symbol}{raised}"
            if line + len(term) + 1 >= width:
                text, line = text + "\n", 0
            else:
                text, line = text + " ", line + 1
            text, line = text + term, line + len(term)
        return text

    def has_samecoef(self, other):
        """Whether the coefficients are as many and equal."""
        return self.coef.shape == other.coef.shape and bool((self.coef == other.coef).all())

    def has_samedomain(self, other):
        """Whether the domains are equal."""
        return bool((self.domain == other.domain).all())

    def has_samewindow(self, other):
        """Whether the windows are equal."""
        return bool((self.window == other.window).all())

    def has_sametype(self, other):
        """Whether the other is a polynomial of the same basis."""
        return isinstance(other, type(self))

    def truncate(self, size):
        """The first `size` coefficients."""
        if size != int(size) or size < 1:
            raise ValueError("size must be a positive integer")
        return self._like(self.coef[: int(size)])

    def cutdeg(self, deg):
        """Without the terms above a degree."""
        return self.truncate(deg + 1)

    def degree(self):
        """The number of coefficients less one."""
        return self.coef.size - 1

    def roots(self):
        """The roots, in the domain."""
        offset, scale = self.mapparms()
        return (polynomial.polyroots(self.coef) - offset) / scale

    def deriv(self, m=1):
        """The m-th derivative."""
        return self._like(polynomial.polyder(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=(), lbnd=None):
        """The m-th integral."""
        offset, scale = self.mapparms()
        return self._like(polynomial.polyint(self.coef, m, k, 0 if lbnd is None else offset + scale * lbnd, 1 / scale))

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial over another domain (by default the window's: coefficients of x itself)."""
        if kind not in (None, Polynomial):
            raise NotImplementedError("only the basis of powers is here")
        target = Polynomial([0], *_frame(domain, window))
        offset, scale = target.mapparms()
        inner = Polynomial([-offset / scale, 1 / scale], target.domain, target.window)
        own_offset, own_scale = self.mapparms()
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
        elif len(domain) == 0:
            domain = None
        domain, window = _frame(domain, window)
        frame = cls([0], domain, window)
        offset, scale = frame.mapparms()
        found = polynomial.polyfit(offset + scale * x, y, deg, rcond, full, w)
        return (cls(found[0], domain, window), found[1]) if full else cls(found, domain, window)

    @classmethod
    def fromroots(cls, roots, domain=(), window=None):
        """The polynomial with the given roots."""
        roots = as_array(roots)
        if domain is None:
            domain = [roots.min(), roots.max()]
        elif len(domain) == 0:
            domain = None
        domain, window = _frame(domain, window)
        frame = cls([0], domain, window)
        offset, scale = frame.mapparms()
        return cls(polynomial.polyfromroots(offset + scale * roots) / scale**roots.size, domain, window)

    @classmethod
    def basis(cls, deg, domain=None, window=None):
        """x to the power deg."""
        if deg != int(deg) or deg < 0:
            raise ValueError("deg must be non-negative integer")
        return cls([0] * deg + [1], *_frame(domain, window))

    @classmethod
    def identity(cls, domain=None, window=None):
        """x itself."""
        domain, window = _frame(domain, window)
        frame = cls([0], domain, window)
        offset, scale = frame.mapparms()
        return cls([0 - offset / scale, 1 / scale], domain, window)


def _pair(name, given):
    """The ends of an interval as floats."""
    made = polynomial.series(given)
    if made.size != 2:
        raise ValueError(f"{name} has wrong number of elements.")
    return made


def _frame(domain, window):
    """Domain and window with the usual ones where none are given."""
    return (Polynomial.domain if domain is None else domain), (Polynomial.window if window is None else window)


def _number(value, parens=False):
    options = get_printoptions()
    size = abs(value)
    if value != 0 and (size >= 1e8 or size < 10 ** min(0, -(options["precision"] - 1) // 2)):
        text = format_float_scientific(value, precision=options["precision"], trim="0")
        return f"({text})" if parens else text
    return format_float_positional(value, precision=options["precision"], trim="0")


_style = "unicode"


def set_default_printstyle(style):
    """How polynomials print: 'unicode' or 'ascii'."""
    global _style
    if style not in ("unicode", "ascii"):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    _style = style


def __getattr__(name):
    if name in ("Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre", "chebyshev", "legendre", "hermite", "hermite_e", "laguerre"):
        from numpy._missing import NotHere

        raise NotHere(f"numpy.polynomial.{name} is not here: use Polynomial")
    raise AttributeError(f"module 'numpy.polynomial' has no attribute {name!r}")
