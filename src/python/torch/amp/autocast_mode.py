"""torch.autocast: inside it, products and convolutions compute in float16 or bfloat16, and sensitive operations in float32.

While it is on, the engine functions concerned are replaced by ones that convert their operands first, so that code
outside pays nothing. Micikevicius et al., Mixed Precision Training, 2018.
"""

import functools
import inspect
import os
import warnings

import bridge
from torch import _dtype

# Computed in the narrow dtype: which of the leading arguments are tensors.
_NARROW = {
    "matmul": 2, "mm": 2, "bmm": 2, "linear": 3, "addmm": 3, "conv2d": 3, "conv_transpose2d": 3,
}  # fmt: skip
# Computed in float32 because their results need its range or precision.
_WIDE = {
    "softmax": 1, "log_softmax": 1, "cross_entropy": 1, "layer_norm": 3, "group_norm": 3, "exp": 1, "log": 1, "log1p": 1,
    "log2": 1, "log10": 1, "expm1": 1, "pow_scalar": 1, "cumsum": 1, "cumprod": 1, "prod": 1, "rsqrt": 1, "norm2": 1,
    "softplus": 1, "acos": 1, "asin": 1, "cosh": 1, "sinh": 1, "tan": 1, "erfinv": 1, "reciprocal": 1, "sum": 1,
}  # fmt: skip
# On the CPU PyTorch keeps these in float32 less often.
_WIDE_CPU = {"cross_entropy": 1, "prod": 1}
# Narrow on the GPU alone.
_NARROW_CUDA = {"mv": 2}

_stack = []  # (device, dtype code or None) of the open autocasts
_plain = {}  # name -> the engine function that was replaced


def _converted(handle, target, owned):
    """The handle in the target dtype if it is a floating tensor on the autocast device."""
    if handle == 0:
        return 0
    code = bridge.dtype(handle)
    if code > 3 or code == 1 or code == target or bridge.device(handle) != _stack[-1][0]:
        return handle
    made = bridge.cast(handle, target)
    owned.append(made)
    return made


def _replacement(name, tensors, target_of):
    function = _plain[name]

    @functools.wraps(function)
    def run(*args):
        target = target_of()
        if target is None:
            return function(*args)
        owned = []
        converted = [_converted(arg, target, owned) if i < tensors else arg for i, arg in enumerate(args)]
        try:
            return function(*converted)
        finally:
            for handle in owned:
                bridge.free(handle)

    return run


def _install():
    """Puts the converting functions in place, or the engine's back when no autocast is on."""
    for name, function in _plain.items():
        setattr(bridge, name, function)
    _plain.clear()
    if not _stack or _stack[-1][1] is None:
        return
    device, narrow = _stack[-1]
    tables = [(_NARROW, narrow), (_NARROW_CUDA, narrow), (_WIDE, 0)] if device == 1 else [(_NARROW, narrow), (_WIDE_CPU, 0)]
    for table, target in tables:
        for name, tensors in table.items():
            function = getattr(bridge, name, None)
            if function is not None:
                _plain[name] = function
                setattr(bridge, name, _replacement(name, tensors, lambda target=target: target))


class autocast:
    """`with torch.autocast(device_type="cuda", dtype=torch.float16):` — also a decorator."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        if not is_autocast_available(device_type):
            raise RuntimeError(f"User specified an unsupported autocast device_type '{device_type}'")
        self.device = device_type
        if dtype is None:
            dtype = _dtype.float16 if device_type == "cuda" else _dtype.bfloat16
        self.fast_dtype = dtype
        if device_type == "cuda" and enabled and not bridge.cuda_available:
            warnings.warn(
                "User provided device_type of 'cuda', but CUDA is not available. Disabling",
                UserWarning,
                skip_file_prefixes=(os.path.dirname(os.path.dirname(__file__)),),
            )
            enabled = False
        if device_type == "cpu" and enabled and dtype not in (_dtype.bfloat16, _dtype.float16):
            warnings.warn(
                "In CPU autocast, but the target dtype is not supported. Disabling autocast.\nCPU Autocast only supports dtype "
                "of torch.bfloat16, torch.float16 currently.",
                UserWarning,
                stacklevel=2,
            )
            enabled = False
        self._enabled = enabled

    def __enter__(self):
        _stack.append((1 if self.device == "cuda" else 0, self.fast_dtype._code if self._enabled else None))
        _install()
        return self

    def __exit__(self, *_error):
        _stack.pop()
        _install()

    def __call__(self, function):
        if inspect.isclass(function):
            raise TypeError("autocast decorates functions")

        @functools.wraps(function)
        def decorated(*args, **options):
            with self:
                return function(*args, **options)

        return decorated


def in_float32(function):
    """For functions of tensors, composed of others, whose narrow arguments an autocast makes float32: losses above all."""

    @functools.wraps(function)
    def run(*args, **options):
        if _stack and _stack[-1][1] is not None:
            args = [_widened(each) for each in args]
            options = {name: _widened(each) for name, each in options.items()}
        return function(*args, **options)

    return run


def _widened(value):
    handle = getattr(value, "_handle", None)
    if handle is None or bridge.dtype(handle) not in (2, 3) or bridge.device(handle) != _stack[-1][0]:
        return value
    return value.to(_dtype.float32)


def is_autocast_available(device_type):
    """Whether autocast works for a device."""
    return device_type in ("cpu", "cuda")


def is_autocast_enabled(device_type="cuda"):
    """Whether an autocast for the device is on."""
    wanted = 1 if device_type == "cuda" else 0
    return bool(_stack) and _stack[-1][0] == wanted and _stack[-1][1] is not None


def is_autocast_cpu_enabled():
    """Whether an autocast for the cpu is on."""
    return is_autocast_enabled("cpu")


def get_autocast_dtype(device_type):
    """The narrow dtype of a device's autocast."""
    if is_autocast_enabled(device_type):
        return _dtype.BY_CODE[_stack[-1][1]]
    return _dtype.float16 if device_type == "cuda" else _dtype.bfloat16


def custom_fwd(fwd=None, *, device_type, cast_inputs=None):
    """Decorates the forward of a custom Function: with `cast_inputs` it runs in that dtype, without autocast."""
    if fwd is None:
        return functools.partial(custom_fwd, device_type=device_type, cast_inputs=cast_inputs)

    @functools.wraps(fwd)
    def decorated(ctx, *args, **kwargs):
        ctx._fwd_used_autocast = is_autocast_enabled(device_type)
        if cast_inputs is None or not ctx._fwd_used_autocast:
            return fwd(ctx, *args, **kwargs)
        ctx._fwd_used_autocast = False
        with autocast(device_type, enabled=False):
            return fwd(ctx, *_cast(args, cast_inputs), **_cast(kwargs, cast_inputs))

    return decorated


def custom_bwd(bwd=None, *, device_type):
    """Decorates the backward of a custom Function: it runs under autocast if its forward did."""
    if bwd is None:
        return functools.partial(custom_bwd, device_type=device_type)

    @functools.wraps(bwd)
    def decorated(ctx, *args, **kwargs):
        with autocast(device_type, enabled=ctx._fwd_used_autocast):
            return bwd(ctx, *args, **kwargs)

    return decorated


def _cast(value, dtype):
    if isinstance(value, dict):
        return {key: _cast(each, dtype) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_cast(each, dtype) for each in value)
    floating = hasattr(value, "is_floating_point") and value.is_floating_point()
    return value.to(dtype) if floating and value.dtype is not _dtype.float64 else value


def get_autocast_cpu_dtype():
    """The older spelling of get_autocast_dtype("cpu")."""
    return get_autocast_dtype("cpu")


def get_autocast_gpu_dtype():
    """The older spelling of get_autocast_dtype("cuda")."""
    return get_autocast_dtype("cuda")
