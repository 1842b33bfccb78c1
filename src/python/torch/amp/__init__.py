"""Automatic mixed precision: autocast runs matrix products in a narrow dtype, GradScaler keeps small gradients alive."""

from .autocast_mode import autocast, is_autocast_available
from .grad_scaler import GradScaler

__all__ = ["GradScaler", "autocast", "is_autocast_available"]
