"""ai_edge_torch: a PyTorch model as a TensorFlow Lite (LiteRT) file for phones.

    ai_edge_torch.convert(model.eval(), (torch.randn(1, 3, 32, 32),)).export("model.tflite")

The file takes inputs of the sample's shapes. Here it is written from what happens to the sample inputs, as torch.onnx.export does.
"""

import os

from torch.onnx import _export

__version__ = "0.7.0"


class TfLiteModel:
    """A converted model."""

    def __init__(self, data):
        self._data = data

    def tflite_model(self):
        """The bytes of the file."""
        return self._data

    def export(self, path):
        """Writes the `.tflite` file."""
        with open(os.fspath(path), "wb") as file:
            file.write(self._data)

    def __call__(self, *args, **kwargs):
        raise NotImplementedError(
            "There is no TensorFlow Lite runtime here: call the PyTorch model itself, and run the exported file elsewhere."
        )


def convert(module, sample_args=None, sample_kwargs=None, **_options):
    """Converts a model by calling it with sample inputs."""
    from exporting.tflite_file import tflite_bytes

    args, kwargs = tuple(sample_args or ()), dict(sample_kwargs or {})
    examples, parameters = _export._examples(module, args, kwargs)
    names = _export._input_names(parameters, None)
    data = _export.recorded(module, args, kwargs, examples, names, [{}] * len(names), None, tflite_bytes, smallest=1)
    return TfLiteModel(data)
