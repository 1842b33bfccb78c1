"""Keras' global settings: the default float type, the fuzz factor and the layout of images."""

_floatx = "float32"
_epsilon = 1e-7
_image_data_format = "channels_last"


def backend():
    """The name of the backend: this Keras behaves as the one on TensorFlow."""
    return "tensorflow"


def floatx():
    """The default float type, 'float32' unless set."""
    return _floatx


def set_floatx(value):
    """Sets the default float type: float16, bfloat16, float32 or float64."""
    global _floatx
    accepted = {"bfloat16", "float16", "float32", "float64"}
    if value not in accepted:
        raise ValueError(f"Unknown `floatx` value: {value}. Expected one of {accepted}")
    _floatx = str(value)


def epsilon():
    """A small number that keeps divisions and logarithms finite: 1e-7 unless set."""
    return _epsilon


def set_epsilon(value):
    """Sets the fuzz factor."""
    global _epsilon
    _epsilon = value


def image_data_format():
    """'channels_last' unless set."""
    return _image_data_format


def set_image_data_format(data_format):
    """Sets where images have their channels: 'channels_last' or 'channels_first'."""
    global _image_data_format
    if data_format not in ("channels_last", "channels_first"):
        raise ValueError(
            "The `data_format` argument must be one of {'channels_first', 'channels_last'}. "
            f"Received: data_format={data_format}"
        )
    _image_data_format = str(data_format)


def standardize_data_format(data_format):
    """The given layout, checked, or the default for None."""
    if data_format is None:
        return _image_data_format
    data_format = str(data_format).lower()
    if data_format not in ("channels_last", "channels_first"):
        raise ValueError(
            "The `data_format` argument must be one of {'channels_first', 'channels_last'}. "
            f"Received: data_format={data_format}"
        )
    return data_format
