"""Python functions over arrays: vectorize, frompyfunc, apply_along_axis, apply_over_axes."""

from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, from_values, values
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import broadcast_arrays, stack
from numpy._core.axes import moveaxis


class vectorize:
    """A Python function that works element by element (as slow as a loop)."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc, self.otypes, self.excluded, self.signature = pyfunc, otypes, set(excluded or ()), signature
        self.__doc__ = doc or getattr(pyfunc, "__doc__", None)
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            return vectorize(args[0], self.otypes, excluded=self.excluded, signature=self.signature)
        if self.signature is not None:
            raise NotImplementedError("np.vectorize(signature=…) is not here: use a loop or apply_along_axis")
        spread = [i for i in range(len(args)) if i not in self.excluded]
        names = [name for name in kwargs if name not in self.excluded]
        arrays = broadcast_arrays(*(as_array(args[i]) for i in spread), *(as_array(kwargs[name]) for name in names))
        shape = arrays[0].shape
        if arrays[0].size == 0 and not self.otypes:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        rows = []
        for row in zip(*(each.reshape(-1) for each in arrays), strict=True):
            call = list(args)
            for i, value in zip(spread, row, strict=False):
                call[i] = value
            rows.append(self.pyfunc(*call, **{**kwargs, **dict(zip(names, row[len(spread) :], strict=True))}))
        kinds = [as_dtype(each) for each in self.otypes] if self.otypes is not None else None
        if rows and isinstance(rows[0], tuple):
            return tuple(self._made([row[k] for row in rows], shape, kinds and kinds[k]) for k in range(len(rows[0])))
        return self._made(rows, shape, kinds and kinds[0])

    @staticmethod
    def _made(flat, shape, kind):
        if kind is None:
            kind = as_array(flat[0])._dtype
            if kind.kind in "US":
                kind = dtypes.text_dtype(0, kind.kind)
        return from_values(flat, shape, kind)


def frompyfunc(func, /, nin, nout, *, identity=None):
    """A function of objects that works element by element."""

    def call(*args):
        arrays = broadcast_arrays(*(as_array(each) for each in args))
        flat = [func(*row) for row in zip(*map(values, arrays), strict=True)]
        made = from_values(flat, arrays[0].shape, dtypes.object_)
        return made if made.shape else made.item()

    return call


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of vectors applied to every vector along an axis."""
    arr = as_array(arr)
    d = normalize_axis(axis, arr.ndim)
    turned = moveaxis(arr, d, -1)
    rows = turned.reshape(-1, arr.shape[d])
    if rows.shape[0] == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    made = stack([as_array(func1d(rows[i], *args, **kwargs)) for i in range(rows.shape[0])])
    made = made.reshape(turned.shape[:-1] + made.shape[1:])
    added = made.ndim - (arr.ndim - 1)
    return moveaxis(made, list(range(arr.ndim - 1, made.ndim)), list(range(d, d + added))) if added else made


def apply_over_axes(func, a, axes):
    """A folding function applied over axes one after another, keeping them."""
    a = as_array(a)
    for axis in (axes,) if isinstance(axes, int) else axes:
        made = func(a, axis)
        a = made if made.ndim == a.ndim else made.reshape([1 if d == normalize_axis(axis, a.ndim) else s for d, s in enumerate(a.shape)])
    return a
