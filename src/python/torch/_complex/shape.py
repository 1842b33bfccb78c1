"""Views, indexing, joins and sums of complex tensors: what treats both parts alike."""

from torch._complex.tensor import ComplexTensor, as_complex, from_parts
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor, rename

_NODES = {"sum": "SumBackward0", "mean": "MeanBackward0", "cumsum": "CumsumBackward0", "trace": "TraceBackward0"}


def _of_each(name):
    """Applies the operation to both parts."""
    node = _NODES.get(name)

    def op(self, *args, **options):
        real, imaginary = getattr(self.real, name)(*args, **options), getattr(self.imag, name)(*args, **options)
        if isinstance(real, (tuple, list)):
            return type(real)(from_parts(a, b) for a, b in zip(real, imaginary, strict=True))
        return from_parts(real, imaginary, node or _name_of(real))

    op.__name__ = name
    return op


def _name_of(tensor):
    return tensor.grad_fn.name() if tensor.grad_fn is not None else None


for _name in (
    "sum mean cumsum trace flip fliplr flipud roll rot90 repeat tile tril triu diag diagonal diag_embed gather index_select take "
    "masked_select repeat_interleave diff nansum take_along_dim index_add index_copy scatter_add"
).split():
    setattr(ComplexTensor, _name, _of_each(_name))


# --- views ----------------------------------------------------------------------------------------------------------


def _sizes(size):
    return tuple(size[0]) if len(size) == 1 and isinstance(size[0], (tuple, list)) else size


def _view(name, turn):
    """A view of the pair: turn(pair, rank, args) with the dimensions of the complex tensor."""

    def op(self, *args, **options):
        return ComplexTensor(turn(self._pair, self._pair.ndim - 1, *args, **options))

    op.__name__ = name
    setattr(ComplexTensor, name, op)


def _dim(dim, rank):
    if not -max(rank, 1) <= dim < max(rank, 1):
        raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})")
    return dim % max(rank, 1)


def _filled_in(sizes, pair):
    """Sizes with -1 worked out for the elements that the pair has."""
    sizes = list(sizes)
    if -1 in sizes:
        known = 1
        for size in sizes:
            known *= size if size != -1 else 1
        count = pair.numel() // 2
        if known == 0 or count % known:
            raise RuntimeError(f"shape '{sizes}' is invalid for input of size {count}")
        sizes[sizes.index(-1)] = count // known
    else:
        known = 1
        for size in sizes:
            known *= size
        if known != pair.numel() // 2:
            raise RuntimeError(f"shape '{sizes}' is invalid for input of size {pair.numel() // 2}")
    return sizes


_view("reshape", lambda pair, rank, *size, shape=None: pair.reshape(*_filled_in(_sizes(size) if shape is None else shape, pair), 2))
_view("transpose", lambda pair, rank, dim0, dim1: pair.transpose(_dim(dim0, rank), _dim(dim1, rank)))
_view("permute", lambda pair, rank, *dims: pair.permute(*(_dim(d, rank) for d in _sizes(dims)), rank))
_view("unsqueeze", lambda pair, rank, dim: pair.unsqueeze(_dim(dim, rank + 1)))
_view("flatten", lambda pair, rank, start_dim=0, end_dim=-1: pair.flatten(_dim(start_dim, rank), _dim(end_dim, rank)) if rank else pair[None])
_view("expand", lambda pair, rank, *size: pair.expand(*_sizes(size), 2))
_view("narrow", lambda pair, rank, dim, start, length: pair.narrow(_dim(dim, rank), start, length))
_view("select", lambda pair, rank, dim, index: pair.select(_dim(dim, rank), index))
_view("movedim", lambda pair, rank, source, destination: pair.movedim(_moved(source, rank), _moved(destination, rank)))
_view("contiguous", lambda pair, rank, memory_format=None: pair.contiguous())
_view("clone", lambda pair, rank, memory_format=None: pair.clone())
_view("cpu", lambda pair, rank: pair.cpu())
_view("cuda", lambda pair, rank, device=None: pair.cuda(device))


def _moved(dims, rank):
    return _dim(dims, rank) if isinstance(dims, int) else tuple(_dim(d, rank) for d in dims)


def _squeeze(self, dim=None):
    pair, rank = self._pair, self._pair.ndim - 1
    if dim is None:
        return self.reshape(*(size for size in self.shape if size != 1))
    return ComplexTensor(pair.squeeze(_dim(dim, rank))) if rank else ComplexTensor(pair)


def _view_method(self, *size):
    if len(size) == 1 and getattr(size[0], "is_complex", None) is not None and not isinstance(size[0], (tuple, Tensor)):
        return self if size[0] is self.dtype else self._pair.view(size[0]) if not size[0].is_complex else self.to(size[0])
    return ComplexTensor(self._pair.view(*_filled_in(_sizes(size), self._pair), 2))


def _t(self):
    return self.transpose(0, 1) if self.ndim == 2 else self


def _split(name):
    def op(self, split, dim=0):
        return tuple(map(ComplexTensor, getattr(self._pair, name)(split, _dim(dim, self.ndim))))

    return op


ComplexTensor.view = _view_method
ComplexTensor.squeeze = _squeeze
ComplexTensor.ravel = lambda self: self.reshape(-1)
ComplexTensor.swapaxes = ComplexTensor.swapdims = ComplexTensor.transpose
ComplexTensor.moveaxis = ComplexTensor.movedim
ComplexTensor.t = _t
ComplexTensor.view_as = ComplexTensor.reshape_as = lambda self, other: self.reshape(*other.shape)
ComplexTensor.expand_as = lambda self, other: self.expand(*other.shape)
ComplexTensor.broadcast_to = lambda self, size: self.expand(*size)
ComplexTensor.T = property(lambda self: self.permute(*range(self.ndim - 1, -1, -1)))
ComplexTensor.mT = property(lambda self: self.transpose(-2, -1))
ComplexTensor.mH = property(lambda self: self.transpose(-2, -1).conj())
ComplexTensor.adjoint = lambda self: self.mH
ComplexTensor.H = property(lambda self: self.T.conj())
ComplexTensor.split, ComplexTensor.chunk = _split("split"), _split("chunk")
ComplexTensor.unbind = lambda self, dim=0: tuple(map(ComplexTensor, self._pair.unbind(_dim(dim, self.ndim))))


# --- indexing -----------------------------------------------------------------------------------------------------


def _of_pair(self, index):
    """The index for the pair, whose last dimension stays whole."""
    items = index if isinstance(index, tuple) else (index,)
    if any(each is Ellipsis for each in items):
        return (*items, slice(None))
    if sum(1 for each in items if each is not None and not isinstance(each, bool)) > self.ndim:
        self.real[index]  # raises what is wrong
    return items


def _getitem(self, index):
    return ComplexTensor(self._pair[_of_pair(self, index)])


def _setitem(self, index, value):
    self._pair[_of_pair(self, index)] = as_complex(value)._pair.to(self._pair.dtype)


ComplexTensor.__getitem__, ComplexTensor.__setitem__ = _getitem, _setitem


# --- writing ------------------------------------------------------------------------------------------------------


def _copy_(self, src, non_blocking=False):
    self._pair.copy_(as_complex(src)._pair)
    return self


def _fill_(self, value):
    return _copy_(self, as_complex(value))


def _zero_(self):
    self._pair.zero_()
    return self


def _random_in_place(name):
    def op(self, *args, **options):
        getattr(self._pair, name)(*args, **options)
        return self

    return op


ComplexTensor.copy_, ComplexTensor.fill_, ComplexTensor.zero_ = _copy_, _fill_, _zero_
ComplexTensor.uniform_ = _random_in_place("uniform_")


# --- sums, norms, answers ------------------------------------------------------------------------------------------


def _prod(self, dim=None, keepdim=False):
    factors = self.reshape(-1).unbind(0) if dim is None else self.unbind(dim)
    made = factors[0]
    for each in factors[1:]:
        made = made * each
    rename(made._pair, "ProdBackward0")
    return made.unsqueeze(dim) if keepdim and dim is not None else made


def _var(self, *args, **options):
    return self.real.var(*args, **options) + self.imag.var(*args, **options)


ComplexTensor.prod = _prod
ComplexTensor.var = _var
ComplexTensor.std = lambda self, *args, **options: _var(self, *args, **options).sqrt()
ComplexTensor.norm = lambda self, *args, **options: self.abs().norm(*args, **options)
ComplexTensor.dist = lambda self, other, p=2: (self - other).norm(p)
ComplexTensor.all = lambda self, *args: (self != 0).all(*args)
ComplexTensor.any = lambda self, *args: (self != 0).any(*args)
ComplexTensor.count_nonzero = lambda self, dim=None: (self != 0).count_nonzero(dim)
ComplexTensor.nonzero = lambda self, **options: (self != 0).nonzero(**options)
ComplexTensor.masked_fill = lambda self, mask, value: where(mask, value, self)
ComplexTensor.size = lambda self, dim=None: self.shape if dim is None else self.shape[dim]


# --- several tensors ----------------------------------------------------------------------------------------------


def _same(tensors):
    tensors = [as_complex(each) for each in tensors]
    wide = any(each.dtype.itemsize == 16 for each in tensors)
    return [each._pair.double() if wide else each._pair for each in tensors]


def cat(tensors, dim=0):
    """Joined along a dimension."""
    pairs = _same(tensors)
    return ComplexTensor(FUNCTIONS["cat"](pairs, _dim(dim, pairs[0].ndim - 1)))


def stack(tensors, dim=0):
    """Joined along a new dimension."""
    pairs = _same(tensors)
    return ComplexTensor(FUNCTIONS["stack"](pairs, _dim(dim, pairs[0].ndim)))


def where(condition, input, other):
    """Elements of one or the other."""
    first, second = as_complex(input), as_complex(other)
    pair = FUNCTIONS["where"](condition.unsqueeze(-1), first._pair, second._pair)
    return ComplexTensor(rename(pair, "WhereBackward0"))


def einsum(equation, *operands):
    """Of two operands, or of one; more are taken in pairs by writing several einsums."""
    operands = operands[0] if len(operands) == 1 and isinstance(operands[0], (list, tuple)) else operands
    real_einsum = FUNCTIONS["einsum"]
    if len(operands) == 1:
        return from_parts(*(real_einsum(equation, part) for part in (operands[0].real, operands[0].imag)))
    if len(operands) != 2:
        raise NotImplementedError("einsum of more than two complex tensors is not here; multiply two at a time")
    (a, b), (c, d) = ((each.real, each.imag) for each in map(as_complex, operands))
    return from_parts(
        real_einsum(equation, a, c) - real_einsum(equation, b, d), real_einsum(equation, a, d) + real_einsum(equation, b, c)
    )


SEVERAL = {"cat": cat, "concat": cat, "concatenate": cat, "stack": stack, "where": where, "einsum": einsum}
