"""Losses of margins between classes, between similar and different pairs, and of several labels at once."""

import torch
from torch.amp.autocast_mode import in_float32

from ._common import named, reduced
from .activation import logsigmoid
from .linear import pairwise_distance
from .loss import _chosen


@in_float32
def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean'):
    """Σ max(0, margin - x[y] + x[i])ᵖ / C over the classes i other than y."""
    reduction = _chosen(size_average, reduce, reduction)
    if p not in (1, 2):
        raise ValueError('only p == 1 and p == 2 supported')
    rows = input.reshape(-1, input.size(-1))
    classes = target.reshape(-1, 1)
    if bool(((classes < 0) | (classes >= input.size(-1))).any()):
        raise RuntimeError('target out of range')
    gap = (margin - rows.gather(1, classes) + rows).clamp_min(0)
    gap = gap if p == 1 else gap * gap
    if weight is not None:
        gap = gap * weight[classes]
    own = torch.zeros_like(rows).scatter(1, classes, 1.0) == 1
    loss = gap.masked_fill(own, 0.0).sum(1) / rows.size(1)
    return named(reduced(loss if input.dim() > 1 else loss.squeeze(0), reduction), 'MultiMarginLossBackward0')


@in_float32
def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    """Hinge between each target class and each other class; targets end at the first -1."""
    if target.numel() and not -1 <= float(target.min()) <= float(target.max()) < input.size(-1):
        raise RuntimeError("argument #2 'target' is out of range")
    if target.dtype is not torch.int64:
        raise RuntimeError(f'expected scalar type Long but found {target.dtype._scalar_name}')
    reduction = _chosen(size_average, reduce, reduction)
    rows, lists = input.reshape(-1, input.size(-1)), target.reshape(-1, target.size(-1)).tolist()
    losses = []
    for row, labels in zip(rows, lists):
        labels = labels[:labels.index(-1)] if -1 in labels else labels
        others = [i for i in range(row.size(0)) if i not in labels]
        if not labels or not others:
            losses.append(row.sum() * 0)
            continue
        gaps = 1 - (row[torch.tensor(labels)].unsqueeze(1) - row[torch.tensor(others)].unsqueeze(0))
        losses.append(gaps.clamp_min(0).sum() / row.size(0))
    loss = torch.stack(losses) if input.dim() > 1 else losses[0]
    return named(reduced(loss, reduction), 'MultilabelMarginLossBackward0')


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction='mean'):
    """Mean over classes of binary_cross_entropy_with_logits."""
    reduction = _chosen(size_average, reduce, reduction)
    loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    if weight is not None:
        loss = loss * weight
    return reduced(loss.sum(-1) / input.size(-1), reduction)


# ------------------------------------------------------------------ pairs and triplets


@in_float32
def cosine_embedding_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None, reduction='mean'):
    """1 - cos where y = 1, max(0, cos - margin) where y = -1."""
    reduction = _chosen(size_average, reduce, reduction)
    dim = target.dim()
    if dim not in (0, 1):
        raise RuntimeError(f'0D or 1D target tensor expected, multi-target not supported')
    epsilon = 1e-12
    dot = (input1 * input2).sum(dim)
    lengths = ((input1 * input1).sum(dim) + epsilon) * ((input2 * input2).sum(dim) + epsilon)
    cosine = dot / lengths.sqrt()
    zero = torch.zeros_like(cosine)
    loss = torch.where(target == 1, 1 - cosine, zero) + torch.where(target == -1, (cosine - margin).clamp_min(0), zero)
    return reduced(loss, reduction)


@in_float32
def margin_ranking_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None, reduction='mean'):
    """max(0, -y (x₁ - x₂) + margin)."""
    reduction = _chosen(size_average, reduce, reduction)
    if not input1.dim() == input2.dim() == target.dim():
        raise RuntimeError('margin_ranking_loss : All input tensors should have same dimension but got sizes: '
                           f'input1: {input1.size()}, input2: {input2.size()}, target: {target.size()} ')
    return reduced((-target * (input1 - input2) + margin).clamp_min(0), reduction)


@in_float32
def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
                        reduce=None, reduction='mean'):
    """max(0, d(anchor, positive) - d(anchor, negative) + margin), d the p-norm distance."""
    reduction = _chosen(size_average, reduce, reduction)
    return triplet_margin_with_distance_loss(
        anchor, positive, negative, distance_function=lambda a, b: pairwise_distance(a, b, p, eps), margin=margin,
        swap=swap, reduction=reduction)


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
                                      reduction='mean'):
    """triplet_margin_loss with a distance of your own; `swap` uses the nearer of anchor and positive."""
    if not anchor.dim() == positive.dim() == negative.dim():
        raise RuntimeError('The anchor, positive, and negative tensors are expected to have the same number of '
                           f'dimensions, but got: anchor {anchor.dim()}D, positive {positive.dim()}D, and negative '
                           f'{negative.dim()}D inputs')
    distance = distance_function or pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = torch.minimum(far, distance(positive, negative))
    return reduced((margin + near - far).clamp_min(0), reduction)
