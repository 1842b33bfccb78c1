"""numpy.polynomial.polynomial: functions of power series whose coefficients go from low to high degree."""

from numpy._core.construct import array
from numpy._core.filled import zeros
from numpy._core.ndarray import as_array
from numpy._core.ranges import arange
from numpy.lib.function_base import convolve

polyx, polyone, polyzero = (0, 1), (1,), (0,)


def series(c):
    """Coefficients as a vector of floating numbers."""
    made = as_array(c)
    made = made.reshape(1) if made.ndim == 0 else made
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


def polypow(c, pow):  # noqa: A002
    """A power of a series."""
    made = as_array([1.0])
    for _ in range(pow):
        made = polymul(made, c)
    return made


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
