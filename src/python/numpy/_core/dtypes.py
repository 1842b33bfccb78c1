"""numpy.dtype: what an array's elements are, and which engine type carries them; promotion rules are in promotion.py.

The engine has float64, float32, float16, int64, int32, int16, int8, uint8 and bool. uint16, uint32 and uint64 are carried by
wider signed integers. Strings, complex numbers and objects live in a Python list, and the engine's int64 array holds their
positions in it, so views and indexing work on them too.
"""

import sys


class dtype:
    """The type of an array's elements: np.dtype('float32'), np.dtype(np.int64), np.dtype('U5')."""

    __module__ = "numpy"
    __slots__ = ("name", "kind", "char", "num", "itemsize", "type", "_code", "_typecode", "_mask", "_pooled", "_index")

    def __new__(cls, dtype, align=False, copy=False):
        return reading_dtype(dtype)

    @property
    def str(self):
        """Byte order, kind and size: '<f4'."""
        if self.kind == "O":
            return "|O"
        size = self.itemsize // 4 if self.kind == "U" else self.itemsize
        order = "|" if self.itemsize == 1 or self.kind == "S" else "<"
        return f"{order}{self.kind}{size}"

    byteorder = property(lambda self: "|" if self.itemsize == 1 or self.kind in "OS" else "=")
    alignment = property(lambda self: 4 if self.kind == "U" else min(self.itemsize, 8))
    isnative = True
    isbuiltin = 1
    hasobject = property(lambda self: self.kind == "O")
    names = fields = subdtype = metadata = None
    shape = ()
    ndim = 0
    base = property(lambda self: self)
    descr = property(lambda self: [("", self.str)])

    def newbyteorder(self, new_order="S"):
        """For '>' the dtype that np.frombuffer and np.fromfile read big-endian bytes with: arrays here are always little-endian."""
        big = new_order in (">", "B", "big") or new_order in ("S", "swap") and type(self) is not BigEndian
        return BigEndian(native(self)) if big and self.itemsize > 1 else native(self)

    def __eq__(self, other):
        if isinstance(other, dtype):
            return self.name == other.name
        if other is None:
            return self.name == "float64"
        try:
            return self.name == as_dtype(other).name
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        from numpy._core.promotion import can_cast

        return self != other and can_cast(self, other)

    def __le__(self, other):
        from numpy._core.promotion import can_cast

        return can_cast(self, other)

    def __gt__(self, other):
        return as_dtype(other) < self

    def __ge__(self, other):
        return as_dtype(other) <= self

    def __str__(self):
        return self.str if self.kind in "US" else self.name

    def __repr__(self):
        if self.kind in "US":
            text = self.str.lstrip("|") if self.itemsize else f"{'<' if self.kind == 'U' else ''}{self.kind}"
        else:
            text = _REPR.get(self.kind, self.name)
        return f"dtype({text!r})"

    def __reduce__(self):
        return (as_dtype, (self.str,))

    def __len__(self):
        return 0

    def __bool__(self):
        return True


class BigEndian(dtype):
    """Numbers whose bytes come highest first: np.frombuffer and np.fromfile turn them into ordinary arrays."""

    __slots__ = ("native",)

    def __new__(cls, native):
        made = _new(cls)
        made.native = native
        for name in dtype.__slots__:
            setattr(made, name, getattr(native, name))
        return made

    str = property(lambda self: f">{self.kind}{self.itemsize}")
    byteorder, isnative = ">", False

    def __str__(self):
        return self.str

    def __repr__(self):
        return f"dtype({self.str!r})"


def native(kind):
    """The dtype of the array that a reading function makes."""
    return kind.native if type(kind) is BigEndian else kind


def reading_dtype(given):
    """as_dtype, and '>i4' for functions that read bytes."""
    if type(given) is BigEndian:
        return given
    if isinstance(given, str) and given[:1] in (">", "!"):
        return as_dtype(given[1:]).newbyteorder(">")
    return as_dtype(given)


_REPR = {"O": "O"}
_new = object.__new__
_classes = {}


def _make(name, kind, char, num, itemsize, code, typecode, mask=0, pooled=False):
    label = {"bool": "bool_", "object": "object_"}.get(name, {"U": "str_", "S": "bytes_"}.get(kind, name))
    if label not in _classes:
        _classes[label] = type(f"dtype[{label}]", (dtype,), {"__module__": "numpy", "__slots__": ()})
    made = _new(_classes[label])
    made.name, made.kind, made.char, made.num, made.itemsize = name, kind, char, num, itemsize
    made._code, made._typecode, made._mask, made._pooled = code, typecode, mask, pooled
    made._index = -1 if mask or pooled else code  # the place of its engine functions in a ufunc's table; the last is empty
    made.type = None
    return made


# name, kind, char, NumPy's number, bytes, engine code, array typecode
bool_ = _make("bool", "b", "?", 0, 1, 9, "B")
int8 = _make("int8", "i", "b", 1, 1, 7, "b")
uint8 = _make("uint8", "u", "B", 2, 1, 8, "B")
int16 = _make("int16", "i", "h", 3, 2, 6, "h")
uint16 = _make("uint16", "u", "H", 4, 2, 5, "i", 0xFFFF)
int32 = _make("int32", "i", "i", 5, 4, 5, "i")
uint32 = _make("uint32", "u", "I", 6, 4, 4, "q", 0xFFFFFFFF)
int64 = _make("int64", "i", "l", 7, 8, 4, "q")
uint64 = _make("uint64", "u", "L", 8, 8, 4, "q", 0xFFFFFFFFFFFFFFFF)
float16 = _make("float16", "f", "e", 23, 2, 2, "H")
float32 = _make("float32", "f", "f", 11, 4, 0, "f")
float64 = _make("float64", "f", "d", 12, 8, 1, "d")
complex64 = _make("complex64", "c", "F", 14, 8, 4, "q", 0, True)
complex128 = _make("complex128", "c", "D", 15, 16, 4, "q", 0, True)
object_ = _make("object", "O", "O", 17, 8, 4, "q", 0, True)

BY_NAME = {
    each.name: each
    for each in (
        bool_, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float16, float32, float64, complex64, complex128, object_
    )
}  # fmt: skip
# What a tensor's engine code means as an array's dtype (bfloat16, 3, has no counterpart).
BY_CODE = (float32, float64, float16, None, int64, int32, int16, int8, uint8, bool_)
_ALIASES = {
    "?": "bool", "b1": "bool", "bool_": "bool", "bool8": "bool", "b": "int8", "i1": "int8", "byte": "int8", "B": "uint8", "u1": "uint8",
    "ubyte": "uint8", "h": "int16", "i2": "int16", "short": "int16", "H": "uint16", "u2": "uint16", "i": "int32", "i4": "int32",
    "intc": "int32", "I": "uint32", "u4": "uint32", "l": "int64", "q": "int64", "p": "int64", "i8": "int64", "int": "int64",
    "int_": "int64", "long": "int64", "intp": "int64", "longlong": "int64", "L": "uint64", "Q": "uint64", "u8": "uint64",
    "uint": "uint64", "uintp": "uint64", "e": "float16", "f2": "float16", "half": "float16", "f": "float32", "f4": "float32", "single": "float32",
    "d": "float64", "f8": "float64", "float": "float64", "float_": "float64", "double": "float64", "F": "complex64", "c8": "complex64",
    "D": "complex128", "c16": "complex128", "complex": "complex128", "complex_": "complex128", "O": "object", "object_": "object",
}  # fmt: skip
_sized = {}


def text_dtype(length, kind="U"):
    """Strings of at most `length` characters."""
    key = (kind, length)
    if key not in _sized:
        size = 4 * length if kind == "U" else length
        name = f"{'str' if kind == 'U' else 'bytes'}{size * 8 or ''}"
        made = _make(name, kind, kind, 19 if kind == "U" else 18, size, 4, "q", 0, True)
        made.type = SCALARS.get(kind)
        _sized[key] = made
    return _sized[key]


# Filled by scalars.py: the scalar type of a dtype's name or kind; and back.
SCALARS = {}
_FROM_TYPE = {float: float64, int: int64, bool: bool_, complex: complex128, object: object_}
ABSTRACT = {}


def register_scalar(name, scalar):
    """Connects a dtype with its scalar type."""
    SCALARS[name] = scalar
    if name in BY_NAME:
        BY_NAME[name].type = scalar
        _FROM_TYPE[scalar] = BY_NAME[name]


def as_dtype(given):
    """np.dtype of anything that names one."""
    if isinstance(given, dtype):
        if type(given) is BigEndian:
            raise NotImplementedError(_BIG_ENDIAN)
        return given
    if given is None:
        return float64
    if isinstance(given, str):
        return _from_text(given)
    if isinstance(given, type):
        found = _FROM_TYPE.get(given) or ABSTRACT.get(given)
        if found is not None:
            return found
        if issubclass(given, str):
            return text_dtype(0)
        if issubclass(given, bytes):
            return text_dtype(0, "S")
        return object_
    own = getattr(given, "dtype", None)
    if isinstance(own, dtype):
        return own
    if type(given).__module__.startswith("torch"):
        raise TypeError(f"Cannot interpret '{given!r}' as a data type")
    if isinstance(given, (list, tuple, dict)):
        raise NotImplementedError("structured dtypes (records with named fields) are not here: use one array per field")
    raise TypeError(f"Cannot interpret '{given!r}' as a data type")


_BIG_ENDIAN = "big-endian arrays are not here: np.frombuffer(data, '>i4') reads big-endian bytes into an ordinary array"


def _from_text(text):
    if text in BY_NAME:
        return BY_NAME[text]
    bare = text.lstrip("<=|")
    if text.startswith(">") and bare[1:] not in ("u1", "i1", "b1"):
        raise NotImplementedError(_BIG_ENDIAN)
    bare = bare.lstrip(">")
    name = _ALIASES.get(bare)
    if name is not None:
        return BY_NAME[name]
    if bare[:1] in ("U", "S", "a") and (bare[1:].isdigit() or len(bare) == 1):
        return text_dtype(int(bare[1:] or 0), "U" if bare[0] == "U" else "S")
    if bare in ("str", "str_", "unicode"):
        return text_dtype(0)
    if bare in ("bytes", "bytes_"):
        return text_dtype(0, "S")
    if bare[:1] in ("M", "m") or bare.startswith(("datetime64", "timedelta64")):
        raise NotImplementedError("datetime64 and timedelta64 are not here: use Python's datetime")
    if bare in ("g", "f16", "longdouble", "float128"):
        raise NotImplementedError("float128 is not here: use float64")
    raise TypeError(f"data type {text!r} not understood")


assert sys.byteorder == "little"
