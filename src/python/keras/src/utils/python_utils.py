"""Small helpers on Python values."""

import functools
import types


def numpy_of(value):
    """Several numbers as a NumPy array."""
    return value.numpy() if hasattr(value, "numpy") else value


def pythonify_logs(logs):
    """The logs with numbers in place of tensors, sorted by name."""
    result = {}
    for key, value in sorted((logs or {}).items()):
        if isinstance(value, dict):
            result.update(pythonify_logs(value))
            continue
        try:
            value = float(value) if not getattr(value, "ndim", 0) else numpy_of(value)
        except Exception:
            # Several numbers, or none: it stays what it is.
            pass
        result[key] = value
    return result


def default(method):
    """Marks a method that subclasses are expected to override."""
    method._is_default = True
    return method


def is_default(method):
    """True for a marked method."""
    return getattr(method, "_is_default", False)


def without_suggestion(method):
    """The method; a TypeError for arguments that it doesn't take ends before Python's guess at what was meant, which the
    Python of Keras' own outputs doesn't make."""

    @functools.wraps(method)
    def called(*args, **kwargs):
        try:
            return method(*args, **kwargs)
        except TypeError as error:
            if error.__traceback__.tb_next is None and len(error.args) == 1:
                error.args = (str(error.args[0]).split(". Did you mean ")[0],)
            raise

    return called


def named_copy(function, qualname):
    """The same function under another qualified name."""
    if not isinstance(function, types.FunctionType):
        return function
    copy = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    copy.__kwdefaults__ = function.__kwdefaults__
    copy.__doc__ = function.__doc__
    copy.__qualname__ = qualname
    return copy
