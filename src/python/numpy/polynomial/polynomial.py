"""numpy.polynomial.polynomial: functions of power series whose coefficients go from low to high degree."""

from numpy._core.construct import array
from numpy._core.filled import zeros
from numpy._core.ndarray import as_array
from numpy._core.ranges import arange
from numpy.lib.function_base import convolve

polydomain, polyzero, polyone, polyx = (as_array(each) for each in ([-1, 1], [0], [1], [0, 1]))


def series(c):
    """Coefficients as a vector of floating numbers."""
    made = as_array(c)
    made = made.reshape(1) if made.ndim == 0 else made
    if made.size == 0:
        raise ValueError("Coefficient array is empty")
    if made.ndim != 1:
        raise ValueError("Coefficient array is not 1-d")
    return made if made._dtype.kind in "fcO" else made.astype(float)


def polytrim(c, tol=0):
    """The series without trailing coefficients of at most tol."""
    c = series(c)
    last = next((i for i in range(c.size - 1, -1, -1) if abs(c[i]) > tol), -1)
    return c[: last + 1].copy() if last >= 0 else c[:1] * 0


def polyval(x, c, tensor=True):
    """The value of a series at x."""
    c = series(c)
    x = as_array(x) if isinstance(x, (list, tuple)) else x
    total = c[-1] + x * 0
    for i in range(c.size - 2, -1, -1):
        total = c[i] + total * x
    return total


def polyadd(c1, c2):
    """The sum of two series."""
    a, b = series(c1), series(c2)
    if a.size < b.size:
        a, b = b, a
    made = a + 0 * b[:1]
    made[: b.size] += b
    return polytrim(made)


def polysub(c1, c2):
    """The difference of two series."""
    return polyadd(c1, -series(c2))


def polymul(c1, c2):
    """The product of two series."""
    return polytrim(convolve(series(c1), series(c2)))


def polydiv(c1, c2):
    """(quotient, remainder) of two series."""
    from numpy.lib.polynomial import polydiv as divided

    quotient, rest = divided(polytrim(c1)[::-1], polytrim(c2)[::-1])
    return polytrim(as_array(quotient)[::-1].copy()), polytrim(as_array(rest)[::-1].copy())


def polypow(c, pow, maxpower=None):  # noqa: A002
    """A power of a series."""
    if pow != int(pow) or pow < 0:
        raise ValueError("Power must be a non-negative integer.")
    if maxpower is not None and pow > maxpower:
        raise ValueError("Power is too large")
    made = as_array([1.0])
    for _ in range(int(pow)):
        made = polymul(made, c)
    return made


def polymulx(c):
    """The series times x."""
    c = series(c)
    made = zeros(c.size + 1)
    made[1:] = c
    return made


def polyline(off, scl):
    """The coefficients of off + scl·x."""
    return as_array([off, scl] if scl != 0 else [off])


def polyder(c, m=1, scl=1):
    """The m-th derivative."""
    c = series(c)
    for _ in range(m):
        c = c[1:] * arange(1, c.size) * scl if c.size > 1 else c[:1] * 0
    return c


def polyint(c, m=1, k=(), lbnd=0, scl=1):
    """The m-th integral, which is k at lbnd."""
    c = series(c)
    constants = [k] if isinstance(k, (int, float)) else list(k)
    for step in range(m):
        made = zeros(c.size + 1)
        made[1:] = c * scl / arange(1, c.size + 1)
        made[0] = (constants[step] if step < len(constants) else 0) - polyval(lbnd, made)
        c = made
    return c


def polyfromroots(roots):
    """The series with the given roots and highest coefficient 1."""
    made = as_array([1.0])
    for root in as_array(roots).reshape(-1).tolist():
        made = convolve(made, as_array([-root, 1.0]))
    return made


def polycompanion(c):
    """The matrix whose eigenvalues are the roots."""
    c = series(c)
    if c.size < 2:
        raise ValueError("Series must have maximum degree of at least 1.")
    made = zeros((c.size - 1, c.size - 1))
    for row in range(1, c.size - 1):
        made[row, row - 1] = 1
    made[:, -1] -= c[:-1] / c[-1]
    return made


def polyvalfromroots(x, r, tensor=True):
    """The value at x of the polynomial with the roots r and highest coefficient 1."""
    from numpy._core.fromnumeric import prod

    x, r = as_array(x), as_array(r) * 1.0
    return prod(x - r.reshape(*r.shape, *(1,) * x.ndim), axis=0)


def _nested(c, *points):
    """The value of a series of series: coefficients of the first variable along the first axis."""
    c = as_array(c)
    total = 0
    for power in range(c.shape[0] - 1, -1, -1):
        total = total * points[0] + (c[power] if len(points) == 1 else _nested(c[power], *points[1:]))
    return total


def _together(*points):
    """Points as arrays of one shape."""
    arrays = [as_array(each) for each in points]
    if len({each.shape for each in arrays}) > 1:
        raise ValueError("x, y, z are incompatible" if len(arrays) == 3 else "x, y are incompatible")
    return [each * 1.0 for each in arrays]


def _grid(*points):
    """Points of which every one meets every one of the others."""
    arrays = [as_array(each) * 1.0 for each in points]
    return [each.reshape(*(1,) * at, -1, *(1,) * (len(arrays) - at - 1)) for at, each in enumerate(arrays)]


def polyval2d(x, y, c):
    """The values at points (x, y); c[i, j] belongs to xⁱ·yʲ."""
    return _nested(c, *_together(x, y))


def polyval3d(x, y, z, c):
    """The values at points (x, y, z); c[i, j, k] belongs to xⁱ·yʲ·zᵏ."""
    return _nested(c, *_together(x, y, z))


def polygrid2d(x, y, c):
    """The values where every x meets every y."""
    return _nested(c, *_grid(x, y))


def polygrid3d(x, y, z, c):
    """The values where every x meets every y and every z."""
    return _nested(c, *_grid(x, y, z))


def polyvander2d(x, y, deg):
    """The products xⁱ·yʲ as columns, for i and j up to the degrees."""
    first, second = polyvander(x, deg[0]), polyvander(y, deg[1])
    return (first[..., :, None] * second[..., None, :]).reshape(first.shape[0], -1)


def polyroots(c):
    """The roots, in increasing order."""
    from numpy._core.sorting import sort
    from numpy.lib.polynomial import roots

    return sort(roots(polytrim(c)[::-1]))


def polyvander(x, deg):
    """The powers of x from 0 to deg as columns."""
    from numpy.lib.twodim_base import vander

    return vander(as_array(x).reshape(-1) * 1.0, deg + 1, increasing=True)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """The series of least squares through points."""
    from numpy.linalg import lstsq

    left, right = polyvander(x, deg), array(y) * 1.0
    if w is not None:
        weight = as_array(w)
        left, right = left * weight.reshape(-1, 1), right * (weight if right.ndim == 1 else weight.reshape(-1, 1))
    scale = (left * left).sum(axis=0) ** 0.5
    x_size = as_array(x).size
    solved, residuals, rank, singular = lstsq(left / scale, right, rcond=x_size * 2.220446049250313e-16 if rcond is None else rcond)
    made = (solved.T / scale).T
    return (made, [residuals, rank, singular, rcond]) if full else made
