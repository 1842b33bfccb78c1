"""Losses. Those over class labels and the common elementwise ones are single engine operations; the rest is composed."""

import math
import warnings

import bridge
import torch
from torch._ops.convert import broadcast_pair
from torch.amp.autocast_mode import in_float32

from ._common import handle_or_zero, named, reduced, reduction_code, refuse, refuse_whole, wrap
from .activation import log_softmax


def legacy_reduction(size_average, reduce):
    """The word for the two arguments of old PyTorch versions, with their warning."""
    size_average = True if size_average is None else size_average
    reduce = True if reduce is None else reduce
    word = 'mean' if size_average and reduce else 'sum' if reduce else 'none'
    warnings.warn(f"size_average and reduce args will be deprecated, please use reduction='{word}' instead.",
                  stacklevel=3)
    return word


def _chosen(size_average, reduce, reduction):
    if size_average is None and reduce is None:
        return reduction
    return legacy_reduction(size_average, reduce)


# ------------------------------------------------------------------ two tensors, element by element


def _warn_about_sizes(input, target):
    if target.size() == input.size():
        return
    warnings.warn(f'Using a target size ({target.size()}) that is different to the input size ({input.size()}). '
                  'This will likely lead to incorrect results due to broadcasting. '
                  'Please ensure they have the same size.', stacklevel=3)


@in_float32
def mse_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    """(input - target)²."""
    reduction = _chosen(size_average, reduce, reduction)
    _warn_about_sizes(input, target)
    refuse_whole('mse_cpu', input, target)
    return wrap(bridge.mse_loss(input._handle, target._handle, reduction_code(reduction)))


@in_float32
def l1_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    """|input - target|."""
    reduction = _chosen(size_average, reduce, reduction)
    _warn_about_sizes(input, target)
    return reduced((input - target).abs(), reduction)


@in_float32
def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0):
    """½ d² / β where |d| < β, else |d| - β/2."""
    reduction = _chosen(size_average, reduce, reduction)
    _warn_about_sizes(input, target)
    if beta < 0:
        raise RuntimeError('smooth_l1_loss does not support negative values for beta.')
    refuse_whole('smooth_l1_cpu', input, target)
    return wrap(bridge.smooth_l1_loss(input._handle, target._handle, reduction_code(reduction), beta))


@in_float32
def huber_loss(input, target, reduction='mean', delta=1.0):
    """½ d² where |d| ≤ δ, else δ (|d| - δ/2)."""
    _warn_about_sizes(input, target)
    if delta <= 0:
        raise RuntimeError('huber_loss does not support non-positive values for delta.')
    refuse_whole('huber_cpu', input, target)
    return wrap(bridge.huber_loss(input._handle, target._handle, reduction_code(reduction), delta))


@in_float32
def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction='mean'):
    """-(t log p + (1 - t) log(1 - p)) for probabilities p in [0, 1]."""
    reduction = _chosen(size_average, reduce, reduction)
    if target.size() != input.size():
        raise ValueError(f'Using a target size ({target.size()}) that is different to the input size ({input.size()}) is '
                         'deprecated. Please ensure they have the same size.')
    if input.dtype != target.dtype:
        raise RuntimeError(f'Found dtype {_word(target)} but expected {_word(input)}')
    if weight is not None:
        weight = weight.expand(broadcast_pair(target.shape, weight.shape))
    return wrap(bridge.binary_cross_entropy(input._handle, target._handle, handle_or_zero(weight),
                                            reduction_code(reduction)))


def _word(tensor):
    return tensor.dtype._scalar_name


@in_float32
def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction='mean',
                                     pos_weight=None):
    """binary_cross_entropy of sigmoid(input), without overflow; `pos_weight` widens the positive class."""
    reduction = _chosen(size_average, reduce, reduction)
    try:
        if target.size() != input.size():
            raise ValueError(f'Target size ({target.size()}) must be the same as input size ({input.size()})')
    except AttributeError:
        refuse('binary_cross_entropy_with_logits', input=input, target=target)
    if not torch.is_floating_point(target):
        raise RuntimeError("result type Float can't be cast to the desired output type "
                           f'{target.dtype._scalar_name}')
    return wrap(bridge.binary_cross_entropy_with_logits(input._handle, target._handle, handle_or_zero(weight),
                                                        handle_or_zero(pos_weight), reduction_code(reduction)))


@in_float32
def kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False):
    """target · (log target - input) with 0 log 0 = 0; `input` holds logarithms."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    elif reduction == 'mean':
        warnings.warn("reduction: 'mean' divides the total loss by both the batch size and the support size."
                      "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
                      "'mean' will be changed to behave the same as 'batchmean' in the next major release.", stacklevel=2)
    if not torch.is_floating_point(input) or not torch.is_floating_point(target):
        raise RuntimeError('kl_div: Integral inputs not supported.')
    if log_target:
        loss = target.exp() * (target - input)
    else:
        loss = torch.xlogy(target, target) - target * input
    if reduction == 'batchmean':
        total = loss.sum()
        return total / input.size(0) if input.dim() > 0 else total
    return reduced(loss, reduction)


@in_float32
def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None,
                     reduction='mean'):
    """Negative log likelihood of counts: eˣ - target · x, or x - target · log x; `full` adds Stirling's term."""
    reduction = _chosen(size_average, reduce, reduction)
    if reduction not in ('none', 'mean', 'sum'):
        raise ValueError(f'{reduction} is not a valid value for reduction')
    loss = torch.exp(input) - target * input if log_input else input - target * torch.log(input + eps)
    if full:
        term = target * torch.log(target) - target + 0.5 * torch.log(2 * math.pi * target)
        loss = loss + torch.where(target > 1, term, torch.zeros_like(term))
    return reduced(loss, reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction='mean'):
    """½ (log var + (input - target)² / var), var not below eps."""
    if var.size() != input.size():
        if input.size()[:-1] == var.size():
            var = var.unsqueeze(-1)
        elif not (input.size()[:-1] == var.size()[:-1] and var.size(-1) == 1):
            raise ValueError('var is of incorrect size')
    if reduction not in ('none', 'mean', 'sum'):
        raise ValueError(reduction + ' is not valid')
    if bool((var < 0).any()):
        raise ValueError('var has negative entry/entries')
    var = var + (var.detach().clamp(min=eps) - var.detach())
    loss = 0.5 * (torch.log(var) + (input - target) ** 2 / var)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return reduced(loss, reduction)


@in_float32
def soft_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    """log(1 + e^(-y x)), y being 1 or -1."""
    reduction = _chosen(size_average, reduce, reduction)
    return named(reduced(torch.log1p(torch.exp(-target * input)), reduction), 'SoftMarginLossBackward0')


@in_float32
def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction='mean'):
    """x where y = 1, max(0, margin - x) where y = -1."""
    reduction = _chosen(size_average, reduce, reduction)
    zero = torch.zeros_like(input)
    apart = torch.where(target == 1, zero, (margin - input).clamp_min(0))
    together = torch.where(target == -1, zero, input)
    return reduced(apart + together, reduction)


# ------------------------------------------------------------------ class labels


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean',
                  label_smoothing=0.0):
    """log Σ eˣ - x[class], the negative log likelihood of softmax.

    Shapes: input [C], [N, C] or [N, C, *]; target of class numbers (int64) [], [N] or [N, *], or probabilities of
    input's shape. `weight` [C] weighs classes, targets equal to `ignore_index` do not count, `label_smoothing` mixes the
    target with the uniform distribution (Szegedy et al. 2016).
    """
    reduction = _chosen(size_average, reduce, reduction)
    code = reduction_code(reduction)
    try:
        rank = bridge.dim(input._handle)
        if rank == 2 and weight is None and label_smoothing == 0.0 and bridge.dim(target._handle) == 1 \
                and bridge.dtype(target._handle) > 3:
            return wrap(bridge.cross_entropy(input._handle, target._handle, code, ignore_index))
    except AttributeError:
        refuse('cross_entropy_loss', input=input, target=target)
    if label_smoothing < 0 or label_smoothing > 1:
        raise RuntimeError(f'label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing:g}')
    classes = 0 if rank == 1 else 1
    if input.shape == target.shape:
        return _cross_entropy_of_probabilities(input, target, weight, reduction, label_smoothing, classes, ignore_index)
    _check_class_numbers(input, target)
    if label_smoothing > 0:
        return _smoothed(input, target, weight, reduction, label_smoothing, ignore_index, classes)
    return nll_loss(log_softmax(input, classes), target, weight, ignore_index=ignore_index, reduction=reduction)


def _cross_entropy_of_probabilities(input, target, weight, reduction, smoothing, classes, ignored):
    if ignored >= 0:
        raise RuntimeError('ignore_index is not supported for floating point target')
    if not target.is_floating_point():
        raise RuntimeError(f'Expected floating point type for target with class probabilities, got {_word(target)}')
    count = input.size(classes)
    if smoothing > 0:
        target = target * (1 - smoothing) + smoothing / count
    logs = log_softmax(input, classes)
    terms = logs * target
    if weight is not None:
        terms = terms * weight.view([-1 if d == classes else 1 for d in range(input.dim())])
    if reduction == 'none':
        return -terms.sum(classes)
    total = -terms.sum()
    if reduction == 'sum':
        return total
    rows = input.numel() // count
    return named(total / rows, 'DivBackward1')


def _smoothed(input, target, weight, reduction, smoothing, ignore_index, classes):
    """(1 - s) · nll + s / C · Σ -log p, rows that are ignored left out of both."""
    logs = log_softmax(input, classes)
    nll = nll_loss(logs, target, weight, ignore_index=ignore_index, reduction=reduction)
    if weight is not None:
        shaped = weight.view([-1 if d == classes else 1 for d in range(input.dim())])
        uniform = -(logs * shaped).sum(classes)
    else:
        uniform = -logs.sum(classes)
    ignored = target == ignore_index
    uniform = uniform.masked_fill(ignored, 0.0)
    if reduction == 'mean':
        kept = target.masked_fill(ignored, 0)
        if weight is None:
            uniform = uniform.sum() / (~ignored).sum()
        else:
            uniform = uniform.sum() / weight[kept].masked_fill(ignored, 0.0).sum()
    elif reduction == 'sum':
        uniform = uniform.sum()
    return nll * (1 - smoothing) + uniform * (smoothing / input.size(classes))


def _check_class_numbers(input, target):
    rank, shape = input.dim(), list(input.shape)
    wanted = [*shape[:1], *shape[2:]]
    if rank < 1:
        raise ValueError(f'Expected 1 or more dimensions (got {rank})')
    if rank != 1 and (target.dim() == 0 or shape[0] != target.size(0)):
        raise ValueError(f'Expected input batch_size ({shape[0]}) to match target batch_size '
                         f'({target.size(0) if target.dim() else 0}).')
    if rank <= 2:
        if target.dim() > 1:
            raise RuntimeError('0D or 1D target tensor expected, multi-target not supported')
        if target.dim() and target.size(0) != shape[0]:
            raise RuntimeError(f'size mismatch (got input: {shape}, target: {list(target.shape)})')
    elif rank == 4 and target.dim() != 3:
        raise RuntimeError(f'only batches of spatial targets supported (3D tensors) but got targets of dimension: '
                           f'{target.dim()}')
    elif list(target.shape) != wanted:
        raise RuntimeError(f'size mismatch (got input: {shape} , target: {list(target.shape)}' if rank == 4 else
                           f'Expected target size {wanted}, got {list(target.shape)}')
    if target.dtype not in (torch.int64, torch.uint8):
        raise RuntimeError(f'expected scalar type Long but found {_word(target)}')


@in_float32
def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'):
    """-log_probability[class]. Shapes: input [C], [N, C] or [N, C, *], target [], [N] or [N, *] of class numbers."""
    reduction = _chosen(size_average, reduce, reduction)
    try:
        _check_class_numbers(input, target)
    except AttributeError:
        refuse('nll_loss_nd', input=input, target=target)
    rank = input.dim()
    classes = 0 if rank == 1 else 1
    count = input.size(classes)
    if weight is not None and weight.numel() != count:
        raise RuntimeError(f'weight tensor should be defined either for all {count} classes or no classes but got weight '
                           f'tensor of shape: {list(weight.shape)}')
    target = target.long()
    ignored = target == ignore_index
    safe = target.masked_fill(ignored, 0)
    if target.is_cpu and safe.numel() and (int(safe.min()) < 0 or int(safe.max()) >= count):
        outside = ((safe < 0) | (safe >= count)).reshape(-1)
        bad = safe.reshape(-1)[outside][0]
        raise IndexError(f'Target {int(bad)} is out of bounds.')
    picked = input.gather(classes, safe.unsqueeze(classes)).squeeze(classes)
    factor = (~ignored).to(input.dtype) if weight is None else weight[safe].masked_fill(ignored, 0.0)
    loss = torch.where(ignored, torch.zeros_like(picked), -picked * factor)
    if reduction == 'mean':
        loss = loss.sum() / factor.sum()
    else:
        loss = reduced(loss, reduction)
    return named(loss, 'NllLossBackward0' if rank <= 2 else 'NllLoss2DBackward0')
