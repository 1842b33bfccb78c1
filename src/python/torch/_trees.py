"""Tensors in nested tuples, lists and dicts: listing, replacing."""

import torch


def leaves(tree):
    """The tensors, in order."""
    if isinstance(tree, torch.Tensor):
        return [tree]
    if isinstance(tree, dict):
        return [leaf for key in tree for leaf in leaves(tree[key])]
    if isinstance(tree, tuple | list):
        return [leaf for each in tree for leaf in leaves(each)]
    return []


def everything(tree):
    """What is in it besides tuples, lists and dicts: tensors and others, in order."""
    if isinstance(tree, dict):
        return [leaf for each in tree.values() for leaf in everything(each)]
    if isinstance(tree, tuple | list):
        return [leaf for each in tree for leaf in everything(each)]
    return [tree]


def map_tensors(change, tree):
    """The same tree with every tensor changed."""
    if isinstance(tree, torch.Tensor):
        return change(tree)
    if isinstance(tree, dict):
        return {key: map_tensors(change, value) for key, value in tree.items()}
    if isinstance(tree, tuple | list):
        parts = [map_tensors(change, each) for each in tree]
        return type(tree)(*parts) if hasattr(tree, "_fields") else type(tree)(parts)
    return tree


def like(tree, tensors):
    """The same tree with these tensors in place of its own."""
    left = iter(tensors)
    return map_tensors(lambda _tensor: next(left), tree)
