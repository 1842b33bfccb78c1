"""keras.ops that reduce or scan dimensions: sum, mean, var, max, argmax, cumsum, quantile, histogram, …"""

import builtins
import functools

import torch

from keras.src.backend import dtypes, placing, unwrap, wrap
from keras.src.backend.dtypes import TO_NAME
from keras.src.backend.errors import invalid
from keras.src.ops.symbolic import dtype_of, op, reduced_shape, symbolic

from .elementwise import _numeric

_NARROW = {"bool": "int32", "int8": "int32", "int16": "int32", "uint8": "uint32", "uint16": "uint32"}


def _axis(axis):
    return tuple(axis) if isinstance(axis, list) else axis


def over(tensor, axis, keepdims, compute):
    """compute(tensor, dim, keepdim) over one, several or all dimensions, one after the other."""
    axis = _axis(axis)
    if axis is None:
        flat = compute(tensor.reshape(-1), 0, False)
        return flat.reshape((1,) * tensor.dim()) if keepdims else flat
    axes = sorted({each % tensor.dim() for each in axis}, reverse=True) if isinstance(axis, tuple) else [axis]
    for each in axes:
        tensor = compute(tensor, each, keepdims)
    return tensor


def _sum_dtype(name):
    return _NARROW.get(name, name)


def _spec(dtype):
    def spec(x, axis=None, keepdims=False, **_options):
        return symbolic(reduced_shape(x.shape, axis, keepdims), dtype(dtype_of(x)))

    return spec


def _same(name):
    return name


def _floating(name):
    return name if name in dtypes.FLOAT_TYPES else dtypes.result_type(name, float)


def _bool(_name):
    return "bool"


def _axes(tensor, axis):
    if axis is None:
        return tuple(range(tensor.dim()))
    return _axis(axis)


@op(_spec(_sum_dtype))
def sum(x, axis=None, keepdims=False):
    """The sum over dimensions (all by default)."""
    found = unwrap(x)
    wanted = found.dtype if found.is_floating_point() else dtypes.torch_dtype(_sum_dtype(TO_NAME[found.dtype]))
    if axis is None and not keepdims:
        made = found.sum()
    elif axis == ():
        made = found
    else:
        made = found.sum(_axes(found, axis), keepdim=keepdims)
    return wrap(made if made.dtype is wanted else made.to(wanted))


@op(_spec(_floating))
def mean(x, axis=None, keepdims=False):
    """The arithmetic mean."""
    found = _numeric(unwrap(x))
    return wrap(found.mean() if axis is None and not keepdims else found.mean(_axes(found, axis), keepdim=keepdims))


def variance(tensor, axis, keepdims):
    """The population variance of a torch tensor: the mean of the squared distances from the mean."""
    axes = _axes(tensor, axis)
    distance = tensor - tensor.mean(axes, keepdim=True)
    return torch.square(distance).mean(axes, keepdim=keepdims)


@op(_spec(_floating))
def var(x, axis=None, keepdims=False):
    """The population variance (divided by n)."""
    return wrap(variance(_numeric(unwrap(x)), axis, keepdims))


@op(_spec(_floating))
def std(x, axis=None, keepdims=False):
    """The population standard deviation (divided by n)."""
    return wrap(torch.sqrt(variance(_numeric(unwrap(x)), axis, keepdims)))


@op(_spec(_sum_dtype))
def prod(x, axis=None, keepdims=False, dtype=None):
    """The product over dimensions."""
    found = unwrap(x)
    wanted = dtypes.torch_dtype(dtype or (TO_NAME[found.dtype] if found.is_floating_point() else _sum_dtype(TO_NAME[found.dtype])))
    return wrap(over(found, axis, keepdims, lambda t, dim, keep: torch.prod(t, dim, keepdim=keep)).to(wanted))


def _extreme(name, compute, doc):
    def function(x, axis=None, keepdims=False, initial=None):
        found = unwrap(x)
        made = compute(found, axis if axis is None else _axes(found, axis), keepdims)
        if initial is not None:
            made = (torch.maximum if name == "max" else torch.minimum)(made, placing.tensor(initial, dtype=made.dtype))
        return wrap(made)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return op(_spec(_same))(function)


def _amax(t, axis, keep):
    return torch.amax(t, tuple(range(t.dim())) if axis is None else axis, keepdim=keep) if t.numel() else _no_values("max")


def _amin(t, axis, keep):
    return torch.amin(t, tuple(range(t.dim())) if axis is None else axis, keepdim=keep) if t.numel() else _no_values("min")


def _no_values(name):
    raise ValueError(f"zero-size array to reduction operation {name} which has no identity")


max = amax = _extreme("max", _amax, "The largest value.")
min = amin = _extreme("min", _amin, "The smallest value.")


def _truth(name, compute, doc):
    def function(x, axis=None, keepdims=False):
        found = unwrap(x).to(torch.bool)
        return wrap(over(found, axis, keepdims, lambda t, dim, keep: compute(t, dim, keepdim=keep)))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return op(_spec(_bool))(function)


all = _truth("all", torch.all, "Whether all are true.")
any = _truth("any", torch.any, "Whether one is true.")


def _position(name, compute, doc):
    def function(x, axis=None, keepdims=False):
        found = unwrap(x)
        if axis is None:
            made = compute(found.reshape(-1), 0)
            return wrap((made.reshape((1,) * found.dim()) if keepdims else made).to(torch.int32))
        return wrap(compute(found, axis, keepdim=keepdims).to(torch.int32))

    def spec(x, axis=None, keepdims=False):
        return symbolic(reduced_shape(x.shape, axis, keepdims), "int32")

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return op(spec)(function)


argmax = _position("argmax", torch.argmax, "The position of the largest value, int32.")
argmin = _position("argmin", torch.argmin, "The position of the smallest value, int32.")


def _scan(name, compute, doc):
    def function(x, axis=None, dtype=None):
        found = unwrap(x)
        wanted = dtypes.torch_dtype(dtype) if dtype else torch.int32 if found.dtype is torch.bool else found.dtype
        if axis is None:
            found, axis = found.reshape(-1), 0
        return wrap(compute(found, axis).to(wanted))

    def spec(x, axis=None, dtype=None):
        count = None if None in x.shape else 1
        for size in x.shape:
            count = None if count is None else count * size
        return symbolic((count,) if axis is None else x.shape, dtype or ("int32" if dtype_of(x) == "bool" else dtype_of(x)))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return op(spec)(function)


cumsum = _scan("cumsum", torch.cumsum, "The running sum.")
cumprod = _scan("cumprod", torch.cumprod, "The running product.")


@op(lambda x, axis=None, keepdims=False: symbolic(reduced_shape(x.shape, axis, keepdims), "int32"))
def count_nonzero(x, axis=None):
    """How many are not zero."""
    found = (unwrap(x) != 0).to(torch.int32)
    return wrap(found.sum(_axes(found, axis)).to(torch.int32))


@op(lambda x, axis=None, weights=None: symbolic(reduced_shape(x.shape, axis), _floating(dtype_of(x))))
def average(x, axis=None, weights=None):
    """The weighted mean."""
    found = _numeric(unwrap(x))
    axis = _axis(axis)
    if weights is None:
        return wrap(found.mean() if axis is None else found.mean(axis))
    factors = _numeric(unwrap(weights)).to(found.dtype)
    if axis is None:
        return wrap((found * factors).sum() / factors.sum())
    if factors.dim() == 1 and found.dim() > 1:
        factors = factors.reshape([-1 if i == axis % found.dim() else 1 for i in range(found.dim())])
    return wrap((found * factors).sum(axis) / (factors.expand_as(found)).sum(axis))


def _quantile_spec(x, q, axis=None, method="linear", keepdims=False):
    shape = reduced_shape(x.shape, axis, keepdims)
    return symbolic((*getattr(q, "shape", ()), *shape), _floating(dtype_of(x)))


@op(_quantile_spec, tensors=("x", "q"))
def quantile(x, q, axis=None, method="linear", keepdims=False):
    """The value below which a share q of the values lies."""
    found, share = _numeric(unwrap(x)), unwrap(q)
    axis = _axis(axis)
    share = share.to(found.dtype)
    if isinstance(axis, tuple):
        rest = [i for i in range(found.dim()) if i not in {a % found.dim() for a in axis}]
        kept = [1 if i not in rest else found.shape[i] for i in range(found.dim())]
        moved = found.permute(*rest, *[a % found.dim() for a in axis]).reshape(*[found.shape[i] for i in rest], -1)
        made = torch.quantile(moved, share, dim=-1, interpolation=method)
        return wrap(made.reshape(*share.shape, *kept) if keepdims else made)
    return wrap(torch.quantile(found, share, dim=axis, keepdim=keepdims, interpolation=method))


@op(_spec(_floating))
def median(x, axis=None, keepdims=False):
    """The middle value, or the mean of both middle ones."""
    return quantile(x, 0.5, axis=axis, keepdims=keepdims)


@op(_spec(_same))
def ptp(x, axis=None, keepdims=False):
    """The largest minus the smallest value."""
    return wrap(unwrap(max(x, axis=axis, keepdims=keepdims)) - unwrap(min(x, axis=axis, keepdims=keepdims)))


def _nan(name, replace, doc):
    def function(x, axis=None, keepdims=False):
        found = unwrap(x)
        base = globals()[name[3:]]
        if name == "nanmean":
            good = ~torch.isnan(found)
            total = unwrap(sum(wrap(torch.nan_to_num(found)), axis=axis, keepdims=keepdims))
            return wrap(total / unwrap(sum(wrap(good.to(found.dtype)), axis=axis, keepdims=keepdims)))
        return base(wrap(torch.where(torch.isnan(found), torch.full_like(found, replace), found)), axis=axis, keepdims=keepdims)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return op(_spec(_floating))(function)


nansum = _nan("nansum", 0.0, "The sum, without NaN.")
nanmean = _nan("nanmean", 0.0, "The mean, without NaN.")
nanmax = _nan("nanmax", float("-inf"), "The largest value, without NaN.")
nanmin = _nan("nanmin", float("inf"), "The smallest value, without NaN.")
nanprod = _nan("nanprod", 1.0, "The product, without NaN.")




def histogram(x, bins=10, range=None):
    """Counts of values in equal bins, and the bins' edges."""
    found = _numeric(unwrap(x)).reshape(-1)
    low, high = range if range is not None else (float(found.min()), float(found.max()))
    edges = placing.linspace(low, high, bins + 1, dtype=torch.float64)
    inside = found[(found >= low) & (found <= high)]
    place = torch.clamp(torch.floor((inside - low) / ((high - low) or 1) * bins).to(torch.int64), 0, bins - 1)
    return wrap(torch.bincount(place.cpu(), minlength=bins).to(torch.float64)), wrap(edges)


def bincount(x, weights=None, minlength=0, sparse=False):
    """How often each whole number occurs (or the sum of its weights)."""
    found, minlength = unwrap(x).to(torch.int64), int(minlength)
    if found.dim() > 1:
        rows = [bincount(wrap(row), None if weights is None else wrap(unwrap(weights)[i]), minlength)._t for i, row in enumerate(found)]
        longest = builtins.max(len(row) for row in rows)
        return wrap(torch.stack([torch.nn.functional.pad(row, (0, longest - len(row))) for row in rows]))
    made = torch.bincount(found, None if weights is None else unwrap(weights), minlength)
    return wrap(made.to(torch.int32) if weights is None else made.to(unwrap(weights).dtype))


__all__ = [
    "all", "amax", "amin", "any", "argmax", "argmin", "average", "bincount", "count_nonzero", "cumprod", "cumsum", "histogram", "max",
    "mean", "median", "min", "nanmax", "nanmean", "nanmin", "nanprod", "nansum", "prod", "ptp", "quantile", "std", "sum", "var",
]  # fmt: skip


def _told(function, name):
    """The function; a dimension that is not there is told in TensorFlow's words."""

    @functools.wraps(function)
    def reduce(x, axis=None, *args, **options):
        try:
            return function(x, axis, *args, **options)
        except IndexError:
            rank = unwrap(x).dim()
            wrong = next((each for each in (axis if isinstance(axis, (list, tuple)) else [axis]) if not -rank <= each < rank), None)
            if wrong is None:
                raise
            raise invalid(name, f"Invalid reduction dimension ({wrong} for input with {rank} dimension(s)", given=(axis,)) from None

    return reduce


for _function, _name in (("sum", "Sum"), ("mean", "Mean"), ("max", "Max"), ("min", "Min"), ("prod", "Prod"), ("any", "Any"), ("all", "All"), ("var", "Mean"), ("std", "Mean")):
    globals()[_function] = _told(globals()[_function], _name)
