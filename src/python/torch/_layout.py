"""torch.strided and the memory formats: names that calls may mention; every tensor here is strided."""


class layout:
    """How a tensor's memory is organised; torch.strided is the only one here."""

    __module__ = "torch"

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"torch.{self._name}"

    def __reduce__(self):
        return self._name


class memory_format(layout):
    """An order of dimensions in memory. Accepted where PyTorch takes one; results are contiguous."""

    __module__ = "torch"


strided = layout("strided")
sparse_coo = layout("sparse_coo")
contiguous_format = memory_format("contiguous_format")
preserve_format = memory_format("preserve_format")
channels_last = memory_format("channels_last")
channels_last_3d = memory_format("channels_last_3d")
