"""The base of distributions whose density is exp of a product of parameters and statistics."""

from .distribution import Distribution


class ExponentialFamily(Distribution):
    """Marks exponential families, of which divergences between different members have no formula in common."""
