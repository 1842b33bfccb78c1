"""torch.nn: the building blocks of neural networks."""

from .parameter import Buffer, Parameter, UninitializedParameter  # noqa: F401
from .modules import *  # noqa: F403
from .modules.module import Module  # noqa: F401
from . import functional, init, modules, parameter, utils  # noqa: F401
from .parallel import DataParallel  # noqa: F401
