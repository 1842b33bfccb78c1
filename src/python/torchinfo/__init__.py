"""torchinfo: summary(model, input_size=…) as a table, printed as torchinfo 1.8 prints it."""

from torchinfo._summary import summary  # noqa: F401
from torchinfo._table import ModelStatistics  # noqa: F401

__version__ = "1.8.0"
