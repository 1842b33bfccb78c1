"""tqdm: progress bars around loops, drawn by the page in the cell's output."""

from tqdm.std import TqdmDeprecationWarning, TqdmExperimentalWarning, TqdmTypeError, TqdmWarning, tqdm, trange

__version__ = "4.67.1"

tqdm_notebook = tqdm
tnrange = trange

__all__ = [
    "TqdmDeprecationWarning",
    "TqdmExperimentalWarning",
    "TqdmTypeError",
    "TqdmWarning",
    "tnrange",
    "tqdm",
    "tqdm_notebook",
    "trange",
]
