"""The typed tensor classes of old programs: torch.FloatTensor(2, 3), isinstance(x, torch.LongTensor)."""

from torch import _dtype
from torch._creation import legacy_tensor
from torch._tensor import Tensor


class _TypedTensor(type):
    """Calling makes a tensor of the dtype; isinstance() looks at the dtype."""

    def __call__(cls, *args, **options):
        return legacy_tensor(*args, dtype=cls._legacy_dtype, **options)

    def __instancecheck__(cls, value):
        return isinstance(value, Tensor) and value.dtype is cls._legacy_dtype and value.is_cuda == cls._on_cuda

    def __repr__(cls):
        return f"<class '{cls.__module__}.{cls.__name__}'>"


def typed_tensors(on_cuda):
    """The classes for one device, by name."""
    module = "torch.cuda" if on_cuda else "torch"
    return {
        f"{each._scalar_name}Tensor": _TypedTensor(
            f"{each._scalar_name}Tensor", (), {"_legacy_dtype": each, "_on_cuda": on_cuda, "__module__": module}
        )
        for each in _dtype.BY_CODE
    }
