"""Axes: one coordinate system of a figure with all its plotting methods, which stand in modules by kind."""

from matplotlib.axes._bars import BarPlots
from matplotlib.axes._base import AxesBase
from matplotlib.axes._fields import FieldPlots
from matplotlib.axes._further import FurtherAxes
from matplotlib.axes._lines import LinePlots
from matplotlib.axes._message import Message
from matplotlib.axes._spreads import SpreadPlots
from matplotlib.axes._words import Words

__all__ = ["Axes", "Subplot"]


class Axes(LinePlots, BarPlots, SpreadPlots, FieldPlots, Words, FurtherAxes, Message, AxesBase):
    """Made by plt.subplots(), fig.add_subplot() or plt.gca()."""


Subplot = Axes
