"""How tensors print: one format for all elements, chosen from the largest and smallest; long ones are summarised.

Rules of PyTorch's printing: whole-valued floats print as `1.`, others with `precision` decimals, in scientific notation
when the range is wide; more than `threshold` elements show only `edgeitems` at each end of every dimension.
"""

import math

import bridge
from torch._dtype import BY_CODE
from torch._tensor import wrap


class PrintOptions:
    """What set_printoptions() sets."""

    precision = 4
    threshold = 1000
    edgeitems = 3
    linewidth = 80
    sci_mode = None


PRINT_OPTS = PrintOptions()
_PROFILES = {
    "default": (4, 1000, 3, 80),
    "short": (2, 1000, 2, 80),
    "full": (4, math.inf, 3, 80),
}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None):
    """Changes how tensors print: decimals, elements before `...`, elements at the edges, line width, scientific or not."""
    if profile is not None:
        PRINT_OPTS.precision, PRINT_OPTS.threshold, PRINT_OPTS.edgeitems, PRINT_OPTS.linewidth = _PROFILES[profile]
    if precision is not None:
        PRINT_OPTS.precision = precision
    if threshold is not None:
        PRINT_OPTS.threshold = threshold
    if edgeitems is not None:
        PRINT_OPTS.edgeitems = edgeitems
    if linewidth is not None:
        PRINT_OPTS.linewidth = linewidth
    PRINT_OPTS.sci_mode = sci_mode


class _Formatter:
    """One element to text, all to one width."""

    def __init__(self, values, floating):
        self.floating = floating
        self.int_mode = True
        self.sci_mode = False
        self.max_width = 1
        if not floating:
            self.max_width = max((len(str(value)) for value in values), default=1)
            return
        finite = [value for value in values if value != 0 and math.isfinite(value)]
        if not finite:
            return
        sizes = [abs(value) for value in finite]
        largest, smallest = max(sizes), min(sizes)
        self.int_mode = all(value == math.ceil(value) for value in finite)
        wide = largest / smallest > 1000.0 or largest > 1.0e8 or smallest < 1.0e-4
        self.sci_mode = wide
        self.max_width = max(self.max_width, max(len(self.text(value)) for value in finite))
        if PRINT_OPTS.sci_mode is not None:  # the width stays that of the notation not taken, as in PyTorch
            self.sci_mode = PRINT_OPTS.sci_mode

    def text(self, value):
        if not self.floating:
            return str(value)
        if not math.isfinite(value):
            return f"{value}"
        if self.sci_mode:
            return f"{value:.{PRINT_OPTS.precision}e}"
        if self.int_mode:
            return f"{value:.0f}."
        return f"{value:.{PRINT_OPTS.precision}f}"

    def format(self, value):
        text = self.text(value)
        return " " * (self.max_width - len(text)) + text


def _lines(values, sizes, indent, formatter, summarize):
    """Nested lists as text; `sizes` are the full tensor's, so that cut dimensions show `...`."""
    if not sizes:
        return formatter.format(values)
    edge = PRINT_OPTS.edgeitems
    cut = summarize and sizes[0] > 2 * edge
    if len(sizes) > 1:
        inner = [_lines(value, sizes[1:], indent + 1, formatter, summarize) for value in values]
        if cut:
            inner = [*inner[:edge], "...", *inner[edge:]]
        return "[" + ("," + "\n" * (len(sizes) - 1) + " " * (indent + 1)).join(inner) + "]"
    per_line = max(1, int(math.floor((PRINT_OPTS.linewidth - indent) / (formatter.max_width + 2))))
    items = [formatter.format(value) for value in values]
    if cut:
        items = [*items[:edge], " ...", *items[edge:]]
    lines = [", ".join(items[i : i + per_line]) for i in range(0, len(items), per_line)]
    return "[" + ("," + "\n" + " " * (indent + 1)).join(lines) + "]"


def _edges(handle, sizes):
    """A new handle with only the elements that a summary shows."""
    edge = PRINT_OPTS.edgeitems
    current = bridge.detach(handle)
    for dim, size in enumerate(sizes):
        if size > 2 * edge:
            head = bridge.slice(current, dim, 0, edge, 1)
            tail = bridge.slice(current, dim, size - edge, edge, 1)
            joined = bridge.cat(dim, head, tail)
            for used in (current, head, tail):
                bridge.free(used)
            current = joined
    return current


def _contents(self, indent):
    from torch._ops.protocols import nested_list

    sizes = tuple(self.shape)
    summarize = bridge.numel(self._handle) > PRINT_OPTS.threshold
    shown = wrap(_edges(self._handle, sizes) if summarize else bridge.detach(self._handle))
    values = nested_list(shown._handle, tuple(shown.shape))
    formatter = _Formatter(_flat(values, len(sizes)), bridge.dtype(self._handle) < 4)
    return _lines(values, sizes, indent, formatter, summarize)


def _flat(values, depth):
    if depth == 0:
        return [values]
    for _ in range(depth - 1):
        values = [value for row in values for value in row]
    return values


def _with_suffixes(text, suffixes, indent):
    """Adds `, dtype=…`, on a line of its own where the last line would grow too long."""
    parts = [text]
    last = len(text) - text.rfind("\n") + 1
    for suffix in suffixes:
        if last + len(suffix) + 2 > PRINT_OPTS.linewidth:
            parts.append(",\n" + " " * indent + suffix)
            last = indent + len(suffix)
        else:
            parts.append(", " + suffix)
            last += len(suffix) + 2
    return "".join(parts) + ")"


def tensor_text(self, contents=None):
    """repr(tensor)."""
    prefix = "tensor("
    indent = len(prefix)
    handle = self._handle
    code = bridge.dtype(handle)
    default = bridge.default_dtype()
    suffixes = []
    if bridge.device(handle) == 1:
        suffixes.append("device='cuda:0'")
    if bridge.numel(handle) == 0:
        if len(self.shape) != 1:
            suffixes.append(f"size={tuple(self.shape)}")
        if code != default:
            suffixes.append(f"dtype={BY_CODE[code]!r}")
        text = "[]"
    else:
        if code not in (default, 4, 9):
            suffixes.append(f"dtype={BY_CODE[code]!r}")
        text = _contents(self, indent) if contents is None else contents
    name = bridge.grad_name(handle)
    if name:
        suffixes.append(f"grad_fn=<{name}>")
    elif bridge.requires_grad(handle):
        suffixes.append("requires_grad=True")
    return _with_suffixes(prefix + text, suffixes, indent)
