"""numpy.testing: assertions about arrays, with NumPy's messages."""

import contextlib
import warnings

from numpy._core import umath
from numpy._core.arrayprint import array_repr
from numpy._core.ndarray import as_array, ndarray
from numpy.lib.logic import isclose


def _compare(holds, actual, desired, header, err_msg="", verbose=True, equal_nan=True, precision=6):
    x, y = as_array(actual), as_array(desired)
    if x.shape != y.shape and x.shape != () and y.shape != ():
        raise AssertionError(_message(x, y, err_msg, f"{header}\n\n(shapes {x.shape}, {y.shape} mismatch)", verbose))
    if equal_nan and x._dtype.kind == "f" and y._dtype.kind == "f":
        hole_x, hole_y = as_array(umath.isnan(x)), as_array(umath.isnan(y))
        if bool(as_array(hole_x != hole_y).any()):
            raise AssertionError(_message(x, y, err_msg, f"{header}\n\nx and y nan location mismatch:", verbose))
        good = as_array(holds(x, y)) | hole_x & hole_y
    else:
        good = as_array(holds(x, y))
    if bool(good.all()):
        return
    bad = int(as_array(~good).sum())
    lines = [f"Mismatched elements: {bad} / {good.size} ({100 * bad / good.size:.3g}%)"]
    if x._dtype.kind in "iuf" and y._dtype.kind in "iuf":
        apart = as_array(umath.absolute(as_array(x * 1.0) - y))
        lines.append(f"Max absolute difference: {apart[~umath.isnan(apart)].max() if apart.shape else apart}")
        base = as_array(umath.absolute(y))
        ratio = as_array(apart / base)[base != 0] if bool((base != 0).any()) else None
        if ratio is not None and base.shape:
            lines.append(f"Max relative difference: {ratio[~umath.isnan(ratio)].max()}")
        elif ratio is not None:
            lines.append(f"Max relative difference: {ratio.reshape(-1)[0]}")
        else:
            lines.append("Max relative difference: inf")
    raise AssertionError(_message(x, y, err_msg, "\n\n".join([header, "\n".join(lines)]), verbose))


def _message(x, y, err_msg, header, verbose):
    text = ["\n" + header]
    if err_msg:
        text[0] += "\n" + err_msg if "\n" in header else " " + err_msg
    if verbose:
        for name, each in (("x", x), ("y", y)):
            shown = array_repr(each) if isinstance(each, ndarray) else repr(each)
            lines = shown.split("\n")
            if len(lines) > 3:
                shown = "\n".join([*lines[:3], "..."])
            text.append(f" {name}: {shown}")
    return "\n".join(text)


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True):
    """Raises unless all elements are equal within atol + rtol · |desired|."""
    __tracebackhide__ = True

    def holds(x, y):
        return isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    _compare(holds, actual, desired, f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", str(err_msg), verbose, equal_nan)


def assert_array_equal(x, y, err_msg="", verbose=True, *, strict=False):
    """Raises unless two arrays have the same shape and elements."""
    _compare(lambda a, b: a == b, x, y, "Arrays are not equal", err_msg, verbose)


def assert_array_almost_equal(x, y, decimal=6, err_msg="", verbose=True):
    """Raises unless all elements agree to so many decimals."""

    def holds(a, b):
        return umath.absolute(as_array(a * 1.0) - b) < 1.5 * 10.0 ** (-decimal)

    _compare(holds, x, y, f"Arrays are not almost equal to {decimal} decimals", err_msg, verbose)


def assert_array_less(x, y, err_msg="", verbose=True):
    """Raises unless every element of x is below that of y."""
    _compare(lambda a, b: a < b, x, y, "Arrays are not less-ordered", err_msg, verbose, equal_nan=False)


def assert_equal(actual, desired, err_msg="", verbose=True):
    """Raises unless two objects (lists, dictionaries, arrays, numbers) are equal; NaN equals NaN."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}", verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k, each in enumerate(desired):
            assert_equal(actual[k], each, f"item={k!r}\n{err_msg}", verbose)
        return
    if isinstance(actual, ndarray) or isinstance(desired, ndarray):
        assert_array_equal(actual, desired, err_msg, verbose)
        return
    if actual != actual and desired != desired:
        return
    if not (desired == actual):
        raise AssertionError(f"\nItems are not equal:{' ' + err_msg if err_msg else ''}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Raises unless two numbers agree to so many decimals."""
    if isinstance(actual, (ndarray, list, tuple)) or isinstance(desired, (ndarray, list, tuple)):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
        return
    if actual != actual and desired != desired:
        return
    if not abs(desired - actual) < 1.5 * 10.0 ** (-decimal):
        raise AssertionError(
            f"\nArrays are not almost equal to {decimal} decimals{' ' + err_msg if err_msg else ''}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}"
        )


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    """Raises unless two numbers agree to so many significant digits."""
    import math

    if actual == desired:
        return
    scale = 10.0 ** math.floor(math.log10(0.5 * (abs(desired) + abs(actual))))
    if abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
        raise AssertionError(f"\nItems are not equal to {significant} significant digits:\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_(val, msg=""):
    """Raises unless the value is true."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_raises(exception, function=None, *args, **options):
    """Raises unless the call (or the with block) raises the exception."""
    if function is None:
        return _raising(exception)
    with _raising(exception):
        function(*args, **options)
    return None


@contextlib.contextmanager
def _raising(exception):
    try:
        yield
    except exception:
        return
    raise AssertionError(f"{exception.__name__} not raised")


@contextlib.contextmanager
def suppress_warnings():
    """Ignores warnings in a with block."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


assert_string_equal = assert_equal
