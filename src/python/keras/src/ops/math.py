"""keras.ops of mathematics beyond NumPy's core: segments, top_k, logsumexp, error functions, sequences."""

import collections

import torch

from keras.src.backend import dtypes, placing, unwrap, wrap
from keras.src.backend.errors import type_mismatch
from keras.src.ops.symbolic import op, reduced_shape, same_float, symbolic

from .numpy.elementwise import _numeric, erf, erfinv, rsqrt  # noqa: F401
from .numpy.reduce import over


TopKV2 = collections.namedtuple("TopKV2", ["values", "indices"])


def _segments(name, start, combine):
    def function(data, segment_ids, num_segments=None, sorted=False):
        found, ids = unwrap(data), unwrap(segment_ids).to(torch.int64)
        count = num_segments or (int(ids.max()) + 1 if ids.numel() else 0)
        rows = []
        for i in range(count):
            part = found[ids == i]
            rows.append(combine(part) if part.shape[0] else placing.full(found.shape[1:], start(found.dtype), dtype=found.dtype))
        return wrap(torch.stack(rows) if rows else found[:0])

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"The {name[8:]} of the rows with the same segment number."

    def spec(data, segment_ids, num_segments=None, sorted=False):
        return symbolic((num_segments, *data.shape[1:]), data.dtype)

    return op(spec)(function)


def _least(dtype):
    return float("-inf") if dtype.is_floating_point else torch.iinfo(dtype).min


def _most(dtype):
    return float("inf") if dtype.is_floating_point else torch.iinfo(dtype).max


segment_sum = _segments("segment_sum", lambda _d: 0, lambda t: t.sum(0).to(t.dtype))
segment_max = _segments("segment_max", _least, lambda t: torch.amax(t, 0))
segment_min = _segments("segment_min", _most, lambda t: torch.amin(t, 0))
segment_prod = _segments("segment_prod", lambda _d: 1, lambda t: torch.prod(t, 0).to(t.dtype))


def _top_spec(x, k, sorted=True, **_more):
    shape = (*x.shape[:-1], k)
    return symbolic(shape, x.dtype), symbolic(shape, "int32")


@op(_top_spec, tensors=("x",))
def top_k(x, k, sorted=True, **_more):
    """The k largest values of the last dimension and their positions."""
    values, places = torch.sort(unwrap(x), -1, descending=True, stable=True)
    return TopKV2(wrap(values[..., :k]), wrap(places[..., :k].to(torch.int32)))


@op(lambda targets, predictions, k: symbolic(targets.shape, "bool"), tensors=("targets", "predictions"))
def in_top_k(targets, predictions, k):
    """Whether the class of each example is among the k largest predictions."""
    scores, labels = unwrap(predictions), unwrap(targets).to(torch.int64)
    if scores.dtype is not torch.float32:
        raise type_mismatch("InTopKV2", "float32", dtypes.TO_NAME[scores.dtype], 0)
    own = torch.gather(scores, -1, labels.unsqueeze(-1))
    return wrap((scores > own).sum(-1) < k)


@op(lambda x, axis=None, keepdims=False: symbolic(reduced_shape(x.shape, axis, keepdims), x.dtype))
def logsumexp(x, axis=None, keepdims=False):
    """log(sum(exp(x)))."""
    return wrap(over(_numeric(unwrap(x)), axis, keepdims, lambda t, dim, keep: torch.logsumexp(t, dim, keepdim=keep)))


def extract_sequences(x, sequence_length, sequence_stride):
    """Overlapping windows of the last dimension."""
    return wrap(unwrap(x).unfold(-1, sequence_length, sequence_stride))


@op(same_float)
def erfc(x):
    """1 - erf(x)."""
    return wrap(torch.erfc(_numeric(unwrap(x))))


@op(lambda x: symbolic(x.shape[:-2], x.dtype))
def logdet(x):
    """The logarithm of the determinant."""
    return wrap(torch.logdet(unwrap(x)))


__all__ = [
    "erf", "erfc", "erfinv", "extract_sequences", "in_top_k", "logdet", "logsumexp", "rsqrt", "segment_max", "segment_min", "segment_prod", "segment_sum",
    "top_k",
]  # fmt: skip
