"""What ufuncs raise for types that they cannot compute in, in NumPy's words."""


class UFuncTypeError(TypeError):
    """No loop of the ufunc takes these types."""

    __module__ = "numpy.core._exceptions"


class UFuncNoLoopError(UFuncTypeError):
    """The ufunc has no loop for the types."""

    __module__ = "numpy.core._exceptions"
    __qualname__ = "_UFuncNoLoopError"


class UFuncOutputCastingError(UFuncTypeError):
    """The result may not be written to out=."""

    __module__ = "numpy.core._exceptions"
    __qualname__ = "_UFuncOutputCastingError"


# Tracebacks show NumPy's own by their qualified names, type(error).__name__ is the parent's.
UFuncNoLoopError.__name__ = UFuncOutputCastingError.__name__ = "UFuncTypeError"


def no_loop(name, types):
    """The error of a ufunc without a loop for the types, given as texts."""
    return UFuncNoLoopError(f"ufunc {name!r} did not contain a loop with signature matching types {types} -> None")


def dtype_class(kind):
    """A dtype's class as NumPy's errors print it."""
    return f"<class 'numpy.dtype[{kind.type.__name__}]'>"


def not_supported(name):
    """The error of a ufunc that cannot convert its operands to types that it computes in."""
    return TypeError(
        f"ufunc {name!r} not supported for the input types, and the inputs could not be safely coerced to any supported types "
        "according to the casting rule ''safe''"
    )


# How the ufuncs refuse texts: by the operands' dtypes or by their classes; all others cannot convert them.
_REFUSE_BY_DTYPE = ("add", "subtract", "multiply", "maximum", "minimum", "fmax", "fmin", "gcd", "lcm", "matmul")
_REFUSE_BY_CLASS = ("negative", "absolute", "sign", "positive", "logical_and", "logical_or", "logical_xor", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal")  # fmt: skip


def refuse_text(name, kinds):
    """Raises what NumPy raises for operands of which one is text."""
    if name in _REFUSE_BY_DTYPE:
        raise no_loop(name, f"({', '.join(map(repr, kinds))})")
    if name in _REFUSE_BY_CLASS:
        classes = [dtype_class(kind) for kind in kinds]
        raise no_loop(name, f"({', '.join(classes)})" if len(classes) > 1 else classes[0])
    raise not_supported(name)
