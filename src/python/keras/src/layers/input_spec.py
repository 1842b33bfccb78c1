"""What a layer accepts as input, and the check that says what does not fit."""

from keras.src import tree
from keras.src.backend.keras_tensor import standardize_shape


class InputSpec:
    """Rank, shape and dtype of one input.

    Args:
        shape: tuple, None for any dimension; the batch included.
        ndim, min_ndim, max_ndim: rank, or limits of it.
        axes: dict from axis to the size it must have.
        allow_last_axis_squeeze: also allow a last axis of 1 to be absent, or to be there unasked.
    """

    def __init__(
        self,
        dtype=None,
        shape=None,
        ndim=None,
        max_ndim=None,
        min_ndim=None,
        axes=None,
        allow_last_axis_squeeze=False,
        name=None,
        optional=False,
    ):
        self.dtype = _dtype_name(dtype) if dtype is not None else None
        if shape is not None:
            self.shape = standardize_shape(shape)
            self.ndim = len(shape)
        else:
            self.shape = None
            self.ndim = ndim
        self.max_ndim = max_ndim
        self.min_ndim = min_ndim
        self.name = name
        self.optional = optional
        self.allow_last_axis_squeeze = allow_last_axis_squeeze
        try:
            self.axes = {int(k): v for k, v in (axes or {}).items()}
        except (ValueError, TypeError, AttributeError):
            raise TypeError(f"Argument `axes` must be a dict with integer keys. Received: axes={axes}") from None
        if self.axes and (self.ndim is not None or self.max_ndim is not None):
            max_dim = (self.ndim or self.max_ndim) - 1
            max_axis = max(self.axes)
            if max_axis > max_dim:
                raise ValueError(f"Axis {max_axis} is greater than the maximum allowed value: {max_dim}")

    def __repr__(self):
        shown = ["dtype", "shape", "ndim", "max_ndim", "min_ndim", "axes"]
        parts = [f"{name}={getattr(self, name)}" for name in shown if getattr(self, name)]
        return f"InputSpec({', '.join(parts)})"

    def get_config(self):
        """The arguments that make an equal spec."""
        names = ["dtype", "shape", "ndim", "max_ndim", "min_ndim", "axes", "optional"]
        return {name: getattr(self, name) for name in names}

    @classmethod
    def from_config(cls, config):
        """A spec from get_config()'s dict."""
        return cls(**config)


def _dtype_name(dtype):
    from keras.src import backend

    return backend.standardize_dtype(dtype)


def assert_input_compatibility(input_spec, inputs, layer_name):
    """Raises ValueError where the inputs of a layer don't fit its input spec(s)."""
    if not input_spec:
        return
    specs = tree.flatten(input_spec)
    if isinstance(inputs, dict):
        names = [spec.name for spec in specs]
        if all(names):
            for name in names:
                if name not in inputs:
                    raise ValueError(
                        f'Missing data for input "{name}". You passed a data dictionary with keys {list(inputs.keys())}. '
                        f"Expected the following keys: {names}"
                    )
            inputs = [inputs[name] for name in names]
    inputs = tree.flatten(inputs)
    if len(inputs) != len(specs):
        names = [spec.name for spec in specs if spec is not None]
        if len(names) == len(specs) and all(names):
            example = ", ".join(f"'{name}': ..." for name in names)
            raise ValueError(
                f'Layer "{layer_name}" expects {len(specs)} named input(s) with keys {names}, but it received {len(inputs)} input '
                f"tensors. Pass inputs as a dict, e.g. `layer({{{example}}})`."
            )
        raise ValueError(
            f'Layer "{layer_name}" expects {len(specs)} input(s), but it received {len(inputs)} input tensors. '
            f"Inputs received: {inputs}"
        )
    for index, (x, spec) in enumerate(zip(inputs, specs)):
        if spec is None or (x is None and spec.optional):
            continue
        if not hasattr(x, "shape"):
            raise ValueError(
                f"Inputs to a layer should be tensors. Got '{x}' (of type {type(x)}) as input for layer '{layer_name}'."
            )
        problem = _mismatch(spec, standardize_shape(tuple(x.shape)), x)
        if problem is not None:
            raise ValueError(
                f"Input {index} with name '{spec.name}' of layer '{layer_name}' is incompatible with the layer: {problem}"
            )


def _mismatch(spec, shape, x):
    """What of the shape or dtype doesn't fit, in words; None if all fits."""
    ndim = len(shape)
    if spec.ndim is not None and not spec.allow_last_axis_squeeze and ndim != spec.ndim:
        return f"expected ndim={spec.ndim}, found ndim={ndim}. Full shape received: {shape}"
    if spec.max_ndim is not None and ndim > spec.max_ndim:
        return f"expected max_ndim={spec.max_ndim}, found ndim={ndim}"
    if spec.min_ndim is not None and ndim < spec.min_ndim:
        return f"expected min_ndim={spec.min_ndim}, found ndim={ndim}. Full shape received: {shape}"
    if spec.dtype is not None:
        dtype = _dtype_name(x.dtype)
        if dtype != spec.dtype:
            return f"expected dtype={spec.dtype}, found dtype={dtype}"
    for axis, value in spec.axes.items():
        if value is not None and shape[axis] not in (value, None):
            return f"expected axis {axis} of input shape to have value {value}, but received input with shape {shape}"
    if spec.shape is not None:
        expected = spec.shape
        if spec.allow_last_axis_squeeze:
            shape = shape[:-1] if shape and shape[-1] == 1 else shape
            expected = expected[:-1] if expected and expected[-1] == 1 else expected
        for want, have in zip(expected, shape):
            if want is not None and have is not None and want != have:
                return f"expected shape={spec.shape}, found shape={shape}"
    return None
