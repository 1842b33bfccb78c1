"""Axes3D, for projection="3d": points in space are turned and drawn flat, from the side that view_init chose, without perspective."""

import math

import numpy as np

from matplotlib import _draw
from matplotlib.axes import Axes
from matplotlib.axes._format import parse_format
from matplotlib.axes._surface import Surface
from matplotlib.axis import Axis
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

# Half the box's sides: height is three quarters of length and width, as in matplotlib.
_HALF = np.array([0.5, 0.5, 0.375])


class Axes3D(Axes):
    """Made by fig.add_subplot(projection="3d")."""

    name = "3d"

    def clear(self):
        super().clear()
        self._axis_on, self._equal = False, True
        self.elev, self.azim = 30, -60
        self._space = [Axis(self, "x"), Axis(self, "y"), Axis(self, "x")]
        self.zaxis = self._space[2]
        self._box_on = True
        self.xaxis.limits = self.yaxis.limits = (-0.95, 0.95)

    cla = clear

    # --- plotting

    def plot(self, xs, ys, zs=0, *args, zdir="z", **kwargs):
        """A curve in space."""
        fmt = args[0] if args else ""
        if isinstance(zs, str):
            fmt, zs = zs, 0
        style, marker, color = parse_format(fmt)
        given = dict(next(self._properties)) if color is None and not {"color", "c"} & kwargs.keys() else {}
        if fmt:
            given.update({"linestyle": style, "marker": marker, **({} if color is None else {"color": color})})
        aliased = {Line2D._aliases.get(name, name): value for name, value in kwargs.items()}
        line = Line2D([], [], **{**given, **aliased})
        line._xyz = _points(xs, ys, zs)
        return [self._add(line, self.lines)]

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir="z", s=20, c=None, depthshade=True, *args, marker="o", cmap=None, norm=None, vmin=None, vmax=None,
                alpha=None, **kwargs):  # fmt: skip
        """Points in space."""
        place = _points(xs, ys, zs)
        looks = {name: kwargs.pop(name) for name in ("edgecolors", "linewidths", "edgecolor", "linewidth") if name in kwargs}
        color = kwargs.pop("color", None)
        flat = Axes.scatter(
            self, np.zeros(len(place)), np.zeros(len(place)), s, color if c is None else c, marker, cmap, norm, vmin, vmax, alpha, **kwargs
        )
        if "edgecolors" in looks or "edgecolor" in looks:
            flat.set_edgecolor(looks.get("edgecolors", looks.get("edgecolor")))
        flat._xyz = place
        return flat

    scatter3D = scatter

    def plot_surface(self, X, Y, Z, *, cmap=None, color=None, alpha=None, norm=None, vmin=None, vmax=None, edgecolor=None, linewidth=None,
                     antialiased=True, rstride=None, cstride=None, rcount=50, ccount=50, facecolors=None, shade=True, label=None,
                     **kwargs):  # fmt: skip
        """A surface over a grid, its faces in the colours of its heights, or in one colour that the light shades."""
        surface = Surface(*(np.asarray(each, float) for each in np.broadcast_arrays(X, Y, Z)), cmap=cmap, norm=norm, alpha=alpha)
        surface._plain = None if cmap is not None else self._next_color() if color is None else color
        surface.set_edgecolor(edgecolor)
        surface.set_label(label)
        surface.set_clim(vmin, vmax)
        surface.norm.autoscale_None(surface._A)
        self._current_image = surface
        return self._add(surface, self.collections)

    def plot_wireframe(self, X, Y, Z, *, color=None, rcount=25, ccount=25, rstride=None, cstride=None, alpha=None, linewidth=1.0, label=None, **kwargs):  # fmt: skip
        """The lines of a grid."""
        x, y, z = (np.asarray(each, float) for each in np.broadcast_arrays(X, Y, Z))
        down = rstride or max(1, math.ceil(z.shape[0] / rcount))
        across = cstride or max(1, math.ceil(z.shape[1] / ccount))
        rows = [np.stack([x[i], y[i], z[i]], 1) for i in _kept(z.shape[0], down)]
        columns = [np.stack([x[:, j], y[:, j], z[:, j]], 1) for j in _kept(z.shape[1], across)]
        lines = LineCollection([], color=self._next_color() if color is None else color, alpha=alpha, linewidth=linewidth, label=label or "")
        lines._curves = rows + columns
        return self._add(lines, self.collections)

    def text(self, x, y, z, s, zdir=None, **kwargs):
        """A text at a point of space."""
        made = Text(0, 0, s, **kwargs)
        made._xyz = _points([x], [y], [z])
        return self._add(made, self.texts)

    text2D = Axes.text

    def view_init(self, elev=None, azim=None, roll=None, vertical_axis="z", **kwargs):
        """From where one looks: degrees above the floor, and around."""
        self.elev = 30 if elev is None else elev
        self.azim = -60 if azim is None else azim

    # --- limits, labels, ticks of the three directions

    def _range(self, index):
        axis = self._space[index]
        if axis.limits is not None:
            return axis.limits
        parts = []
        for artist in self._order:
            parts += [points[:, index] for points in _spatial(artist)]
        values = np.concatenate(parts) if parts else np.zeros(0)
        values = values[np.isfinite(values)]
        if not len(values):
            return 0.0, 1.0
        low, high = float(values.min()), float(values.max())
        room = (high - low) / 48 or 0.05 * max(1.0, abs(low))
        return low - room, high + room

    def set_axis_off(self):
        self._box_on = False

    def axis(self, arg=None, **kwargs):
        if arg == "off":
            self.set_axis_off()

    def set_box_aspect(self, aspect, *, zoom=1):
        """The box keeps its shape."""

    set_aspect = set_proj_type = set_box_aspect

    def grid(self, visible=True, **kwargs):
        """The grid of the box is always drawn."""

    def tick_params(self, axis="both", **kwargs):
        """Ticks are the page's."""

    def invert_zaxis(self):
        low, high = self._range(2)
        self.zaxis.limits = (high, low)

    # --- drawing

    def _flat(self, points):
        """Points of the unit box as they are seen: x, y, and how near they are."""
        turn, rise = math.radians(self.azim), math.radians(self.elev)
        right = np.array([-math.sin(turn), math.cos(turn), 0.0])
        up = np.array([-math.sin(rise) * math.cos(turn), -math.sin(rise) * math.sin(turn), math.cos(rise)])
        eye = np.array([math.cos(rise) * math.cos(turn), math.cos(rise) * math.sin(turn), math.sin(rise)])
        return points @ np.stack([right, up, eye], 1)

    def _project(self, points):
        """The same for points of the data."""
        ends = np.array([self._range(index) for index in range(3)])
        return self._flat((2 * (points - ends[:, 0]) / (ends[:, 1] - ends[:, 0]) - 1) * _HALF)

    def _drawing(self):
        if self._box_on:
            for artist in self._box():
                artist.axes = self
                yield artist, artist._marks()
        for artist in sorted(self._order, key=lambda each: each.get_zorder()):
            if not artist.get_visible():
                continue
            self._place(artist)
            yield artist, artist._marks()

    def _place(self, artist):
        if isinstance(artist, Surface):
            artist._seen = self._project
        elif hasattr(artist, "_curves"):
            artist.set_segments([self._project(curve)[:, :2] for curve in artist._curves])
        elif hasattr(artist, "_xyz"):
            seen = self._project(artist._xyz)
            if isinstance(artist, Line2D):
                artist.set_data(seen[:, 0], seen[:, 1])
            elif isinstance(artist, PathCollection):
                artist.set_offsets(seen[:, :2])
            else:
                artist.set_position((float(seen[0, 0]), float(seen[0, 1])))

    def _box(self):
        """The three far walls with their grid, the ticks and the labels of the near edges."""
        far = np.where(self._flat(np.eye(3))[:, 2] > 0, -1.0, 1.0) * _HALF
        grid, edges, words = [], [], []
        for index in range(3):
            others = [each for each in range(3) if each != index]
            low, high = self._range(index)
            axis = self._space[index]
            # Labels stand at an edge of the box's outline: of the floor for x and y, the leftmost upright one for z.
            edge = -far if index < 2 else self._leftmost(far)
            edge[2] = far[2] if index < 2 else 0.0
            for at, label in self._ticks_of(axis, low, high):
                place = far.copy()
                place[index] = (2 * (at - low) / (high - low) - 1) * _HALF[index]
                for other in others:
                    end = place.copy()
                    end[other] = -far[other]
                    grid.append([self._flat(place)[:2], self._flat(end)[:2]])
                point = edge.copy()
                point[index] = place[index]
                words.append(self._word(point, label, 0.09, 8))
            middle = edge.copy()
            middle[index] = 0.0
            if axis.label.get_text():
                words.append(self._word(middle, axis.label.get_text(), 0.24, None))
            for corner in ((1, 1), (1, -1), (-1, 1)):
                ends = far.copy()
                for other, sign in zip(others, corner):
                    ends[other] *= sign
                start, stop = ends.copy(), ends.copy()
                start[index], stop[index] = -_HALF[index], _HALF[index]
                edges.append([self._flat(start)[:2], self._flat(stop)[:2]])
        yield LineCollection(grid, color="gray", alpha=0.35, linewidth=0.8)
        yield LineCollection(edges, color="gray", linewidth=1.0)
        yield from words

    def _leftmost(self, far):
        corners = [np.array([a, b, 0.0]) for a in (-0.5, 0.5) for b in (-0.5, 0.5)]
        return min(corners, key=lambda corner: float(self._flat(corner)[0]))

    def _word(self, point, label, away, size):
        seen = self._flat(point)[:2]
        length = float(np.sqrt(seen @ seen)) or 1.0
        x, y = (float(each) for each in seen * (1 + away / length))
        return Text(x, y, label, ha="center", va="center", **({} if size is None else {"fontsize": size}))

    @staticmethod
    def _ticks_of(axis, low, high):
        if axis.ticks is not None:
            places = list(axis.ticks)
        else:
            places = list((axis.locator or MaxNLocator(5)).tick_values(*sorted((low, high))))
        inside = [each for each in places if min(low, high) <= each <= max(low, high)]
        return [(each, text) for each, text in zip(inside, axis.label_texts(inside)) if axis.visible]


def _direction(index, name):
    def get_limits(self):
        return self._range(index)

    def set_limits(self, low=None, high=None, **kwargs):
        if high is None and low is not None and not np.isscalar(low):
            low, high = low
        old = self._range(index)
        self._space[index].limits = (old[0] if low is None else float(low), old[1] if high is None else float(high))
        return self._space[index].limits

    def set_label(self, label, fontdict=None, labelpad=None, **kwargs):
        return self._space[index].set_label_text(label, fontdict, **kwargs)

    def get_label(self):
        return self._space[index].label.get_text()

    def set_ticks(self, ticks, labels=None, **kwargs):
        return self._space[index].set_ticks(ticks, labels, **kwargs)

    def set_tick_labels(self, labels, **kwargs):
        self._space[index].set_ticklabels(labels, **kwargs)

    for method, word in (
        (get_limits, "get_{}lim"), (set_limits, "set_{}lim"), (set_limits, "set_{}lim3d"), (set_label, "set_{}label"),
        (get_label, "get_{}label"), (set_ticks, "set_{}ticks"), (set_tick_labels, "set_{}ticklabels"),
    ):  # fmt: skip
        setattr(Axes3D, word.format(name), method)


for _index, _name in enumerate("xyz"):
    _direction(_index, _name)


def _points(xs, ys, zs):
    parts = np.broadcast_arrays(*(np.atleast_1d(_draw.floats(each) if np.ndim(each) else float(each)) for each in (xs, ys, zs)))
    return np.stack([np.asarray(each, float) for each in parts], 1)


def _spatial(artist):
    """The points that stretch the box."""
    if isinstance(artist, Surface):
        return [artist._points()]
    if hasattr(artist, "_curves"):
        return artist._curves
    return [artist._xyz] if hasattr(artist, "_xyz") and not isinstance(artist, Text) else []


def _kept(count, step):
    return sorted({*range(0, count, step), count - 1})
