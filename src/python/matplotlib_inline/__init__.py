"""matplotlib_inline: what notebooks' headers set about figures, which the page always draws sharp."""

from matplotlib_inline import backend_inline

__all__ = ["backend_inline"]
