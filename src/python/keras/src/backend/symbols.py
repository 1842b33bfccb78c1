"""How tensors print while a function or a step of fit() is traced: Tensor("add:0", shape=(2,), dtype=float32), for arguments and what is
made of them.

Functions here run with their numbers; only what the program prints of tensors in the run that TensorFlow would trace is made to look so.
Names of results come from watching which of the library's functions the program called (sys.setprofile), for that run alone.
"""

import builtins
import contextlib
import linecache
import sys
import weakref

from keras.src import tree
from keras.src.backend import KerasTensor, Tensor, graph_mode, standardize_dtype
from keras.src.backend.strings import StringTensor
from keras.src.backend.tensor_shape import TensorShape


class Symbol:
    """A tensor of a graph: its name, shape and dtype."""

    def __init__(self, name, shape, dtype):
        self.name, self.shape, self.dtype = f"{name}:0", shape, dtype

    def __str__(self):
        return f'Tensor("{self.name}", shape={self.shape}, dtype={self.dtype.name})'

    def __repr__(self):
        return f"<tf.Tensor '{self.name}' shape={self.shape} dtype={self.dtype.name}>"


_LIBRARY = (__file__.rpartition("/keras/")[0] + "/", "/lib/python", "<frozen")
# What an operator's result is called; functions' results are called by the operation.
_OPERATORS = {
    "AddV2": "add", "Sub": "sub", "Mul": "mul", "RealDiv": "truediv", "FloorDiv": "floordiv", "FloorMod": "mod", "Pow": "pow",
    "MatMul": "matmul", "LogicalAnd": "and", "LogicalOr": "or", "LogicalXor": "xor",
}  # fmt: skip
_FUNCTIONS = {"AddV2": "Add", "RealDiv": "truediv", "FloorDiv": "floordiv", "Select": "SelectV2"}
_UNARY = {"neg": "Neg", "abs": "Abs", "<lambda>": "LogicalNot"}
_BY_FUNCTION = {
    "reduce_sum": "Sum", "reduce_mean": "Mean", "reduce_max": "Max", "reduce_min": "Min", "reduce_prod": "Prod", "reduce_any": "Any",
    "reduce_all": "All", "reduce_logsumexp": "ReduceLogSumExp", "reduce_std": "reduce_std/Sqrt", "reduce_variance": "reduce_variance/Mean_1",
    "argmax": "ArgMax", "argmin": "ArgMin", "shape": "Shape", "size": "Size", "rank": "Rank", "cumsum": "Cumsum", "norm": "norm/Squeeze",
    "squeeze": "Squeeze", "matmul": "MatMul", "reshape": "Reshape", "cast": "Cast", "expand_dims": "ExpandDims", "concat": "concat",
    "stack": "stack", "tile": "Tile", "constant": "Const", "convert": "Const", "zeros": "zeros", "ones": "ones", "fill": "Fill",
    "range": "range", "one_hot": "one_hot", "where": "SelectV2", "gather": "GatherV2", "clip_by_value": "clip_by_value",
    "transpose": "transpose", "zeros_like": "zeros_like", "ones_like": "ones_like", "identity": "Identity", "read_value": "Identity",
    "stop_gradient": "StopGradient", "pad": "Pad", "split": "split", "unstack": "unstack", "add_n": "AddN", "relu": "Relu",
    "softmax": "Softmax", "log_softmax": "LogSoftmax", "elu": "Elu", "selu": "Selu", "gelu": "Gelu/mul_2", "leaky_relu": "LeakyRelu",
    "getitem": "strided_slice", "normal": "random_normal", "uniform": "random_uniform", "slice": "Slice", "abs": "Abs",
    "boolean_mask": "boolean_mask/GatherV2", "tensordot": "Tensordot/MatMul", "scalar_mul": "scalar_mul", "ensure_shape": "EnsureShape",
    "eye": "eye/diag", "repeat": "Repeat/Reshape_1", "reverse": "ReverseV2", "roll": "Roll", "broadcast_to": "BroadcastTo",
    "sort": "sort/Neg_1", "argsort": "argsort/TopKV2", "relu6": "Relu6", "silu": "IdentityN", "softsign": "Softsign", "l2_loss": "L2Loss",
    "einsum": "einsum/Einsum", "linspace": "linspace/Slice", "tanh": "Tanh", "sigmoid": "Sigmoid", "square": "Square", "l2_normalize": "l2_normalize",
}  # fmt: skip
# The trace under way, the innermost one.
current = None


class Trace:
    """One run that TensorFlow would trace (`new`), or one that would only repeat it: then the program's prints are not heard."""

    # What it names.
    tensors = (Tensor,)

    def __init__(self, new, symbols=(), sizes=frozenset(), heard=True):
        self.new = new
        self.heard = heard  # whether the graph then runs: what it says is heard after what its tracing said
        self._known = {}
        self._counts = {}
        self.sizes = sizes
        self._last = (None, None)
        self.silent = 0 if new else 1
        self.later = []
        self.outer = None  # the trace within which this one is made
        self._variables = []
        for tensor, name, shape in symbols:
            self._known[id(tensor)] = (tensor, name, shape)
            self._counts[name.lower()] = 1

    def say(self, values, options):
        """The program calls print()."""
        if self.silent:
            return
        if self.outer is None:
            _print(*values, **options)
        else:
            self.outer.say(values, options)

    def said(self):
        """Where unsay() goes back to."""
        return None

    def unsay(self, until):
        """Takes back what was said and named since then."""

    def stand_in(self, made, tensor):
        """`made` is handed to the program in place of a tensor."""

    def _unique(self, name):
        count = self._counts.get(name.lower(), 0)
        self._counts[name.lower()] = count + 1
        return f"{name}_{count}" if count else name

    def name(self, value, name):
        """Names what an operation gave; parts of a result share the operation's name."""
        parts = [each for each in tree.flatten(value) if isinstance(each, self.tensors) and id(each) not in self._known]
        made = self._unique(name) if parts else name
        for i, each in enumerate(parts):
            self._known[id(each)] = (each, f"{made}:{i}", None)

    def told(self, tensor):
        """(name, shape) of a tensor of the trace, or None for one from outside."""
        found = self._known.get(id(tensor))
        if found is None:
            if _from_outside(tensor):
                return None
            self.name(tensor, "Identity")
            found = self._known[id(tensor)]
        name, shape = found[1], found[2]
        if shape is None:
            shape = TensorShape([None if (i, size) in self.sizes else size for i, size in enumerate(plain_shape(tensor))])
        return name if ":" in name else f"{name}:0", shape

    def symbol(self, value):
        """What is left of a tensor behind its trace; other values as they are."""
        if not isinstance(value, Tensor):
            return value
        found = self._known.get(id(value))
        name = "Identity" if found is None else found[1].partition(":")[0]
        return Symbol(name, value.shape if found is None or found[2] is None else found[2], value.dtype)

    def made_variable(self, variable):
        """Remembers a new variable and the program's line."""
        frame = sys._getframe(1)
        while frame.f_code.co_filename.startswith(_LIBRARY):
            frame = frame.f_back
        self._variables.append((weakref.ref(variable), frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))

    def check_variables(self):
        """A second trace would make anew what nobody keeps: TensorFlow refuses that."""
        for kept, file, line, name in self._variables:
            if kept() is None:
                error = ValueError(
                    f'in user code:\n\n    File "{file}", line {line}, in {name}  *\n        {linecache.getline(file, line).strip()}\n\n'
                    "    ValueError: tf.function only supports singleton tf.Variables created on the first call. Make sure the tf.Variable is "
                    "only created once or created outside tf.function. See https://www.tensorflow.org/guide/function#creating_tfvariables for "
                    "more information.\n"
                )
                error._told_in_graph = True
                raise error

    def watch(self, frame, event, value):
        """sys.setprofile's function: a library function returned to the program."""
        if event != "return" or value is None or not frame.f_code.co_filename.startswith(_LIBRARY):
            return
        if not isinstance(value, (*self.tensors, list, tuple)):
            return
        name = _operation(frame)
        back = frame.f_back
        if back is None or back.f_code.co_filename.startswith(_LIBRARY):
            if name is not None:
                self._last = (value, name)
            return
        if name is None and self._last[0] is value:
            name = self._last[1]
        if name is not None:
            if name in ("Sum", "Mean", "Max", "Min", "Prod", "Any", "All") and frame.f_locals.get("axis") is None:
                self._unique("Const")
            self.name(value, name)
        elif isinstance(value, self.tensors):
            self.name(value, "Identity")


def _from_outside(tensor):
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename.startswith(_LIBRARY):
        frame = frame.f_back
    if frame is None:
        return True
    return any(each is tensor for each in frame.f_globals.values()) or any(
        frame.f_locals.get(name) is tensor for name in frame.f_code.co_freevars
    )


def _operation(frame):
    code, names = frame.f_code, frame.f_locals
    where = code.co_filename.rpartition("/")[2]
    if code.co_name == "function" and code.co_varnames[:1] == ("shape",):
        return "ones" if names.get("value") else "zeros"
    if where == "function.py" and code.co_name == "__call__":
        return "PartitionedCall"
    if where == "operators.py":
        if "op" in code.co_freevars:
            return _OPERATORS.get(names["op"], names["op"])
        if code.co_name == "<lambda>" and "compute" in code.co_freevars:
            return _UNARY.get(getattr(names["compute"], "__name__", ""))
    elif "op" in code.co_freevars and isinstance(names["op"], str):
        return _FUNCTIONS.get(names["op"], names["op"])
    if code.co_name == "function" and "name" in code.co_freevars:
        return _BY_FUNCTION.get(names.get("name"))
    return _BY_FUNCTION.get(code.co_name)


# --- what Tensor answers meanwhile ------------------------------------------------------------------------------------


def _told(tensor):
    # A KerasTensor is asked where its numbers are not known anyway.
    traced = current is not None and (graph_mode.mode is not None or type(tensor) is KerasTensor)
    return current.told(tensor) if traced and isinstance(tensor, current.tensors) else None


def _text_of(original):
    def text(self):
        found = _told(self)
        return original(self) if found is None else f'Tensor("{found[0]}", shape={found[1]}, dtype={standardize_dtype(self.dtype)})'

    return text


def _repr_of(original):
    def text(self):
        found = _told(self)
        return original(self) if found is None else f"<tf.Tensor '{found[0]}' shape={found[1]} dtype={standardize_dtype(self.dtype)}>"

    return text


def _format_of(original):
    def text(self, spec):
        return original(self, spec) if _told(self) is None else format(str(self), spec)

    return text


def _shape_of(original):
    def shape(self):
        if current is not None and graph_mode.mode is not None and not sys._getframe(1).f_code.co_filename.startswith(_LIBRARY):
            found = current.told(self)
            if found is not None:
                return found[1]
        return original.__get__(self)

    return property(shape)


def _name_of(original):
    def name(self):
        found = _told(self)
        return original.__get__(self) if found is None else found[0]

    return property(name)


_FACES = {"__str__": _text_of, "__repr__": _repr_of, "__format__": _format_of, "shape": _shape_of, "name": _name_of}


def _plain(kind, name):
    return kind.__dict__.get(name, Tensor.__dict__[name])


_PLAIN_SHAPE = {kind: _plain(kind, "shape") for kind in (Tensor, StringTensor)}


def plain_shape(tensor):
    """The shape with its numbers."""
    return _PLAIN_SHAPE[type(tensor)].__get__(tensor)


_BEFORE = {kind: {name: kind.__dict__.get(name) for name in _FACES} for kind in _PLAIN_SHAPE}
_SYMBOLIC = {kind: {name: make(_plain(kind, name)) for name, make in _FACES.items()} for kind in _PLAIN_SHAPE}
_BEFORE[KerasTensor] = {"__repr__": KerasTensor.__repr__, "__str__": None}
_SYMBOLIC[KerasTensor] = {"__repr__": _repr_of(KerasTensor.__repr__), "__str__": _text_of(KerasTensor.__repr__)}


_showing = False


def _show(symbolic):
    global _showing
    if symbolic == _showing:
        return
    _showing = graph_mode.symbolic = symbolic
    for kind, faces in (_SYMBOLIC if symbolic else _BEFORE).items():
        if kind is not KerasTensor:
            kind.__name__ = kind.__qualname__ = "SymbolicTensor" if symbolic else "EagerTensor"
        for name, face in faces.items():
            if face is not None:
                setattr(kind, name, face)
            elif name in kind.__dict__:
                delattr(kind, name)


_print = builtins.print


def _heard(*values, **options):
    current.say(values, options)


class tracing:
    """`with tracing(Trace(...)):` the program prints as in that trace."""

    def __init__(self, trace):
        self._trace = trace

    def __enter__(self):
        global current, _print
        trace, self._before = self._trace, current
        self._variables = graph_mode.variable_made
        graph_mode.variable_made = trace.made_variable if trace.new else None
        if current is None:
            _print, builtins.print = builtins.print, _heard
        elif current.new:
            trace.later = current.later
        trace.outer, current = current, trace
        _show(trace.new)
        if trace.new:
            self._profile = sys.getprofile()
            sys.setprofile(trace.watch)
        return trace

    def __exit__(self, *_error):
        global current
        trace, current = self._trace, self._before
        graph_mode.variable_made = self._variables
        if trace.new:
            sys.setprofile(self._profile)
        _show(current is not None and current.new)
        if current is None:
            builtins.print = _print
        if trace.new and trace.heard and (current is None or not current.new):
            for write, text in trace.later:
                write(text)


UNHEARD = Trace(False)


def is_library(code):
    """Whether a code object is of the library or of Python's own."""
    return code.co_filename.startswith(_LIBRARY)


@contextlib.contextmanager
def withheld(really):
    """`with withheld(True):` the program's prints are not heard, if it is being traced."""
    trace = current if really else None
    if trace is not None:
        trace.silent += 1
    try:
        yield
    finally:
        if trace is not None:
            trace.silent -= 1


@contextlib.contextmanager
def heard():
    """`with heard():` Python code that a graph calls (tf.py_function) prints at every run."""
    if current is None:
        yield
        return
    trace, before = current, current.silent
    trace.silent = 0
    try:
        yield
    finally:
        trace.silent = before
