"""Titles, labels, legends, texts and annotations of an Axes."""

from matplotlib.legend import make_legend
from matplotlib.text import Annotation, Text


class Words:
    """Mixed into Axes."""

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        if loc not in (None, "center", "left", "right"):
            raise ValueError(f"{loc!r} is not a valid value for loc; supported values are 'left', 'center', 'right'")
        self.title.set_text(label)
        self.title.set(**{**(fontdict or {}), **kwargs})
        return self.title

    def get_title(self, loc="center"):
        return self.title.get_text()

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self.xaxis.set_label_text(xlabel, fontdict, **kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self.yaxis.set_label_text(ylabel, fontdict, **kwargs)

    def get_xlabel(self):
        return self.xaxis.label.get_text()

    def get_ylabel(self):
        return self.yaxis.label.get_text()

    def legend(self, *args, handles=None, labels=None, title=None, **kwargs):
        self._legend = make_legend([self], args, handles, labels, title, self)
        return self._legend

    def get_legend(self):
        return self._legend

    def get_legend_handles_labels(self, legend_handler_map=None):
        from matplotlib.legend import _handles

        pairs = list(_handles([self]))
        return [handle for handle, _ in pairs], [label for _, label in pairs]

    def grid(self, visible=None, which="major", axis="both", **kwargs):
        if axis not in ("x", "y", "both"):
            raise ValueError(f"{axis!r} is not a valid value for axis; supported values are 'x', 'y', 'both'")
        for each in (self.xaxis, self.yaxis):
            if axis in (each.name, "both"):
                each.grid(visible, which, **kwargs)

    def text(self, x, y, s, fontdict=None, **kwargs):
        """A text at a point of the data, or of the axes with transform=ax.transAxes."""
        space = kwargs.pop("transform", None)
        text = Text(x, y, s, "axes" if space is _AXES else "data", **{**(fontdict or {}), **kwargs})
        return self._add(text, self.texts)

    def annotate(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **kwargs):
        note = Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, **kwargs)
        return self._add(note, self.texts)

    @property
    def transAxes(self):
        """Coordinates from 0 to 1 across the axes."""
        return _AXES

    @property
    def transData(self):
        """Coordinates of the data."""
        return None

    def bar_label(self, container, labels=None, *, fmt="%g", label_type="edge", padding=0, **kwargs):
        """Writes the value of each bar at its end or in its middle."""
        if label_type not in ("edge", "center"):
            raise ValueError(f"{label_type!r} is not a valid value for label_type; supported values are 'edge', 'center'")
        sideways = container.orientation == "horizontal"
        notes = []
        for index, bar in enumerate(container.patches):
            (x, y), width, height = bar.get_xy(), bar.get_width(), bar.get_height()
            value = width if sideways else height
            if labels is not None:
                text = labels[index]
            elif callable(fmt):
                text = fmt(value)
            else:
                text = fmt % value if "%" in fmt else fmt.format(value)
            share = 1.0 if label_type == "edge" else 0.5
            at = (x + share * width, y + height / 2) if sideways else (x + width / 2, y + share * height)
            shift = padding + (3 if label_type == "edge" else 0)
            away = shift if value >= 0 else -shift
            align = {"ha": "center", "va": "center"}
            if label_type == "edge":
                align = {"ha": "left" if value >= 0 else "right", "va": "center"} if sideways else {"ha": "center"}
                if not sideways and value < 0:
                    align["va"] = "top"
            offset = (away, 0) if sideways else (0, away)
            notes.append(self.annotate(str(text), at, offset, textcoords="offset points", **{**align, **kwargs}))
        return notes


class _Transform:
    def __repr__(self):
        return "BboxTransformTo"


_AXES = _Transform()
