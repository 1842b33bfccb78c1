"""A Keras model as the recorded graph that the exporting package writes: inputs from its signature, called for inference."""

import math

import numpy
import torch

from keras.src import tree
from keras.src.backend import unwrap, wrap


class InputSignature:
    """What one input of an exported model is: shape (None where sizes may differ), dtype and name."""

    def __init__(self, shape, dtype="float32", name=None):
        self.shape, self.dtype = tuple(shape), dtype
        self.name = name or "input"


def signature_of(model, given=None):
    """The model's inputs in the structure in which it takes them; ValueError where they are not known."""
    if given is not None:
        signature = given[0] if isinstance(given, (list, tuple)) and len(given) == 1 else given
    else:
        signature = getattr(model, "_inputs_struct", None)
        if signature is None and getattr(model, "inputs", None):
            signature = model.inputs[0] if len(model.inputs) == 1 else list(model.inputs)
        if signature is None:
            signature = _from_build(model)
    signature = tree.map_structure(_as_signature, signature)
    names = [spec.name for spec in tree.flatten(signature)]
    for at, spec in enumerate(tree.flatten(signature)):
        if names.count(spec.name) > 1:
            spec.name = f"{spec.name}_{at}"
    return signature


def of_fixed_size(signature):
    """The signature with 1 for every open size."""
    return tree.map_structure(
        lambda spec: InputSignature([1 if d is None else d for d in spec.shape], spec.dtype, spec.name), signature
    )


def _from_build(model):
    shapes = getattr(model, "_build_shapes_dict", None) or {}
    shapes = list(shapes.values())
    if not model.built or not shapes:
        raise ValueError(
            "The model provided has never called. It must be called at least once before export, or pass `input_signature`, "
            "for example input_signature=[keras.InputSpec(shape=(None, 4), dtype='float32')]."
        )
    made = [shapes[0]] if len(shapes) == 1 else shapes
    specs = [InputSignature((None, *tuple(shape)[1:])) for shape in made]
    return specs[0] if len(specs) == 1 else specs


def _as_signature(spec):
    if isinstance(spec, InputSignature):
        return spec
    dtype = getattr(spec, "dtype", None) or "float32"
    shape = getattr(spec, "shape", spec)
    return InputSignature([None if d is None else int(d) for d in shape], getattr(dtype, "name", dtype), getattr(spec, "name", None))


class KerasTrace:
    """The recorded graph of a model (`trace`) and its inputs' specs (`specs`)."""

    def __init__(self, model, signature, smallest=2):
        from exporting.tracing import Trace

        self.specs = tree.flatten(signature)
        examples = [_example(spec) for spec in self.specs]
        dynamic = [_dynamic(at, spec) for at, spec in enumerate(self.specs)]
        self.names, kept = [], []

        def call(handles):
            tensors = [wrap(torch._tensor.wrap(handle)) for handle in handles]
            given = tree.pack_sequence_as(signature, tensors)
            result = model(given, training=False)
            outputs = [unwrap(each) for each in tree.flatten(result)]
            kept.append(outputs)
            self.names = [str(name) for name in result] if isinstance(result, dict) else []
            self.names = self.names or (["output"] if len(outputs) == 1 else [f"output_{at}" for at in range(len(outputs))])
            return [output._handle for output in outputs]

        weights = {unwrap(weight)._handle: weight.path for weight in model.weights}
        was_recording = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        try:
            self.trace = Trace(call, [each._handle for each in examples], [spec.name for spec in self.specs], weights, dynamic, smallest)
        finally:
            torch.set_grad_enabled(was_recording)
            kept.clear()

    def close(self):
        """Frees what the recording kept."""
        self.trace.close()


def _example(spec):
    sizes = [1 if d is None else d for d in spec.shape]
    count = math.prod(sizes)
    if "int" in spec.dtype or spec.dtype == "bool":
        values = numpy.zeros(count, dtype=spec.dtype)
    else:
        values = numpy.linspace(-1.0, 1.0, count).astype(spec.dtype)
    return torch.from_numpy(values.reshape(sizes))


def _dynamic(at, spec):
    """The batch is one axis for all inputs; other open sizes are axes of their own."""
    return {d: "batch" if d == 0 else f"{spec.name}_{d}" for d, size in enumerate(spec.shape) if size is None}
