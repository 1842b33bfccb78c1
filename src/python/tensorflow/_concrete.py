"""ConcreteFunction: a tf.function for one signature, with its signature and the structure of what it gives."""

import numpy

from keras.src import tree
from keras.src.backend import Tensor, convert_to_tensor, string_tensor, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError
from keras.src.backend.symbols import Symbol
from tensorflow.data.structure import TensorSpec

_ids = iter(range(10, 10**9, 8))
# The size that stands for one that a signature leaves open: no other size of a program is likely to be the same.
_OPEN = 37
_LONG = {"float32": "float", "float64": "double", "float16": "half"}


def _is_spec(value):
    return isinstance(value, TensorSpec)


def stand_in(spec):
    """A tensor of the spec for a run in which only shapes count."""
    if spec.dtype.name == "string":
        return string_tensor(numpy.full([size or _OPEN for size in spec.shape], b"", dtype=object))
    return convert_to_tensor(numpy.zeros([_OPEN if size is None else size for size in spec.shape]), spec.dtype.name)


def _text(value):
    if _is_spec(value):
        return f"TensorSpec(shape={value.shape}, dtype={value.dtype!r}, name={value.name!r})"
    if isinstance(value, dict):
        return f"Dict[{', '.join(f'[{key!r}, {_text(each)}]' for key, each in value.items())}]"
    if isinstance(value, (list, tuple)):
        return f"{'Tuple' if isinstance(value, tuple) else 'List'}[{', '.join(map(_text, value))}]"
    return "None" if value is None else f"Literal[{value!r}]"


def _outcome(made, sizes):
    """Specs of what a run gave, sizes that are open in the arguments open here too."""
    if not hasattr(made, "shape") or not hasattr(made, "dtype"):
        return made
    shape = [None if (i, size) in sizes else size for i, size in enumerate(made.shape)]
    return TensorSpec(shape, made.dtype)


class ConcreteFunction:
    """What get_concrete_function gives."""

    __module__ = "tensorflow.python.eager.polymorphic_function.concrete_function"

    def __init__(self, function, named, kinds, made, sizes, python):
        self.python = python  # what the trace found of Python's values
        self._function, self._named, self._kinds = function, named, kinds
        self._name = getattr(function, "__name__", "function")
        self._id = next(_ids)
        self._outcome = None if made is None else tree.map_structure(lambda each: _outcome(each, sizes), made)
        numbered = iter(range(1000))
        self.structured_outputs = tree.map_structure(lambda each: self._output(next(numbered), each) if _is_spec(each) else each, self._outcome)
        self.outputs = [each for each in tree.flatten(self.structured_outputs) if isinstance(each, Symbol)]
        self.inputs = [Symbol(each.name or name, each.shape, each.dtype) for name, value in named.items() for each in tree.flatten(value) if _is_spec(each)]

    def _output(self, number, spec):
        return Symbol(f"Identity_{number}" if number else "Identity", spec.shape, spec.dtype)

    @property
    def name(self):
        return f"__inference_{self._name}_{self._id}".encode()

    @property
    def structured_input_signature(self):
        """((positional…), {by keyword}) with specs for tensors."""
        named = {key: tree.map_structure(lambda each, key=key: TensorSpec(each.shape, each.dtype, each.name or key) if _is_spec(each) else each, value) for key, value in self._named.items()}  # fmt: skip
        return tuple(named.values()), {}

    @property
    def output_shapes(self):
        return tree.map_structure(lambda each: each.shape, self.structured_outputs)

    @property
    def output_dtypes(self):
        return tree.map_structure(lambda each: each.dtype, self.structured_outputs)

    def __call__(self, *args, **options):
        names = list(self._named)
        given = {**dict(zip(names, args)), **options}
        missing = [name for name, spec in self._named.items() if name not in given and any(map(_is_spec, tree.flatten(spec)))]
        if missing:
            inside = ", ".join(f"{name}: {_text(spec)}" for name, spec in self._named.items())
            raise TypeError(
                f"Binding inputs to tf.function failed due to `missing a required argument: '{missing[0]}'`. Received args: {args} and kwargs: "
                f"{options} for signature: ({inside}) -> {_text(self._outcome)}.\nFallback to flat signature also failed due to: "
                f"{self._name}({', '.join(names)}) missing required arguments: {', '.join(missing)}."
            )
        values = {}
        for i, (name, spec) in enumerate(self._named.items()):
            values[name] = self._fitting(given[name], spec, i) if _is_spec(spec) else given.get(name, spec)
        return self._function.run_concrete(self, values)

    def _fitting(self, value, spec, position):
        found = value if isinstance(value, Tensor) else convert_to_tensor(value, spec.dtype.name)
        if found.dtype != spec.dtype:
            want, have = (_LONG.get(each.dtype.name, each.dtype.name) for each in (spec, found))
            op = self.name.decode()
            raise InvalidArgumentError(
                None, None, f"cannot compute {op} as input #{position}(zero-based) was expected to be a {want} tensor but is a {have} tensor [Op:{op}]"
            )
        return found if found.dtype.name == "string" else wrap(unwrap(found))

    def pretty_printed_signature(self, verbose=True):
        """Parameters and outputs, one a line."""
        lines = [f"  {name} ({self._kinds[name]}): {_text(value)}" for name, value in self._named.items()]
        return "\n".join(["Input Parameters:", *lines, "Output Type:", f"  {_text(self._outcome)}", "Captures:", "  None"])

    def __str__(self):
        return f"ConcreteFunction {self.pretty_printed_signature()}"

    def __repr__(self):
        return f"<ConcreteFunction {self._name} at {hex(id(self))}>"
