"""Bars of an Axes: bar, barh, hist, pie."""

import numpy as np

from matplotlib import _draw, colors, rcParams
from matplotlib.container import BarContainer, silent_list
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle, Wedge


class BarPlots:
    """Mixed into Axes."""

    def bar(self, x, height, width=0.8, bottom=None, *, align="center", data=None, **kwargs):
        """Vertical bars; names as x make a categorical axis."""
        return self._bars(x, height, width, bottom, align, "vertical", kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align="center", data=None, **kwargs):
        """Horizontal bars."""
        return self._bars(y, width, height, left, align, "horizontal", kwargs)

    def _bars(self, places, lengths, thickness, base, align, orientation, kwargs):
        if align not in ("center", "edge"):
            raise ValueError(f"{align!r} is not a valid value for align; supported values are 'center', 'edge'")
        sideways = orientation == "horizontal"
        along, across = ("y", "x") if sideways else ("x", "y")
        at = self._numbers(places if np.ndim(places) or isinstance(places, (dict, range)) else [places], along)
        size = self._numbers(lengths if np.ndim(lengths) or type(lengths).__name__.startswith("dict") else [lengths], across)
        # Whole numbers stay whole: programs print the heights of their bars.
        whole = np.asarray(lengths).dtype.kind in "iu" if not type(lengths).__name__.startswith("dict") else False
        lengths_given = [int(each) if whole else float(each) for each in size]
        thick = _draw.floats(thickness if np.ndim(thickness) else [thickness])
        foot = _draw.floats([0.0] if base is None else (base if np.ndim(base) else [base]))
        try:
            at, size, thick, foot = np.broadcast_arrays(at, size, thick, foot)
        except ValueError:
            raise ValueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                f"{at.shape} and arg 1 with shape {size.shape}."
            ) from None
        count = len(at)
        color = kwargs.pop("color", kwargs.pop("facecolor", kwargs.pop("fc", None)))
        faces = _each(self._next_color() if color is None else color, count)
        edges = _each(kwargs.pop("edgecolor", kwargs.pop("ec", None)), count)
        label = kwargs.pop("label", "")
        labels = list(label) if isinstance(label, (list, tuple)) else ["_nolegend_"] * count
        errors = {"xerr": kwargs.pop("xerr", None), "yerr": kwargs.pop("yerr", None)}
        looks = {name: kwargs.pop(name) for name in ("ecolor", "capsize") if name in kwargs}
        looks.update(kwargs.pop("error_kw", None) or {})
        tick_label = kwargs.pop("tick_label", None)
        if kwargs.pop("log", False):
            (self.set_xscale if sideways else self.set_yscale)("log")
        bars = []
        for index in range(count):
            start = float(at[index]) - (float(thick[index]) / 2 if align == "center" else 0.0)
            corner = (float(foot[index]), start) if sideways else (start, float(foot[index]))
            length = lengths_given[index % len(lengths_given)]
            extent = (length, float(thick[index])) if sideways else (float(thick[index]), length)
            bar = Rectangle(corner, *extent, facecolor=faces[index], edgecolor=edges[index], label=labels[index], **kwargs)
            bar._sticky = ((float(foot[index]),), ()) if sideways else ((), (float(foot[index]),))
            bars.append(self._add(bar, self.patches))
        errorbar = None
        if errors["xerr"] is not None or errors["yerr"] is not None:
            ends = (foot + size, at) if sideways else (at, foot + size)
            middle = at if align == "center" else at + thick / 2
            ends = (ends[0], middle) if sideways else (middle, ends[1])
            errorbar = self.errorbar(*ends, fmt="none", **{"ecolor": "k", **looks, **errors})
        whole = label if isinstance(label, str) else "_container"
        container = BarContainer(bars, errorbar, datavalues=size, orientation=orientation, label=whole)
        self.containers.append(container)
        if tick_label is not None:
            axis = self.yaxis if sideways else self.xaxis
            axis.set_ticks(at.tolist(), [tick_label] * count if isinstance(tick_label, str) else list(tick_label))
        return container

    def _bar_marks(self, container):
        """The bars of a container as one series."""
        bars = [bar for bar in container.patches if bar.get_visible() and bar.axes is not None]
        if not bars:
            return []
        sideways = container.orientation == "horizontal"
        first = bars[0]
        tokens = [bar._face_token() for bar in bars]
        log = (self.xaxis if sideways else self.yaxis).scale == "log"

        def ends(start, size):
            return [start, start + size]

        along = [ends(bar._y0, bar._height) if sideways else ends(bar._x0, bar._width) for bar in bars]
        across = [ends(bar._x0, bar._width) if sideways else ends(bar._y0, bar._height) for bar in bars]
        label = container.get_label()
        edge = next((bar._edge_token() for bar in bars if bar._edge_token() is not None), None)
        return [
            {
                **first._drawn(tokens[0], first.get_alpha()),
                "label": label if label and not label.startswith("_") else None,
                "kind": "bar",
                "horizontal": sideways,
                "edge": edge,
                "colors": tokens if len(set(tokens)) > 1 else None,
                "from": _draw.pack([a for a, _ in along]),
                "to": _draw.pack([b for _, b in along]),
                "low": _draw.pack([np.nan if log and a <= 0 else a for a, _ in across]),
                "high": _draw.pack([b for _, b in across]),
            }
        ]

    def hist(self, x, bins=None, *, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar",
             align="mid", orientation="vertical", rwidth=None, log=False, color=None, label=None, stacked=False, data=None, **kwargs):  # fmt: skip
        """Counts of values in bins; returns (counts, edges, bars)."""
        if histtype not in ("bar", "barstacked", "step", "stepfilled"):
            raise ValueError(
                f"{histtype!r} is not a valid value for histtype; supported values are 'bar', 'barstacked', 'step', 'stepfilled'"
            )
        sets = data_sets(x)
        sizes = [None] * len(sets) if weights is None else data_sets(weights)
        stacked = stacked or histtype == "barstacked"
        everything = np.concatenate(sets) if sets else np.zeros(0)
        finite = everything[np.isfinite(everything)]
        if range is None and finite.size:
            range = (float(finite.min()), float(finite.max()))
        bins = rcParams["hist.bins"] if bins is None else bins
        edges = np.histogram_bin_edges(finite, bins, range).astype(float)
        counts = [np.histogram(each, edges, weights=size)[0].astype(float) for each, size in zip(sets, sizes)]
        widths = np.diff(edges)
        if stacked and density:
            total = sum(float(each.sum()) for each in counts)
            counts = [each / widths / total for each in counts]
        elif density:
            counts = [each / widths / each.sum() for each in counts]
        if stacked:
            counts = list(np.cumsum(np.array(counts), axis=0))
        if cumulative:
            steps = [each * widths if density else each for each in counts]
            counts = [each[::-1].cumsum()[::-1] if cumulative < 0 else each.cumsum() for each in steps]
        paints = [color] if color is not None and (isinstance(color, str) or len(sets) == 1 and colors.is_color_like(color)) else color
        paints = [self._next_color() for _ in sets] if paints is None else list(paints)
        labels = [label] * len(sets) if label is None or isinstance(label, str) else list(label)
        if isinstance(label, str):
            labels = [label] + [None] * (len(sets) - 1)
        groups = []
        shared = {"orientation": orientation, "align": align, "rwidth": rwidth, "log": log}
        for index, heights in enumerate(counts):
            below = (0.0 if bottom is None else bottom) if not stacked or index == 0 else counts[index - 1]
            looks = {**kwargs, "label": labels[index], "color": paints[index % len(paints)]}
            place = (0, 1) if stacked else (index, len(sets))
            tops = heights - below if stacked and index else heights
            draw = self._hist_bars if histtype in ("bar", "barstacked") else self._hist_steps
            groups.append(draw(edges, tops, below, place, histtype, shared, looks))
        kind = "BarContainer" if histtype in ("bar", "barstacked") else "List[Polygon]"
        if len(sets) == 1:
            return counts[0], edges, groups[0]
        return np.array(counts), edges, silent_list(kind, groups)

    def _hist_bars(self, edges, tops, below, place, histtype, shared, looks):
        index, count = place
        widths = np.diff(edges)
        share = shared["rwidth"] if shared["rwidth"] is not None else (1.0 if count == 1 else 0.8)
        thick = widths * share / count
        shift = {"left": -0.5, "mid": 0.0, "right": 0.5}[shared["align"]] * widths
        starts = edges[:-1] + widths * (1 - share) / 2 + index * thick + shift
        draw = self.barh if shared["orientation"] == "horizontal" else self.bar
        base = {"left" if shared["orientation"] == "horizontal" else "bottom": below}
        looks = {**looks, "label": looks["label"] or ""}
        return draw(starts, tops, thick, align="edge", log=shared["log"], **base, **looks)

    def _hist_steps(self, edges, tops, below, place, histtype, shared, looks):
        feet = np.broadcast_to(np.asarray(below, dtype=float), tops.shape).tolist()
        starts, heights = edges.tolist(), tops.tolist()
        along = [starts[0]]
        up = [feet[0]]
        for index, height in enumerate(heights):
            along += [starts[index], starts[index + 1]]
            up += [feet[index] + height, feet[index] + height]
        along.append(starts[-1])
        up.append(feet[-1])
        if shared["log"]:
            (self.set_yscale if shared["orientation"] == "vertical" else self.set_xscale)("log")
        if histtype == "step":
            color = looks.pop("color")
            looks.pop("fill", None)
            color = looks.pop("edgecolor", looks.pop("ec", color))
            line = Line2D(*((along, up) if shared["orientation"] == "vertical" else (up, along)), color=color, **looks)
            return [self._add(line, self.lines)]
        points = list(zip(along, up)) if shared["orientation"] == "vertical" else list(zip(up, along))
        looks["facecolor"] = looks.pop("color")
        shape = Polygon(points, **looks)
        shape._sticky = ((), (min(feet),)) if shared["orientation"] == "vertical" else ((min(feet),), ())
        return [self._add(shape, self.patches)]

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1,
            startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None, center=(0, 0), frame=False,
            rotatelabels=False, *, normalize=True, hatch=None, data=None):  # fmt: skip
        """Slices of a circle; returns (wedges, texts) or (wedges, texts, percentages)."""
        values = _draw.floats(x)
        if bool((values < 0).any()):
            raise ValueError("Wedge sizes 'x' must be non negative values")
        total = float(values.sum())
        if not normalize and total > 1:
            raise ValueError("Cannot plot an unnormalized pie with sum(x) > 1")
        shares = (values / total if normalize else values).tolist()
        count = len(shares)
        labels = [""] * count if labels is None else list(labels)
        explode = [0] * count if explode is None else list(explode)
        if len(labels) != count:
            raise ValueError("'label' must be of length 'x'")
        wedges, texts, percents = [], [], []
        angle = startangle / 360
        for index, share in enumerate(shares):
            turned = angle + share if counterclock else angle - share
            middle = 2 * np.pi * (angle + turned) / 2
            cos, sin = float(np.cos(middle)), float(np.sin(middle))
            at = (center[0] + explode[index] * cos, center[1] + explode[index] * sin)
            face = self._next_color() if colors is None else colors[index % len(colors)]
            looks = {"edgecolor": "none", **(wedgeprops or {})}
            start, end = sorted((360 * angle, 360 * turned))
            wedges.append(self._add(Wedge(at, radius, start, end, facecolor=face, label=str(labels[index]), **looks), self.patches))
            if labeldistance is not None:
                side = "left" if cos > 0 else "right"
                place = (at[0] + labeldistance * radius * cos, at[1] + labeldistance * radius * sin)
                texts.append(self.text(*place, labels[index], ha=side, va="center", **(textprops or {})))
            if autopct is not None:
                written = autopct(100 * share) if callable(autopct) else autopct % (100 * share)
                place = (at[0] + pctdistance * radius * cos, at[1] + pctdistance * radius * sin)
                looks = {"color": "paper" if colors is None else "black", **(textprops or {})}
                percents.append(self.text(*place, written, ha="center", va="center", **looks))
            angle = turned
        self._equal = True
        if not frame:
            self._axis_on = False
            self.set_xlim(center[0] - 1.25 * radius, center[0] + 1.25 * radius)
            self.set_ylim(center[1] - 1.25 * radius, center[1] + 1.25 * radius)
        return (wedges, texts) if autopct is None else (wedges, texts, percents)


def _each(color, count):
    """One colour for each of `count` bars."""
    if color is None or isinstance(color, str) or colors.is_color_like(color):
        return [color] * count
    given = [each if isinstance(each, str) else tuple(each) for each in color]
    return [given[index % len(given)] for index in range(count)]


def data_sets(x):
    """One array, or a list of arrays, as a list of float arrays."""
    if hasattr(x, "detach"):
        x = x.detach() if not x.requires_grad else x
    if isinstance(x, (list, tuple)) and len(x) and np.ndim(x[0]) > 0:
        return [_draw.floats(each) for each in x]
    values = np.asarray(x, dtype=float)
    if values.ndim == 2:
        return [values[:, index] for index in range(values.shape[1])]
    return [values.ravel()]
