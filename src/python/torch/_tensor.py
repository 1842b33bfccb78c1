"""torch.Tensor: a handle of an engine tensor with Python's operators. Named operations (`Tensor.sum`, `Tensor.view`, …) are
added by torch/_ops; indexing is in _indexing.py, printing in _tensor_str.py."""

import bridge
from torch._tensor_base import _TensorBase

_new = object.__new__
# How a Python number takes part in promotion: the engine's kinds.
_KINDS = {float: 2, int: 1, bool: 0}


def wrap(handle):
    """The Tensor that owns a new engine handle."""
    tensor = _new(Tensor)
    tensor._handle = handle
    return tensor


def wrap_all(first, count):
    """Tensors of an engine call with several results: its value, and how many there are."""
    return [wrap(first), *(wrap(bridge.next_result()) for _ in range(count - 1))]


def number_kind(value):
    """0 bool, 1 int, 2 float for a Python or NumPy number; None for anything else."""
    kind = _KINDS.get(type(value))
    if kind is None:
        kind = 2 if isinstance(value, float) else 0 if isinstance(value, bool) else 1 if isinstance(value, int) else None
        if kind is None and getattr(value, "_numpy_scalar", False):
            kind = {"b": 0, "i": 1, "u": 1, "f": 2}[value.dtype.kind]
    return kind


def plain_number(value):
    """A Python number from a number that may be NumPy's."""
    return value.item() if getattr(value, "_numpy_scalar", False) else value


def write_out(out, handle):
    """What `out=` does: the given tensor takes the result's shape and values."""
    if bridge.requires_grad(out._handle) or bridge.requires_grad(handle):
        if bridge.grad_mode():
            raise RuntimeError(
                "functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad."
            )
    if bridge.shape_of(out._handle) != bridge.shape_of(handle):
        fresh = bridge.empty(bridge.dtype(out._handle), bridge.device(out._handle), *bridge.shape_of(handle))
        bridge.become(out._handle, fresh)
        bridge.free(fresh)
        forget_shape(out)
    bridge.copy_(out._handle, handle)
    bridge.free(handle)
    return out


def rename(tensor, node):
    """Lets a composition print as PyTorch's own operation: `grad_fn=<node>`."""
    if bridge.grad_name(tensor._handle):
        bridge.rename_node(tensor._handle, *map(ord, node))
    return tensor


def forget_shape(tensor):
    """After an in-place change of sizes."""
    try:
        del tensor._size
    except AttributeError:
        pass


def _binary(name, doc):
    """`a OP b` for tensors and numbers."""
    with_number = name + "_scalar"

    def operator(self, other):
        if isinstance(other, Tensor):
            return wrap(getattr(bridge, name)(self._handle, other._handle))
        kind = _KINDS.get(type(other))
        if kind is not None:
            return wrap(getattr(bridge, with_number)(self._handle, other, kind))
        return _other_operand(operator, self, other)

    operator.__name__ = "__truediv__" if name == "div" else f"__{name}__"
    operator.__doc__ = doc
    return operator


def _reflected(name, doc):
    """`number OP tensor`."""
    with_number = name + "_rscalar"

    def operator(self, other):
        kind = number_kind(other)
        if kind is None:
            return _other_operand(operator, self, other) if type(other) is complex else NotImplemented
        return wrap(getattr(bridge, with_number)(self._handle, plain_number(other), kind))

    operator.__name__ = f"__r{name}__"
    operator.__doc__ = doc
    return operator


def _in_place(name, doc):
    """`a OP= b`: writes into a."""
    in_place, with_number = name + "_", name + "_scalar_"

    def operator(self, other):
        if isinstance(other, Tensor):
            getattr(bridge, in_place)(self._handle, other._handle)
        else:
            kind = number_kind(other)
            if kind is None:
                return NotImplemented
            getattr(bridge, with_number)(self._handle, plain_number(other), kind)
        return self

    operator.__doc__ = doc
    return operator


def _other_operand(operator, self, other):
    """NumPy scalars and arrays; NotImplemented lets Python raise its TypeError."""
    if getattr(other, "_numpy_scalar", False):
        return operator(self, other.item())
    if hasattr(other, "_as_tensor_handle"):
        return operator(self, wrap(other._as_tensor_handle()))
    if type(other) is complex:
        import torch._complex

        # The operator of complex tensors, by its name.
        return getattr(torch._complex.as_complex(self), operator.__name__)(other)
    return NotImplemented


class Tensor(_TensorBase):
    """A multi-dimensional array of one dtype that can take part in automatic differentiation.

    Make one with torch.tensor(data), torch.zeros(2, 3), torch.randn(3), …
    """

    __module__ = "torch"
    __slots__ = ()
    __array_priority__ = 1000  # NumPy leaves `array OP tensor` to us

    def __new__(cls, *args, **options):
        from torch._creation import legacy_tensor

        made = legacy_tensor(*args, **options)
        return made if cls is Tensor else Tensor._make_subclass(cls, made)

    @staticmethod
    def _make_subclass(cls, data, require_grad=False):
        """A tensor of a subclass over the same memory: how nn.Parameter is made."""
        made = _new(cls)
        made._handle = bridge.detach(data._handle)
        if require_grad:
            bridge.set_requires_grad(made._handle, True)
        return made

    def __del__(self, dropped=bridge.dropped):
        try:
            # A call of bridge.free() would cost as much as a small operation.
            count = dropped[0] + 1
            dropped[count] = self._handle
            dropped[0] = count
            if count == 1000:
                bridge.free_dropped()
        except AttributeError:  # never finished, or the interpreter is shutting down
            pass

    @property
    def data(self):
        """The same memory outside the graph; writes through it are not tracked."""
        return wrap(bridge.data(self._handle))

    @data.setter
    def data(self, other):
        if not isinstance(other, Tensor):
            raise TypeError(f"Variable data has to be a tensor, but got {type(other).__name__}")
        if self.requires_grad and not (other.is_floating_point() or other.is_complex()):
            raise RuntimeError("data set to a tensor that requires gradients must be floating point or complex dtype")
        plain = bridge.data(other._handle)
        bridge.become(self._handle, plain)
        bridge.free(plain)
        forget_shape(self)

    # --- transposes -----------------------------------------------------------------------------------------------

    @property
    def T(self):
        """Dimensions in reverse order."""
        order = range(len(self.shape) - 1, -1, -1)
        return wrap(bridge.permute(self._handle, *order))

    @property
    def mT(self):
        """The last two dimensions swapped."""
        if len(self.shape) < 2:
            raise RuntimeError(
                f"tensor.mT is only supported on matrices or batches of matrices. Got {len(self.shape)}-D tensor."
            )
        return wrap(bridge.transpose(self._handle, -2, -1))

    @property
    def H(self):
        """The (conjugate) transpose of a matrix."""
        if len(self.shape) not in (0, 2):
            more = " For batches of matrices, consider using tensor.mH" if len(self.shape) > 2 else ""
            raise RuntimeError(f"tensor.H is only supported on matrices (2-D tensors). Got {len(self.shape)}-D tensor.{more}")
        return self.T

    mH = mT
    real = property(lambda self: self, doc="The tensor itself when it is real, as here; torch/_complex has the others.")

    @property
    def imag(self):
        """The imaginary part of a complex tensor."""
        raise RuntimeError("imag is not implemented for tensors with non-complex dtypes.")

    # --- arithmetic -----------------------------------------------------------------------------------------------

    __add__ = _binary("add", "a + b, element by element.")
    __sub__ = _binary("sub", "a - b, element by element.")
    __mul__ = _binary("mul", "a * b, element by element.")
    __truediv__ = _binary("div", "a / b, element by element; whole numbers become floating point.")
    __floordiv__ = _binary("floor_divide", "a // b, rounded down.")
    __mod__ = _binary("remainder", "a % b with the sign of b.")
    __pow__ = _binary("pow", "a ** b, element by element.")
    __and__ = _binary("bitwise_and", "a & b.")
    __or__ = _binary("bitwise_or", "a | b.")
    __xor__ = _binary("bitwise_xor", "a ^ b.")
    __lshift__ = _binary("bitwise_left_shift", "a << b.")
    __rshift__ = _binary("bitwise_right_shift", "a >> b.")
    __radd__ = __add__
    __rmul__ = __mul__
    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__
    __rsub__ = _reflected("sub", "number - a.")
    __rfloordiv__ = _reflected("floor_divide", "number // a.")
    __rmod__ = _reflected("remainder", "number % a.")
    __rpow__ = _reflected("pow", "number ** a.")
    __rlshift__ = _reflected("bitwise_left_shift", "number << a.")
    __rrshift__ = _reflected("bitwise_right_shift", "number >> a.")

    def __rtruediv__(self, other):
        """number / a, as PyTorch computes it: the reciprocal times the number."""
        return wrap(bridge.reciprocal(self._handle)) * other

    __imul__ = _in_place("mul", "a *= b.")
    __itruediv__ = _in_place("div", "a /= b.")
    __ifloordiv__ = _in_place("floor_divide", "a //= b.")
    __imod__ = _in_place("remainder", "a %= b.")
    __ipow__ = _in_place("pow", "a **= b.")
    __iand__ = _in_place("bitwise_and", "a &= b.")
    __ior__ = _in_place("bitwise_or", "a |= b.")
    __ixor__ = _in_place("bitwise_xor", "a ^= b.")
    __ilshift__ = _in_place("bitwise_left_shift", "a <<= b.")
    __irshift__ = _in_place("bitwise_right_shift", "a >>= b.")

    def __iadd__(self, other):
        if isinstance(other, Tensor):
            bridge.add_(self._handle, other._handle, 1, 1)
            return self
        return _add_number(self, other, 1)

    def __isub__(self, other):
        if isinstance(other, Tensor):
            bridge.sub_(self._handle, other._handle, 1, 1)
            return self
        return _add_number(self, other, -1)

    def __matmul__(self, other):
        if isinstance(other, Tensor):
            return wrap(bridge.matmul(self._handle, other._handle))
        return NotImplemented

    def __neg__(self):
        if bridge.dtype(self._handle) == 9:
            raise RuntimeError(
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the "
                "`~` or `logical_not()` operator instead."
            )
        return wrap(bridge.neg(self._handle))

    def __pos__(self):
        if bridge.dtype(self._handle) == 9:
            raise RuntimeError("The `+` operator, on a bool tensor is not supported.")
        return self

    def __abs__(self):
        return wrap(bridge.abs(self._handle))

    def __invert__(self):
        if bridge.dtype(self._handle) < 4:
            raise TypeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors")
        return wrap(bridge.bitwise_not(self._handle))

    # --- comparison -----------------------------------------------------------------------------------------------

    __lt__ = _binary("lt", "a < b, a bool tensor.")
    __le__ = _binary("le", "a <= b, a bool tensor.")
    __gt__ = _binary("gt", "a > b, a bool tensor.")
    __ge__ = _binary("ge", "a >= b, a bool tensor.")
    __eq__ = _binary("eq", "a == b element by element, a bool tensor.")
    __ne__ = _binary("ne", "a != b element by element, a bool tensor.")

    def __hash__(self):
        return id(self)


def _add_number(self, other, sign):
    kind = number_kind(other)
    if kind is not None:
        in_place = bridge.add_scalar_ if sign > 0 else bridge.sub_scalar_
        in_place(self._handle, plain_number(other), kind)
        return self
    if hasattr(other, "_as_tensor_handle"):
        return self.add_(wrap(other._as_tensor_handle()), alpha=sign)
    return NotImplemented


def _rebuild_from_type_v2(rebuild, kind, arguments, state):
    """Unpickles a subclass of Tensor, or a tensor with attributes of its own."""
    tensor = rebuild(*arguments)
    if type(tensor) is not kind:
        tensor = Tensor._make_subclass(kind, tensor, tensor.requires_grad)
    if state:
        tensor.__dict__.update(state)
    return tensor
