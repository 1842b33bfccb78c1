"""torch.utils.tensorboard: metrics that the page draws while they are written."""

from torch.utils.tensorboard.writer import SummaryWriter

__all__ = ["SummaryWriter"]
