"""torch.testing: assert_close, which says where and how far two tensors differ."""

import torch

_TOLERANCES = {"float16": (1e-3, 1e-5), "bfloat16": (1.6e-2, 1e-5), "float32": (1.3e-6, 1e-5), "float64": (1e-7, 1e-7)}


def assert_close(actual, expected, *, rtol=None, atol=None, equal_nan=False, check_dtype=True, check_device=True, msg=None, **_options):
    """Raises AssertionError unless |actual - expected| <= atol + rtol * |expected| everywhere."""
    if isinstance(actual, (list, tuple)) and isinstance(expected, (list, tuple)):
        for one, other in zip(actual, expected, strict=True):
            assert_close(one, other, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=check_dtype, msg=msg)
        return
    actual, expected = torch.as_tensor(actual), torch.as_tensor(expected)
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


def _report(actual, expected, wrong, count, rtol, atol):
    if actual.ndim == 0:
        return f"Scalars are not close!\n\nExpected {expected.item()} but got {actual.item()}."
    total = actual.numel()
    absolute = (actual.double() - expected.double()).abs()
    absolute = torch.where(wrong, absolute, 0.0)
    relative = absolute / expected.double().abs()
    lines = [
        "Tensor-likes are not close!",
        "",
        f"Mismatched elements: {count} / {total} ({count / total:.1%})",
    ]
    for name, values, allowed in (("absolute", absolute, atol), ("relative", relative, rtol)):
        flat = values.reshape(-1)
        place = int(flat.nan_to_num(-1.0).argmax().item())
        where = tuple(int(i) for i in _unravel(place, actual.shape))
        lines.append(f"Greatest {name} difference: {flat[place].item()} at index {where} (up to {allowed} allowed)")
    return "\n".join(lines)


def _unravel(place, shape):
    out = []
    for size in reversed(shape):
        out.append(place % size)
        place //= size
    return reversed(out)
