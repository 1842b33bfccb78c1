"""tf.debugging: assertions about tensors."""

import torch

from keras.src.backend import TensorShape
from keras.src.backend.errors import InvalidArgumentError
from tensorflow._convert import t


def _check(ok, message, default):
    if not bool(ok):
        raise InvalidArgumentError(None, None, message or default)


def assert_equal(x, y, message=None, summarize=None, name=None):
    """All elements are equal."""
    first, second = t(x), t(y)
    same = first.shape == second.shape or first.dim() == 0 or second.dim() == 0
    _check(same and bool((first == second).all()), message, f"Condition x == y did not hold.\nFirst 1 elements of x:\n{first}\nFirst 1 elements of y:\n{second}")


def assert_greater(x, y, message=None, summarize=None, name=None):
    """x > y everywhere."""
    _check((t(x) > t(y)).all(), message, "Condition x > y did not hold.")


def assert_less(x, y, message=None, summarize=None, name=None):
    """x < y everywhere."""
    _check((t(x) < t(y)).all(), message, "Condition x < y did not hold.")


def assert_positive(x, message=None, summarize=None, name=None):
    """x > 0 everywhere."""
    _check((t(x) > 0).all(), message, "Condition x > 0 did not hold.")


def assert_non_negative(x, message=None, summarize=None, name=None):
    """x >= 0 everywhere."""
    _check((t(x) >= 0).all(), message, "Condition x >= 0 did not hold.")


def assert_near(x, y, rtol=None, atol=None, message=None, summarize=None, name=None):
    """Nearly equal everywhere."""
    _check(torch.allclose(t(x), t(y), rtol=rtol or 1e-6, atol=atol or 1e-6), message, "x and y not equal to tolerance")


def assert_all_finite(x, message, name=None):
    """No NaN and no infinity."""
    _check(torch.isfinite(t(x)).all(), message, message)


def check_numerics(tensor, message, name=None):
    """The tensor; an error when it has NaN or infinities."""
    found = t(tensor)
    if bool(torch.isnan(found).any()):
        raise InvalidArgumentError(None, None, f"{message} : Tensor had NaN values [Op:CheckNumericsV2] name: ")
    if bool(torch.isinf(found).any()):
        raise InvalidArgumentError(None, None, f"{message} : Tensor had Inf values [Op:CheckNumericsV2] name: ")
    return tensor


def assert_shapes(shapes, **_options):
    """Tensors have the given shapes."""
    for tensor, shape in shapes.items() if isinstance(shapes, dict) else shapes:
        if not TensorShape(tensor.shape).is_compatible_with([None if isinstance(s, str) else s for s in shape]):
            raise ValueError(f"Specified by tensor {tensor} dimension does not fit {shape}")


def set_log_device_placement(enabled):
    """Nothing."""


def enable_check_numerics(*_arguments, **_options):
    """Nothing: use tf.debugging.check_numerics."""
