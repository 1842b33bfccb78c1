"""numpy.testing: assertions about arrays and other objects, with NumPy's messages (built in _messages.py)."""

import contextlib
import math
import unittest
import warnings

from numpy._core import dtypes, umath
from numpy._core.ndarray import as_array, ndarray
from numpy.lib.logic import isclose, isscalar
from numpy.testing._messages import compare_arrays, message

_case = unittest.TestCase("__init__")


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True):
    """Raises unless all elements are equal within atol + rtol · |desired|."""

    def holds(x, y):
        return isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    compare_arrays(holds, actual, desired, header, str(err_msg), verbose, equal_nan=equal_nan)


def assert_array_equal(x, y, err_msg="", verbose=True, *, strict=False):
    """Raises unless two arrays have the same shape and elements (strict: and dtype)."""
    compare_arrays(lambda a, b: a == b, x, y, "Arrays are not equal", err_msg, verbose, strict=strict)


def assert_array_almost_equal(x, y, decimal=6, err_msg="", verbose=True):
    """Raises unless two arrays agree to so many decimals."""

    def holds(a, b):
        apart = as_array(umath.absolute(a - b))
        return (apart if apart._dtype.kind in "iufc" else apart.astype(float)) < 1.5 * 10.0 ** (-decimal)

    header = f"Arrays are not almost equal to {decimal} decimals"
    compare_arrays(holds, x, y, header, err_msg, verbose, precision=decimal)


def assert_array_less(x, y, err_msg="", verbose=True):
    """Raises unless every element of x is below that of y."""
    compare_arrays(lambda a, b: a < b, x, y, "Arrays are not less-ordered", err_msg, verbose, equal_inf=False)


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
    text = message([actual, desired], err_msg, verbose=verbose)
    if isscalar(desired) != isscalar(actual):
        raise AssertionError(text)
    if _is_nan(desired) and _is_nan(actual):
        return
    numbers = isinstance(desired, float) and isinstance(actual, float)
    if numbers and desired == actual == 0 and math.copysign(1, desired) != math.copysign(1, actual):
        raise AssertionError(text)
    if not (desired == actual):
        raise AssertionError(text)


def _is_nan(value):
    return isinstance(value, (float, complex)) and value != value or getattr(value, "dtype", dtypes.bool_).kind in "fc" and value != value


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Raises unless two numbers (or arrays) agree to so many decimals."""
    if isinstance(actual, (ndarray, list, tuple)) or isinstance(desired, (ndarray, list, tuple)):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
        return
    if _is_nan(actual) and _is_nan(desired) or actual == desired:
        return
    if not abs(desired - actual) < 1.5 * 10.0 ** (-decimal):
        raise AssertionError(message([actual, desired], err_msg, f"Arrays are not almost equal to {decimal} decimals", verbose))


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    """Raises unless two numbers agree to so many significant digits."""
    if actual == desired or _is_nan(actual) and _is_nan(desired):
        return
    scale = 10.0 ** math.floor(math.log10(0.5 * (abs(desired) + abs(actual))))
    if not abs(desired / scale - actual / scale) < 10.0 ** -(significant - 1):
        raise AssertionError(message([actual, desired], err_msg, f"Items are not equal to {significant} significant digits:", verbose))


def assert_string_equal(actual, desired):
    """Raises unless two texts are equal; the message shows where they differ."""
    for each in (actual, desired):
        if not isinstance(each, str):
            raise AssertionError(repr(type(each)))
    if actual != desired:
        import difflib

        lines = difflib.Differ().compare(actual.splitlines(True), desired.splitlines(True))
        shown = [line if line.endswith("\n") else line + "\n" for line in lines if not line.startswith("  ")]
        raise AssertionError(f"Differences in strings:\n{''.join(shown).rstrip()}")


def assert_(val, msg=""):
    """Raises unless the value is true."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_raises(exception_class, *args, **kwargs):
    """Raises unless the call (or the with block) raises the exception."""
    return _case.assertRaises(exception_class, *args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, *args, **kwargs):
    """assert_raises that also looks for a pattern in the message."""
    return _case.assertRaisesRegex(exception_class, expected_regexp, *args, **kwargs)


def _called(context, args, kwargs):
    if not args:
        return context
    with context:
        return args[0](*args[1:], **kwargs)


def assert_warns(warning_class, *args, **kwargs):
    """Raises unless the call (or the with block) warns."""
    return _called(_warning(warning_class), args, kwargs)


@contextlib.contextmanager
def _warning(warning_class):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    if not any(issubclass(each.category, warning_class) for each in caught):
        raise AssertionError("No warning raised")


def assert_no_warnings(*args, **kwargs):
    """Raises when the call (or the with block) warns."""
    return _called(_no_warning(), args, kwargs)


@contextlib.contextmanager
def _no_warning():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    if caught:
        raise AssertionError(f"Got warnings: {caught}")


@contextlib.contextmanager
def suppress_warnings(forwarding_rule="always"):
    """Ignores warnings in a with block."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield

