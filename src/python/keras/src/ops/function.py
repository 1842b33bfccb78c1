"""A graph of operations, from symbolic inputs to symbolic outputs, that can be called like one operation."""

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.ops.graph import build_map, make_node_key, map_graph
from keras.src.ops.operation import Operation

__all__ = ["Function", "build_map", "make_node_key", "map_graph"]


class Function(Operation):
    """The operations between `inputs` and `outputs`.

    Args:
        inputs: KerasTensor, or a nested structure of them.
        outputs: likewise; each must be computable from the inputs.
    """

    def __init__(self, inputs, outputs, name=None):
        super().__init__(name=name)
        self._inputs_struct = tree.map_structure(lambda x: x, inputs)
        self._outputs_struct = tree.map_structure(lambda x: x, outputs)
        self._inputs = tree.flatten(inputs)
        self._outputs = tree.flatten(outputs)
        if not self._inputs:
            raise ValueError(f"`inputs` argument cannot be empty. Received:\ninputs={inputs}\noutputs={outputs}")
        if not self._outputs:
            raise ValueError(f"`outputs` argument cannot be empty. Received:\ninputs={inputs}\noutputs={outputs}")
        graph = map_graph(self._inputs, self._outputs)
        self._nodes, self._nodes_by_depth, self._operations, self._operations_by_depth = graph
        self._plan = self._make_plan()

    def _make_plan(self):
        """The calls in order: (node, operation, id of the only tensor argument or None, ids of the outputs)."""
        plan, known = [], {id(x) for x in self._inputs}
        for depth in sorted(self._nodes_by_depth, reverse=True):
            for node in self._nodes_by_depth[depth]:
                if not node.operation or node.is_input:
                    continue
                if any(id(x) not in known for x in node.input_tensors):
                    continue
                single = node.arguments._single_positional_tensor
                outputs = tuple(id(x) for x in node.outputs)
                plan.append((node, node.operation, None if single is None else id(single), outputs))
                known.update(outputs)
        for path, x in tree.flatten_with_path(self._outputs_struct):
            if id(x) not in known:
                where = ".".join(str(key) for key in path)
                raise ValueError(f"Output with path `{where}` is not connected to `inputs`")
        return plan

    @property
    def operations(self):
        """All operations, inputs first."""
        return self._operations[:]

    @property
    def inputs(self):
        """Flat list of the symbolic inputs."""
        return self._inputs

    @property
    def outputs(self):
        """Flat list of the symbolic outputs."""
        return self._outputs

    def compute_output_spec(self, inputs):
        self._assert_input_compatibility(inputs)
        if all(x.shape == ref.shape for x, ref in zip(tree.flatten(inputs), self._inputs) if x is not None):
            return tree.map_structure(lambda x: KerasTensor(x.shape, dtype=x.dtype), self._outputs_struct)
        return self._run_through_graph(inputs, operation_fn=lambda op: op.compute_output_spec)

    def compute_output_shape(self, input_shape):
        """Shapes of the outputs for the given shapes of the inputs."""
        symbolic = tree.map_shape_structure(lambda shape: KerasTensor(shape), input_shape)
        return tree.map_structure(lambda x: x.shape, self.compute_output_spec(symbolic))

    def call(self, inputs):
        self._assert_input_compatibility(inputs)
        return self._run_through_graph(inputs)

    def _run_through_graph(self, inputs, operation_fn=None):
        values = {id(x): y for x, y in zip(self._inputs, tree.flatten(inputs))}
        for node, operation, single, output_ids in self._plan:
            function = operation if operation_fn is None else operation_fn(operation)
            if single is not None:
                result = function(values[single], **node.arguments._told)
            else:
                args, kwargs = node.arguments.fill_in(values)
                result = function(*args, **kwargs)
            if len(output_ids) == 1 and not isinstance(result, (list, tuple, dict)):
                values[output_ids[0]] = result
            else:
                values.update(zip(output_ids, tree.flatten(result)))
        struct = self._outputs_struct
        if isinstance(struct, KerasTensor):
            return values[id(struct)]
        return tree.map_structure(lambda x: values[id(x)], struct)

    def _assert_input_compatibility(self, inputs):
        try:
            tree.assert_same_structure(inputs, self._inputs_struct)
        except ValueError:
            raise ValueError(
                "Function was called with an invalid input structure. "
                f"Expected input structure: {self._inputs_struct}\nReceived input structure: {inputs}"
            ) from None
        for x, ref in zip(tree.flatten(inputs), self._inputs):
            shape = tuple(x.shape)
            fits = len(shape) == len(ref.shape) and all(
                a == b or a is None or b is None for a, b in zip(shape, ref.shape)
            )
            if not fits:
                raise ValueError(
                    f"{self.__class__.__name__} was passed incompatible inputs. For input '{ref.name}', "
                    f"expected shape {ref.shape}, but received instead a tensor with shape {x.shape}."
                )
