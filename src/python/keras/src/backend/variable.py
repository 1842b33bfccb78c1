"""Keras' Variable: a torch tensor with a name that can be assigned. tf.Variable (tensorflow/) shares everything but its face.

assign() replaces the tensor, so that values handed out before do not change. Optimizers may write into it in place: they call
own() first, which copies when the tensor has been handed out (`_shared`).
"""

import numpy
import torch

from . import dtypes, graph_mode, placing, symbolic_scope, tape
from . import tensor as _tensor
from .convert import to_torch
from .keras_tensor import KerasTensor
from .operators import Tensor, torch_index
from .tensor import to_numpy, unwrap, wrap
from .tensor_shape import TensorShape

# How many variables were made.
made = 0
_AGGREGATIONS = (None, "none", "mean", "sum", "only_first_replica")


def standardize_shape(shape):
    """A tuple of whole numbers and None."""
    if shape is None:
        raise ValueError("Undefined shapes are not supported.")
    if not hasattr(shape, "__iter__"):
        raise ValueError(f"Cannot convert '{shape}' to a shape.")
    sizes = []
    for size in shape:
        if size is None:
            sizes.append(None)
            continue
        if isinstance(size, (str, float)):
            raise ValueError(f"Cannot convert '{shape}' to a shape. Found invalid dimension '{size}' of type '{type(size)}'. ")
        try:
            size = int(size)
        except Exception as error:
            raise ValueError(
                f"Cannot convert '{shape}' to a shape. Found invalid dimension '{size}' of type '{type(size)}'. "
            ) from error
        if size < 0:
            raise ValueError(f"Cannot convert '{shape}' to a shape. Negative dimensions are not allowed.")
        sizes.append(size)
    return tuple(sizes)


def shape_equal(first, second):
    """Whether shapes agree; None agrees with anything."""
    return len(first) == len(second) and all(a is None or b is None or a == b for a, b in zip(first, second))


class AutocastScope:
    """`with AutocastScope("float16"):` variables that allow it are read in another float type (mixed precision)."""

    current = None  # the torch dtype that applies now

    def __init__(self, dtype):
        self.dtype = None if dtype is None else dtypes.standardize_dtype(dtype)
        if self.dtype is not None and self.dtype not in dtypes.FLOAT_TYPES:
            raise ValueError(
                "`AutocastScope` can only be used with a floating-point target dtype, such as 'float16'. "
                f"Received: dtype={dtype}"
            )

    def __enter__(self):
        self._before = AutocastScope.current
        AutocastScope.current = dtypes.torch_dtype(self.dtype)
        return self

    def __exit__(self, *_error):
        AutocastScope.current = self._before


class Variable:
    """A tensor with a name that can be assigned: `keras.Variable([1.0, 2.0])`, or an initializer with a shape.

    trainable: optimizers change it. autocast: mixed precision may read it in a shorter type.
    """

    _class_name = "variable"

    def __init__(
        self, initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation="none",
        synchronization="auto", name=None, layout=None, **kwargs,
    ):  # fmt: skip
        from .name_scope import current_path
        from keras.src.utils.naming import auto_name

        name = name or auto_name(type(self).__name__)
        if not isinstance(name, str) or "/" in name:
            raise ValueError(f"Argument `name` must be a string and cannot contain character `/`. Received: name={name}")
        if aggregation not in _AGGREGATIONS:
            raise ValueError(
                "Invalid value for argument `aggregation`. Expected one of `None`, `'none'`, `'mean'`, `'sum'`, "
                f"`'only_first_replica'`. Received: aggregation={aggregation}"
            )
        parent = current_path()
        self._name = name
        self._path = f"{parent}/{name}" if parent else name
        self._trainable = bool(trainable)
        self._autocast = bool(autocast)
        self._aggregation = aggregation or "none"
        self._synchronization = synchronization or "none"
        self._regularizer = None
        self._constraint = None
        self._overwrite_with_gradient = False
        self._set(_initial(initializer, shape, dtype, self._path))

    def _set(self, tensor):
        global made
        made += 1
        self._serial = made  # tapes list variables in the order of their making
        self._t = tensor
        self._alias = None
        self._shared = False
        # The tensor that is known to be contiguous and nobody else's.
        self._writable = None
        self._forced = False
        self._dtype = dtypes.TO_NAME[tensor.dtype]

    # --- reading --------------------------------------------------------------------------------------------------

    def _read(self):
        """The torch tensor to compute with; under a tape one that requires gradients."""
        found = self._t
        if _tensor.recording and (self._trainable or self._forced) and self._dtype in dtypes.FLOAT_TYPES:
            found = self._watched()
        if AutocastScope.current is not None and self._autocast and found.is_floating_point():
            return found.to(AutocastScope.current)
        return found

    def _watched(self):
        alias = self._alias
        if alias is None:
            alias = self._alias = self._t.detach().requires_grad_(True)
        tape.watch_variable(self, alias)
        return alias

    @property
    def value(self):
        """The current value, a Tensor that does not change with later assignments."""
        self._shared = True
        return wrap(self._read())

    def numpy(self):
        """A NumPy copy of the value."""
        return to_numpy(self._t)

    @property
    def shape(self):
        return TensorShape(self._t.shape)

    @property
    def ndim(self):
        return self._t.dim()

    @property
    def dtype(self):
        """The name of the dtype that reading gives."""
        if AutocastScope.current is not None and self._autocast and self._dtype in dtypes.FLOAT_TYPES:
            return dtypes.TO_NAME[AutocastScope.current]
        return self._dtype

    @property
    def name(self):
        return self._name

    @property
    def path(self):
        """The names of the model and layers that own the variable, and its own, joined by '/'."""
        return self._path

    @property
    def trainable(self):
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        self._trainable = bool(value)

    aggregation = property(lambda self: self._aggregation)
    synchronization = property(lambda self: self._synchronization)

    @property
    def overwrite_with_gradient(self):
        return self._overwrite_with_gradient

    @overwrite_with_gradient.setter
    def overwrite_with_gradient(self, value):
        if not isinstance(value, bool):
            raise TypeError(f"`overwrite_with_gradient` must be a boolean. Received: {value}")
        self._overwrite_with_gradient = value

    @property
    def regularizer(self):
        return self._regularizer

    @regularizer.setter
    def regularizer(self, value):
        if value is not None and not callable(value):
            raise ValueError(
                "Invalid value for attribute `regularizer`. Expected a callable (such as a `keras.regularizers.Regularizer` "
                f"instance) or `None`. Received: regularizer={value}"
            )
        self._regularizer = value

    @property
    def constraint(self):
        return self._constraint

    @constraint.setter
    def constraint(self, value):
        if value is not None and not callable(value):
            raise ValueError(
                "Invalid value for attribute `constraint`. Expected a callable (such as a `keras.constraints.Constraint` "
                f"instance) or `None`. Received: constraint={value}"
            )
        self._constraint = value

    # --- writing --------------------------------------------------------------------------------------------------

    def assign(self, value):
        """Replaces the value; shapes must agree."""
        if isinstance(value, KerasTensor):
            return value
        self._assign(self._converted(value))
        return value if type(value) is _tensor.Tensor else wrap(self._handed_out())

    def _handed_out(self):
        self._shared = True
        return self._t

    def _converted(self, value):
        """The value as a torch tensor of this variable's dtype."""
        found = to_torch(value, self._dtype)
        if found.shape != self._t.shape:
            raise ValueError(
                "The shape of the target variable and the shape of the target value in `variable.assign(value)` must match. "
                f"variable.shape={self.shape}, Received: value.shape={TensorShape(found.shape)}. Target variable: {self}"
            )
        return found

    def _assign(self, tensor):
        """Takes a torch tensor of the right shape and dtype as the new value."""
        if symbolic_scope.following:
            return
        self._t = tensor.detach()
        self._alias = None
        # The tensor may belong to somebody else: optimizers then copy before they write.
        self._shared = True

    def own(self):
        """The torch tensor, for writing into it in place."""
        if self._shared or self._writable is not self._t:
            if self._shared or not self._t.is_contiguous():
                self._t = self._t.clone()
                self._alias = None
                self._shared = False
            self._writable = self._t
        return self._t

    @staticmethod
    def own_all(variables):
        """own() of each."""
        return [v._t if v._writable is v._t and not v._shared else v.own() for v in variables]

    def assign_add(self, value):
        """Adds to the value."""
        if isinstance(value, KerasTensor):
            return value
        return self.assign(wrap(self._t + to_torch(value, self._dtype)))

    def assign_sub(self, value):
        """Subtracts from the value."""
        if isinstance(value, KerasTensor):
            return value
        return self.assign(wrap(self._t - to_torch(value, self._dtype)))

    # --- as Python and NumPy values -------------------------------------------------------------------------------

    def __array__(self, dtype=None, copy=None):
        array = numpy.asarray(self.numpy())
        return array if dtype is None else array.astype(dtype)

    def __getitem__(self, index):
        self._shared = True  # a slice shares memory
        items = index if isinstance(index, tuple) else (index,)
        return wrap(torch_index(self._read(), items)) if not _is_mask(index) else self.value[index]

    def __int__(self):
        return int(self._scalar())

    def __float__(self):
        return float(self._scalar())

    def _scalar(self):
        if self._t.shape:
            raise TypeError(f"Only scalar arrays can be converted to Python scalars. Got: shape={self.shape}")
        return self._t.item()

    def __bool__(self):
        raise TypeError("A Keras Variable cannot be used as a boolean.")

    def __deepcopy__(self, memo):
        made = object.__new__(type(self))
        memo[id(self)] = made
        made.__dict__.update(self.__dict__)
        made._set(self._t.clone())
        return made

    __hash__ = object.__hash__

    def __repr__(self):
        value = "" if graph_mode.symbolic else f", value={self.numpy()}"
        return f"<Variable path={self.path}, shape={self.shape}, dtype={self.dtype}{value}>"


def _is_mask(index):
    return not isinstance(index, (tuple, int, slice)) and getattr(index, "ndim", 0) > 0


def _initial(initializer, shape, dtype, path):
    """The first torch tensor of a variable."""
    if isinstance(initializer, str):
        from keras.src import initializers

        initializer = initializers.get(initializer)
    if callable(initializer):
        if shape is None:
            raise ValueError(
                "When creating a Variable from an initializer, the `shape` argument should be specified. "
                f"Received: initializer={initializer} and shape={shape}"
            )
        shape = standardize_shape(shape)
        if None in shape:
            raise ValueError(
                "Shapes used to initialize variables must be fully-defined (no `None` dimensions). "
                f"Received: shape={shape} for variable path='{path}'"
            )
        name = dtypes.standardize_dtype(dtype)
        found = to_torch(initializer(shape, dtype=name), name).detach()
        return found.contiguous()
    return to_torch(initializer, dtype).detach().clone()


def _operator(name, reflected=False):
    """Operators of variables follow Keras' promotion, as keras.ops does."""

    def operator(self, other):
        if type(other).__name__ == "KerasTensor":
            return NotImplemented
        other = _operand(other, self._t)
        if other is NotImplemented:
            return NotImplemented
        value = self._read()
        return wrap(name(other, value) if reflected else name(value, other))

    return operator


def _operand(other, tensor):
    if isinstance(other, (bool, int, float)):
        return placing.tensor(other, dtype=tensor.dtype if tensor.is_floating_point() or type(other) is int else None)
    if other is None or isinstance(other, str):
        return NotImplemented
    return unwrap(other)


for _name, _compute in {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "truediv": torch.true_divide, "floordiv": torch.floor_divide,
    "mod": torch.remainder, "pow": torch.pow, "matmul": torch.matmul, "and": torch.logical_and, "or": torch.logical_or,
    "xor": torch.logical_xor,
}.items():  # fmt: skip
    setattr(Variable, f"__{_name}__", _operator(_compute))
    setattr(Variable, f"__r{_name}__", _operator(_compute, reflected=True))
for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Variable, f"__{_name}__", _operator(getattr(torch, _name)))
for _name, _compute in {"neg": torch.neg, "abs": torch.abs, "invert": torch.bitwise_not}.items():
    setattr(Variable, f"__{_name}__", lambda self, compute=_compute: wrap(compute(self._read())))
Variable.__pos__ = lambda self: self.value
Variable.__round__ = lambda self, ndigits=None: wrap(torch.round(self._read(), decimals=ndigits or 0))
