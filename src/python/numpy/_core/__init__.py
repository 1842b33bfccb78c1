"""What numpy is made of: dtypes and scalars, ndarray, ufuncs, indexing, reductions, printing. The public names are in numpy itself."""

from numpy._core import ndarray as _ndarray
from numpy._core import scalars, dtypes, promotion  # noqa: F401
from numpy._core.ndarray import from_handle  # noqa: F401
from numpy._core import construct, ufunc, umath, indexing, reduction, methods, shape_base, multiarray, fromnumeric, scalarmath, arrayprint  # noqa: F401

assert _ndarray
