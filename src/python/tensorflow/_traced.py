"""Errors of functions that TensorFlow traces into graphs (tf.function, Dataset.map): a traced function fails while it is traced, with
"in user code:" and its lines, or, for what only the numbers show, while the graph runs."""

import contextlib
import linecache
import re
import traceback

from keras.src.backend import errors, graph_mode

_LIBRARY = __file__.rpartition("/tensorflow/")[0] + "/"
_depth = 0


@contextlib.contextmanager
def traced(function, name=None, kind="function"):
    """`with traced(function):` calls the function as TensorFlow would trace it."""
    global _depth
    _depth += 1
    try:
        with graph_mode.tracing(kind):
            yield
    except StopIteration:
        raise
    except Exception as error:
        if _depth > 1 or kind == "step" or getattr(error, "_told_in_graph", False):
            raise
        told = _told(error, getattr(function, "__name__", "function"), name)
        if told is None:
            raise
        told._told_in_graph = True
        raise told from None
    finally:
        _depth -= 1


def _told(error, function, name):
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith((_LIBRARY, "/lib/python"))]
    if isinstance(error, errors.InvalidArgumentError):
        static = _static(error)
        if static is None:
            op = re.search(r"\[Op:(\w+)\]", str(error))
            if op is None:
                return errors.InvalidArgumentError(None, None, f"Graph execution error:\n\n{error}")
            why = re.sub(r"^\{\{function_node \S+\}\} ", "", str(error)[: op.start()]).rstrip()
            return errors.while_running(op.group(1), why, name or function)
        error = static
    lines = [f"    File \"{f.filename}\", line {f.lineno}, in {name or f.name}  *\n        {(f.line or linecache.getline(f.filename, f.lineno)).strip()}\n" for f in frames]
    text = "in user code:\n\n" + "\n".join([*lines, f"    {type(error).__name__}: {error}\n"])
    return _same_kind(error, text)


def _static(error):
    """What TensorFlow says of an operation's types or shapes while it traces; None where only numbers are wrong."""
    told = errors.as_graph_error(error, True, "", "")
    text = str(error)
    if isinstance(told, TypeError):
        return told
    found = re.search(r"Incompatible shapes: (\[[\d,]*\]) vs\. (\[[\d,]*\]) \[Op:(\w+)\]", text)
    if found is not None:
        first, second, op = found.groups()
        return _unequal(*_ends(first, second), op, "x, y", first, second)
    found = re.search(r"Matrix size-incompatible: In\[0\]: (\[[\d,]*\]), In\[1\]: (\[[\d,]*\]) \[Op:(\w+)\]", text)
    if found is not None:
        first, second, op = found.groups()
        a, b = first.strip("[]").split(",")[-1], second.strip("[]").split(",")[-2]
        return _unequal(a, b, op, "x, y", first, second)
    found = re.search(r"Input to reshape is a tensor with (\d+) values, but the requested shape has (\d+)", text)
    if found is not None:
        return ValueError(f"Cannot reshape a tensor with {found[1]} elements to a shape with {found[2]} elements for '{{{{node Reshape}}}}'")
    if "ConcatOp" in text:
        return ValueError(text.partition("ConcatOp : ")[2].partition(" [Op:")[0])
    return None


def _ends(first, second):
    pairs = zip(reversed(first.strip("[]").split(",")), reversed(second.strip("[]").split(",")))
    return next(((a, b) for a, b in pairs if a != b and "1" not in (a, b)), (first, second))


def _unequal(a, b, op, names, first, second):
    node = f"{{{{node {op}}}}} = {op}[T=DT_FLOAT]({names})"
    return ValueError(f"Dimensions must be equal, but are {a} and {b} for '{node}' with input shapes: {first}, {second}.")


def _same_kind(error, text):
    kind = type(error)
    if kind is KeyError:
        kind = type("KeyError", (KeyError,), {"__str__": lambda self: self.args[0]})
    try:
        made = kind(text)
    except Exception:
        made = None
    return made if made is not None and str(made) == text else None
