"""ONNX: primitives as nodes of operator set 17, and the model as the file's bytes.

Source: https://github.com/onnx/onnx/blob/main/docs/IR.md, Operators.md and onnx.proto.
"""

import array

import bridge

from .builder import BOOL, INT64, TO_THE_END, Builder, Wire
from .graph import ExportError, UnsupportedOperationError, is_dynamic
from .onnx_recurrent import recurrent
from .protobuf import Message

OPSET, IR_VERSION = 17, 8
# The engine's dtype codes as TensorProto.DataType.
_TYPES = {0: 1, 1: 11, 2: 10, 3: 16, 4: 7, 5: 6, 6: 5, 7: 3, 8: 2, 9: 9}
_UNARY = {
    "abs": "Abs", "acos": "Acos", "acosh": "Acosh", "asin": "Asin", "asinh": "Asinh", "atan": "Atan", "atanh": "Atanh",
    "ceil": "Ceil", "cos": "Cos", "cosh": "Cosh", "erf": "Erf", "exp": "Exp", "floor": "Floor", "isnan": "IsNaN", "log": "Log",
    "neg": "Neg", "reciprocal": "Reciprocal", "relu": "Relu", "round": "Round", "sigmoid": "Sigmoid", "sign": "Sign",
    "sin": "Sin", "sinh": "Sinh", "sqrt": "Sqrt", "tan": "Tan", "tanh": "Tanh",
}  # fmt: skip
_BINARY = {"add": "Add", "sub": "Sub", "mul": "Mul", "div": "Div", "pow": "Pow", "maximum": "Max", "minimum": "Min"}
_COMPARE = {"eq": "Equal", "lt": "Less", "le": "LessOrEqual", "gt": "Greater", "ge": "GreaterOrEqual"}
_LOGICAL = {"and": "And", "or": "Or", "xor": "Xor", "not": "Not"}
_REDUCE = {"mean": "ReduceMean", "prod": "ReduceProd", "max": "ReduceMax", "min": "ReduceMin"}


class OnnxBuilder(Builder):
    """Collects the nodes and initializers of one graph."""

    format = "ONNX"

    def __init__(self):
        super().__init__()
        self.axes = {}  # pair of a size that may change -> (input's wire, dimension, name)
        self._nodes, self._initializers, self._names, self._sizes = [], {}, {}, {}

    # --- nodes ----------------------------------------------------------------------------------------------------

    def fresh_name(self, hint):
        """A name that no other tensor or node has."""
        count = self._names.get(hint)
        self._names[hint] = 1 if count is None else count + 1
        return hint if count is None else self.fresh_name(f"{hint}_{count}")

    def name_of(self, wire):
        """The name by which nodes refer to a wire; a constant becomes an initializer."""
        if wire is None:
            return ""
        if wire.handle:
            if wire.handle not in self._initializers:
                wire.name = self.fresh_name(wire.name or "constant")
                self._initializers[wire.handle] = (wire.name, _tensor(wire, wire.name))
            return self._initializers[wire.handle][0]
        return wire.name

    def node(self, kind, inputs, outs, **attributes):
        """Appends a node; `outs` are Wires, which get names."""
        message = Message()
        names = [self.name_of(wire) for wire in inputs]
        while names and names[-1] == "":
            names.pop()
        for name in names:
            message.data(1, name)
        label = self.fresh_name(f"/{kind}")
        for at, out in enumerate(outs):
            if out is not None:
                out.name = f"{label}_output_{at}"
            message.data(2, out.name if out is not None else "")
        message.data(3, label).data(4, kind)
        for name, value in attributes.items():
            message.data(5, _attribute(name, value))
        self._nodes.append(message)
        return outs[0]

    def named(self, wire, name):
        """A wire under the name that the user gave to an output."""
        self._nodes.append(
            Message().data(1, self.name_of(wire)).data(2, name).data(3, f"/output/{name}").data(4, "Identity")
        )
        return Wire(wire.shape, wire.dtype, name=name)

    def model(self, inputs, outputs, name):
        """The whole file."""
        graph = Message()
        for node in self._nodes:
            graph.data(1, node)
        graph.data(2, name)
        for _, tensor in self._initializers.values():
            graph.data(5, tensor)
        for wire in inputs:
            graph.data(11, self._value_info(wire))
        for wire in outputs:
            graph.data(12, self._value_info(wire))
        model = Message().integer(1, IR_VERSION).data(2, "torch-playground").data(3, "1")
        return bytes(model.data(7, graph).data(8, Message().data(1, "").integer(2, OPSET)))

    def _value_info(self, wire):
        shape = Message()
        for size in wire.shape:
            if not is_dynamic(size):
                shape.data(1, Message().integer(1, int(size)))
            elif size.pair in self.axes:
                shape.data(1, Message().data(2, self.axes[size.pair][2]))
            else:
                shape.data(1, Message())
        tensor = Message().integer(1, _TYPES[wire.dtype]).data(2, shape)
        return Message().data(1, wire.name).data(2, Message().data(1, tensor))

    # --- sizes that change ----------------------------------------------------------------------------------------

    def size_as_tensor(self, size):
        """Reads a size from the input that it belongs to; multiples and products of two are computed."""
        pair = size.pair
        if pair in self._sizes:
            return self._sizes[pair]
        out = self._axis(pair) or self._computed(pair)
        if out is None:
            raise ExportError(
                f"A size of the model changes with its inputs in a way that is not written here ({size!r}). Export without "
                "dynamic axes, for inputs of one fixed size."
            )
        self._sizes[pair] = out
        return out

    def _axis(self, pair):
        if pair not in self.axes:
            return None
        wire, dimension, _ = self.axes[pair]
        shape = self.node("Shape", [wire], [Wire((wire.rank,), INT64)])
        return self.node("Gather", [shape, self.number(dimension, INT64)], [Wire((), INT64)], axis=0)

    def _computed(self, pair):
        """A number times an axis, plus a number; or the product of two axes."""
        for axis in self.axes:
            step = axis[1] - axis[0]
            factor, rest = divmod(pair[1] - pair[0], step)
            if rest == 0 and factor > 0:
                times = self.binary("mul", self._axis(axis), self.number(factor, INT64))
                return self.binary("add", times, self.number(pair[0] - factor * axis[0], INT64))
        for first in self.axes:
            for second in self.axes:
                if (first[0] * second[0], first[1] * second[1]) == pair:
                    return self.binary("mul", self._axis(first), self._axis(second))
        return None

    def shape_vector(self, shape):
        """A shape as an int64 vector."""
        if not any(map(is_dynamic, shape)):
            return self.integers(shape)
        parts = []
        for size in shape:
            if is_dynamic(size):
                scalar = self.size_as_tensor(size)
                parts.append(self.node("Unsqueeze", [scalar, self.integers([0])], [Wire((1,), INT64)]))
            else:
                parts.append(self.integers([size]))
        return self.node("Concat", parts, [Wire((len(parts),), INT64)], axis=0)

    def _reshape(self, x, out):
        wanted, free = [], 0
        for d, size in enumerate(out.shape):
            if not is_dynamic(size):
                wanted.append(int(size))
            elif d < x.rank and is_dynamic(x.shape[d]) and x.shape[d].pair == size.pair:
                wanted.append(0)
            else:
                wanted.append(-1)
                free += 1
        vector = self.integers(wanted) if free <= 1 else self.shape_vector(out.shape)
        return self.node("Reshape", [x, vector], [out])

    def _expand(self, x, out):
        added = out.rank - x.rank
        kept = [d >= added and (out.shape[d] == x.shape[d - added]) and is_dynamic(x.shape[d - added]) for d in range(out.rank)]
        return self.node("Expand", [x, self.shape_vector([1 if k else s for k, s in zip(kept, out.shape)])], [out])

    # --- primitives -----------------------------------------------------------------------------------------------

    def _unary(self, op, x, out):
        if op == "rsqrt":
            return self.unary("reciprocal", self.unary("sqrt", x))
        if op not in _UNARY:
            raise UnsupportedOperationError(op)
        if op == "isnan":
            out.dtype = BOOL
        return self.node(_UNARY[op], [x], [out])

    def _binary(self, op, x, y, out):
        return self.node(_BINARY[op], [x, y], [out])

    def _compare(self, op, x, y, out):
        if x.dtype == BOOL:
            x, y = self.cast(x, 5), self.cast(y, 5)
        return self.node(_COMPARE[op], [x, y], [out])

    def _logical(self, op, wires, out):
        return self.node(_LOGICAL[op], wires, [out])

    def _where(self, condition, x, y, out):
        return self.node("Where", [condition, x, y], [out])

    def _cast(self, x, out):
        return self.node("Cast", [x], [out], to=_TYPES[out.dtype])

    def _transpose(self, x, order, out):
        return self.node("Transpose", [x], [out], perm=order)

    def _concat(self, wires, axis, out):
        return self.node("Concat", wires, [out], axis=axis)

    def _slice(self, x, axis, start, end, step, out):
        end = 2**63 - 1 if end == TO_THE_END else end
        bounds = [self.integers([n]) for n in (start, end, axis, step)]
        return self.node("Slice", [x, *bounds], [out])

    def _gather(self, x, indices, axis, out):
        return self.node("Gather", [x, indices], [out], axis=axis)

    def _gather_elements(self, x, indices, axis, out):
        return self.node("GatherElements", [x, indices], [out], axis=axis)

    def scatter_elements(self, x, indices, updates, axis):
        """x with elements replaced along a dimension."""
        return self.node("ScatterElements", [x, indices, updates], [Wire(x.shape, x.dtype)], axis=axis)

    def _pad(self, x, before, after, value, out):
        return self.node("Pad", [x, self.integers([*before, *after]), self.number(value, x.dtype)], [out])

    def _matmul(self, x, y, out):
        return self.node("MatMul", [x, y], [out])

    def _linear(self, x, weight, bias, out):
        if x.rank == 2:
            return self.node("Gemm", [x, weight, bias], [out], transB=1)
        product_ = self._matmul(x, self.transpose(weight, [1, 0]), out)
        return product_ if bias is None else self.binary("add", product_, bias)

    def _conv2d(self, x, weight, bias, window, out):
        return self.node("Conv", [x, weight, bias], [out], group=window.groups, **_window(window, weight.shape[2:]))

    def _conv_transpose2d(self, x, weight, bias, window, out):
        more = {"output_padding": list(window.extra)} if any(window.extra) else {}
        return self.node("ConvTranspose", [x, weight, bias], [out], group=window.groups, **more,
                         **_window(window, weight.shape[2:]))

    def _max_pool2d(self, x, window, out):
        return self.node("MaxPool", [x], [out], ceil_mode=int(window.ceil), **_window(window, window.kernel))

    def _avg_pool2d(self, x, window, count_padding, out):
        attributes = _window(window, window.kernel)
        del attributes["dilations"]
        return self.node("AveragePool", [x], [out], ceil_mode=int(window.ceil), count_include_pad=int(count_padding),
                         **attributes)

    def _reduce(self, op, x, axes, keep, out):
        if op == "sum":
            return self.node("ReduceSum", [x, self.integers(axes)], [out], keepdims=int(keep))
        return self.node(_REDUCE[op], [x], [out], axes=axes, keepdims=int(keep))

    def _arg(self, op, x, axis, keep, out):
        return self.node("ArgMax" if op == "max" else "ArgMin", [x], [out], axis=axis, keepdims=int(keep))

    def _softmax(self, x, axis, out):
        return self.node("Softmax", [x], [out], axis=axis)

    def _log_softmax(self, x, axis, out):
        return self.node("LogSoftmax", [x], [out], axis=axis)

    def _cumsum(self, x, axis, out):
        return self.node("CumSum", [x, self.number(axis, INT64)], [out])

    def top_k(self, x, k, axis, largest, is_sorted):
        """Values and positions of the k largest or smallest."""
        shape = [k if d == axis % x.rank else s for d, s in enumerate(x.shape)]
        outs = [Wire(shape, x.dtype), Wire(shape, INT64)]
        self.node("TopK", [x, self.integers([k])], outs, axis=axis % x.rank, largest=int(largest), sorted=int(is_sorted))
        return outs

    def layer_norm(self, x, weight, bias, count, eps):
        """LayerNormalization, which wants a weight."""
        if weight is None:
            weight = self.constant(bridge.full(x.dtype, 1, 1, 0, *x.shape[x.rank - count :]))
        return self.node("LayerNormalization", [x, weight, bias], [Wire(x.shape, x.dtype)], axis=x.rank - count, epsilon=eps)

    def batch_norm(self, x, weight, bias, mean, variance, eps):
        """BatchNormalization, which wants weight and bias; statistics must be constants."""
        ones = weight or self.constant(bridge.full(x.dtype, 1, 1, 0, x.shape[1]))
        zeros = bias or self.constant(bridge.full(x.dtype, 0, 1, 0, x.shape[1]))
        return self.node("BatchNormalization", [x, ones, zeros, mean, variance], [Wire(x.shape, x.dtype)], epsilon=eps)


    recurrent_whole = recurrent


def _window(window, kernel):
    return {
        "kernel_shape": list(kernel), "strides": list(window.stride), "dilations": list(window.dilation),
        "pads": [*window.padding, *window.padding],
    }  # fmt: skip


def _attribute(name, value):
    message = Message().data(1, name)
    if isinstance(value, float):
        return message.number(2, value).integer(20, 1)
    if isinstance(value, int):
        return message.integer(3, value).integer(20, 2)
    if isinstance(value, str):
        return message.data(4, value).integer(20, 3)
    if value and isinstance(value[0], str):
        for each in value:
            message.data(9, each)
        return message.integer(20, 8)
    if value and isinstance(value[0], float):
        return message.numbers(7, value).integer(20, 6)
    return message.integers(8, [int(each) for each in value]).integer(20, 7)


def _tensor(wire, name):
    message = Message()
    if wire.shape:
        message.integers(1, wire.shape)
    return message.integer(2, _TYPES[wire.dtype]).data(8, name).data(9, bytes_of(wire.handle))


def bytes_of(handle):
    """The elements of an engine tensor, row by row."""
    on_cpu = handle if bridge.device(handle) == 0 else bridge.to_device(handle, 0)
    size = {0: 4, 1: 8, 2: 2, 3: 2, 4: 8, 5: 4, 6: 2}.get(bridge.dtype(on_cpu), 1)
    held = array.array("B", bytes(bridge.numel(on_cpu) * size))
    if held:
        bridge.to_address(on_cpu, held.buffer_info()[0])
    if on_cpu != handle:
        bridge.free(on_cpu)
    return held.tobytes()
