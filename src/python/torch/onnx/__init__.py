"""torch.onnx: a model as an ONNX file that other runtimes open.

    torch.onnx.export(model, torch.randn(1, 784), "model.onnx", input_names=["x"], output_names=["logits"],
                      dynamic_axes={"x": {0: "batch"}, "logits": {0: "batch"}})

The model is called with the example input, and what happens to the input is written down: layers, functions, operators and
reshapes alike. A `for` loop is written as often as it ran; an `if` as it went. The file holds the weights and can be opened
with onnxruntime on any machine, without PyTorch.
"""

from torch.onnx import errors  # noqa: F401
from torch.onnx._export import ONNXProgram, TrainingMode, export  # noqa: F401


def is_in_onnx_export():
    """Whether export() is calling the model now."""
    from torch.onnx import _export

    return _export.under_way
