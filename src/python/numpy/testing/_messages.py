"""How numpy.testing compares two arrays and words what is wrong with them."""

from numpy._core import umath
from numpy._core.arrayprint import array2string, array_repr
from numpy._core.construct import array
from numpy._core.errstate import errstate
from numpy._core.ndarray import as_array, ndarray, result

_NUMBERS = "biufc"


def message(objects, err_msg="", header="Items are not equal:", verbose=True, names=("ACTUAL", "DESIRED"), precision=8):
    """The header, what the caller said, and the objects (arrays cut to three lines)."""
    lines = ["\n" + header]
    if err_msg:
        if "\n" not in err_msg and len(err_msg) < 79 - len(header):
            lines = [lines[0] + " " + err_msg]
        else:
            lines.append(err_msg)
    if verbose:
        for name, each in zip(names, objects, strict=True):
            text = array_repr(each, precision=precision) if isinstance(each, ndarray) else repr(each)
            if text.count("\n") > 3:
                text = "\n".join(text.splitlines()[:3]) + "..."
            lines.append(f" {name}: {text}")
    return "\n".join(lines)


def compare_arrays(holds, x, y, header, err_msg, verbose, precision=6, equal_nan=True, equal_inf=True, strict=False):
    """Raises AssertionError unless shapes fit, NaN and infinities stand at the same places and `holds` for all other elements."""
    x, y = as_array(x), as_array(y)

    def fail(reason):
        raise AssertionError(message([x, y], err_msg + reason, header, verbose, ("x", "y"), precision))

    fits = x.shape == y.shape and x._dtype == y._dtype if strict else x.shape == y.shape or x.shape == () or y.shape == ()
    if not fits:
        if x.shape == y.shape:
            fail(f"\n(dtypes {x._dtype}, {y._dtype} mismatch)")
        fail(f"\n(shapes {x.shape}, {y.shape} mismatch)")
    with errstate(all="ignore"):
        left, right, total = _ordinary(x, y, equal_nan, equal_inf, fail)
        if left is None:
            return
        good = array(holds(left, right)).reshape(-1)
        if not bool(good.all()):
            fail(_remarks(left, right, good, total or good.size))


def _ordinary(x, y, equal_nan, equal_inf, fail):
    """The elements that are no NaN or infinity, and how many there were with them (0: none had to go); (None, …) for no elements."""
    if x._dtype.kind not in _NUMBERS or y._dtype.kind not in _NUMBERS:
        return x, y, 0
    tests = [(umath.isnan, "nan")] if equal_nan else []
    if equal_inf:
        tests += [(lambda a: a == float("inf"), "+inf"), (lambda a: a == float("-inf"), "-inf")]
    special = None
    for test, word in tests:
        first, second = as_array(test(x)), as_array(test(y))
        if not bool(as_array(first == second).all()):
            fail(f"\nx and y {word} location mismatch:")
        both = as_array(first & second)
        special = both if special is None else as_array(special | both)
    if special is None:
        return x, y, 0
    if special.ndim == 0:
        return (None, None, 0) if bool(special) else (x, y, 0)
    left, right = (each[~special] if each.shape else each for each in (x, y))
    return (None, None, 0) if bool(special.all()) and special.size else (left, right, special.size)


def _remarks(x, y, good, total):
    bad = good.size - int(good.sum())
    lines = [f"Mismatched elements: {bad} / {total} ({100 * bad / total:.3g}%)"]
    try:
        apart = as_array(umath.absolute(x - y))
        if x._dtype.kind == "u":
            apart = as_array(umath.minimum(apart, umath.absolute(y - x)))
    except TypeError:
        return "\n" + "\n".join(lines)
    lines.append("Max absolute difference: " + _shown(apart.max()))
    nonzero = as_array(y != 0)
    if not bool(nonzero.any()):
        worst = array(float("inf"))
    elif nonzero.ndim == 0:
        worst = as_array(apart / umath.absolute(y)).max()
    else:
        worst = as_array((apart[nonzero] if apart.shape else apart) / umath.absolute(y[nonzero])).max()
    lines.append("Max relative difference: " + _shown(worst))
    return "\n" + "\n".join(lines)


def _shown(value):
    return array2string(as_array(value)) if isinstance(value, ndarray) or hasattr(value, "dtype") else str(result(as_array(value)))
