"""torch.testing: assert_close, which says where and how far two tensors differ."""

import torch

_TOLERANCES = {"float16": (1e-3, 1e-5), "bfloat16": (1.6e-2, 1e-5), "float32": (1.3e-6, 1e-5), "float64": (1e-7, 1e-7)}


def assert_close(actual, expected, *, rtol=None, atol=None, equal_nan=False, check_dtype=True, check_device=True, msg=None, **_options):
    """Raises AssertionError unless |actual - expected| <= atol + rtol * |expected| everywhere."""
    if isinstance(actual, (list, tuple)) and isinstance(expected, (list, tuple)):
        for one, other in zip(actual, expected, strict=True):
            assert_close(one, other, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=check_dtype, msg=msg)
        return
    actual, expected = _tensor(actual), _tensor(expected)
    if actual.shape != expected.shape:
        raise AssertionError(
            msg or f"The values for attribute 'shape' do not match: {actual.shape} != {expected.shape}."
        )
    if check_dtype and actual.dtype != expected.dtype:
        raise AssertionError(
            msg or f"The values for attribute 'dtype' do not match: {actual.dtype} != {expected.dtype}."
        )
    default = max(_TOLERANCES.get(each.dtype._name, (0.0, 0.0)) for each in (actual, expected))
    rtol, atol = default if rtol is None or atol is None else (rtol, atol)
    actual, expected = actual.detach().cpu(), expected.detach().cpu().to(actual.dtype)
    wrong = ~torch.isclose(actual, expected, rtol, atol, equal_nan)
    count = int(wrong.sum().item())
    if count:
        raise AssertionError(msg or _report(actual, expected, wrong, count, rtol, atol))


def _tensor(value):
    """Python's numbers count as float64."""
    return torch.as_tensor(value, dtype=torch.float64 if isinstance(value, float) else None)


# The limits of the older function.
_ALLCLOSE = {"float16": (1e-3, 1e-3), "bfloat16": (1e-2, 1e-2), "float32": (1e-4, 1e-5), "float64": (1e-5, 1e-8)}


def assert_allclose(actual, expected, rtol=None, atol=None, equal_nan=True, msg=""):
    """The older assert_close, with wider limits; dtypes may differ."""
    actual, expected = torch.as_tensor(actual), torch.as_tensor(expected)
    if rtol is None and atol is None:
        rtol, atol = max(_ALLCLOSE.get(each.dtype._name, (0.0, 0.0)) for each in (actual, expected))
    assert_close(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=False, msg=msg or None)


def _report(actual, expected, wrong, count, rtol, atol):
    exact = rtol == 0 and atol == 0
    manner = "equal" if exact else "close"
    limits = {"Absolute": "" if exact else f" (up to {atol} allowed)", "Relative": "" if exact else f" (up to {rtol} allowed)"}
    if actual.ndim == 0:
        one, other = actual.item(), expected.item()
        gap = abs(one - other)
        share = gap / abs(other) if other else float("inf")
        return (
            f"Scalars are not {manner}!\n\nExpected {other} but got {one}.\n"
            f"Absolute difference: {gap}{limits['Absolute']}\nRelative difference: {share}{limits['Relative']}"
        )
    total = actual.numel()
    absolute = (actual.double() - expected.double()).abs()
    absolute = torch.where(wrong, absolute, 0.0)
    relative = absolute / expected.double().abs()
    lines = [
        f"Tensor-likes are not {manner}!",
        "",
        f"Mismatched elements: {count} / {total} ({count / total:.1%})",
    ]
    for name, values in (("absolute", absolute), ("relative", relative)):
        flat = values.reshape(-1)
        place = int(flat.nan_to_num(-1.0).argmax().item())
        where = tuple(int(i) for i in _unravel(place, actual.shape))
        difference = flat[place].item() if actual.is_floating_point() or name == "relative" else int(flat[place].item())
        lines.append(f"Greatest {name} difference: {difference} at index {where}{limits[name.title()]}")
    return "\n".join(lines)


def _unravel(place, shape):
    out = []
    for size in reversed(shape):
        out.append(place % size)
        place //= size
    return reversed(out)
