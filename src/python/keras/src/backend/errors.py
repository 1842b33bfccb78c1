"""The errors of TensorFlow's operations (tf.errors): what an operation says when shapes or types do not fit."""


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


def invalid(op, why):
    """An InvalidArgumentError of an operation, in TensorFlow's frame."""
    place = f"{{{{function_node __wrapped__{op}_device_/job:localhost/replica:0/task:0/device:CPU:0}}}} "
    return InvalidArgumentError(None, None, f"{place}{why} [Op:{op}] name: ")


def type_mismatch(op, expected, received, position=1):
    """The InvalidArgumentError for operands of different types."""
    expected, received = _SHORT.get(expected, expected), _SHORT.get(received, received)
    return InvalidArgumentError(
        None,
        None,
        f"cannot compute {op} as input #{position}(zero-based) was expected to be a {expected} tensor but is a {received} tensor "
        f"[Op:{op}] name: ",
    )


def shape_mismatch(op, first, second):
    """The InvalidArgumentError for shapes that do not broadcast."""
    return invalid(op, f"Incompatible shapes: {_sizes(first)} vs. {_sizes(second)}")


def _sizes(shape):
    return "[" + ",".join(map(str, shape)) + "]"
