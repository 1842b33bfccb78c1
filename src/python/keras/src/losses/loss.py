"""keras.losses.Loss: from the loss of each example to one number, with weights and masks. The formulas are in losses.py."""

import math

import torch

from keras.src import backend, tree
from keras.src.backend.errors import shape_mismatch
from keras.src.backend import dtypes, placing, unwrap, wrap
from keras.src.utils.naming import auto_name

_REDUCTIONS = ("sum_over_batch_size", "sum", None, "none", "mean", "mean_with_sample_weight")


def standardize_reduction(reduction):
    """The reduction, checked."""
    if reduction not in _REDUCTIONS:
        raise ValueError(f"Invalid value for argument `reduction`. Expected one of {set(_REDUCTIONS)}. Received: reduction={reduction}")
    return reduction


def same_rank(first, second):
    """Torch tensors whose ranks differ by one are made alike: a last dimension of size 1 goes or comes."""
    a, b = first.dim(), second.dim()
    if a == b:
        return first, second
    if a == b + 1 and first.shape[-1] == 1:
        return (first, second.unsqueeze(-1)) if b == 1 else (first.squeeze(-1), second)
    if b == a + 1 and second.shape[-1] == 1:
        return (first.unsqueeze(-1), second) if a == 1 else (first, second.squeeze(-1))
    return first, second


def squeeze_or_expand_to_same_rank(x1, x2, expand_rank_1=True):
    """The same for Tensors."""
    first, second = unwrap(x1), unwrap(x2)
    made = same_rank(first, second)
    return (x1 if made[0] is first else wrap(made[0])), (x2 if made[1] is second else wrap(made[1]))


def _by_mask(weight, mask, dtype, reduction):
    """The weights with the masked elements at 0; means count only the others."""
    factor = mask.to(dtype)
    if reduction in ("mean", "sum_over_batch_size"):
        valid = factor.sum()
        factor = factor * torch.where(valid == 0, torch.zeros_like(valid), mask.numel() / torch.clamp(valid, min=1e-30))
    if weight is None:
        return factor
    factor, weight = same_rank(factor, weight.to(dtype))
    return weight * factor


def reduce_weighted_values(values, sample_weight=None, mask=None, reduction="sum_over_batch_size", dtype=None):
    """The weighted values, reduced. 'sum_over_batch_size' divides by the number of values, whatever the weights."""
    found = unwrap(values)
    if dtype is not None and found.dtype is not dtypes.torch_dtype(dtype):
        found = found.to(dtypes.torch_dtype(dtype))
    weight = None if sample_weight is None else placing.to(unwrap(sample_weight), found.dtype)
    if mask is not None:
        weight = _by_mask(weight, unwrap(mask), found.dtype, reduction)
    if weight is not None:
        found, weight = same_rank(found, weight)
        try:
            found = found * weight
        except RuntimeError:
            raise shape_mismatch("Mul", found.shape, weight.shape) from None
    sizes = found.shape
    if reduction in (None, "none") or not sizes or sizes == (0,):
        return wrap(found)
    total = found.sum()
    if reduction == "sum":
        return wrap(total)
    if reduction == "mean_with_sample_weight" and weight is not None:
        by = weight.sum()
        return wrap(torch.where(by == 0, torch.zeros_like(total), total / torch.where(by == 0, torch.ones_like(by), by)))
    count = math.prod(sizes)
    return wrap(total / count if count else total)


class Loss:
    """The base of losses: subclasses define call(y_true, y_pred), which gives the loss of each example.

    reduction: 'sum_over_batch_size' (the mean), 'sum', 'mean', 'mean_with_sample_weight', 'none' or None.
    """

    def __init__(self, name=None, reduction="sum_over_batch_size", dtype=None):
        self.name = name or auto_name(type(self).__name__)
        self.reduction = standardize_reduction(reduction)
        self._dtype = getattr(dtype, "compute_dtype", None) or dtypes.standardize_dtype(dtype)

    @property
    def dtype(self):
        """The type that values are converted to."""
        return self._dtype

    def __call__(self, y_true, y_pred, sample_weight=None):
        convert, dtype = backend.convert_to_tensor, self._dtype
        in_mask = None if isinstance(y_pred, (dict, list, tuple)) else backend.get_keras_mask(y_pred)
        if isinstance(y_pred, (dict, list, tuple)):
            y_pred = tree.map_structure(lambda x: convert(x, dtype), y_pred)
        else:
            y_pred = convert(y_pred, dtype)
        if isinstance(y_true, dict) or (isinstance(y_true, (list, tuple)) and not isinstance(y_pred, backend.Tensor)):
            y_true = tree.map_structure(lambda x: convert(x, dtype), y_true)
        else:
            y_true = self._standardized(y_true)
        losses = self.call(y_true, y_pred)
        out_mask = backend.get_keras_mask(losses)
        if in_mask is not None and out_mask is not None:
            mask = in_mask & out_mask
        else:
            mask = in_mask if in_mask is not None else out_mask
        return reduce_weighted_values(losses, sample_weight, mask, self.reduction, dtype)

    def _standardized(self, y_true):
        return backend.convert_to_tensor(y_true, self._dtype)

    def call(self, y_true, y_pred):
        """The loss of each example."""
        raise NotImplementedError

    def get_config(self):
        """The constructor's arguments."""
        return {"name": self.name, "reduction": self.reduction}

    @classmethod
    def from_config(cls, config):
        """A loss made from get_config()'s dict."""
        return cls(**config)

    def _obj_type(self):
        return "Loss"
