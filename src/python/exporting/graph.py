"""What a recorded model is: values, the operations between them, and sizes that may change from call to call."""


class ExportError(RuntimeError):
    """The model cannot be written in the other format."""


class UnsupportedOperationError(ExportError):
    """An operation of the model has no counterpart in the other format, or none that is written here."""


class Size(int):
    """A size that changes with the inputs: its number in the first recording, and `other` in the second."""

    def __new__(cls, value, other):
        made = super().__new__(cls, value)
        made.other = other
        return made

    @property
    def pair(self):
        """Both numbers; sizes with equal pairs are taken for the same size."""
        return (int(self), self.other)

    def __repr__(self):
        return f"{int(self)}|{self.other}"


def is_dynamic(size):
    """Whether a number changed between the two recordings."""
    return isinstance(size, Size)


class Value:
    """A tensor of the model: an input, a constant (with the engine's `handle`), or what a node gives."""

    __slots__ = ("shape", "dtype", "node", "handle", "name")

    def __init__(self, shape, dtype, node=None, handle=0, name=None):
        self.shape, self.dtype, self.node, self.handle, self.name = tuple(shape), dtype, node, handle, name

    @property
    def is_constant(self):
        return self.handle != 0


class Node:
    """One engine operation: its name, operands (None where one was left out), numbers in order, and results."""

    __slots__ = ("op", "inputs", "numbers", "outputs")

    def __init__(self, op, inputs, numbers):
        self.op, self.inputs, self.numbers, self.outputs = op, inputs, numbers, []


class Graph:
    """A recorded model. `axes` maps the pair of a size that may change to its name."""

    def __init__(self, inputs, outputs, nodes, axes=None):
        self.inputs, self.outputs, self.nodes, self.axes = inputs, outputs, nodes, axes or {}

    def without_unused(self):
        """Keeps only the nodes that lead to an output."""
        wanted = {id(value) for value in self.outputs}
        kept = []
        for node in reversed(self.nodes):
            if any(id(value) in wanted for value in node.outputs):
                kept.append(node)
                wanted.update(id(value) for value in node.inputs if value is not None)
        self.nodes = kept[::-1]
        return self
