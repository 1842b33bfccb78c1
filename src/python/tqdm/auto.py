"""The same bars as in tqdm: all of them are drawn by the page."""

from tqdm.std import tqdm, trange

__all__ = ["tqdm", "trange"]
