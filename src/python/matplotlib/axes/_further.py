"""Second scales and dividers of an Axes: secondary_xaxis, secondary_yaxis, and what mpl_toolkits asks for."""

import math

from matplotlib.axis import Axis


class FurtherAxes:
    """Mixed into Axes."""

    def secondary_yaxis(self, location, *, functions=None, **kwargs):
        """A second scale of the same data; the page draws it at the right, wherever it was asked for."""
        forward = (lambda value: value) if functions is None else functions[0]
        twin = type(self)(self.figure, self._spec)
        twin._side, twin._parent = "right", self
        twin.xaxis = self.xaxis
        twin.yaxis = _Converted(twin, "y", self, forward)
        self._twin = twin
        twin.set(**kwargs)
        return twin

    def secondary_xaxis(self, location, *, functions=None, **kwargs):
        raise NotImplementedError(
            "secondary_xaxis() is not part of this playground: the page draws one axis along x; secondary_yaxis() and twinx() are here"
        )

    def get_position(self, original=False):
        """Where the axes stand, as shares of the figure: their place in the grid (the page leaves room for words by itself)."""
        from matplotlib.transforms import Bbox

        row, column, rows, columns = self._spec
        width, height = 1 / self.figure._columns, 1 / self.figure._rows
        return Bbox.from_bounds(column * width, 1 - (row + rows) * height, columns * width, rows * height)

    def set_position(self, pos, which="both"):
        """The page places axes by the figure's grid."""


class _Converted(Axis):
    """A scale that follows another axis through a function."""

    def __init__(self, axes, name, parent, forward):
        super().__init__(axes, name)
        self._parent, self._forward = parent, forward

    def view(self):
        ends = [float(self._forward(each)) for each in self._parent.yaxis.view()]
        return tuple(ends) if all(map(math.isfinite, ends)) and ends[0] != ends[1] else (0.0, 1.0)
