"""torch.onnx.errors: what export() raises."""


class OnnxExporterError(RuntimeError):
    """The model could not be exported."""


class OnnxExporterWarning(UserWarning):
    """The exported file may differ from the model."""


class UnsupportedOperatorError(OnnxExporterError):
    """An operation of the model has no counterpart in ONNX."""
