"""Curves, points and lines of an Axes: plot, scatter, errorbar, fill_between, axhline and their kin."""

import numpy as np

from matplotlib import _draw, colors, rcParams
from matplotlib.axes._format import parse_format
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.container import ErrorbarContainer, StemContainer
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import FancyArrow, Span

class LinePlots:
    """Mixed into Axes."""

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        """y, or x and y, or these with a format string, any number of times; returns the lines."""
        label = kwargs.pop("label", None)
        lines = []
        for x, y, fmt in _groups(args, data):
            lines += self._curves(x, y, fmt, kwargs)
        labels = label if isinstance(label, (list, tuple)) and len(label) == len(lines) else [label] * len(lines)
        for line, each in zip(lines, labels):
            line.set_label(f"_child{len(self.lines)}" if each is None else each)
            self._add(line, self.lines)
        return lines

    def _curves(self, x, y, fmt, kwargs):
        linestyle, marker, color = parse_format(fmt)
        columns_y = _columns(y)
        if columns_y is None:
            columns_y = [_as_given(y, self._numbers(y, "y"))]
        count = len(columns_y[0])
        columns_x = None if x is None else _columns(x) or [_as_given(x, self._numbers(x, "x"))]
        if columns_x is None:
            columns_x = [np.arange(count, dtype=float)]
        if len(columns_x[0]) != count:
            shapes = [getattr(each, "shape", (len(each),)) for each in (columns_x[0] if x is None else np.asarray(x), np.asarray(y))]
            raise ValueError(f"x and y must have same first dimension, but have shapes {tuple(shapes[0])} and {tuple(shapes[1])}")
        lines = []
        for index in range(max(len(columns_x), len(columns_y))):
            given = {}
            if not {"color", "c"} & kwargs.keys() and color is None:
                given = dict(next(self._properties))
            elif color is not None:
                given["color"] = color
            if fmt:
                given["linestyle"] = linestyle
                if marker is not None:
                    given["marker"] = marker
            aliased = {Line2D._aliases.get(name, name): value for name, value in kwargs.items()}
            xs, ys = columns_x[index % len(columns_x)], columns_y[index % len(columns_y)]
            lines.append(Line2D(xs, ys, **{**given, **aliased}))
        return lines

    def semilogx(self, *args, **kwargs):
        self.set_xscale("log")
        return self.plot(*args, **_without_log(kwargs))

    def semilogy(self, *args, **kwargs):
        self.set_yscale("log")
        return self.plot(*args, **_without_log(kwargs))

    def loglog(self, *args, **kwargs):
        self.set_xscale("log")
        self.set_yscale("log")
        return self.plot(*args, **_without_log(kwargs))

    def step(self, x, y, *args, where="pre", data=None, **kwargs):
        if where not in ("pre", "post", "mid"):
            raise ValueError(f"{where!r} is not a valid value for where; supported values are 'pre', 'post', 'mid'")
        return self.plot(x, y, *args, drawstyle=f"steps-{where}", **kwargs)

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                linewidths=None, *, edgecolors=None, plotnonfinite=False, data=None, **kwargs):  # fmt: skip
        """Points; `s` their area in square points, `c` a colour, colours, or values for a colour map."""
        if data is not None:
            x, y, s, c = (_from_data(data, each) for each in (x, y, s, c))
        xs, ys = self._numbers(x, "x"), self._numbers(y, "y")
        if len(xs) != len(ys):
            raise ValueError("x and y must be the same size")
        sizes = _draw.floats([rcParams["lines.markersize"] ** 2] if s is None else ([s] if np.ndim(s) == 0 else s))
        if len(sizes) not in (1, len(xs)):
            raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        if len(sizes) == len(xs) == 0:
            sizes = np.ones(1)
        marker = rcParams["scatter.marker"] if marker is None else marker
        if marker not in _draw.MARKERS:
            raise ValueError(f"Unrecognized marker style {marker!r}")
        color = kwargs.pop("color", kwargs.pop("facecolors", kwargs.pop("facecolor", None)))
        if c is None:
            c = self._next_color() if color is None else color
        points = PathCollection(xs, ys, sizes, marker, norm=norm, cmap=cmap, alpha=alpha)
        values = _mapped_values(c, len(xs))
        if values is not None:
            points.set_array(values)
            points.set_clim(vmin, vmax)
            points.norm.autoscale_None(values)
            self._current_image = points
        else:
            if not _draw.is_none(c) and not colors.is_color_like(c) and len(c) not in (1, len(xs)):
                raise ValueError(
                    f"'c' argument has {len(c)} elements, which is inconsistent with 'x' and 'y' with size {len(xs)}."
                )
            # Hollow points show their edge.
            points.set_color(edgecolors if _draw.is_none(c) and edgecolors is not None else c)
        if isinstance(edgecolors, (str, tuple)) and not _draw.is_none(c):
            points.set_edgecolor(edgecolors)
        points.set(**kwargs)
        return self._add(points, self.collections)

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", ecolor=None, elinewidth=None, capsize=None, barsabove=False,
                 lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1, capthick=None, *, data=None, **kwargs):  # fmt: skip
        """A curve with bars for its uncertainty; errors are one number, one a point, or two rows (below, above)."""
        label = kwargs.pop("label", None)
        xs, ys = self._numbers(x, "x"), self._numbers(y, "y")
        line = None
        color = ecolor
        if fmt.lower() != "none":
            line = self.plot(xs, ys, fmt, **kwargs)[0]
            color = line.get_color() if ecolor is None else ecolor
        elif color is None:
            color = next(self._properties).get("color", "C0")
        bars = []
        for name, error, along in (("xerr", xerr, xs), ("yerr", yerr, ys)):
            if error is None:
                continue
            low, high = _errors(name, error, along)
            every = slice(None, None, errorevery) if isinstance(errorevery, int) else slice(errorevery[0], None, errorevery[1])
            ends = zip(low[every].tolist(), high[every].tolist(), xs[every].tolist(), ys[every].tolist())
            if name == "xerr":
                segments = [((a, py), (b, py)) for a, b, _, py in ends]
            else:
                segments = [((px, a), (px, b)) for a, b, px, _ in ends]
            width = elinewidth or rcParams["lines.linewidth"]
            group = LineCollection(segments, color=color, linewidth=width, alpha=kwargs.get("alpha"))
            bars.append(self._add(group, self.collections))
        caps = self._caps(bars, xerr is not None, color, capsize)
        container = ErrorbarContainer((line, caps, tuple(bars)), xerr is not None, yerr is not None, label)
        self.containers.append(container)
        return container

    def _caps(self, bars, first_is_x, color, capsize):
        """Short strokes at the ends of error bars, as markers."""
        capsize = rcParams["errorbar.capsize"] if capsize is None else capsize
        if not capsize:
            return ()
        caps = []
        for index, group in enumerate(bars):
            sideways = first_is_x and index == 0
            ends = [point for segment in group._pieces for point in segment]
            xs, ys = [point[0] for point in ends], [point[1] for point in ends]
            cap = Line2D(xs, ys, linestyle="none", marker="|" if sideways else "_", markersize=2 * capsize, color=color)
            cap.set_label("_cap")
            caps.append(self._add(cap, self.lines))
        return tuple(caps)

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
        return self._fill(x, y1, y2, where, step, False, kwargs)

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs):
        return self._fill(y, x1, x2, where, step, True, kwargs)

    def _fill(self, along, first, second, where, step, sideways, kwargs):
        along = self._numbers(along, "y" if sideways else "x")
        across = "x" if sideways else "y"
        ends = []
        for each in (first, second):
            values = self._numbers(each, across) if np.ndim(each) else np.full(len(along), float(each))
            if len(values) != len(along):
                name = "y" if sideways else "x"
                raise ValueError(f"{name!r} is not a one-dimensional array of the size of the other arguments")
            ends.append(values)
        if where is not None:
            keep = np.asarray(where, dtype=bool)
            ends = [np.where(keep, values, np.nan) for values in ends]
        if step is not None:
            from matplotlib.lines import _steps

            style = f"steps-{step}"
            stairs = [_steps(along.tolist(), values.tolist(), style) for values in ends]
            along, ends = np.array(stairs[0][0]), [np.array(ys) for _, ys in stairs]
        if not {"color", "facecolor", "facecolors", "fc"} & kwargs.keys():
            kwargs = {**kwargs, "color": self._next_color()}
        return self._add(PolyCollection(along, *ends, sideways=sideways, **kwargs), self.collections)

    def fill(self, *args, data=None, **kwargs):
        from matplotlib.patches import Polygon

        shapes = []
        for x, y, fmt in _groups(args, data):
            color = kwargs.pop("color", kwargs.pop("c", None)) or parse_format(fmt)[2] or self._next_color()
            points = list(zip(self._numbers(x, "x").tolist(), self._numbers(y, "y").tolist()))
            shapes.append(self._add(Polygon(points, facecolor=color, **kwargs), self.patches))
        return shapes

    def stackplot(self, x, *args, labels=(), colors=None, baseline="zero", data=None, **kwargs):
        if baseline != "zero":
            raise NotImplementedError(f"stackplot(baseline={baseline!r}) is not part of this playground; there is 'zero'")
        rows = [self._numbers(row, "y") for each in args for row in (each if np.ndim(each) == 2 else [each])]
        below = np.zeros(len(rows[0]))
        areas = []
        for index, row in enumerate(rows):
            given = dict(kwargs)
            if colors is not None:
                given["color"] = colors[index % len(colors)]
            if index < len(labels):
                given["label"] = labels[index]
            areas.append(self.fill_between(x, below, below + row, **given))
            below = below + row
        return areas

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation="vertical", data=None, **kwargs):
        if orientation != "vertical":
            raise NotImplementedError("stem(orientation='horizontal') is not part of this playground")
        heads = args[:2] if len(args) > 1 and not isinstance(args[1], str) else (range(len(args[0])), args[0])
        xs, ys = self._numbers(heads[0], "x"), self._numbers(heads[1], "y")
        color = parse_format(linefmt or "")[2] or "C0"
        marker = parse_format(markerfmt or "o")
        stems = LineCollection([((x, bottom), (x, y)) for x, y in zip(xs.tolist(), ys.tolist())], color=color)
        self._add(stems, self.collections)
        points = Line2D(xs, ys, linestyle="none", marker=marker[1] or "o", color=marker[2] or color, label="_stem")
        self._add(points, self.lines)
        base = Line2D([float(xs.min()), float(xs.max())], [bottom, bottom], color=parse_format(basefmt or "C3-")[2] or "C3", label="_base")
        self._add(base, self.lines)
        container = StemContainer((points, stems, base), label)
        self.containers.append(container)
        return container

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        return self._add(AxLine("y", self._number(y, "y"), xmin, xmax, **kwargs), self.lines)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        return self._add(AxLine("x", self._number(x, "x"), ymin, ymax, **kwargs), self.lines)

    def axline(self, xy1, xy2=None, *, slope=None, **kwargs):
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        x, y = float(xy1[0]), float(xy1[1])
        slope = (float(xy2[1]) - y) / (float(xy2[0]) - x) if slope is None else float(slope)
        reach = 1e4 * max(1.0, abs(x))
        line = Line2D([x - reach, x, x + reach], [y - slope * reach, y, y + slope * reach], **kwargs)
        line._limits = lambda: (None, None)
        return self._add(line, self.lines)

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        return self._add(Span("y", self._number(ymin, "y"), self._number(ymax, "y"), **kwargs), self.patches)

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        return self._add(Span("x", self._number(xmin, "x"), self._number(xmax, "x"), **kwargs), self.patches)

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="", *, data=None, **kwargs):
        ys = self._numbers(y if np.ndim(y) else [y], "y")
        low, high = (np.broadcast_to(_draw.floats(each if np.ndim(each) else [each]), ys.shape) for each in (xmin, xmax))
        pieces = [((a, at), (b, at)) for at, a, b in zip(ys.tolist(), low.tolist(), high.tolist())]
        return self._lines_between(pieces, colors, linestyles, label, kwargs)

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="", *, data=None, **kwargs):
        xs = self._numbers(x if np.ndim(x) else [x], "x")
        low, high = (np.broadcast_to(_draw.floats(each if np.ndim(each) else [each]), xs.shape) for each in (ymin, ymax))
        pieces = [((at, a), (at, b)) for at, a, b in zip(xs.tolist(), low.tolist(), high.tolist())]
        return self._lines_between(pieces, colors, linestyles, label, kwargs)

    def _lines_between(self, pieces, paint, style, label, kwargs):
        paint = kwargs.pop("color", paint)
        lines = LineCollection(pieces, color="C0" if paint is None else paint, linestyle=style, label=label, linewidth=1.5)
        lines.set(**kwargs)
        return self._add(lines, self.collections)

    def quiver(self, *args, angles="uv", scale=None, scale_units=None, units="width", width=None, color="k", data=None, **kwargs):
        """Arrows; without a scale the longest reaches from one grid point to the next."""
        fields = [np.asarray(each, dtype=float) for each in args[:4]]
        if len(fields) == 2:
            u, v = fields
            y, x = np.mgrid[: u.shape[0], : u.shape[1]]
        elif len(fields) == 4:
            x, y, u, v = fields
            if x.ndim == 1 and u.ndim == 2:
                x, y = np.meshgrid(x, y)
        else:
            raise TypeError("quiver() takes U, V or X, Y, U, V")
        x, y, u, v = (np.asarray(each, dtype=float).ravel() for each in (x, y, u, v))
        if scale is None or angles == "uv" and scale_units is None:
            longest = float(np.sqrt(u * u + v * v).max()) if u.size else 1.0
            room = max(float(x.max() - x.min()), float(y.max() - y.min()), 1e-12) / max(1.0, np.sqrt(u.size))
            factor = room / longest if longest else 1.0
        else:
            factor = 1 / float(scale)
        ends = zip(x.tolist(), y.tolist(), (x + factor * u).tolist(), (y + factor * v).tolist())
        arrows = LineCollection([((a, b), (c, d)) for a, b, c, d in ends], arrow=True, color=color)
        kwargs = {name: value for name, value in kwargs.items() if name not in ("headwidth", "headlength", "pivot", "minlength")}
        arrows.set(**kwargs)
        return self._add(arrows, self.collections)

    def arrow(self, x, y, dx, dy, **kwargs):
        return self._add(FancyArrow(x, y, dx, dy, **kwargs), self.patches)


def _without_log(kwargs):
    names = ("base", "subs", "nonpositive", "basex", "basey")
    return {name: value for name, value in kwargs.items() if name not in names}


def _from_data(data, key):
    return data[key] if isinstance(key, str) and key in data else key


def _groups(args, data):
    """plot()'s arguments as (x or None, y, format) groups."""
    args = [_from_data(data, each) for each in args] if data is not None else list(args)
    while args:
        group = args[:2]
        if len(args) > 2 and isinstance(args[2], str) and not isinstance(args[1], str):
            group, args = args[:3], args[3:]
        elif len(args) > 1 and isinstance(args[1], str):
            args = args[2:]
        else:
            args = args[2:]
        fmt = group.pop() if isinstance(group[-1], str) and len(group) > 1 else ""
        yield (None, group[0], fmt) if len(group) == 1 else (group[0], group[1], fmt)


def _as_given(values, numbers):
    """Whole numbers as they were given, so that get_ydata() returns them; everything else as floats."""
    if isinstance(values, (list, tuple, np.ndarray, range)):
        given = np.asarray(values)
        if given.dtype.kind in "iu":
            return given.ravel()
    return numbers


def _columns(values):
    """The columns of a two-dimensional array; None when it has one dimension."""
    if isinstance(values, (list, tuple)) and (not values or np.ndim(values[0]) == 0):
        return None
    if np.ndim(values) != 2:
        if np.ndim(values) > 2:
            raise ValueError(f"x and y can be no greater than 2D, but have shapes {np.shape(values)} and {np.shape(values)}")
        return None
    table = np.asarray(values.detach() if hasattr(values, "detach") and not values.requires_grad else values, dtype=float)
    return [table[:, index] for index in range(table.shape[1])]


def _mapped_values(c, count):
    """Values for a colour map, where scatter's `c` is no colour."""
    if isinstance(c, str) or c is None:
        return None
    if isinstance(c, (list, tuple)) and c and isinstance(c[0], str):
        return None
    values = np.asarray(c.detach() if hasattr(c, "detach") and not c.requires_grad else c)
    if values.dtype.kind not in "fiub" or values.ndim == 2 and values.shape[1] in (3, 4) and values.shape[0] in (1, count):
        return None
    if values.size != count:
        return None
    return values.astype(float).ravel()


def _errors(name, error, along):
    values = np.asarray(error, dtype=float)
    if bool((values < 0).any()):
        raise ValueError(f"{name!r} must not contain negative values")
    try:
        low, high = np.broadcast_to(values, (2, len(along)))
    except ValueError:
        raise ValueError(
            f"{name[0]!r} (shape: {along.shape}) and {name!r} (shape: {values.shape}) must be broadcastable to the same shape"
        ) from None
    return along - low, along + high
