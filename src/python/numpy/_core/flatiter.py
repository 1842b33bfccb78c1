"""ndarray.flags and ndarray.flat."""

import bridge
from numpy._core.ndarray import ndarray, placement, values
from numpy._core.scalars import make_scalar


class flagsobj:
    """Facts about an array's memory."""

    def __init__(self, a):
        self._array = a

    @property
    def c_contiguous(self):
        """Whether the elements lie row by row."""
        return bridge.is_contiguous(self._array._array_handle)

    @property
    def f_contiguous(self):
        """Whether the elements lie column by column."""
        step = 1
        for size, stride in zip(self._array.shape, placement(self._array)[0], strict=True):
            if size != 1 and stride != step:
                return False
            step *= size
        return True

    contiguous = c_contiguous
    fortran = property(lambda self: self.f_contiguous and not self.c_contiguous)
    owndata = property(lambda self: self._array._base is None)
    aligned = True
    writebackifcopy = False

    @property
    def writeable(self):
        """Whether elements may be assigned."""
        return not self._array._locked

    @writeable.setter
    def writeable(self, wanted):
        self._array._locked = not wanted

    def __getitem__(self, key):
        names = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable", "A": "aligned", "X": "writebackifcopy"}
        return getattr(self, names.get(key, key.lower()))

    def __setitem__(self, key, value):
        if key not in ("WRITEABLE", "W"):
            raise KeyError("Unknown flag")
        self.writeable = value

    def __repr__(self):
        rows = (
            ("C_CONTIGUOUS", self.c_contiguous), ("F_CONTIGUOUS", self.f_contiguous), ("OWNDATA", self.owndata),
            ("WRITEABLE", self.writeable), ("ALIGNED", True), ("WRITEBACKIFCOPY", False),
        )  # fmt: skip
        return "\n".join(f"  {name} : {value}" for name, value in rows) + "\n"


class flatiter:
    """ndarray.flat: the elements one after another."""

    __module__ = "numpy"

    def __init__(self, a):
        self.base = a
        self.index = 0

    def _flat(self):
        return self.base.reshape(-1)

    def __len__(self):
        return self.base.size

    def __iter__(self):
        kind = self.base._dtype
        return (make_scalar(kind, value) for value in values(self.base))

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self._flat()[self.index - 1]

    def __getitem__(self, key):
        found = self._flat()[key]
        return found.copy() if isinstance(found, ndarray) else found

    def __setitem__(self, key, value):
        if self.base._locked:
            raise ValueError("underlying array is read-only")
        flat = self._flat()
        if bridge.same_storage(flat._array_handle, self.base._array_handle):
            flat[key] = value
        else:
            flat[key] = value
            self.base[...] = flat.reshape(self.base.shape)

    def __array__(self, dtype=None, copy=None):
        return self._flat().copy()

    def copy(self):
        """A one-dimensional copy."""
        return self._flat().copy()


flatiter.__iter__.__doc__ = "Iterates over NumPy scalars."
