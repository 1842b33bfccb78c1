"""Collections: many points, many segments, filled areas, drawn as one."""

import numpy as np

from matplotlib import _draw, cm, colors
from matplotlib.artist import Artist, drawing_color


class Collection(Artist, cm.ScalarMappable):
    """Shapes that share their looks."""

    _aliases = {
        "fc": "facecolor",
        "facecolors": "facecolor",
        "ec": "edgecolor",
        "edgecolors": "edgecolor",
        "lw": "linewidth",
        "linewidths": "linewidth",
        "ls": "linestyle",
        "linestyles": "linestyle",
        "colors": "color",
    }

    def __init__(self, *, norm=None, cmap=None, **kwargs):
        Artist.__init__(self)
        cm.ScalarMappable.__init__(self, norm, cmap)
        self._color = "C0"
        self._edge = None
        self._linewidth = 1.0
        self._style = "solid"
        self.set(**kwargs)

    def set_color(self, c):
        self._color = c

    def get_color(self):
        return self._color

    def set_facecolor(self, c):
        if not _draw.is_none(c):
            self._color = c

    def get_facecolor(self):
        return colors.to_rgba_array(self._color, self._alpha)

    def set_edgecolor(self, c):
        self._edge = c

    def set_linewidth(self, lw):
        lw = lw[0] if isinstance(lw, (list, tuple)) else lw
        self._linewidth = 1.0 if lw is None else float(lw)

    def get_linewidth(self):
        return [self._linewidth]

    def set_linestyle(self, ls):
        self._style = _draw.line_style(ls[0] if isinstance(ls, list) else ls)

    def set_hatch(self, hatch):
        """Hatches are not drawn."""

    def _token(self):
        color = self._color
        if not isinstance(color, str) and len(color) and not isinstance(color[0], (int, float, np.floating, np.integer)):
            color = color[0]
        return drawing_color(self, color)

    def _key(self):
        return {"color": self._token(), "shape": "area", "style": "solid"}

    def __repr__(self):
        return f"<matplotlib.collections.{type(self).__name__} object at {hex(id(self))}>"


class PathCollection(Collection):
    """The points of scatter()."""

    def __init__(self, x, y, sizes, marker, **kwargs):
        self._x, self._y = x, y
        self._sizes = sizes
        self._marker = marker
        self._point_colors = None
        super().__init__(**kwargs)

    def set_offsets(self, offsets):
        pairs = np.asarray(offsets, dtype=float).reshape(-1, 2)
        self._x, self._y = pairs[:, 0], pairs[:, 1]

    def get_offsets(self):
        return np.column_stack([self._x, self._y])

    def set_sizes(self, sizes):
        self._sizes = _draw.floats(sizes)

    def get_sizes(self):
        return self._sizes

    def set_color(self, c):
        if _is_list_of_colors(c) and len(c) == len(self._x):
            self._point_colors = b"".join(cm.rgb_of(each) for each in c)
        else:
            self._color = c[0] if _is_list_of_colors(c) else c

    set_facecolor = set_color

    def legend_elements(self, prop="colors", num="auto", **kwargs):
        """Handles and labels of the values that the colours stand for."""
        from matplotlib.lines import Line2D

        if self._A is None:
            raise ValueError("Collection without array used. Make sure to specify the values to be colormapped via the `c` argument.")
        values = sorted(set(np.asarray(self._A, dtype=float).ravel().tolist()))
        if len(values) > 9:
            step = (len(values) - 1) / 8
            values = [values[round(index * step)] for index in range(9)]
        handles = [
            Line2D([], [], linestyle="", marker="o", color=colors.to_hex(self.cmap(float(self.norm(value))))) for value in values
        ]
        return handles, [f"$\\mathdefault{{{value:g}}}$" for value in values]

    def _limits(self):
        return _draw.extremes(self._x), _draw.extremes(self._y)

    def _marks(self):
        rgb = self._point_colors
        if self._A is not None:
            rgb = self._rgb_bytes(self._A)
        return [
            {
                **self._drawn(self._token(), self._alpha),
                "kind": "scatter",
                "marker": _draw.MARKERS[self._marker],
                "edge": None if self._edge is None or self._edge == "face" or _draw.is_none(self._edge) else drawing_color(self, self._edge),
                "sizes": _draw.pack(np.sqrt(self._sizes) * _draw.pixels(1)),
                "colors": rgb,
                "x": _draw.pack(self._x),
                "y": _draw.pack(self._y),
            }
        ]

    def _key(self):
        token = self._token()
        if self._A is not None and len(self._x):
            token = colors.to_hex(self.cmap(0.5))
        return {"color": token, "shape": "point", "style": "solid"}


def _is_list_of_colors(c):
    return not isinstance(c, str) and hasattr(c, "__len__") and len(c) > 0 and (isinstance(c[0], str) or hasattr(c[0], "__len__"))


class LineCollection(Collection):
    """Separate segments (hlines, vlines, error bars, quiver)."""

    zorder = 2

    def __init__(self, segments, arrow=False, **kwargs):
        self.set_segments(segments)
        self._arrow = arrow
        super().__init__(**kwargs)

    def set_segments(self, segments):
        pieces = []
        for segment in segments:
            points = [(float(point[0]), float(point[1])) for point in segment]
            pieces += zip(points, points[1:])
        self._pieces = pieces

    def get_segments(self):
        return [np.array(piece) for piece in self._pieces]

    def _limits(self):
        xs = _draw.floats([point[0] for piece in self._pieces for point in piece])
        ys = _draw.floats([point[1] for piece in self._pieces for point in piece])
        return _draw.extremes(xs), _draw.extremes(ys)

    def _groups(self):
        """(colour, pieces): segments of different colours are different series."""
        if self._A is not None:
            rgb = self._rgb_bytes(self._A)
            tokens = ["#" + rgb[3 * i : 3 * i + 3].hex() for i in range(len(self._A))]
        elif _is_list_of_colors(self._color) and len(self._color) > 1:
            tokens = [drawing_color(self, each) for each in self._color]
        else:
            return {self._token(): self._pieces}
        groups = {}
        for index, piece in enumerate(self._pieces):
            groups.setdefault(tokens[index % len(tokens)], []).append(piece)
        return groups

    def _marks(self):
        return [
            {
                **self._drawn(color, self._alpha),
                "kind": "segments",
                "style": self._style,
                "width": _draw.pixels(self._linewidth),
                "arrow": self._arrow,
                "x": _draw.pack([piece[0][0] for piece in pieces]),
                "y": _draw.pack([piece[0][1] for piece in pieces]),
                "x2": _draw.pack([piece[1][0] for piece in pieces]),
                "y2": _draw.pack([piece[1][1] for piece in pieces]),
            }
            for color, pieces in self._groups().items()
        ]

    def _key(self):
        return {"color": next(iter(self._groups()), "ink"), "shape": "line", "style": self._style}


class PolyCollection(Collection):
    """The area between two curves (fill_between, stackplot)."""

    def __init__(self, x, y1, y2, sideways=False, **kwargs):
        self._x, self._y1, self._y2 = x, y1, y2
        self._sideways = sideways
        super().__init__(**kwargs)

    def _limits(self):
        along = _draw.extremes(self._x)
        across = _draw.extremes(np.concatenate([self._y1, self._y2]))
        return (across, along) if self._sideways else (along, across)

    def _marks(self):
        drawn = self._drawn(self._token(), self._alpha)
        if self._sideways:
            xs = np.concatenate([self._y1, self._y2[::-1]])
            ys = np.concatenate([self._x, self._x[::-1]])
            shape = {"kind": "polygon", "fill": True, "edge": None, "width": 0.0, "x": _draw.pack(xs), "y": _draw.pack(ys)}
        else:
            shape = {"kind": "area", "x": _draw.pack(self._x), "y": _draw.pack(self._y1), "y2": _draw.pack(self._y2)}
        return [{**drawn, **shape}]


class PatchCollection(Collection):
    """Several patches that are drawn alike."""

    def __init__(self, patches, match_original=False, **kwargs):
        self._patches = list(patches)
        self._own = match_original
        super().__init__(**kwargs)

    def _limits(self):
        boxes = [patch._limits() for patch in self._patches]
        return tuple(_union([box[axis] for box in boxes]) for axis in (0, 1))

    def _marks(self):
        rgb = self._rgb_bytes(self._A) if self._A is not None else None
        marks = []
        for index, patch in enumerate(self._patches):
            patch.axes = self.axes
            for mark in patch._marks():
                if rgb is not None:
                    mark = {**mark, "color": "#" + rgb[3 * index : 3 * index + 3].hex()}
                elif not self._own:
                    mark = {**mark, "color": self._token()}
                marks.append({**mark, "alpha": 1.0 if self._alpha is None else self._alpha})
        return marks


def _union(limits):
    limits = [each for each in limits if each is not None]
    if not limits:
        return None
    return min(low for low, _, _ in limits), max(high for _, high, _ in limits), min(least for _, _, least in limits)
