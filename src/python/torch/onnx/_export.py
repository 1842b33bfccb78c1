"""torch.onnx.export: calls the model with example inputs while the exporting package records, and writes the file."""

import enum
import inspect
import os
import warnings

import torch
from torch._trees import leaves, like
from torch.onnx import errors

under_way = False


class TrainingMode(enum.Enum):
    """In which mode the model is called."""

    EVAL = 0
    PRESERVE = 1
    TRAINING = 2


class ONNXProgram:
    """What export() gives: the file's bytes in `model_bytes`, written by save()."""

    def __init__(self, model_bytes):
        self.model_bytes = model_bytes

    def save(self, destination, **_options):
        """Writes the file to a path or a writable object."""
        if hasattr(destination, "write"):
            destination.write(self.model_bytes)
            return
        with open(destination, "wb") as file:
            file.write(self.model_bytes)


def export(
    model, args=(), f=None, *, kwargs=None, export_params=True, verbose=None, input_names=None, output_names=None,
    opset_version=None, dynamic_axes=None, dynamic_shapes=None, training=TrainingMode.EVAL, **_options,
):  # fmt: skip
    """Writes a model to an ONNX file (operator set 17).

    model: an nn.Module (called in evaluation mode) or a function of tensors. args: the example input, or a tuple of them.
    f: a path or a writable object. dynamic_axes: {input or output name: {dimension: axis name} or [dimensions]}: sizes that
    may differ from the example's; dynamic_shapes does the same by the parameter names of forward(). Raises
    errors.UnsupportedOperatorError for an operation without a counterpart. Also gives an ONNXProgram.
    """
    if opset_version is not None and opset_version != 17:
        warnings.warn(
            f"opset_version={opset_version} was asked for; files are written with operator set 17 here.",
            errors.OnnxExporterWarning,
            stacklevel=2,
        )
    if not export_params:
        raise ValueError("export_params=False is not supported: the file always holds the weights.")
    args = tuple(args) if isinstance(args, (tuple, list)) else (args,)
    kwargs = dict(kwargs or {})
    if args and isinstance(args[-1], dict):
        args, kwargs = args[:-1], {**args[-1], **kwargs}
    examples, parameters = _examples(model, args, kwargs)
    names = _input_names(parameters, input_names)
    dynamic = _dynamic(names, parameters, dynamic_axes, dynamic_shapes)
    program = ONNXProgram(_traced(model, args, kwargs, examples, names, dynamic, output_names, training))
    if verbose:
        print(f"ONNX: {len(program.model_bytes):,} bytes, inputs {', '.join(names)}")
    if f is not None:
        if isinstance(f, (str, os.PathLike)) and os.path.dirname(os.fspath(f)) and not os.path.isdir(os.path.dirname(os.fspath(f))):
            raise FileNotFoundError(2, "No such file or directory", os.fspath(f))
        program.save(f)
    return program


# --- inputs and outputs -------------------------------------------------------------------------------------------


def _examples(model, args, kwargs):
    """The example tensors, and for each the parameter of forward() that it is given to."""
    call = model.forward if isinstance(model, torch.nn.Module) else model
    try:
        given = inspect.signature(call).bind(*args, **kwargs).arguments
    except TypeError:  # the model itself says what is wrong when it is called
        given = {f"input_{at}": value for at, value in enumerate([*args, *kwargs.values()])}
    owners = [name for name, value in given.items() for _ in leaves(value)]
    tensors = leaves((args, kwargs))
    if not tensors:
        raise TypeError(f"export() needs example tensors to call the model with, but args has none: {args!r}")
    return tensors, owners if len(owners) == len(tensors) else [f"input_{at}" for at in range(len(tensors))]


def _input_names(parameters, given):
    """Names of the inputs: those given, then the parameters'; several tensors of one parameter are numbered."""
    names = list(given or [])
    for at, parameter in list(enumerate(parameters))[len(names) :]:
        repeated = parameters.count(parameter) > 1
        names.append(f"{parameter}_{parameters[:at].count(parameter)}" if repeated else parameter)
    if len(set(names)) != len(names):
        raise ValueError(f"Each input needs a name of its own, but received input_names={given}")
    return names[: len(parameters)]


def _dynamic(names, parameters, axes, shapes):
    """For each input {dimension: axis name}."""
    found = [{} for _ in names]
    if isinstance(shapes, (tuple, list)):
        shapes = dict(zip(dict.fromkeys(parameters), shapes))
    for at, (name, parameter) in enumerate(zip(names, parameters)):
        for given in ((axes or {}).get(name), (shapes or {}).get(parameter, (shapes or {}).get(name))):
            if isinstance(given, (list, tuple, set)) and all(isinstance(d, int) for d in given):
                given = {d: f"{name}_dynamic_axes_{i + 1}" for i, d in enumerate(given)}
            if isinstance(given, dict):
                for d, axis in given.items():
                    if axis is not None:
                        found[at][d] = axis if isinstance(axis, str) else getattr(axis, "__name__", f"{name}_{d}")
    return found


def _constant_names(model):
    if not isinstance(model, torch.nn.Module):
        return {}
    return {tensor._handle: name for name, tensor in [*model.named_buffers(), *model.named_parameters()]}


def _traced(model, args, kwargs, examples, names, dynamic, output_names, training):
    from exporting.onnx_file import onnx_bytes

    try:
        return recorded(model, args, kwargs, examples, names, dynamic, output_names, onnx_bytes, training)
    except _export_errors() as error:
        kind = errors.UnsupportedOperatorError if "Unsupported" in type(error).__name__ else errors.OnnxExporterError
        raise kind(str(error)) from None


def _export_errors():
    from exporting.graph import ExportError

    return ExportError


def recorded(model, args, kwargs, examples, names, dynamic, output_names, write, training=TrainingMode.EVAL, smallest=2):
    """`write(trace, output_names)` of the model's recording; the model's mode is put back afterwards."""
    from exporting.tracing import Trace

    global under_way
    count, kept = 0, []

    def call(handles):
        nonlocal count
        given, named = like((args, kwargs), [torch._tensor.wrap(handle) for handle in handles])
        result = model(*given, **named)
        outputs = leaves(result)
        if not outputs:
            raise TypeError(f"The model must give tensors, but gave {type(result).__name__}")
        count = len(outputs)
        kept.append(outputs)
        return [output._handle for output in outputs]

    was_training = isinstance(model, torch.nn.Module) and model.training
    if isinstance(model, torch.nn.Module) and training is not TrainingMode.PRESERVE:
        model.train(training is TrainingMode.TRAINING)
    under_way = True
    trace = None
    try:
        with torch.no_grad():
            trace = Trace(call, [example._handle for example in examples], names, _constant_names(model), dynamic, smallest)
            outputs = list(output_names or [])[:count]
            outputs += ["output" if count == 1 else f"output_{at}" for at in range(len(outputs), count)]
            return write(trace, outputs)
    finally:
        under_way = False
        kept.clear()
        if trace is not None:
            trace.close()
        if was_training:
            model.train()
