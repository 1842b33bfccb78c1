"""Activation functions, softmax and its relatives."""

import warnings

import bridge
import torch

from ._common import named, refuse, refuse_whole, wrap


def _elementwise(name, engine, doc):
    """An activation without parameters: `engine` and `engine_` are its engine functions."""
    in_place = engine + '_'

    def activation(input, inplace=False):
        try:
            if inplace:
                getattr(bridge, in_place)(input._handle)
                return input
            return wrap(getattr(bridge, engine)(input._handle))
        except AttributeError:
            refuse(name, input=input)

    activation.__name__ = activation.__qualname__ = name
    activation.__doc__ = doc
    return activation


def relu(input, inplace=False):
    """max(0, x)."""
    try:
        if inplace:
            bridge.relu_(input._handle)
            return input
        return wrap(bridge.relu(input._handle))
    except AttributeError:
        refuse('relu', input=input)


silu = _elementwise('silu', 'silu', 'x · σ(x), also called swish.')
mish = _elementwise('mish', 'mish', 'x · tanh(softplus(x)): Misra 2019.')
hardswish = _elementwise('hardswish', 'hardswish', 'x · relu6(x + 3) / 6: Howard et al. 2019.')
hardsigmoid = _elementwise('hardsigmoid', 'hardsigmoid', 'relu6(x + 3) / 6.')
selu = _elementwise('selu', 'selu', 'scale · (max(0, x) + min(0, α (eˣ - 1))): Klambauer et al. 2017.')


def sigmoid(input):
    """1 / (1 + e⁻ˣ)."""
    return torch.sigmoid(input)


def tanh(input):
    """The hyperbolic tangent."""
    return torch.tanh(input)


def logsigmoid(input):
    """log(1 / (1 + e⁻ˣ))."""
    try:
        return wrap(bridge.log_sigmoid(input._handle))
    except AttributeError:
        refuse('log_sigmoid', input=input)


def gelu(input, approximate='none'):
    """x · Φ(x), Φ the normal distribution; approximate='tanh' for the cheaper form: Hendrycks & Gimpel 2016."""
    if approximate not in ('none', 'tanh'):
        raise RuntimeError('approximate argument must be either none or tanh.')
    try:
        return wrap((bridge.gelu if approximate == 'none' else bridge.gelu_tanh)(input._handle))
    except AttributeError:
        refuse('gelu', input=input)


def _with_numbers(engine, input, inplace, *numbers):
    if inplace:
        getattr(bridge, engine + '_')(input._handle, *numbers)
        return input
    return wrap(getattr(bridge, engine)(input._handle, *numbers))


def leaky_relu(input, negative_slope=0.01, inplace=False):
    """x where x > 0, else negative_slope · x."""
    return _with_numbers('leaky_relu', input, inplace, negative_slope)


def elu(input, alpha=1.0, inplace=False):
    """x where x > 0, else α (eˣ - 1): Clevert et al. 2015."""
    return _with_numbers('elu', input, inplace, alpha)


def celu(input, alpha=1.0, inplace=False):
    """max(0, x) + min(0, α (e^(x/α) - 1)): Barron 2017."""
    if alpha == 0:
        raise RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU')
    return named(_with_numbers('celu', input, inplace, alpha), 'CeluBackward0')


def softplus(input, beta=1, threshold=20):
    """log(1 + e^(βx)) / β, and x itself where βx > threshold."""
    return _with_numbers('softplus', input, False, beta, threshold)


def threshold(input, threshold, value, inplace=False):
    """x where x > threshold, else value."""
    return _with_numbers('threshold', input, inplace, threshold, value)


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    """x clamped to [min_val, max_val]."""
    if min_val > max_val:
        raise ValueError('min_val cannot be greater than max_val')
    return _with_numbers('hardtanh', input, inplace, min_val, max_val)


def relu6(input, inplace=False):
    """min(max(0, x), 6)."""
    return hardtanh(input, 0.0, 6.0, inplace)


def softsign(input):
    """x / (1 + |x|)."""
    return input / (input.abs() + 1)


def tanhshrink(input):
    """x - tanh(x)."""
    return input - input.tanh()


def hardshrink(input, lambd=0.5):
    """x where |x| > lambd, else 0."""
    refuse_whole('hardshrink_cpu', input)
    return _with_numbers('hardshrink', input, False, lambd)


def softshrink(input, lambd=0.5):
    """x moved towards 0 by lambd, 0 where it would cross."""
    refuse_whole('softshrink_cpu', input)
    if lambd < 0:
        raise RuntimeError(f'lambda must be greater or equal to 0, but found to be {lambd}.')
    return _with_numbers('softshrink', input, False, lambd)


def glu(input, dim=-1):
    """a · σ(b) for the two halves a and b of a dimension: Dauphin et al. 2016."""
    refuse_whole('glu_cpu', input)
    if input.dim() == 0:
        raise RuntimeError('glu does not support scalars because halving size must be even')
    size = input.size(dim)
    if size % 2 != 0:
        raise RuntimeError(f'Halving dimension must be even, but dimension {dim % input.dim()} is size {size}')
    first, gate = input.chunk(2, dim)
    return named(first * torch.sigmoid(gate), 'GluBackward0')


def prelu(input, weight):
    """x where x > 0, else weight · x; one weight, or one for each channel (dimension 1)."""
    if weight.numel() != 1:
        if input.dim() == 0:
            raise RuntimeError('Not allow zero-dim input tensor.')
        channels = input.size(1) if input.dim() >= 2 else 1
        if channels != weight.numel():
            raise RuntimeError('Mismatch of parameter numbers and input channel size. Found parameter numbers = '
                               f'{weight.numel()} and channel size = {channels}.')
        slope = weight.view([-1 if d == 1 else 1 for d in range(input.dim())]) if input.dim() > 1 else weight
    else:
        slope = weight.reshape([1] * input.dim()) if input.dim() != weight.dim() else weight
    return named(torch.where(input > 0, input, slope * input), 'PreluBackward0')


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """leaky_relu with slopes drawn from [lower, upper) while training, their middle otherwise."""
    if training:
        # a slope is drawn only for elements that are not positive, in order, as PyTorch does
        with torch.no_grad():
            negative = input <= 0
            slope = torch.ones_like(input)
            drawn = torch.empty(int(negative.sum()), dtype=torch.float64, device='cpu').uniform_(lower, upper)
            slope[negative] = drawn.to(dtype=input.dtype, device=input.device)
        out = input * slope
    else:
        out = leaky_relu(input, (lower + upper) / 2)
    if inplace:
        return input.copy_(out)
    return named(out, 'RreluWithNoiseBackward0')


def _in_place_form(function):
    def in_place(input, *args, **kwargs):
        return function(input, *args, **kwargs, inplace=True)

    in_place.__name__ = in_place.__qualname__ = function.__name__ + '_'
    in_place.__doc__ = f'`{function.__name__}` that overwrites its input.'
    return in_place


relu_, selu_, elu_, celu_, leaky_relu_, hardtanh_, threshold_, rrelu_ = map(
    _in_place_form, (relu, selu, elu, celu, leaky_relu, hardtanh, threshold, rrelu))

# ------------------------------------------------------------------ softmax


def _dim_of(function, input, dim, stacklevel):
    """The implicit dimension of old PyTorch, with its warning."""
    if dim is not None:
        return dim
    warnings.warn(f'Implicit dimension choice for {function} has been deprecated. '
                  'Change the call to include dim=X as an argument.', stacklevel=stacklevel)
    return 0 if input.dim() in (0, 1, 3) else 1


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """eˣ / Σ eˣ over `dim`: positive numbers that sum to 1."""
    dim = _dim_of('softmax', input, dim, _stacklevel)
    return torch.softmax(input, dim, dtype=dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    """softmax of -x."""
    dim = _dim_of('softmin', input, dim, _stacklevel)
    return torch.softmax(-input, dim, dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """x - log Σ eˣ over `dim`."""
    dim = _dim_of('log_softmax', input, dim, _stacklevel)
    return torch.log_softmax(input, dim, dtype=dtype)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """Samples of a categorical distribution that gradients pass through: Jang et al. 2016.

    `hard` gives one-hot vectors whose gradient is that of the soft sample.
    """
    if eps != 1e-10:
        warnings.warn('`eps` parameter is deprecated and has no effect.')
    gumbels = -torch.empty_like(logits).exponential_().log()
    soft = softmax((logits + gumbels) / tau, dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    one_hot = torch.zeros_like(logits).scatter_(dim, index, 1.0)
    return one_hot - soft.detach() + soft

