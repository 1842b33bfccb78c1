"""tf.lite: Keras models as TensorFlow Lite files.

    data = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    open("model.tflite", "wb").write(data)
"""

import enum


class Optimize(enum.Enum):
    """How a file is made smaller; numbers stay float32 here."""

    DEFAULT = "DEFAULT"
    OPTIMIZE_FOR_SIZE = "OPTIMIZE_FOR_SIZE"
    OPTIMIZE_FOR_LATENCY = "OPTIMIZE_FOR_LATENCY"
    EXPERIMENTAL_SPARSITY = "EXPERIMENTAL_SPARSITY"


class OpsSet(enum.Enum):
    """Which operators a file may use: the built-in ones."""

    TFLITE_BUILTINS = "TFLITE_BUILTINS"
    SELECT_TF_OPS = "SELECT_TF_OPS"
    TFLITE_BUILTINS_INT8 = "TFLITE_BUILTINS_INT8"


class TargetSpec:
    """What the file is for."""

    def __init__(self):
        self.supported_ops, self.supported_types = {OpsSet.TFLITE_BUILTINS}, set()


class TFLiteConverter:
    """Converts a model; from_keras_model() makes one."""

    def __init__(self, model):
        self._model = model
        self.optimizations, self.representative_dataset, self.target_spec = [], None, TargetSpec()
        self.inference_input_type = self.inference_output_type = None

    @classmethod
    def from_keras_model(cls, model):
        """A converter of a Keras model."""
        return cls(model)

    @classmethod
    def from_saved_model(cls, saved_model_dir, signature_keys=None, tags=None):
        """SavedModels are not here."""
        raise NotImplementedError("There are no SavedModels here: use TFLiteConverter.from_keras_model(model).")

    @classmethod
    def from_concrete_functions(cls, funcs, trackable_obj=None):
        """Only models are converted."""
        raise NotImplementedError("Functions are not converted here: use TFLiteConverter.from_keras_model(model).")

    def convert(self):
        """The bytes of the `.tflite` file."""
        if self.optimizations or self.representative_dataset is not None:
            raise NotImplementedError(
                "Files are written with float32 numbers here. Leave converter.optimizations empty, and quantize the model with "
                "TensorFlow's own converter."
            )
        from keras.src.export import export_api

        return export_api.litert_bytes(self._model)


class Interpreter:
    """Runs `.tflite` files, elsewhere."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "There is no TensorFlow Lite runtime here: model.predict() gives the same numbers. On a phone or a computer, "
            "tf.lite.Interpreter runs the exported file."
        )
