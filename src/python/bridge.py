"""The only door from Python to the JavaScript engine: its functions become globals of this module.

Tensors are integer handles and numbers are the only values that cross the border (an object would cost more than a small
kernel). Everything that has to wait for the GPU, or that the engine asks of Python, is here; what the numbers mean is left to
torch and numpy. Nothing here touches the engine before attach(), because a memory snapshot is taken after `import torch`.
"""

import array
import builtins

# Engine lists arrive here: `count = sizes(handle); numbers[:count]`.
numbers = array.array("i", builtins.bytes(256))
# What was dropped since the last call: how many, then their handles. The engine frees them before it does anything else.
dropped = array.array("i", builtins.bytes(4 * 1001))

# What the device badge and torch.cuda say; the worker sets it with set_device_status().
cuda_available = False
device_status = {"active": "cpu", "adapter": None, "software": False, "reason": "switched-off"}

# Whether an exporter notes what is called: checks that read a tensor's elements would be taken for a part of the model.
recording = False

_DIRECT = (int, float, bool)
_hooks = {}  # id -> function(gradient handle) -> replacement handle or 0
_functions = {}  # id -> a call of a torch.autograd.Function: run_backward(handles) -> handles
_next_id = 0


class OutOfMemoryError(RuntimeError):
    """torch.cuda.OutOfMemoryError: the GPU's memory is exhausted."""


class LinAlgError(RuntimeError):
    """torch.linalg.LinAlgError: the matrix does not allow the decomposition."""

    __module__ = "torch._C"


LinAlgError.__name__ = LinAlgError.__qualname__ = "_LinAlgError"  # as PyTorch's prints


_ERRORS = {"OutOfMemoryError": OutOfMemoryError, "LinAlgError": LinAlgError}


def raise_error(kind, message):
    """Called by the engine; the exception travels through JavaScript unchanged."""
    raise (_ERRORS.get(kind) or getattr(builtins, kind, RuntimeError))(message)


def attach(functions):
    """Connects the engine: `functions` maps names to its functions."""
    namespace = globals()
    for name, function in functions.items():
        namespace["_direct_" + name if name in _WRAPPED else name] = function
    set_list_address(numbers.buffer_info()[0])  # noqa: F821  an engine function
    set_dropped_address(dropped.buffer_info()[0])  # noqa: F821


def set_device_status(active, adapter=None, software=False, reason=""):
    """Says what runs where: `active` is cpu or cuda, `adapter` the GPU's name."""
    global cuda_available
    device_status.update(active=active, adapter=adapter, software=software, reason=reason)
    cuda_available = active == "cuda"


# --- reads that may have to wait for the GPU ----------------------------------------------------------------------

_WRAPPED = ("item", "to_device", "equal", "backward", "gradients")


def _wait(promise):
    from pyodide.ffi import JsException, run_sync

    try:
        return run_sync(promise)
    except JsException as error:
        # An engine error that came with the data: its name is the Python exception's.
        kind, message = str(error.name), str(error.message)
    return raise_error(kind, message)


def item(handle):
    """The one element of a tensor."""
    value = _direct_item(handle)  # noqa: F821
    return value if type(value) in _DIRECT else _settled(value)


def _settled(value):
    if isinstance(value, int):  # beyond 2**53 an int64 arrives as a subclass of int
        return int(value)
    value = _wait(value)
    return int(value) if isinstance(value, int) and type(value) is not bool else value


def to_device(handle, device):
    """A copy on the other device (the tensor itself when it is there already)."""
    moved = _direct_to_device(handle, device)  # noqa: F821
    return moved if type(moved) is int else _settled_handle(_wait(moved))


def _settled_handle(moved):
    return moved if type(moved) is int else int(moved)


def equal(first, second):
    """Whether two tensors hold equal values."""
    same = _direct_equal(first, second)  # noqa: F821
    return same if type(same) is bool else bool(_wait(same))


# --- functions and hooks of Python, which the engine knows by number ----------------------------------------------


def _new_id():
    global _next_id
    _next_id += 1
    return _next_id


def keep_hook(function):
    """Keeps a gradient hook and returns its id for add_hook()."""
    hook_id = _new_id()
    _hooks[hook_id] = function
    return hook_id


def drop_hook(hook_id):
    """Forgets a hook; a call that is still under way does nothing."""
    _hooks.pop(hook_id, None)


def keep_function(call):
    """Keeps one call of a torch.autograd.Function until the graph forgets it."""
    function_id = _new_id()
    _functions[function_id] = call
    return function_id


def forget(function_id):
    """Called by the engine when no graph refers to the function's call, or to a packed tensor, any more."""
    _functions.pop(function_id, None)


# torch.autograd.graph.saved_tensors_hooks in force: function(handle) -> function() -> handle. The last one counts.
saved_hooks = []


def pack(handle):
    """Called by the engine with a tensor that it would save; returns the id under which unpack() gives it back."""
    return keep_function(saved_hooks[-1](handle))


def unpack(function_id):
    """Called by the engine for the handle of a packed tensor, which it takes over."""
    return _functions[function_id]()


# --- backward passes, which stop where Python code belongs to them ------------------------------------------------

_ASKED = -1


def backward(*arguments):
    """torch.autograd.backward on handles."""
    _driven(_direct_backward(*arguments))  # noqa: F821


def gradients(*arguments):
    """torch.autograd.grad on handles: the first gradient; next_result() gives the others."""
    return _driven(_direct_gradients(*arguments))  # noqa: F821


def _driven(given):
    """Runs the hooks and functions that the pass meets, until it ends."""
    while given == _ASKED:
        asked()  # noqa: F821
        kind, number, count = numbers[:3]
        grads = [asked_grad(i) for i in range(count)]  # noqa: F821
        try:
            answer = _answer_hook(number, *grads) if kind == 0 else _functions[number].run_backward(grads)
        except BaseException:
            abandon()  # noqa: F821
            raise
        given = resume(*answer)  # noqa: F821
    return given


def _answer_hook(number, grad):
    hook = _hooks.get(number)
    if hook is None:
        free(grad)  # noqa: F821
        return ()
    replacement = hook(grad)
    return (replacement,) if replacement else ()


# --- lists and bytes ----------------------------------------------------------------------------------------------


def shape_of(handle):
    """Sizes as a tuple."""
    count = sizes(handle)  # noqa: F821
    return tuple(numbers[:count])


def strides_of(handle):
    """Strides, in elements, as a tuple."""
    count = strides(handle)  # noqa: F821
    return tuple(numbers[:count])


def numbers_of(handle, typecode):
    """The elements of a tensor, row by row, in an array of its dtype's typecode; waits for the GPU."""
    count = numel(handle)  # noqa: F821
    out = array.array(typecode)
    out.frombytes(builtins.bytes(count * out.itemsize))
    if count == 0:
        return out
    if device(handle) == 0:  # noqa: F821
        to_address(handle, out.buffer_info()[0])  # noqa: F821
        return out
    on_cpu = to_device(handle, 0)
    to_address(on_cpu, out.buffer_info()[0])  # noqa: F821
    free(on_cpu)  # noqa: F821
    return out
