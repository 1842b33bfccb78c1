"""Functional: a model made from a graph of layers. The graph is found and run by ops/function.py."""

import inspect
import warnings

from keras.src import backend, tree
from keras.src.backend import dtypes, masking
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.backend.tensor import Tensor
from keras.src.layers.core.input_layer import Input, InputLayer
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.models.model import Model
from keras.src.ops.function import Function, build_map
from keras.src.ops.node import Node
from keras.src.utils import tracking


class Functional(Function, Model):
    """A model from symbolic inputs to symbolic outputs; `keras.Model(inputs, outputs)` makes one."""

    def __init__(self, inputs, outputs, name=None, **kwargs):
        if isinstance(inputs, dict):
            for key, value in inputs.items():
                if isinstance(value, KerasTensor) and key != value.name:
                    warnings.warn(
                        "When providing `inputs` as a dict, all keys in the dict must match the names of the corresponding "
                        f"tensors. Received key '{key}' mapping to value {value} which has name '{value.name}'. Change the "
                        f"tensor name to '{key}' (via `Input(..., name='{key}')`)",
                        stacklevel=2,
                    )
        trainable = kwargs.pop("trainable", None)
        for what, given in (("inputs", inputs), ("outputs", outputs)):
            for x in tree.flatten(given):
                if not isinstance(x, KerasTensor):
                    raise ValueError(
                        f"All `{what}` values must be KerasTensors. Received: {what}={given} including invalid value {x} of "
                        f"type {type(x)}"
                    )
        inside = not all(_is_input(x) for x in tree.flatten(inputs))
        if inside:
            inputs, outputs = clone_graph_nodes(inputs, outputs)
        try:
            with tracking.DotNotTrackScope():
                Function.__init__(self, inputs, outputs, name=name)
        except ValueError as error:
            if not inside or not str(error).startswith("Graph disconnected"):
                raise
            # From inputs in the middle of a graph Keras tries to compute, and then misses the output.
            path = ".".join(map(str, tree.flatten_with_path(outputs)[0][0]))
            raise ValueError(f"Output with path `{path}` is not connected to `inputs`") from None
        for layer in self.layers:
            self._tracker.track(layer)
        if trainable is not None:
            self.trainable = trainable
        self.build(None)
        self._convert_input_args = False
        self._allow_non_tensor_positional_args = True
        self.__dict__["output_names"] = [x._keras_history.operation.name for x in self._outputs]

    def _lock_state(self):
        # Weights may be added to the layers of a graph at any time.
        pass

    @property
    def layers(self):
        """The layers, inputs first."""
        return [operation for operation in self._operations if isinstance(operation, Layer)]

    @layers.setter
    def layers(self, _):
        raise AttributeError("`Model.layers` attribute is reserved and should not be used. Please use another name.")

    def call(self, inputs, training=None, mask=None, **kwargs):
        flat = self._standardize_inputs(inputs)
        if mask is not None:
            for x, one in zip(flat, tree.flatten(mask)):
                if one is not None:
                    masking.set_keras_mask(x, one)
        outputs = self._run_through_graph(flat, None if training is None else _called_with(training))
        if isinstance(outputs, (list, tuple)) and len(outputs) == 1:
            return outputs[0]
        return outputs

    def compute_output_spec(self, inputs, training=None, mask=None):
        return Function.compute_output_spec(self, inputs)

    def compute_output_shape(self, input_shape):
        return Function.compute_output_shape(self, input_shape)

    def build(self, input_shape):
        self.built = True

    @property
    def input_shape(self):
        """Shape of the input, or a list of them."""
        return _unpacked([x.shape for x in self._inputs])

    @property
    def output_shape(self):
        """Shape of the output, or a list of them."""
        return _unpacked([x.shape for x in self._outputs])

    @property
    def input(self):
        """The symbolic input(s), as they were given."""
        return self._inputs_struct

    @property
    def output(self):
        """The symbolic output(s), as they were given."""
        return self._outputs_struct

    def _assert_input_compatibility(self, arg_0):
        for x, symbolic in zip(tree.flatten(arg_0), self._inputs):
            if x is None:
                self._refuse_none(symbolic)
        Layer._assert_input_compatibility(self, arg_0)

    @staticmethod
    def _refuse_none(symbolic):
        if not symbolic._keras_history.operation.optional:
            raise ValueError(
                f"The input '{symbolic.name}' is not optional, but None was passed. Please provide a valid tensor."
            )

    def _standardize_inputs(self, inputs):
        """The inputs as a flat list of tensors with the ranks and dtypes of the symbolic ones."""
        struct = self._inputs_struct
        wrong = False
        if len(self._inputs) == 1 and (type(inputs) is Tensor or isinstance(inputs, KerasTensor)):
            if not isinstance(struct, dict):
                return [self._adjusted(0, inputs)]
        if isinstance(inputs, dict) and not isinstance(struct, dict):
            symbolic = struct if isinstance(struct, (list, tuple)) else [struct]
            if all(isinstance(x, KerasTensor) and x.name in inputs for x in symbolic):
                inputs = [inputs[x.name] for x in symbolic]
            else:
                wrong = True
        elif not tree.is_nested(inputs) and isinstance(struct, (list, tuple)) and len(struct) == 1:
            inputs = [inputs]
        if isinstance(struct, dict) and not isinstance(inputs, dict) and list(struct) != sorted(struct):
            wrong = True
        self._check_structure(inputs, wrong)
        return [self._adjusted(i, x) for i, x in enumerate(tree.flatten(inputs)[: len(self._inputs)])]

    def _check_structure(self, inputs, wrong):
        expected = self._inputs_struct
        if not wrong:
            try:
                tree.assert_same_structure(tree.lists_to_tuples(inputs), tree.lists_to_tuples(expected))
                return
            except ValueError:
                # A list of one for a single input, and the other way round, is understood.
                if len(tree.flatten(inputs)) == len(self._inputs) == 1:
                    return
        names = tree.map_structure(lambda x: None if x is None else x.name, expected)
        received = tree.map_structure(lambda x: "None" if x is None else f"Tensor(shape={x.shape})", inputs)
        message = (
            "The structure of `inputs` doesn't match the expected structure.\n"
            f"Expected: {names}\nReceived: inputs={received}"
        )
        if wrong:
            raise ValueError(message)
        warnings.warn(message, stacklevel=3)

    def _adjusted(self, i, x):
        reference = self._inputs[i]
        if x is None:
            self._refuse_none(reference)
            return None
        if not isinstance(x, KerasTensor):
            x = self._converted(x, reference)
        rank, wanted = len(x._t.shape if type(x) is Tensor else x.shape), len(reference._shape)
        if rank == wanted:
            return x
        from keras.src import ops

        mask = masking.get_keras_mask(x)
        if rank == wanted + 1 and x.shape[-1] == 1:
            adjusted = ops.squeeze(x, axis=-1)
        elif rank == wanted - 1 and reference.shape[-1] == 1:
            adjusted = ops.expand_dims(x, axis=-1)
        else:
            path = tree.flatten_with_path(self._inputs_struct)[i][0]
            raise ValueError(
                f"Invalid input shape for input {x} with name '{reference.name}' and path '{'.'.join(map(str, path))}'. "
                f"Expected shape {reference.shape}, but input has incompatible shape {x.shape}"
            )
        if mask is not None:
            masking.set_keras_mask(adjusted, mask)
        return adjusted

    @staticmethod
    def _converted(x, reference):
        if type(x) is Tensor and dtypes.TO_NAME[x._t.dtype] == reference._dtype:
            return x
        mask = masking.get_keras_mask(x)
        x = backend.convert_to_tensor(x, dtype=reference._dtype)
        if mask is not None:
            masking.set_keras_mask(x, mask)
        return x

    @property
    def input_spec(self):
        """What the inputs must look like; the size of the batch is free."""
        if "_manual_input_spec" in self.__dict__:
            return self._manual_input_spec
        struct = self._inputs_struct
        if isinstance(struct, dict):
            if not all(isinstance(x, KerasTensor) for x in struct.values()):
                return None
            return [_spec_of(struct[name], name) for name in sorted(struct)]
        return [_spec_of(x) for x in self._inputs]

    @input_spec.setter
    def input_spec(self, value):
        self.__dict__["_manual_input_spec"] = value

    def add_loss(self, loss):
        raise NotImplementedError(
            "A Functional model has no call() of its own to add a loss from: add it in the call() of a layer."
        )

    def get_config(self):
        if not functional_like_constructor(self.__class__):
            return Layer.get_config(self)
        from keras.src.models.functional_config import functional_config

        return functional_config(self)


def _called_with(training):
    """How a model's layers are called: its own `training` overrules what they were given when the graph was made, as in Keras."""

    def of(operation):
        if not isinstance(operation, Layer):
            return operation
        return lambda *args, **kwargs: operation(*args, **{**kwargs, "training": training})

    return of


def _unpacked(shapes):
    return shapes[0] if len(shapes) == 1 else shapes


def _spec_of(x, name=None):
    operation = x._keras_history.operation
    shape = (None, *x.shape[1:]) if x.shape else ()
    return InputSpec(
        shape=shape,
        allow_last_axis_squeeze=True,
        name=operation.name if name is None else name,
        optional=isinstance(operation, InputLayer) and operation.optional,
    )


def functional_like_constructor(cls):
    """True for Functional and subclasses that take the same arguments."""
    arguments = inspect.getfullargspec(cls.__init__)
    if arguments.args[1:] == inspect.getfullargspec(Functional.__init__).args[1:]:
        return True
    return arguments.varargs is not None and arguments.varkw is not None


def _is_input(x):
    history = x._keras_history
    return history.operation._inbound_nodes[history.node_index].is_input


def clone_graph_nodes(inputs, outputs):
    """Copies of the nodes between the tensors, with fresh Inputs where `inputs` are in the middle of a graph."""
    nodes, _ = build_map(tree.flatten(inputs), tree.flatten(outputs))
    clones, replaced_operations = {}, {}
    cloned_inputs = []
    for x in tree.flatten(inputs):
        if _is_input(x):
            clone = x
        else:
            clone = Input(batch_shape=x.shape, dtype=x.dtype, name=f"{x.name}CLONE")
            replaced_operations[id(x._keras_history.operation)] = clone._keras_history.operation
        clones[id(x)] = clone
        cloned_inputs.append(clone)

    def copy(x):
        if not isinstance(x, KerasTensor):
            return x
        if id(x) not in clones:
            clones[id(x)] = KerasTensor(x.shape, dtype=x.dtype, name=f"{x.name}_clone")
        return clones[id(x)]

    cloned_outputs = []
    for x in tree.flatten(outputs):
        clone = copy(x)
        if clone is not x and not hasattr(clone, "_keras_history"):
            clone._keras_history = x._keras_history
        cloned_outputs.append(clone)
    for node in nodes:
        if id(node.operation) in replaced_operations or isinstance(node.operation, InputLayer):
            continue
        args, kwargs = node.arguments.convert(copy)
        Node(node.operation, call_args=args, call_kwargs=kwargs, outputs=[copy(x) for x in node.output_tensors])
    return tree.pack_sequence_as(inputs, cloned_inputs), tree.pack_sequence_as(outputs, cloned_outputs)
