"""Two recordings of one model with inputs of different sizes, merged: numbers that differ become sizes that may change."""

import warnings

import bridge

from .graph import ExportError, Size
from .recorder import TracerWarning


def merge(first, second):
    """The first graph, with every size that the second shows to change as a Size."""
    if [node.op for node in first.nodes] != [node.op for node in second.nodes]:
        raise ExportError(
            "The model runs other operations when the size of a dynamic axis changes (a loop or a condition on a size, or a "
            "dimension of size 1 that is squeezed). Export without that dynamic axis, or with a larger example."
        )
    twins = {id(a): b for a, b in zip(first.inputs, second.inputs)}
    for a, b in zip(first.inputs, second.inputs):
        a.shape = _sizes(a.shape, b.shape)
    for left, right in zip(first.nodes, second.nodes):
        for a, b in zip(left.inputs, right.inputs):
            if a is not None and a.is_constant and id(a) not in twins:
                twins[id(a)] = b
                _merge_constants(a, b)
            elif a is not None and twins.get(id(a)) is not b and not a.is_constant:
                raise ExportError("The model connects its operations otherwise when the size of a dynamic axis changes.")
        left.numbers = _numbers(left.numbers, right.numbers)
        for a, b in zip(left.outputs, right.outputs):
            twins[id(a)] = b
            a.shape = _sizes(a.shape, b.shape)
    return first


def _sizes(first, second):
    if len(first) != len(second):
        raise ExportError(
            f"A tensor has the shape {tuple(first)} for one size of a dynamic axis and {tuple(second)} for another: the number "
            "of dimensions must not change. Is a dimension of size 1 squeezed? Use a larger example input."
        )
    return tuple(a if a == b else Size(a, b) for a, b in zip(first, second))


def _numbers(first, second):
    made = []
    for a, b in zip(first, second):
        if isinstance(a, (list, tuple)):
            if len(a) != len(b):
                made.append([Size(-1, -2)])  # refused by whoever reads it
            else:
                made.append(type(a)(_numbers(a, b)))
        elif a == b:
            made.append(a)
        elif int(a) == a and int(b) == b:
            made.append(Size(int(a), int(b)))
        else:
            raise ExportError(
                f"A number of the model changes with the size of a dynamic axis ({a} and {b}), so it cannot be written as a "
                "constant. Export without that dynamic axis."
            )
    return made


def _merge_constants(a, b):
    if a.handle == b.handle:
        return
    a.shape = _sizes(a.shape, b.shape)
    if not any(isinstance(size, Size) for size in a.shape) and not bridge.equal(a.handle, b.handle):
        warnings.warn(
            f"A constant of shape {tuple(a.shape)} differs from call to call (random numbers?). The file keeps the first.",
            TracerWarning,
            stacklevel=2,
        )
