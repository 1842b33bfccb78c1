"""What numpy is made of: dtypes and scalars, ndarray, ufuncs, indexing, reductions, printing. The public names are in numpy itself."""

from numpy._core import ndarray as _ndarray
from numpy._core import scalars, dtypes, promotion  # noqa: F401
from numpy._core.ndarray import from_handle  # noqa: F401
from numpy._core import construct, filled, ranges, buffers, ufunc, umath, indexing, assignment, reduction, methods, shape_methods  # noqa: F401
from numpy._core import axes, shape_base, multiarray, products, fromnumeric, sorting, scalarmath, arrayprint  # noqa: F401

assert _ndarray
