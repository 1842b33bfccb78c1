"""rcParams: the parameters that have an effect here, and those that scripts set without needing one."""

_CYCLE = ("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf")


class Cycler:
    """A cycle of properties, as cycler.cycler makes it."""

    def __init__(self, rows):
        self._rows = list(rows)

    def __iter__(self):
        return iter(self._rows)

    def __len__(self):
        return len(self._rows)

    def __call__(self):
        import itertools

        return itertools.cycle(self._rows)

    def __add__(self, other):
        if len(self) != len(other):
            raise ValueError(f"Can only add equal length cycles, not {len(self)} and {len(other)}")
        return Cycler({**a, **b} for a, b in zip(self, other))

    def __mul__(self, other):
        if isinstance(other, int):
            return Cycler(self._rows * other)
        return Cycler({**a, **b} for a in self for b in other)

    def by_key(self):
        keys = {key: None for row in self._rows for key in row}
        return {key: [row[key] for row in self._rows] for key in keys}

    def __repr__(self):
        parts = [f"cycler({key!r}, {values!r})" for key, values in self.by_key().items()]
        return " + ".join(parts)

    def __eq__(self, other):
        return isinstance(other, Cycler) and self._rows == other._rows

    __hash__ = None


def cycler(*args, **kwargs):
    """cycler("color", [...]) or cycler(color=[...], linestyle=[...])."""
    if len(args) == 1 and isinstance(args[0], Cycler):
        return args[0]
    if len(args) == 2:
        kwargs = {args[0]: args[1]}
    cycles = [Cycler({key: value} for value in values) for key, values in kwargs.items()]
    if not cycles:
        raise TypeError("cycler() needs a name and values")
    result = cycles[0]
    for each in cycles[1:]:
        result = result + each
    return result


# Parameters that figures here follow.
_EFFECTIVE = {
    "axes.grid": False,
    "axes.grid.axis": "both",
    "axes.labelsize": "medium",
    "axes.prop_cycle": None,
    "axes.titlesize": "large",
    "axes.xmargin": 0.05,
    "axes.ymargin": 0.05,
    "boxplot.showmeans": False,
    "figure.dpi": 100.0,
    "figure.figsize": [6.4, 4.8],
    "hist.bins": 10,
    "image.cmap": "viridis",
    "image.interpolation": "antialiased",
    "image.origin": "upper",
    "lines.color": "C0",
    "lines.linestyle": "-",
    "lines.linewidth": 1.5,
    "lines.marker": "None",
    "lines.markersize": 6.0,
    "patch.edgecolor": "black",
    "patch.linewidth": 1.0,
    "scatter.marker": "o",
    "text.color": "black",
    "font.size": 10.0,
    "legend.fontsize": "medium",
    "legend.loc": "best",
    "xtick.labelsize": "medium",
    "ytick.labelsize": "medium",
}

# Parameters of fonts and surfaces, which are the page's: they can be set and read.
_COSMETIC = {
    "axes.axisbelow": "line",
    "axes.edgecolor": "black",
    "axes.facecolor": "white",
    "axes.formatter.useoffset": True,
    "axes.labelcolor": "black",
    "axes.labelpad": 4.0,
    "axes.labelweight": "normal",
    "axes.linewidth": 0.8,
    "axes.spines.bottom": True,
    "axes.spines.left": True,
    "axes.spines.right": True,
    "axes.spines.top": True,
    "axes.titlecolor": "auto",
    "axes.titlepad": 6.0,
    "axes.titleweight": "normal",
    "axes.unicode_minus": True,
    "animation.embed_limit": 20.0,
    "animation.html": "none",
    "backend": "agg",
    "errorbar.capsize": 0.0,
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "figure.edgecolor": "white",
    "figure.facecolor": "white",
    "figure.max_open_warning": 20,
    "figure.titlesize": "large",
    "figure.titleweight": "normal",
    "font.family": ["sans-serif"],
    "font.monospace": ["DejaVu Sans Mono", "monospace"],
    "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica", "sans-serif"],
    "font.serif": ["DejaVu Serif", "Times New Roman", "serif"],
    "font.style": "normal",
    "font.weight": "normal",
    "grid.alpha": 1.0,
    "grid.color": "#b0b0b0",
    "grid.linestyle": "-",
    "grid.linewidth": 0.8,
    "interactive": False,
    "legend.borderpad": 0.4,
    "legend.edgecolor": "0.8",
    "legend.facecolor": "inherit",
    "legend.fancybox": True,
    "legend.framealpha": 0.8,
    "legend.frameon": True,
    "legend.markerscale": 1.0,
    "legend.shadow": False,
    "lines.antialiased": True,
    "lines.dash_capstyle": "butt",
    "lines.markeredgewidth": 1.0,
    "lines.solid_capstyle": "projecting",
    "mathtext.fontset": "dejavusans",
    "patch.facecolor": "C0",
    "patch.force_edgecolor": False,
    "pdf.fonttype": 3,
    "ps.fonttype": 3,
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.format": "png",
    "savefig.transparent": False,
    "svg.fonttype": "path",
    "text.usetex": False,
    "xtick.bottom": True,
    "xtick.color": "black",
    "xtick.direction": "out",
    "xtick.major.size": 3.5,
    "xtick.minor.visible": False,
    "ytick.color": "black",
    "ytick.direction": "out",
    "ytick.left": True,
    "ytick.major.size": 3.5,
    "ytick.minor.visible": False,
}


class RcParams(dict):
    """A dictionary of known names only."""

    def __setitem__(self, name, value):
        if name not in _EFFECTIVE and name not in _COSMETIC:
            raise KeyError(f"{name} is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)")
        if name == "axes.prop_cycle" and not isinstance(value, Cycler):
            value = cycler(value)
        dict.__setitem__(self, name, value)

    def update(self, *args, **kwargs):
        for name, value in dict(*args, **kwargs).items():
            self[name] = value

    def copy(self):
        result = RcParams()
        result.update(self)
        return result

    def find_all(self, pattern):
        import re

        return {name: value for name, value in self.items() if re.search(pattern, name)}


def default_params():
    """The values that matplotlib starts with."""
    params = RcParams()
    for name, value in {**_COSMETIC, **_EFFECTIVE}.items():
        dict.__setitem__(params, name, list(value) if isinstance(value, list) else value)
    dict.__setitem__(params, "axes.prop_cycle", cycler(color=list(_CYCLE)))
    return params
