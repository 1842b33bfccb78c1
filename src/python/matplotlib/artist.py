"""Artist: what everything in a figure has in common. How it looks in a message is said by each kind's `_marks`."""

from matplotlib import _draw

# Properties that change nothing here: strokes' ends, clipping, picking, rasterising.
_IGNORED = frozenset(
    "aa agg_filter animated antialiased antialiaseds capstyle clip_box clip_on clip_path contains dash_capstyle "
    "dash_joinstyle gid in_layout joinstyle mouseover path_effects picker pickradius rasterized sketch_params snap "
    "solid_capstyle solid_joinstyle transform url".split()
)


class Artist:
    """Has a label, a colour, visibility and a place in the drawing order."""

    zorder = 1
    _aliases = {}

    def __init__(self):
        self.axes = None
        self.figure = None
        self._label = ""
        self._alpha = None
        self._visible = True
        self._gid = None

    # --- properties

    def set(self, **kwargs):
        """Sets properties by name; AttributeError for names that there are not."""
        for name, value in kwargs.items():
            name = self._aliases.get(name, name)
            setter = getattr(self, f"set_{name}", None)
            if setter is not None:
                setter(value)
            elif name not in _IGNORED:
                raise AttributeError(f"{type(self).__name__}.set() got an unexpected keyword argument {name!r}")
        return None

    update = set

    def _take(self, kwargs):
        self.set(**kwargs)
        return self

    def set_label(self, s):
        self._label = "" if s is None else str(s)

    def get_label(self):
        return self._label

    def set_alpha(self, alpha):
        if alpha is not None and not isinstance(alpha, (int, float)):
            alpha = float(alpha)
        if alpha is not None and not 0 <= alpha <= 1:
            raise ValueError(f"alpha ({alpha}) is outside 0-1 range")
        self._alpha = alpha

    def get_alpha(self):
        return self._alpha

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def set_zorder(self, level):
        self.zorder = type(self).zorder if level is None else level

    def get_zorder(self):
        return self.zorder

    def set_gid(self, gid):
        self._gid = gid

    def get_gid(self):
        return self._gid

    def get_figure(self):
        return self.figure

    def set_figure(self, fig):
        self.figure = fig

    def remove(self):
        """Takes the artist out of its axes."""
        if self.axes is None:
            raise NotImplementedError("cannot remove artist")
        self.axes._remove(self)
        self.axes = None

    # --- drawing

    def _marks(self):
        """The series of the message (src/protocol/figure.ts) that show this artist."""
        return []

    def _limits(self):
        """((x low, x high, x lowest above zero), the same of y); None where the artist does not stretch the axes."""
        return None, None

    # Where autoscaling stops instead of adding a margin: (values of x, values of y).
    _sticky = ((), ())

    def _drawn(self, color, alpha=None):
        """The fields that all drawn series have."""
        label = self._label
        return {
            "label": label if label and not label.startswith("_") else None,
            "color": color,
            "alpha": 1.0 if alpha is None else float(alpha),
            "side": self.axes._side if self.axes is not None else "left",
        }

    def _literal(self):
        """Whether black must stay black, because it stands on a picture and not on the page."""
        return self.axes is not None and self.axes._has_picture()


def drawing_color(artist, color):
    """The page's colour for one of an artist."""
    return _draw.token(color, literal=artist._literal())


def setp(artists, *args, **kwargs):
    """Sets properties of one artist or of many."""
    if len(args) % 2:
        raise ValueError("The set args must be string, value pairs")
    kwargs = {**dict(zip(args[::2], args[1::2])), **kwargs}
    for each in artists if hasattr(artists, "__iter__") else [artists]:
        each.set(**kwargs)


def getp(obj, property=None):
    """The value of a property."""
    if property is None:
        raise NotImplementedError("getp() without a property's name is not part of this playground")
    return getattr(obj, f"get_{property}")()
