"""Errors raised inside a layer's call() are told again with the arguments that the call received."""

import inspect

from keras.src import tree
from keras.src.backend import global_state


def enable_traceback_filtering():
    """Errors come with the arguments of the call (the default)."""
    global_state.set_global_attribute("traceback_filtering", True)


def disable_traceback_filtering():
    """Errors come as they were raised."""
    global_state.set_global_attribute("traceback_filtering", False)


def is_traceback_filtering_enabled():
    """Whether errors are told with their call's arguments."""
    return global_state.get_global_attribute("traceback_filtering", True)


def with_arguments(error, fn, args, kwargs, object_name):
    """The error to raise in place of `error`: same type, message with the received arguments; only the innermost call adds."""
    if getattr(error, "_keras_call_info_injected", False) or not is_traceback_filtering_enabled():
        return error
    try:
        signature = inspect.signature(fn)
        bound = signature.bind(*args, **kwargs).arguments
        lines = []
        for parameter in signature.parameters.values():
            if parameter.name in bound:
                value = tree.map_structure(_format, bound[parameter.name])
            else:
                value = parameter.default
            lines.append(f"  • {parameter.name}={value}")
        if not lines:
            return error
        message = getattr(error, "message", None) or (error.args[0] if error.args else "")
        text = (
            f"Exception encountered when calling {object_name}.\n\n\x1b[1m{message}\x1b[0m\n\n"
            f"Arguments received by {object_name}:\n" + "\n".join(lines)
        )
        try:
            new_error = type(error)(None, None, text) if hasattr(error, "node_def") else type(error)(text)
        except Exception:
            new_error = RuntimeError(text)
        new_error._keras_call_info_injected = True
    except Exception:
        return error
    return new_error.with_traceback(error.__traceback__)


def _format(value):
    from keras.src import backend

    if backend.is_tensor(value):
        return f"tf.Tensor(shape={value.shape}, dtype={backend.standardize_dtype(value.dtype)})"
    return repr(value)
