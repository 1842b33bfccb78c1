"""The lazy forms of convolutions and normalisations: lazy.py says how they learn their sizes."""

from .batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d
from .conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from .instancenorm import InstanceNorm1d, InstanceNorm2d, InstanceNorm3d
from .lazy import LazyConv, LazyNorm


def _lazy(plain, base):
    doc = f"A {plain.__name__} that learns the size of its input from the first one and then is a plain {plain.__name__}."
    return type(f'Lazy{plain.__name__}', (base, plain), {'cls_to_become': plain, '__doc__': doc, '__module__': __name__})


LazyConv1d, LazyConv2d, LazyConv3d = (_lazy(each, LazyConv) for each in (Conv1d, Conv2d, Conv3d))
LazyConvTranspose1d, LazyConvTranspose2d, LazyConvTranspose3d = (
    _lazy(each, LazyConv) for each in (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)
)
LazyBatchNorm1d, LazyBatchNorm2d, LazyBatchNorm3d = (
    _lazy(each, LazyNorm) for each in (BatchNorm1d, BatchNorm2d, BatchNorm3d)
)


class _LazyInstanceNorm(LazyNorm):
    """A sample may come without a batch."""

    def initialize_parameters(self, input):
        batched = input.dim() == {'1d': 3, '2d': 4, '3d': 5}[self.cls_to_become.__name__[-2:]]
        super().initialize_parameters(input if batched else input.unsqueeze(0))


LazyInstanceNorm1d, LazyInstanceNorm2d, LazyInstanceNorm3d = (
    _lazy(each, _LazyInstanceNorm) for each in (InstanceNorm1d, InstanceNorm2d, InstanceNorm3d)
)
