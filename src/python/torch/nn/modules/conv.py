"""Convolutions in one, two and three dimensions, and transposed ones; the sums themselves are in torch.nn.functional."""

import math

import torch

from .. import functional as F
from .. import init
from ..parameter import Parameter
from .module import Module
from .utils import _pair, _single, _triple, pad_both_sides

_PADDING_MODES = ('zeros', 'reflect', 'replicate', 'circular')


class _ConvNd(Module):
    """What all convolutions store: a weight [out, in/groups, *kernel] and a bias [out], uniform over ±1/√fan_in."""

    def __init__(self, in_channels, out_channels, kernel_size, stride, padding, dilation, transposed, output_padding,
                 groups, bias, padding_mode, device=None, dtype=None):
        super().__init__()
        if groups <= 0:
            raise ValueError('groups must be a positive integer')
        if in_channels % groups != 0:
            raise ValueError('in_channels must be divisible by groups')
        if out_channels % groups != 0:
            raise ValueError('out_channels must be divisible by groups')
        self._check_padding(stride, padding, padding_mode)
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.transposed = transposed
        self.output_padding = output_padding
        self.groups = groups
        self.padding_mode = padding_mode
        self._reversed_padding_repeated_twice = self._amounts_for_pad()
        first, second = (in_channels, out_channels) if transposed else (out_channels, in_channels)
        self.weight = Parameter(torch.empty((first, second // groups, *kernel_size), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_channels, device=device, dtype=dtype))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()

    @staticmethod
    def _check_padding(stride, padding, padding_mode):
        words = {'same', 'valid'}
        if isinstance(padding, str):
            if padding not in words:
                raise ValueError(f'Invalid padding string {padding!r}, should be one of {words}')
            if padding == 'same' and any(step != 1 for step in stride):
                raise ValueError("padding='same' is not supported for strided convolutions")
        if padding_mode not in _PADDING_MODES:
            raise ValueError(f"padding_mode must be one of {set(_PADDING_MODES)}, but got padding_mode='{padding_mode}'")

    def _amounts_for_pad(self):
        """The padding as F.pad wants it, for the modes that the convolution itself does not know."""
        if not isinstance(self.padding, str):
            return pad_both_sides(self.padding)
        amounts = [0, 0] * len(self.kernel_size)
        if self.padding == 'same':
            for i, (gap, size) in enumerate(zip(reversed(self.dilation), reversed(self.kernel_size))):
                total = gap * (size - 1)
                amounts[2 * i: 2 * i + 2] = [total // 2, total - total // 2]
        return amounts

    def reset_parameters(self):
        """Draws new values from the random generator: weight first, then bias."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in, _ = init._calculate_fan_in_and_fan_out(self.weight)
            if fan_in != 0:
                bound = 1 / math.sqrt(fan_in)
                init.uniform_(self.bias, -bound, bound)

    def _conv_forward(self, input, weight, bias):
        """Subclasses' forward with a given weight: also what weight normalisation and pruning call."""
        if self.padding_mode != 'zeros':
            padded = F.pad(input, self._reversed_padding_repeated_twice, mode=self.padding_mode)
            return self._function(padded, weight, bias, self.stride, (0,) * len(self.kernel_size), self.dilation,
                                  self.groups)
        return self._function(input, weight, bias, self.stride, self.padding, self.dilation, self.groups)

    def forward(self, input):
        return self._conv_forward(input, self.weight, self.bias)

    def extra_repr(self):
        text = f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}'
        if self.padding != (0,) * len(self.padding):
            text += f', padding={self.padding}'
        if self.dilation != (1,) * len(self.dilation):
            text += f', dilation={self.dilation}'
        if self.output_padding != (0,) * len(self.output_padding):
            text += f', output_padding={self.output_padding}'
        if self.groups != 1:
            text += f', groups={self.groups}'
        if self.bias is None:
            text += ', bias=False'
        if self.padding_mode != 'zeros':
            text += f', padding_mode={self.padding_mode}'
        return text


class _Plain(_ConvNd):
    """A convolution that is not transposed."""

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                 padding_mode='zeros', device=None, dtype=None):
        each = self._each
        super().__init__(in_channels, out_channels, each(kernel_size), each(stride),
                         padding if isinstance(padding, str) else each(padding), each(dilation), False, each(0), groups,
                         bias, padding_mode, device, dtype)


class Conv1d(_Plain):
    """Cross-correlation along a line: [N, C_in, L] → [N, C_out, L_out].

    L_out = ⌊(L + 2·padding - dilation·(kernel_size - 1) - 1) / stride⌋ + 1; padding may be 'same' or 'valid'.
    """

    _each = staticmethod(_single)
    _function = staticmethod(F.conv1d)


class Conv2d(_Plain):
    """Cross-correlation over an image: [N, C_in, H, W] → [N, C_out, H_out, W_out].

    H_out = ⌊(H + 2·padding - dilation·(kernel_size - 1) - 1) / stride⌋ + 1, W_out likewise.
    """

    _each = staticmethod(_pair)
    _function = staticmethod(F.conv2d)


class Conv3d(_Plain):
    """Cross-correlation over a volume: [N, C_in, D, H, W] → [N, C_out, D_out, H_out, W_out]."""

    _each = staticmethod(_triple)
    _function = staticmethod(F.conv3d)


class _ConvTransposeNd(_ConvNd):
    """The gradient of a convolution as a layer of its own: it makes small images large."""

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
        if padding_mode != 'zeros':
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        each = self._each
        super().__init__(in_channels, out_channels, each(kernel_size), each(stride), each(padding), each(dilation),
                         True, each(output_padding), groups, bias, padding_mode, device, dtype)

    def _output_padding(self, input, output_size):
        """The extra size at one side that makes the output exactly `output_size`."""
        if output_size is None:
            return self.output_padding
        count = len(self.kernel_size)
        spatial = input.dim() - count
        if len(output_size) == spatial + count:
            output_size = output_size[spatial:]
        if len(output_size) != count:
            raise ValueError(f'ConvTranspose{count}D: for {input.dim()}D input, output_size must have {count} or '
                             f'{spatial + count} elements (got {len(output_size)})')
        least = [(input.size(d + spatial) - 1) * self.stride[d] - 2 * self.padding[d]
                 + self.dilation[d] * (self.kernel_size[d] - 1) + 1 for d in range(count)]
        most = [low + step - 1 for low, step in zip(least, self.stride)]
        for size, low, high in zip(output_size, least, most):
            if size < low or size > high:
                raise ValueError(f'requested an output size of {output_size}, but valid sizes range from {least} to '
                                 f'{most} (for an input of {input.size()[2:]})')
        return tuple(size - low for size, low in zip(output_size, least))

    def forward(self, input, output_size=None):
        extra = self._output_padding(input, output_size)
        return self._function(input, self.weight, self.bias, self.stride, self.padding, extra, self.groups,
                              self.dilation)


class ConvTranspose1d(_ConvTransposeNd):
    """[N, C_in, L] → [N, C_out, (L-1)·stride - 2·padding + dilation·(kernel_size-1) + output_padding + 1]."""

    _each = staticmethod(_single)
    _function = staticmethod(F.conv_transpose1d)


class ConvTranspose2d(_ConvTransposeNd):
    """[N, C_in, H, W] → [N, C_out, H_out, W_out], H_out = (H-1)·stride - 2·padding + dilation·(kernel-1) + output_padding + 1."""

    _each = staticmethod(_pair)
    _function = staticmethod(F.conv_transpose2d)


class ConvTranspose3d(_ConvTransposeNd):
    """The transposed convolution of volumes."""

    _each = staticmethod(_triple)
    _function = staticmethod(F.conv_transpose3d)
