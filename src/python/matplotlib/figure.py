"""Figure: a grid of axes, and how it is shown."""

import itertools

import numpy as np

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.colorbar import Colorbar
from matplotlib.gridspec import GridSpec, SubplotSpec, mosaic_places, mosaic_rows
from matplotlib.legend import make_legend
from matplotlib.text import Text, plain

_identities = itertools.count(1)


class Figure:
    """Made by plt.figure() or plt.subplots()."""

    def __init__(self, figsize=None, dpi=None, *, num=None, layout=None, **kwargs):
        size = rcParams["figure.figsize"] if figsize is None else figsize
        self._size = (float(size[0]), float(size[1]))
        if not all(np.isfinite(each) and each > 0 for each in self._size):
            raise ValueError(f"figure size must be positive finite not {tuple(size)}")
        self.dpi = float(rcParams["figure.dpi"] if dpi is None else dpi)
        self.number = num
        self.canvas = Canvas(self)
        self._identity = f"figure-{next(_identities)}"
        self.clear()

    def clear(self, keep_observers=False):
        """Removes all axes."""
        self.axes = []
        self._rows = self._columns = 1
        self._height_ratios = self._width_ratios = None
        self._suptitle = None
        self._supx = self._supy = None
        self._current = None
        self._shown = False

    clf = clear

    # --- axes

    def _add_axes(self, axes):
        self.axes.append(axes)
        self._current = axes
        self._shown = False
        return axes

    def _use_grid(self, rows, columns):
        """Makes the figure's grid fit another one: places of axes are kept in common multiples."""
        if (rows, columns) == (self._rows, self._columns):
            return 1, 1
        if not self.axes:
            self._rows, self._columns = rows, columns
            return 1, 1
        new_rows, new_columns = np.lcm(rows, self._rows).item(), np.lcm(columns, self._columns).item()
        down, across = new_rows // self._rows, new_columns // self._columns
        for axes in self.axes:
            row, column, height, width = axes._spec
            axes._spec = (row * down, column * across, height * down, width * across)
        self._rows, self._columns = new_rows, new_columns
        self._height_ratios = self._width_ratios = None
        return new_rows // rows, new_columns // columns

    def add_subplot(self, *args, projection=None, polar=False, **kwargs):
        """add_subplot(2, 3, 1), add_subplot(231), add_subplot(gs[0, :])."""
        if projection not in (None, "rectilinear", "3d") or polar:
            raise NotImplementedError(f"the projection {projection or 'polar'!r} is not part of this playground: axes here are flat; contourf() and imshow() show surfaces from above")
        place, grid = _place_of(args or (1, 1, 1))
        if grid is not None and not self.axes:
            self._height_ratios, self._width_ratios = grid._height_ratios, grid._width_ratios
        rows, columns = (grid.nrows, grid.ncols) if grid is not None else place[4:]
        ratios = (self._height_ratios, self._width_ratios) if grid is not None else (None, None)
        down, across = self._use_grid(rows, columns)
        if (down, across) == (1, 1) and any(ratios):
            self._height_ratios, self._width_ratios = ratios
        row, column, height, width = place[:4]
        kind = Axes
        if projection == "3d":
            from matplotlib.axes._space import Axes3D as kind
        axes = kind(self, (row * down, column * across, height * down, width * across))
        for name in ("sharex", "sharey"):
            other = kwargs.pop(name, None)
            if other is not None:
                getattr(axes, name)(other)
        kwargs = {name: value for name, value in kwargs.items() if name not in ("facecolor", "frameon", "frame_on", "label")}
        axes.set(**kwargs)
        return self._add_axes(axes)

    def add_axes(self, rect, **kwargs):
        """Only axes that fill the figure: [left, bottom, width, height] are shares of it."""
        if isinstance(rect, Axes):
            return self._add_axes(rect)
        if self.axes or rect[2] * rect[3] < 0.25:
            raise NotImplementedError("axes at free places are not part of this playground; use plt.subplots or GridSpec")
        return self.add_subplot(1, 1, 1, **kwargs)

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
                 subplot_kw=None, gridspec_kw=None):  # fmt: skip
        kw = dict(gridspec_kw or {})
        if width_ratios is not None:
            kw["width_ratios"] = width_ratios
        if height_ratios is not None:
            kw["height_ratios"] = height_ratios
        grid = self.add_gridspec(nrows, ncols, **kw)
        table = np.empty((nrows, ncols), dtype=object)
        for row in range(nrows):
            for column in range(ncols):
                axes = self.add_subplot(grid[row, column], **(subplot_kw or {}))
                table[row, column] = axes
                for name, how in (("sharex", sharex), ("sharey", sharey)):
                    other = _shares_with(how, table, row, column)
                    if other is not None:
                        getattr(axes, name)(other)
        if sharex in (True, "all", "col"):
            for axes in table[:-1].ravel().tolist():
                axes.xaxis.labels_shown = False
        if sharey in (True, "all", "row"):
            for axes in table[:, 1:].ravel().tolist():
                axes.yaxis.labels_shown = False
        if not squeeze:
            return table
        return table.item() if table.size == 1 else table.squeeze()

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        return GridSpec(nrows, ncols, figure=self, **kwargs)

    def subplot_mosaic(self, mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None, empty_sentinel=".",
                       subplot_kw=None, per_subplot_kw=None, gridspec_kw=None):  # fmt: skip
        """Axes by name: "AB;CC" or lists of names; a name that fills a rectangle is one axes."""
        kw = {**(gridspec_kw or {})}
        kw.update({name: value for name, value in (("width_ratios", width_ratios), ("height_ratios", height_ratios)) if value is not None})
        rows = mosaic_rows(mosaic)
        grid = self.add_gridspec(len(rows), len(rows[0]), **kw)
        made = {}
        for name, (top, left, bottom, right) in mosaic_places(rows, empty_sentinel).items():
            looks = {**(subplot_kw or {}), **(per_subplot_kw or {}).get(name, {})}
            axes = made[name] = self.add_subplot(grid[top : bottom + 1, left : right + 1], **looks)
            first = next(iter(made.values()))
            for share, how in (("sharex", sharex), ("sharey", sharey)):
                if how and axes is not first:
                    getattr(axes, share)(first)
            axes.set_label(str(name))
        return made

    def subfigures(self, *args, **kwargs):
        raise NotImplementedError("subfigures() is not part of this playground; use subplot_mosaic or GridSpec")

    def delaxes(self, ax):
        self.axes.remove(ax)
        if self._current is ax:
            self._current = self.axes[-1] if self.axes else None

    def gca(self):
        return self._current if self._current is not None else self.add_subplot(1, 1, 1)

    def sca(self, a):
        self._current = a
        return a

    def get_axes(self):
        return list(self.axes)

    # --- words and looks

    def suptitle(self, t, **kwargs):
        x, y = kwargs.pop("x", 0.5), kwargs.pop("y", 0.98)
        self._suptitle = Text(x, y, t, "figure", **kwargs)
        return self._suptitle

    def supxlabel(self, t, **kwargs):
        self._supx = Text(0.5, 0.01, t, "figure", **kwargs)
        return self._supx

    def supylabel(self, t, **kwargs):
        self._supy = Text(0.02, 0.5, t, "figure", **kwargs)
        return self._supy

    def text(self, x, y, s, fontdict=None, **kwargs):
        raise NotImplementedError("Figure.text() is not part of this playground; use suptitle() or ax.text(…, transform=ax.transAxes)")

    def legend(self, *args, handles=None, labels=None, title=None, **kwargs):
        axes = self.gca()
        first = self.axes[0]
        first._legend = make_legend(self.axes, args, handles, labels, title, axes)
        return first._legend

    def colorbar(self, mappable, cax=None, ax=None, label=None, ticks=None, **kwargs):
        """The scale of a mappable's colours, at the right of its axes."""
        if cax is not None:
            ax = getattr(cax, "_colorbar_of", None)
            if ax is None:
                raise NotImplementedError("colorbar(cax=…) takes what make_axes_locatable(ax).append_axes(…) gives; the page places colour bars")
        if ax is None:
            ax = getattr(mappable, "axes", None) or self.gca()
        if isinstance(ax, np.ndarray):
            ax = ax.ravel().tolist()
        if isinstance(ax, (list, tuple)):
            ax = ax[-1]
        bar = Colorbar(mappable, ax)
        if label is not None:
            bar.set_label(label)
        if ticks is not None:
            bar.set_ticks(ticks)
        return bar

    def set_size_inches(self, w, h=None, forward=True):
        w, h = w if h is None else (w, h)
        self._size = (float(w), float(h))

    def get_size_inches(self):
        return np.array(self._size)

    def set_figwidth(self, val, forward=True):
        self.set_size_inches(val, self._size[1])

    def set_figheight(self, val, forward=True):
        self.set_size_inches(self._size[0], val)

    def get_figwidth(self):
        return self._size[0]

    def get_figheight(self):
        return self._size[1]

    def set_dpi(self, val):
        self.dpi = float(val)

    def get_dpi(self):
        return self.dpi

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        """The page leaves room for labels by itself."""

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        """The page leaves room for labels by itself."""

    def set_layout_engine(self, layout=None, **kwargs):
        """The page leaves room for labels by itself."""

    set_tight_layout = set_constrained_layout = set_constrained_layout_pads = set_facecolor = set_layout_engine

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha="right", which="major"):
        for axes in self.axes:
            axes.xaxis.rotation = float(rotation)

    def align_labels(self, axs=None):
        """The page aligns labels."""

    align_xlabels = align_ylabels = align_labels

    def savefig(self, fname, *, format=None, dpi=None, transparent=None, bbox_inches=None, **kwargs):
        from matplotlib import _save

        _save.save(self, fname, format, self.dpi if dpi in (None, "figure") else float(dpi), bool(transparent))

    def show(self, warn=True):
        self._show()

    def __getattr__(self, name):
        if name in ("add_subfigure", "ginput", "waitforbuttonpress", "figimage", "add_artist"):
            raise NotImplementedError(f"Figure.{name}() is in matplotlib, but not in this playground yet")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        width, height = (round(each * self.dpi) for each in self._size)
        return f"<Figure size {width}x{height} with {len(self.axes)} Axes>"

    __str__ = lambda self: f"Figure({self._size[0] * self.dpi:g}x{self._size[1] * self.dpi:g})"  # noqa: E731

    # --- drawing

    def _message(self):
        """The figure as in src/protocol/figure.ts."""
        titles = [each for each in (self._suptitle,) if each is not None and each.get_text()]
        shown = [axes for axes in self.axes if axes._side == "left" and axes.get_visible()]
        for axes in shown:
            if self._supx is not None and not axes.get_xlabel() and axes._spec[0] + axes._spec[2] >= self._rows:
                axes.set_xlabel(self._supx.get_text())
            if self._supy is not None and not axes.get_ylabel() and axes._spec[1] == 0:
                axes.set_ylabel(self._supy.get_text())
        return {
            "title": plain(titles[0].get_text()) if titles else None,
            "rows": self._rows,
            "columns": self._columns,
            "rowRatios": _ratios(self._height_ratios),
            "columnRatios": _ratios(self._width_ratios),
            "width": self._size[0] * 100,
            "height": self._size[1] * 100,
            "axes": [axes._message() for axes in shown],
        }

    def _show(self, identity=None):
        """Sends the figure to the page; the same identity again replaces the drawing."""
        from kernel_runtime import emit_figure

        if not self.axes:
            return
        emit_figure(identity or f"{self._identity}-{next(_identities)}", self._message())
        self._shown = True

    def _ipython_display_(self):
        if self.axes:
            self._show()
        else:
            print(repr(self))


class Canvas:
    """fig.canvas: draw() shows the figure's present state in place."""

    def __init__(self, figure):
        self.figure = figure
        self.manager = Manager()

    def draw(self):
        """Shows the figure where it was shown before."""
        self.figure._show(self.figure._identity)

    draw_idle = flush_events = draw

    def get_width_height(self):
        return tuple(round(each * self.figure.dpi) for each in self.figure._size)

    def __getattr__(self, name):
        raise NotImplementedError(f"figure.canvas.{name}() is not part of this playground")


class Manager:
    """A window's manager, where there are no windows."""

    def set_window_title(self, title):
        """There is no window."""

    def full_screen_toggle(self):
        """There is no window."""

    def __getattr__(self, name):
        raise NotImplementedError(f"figure.canvas.manager.{name} is not part of this playground: there are no windows")


def _ratios(values):
    return None if values is None else [float(each) for each in values]


def _place_of(args):
    """((row, column, rows, columns, grid rows, grid columns), grid or None) of add_subplot's arguments."""
    if len(args) == 1 and isinstance(args[0], GridSpec):
        args = (args[0][0],)
    if len(args) == 1 and isinstance(args[0], SubplotSpec):
        spec = args[0]
        return (*spec._place, spec._grid.nrows, spec._grid.ncols), spec._grid
    if len(args) == 1:
        digits = str(args[0])
        if len(digits) != 3 or not digits.isdigit():
            raise ValueError(f"Single argument to subplot must be a three-digit integer, not {args[0]}")
        args = tuple(int(digit) for digit in digits)
    if len(args) != 3:
        raise TypeError(f"subplot() takes 1 or 3 positional arguments but {len(args)} were given")
    rows, columns, index = args
    for name, count in (("rows", rows), ("columns", columns)):
        if not isinstance(count, (int, np.integer)) or count <= 0:
            raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")
    rows, columns = int(rows), int(columns)
    first, last = index if isinstance(index, tuple) else (index, index)
    if not 1 <= first <= last <= rows * columns:
        raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index!r}")
    (top, left), (bottom, right) = divmod(int(first) - 1, columns), divmod(int(last) - 1, columns)
    return (top, min(left, right), bottom - top + 1, abs(right - left) + 1, rows, columns), None


def _shares_with(how, table, row, column):
    """The axes that a new one shares its limits with."""
    if how in (False, "none"):
        return None
    if how not in (True, "all", "row", "col"):
        raise ValueError(f"{how!r} is not a valid value for sharex; supported values are 'all', 'row', 'col', 'none', False, True")
    first = {"row": table[row, 0], "col": table[0, column]}.get(how, table[0, 0])
    return None if first is table[row, column] else first

