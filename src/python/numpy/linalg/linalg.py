"""The older address of numpy.linalg's functions: np.linalg.linalg.norm."""

from numpy.linalg import *  # noqa: F403
from numpy.linalg import LinAlgError  # noqa: F401
