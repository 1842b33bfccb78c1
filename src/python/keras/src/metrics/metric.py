"""keras.metrics.Metric: numbers that accumulate over batches in variables."""

from keras.src import backend, initializers
from keras.src.backend import dtypes, placing, unwrap
from keras.src.utils.naming import auto_name


def plain(value, dtype=None):
    """A torch tensor without gradients."""
    found = unwrap(value)
    if found.requires_grad:
        found = found.detach()
    kind = dtypes.torch_dtype(dtype) if dtype is not None else None
    return found if kind is None or found.dtype is kind else placing.to(found, kind)


class Metric:
    """The base of metrics. Subclasses make variables with add_weight() and define update_state(), result() and, where zeros are not
    right, reset_state(). Calling a metric updates it and gives the result.
    """

    def __init__(self, dtype=None, name=None):
        self.name = name or auto_name(type(self).__name__)
        self._dtype = getattr(dtype, "compute_dtype", None) or dtypes.standardize_dtype(dtype)

    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        vars(made).update(_variables=[], _metrics=[])
        return made

    def __setattr__(self, name, value):
        if isinstance(value, backend.Variable) and all(value is not each for each in self._variables):
            self._variables.append(value)
        elif isinstance(value, Metric) and value not in self._metrics:
            self._metrics.append(value)
        object.__setattr__(self, name, value)

    @property
    def dtype(self):
        """The type that values are converted to."""
        return self._dtype

    @property
    def variables(self):
        """The metric's state."""
        return [*self._variables, *(variable for metric in self._metrics for variable in metric.variables)]

    def add_variable(self, shape, initializer, dtype=None, aggregation="sum", name=None):
        """A variable of the metric's state."""
        if "name" not in vars(self):
            raise RuntimeError("You forgot to call `super().__init__()` in the `__init__()` method. Go add it!")
        with backend.name_scope(self.name.replace("/", ">"), caller=self):
            variable = backend.Variable(
                initializers.get(initializer), shape=shape, dtype=dtype, trainable=False, aggregation=aggregation, name=name
            )
        self._variables.append(variable)
        return variable

    def add_weight(self, shape=(), initializer=None, dtype=None, name=None):
        """add_variable() by its older name."""
        return self.add_variable(shape=shape, initializer=initializer, dtype=dtype, name=name)

    def reset_state(self):
        """All variables to zero: called at the start of each epoch."""
        for variable in self.variables:
            variable.own().zero_()

    def update_state(self, *args, **kwargs):
        """Takes a batch into account."""
        raise NotImplementedError

    def result(self):
        """The value so far: a tensor, or a dict of tensors."""
        raise NotImplementedError

    def __call__(self, *args, **kwargs):
        self.update_state(*args, **kwargs)
        return self.result()

    def get_config(self):
        """The constructor's arguments."""
        return {"name": self.name, "dtype": self.dtype}

    @classmethod
    def from_config(cls, config):
        """A metric made from get_config()'s dict."""
        return cls(**config)

    def _obj_type(self):
        return "Metric"

    def save_own_variables(self, store):
        """Writes the state into a store."""
        for i, variable in enumerate(self._variables):
            store[str(i)] = variable.numpy()

    def load_own_variables(self, store):
        """Reads the state from a store."""
        for i, variable in enumerate(self._variables):
            variable.assign(store[str(i)])

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name}>"

    __str__ = __repr__
