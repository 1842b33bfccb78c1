"""Making complex tensors: from data, from parts, filled, random, converted."""

import functools
import warnings

from torch import _dtype
from torch._complex.tensor import ComplexTensor, as_complex, default_complex, from_parts, of_numbers
from torch._creation import _flattened, _shape_of, leaf
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor, rename
from torch._type_name import type_name

_REAL = {**FUNCTIONS}  # as they were before dispatch.py gave them complex forms


def complex(real, imag, *, out=None):
    """real + imag * 1j of two real tensors of one dtype."""
    for position, (name, each) in enumerate((("real", real), ("imag", imag)), 1):
        if not isinstance(each, Tensor):
            raise TypeError(f"complex(): argument '{name}' (position {position}) must be Tensor, not {type_name(each)}")
    if real.dtype not in (_dtype.float32, _dtype.float64, _dtype.float16) or imag.dtype not in (_dtype.float32, _dtype.float64, _dtype.float16):
        raise RuntimeError(
            "Expected both inputs to be Half, Float or Double tensors but got "
            f"{real.dtype._scalar_name} and {imag.dtype._scalar_name}"
        )
    if real.dtype is not imag.dtype:
        raise RuntimeError(
            f"Expected object of scalar type {real.dtype._scalar_name} but got scalar type {imag.dtype._scalar_name} for second argument"
        )
    return from_parts(real, imag, "ComplexBackward0")


def polar(abs, angle, *, out=None):
    """abs * (cos(angle) + sin(angle) * 1j)."""
    return from_parts(abs * angle.cos(), abs * angle.sin(), "PolarBackward0")


def view_as_real(input):
    """The real tensor, one dimension more, over the same memory."""
    if not isinstance(input, ComplexTensor):
        raise RuntimeError("view_as_real is only supported for complex tensors")
    pair = input._pair
    return rename(pair.view(pair.shape), "ViewAsRealBackward0") if pair.is_contiguous() else pair


def view_as_complex(input):
    """The complex tensor over the memory of a real one whose last dimension has size 2."""
    if input.dtype not in (_dtype.float32, _dtype.float64):
        raise RuntimeError(
            f"view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: {input.dtype._scalar_name}"
        )
    if input.ndim == 0:
        raise RuntimeError("Input tensor must have one or more dimensions")
    if input.shape[-1] != 2:
        raise RuntimeError("Tensor must have a last dimension of size 2")
    if input.stride(-1) != 1:
        raise RuntimeError("Tensor must have a last dimension with stride 1")
    return ComplexTensor(rename(input.view(input.shape), "ViewAsComplexBackward0"))


def imag(input):
    """The imaginary part, over the same memory."""
    return input.imag


# --- from data ----------------------------------------------------------------------------------------------------


def from_data(data, dtype=None, device=None, requires_grad=False):
    """torch.tensor of data with complex numbers, or with a complex dtype."""
    if isinstance(data, Tensor):
        return convert(data.detach().clone(), dtype or data.dtype).requires_grad_(requires_grad)
    own = getattr(data, "dtype", None)
    if getattr(own, "kind", "") == "c":
        dtype = dtype or _dtype.BY_NAME[own.name]
        data = data.tolist()
    shape = _shape_of(data)
    flat = [data] if not shape else _flattened(data, shape, [])
    for each in flat:
        if isinstance(each, ComplexTensor):
            dtype = dtype or each.dtype
    flat = [each.item() if isinstance(each, Tensor) else each for each in flat]
    dtype = dtype or default_complex()
    if not dtype.is_complex:
        if dtype.is_floating_point:
            raise TypeError("must be real number, not complex")
        raise TypeError("'complex' object cannot be interpreted as an integer")
    return of_numbers(flat, shape, dtype, device, requires_grad)


def convert(tensor, dtype):
    """tensor.to(dtype) where one of the two is complex."""
    if dtype.is_complex:
        return as_complex(tensor, dtype)
    warnings.warn(
        "Casting complex values to real discards the imaginary part (Triggered internally at ../aten/src/ATen/native/Copy.cpp:250.)",
        UserWarning, stacklevel=3,
    )  # fmt: skip
    return tensor.real.to(dtype)


def to(self, *args, dtype=None, device=None, copy=False, **options):
    """Tensor.to where the tensor or the dtype is complex."""
    for each in args:
        if isinstance(each, _dtype.dtype):
            dtype = each
        elif isinstance(each, Tensor):
            dtype, device = each.dtype, each.device
        elif isinstance(each, (str, int)) and not isinstance(each, bool) or type_name(each) == "torch.device":
            device = each
    if device is not None:
        self = ComplexTensor(self._pair.to(device=device)) if isinstance(self, ComplexTensor) else self.to(device=device)
    if dtype is not None and dtype is not self.dtype:
        return convert(self, dtype)
    return self.clone() if copy else self


def kind(self, dtype=None, **options):
    """Tensor.type."""
    if dtype is None:
        return f"torch.{self.dtype._scalar_name}Tensor"
    return convert(self, next(each for name, each in _dtype.BY_NAME.items() if dtype is each or f"torch.{each._scalar_name}Tensor" == dtype))


ComplexTensor.to, ComplexTensor.type = to, kind
for _name, _type in (("cfloat", "complex64"), ("cdouble", "complex128"), ("float", "float32"), ("double", "float64"), ("long", "int64"), ("int", "int32"), ("bool", "bool")):
    setattr(ComplexTensor, _name, lambda self, _type=_dtype.BY_NAME[_type]: self.to(_type))
ComplexTensor.bool = lambda self: self != 0
ComplexTensor.type_as = lambda self, other: self.to(other.dtype)


# --- filled and random --------------------------------------------------------------------------------------------


def _filled(name):
    def make(*args, dtype, requires_grad=False, **options):
        made = _REAL[name](*args, dtype=dtype.to_real(), **options)
        return as_complex(made, dtype).requires_grad_(requires_grad) if requires_grad else as_complex(made, dtype)

    return make


def full(size, fill_value, *, dtype=None, device=None, requires_grad=False, **options):
    """One complex number everywhere."""
    value = of_numbers([fill_value], (), dtype or default_complex(), device)
    return value.expand(*size).clone().requires_grad_(requires_grad)


def randn(*size, dtype, generator=None, device=None, requires_grad=False, **options):
    """Parts of variance 1/2 each, drawn in turn."""
    size = tuple(size[0]) if len(size) == 1 and isinstance(size[0], (tuple, list)) else size
    pair = _REAL["randn"](*size, 2, dtype=dtype.to_real(), generator=generator, device=device)
    return ComplexTensor(leaf(pair * 0.7071067811865476, requires_grad))


def rand(*size, dtype, generator=None, device=None, requires_grad=False, **options):
    """Both parts between 0 and 1."""
    size = tuple(size[0]) if len(size) == 1 and isinstance(size[0], (tuple, list)) else size
    return ComplexTensor(leaf(_REAL["rand"](*size, 2, dtype=dtype.to_real(), generator=generator, device=device), requires_grad))


def _like(make):
    def like(input, *, dtype=None, requires_grad=False, **options):
        return make(*input.shape, dtype=dtype or input.dtype, requires_grad=requires_grad)

    return like


def full_like(input, fill_value, *, dtype=None, **options):
    """One number everywhere, in the shape of another tensor."""
    return full(input.shape, fill_value, dtype=dtype or input.dtype)


CREATORS = {name: _filled(name) for name in ("zeros", "ones", "empty", "eye", "arange", "linspace")}
CREATORS.update(randn=randn, rand=rand, full=full)
LIKE = {name + "_like": _like(CREATORS[name]) for name in ("zeros", "ones", "empty", "randn", "rand")}
LIKE["full_like"] = full_like
ComplexTensor.new_zeros = lambda self, *size, **options: CREATORS["zeros"](*size, dtype=self.dtype)
ComplexTensor.new_ones = lambda self, *size, **options: CREATORS["ones"](*size, dtype=self.dtype)
ComplexTensor.new_tensor = lambda self, data, **options: from_data(data, self.dtype)


def can_cast(from_, to):
    """Complex numbers go only into complex ones."""
    return to.is_complex or not from_.is_complex and _REAL["can_cast"](from_, to)


def promote_types(type1, type2):
    """The complex dtype that holds both."""
    double = any(each in (_dtype.float64, _dtype.complex128) for each in (type1, type2))
    return _dtype.complex128 if double else _dtype.complex64


def result_type(tensor1, tensor2):
    """The dtype of tensor1 + tensor2."""
    return (as_complex(tensor1) + as_complex(tensor2)).dtype if isinstance(tensor1, Tensor) else as_complex(tensor2).dtype




def parameter(data, requires_grad):
    """nn.Parameter of a complex tensor."""
    return _parameter_class()(data._pair.detach()).requires_grad_(requires_grad)


@functools.cache
def _parameter_class():
    from torch.nn import Parameter

    class ComplexParameter(ComplexTensor, Parameter):
        """Registered by modules as any parameter."""

        __module__ = "torch.nn.parameter"
        __reduce_ex__ = ComplexTensor.__reduce_ex__

        def __new__(cls, pair):
            return ComplexTensor.__new__(cls, pair)

        def __init__(self, *_):
            pass

        def __deepcopy__(self, memo):
            return ComplexTensor.__deepcopy__(self, memo)

        def __repr__(self):
            return "Parameter containing:\n" + ComplexTensor.__repr__(self)

    ComplexParameter.__name__ = ComplexParameter.__qualname__ = "Parameter"
    return ComplexParameter
