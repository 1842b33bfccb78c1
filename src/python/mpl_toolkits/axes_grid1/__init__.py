"""Axes in grids: make_axes_locatable for colour bars, ImageGrid for pictures."""

from mpl_toolkits.axes_grid1.axes_divider import make_axes_locatable
from mpl_toolkits.axes_grid1.axes_grid import Grid, ImageGrid

__all__ = ["Grid", "ImageGrid", "make_axes_locatable"]
