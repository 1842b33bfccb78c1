"""matplotlib on this page: pyplot, figures and axes as in the library; a figure becomes a message that the page draws.

Drawing itself (fonts, themes, hover) is the page's. What is not here says so with a NotImplementedError.
"""

import contextlib as _contextlib

from matplotlib._rc import RcParams, cycler, default_params

__version__ = "3.8.4"

rcParamsDefault = default_params()
rcParams = default_params()

__all__ = [
    "RcParams",
    "colormaps",
    "color_sequences",
    "cycler",
    "get_backend",
    "rc",
    "rc_context",
    "rcParams",
    "rcParamsDefault",
    "rcdefaults",
    "set_loglevel",
    "use",
]


def use(backend, *, force=True):
    """Figures are drawn by the page, whatever the backend's name."""


def get_backend():
    """The name of the notebook's backend."""
    return "module://matplotlib_inline.backend_inline"


def set_loglevel(level):
    """There is no log."""


def rc(group, **kwargs):
    """Sets parameters of a group: rc("lines", linewidth=2)."""
    groups = [group] if isinstance(group, str) else group
    short = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor"}
    for each in groups:
        for name, value in kwargs.items():
            rcParams[f"{each}.{short.get(name, name)}"] = value


def rcdefaults():
    """Restores all parameters."""
    dict.clear(rcParams)
    rcParams.update(rcParamsDefault)


@_contextlib.contextmanager
def rc_context(rc=None, fname=None):
    """Parameters for a `with` block."""
    kept = dict(rcParams)
    try:
        if rc:
            rcParams.update(rc)
        yield
    finally:
        dict.clear(rcParams)
        dict.update(rcParams, kept)


def __getattr__(name):
    if name == "colormaps":
        from matplotlib.cm import _colormaps

        return _colormaps
    if name in ("cm", "colors", "pyplot", "ticker", "figure", "style", "lines", "patches", "gridspec", "font_manager", "dates", "animation", "transforms", "image", "collections"):
        import importlib

        return importlib.import_module(f"matplotlib.{name}")
    if name in ("widgets", "backends", "path", "projections", "mlab", "tri"):
        raise NotImplementedError(f"matplotlib.{name} is not part of this playground")
    raise AttributeError(f"module 'matplotlib' has no attribute {name!r}")
