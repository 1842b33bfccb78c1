"""Comparisons that tell a learner what was received, what was expected and where they differ."""

import numpy as np
import torch

from checks.wire import Opaque


class Failed(Exception):
    """A test did not get what it asked for."""

    def __init__(self, reason, attempt=None, points=0):
        super().__init__(reason["en"])
        self.reason = reason
        self.attempt = attempt
        self.points = points


def say(ja, en):
    """A text in both languages."""
    return {"ja": ja, "en": en}


def fail(ja, en, points=0):
    """Ends the test; `points` of its points are given all the same."""
    raise Failed(say(ja, en), points=points)


def that(condition, ja, en, points=0):
    """Fails with this reason unless the condition holds."""
    if not condition:
        fail(ja, en, points)


def known(name, ja="", en="", points=0):
    """Ends the test as the known wrong attempt wrong/NAME.py: the learner reads that file's message, then this text."""
    raise Failed(say(ja, en), attempt=name, points=points)


def equal(value, want, name):
    """Fails unless a plain value (number, text, truth, None, list, tuple, dictionary) is of the same type and equal."""
    if type(value) is not type(want) or value != want:
        fail(f"{name} は {_show(value)} でした。正しくは {_show(want)} です。", f"{name} is {_show(value)}; expected {_show(want)}.")


def whole(value, name):
    """A whole number."""
    if type(value) is int:
        return value
    if isinstance(value, (np.ndarray, torch.Tensor)) and tuple(value.shape) == () and "int" in str(value.dtype):
        return int(value)
    return _wrong_kind(value, name, "整数", "a whole number")


def number(value, name):
    """A number, also as an array or a tensor without dimensions."""
    if type(value) in (int, float):
        return float(value)
    if isinstance(value, (np.ndarray, torch.Tensor)) and tuple(value.shape) == () and value.dtype not in (bool, torch.bool):
        return float(value)
    return _wrong_kind(value, name, "数", "a number")


def items(value, name, length=None):
    """A list or tuple, of this length where one is given."""
    if not isinstance(value, (list, tuple)):
        _wrong_kind(value, name, "リスト", "a list")
    if length is not None and len(value) != length:
        fail(
            f"{name} の要素は {len(value)} 個でした。正しくは {length} 個です。",
            f"{name} has {len(value)} elements; expected {length}.",
        )
    return list(value)


def tensor(value, name, shape=None, dtype=None):
    """A tensor, as a NumPy array; of this shape and dtype (`"float32"`) where they are given."""
    if not isinstance(value, torch.Tensor):
        _wrong_kind(value, name, "テンソル(torch.Tensor)", "a tensor (torch.Tensor)")
    return _array(value, name, shape, dtype)


def array(value, name, shape=None, dtype=None):
    """A NumPy array or a tensor, as a NumPy array; of this shape and dtype where they are given."""
    if not isinstance(value, (np.ndarray, torch.Tensor)):
        _wrong_kind(value, name, "配列かテンソル", "an array or a tensor")
    return _array(value, name, shape, dtype)


def _array(value, name, shape, dtype):
    found = tuple(int(size) for size in value.shape)
    kind = str(value.dtype).removeprefix("torch.")
    if shape is not None and found != tuple(shape):
        want = tuple(shape)
        fail(f"{name} の形状は {found} でした。正しくは {want} です。", f"{name} has the shape {found}; expected {want}.")
    if dtype is not None and kind != dtype:
        fail(f"{name} の dtype は {kind} でした。正しくは {dtype} です。", f"{name} has the dtype {kind}; expected {dtype}.")
    return value.to(torch.float32).numpy() if kind == "bfloat16" else np.asarray(value)


def close(value, want, name, rtol=1e-4, atol=1e-5):
    """Fails unless numbers, arrays or tensors have the same shape and nearly the same values."""
    want = np.asarray(want, dtype=np.float64)
    if want.shape == ():
        got = np.asarray(number(value, name))
    else:
        got = np.asarray(array(value, name, shape=want.shape), dtype=np.float64)
    wrong = ~same(got, want, rtol, atol)
    if not wrong.any():
        return
    differs = int(wrong.sum())
    if want.shape == ():
        fail(f"{name} は {_number(got)} でした。正しくは {_number(want)} です。", f"{name} is {_number(got)}; expected {_number(want)}.")
    place = tuple(int(index) for index in np.argwhere(wrong)[0])
    where = f"[{', '.join(map(str, place))}]"
    yours, right = _number(got[place]), _number(want[place])
    fail(
        f"{name} は {want.size} 個のうち {differs} 個の値が違います。たとえば {where} は {yours} でした(正しくは {right})。",
        f"{name} differs in {differs} of {want.size} values: at {where} it is {yours}, expected {right}.",
    )


def same(got, want, rtol=1e-4, atol=1e-5):
    """Elementwise: nearly equal, or both NaN, or the same infinity."""
    got, want = np.asarray(got, dtype=np.float64), np.asarray(want, dtype=np.float64)
    equal_values = (got == want) | (np.isnan(got) & np.isnan(want))
    finite = np.isfinite(got) & np.isfinite(want)
    gap = np.abs(np.where(finite, got, 0.0) - np.where(finite, want, 0.0))
    return equal_values | (finite & (gap <= atol + rtol * np.abs(np.where(finite, want, 0.0))))


def _wrong_kind(value, name, ja, en):
    kind = value.kind if isinstance(value, Opaque) else type(value).__name__
    fail(f"{name} は {kind} でした({_show(value)})。{ja}にしてください。", f"{name} is a {kind} ({_show(value)}); make it {en}.")


def _number(value):
    return f"{float(value):.6g}"


def _show(value):
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}…"
