"""Containers: what bar, errorbar and stem return."""


class Container(tuple):
    """Artists that belong together."""

    def __new__(cls, *args, **kwargs):
        return tuple.__new__(cls, args[0])

    def __init__(self, children, label=None):
        self._label = str(label) if label is not None else None

    def set_label(self, s):
        self._label = None if s is None else str(s)

    def get_label(self):
        return self._label

    def get_children(self):
        return [child for child in self if child is not None]

    def remove(self):
        for child in self.get_children():
            for each in child if isinstance(child, (list, tuple)) else [child]:
                each.remove()

    def __repr__(self):
        return f"<{type(self).__name__} object of {len(self)} artists>"

    __str__ = __repr__


class BarContainer(Container):
    """The bars of one bar() or hist()."""

    def __init__(self, patches, errorbar=None, *, datavalues=None, orientation=None, label=None):
        super().__init__(patches, label)
        self.patches = patches
        self.errorbar = errorbar
        self.datavalues = datavalues
        self.orientation = orientation


class ErrorbarContainer(Container):
    """(line, caps, bars) of one errorbar()."""

    def __init__(self, lines, has_xerr=False, has_yerr=False, label=None):
        super().__init__(lines, label)
        self.lines = lines
        self.has_xerr, self.has_yerr = has_xerr, has_yerr


class StemContainer(Container):
    """(markers, stems, base line) of one stem()."""

    def __init__(self, markerline_stemlines_baseline, label=None):
        super().__init__(markerline_stemlines_baseline, label)
        self.markerline, self.stemlines, self.baseline = markerline_stemlines_baseline


class silent_list(list):
    """A list that prints what it is a list of."""

    def __init__(self, type, seq=None):
        super().__init__(seq or [])
        self.type = type

    def __repr__(self):
        if self.type is not None or len(self) != 0:
            return f"<a list of {len(self)} {self.type or type(self[0]).__name__} objects>"
        return "<an empty list>"
