"""The trace of a step of fit(), evaluate() or predict(), or of a call that is followed for its shapes: collects what the program prints in
it and names its tensors as TensorFlow's graph does, by the layers and losses around them. Which steps are traced is told in
keras/src/trainers/heard.py."""

import io
import sys

from keras.src import tree
from keras.src.backend import KerasTensor, Tensor
from keras.src.backend.symbols import Trace, is_library, plain_shape
from keras.src.backend.tensor_shape import OpenSize, TensorShape

# What a layer's result is called in TensorFlow's graph, by its activation or else by its class.
_OF_ACTIVATION = {
    "relu": "Relu", "sigmoid": "Sigmoid", "softmax": "Softmax", "tanh": "Tanh", "elu": "Elu", "gelu": "Gelu/mul_2", "selu": "Selu",
    "silu": "IdentityN", "softplus": "Softplus", "leaky_relu": "LeakyRelu", "exponential": "Exp", "relu6": "Relu6", "log_softmax": "LogSoftmax",
}  # fmt: skip
_OF_LAYER = {
    "MaxPooling2D": "MaxPool2d", "AveragePooling2D": "AvgPool", "MaxPooling1D": "MaxPool1d/Squeeze", "Flatten": "Reshape", "Reshape": "Reshape",
    "Permute": "transpose", "Dropout": "stateless_dropout/SelectV2", "BatchNormalization": "batchnorm/add_1", "LayerNormalization": "add_2",
    "ReLU": "Relu", "LeakyReLU": "LeakyRelu", "Softmax": "Softmax", "GlobalAveragePooling2D": "Mean", "GlobalAveragePooling1D": "Mean",
    "GlobalMaxPooling2D": "Max", "GlobalMaxPooling1D": "Max", "Embedding": "GatherV2", "RepeatVector": "Repeat/Reshape_1", "Bidirectional": "concat",
    "Rescaling": "add", "GaussianNoise": "add_1", "ZeroPadding2D": "Pad", "UpSampling2D": "Repeat_1/Reshape_1", "Concatenate": "concat",
    "Add": "Add", "Multiply": "Mul", "Subtract": "Sub",
}  # fmt: skip
# What the results of keras.ops are called where it is not the operation's own name.
_OF_OP = {
    "Absolute": "Abs", "Subtract": "Sub", "Multiply": "Mul", "Divide": "truediv", "TrueDivide": "truediv", "Power": "Pow", "Mod": "FloorMod",
    "FloorDivide": "floordiv", "Negative": "Neg", "Argmax": "ArgMax", "Argmin": "ArgMin", "Var": "reduce_variance/Mean_1",
    "Std": "reduce_std/Sqrt", "Average": "Mean", "Logsumexp": "ReduceLogSumExp", "Norm": "Sqrt", "Ravel": "Reshape", "Flip": "ReverseV2",
    "Isnan": "IsNan", "Swish": "IdentityN", "Silu": "IdentityN", "Copy": "Identity", "Concatenate": "concat", "Hstack": "concat",
    "Vstack": "concat", "Take": "GatherV2", "Swapaxes": "transpose", "Moveaxis": "transpose", "Clip": "clip_by_value", "Arange": "range",
    "Full": "BroadcastTo", "Tril": "MatrixBandPart", "Triu": "MatrixBandPart", "TopK": "TopKV2", "Einsum": "MatMul", "Arctan2": "Atan2",
    "CountNonzero": "count_nonzero/Cast_1", "Gelu": "Gelu/mul_2",
}  # fmt: skip
_OF_OPERATOR = {"add": "Add", "sub": "Sub", "mul": "Mul", "div": "truediv", "pow": "pow", "matmul": "MatMul"}
_OF_FUNCTION = {
    "result": "div_no_nan", "convert_to_tensor": "Const", "arange": "range", "full": "BroadcastTo", "mean_squared_error": "Mean",
    "mean_absolute_error": "Mean", "binary_crossentropy": "Mean",
}  # fmt: skip
_LAYER, _LOSS, _ALL_LOSSES, _BUILDING = range(4)
_SCOPES = {"LayerCall.__call__": _LAYER, "Loss.__call__": _LOSS, "CompileLoss.__call__": _ALL_LOSSES, "Layer._maybe_build": _BUILDING}


class StepTrace(Trace):
    """data: the tensors that come from outside. shapes: theirs in the graph, with None for open sizes."""

    tensors = (Tensor, KerasTensor)

    def __init__(self, data, shapes):
        super().__init__(True, heard=False)
        for i, (tensor, shape) in enumerate(zip(data, shapes)):
            self._open(tensor, f"data_{i}" if i else "data", shape)
        self._lines = []  # (text, whether it belongs to the first of two traces alone)
        self._saying = False
        self._scopes = [""]
        self._entered = []  # (layer or loss, where its prints begin if a trace of its own comes first)
        self._used = {}
        self._building = 0

    # --- what is printed ----------------------------------------------------------------------------------------------

    def say(self, values, options):
        if options.get("file") not in (None, sys.stdout):
            super().say(values, options)
            return
        text, saying = io.StringIO(), self._saying
        self._saying = True
        try:
            super().say(values, {**options, "file": text})
        finally:
            self._saying = saying
        if text.getvalue():
            self._lines.append((text.getvalue(), self._building > 0))

    def tell(self, twice):
        """Prints what was collected; then what the graph itself prints, which runs after it was traced."""
        said = [text for text, _ in self._lines]
        if twice:
            said += [text for text, once in self._lines if not once]
        sys.stdout.write("".join(said))
        for write, text in self.later:
            write(text)
        self._lines, self.later = [], []

    def said(self):
        return len(self._lines), dict(self._known), dict(self._used)

    def unsay(self, until):
        lines, self._known, self._used = until
        del self._lines[lines:]

    def _built_by_call(self, start, scope):
        """A model without build() is built by tracing its call() alone, before the call itself is traced."""
        lines = self._lines[start:]
        alone = [(text.replace(f'"{scope}/', '"').replace(f"'{scope}/", "'"), True) for text, _ in lines]
        self._lines[start:] = alone + [(text, once) for text, once in lines if not once]

    # --- names --------------------------------------------------------------------------------------------------------

    def _open(self, tensor, name, shape):
        self._known[id(tensor)] = (tensor, name, None)
        if isinstance(tensor, Tensor):
            self.sizes |= {(axis, size) for axis, size in enumerate(tensor.shape) if shape[axis] is None}

    def stand_in(self, made, tensor):
        found = self._known.get(id(tensor))
        self._open(made, self._unique("Placeholder") if found is None else found[1], tensor.shape)

    def told(self, tensor):
        if not self._saying and is_library(_asker().f_code):
            return None
        if id(tensor) not in self._known and _kept_by_asker(tensor):
            return None
        if isinstance(tensor, KerasTensor):
            found = self._known.get(id(tensor))
            return None if found is None else (found[1] if ":" in found[1] else f"{found[1]}:0", TensorShape(tensor.shape))
        found = super().told(tensor)
        if found is None:
            return None
        name, shape = found
        actual = plain_shape(tensor)
        if name.rpartition("/")[2].startswith("Shape"):
            return name, actual
        sizes = [OpenSize(n) if size is None else size for size, n in zip(shape, actual)]
        if sizes and any(axis == 0 and size > 3 and sizes[0] and sizes[0] % size == 0 for axis, size in self.sizes):
            # Several batches, one after the other.
            sizes[0] = OpenSize(sizes[0])
        return name, tuple.__new__(TensorShape, sizes)

    def _unique(self, name):
        full = base = self._scopes[-1] + name
        count = self._used.get(full.lower(), 0)
        self._used[full.lower()] = count + 1
        while count and full.lower() in self._used:
            full = f"{base}_{count}"
            count += 1
        self._used.setdefault(full.lower(), 1)
        return full

    def watch(self, frame, event, value):
        code = frame.f_code
        ours = is_library(code)
        scope = _SCOPES.get(code.co_qualname) if ours else None
        if event == "call":
            if scope == _BUILDING:
                self._building += 1
            elif scope is not None:
                self._enter(scope, frame.f_locals["self"], frame.f_locals.get("args", ()))
            elif not ours and frame.f_back is not None:
                if code.co_name == "build":
                    self._building += 1
                elif is_library(frame.f_back.f_code):
                    self._name_arguments(frame)
        elif event == "return":
            if scope == _BUILDING:
                self._building -= 1
            elif scope is not None:
                self._leave(scope, value)
            elif code.co_name == "build" and not ours:
                self._building -= 1
            elif ours and frame.f_back is not None and not is_library(frame.f_back.f_code):
                name = self._of_keras(frame, value)
                if name is not None:
                    self.name(value, name)
            super().watch(frame, event, value)

    def _of_keras(self, frame, value):
        """The name of what Keras hands to the program; None where TensorFlow's operations tell it."""
        code = frame.f_code
        if code.co_name == "dispatch" and "symbolic" in code.co_freevars:
            symbolic = frame.f_locals["symbolic"]
            operation = dict(zip(symbolic.__code__.co_freevars, symbolic.__closure__))["cls"].cell_contents.__name__
            return _OF_OP.get(operation) or (self._last[1] if self._last[0] is value else operation)
        if code.co_name == "reduce" and "name" in code.co_freevars:
            operation = frame.f_locals["name"].capitalize()
            return _OF_OP.get(operation, operation)
        if code.co_filename.endswith("/backend/variable.py") and "name" in code.co_freevars:
            return _OF_OPERATOR.get(getattr(frame.f_locals["name"], "__name__", None))
        return _OF_FUNCTION.get(code.co_name)

    def _enter(self, scope, thing, given):
        start = None
        if scope == _LAYER:
            # Keras opens the scope of a layer once to build it and once to call it.
            self._unique(thing.name)
            by_call = not thing.built and getattr(thing.build, "_is_default", False) and any(not layer.built for layer in thing._layers)
            # With KerasTensors, and with several tensors in a dict or list, it is followed for that in fact.
            if by_call and all(isinstance(each, Tensor) for each in given):
                start = len(self._lines)
        name = "compile_loss" if scope == _ALL_LOSSES else thing.name
        self._scopes.append(self._unique(name) + "/")
        self._entered.append((thing, start))

    def _leave(self, scope, value):
        thing, start = self._entered.pop()
        if scope == _LAYER and value is not None:
            self.name(value, _result_of(thing))
        elif scope == _LOSS and value is not None:
            self.name(value, "div_no_nan" if thing.reduction == "sum_over_batch_size" else "Identity")
        name = self._scopes.pop()[:-1]
        if start is not None:
            self._built_by_call(start, name)

    def _name_arguments(self, frame):
        """What the library hands to the program's functions."""
        code = frame.f_code
        around = self._entered[-1][0] if self._entered else None
        name = _before_activation(around) if getattr(around, "activation", None) is not None else "Cast"
        for each in code.co_varnames[: code.co_argcount]:
            value = frame.f_locals.get(each)
            if isinstance(value, self.tensors):
                self.name(value, name)


def _asker():
    """The innermost frame outside of what answers questions about tensors."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_filename.endswith(("/symbols.py", "/step_trace.py")):
        frame = frame.f_back
    return frame


def _kept_by_asker(tensor):
    """Whether the program's object keeps the tensor, which then is no result of the step."""
    frame = sys._getframe(2)
    while frame is not None and is_library(frame.f_code):
        frame = frame.f_back
    owner = None if frame is None else frame.f_locals.get("self")
    return any(each is tensor for each in getattr(owner, "__dict__", {}).values())


def _before_activation(layer):
    kind = type(layer).__name__
    if not getattr(layer, "use_bias", True):
        return "convolution" if "Conv" in kind else "MatMul"
    return "Add" if getattr(layer, "units", 0) == 1 else "BiasAdd"


def _result_of(layer):
    kind = type(layer).__name__
    if kind in ("LSTM", "GRU", "SimpleRNN"):
        return "transpose_1" if layer.return_sequences else "strided_slice_3"
    activation = getattr(layer, "activation", None)
    if activation is None:
        return _OF_LAYER.get(kind, "Identity")
    return _OF_ACTIVATION.get(getattr(activation, "__name__", ""), None) or _before_activation(layer)
