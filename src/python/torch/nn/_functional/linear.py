"""Linear and bilinear maps, embeddings, one-hot vectors and distances."""

import bridge
import torch
from torch._ops.register import must_be_tensor

from ._common import named, refuse, wrap


def linear(input, weight, bias=None):
    """x Wᵀ + b. Shapes: x [*, in], W [out, in] (or [in]), b [out] → [*, out]."""
    try:
        return wrap(bridge.linear(input._handle, weight._handle, 0 if bias is None else bias._handle))
    except AttributeError:
        refuse('linear', input=input, weight=weight, **({} if bias is None else {'bias': bias}))


def bilinear(input1, input2, weight, bias=None):
    """x₁ᵀ A x₂ + b. Shapes: x₁ [*, n], x₂ [*, m], A [out, n, m] → [*, out]."""
    if input1.dim() != input2.dim():
        raise RuntimeError('bilinear(): input dimensions do not match: got '
                           f'{input1.dim()} and {input2.dim()}')
    for dim in range(input1.dim() - 1):
        if input1.size(dim) != input2.size(dim):
            raise RuntimeError(f'bilinear(): input batch dimensions do not match at dim {dim}: got {input1.size(dim)} and '
                               f'{input2.size(dim)}')
    if input1.size(-1) != weight.size(1):
        raise RuntimeError(f'bilinear(): input1 size does not match weight size: got {input1.size(-1)} but expected '
                           f'{weight.size(1)}')
    if input2.size(-1) != weight.size(2):
        raise RuntimeError(f'bilinear(): input2 size does not match weight size: got {input2.size(-1)} but expected '
                           f'{weight.size(2)}')
    first = input1.reshape(-1, input1.size(-1))
    second = input2.reshape(-1, input2.size(-1))
    left = torch.matmul(first, weight)  # [out, rows, m]
    out = (left * second).sum(-1).t().reshape(*input1.shape[:-1], weight.size(0))
    return named(out, 'ReshapeAliasBackward0') if bias is None else out + bias


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of `weight` [rows, width] chosen by integers: [*] → [*, width]."""
    if padding_idx is not None:
        if padding_idx > 0:
            assert padding_idx < weight.size(0), 'Padding_idx must be within num_embeddings'
        elif padding_idx < 0:
            assert padding_idx >= -weight.size(0), 'Padding_idx must be within num_embeddings'
            padding_idx += weight.size(0)
    else:
        padding_idx = -1
    if max_norm is not None:
        _renormalise(weight, input, max_norm, norm_type)
    try:
        return wrap(bridge.embedding(weight._handle, input._handle, padding_idx))
    except AttributeError:
        refuse('embedding', weight=weight, indices=input)


def _renormalise(weight, index, max_norm, norm_type):
    """Rows in use that are longer than max_norm are shortened, in place."""
    with torch.no_grad():
        rows = torch.unique(index.reshape(-1))
        chosen = weight[rows]
        lengths = chosen.norm(norm_type, dim=1, keepdim=True)
        weight[rows] = torch.where(lengths > max_norm, chosen * (max_norm / (lengths + 1e-7)), chosen)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode='mean',
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """Sum, mean or maximum of the embeddings of each bag: [B, L] or flat with `offsets` → [B, width]."""
    if mode not in ('sum', 'mean', 'max'):
        raise ValueError('mode has to be one of sum or mean')
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError('if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed '
                             f'length sequences. However, found offsets of type {type(offsets)}')
        bags = [list(range(i * input.size(1), (i + 1) * input.size(1))) for i in range(input.size(0))]
        input = input.reshape(-1)
        per_sample_weights = None if per_sample_weights is None else per_sample_weights.reshape(-1)
    elif input.dim() == 1:
        if offsets is None:
            raise ValueError('offsets has to be a 1D Tensor but got None')
        starts = offsets.tolist()
        if starts and starts[0] != 0:
            raise RuntimeError('offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position '
                               f'0. However, got {starts[0]}')
        if starts and starts[-1] > input.size(0):
            raise RuntimeError(f"offsets[-1] can not be greater than input's length {input.size(0)} but got offsets[-1] of "
                               f'{starts[-1]}')
        ends = starts[1:] if include_last_offset else [*starts[1:], input.size(0)]
        bags = [list(range(start, end)) for start, end in zip(starts, ends)]
    else:
        raise ValueError(f'input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}')
    if per_sample_weights is not None and mode != 'sum':
        raise NotImplementedError("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported "
                                  f"for mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.")
    rows = embedding(input, weight, padding_idx, max_norm, norm_type)
    if padding_idx is not None:
        chosen = input.tolist()
        padding = padding_idx % weight.size(0)
        bags = [[at for at in bag if chosen[at] != padding] for bag in bags]
    if per_sample_weights is not None:
        rows = rows * per_sample_weights.unsqueeze(1)
    out = [_bag(rows, bag, mode) for bag in bags]
    return named(torch.stack(out), 'EmbeddingBagBackward0') if out else rows.new_zeros(0, weight.size(1))


def _bag(rows, positions, mode):
    if not positions:
        return rows.new_zeros(rows.size(1))
    chosen = rows[positions[0]:positions[-1] + 1]
    if len(positions) != positions[-1] + 1 - positions[0]:
        chosen = rows[torch.tensor(positions)]
    return chosen.sum(0) if mode == 'sum' else chosen.mean(0) if mode == 'mean' else chosen.max(0)[0]


def one_hot(tensor, num_classes=-1):
    """int64 vectors with a 1 at the class: [*] → [*, num_classes]; -1 takes the largest class and one."""
    if tensor.dtype != torch.int64:
        raise RuntimeError('one_hot is only applicable to index tensor.')
    if tensor.numel() == 0 and num_classes <= 0:
        raise RuntimeError('Can not infer total number of classes from empty tensor.')
    if tensor.numel() and tensor.is_cpu and not (bridge.recording and num_classes > 0):
        if int(tensor.min()) < 0:
            raise RuntimeError('Class values must be non-negative.')
        largest = int(tensor.max())
        if num_classes == -1:
            num_classes = largest + 1
        elif largest >= num_classes:
            raise RuntimeError('Class values must be smaller than num_classes.')
    elif num_classes == -1:
        num_classes = int(tensor.max()) + 1
    out = torch.zeros(*tensor.shape, num_classes, dtype=torch.int64, device=tensor.device)
    return out.scatter_(-1, tensor.unsqueeze(-1), 1)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    """‖x₁ - x₂ + eps‖ₚ over the last dimension."""
    return named(torch.norm(x1 - x2 + eps, p, dim=-1, keepdim=keepdim), 'NormBackward1')


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """x₁ · x₂ / (max(‖x₁‖, eps) · max(‖x₂‖, eps)) over `dim`."""
    for position, (name, given) in enumerate((('x1', x1), ('x2', x2)), 1):
        must_be_tensor('cosine_similarity', name, position, given)
    x1, x2 = torch.broadcast_tensors(x1, x2)
    first = x1 / x1.norm(dim=dim, keepdim=True).clamp_min(eps)
    second = x2 / x2.norm(dim=dim, keepdim=True).clamp_min(eps)
    return (first * second).sum(dim)


def pdist(input, p=2.0):
    """Distances of all pairs of rows i < j: [n, m] → [n (n - 1) / 2]."""
    rows = input.size(0)
    first, second = torch.triu_indices(rows, rows, 1)
    return named(torch.norm(input[first] - input[second], p, dim=-1), 'PdistBackward0')


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """x / max(‖x‖ₚ, eps) over `dim`."""
    length = input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)
    return torch.div(input, length) if out is None else torch.div(input, length, out=out)


