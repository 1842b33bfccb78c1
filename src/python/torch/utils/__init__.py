"""torch.utils: data loading, gradient checkpointing, TensorBoard."""

from . import hooks  # noqa: F401


def __getattr__(name):
    """`torch.utils.data` works after `import torch`, without an import of its own."""
    import importlib

    if name in ("checkpoint", "data", "tensorboard"):
        return importlib.import_module(f"torch.utils.{name}")
    raise AttributeError(f"module 'torch.utils' has no attribute '{name}'")
