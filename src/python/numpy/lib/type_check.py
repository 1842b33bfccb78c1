"""Questions about types: common_type, typename, issctype and their like; promotion itself is in _core/promotion.py."""

from numpy._core import dtypes, scalars
from numpy._core.construct import array, ascontiguousarray, asfortranarray
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array
from numpy._core.promotion import promote


class ComplexWarning(RuntimeWarning):
    """The imaginary part is lost."""

    __module__ = "numpy"


class VisibleDeprecationWarning(UserWarning):
    """A deprecation that users should see."""

    __module__ = "numpy"


class ModuleDeprecationWarning(DeprecationWarning):
    """A module that will go."""

    __module__ = "numpy"


class TooHardError(RuntimeError):
    """A question that would take too long."""

    __module__ = "numpy"


def common_type(*arrays):
    """The scalar type in which several arrays can be computed: float64 for integers, complex where one is."""
    kind = dtypes.float16
    for each in arrays:
        own = as_array(each)._dtype
        if own.kind not in "iufc":
            raise TypeError("can't get common type for non-numeric array")
        kind = promote(kind, dtypes.float64 if own.kind in "iu" else own)
    return kind.type


def find_common_type(array_types, scalar_types):
    """The common dtype of arrays' and scalars' types, where scalars count only by their kind."""
    arrays, singles = [as_dtype(each) for each in array_types], [as_dtype(each) for each in scalar_types]

    def joined(kinds):
        kind = kinds[0]
        for each in kinds[1:]:
            kind = promote(kind, each)
        return kind

    if not arrays or not singles:
        return joined(arrays or singles) if arrays or singles else None
    first, second = joined(arrays), joined(singles)
    order = "buifcSUO"
    return second if order.index(second.kind) > order.index(first.kind) else first


def issctype(rep):
    """Whether the object stands for a scalar type."""
    if not isinstance(rep, (type, dtypes.dtype)):
        return False
    try:
        return rep is object or as_dtype(rep).kind != "O"
    except TypeError:
        return False


def obj2sctype(rep, default=None):
    """The scalar type of a type, a dtype or an object."""
    if isinstance(rep, type) and issubclass(rep, scalars.generic):
        return rep
    try:
        return as_dtype(rep if isinstance(rep, (type, str, dtypes.dtype)) else as_array(rep)._dtype).type
    except TypeError:
        return default


def issubclass_(arg1, arg2):
    """issubclass that answers False for what is no class."""
    try:
        return issubclass(arg1, arg2)
    except TypeError:
        return False


def sctype2char(sctype):
    """The letter of a scalar type."""
    return as_dtype(obj2sctype(sctype)).char


def mintypecode(typechars, typeset="GDFgdf", default="d"):
    """The letter of the smallest type that the given letters can be cast to."""
    codes = [each if isinstance(each, str) else as_array(each)._dtype.char for each in typechars]
    found = [each for each in codes if each in typeset]
    if not found:
        return default
    return "D" if "F" in found and "d" in found else min(found, key="GDFgdf".index)


_NAMES = {
    "S1": "character", "?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "integer",
    "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer", "Q": "unsigned long long integer",
    "f": "single precision", "d": "double precision", "g": "long precision", "F": "complex single precision", "D": "complex double precision",
    "G": "complex long double precision", "S": "string", "U": "unicode", "V": "void", "O": "object",
}  # fmt: skip


def typename(char):
    """A description of a type's letter."""
    return _NAMES[char]


def isfortran(a):
    """Whether the elements lie column by column (and not row by row)."""
    return a.flags.fortran


def asfarray(a, dtype=dtypes.float64):
    """The array as a floating one."""
    kind = as_dtype(dtype)
    return as_array(a, kind if kind.kind in "fc" else dtypes.float64)


def require(a, dtype=None, requirements=None, *, like=None):
    """An array that meets requirements: 'C', 'F', 'A', 'W', 'O' or their long names."""
    short = {"C_CONTIGUOUS": "C", "CONTIGUOUS": "C", "F_CONTIGUOUS": "F", "FORTRAN": "F", "WRITEABLE": "W", "OWNDATA": "O", "ALIGNED": "A", "ENSUREARRAY": "E"}
    wanted = {short.get(each.upper(), each.upper()) for each in requirements or ()}
    made = array(a, dtype=dtype, copy=False)
    if "F" in wanted:
        made = asfortranarray(made)
    elif "C" in wanted:
        made = ascontiguousarray(made)
    return made.copy() if "W" in wanted and made._locked or "O" in wanted and made._base is not None else made

