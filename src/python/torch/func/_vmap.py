"""vmap without a compiler: the function runs once for each row, and its results are stacked."""

import torch
from torch._trees import leaves, like, map_tensors


def _axes(spec, tree, name):
    """One axis (or None) for each tensor of an argument."""
    if spec is None or isinstance(spec, int):
        return [spec] * len(leaves(tree))
    if isinstance(spec, dict):
        return [axis for key in tree for axis in _axes(spec[key], tree[key], name)]
    if len(spec) != len(tree):
        raise ValueError(f"vmap({name}, in_dims=...): in_dims is not compatible with the structure of inputs")
    return [axis for part, each in zip(spec, tree) for axis in _axes(part, each, name)]


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that runs func over a dimension of its inputs and stacks the results.

    Partly: runs row by row, so it is no faster than a loop
    """
    name = getattr(func, "__name__", repr(func))

    def mapped(*args, **kwargs):
        axes = _axes(in_dims, args, name)
        tensors = leaves(args)
        sizes = {tensor.shape[axis] for tensor, axis in zip(tensors, axes) if axis is not None}
        if not sizes:
            raise ValueError(f"vmap({name}, in_dims={in_dims}, ...)(<inputs>): got no inputs to map over")
        if len(sizes) > 1:
            raise ValueError(
                f"vmap: Expected all tensors to have the same size in the mapped dimension, got sizes {sorted(sizes)} "
                "for the mapped dimension"
            )
        rows = []
        for place in range(sizes.pop()):
            row = [t if axis is None else t.select(axis, place) for t, axis in zip(tensors, axes)]
            rows.append(func(*like(args, row), **kwargs))
        columns = zip(*(leaves(row) for row in rows))
        out_axes = _axes(out_dims, rows[0], name) if not isinstance(out_dims, int) else None
        stacked = [
            torch.stack(list(column), out_dims if out_axes is None else (out_axes[index] or 0))
            for index, column in enumerate(columns)
        ]
        return map_tensors(lambda x: x, like(rows[0], stacked))

    return mapped
