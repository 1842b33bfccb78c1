"""What NumPy has and this package lacks: asking for such a name says so, with what to use instead where there is something."""

from numpy._core.errstate import warn

_INSTEAD = {
    "matrix": "use np.array and the @ operator", "mat": "use np.array", "asmatrix": "use np.asarray", "bmat": "use np.block",
    "datetime64": "use Python's datetime", "timedelta64": "use Python's datetime.timedelta", "ma": "use a Boolean mask next to the array",
    "recarray": "use one array per field", "record": "use one array per field", "rec": "use one array per field", "void": "use one array per field",
    "memmap": "use np.load", "longdouble": "use np.float64", "float128": "use np.float64", "longfloat": "use np.float64",
    "clongdouble": "use np.complex128",
    "ctypeslib": "no C libraries can be loaded in the browser", "get_include": "no C can be compiled in the browser",
    "fromregex": "use Python's re and np.array",
    "info": "use help()", "emath": "use cmath",
}  # fmt: skip
_OTHERS = """
DataSource Tester add_docstring add_newdoc add_newdoc_ufunc busday_count busday_offset busdaycalendar byte_bounds cast chararray clongfloat
compare_chararrays compat complex256 datetime_as_string datetime_data deprecate deprecate_with_doc disp fastCopyAndTranspose format_parser
from_dlpack get_array_wrap getbufsize geterrobj is_busday isnat issubsctype kernel_version longcomplex lookfor maximum_sctype nbytes
nested_iters recfromcsv recfromtxt safe_eval sctypeDict set_numeric_ops setbufsize seterrobj show_config show_runtime source test
tracemalloc_domain use_hugepage who
""".split()
# Aliases of builtins that NumPy 1.24 took away, and the scalar type that might have been meant.
_BUILTINS = {"bool": "np.bool_", "int": "", "float": "np.float64", "complex": "np.complex128", "object": None, "str": "np.str_"}


class NotHere(NotImplementedError, AttributeError):
    """A name of NumPy that this package lacks; hasattr() is False for it."""


NotHere.__name__ = NotHere.__qualname__ = "NotImplementedError"
NotHere.__module__ = "builtins"


def explain(name):
    """Raises NotImplementedError for a name that NumPy has, NumPy's own AttributeError for any other."""
    if name in _INSTEAD:
        raise NotHere(f"np.{name} is not here: {_INSTEAD[name]}")
    if name in ("bool", "object", "str", "bytes"):
        warn(f"In the future `np.{name}` will be defined as the corresponding NumPy scalar.", FutureWarning)
    if name in _OTHERS:
        raise NotHere(f"np.{name} is not here: this NumPy for the browser has the parts that numerical programs use")
    text = f"module 'numpy' has no attribute {name!r}"
    raise AttributeError(f"{text}.\n{_alias(name)}" if name in _BUILTINS else text)


def _alias(name):
    meant = _BUILTINS[name]
    if name == "int":
        more = (
            "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your "
            "current use, check the release note link for additional information."
        )
    else:
        more = "" if meant is None else f"If you specifically wanted the numpy scalar type, use `{meant}` here."
    return (
        f"`np.{name}` was a deprecated alias for the builtin `{name}`. To avoid this error in existing code, use `{name}` by itself. "
        f"Doing this will not modify any behavior and is safe. {more}\n"
        "The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n"
        "    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations"
    )
