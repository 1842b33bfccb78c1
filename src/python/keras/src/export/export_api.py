"""Model.export: which file a format asks for, and where it goes."""

import os

from keras.src.utils import io_utils

_FORMATS = ("tf_saved_model", "onnx", "openvino", "litert")


def export_model(model, filepath, format="tf_saved_model", verbose=None, input_signature=None, **_options):
    """Writes an ONNX or LiteRT (.tflite) file; without `format`, the path's ending decides."""
    path = os.fspath(filepath)
    if format not in (*_FORMATS, None):
        raise ValueError(f"Unrecognized format={format}. Supported formats are: {list(_FORMATS)}.")
    if format in ("tf_saved_model", None):
        format = {".onnx": "onnx", ".tflite": "litert"}.get(os.path.splitext(path)[1], "tf_saved_model")
    if format in ("tf_saved_model", "openvino"):
        raise NotImplementedError(
            f"export(format='{format}') writes a graph for a runtime that is not here. Use model.export('model.onnx', "
            "format='onnx') for ONNX Runtime, model.export('model.tflite', format='litert') for phones, or "
            "model.save('model.keras') to go on with Keras."
        )
    data = onnx_bytes(model, input_signature) if format == "onnx" else litert_bytes(model, input_signature)
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)
    if verbose is None or verbose:
        io_utils.print_msg(f"Saved artifact at '{filepath}'.")


def onnx_bytes(model, input_signature=None):
    """The model as an ONNX file."""
    from exporting.onnx_file import onnx_bytes as write
    from keras.src.export.tracing import KerasTrace, signature_of

    traced = KerasTrace(model, signature_of(model, input_signature))
    try:
        return write(traced.trace, traced.names, model.name)
    finally:
        traced.close()


def litert_bytes(model, input_signature=None):
    """The model as a TensorFlow Lite file; for any batch size where its operations allow that, else for batches of one."""
    from exporting.graph import ExportError, UnsupportedOperationError
    from exporting.tflite_file import tflite_bytes
    from keras.src.export.tracing import KerasTrace, of_fixed_size, signature_of

    signature = signature_of(model, input_signature)

    def written(given):
        traced = KerasTrace(model, given, smallest=1)
        try:
            return tflite_bytes(traced.trace, traced.names)
        finally:
            traced.close()

    try:
        return written(signature)
    except UnsupportedOperationError:
        raise
    except ExportError:
        return written(of_fixed_size(signature))
