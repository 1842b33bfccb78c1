"""XAxis and YAxis: scale, limits, ticks and label of one direction; Spine: the frame's sides."""

import math

import numpy as np

from matplotlib import rcParams, ticker
from matplotlib.text import Text, plain

_SCALES = ("linear", "log", "symlog", "asinh", "logit", "function", "functionlog")


class Axis:
    """One direction of an Axes."""

    def __init__(self, axes, name):
        self.axes, self.name = axes, name
        self.scale = "linear"
        self.limits = None  # set by hand
        self.inverted = False
        self.margin = float(rcParams[f"axes.{name}margin"])
        self.label = Text(0.5, 0, "") if name == "x" else Text(0, 0.5, "")
        self.label_visible = True
        self.ticks = None  # places set by hand
        self.tick_labels = None
        self.locator = self.formatter = None
        self.rotation = 0.0
        self.visible = True
        self.labels_shown = True
        self.categories = None  # name → place
        self.dates = False
        self.partners = [self]  # axes that share their limits
        self.grid_on = bool(rcParams["axes.grid"]) and rcParams["axes.grid.axis"] in (name, "both")

    # --- limits

    def set_scale(self, value, **kwargs):
        if value not in _SCALES:
            names = ", ".join(repr(name) for name in _SCALES)
            raise ValueError(f"{value!r} is not a valid value for scale; supported values are {names}")
        if value not in ("linear", "log"):
            raise NotImplementedError(f"the scale {value!r} is not part of this playground; there are 'linear' and 'log'")
        for axis in self.partners:
            axis.scale = value

    def view(self):
        """(low, high) as drawn; runs backwards on an inverted axis."""
        if self.limits is not None:
            return self.limits
        low, high = self._automatic()
        return (high, low) if self.inverted else (low, high)

    def _automatic(self):
        found, sticky, margins = [], [], []
        for axis in self.partners:
            index = 0 if axis.name == "x" else 1
            for artist in axis.axes._artists():
                limits = artist._limits()[index] if artist.get_visible() else None
                if limits is None:
                    continue
                found.append(limits)
                sticky += [float(each) for each in artist._sticky[index]]
            margins.append(axis.margin)
        if self.scale == "log":
            found = [each for each in found if math.isfinite(each[2])]
        if not found:
            return (1.0, 10.0) if self.scale == "log" else (0.0, 1.0)
        log = self.scale == "log"
        low, high = min(each[2] if log else each[0] for each in found), max(each[1] for each in found)
        if log:
            return self._log_limits(low, high, margins)
        data_low, data_high = low, high
        low, high = ticker.nonsingular(low, high, expander=0.05)
        room = max(margins) * (high - low)
        floor = max((each for each in sticky if each <= data_low + 1e-12 * (1 + abs(data_low))), default=None)
        ceiling = min((each for each in sticky if each >= data_high - 1e-12 * (1 + abs(data_high))), default=None)
        below = low - room if floor is None else max(low - room, floor)
        above = high + room if ceiling is None else min(high + room, ceiling)
        return below, above

    @staticmethod
    def _log_limits(low, high, margins):
        if low == high:
            low, high = 10 ** (math.ceil(math.log10(low)) - 1), 10 ** (math.floor(math.log10(high)) + 1)
        room = max(margins) * (math.log10(high) - math.log10(low))
        return low / 10**room, high * 10**room

    def set_view(self, low, high, auto=False):
        """None leaves that end as it is."""
        if low is None or high is None:
            old = self.view()
            low, high = old[0] if low is None else low, old[1] if high is None else high
        low, high = self.number(low), self.number(high)
        for each in (low, high):
            if not math.isfinite(each):
                raise ValueError("Axis limits cannot be NaN or Inf")
        if self.scale == "log" and (low <= 0 or high <= 0):
            self._warn(f"Attempt to set non-positive {self.name}lim on a log-scaled axis will be ignored.")
            old = self.view()
            low, high = low if low > 0 else old[0], high if high > 0 else old[1]
        if low == high:
            ends = ("left", "right") if self.name == "x" else ("bottom", "top")
            self._warn(
                f"Attempting to set identical {ends[0]} == {ends[1]} == {low} results in singular transformations; "
                "automatically expanding."
            )
            low, high = ticker.nonsingular(low, high, expander=0.05)
        for axis in self.partners:
            axis.limits = (low, high)
        return low, high

    @staticmethod
    def _warn(text):
        import warnings

        warnings.warn(text, UserWarning, stacklevel=5)

    def number(self, value):
        """A value given for this direction as a number: names of categories and dates have places."""
        if isinstance(value, str):
            return float(self.place_of(value))
        if hasattr(value, "isoformat"):
            self.dates = True
            return date_number(value)
        return float(value)

    def place_of(self, name):
        if self.categories is None:
            self.categories = {}
            for axis in self.partners:
                axis.categories = self.categories
        return self.categories.setdefault(name, len(self.categories))

    # --- ticks

    def ticks_in_view(self):
        """Places and labels as matplotlib's default locators choose them."""
        if self.ticks is not None:
            return list(self.ticks)
        if self.categories:
            return [float(place) for place in self.categories.values()]
        low, high = sorted(self.view())
        locator = self.locator or (ticker.LogLocator() if self.scale == "log" else ticker.AutoLocator())
        return list(locator.tick_values(low, high))

    def label_texts(self, places):
        if self.tick_labels is not None:
            return [*self.tick_labels, *([""] * (len(places) - len(self.tick_labels)))][: len(places)]
        if self.categories:
            names = {place: name for name, place in self.categories.items()}
            return [names.get(place, "") for place in places]
        write = self.formatter or ticker.ScalarFormatter()
        return [str(write(place, index)) for index, place in enumerate(places)]

    def set_ticks(self, ticks, labels=None, *, minor=False, **kwargs):
        if minor:
            return []
        places = [self.number(each) for each in ticks]
        if labels is not None and len(labels) != len(places):
            raise ValueError(
                f"The number of FixedLocator locations ({len(places)}), usually from a call to set_ticks, does not match the "
                f"number of labels ({len(labels)})."
            )
        self.ticks = places
        self.tick_labels = None
        if labels is not None:
            self.set_ticklabels(labels, **kwargs)
        if places and self.limits is not None:
            low, high = sorted(self.limits)
            low, high = min(low, *places), max(high, *places)
            self.limits = (high, low) if self.limits[0] > self.limits[1] else (low, high)
        return places

    def set_ticklabels(self, labels, *, minor=False, **kwargs):
        texts = [each.get_text() if hasattr(each, "get_text") else str(each) for each in labels]
        if self.ticks is None and not self.categories:
            self.ticks = self.ticks_in_view()[: len(texts)]
        self.tick_labels = texts
        if "rotation" in kwargs:
            self.rotation = Text(rotation=kwargs["rotation"])._rotation
        return self.get_ticklabels()

    def get_ticklocs(self, *, minor=False):
        return np.array([] if minor else self.ticks_in_view(), float)

    get_majorticklocs = get_ticklocs

    def get_ticklabels(self, minor=False, which=None):
        places = self.ticks_in_view()
        across = self.name == "x"
        return [
            TickLabel(self, place if across else 0, 0 if across else place, text)
            for place, text in zip(places, self.label_texts(places))
        ]

    get_majorticklabels = get_ticklabels

    def set_major_locator(self, locator):
        self.locator, self.ticks, self.tick_labels = locator, None, None

    def set_major_formatter(self, formatter):
        if isinstance(formatter, str):
            formatter = ticker.StrMethodFormatter(formatter)
        elif not isinstance(formatter, ticker.Formatter):
            formatter = ticker.FuncFormatter(formatter)
        self.formatter = formatter

    def get_major_locator(self):
        return self.locator or (ticker.LogLocator() if self.scale == "log" else ticker.AutoLocator())

    def get_major_formatter(self):
        return self.formatter or ticker.ScalarFormatter()

    def set_minor_locator(self, locator):
        """No minor ticks."""

    set_minor_formatter = set_minor_locator
    set_ticks_position = tick_left = tick_right = tick_top = tick_bottom = set_label_position = set_minor_locator

    def set_label_text(self, label, fontdict=None, **kwargs):
        self.label.set_text(label)
        self.label.set(**{**(fontdict or {}), **kwargs})
        return self.label

    def get_label(self):
        return self.label

    def get_label_text(self):
        return self.label.get_text()

    def set_visible(self, b):
        self.visible = bool(b)

    def set_inverted(self, inverted):
        low, high = self.view()
        if (low > high) != bool(inverted):
            self.inverted = not self.inverted
            if self.limits is not None:
                self.limits = (high, low)

    def grid(self, visible=None, which="major", **kwargs):
        if which != "minor":
            self.grid_on = (not self.grid_on if not kwargs else True) if visible is None else bool(visible)

    def tick_params(self, rotation=None, labelrotation=None, **kwargs):
        turned = labelrotation if labelrotation is not None else rotation
        if turned is not None:
            self.rotation = float(turned)
        side = ("bottom", "labelbottom") if self.name == "x" else ("left", "labelleft")
        if side[1] in kwargs:
            self.labels_shown = bool(kwargs[side[1]])
        if kwargs.get(side[0]) is False and kwargs.get(side[1], True) is False:
            self.ticks = []

    set_tick_params = tick_params

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        raise NotImplementedError(f"{self.name.upper()}Axis.{name}() is not part of this playground")

    # --- drawing

    def message(self):
        low, high = self.view()
        label = plain(self.label.get_text()) if self.label_visible else ""
        return {
            "label": label or None,
            "scale": self.scale,
            "limits": [float(low), float(high)],
            "ticks": self._tick_message(),
            "rotation": float(self.rotation),
        }

    def _tick_message(self):
        if not self.visible:
            return {"at": [], "labels": None}
        by_hand = self.ticks is not None or self.locator is not None or self.categories
        if self.dates and not by_hand:
            return date_ticks(*sorted(self.view()))
        if not by_hand and self.formatter is None and self.tick_labels is None and self.labels_shown:
            return None
        places = self.ticks_in_view()
        low, high = sorted(self.view())
        room = 1e-9 * (high - low)
        texts = self.label_texts(places) if self.labels_shown else [""] * len(places)
        written = self.formatter is not None or self.tick_labels is not None or self.categories or not self.labels_shown
        pairs = [(place, text) for place, text in zip(places, texts) if low - room <= place <= high + room][:200]
        return {
            "at": [float(place) for place, _ in pairs],
            "labels": [plain(text) for _, text in pairs] if written else None,
        }


class TickLabel(Text):
    """A tick's text; turning one turns all of its axis."""

    def __init__(self, axis, x, y, text):
        super().__init__(x, y, text)
        self._axis = axis

    def set_rotation(self, s):
        super().set_rotation(s)
        if hasattr(self, "_axis"):
            self._axis.rotation = float(self._rotation or 0)

    def set_visible(self, b):
        super().set_visible(b)
        if not b and self._axis.ticks is None:
            self._axis.labels_shown = False


class Spine:
    """One side of the frame; the page draws the axes' own lines."""

    def __init__(self):
        self._visible = True

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def set(self, **kwargs):
        """Looks of the frame are the page's."""

    set_color = set_linewidth = set_position = set_linestyle = set_edgecolor = set_bounds = set_alpha = lambda self, *a, **k: None


class Spines(dict):
    """ax.spines: by name, by several names, or as attributes."""

    def __init__(self):
        super().__init__({side: Spine() for side in ("left", "right", "bottom", "top")})

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a {name!r} spine")

    def __getitem__(self, key):
        if isinstance(key, (list, tuple, slice)):
            sides = list(self.values()) if isinstance(key, slice) else [dict.__getitem__(self, side) for side in key]
            return _Several(sides)
        return dict.__getitem__(self, key)


class _Several:
    def __init__(self, spines):
        self._spines = spines

    def set_visible(self, b):
        for spine in self._spines:
            spine.set_visible(b)

    def set(self, **kwargs):
        """Looks of the frame are the page's."""

    set_color = set_linewidth = lambda self, *args: None


def date_number(value):
    """Days since 1970-01-01, as matplotlib.dates counts."""
    import datetime

    if isinstance(value, datetime.datetime):
        value = value.replace(tzinfo=None)
        return (value - datetime.datetime(1970, 1, 1)) / datetime.timedelta(days=1)
    return float((value - datetime.date(1970, 1, 1)).days)


def date_ticks(low, high):
    """Some dates between two day numbers."""
    import datetime

    start = datetime.datetime(1970, 1, 1)
    span = high - low
    steps = (1 / 24, 0.25, 1, 2, 7, 14, 30.5, 61, 91.5, 183, 365.25, 730.5, 1826.25, 3652.5)
    step = next((each for each in steps if span / each <= 6), span / 6)
    form = "%H:%M" if step < 1 else "%m-%d" if step < 30 else "%Y-%m" if step < 365 else "%Y"
    first = math.ceil(low / step)
    places = [index * step for index in range(first, math.floor(high / step) + 1)] or [low]
    return {"at": places, "labels": [(start + datetime.timedelta(days=place)).strftime(form) for place in places]}
