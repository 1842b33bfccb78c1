"""Which PyTorch this package behaves like."""

__version__ = "2.6.0+cpu"
cuda = None
hip = None
git_version = "playground"
debug = False
