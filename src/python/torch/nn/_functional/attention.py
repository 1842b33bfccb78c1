"""Scaled dot-product attention and the function behind MultiheadAttention."""

import math

import torch

from .activation import softmax
from .dropout import dropout
from .linear import linear
from .padding import pad


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None,
                                 enable_gqa=False):
    """softmax(Q Kᵀ / √d + mask) V: Vaswani et al. 2017.

    Shapes: query [*, L, d], key [*, S, d], value [*, S, v] → [*, L, v]. A bool mask is True where attention is allowed;
    any other mask is added. `is_causal` lets position i see positions up to i.
    """
    factor = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    if enable_gqa:
        key = key.repeat_interleave(query.size(-3) // key.size(-3), -3)
        value = value.repeat_interleave(query.size(-3) // value.size(-3), -3)
    scores = torch.matmul(query, key.transpose(-2, -1)) * factor
    if is_causal:
        if attn_mask is not None:
            raise RuntimeError('_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True')
        attn_mask = torch.ones(query.size(-2), key.size(-2), dtype=torch.bool, device=query.device).tril()
    if attn_mask is not None:
        if attn_mask.dtype == torch.bool:
            scores = scores.masked_fill(~attn_mask, -math.inf)
        else:
            scores = scores + attn_mask
    shares = softmax(scores, -1)
    if dropout_p > 0.0:
        shares = dropout(shares, dropout_p)
    return torch.matmul(shares, value)


def _additive(mask, dtype):
    """A mask to add: True (not allowed) becomes minus infinity."""
    if mask is None:
        return None
    if mask.dtype == torch.bool:
        return torch.zeros(mask.shape, dtype=dtype, device=mask.device).masked_fill(mask, -math.inf)
    if not mask.is_floating_point():
        raise AssertionError('only bool and floating types of attn_mask are supported')
    return mask


def _projected(query, key, value, weight, bias, separate):
    """Queries, keys and values from one packed weight [3E, E], or from three."""
    if separate is not None:
        biases = (None,) * 3 if bias is None else bias.chunk(3)
        return [linear(x, w, b) for x, w, b in zip((query, key, value), separate, biases)]
    width = query.size(-1)
    if query is key and key is value:
        return list(linear(query, weight, bias).chunk(3, -1))
    weights = weight.chunk(3)
    biases = (None,) * 3 if bias is None else bias.chunk(3)
    if key is value:
        first = linear(query, weights[0], biases[0])
        both = linear(key, weight[width:], None if bias is None else bias[width:])
        return [first, *both.chunk(2, -1)]
    return [linear(x, w, b) for x, w, b in zip((query, key, value), weights, biases)]


def _without_batch(query, key, value, key_padding_mask, attn_mask, num_heads):
    """Whether the inputs are [L, E]: all of them must be, or all [L, N, E]."""
    rank = query.dim()
    if rank not in (2, 3):
        raise AssertionError(f'query should be unbatched 2D or batched 3D tensor but received {rank}-D query tensor')
    kind = f'{"un" if rank == 2 else ""}batched ({rank}-D) `query`'
    assert key.dim() == rank and value.dim() == rank, (
        f'For {kind}, expected `key` and `value` to be {rank}-D but found {key.dim()}-D and {value.dim()}-D tensors '
        'respectively')
    if key_padding_mask is not None:
        assert key_padding_mask.dim() == rank - 1, (
            f'For {kind}, expected `key_padding_mask` to be `None` or {rank - 1}-D but found '
            f'{key_padding_mask.dim()}-D tensor instead')
    if attn_mask is not None:
        assert attn_mask.dim() in (2, 3), (
            f'For {kind}, expected `attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D tensor instead')
        if rank == 2 and attn_mask.dim() == 3:
            expected = (num_heads, query.shape[0], key.shape[0])
            assert attn_mask.shape == expected, f'Expected `attn_mask` shape to be {expected} but got {attn_mask.shape}'
    return rank == 2


def multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k,
                                 bias_v, add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,
                                 key_padding_mask=None, need_weights=True, attn_mask=None,
                                 use_separate_proj_weight=False, q_proj_weight=None, k_proj_weight=None,
                                 v_proj_weight=None, static_k=None, static_v=None, average_attn_weights=True,
                                 is_causal=False):
    """Attention in `num_heads` subspaces. Shapes: query [L, N, E], key [S, N, E], value [S, N, E] → [L, N, E].

    `key_padding_mask` [N, S] and `attn_mask` [L, S] or [N·heads, L, S]: bool True forbids, floats are added. Also gives
    the attention weights, averaged over heads unless told otherwise: [N, L, S].
    """
    alone = _without_batch(query, key, value, key_padding_mask, attn_mask, num_heads)
    if alone:
        query, key, value = (x.unsqueeze(1) for x in (query, key, value)) if not query is key is value else \
            (query.unsqueeze(1),) * 3
        key_padding_mask = None if key_padding_mask is None else key_padding_mask.unsqueeze(0)
    length, batch, width = query.shape
    source = key.size(0)
    if width != embed_dim_to_check:
        raise AssertionError(f'was expecting embedding dimension of {embed_dim_to_check}, but got {width}')
    size = width // num_heads
    assert size * num_heads == width, f'embed_dim {width} not divisible by num_heads {num_heads}'
    if use_separate_proj_weight:
        assert key.shape[:2] == value.shape[:2], \
            f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}"
    else:
        assert key.shape == value.shape, f'key shape {key.shape} does not match value shape {value.shape}'
    if is_causal and attn_mask is None:
        raise RuntimeError('Need attn_mask if specifying the is_causal hint.')
    separate = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    q, k, v = _projected(query, key, value, in_proj_weight, in_proj_bias, separate)
    mask = _checked_mask(_additive(attn_mask, q.dtype), length, source, batch * num_heads)
    padding = _additive(key_padding_mask, q.dtype)
    if bias_k is not None:
        k, v = torch.cat([k, bias_k.repeat(1, batch, 1)]), torch.cat([v, bias_v.repeat(1, batch, 1)])
        mask, padding = _widened(mask), _widened(padding)
    q = q.reshape(length, batch * num_heads, size).transpose(0, 1)
    k = static_k if static_k is not None else k.reshape(k.size(0), batch * num_heads, size).transpose(0, 1)
    v = static_v if static_v is not None else v.reshape(v.size(0), batch * num_heads, size).transpose(0, 1)
    if add_zero_attn:
        zeros = torch.zeros(batch * num_heads, 1, size, dtype=k.dtype, device=k.device)
        k, v = torch.cat([k, zeros], 1), torch.cat([v, zeros], 1)
        mask, padding = _widened(mask), _widened(padding)
    source = k.size(1)
    if padding is not None:
        assert padding.shape == (batch, source), \
            f'expecting key_padding_mask shape of {(batch, source)}, but got {padding.shape}'
        spread = padding.view(batch, 1, 1, source).expand(-1, num_heads, -1, -1).reshape(batch * num_heads, 1, source)
        mask = spread if mask is None else mask + spread
    scores = torch.bmm(q * math.sqrt(1.0 / size), k.transpose(-2, -1))
    if mask is not None:
        scores = scores + mask
    weights = softmax(scores, -1)
    if dropout_p > 0.0 and training:
        weights = dropout(weights, dropout_p)
    out = torch.bmm(weights, v).transpose(0, 1).contiguous().view(length * batch, width)
    out = linear(out, out_proj_weight, out_proj_bias)
    out = out.view(length, batch, out.size(1))
    if need_weights:
        weights = weights.view(batch, num_heads, length, source)
        if average_attn_weights:
            weights = weights.mean(dim=1)
    else:
        weights = None
    if alone:
        return out.squeeze(1), None if weights is None else weights.squeeze(0)
    return out, weights


def _checked_mask(mask, length, source, rows):
    if mask is None:
        return None
    if mask.dim() == 2:
        if mask.shape != (length, source):
            raise RuntimeError(f'The shape of the 2D attn_mask is {mask.shape}, but should be {(length, source)}.')
        return mask.unsqueeze(0)
    if mask.dim() == 3:
        if mask.shape != (rows, length, source):
            raise RuntimeError(f'The shape of the 3D attn_mask is {mask.shape}, but should be {(rows, length, source)}.')
        return mask
    raise RuntimeError(f"attn_mask's dimension {mask.dim()} is not supported")


def _widened(mask):
    return None if mask is None else pad(mask, (0, 1))
