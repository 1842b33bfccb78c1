"""mplot3d: importing it is what older programs do before they ask for projection="3d"."""

from matplotlib.axes._space import Axes3D

__all__ = ["Axes3D"]
