"""torch.Size: the tuple that `tensor.shape` is."""


class Size(tuple):
    """Sizes of a tensor's dimensions. A tuple that prints as `torch.Size([2, 3])` and knows its number of elements."""

    __module__ = "torch"
    __slots__ = ()

    def __new__(cls, sizes=()):
        made = tuple.__new__(cls, sizes)
        for position, size in enumerate(made):
            if type(size) is not int and not hasattr(size, "__index__"):
                raise TypeError(f"torch.Size() takes an iterable of 'int' (item {position} is '{type(size).__name__}')")
        return made

    def __repr__(self):
        return f"torch.Size([{', '.join(map(repr, self))}])"

    def __call__(self, *sizes):
        raise TypeError("'torch.Size' object is not callable")

    def numel(self):
        """The product of all sizes."""
        count = 1
        for size in self:
            count *= size
        return count

    def __getitem__(self, index):
        part = tuple.__getitem__(self, index)
        return tuple.__new__(Size, part) if isinstance(index, slice) else part

    def __add__(self, other):
        return Size(tuple.__add__(self, other))

    def __mul__(self, times):
        return Size(tuple.__mul__(self, times))

    __rmul__ = __mul__

    def __reduce__(self):
        return (Size, (tuple(self),))
