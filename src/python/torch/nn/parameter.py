"""`Parameter`, a tensor that modules register as learned, and parameters whose size is not known yet."""

import torch
from torch._tensor import Tensor


class Parameter(Tensor):
    """A tensor that becomes part of a module's `parameters()` when it is assigned to an attribute.

    It shares memory with `data` and requires a gradient unless told otherwise.
    """

    __module__ = 'torch.nn.parameter'

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        elif not isinstance(data, Tensor):
            data = data.detach()  # of a list or an array: the AttributeError that PyTorch raises too
        if data.is_complex():
            from torch._complex.make import parameter

            return parameter(data, requires_grad)
        if requires_grad and not data.is_floating_point():
            raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
        return Tensor._make_subclass(cls, data, requires_grad)

    def __init__(self, data=None, requires_grad=True):
        pass

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            copied = type(self)(self.data.clone(), self.requires_grad)
            copied.__dict__.update(self.__dict__)
            memo[id(self)] = copied
        return memo[id(self)]

    def __repr__(self):
        return 'Parameter containing:\n' + super().__repr__()

    def __reduce_ex__(self, protocol):
        from torch import _utils

        arguments = (self.data, self.requires_grad, _utils.no_hooks())
        if not self.__dict__:
            return _utils._rebuild_parameter, arguments
        return _utils._rebuild_parameter_with_state, (*arguments, dict(self.__dict__))


class Buffer(Tensor):
    """A tensor that becomes a buffer of a module when it is assigned to an attribute (PyTorch 2.5)."""

    __module__ = 'torch.nn.parameter'

    def __new__(cls, data=None, *, persistent=True):
        made = Tensor._make_subclass(cls, torch.empty(0) if data is None else data, False)
        made.persistent = persistent
        return made

    def __init__(self, data=None, *, persistent=True):
        pass


class UninitializedParameter(Parameter):
    """A parameter of a lazy module before the first input: `materialize` gives it its size."""

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return Tensor._make_subclass(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)

    def __init__(self, requires_grad=True, device=None, dtype=None):
        pass

    @property
    def shape(self):
        raise RuntimeError("Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
                           '`load_state_dict` when trying to load an uninitialized parameter into an initialized one. '
                           'Call `forward` to initialize the parameters before accessing their attributes.')

    def detach(self):
        """Itself: a state_dict says that there are no values yet."""
        return self

    def materialize(self, shape, device=None, dtype=None):
        """Becomes a plain Parameter with memory of this shape."""
        fresh = torch.empty(shape, device=device or self.device, dtype=dtype or self.dtype)
        self.__class__ = Parameter
        self.data = fresh

    def __repr__(self):
        return '<UninitializedParameter>'


def _uninitialized(name):
    def refuse(self, *args, **options):
        raise ValueError(f"Attempted to use an uninitialized parameter in <method '{name}' of 'torch._C._TensorBase' objects>. "
                         'This error happens when you are using a `LazyModule` or explicitly manipulating '
                         '`torch.nn.parameter.UninitializedParameter` objects. When using LazyModules Call `forward` with a '
                         'dummy batch to initialize the parameters before calling torch functions')

    return refuse


for _name in ('numel', 'nelement', 'sum', 'mean', 'std', 'norm', 'add', 'sub', 'mul', 'div', 'matmul', 'abs', 'pow', 'max', 'min',
              'view', 'reshape', 'flatten', 't', 'tolist', 'item', 'numpy', 'zero_', 'fill_', 'normal_', 'uniform_', 'copy_'):
    setattr(UninitializedParameter, _name, _uninitialized(_name))


def is_lazy(tensor):
    """Whether the tensor's size is still to come."""
    return isinstance(tensor, UninitializedParameter)
