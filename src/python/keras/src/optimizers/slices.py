"""Gradients that are IndexedSlices, in optimizers: what is squared or clipped is each slice, before slices of a row are added up."""

import torch

from keras.src.backend import IndexedSlices, unwrap, wrap


def with_squares(gradient, dtype):
    """The whole gradient and its square, torch tensors."""
    return _with(torch.square, gradient, dtype)


def with_sizes(gradient, dtype):
    """The whole gradient and its absolute value, torch tensors."""
    return _with(torch.abs, gradient, dtype)


def _with(function, gradient, dtype):
    if isinstance(gradient, IndexedSlices):
        values = unwrap(gradient.values).to(dtype)
        return gradient.summed(values), gradient.summed(function(values))
    whole = unwrap(gradient).to(dtype)
    return whole, function(whole)


def numbers(gradient):
    """The numbers of a gradient, for its norm: a torch tensor."""
    return unwrap(gradient.values if isinstance(gradient, IndexedSlices) else gradient)


def with_numbers(gradient, found):
    """The gradient with other numbers."""
    return gradient.with_values(found) if isinstance(gradient, IndexedSlices) else wrap(found)
