"""ComplexTensor: a real tensor whose last dimension holds real and imaginary part, behind the face of torch.Tensor.

Views share the pair's memory and gradients flow through it: the gradient of a complex number in PyTorch is that of its two
parts. The engine never sees a complex tensor; an operation that is not written for one finds no handle and says so.
"""

import sys

import bridge
from torch import _dtype
from torch._creation import leaf
from torch._ops.register import FUNCTIONS
from torch._size import Size
from torch._tensor import Tensor, rename, wrap

_stack = FUNCTIONS["stack"]

# What PyTorch itself refuses, in its words.
_REFUSED = {
    "lt": "lt_cpu", "le": "le_cpu", "gt": "gt_cpu", "ge": "ge_cpu", "max": "max_all", "min": "min_all", "argmax": "argmax_cpu",
    "argmin": "argmin_cpu", "amax": "amax_cpu", "amin": "amin_cpu", "floor": "floor_vml_cpu", "ceil": "ceil_vml_cpu",
    "relu": "clamp_min_scalar_cpu", "clamp": "clamp_scalar_cpu", "remainder": "remainder_cpu", "fmod": "fmod_cpu",
    "floor_divide": "div_floor_cpu", "round": "round_vml_cpu", "trunc": "trunc_vml_cpu", "topk": "topk_cpu",
    "maximum": "maximum_cpu", "minimum": "minimum_cpu",
}  # fmt: skip


class ComplexTensor(Tensor):
    """A tensor of complex64 or complex128."""

    __module__ = "torch"
    __slots__ = ("_pair", "_conjugated")

    def __new__(cls, pair):
        made = object.__new__(cls)
        made._pair = pair
        made._conjugated = False
        return made

    def __init__(self, *_):
        pass

    def __del__(self):
        pass  # the pair frees its own memory

    @property
    def _handle(self):
        name = sys._getframe(1).f_code.co_name
        raise NotImplementedError(
            f"{name} of complex tensors is not here; compute with the parts: z.real, z.imag, torch.view_as_real(z)"
        )

    # --- what it is ---------------------------------------------------------------------------------------------

    shape = property(lambda self: Size(self._pair.shape[:-1]))
    dtype = property(lambda self: _dtype.complex128 if bridge.dtype(self._pair._handle) == 1 else _dtype.complex64)
    device = property(lambda self: self._pair.device)
    is_cuda = property(lambda self: self._pair.is_cuda)
    is_cpu = property(lambda self: self._pair.is_cpu)
    is_leaf = property(lambda self: self._pair.is_leaf)
    grad_fn = property(lambda self: self._pair.grad_fn)
    _version = property(lambda self: self._pair._version)

    @property
    def requires_grad(self):
        return self._pair.requires_grad

    @requires_grad.setter
    def requires_grad(self, wanted):
        self._pair.requires_grad = wanted

    @property
    def grad(self):
        pair = self._pair.grad
        return None if pair is None else ComplexTensor(pair)

    @grad.setter
    def grad(self, value):
        self._pair.grad = None if value is None else value._pair

    @property
    def data(self):
        return ComplexTensor(self._pair.data)

    @data.setter
    def data(self, other):
        self._pair.data = other._pair

    @property
    def real(self):
        return _part(self, 0)

    @real.setter
    def real(self, value):
        self._pair[..., 0] = value

    @property
    def imag(self):
        return _part(self, 1)

    @imag.setter
    def imag(self, value):
        self._pair[..., 1] = value

    def is_complex(self):
        return True

    def is_floating_point(self):
        return False

    def is_conj(self):
        return self._conjugated

    def numel(self):
        return self._pair.numel() // 2

    nelement = numel

    def dim(self):
        return self._pair.ndim - 1

    ndimension = dim

    def stride(self, dim=None):
        steps = tuple(step // 2 for step in self._pair.stride()[:-1])
        return steps if dim is None else steps[dim]

    def storage_offset(self):
        return self._pair.storage_offset() // 2

    def data_ptr(self):
        return self._pair.data_ptr()

    def is_contiguous(self, memory_format=None):
        return self._pair.is_contiguous()

    def is_inference(self):
        return self._pair.is_inference()

    def __hash__(self):
        return id(self)

    # --- graph --------------------------------------------------------------------------------------------------

    def requires_grad_(self, requires_grad=True):
        self._pair.requires_grad_(requires_grad)
        return self

    def detach(self):
        return ComplexTensor(self._pair.detach())

    def detach_(self):
        self._pair.detach_()
        return self

    def retain_grad(self):
        self._pair.retain_grad()

    retains_grad = property(lambda self: self._pair.retains_grad)

    def register_hook(self, hook):
        def on_pair(grad):
            answer = hook(ComplexTensor(grad))
            return None if answer is None else answer._pair

        return self._pair.register_hook(on_pair)

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        if gradient is None:
            if self.numel() != 1:
                raise RuntimeError("grad can be implicitly created only for scalar outputs")
            raise RuntimeError(f"grad can be implicitly created only for real scalar outputs but got {self.dtype!r}")
        self._pair.backward(gradient._pair, retain_graph, create_graph)

    # --- Python's questions ---------------------------------------------------------------------------------------

    def item(self):
        if self.numel() != 1:
            raise ValueError("only one element tensors can be converted to Python scalars")
        return complex(*self._pair.reshape(2).tolist())

    def tolist(self):
        return _joined(self._pair.tolist(), self._pair.ndim - 1)

    __complex__ = item

    def __bool__(self):
        if self.numel() != 1:
            what = "no values" if self.numel() == 0 else "more than one value"
            raise RuntimeError(f"Boolean value of Tensor with {what} is ambiguous")
        return self.item() != 0

    def __float__(self):
        return float(_without_imaginary(self.item(), "double"))

    def __int__(self):
        return int(_without_imaginary(self.item(), "int64_t"))

    def __repr__(self, *, tensor_contents=None):
        from torch._complex.text import complex_text

        return complex_text(self)

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = type(self)(self._pair.__deepcopy__(memo))
        return memo[id(self)]

    def __reduce_ex__(self, _protocol):
        return _rebuilt, (self._pair,)

    def numpy(self, *, force=False):
        """A NumPy array of the values; the memory is its own, unlike that of real tensors."""
        import numpy

        if self.requires_grad and not force:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        return numpy.array(self.detach().tolist(), dtype=self.dtype._name).reshape(self.shape)


def _refused(name):
    def refuse(self, *args, **options):
        raise RuntimeError(f"\"{_REFUSED[name]}\" not implemented for '{self.dtype._scalar_name}'")

    return refuse


for _name in _REFUSED:
    setattr(ComplexTensor, _name, _refused(_name))
for _name in ("lt", "le", "gt", "ge"):
    setattr(ComplexTensor, f"__{_name}__", _refused(_name))
ComplexTensor.__name__ = ComplexTensor.__qualname__ = "Tensor"


def _rebuilt(pair):
    return ComplexTensor(pair)


def _without_imaginary(value, kind):
    if value.imag != 0:
        raise RuntimeError(f"value cannot be converted to type {kind} without overflow")
    return value.real


def _joined(nested, depth):
    return complex(*nested) if depth == 0 else [_joined(each, depth - 1) for each in nested]


def _part(tensor, index):
    return rename(wrap(bridge.select(tensor._pair._handle, -1, index)), "SelectBackward0")


# --- from parts and back ----------------------------------------------------------------------------------------------


def from_parts(real, imaginary, node=None):
    """The complex tensor of two real ones, broadcast; `node` is the name its grad_fn prints."""
    if real.shape != imaginary.shape:
        real, imaginary = FUNCTIONS["broadcast_tensors"](real, imaginary)
    if real.dtype is not imaginary.dtype:
        wide = FUNCTIONS["promote_types"](real.dtype, imaginary.dtype)
        real, imaginary = real.to(wide), imaginary.to(wide)
    if bridge.dtype(real._handle) > 1:
        real, imaginary = real.float(), imaginary.float()
    pair = _stack([real, imaginary], -1)
    return ComplexTensor(pair if node is None else rename(pair, node))


def of_numbers(flat, shape, dtype, device=None, requires_grad=False):
    """A complex tensor of a list of Python numbers."""
    numbers = [part for each in map(complex, flat) for part in (each.real, each.imag)]
    pair = FUNCTIONS["tensor"](numbers, dtype=dtype.to_real(), device=device).reshape(*shape, 2)
    return ComplexTensor(leaf(pair, requires_grad))


def parts(value):
    """Real and imaginary part of a tensor or number; the second is None for what is real."""
    if isinstance(value, ComplexTensor):
        return value.real, value.imag
    if isinstance(value, Tensor):
        return value, None
    if isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c" and getattr(value, "_numpy_scalar", False):
        value = complex(value)
        return value.real, value.imag
    return value, None


def as_complex(value, dtype=None):
    """Any tensor or number as a complex tensor."""
    if not isinstance(value, Tensor):
        value = FUNCTIONS["tensor"](value) if not isinstance(value, complex) else of_numbers([value], (), dtype or default_complex())
    if not isinstance(value, ComplexTensor):
        value = from_parts(value, FUNCTIONS["zeros_like"](value), "ToCopyBackward0")
    if dtype is not None and value.dtype is not dtype:
        value = ComplexTensor(value._pair.to(dtype.to_real()))
    return value


def default_complex():
    """The dtype of torch.tensor([1j])."""
    return _dtype.get_default_dtype().to_complex()


