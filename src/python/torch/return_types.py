"""The named tuples that operations with several results return: torch.return_types.max and its siblings."""

_kinds = {}


class _Result(tuple):
    """A tuple with names; prints each on a line of its own."""

    __slots__ = ()
    _names = ()

    def __repr__(self):
        parts = ",\n".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"torch.return_types.{type(self).__name__}(\n{parts})"

    def __reduce__(self):
        return (named_result_from, (type(self).__name__, self._names, tuple(self)))


def _field(position):
    return property(lambda self: self[position])


def named_result(kind, **values):
    """A result of the kind `torch.return_types.KIND` with the given fields."""
    return named_result_from(kind, tuple(values), tuple(values.values()))


def named_result_from(kind, names, values):
    """The same from names and values."""
    cls = _kinds.get(kind)
    if cls is None:
        fields = {name: _field(position) for position, name in enumerate(names)}
        cls = _kinds[kind] = type(kind, (_Result,), {"__slots__": (), "_names": names, "__module__": __name__, **fields})
        globals()[kind] = cls
    return tuple.__new__(cls, values)
