"""Legend: which labels stand beside a figure. The page places it above the axes, where it covers nothing."""

import sys

from matplotlib.artist import Artist


class Legend(Artist):
    """What legend() returns."""

    def __init__(self, axes, handles, labels, title=None):
        super().__init__()
        self.axes = axes
        self.legend_handles = list(handles)
        self._labels = [str(label) for label in labels]
        self._title = None if title is None else str(title)

    legendHandles = property(lambda self: self.legend_handles)

    def get_texts(self):
        from matplotlib.text import Text

        return [Text(0, 0, label) for label in self._labels]

    def get_lines(self):
        return [handle for handle in self.legend_handles if hasattr(handle, "get_xdata")]

    def get_title(self):
        from matplotlib.text import Text

        return Text(0, 0, self._title or "")

    def set_title(self, title, prop=None):
        self._title = title

    def get_frame(self):
        from matplotlib.patches import Rectangle

        return Rectangle((0, 0), 1, 1)

    def set_loc(self, loc=None):
        """The page places the legend."""

    set_bbox_to_anchor = set_draggable = set_loc

    def remove(self):
        self.axes._legend = None

    def _message(self, places):
        """`places`: the series of the message for each artist."""
        entries = []
        for handle, label in zip(self.legend_handles, self._labels):
            entries.append({"label": _plain(label), "series": _series_of(handle, places), **_key(handle)})
        return {"title": self._title, "entries": entries}

    def __repr__(self):
        return f"<matplotlib.legend.Legend object at {hex(id(self))}>"


def _plain(label):
    from matplotlib.text import plain

    return plain(label.replace("\\mathdefault", "\\mathrm"))


def _first(handle):
    """The artist that stands for a container: a bar, the line of error bars."""
    while isinstance(handle, (tuple, list)):
        children = [child for child in handle if child is not None]
        if not children:
            return None
        handle = children[0]
    return handle


def _key(handle):
    artist = _first(handle)
    return artist._key() if artist is not None else {"color": "ink", "shape": "area", "style": "solid"}


def _series_of(handle, places):
    found = []
    if isinstance(handle, (tuple, list)):
        for child in handle:
            found += _series_of(child, places)
    elif handle is not None:
        found += places.get(id(handle), [])
    return sorted(set(found))


def _handles(axes_list):
    """All artists with labels that are shown, in the order in which matplotlib lists them."""
    for axes in axes_list:
        for handle in [*axes.lines, *axes.patches, *axes.collections, *axes.containers]:
            label = handle.get_label()
            if label and not label.startswith("_"):
                yield handle, label


def make_legend(axes_list, args, handles, labels, title, owner):
    """The legend of one axes or of several (a figure's), from legend()'s arguments."""
    if len(args) == 1:
        labels = args[0]
    elif len(args) == 2:
        handles, labels = args
    elif len(args) > 2:
        raise TypeError("Invalid arguments to legend.")
    if handles is None and labels is None:
        pairs = list(_handles(axes_list))
        if not pairs:
            print(
                "No artists with labels found to put in legend.  Note that artists whose label start with an underscore are "
                "ignored when legend() is called with no argument.",
                file=sys.stderr,
            )
        handles, labels = [handle for handle, _ in pairs], [label for _, label in pairs]
    elif handles is None:
        if isinstance(labels, str):
            labels = [labels]
        bars = {id(patch) for axes in axes_list for container in axes.containers for patch in container if patch is not None}
        handles = [
            artist
            for axes in axes_list
            for artist in [*axes.lines, *axes.patches, *axes.collections, *axes.containers]
            if id(artist) not in bars
        ]
    elif labels is None:
        labels = [handle.get_label() for handle in handles]
    return Legend(owner, list(handles), list(labels), title)
