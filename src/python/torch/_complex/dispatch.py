"""Gives torch's functions and Tensor's methods their complex forms. Run when a program first asks for something complex:
programs that never do pay nothing for it."""

from torch import _creation, _dtype
from torch._complex import arithmetic, linear, make, shape
from torch._complex.tensor import ComplexTensor
from torch._ops.redirect import redirect
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor

_DTYPE_QUESTIONS = ("can_cast", "promote_types", "result_type")
_SAME = ("real", "is_complex")  # they ask the tensor


def _is_complex(value):
    if isinstance(value, (list, tuple)):
        return any(isinstance(each, ComplexTensor) for each in value)
    return isinstance(value, (ComplexTensor, complex)) or isinstance(value, _dtype.dtype) and value.is_complex


def _any_complex(args, options):
    return any(map(_is_complex, args)) or bool(options) and any(map(_is_complex, options.values()))


def _redirect(op, complex_op, wanted=_any_complex):
    redirect(op, complex_op, wanted)


def _has_tensor(data):
    return isinstance(data, ComplexTensor) or isinstance(data, (list, tuple)) and any(map(_has_tensor, data))


def _method(name):
    """torch.NAME(z, …) is z.NAME(…)."""

    def call(input, *args, **options):
        if not isinstance(input, ComplexTensor):
            raise NotImplementedError(f"torch.{name} of a real tensor with complex arguments is not here")
        options.pop("out", None)
        return getattr(input, name)(*args, **options)

    return call


def _of_data(args, options):
    dtype = options.get("dtype", args[1] if len(args) > 1 else None)
    data = args[0] if args else options.get("data")
    return isinstance(dtype, _dtype.dtype) and dtype.is_complex or _creation.has_complex(data) or _has_tensor(data)


def _tensor_of(name):
    def call(data, dtype=None, device=None, requires_grad=False, **options):
        if isinstance(data, Tensor) and name != "tensor":
            return data.to(dtype or data.dtype)
        return make.from_data(data, dtype, device, requires_grad)

    return call


def install(torch):
    """Replaces the functions of the module."""
    special = {**arithmetic.MIXED, **shape.SEVERAL, **make.CREATORS, **make.LIKE}
    for name in _DTYPE_QUESTIONS:
        special[name] = getattr(make, name)
    own = vars(ComplexTensor)
    for name, op in list(vars(torch).items()):
        if name in special:
            _redirect(op, special[name])
        elif name in own and name in FUNCTIONS and name not in _SAME:
            _redirect(op, _method(name))
    for name in ("tensor", "as_tensor", "asarray"):
        _redirect(getattr(torch, name), _tensor_of(name), _of_data)
    for name in ("complex", "polar", "view_as_real", "view_as_complex", "imag"):
        setattr(torch, name, getattr(make, name))
    _install_methods()
    _redirect(torch.autograd.grad, _gradients(torch.autograd.grad))
    for name, op in linear.FUNCTIONS.items():
        _redirect(getattr(torch.linalg, name), op)
    for name in ("inverse", "det"):
        _redirect(getattr(torch, name), linear.FUNCTIONS[name[:3]])
    for name in ("norm", "vector_norm", "matrix_norm"):
        op = getattr(torch.linalg, name)
        _redirect(op, _of_sizes(op))


def _of_sizes(op):
    return lambda A, *args, **options: op(A.abs(), *args, **options)


def _gradients(op):
    def grad(outputs, inputs, grad_outputs=None, *args, **options):
        one = not isinstance(inputs, (list, tuple))
        inputs = [inputs] if one else list(inputs)
        found = op(_pairs(outputs), [_pairs(each) for each in inputs], _pairs(grad_outputs), *args, **options)
        return tuple(ComplexTensor(each) if isinstance(given, ComplexTensor) and each is not None else each for given, each in zip(inputs, found))

    return grad


def _pairs(value):
    if isinstance(value, (list, tuple)):
        return type(value)(map(_pairs, value))
    return value._pair if isinstance(value, ComplexTensor) else value


def _install_methods():
    """A real tensor or parameter meets a complex one, or is asked for a complex dtype."""
    for name in ("add", "sub", "mul", "pow", "matmul"):
        for each in (name, f"__{name}__"):
            _redirect(getattr(Tensor, each), arithmetic.MIXED[name])
    for name, each in (("div", "div"), ("__truediv__", "div"), ("__eq__", "eq"), ("__ne__", "ne")):
        _redirect(getattr(Tensor, name), arithmetic.MIXED[each])
    for name, each in (("__rsub__", arithmetic.sub), ("__rtruediv__", arithmetic.div), ("__rpow__", arithmetic.pow)):
        _redirect(getattr(Tensor, name), lambda self, other, each=each: each(other, self))
    _redirect(Tensor.to, make.to)
    _redirect(Tensor.type, make.kind)
