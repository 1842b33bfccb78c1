"""Patches: filled shapes. Bars are rectangles that a BarContainer draws together."""

import math

from matplotlib import _draw, colors
from matplotlib.artist import Artist, drawing_color


class Patch(Artist):
    """A shape with a face and an edge."""

    zorder = 1
    _aliases = {
        "fc": "facecolor",
        "ec": "edgecolor",
        "lw": "linewidth",
        "ls": "linestyle",
    }

    def __init__(self, *, edgecolor=None, facecolor=None, color=None, linewidth=None, linestyle=None, fill=True, hatch=None, **kwargs):
        super().__init__()
        self._fill = fill
        self._face = "C0" if facecolor is None else facecolor
        self._edge = edgecolor
        self._linewidth = 1.0 if linewidth is None else float(linewidth)
        self._hatch = hatch
        if color is not None:
            self.set_color(color)
        for each in (self._face, self._edge):
            if not _draw.is_none(each):
                colors.to_rgba(each)
        self.set(**kwargs)

    def set_facecolor(self, color):
        self._face = "C0" if color is None else color

    def get_facecolor(self):
        return colors.to_rgba(self._face, self._alpha) if not _draw.is_none(self._face) else (0.0, 0.0, 0.0, 0.0)

    def set_edgecolor(self, color):
        self._edge = color

    def get_edgecolor(self):
        return colors.to_rgba(self._edge, self._alpha) if not _draw.is_none(self._edge) else (0.0, 0.0, 0.0, 0.0)

    def set_color(self, c):
        self._face = self._edge = c

    def set_linewidth(self, w):
        self._linewidth = 1.0 if w is None else float(w)

    def get_linewidth(self):
        return self._linewidth

    def set_linestyle(self, ls):
        _draw.line_style(ls)

    def set_fill(self, b):
        self._fill = bool(b)

    def set_hatch(self, hatch):
        self._hatch = hatch

    def _corners(self):
        raise NotImplementedError("Derived must override")

    def _limits(self):
        xs, ys = self._corners()
        return _draw.extremes(_draw.floats(xs)), _draw.extremes(_draw.floats(ys))

    def _face_token(self):
        return "#00000000" if _draw.is_none(self._face) else drawing_color(self, self._face)

    def _edge_token(self):
        return None if _draw.is_none(self._edge) or self._linewidth == 0 else drawing_color(self, self._edge)

    def _marks(self):
        xs, ys = self._corners()
        fill = self._fill and not _draw.is_none(self._face)
        edge = self._edge_token()
        if not fill and edge is None:
            edge = "ink"
        return [
            {
                **self._drawn(self._face_token(), self._alpha),
                "kind": "polygon",
                "fill": fill,
                "edge": edge,
                "width": _draw.pixels(self._linewidth) if edge else 0.0,
                "x": _draw.pack(xs),
                "y": _draw.pack(ys),
            }
        ]

    def _key(self):
        face = self._edge if _draw.is_none(self._face) or not self._fill else self._face
        return {"color": drawing_color(self, face or "k"), "shape": "area", "style": "solid"}

    def __repr__(self):
        return f"<matplotlib.patches.{type(self).__name__} object at {hex(id(self))}>"


class Rectangle(Patch):
    """A rectangle from its lower left corner."""

    def __init__(self, xy, width, height, *, angle=0.0, rotation_point="xy", **kwargs):
        super().__init__(**kwargs)
        self._x0, self._y0 = float(xy[0]), float(xy[1])
        self._width, self._height = width, height
        self.angle = float(angle)
        self._container = None  # the BarContainer that draws it

    def get_x(self):
        return self._x0

    def get_y(self):
        return self._y0

    def get_xy(self):
        return self._x0, self._y0

    def get_width(self):
        return self._width

    def get_height(self):
        return self._height

    def get_center(self):
        return self._x0 + self._width / 2, self._y0 + self._height / 2

    def set_x(self, x):
        self._x0 = float(x)

    def set_y(self, y):
        self._y0 = float(y)

    def set_xy(self, xy):
        self._x0, self._y0 = float(xy[0]), float(xy[1])

    def set_width(self, w):
        self._width = w

    def set_height(self, h):
        self._height = h

    def _corners(self):
        points = [(0, 0), (self._width, 0), (self._width, self._height), (0, self._height)]
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        return (
            [self._x0 + x * cos - y * sin for x, y in points],
            [self._y0 + x * sin + y * cos for x, y in points],
        )

    def __str__(self):
        return f"Rectangle(xy=({self._x0:g}, {self._y0:g}), width={self._width:g}, height={self._height:g}, angle={self.angle:g})"


class Polygon(Patch):
    """A shape from its corners."""

    def __init__(self, xy, *, closed=True, **kwargs):
        super().__init__(**kwargs)
        self.set_xy(xy)

    def set_xy(self, xy):
        self._points = [(float(point[0]), float(point[1])) for point in xy]

    def get_xy(self):
        import numpy as np

        return np.array([*self._points, *self._points[:1]])

    def _corners(self):
        return [x for x, _ in self._points], [y for _, y in self._points]


class Ellipse(Patch):
    """An ellipse around its centre."""

    def __init__(self, xy, width, height, *, angle=0, **kwargs):
        super().__init__(**kwargs)
        self._center, self.width, self.height, self.angle = (float(xy[0]), float(xy[1])), width, height, angle

    def _corners(self):
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        xs, ys = [], []
        for index in range(72):
            turn = math.tau * index / 72
            x, y = self.width / 2 * math.cos(turn), self.height / 2 * math.sin(turn)
            xs.append(self._center[0] + x * cos - y * sin)
            ys.append(self._center[1] + x * sin + y * cos)
        return xs, ys


class Circle(Ellipse):
    """A circle around its centre."""

    def __init__(self, xy, radius=5, **kwargs):
        super().__init__(xy, 2 * radius, 2 * radius, **kwargs)
        self.radius = radius

    center = property(lambda self: self._center)


class Wedge(Patch):
    """A slice of a circle or of a ring."""

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        super().__init__(**kwargs)
        self.center, self.r, self.theta1, self.theta2, self.width = center, r, theta1, theta2, width

    def _corners(self):
        count = max(2, round(abs(self.theta2 - self.theta1) / 3))
        turns = [math.radians(self.theta1 + (self.theta2 - self.theta1) * index / count) for index in range(count + 1)]
        rim = [(self.center[0] + self.r * math.cos(t), self.center[1] + self.r * math.sin(t)) for t in turns]
        if self.width is None:
            inner = [tuple(self.center)]
        else:
            r = self.r - self.width
            inner = [(self.center[0] + r * math.cos(t), self.center[1] + r * math.sin(t)) for t in reversed(turns)]
        points = rim + inner
        return [x for x, _ in points], [y for _, y in points]


class RegularPolygon(Polygon):
    """Corners at equal distances from a centre."""

    def __init__(self, xy, numVertices, *, radius=5, orientation=0, **kwargs):
        turns = [orientation + math.pi / 2 + math.tau * index / numVertices for index in range(numVertices)]
        super().__init__([(xy[0] + radius * math.cos(turn), xy[1] + radius * math.sin(turn)) for turn in turns], **kwargs)


class Arc(Ellipse):
    """A part of an ellipse's outline."""

    def __init__(self, xy, width, height, *, angle=0.0, theta1=0.0, theta2=360.0, **kwargs):
        super().__init__(xy, width, height, angle=angle, **{**kwargs, "fill": False})
        self.theta1, self.theta2 = theta1, theta2

    def _corners(self):
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        count = max(2, round(abs(self.theta2 - self.theta1) / 5))
        xs, ys = [], []
        for index in range(count + 1):
            turn = math.radians(self.theta1 + (self.theta2 - self.theta1) * index / count)
            x, y = self.width / 2 * math.cos(turn), self.height / 2 * math.sin(turn)
            xs.append(self._center[0] + x * cos - y * sin)
            ys.append(self._center[1] + x * sin + y * cos)
        return xs, ys

    def _marks(self):
        xs, ys = self._corners()
        drawn = self._drawn(self._edge_token() or "ink", self._alpha)
        line = {"kind": "line", "style": "solid", "width": _draw.pixels(self._linewidth), "marker": None, "markerSize": 0.0}
        return [{**drawn, **line, "x": _draw.pack(xs), "y": _draw.pack(ys)}]


class FancyBboxPatch(Rectangle):
    """A box with room around it; corners are drawn square."""

    def __init__(self, xy, width, height, boxstyle="round", *, mutation_scale=1, mutation_aspect=1, **kwargs):
        style, _, options = str(boxstyle).partition(",")
        pads = [part.partition("=")[2] for part in options.split(",") if part.strip().startswith("pad")]
        pad = (float(pads[0]) if pads else 0.3) * mutation_scale
        super().__init__((xy[0] - pad, xy[1] - pad), width + 2 * pad, height + 2 * pad, **kwargs)


class FancyArrow(Patch):
    """An arrow from a point along a vector."""

    def __init__(self, x, y, dx, dy, *, width=0.001, length_includes_head=False, head_width=None, head_length=None, **kwargs):
        kwargs.pop("shape", None)
        kwargs.pop("overhang", None)
        super().__init__(**kwargs)
        self._ends = (float(x), float(y), float(x) + float(dx), float(y) + float(dy))

    def _corners(self):
        return [self._ends[0], self._ends[2]], [self._ends[1], self._ends[3]]

    def _marks(self):
        x, y, x2, y2 = self._ends
        return [
            {
                **self._drawn(drawing_color(self, self._face), self._alpha),
                "kind": "segments",
                "style": "solid",
                "width": _draw.pixels(1.5),
                "arrow": True,
                "x": [x],
                "y": [y],
                "x2": [x2],
                "y2": [y2],
            }
        ]


class FancyArrowPatch(FancyArrow):
    """An arrow between two points."""

    def __init__(self, posA=None, posB=None, path=None, *, arrowstyle="simple", connectionstyle="arc3", mutation_scale=1, shrinkA=2,
                 shrinkB=2, **kwargs):  # fmt: skip
        if posA is None or posB is None:
            raise NotImplementedError("FancyArrowPatch(path=…) is not part of this playground; give posA and posB")
        super().__init__(posA[0], posA[1], posB[0] - posA[0], posB[1] - posA[1], **kwargs)


class Span(Patch):
    """A band right across the axes (axhspan, axvspan)."""

    def __init__(self, axis, low, high, **kwargs):
        super().__init__(**kwargs)
        self._axis, self._ends = axis, (float(low), float(high))

    def _limits(self):
        own = _draw.extremes(_draw.floats(self._ends))
        return (None, own) if self._axis == "y" else (own, None)

    def _marks(self):
        return [
            {
                **self._drawn(self._face_token(), self._alpha),
                "kind": "span",
                "axis": self._axis,
                "from": self._ends[0],
                "to": self._ends[1],
            }
        ]
