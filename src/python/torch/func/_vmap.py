"""vmap without a compiler: the function runs once for each row, and its results are stacked."""

import torch
from torch._trees import everything, leaves, like, map_tensors


def _axes(spec, tree, name):
    """One axis (or None) for each tensor of an argument."""
    if spec is None or isinstance(spec, int):
        return [spec] * len(leaves(tree))
    if isinstance(spec, dict):
        return [axis for key in tree for axis in _axes(spec[key], tree[key], name)]
    if len(spec) != len(tree):
        raise ValueError(f"vmap({name}, in_dims=...): in_dims is not compatible with the structure of inputs")
    return [axis for part, each in zip(spec, tree) for axis in _axes(part, each, name)]


def _check_inputs(in_dims, args, name):
    """PyTorch's words for an axis that an input does not have, and for numbers with an axis."""
    head = f"vmap({name}, in_dims={in_dims}, ...)(<inputs>): Got"
    axes = [in_dims] * len(args) if isinstance(in_dims, int) else in_dims
    for axis, arg in zip(axes, args):
        if not isinstance(axis, int):
            continue
        for each in everything(arg):
            if not isinstance(each, torch.Tensor):
                raise ValueError(
                    f"{head} in_dim={axis} for an input but the input is of type {type(each)}. We cannot vmap over non-Tensor "
                    "arguments, please use None as the respective in_dim"
                )
            if not -each.dim() <= axis < each.dim():
                raise ValueError(
                    f"{head} in_dim={axis} for some input, but that input is a Tensor of dimensionality {each.dim()} so expected "
                    f"in_dim to satisfy -{each.dim()} <= in_dim < {each.dim()}."
                )


class _Randomness:
    """What random operations of a row do: refuse, draw as in the first row, or go on drawing."""

    def __init__(self, manner):
        if manner not in ("error", "different", "same"):
            raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {manner}")
        self._manner = manner
        self._state = None if manner == "different" else torch.get_rng_state()

    def before(self):
        if self._manner == "same":
            torch.set_rng_state(self._state)

    def after_first(self):
        if self._manner == "error" and not torch.equal(self._state, torch.get_rng_state()):
            torch.set_rng_state(self._state)
            raise RuntimeError(
                "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness "
                "flags on vmap or perform the randomness operation out of vmap"
            )


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that runs func over a dimension of its inputs and stacks the results.

    Partly: runs row by row, so it is no faster than a loop
    """
    name = getattr(func, "__name__", repr(func))

    def mapped(*args, **kwargs):
        random = _Randomness(randomness)
        _check_inputs(in_dims, args, name)
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
            random.before()
            rows.append(func(*like(args, row), **kwargs))
            if place == 0:
                random.after_first()
        for each in everything(rows[0]):
            if not isinstance(each, torch.Tensor):
                raise ValueError(f"vmap({name}, ...): `{name}` must only return Tensors, got type {type(each)} as a return.")
        columns = zip(*(leaves(row) for row in rows))
        out_axes = _axes(out_dims, rows[0], name) if not isinstance(out_dims, int) else None
        stacked = [
            torch.stack(list(column), out_dims if out_axes is None else (out_axes[index] or 0))
            for index, column in enumerate(columns)
        ]
        return map_tensors(lambda x: x, like(rows[0], stacked))

    return mapped
