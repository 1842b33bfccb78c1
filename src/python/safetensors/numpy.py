"""safetensors.numpy: arrays in `.safetensors` files."""

import numpy as np

from safetensors._format import SafetensorError, parse, read, serialized
from safetensors._format import write as _write

_NAMES = {
    "float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64", "uint64": "U64", "int32": "I32", "uint32": "U32",
    "int16": "I16", "uint16": "U16", "int8": "I8", "uint8": "U8", "bool": "BOOL",
}  # fmt: skip
_DTYPES = {name: dtype for dtype, name in _NAMES.items()}


def _made(entry, device="cpu"):
    """An array of an entry of a file."""
    name, shape, data = entry
    if name not in _DTYPES:
        raise SafetensorError(f"The file holds elements of type {name}, which NumPy does not have: use safetensors.torch.")
    return np.frombuffer(bytes(data), dtype=_DTYPES[name]).reshape(shape).copy()


def save(tensor_dict, metadata=None):
    """The bytes of a file."""
    entries = {}
    for name, array in tensor_dict.items():
        if not isinstance(array, np.ndarray):
            raise ValueError(f"Key `{name}` is invalid, expected np.ndarray but received {type(array)}")
        if str(array.dtype) not in _NAMES:
            raise ValueError(f"Key `{name}` has the dtype {array.dtype}; known are {', '.join(_NAMES)}")
        entries[name] = (_NAMES[str(array.dtype)], array.shape, np.ascontiguousarray(array).tobytes())
    return serialized(entries, metadata)


def save_file(tensor_dict, filename, metadata=None):
    """Writes named arrays to a file."""
    _write(filename, save(tensor_dict, metadata))


def load(data):
    """Named arrays of a file's bytes."""
    return {name: _made(entry) for name, entry in parse(data)[0].items()}


def load_file(filename):
    """Named arrays of a file."""
    return load(read(filename))
