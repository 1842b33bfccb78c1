"""What OneHotEncoder gives by default: rows that keep the positions of their ones, in the looks of a SciPy matrix."""

import numpy as np


class SparseRows:
    """A matrix of 0 and 1 by the columns of the ones; toarray() makes it an array."""

    def __init__(self, rows, width, dtype):
        self.rows = rows
        self.shape = (len(rows), width)
        self.dtype = np.dtype(dtype)

    @property
    def nnz(self):
        """How many ones there are."""
        return sum(map(len, self.rows))

    def toarray(self):
        """The whole matrix."""
        made = np.zeros(self.shape, dtype=self.dtype)
        for i, row in enumerate(self.rows):
            for j in row:
                made[i, j] = 1
        return made

    todense = toarray

    def __array__(self, dtype=None, copy=None):
        return self.toarray()

    def __len__(self):
        raise TypeError("sparse matrix length is ambiguous; use getnnz() or shape[0]")

    def __repr__(self):
        m, n = self.shape
        return f"<{m}x{n} sparse matrix of type '{self.dtype.type!r}'\n\twith {self.nnz} stored elements in Compressed Sparse Row format>"

    def __str__(self):
        one = str(self.dtype.type(1))
        return "\n".join(f"  ({i}, {j})\t{one}" for i, row in enumerate(self.rows) for j in row)
