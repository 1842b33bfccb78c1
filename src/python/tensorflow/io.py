"""tf.io: files of the session, PNG images, records and tensors as bytes."""

import glob as _glob
import os

from keras.src.backend import convert_to_tensor, string_tensor
from keras.src.backend.errors import NotFoundError, framed
from tensorflow.core.image_files import decode_image, decode_jpeg, decode_png, encode_png, is_jpeg  # noqa: F401
from tensorflow.core.parsing import (  # noqa: F401
    FixedLenFeature, FixedLenSequenceFeature, RaggedFeature, VarLenFeature, parse_example, parse_single_example, parse_single_sequence_example,
)  # fmt: skip
from tensorflow.core.records import TFRecordOptions, TFRecordWriter  # noqa: F401
from tensorflow.core.tensor_bytes import parse_tensor, serialize_tensor  # noqa: F401


def _path(filename):
    found = string_tensor(filename)._strings.tolist()
    return found.decode()


def read_file(filename, name=None):
    """The bytes of a file."""
    if not os.path.exists(_path(filename)):
        raise NotFoundError(None, None, framed("ReadFile", f"{_path(filename)}; No such file or directory", given=() if hasattr(filename, "shape") else ([],)))
    with open(_path(filename), "rb") as file:
        return string_tensor(file.read())


def write_file(filename, contents, name=None):
    """Writes bytes to a file."""
    with open(_path(filename), "wb") as file:
        file.write(string_tensor(contents)._strings.tolist())


class gfile:
    """tf.io.gfile: files by path."""

    GFile = staticmethod(open)
    exists = staticmethod(os.path.exists)
    glob = staticmethod(lambda pattern: sorted(_glob.glob(pattern if os.path.dirname(pattern) else f"./{pattern}")))
    isdir = staticmethod(os.path.isdir)
    listdir = staticmethod(os.listdir)
    makedirs = staticmethod(lambda path: os.makedirs(path, exist_ok=True))
    remove = staticmethod(os.remove)


def decode_raw(input_bytes, out_type, name=None, **_options):
    """Bytes as numbers."""
    import numpy

    from keras.src.backend import as_dtype

    return convert_to_tensor(numpy.frombuffer(string_tensor(input_bytes)._strings.tolist(), dtype=as_dtype(out_type).name))


def encode_base64(input, pad=False, name=None):
    """Bytes as web-safe base64."""
    import base64

    def encoded(each):
        made = base64.urlsafe_b64encode(each)
        return made if pad else made.rstrip(b"=")

    strings = string_tensor(input)._strings
    return string_tensor(encoded(strings.tolist()) if not strings.shape else [encoded(each) for each in strings.tolist()])


def decode_base64(input, name=None):
    """The bytes of web-safe base64."""
    import base64

    def decoded(each):
        return base64.urlsafe_b64decode(each + b"=" * (-len(each) % 4))

    strings = string_tensor(input)._strings
    return string_tensor(decoded(strings.tolist()) if not strings.shape else [decoded(each) for each in strings.tolist()])


def decode_csv(records, record_defaults, field_delim=",", use_quote_delim=True, na_value="", select_cols=None, name=None):
    """The columns of lines of CSV, each with the type of its default."""
    import csv

    lines = string_tensor(records)._strings
    rows = list(csv.reader([each.decode() for each in (lines.tolist() if lines.shape else [lines.tolist()])], delimiter=field_delim))
    made = []
    for i, default in enumerate(record_defaults):
        default = default[0] if isinstance(default, (list, tuple)) else default
        kind = type(default) if isinstance(default, (str, float, int)) else float
        column = [kind(row[i]) if row[i] != na_value else default for row in rows]
        column = column if lines.shape else column[0]
        made.append(string_tensor(column) if kind is str else convert_to_tensor(column))
    return made
