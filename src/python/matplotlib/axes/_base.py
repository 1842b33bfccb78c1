"""What an Axes holds: its artists, its two axes, titles, legend. How it becomes a message stands in _message."""

import itertools

import numpy as np

from matplotlib import _draw, rcParams
from matplotlib._missing import AXES, missing
from matplotlib.axis import Axis, Spines
from matplotlib.image import AxesImage
from matplotlib.contour import QuadContourSet
from matplotlib.text import Text


class AxesBase:
    """Artists and the axes they stand in; plotting methods are mixed in."""

    _side = "left"
    _label = ""

    def __init__(self, figure, spec=(0, 0, 1, 1)):
        self.figure = figure
        self._spec = spec  # row, column, rows, columns in the figure's grid
        self.clear()

    def clear(self):
        """Empties the axes."""
        self.lines, self.patches, self.collections = [], [], []
        self.images, self.texts, self.containers, self.artists = [], [], [], []
        self._order = []
        self.xaxis, self.yaxis = Axis(self, "x"), Axis(self, "y")
        self.spines = Spines()
        self.title = Text(0.5, 1.0, "")
        self._legend = self._colorbar = self._twin = None
        self._axis_on = self._visible = True
        self._equal = False
        self._current_image = None
        self._properties = itertools.cycle(rcParams["axes.prop_cycle"])
        self._patch_colors = itertools.cycle(rcParams["axes.prop_cycle"])

    cla = clear

    # --- artists

    def _add(self, artist, collection):
        artist.axes, artist.figure = self, self.figure
        collection.append(artist)
        self._order.append(artist)
        return artist

    def add_line(self, line):
        return self._add(line, self.lines)

    def add_patch(self, p):
        return self._add(p, self.patches)

    def add_collection(self, collection, autolim=True):
        return self._add(collection, self.collections)

    def add_artist(self, a):
        from matplotlib.legend import Legend

        if isinstance(a, Legend):
            return a
        kinds = {"lines": self.lines, "patches": self.patches, "collections": self.collections, "text": self.texts}
        return self._add(a, kinds.get(type(a).__module__.rpartition(".")[2], self.artists))

    def _remove(self, artist):
        for collection in (self.lines, self.patches, self.collections, self.images, self.texts, self.artists, self._order):
            if artist in collection:
                collection.remove(artist)
        if self._current_image is artist:
            self._current_image = None

    def _artists(self):
        return self._order

    def get_children(self):
        return list(self._order)

    def get_lines(self):
        return list(self.lines)

    def get_images(self):
        return list(self.images)

    def has_data(self):
        return bool(self.lines or self.patches or self.collections or self.images)

    def _has_picture(self):
        owner = getattr(self, "_parent", self)
        return any(isinstance(each, AxesImage) or isinstance(each, QuadContourSet) and each.filled for each in owner._order)

    def _next_color(self):
        """The cycle's next colour, for filled things."""
        return next(self._patch_colors).get("color", "C0")

    def _number(self, value, direction):
        return (self.xaxis if direction == "x" else self.yaxis).number(value)

    def _numbers(self, values, direction):
        """Data of one direction as floats; names become places on a categorical axis, dates become days."""
        axis = self.xaxis if direction == "x" else self.yaxis
        if isinstance(values, str):
            values = [values]
        if isinstance(values, (list, tuple)) and values and (isinstance(values[0], str) or hasattr(values[0], "isoformat")):
            return np.array([axis.number(value) for value in values], float)
        if isinstance(values, np.ndarray) and values.dtype.kind in "UO" and values.size:
            return np.array([axis.number(value) for value in values.ravel().tolist()], float)
        if isinstance(values, (dict, set)):
            values = list(values)
        if type(values).__name__ in ("dict_keys", "dict_values", "range", "generator", "map", "zip"):
            return self._numbers(list(values), direction)
        return _draw.floats(values)

    # --- limits, scales, ticks

    def get_xlim(self):
        return tuple(self.xaxis.view())

    def get_ylim(self):
        return tuple(self.yaxis.view())

    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        left, right = _ends(left, right, xmin, xmax)
        return self.xaxis.set_view(left, right)

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        bottom, top = _ends(bottom, top, ymin, ymax)
        return self.yaxis.set_view(bottom, top)

    get_xbound = lambda self: tuple(sorted(self.get_xlim()))  # noqa: E731
    get_ybound = lambda self: tuple(sorted(self.get_ylim()))  # noqa: E731
    set_xbound, set_ybound = set_xlim, set_ylim

    def set_xscale(self, value, **kwargs):
        self.xaxis.set_scale(value)

    def set_yscale(self, value, **kwargs):
        self.yaxis.set_scale(value)

    def get_xscale(self):
        return self.xaxis.scale

    def get_yscale(self):
        return self.yaxis.scale

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.xaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.yaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def get_xticks(self, *, minor=False):
        return self.xaxis.get_ticklocs(minor=minor)

    def get_yticks(self, *, minor=False):
        return self.yaxis.get_ticklocs(minor=minor)

    def set_xticklabels(self, labels, *, minor=False, **kwargs):
        return self.xaxis.set_ticklabels(labels, minor=minor, **kwargs)

    def set_yticklabels(self, labels, *, minor=False, **kwargs):
        return self.yaxis.set_ticklabels(labels, minor=minor, **kwargs)

    def get_xticklabels(self, minor=False, which=None):
        return self.xaxis.get_ticklabels()

    def get_yticklabels(self, minor=False, which=None):
        return self.yaxis.get_ticklabels()

    def get_xaxis(self):
        return self.xaxis

    def get_yaxis(self):
        return self.yaxis

    def invert_xaxis(self):
        self.xaxis.set_inverted(not self.xaxis_inverted())

    def invert_yaxis(self):
        self.yaxis.set_inverted(not self.yaxis_inverted())

    def xaxis_inverted(self):
        low, high = self.get_xlim()
        return low > high

    def yaxis_inverted(self):
        low, high = self.get_ylim()
        return low > high

    def tick_params(self, axis="both", **kwargs):
        for each in (self.xaxis, self.yaxis):
            if axis in (each.name, "both"):
                each.tick_params(**kwargs)

    def ticklabel_format(self, **kwargs):
        """The page decides how numbers are written."""

    def minorticks_on(self):
        """No minor ticks."""

    minorticks_off = minorticks_on

    def locator_params(self, axis="both", **kwargs):
        from matplotlib.ticker import MaxNLocator

        for each in (self.xaxis, self.yaxis):
            if axis in (each.name, "both"):
                each.set_major_locator(MaxNLocator(**kwargs))

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins:
            x, y = margins * 2 if len(margins) == 1 else margins
        if x is None and y is None:
            return self.xaxis.margin, self.yaxis.margin
        for axis, value in ((self.xaxis, x), (self.yaxis, y)):
            if value is not None:
                axis.margin = float(value)
        return None

    def set_xmargin(self, m):
        self.margins(x=m)

    def set_ymargin(self, m):
        self.margins(y=m)

    def autoscale(self, enable=True, axis="both", tight=None):
        for each in (self.xaxis, self.yaxis):
            if axis in (each.name, "both"):
                each.limits = None if enable else each.view()
                if tight:
                    each.margin = 0.0

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        """Limits follow the data whenever they are asked for."""

    def relim(self, visible_only=False):
        """Limits follow the data whenever they are asked for."""

    def axis(self, arg=None, *, emit=True, **kwargs):
        """Limits of both directions; "off", "on", "equal", "tight", "image", "square", or [xmin, xmax, ymin, ymax]."""
        if isinstance(arg, (str, bool)):
            if arg in ("off", False):
                self._axis_on = False
            elif arg in ("on", True):
                self._axis_on = True
            elif arg in ("equal", "scaled", "image", "square"):
                self._equal = True
                if arg == "image":
                    self.margins(0)
            elif arg == "tight":
                self.autoscale()
            elif arg == "auto":
                self._equal = False
                self.autoscale()
            else:
                raise ValueError(
                    f"Unrecognized string {arg!r} to axis; try 'on' or 'off'"
                )
        elif arg is not None:
            if len(arg) != 4:
                raise TypeError("the first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self.set_xlim(arg[0], arg[1])
            self.set_ylim(arg[2], arg[3])
        if "xmin" in kwargs or "xmax" in kwargs:
            self.set_xlim(kwargs.get("xmin"), kwargs.get("xmax"))
        if "ymin" in kwargs or "ymax" in kwargs:
            self.set_ylim(kwargs.get("ymin"), kwargs.get("ymax"))
        return (*self.get_xlim(), *self.get_ylim())

    def set_axis_off(self):
        self._axis_on = False

    def set_axis_on(self):
        self._axis_on = True

    def set_frame_on(self, b):
        self._axis_on = bool(b)

    def set_label(self, s):
        self._label = str(s)

    def get_label(self):
        return self._label

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if aspect not in ("auto", "equal") and not isinstance(aspect, (int, float)):
            raise ValueError(f"could not convert string to float: {aspect!r}")
        self._equal = aspect == "equal" or aspect == 1

    def get_aspect(self):
        return 1.0 if self._equal else "auto"

    set_adjustable = set_anchor = set_axisbelow = set_box_aspect = set_facecolor = lambda self, *args, **kwargs: None
    set_rasterized = set_prop_cycle_ = set_zorder = set_clip_on = set_alpha = set_box_aspect

    def set_prop_cycle(self, *args, **kwargs):
        from matplotlib._rc import cycler

        cycle = rcParams["axes.prop_cycle"] if args == (None,) else cycler(*args, **kwargs)
        self._properties, self._patch_colors = itertools.cycle(cycle), itertools.cycle(cycle)

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def get_figure(self):
        return self.figure

    def get_subplotspec(self):
        return self._spec

    def label_outer(self):
        """Hides labels that a neighbour below or at the left repeats."""
        row, column, rows, _ = self._spec
        self.xaxis.label_visible = row + rows >= self.figure._rows
        self.yaxis.label_visible = column == 0

    def sharex(self, other):
        _share(self.xaxis, other.xaxis)

    def sharey(self, other):
        _share(self.yaxis, other.yaxis)

    def twinx(self):
        """A second vertical axis at the right."""
        twin = type(self)(self.figure, self._spec)
        twin._side, twin._parent = "right", self
        twin.xaxis = self.xaxis
        self._twin = twin
        # The twin's data stretch the common axis too.
        stand_in = Axis(twin, "x")
        self.xaxis.partners.append(stand_in)
        self.figure._add_axes(twin)
        return twin

    def remove(self):
        self.figure.delaxes(self)

    def set(self, **kwargs):
        """Sets properties by name: ax.set(xlabel="x", title="…")."""
        for name, value in kwargs.items():
            setter = getattr(self, f"set_{name}", None)
            if setter is None:
                raise AttributeError(f"{type(self).__name__}.set() got an unexpected keyword argument {name!r}")
            setter(value)
        return None

    update = set

    def __getattr__(self, name):
        if name in AXES:
            raise missing("Axes.", name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        parts = []
        if self.title.get_text():
            parts.append(f"title={{'center': {self.title.get_text()!r}}}")
        for axis in (self.xaxis, self.yaxis):
            if axis.label.get_text():
                parts.append(f"{axis.name}label={axis.label.get_text()!r}")
        return f"<Axes: {', '.join(parts)}>"


def _ends(low, high, least, most):
    """Limits from set_xlim's arguments: two numbers, a pair, or the older keywords."""
    if high is None and low is not None and not isinstance(low, str) and hasattr(low, "__len__") and len(low) == 2:
        low, high = low
    return (least if low is None else low), (most if high is None else high)


def _share(axis, other):
    partners = other.partners
    if axis in partners:
        return
    partners += [each for each in axis.partners if each not in partners]
    for each in partners:
        each.partners = partners
