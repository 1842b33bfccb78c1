"""IPython.core: where notebooks' headers look for the shell and the display functions."""
