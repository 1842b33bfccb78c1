"""Parameters as tensors of one shape, lazy parameters, and probabilities and logits of each other."""

import torch
import torch.nn.functional as F

euler_constant = 0.57721566490153286060


class lazy_property:
    """A parameter computed from another when it is first asked for; then it is printed too, as in PyTorch."""

    def __init__(self, compute):
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with torch.enable_grad():
            value = instance.__dict__[self._name] = self._compute(instance)
        return value


def broadcast_all(*values):
    """Tensors of one shape; numbers take the tensors' dtype, or the default."""
    for value in values:
        if not isinstance(value, (torch.Tensor, int, float)) and not getattr(value, "_numpy_scalar", False):
            raise ValueError("Input arguments must all be instances of numbers.Number, torch.Tensor or objects implementing __torch_function__.")
    like = next((value for value in values if isinstance(value, torch.Tensor)), None)
    dtype = like.dtype if like is not None else torch.get_default_dtype()
    device = like.device if like is not None else None
    return torch.broadcast_tensors(
        *(value if isinstance(value, torch.Tensor) else torch.tensor(value, dtype=dtype, device=device) for value in values)
    )


def one_of(probs, logits):
    """Checks that one of two was given."""
    if (probs is None) == (logits is None):
        raise ValueError("Either `probs` or `logits` must be specified, but not both.")
    return logits is None


def clamp_probs(probs):
    """Probabilities kept from 0 and 1, whose logarithms are infinite."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def probs_to_logits(probs, is_binary=False):
    """log p, or log p / (1 - p)."""
    inside = clamp_probs(probs)
    return torch.log(inside) - torch.log1p(-inside) if is_binary else torch.log(inside)


def logits_to_probs(logits, is_binary=False):
    """The softmax, or the sigmoid."""
    return torch.sigmoid(logits) if is_binary else F.softmax(logits, dim=-1)


class ProbsOrLogits:
    """The probability of one of two outcomes or its logit, each computed from the other where that was given."""

    @lazy_property
    def probs(self):
        return logits_to_probs(self.logits, is_binary=True)

    @lazy_property
    def logits(self):
        return probs_to_logits(self.probs, is_binary=True)


def standard_normal(shape, like):
    """Normal numbers for reparametrised samples."""
    return torch.normal(torch.zeros(shape, dtype=like.dtype, device=like.device), 1.0)


def sum_rightmost(value, dims):
    """The sum over so many of the last dimensions."""
    return value.sum(tuple(range(-dims, 0))) if dims > 0 else value
