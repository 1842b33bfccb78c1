"""torch.sparse: tensors that keep only their non-zero elements, as coordinates and values (layout sparse_coo).

Loaded when a program first names one. Products and sums are those of the dense tensors; what has no sparse form here says so.
"""

import sys

import torch
from torch._layout import sparse_coo
from torch._ops.redirect import redirect
from torch._size import Size
from torch._tensor import Tensor
from torch._tensor_str import _contents


class SparseTensor(Tensor):
    """Coordinates (dimensions × elements) and values."""

    __module__ = "torch"
    __slots__ = ("_at", "_numbers", "_sizes", "_unique")

    def __new__(cls, indices, values, size, unique=False):
        made = object.__new__(cls)
        made._at, made._numbers, made._sizes, made._unique = indices, values, Size(size), unique
        return made

    def __init__(self, *_):
        pass

    def __del__(self):
        pass  # its parts free their own memory

    @property
    def _handle(self):
        name = sys._getframe(1).f_code.co_name
        raise NotImplementedError(f"{name} of sparse tensors is not here; use to_dense()")

    shape = property(lambda self: self._sizes)
    dtype = property(lambda self: self._numbers.dtype)
    device = property(lambda self: self._numbers.device)
    requires_grad = property(lambda self: self._numbers.requires_grad)
    grad_fn = property(lambda self: self._numbers.grad_fn)
    is_leaf = property(lambda self: self._numbers.is_leaf)
    is_cuda = property(lambda self: self._numbers.is_cuda)
    layout = sparse_coo
    is_sparse = True
    ndim = property(lambda self: len(self._sizes))

    def __hash__(self):
        return id(self)

    def size(self, dim=None):
        return self._sizes if dim is None else self._sizes[dim]

    def dim(self):
        return len(self._sizes)

    def sparse_dim(self):
        return self._at.shape[0]

    def dense_dim(self):
        return self.dim() - self.sparse_dim()

    def numel(self):
        return self._sizes.numel()

    def _nnz(self):
        return self._at.shape[1]

    def _indices(self):
        return self._at

    def _values(self):
        return self._numbers

    def is_coalesced(self):
        return self._unique

    def indices(self):
        self._must_be_coalesced("indices")
        return self._at

    def values(self):
        self._must_be_coalesced("values")
        return self._numbers

    def _must_be_coalesced(self, name):
        if not self._unique:
            raise RuntimeError(f"Cannot get {name} on an uncoalesced tensor, please call .coalesce() first")

    def coalesce(self):
        """Coordinates in order, each once; values of the same place added up."""
        if self._unique:
            return self
        places, back = torch.unique(self._at, dim=1, return_inverse=True)
        values = torch.zeros((places.shape[1], *self._numbers.shape[1:]), dtype=self.dtype).index_add(0, back, self._numbers)
        return SparseTensor(places, values, self._sizes, True)

    def to_dense(self, dtype=None):
        dense = torch.zeros(self._sizes, dtype=self.dtype)
        made = dense.index_put(tuple(self._at.unbind(0)), self._numbers, accumulate=True)
        return made if dtype is None else made.to(dtype)

    def to_sparse(self, sparse_dim=None):
        return self

    def to(self, *args, **options):
        return self._with(self._numbers.to(*args, **options))

    def float(self):
        return self._with(self._numbers.float())

    def double(self):
        return self._with(self._numbers.double())

    def detach(self):
        return self._with(self._numbers.detach())

    def clone(self):
        return self._with(self._numbers.clone())

    def requires_grad_(self, requires_grad=True):
        self._numbers.requires_grad_(requires_grad)
        return self

    def _with(self, values):
        return SparseTensor(self._at, values, self._sizes, self._unique)

    def t(self):
        """The transpose of a matrix."""
        return self.transpose(0, 1)

    def transpose(self, dim0, dim1):
        order = list(range(self.sparse_dim()))
        order[dim0], order[dim1] = order[dim1], order[dim0]
        return SparseTensor(self._at[order], self._numbers, [self._sizes[d] for d in order])

    T = property(t)

    def sum(self, dim=None):
        return self._numbers.sum() if dim is None else self.to_dense().sum(dim).to_sparse()

    def abs(self):
        return self._with(self._numbers.abs())

    def __neg__(self):
        return self._with(-self._numbers)

    def __repr__(self, *, tensor_contents=None):
        indent = len("tensor(indices=")
        values = f"values={_contents(self._numbers, len('tensor(values='))}" if self._nnz() else "values=tensor([])"
        lines = [
            f"indices=tensor({_contents(self._at, indent + len('tensor('))})" if self._nnz() else "indices=tensor([])",
            values.replace("values=", "values=tensor(", 1) + ")" if self._nnz() else values,
            f"size={tuple(self._sizes)}, nnz={self._nnz()}",
        ]
        if self.dtype not in (torch.get_default_dtype(), torch.int64, torch.bool):
            lines[-1] += f", dtype={self.dtype!r}"
        tail = ", layout=torch.sparse_coo"
        if self.grad_fn is not None:
            tail += f", grad_fn=<{self.grad_fn.name()}>"
        elif self.requires_grad:
            tail += ", requires_grad=True"
        return "tensor(" + ",\n       ".join(lines) + tail + ")"


SparseTensor.__name__ = SparseTensor.__qualname__ = "Tensor"


def sparse_coo_tensor(indices, values=None, size=None, *, dtype=None, device=None, requires_grad=False):
    """The tensor of sizes `size` with values[i] at the coordinates indices[:, i] and zeros elsewhere.

    Partly: on the cpu; sums, products with dense tensors and numbers, transposes
    """
    if values is None:
        size, indices, values = indices, torch.zeros(len(indices), 0, dtype=torch.int64), torch.zeros(0)
    indices, values = torch.as_tensor(indices), torch.as_tensor(values, dtype=dtype)
    if size is None:
        size = [*((indices.amax(1) + 1).tolist()), *values.shape[1:]]
    if indices.ndim != 2:
        raise RuntimeError(f"indices must be sparse_dim x nnz, but got: {list(indices.shape)}")
    if indices.shape[1] != values.shape[0]:
        counts = f"nnz from indices: {indices.shape[1]}, nnz from values: {values.shape[0]}"
        raise RuntimeError(f"indices and values must have same nnz, but got {counts}")
    for d, (top, limit) in enumerate(zip(indices.amax(1).tolist() if indices.numel() else [], size)):
        if top >= limit:
            raise RuntimeError(f"size is inconsistent with indices: for dim {d}, size is {limit} but found index {top}")
    return SparseTensor(indices, values.requires_grad_() if requires_grad else values, size)


def of_dense(self):
    """The non-zero elements of a dense tensor, with their coordinates."""
    at = self.nonzero().T.contiguous()
    return SparseTensor(at, self[tuple(at.unbind(0))], self.shape, True)


# --- products and sums --------------------------------------------------------------------------------------------


def _dense(value):
    return value.to_dense() if isinstance(value, SparseTensor) else value


def mm(input, mat2):
    """A matrix product; of two sparse ones a sparse one."""
    made = _dense(input) @ _dense(mat2)
    return of_dense(made) if isinstance(input, SparseTensor) and isinstance(mat2, SparseTensor) else made


def addmm(mat, mat1, mat2, *, beta=1, alpha=1):
    """beta * mat + alpha * (mat1 @ mat2)."""
    return beta * mat + alpha * mm(mat1, mat2)


def sum(input, dim=None, dtype=None):
    """The sum of the elements."""
    return input.sum(dim)


def softmax(input, dim, *, dtype=None):
    """Softmax over the elements that are there."""
    dense = input.to_dense()
    there = torch.sparse_coo_tensor(input._indices(), torch.ones(input._nnz()), input.shape).to_dense() > 0
    made = dense.masked_fill(~there, -torch.inf).softmax(dim)
    return SparseTensor(input._at, made[tuple(input._at.unbind(0))], input.shape, input._unique)


def _add(input, other, *, alpha=1):
    if isinstance(input, SparseTensor) and isinstance(other, SparseTensor):
        both = torch.cat([input._at, other._at], 1), torch.cat([input._numbers, other._numbers * alpha])
        return SparseTensor(*both, input.shape).coalesce()
    return _dense(input) + _dense(other) * alpha


def _mul(input, other):
    if not isinstance(other, Tensor) or other.ndim == 0:
        return input._with(input._numbers * other)
    if not isinstance(input, Tensor) or input.ndim == 0:
        return other._with(other._numbers * input)
    return of_dense(_dense(input) * _dense(other))


def _div(input, other):
    return input._with(input._numbers / other)


for _name, _op in (("add", _add), ("mul", _mul), ("matmul", mm)):
    for _each in (_name, f"__{_name}__", *((f"__r{_name}__",) if _name != "matmul" else ())):
        setattr(SparseTensor, _each, _op)
SparseTensor.__rmatmul__ = lambda self, other: mm(other, self)
SparseTensor.mm, SparseTensor.matmul = mm, mm
SparseTensor.__truediv__ = SparseTensor.div = _div
SparseTensor.__sub__ = SparseTensor.sub = lambda self, other: _add(self, other, alpha=-1)


def _any_sparse(args, options):
    return any(isinstance(each, SparseTensor) for each in args)


def _install():
    torch.sparse_coo_tensor = sparse_coo_tensor
    for name, op in (("mm", mm), ("matmul", mm), ("add", _add), ("mul", _mul), ("sum", sum)):
        redirect(getattr(torch, name), op, _any_sparse)
    redirect(Tensor.__matmul__, mm, _any_sparse)


_install()
