"""style.use: what a style sheet says about grids and colour cycles; surfaces and fonts are the page's own."""

import contextlib

import matplotlib
from matplotlib._rc import cycler

_GGPLOT = ["#E24A33", "#348ABD", "#988ED5", "#777777", "#FBC15E", "#8EBA42", "#FFB5B8"]
_FIVETHIRTYEIGHT = ["#008fd5", "#fc4f30", "#e5ae38", "#6d904f", "#8b8b8b", "#810f7c"]
_BMH = ["#348ABD", "#A60628", "#7A68A6", "#467821", "#D55E00", "#CC79A7", "#56B4E9", "#009E73", "#F0E442", "#0072B2"]
_DEEP = ["#4C72B0", "#55A868", "#C44E52", "#8172B2", "#CCB974", "#64B5CD"]
_COLORBLIND = ["#006BA4", "#FF800E", "#ABABAB", "#595959", "#5F9ED1", "#C85200", "#898989", "#A2C8EC", "#FFBC79", "#CFCFCF"]
_GREYS = ["0.00", "0.40", "0.60", "0.70"]

_SHEETS = {
    "bmh": {"axes.grid": True, "axes.prop_cycle": cycler(color=_BMH)},
    "classic": {"axes.prop_cycle": cycler(color=["b", "g", "r", "c", "m", "y", "k"])},
    "dark_background": {},
    "fast": {},
    "fivethirtyeight": {"axes.grid": True, "axes.prop_cycle": cycler(color=_FIVETHIRTYEIGHT), "lines.linewidth": 4.0},
    "ggplot": {"axes.grid": True, "axes.prop_cycle": cycler(color=_GGPLOT)},
    "grayscale": {"axes.prop_cycle": cycler(color=_GREYS), "image.cmap": "gray"},
    "seaborn-v0_8": {"axes.grid": True, "axes.prop_cycle": cycler(color=_DEEP)},
    "seaborn-v0_8-whitegrid": {"axes.grid": True},
    "seaborn-v0_8-darkgrid": {"axes.grid": True},
    "seaborn-v0_8-white": {"axes.grid": False},
    "seaborn-v0_8-ticks": {"axes.grid": False},
    "seaborn-v0_8-dark": {"axes.grid": False},
    "seaborn-v0_8-deep": {"axes.prop_cycle": cycler(color=_DEEP)},
    "seaborn-v0_8-muted": {},
    "seaborn-v0_8-paper": {},
    "seaborn-v0_8-notebook": {},
    "seaborn-v0_8-talk": {},
    "seaborn-v0_8-poster": {},
    "tableau-colorblind10": {"axes.prop_cycle": cycler(color=_COLORBLIND)},
}

# The names before matplotlib 3.6 still stand in many books.
_OLD = {name.replace("-v0_8", ""): name for name in _SHEETS if name.startswith("seaborn")}

library = _SHEETS
available = sorted(_SHEETS)


def use(style):
    """Applies one style or several: a name, a dictionary of parameters, or a list of these."""
    for each in [style] if isinstance(style, (str, dict)) else style:
        if isinstance(each, dict):
            matplotlib.rcParams.update(each)
        elif each == "default":
            matplotlib.rcdefaults()
        else:
            name = _OLD.get(each, each)
            if name not in _SHEETS:
                raise OSError(
                    f"{each!r} is not a valid package style, path of style file, URL of style file, or library style "
                    "name (library styles are listed in `style.available`)"
                )
            matplotlib.rcParams.update(_SHEETS[name])


@contextlib.contextmanager
def context(style, after_reset=False):
    """A style for a `with` block."""
    with matplotlib.rc_context():
        if after_reset:
            matplotlib.rcdefaults()
        use(style)
        yield
