"""Writes in place while a model is recorded: the graph has values only, so a write makes a new value for all who share memory.

A write to a whole tensor (`relu_`) replaces its value. A write to a part (`out[:, t] = h`) replaces elements of the flat
memory; whoever looks at that memory later reads them from there.
"""

import itertools

import bridge

from .graph import Node, Value


class _Block:
    """One storage that was written to: a tensor on it, its geometry, and the value of that tensor or of all memory."""

    def __init__(self, handle):
        self.handle = handle
        self.geometry = self.value = self.flat = None


def _geometry(handle):
    return bridge.storage_offset(handle), bridge.shape_of(handle), bridge.strides_of(handle)


def _positions(handle):
    """Where in its memory each element of a tensor lies, row by row."""
    offset, sizes, strides = _geometry(handle)
    steps = [[i * stride for i in range(size)] for size, stride in zip(sizes, strides)]
    return [offset + sum(parts) for parts in itertools.product(*steps)]


def _elements(handle):
    sizes = {0: 4, 1: 8, 2: 2, 3: 2, 4: 8, 5: 4, 6: 2}
    return bridge.storage_bytes(handle) // sizes.get(bridge.dtype(handle), 1)


def _is_whole(handle):
    return bridge.storage_offset(handle) == 0 and bridge.is_contiguous(handle) and bridge.numel(handle) == _elements(handle)


class Memory:
    """The storages that values of the graph were written into."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._blocks = []

    def _block(self, handle):
        for block in self._blocks:
            if bridge.same_storage(block.handle, handle):
                return block
        return None

    def find(self, handle):
        """The value of a tensor on memory that was written to, or None."""
        block = self._block(handle) if self._blocks else None
        if block is None:
            return None
        if block.value is not None and _geometry(handle) == block.geometry:
            return block.value
        flat = self._flat(block)
        value = self._recorder.add("take_flat", [flat], [_positions(handle)], bridge.shape_of(handle), flat.dtype)
        self._recorder.bind(handle, value)
        return value

    def _flat(self, block):
        """All memory of a block as a vector."""
        if block.flat is None:
            block.flat = self._vector(block.value)
        return block.flat

    def _vector(self, value):
        count = 1
        for size in value.shape:
            count *= size
        return self._recorder.add("reshape", [value], [[count]], (count,), value.dtype)

    def write(self, name, function, arguments, handles, numbers):
        """Runs an operation that writes to its first operand."""
        recorder, target = self._recorder, handles[0]
        values = [recorder.value_of(handle) if handle else None for handle in handles]
        before = None if name == "become" or _is_whole(target) else self._before(target)
        result = function(*arguments)
        if name == "become":
            recorder.bind(target, values[1])
            return result
        shape, dtype = bridge.shape_of(target), bridge.dtype(target)
        node = Node(name.removesuffix("_") if name != "copy_" else name, values, numbers)
        value = Value(shape, dtype, node)
        node.outputs.append(value)
        recorder.nodes.append(node)
        block = self._block(target)
        if block is None:
            block = _Block(target)
            self._blocks.append(block)
        if before is None:
            block.geometry, block.value, block.flat = _geometry(target), value, None
        else:
            block.value = None
            block.flat = recorder.add("put_flat", [before, value], [_positions(target)], before.shape, before.dtype)
        for handle in recorder.handles():
            if bridge.same_storage(handle, target):
                recorder.bind(handle, None)
        recorder.bind(target, value)
        return result

    def _before(self, target):
        """All memory that `target` is a part of, before it is written to."""
        block = self._block(target)
        if block is not None:
            return self._flat(block)
        for handle in self._recorder.handles():
            if bridge.same_storage(handle, target) and _is_whole(handle):
                return self._vector(self._recorder.lookup(handle))
        whole = bridge.as_strided(target, 0, _elements(target), 1)
        return self._recorder.value_of(bridge.clone(whole))
