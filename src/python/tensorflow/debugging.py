"""tf.debugging: assertions about tensors, with TensorFlow's texts."""

import torch

from keras.src.backend import StringTensor, TensorShape, dtypes, is_text, placing, string_tensor, wrap
from keras.src.backend.errors import InvalidArgumentError, invalid
from tensorflow._convert import t


def _first(value, count):
    return value.reshape(-1)[:count].numpy()


def _compared(sign, holds, doc):
    def check(x, y, message=None, summarize=None, name=None):
        if is_text(x) or is_text(y):
            if not bool(torch.as_tensor((string_tensor(x) == string_tensor(y)).numpy()).all()) == (sign == "=="):
                raise InvalidArgumentError(None, None, f"{message or ''}\nCondition x {sign} y did not hold.")
            return
        first, second = t(x), t(y)
        count = 3 if summarize is None else int(summarize)
        try:
            flags = holds(first, second)
        except RuntimeError:
            flags = placing.zeros((1,), dtype=torch.bool)
        if bool(flags.all()):
            return
        lines = [message or "", f"Condition x {sign} y did not hold."]
        if sign == "==" and first.dim() and first.shape == second.shape == flags.shape:
            places = torch.nonzero(~flags)
            shown = min(count, places.shape[0])
            lines += [f"Indices of first {shown} different values:", str(places[:shown].numpy())]
            lines += ["Corresponding x values:", str(first[~flags][:shown].numpy()), "Corresponding y values:", str(second[~flags][:shown].numpy())]
        for letter, value in (("x", first), ("y", second)):
            lines += [f"First {min(count, value.numel())} elements of {letter}:", str(_first(value, count))]
        raise InvalidArgumentError(None, None, "\n".join(lines if message or sign == "==" and len(lines) > 6 else lines[1:]))

    check.__doc__ = doc
    return check


assert_equal = _compared("==", torch.eq, "All elements are equal.")
assert_none_equal = _compared("!=", torch.ne, "No elements are equal.")
assert_greater = _compared(">", torch.gt, "x > y everywhere.")
assert_greater_equal = _compared(">=", torch.ge, "x >= y everywhere.")
assert_less = _compared("<", torch.lt, "x < y everywhere.")
assert_less_equal = _compared("<=", torch.le, "x <= y everywhere.")


def _texts(value, count=3):
    shown = [str(each) for each in value.reshape(-1)[:count].tolist()]
    return shown + ["..."] if value.numel() > count else shown


def _signed(condition, holds, doc):
    def check(x, message=None, summarize=None, name=None):
        found = t(x)
        if not bool(holds(found).all()):
            kind = dtypes.TO_NAME[found.dtype]
            raise InvalidArgumentError(
                None,
                None,
                f"{message or ''}\nCondition x {condition} did not hold element-wise:\nx (shape={tuple(found.shape)} dtype={kind}) = \n{_texts(found)}",
            )

    check.__doc__ = doc
    return check


assert_positive = _signed("> 0", lambda found: found > 0, "x > 0 everywhere.")
assert_negative = _signed("< 0", lambda found: found < 0, "x < 0 everywhere.")
assert_non_negative = _signed(">= 0", lambda found: found >= 0, "x >= 0 everywhere.")
assert_non_positive = _signed("<= 0", lambda found: found <= 0, "x <= 0 everywhere.")


def assert_near(x, y, rtol=None, atol=None, message=None, summarize=None, name=None):
    """Nearly equal everywhere."""
    first, second = t(x), t(y)
    near = wrap(placing.tensor(10 * torch.finfo(first.dtype).eps, dtype=first.dtype))
    relative, absolute = (near if each is None else wrap(t(each).to(first.dtype)) for each in (rtol, atol))
    if bool((torch.abs(first - second) <= absolute._t + relative._t * torch.abs(second)).all()):
        return
    data = [message or "", f"x and y not equal to tolerance rtol = {relative!s}, atol = {absolute!s}"]
    lines = [repr(each.encode()) for each in data]
    for letter, value in (("x", first), ("y", second)):
        lines += [repr(f"{letter} (shape={tuple(value.shape)} dtype={dtypes.TO_NAME[value.dtype]}) = ".encode()), ", ".join(_rounded(value))]
    raise InvalidArgumentError(None, None, "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: " + "\n".join(lines))


def _rounded(value, count=3):
    shown = [str(each) for each in value.reshape(-1)[:count].numpy()]
    return shown + ["..."] if value.numel() > count else shown


def summarized(value, count=3):
    """A value as Assert's message shows it."""
    if isinstance(value, StringTensor) or is_text(value):
        found = string_tensor(value)._strings
        return ", ".join(repr(each) for each in found.reshape(-1).tolist()[:count]) if found.shape else repr(found.tolist())
    return ", ".join(_rounded(t(value), count))


def Assert(condition, data, summarize=None, name=None):  # noqa: N802  tf's name
    """InvalidArgumentError unless the condition holds."""
    if not bool(condition):
        shown = "\n".join(summarized(each, 3 if summarize is None else int(summarize)) for each in data)
        raise InvalidArgumentError(None, None, f"Expected '{condition!s}' to be true. Summarized data: {shown}")


def assert_all_finite(x, message, name=None):
    """No NaN and no infinity."""
    return check_numerics(x, message)


def check_numerics(tensor, message, name=None):
    """The tensor; an error when it has NaN or infinities."""
    found = t(tensor)
    nan, inf = bool(torch.isnan(found).any()), bool(torch.isinf(found).any())
    if nan or inf:
        what = "NaN and Inf" if nan and inf else "NaN" if nan else "Inf"
        raise invalid("CheckNumerics", f"{message} : Tensor had {what} values", given=(tensor,))
    return tensor


def assert_shapes(shapes, **_options):
    """Tensors have the given shapes; the same letter stands for the same size."""
    known = {}
    for tensor, shape in shapes.items() if isinstance(shapes, dict) else shapes:
        have = TensorShape(tensor.shape)
        for axis, (size, wanted) in enumerate(zip(have, shape)):
            if isinstance(wanted, str):
                before = known.setdefault(wanted, (size, tensor, axis))
                origin, wanted = f"Specified by tensor {_named(before[1])} dimension {before[2]}", before[0]
            else:
                origin = "Specified explicitly"
            if wanted is not None and wanted != size:
                raise ValueError(f"{origin}.  {_named(tensor)} dimension {axis} must have size {wanted}.  Received size {size}, shape {have}")


def _named(tensor):
    return f"Tensor shape={tensor.shape} dtype={dtypes.as_dtype(tensor.dtype).name}"


def assert_rank(x, rank, message=None, name=None):
    """The tensor has so many dimensions."""
    have = TensorShape(x.shape if hasattr(x, "shape") else t(x).shape)
    if len(have) != int(rank):
        raise ValueError(f"{message + '. ' if message else ''}Tensor  must have rank {int(rank)}.  Received rank {len(have)}, shape {have}")


def assert_rank_at_least(x, rank, message=None, name=None):
    """The tensor has at least so many dimensions."""
    have = TensorShape(x.shape if hasattr(x, "shape") else t(x).shape)
    if len(have) < int(rank):
        raise ValueError(f"{message + '. ' if message else ''}Tensor  must have rank at least {int(rank)}.  Received rank {len(have)}, shape {have}")


def assert_type(tensor, tf_type, message=None, name=None):
    """The tensor has the dtype."""
    wanted, have = dtypes.as_dtype(tf_type), dtypes.as_dtype(tensor.dtype)
    if wanted != have:
        raise TypeError(f"{message + '  ' if message else ''}tensor must be of type {wanted!r}; got {have!r}")


def assert_scalar(tensor, name=None, message=None):
    """The tensor, checked to have no dimensions."""
    have = TensorShape(t(tensor).shape)
    if len(have):
        raise ValueError(f"Expected scalar shape, saw shape: {have}.")
    return tensor


def assert_integer(x, message=None, name=None):
    """The tensor has whole numbers."""
    have = dtypes.as_dtype(x.dtype if hasattr(x, "dtype") else dtypes.TO_NAME[t(x).dtype])
    if not have.is_integer:
        raise TypeError(f"{message + '. ' if message else ''}Expected \"x\" to be integer type.  Found: {have!r}")


def is_numeric_tensor(tensor):
    """Whether it is a tensor of numbers."""
    return hasattr(tensor, "dtype") and dtypes.as_dtype(tensor.dtype).name not in ("string", "bool")


def set_log_device_placement(enabled):
    """Nothing."""


def enable_check_numerics(*_arguments, **_options):
    """Nothing: use tf.debugging.check_numerics."""
