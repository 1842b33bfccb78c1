"""safetensors: files of named tensors that cannot run code. safetensors.torch and safetensors.numpy read and write them."""

import importlib

from safetensors._format import SafetensorError, parse, read, serialized  # noqa: F401

__version__ = "0.6.2"
_FRAMEWORKS = {"pt": "torch", "torch": "torch", "pytorch": "torch", "np": "numpy", "numpy": "numpy"}


class safe_open:
    """`with safe_open("model.safetensors", framework="pt") as f:` reads single tensors: f.keys(), f.get_tensor(name)."""

    def __init__(self, filename, framework, device="cpu"):
        if framework not in _FRAMEWORKS:
            raise SafetensorError(f"framework {framework} is invalid: use 'pt' or 'np' here")
        self._module = importlib.import_module(f"safetensors.{_FRAMEWORKS[framework]}")
        self._entries, self._metadata = parse(read(filename))
        self._device = device

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._entries = {}

    def _entry(self, name):
        if name not in self._entries:
            raise SafetensorError(f"File does not contain tensor {name}")
        return self._entries[name]

    def keys(self):
        """The names of the tensors."""
        return sorted(self._entries)

    def offset_keys(self):
        """The names in the order in which the tensors lie in the file."""
        return list(self._entries)

    def metadata(self):
        """The texts that were saved along, or None."""
        return self._metadata

    def get_tensor(self, name):
        """One tensor."""
        return self._module._made(self._entry(name), self._device)

    def get_slice(self, name):
        """A tensor of which parts are read: get_slice(name)[:, 2:4]."""
        self._entry(name)
        return _Slice(self, name)


class _Slice:
    def __init__(self, file, name):
        self._file, self._name = file, name

    def get_shape(self):
        """The sizes."""
        return list(self._file._entry(self._name)[1])

    def get_dtype(self):
        """The dtype's name in the file."""
        return self._file._entry(self._name)[0]

    def __getitem__(self, index):
        return self._file.get_tensor(self._name)[index]


def serialize(tensor_dict, metadata=None):
    """The file of name → {"dtype": "float32", "shape": [...], "data": bytes}."""
    names = {
        "bool": "BOOL", "uint8": "U8", "int8": "I8", "int16": "I16", "uint16": "U16", "float16": "F16", "bfloat16": "BF16",
        "int32": "I32", "uint32": "U32", "float32": "F32", "float64": "F64", "int64": "I64", "uint64": "U64",
    }  # fmt: skip
    return serialized({name: (names[t["dtype"]], t["shape"], t["data"]) for name, t in tensor_dict.items()}, metadata)


def serialize_file(tensor_dict, filename, metadata=None):
    """Writes serialize() to a file."""
    from safetensors._format import write

    write(filename, serialize(tensor_dict, metadata))


def deserialize(data):
    """Pairs (name, {"dtype", "shape", "data"}) of a file's bytes."""
    return [
        (name, {"dtype": dtype, "shape": list(shape), "data": bytearray(elements)})
        for name, (dtype, shape, elements) in parse(data)[0].items()
    ]
