"""Bbox: a rectangle, as ax.get_position() gives it. Transformations themselves are the page's."""

import numpy as np


class Bbox:
    """A rectangle between (x0, y0) and (x1, y1)."""

    def __init__(self, points):
        (self.x0, self.y0), (self.x1, self.y1) = ([float(each) for each in point] for point in points)

    @staticmethod
    def from_bounds(x0, y0, width, height):
        """A rectangle from its lower left corner."""
        return Bbox([(x0, y0), (x0 + width, y0 + height)])

    @staticmethod
    def from_extents(x0, y0, x1, y1):
        """A rectangle from two corners."""
        return Bbox([(x0, y0), (x1, y1)])

    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))
    extents = property(lambda self: np.array([self.x0, self.y0, self.x1, self.y1]))
    xmin = property(lambda self: min(self.x0, self.x1))
    xmax = property(lambda self: max(self.x0, self.x1))
    ymin = property(lambda self: min(self.y0, self.y1))
    ymax = property(lambda self: max(self.y0, self.y1))

    def __repr__(self):
        return f"Bbox([[{self.x0!r}, {self.y0!r}], [{self.x1!r}, {self.y1!r}]])"


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise NotImplementedError(f"matplotlib.transforms.{name} is not part of this playground: the page places what is drawn")
