"""Line2D: a curve with its markers."""

import numpy as np

from matplotlib import _draw, colors, rcParams
from matplotlib.artist import Artist, drawing_color


class Line2D(Artist):
    """Points joined by a line, marked, or both."""

    zorder = 2
    _aliases = {
        "c": "color",
        "ls": "linestyle",
        "lw": "linewidth",
        "ms": "markersize",
        "mfc": "markerfacecolor",
        "mec": "markeredgecolor",
        "mew": "markeredgewidth",
        "ds": "drawstyle",
    }

    def __init__(self, xdata, ydata, *, linewidth=None, linestyle=None, color=None, marker=None, markersize=None, **kwargs):
        super().__init__()
        self.set_data(xdata, ydata)
        self._drawstyle = "default"
        self._markerface = self._markeredge = "auto"
        self._markeredgewidth = 1.0
        self._markevery = None
        self.set_linewidth(linewidth)
        self.set_linestyle(linestyle)
        self.set_color(color)
        self.set_marker(marker)
        self.set_markersize(markersize)
        self.set(**kwargs)

    # --- data

    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        self._xorig, self._x = x, _draw.floats(x)

    def set_ydata(self, y):
        self._yorig, self._y = y, _draw.floats(y)

    def get_data(self, orig=True):
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xdata(self, orig=True):
        return self._xorig if orig else self._x

    def get_ydata(self, orig=True):
        return self._yorig if orig else self._y

    def get_xydata(self):
        return np.column_stack([self._x, self._y])

    # --- looks

    def set_color(self, color):
        color = rcParams["lines.color"] if color is None else color
        if not colors.is_color_like(color) and not _draw.is_none(color):
            raise ValueError(f"{color!r} is not a valid value for color")
        self._color = color

    def get_color(self):
        return self._color

    def set_linewidth(self, w):
        self._linewidth = float(rcParams["lines.linewidth"] if w is None else w)

    def get_linewidth(self):
        return self._linewidth

    def set_linestyle(self, ls):
        self._style = _draw.line_style(rcParams["lines.linestyle"] if ls is None else ls)
        self._linestyle = {"solid": "-", "dashed": "--", "dotted": ":", "dashdot": "-.", "none": "None"}[self._style]

    def get_linestyle(self):
        return self._linestyle

    def set_dashes(self, seq):
        self.set_linestyle((0, tuple(seq)))

    def set_marker(self, marker):
        marker = rcParams["lines.marker"] if marker is None else marker
        if marker not in _draw.NO_MARKER and marker not in _draw.MARKERS:
            raise ValueError(f"Unrecognized marker style {marker!r}")
        self._marker = marker

    def get_marker(self):
        return self._marker

    def set_markersize(self, sz):
        self._markersize = float(rcParams["lines.markersize"] if sz is None else sz)

    def get_markersize(self):
        return self._markersize

    def set_markerfacecolor(self, fc):
        self._markerface = fc

    def get_markerfacecolor(self):
        return self._color if self._markerface == "auto" else self._markerface

    def set_markeredgecolor(self, ec):
        self._markeredge = ec

    def get_markeredgecolor(self):
        return self._color if self._markeredge == "auto" else self._markeredge

    def set_markeredgewidth(self, ew):
        self._markeredgewidth = float(ew)

    def set_fillstyle(self, fs):
        if fs == "none":
            self._markerface = "none"

    def set_markevery(self, every):
        self._markevery = every

    def set_drawstyle(self, drawstyle):
        if drawstyle not in ("default", "steps", "steps-pre", "steps-mid", "steps-post"):
            raise ValueError(
                f"{drawstyle!r} is not a valid value for drawstyle; supported values are 'default', 'steps-mid', "
                "'steps-pre', 'steps-post', 'steps'"
            )
        self._drawstyle = drawstyle

    def get_drawstyle(self):
        return self._drawstyle

    # --- drawing

    def _limits(self):
        if len(self._x) != len(self._y):
            return _draw.extremes(self._x), _draw.extremes(self._y)
        drawn = np.isfinite(self._x) & np.isfinite(self._y)
        return _draw.extremes(self._x[drawn]), _draw.extremes(self._y[drawn])

    def _marks(self):
        x, y = _draw.thin(self._x, self._y)
        if self._drawstyle != "default":
            x, y = _steps(x.tolist(), y.tolist(), self._drawstyle)
        marker = None if self._marker in _draw.NO_MARKER else _draw.MARKERS[self._marker]
        size = _draw.pixels(self._markersize)
        color = self._color
        lined = self._style != "none"
        if marker and not lined and self._markerface not in ("auto", "none") and not _draw.is_none(self._markerface):
            color = self._markerface
        base = {
            **self._drawn(drawing_color(self, color) if not _draw.is_none(color) else "#00000000", self._alpha),
            "kind": "line",
            "style": self._style,
            "width": _draw.pixels(self._linewidth),
            "marker": marker,
            "markerSize": size,
            "x": _draw.pack(x),
            "y": _draw.pack(y),
        }
        if marker is None or self._markevery is None and self._drawstyle == "default":
            return [base]
        every = self._markevery
        picked = (self._x, self._y)
        if isinstance(every, int):
            picked = (self._x[::every], self._y[::every])
        elif every is not None:
            picked = (self._x[every], self._y[every])
        points = {**base, "style": "none", "label": None, "x": _draw.pack(picked[0]), "y": _draw.pack(picked[1])}
        return [{**base, "marker": None}, points]

    def _key(self):
        shape = "line" if self._style != "none" else "point"
        return {"color": drawing_color(self, self._color), "shape": shape, "style": self._style}

    def __repr__(self):
        return f"<matplotlib.lines.Line2D object at {hex(id(self))}>"

    def __str__(self):
        if self._label != "":
            return f"Line2D({self._label})"
        return "Line2D()"


def _steps(x, y, style):
    """The corners of a staircase."""
    xs, ys = [], []
    for index in range(len(x)):
        if index:
            if style == "steps-post":
                xs.append(x[index])
                ys.append(y[index - 1])
            elif style == "steps-mid":
                middle = (x[index - 1] + x[index]) / 2
                xs += [middle, middle]
                ys += [y[index - 1], y[index]]
            else:
                xs.append(x[index - 1])
                ys.append(y[index])
        xs.append(x[index])
        ys.append(y[index])
    return xs, ys


class AxLine(Line2D):
    """A line right across the axes (axhline, axvline)."""

    def __init__(self, axis, at, low, high, **kwargs):
        self._axis, self._at, self._ends = axis, float(at), (float(low), float(high))
        xy = ([low, high], [at, at]) if axis == "y" else ([at, at], [low, high])
        super().__init__(*xy, **kwargs)

    def _limits(self):
        own = _draw.extremes(self._y if self._axis == "y" else self._x)
        return (None, own) if self._axis == "y" else (own, None)

    def _marks(self):
        at = self._y if self._axis == "y" else self._x
        return [
            {
                **self._drawn(drawing_color(self, self._color), self._alpha),
                "kind": "rule",
                "axis": self._axis,
                "at": float(at[0]),
                "from": self._ends[0],
                "to": self._ends[1],
                "style": self._style,
                "width": _draw.pixels(self._linewidth),
            }
        ]
