"""numpy.char: the methods of Python's strings for every element of an array."""

import operator

from numpy._core import dtypes
from numpy._core.ndarray import as_array, from_values, values
from numpy._core.shape_base import broadcast_arrays


def _each(function, kind, *arrays):
    parts = broadcast_arrays(*arrays)
    flat = [function(*row) for row in zip(*map(values, parts), strict=True)]
    return from_values(flat, parts[0].shape, kind or dtypes.text_dtype(0, "S" if flat and isinstance(flat[0], bytes) else "U"))


# Their results have the width of what they are given, whatever is left of it.
_SAME_WIDTH = ("capitalize", "lower", "lstrip", "rstrip", "strip", "swapcase", "title", "upper")


def _texts(name):
    def call(a, *args, **options):
        a = as_array(a)
        return _each(lambda text: getattr(text, name)(*args, **options), a._dtype if name in _SAME_WIDTH else None, a)

    return _named(call, name)


def _answers(name, kind):
    def call(a, *args):
        extra = args[:1]
        rest = args[1:]
        return _each(lambda text, *given: getattr(text, name)(*given, *rest), kind, as_array(a), *map(as_array, extra))

    return _named(call, name)


def _lists(name):
    def call(a, *args):
        return _each(lambda text: list(getattr(text, name)(*args)), dtypes.object_, as_array(a))

    return _named(call, name)


def _named(call, name):
    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"str.{name} of every element."
    return call


for _name in (
    "capitalize", "center", "decode", "encode", "expandtabs", "ljust", "lower", "lstrip", "replace", "rjust", "rstrip", "strip", "swapcase", "title",
    "translate", "upper", "zfill",
):  # fmt: skip
    globals()[_name] = _texts(_name)
for _name in ("count", "find", "index", "rfind", "rindex"):
    globals()[_name] = _answers(_name, dtypes.int64)
for _name in ("endswith", "isalnum", "isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "startswith"):
    globals()[_name] = _answers(_name, dtypes.bool_)
for _name in ("rsplit", "split", "splitlines"):
    globals()[_name] = _lists(_name)


def add(x1, x2):
    """The texts of two arrays one after another."""
    return _each(lambda a, b: a + b, None, as_array(x1), as_array(x2))


def multiply(a, i):
    """Every text repeated."""
    return _each(lambda text, times: text * max(times, 0), None, as_array(a), as_array(i))


def mod(a, values):  # noqa: A002
    """Every text as a format of the values."""
    return _each(lambda text, value: text % value, None, as_array(a), as_array(values))


def join(sep, seq):
    """The characters of every element of seq joined by the separator."""
    return _each(lambda between, text: between.join(text), None, as_array(sep), as_array(seq))


def str_len(a):
    """The lengths of the texts."""
    return _each(len, dtypes.int64, as_array(a))


def _compared(name, relation, doc):
    def call(x1, x2):
        return _each(lambda a, b: relation(a.rstrip(), b.rstrip()), dtypes.bool_, as_array(x1), as_array(x2))

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"Whether the first text {doc} the second, spaces at their ends aside."
    return call


equal = _compared("equal", operator.eq, "equals")
not_equal = _compared("not_equal", operator.ne, "differs from")
less = _compared("less", operator.lt, "comes before")
less_equal = _compared("less_equal", operator.le, "comes before or equals")
greater = _compared("greater", operator.gt, "comes after")
greater_equal = _compared("greater_equal", operator.ge, "comes after or equals")


def _parted(name):
    def call(a, sep):
        a = as_array(a)
        flat = [part for text in values(a) for part in getattr(text, name)(sep)]
        return from_values(flat, (*a.shape, 3), dtypes.text_dtype(0))

    return _named(call, name)


partition, rpartition = _parted("partition"), _parted("rpartition")


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    """An array of texts."""
    return as_array(obj, dtypes.text_dtype(itemsize or 0))
