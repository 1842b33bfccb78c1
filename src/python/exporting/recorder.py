"""Notes which engine operations a model's inputs pass through: for a while the bridge's functions are wrapped.

Operations on tensors that do not depend on an input run as ever and leave no trace: their results are constants. Writes in
place become new values (memory.py). Nothing is freed while recording, so that a handle names one tensor.
"""

import warnings

import bridge

from .graph import Graph, Node, Value
from .memory import Memory

# Asked of a tensor, or of the engine: they give numbers.
_QUERIES = frozenset(
    """add_hook bump_version check_writable clear_grads data_ptr default_dtype device dim dtype equal from_address grad
    grad_mode grad_name has_grad hook_saved_tensors inference_mode is_contiguous is_inference is_leaf is_view keep_name
    live_tensors mark_multiple_view name_node node_of nonfinite numel output_index record_function remove_hook rename_node
    requires_grad retain_grad retains_grad same_storage set_grad set_requires_grad sizes storage_bytes storage_offset strides
    version""".split()
)
# Their values leave the graph: the file keeps what the example input gave.
_READS = {"item": "a Python number", "item_at": "a Python number", "to_address": "an array or a list", "nonzero": "positions"}
# They give their operand as it is.
_IDENTITIES = frozenset("alias clone clone_laid_out contiguous data detach share to_device".split())
# Of their operand they need the shape only.
_OF_SHAPE = frozenset(["full_like"])
# They give their operand as it is when its shape stays.
_SHAPES = frozenset("expand flatten reshape squeeze view".split())


class TracerWarning(Warning):
    """The exported file may be right for the example input only."""


class Recorder:
    """`with Recorder() as recorder:` records; `input()` before and `graph()` after the model's call."""

    def __init__(self):
        self.nodes, self.inputs = [], []
        self._current = {}  # handle -> Value, of all that depends on an input
        self._constants = {}  # handle -> Value
        self._freed, self._saved = [], {}
        self._memory = Memory(self)
        self._last = None

    # --- wrapping -------------------------------------------------------------------------------------------------

    def __enter__(self):
        namespace = vars(bridge)
        for name, function in list(namespace.items()):
            spec = getattr(function, "spec", None) if not name.startswith("_") else None
            if name in _READS or name == "to_device":
                spec = {"to_device": "ti", "to_address": "ti", "item_at": "tI"}.get(name, "t")
            if name not in _QUERIES and isinstance(spec, str):
                self._saved[name] = function
                namespace[name] = self._wrapped(name, function, spec)
        bridge.hold_dropped(True)
        for name, wrapped in (("next_result", self._next_result), ("free", self._freed.append)):
            self._saved[name] = namespace[name]
            namespace[name] = wrapped
        bridge.recording = True
        return self

    def __exit__(self, *_):
        vars(bridge).update(self._saved)
        bridge.recording = False

    def close(self):
        """Frees what the model freed meanwhile; constants of the graph are gone after it."""
        for handle in self._freed:
            bridge.free(handle)
        self._freed.clear()
        bridge.hold_dropped(False)

    def _wrapped(self, name, function, spec):
        in_place = name.endswith("_") or name in ("become", "set_at")

        def call(*arguments):
            self._last = None
            handles, numbers = _split(spec, arguments)
            values = [self.lookup(handle) if handle else None for handle in handles]
            if not any(values) or name in _OF_SHAPE:
                if in_place:
                    self._keep_constants(handles[0])
                return function(*arguments)
            if name in _READS:
                return self._read(name, function, arguments)
            if in_place:
                return self._memory.write(name, function, arguments, handles, numbers)
            return self._record(name, function(*arguments), handles, values, numbers)

        return call

    # --- recording ------------------------------------------------------------------------------------------------

    def lookup(self, handle):
        """The value of a tensor that depends on an input, or None."""
        found = self._current.get(handle)
        return found if found is not None else self._memory.find(handle)

    def value_of(self, handle):
        """The value of any tensor."""
        found = self.lookup(handle) or self._constants.get(handle)
        if found is None:
            found = Value(bridge.shape_of(handle), bridge.dtype(handle), handle=handle)
            self._constants[handle] = found
        return found

    def bind(self, handle, value):
        """From now on the handle means this value (None: look it up anew)."""
        if value is None:
            self._current.pop(handle, None)
        else:
            self._current[handle] = value

    def handles(self):
        """The tensors that depend on an input."""
        return list(self._current)

    def add(self, op, inputs, numbers, shape, dtype):
        """Appends an operation with one result."""
        node = Node(op, inputs, numbers)
        node.outputs.append(Value(shape, dtype, node))
        self.nodes.append(node)
        return node.outputs[0]

    def _record(self, name, result, handles, values, numbers):
        first = values[0]
        shape = bridge.shape_of(result)
        same = first is not None and shape == first.shape
        if name in _IDENTITIES or (same and (name in _SHAPES or (name == "cast" and numbers[0] == first.dtype))):
            self._current[result] = first
            return result
        inputs = [None if not h else v or self.value_of(h) for h, v in zip(handles, values)]
        value = self.add(name, inputs, numbers, shape, bridge.dtype(result))
        self._current[result] = value
        self._last = value.node
        return result

    def _next_result(self):
        handle = self._saved["next_result"]()
        if self._last is not None and handle:
            value = Value(bridge.shape_of(handle), bridge.dtype(handle), self._last)
            self._last.outputs.append(value)
            self._current[handle] = value
        return handle

    def _read(self, name, function, arguments):
        warnings.warn(
            f"Converting a tensor to {_READS[name]} might cause the trace to be incorrect. We can't record the data flow of "
            "Python values, so this value will be treated as a constant in the future. This means that the trace might not "
            "generalize to other inputs!",
            TracerWarning,
            stacklevel=4,
        )
        return function(*arguments)

    def _keep_constants(self, written):
        """A constant that is about to be overwritten keeps the elements that the graph has seen."""
        for handle, value in self._constants.items():
            if value.handle == handle and bridge.same_storage(handle, written):
                value.handle = self._saved["clone"](handle)
                self._freed.append(value.handle)
        self._constants = {handle: value for handle, value in self._constants.items() if value.handle == handle}

    # --- the result -----------------------------------------------------------------------------------------------

    def input(self, handle, name):
        """Declares a tensor as an input of the model."""
        value = Value(bridge.shape_of(handle), bridge.dtype(handle), name=name)
        self.inputs.append(value)
        self._current[handle] = value

    def graph(self, handles, names=None):
        """What was recorded on the way to the outputs. `names` maps handles of constants to names."""
        outputs = [self.value_of(handle) for handle in handles]
        for handle, value in self._constants.items():
            value.name = self._name_of(handle, names or {})
        return Graph(self.inputs, outputs, self.nodes).without_unused()

    @staticmethod
    def _name_of(handle, names):
        """The name of a constant: a named tensor itself, or all of its memory seen otherwise (a transpose)."""
        if handle in names:
            return names[handle]
        for named, name in names.items():
            if bridge.same_storage(named, handle) and bridge.numel(named) == bridge.numel(handle):
                return name
        return None


def _split(spec, arguments):
    """Operands and numbers of a call; a Python number is a pair (value, kind), a list at the end one entry."""
    handles, numbers, at = [], [], 0
    for letter in spec:
        if letter == "T":
            handles.extend(arguments[at:])
        elif letter in "IH":
            numbers.append([int(number) for number in arguments[at:]])
        elif letter in "to":
            handles.append(arguments[at])
        elif letter == "s":
            numbers.append((arguments[at], arguments[at + 1]))
            at += 1
        else:
            numbers.append(arguments[at])
        at += 1
    return handles, numbers
