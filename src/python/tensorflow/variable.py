"""tf.Variable: a tensor that can be assigned, with TensorFlow's names and printing; the storage is that of Keras' variables."""

from keras.src.backend import dtypes, graph_mode, is_text, placing, string_tensor
from keras.src.backend.convert import to_torch
from keras.src.backend.tensor import Reference, Tensor, Unhashable, value_text, wrap
from keras.src.backend.tensor_shape import TensorShape
from keras.src.backend.variable import Variable as _Base


class Variable(_Base):
    """tf.Variable(initial_value, trainable=True, name=…)."""

    __module__ = "tensorflow.python.ops.resource_variable_ops"
    __array_priority__ = 100

    def __init__(
        self, initial_value=None, trainable=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None,
        import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None, experimental_enable_variable_lifting=None,
    ):  # fmt: skip
        if initial_value is None:
            raise ValueError(
                "The `initial_value` arg to `tf.Variable` must be specified except when you are not providing a `variable_def`. "
                "You provided neither."
            )
        if callable(initial_value):
            initial_value = initial_value()
        self._name = name or "Variable"
        self._path = self._name
        self._trainable = True if trainable is None else bool(trainable)
        self._autocast = False
        self._aggregation = "none"
        self._synchronization = "auto"
        self._regularizer = None
        self._constraint = constraint
        self._overwrite_with_gradient = False
        name = None if dtype is None else dtypes.as_dtype(dtype).name
        if name is not None and isinstance(initial_value, float) and dtypes.as_dtype(name).is_integer:
            raise TypeError(f"Cannot convert {initial_value!r} to EagerTensor of dtype {name}")
        found = to_torch(initial_value, name).detach().clone()
        self._open_shape = None
        if shape is not None:
            wanted = shape if isinstance(shape, TensorShape) else TensorShape(shape)
            if not wanted.is_compatible_with(found.shape):
                raise ValueError(
                    f"In this `tf.Variable` creation, the initial value's shape ({TensorShape(found.shape)}) is not compatible with the "
                    f"explicitly supplied `shape` argument ({wanted})."
                )
            self._open_shape = None if wanted.is_fully_defined() else wanted
        self._set(found)
        if graph_mode.mode == "function" and graph_mode.variable_made is not None:
            graph_mode.variable_made(self)

    def __new__(cls, initial_value=None, *args, **options):
        if cls is Variable and is_text(initial_value):
            return TextVariable(initial_value, *args, **options)
        return object.__new__(cls)

    @property
    def shape(self):
        return TensorShape(self._t.shape) if self._open_shape is None else self._open_shape

    @property
    def name(self):
        return f"{self._name}:0"

    @property
    def dtype(self):
        """The type of the elements, a tf.DType."""
        return dtypes.BY_NAME[self._dtype]

    @property
    def device(self):
        """Where the elements are."""
        return f"/job:localhost/replica:0/task:0/device:{'GPU' if self._t.is_cuda else 'CPU'}:0"

    @property
    def handle(self):
        return self

    def get_shape(self):
        """The sizes."""
        return self.shape

    def set_shape(self, shape):
        """Checks the shape."""

    def value(self):
        """The current value, a tensor."""
        self._shared = True
        return wrap(self._read())

    def read_value(self):
        """The current value, a tensor."""
        return self.value()

    def ref(self):
        """A hashable reference."""
        return Reference(self)

    def _checked(self, value):
        if is_text(value):
            raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {dtypes.short(self._dtype)}")
        found = to_torch(value)
        wanted = dtypes.torch_dtype(self._dtype)
        if found.dtype is not wanted:
            if isinstance(value, Tensor) and found.dtype is not wanted:
                raise ValueError(f"Tensor conversion requested dtype {self._dtype} for Tensor with dtype {dtypes.TO_NAME[found.dtype]}: {value!r}")
            if found.is_floating_point() and not wanted.is_floating_point:
                raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {self._dtype}")
            found = found.to(wanted)
        return found

    def assign(self, value, use_locking=False, name=None, read_value=True):
        """Replaces the value; shapes must agree."""
        found = self._checked(value)
        if not self.shape.is_compatible_with(found.shape):
            raise ValueError(
                f"Cannot assign value to variable ' {self.name}': Shape mismatch.The variable shape {self.shape}, and the assigned value "
                f"shape {TensorShape(found.shape)} are incompatible."
            )
        self._assign(found)
        return _unread(self) if read_value else None

    def assign_add(self, delta, use_locking=False, name=None, read_value=True):
        """Adds to the value."""
        self._assign(self._t + self._broadcast(delta, "Add"))
        return _unread(self) if read_value else None

    def assign_sub(self, delta, use_locking=False, name=None, read_value=True):
        """Subtracts from the value."""
        self._assign(self._t - self._broadcast(delta, "Sub"))
        return _unread(self) if read_value else None

    def _broadcast(self, value, op):
        found = self._checked(value)
        if found.shape != self._t.shape:
            from keras.src.backend.errors import invalid

            raise invalid(f"Assign{op}VariableOp", f"Cannot update variable with shape {_flat(self._t.shape)} using a Tensor with shape {_flat(found.shape)}, shapes must be equal.")
        return found

    def scatter_nd_update(self, indices, updates, name=None):
        """Replaces the elements at index rows."""
        from keras.src import ops

        self._assign(ops.scatter_update(wrap(self._t), indices, updates)._t)
        return _unread(self)

    def scatter_update(self, sparse_delta, use_locking=False, name=None):
        """Replaces the rows of tf.IndexedSlices."""
        from keras.src import ops

        self._assign(ops.scatter_update(wrap(self._t), ops.expand_dims(sparse_delta.indices, -1), sparse_delta.values)._t)
        return _unread(self)

    def scatter_nd_add(self, indices, updates, name=None):
        """Adds to the elements at index rows."""
        from keras.src import ops

        self._assign(ops.scatter_update(wrap(self._t), indices, updates, reduction="add")._t)
        return _unread(self)

    def __bool__(self):
        return bool(self.value())

    def __index__(self):
        return self.value().__index__()

    def __len__(self):
        raise TypeError("object of type 'ResourceVariable' has no len()")

    def __iter__(self):
        return iter(self.value())

    def __format__(self, spec):
        return format(self.numpy(), spec) if spec else str(self)

    def __getitem__(self, index):
        self._shared = True
        made = wrap(self._read())[index]
        made.assign = lambda value, name=None: self._assign_part(index, value)
        return made

    def _assign_part(self, index, value):
        """`variable[index].assign(value)`."""
        places = wrap(placing.arange(self._t.numel()).reshape(self._t.shape))[index]._t
        changed = self._t.clone()
        changed.view(-1)[places.reshape(-1)] = self._checked(value).expand(places.shape).reshape(-1)
        self._assign(changed)
        return _unread(self)

    def __str__(self):
        return repr(self)

    def __repr__(self):
        if graph_mode.mode == "function" or graph_mode.symbolic:
            return f"<tf.Variable '{self._shown_name()}' shape={self.shape} dtype={self._dtype}>"
        return f"<tf.Variable '{self._shown_name()}' shape={self.shape} dtype={self._dtype}, numpy={value_text(self)}>"

    def _shown_name(self):
        return self.name

    def __hash__(self):
        raise Unhashable("Variable is unhashable. Instead, use variable.ref() as the key. (Variable: " + repr(self) + ")")


Variable.__name__ = Variable.__qualname__ = "ResourceVariable"


class TextVariable:
    """tf.Variable of strings."""

    __module__ = Variable.__module__

    def __init__(self, initial_value, trainable=None, validate_shape=True, caching_device=None, name=None, **_options):
        self._value = string_tensor(initial_value)
        self.name = f"{name or 'Variable'}:0"
        self.trainable = trainable is not False

    dtype = property(lambda self: self._value.dtype)
    shape = property(lambda self: self._value.shape)

    def numpy(self):
        """The strings as bytes."""
        return self._value.numpy()

    def value(self):
        """The current value, a tensor."""
        return self._value

    read_value = value

    def assign(self, value, use_locking=False, name=None, read_value=True):
        """Replaces the value."""
        self._value = string_tensor(value)
        return self

    def __eq__(self, other):
        return self._value == other

    def __repr__(self):
        return f"<tf.Variable '{self.name}' shape={self.shape} dtype=string, numpy={value_text(self._value)}>"


TextVariable.__name__ = TextVariable.__qualname__ = "ResourceVariable"


class _UnreadVariable(Variable):
    """What assign() gives: the same variable, shown without its name."""

    def _shown_name(self):
        return "UnreadVariable"


def _unread(variable):
    made = object.__new__(_UnreadVariable)
    made.__dict__ = variable.__dict__
    return made


def _flat(shape):
    return "[" + ",".join(map(str, shape)) + "]"


def _operator(name):
    operator = getattr(Tensor, name)
    return lambda self, other: operator(wrap(self._read()), other)


for _each in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor"):
    for _name in (f"__{_each}__", f"__r{_each}__"):
        setattr(Variable, _name, _operator(_name))
for _each in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Variable, f"__{_each}__", _operator(f"__{_each}__"))
for _each in ("neg", "abs", "invert"):
    setattr(Variable, f"__{_each}__", lambda self, run=getattr(Tensor, f"__{_each}__"): run(wrap(self._read())))
