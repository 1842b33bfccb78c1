"""Nodes of the graph as Python sees them: `tensor.grad_fn`, its name, and what it leads to."""

import bridge
from torch._tensor import wrap

_kinds = {}


class Node:
    """An operation that backward() will pass gradients through; its class is named after the derivative."""

    __slots__ = ("_number", "__weakref__")

    def name(self):
        """The name of the derivative, such as 'AddBackward0'."""
        return type(self).__name__

    @property
    def next_functions(self):
        """The nodes of the inputs, each with which of its outputs the input was; None where no gradient is needed."""
        edges = []
        for edge in range(bridge.node_edges(self._number)):
            number = bridge.node_edge(self._number, edge)
            node = of_number(number) if number else None
            edges.append((node, bridge.node_edge_index(self._number, edge)))
        return tuple(edges)

    def __eq__(self, other):
        return isinstance(other, Node) and bridge.node_key(self._number) == bridge.node_key(other._number)

    def __hash__(self):
        return bridge.node_key(self._number)

    def __del__(self):
        try:
            bridge.free_node(self._number)
        except AttributeError:
            pass


class AccumulateGrad(Node):
    """Where the gradient of a leaf ends."""

    __slots__ = ()

    @property
    def variable(self):
        """The leaf."""
        return wrap(bridge.node_variable(self._number))


_kinds["AccumulateGrad"] = AccumulateGrad


def of_number(number):
    """The Node that owns an engine node number."""
    name = bridge.node_name(number)
    kind = _kinds.get(name)
    if kind is None:
        kind = _kinds[name] = type(name, (Node,), {"__slots__": (), "__module__": "builtins"})
    node = object.__new__(kind)
    node._number = number
    return node


def node_of(tensor):
    """tensor.grad_fn."""
    number = bridge.node_of(tensor._handle)
    return of_number(number) if number else None


class saved_tensors_hooks:
    """Accepted for code that mentions it; saved tensors are never packed here."""

    def __init__(self, pack_hook, unpack_hook):
        raise NotImplementedError("saved_tensors_hooks is not here; torch.utils.checkpoint saves memory instead")
