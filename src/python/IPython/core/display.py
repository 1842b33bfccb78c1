"""The older place of IPython.display."""

from IPython.display import *  # noqa: F403
