"""Draws a figure's message as paths, texts and pictures for a file (savefig); the page draws the same message itself.

A drawing is a list of ("path", d, fill, stroke, width, dashes, opacity), ("text", x, y, words, size, color, anchor, turn, bold)
and ("image", x, y, width, height, pixel width, pixel height, channels, pixels), with y downwards.
"""

import math
from array import array

from matplotlib import ticker
from matplotlib._color_names import TABLEAU_COLORS

_TAB = list(TABLEAU_COLORS.values())
_DASHES = {"solid": (), "dashed": (6, 4), "dotted": (1.5, 3), "dashdot": (7, 3, 1.5, 3)}
_GREY = "#b0b0b0"


def color_of(token):
    """A colour token of a message as hexadecimal."""
    if token in ("ink", "paper"):
        return "#000000" if token == "ink" else "#ffffff"
    return _TAB[int(token[1])] if token.startswith("C") else token


def unpack(values):
    """Coordinates of a message as a list."""
    return array("d", values).tolist() if isinstance(values, bytes) else list(values)


def render(message, scale):
    """(width, height, drawing) of a figure in pixels; `scale` is pixels for a unit of the message."""
    width, height = message["width"] * scale, message["height"] * scale
    out = []
    top = 8 * scale
    if message["title"]:
        out.append(("text", width / 2, 22 * scale, message["title"], 16 * scale, "#000000", "middle", 0, True))
        top = 34 * scale
    rows = _offsets(message["rowRatios"], message["rows"], height - top)
    columns = _offsets(message["columnRatios"], message["columns"], width)
    for axes in message["axes"]:
        box = (
            columns[axes["column"]],
            top + rows[axes["row"]],
            columns[axes["column"] + axes["columnSpan"]],
            top + rows[axes["row"] + axes["rowSpan"]],
        )
        _Plot(axes, box, scale, out).draw()
    return round(width), round(height), out


def _offsets(ratios, count, length):
    ratios = ratios or [1.0] * count
    total, sums = sum(ratios), [0.0]
    for ratio in ratios:
        sums.append(sums[-1] + ratio)
    return [length * each / total for each in sums]


class _Plot:
    """One axes in a box (left, top, right, bottom)."""

    def __init__(self, axes, box, scale, out):
        self.axes, self.unit, self.out = axes, scale, out
        left, top, right, bottom = box
        framed = axes["frame"]
        self.left = left + scale * ((58 if axes["y"]["label"] else 42) if framed else 6)
        self.right = right - scale * ((58 if axes["right"] else 14) + (56 if axes["colorbar"] else 0))
        self.top = top + scale * (30 if axes["title"] else 10)
        self.bottom = bottom - scale * ((42 if axes["x"]["label"] else 26) if framed else 6)
        if axes["equal"]:
            self._make_equal()
        self.x = self._scale(axes["x"], self.left, self.right)
        self.y = {"left": self._scale(axes["y"], self.bottom, self.top)}
        self.y["right"] = self._scale(axes["right"], self.bottom, self.top) if axes["right"] else self.y["left"]

    def _make_equal(self):
        (x0, x1), (y0, y1) = self.axes["x"]["limits"], self.axes["y"]["limits"]
        wanted = abs(x1 - x0) / (abs(y1 - y0) or 1.0)
        width, height = self.right - self.left, self.bottom - self.top
        if width / height > wanted:
            room = (width - height * wanted) / 2
            self.left, self.right = self.left + room, self.right - room
        else:
            room = (height - width / wanted) / 2
            self.top, self.bottom = self.top + room, self.bottom - room

    @staticmethod
    def _scale(axis, start, end):
        low, high = axis["limits"]
        if axis["scale"] == "log":
            a, b = math.log10(low), math.log10(high)
            return lambda v: start + (math.log10(v) - a) / ((b - a) or 1) * (end - start) if v > 0 else math.nan
        return lambda v: start + (v - low) / ((high - low) or 1) * (end - start)

    # --- parts

    def path(self, d, fill=None, stroke=None, width=0.0, dashes=(), opacity=1.0):
        if d:
            sized = tuple(each * self.unit for each in dashes)
            self.out.append(("path", d, fill, stroke, width * self.unit, sized, opacity))

    def text(self, x, y, words, size, color="#000000", anchor="middle", turn=0, bold=False):
        self.out.append(("text", x, y, str(words), size * self.unit, color, anchor, turn, bold))

    def draw(self):
        axes = self.axes
        ticks = {name: self._ticks(axes[name]) for name in ("x", "y")}
        self._grid(ticks)
        self.out.append(("clip", self.left, self.top, self.right - self.left, self.bottom - self.top))
        for series in axes["series"]:
            if series["kind"] != "text":
                getattr(self, f"_{series['kind']}")(series)
        self.out.append(("unclip",))
        for series in axes["series"]:
            if series["kind"] == "text":
                self._text(series)
        if axes["frame"]:
            self._frame(ticks)
        if axes["title"]:
            self.text((self.left + self.right) / 2, self.top - 10 * self.unit, axes["title"], 14)
        if axes["legend"]:
            self._legend(axes["legend"])
        if axes["colorbar"]:
            self._colorbar(axes["colorbar"])

    def _ticks(self, axis):
        low, high = sorted(axis["limits"])
        if axis["ticks"] is not None:
            places, labels = axis["ticks"]["at"], axis["ticks"]["labels"]
        else:
            places = (ticker.LogLocator() if axis["scale"] == "log" else ticker.MaxNLocator(7)).tick_values(low, high)
            labels = None
        labels = labels or [ticker.format_number(place) for place in places]
        return [(place, label) for place, label in zip(places, labels) if low - 1e-9 <= place <= high + 1e-9]

    def _grid(self, ticks):
        grid = self.axes["grid"]
        if grid in ("x", "both"):
            for place, _ in ticks["x"]:
                self.path(f"M{self.x(place):.2f} {self.top:.2f}V{self.bottom:.2f}", stroke=_GREY, width=0.8)
        if grid in ("y", "both"):
            for place, _ in ticks["y"]:
                self.path(f"M{self.left:.2f} {self.y['left'](place):.2f}H{self.right:.2f}", stroke=_GREY, width=0.8)

    def _frame(self, ticks):
        unit, axes = self.unit, self.axes
        self.path(
            f"M{self.left:.2f} {self.top:.2f}H{self.right:.2f}V{self.bottom:.2f}H{self.left:.2f}Z", stroke="#000000", width=0.9
        )
        for place, label in ticks["x"]:
            x = self.x(place)
            self.path(f"M{x:.2f} {self.bottom:.2f}v{4 * unit:.2f}", stroke="#000000", width=0.9)
            self.text(x, self.bottom + 16 * unit, label, 12)
        sides = [("y", self.left, -1, "end")] + ([("right", self.right, 1, "start")] if axes["right"] else [])
        for name, edge, way, anchor in sides:
            scale = self.y["left" if name == "y" else "right"]
            for place, label in self._ticks(axes[name]):
                y = scale(place)
                self.path(f"M{edge:.2f} {y:.2f}h{4 * way * unit:.2f}", stroke="#000000", width=0.9)
                self.text(edge + 7 * way * unit, y + 4 * unit, label, 12, anchor=anchor)
            if axes[name]["label"]:
                self.text(edge + 44 * way * unit, (self.top + self.bottom) / 2, axes[name]["label"], 13, turn=-90)
        if axes["x"]["label"]:
            self.text((self.left + self.right) / 2, self.bottom + 34 * unit, axes["x"]["label"], 13)

    def _legend(self, legend):
        unit = self.unit
        widest = max((len(entry["label"]) for entry in legend["entries"]), default=0)
        x, y = self.right - (widest * 7 + 48) * unit, self.top + 18 * unit
        for entry in legend["entries"]:
            color = color_of(entry["color"])
            if entry["shape"] == "line":
                self.path(f"M{x:.2f} {y - 4 * unit:.2f}h{24 * unit:.2f}", stroke=color, width=2, dashes=_DASHES.get(entry["style"], ()))
            else:
                self.path(f"M{x + 6 * unit:.2f} {y - 9 * unit:.2f}h{12 * unit:.2f}v{10 * unit:.2f}h{-12 * unit:.2f}Z", fill=color)
            self.text(x + 30 * unit, y, entry["label"], 12, anchor="start")
            y += 18 * unit

    def _colorbar(self, bar):
        unit = self.unit
        x, count = self.right + 12 * unit, len(bar["colors"]) // 3
        pixels = b"".join(bar["colors"][3 * index : 3 * index + 3] for index in reversed(range(count)))
        self.out.append(("image", x, self.top, 14 * unit, self.bottom - self.top, 1, count, 3, pixels))
        axis = {"limits": bar["limits"], "scale": bar["scale"], "ticks": bar["ticks"]}
        scale = self._scale(axis, self.bottom, self.top)
        for place, label in self._ticks(axis):
            self.text(x + 18 * unit, scale(place) + 4 * unit, label, 11, anchor="start")
        if bar["label"]:
            self.text(x + 52 * unit, (self.top + self.bottom) / 2, bar["label"], 12, turn=-90)

    # --- series

    def _points(self, series, x="x", y="y"):
        scale = self.y[series.get("side", "left")]
        return [(self.x(a), scale(b)) for a, b in zip(unpack(series[x]), unpack(series[y]))]

    def _line(self, series):
        points = self._points(series)
        color = color_of(series["color"])
        if series["style"] != "none":
            self.path(polyline(points), stroke=color, width=series["width"], dashes=_DASHES[series["style"]], opacity=series["alpha"])
        if series["marker"]:
            self._marks(points, [series["markerSize"]], series["marker"], color, series["alpha"])

    def _marks(self, points, sizes, marker, color, opacity):
        d = "".join(
            marker_path(marker, x, y, sizes[index % len(sizes)] * self.unit) for index, (x, y) in enumerate(points) if x == x and y == y
        )
        if marker in ("plus", "cross", "hline", "vline"):
            self.path(d, stroke=color, width=1.5, opacity=opacity)
        else:
            self.path(d, fill=color, opacity=opacity)

    def _scatter(self, series):
        points, sizes = self._points(series), unpack(series["sizes"])
        if series["colors"] is None:
            self._marks(points, sizes, series["marker"], color_of(series["color"]), series["alpha"])
            return
        groups = {}
        for index, point in enumerate(points):
            rgb = series["colors"][3 * index : 3 * index + 3]
            groups.setdefault(bytes(rgb), []).append((point, sizes[index % len(sizes)]))
        for rgb, members in groups.items():
            self._marks([p for p, _ in members], [s for _, s in members], series["marker"], "#" + rgb.hex(), series["alpha"])

    def _bar(self, series):
        along, up = (self.y["left"], self.x) if series["horizontal"] else (self.x, self.y[series["side"]])
        ends = zip(*(unpack(series[name]) for name in ("from", "to", "low", "high")))
        for index, (start, stop, low, high) in enumerate(ends):
            a, b, c, d = along(start), along(stop), up(low), up(high)
            c = (self.left if series["horizontal"] else self.bottom) if c != c else c
            if series["horizontal"]:
                a, b, c, d = c, d, a, b
            color = color_of(series["colors"][index] if series["colors"] else series["color"])
            edge = None if series["edge"] is None else color_of(series["edge"])
            self.path(f"M{a:.2f} {c:.2f}H{b:.2f}V{d:.2f}H{a:.2f}Z", fill=color, stroke=edge, width=1, opacity=series["alpha"])

    def _area(self, series):
        low, high = self._points(series), self._points(series, "x", "y2")
        run = []
        for a, b in [*zip(low, high), ((math.nan, 0), (0, 0))]:
            if all(each == each for each in (*a, *b)):
                run.append((a, b))
            elif run:
                edge = [a for a, _ in run] + [b for _, b in reversed(run)]
                self.path(polyline(edge) + "Z", fill=color_of(series["color"]), opacity=series["alpha"])
                run = []

    def _segments(self, series):
        ends = zip(self._points(series), self._points(series, "x2", "y2"))
        d = "".join(polyline([a, b]) + (_head(a, b, 5 * self.unit) if series["arrow"] else "") for a, b in ends)
        self.path(d, stroke=color_of(series["color"]), width=series["width"], dashes=_DASHES.get(series["style"], ()), opacity=series["alpha"])

    def _polygon(self, series):
        fill = color_of(series["color"]) if series["fill"] else None
        edge = None if series["edge"] is None else color_of(series["edge"])
        self.path(polyline(self._points(series)) + "Z", fill=fill, stroke=edge, width=series["width"], opacity=series["alpha"])

    def _rule(self, series):
        if series["axis"] == "y":
            y, width = self.y[series["side"]](series["at"]), self.right - self.left
            d = f"M{self.left + series['from'] * width:.2f} {y:.2f}H{self.left + series['to'] * width:.2f}"
        else:
            x, height = self.x(series["at"]), self.bottom - self.top
            d = f"M{x:.2f} {self.bottom - series['from'] * height:.2f}V{self.bottom - series['to'] * height:.2f}"
        self.path(d, stroke=color_of(series["color"]), width=series["width"], dashes=_DASHES.get(series["style"], ()), opacity=series["alpha"])

    def _span(self, series):
        if series["axis"] == "y":
            a, b, c, d = self.left, self.right, self.y["left"](series["from"]), self.y["left"](series["to"])
        else:
            a, b, c, d = self.x(series["from"]), self.x(series["to"]), self.top, self.bottom
        self.path(f"M{a:.2f} {c:.2f}H{b:.2f}V{d:.2f}H{a:.2f}Z", fill=color_of(series["color"]), opacity=series["alpha"])

    def _text(self, series):
        unit = self.unit
        if series["space"] == "axes":
            x = self.left + series["x"] * (self.right - self.left)
            y = self.bottom - series["y"] * (self.bottom - self.top)
        else:
            x, y = self.x(series["x"]), self.y[series["side"]](series["y"])
        x, y = x + series["shift"][0] * unit, y - series["shift"][1] * unit
        if series["arrow"]:
            end = (self.x(series["arrow"][0]), self.y[series["side"]](series["arrow"][1]))
            self.path(polyline([(x, y), end]) + _head((x, y), end, 7 * unit), stroke="#000000", width=1.2)
        drop = {"top": 0.8, "middle": 0.35, "baseline": 0.0}[series["vertical"]]
        for index, line in enumerate(series["text"].split("\n")):
            at = y + (drop + 1.2 * index) * series["size"] * unit
            self.text(x, at, line, series["size"], color_of(series["color"]), series["align"], -series["rotation"], series["bold"])

    def _image(self, series):
        left, right, bottom, top = series["extent"]
        x0, x1, y0, y1 = self.x(left), self.x(right), self.y["left"](top), self.y["left"](bottom)
        self.out.append(("image", x0, y0, x1 - x0, y1 - y0, series["width"], series["height"], series["channels"], series["pixels"]))

    def _contour(self, series):
        from matplotlib import _contour_lines

        if series["filled"]:
            width, height = max(1, round(self.right - self.left)), max(1, round(self.bottom - self.top))
            pixels = _contour_lines.bands(series, width, height, self.axes["x"]["limits"], self.axes["y"]["limits"])
            self.out.append(("image", self.left, self.top, self.right - self.left, self.bottom - self.top, width, height, 4, pixels))
            return
        for index, level in enumerate(unpack(series["levels"])):
            pieces = _contour_lines.segments(series, level)
            d = "".join(polyline([(self.x(a), self.y["left"](b)), (self.x(c), self.y["left"](e))]) for a, b, c, e in pieces)
            self.path(d, stroke=color_of(series["colors"][index % len(series["colors"])]), width=series["width"], opacity=series["alpha"])


def polyline(points):
    """A path through points; NaN is a gap."""
    parts, pen = [], "M"
    for x, y in points:
        if x != x or y != y or abs(x) > 1e7 or abs(y) > 1e7:
            pen = "M"
            continue
        parts.append(f"{pen}{x:.2f} {y:.2f}")
        pen = "L"
    return "".join(parts)


def _head(start, end, size):
    """The two strokes of an arrow's head."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    strokes = ""
    for turn in (2.6, -2.6):
        tip = (end[0] + size * math.cos(angle + turn), end[1] + size * math.sin(angle + turn))
        strokes += polyline([end, tip])
    return strokes


_CORNERS = {"square": (45, 4), "triangle": (90, 3), "down": (270, 3), "left": (180, 3), "right": (0, 3), "diamond": (0, 4)}


def marker_path(marker, x, y, size):
    """A marker around a point."""
    r = size / 2 * (0.55 if marker == "dot" else 1)
    if marker in ("circle", "dot"):
        return f"M{x - r:.2f} {y:.2f}a{r:.2f} {r:.2f} 0 1 0 {2 * r:.2f} 0a{r:.2f} {r:.2f} 0 1 0 {-2 * r:.2f} 0Z"
    if marker in ("plus", "hline", "vline"):
        across = f"M{x - r:.2f} {y:.2f}h{2 * r:.2f}" if marker != "vline" else ""
        return across + (f"M{x:.2f} {y - r:.2f}v{2 * r:.2f}" if marker != "hline" else "")
    if marker == "cross":
        return f"M{x - r:.2f} {y - r:.2f}l{2 * r:.2f} {2 * r:.2f}M{x - r:.2f} {y + r:.2f}l{2 * r:.2f} {-2 * r:.2f}"
    if marker == "star":
        corners = [(90 + 36 * index, 1.3 if index % 2 == 0 else 0.5) for index in range(10)]
    else:
        first, count = _CORNERS[marker]
        corners = [(first + 360 * index / count, 1.25) for index in range(count)]
    points = [(x + r * k * math.cos(math.radians(a)), y - r * k * math.sin(math.radians(a))) for a, k in corners]
    return polyline(points) + "Z"
