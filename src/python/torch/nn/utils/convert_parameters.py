"""All parameters of a model as one vector, and back."""

import torch
from torch._tensor import Tensor


def parameters_to_vector(parameters):
    """The parameters flattened and joined, in order."""
    return torch.cat([param.view(-1) for param in parameters])


def vector_to_parameters(vec, parameters):
    """Gives the parameters the values of a vector made by parameters_to_vector."""
    if not isinstance(vec, Tensor):
        raise TypeError(f'expected torch.Tensor, but got: {torch.typename(vec)}')
    at = 0
    for param in parameters:
        count = param.numel()
        param.data = vec[at:at + count].view_as(param).data
        at += count
