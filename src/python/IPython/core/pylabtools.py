"""set_matplotlib_formats, where older notebooks look for it."""

from IPython.display import set_matplotlib_formats

__all__ = ["set_matplotlib_formats"]
