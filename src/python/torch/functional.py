"""torch.functional: the home of some operations in PyTorch, found here under the same names."""

from torch._ops.register import FUNCTIONS

_NAMES = (
    "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "broadcast_shapes", "broadcast_tensors", "cartesian_prod", "cdist",
    "chain_matmul", "einsum", "meshgrid", "norm", "split", "tensordot", "unique", "unique_consecutive",
)  # fmt: skip


def __getattr__(name):
    if name in _NAMES:
        return FUNCTIONS[name]
    raise AttributeError(f"module 'torch.functional' has no attribute '{name}'")
