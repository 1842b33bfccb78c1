"""Picking and writing by position: gather and scatter, index_*, masked_*, take, nonzero."""

import bridge
from torch._tensor import Tensor, number_kind, plain_number, rename, wrap

from .register import FUNCTIONS, both, function, given, method, must_be_tensor, result


def on_cpu(index):
    """Index tensors are read where the engine can look at them at once."""
    return index if bridge.device(index._handle) == 0 else index.cpu()


# --- picking ------------------------------------------------------------------------------------------------------


@both
def index_select(input, dim=None, index=None, *, out=None, axis=None):
    """The positions `index` (a vector) of a dimension."""
    dim = dim if axis is None else axis
    must_be_tensor("index_select", "index", 3, index)
    if index.ndim > 1:
        raise IndexError("index_select(): Index is supposed to be a vector")
    return result(bridge.index_select(input._handle, dim, index._handle), out)


@both
def gather(input, dim=None, index=None, *, sparse_grad=False, out=None, axis=None):
    """out[i][j] = input[i][index[i][j]] for dim=1."""
    dim = dim if axis is None else axis
    must_be_tensor("gather", "index", 3, index)
    try:
        return result(bridge.gather(input._handle, dim, index._handle), out)
    except RuntimeError as error:
        raise _naming(error, input, dim) from None


def _naming(error, tensor, dim):
    """The kernel's error about an index with the dimension that it means."""
    text = str(error).replace("for dimension with", f"for dimension {dim % max(1, tensor.ndim)} with")
    return type(error)(text)


@both
def take_along_dim(input, indices, dim=None, *, axis=None):
    """gather with broadcasting; without dim, of the flattened tensor."""
    if axis is not None:
        dim = axis
    if dim is None:
        return gather(input.reshape(-1), 0, indices.reshape(-1))
    shape = list(FUNCTIONS["broadcast_shapes"](_without(input.shape, dim), _without(indices.shape, dim)))
    own, theirs = list(shape), list(shape)
    own[dim], theirs[dim] = input.shape[dim], indices.shape[dim]
    return gather(input.expand(own), dim, indices.expand(theirs))


def _without(shape, dim):
    shape = list(shape)
    shape[dim] = 1
    return shape


@both
def take(input, index):
    """Elements of the flattened tensor."""
    flat = input.reshape(-1)
    for place in index.reshape(-1).tolist() if bridge.device(index._handle) == 0 else ():
        if not -flat.shape[0] <= place < flat.shape[0]:
            raise IndexError(f"out of range: tried to access index {place} on a tensor of {flat.shape[0]} elements.")
    index = on_cpu(index)
    return rename(wrap(bridge.index(flat._handle, index._handle)), "TakeBackward0")


@both
def masked_select(input, mask, *, out=None):
    """The elements where the mask is True, as a vector."""
    if mask.dtype is FUNCTIONS["uint8"]:
        mask = mask.bool()
    elif mask.dtype is not FUNCTIONS["bool"]:
        raise RuntimeError("masked_select: expected BoolTensor for mask")
    input, mask = FUNCTIONS["broadcast_tensors"](input, mask)
    return rename(input[mask], "MaskedSelectBackward0")


@both
def nonzero(input, *, out=None, as_tuple=False):
    """Where elements are not 0: one row of positions each, or one vector a dimension."""
    rank = max(1, input.ndim) if as_tuple else input.ndim
    source = input.detach().cpu()  # how many there are depends on the values
    if source.ndim < rank:
        source = source.reshape(1)
    places = wrap(bridge.nonzero(source._handle)).to(input.device)
    if as_tuple:
        return tuple(places.select(1, axis).clone() for axis in range(rank))
    return given(places, out)


@both
def argwhere(input):
    """nonzero."""
    return nonzero(input)


# --- writing ------------------------------------------------------------------------------------------------------


def _tensor_and_copy(name, doc, run, *, in_place_doc=" In place."):
    """Tensor.NAME_ from a function that writes into its first argument, and torch.NAME / Tensor.NAME on a copy."""

    def op_(self, dim, *args, **options):
        try:
            run(self, dim, *args, **options)
        except RuntimeError as error:
            raise (_naming(error, self, dim) if isinstance(dim, int) else error) from None
        return self

    def op(input, *args, **options):
        return op_(input.clone(), *args, **options)

    op.__name__ = op.__qualname__ = name
    op_.__name__ = op_.__qualname__ = name + "_"
    op.__doc__, op_.__doc__ = doc, doc + in_place_doc
    both(op)
    method(op_)


def _index_add(self, dim, index, source, *, alpha=1):
    length = source.shape[dim] if source.ndim else 1
    if index.numel() != length:
        raise RuntimeError(
            f"index_add_(): Number of indices ({index.numel()}) should be equal to source.size(dim): ({length}), for dim: {dim}"
        )
    source = source if alpha == 1 else source * alpha
    bridge.index_add_(self._handle, dim, index._handle, source._handle)


def _index_copy(self, dim, index, source):
    bridge.index_copy_(self._handle, dim, index._handle, source._handle)


def _index_fill(self, dim, index, value):
    if index.dtype is not FUNCTIONS["int64"]:
        raise IndexError("index_fill_(): Expected dtype int64 for index.")
    if not isinstance(value, Tensor):
        value = FUNCTIONS["full"]((), value, dtype=self.dtype, device=self.device)
    bridge.index_copy_(self._handle, dim, index._handle, value._handle)


def _index_put(self, indices, values, accumulate=False):
    if accumulate:
        places = [on_cpu(index) for index in indices]
        bridge.index_put_(self._handle, True, values._handle, *(index._handle for index in places))
    else:
        self[tuple(indices)] = values


def _masked_scatter(self, mask, source):
    mask = mask.expand(self.shape)
    wanted = int(mask.sum().item())
    if source.numel() < wanted:
        raise RuntimeError("Number of elements of source < number of ones in mask")
    self[mask] = source.reshape(-1)[:wanted]


_tensor_and_copy("index_add", "Adds the slices of source at positions of a dimension.", _index_add)
_tensor_and_copy("index_copy", "Writes the slices of source at positions of a dimension.", _index_copy)
_tensor_and_copy("index_fill", "Writes one value at positions of a dimension.", _index_fill)
_tensor_and_copy("index_put", "self[indices] = values, or += with accumulate.", _index_put)
_tensor_and_copy("masked_scatter", "Writes successive elements of source where the mask is True.", _masked_scatter)


@both
def masked_fill(input, mask, value):
    """The tensor with `value` where the mask is True."""
    if isinstance(value, Tensor):
        return wrap(bridge.masked_fill(input._handle, mask._handle, value._handle))
    return wrap(bridge.masked_fill_number(input._handle, mask._handle, plain_number(value), number_kind(value)))


@method
def masked_fill_(self, mask, value):
    """Writes `value` where the mask is True."""
    if isinstance(value, Tensor):
        bridge.masked_fill_(self._handle, mask._handle, value._handle)
    else:
        bridge.masked_fill_number_(self._handle, mask._handle, plain_number(value), number_kind(value))
    return self


_REDUCE = {"add": 1, "sum": 1, "multiply": 2, "prod": 2, "amax": 3, "amin": 4}


def _scatter_into(self, dim, index, src=None, value=None, reduce=None):
    """self[i][index[i][j]] = src[i][j] for dim=1, in place."""
    if src is None:
        src = value
    if not isinstance(src, Tensor):
        if reduce is None:
            if index.ndim != self.ndim and (index.ndim and self.ndim or index.numel() > 1):
                raise RuntimeError("Index tensor must have the same number of dimensions as self tensor")
            bridge.scatter_number_(self._handle, dim, index._handle, plain_number(src), number_kind(src))
            return
        src = FUNCTIONS["full"](index.shape, src, dtype=self.dtype, device=self.device)
    elif src.dtype != self.dtype:
        raise RuntimeError("scatter(): Expected self.dtype to be equal to src.dtype")
    _check_scatter(self, dim, index, src)
    if reduce not in (None, "add", "multiply"):
        raise RuntimeError("reduce argument must be either add or multiply.")
    if reduce is None:
        bridge.scatter_(self._handle, dim, index._handle, src._handle)
    else:
        bridge.scatter_reduce_raw_(self._handle, dim, index._handle, src._handle, _REDUCE[reduce])


def _check_scatter(self, dim, index, src):
    """The index may be larger in no dimension than the source, nor than the target except in `dim`."""
    if index.ndim != self.ndim:
        if index.ndim and self.ndim or index.numel() > 1:
            raise RuntimeError("Index tensor must have the same number of dimensions as self tensor")
        return
    if index.ndim != src.ndim:
        raise RuntimeError("Index tensor must have the same number of dimensions as src tensor")
    axis = dim % max(1, self.ndim)
    if index.numel() == 0:
        return
    for d, size in enumerate(index.shape):
        if size > src.shape[d] or d != axis and size > self.shape[d]:
            raise RuntimeError(
                f"Expected index {list(index.shape)} to be smaller than self {list(self.shape)} apart from dimension {axis} "
                f"and to be smaller size than src {list(src.shape)}"
            )


def _scatter_add_into(self, dim, index, src):
    _check_scatter(self, dim, index, src)
    bridge.scatter_add_(self._handle, dim, index._handle, src._handle)


def _scatter_reduce_into(self, dim, index, src, reduce, *, include_self=True):
    """Values that meet at one position are combined: sum, prod, mean, amax, amin."""
    if reduce not in ("sum", "prod", "mean", "amax", "amin"):
        raise RuntimeError("reduce argument must be either sum, prod, mean, amax or amin.")
    if not include_self:
        start = {"sum": 0, "mean": 0, "prod": 1, "amax": -float("inf"), "amin": float("inf")}[reduce]
        if not self.is_floating_point() and reduce in ("amax", "amin"):
            limits = FUNCTIONS["iinfo"](self.dtype)
            start = limits.min if reduce == "amax" else limits.max
        bridge.scatter_number_(self._handle, dim, index._handle, start, number_kind(start))
    if reduce in ("sum", "mean"):
        bridge.scatter_add_(self._handle, dim, index._handle, src._handle)
    else:
        bridge.scatter_reduce_raw_(self._handle, dim, index._handle, src._handle, _REDUCE[reduce])
    if reduce == "mean":
        ones = FUNCTIONS["ones_like"](src)
        counts = FUNCTIONS["ones_like"](self) if include_self else FUNCTIONS["zeros_like"](self)
        bridge.scatter_add_(counts._handle, dim, index._handle, ones._handle)
        self.div_(counts.clamp(min=1), rounding_mode=None if self.is_floating_point() else "floor")


_tensor_and_copy("scatter", "out[i][index[i][j]] = src[i][j] for dim=1; src may be a number.", _scatter_into)
_tensor_and_copy("scatter_add", "out[i][index[i][j]] += src[i][j] for dim=1.", _scatter_add_into)
_tensor_and_copy("scatter_reduce", "scatter that combines values meeting at one position.", _scatter_reduce_into)


@method
def put_(self, index, source, accumulate=False):
    """Writes elements at positions of the flattened tensor."""
    flat = self.view(-1)
    values, index = source.reshape(index.shape), on_cpu(index)
    bridge.index_put_(flat._handle, accumulate, values._handle, index._handle)
    return self


@both
def select_scatter(input, src, dim, index):
    """A copy with one position of a dimension replaced."""
    made = input.clone()
    made.select(dim, index).copy_(src)
    return made


@both
def slice_scatter(input, src, dim=0, start=None, end=None, step=1, *, axis=None):
    """A copy with a slice of a dimension replaced."""
    if axis is not None:
        dim = axis
    made = input.clone()
    index = [slice(None)] * input.ndim
    index[dim] = slice(start, end, step)
    made[tuple(index)] = src
    return made


@both
def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
    """A copy with a diagonal replaced."""
    made = input.clone()
    made.diagonal(offset, dim1, dim2).copy_(src)
    return made


@method
def fill_diagonal_(self, fill_value, wrap=False):
    """Writes one value on the main diagonal."""
    if self.ndim < 2:
        raise RuntimeError("dimensions must larger than 1")
    if self.ndim > 2:
        if len(set(self.shape)) > 1:
            raise RuntimeError("all dimensions of input must be of equal length")
        places = FUNCTIONS["arange"](self.shape[0], device=self.device)
        self[(places,) * self.ndim] = fill_value
        return self
    self.diagonal().fill_(fill_value)
    rows, columns = self.shape[0], self.shape[-1]
    if wrap and rows > columns + 1:  # one row stays free before the diagonal begins again
        fill_diagonal_(self[columns + 1 :], fill_value, wrap)
    return self


@function
def tril_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    """Positions on and below a diagonal, as two rows."""
    return _triangle(((i, j) for i in range(row) for j in range(col) if j - i <= offset), dtype, device)


@function
def triu_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    """Positions on and above a diagonal, as two rows."""
    return _triangle(((i, j) for i in range(row) for j in range(col) if j - i >= offset), dtype, device)


def _triangle(pairs, dtype, device):
    pairs = list(pairs)
    rows = [[i for i, _ in pairs], [j for _, j in pairs]]
    return FUNCTIONS["tensor"](rows, dtype=dtype or FUNCTIONS["int64"], device=device)
