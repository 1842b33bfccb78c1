"""A trace as the bytes of a TensorFlow Lite file."""

from .builder import Wire
from .flatbuffer import Blob, Scalar, Table, Vector, finished
from .graph import is_dynamic
from .lowering import lower
from .onnx_builder import bytes_of
from .tflite_builder import TfliteBuilder
from .tflite_schema import OPERATORS, OPTIONS, TYPES

_PLACEHOLDER = 127  # codes above it are said in a newer field


def tflite_bytes(trace, output_names):
    """The file of a recorded model, with the signature `serving_default`."""
    builder = TfliteBuilder()
    try:
        inputs = {id(value): Wire(value.shape, value.dtype, name=value.name) for value in trace.graph.inputs}
        for pair, (place, dim, axis) in trace.axes.items():
            builder.axes[pair] = (inputs[id(trace.graph.inputs[place])], dim, axis)
        ins, outs = lower(builder, trace.graph, inputs)
        outputs = [_own(builder, wire, ins, outs[:at]) for at, wire in enumerate(outs)]
        return _Writer(builder.operations, ins, outputs).file(output_names)
    finally:
        builder.close()


def _own(builder, wire, inputs, others):
    """An output needs a tensor of its own."""
    if wire.handle or any(wire is other for other in (*inputs, *others)):
        return builder._reshape(wire, Wire(wire.shape, wire.dtype))
    return wire


class _Writer:
    def __init__(self, operations, inputs, outputs):
        self.inputs, self.outputs = inputs, outputs
        self.operations = _used(operations, outputs)
        self.tensors, self.buffers, self.codes = [], [Table({})], []
        self._places = {}

    def place(self, wire):
        """The number of a tensor in the file."""
        if wire is None:
            return -1
        key = wire.handle or id(wire)
        if key not in self._places:
            self._places[key] = len(self.tensors)
            self.tensors.append(self._tensor(wire))
        return self._places[key]

    def _tensor(self, wire):
        fields = {0: Vector("int32", [int(s) for s in wire.shape]), 1: Scalar("int8", TYPES[wire.dtype])}
        if wire.handle:
            fields[2] = Scalar("uint32", len(self.buffers))
            self.buffers.append(Table({0: Blob(bytes_of(wire.handle))}))
        fields[3] = wire.name or f"tensor_{len(self.tensors)}"
        if any(map(is_dynamic, wire.shape)):
            fields[7] = Vector("int32", [-1 if is_dynamic(s) else int(s) for s in wire.shape])
        fields[8] = Scalar("bool", True)
        return Table(fields)

    def _code(self, kind):
        if kind not in self.codes:
            self.codes.append(kind)
        return self.codes.index(kind)

    def _operator(self, operation):
        fields = {
            0: Scalar("uint32", self._code(operation.kind)),
            1: Vector("int32", [self.place(wire) for wire in operation.inputs]),
            2: Vector("int32", [self.place(operation.out)]),
        }
        if operation.kind in OPTIONS:
            union, known = OPTIONS[operation.kind]
            fields[3] = Scalar("uint8", union)
            fields[4] = Table({known[n][0]: Scalar(known[n][1], value) for n, value in operation.options.items()})
        return Table(fields)

    def file(self, output_names):
        """All tables, from the inside out."""
        places = [self.place(wire) for wire in self.inputs]
        operators = [self._operator(operation) for operation in self.operations]
        results = [self.place(wire) for wire in self.outputs]
        for place, name in zip(results, output_names):
            self.tensors[place].fields[3] = name
        subgraph = Table({0: self.tensors, 1: Vector("int32", places), 2: Vector("int32", results), 3: operators, 4: "main"})
        codes = []
        for kind in self.codes:
            code, version = OPERATORS[kind]
            fields = {0: Scalar("int8", min(code, _PLACEHOLDER)), 2: Scalar("int32", version), 3: Scalar("int32", code)}
            codes.append(Table(fields))

        def named(pairs):
            return [Table({0: name, 1: Scalar("uint32", place)}) for name, place in pairs]

        signature = Table({
            0: named(zip([wire.name for wire in self.inputs], places)), 1: named(zip(output_names, results)), 2: "serving_default",
            4: Scalar("uint32", 0),
        })  # fmt: skip
        model = {0: Scalar("uint32", 3), 1: codes, 2: [subgraph], 3: "torch-playground", 4: self.buffers, 7: [signature]}
        return finished(Table(model), b"TFL3")


def _used(operations, outputs):
    """The operators that lead to an output."""
    wanted = {id(wire) for wire in outputs}
    kept = []
    for operation in reversed(operations):
        if id(operation.out) in wanted:
            kept.append(operation)
            wanted.update(id(wire) for wire in operation.inputs if wire is not None)
    return kept[::-1]
