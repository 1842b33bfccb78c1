"""The state of a layer: variables, sub-layers, losses and metrics; the call is left to layer.py."""

import collections
import warnings

from keras.src import backend, constraints, initializers, regularizers, tree
from keras.src.backend.name_scope import name_scope
from keras.src.utils import summary_utils, tracking

# Set once any layer has added a loss: until then nobody needs to look for losses.
losses_in_use = False


class LayerState:
    """What Layer inherits for its variables."""

    @tracking.no_automatic_dependency_tracking
    def _initialize_tracker(self):
        if "_tracker" in self.__dict__:
            return
        from keras.src.layers.layer import Layer
        from keras.src.metrics.metric import Metric
        from keras.src.random import SeedGenerator

        variable = backend.Variable
        trainable, non_trainable, layers, metrics, seed_generators = [], [], [], [], []
        self.__dict__["_tracker"] = tracking.Tracker(
            {
                "trainable_variables": (lambda x: isinstance(x, variable) and x.trainable, trainable),
                "non_trainable_variables": (lambda x: isinstance(x, variable) and not x.trainable, non_trainable),
                "metrics": (lambda x: isinstance(x, Metric), metrics),
                "layers": (lambda x: isinstance(x, Layer) and not isinstance(x, Metric), layers),
                "seed_generators": (lambda x: isinstance(x, SeedGenerator), seed_generators),
            },
            exclusions={"non_trainable_variables": ["trainable_variables"]},
        )
        self.__dict__.update(
            _trainable_variables=trainable,
            _non_trainable_variables=non_trainable,
            _layers=layers,
            _metrics=metrics,
            _seed_generators=seed_generators,
        )

    def add_weight(
        self,
        shape=None,
        initializer=None,
        dtype=None,
        trainable=True,
        autocast=True,
        regularizer=None,
        constraint=None,
        aggregation="none",
        overwrite_with_gradient=False,
        name=None,
    ):
        """Makes a variable that belongs to the layer.

        Args:
            shape: tuple of ints; () by default.
            initializer: name or object; glorot_uniform for floats by default, zeros otherwise.
            regularizer, constraint: name or object, kept on the variable.
        """
        self._check_super_called()
        if isinstance(shape, str):
            raise ValueError(
                f"`name` must be passed as a keyword argument. Received: add_weight('{shape}', ...). "
                f"Use: add_weight(shape=..., name='{shape}')."
            )
        shape = () if shape is None else shape
        dtype = self.variable_dtype if dtype is None else backend.standardize_dtype(dtype)
        if initializer is None:
            initializer = "glorot_uniform" if "float" in dtype else "zeros"
        with name_scope(self.name, caller=self):
            variable = backend.Variable(
                initializer=initializers.get(initializer), shape=shape, dtype=dtype, trainable=trainable, name=name
            )
        variable.regularizer = regularizers.get(regularizer)
        variable.constraint = constraints.get(constraint)
        self._track_variable(variable)
        return variable

    add_variable = add_weight

    def _track_variable(self, variable):
        store = "trainable_variables" if variable.trainable else "non_trainable_variables"
        self._tracker.add_to_store(store, variable)
        if not self.trainable:
            variable.trainable = False

    def _untrack_variable(self, variable):
        locked = self._tracker.locked
        self._tracker.unlock()
        self._tracker.untrack(variable)
        if locked:
            self._tracker.lock()

    @property
    def trainable(self):
        """Whether training changes the layer's variables; setting it sets it for all sub-layers too."""
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        value = bool(value)
        self._trainable = value
        for v in self._trainable_variables:
            v.trainable = value
        for layer in self._layers:
            layer.trainable = value

    @property
    def variables(self):
        """All state: weights, and the states of random generators."""
        return self._collect("variables", with_seeds=True)

    @property
    def weights(self):
        """The variables that are learnt or averaged, without those of random generators."""
        return self._collect("weights", with_seeds=False)

    def _collect(self, what, with_seeds):
        found, seen = [], set()

        def add(variables):
            for v in variables:
                if id(v) not in seen:
                    seen.add(id(v))
                    found.append(v)

        add(self._trainable_variables)
        add(self._non_trainable_variables)
        if with_seeds:
            add(generator.state for generator in self._seed_generators)
        for layer in self._layers:
            add(getattr(layer, what))
        return found

    @property
    def trainable_variables(self):
        """The variables that training changes."""
        return [v for v in self.variables if v.trainable] if self.trainable else []

    @property
    def non_trainable_variables(self):
        """The variables that training leaves alone."""
        return [v for v in self.variables if not v.trainable] if self.trainable else self.variables

    @property
    def trainable_weights(self):
        """The weights that training changes."""
        return [v for v in self.weights if v.trainable] if self.trainable else []

    @property
    def non_trainable_weights(self):
        """The weights that training leaves alone."""
        return [v for v in self.weights if not v.trainable] if self.trainable else self.weights

    @property
    def metrics(self):
        """Metrics of the layer and its sub-layers."""
        return list(self._metrics) + [m for layer in self._layers for m in layer.metrics]

    @property
    def metrics_variables(self):
        """The variables of all metrics."""
        return [v for metric in self.metrics for v in metric.variables]

    def get_weights(self):
        """The weights' values as NumPy arrays."""
        return [v.numpy() for v in self.weights]

    def set_weights(self, weights):
        """Sets all weights from arrays, in the order of get_weights()."""
        own = self.weights
        if len(own) != len(weights):
            raise ValueError(
                f"You called `set_weights(weights)` on layer '{self.name}' with a weight list of length {len(weights)}, "
                f"but the layer was expecting {len(own)} weights."
            )
        for variable, value in zip(own, weights):
            if tuple(variable.shape) != tuple(value.shape):
                raise ValueError(
                    f"Layer {self.name} weight shape {variable.shape} is not compatible with provided weight shape "
                    f"{value.shape}."
                )
            variable.assign(value)

    def count_params(self):
        """The number of scalars in all weights."""
        if not self.built:
            raise ValueError(
                f"You tried to call `count_params` on layer '{self.name}', but the layer isn't built. "
                "You can build it manually via: `layer.build(input_shape)`."
            )
        return summary_utils.count_params(self.weights)

    def _flatten_layers(self, include_self=True, recursive=True):
        layers = [self] if include_self else []
        seen = set()
        waiting = collections.deque(self._layers)
        while waiting:
            layer = waiting.popleft()
            if id(layer) in seen:
                continue
            seen.add(id(layer))
            layers.append(layer)
            if recursive:
                waiting.extendleft(layer._layers)
        return layers

    # Losses

    def add_loss(self, loss):
        """Adds a scalar to the model's loss; to be called in call() with a tensor."""
        global losses_in_use
        losses = tree.flatten(loss)
        for x in losses:
            if not backend.is_tensor(x):
                raise ValueError(
                    "`add_loss()` can only be called from inside `build()` or `call()`, on a tensor input. "
                    f"Received invalid value: {x}"
                )
        losses_in_use = True
        self._losses.extend(losses)

    @property
    def losses(self):
        """Losses added in the last call, and the regularizers' losses."""
        losses = list(self._losses)
        if losses_in_use:
            for layer in self._flatten_layers(include_self=False):
                losses.extend(layer._losses)
        for v in self.trainable_weights:
            if v.regularizer is not None:
                losses.append(v.regularizer(v))
        return losses

    def _clear_losses(self):
        self._losses.clear()
        for layer in self._layers:
            layer._clear_losses()

    # Saving

    def save_own_variables(self, store):
        """Writes the layer's own variables (not its sub-layers') to a dict-like store."""
        for i, v in enumerate(self._trainable_variables + self._non_trainable_variables):
            store[f"{i}"] = v.numpy()

    # Whether loading weights before the layer is built leaves it as it is.
    _loads_when_built = False

    def load_own_variables(self, store):
        """Reads what save_own_variables() wrote."""
        own = self._trainable_variables + self._non_trainable_variables
        if len(store.keys()) != len(own):
            if not own and not self.built and self._loads_when_built:
                return
            if not own and not self.built:
                raise ValueError(
                    f"Layer '{self.name}' was never built and thus it doesn't have any variables. However the weights file "
                    f"lists {len(store.keys())} variables for this layer.\nIn most cases, this error indicates that "
                    "either:\n\n1. The layer is owned by a parent layer that implements a `build()` method, but calling the "
                    "parent's `build()` method did NOT create the state of the child layer "
                    f"'{self.name}'. A `build()` method must create ALL state for the layer, including the state of any "
                    "children layers.\n\n2. You need to implement the `def build_from_config(self, config)` method on layer "
                    f"'{self.name}', to specify how to rebuild it during loading. In this case, you might also want to "
                    "implement the method that generates the build config at saving time, `def get_build_config(self)`. The "
                    "method `build_from_config()` is meant to create the state of the layer (i.e. its variables) upon "
                    "deserialization."
                )
            raise ValueError(
                f"Layer '{self.name}' expected {len(own)} variables, but received {len(store.keys())} variables during "
                f"loading. Expected: {[v.name for v in own]}"
            )
        for i, v in enumerate(own):
            v.assign(store[f"{i}"])


def warn_about_unbuilt(layer):
    """The warning for a layer whose default build() leaves sub-layers without state."""
    warnings.warn(
        f"`build()` was called on layer '{layer.name}', however the layer does not have a `build()` method implemented and "
        "it looks like it has unbuilt state. This will cause the layer to be marked as built, despite not being actually "
        "built, which may cause failures down the line. Make sure to implement a proper `build()` method.",
        stacklevel=3,
    )
