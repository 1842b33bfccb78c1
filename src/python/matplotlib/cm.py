"""The colour maps by name, and ScalarMappable: data with a colour map and limits."""

import numpy as np

from matplotlib import _colormap_tables as tables
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap, LogNorm, Normalize, to_rgb

_ALIASES = {"grey": "gray", "gist_gray": "gray", "binary": "Greys", "gist_yarg": "Greys"}
_known = {}


def _split(digits):
    return [f"#{digits[at : at + 6]}" for at in range(0, len(digits), 6)]


def _build(name):
    if name in tables.SMOOTH:
        return LinearSegmentedColormap.from_list(name, _split(tables.SMOOTH[name]))
    if name in tables.LISTED:
        return ListedColormap(_split(tables.LISTED[name]), name)
    if name in tables.SEGMENTED:
        nodes = [[(at, value, value) for at, value in channel] for channel in tables.SEGMENTED[name]]
        return LinearSegmentedColormap(name, dict(zip(("red", "green", "blue"), nodes)))
    return None


class ColormapRegistry:
    """`matplotlib.colormaps`: the maps by name; `name_r` is the reversed map."""

    def __getitem__(self, name):
        if name not in _known:
            if name in ("binary", "gist_yarg"):
                found = LinearSegmentedColormap.from_list(name, ["#ffffff", "#000000"])
            elif name.endswith("_r") and name[:-2] in self:
                found = self[name[:-2]].reversed(name)
            else:
                found = _build(_ALIASES.get(name, name))
            if found is None:
                raise KeyError(f"{name!r} is not a known colormap name")
            _known[name] = found
        return _known[name]

    def __contains__(self, name):
        base = name[:-2] if isinstance(name, str) and name.endswith("_r") else name
        return name in _known or base in _ALIASES or base in _names()

    def __iter__(self):
        return iter(sorted([*_names(), *(f"{name}_r" for name in _names())]))

    def __len__(self):
        return 2 * len(_names())

    def __call__(self):
        return list(self)

    def get_cmap(self, cmap):
        return get_cmap(cmap)

    def register(self, cmap, *, name=None, force=False):
        _known[name or cmap.name] = cmap


def _names():
    return [*tables.SMOOTH, *tables.LISTED, *tables.SEGMENTED]


_colormaps = ColormapRegistry()


def get_cmap(name=None, lut=None):
    """Returns a colour map by name; None: the default of rcParams."""
    from matplotlib import rcParams

    if name is None:
        name = rcParams["image.cmap"]
    if isinstance(name, Colormap):
        return name
    if name not in _colormaps:
        names = ", ".join(repr(each) for each in _colormaps)
        raise ValueError(f"{name!r} is not a valid value for name; supported values are {names}")
    return _colormaps[name] if lut is None else _colormaps[name].resampled(lut)


def __getattr__(name):
    if name in _colormaps:
        return _colormaps[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class ScalarMappable:
    """Values shown as colours; what a colour bar explains."""

    def __init__(self, norm=None, cmap=None):
        if isinstance(norm, str):
            norm = LogNorm() if norm == "log" else Normalize()
        self.norm = norm or Normalize()
        self.cmap = get_cmap(cmap)
        self._A = None
        self.colorbar = None

    def set_array(self, A):
        self._A = None if A is None else np.asarray(A)

    def get_array(self):
        return self._A

    def set_clim(self, vmin=None, vmax=None):
        if vmax is None and isinstance(vmin, (tuple, list)):
            vmin, vmax = vmin
        if vmin is not None:
            self.norm.vmin = float(vmin)
        if vmax is not None:
            self.norm.vmax = float(vmax)

    def get_clim(self):
        return self.norm.vmin, self.norm.vmax

    def set_cmap(self, cmap):
        self.cmap = get_cmap(cmap)

    def get_cmap(self):
        return self.cmap

    def set_norm(self, norm):
        self.norm = norm

    def autoscale(self):
        self.norm.autoscale(self._A)

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        values = np.asarray(x)
        return self.cmap(self.norm(values) if norm else values, alpha=alpha, bytes=bytes)

    def _indexes(self, values):
        """One byte a value, an index into a table of 256 colours; and which values are no numbers (or None)."""
        values = np.asarray(values, dtype=float)
        self.norm.autoscale_None(values)
        parts = np.asarray(self.norm(values), dtype=float).ravel()
        bad = np.isnan(parts)
        has_bad = bool(bad.any())
        if has_bad:
            parts = np.where(bad, 0.0, parts)
        count = self.cmap.N
        indexes = np.clip(np.floor(parts * count), 0, min(count, 256) - 1).astype(np.uint8).tobytes()
        return indexes, (bad.astype(np.uint8).tobytes() if has_bad else None)

    def _pixels(self, values):
        """(channels, bytes) of the values' colours."""
        indexes, bad = self._indexes(values)
        red, green, blue = (channel.ljust(256, channel[-1:])[:256] for channel in self.cmap._rgb())
        if bad is None and red == green == blue:
            return 1, indexes.translate(red)
        channels = 3 if bad is None else 4
        pixels = bytearray(channels * len(indexes))
        for offset, table in enumerate((red, green, blue)):
            pixels[offset::channels] = indexes.translate(table)
        if bad is not None:
            pixels[3::4] = bad.translate(bytes([255, 0]) + bytes(254))
        return channels, bytes(pixels)

    def _rgb_bytes(self, values):
        """RGB triples, one a value."""
        channels, pixels = self._pixels(values)
        if channels == 3:
            return pixels
        triples = bytearray(3 * (len(pixels) // channels))
        for offset in range(3):
            triples[offset::3] = pixels[min(offset, channels - 1) :: channels]
        return bytes(triples)


def rgb_of(color):
    """A colour as three bytes."""
    return bytes(round(part * 255) for part in to_rgb(color))
