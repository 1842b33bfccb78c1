"""Values as plain JSON, and back: all that crosses between a learner's kernel and the kernel of the checks.

`null`, booleans and texts stand for themselves; all else is a list that opens with its kind: `["i", "12"]` a whole number,
`["f", "nan"]` a float, `["l", […]]` a list, `["t", […]]` a tuple, `["d", [[key, value], …]]` a dictionary,
`["a", dtype, [sizes], base64]` an array, `["T", …]` a tensor, `["o", type, repr]` anything else. The page reads it between the two
kernels (src/grading/wire.ts), by the same rules.
"""

import base64
import json

import numpy as np
import torch

_DEEPEST = 12
_LONGEST_REPR = 200
_ARRAYS = ("bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64")
_TENSORS = (*_ARRAYS, "bfloat16")


class Opaque:
    """A value of which only its type's name and its repr have crossed."""

    def __init__(self, kind, text):
        self.kind = kind
        self.text = text

    def __repr__(self):
        return self.text


def encode(value):
    """`value` as JSON text."""
    return json.dumps(_encode(value, 0))


def decode(text):
    """What `encode` was given; arrays and tensors are new ones, unknown objects are Opaque.

    Raises ValueError for anything that `encode` does not write.
    """
    return _decode(json.loads(text), 0)


def _encode(value, depth):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return ["i", str(int(value))]
    if isinstance(value, float):
        return ["f", repr(float(value))]
    if depth < _DEEPEST and isinstance(value, (list, tuple)):
        return ["l" if isinstance(value, list) else "t", [_encode(item, depth + 1) for item in value]]
    if depth < _DEEPEST and isinstance(value, dict):
        return ["d", [[_encode(key, depth + 1), _encode(item, depth + 1)] for key, item in value.items()]]
    if isinstance(value, torch.Tensor):
        return _encode_tensor(value.detach().cpu())
    if isinstance(value, (np.ndarray, np.generic)):
        array = np.ascontiguousarray(np.asarray(value))
        if str(array.dtype) in _ARRAYS:
            return ["a", str(array.dtype), _sizes(np.shape(value)), _text(array.tobytes())]
    return ["o", type(value).__name__, repr(value)[:_LONGEST_REPR]]


def _encode_tensor(tensor):
    dtype = str(tensor.dtype).removeprefix("torch.")
    if dtype not in _TENSORS:
        return ["o", "Tensor", repr(tensor)[:_LONGEST_REPR]]
    array = (tensor.float() if dtype == "bfloat16" else tensor).contiguous().numpy()
    return ["T", dtype, _sizes(tensor.shape), _text(array.tobytes())]


def _sizes(shape):
    return [["i", str(size)] for size in shape]


def _text(data):
    return base64.b64encode(data).decode()


def _decode(node, depth):
    if node is None or isinstance(node, (bool, str)):
        return node
    if not isinstance(node, list) or not node or depth > _DEEPEST + 1:
        raise ValueError("this is no value of the checks")
    kind, *rest = node
    if kind == "i" and len(rest) == 1:
        return int(rest[0])
    if kind == "f" and len(rest) == 1:
        return float(rest[0])
    if kind in ("l", "t") and len(rest) == 1:
        items = [_decode(item, depth + 1) for item in rest[0]]
        return items if kind == "l" else tuple(items)
    if kind == "d" and len(rest) == 1:
        return {_key(_decode(key, depth + 1)): _decode(item, depth + 1) for key, item in rest[0]}
    if kind in ("a", "T") and len(rest) == 3:
        return _decode_array(*rest, tensor=kind == "T")
    if kind == "o" and len(rest) == 2:
        return Opaque(str(rest[0]), str(rest[1]))
    raise ValueError("this is no value of the checks")


def _key(key):
    # Numbers and texts stay; what cannot be a key is named by its repr.
    return key if key is None or isinstance(key, (bool, int, float, str)) else repr(key)


def _decode_array(dtype, sizes, data, tensor):
    if dtype not in (_TENSORS if tensor else _ARRAYS):
        raise ValueError(f"there are no arrays of {dtype}")
    stored = "float32" if dtype == "bfloat16" else dtype
    shape = tuple(_decode(size, 0) for size in sizes)
    array = np.frombuffer(base64.b64decode(data), dtype=stored).reshape(shape).copy()
    return torch.from_numpy(array).to(getattr(torch, dtype)) if tensor else array
