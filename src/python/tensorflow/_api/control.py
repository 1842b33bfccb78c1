"""tf's functions about running: print, cond, while_loop, map_fn, gradients, devices and name scopes."""

import contextlib
import sys
import time

import numpy

from keras.src import ops, tree
from keras.src.backend import KerasTensor, RaggedTensor, StringTensor, Tensor, convert_to_tensor, graph_mode, placing, symbolic_scope, unwrap, wrap
from keras.src.backend import symbols as _symbols
from keras.src.backend.errors import InvalidArgumentError
from tensorflow.ragged import rows_mapped
from tensorflow.variable import Variable


def _text(value, summarize):
    if isinstance(value, StringTensor):
        found = value._strings.tolist()
        return f'"{found.decode()}"' if isinstance(found, bytes) else str([each.decode() for each in found]).replace("'", '"').replace(", ", " ")
    if isinstance(value, (Tensor, Variable)):
        value = value.numpy()
    if isinstance(value, (numpy.ndarray, numpy.generic)):
        return _numbers(value.tolist(), summarize, str(value.dtype) == "float64")
    if isinstance(value, (list, tuple)):
        inner = ", ".join(repr(each) if isinstance(each, str) else _text(each, summarize) for each in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_text(each, summarize)}" for key, each in value.items()) + "}"
    return str(value)


def _short(value, wide):
    """The shorter of two texts of a float that still gives the number back."""
    digits = (15, 17) if wide else (6, 9)
    text = f"{value:.{digits[0]}g}"
    same = float(text) == value if wide else numpy.float32(text) == numpy.float32(value)
    return text if same or value != value else f"{value:.{digits[1]}g}"


def _numbers(value, summarize, wide, depth=1):
    if not isinstance(value, list):
        return _short(value, wide) if isinstance(value, float) else "1" if value is True else "0" if value is False else str(value)
    parts = [_numbers(each, summarize, wide, depth + 1) for each in value]
    if summarize >= 0 and len(parts) > 2 * summarize:
        parts = [*parts[:summarize], "...", *parts[-summarize:]]
    joint = "\n" + " " * depth if value and isinstance(value[0], list) else " "
    return "[" + joint.join(parts) + "]"


def print(*inputs, output_stream=None, end="\n", sep=" ", summarize=3, name=None):  # noqa: A001  tf's name
    """Writes values to standard error (or sys.stdout), large tensors shortened."""
    stream = sys.stdout if output_stream == "stdout" else sys.stderr
    if hasattr(output_stream, "write"):
        stream = output_stream
    with graph_mode.tracing(None):
        text = sep.join(_text(each, summarize) for each in inputs) + end
    if _symbols.current is not None and _symbols.current.new:
        _symbols.current.later.append((stream.write, text))
    else:
        stream.write(text)


def cond(pred, true_fn=None, false_fn=None, name=None):
    """true_fn() or false_fn()."""
    for argument, function in (("true_fn", true_fn), ("false_fn", false_fn)):
        if not callable(function):
            raise TypeError(f"'{argument}' must be callable.")
    return true_fn() if bool(pred) else false_fn()


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    """The function of the first condition that holds."""
    for condition, function in pred_fn_pairs.items() if isinstance(pred_fn_pairs, dict) else pred_fn_pairs:
        if bool(condition):
            return function()
    return default()


def switch_case(branch_index, branch_fns, default=None, name="switch_case"):
    """The function of this number."""
    found = dict(branch_fns) if isinstance(branch_fns, dict) else dict(enumerate(branch_fns))
    return found.get(int(branch_index), default or found[max(found)])()


def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, maximum_iterations=None, name=None):
    """body(*loop_vars) as long as cond(*loop_vars) holds."""
    values = [tree.map_structure(convert_to_tensor, each) for each in loop_vars]
    done, kind = 0, type(loop_vars)
    while bool(cond(*values)) and (maximum_iterations is None or done < int(maximum_iterations)):
        made = body(*values)
        kind = type(made) if isinstance(made, (list, tuple)) else kind
        values = list(made) if isinstance(made, (list, tuple)) else [made]
        done += 1
    return values if kind is list else tuple(values)


def map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None, fn_output_signature=None):
    """fn of each row; the results stacked."""
    if isinstance(elems, RaggedTensor):
        return rows_mapped(fn, elems)
    elems = tree.map_structure(convert_to_tensor, elems)
    kind = elems.dtype.name if isinstance(elems, Tensor) and dtype is None and fn_output_signature is None else None

    def checked(row):
        made = fn(row)
        if kind is not None and isinstance(made, Tensor) and made.dtype.name != kind:
            raise InvalidArgumentError(None, None, f"TensorArray dtype is {kind} but Op is trying to write dtype {made.dtype.name} ")
        return made

    return ops.map(checked, elems)


def vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True):
    """fn of each row; the results stacked."""
    return map_fn(fn, elems)


def foldl(fn, elems, initializer=None, **_options):
    """fn(fn(fn(x0, x1), x2), …)."""
    rows = list(unwrap(elems).unbind(0))
    total = wrap(rows.pop(0)) if initializer is None else convert_to_tensor(initializer)
    for each in rows:
        total = fn(total, wrap(each))
    return total


def foldr(fn, elems, initializer=None, **_options):
    """foldl from the end."""
    return foldl(fn, wrap(unwrap(elems).flip(0)), initializer)


def scan(fn, elems, initializer=None, reverse=False, **_options):
    """All steps of foldl, stacked."""
    rows = [wrap(each) for each in unwrap(elems).unbind(0)]
    if reverse:
        rows.reverse()
    made = [] if initializer is not None else [rows.pop(0)]
    total = convert_to_tensor(initializer) if initializer is not None else made[0]
    for each in rows:
        total = fn(total, each)
        made.append(total)
    return ops.stack(made[::-1] if reverse else made)


custom_gradient = ops.custom_gradient


def recompute_grad(f):
    """The function itself: nothing is recomputed."""
    return f


def grad_pass_through(f):
    """A function whose gradient is that of the identity."""

    @ops.custom_gradient
    def wrapped(x):
        return f(x), lambda grad: grad

    return wrapped


def gradients(*_arguments, **_options):
    """Only for graphs."""
    raise RuntimeError("tf.gradients is not supported when eager execution is enabled. Use tf.GradientTape instead.")


def no_gradient(op_type):
    """Nothing."""


def _refuse_stand_ins():
    if symbolic_scope.following:
        raise NotImplementedError("what a Python function gives is known only when it runs")


def numpy_function(func=None, inp=None, Tout=None, stateful=True, name=None):
    """func of NumPy arrays, its result as tensors."""
    _refuse_stand_ins()
    with graph_mode.tracing(None), _symbols.heard():
        made = func(*[each.numpy() if hasattr(each, "numpy") else each for each in inp])
    return tree.map_structure(convert_to_tensor, made)


def py_function(func=None, inp=None, Tout=None, name=None):
    """func of tensors, its result as tensors."""
    _refuse_stand_ins()
    with graph_mode.tracing(None), _symbols.heard():
        made = func(*[convert_to_tensor(each) for each in inp])
    return None if made is None else tree.map_structure(convert_to_tensor, made)


@contextlib.contextmanager
def device(device_name):
    """`with tf.device("/CPU:0"):` makes and computes tensors there; without a GPU everything is on the cpu."""
    with placing.on(getattr(device_name, "name", device_name) or ""):
        yield


@contextlib.contextmanager
def name_scope(name):
    """Names for graphs; there are none here."""
    yield name + "/"


@contextlib.contextmanager
def control_dependencies(control_inputs):
    """Order in graphs; Python's order holds here."""
    yield


@contextlib.contextmanager
def init_scope():
    """Nothing to leave."""
    yield


def executing_eagerly():
    """Whether no function is being traced."""
    return graph_mode.mode != "function"


def no_op(name=None):
    """Nothing."""


def group(*inputs, **_options):
    """Nothing: everything has run."""


def timestamp(name=None):
    """Seconds since 1970."""
    return convert_to_tensor(numpy.float64(time.time()))


def get_static_value(tensor, partial=False):
    """The value as NumPy has it."""
    return None if isinstance(tensor, KerasTensor) else convert_to_tensor(tensor).numpy()


def is_symbolic_tensor(tensor):
    """Whether it is a KerasTensor."""
    return isinstance(tensor, KerasTensor)


class Module:
    """tf.Module: finds the variables in its attributes."""

    def __init__(self, name=None):
        self._name = name or type(self).__name__.lower()

    @property
    def name(self):
        return self.__dict__.get("_name", type(self).__name__.lower())

    def _found(self, wanted):
        found = []
        seen = set()

        def visit(value):
            if id(value) in seen:
                return
            seen.add(id(value))
            if isinstance(value, wanted):
                found.append(value)
            if isinstance(value, Module) or hasattr(value, "_layers"):
                for name in sorted(vars(value)):
                    visit(vars(value)[name])
            elif isinstance(value, dict):
                for each in value.values():
                    visit(each)
            elif isinstance(value, (list, tuple)):
                for each in value:
                    visit(each)

        visit(self)
        return tuple(each for each in found if each is not self)

    @property
    def variables(self):
        """All variables, in the order of the attributes' names."""
        from keras.src.backend.variable import Variable as Base

        return self._found(Base)

    @property
    def trainable_variables(self):
        """The variables that train."""
        return tuple(each for each in self.variables if each.trainable)

    @property
    def submodules(self):
        """The modules inside."""
        return self._found(Module)

    @classmethod
    def with_name_scope(cls, method):
        """The method itself."""
        return method
