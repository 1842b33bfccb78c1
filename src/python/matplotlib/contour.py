"""Contours: the levels and colours of contour() and contourf(); the page finds the lines (src/charts/contour.ts)."""

import numpy as np

from matplotlib import _draw, cm, colors
from matplotlib.artist import Artist, drawing_color
from matplotlib.ticker import LogLocator, MaxNLocator

_MOST = 400  # grid points a side that are sent


class QuadContourSet(Artist, cm.ScalarMappable):
    """What contour() and contourf() return."""

    def __init__(self, axes, x, y, z, levels, *, filled, colors=None, cmap=None, norm=None, vmin=None, vmax=None,
                 alpha=None, linewidths=None, linestyles=None, extend="neither", locator=None, label=None, **kwargs):  # fmt: skip
        Artist.__init__(self)
        if colors is not None and cmap is not None:
            raise ValueError("Either colors or cmap must be None")
        cm.ScalarMappable.__init__(self, norm, cmap)
        for name in set(kwargs) & {"hatches", "antialiased", "nchunk", "zorder", "corner_mask", "algorithm", "negative_linestyles"}:
            kwargs.pop(name)
        if kwargs:
            raise TypeError(f"contour() got an unexpected keyword argument {next(iter(kwargs))!r}")
        self.filled, self._given_colors, self._extend = filled, colors, extend
        self.zorder = 1 if filled else 2
        self._x, self._y, self._z = x, y, z
        self._A = z
        self.set_alpha(alpha)
        self.set_label(label)
        self._width = 1.5 if linewidths is None else float(np.asarray(linewidths).ravel()[0])
        self._labels = False
        self.levels = self._choose_levels(levels, locator)
        self.set_clim(vmin, vmax)
        middles = self._middles()
        low, high = (float(self.levels[0]), float(self.levels[-1])) if not filled else (middles[0], middles[-1])
        if self.norm.vmin is None:
            self.norm.vmin = low
        if self.norm.vmax is None:
            self.norm.vmax = high

    def _choose_levels(self, levels, locator):
        finite = self._z[np.isfinite(self._z)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        if levels is not None and not isinstance(levels, (int, np.integer)):
            found = [float(level) for level in levels]
        else:
            if locator is None:
                locator = LogLocator() if isinstance(self.norm, colors.LogNorm) else MaxNLocator((levels or 7) + 1, min_n_ticks=1)
            found = locator.tick_values(low, high)
            under = [index for index, level in enumerate(found) if level < low]
            over = [index for index, level in enumerate(found) if level > high]
            first = under[-1] if under else 0
            last = over[0] + 1 if over else len(found)
            found = found[first:last]
        if self.filled and len(found) < 2:
            raise ValueError("Filled contours require at least 2 levels.")
        if any(b <= a for a, b in zip(found, found[1:])):
            raise ValueError("Contour levels must be increasing")
        return np.array(found, float)

    def _middles(self):
        levels = self.levels.tolist()
        if not self.filled or len(levels) < 2:
            return levels
        return [(a + b) / 2 for a, b in zip(levels, levels[1:])]

    def _bands(self):
        """The levels that are drawn, and one colour for each line or band."""
        levels = self.levels.tolist()
        middles = self._middles()
        if self.filled and self._extend in ("min", "both"):
            levels = [-1e300, *levels]
            middles = [levels[1] - 1e-9 * (1 + abs(levels[1])), *middles]
        if self.filled and self._extend in ("max", "both"):
            levels = [*levels, 1e300]
            middles = [*middles, levels[-2] + 1e-9 * (1 + abs(levels[-2]))]
        if self._given_colors is not None:
            given = self._given_colors
            given = [given] if isinstance(given, str) else list(given)
            paint = colors.to_hex if self.filled else lambda color: drawing_color(self, color)
            return levels, [paint(given[index % len(given)]) for index in range(len(middles))]
        rgb = self._rgb_bytes(np.array(middles))
        return levels, ["#" + rgb[3 * index : 3 * index + 3].hex() for index in range(len(middles))]

    def clabel(self, *args, **kwargs):
        self._labels = True
        return []

    def _limits(self):
        return _draw.extremes(self._x), _draw.extremes(self._y)

    @property
    def _sticky(self):
        return (self._x[0], self._x[-1]), (self._y[0], self._y[-1])

    def legend_elements(self, variable_name="x", str_format=str):
        from matplotlib.lines import Line2D

        levels, paints = self._bands()
        handles = [Line2D([], [], color=paint) for paint in paints]
        return handles, [f"${variable_name} = {str_format(level)}$" for level in levels[: len(handles)]]

    def _marks(self):
        levels, paints = self._bands()
        x, y, z = self._x, self._y, self._z
        if x[0] > x[-1]:
            x, z = x[::-1], z[:, ::-1]
        if y[0] > y[-1]:
            y, z = y[::-1], z[::-1]
        across, down = -(-len(x) // _MOST), -(-len(y) // _MOST)
        if across > 1 or down > 1:
            x, y, z = x[::across], y[::down], z[::down, ::across]
        return [
            {
                "kind": "contour",
                "x": _draw.pack(x),
                "y": _draw.pack(y),
                "values": _draw.pack(z),
                "levels": _draw.pack(levels),
                "colors": paints,
                "filled": self.filled,
                "labels": self._labels,
                "width": _draw.pixels(self._width),
                "alpha": 1.0 if self._alpha is None else self._alpha,
            }
        ]

    def _key(self):
        return {"color": self._bands()[1][0], "shape": "area" if self.filled else "line", "style": "solid"}

    def __repr__(self):
        return f"<matplotlib.contour.QuadContourSet object at {hex(id(self))}>"


def grid_of(args):
    """(x, y, z) as lines and a grid from contour's arguments: z, or x, y, z."""
    if len(args) == 1:
        z = np.asarray(args[0], dtype=float)
        if z.ndim != 2:
            raise TypeError(f"Input z must be 2D, not {z.ndim}D")
        return np.arange(z.shape[1], dtype=float), np.arange(z.shape[0], dtype=float), z
    if len(args) != 3:
        raise TypeError(f"contour() takes from 1 to 4 positional arguments but {len(args)} were given")
    x, y, z = (np.asarray(each, dtype=float) for each in args)
    if z.ndim != 2:
        raise TypeError(f"Input z must be 2D, not {z.ndim}D")
    if x.ndim != y.ndim:
        raise TypeError(f"Number of dimensions of x ({x.ndim}) and y ({y.ndim}) do not match")
    if z.shape[0] < 2 or z.shape[1] < 2:
        raise TypeError(f"Input z must be at least a (2, 2) shaped array, but has shape {z.shape}")
    if x.ndim == 2:
        if x.shape != z.shape:
            raise TypeError(f"Shapes of x {x.shape} and z {z.shape} do not match")
        if y.shape != z.shape:
            raise TypeError(f"Shapes of y {y.shape} and z {z.shape} do not match")
        if not (bool((x == x[:1]).all()) and bool((y == y[:, :1]).all())):
            if bool((x == x[:, :1]).all()) and bool((y == y[:1]).all()):  # meshgrid(indexing="ij")
                return x[:, 0], y[0], z.T
            raise NotImplementedError("contours are drawn over rectangular grids only (as np.meshgrid makes them)")
        x, y = x[0], y[:, 0]
    if len(x) != z.shape[1]:
        raise TypeError(f"Length of x ({len(x)}) must match number of columns in z ({z.shape[1]})")
    if len(y) != z.shape[0]:
        raise TypeError(f"Length of y ({len(y)}) must match number of rows in z ({z.shape[0]})")
    return x, y, z
