"""Writing an array's elements into another, whatever their dtypes; the memories may overlap."""

import bridge
from numpy._core.ndarray import cast, handle_as, values


def apart(handle, target):
    """The handle, or one of a copy in its place when it shares the memory of the target."""
    if not bridge.same_storage(handle, target._array_handle):
        return handle
    fresh = bridge.clone(handle)
    bridge.free(handle)
    return fresh


def assign(target, source):
    """Writes an array's elements into another, broadcast and converted; the memories may overlap."""
    kind = target._dtype
    if kind._pooled:
        assign_pooled(target, source)
        return
    handle = apart(handle_as(source, kind), target)
    try:
        bridge.copy_(target._array_handle, handle)
    finally:
        bridge.free(handle)


def assign_pooled(target, source):
    """The same for strings, complex numbers and objects: each element has a place of its own in the target's pool."""
    kind = target._dtype
    made = cast(source, kind) if source._dtype != kind else source
    from numpy._core.convert import convert
    from numpy._core.shape_base import broadcast_to

    fresh = [convert(value, kind) for value in values(broadcast_to(made, target.shape))]
    pool = target._pool
    for position, value in zip(bridge.numbers_of(target._array_handle, "q"), fresh, strict=True):
        pool[position] = value
