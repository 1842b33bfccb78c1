"""Printing arrays as NumPy does: set_printoptions, array2string, array_repr, and the formatters of each kind of element."""

import contextlib

from numpy._core.formatters import Complexes, Floats
from numpy._core.floatformat import positional, scientific
from numpy._core.ndarray import as_array, method, scalar, values

_defaults = {
    "edgeitems": 3, "threshold": 1000, "floatmode": "maxprec", "precision": 8, "suppress": False, "linewidth": 75, "nanstr": "nan",
    "infstr": "inf", "sign": "-", "formatter": None, "legacy": False,
}  # fmt: skip
_options = dict(_defaults)
_overrides = {"repr": None, "str": None}
# NumPy 2 adds it to the repr of arrays that are not shown whole; numpy2.py changes it.
tells_shape_of_long_arrays = False


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None):  # fmt: skip
    """Chooses how arrays print: digits, when to summarise, how wide a line may be."""
    given = {
        "precision": precision, "threshold": threshold, "edgeitems": edgeitems, "linewidth": linewidth, "suppress": suppress,
        "nanstr": nanstr, "infstr": infstr, "sign": sign, "floatmode": floatmode, "legacy": legacy,
    }  # fmt: skip
    _check(given)
    _options.update({name: value for name, value in given.items() if value is not None})
    _options["formatter"] = formatter
    if floatmode == "fixed" and precision is None and _options["precision"] is None:
        raise TypeError("precision must be given with floatmode='fixed'")


def _check(given):
    modes = ("fixed", "unique", "maxprec", "maxprec_equal")
    if given.get("floatmode") not in (None, *modes):
        raise ValueError('floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"')
    if given.get("sign") not in (None, "-", "+", " "):
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    precision = given.get("precision")
    if precision is not None and not hasattr(precision, "__index__"):
        raise TypeError("precision must be an integer")
    threshold = given.get("threshold")
    if threshold is not None:
        if not isinstance(threshold, (int, float)):
            raise TypeError("threshold must be numeric")
        if threshold != threshold:
            raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")


def get_printoptions():
    """How arrays print now."""
    return dict(_options)


@contextlib.contextmanager
def printoptions(*args, **options):
    """set_printoptions for the duration of a with block."""
    before = dict(_options)
    try:
        set_printoptions(*args, **options)
        yield get_printoptions()
    finally:
        _options.update(before)


# --- one element ------------------------------------------------------------------------------------------------------


def _formatter(kind, numbers, options):
    """A function from one element to its text."""
    own = options["formatter"] or {}
    groups = {"b": ("bool",), "i": ("int",), "u": ("int",), "f": ("float",), "c": ("complexfloat",), "U": ("numpystr",), "S": ("numpystr",), "O": ("object",)}  # fmt: skip
    wide = {"i": "int_kind", "u": "int_kind", "f": "float_kind", "c": "complex_kind", "U": "str_kind", "S": "str_kind"}
    for name in (*groups[kind.kind], wide.get(kind.kind), "all"):
        if name in own:
            return own[name]
    if kind.kind == "f":
        return Floats(numbers, kind.itemsize, options)
    if kind.kind == "c":
        return Complexes(numbers, kind.itemsize, options)
    if kind.kind in "iu":
        width = max((len(str(each)) for each in numbers), default=0)
        return lambda x: str(x).rjust(width)
    if kind.kind == "b":
        return lambda x: "False" if not x else " True" if options["padded"] else "True"
    if kind.kind == "O":
        return lambda x: f"list({x!r})" if isinstance(x, list) else repr(x)
    return repr


# --- the whole array ------------------------------------------------------------------------------------------------


def _corners(a, edge):
    """The elements that a summary shows."""
    from numpy._core.shape_base import concatenate

    for axis, size in enumerate(a.shape):
        if size > 2 * edge:
            front = (slice(None),) * axis
            a = concatenate([a[(*front, slice(None, edge))], a[(*front, slice(-edge, None))]], axis=axis)
    return a


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", style=None, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", *, legacy=None):  # fmt: skip
    """The text of an array: what str gives, with its own options."""
    given = {
        "linewidth": max_line_width, "precision": precision, "suppress": suppress_small, "formatter": formatter, "threshold": threshold,
        "edgeitems": edgeitems, "sign": sign, "floatmode": floatmode,
    }  # fmt: skip
    _check(given)
    options = {**_options, **{name: value for name, value in given.items() if value is not None}}
    a = as_array(a)
    options["linewidth"] -= len(suffix)
    if a.size == 0:
        return "[]"
    edge = options["edgeitems"]
    summary = a.size > options["threshold"]
    shown = _corners(a, edge) if summary else a
    kind = a._dtype
    numbers = values(shown)
    if kind.kind == "O" and options["formatter"] is None:
        return _layout(a, shown, numbers, _formatter(kind, numbers, options), options, separator, prefix, summary)
    options["padded"] = a.shape != ()
    form = _formatter(kind, numbers, options)
    if options["formatter"] and not callable(getattr(form, "pad_left", None)):
        from numpy._core.scalars import make_scalar

        plain = form
        form = (lambda x: plain(make_scalar(kind, x))) if form in options["formatter"].values() else form
    return _layout(a, shown, numbers, form, options, separator, prefix, summary)


def _layout(a, shown, numbers, form, options, separator, prefix, summary):
    texts = [form(x) for x in numbers]
    if a.shape == ():
        return texts[0]
    edge = options["edgeitems"] if summary else 0
    writer = _Writer(a.shape, shown.shape, texts, options["linewidth"], separator, edge)
    return writer.rows(0, 0, " " + " " * len(prefix), options["linewidth"])


class _Writer:
    """Nested brackets with lines that are broken before the width."""

    def __init__(self, shape, shown, texts, width, separator, edge):
        self.shape, self.texts, self.separator, self.edge = shape, texts, separator, edge
        self.steps = [1] * len(shown)
        for d in range(len(shown) - 2, -1, -1):
            self.steps[d] = self.steps[d + 1] * shown[d + 1]

    def rows(self, axis, start, indent, width):
        """The text of the subarray that begins at `start` among the shown elements."""
        inner_indent = indent + " "
        inner_width = width - 1
        left = len(self.shape) - axis
        size, step = self.shape[axis], self.steps[axis]
        cut = bool(self.edge) and 2 * self.edge < size
        leading, trailing = (self.edge, self.edge) if cut else (0, size)
        shown = leading + trailing
        text = ""
        if left == 1:
            room = width - max(len(self.separator.rstrip()), 1)
            line = indent
            for i in range(leading):
                text, line = _extend(text, line, self.texts[start + i], room, indent)
                line += self.separator
            if cut:
                text, line = _extend(text, line, "...", room, indent)
                line += self.separator
            for i in range(shown - trailing, shown - 1):
                text, line = _extend(text, line, self.texts[start + i], room, indent)
                line += self.separator
            text, line = _extend(text, line, self.texts[start + shown - 1], room, indent)
            text += line
        else:
            between = self.separator.rstrip() + "\n" * (left - 1)
            for i in range(leading):
                text += indent + self.rows(axis + 1, start + i * step, inner_indent, inner_width) + between
            if cut:
                text += indent + "..." + between
            for i in range(shown - trailing, shown - 1):
                text += indent + self.rows(axis + 1, start + i * step, inner_indent, inner_width) + between
            text += indent + self.rows(axis + 1, start + (shown - 1) * step, inner_indent, inner_width)
        return "[" + text[len(indent) :] + "]"


def _extend(text, line, word, room, indent):
    """Adds a word to the line, which is put away first when it would grow too long; words may have several lines."""
    if "\n" in word:
        words = word.splitlines()
        longest = max(map(len, words))
        if len(line) + longest > room and len(line) > len(indent):
            text += line.rstrip() + "\n"
            line = indent
        pad = len(line) * " "
        line += words[0]
        for each in words[1:]:
            text += line.rstrip() + "\n"
            line = pad + each
        gap = longest - len(words[-1])
        return text, line + gap * " "
    if len(line) + len(word) > room and len(line) > len(indent):
        text += line.rstrip() + "\n"
        line = indent
    return text, line + word


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """What print shows."""
    a = as_array(a)
    if a.shape == ():
        return str(scalar(a)) if a._dtype.kind != "O" else str(a.item())
    return array2string(a, max_line_width, precision, suppress_small, " ", "")


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """array([…]) with the dtype where the elements do not tell it."""
    a = as_array(arr)
    width = max_line_width or _options["linewidth"]
    kind = a._dtype
    tells_shape = tells_shape_of_long_arrays and a.size > _options["threshold"]
    plain = kind.name in ("float64", "int64", "bool", "complex128") and a.size > 0
    head = "array("
    if a.size > 0 or a.shape == (0,):
        body = array2string(a, width, precision, suppress_small, ", ", head, suffix=")" if plain else ",")
    else:
        body = f"[], shape={a.shape}"
    if plain and not tells_shape:
        return head + body + ")"
    name = repr(str(kind)) if kind.kind in "US" else kind.name
    told = [f"shape={a.shape}"] if tells_shape else []
    tail = ", ".join(told if plain else [*told, f"dtype={name}"]) + ")"
    last = len(head + body) - (head + body).rfind("\n") - 1 + 1
    gap = "\n" + " " * len(head) if last + len(tail) + 1 > width else " "
    return head + body + "," + gap + tail


def set_string_function(f, repr=True):
    """Replaces the function that prints arrays (None: NumPy's own)."""
    _overrides["repr" if repr else "str"] = f


@method
def __repr__(self):
    return (_overrides["repr"] or array_repr)(self)


@method
def __str__(self):
    return (_overrides["str"] or array_str)(self)


@method
def __format__(self, spec):
    if self.shape == ():
        return format(scalar(self), spec)
    if spec:
        raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
    return str(self)


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None, pad_right=None, min_digits=None):  # fmt: skip
    """A number without exponent."""
    itemsize = getattr(getattr(x, "dtype", None), "itemsize", 8)
    text = positional(float(x), itemsize, precision, unique, min_digits, trim == "k" and not unique)
    whole, _, fraction = text.partition(".")
    if trim == "k" and precision is not None and not unique:
        fraction = fraction.ljust(precision, "0")
    elif trim == "0" and not fraction:
        fraction = "0"
    text = whole + ("" if trim == "-" and not fraction else "." + fraction)
    text = "+" + text if sign and text[0] != "-" else text
    if pad_left is not None:
        text = " " * (pad_left - len(text.partition(".")[0])) + text
    return text if pad_right is None else text + " " * (pad_right - len(text.partition(".")[2]))


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None):  # fmt: skip
    """A number as d.ddde+xx."""
    itemsize = getattr(getattr(x, "dtype", None), "itemsize", 8)
    kept = precision or 0 if trim == "k" and not unique else 0
    text = scientific(float(x), itemsize, precision, unique, max(kept, min_digits or 0), exp_digits or 2)
    if trim == "-":
        text = text.replace(".e", "e")
    elif trim == "0":
        text = text.replace(".e", ".0e")
    return "+" + text if sign and text[0] != "-" else text


def binary_repr(num, width=None):
    """A number in base 2; negative ones as two's complement of `width` digits."""
    num = int(num)
    if num >= 0:
        return f"{num:b}".zfill(width or 1)
    if width is None:
        return f"-{-num:b}"
    return f"{(1 << width) + num:b}".rjust(width, "1")


def base_repr(number, base=2, padding=0):
    """A number in a base up to 36."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest, text = abs(int(number)), ""
    while rest:
        text = digits[rest % base] + text
        rest //= base
    return ("-" if number < 0 else "") + "0" * padding + (text or ("" if padding else "0"))
