"""The errors of TensorFlow's operations (tf.errors): what an operation says when shapes or types do not fit."""

import itertools
import re
import traceback


class OpError(Exception):
    """An operation could not run; `.message` says why."""

    __module__ = "tensorflow.python.framework.errors_impl"
    error_code = 2

    def __init__(self, node_def=None, op=None, message=None, error_code=None, *_details):
        if message is None:
            node_def, message = None, node_def
        super().__init__(node_def, op, message)
        self.message = message
        self.op = op
        self.node_def = node_def

    def __str__(self):
        return str(self.message)


def _error(name, code, *bases):
    return type(name, (OpError, *bases), {"__module__": OpError.__module__, "error_code": code, "__doc__": f"tf.errors.{name}."})


CancelledError = _error("CancelledError", 1)
UnknownError = _error("UnknownError", 2)
InvalidArgumentError = _error("InvalidArgumentError", 3)
DeadlineExceededError = _error("DeadlineExceededError", 4)
NotFoundError = _error("NotFoundError", 5)
AlreadyExistsError = _error("AlreadyExistsError", 6)
PermissionDeniedError = _error("PermissionDeniedError", 7)
ResourceExhaustedError = _error("ResourceExhaustedError", 8)
FailedPreconditionError = _error("FailedPreconditionError", 9)
AbortedError = _error("AbortedError", 10)
OutOfRangeError = _error("OutOfRangeError", 11, StopIteration)
UnimplementedError = _error("UnimplementedError", 12)
InternalError = _error("InternalError", 13)
UnavailableError = _error("UnavailableError", 14)
DataLossError = _error("DataLossError", 15)

_SHORT = {"float32": "float", "float64": "double", "float16": "half"}


def framed(op, why, attributes="", name="", given=()):
    """An operation's message in TensorFlow's frame.

    attributes: part of the kernel's name, such as "_N_2". given: the arguments; when one is a Python list TensorFlow
    converts it by another way, on which the message ends without the name.
    """
    place = f"{{{{function_node __wrapped__{op}{attributes}_device_/job:localhost/replica:0/task:0/device:CPU:0}}}} "
    return f"{place}{why} [Op:{op}]{named(name, given)}"


def named(name, given):
    """How an operation's message ends."""
    return "" if any(isinstance(each, (list, tuple)) for each in given) else f" name: {name}"


def invalid(op, why, attributes="", name="", given=()):
    """An InvalidArgumentError of an operation."""
    return InvalidArgumentError(None, None, framed(op, why, attributes, name, given))


def type_mismatch(op, expected, received, position=1, name=""):
    """The InvalidArgumentError for operands of different types."""
    expected, received = _SHORT.get(expected, expected), _SHORT.get(received, received)
    return InvalidArgumentError(
        None,
        None,
        f"cannot compute {op} as input #{position}(zero-based) was expected to be a {expected} tensor but is a {received} tensor "
        f"[Op:{op}] name: {name}",
    )


def shape_mismatch(op, first, second, given=()):
    """The InvalidArgumentError for shapes that do not broadcast."""
    return invalid(op, f"Incompatible shapes: {sizes_text(first)} vs. {sizes_text(second)}", given=given)


def sizes_text(shape):
    return "[" + ",".join(map(str, shape)) + "]"


def cannot_join(tensors, axis):
    """The InvalidArgumentError for tensors that do not fit end to end."""
    first = tensors[0]
    rank = first.dim()
    if not -rank <= axis < rank:
        why = f"ConcatOp : Expected concatenating dimensions in the range [{-rank}, {rank}), but got {axis}"
        return invalid("ConcatV2", why, f"_N_{len(tensors)}", "concat")
    axis %= max(rank, 1)
    for position, other in enumerate(tensors):
        pairs = [i for i, (a, b) in enumerate(zip(first.shape, other.shape)) if a != b and i != axis]
        if pairs or first.dim() != other.dim():
            where = f"shape[0] = {sizes_text(first.shape)} vs. shape[{position}] = {sizes_text(other.shape)}"
            if first.dim() != other.dim():
                why = f"ConcatOp : Ranks of all input tensors should match: {where}"
            else:
                why = f"ConcatOp : Dimension {pairs[0]} in both shapes must be equal: {where}"
            return invalid("ConcatV2", why, f"_N_{len(tensors)}", "concat")
    return None


def as_graph_error(error, static, loss, predictions):
    """What TensorFlow's graph of a training step says of shapes that do not fit: a ValueError, with open batch sizes unless
    they are static."""
    kinds = re.search(r"cannot compute (\w+) as input #(\d)\(zero-based\) was expected to be a (\w+) tensor but is a (\w+) tensor", str(error))
    if kinds is not None:
        op, place, expected, received = kinds.groups()
        names = {short: long for long, short in _SHORT.items()}
        expected, received = names.get(expected, expected), names.get(received, received)
        one, other = ("y", "x") if place == "1" else ("x", "y")
        return TypeError(f"Input '{one}' of '{op}' Op has type {received} that does not match type {expected} of argument '{other}'.")
    found = re.search(r"Incompatible shapes: \[([\d,]*)\] vs\. \[([\d,]*)\] \[Op:(\w+)\]", str(error))
    if found is None:
        return error
    first, second = ([int(size) for size in part.split(",") if size] for part in found.groups()[:2])
    unequal = [(a, b) for a, b in zip(reversed(first), reversed(second)) if a != b and 1 not in (a, b)]
    if not unequal or not first or not second:
        return error
    batch = (lambda size: str(size)) if static else (lambda _: "?")
    shapes = ", ".join("[" + ",".join([batch(shape[0]), *map(str, shape[1:])]) + "]" for shape in (first, second))
    op = found.group(3)
    node = f"{{{{node compile_loss/{loss}{op.lower()}}}}} = {op}[T=DT_FLOAT](data_1, {predictions})"
    return ValueError(f"Dimensions must be equal, but are {unequal[0][0]} and {unequal[0][1]} for '{node}' with input shapes: {shapes}.")


_HERE = __file__.rpartition("/keras/")[0]
_functions_made = itertools.count(210, 132)


def while_running(node, why, function):
    """The InvalidArgumentError of a graph's operation: its node, the program's lines that led to it, and the reason."""
    lines = [
        f"  File \"{frame.filename}\", line {frame.lineno}, in {frame.name}\n"
        for frame in traceback.extract_stack()
        if not frame.filename.startswith((_HERE, "/lib/python", "<exec>"))
    ]
    return InvalidArgumentError(
        None,
        None,
        f"Graph execution error:\n\nDetected at node {node} defined at (most recent call last):\n" + "\n".join(lines)
        + f"\n{why}\n\t [[{{{{node {node}}}}}]] [Op:__inference_{function}_{next(_functions_made)}]",
    )
