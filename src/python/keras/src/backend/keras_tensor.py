"""The symbolic tensor of the Functional API: a shape, a dtype and a history, no numbers. What an operation makes of it is
left to keras.ops; the graph that arises is read by keras.src.ops.function."""

from keras.src import tree
from keras.src.utils.naming import auto_name

_SYMBOLIC = "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical value. "


def standardize_shape(shape):
    """A shape as a tuple of ints and None; ValueError for what is none."""
    if type(shape) is tuple and all(type(d) is int and d >= 0 or d is None for d in shape):
        return shape
    if not isinstance(shape, tuple):
        if shape is None:
            raise ValueError("Undefined shapes are not supported.")
        if not hasattr(shape, "__iter__"):
            raise ValueError(f"Cannot convert '{shape}' to a shape.")
    made, given = [], shape
    for d in shape:
        if d is not None:
            if isinstance(d, bool) or not hasattr(d, "__index__"):
                raise ValueError(
                    f"Cannot convert '{given}' to a shape. Found invalid dimension '{d}' of type '{type(d)}'. "
                )
            d = d.__index__()
            if d < 0:
                raise ValueError(f"Cannot convert '{shape}' to a shape. Negative dimensions are not allowed.")
        made.append(d)
    return tuple(made)


def _read_only(name):
    def get(self):
        return getattr(self, "_" + name)

    def refuse(self, value):
        raise AttributeError(
            f"The `{name}` attribute of KerasTensor is immutable. One should create a new instance of KerasTensor for this."
        )

    return property(get, refuse)


class KerasTensor:
    """A placeholder for a tensor.

    Args:
        shape: tuple of dimensions, None where unknown (the batch, usually).
        dtype: name of the dtype.
        name: by default keras_tensor, keras_tensor_1, …
    """

    # numpy must leave `array + keras_tensor` to __radd__.
    __array_priority__ = 1000

    def __init__(self, shape, dtype="float32", sparse=False, ragged=False, record_history=True, name=None):
        from keras.src import backend

        self._shape = standardize_shape(shape)
        self._dtype = backend.standardize_dtype(dtype)
        self._sparse = bool(sparse)
        self._ragged = bool(ragged)
        self.name = name or auto_name(self.__class__.__name__)
        self.record_history = record_history

    shape = _read_only("shape")
    dtype = _read_only("dtype")
    sparse = _read_only("sparse")
    ragged = _read_only("ragged")

    @property
    def ndim(self):
        """Number of dimensions."""
        return len(self._shape)

    def get_shape(self):
        """The shape, as TensorFlow's tensors tell it."""
        return self._shape

    def reshape(self, newshape):
        """keras.ops.reshape of it."""
        return _ops().reshape(self, newshape)

    def squeeze(self, axis=None):
        """keras.ops.squeeze of it."""
        return _ops().squeeze(self, axis)

    def __int__(self):
        raise ValueError(_SYMBOLIC + "You cannot convert it to an int.")

    def __float__(self):
        raise ValueError(_SYMBOLIC + "You cannot convert it to a float.")

    def __array__(self, *args, **kwargs):
        raise ValueError(_SYMBOLIC + "You cannot convert it to a NumPy array.")

    def __tf_tensor__(self, dtype=None, name=None):
        raise ValueError(
            "A KerasTensor cannot be used as input to a TensorFlow function. A KerasTensor is a symbolic placeholder for a "
            "shape and dtype, used when constructing Keras Functional models or Keras Functions. You can only use it as "
            "input to a Keras layer or a Keras operation (from the namespaces `keras.layers` and `keras.ops`). You are "
            "likely doing something like:\n\n```\nx = Input(...)\n...\ntf_fn(x)  # Invalid.\n```\n\nWhat you should do "
            "instead is wrap `tf_fn` in a layer:\n\n```\nclass MyLayer(Layer):\n    def call(self, x):\n        return "
            "tf_fn(x)\n\nx = MyLayer()(x)\n```\n"
        )

    def __repr__(self):
        return (
            f"<KerasTensor shape={self.shape}, dtype={self.dtype}, sparse={self.sparse}, ragged={self.ragged}, "
            f"name={self.name}>"
        )

    def __iter__(self):
        raise NotImplementedError("Iterating over a symbolic KerasTensor is not supported.")

    def __bool__(self):
        raise TypeError("A symbolic KerasTensor cannot be used as a boolean.")

    __hash__ = object.__hash__

    def __neg__(self):
        return _ops().negative(self)

    def __abs__(self):
        return _ops().absolute(self)

    def __invert__(self):
        return _ops().logical_not(self)

    def __getitem__(self, key):
        return _ops().get_item(self, key)

    def __round__(self, ndigits=None):
        return _ops().round(self, decimals=ndigits or 0)


def _ops():
    from keras.src import ops

    return ops


def _operator(function, reflected=False):
    if reflected:
        return lambda self, other: getattr(_ops(), function)(other, self)
    return lambda self, other: getattr(_ops(), function)(self, other)


for _name, _function in {
    "add": "add",
    "sub": "subtract",
    "mul": "multiply",
    "matmul": "matmul",
    "truediv": "true_divide",
    "pow": "power",
    "floordiv": "floor_divide",
    "mod": "mod",
    "and": "logical_and",
    "or": "logical_or",
    "xor": "logical_xor",
}.items():
    setattr(KerasTensor, f"__{_name}__", _operator(_function))
    setattr(KerasTensor, f"__r{_name}__", _operator(_function, reflected=True))
# `==` stays identity, as in Keras: graphs look tensors up in lists.
for _name, _function in {"lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal", "ne": "not_equal"}.items():
    setattr(KerasTensor, f"__{_name}__", _operator(_function))


def any_symbolic_tensors(args=None, kwargs=None):
    """True if a KerasTensor is among the arguments, at any depth."""
    for x in (*(args or ()), *(kwargs.values() if kwargs else ())):
        if isinstance(x, KerasTensor):
            return True
        if isinstance(x, (list, tuple, dict)) and any(isinstance(leaf, KerasTensor) for leaf in tree.flatten(x)):
            return True
    return False


def is_keras_tensor(x):
    """True for a KerasTensor."""
    return isinstance(x, KerasTensor)
