"""Colorbar: the scale that explains colours, drawn by the page at the right of the axes."""

import numpy as np

from matplotlib import colors


class Colorbar:
    """What fig.colorbar() returns."""

    def __init__(self, mappable, axes):
        self.mappable = mappable
        self._axes = axes
        self.ax = _ColorbarAxes(self)
        self._label = None
        self._ticks = None
        mappable.colorbar = self
        axes._colorbar = self

    @property
    def norm(self):
        return self.mappable.norm

    @property
    def cmap(self):
        return self.mappable.cmap

    def set_label(self, label, *, loc=None, **kwargs):
        self._label = None if label is None else str(label)

    def set_ticks(self, ticks, *, labels=None, minor=False, **kwargs):
        places = [float(each) for each in (ticks.tick_values(*self._range()) if hasattr(ticks, "tick_values") else ticks)]
        self._ticks = (places, None if labels is None else [str(each) for each in labels])

    def set_ticklabels(self, ticklabels, *, minor=False, **kwargs):
        places = self._ticks[0] if self._ticks else list(range(len(ticklabels)))
        self._ticks = (places, [str(each) for each in ticklabels])

    def get_ticks(self, minor=False):
        return np.array(self._ticks[0] if self._ticks else [])

    def set_alpha(self, alpha):
        """The scale is always opaque."""

    def minorticks_on(self):
        """No minor ticks."""

    def update_normal(self, mappable):
        self.mappable = mappable

    def remove(self):
        self._axes._colorbar = None

    def _range(self):
        norm = self.mappable.norm
        if norm.vmin is None and self.mappable._A is not None:
            norm.autoscale_None(self.mappable._A)
        low = 0.0 if norm.vmin is None else norm.vmin
        return low, 1.0 if norm.vmax is None else norm.vmax

    def _message(self):
        from matplotlib.contour import QuadContourSet

        mappable = self.mappable
        low, high = self._range()
        ticks = self._ticks
        if isinstance(mappable, QuadContourSet) and mappable.filled:
            levels = mappable.levels.tolist()
            low, high = levels[0], levels[-1]
            paints = mappable._bands()[1]
            # Bands stand at their levels, which need not be equally far apart.
            places = [low + (high - low) * (index + 0.5) / 256 for index in range(256)]
            bands = np.clip(np.digitize(places, levels) - 1, 0, len(paints) - 1).tolist()
            table = b"".join(bytes.fromhex(paints[band][1:7]) for band in bands)
            ticks = ticks or (levels if len(levels) <= 10 else levels[:: -(-len(levels) // 10)], None)
        else:
            channels = mappable.cmap._rgb()
            count = len(channels[0])
            steps = count if count < 60 else 256
            picks = [index * count // steps for index in range(steps)]
            table = b"".join(bytes(channel[pick] for channel in channels) for pick in picks)
        if not high > low:
            low, high = low - 0.5, low + 0.5
        return {
            "label": self._label,
            "limits": [float(low), float(high)],
            "scale": "log" if isinstance(mappable.norm, colors.LogNorm) else "linear",
            "ticks": None if ticks is None else {"at": [float(t) for t in ticks[0]], "labels": ticks[1]},
            "colors": table,
        }


class _ColorbarAxes:
    """The few Axes methods that are called on a colour bar."""

    def __init__(self, colorbar):
        self._colorbar = colorbar

    def set_ylabel(self, label, **kwargs):
        self._colorbar.set_label(label)

    set_xlabel = set_title = set_ylabel

    def set_yticks(self, ticks, labels=None, **kwargs):
        self._colorbar.set_ticks(ticks, labels=labels)

    def set_yticklabels(self, labels, **kwargs):
        self._colorbar.set_ticklabels(labels)

    def tick_params(self, *args, **kwargs):
        """Ticks are the page's."""

    def __getattr__(self, name):
        raise NotImplementedError(f"{name}() of a colour bar's axes is not part of this playground")
