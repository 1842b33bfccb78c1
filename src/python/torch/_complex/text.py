"""How complex tensors print: real and imaginary parts each with a format of their own, as PyTorch prints them."""

import bridge
from torch._tensor_str import PRINT_OPTS, _edges, _flat, _Formatter, _lines, _with_suffixes
from torch._tensor import wrap
from torch._dtype import get_default_dtype


class _PairFormatter:
    """One complex element to text."""

    def __init__(self, reals, imaginaries):
        self._real, self._imaginary = _Formatter(reals, True), _Formatter(imaginaries, True)
        self.max_width = self._real.max_width + self._imaginary.max_width + 1

    def format(self, value):
        imaginary = (self._imaginary.format(value.imag) + "j").lstrip()
        sign = "" if imaginary[0] in "+-" else "+"
        return self._real.format(value.real) + sign + imaginary


def complex_text(tensor):
    """repr(tensor)."""
    prefix = "tensor("
    suffixes = ["device='cuda:0'"] if tensor.is_cuda else []
    usual = tensor.dtype is get_default_dtype().to_complex()
    if tensor.numel() == 0:
        if tensor.ndim != 1:
            suffixes.append(f"size={tuple(tensor.shape)}")
        text, usual = "[]", False
    else:
        text = _numbers(tensor, len(prefix))
    if not usual:
        suffixes.append(f"dtype={tensor.dtype!r}")
    name = bridge.grad_name(tensor._pair._handle)
    if name:
        suffixes.append(f"grad_fn=<{name}>")
    elif tensor.requires_grad:
        suffixes.append("requires_grad=True")
    return _with_suffixes(prefix + text, suffixes, len(prefix))


def _numbers(tensor, indent):
    sizes = tuple(tensor.shape)
    summarize = tensor.numel() > PRINT_OPTS.threshold
    pair = tensor._pair.detach()
    values = type(tensor).tolist(type(tensor)(wrap(_edges(pair._handle, sizes)) if summarize else pair))
    flat = _flat(values, len(sizes))
    formatter = _PairFormatter([each.real for each in flat], [each.imag for each in flat])
    return _lines(values, sizes, indent, formatter, summarize)
