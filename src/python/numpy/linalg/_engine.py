"""From arrays to the engine's linear algebra and back: checks, dtypes, batches, and NumPy's refusals."""

import bridge
from numpy._core import dtypes
from numpy._core.ndarray import as_array, cast, handle_as, wrap


class LinAlgError(Exception):
    """A matrix that does not allow what was asked for."""

    __module__ = "numpy.linalg"


def given_array(a):
    """An array of what was given, and the dtype of results."""
    a = as_array(a)
    kind = a._dtype
    if kind.kind == "c":
        raise NotImplementedError("numpy.linalg works on real matrices here: split a complex one into its real and imaginary part")
    if kind.kind not in "biuf" or kind.name == "float16":
        raise TypeError(f"array type {kind.name} is unsupported in linalg")
    return a, kind if kind.name == "float32" else dtypes.float64


def matrices(a, square=False):
    """The same for stacked matrices."""
    a, kind = given_array(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if square and a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a, kind


def call(name, *given, refusal=None, results=1):
    """An engine function on arrays and flags: float64 arrays, or `refusal` as the words of a LinAlgError."""
    handles = [each if isinstance(each, (bool, int)) else handle_as(each, dtypes.float64) for each in given]
    first = getattr(bridge, f"linalg_{name}")(*map(int, handles))
    made = [wrap(first, dtypes.float64)]
    made += [wrap(bridge.next_result(), dtypes.float64) for _ in range(results - 1)]
    for each, handle in zip(given, handles, strict=True):
        if not isinstance(each, (bool, int)):
            bridge.free(handle)
    if refusal is not None and bridge.linalg_status():
        raise LinAlgError(refusal)
    return made


def narrowed(array, kind):
    """A result in the dtype that the input asks for."""
    return cast(array, kind)


def finite(a):
    """Refuses NaN and infinity, which would not let an iteration end."""
    if a._dtype.kind == "f" and bridge.nonfinite(a._array_handle):
        raise LinAlgError("Array must not contain infs or NaNs")
