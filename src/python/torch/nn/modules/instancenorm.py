"""Instance normalisation: statistics of each channel of each sample alone."""

import warnings

from .. import functional as F
from .batchnorm import _NormBase


class _InstanceNorm(_NormBase):
    """(x - mean) / √(var + eps) over the positions of one channel of one sample: Ulyanov et al. 2017."""

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None,
                 dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)

    def forward(self, input):
        self._check_input_dim(input)
        at = input.dim() - self._without_batch
        if input.size(at) != self.num_features:
            if self.affine:
                raise ValueError(f"expected input's size at dim={at} to match num_features ({self.num_features}), but "
                                 f'got: {input.size(at)}.')
            warnings.warn(f"input's size at dim={at} does not match num_features. You can silence this warning by not "
                          'passing in num_features, which is not used because affine=False')
        alone = input.dim() == self._without_batch
        out = F.instance_norm(input.unsqueeze(0) if alone else input, self.running_mean, self.running_var, self.weight,
                              self.bias, self.training or not self.track_running_stats,
                              self.momentum if self.momentum is not None else 0.0, self.eps)
        return out.squeeze(0) if alone else out

    def _check_input_dim(self, input):
        rank = self._without_batch
        if input.dim() not in (rank, rank + 1):
            raise ValueError(f'expected {rank}D or {rank + 1}D input (got {input.dim()}D input)')


class InstanceNorm1d(_InstanceNorm):
    """Instance normalisation of [N, C, L] or [C, L]."""

    _without_batch = 2


class InstanceNorm2d(_InstanceNorm):
    """Instance normalisation of [N, C, H, W] or [C, H, W]."""

    _without_batch = 3


class InstanceNorm3d(_InstanceNorm):
    """Instance normalisation of [N, C, D, H, W] or [C, D, H, W]."""

    _without_batch = 4
