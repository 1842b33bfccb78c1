"""Short spellings: r_, c_, s_, mgrid, ogrid, ix_, and iteration with positions."""

import itertools

from numpy._core import dtypes
from numpy._core.ranges import arange, linspace, meshgrid
from numpy._core.ndarray import as_array, cast
from numpy._core.promotion import promote
from numpy._core.shape_base import concatenate, stack


def ix_(*args):
    """Vectors as an open grid: a[np.ix_(rows, columns)]."""
    n = len(args)
    out = []
    for d, each in enumerate(args):
        a = as_array(each)
        if a.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if a._dtype.kind == "b":
            (a,) = a.nonzero()
        elif a.size == 0:
            a = cast(a, dtypes.int64)
        out.append(a.reshape((1,) * d + (-1,) + (1,) * (n - d - 1)))
    return tuple(out)


def _range(key):
    """The numbers of a slice; an imaginary step is a count."""
    start, stop, step = key.start or 0, key.stop, 1 if key.step is None else key.step
    if isinstance(step, complex):
        return linspace(start, stop, int(abs(step)))
    return arange(start, stop, step)


class _Concatenator:
    def __init__(self, axis, columns):
        self._axis, self._columns = axis, columns

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        axis, as_matrix = self._axis, None
        parts, deep = [], []
        for each in keys:
            if isinstance(each, str):
                if each in ("r", "c"):
                    as_matrix = each
                    continue
                numbers = [int(part) for part in each.split(",")]
                axis = numbers[0]
                as_matrix = numbers[1] if len(numbers) > 1 else None
                continue
            made = _range(each) if isinstance(each, slice) else as_array(each)
            deep.append(made.ndim)
            parts.append(made.reshape(1) if made.ndim == 0 else made)
        if as_matrix in ("r", "c"):
            parts = [part.reshape(1, -1) if as_matrix == "r" else part.reshape(-1, 1) for part in parts]
        elif isinstance(as_matrix, int):
            parts = [part.reshape((1,) * (as_matrix - part.ndim) + part.shape) if part.ndim < as_matrix else part for part in parts]
        if self._columns:
            parts = [part.reshape(-1, 1) if part.ndim == 1 else part for part in parts]
            return concatenate(parts, axis=-1)
        scalars = [part._dtype for part, depth in zip(parts, deep, strict=True) if depth == 0]
        arrays = [part._dtype for part, depth in zip(parts, deep, strict=True) if depth]
        if scalars and arrays:
            kind = arrays[0]
            for each in (*arrays, *scalars):
                kind = promote(kind, each)
            parts = [cast(part, kind) for part in parts]
        return concatenate(parts, axis=axis)

    def __len__(self):
        return 0


class _Slices:
    def __init__(self, as_tuple):
        self._as_tuple = as_tuple

    def __getitem__(self, key):
        return key if isinstance(key, tuple) or not self._as_tuple else (key,)


class _Grid:
    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return _range(key)
        axes = [_range(each) for each in key]
        grids = meshgrid(*axes, indexing="ij", sparse=self._sparse)
        return grids if self._sparse else stack(grids)


r_, c_ = _Concatenator(0, False), _Concatenator(-1, True)
s_, index_exp = _Slices(False), _Slices(True)
mgrid, ogrid = _Grid(False), _Grid(True)


class ndindex:
    """Iterates over all indices of a shape."""

    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], tuple):
            shape = shape[0]
        self._indices = itertools.product(*map(range, shape))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._indices)


class ndenumerate:
    """Iterates over (index, element)."""

    def __init__(self, arr):
        a = as_array(arr)
        self._pairs = zip(itertools.product(*map(range, a.shape)), a.flat, strict=True)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pairs)


def fill_diagonal(a, val, wrap=False):
    """Writes the main diagonal in place."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    n = min(a.shape)
    at = arange(n)
    a[(at,) * a.ndim] = as_array(val).reshape(-1)[:n] if as_array(val).ndim else val


def diag_indices(n, ndim=2):
    """The positions of the main diagonal."""
    return (arange(n),) * ndim


def diag_indices_from(arr):
    """The positions of the main diagonal of an array."""
    if arr.ndim < 2:
        raise ValueError("input array must be at least 2-d")
    return diag_indices(arr.shape[0], arr.ndim)
