"""tf.io: files of the session, and images where Pillow can read them."""

import os

from keras.src.backend import convert_to_tensor, string_tensor
from keras.src.backend.errors import NotFoundError, framed


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
    isdir = staticmethod(os.path.isdir)
    listdir = staticmethod(os.listdir)
    makedirs = staticmethod(lambda path: os.makedirs(path, exist_ok=True))
    remove = staticmethod(os.remove)


def decode_raw(input_bytes, out_type, name=None, **_options):
    """Bytes as numbers."""
    import numpy

    from keras.src.backend import as_dtype

    return convert_to_tensor(numpy.frombuffer(string_tensor(input_bytes)._strings.tolist(), dtype=as_dtype(out_type).name))
