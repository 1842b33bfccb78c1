"""tf.io.serialize_tensor and parse_tensor: a tensor as a TensorProto message (tensorflow/core/framework/tensor.proto)."""

import base64

import numpy

from keras.src.backend import as_dtype, convert_to_tensor, is_text, string_tensor
from keras.src.backend.errors import framed, invalid
from keras.src.backend.strings import StringTensor
from tensorflow.core import wire

_TYPES = {
    "float32": 1, "float64": 2, "int32": 3, "uint8": 4, "int16": 5, "int8": 6, "string": 7, "int64": 9, "bool": 10, "bfloat16": 14, "uint16": 17,
    "float16": 19, "uint32": 22, "uint64": 23,
}  # fmt: skip
_NAMES = {number: name for name, number in _TYPES.items()}
_SHORT = {"float32": "float", "float64": "double", "float16": "half"}


def serialize_tensor(tensor, name=None):
    """The bytes of a tensor's dtype, shape and elements."""
    if is_text(tensor) or isinstance(tensor, StringTensor):
        found = string_tensor(tensor)
        content = b"".join(wire.field(8, each) for each in found._strings.reshape(-1).tolist())
        kind = "string"
    else:
        found = convert_to_tensor(tensor)
        kind = found.dtype.name
        content = wire.field(4, found.numpy().tobytes()) if int(numpy.prod(tuple(found.shape))) else b""
    sizes = b"".join(wire.field(2, wire.varint(8) + wire.varint(size) if size else b"") for size in found.shape)
    return string_tensor(wire.varint(8) + wire.varint(_TYPES[kind]) + wire.field(2, sizes) + content)


def parse_tensor(serialized, out_type, name=None):
    """The tensor of serialize_tensor's bytes."""
    data, wanted = string_tensor(serialized)._strings, as_dtype(out_type).name
    data = data.tolist() if not data.shape else data.reshape(-1).tolist()[0]
    try:
        kind, shape, content, texts = _read(data)
    except (wire.DecodeError, KeyError):
        raise invalid("ParseTensor", f"Could not parse `serialized` as TensorProto, base64: {base64.b64encode(data).decode()}", given=([],)) from None
    if kind != wanted:
        why = f"Type mismatch between parsed tensor ({_SHORT.get(kind, kind)}) and dtype ({_SHORT.get(wanted, wanted)})"
        from keras.src.backend.errors import InvalidArgumentError

        raise InvalidArgumentError(None, None, framed("ParseTensor", why))
    if kind == "string":
        return string_tensor(numpy.array(texts, dtype=object).reshape(shape)) if shape else string_tensor(texts[0])
    return convert_to_tensor(numpy.frombuffer(content, dtype=kind).reshape(shape), kind)


def _read(data):
    kind, shape, content, texts = None, [], b"", []
    for number, _, inside in wire.fields(data):
        if number == 1:
            kind = _NAMES[inside]
        elif number == 2:
            for part, _, size in wire.fields(inside):
                if part == 2:
                    shape.append(next((value for which, _, value in wire.fields(size) if which == 1), 0))
        elif number == 4:
            content = inside
        elif number == 8:
            texts.append(inside)
    if kind is None:
        raise wire.DecodeError
    return kind, shape, content, texts
