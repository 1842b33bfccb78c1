"""NumPy 1's name of numpy._core, for programs that import from it."""

from numpy import *  # noqa: F403
from numpy._core import arrayprint, fromnumeric, multiarray, shape_base, umath  # noqa: F401
