"""tf.TensorShape: the sizes of a tensor, None where unknown; a tuple, so that shapes can be used wherever tuples can."""


class OpenSize(int):
    """A size that TensorFlow would not know yet: prints as None, computes as the number that it is."""

    def __repr__(self):
        return "None"

    __str__ = __repr__

    def __format__(self, spec):
        try:
            return format("None", spec)
        except ValueError:
            return int.__format__(self, spec)


class TensorShape(tuple):
    """Sizes that print as `(2, None)` and compare with tuples and lists. TensorShape(None) has unknown rank."""

    __module__ = "tensorflow.python.framework.tensor_shape"
    _unknown = False

    def __new__(cls, dims=None):
        if dims is None:
            shape = tuple.__new__(cls, ())
            shape._unknown = True
            return shape
        if isinstance(dims, int):
            dims = (dims,)
        return tuple.__new__(cls, [d if d is None or type(d) is OpenSize else int(d) for d in dims])

    @property
    def rank(self):
        """The number of dimensions; None when unknown."""
        return None if self._unknown else len(self)

    ndims = rank

    @property
    def dims(self):
        return None if self._unknown else list(self)

    def as_list(self):
        """The sizes as a list."""
        if self._unknown:
            raise ValueError("as_list() is not defined on an unknown TensorShape.")
        return list(self)

    def num_elements(self):
        """The product of the sizes; None when one is unknown."""
        if not self.is_fully_defined():
            return None
        count = 1
        for size in self:
            count *= size
        return count

    def is_fully_defined(self):
        return not self._unknown and None not in self

    def is_compatible_with(self, other):
        """Whether one tensor could have both shapes."""
        other = other if isinstance(other, TensorShape) else TensorShape(other)
        if self._unknown or other._unknown:
            return True
        return len(self) == len(other) and all(a is None or b is None or a == b for a, b in zip(self, other))

    def assert_is_compatible_with(self, other):
        if not self.is_compatible_with(other):
            raise ValueError(f"Shapes {self} and {other} are incompatible")

    def assert_has_rank(self, rank):
        if self.rank not in (None, rank):
            raise ValueError(f"Shape {self} must have rank {rank}")

    def concatenate(self, other):
        return TensorShape((*self, *other))

    def merge_with(self, other):
        other = other if isinstance(other, TensorShape) else TensorShape(other)
        if not self.is_compatible_with(other):
            raise ValueError(f"Shapes {self} and {other} are not compatible")
        if self._unknown or other._unknown:
            return other if self._unknown else self
        return TensorShape([b if a is None else a for a, b in zip(self, other)])

    def with_rank(self, rank):
        self.assert_has_rank(rank)
        return self

    def __getitem__(self, index):
        found = tuple.__getitem__(self, index)
        return TensorShape(found) if isinstance(index, slice) else found

    def __add__(self, other):
        return TensorShape((*self, *other))

    def __radd__(self, other):
        return TensorShape((*other, *self))

    def __eq__(self, other):
        if isinstance(other, TensorShape):
            return self._unknown == other._unknown and tuple.__eq__(self, other)
        if isinstance(other, list):
            other = tuple(other)
        return tuple.__eq__(self, other) is True and not self._unknown

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return tuple.__hash__(self)

    def __str__(self):
        return "<unknown>" if self._unknown else tuple.__repr__(self)

    def __format__(self, spec):
        return format(str(self), spec)

    def __repr__(self):
        return f"TensorShape({None if self._unknown else list(self)})"

    def __reduce__(self):
        return (TensorShape, (None if self._unknown else list(self),))

    def __bool__(self):
        return not self._unknown
