"""pyplot: plotting into the current axes of the current figure, which the end of a cell shows."""

import sys

import matplotlib
from matplotlib import cm, rcdefaults, style
from matplotlib._missing import PYPLOT, missing
from matplotlib._rc import cycler
from matplotlib.artist import getp, setp
from matplotlib.axes import Axes
from matplotlib.cm import get_cmap
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec
from matplotlib.image import imread, imsave
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.ticker import FormatStrFormatter, FuncFormatter, MaxNLocator, MultipleLocator

rcParams, rcParamsDefault = matplotlib.rcParams, matplotlib.rcParamsDefault
rc, rc_context = matplotlib.rc, matplotlib.rc_context

_figures = {}  # number → Figure, the current one last
_interactive = [True]


# --- figures


def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=Figure, clear=False, **kwargs):
    """Makes a figure, or makes the one with that number or name the current one."""
    if isinstance(num, Figure):
        num = num.number
    if num is not None and num in _figures:
        found = _figures.pop(num)
        _figures[num] = found
        if clear:
            found.clear()
        return found
    if num is None:
        num = max((key for key in _figures if isinstance(key, int)), default=0) + 1
    made = FigureClass(figsize, dpi, num=num, **kwargs)
    _figures[num] = made
    _watch_cells()
    return made


def gcf():
    """The current figure; makes one when there is none."""
    return next(reversed(_figures.values())) if _figures else figure()


def gca():
    """The current axes; makes them when there are none."""
    return gcf().gca()


def sca(ax):
    """Makes these the current axes."""
    figure(ax.figure.number) if ax.figure.number in _figures else None
    ax.figure.sca(ax)


def get_fignums():
    """The numbers of the open figures."""
    return sorted(key for key in _figures if isinstance(key, int))


def get_figlabels():
    """The labels of the open figures that have one instead of a number."""
    return [key for key in _figures if isinstance(key, str)]


def fignum_exists(num):
    """Whether a figure of this number or label is open."""
    return num in _figures


def close(fig=None):
    """Closes the current figure, one by its number or itself, or "all"."""
    if fig == "all":
        _figures.clear()
    elif fig is None:
        if _figures:
            _figures.popitem()
    else:
        number = fig.number if isinstance(fig, Figure) else fig
        _figures.pop(number, None)


def clf():
    """Empties the current figure."""
    gcf().clear()


def cla():
    """Empties the current axes."""
    gca().clear()


def delaxes(ax=None):
    """Takes axes (by default the current ones) out of the figure."""
    gcf().delaxes(ax or gca())


def axes(arg=None, **kwargs):
    """New axes; only such as fill the figure."""
    return gcf().add_subplot(**kwargs) if arg is None else gcf().add_axes(arg, **kwargs)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, **fig_kw):  # fmt: skip
    """A new figure with a grid of axes."""
    fig = figure(**fig_kw)
    made = fig.subplots(
        nrows,
        ncols,
        sharex=sharex,
        sharey=sharey,
        squeeze=squeeze,
        width_ratios=width_ratios,
        height_ratios=height_ratios,
        subplot_kw=subplot_kw,
        gridspec_kw=gridspec_kw,
    )
    return fig, made


def subplot(*args, **kwargs):
    """The axes at a place of the grid, made when there are none."""
    from matplotlib.figure import _place_of

    fig = gcf()
    place, _ = _place_of(args or (1, 1, 1))
    if place[4:] == (fig._rows, fig._columns):
        for existing in fig.axes:
            if existing._spec == place[:4]:
                return fig.sca(existing)
    return fig.add_subplot(*args, **kwargs)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    """Axes at a place of a grid."""
    row, column = loc
    grid = GridSpec(*shape)
    return (fig or gcf()).add_subplot(grid[row : row + rowspan, column : column + colspan], **kwargs)


def subplot_mosaic(mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None, empty_sentinel=".", subplot_kw=None,
                   gridspec_kw=None, **fig_kw):  # fmt: skip
    """A new figure whose axes have names: "AB;CC", or lists of names. Returns (figure, axes by name)."""
    fig = figure(**fig_kw)
    given = {"width_ratios": width_ratios, "height_ratios": height_ratios, **(gridspec_kw or {})}
    made = fig.subplot_mosaic(
        mosaic, sharex=sharex, sharey=sharey, empty_sentinel=empty_sentinel, subplot_kw=subplot_kw, gridspec_kw=given
    )
    return fig, made


def box(on=None):
    """Switches the frame, the ticks and the labels of the current axes."""
    current = gca()
    current.set_frame_on(not current._axis_on if on is None else on)


def switch_backend(newbackend):
    """Figures are always drawn by the page."""


def get_current_fig_manager():
    """There are no windows: the manager of the current figure does nothing."""
    return gcf().canvas.manager


def twinx(ax=None):
    """A second vertical axis at the right of the current axes."""
    return (ax or gca()).twinx()


# --- showing


def show(*args, **kwargs):
    """Shows all figures and closes them, as notebooks do."""
    for each in list(_figures.values()):
        if not each._shown:
            each._show()
    _figures.clear()


def draw():
    """Shows the present state of the current figure in place."""
    gcf().canvas.draw()


def pause(interval):
    """Shows the present state of the current figure in place, and waits."""
    import time

    if _figures:
        gcf().canvas.draw()
    time.sleep(interval)


def ion():
    """Figures are always shown at the end of a cell."""
    _interactive[0] = True


def ioff():
    """Figures are always shown at the end of a cell."""
    _interactive[0] = False


def isinteractive():
    """Whether ion() is in force."""
    return _interactive[0]


def savefig(fname, **kwargs):
    """Writes the current figure into a file: .svg or .png."""
    gcf().savefig(fname, **kwargs)


_watching = []


def _watch_cells():
    """Asks the kernel once to show at the end of a cell what the cell has left open."""
    if _watching:
        return
    runtime = sys.modules.get("kernel_runtime")
    if runtime is not None:
        runtime.on_cell_end(show)
        _watching.append(runtime)


# --- the current axes' methods


def _through_axes(name):
    def call(*args, **kwargs):
        return getattr(gca(), name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(Axes, name).__doc__
    return call


for _name in (
    "annotate arrow autoscale axhline axhspan axis axline axvline axvspan bar bar_label barh boxplot broken_barh clabel contour contourf "
    "errorbar eventplot fill fill_between fill_betweenx grid hexbin hist hist2d hlines imshow legend locator_params loglog margins "
    "minorticks_off minorticks_on pcolor pcolormesh pie plot quiver scatter semilogx semilogy spy stackplot stem step text tick_params "
    "ticklabel_format violinplot vlines"
).split():
    globals()[_name] = _through_axes(_name)


def matshow(A, fignum=None, **kwargs):
    """A matrix as a picture in a figure of its own."""
    if fignum != 0:
        figure(fignum)
    return gca().matshow(A, **kwargs)


def title(label, *args, **kwargs):
    """The title of the current axes."""
    return gca().set_title(label, *args, **kwargs)


def xlabel(xlabel, *args, **kwargs):
    """The label of the x axis."""
    return gca().set_xlabel(xlabel, *args, **kwargs)


def ylabel(ylabel, *args, **kwargs):
    """The label of the y axis."""
    return gca().set_ylabel(ylabel, *args, **kwargs)


def xlim(*args, **kwargs):
    """Gets or sets the limits along x."""
    return gca().set_xlim(*args, **kwargs) if args or kwargs else gca().get_xlim()


def ylim(*args, **kwargs):
    """Gets or sets the limits along y."""
    return gca().set_ylim(*args, **kwargs) if args or kwargs else gca().get_ylim()


def xscale(value, **kwargs):
    """The scale of the x axis: 'linear', 'log', …"""
    gca().set_xscale(value, **kwargs)


def yscale(value, **kwargs):
    """The scale of the y axis: 'linear', 'log', …"""
    gca().set_yscale(value, **kwargs)


def _ticks(axis, ticks, labels, kwargs):
    if ticks is not None:
        axis.set_ticks(ticks)
    if labels is not None:
        axis.set_ticklabels(labels, **kwargs)
    elif "rotation" in kwargs:
        axis.rotation = Text(rotation=kwargs["rotation"])._rotation
    return axis.get_ticklocs(), axis.get_ticklabels()


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """Gets or sets places and labels of the ticks along x."""
    return _ticks(gca().xaxis, ticks, labels, kwargs)


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """Gets or sets places and labels of the ticks along y."""
    return _ticks(gca().yaxis, ticks, labels, kwargs)


def suptitle(t, **kwargs):
    """The title of the whole figure."""
    return gcf().suptitle(t, **kwargs)


def tight_layout(**kwargs):
    """Makes room between the axes."""
    gcf().tight_layout(**kwargs)


def subplots_adjust(**kwargs):
    """The margins and gaps of the axes, in shares of the figure."""
    gcf().subplots_adjust(**kwargs)


def figtext(x, y, s, fontdict=None, **kwargs):
    """Text at a place of the figure, in shares of its size."""
    return gcf().text(x, y, s, fontdict, **kwargs)


def gci():
    """The picture or points that colorbar() explains."""
    current = gcf()
    for each in [current._current, *reversed(current.axes)]:
        if each is not None and each._current_image is not None:
            return each._current_image
    return None


def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    """The scale of the colours of the current image."""
    mappable = gci() if mappable is None else mappable
    if mappable is None:
        raise RuntimeError(
            "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a "
            "contour set (with contourf)."
        )
    return gcf().colorbar(mappable, cax=cax, ax=ax, **kwargs)


def clim(vmin=None, vmax=None):
    """The ends of the colour scale of the current image."""
    gci().set_clim(vmin, vmax)


def set_cmap(cmap):
    """The colour map of the current image and of later ones."""
    rcParams["image.cmap"] = get_cmap(cmap).name
    current = gci() if _figures else None
    if current is not None:
        current.set_cmap(cmap)


def colormaps():
    """The names of all colour maps."""
    return list(cm._colormaps)


def _colormap_setter(name):
    def call():
        set_cmap(name)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"Makes {name!r} the colour map."
    return call


for _name in "autumn bone cool copper gray hot hsv inferno jet magma pink plasma spring summer viridis winter".split():
    globals()[_name] = _colormap_setter(_name)
del _name


def __getattr__(name):
    if name in PYPLOT:
        raise missing("plt.", name)
    raise AttributeError(f"module 'matplotlib.pyplot' has no attribute {name!r}")


__all__ = [name for name in globals() if not name.startswith("_") and name not in ("sys", "matplotlib", "missing", "PYPLOT")]
