"""Small helpers of the layers: arguments that are one number or one for each dimension."""

from collections.abc import Iterable


def ntuple(count):
    """A function that turns 3 into (3, 3) and leaves (3, 4) as it is."""
    def of(value):
        return tuple(value) if isinstance(value, Iterable) else (value,) * count

    return of


_single, _pair, _triple, _quadruple = ntuple(1), ntuple(2), ntuple(3), ntuple(4)


def pad_both_sides(amounts):
    """(a, b) for the last two dimensions → the order of F.pad, last dimension first, each amount twice."""
    return tuple(amount for amount in reversed(amounts) for _ in range(2))
