"""The parts of IPython that notebooks call: display and its kin, get_ipython, version."""

from IPython import display
from IPython.core_shell import get_ipython

__version__ = "8.31.0"
version_info = (8, 31, 0, "")

__all__ = ["display", "get_ipython", "version_info"]
