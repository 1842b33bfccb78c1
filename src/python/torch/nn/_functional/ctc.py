"""Connectionist temporal classification."""

import math

import torch
from torch.amp.autocast_mode import in_float32

from ._common import Tensor, reduced


@in_float32
def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False):
    """Minus the log probability that a sequence, with repeats and blanks removed, is the target: Graves et al. 2006.

    Shapes: log_probs [T, N, C] (or [T, C]), targets [N, S] or all in one row, lengths [N].
    """
    alone = log_probs.dim() == 2
    if alone:
        log_probs, targets = log_probs.unsqueeze(1), targets.unsqueeze(0)
    spans = [int(n) for n in (input_lengths.reshape(-1).tolist() if isinstance(input_lengths, Tensor) else _listed(input_lengths))]
    sizes = [int(n) for n in (target_lengths.reshape(-1).tolist() if isinstance(target_lengths, Tensor) else _listed(target_lengths))]
    if targets.dim() == 2 and targets.size(0) != log_probs.size(1):
        raise RuntimeError(f"Expected tensor to have size {log_probs.size(1)} at dimension 0, but got size {targets.size(0)} "
                           "for argument #2 'targets' (while checking arguments for ctc_loss_cpu)")
    for words, lengths, most in (('input', spans, log_probs.size(0)), *([('target', sizes, targets.size(1))] if targets.dim() == 2 else [])):
        for length in lengths:
            if length > most:
                raise RuntimeError(f'Expected {words}_lengths to have value at most {most}, but got value {length} (while checking '
                                   'arguments for ctc_loss_cpu)')
    if targets.dim() == 1:
        flat, rows = targets.tolist(), []
        for size in sizes:
            rows.append(flat[:size])
            flat = flat[size:]
    else:
        rows = [row[:size] for row, size in zip(targets.tolist(), sizes)]
    if not 0 <= blank < log_probs.size(-1):
        raise RuntimeError('blank must be in label range')
    losses = torch.stack([_ctc_of_one(log_probs[:span, n], row, blank) for n, (span, row) in enumerate(zip(spans, rows))])
    if zero_infinity:
        losses = torch.where(torch.isinf(losses), torch.zeros_like(losses), losses)
    if reduction == 'mean':
        return (losses / torch.tensor([float(max(size, 1)) for size in sizes], dtype=losses.dtype)).mean()
    return reduced(losses.squeeze(0) if alone else losses, reduction)


def _listed(lengths):
    return lengths if isinstance(lengths, (tuple, list)) else [lengths]


def _ctc_of_one(log_probs, target, blank):
    """The forward recursion over the target with blanks between its labels, in logarithms."""
    labels = [blank]
    for label in target:
        labels += [label, blank]
    width = len(labels)
    scores = log_probs[:, torch.tensor(labels)]  # [T, width]
    may_skip = torch.tensor([i >= 2 and labels[i] != blank and labels[i] != labels[i - 2] for i in range(width)])
    lowest = torch.full((2,), -1e30, dtype=log_probs.dtype)
    alpha = torch.where(torch.arange(width) < 2, scores[0], lowest[0])
    for t in range(1, log_probs.size(0)):
        before = torch.cat([lowest, alpha])
        skipped = torch.where(may_skip, before[:width], lowest[0])
        alpha = torch.logsumexp(torch.stack([alpha, before[1:width + 1], skipped]), 0) + scores[t]
    total = torch.logsumexp(alpha[-2:], 0) if width > 1 else alpha[0]
    return torch.where(total < -1e29, torch.full_like(total, math.inf), -total)
