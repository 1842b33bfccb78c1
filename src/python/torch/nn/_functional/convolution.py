"""Convolutions. The engine has the two-dimensional ones; the others are made of them."""

import bridge
import torch
from torch._ops.refusals import received

from ._common import handle_or_zero, named, wrap
from .padding import pad


def _tuple(value, count):
    if isinstance(value, (tuple, list)):
        return tuple(value) * count if len(value) == 1 else tuple(value)
    return (value,) * count


def _check_rank(name, input, count, weight):
    if input.dim() not in (count + 1, count + 2):
        raise RuntimeError(f'Expected {count + 1}D (unbatched) or {count + 2}D (batched) input to {name}, but got input of '
                           f'size: {list(input.shape)}')
    if weight.dim() != count + 2:
        raise RuntimeError(f'weight should have at least three dimensions' if weight.dim() < 3 else
                           f'Expected {count + 2}-dimensional weight for {name}, but got weight of size: '
                           f'{list(weight.shape)}')


def _explicit_padding(input, weight, stride, padding, dilation):
    """Numbers for 'valid' and 'same'; an input that was padded on one side where 'same' needs an odd amount."""
    count = weight.dim() - 2
    if padding == 'valid':
        return input, (0,) * count
    if padding != 'same':
        raise RuntimeError(f"Invalid padding string: '{padding}'")
    if any(step != 1 for step in stride):
        raise RuntimeError("padding='same' is not supported for strided convolutions")
    totals = [gap * (size - 1) for gap, size in zip(dilation, weight.shape[2:])]
    if any(total % 2 for total in totals):
        input = pad(input, [amount for total in reversed(totals) for amount in (0, total % 2)])
    return input, tuple(total // 2 for total in totals)


def _prepared(name, input, weight, stride, padding, dilation):
    count = weight.dim() - 2
    stride, dilation = _tuple(stride, count), _tuple(dilation, count)
    if isinstance(padding, str):
        input, padding = _explicit_padding(input, weight, stride, padding, dilation)
    padding = _tuple(padding, count)
    if min(padding) < 0:
        raise RuntimeError('negative padding is not supported')
    if min(stride) <= 0:
        raise RuntimeError('non-positive stride is not supported')
    if min(dilation) <= 0:
        raise RuntimeError(f'dilation should be greater than zero, but got {list(dilation)}')
    return input, stride, padding, dilation


def _refused(name, *given):
    """PyTorch's TypeError where one of the first three is no tensor; re-raises otherwise. Defaults at the end go unsaid."""
    if all(isinstance(each, torch.Tensor) or each is None for each in given[:3]):
        raise
    said = len(given)
    while said > 2 and not isinstance(given[3], tuple) and given[said - 1] == (None, 1, 0, 1, 1)[said - 3]:
        said -= 1
    form = 'Tensor input, Tensor weight, Tensor bias, tuple of ints stride, {} padding, tuple of ints dilation, int groups'
    raise received(name, given[:said], {}, [form.format('tuple of ints'), form.format('str')]) from None


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Cross-correlation. Shapes: input [N, C, H, W], weight [O, C/groups, kh, kw], bias [O] → [N, O, H', W']."""
    try:
        if bridge.dim(weight._handle) != 4 or bridge.dim(input._handle) != 4:
            _check_rank('conv2d', input, 2, weight)
            out = conv2d(input.unsqueeze(0), weight, bias, stride, padding, dilation, groups)
            return out.squeeze(0)
        input, stride, padding, dilation = _prepared('conv2d', input, weight, stride, padding, dilation)
        return wrap(bridge.conv2d(input._handle, weight._handle, 0 if bias is None else bias._handle, groups,
                                  *stride, *padding, *dilation))
    except AttributeError:
        _refused('conv2d', input, weight, bias, stride, padding, dilation, groups)


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Cross-correlation along a line. Shapes: input [N, C, L], weight [O, C/groups, k], bias [O] → [N, O, L']."""
    try:
        _check_rank('conv1d', input, 1, weight)
    except AttributeError:
        _refused('conv1d', input, weight, bias, stride, padding, dilation, groups)
    if input.dim() == 2:
        return conv1d(input.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0)
    input, (step,), (edge,), (gap,) = _prepared('conv1d', input, weight, stride, padding, dilation)
    groups_of = weight.size(1) * groups
    if input.size(1) != groups_of:
        raise RuntimeError(f'Given groups={groups}, weight of size {list(weight.shape)}, expected input'
                           f'{list(input.shape)} to have {groups_of} channels, but got {input.size(1)} channels instead')
    reach = gap * (weight.size(2) - 1) + 1
    if reach > input.size(2) + 2 * edge:
        raise RuntimeError(f'Calculated padded input size per channel: ({input.size(2) + 2 * edge}). Kernel size: '
                           f"({reach}). Kernel size can't be greater than actual input size")
    if bias is not None and list(bias.shape) != [weight.size(0)]:
        raise RuntimeError(f'Given weight of size {list(weight.shape)}, expected bias to be 1-dimensional with {weight.size(0)} '
                           f'elements, but got bias of size {list(bias.shape)} instead')
    rows, kernel = input.unsqueeze(2), weight.unsqueeze(2)
    out = wrap(bridge.conv2d(rows._handle, kernel._handle, handle_or_zero(bias), groups, 1, step, 0, edge, 1, gap))
    return named(out.squeeze(2), 'ConvolutionBackward0')


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """Cross-correlation over a volume: input [N, C, D, H, W], weight [O, C/groups, kd, kh, kw] → [N, O, D', H', W'].

    The sum over the kernel's depth of two-dimensional convolutions of frames.
    """
    _check_rank('conv3d', input, 3, weight)
    if input.dim() == 4:
        return conv3d(input.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0)
    input, stride, padding, dilation = _prepared('conv3d', input, weight, stride, padding, dilation)
    if padding[0]:
        input = pad(input, (0, 0, 0, 0, padding[0], padding[0]))
    depth = weight.size(2)
    frames = (input.size(2) - dilation[0] * (depth - 1) - 1) // stride[0] + 1
    total = None
    for k in range(depth):
        first = k * dilation[0]
        chosen = input[:, :, first:first + (frames - 1) * stride[0] + 1:stride[0]]  # [N, C, frames, H, W]
        flat = chosen.transpose(1, 2).reshape(-1, input.size(1), *input.shape[3:])
        part = conv2d(flat, weight[:, :, k], None, stride[1:], padding[1:], dilation[1:], groups)
        total = part if total is None else total + part
    out = total.reshape(input.size(0), frames, *total.shape[1:]).transpose(1, 2)
    if bias is not None:
        out = out + bias.view(1, -1, 1, 1, 1)
    return named(out.contiguous(), 'ConvolutionBackward0')


def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """The gradient of a convolution by its input. Shapes: input [N, C, H, W], weight [C, O/groups, kh, kw]."""
    _check_rank('conv_transpose2d', input, 2, weight)
    if input.dim() == 3:
        return conv_transpose2d(input.unsqueeze(0), weight, bias, stride, padding, output_padding, groups,
                                dilation).squeeze(0)
    stride, padding = _tuple(stride, 2), _tuple(padding, 2)
    output_padding, dilation = _tuple(output_padding, 2), _tuple(dilation, 2)
    _check_output_padding(output_padding, stride, dilation)
    return wrap(bridge.conv_transpose2d(input._handle, weight._handle, handle_or_zero(bias), groups, *stride, *padding,
                                        *dilation, *output_padding))


def _check_output_padding(output_padding, stride, dilation):
    for extra, step, gap in zip(output_padding, stride, dilation):
        if extra >= step and extra >= gap:
            axes = ('_depth', '_height', '_width')[-max(2, len(stride)):]
            got = dict(output_padding=output_padding, stride=stride, dilation=dilation)
            if len(stride) == 1:  # lines are planes of one row to PyTorch
                got = {name: (0 if name == 'output_padding' else 1, *value) for name, value in got.items()}
            raise RuntimeError('output padding must be smaller than either stride or dilation, but got '
                               + ' '.join(f'{name}{axis}: {each}' for name, value in got.items()
                                          for axis, each in zip(axes, value)))


def conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """The transposed convolution of lines. Shapes: input [N, C, L], weight [C, O/groups, k]."""
    _check_rank('conv_transpose1d', input, 1, weight)
    if input.dim() == 2:
        return conv_transpose1d(input.unsqueeze(0), weight, bias, stride, padding, output_padding, groups,
                                dilation).squeeze(0)
    (step,), (edge,), (extra,), (gap,) = (_tuple(value, 1) for value in (stride, padding, output_padding, dilation))
    _check_output_padding((extra,), (step,), (gap,))
    rows, kernel = input.unsqueeze(2), weight.unsqueeze(2)
    out = wrap(bridge.conv_transpose2d(rows._handle, kernel._handle, handle_or_zero(bias), groups, 1, step, 0, edge, 1,
                                       gap, 0, extra))
    return named(out.squeeze(2), 'ConvolutionBackward0')


def conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1):
    """The transposed convolution of volumes: every input frame is spread by every slice of the kernel."""
    _check_rank('conv_transpose3d', input, 3, weight)
    if input.dim() == 4:
        return conv_transpose3d(input.unsqueeze(0), weight, bias, stride, padding, output_padding, groups,
                                dilation).squeeze(0)
    stride, padding, output_padding, dilation = (_tuple(v, 3) for v in (stride, padding, output_padding, dilation))
    _check_output_padding(output_padding, stride, dilation)
    batch, channels, frames = input.shape[:3]
    flat = input.transpose(1, 2).reshape(-1, channels, *input.shape[3:])
    full = (frames - 1) * stride[0] + dilation[0] * (weight.size(2) - 1) + 1 + output_padding[0]
    total = None
    for k in range(weight.size(2)):
        part = conv_transpose2d(flat, weight[:, :, k], None, stride[1:], padding[1:], output_padding[1:], groups,
                                dilation[1:])
        spread = part.new_zeros(batch, part.size(1), full, *part.shape[2:])
        first = k * dilation[0]
        spread[:, :, first:first + (frames - 1) * stride[0] + 1:stride[0]] = \
            part.reshape(batch, frames, *part.shape[1:]).transpose(1, 2)
        total = spread if total is None else total + spread
    out = total[:, :, padding[0]:full - padding[0]]
    if bias is not None:
        out = out + bias.view(1, -1, 1, 1, 1)
    return named(out.contiguous(), 'ConvolutionBackward0')


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """Every window of [N, C, H, W] as a column: [N, C·kh·kw, windows]."""
    if input.dim() == 3:
        return unfold(input.unsqueeze(0), kernel_size, dilation, padding, stride).squeeze(0)
    if input.dim() != 4:
        raise RuntimeError('Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions '
                           f'for input, but got: {list(input.shape)}')
    kernel, gap, edge, step = (_tuple(value, 2) for value in (kernel_size, dilation, padding, stride))
    blocks = [(input.size(2 + d) + 2 * edge[d] - gap[d] * (kernel[d] - 1) - 1) // step[d] + 1 for d in range(2)]
    if min(blocks) < 1:
        pairs = dict(kernel_size=kernel, dilation=gap, padding=edge)
        raise RuntimeError(f'Given input with spatial size ({input.size(2)}, {input.size(3)}), '
                           + ', '.join(f'{name}=({a}, {b})' for name, (a, b) in pairs.items())
                           + f', calculated shape of the array of sliding blocks as ({blocks[0]}, {blocks[1]}), but its '
                           'components must be at least one.')
    if any(edge):
        input = pad(input, (edge[1], edge[1], edge[0], edge[0]))
    batch, channels = input.shape[:2]
    windows = input
    for d in range(2):
        windows = windows.unfold(2 + d, gap[d] * (kernel[d] - 1) + 1, step[d])[..., ::gap[d]]
    # [N, C, rows, columns, kh, kw]
    out = windows.permute(0, 1, 4, 5, 2, 3).reshape(batch, channels * kernel[0] * kernel[1], -1)
    return named(out, 'Im2ColBackward0')


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """Columns [N, C·kh·kw, windows] added where their windows lie: [N, C, *output_size]."""
    if input.dim() == 2:
        return fold(input.unsqueeze(0), output_size, kernel_size, dilation, padding, stride).squeeze(0)
    size, kernel, gap, edge, step = (_tuple(value, 2) for value in
                                     (output_size, kernel_size, dilation, padding, stride))
    area = kernel[0] * kernel[1]
    if input.size(1) % area != 0:
        raise RuntimeError("Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got "
                           f'input.size(1)={input.size(1)} and kernel_size=({kernel[0]}, {kernel[1]}).')
    padded = [size[d] + 2 * edge[d] for d in range(2)]
    lengths = [(padded[d] - gap[d] * (kernel[d] - 1) - 1) // step[d] + 1 for d in range(2)]
    if input.size(2) != lengths[0] * lengths[1]:
        raise RuntimeError(f'Given output_size=({size[0]}, {size[1]}), kernel_size=({kernel[0]}, {kernel[1]}), '
                           f'dilation=({gap[0]}, {gap[1]}), padding=({edge[0]}, {edge[1]}), stride=({step[0]}, {step[1]}), '
                           f"expected size of input's dimension 2 to match the calculated number of sliding blocks "
                           f'{lengths[0]} * {lengths[1]} = {lengths[0] * lengths[1]}, but got input.size(2)='
                           f'{input.size(2)}.')
    channels = input.size(1) // area
    columns = input.reshape(input.size(0), channels, *kernel, *lengths)
    out = input.new_zeros(input.size(0), channels, *padded)
    for i in range(kernel[0]):
        for j in range(kernel[1]):
            top, left = i * gap[0], j * gap[1]
            out[:, :, top:top + (lengths[0] - 1) * step[0] + 1:step[0],
                left:left + (lengths[1] - 1) * step[1] + 1:step[1]] += columns[:, :, i, j]
    out = out[:, :, edge[0]:padded[0] - edge[0], edge[1]:padded[1] - edge[1]]
    return named(out, 'Col2ImBackward0')
