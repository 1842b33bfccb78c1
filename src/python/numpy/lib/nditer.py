"""numpy.nditer: iterating over the elements of one or several arrays as arrays without dimensions that can be written."""

import itertools

from numpy._core.filled import zeros
from numpy._core.ndarray import as_array
from numpy._core.promotion import result_type
from numpy._core.shape_base import broadcast_arrays, broadcast_shapes

_HERE = {"multi_index", "c_index", "f_index", "external_loop", "buffered", "refs_ok", "zerosize_ok", "reduce_ok", "growinner", "delay_bufalloc", "copy_if_overlap"}  # fmt: skip


class nditer:
    """for x in np.nditer(a): …; with flags=['multi_index'] the indices are in it.multi_index; op_flags=['readwrite'] lets x[...] = … write."""

    __module__ = "numpy"

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", **options):
        unknown = set(flags or ()) - _HERE
        if unknown:
            raise ValueError(f'Unexpected iterator global flag "{unknown.pop()}"')
        several = isinstance(op, (list, tuple))
        given = list(op) if several else [op]
        shape = broadcast_shapes(*(as_array(each).shape for each in given if each is not None))
        found = [each if each is None else as_array(each) for each in given]
        made = result_type(*(each.dtype for each in found if each is not None))  # of operands that are to be made
        dtypes = op_dtypes if isinstance(op_dtypes, (list, tuple)) else [op_dtypes] * len(given)
        parts = [zeros(shape, dtype or made) if each is None else each for each, dtype in zip(found, dtypes, strict=True)]
        wishes = op_flags or [["writeonly"] if each is None else ["readonly"] for each in given]
        wishes = [wishes] * len(parts) if isinstance(wishes[0], str) else wishes
        self.operands = tuple(
            part if part.shape == shape else spread for part, spread in zip(parts, broadcast_arrays(*parts), strict=True)
        )
        self._writable = ["readwrite" in each or "writeonly" in each for each in wishes]
        self.shape, self.ndim, self.nop = shape, len(shape), len(parts)
        self.itersize = 1
        for size in shape:
            self.itersize *= size
        self._flags, self._at = set(flags or ()), 0
        by_columns = order == "F" or order in ("K", "A") and self.ndim > 1 and all(each.flags.fortran for each in self.operands)
        walk = itertools.product(*map(range, reversed(shape))) if by_columns else itertools.product(*map(range, shape))
        self._indices = [index[::-1] for index in walk] if by_columns else list(walk)
        self._by_columns = by_columns

    @property
    def multi_index(self):
        """The indices of the current element."""
        if "multi_index" not in self._flags:
            raise ValueError("Iterator is not tracking a multi-index")
        return self._indices[self._at]

    @property
    def index(self):
        """The flat position of the current element (flags c_index or f_index)."""
        if not self._flags & {"c_index", "f_index"}:
            raise ValueError("Iterator does not have an index")
        pairs = zip(self._indices[self._at], self.shape, strict=True)
        flat = 0
        for at, size in pairs if "c_index" in self._flags else reversed(list(pairs)):
            flat = flat * size + at
        return flat

    @property
    def finished(self):
        """Whether all elements have been met."""
        return self._at >= len(self._indices)

    @property
    def value(self):
        """The current element of each operand (of the only one by itself)."""
        made = tuple(self[i] for i in range(self.nop))
        return made[0] if self.nop == 1 else made

    def __getitem__(self, position):
        view = self.operands[position][(*self._indices[self._at], ...)]
        view._locked = view._locked or not self._writable[position]
        return view

    def __setitem__(self, position, value):
        self[position][...] = value

    def iternext(self):
        """Moves on; False when there is no further element."""
        self._at += 1
        return not self.finished

    def reset(self):
        """Starts again."""
        self._at = 0

    def __iter__(self):
        if "external_loop" in self._flags:
            flat = tuple(each.T.reshape(-1) if self._by_columns else each.reshape(-1) for each in self.operands)
            yield flat[0] if self.nop == 1 else flat
            return
        while not self.finished:
            yield self.value
            self._at += 1

    def __len__(self):
        return self.itersize

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Everything has been written already."""
