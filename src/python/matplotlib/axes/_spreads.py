"""How data spread, in an Axes: boxplot, violinplot, eventplot, hexbin, spy, broken_barh."""

import math

import numpy as np

from matplotlib import _draw
from matplotlib.axes._bars import data_sets
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle


class SpreadPlots:
    """Mixed into Axes."""

    def boxplot(self, x, notch=None, sym=None, vert=None, whis=1.5, positions=None, widths=None, patch_artist=None,
                labels=None, tick_labels=None, showmeans=False, meanline=False, showfliers=True, showbox=True, showcaps=True,
                boxprops=None, medianprops=None, whiskerprops=None, capprops=None, flierprops=None, meanprops=None, manage_ticks=True,
                orientation=None, **kwargs):  # fmt: skip
        """Quartiles, whiskers and outliers of each data set."""
        upright = vert is not False and orientation != "horizontal"
        sets = data_sets(x)
        places = list(range(1, len(sets) + 1)) if positions is None else [float(each) for each in positions]
        usual = min(0.5, max(0.15, 0.15 * (max(places) - min(places))))
        parts = {name: [] for name in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}
        for index, (values, at) in enumerate(zip(sets, places)):
            low, middle, high = (float(each) for each in np.percentile(values, [25, 50, 75]))
            reach = whis * (high - low)
            inside = values[(values >= low - reach) & (values <= high + reach)]
            bottom, top = (float(inside.min()), float(inside.max())) if inside.size else (low, high)
            half = (usual if widths is None else widths if np.ndim(widths) == 0 else widths[index]) / 2
            box = [(at - half, low), (at + half, low), (at + half, high), (at - half, high)]
            face = {"facecolor": "C0"} if patch_artist else {"fill": False}
            if showbox:
                corners = box if upright else [(b, a) for a, b in box]
                looks = {"edgecolor": "k", **face, **_edge_of(boxprops)}
                parts["boxes"].append(self._add(Polygon(corners, **looks), self.patches))

            def line(name, across, along, props=None, **looks):
                ends = (across, along) if upright else (along, across)
                looks = {"color": "k", "linewidth": 1.0, **looks, **(props or {})}
                parts[name].append(self._add(Line2D(*ends, label=f"_{name}", **looks), self.lines))

            line("whiskers", [at, at], [low, bottom], whiskerprops)
            line("whiskers", [at, at], [high, top], whiskerprops)
            if showcaps:
                line("caps", [at - half / 2, at + half / 2], [bottom, bottom], capprops)
                line("caps", [at - half / 2, at + half / 2], [top, top], capprops)
            line("medians", [at - half, at + half], [middle, middle], medianprops, color="C1", linewidth=1.5)
            if showfliers and sym != "":
                outside = values[(values < bottom) | (values > top)]
                line("fliers", [at] * len(outside), outside, flierprops, linestyle="none", marker="o")
            if showmeans:
                mean = float(values.mean())
                if meanline:
                    line("means", [at - half, at + half], [mean, mean], meanprops, color="C2", linestyle="--")
                else:
                    line("means", [at], [mean], meanprops, linestyle="none", marker="^", color="C2")
        names = tick_labels if tick_labels is not None else labels
        if manage_ticks:
            axis = self.xaxis if upright else self.yaxis
            axis.set_ticks(places, [str(each) for each in (names if names is not None else places)])
            (self.set_xlim if upright else self.set_ylim)(min(places) - 0.5, max(places) + 0.5)
        return parts

    def violinplot(self, dataset, positions=None, vert=True, widths=0.5, showmeans=False, showextrema=True, showmedians=False,
                   quantiles=None, points=100, bw_method=None, *, orientation=None, data=None):  # fmt: skip
        """The estimated density of each data set, mirrored at its place."""
        upright = vert is not False and orientation != "horizontal"
        sets = data_sets(dataset)
        places = list(range(1, len(sets) + 1)) if positions is None else [float(each) for each in positions]
        widths = [widths] * len(sets) if np.ndim(widths) == 0 else list(widths)
        parts = {"bodies": []}
        ends = {"cmeans": [], "cmins": [], "cmaxes": [], "cmedians": [], "cquantiles": []}
        spines = []
        for index, (values, at) in enumerate(zip(sets, places)):
            low, high = float(values.min()), float(values.max())
            along = np.linspace(low, high, points)
            density = _density(values, along, bw_method)
            half = 0.5 * widths[index] * density / density.max()
            outline = [*zip((at - half).tolist(), along.tolist()), *zip((at + half)[::-1].tolist(), along[::-1].tolist())]
            corners = outline if upright else [(b, a) for a, b in outline]
            body = Polygon(corners, facecolor="C0", alpha=0.3)
            parts["bodies"].append(self._add(body, self.patches))
            reach = widths[index] / 4
            marks = {"cmeans": [float(values.mean())] if showmeans else [], "cmedians": [float(np.median(values))] if showmedians else []}
            if showextrema:
                marks.update(cmins=[low], cmaxes=[high])
                spines.append(((at, low), (at, high)))
            if quantiles is not None and len(quantiles):
                asked = quantiles if np.ndim(quantiles[0]) == 0 else quantiles[index]
                marks["cquantiles"] = [float(each) for each in np.quantile(values, asked)]
            for name, heights in marks.items():
                ends[name] += [((at - reach, height), (at + reach, height)) for height in heights]
        for name, pieces in (*ends.items(), ("cbars", spines)):
            if pieces:
                turned = pieces if upright else [tuple((b, a) for a, b in piece) for piece in pieces]
                parts[name] = self._add(LineCollection(turned, color="C0", linewidth=1.5), self.collections)
        return parts

    def eventplot(self, positions, orientation="horizontal", lineoffsets=1, linelengths=1, linewidths=None, colors=None, alpha=None,
                  linestyles="solid", *, data=None, **kwargs):  # fmt: skip
        """Short strokes at positions: one row for each sequence of them."""
        rows = data_sets(positions)
        offsets = [float(lineoffsets)] * len(rows) if np.ndim(lineoffsets) == 0 else [float(each) for each in lineoffsets]
        if np.ndim(lineoffsets) == 0 and len(rows) > 1:
            offsets = [float(lineoffsets) * index for index in range(len(rows))]
        lengths = [float(linelengths)] * len(rows) if np.ndim(linelengths) == 0 else [float(each) for each in linelengths]
        made = []
        for index, row in enumerate(rows):
            low, high = offsets[index] - lengths[index] / 2, offsets[index] + lengths[index] / 2
            color = f"C{index % 10}" if colors is None else colors if isinstance(colors, str) else colors[index % len(colors)]
            pieces = [((at, low), (at, high)) for at in row.tolist()]
            if orientation == "vertical":
                pieces = [tuple((b, a) for a, b in piece) for piece in pieces]
            lines = LineCollection(pieces, color=color, linewidth=linewidths, linestyle=linestyles, alpha=alpha)
            lines.set(**kwargs)
            made.append(self._add(lines, self.collections))
        return made

    def broken_barh(self, xranges, yrange, *, data=None, **kwargs):
        """Horizontal bars from (start, length) pairs at one height."""
        color = kwargs.pop("facecolors", kwargs.pop("facecolor", kwargs.pop("color", None)))
        listed = isinstance(color, (list, tuple)) and not isinstance(color[0], (int, float))
        shapes = []
        for index, (start, length) in enumerate(xranges):
            face = color[index % len(color)] if listed else color
            corner = (self._number(start, "x"), float(yrange[0]))
            shapes.append(Rectangle(corner, float(length), float(yrange[1]), facecolor=face, **kwargs))
        return self._add(PatchCollection(shapes, match_original=True), self.collections)

    def spy(self, Z, precision=0, marker=None, markersize=None, aspect="equal", origin="upper", **kwargs):
        """Where a matrix is not zero: black cells, or markers."""
        filled = np.abs(np.asarray(Z, dtype=float)) > precision
        if marker is None and markersize is None:
            return self.imshow(filled.astype(float), cmap=kwargs.pop("cmap", "binary"), vmin=0, vmax=1, aspect=aspect, origin=origin, **kwargs)
        rows, columns = np.nonzero(filled)
        made = Line2D(columns, rows, linestyle="none", marker=marker or "s", markersize=markersize or 10, **kwargs)
        self._add(made, self.lines)
        self._equal = aspect == "equal"
        self.set_xlim(-0.5, filled.shape[1] - 0.5)
        self.set_ylim(*((filled.shape[0] - 0.5, -0.5) if origin == "upper" else (-0.5, filled.shape[0] - 0.5)))
        return made

    def hexbin(self, x, y, C=None, gridsize=100, *, bins=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, mincnt=None,
               reduce_C_function=np.mean, extent=None, data=None, **kwargs):  # fmt: skip
        """Counts of points (or means of C) in hexagons."""
        xs, ys = self._numbers(x, "x"), self._numbers(y, "y")
        columns, rows = (gridsize, max(1, int(gridsize / math.sqrt(3)))) if np.ndim(gridsize) == 0 else gridsize
        left, right, bottom, top = extent or (float(xs.min()), float(xs.max()), float(ys.min()), float(ys.max()))
        width, height = (right - left) / columns or 1.0, (top - bottom) / rows or 1.0
        values = None if C is None else _draw.floats(C).tolist()
        cells = {}
        for index, (px, py) in enumerate(zip(((xs - left) / width).tolist(), ((ys - bottom) / height).tolist())):
            # Two lattices, the second shifted by half a cell: the nearer centre wins.
            first, second = (round(px), round(py)), (math.floor(px) + 0.5, math.floor(py) + 0.5)
            away = [(px - a) ** 2 + 3 * (py - b) ** 2 for a, b in (first, second)]
            cells.setdefault(first if away[0] < away[1] else second, []).append(1 if values is None else values[index])
        if C is None and mincnt is not None:
            cells = {place: found for place, found in cells.items() if len(found) >= mincnt}
        shapes = []
        for a, b in cells:
            at = (left + a * width, bottom + b * height)
            steps = ((0.5, 1 / 6), (0, 1 / 3), (-0.5, 1 / 6), (-0.5, -1 / 6), (0, -1 / 3), (0.5, -1 / 6))
            shapes.append(Polygon([(at[0] + width * dx, at[1] + height * dy) for dx, dy in steps]))
        counts = np.array([float(len(each) if C is None else reduce_C_function(each)) for each in cells.values()])
        made = PatchCollection(shapes, cmap=cmap, norm=norm, alpha=alpha)
        made.set_array(np.log10(counts + 1) if bins == "log" else counts)
        made.set_clim(vmin, vmax)
        self._current_image = made
        return self._add(made, self.collections)


def _density(values, at, bandwidth):
    """A sum of bells, one for each value, as wide as Scott's rule says."""
    count = len(values)
    factor = bandwidth if isinstance(bandwidth, (int, float)) else count ** (-1 / 5)
    if bandwidth == "silverman":
        factor = (count * 3 / 4) ** (-1 / 5)
    width = float(values.std(ddof=1)) * factor if count > 1 else 0.0
    width = width or 1e-3 * max(1.0, abs(float(values[0])))
    return np.exp(-0.5 * ((at[:, None] - values[None, :]) / width) ** 2).sum(axis=1)


def _edge_of(props):
    """boxprops of an empty box colour its edge."""
    props = dict(props or {})
    if "color" in props:
        props["edgecolor"] = props.pop("color")
    return props
