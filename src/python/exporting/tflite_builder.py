"""TensorFlow Lite: primitives as operators of its schema; images have their channels last there (tflite_windows.py).

A transpose is kept aside as long as possible: elementwise operations, reductions, joins and padding move before it, so that those
around a convolution meet and cancel. Operators that lead to no output are left out.
"""

import bridge

from .builder import BOOL, FLOAT, INT32, INT64, TO_THE_END, Builder, Wire, broadcast
from .graph import ExportError, UnsupportedOperationError, is_dynamic
from .tflite_schema import TYPES
from .tflite_windows import Windows

_UNARY = {
    "abs": "ABS", "ceil": "CEIL", "cos": "COS", "exp": "EXP", "floor": "FLOOR", "log": "LOG", "neg": "NEG", "relu": "RELU",
    "round": "ROUND", "rsqrt": "RSQRT", "sigmoid": "LOGISTIC", "sign": "SIGN", "sin": "SIN", "sqrt": "SQRT", "tanh": "TANH",
}  # fmt: skip
_BINARY = {"add": "ADD", "sub": "SUB", "mul": "MUL", "div": "DIV", "pow": "POW", "maximum": "MAXIMUM", "minimum": "MINIMUM"}
_COMPARE = {"eq": "EQUAL", "lt": "LESS", "le": "LESS_EQUAL", "gt": "GREATER", "ge": "GREATER_EQUAL"}
_REDUCE = {"sum": "SUM", "mean": "MEAN", "prod": "REDUCE_PROD", "max": "REDUCE_MAX", "min": "REDUCE_MIN"}


class Operation:
    """One operator: its name, operands (None where one is left out), result and options."""

    def __init__(self, kind, inputs, out, options):
        self.kind, self.inputs, self.out, self.options = kind, inputs, out, options


class TfliteBuilder(Windows, Builder):
    """Collects the operators of one graph."""

    format = "TensorFlow Lite"

    def __init__(self):
        super().__init__()
        self.axes = {}  # pair of a size that may change -> (input's wire, dimension, name)
        self.operations = []
        self._turned = {}  # id of a wire -> (wire, what it is a transpose of, in which order)

    def op(self, kind, inputs, out, **options):
        """Appends an operator; gives its result."""
        for wire in (*inputs, out):
            if wire is not None and wire.dtype not in TYPES:
                raise UnsupportedOperationError("float64 and bfloat16 have no operations in TensorFlow Lite: convert the model and its inputs with .float().")
        self.operations.append(Operation(kind, list(inputs), out, options))
        return out

    # --- transposes, kept aside -----------------------------------------------------------------------------------

    def transpose(self, x, order):
        order = [d % x.rank for d in order]
        if not x.handle and id(x) in self._turned:
            _, x, before = self._turned[id(x)]
            order = [before[d] for d in order]
        return super().transpose(x, order)

    def _transpose(self, x, order, out):
        self._turned[id(out)] = (out, x, order)
        if [d for d in order if x.shape[d] != 1 or is_dynamic(x.shape[d])] == sorted(
            d for d in order if x.shape[d] != 1 or is_dynamic(x.shape[d])
        ):
            return self._reshape(x, out)  # only dimensions of size 1 move
        return self.op("TRANSPOSE", [x, self.integers(order, INT32)], out)

    def _before(self, x):
        """(what x is a transpose of, the order), or None."""
        return None if x.handle or id(x) not in self._turned else self._turned[id(x)][1:]

    def unary(self, op, x):
        found = self._before(x)
        return super().unary(op, x) if found is None else self.transpose(self.unary(op, found[0]), found[1])

    def binary(self, op, x, y):
        order = self._common_order([x, y])
        if order is None:
            return super().binary(op, x, y)
        return self.transpose(self.binary(op, self._in_order(x, order), self._in_order(y, order)), order)

    def _common_order(self, wires):
        """The order by which one operand was transposed, where all others are so too, or constants."""
        orders = [found[1] for found in map(self._before, wires) if found is not None]
        rank = max(wire.rank for wire in wires)
        fits = all(wire.handle or (self._before(wire) or (0, None))[1] == orders[0] for wire in wires) if orders else False
        return orders[0] if fits and len(orders[0]) == rank else None

    def _in_order(self, wire, order):
        """An operand as it is before the transpose."""
        if not wire.handle:
            return self._before(wire)[0]
        if wire.rank == 0:
            return wire
        whole = self.reshape(wire, (1,) * (len(order) - wire.rank) + wire.shape)
        return super().transpose(whole, [order.index(d) for d in range(len(order))])

    def reduce(self, op, x, axes, keep):
        found = self._before(x)
        axes = sorted(d % x.rank for d in axes)
        if found is None or not axes:
            return super().reduce(op, x, axes, keep)
        source, order = found
        made = self.transpose(self.reduce(op, source, [order[d] for d in axes], True), order)
        return made if keep else self.reshape(made, [s for d, s in enumerate(x.shape) if d not in axes])

    def concat(self, wires, axis):
        axis %= wires[0].rank
        order = self._common_order(wires)
        if order is None or any(wire.handle for wire in wires):
            return super().concat(wires, axis)
        return self.transpose(self.concat([self._before(wire)[0] for wire in wires], order[axis]), order)

    def pad(self, x, before, after, value):
        found = self._before(x)
        if found is None:
            return super().pad(x, before, after, value)
        source, order = found
        places = [order.index(d) for d in range(len(order))]
        return self.transpose(self.pad(source, [before[d] for d in places], [after[d] for d in places], value), order)

    # --- sizes that change ----------------------------------------------------------------------------------------

    def size_as_tensor(self, size):
        """The size of an input's dimension, int64."""
        return self.cast(self.reshape(self._axis(size), ()), INT64)

    def _axis(self, size):
        if size.pair not in self.axes:
            raise ExportError(f"A size of the model changes with its inputs in a way that is not written here ({size!r}).")
        wire, dimension, _ = self.axes[size.pair]
        shape = self.op("SHAPE", [wire], Wire((wire.rank,), INT32), out_type=TYPES[INT32])
        return self.slice(shape, 0, dimension, 1)

    def shape_vector(self, shape):
        """A shape as an int32 vector."""
        if not any(map(is_dynamic, shape)):
            return self.integers(shape, INT32)
        return self.concat([self._axis(s) if is_dynamic(s) else self.integers([s], INT32) for s in shape], 0)

    # --- primitives -----------------------------------------------------------------------------------------------

    def _unary(self, op, x, out):
        if op in _UNARY:
            return self.op(_UNARY[op], [x], out)
        if op == "reciprocal":
            return self.binary("div", self.number(1.0, x.dtype), x)
        if op == "tan":
            return self.binary("div", self.unary("sin", x), self.unary("cos", x))
        if op == "erf":
            return self._erf(x)
        raise UnsupportedOperationError(f"The function '{op}' is not written to {self.format} files.")

    def _erf(self, x):
        """Abramowitz & Stegun 7.1.26, whose error is at most 1.5e-7."""
        size = self.unary("abs", x)
        t = self.unary("reciprocal", self.plus(self.scaled(size, 0.3275911), 1))
        total = self.scaled(t, 1.061405429)
        for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
            total = self.binary("mul", self.plus(total, factor), t)
        tail = self.binary("mul", total, self.unary("exp", self.unary("neg", self.binary("mul", x, x))))
        return self.binary("mul", self.unary("sign", x), self.plus(self.unary("neg", tail), 1))

    def gelu(self, x, approximate):
        """GELU has an operator of its own."""
        found = self._before(x)
        if found is not None:
            return self.transpose(self.gelu(found[0], approximate), found[1])
        return self.op("GELU", [x], Wire(x.shape, x.dtype), approximate=approximate)

    def _binary(self, op, x, y, out):
        return self.op(_BINARY[op], [x, y], out)

    def _compare(self, op, x, y, out):
        if x.dtype == BOOL:
            x, y = self.cast(x, INT32), self.cast(y, INT32)
        return self.op(_COMPARE[op], [x, y], out)

    def _logical(self, op, wires, out):
        if op == "xor":
            both = self.logical("not", self.logical("and", *wires))
            return self.logical("and", self.logical("or", *wires), both)
        return self.op(f"LOGICAL_{op.upper()}", wires, out)

    def _where(self, condition, x, y, out):
        return self.op("SELECT_V2", [condition, x, y], out)

    def _cast(self, x, out):
        return self.op("CAST", [x], out, in_data_type=TYPES.get(x.dtype, 0), out_data_type=TYPES.get(out.dtype, 0))

    def _reshape(self, x, out):
        free = sum(map(is_dynamic, out.shape))
        if free > 1:
            return self.op("RESHAPE", [x, self.shape_vector(out.shape)], out)
        return self.op("RESHAPE", [x, self.integers([-1 if is_dynamic(s) else s for s in out.shape], INT32)], out)

    def _expand(self, x, out):
        return self.op("BROADCAST_TO", [x, self.shape_vector(out.shape)], out)

    def _concat(self, wires, axis, out):
        return self.op("CONCATENATION", wires, out, axis=axis)

    def _slice(self, x, axis, start, end, step, out):
        others = sum(1 << d for d in range(x.rank) if d != axis)
        to_the_end = end == TO_THE_END

        def only(value, rest):
            return self.integers([value if d == axis else rest for d in range(x.rank)], INT32)

        bounds = [only(start, 0), only(0 if to_the_end else end, 0), only(step, 1)]
        masks = {"begin_mask": others, "end_mask": others | (1 << axis if to_the_end else 0)}
        return self.op("STRIDED_SLICE", [x, *bounds], out, **masks)

    def _gather(self, x, indices, axis, out):
        return self.op("GATHER", [x, indices], out, axis=axis)

    def _gather_elements(self, x, indices, axis, out):
        raise UnsupportedOperationError(f"gather is not written to {self.format} files.")

    def _pad(self, x, before, after, value, out):
        amounts = self.reshape(self.integers([n for pair in zip(before, after) for n in pair], INT32), (x.rank, 2))
        return self.op("PADV2", [x, amounts, self.number(value, x.dtype)], out)

    def _matmul(self, x, y, out):
        if y.handle and y.rank == 2 and x.dtype == FLOAT:
            return self._linear(x, self.transpose(y, [1, 0]), None, out)
        return self.op("BATCH_MATMUL", [x, y], out, adj_x=False, adj_y=False)

    def _linear(self, x, weight, bias, out):
        if not weight.handle or x.dtype != FLOAT:
            made = self.matmul(x, self.transpose(weight, [1, 0]))
            return made if bias is None else self.binary("add", made, bias)
        later = bias if bias is not None and not bias.handle else None
        zeros = bias if bias is not None and bias.handle else self.constant(bridge.full(FLOAT, 0, 1, 0, weight.shape[0]))
        made = self.op("FULLY_CONNECTED", [x, weight, zeros], out, keep_num_dims=True)
        return made if later is None else self.binary("add", made, later)

    def _reduce(self, op, x, axes, keep, out):
        return self.op(_REDUCE[op], [x, self.integers(axes, INT32)], out, keep_dims=keep)

    def _arg(self, op, x, axis, keep, out):
        flat = Wire(broadcast([s for d, s in enumerate(x.shape) if d != axis]), INT64)
        made = self.op(f"ARG_{op.upper()}", [x, self.constant(bridge.full(INT32, axis, 1, 0))], flat, output_type=TYPES[INT64])
        return self.reshape(made, out.shape)

    def _along_last(self, x, axis, write):
        """Some operators work along the last dimension only."""
        order = [d for d in range(x.rank) if d != axis] + [axis]
        turned = self.transpose(x, order)
        made = write(turned, Wire(turned.shape, turned.dtype))
        return self.transpose(made, [order.index(d) for d in range(x.rank)])

    def _softmax(self, x, axis, out):
        return self._along_last(x, axis, lambda turned, made: self.op("SOFTMAX", [turned], made, beta=1.0))

    def _log_softmax(self, x, axis, out):
        return self._along_last(x, axis, lambda turned, made: self.op("LOG_SOFTMAX", [turned], made))

    def _cumsum(self, x, axis, out):
        return self.op("CUMSUM", [x, self.constant(bridge.full(INT32, axis, 1, 0))], out)
