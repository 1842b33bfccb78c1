"""Colours and colour maps: names to numbers, numbers to colours. Which maps there are is cm's business."""

import re

import numpy as np

from matplotlib._color_names import BASE_COLORS, CSS4_COLORS, TABLEAU_COLORS

__all__ = [
    "BASE_COLORS",
    "BoundaryNorm",
    "CSS4_COLORS",
    "Colormap",
    "LinearSegmentedColormap",
    "ListedColormap",
    "LogNorm",
    "Normalize",
    "TABLEAU_COLORS",
    "TwoSlopeNorm",
    "is_color_like",
    "same_color",
    "to_hex",
    "to_rgb",
    "to_rgba",
    "to_rgba_array",
]

_CYCLE = re.compile(r"C\d+")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def _cycle_colors():
    from matplotlib import rcParams

    return rcParams["axes.prop_cycle"].by_key().get("color", ["k"])


def _from_hex(text):
    digits = text[1:]
    if len(digits) < 6:
        digits = "".join(2 * digit for digit in digits)
    return tuple(int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2))


def _from_name(name):
    if _CYCLE.fullmatch(name):
        colors = _cycle_colors()
        return to_rgba(colors[int(name[1:]) % len(colors)])
    if name in BASE_COLORS:
        return BASE_COLORS[name]
    if name in TABLEAU_COLORS:
        return _from_hex(TABLEAU_COLORS[name])
    if name.lower() in CSS4_COLORS:
        return _from_hex(CSS4_COLORS[name.lower()])
    if _HEX.fullmatch(name):
        return _from_hex(name)
    try:
        grey = float(name)
    except ValueError:
        return None
    if not 0 <= grey <= 1:
        raise ValueError(f"Invalid string grayscale value {name!r}. Value must be within 0-1 range")
    return (grey, grey, grey)


def to_rgba(c, alpha=None):
    """Returns (r, g, b, a), each from 0 to 1. ValueError for what is no colour."""
    if isinstance(c, tuple) and len(c) == 2 and isinstance(c[0], str):
        c, alpha = c[0], c[1] if alpha is None else alpha
    if isinstance(c, str):
        if c.lower() == "none":
            return (0.0, 0.0, 0.0, 0.0)
        found = _from_name(c)
        if found is None:
            raise ValueError(f"Invalid RGBA argument: {c!r}")
    else:
        try:
            found = tuple(float(part) for part in c)
        except TypeError:
            raise ValueError(f"Invalid RGBA argument: {c!r}") from None
        if len(found) not in (3, 4):
            raise ValueError("RGBA sequence should have length 3 or 4")
        if any(part < 0 or part > 1 for part in found):
            raise ValueError("RGBA values should be within 0-1 range")
    if len(found) == 3:
        found = (*found, 1.0)
    if alpha is not None:
        found = (*found[:3], float(alpha))
    return tuple(float(part) for part in found)


def to_rgb(c):
    """Returns (r, g, b), each from 0 to 1."""
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    """Returns `#rrggbb`, or `#rrggbbaa` with keep_alpha."""
    rgba = to_rgba(c)
    return "#" + "".join(f"{round(part * 255):02x}" for part in (rgba if keep_alpha else rgba[:3]))


def to_rgba_array(c, alpha=None):
    """Returns an (n, 4) array of colours."""
    if isinstance(c, str) and c.lower() == "none":
        return np.zeros((0, 4), float)
    try:
        return np.array([to_rgba(c, alpha)], float)
    except (ValueError, TypeError):
        return np.array([to_rgba(each, alpha) for each in c], float).reshape(-1, 4)


def is_color_like(c):
    """Whether to_rgba takes it."""
    try:
        to_rgba(c)
    except (ValueError, TypeError):
        return False
    return True


def same_color(c1, c2):
    """Whether both are the same colour."""
    return to_rgba(c1) == to_rgba(c2)


class Colormap:
    """Numbers from 0 to 1 (or whole numbers, as indexes) to colours."""

    def __init__(self, name, N=256):
        self.name = name
        self.N = int(N)
        self._table = None
        self._bad = (0.0, 0.0, 0.0, 0.0)
        self._under = self._over = None

    def _colors(self):
        raise NotImplementedError("Abstract class only")

    def _rgb(self):
        """The table as three bytes objects, one for each channel."""
        if self._table is None:
            rows = self._colors()
            self._table = tuple(bytes(min(255, max(0, round(row[k] * 255))) for row in rows) for k in range(3))
        return self._table

    def __call__(self, X, alpha=None, bytes=False):
        rows = self._rows()
        values = np.asarray(X)
        scalar = values.ndim == 0
        whole = values.dtype.kind in "iu"
        result = np.array([self._color(value, whole, rows) for value in values.ravel().tolist()], float)
        result = result.reshape(values.shape + (4,))
        if alpha is not None:
            result[..., 3] = alpha
        if bytes:
            result = np.rint(result * 255).astype(np.uint8)
        return tuple(result.tolist()) if scalar else result

    def _rows(self):
        if not hasattr(self, "_row_cache"):
            self._row_cache = [tuple(float(part) for part in row) for row in self._colors()]
        return self._row_cache

    def _color(self, value, whole, rows):
        if value != value:
            return self._bad
        index = value if whole else (self.N - 1 if value == 1 else int(value * self.N // 1))
        if index < 0:
            return self._under or (*rows[0], 1.0)
        if index >= self.N:
            return self._over or (*rows[-1], 1.0)
        return (*rows[index], 1.0)

    def set_bad(self, color="k", alpha=None):
        self._bad = to_rgba(color, alpha)

    def set_under(self, color="k", alpha=None):
        self._under = to_rgba(color, alpha)

    def set_over(self, color="k", alpha=None):
        self._over = to_rgba(color, alpha)

    def reversed(self, name=None):
        rows = self._rows()
        return ListedColormap(list(rows)[::-1], name or f"{self.name}_r")

    def resampled(self, lutsize):
        rows = self._rows()
        steps = [round(index * (len(rows) - 1) / max(1, lutsize - 1)) for index in range(lutsize)]
        return ListedColormap([rows[step] for step in steps], self.name)

    def copy(self):
        import copy

        return copy.copy(self)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {hex(id(self))}>"


class ListedColormap(Colormap):
    """One colour after the other."""

    def __init__(self, colors, name="from_list", N=None):
        if isinstance(colors, str):
            colors = [colors]
        given = [to_rgb(color) for color in colors]
        count = len(given) if N is None else int(N)
        self.colors = [given[index % len(given)] for index in range(count)]
        super().__init__(name, count)

    def _colors(self):
        return self.colors


class LinearSegmentedColormap(Colormap):
    """Interpolated between nodes: for each of red, green and blue a list of (position, value below, value above)."""

    def __init__(self, name, segmentdata, N=256, gamma=1.0):
        super().__init__(name, N)
        self._segmentdata = segmentdata

    def _colors(self):
        channels = [self._segmentdata[channel] for channel in ("red", "green", "blue")]
        rows = []
        for index in range(self.N):
            at = index / max(1, self.N - 1)
            rows.append(tuple(_interpolate(nodes, at) for nodes in channels))
        return rows

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        """Makes a map from colours at equal distances, or from (position, colour) pairs."""
        colors = list(colors)
        first = colors[0]
        if not isinstance(first, str) and len(first) == 2 and not isinstance(first[1], (int, float)):
            positions = [float(position) for position, _ in colors]
            rgb = [to_rgb(color) for _, color in colors]
        else:
            positions = [index / max(1, len(colors) - 1) for index in range(len(colors))]
            rgb = [to_rgb(color) for color in colors]
        data = {
            channel: [(at, color[k], color[k]) for at, color in zip(positions, rgb)]
            for k, channel in enumerate(("red", "green", "blue"))
        }
        return LinearSegmentedColormap(name, data, N)


def _interpolate(nodes, at):
    for (x0, _, y0), (x1, y1, _) in zip(nodes, nodes[1:]):
        if at <= x1:
            return y0 if x1 == x0 else y0 + (y1 - y0) * max(0.0, at - x0) / (x1 - x0)
    return nodes[-1][1]


class Normalize:
    """Maps vmin … vmax to 0 … 1; limits that are None are taken from the first data."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin = None if vmin is None else float(vmin)
        self.vmax = None if vmax is None else float(vmax)
        self.clip = clip

    _scale = "linear"

    def _usable(self, values):
        return values[np.isfinite(values)]

    def autoscale_None(self, A):
        values = self._usable(np.asarray(A, dtype=float).ravel())
        if values.size:
            if self.vmin is None:
                self.vmin = float(values.min())
            if self.vmax is None:
                self.vmax = float(values.max())

    def autoscale(self, A):
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def scaled(self):
        return self.vmin is not None and self.vmax is not None

    def __call__(self, value, clip=None):
        values = np.asarray(value, dtype=float)
        self.autoscale_None(values)
        result = self._fraction(values) if self.scaled() else values * 0
        if self.clip if clip is None else clip:
            result = np.clip(result, 0, 1)
        return result[()] if result.ndim == 0 else result

    def _fraction(self, values):
        if self.vmin > self.vmax:
            raise ValueError("minvalue must be less than or equal to maxvalue")
        span = self.vmax - self.vmin
        return (values - self.vmin) / span if span else values * 0

    def inverse(self, value):
        if not self.scaled():
            raise ValueError("Not invertible until both vmin and vmax are set")
        return self.vmin + np.asarray(value) * (self.vmax - self.vmin)


class LogNorm(Normalize):
    """Maps vmin … vmax to 0 … 1 by their logarithms."""

    _scale = "log"

    def _usable(self, values):
        return values[np.isfinite(values) & (values > 0)]

    def _fraction(self, values):
        if self.vmin <= 0 or self.vmax <= 0:
            raise ValueError("Invalid vmin or vmax")
        low, high = np.log(self.vmin), np.log(self.vmax)
        logs = np.log(np.where(values > 0, values, np.nan))
        return (logs - low) / (high - low) if high > low else logs * 0


class TwoSlopeNorm(Normalize):
    """Maps vmin … vcenter … vmax to 0 … 0.5 … 1."""

    def __init__(self, vcenter, vmin=None, vmax=None):
        super().__init__(vmin, vmax)
        self.vcenter = float(vcenter)
        if vmin is not None and vmin >= vcenter or vmax is not None and vmax <= vcenter:
            raise ValueError("vmin, vcenter, and vmax must be in ascending order")

    def _fraction(self, values):
        below = 0.5 * (values - self.vmin) / ((self.vcenter - self.vmin) or 1.0)
        above = 0.5 + 0.5 * (values - self.vcenter) / ((self.vmax - self.vcenter) or 1.0)
        return np.where(values < self.vcenter, below, above)


class BoundaryNorm(Normalize):
    """Maps values to the bands between boundaries."""

    def __init__(self, boundaries, ncolors, clip=False):
        super().__init__(boundaries[0], boundaries[-1], clip)
        self.boundaries = [float(each) for each in boundaries]
        self.Ncmap = ncolors

    def _fraction(self, values):
        bands = np.digitize(values, self.boundaries) - 1
        count = len(self.boundaries) - 1
        return (np.clip(bands, 0, count - 1) + 0.5) / max(1, count)


def rgb_to_hsv(arr):
    """Red, green and blue (0 to 1, the last dimension) as hue, saturation and value."""
    import colorsys

    given = np.asarray(arr, dtype=float)
    return np.array([colorsys.rgb_to_hsv(*each) for each in given.reshape(-1, 3).tolist()]).reshape(given.shape)


def hsv_to_rgb(hsv):
    """Hue, saturation and value (0 to 1, the last dimension) as red, green and blue."""
    import colorsys

    given = np.asarray(hsv, dtype=float)
    return np.array([colorsys.hsv_to_rgb(*each) for each in given.reshape(-1, 3).tolist()]).reshape(given.shape)
