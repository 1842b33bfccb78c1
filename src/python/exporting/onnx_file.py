"""A trace as the bytes of an ONNX file."""

from .builder import Wire
from .fusion import fuse_recurrent_layers
from .lowering import lower
from .onnx_builder import OnnxBuilder


def onnx_bytes(trace, output_names, name="main_graph"):
    """The file of a recorded model."""
    builder = OnnxBuilder()
    try:
        for pair, (place, dim, axis) in trace.axes.items():
            value = trace.graph.inputs[place]
            builder.axes[pair] = (Wire(value.shape, value.dtype, name=value.name), dim, axis)
        inputs, outputs = lower(builder, fuse_recurrent_layers(trace.graph))
        return builder.model(inputs, [builder.named(wire, name) for wire, name in zip(outputs, output_names)], name)
    finally:
        builder.close()
