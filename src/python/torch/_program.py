"""Programs of the engine (src/engine/core/program.ts): calls that are noted once and repeated without Python."""

import bridge
from torch._tensor import wrap


def can_note():
    """Whether nobody else notes calls at the moment."""
    return not bridge.recording


def note(work):
    """Does the work, a function without arguments that returns Tensors, or None for what no program can have.

    Returns a Program whose results these tensors are; None when the calls can't be repeated.
    """
    bridge.program_begin()
    tensors, number = None, 0
    try:
        tensors = work()
    finally:
        number = bridge.program_end(*[each._handle for each in tensors or ()])
        if number and tensors is None:
            bridge.program_free(number)
            number = 0
    return Program(number, len(tensors)) if number else None


class Program:
    """Noted calls. Those who made the notes say which of the tensors from outside each run is given anew."""

    def __init__(self, number, count):
        self._number = number
        self._count = count

    def text(self):
        """What two notes of the same work have in common."""
        return bridge.program_text(self._number)

    def outside(self):
        """The handles of the tensors that were there before."""
        handles = []
        while handle := bridge.program_external(self._number, len(handles)):
            handles.append(handle)
        return handles

    def bind(self, indices):
        """run() is given the tensors at these places of outside(), in this order; the others are kept."""
        bridge.program_bind(self._number, *indices)

    def run(self, numbers, tensors):
        """The results as Tensors; None when a tensor has not the dtype, the shape or the device of the one that was noted.

        numbers: what the update of an optimizer was given besides tensors (torch.optim._fused.numbers_of...).
        """
        first = bridge.program_run(self._number, *numbers, *[each._handle for each in tensors])
        if first == -1:
            return None
        if not self._count:
            return []
        return [wrap(first), *[wrap(bridge.program_result()) for _ in range(self._count - 1)]]

    def __del__(self):
        bridge.program_free(self._number)
