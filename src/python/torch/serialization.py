"""torch.save and torch.load: PyTorch's `.pth` files, a zip with a pickle and one record of bytes for each storage."""

import contextlib
import io
import os
import pickle
import zipfile

from kernel_runtime import older
from torch import _device, storage
from torch._ordered_dict import OrderedDict

_safe_globals = {}

_ALLOWED = {
    ("collections", "OrderedDict"), ("torch._utils", "_rebuild_tensor_v2"), ("torch._utils", "_rebuild_parameter"),
    ("torch._utils", "_rebuild_parameter_with_state"), ("torch", "Size"), ("torch", "device"), ("torch", "Tensor"),
    ("torch._tensor", "_rebuild_from_type_v2"), ("torch.nn.parameter", "Parameter"), ("builtins", "set"),
    ("_codecs", "encode"), ("builtins", "complex"),
}  # fmt: skip


def add_safe_globals(safe_globals):
    """Classes and functions that torch.load(weights_only=True) may use."""
    for each in safe_globals:
        _safe_globals[(each.__module__, each.__qualname__)] = each


def get_safe_globals():
    """What add_safe_globals() has allowed."""
    return list(_safe_globals.values())


def clear_safe_globals():
    """Forgets what add_safe_globals() has allowed."""
    _safe_globals.clear()


@contextlib.contextmanager
def safe_globals(allowed):
    """add_safe_globals() for a `with` block."""
    before = dict(_safe_globals)
    add_safe_globals(allowed)
    try:
        yield
    finally:
        _safe_globals.clear()
        _safe_globals.update(before)


# --- saving -------------------------------------------------------------------------------------------------------


def _pickler_of(pickle_module):
    class Pickler(pickle_module.Pickler):
        """Pickles tensors' memory as records of its own."""

        def __init__(self, buffer, protocol):
            super().__init__(buffer, protocol=protocol)
            self.keys = {}
            self.storages = []

        def persistent_id(self, value):
            if not isinstance(value, storage.TypedStorage):
                return None
            address = value._key()
            if address not in self.keys:
                self.keys[address] = str(len(self.keys))
                self.storages.append(value)  # kept, so that no other storage takes its address
            kind = storage.BY_CLASS_NAME[type(value).__name__]
            return ("storage", kind, self.keys[address], str(value.device), value.size())

    return Pickler


def save(obj, f, pickle_module=pickle, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes an object with its tensors to a file (a path or a writable object) that real PyTorch reads too."""
    if not isinstance(f, (str, os.PathLike)) and not hasattr(f, "write"):
        raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
    buffer = io.BytesIO()
    pickler = _pickler_of(pickle_module)(buffer, pickle_protocol)
    pickler.dump(obj)
    is_path = isinstance(f, (str, os.PathLike))
    folder = os.path.splitext(os.path.basename(os.fspath(f)))[0] if is_path else "archive"
    if is_path and os.path.dirname(os.fspath(f)) and not os.path.isdir(os.path.dirname(os.fspath(f))):
        raise RuntimeError(f"Parent directory {os.path.dirname(os.fspath(f))} does not exist.")
    with zipfile.ZipFile(f, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"{folder}/data.pkl", buffer.getvalue())
        archive.writestr(f"{folder}/byteorder", "little")
        for key, each in enumerate(pickler.storages):
            archive.writestr(f"{folder}/data/{key}", storage.to_bytes(each))
        archive.writestr(f"{folder}/version", "3\n")


# --- loading ------------------------------------------------------------------------------------------------------


class _Loader(pickle.Unpickler):
    """Reads storages from the archive and refuses globals that are not allowed."""

    def __init__(self, archive, folder, map_location, weights_only, encoding):
        super().__init__(io.BytesIO(archive.read(f"{folder}/data.pkl")), encoding=encoding)
        self._archive, self._folder = archive, folder
        self._map_location, self._weights_only = map_location, weights_only
        self._loaded = {}

    def persistent_load(self, saved):
        _, kind, key, location, _count = saved
        if key not in self._loaded:
            made = storage.from_bytes(kind, self._archive.read(f"{self._folder}/data/{key}"))
            self._loaded[key] = _placed(made, location, self._map_location)
        return self._loaded[key]

    def find_class(self, module, name):
        if module == "__builtin__":
            module = "builtins"
        if module == "torch" and name in storage.BY_CLASS_NAME:
            return storage.BY_CLASS_NAME[name]
        if self._weights_only and not self._is_allowed(module, name):
            raise pickle.UnpicklingError(_refusal(module, name))
        if (module, name) in _safe_globals:
            return _safe_globals[(module, name)]
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        return super().find_class(module, name)

    def _is_allowed(self, module, name):
        from torch._dtype import BY_NAME

        return (module, name) in _ALLOWED or (module, name) in _safe_globals or module == "torch" and name in BY_NAME


def _refusal(module, name):
    full = f"{module}.{name}"
    return (
        "Weights only load failed. This file can still be loaded, to do so you have two options, do those steps only if you "
        "trust the source of the checkpoint. \n\t(1) In PyTorch 2.6, we changed the default value of the `weights_only` "
        "argument in `torch.load` from `False` to `True`. Re-running `torch.load` with `weights_only` set to `False` will "
        "likely succeed, but it can result in arbitrary code execution. Do it only if you got the file from a trusted source.\n"
        "\t(2) Alternatively, to load with `weights_only=True` please check the recommended steps in the following error "
        f"message.\n\tWeightsUnpickler error: Unsupported global: GLOBAL {full} was not an allowed global by default. Please use "
        f"`torch.serialization.add_safe_globals([{name}])` or the `torch.serialization.safe_globals([{name}])` context manager "
        "to allowlist this global if you trust this class/function.\n\nCheck the documentation of torch.load to learn more "
        "about types accepted by default with weights_only https://pytorch.org/docs/stable/generated/torch.load.html."
    )


def _placed(made, location, map_location):
    """The storage on the device that map_location asks for."""
    if callable(map_location):
        chosen = map_location(made, location)
        return made if chosen is None else chosen
    if isinstance(map_location, dict):
        location = map_location.get(location, location)
    elif map_location is not None:
        location = str(map_location)
    if not location.startswith("cuda"):
        return made
    try:
        code = _device.code_of(location)
    except AssertionError:
        raise RuntimeError(
            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on "
            "a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU."
        ) from None
    return type(made)(made._flat.to(_device.of_code(code)))


def _opened(path):
    """A file for reading. The browser's C library numbers errors in its own way; learners see the usual numbers."""
    try:
        return open(path, "rb")
    except OSError as error:
        number = {"FileNotFoundError": 2, "IsADirectoryError": 21, "PermissionError": 13}.get(type(error).__name__)
        if number is None:
            raise
        raise type(error)(number, error.strerror, error.filename) from None



def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, encoding="utf-8", **_options):
    """Reads what save() wrote, here or in real PyTorch.

    weights_only=True (the default since PyTorch 2.6) admits tensors, containers and numbers only; a whole model needs False.
    """
    if weights_only is None:
        # PyTorch 2.6 and later. Before, every pickle was run.
        weights_only = not older.wanted
    opened = _opened(f) if isinstance(f, (str, os.PathLike)) else f
    try:
        raw = opened.read()
    finally:
        if opened is not f:
            opened.close()
    if not raw:
        raise EOFError("Ran out of input")
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        raise pickle.UnpicklingError(
            "this is not a file of torch.save (the format of PyTorch 1.6 and later, a zip, is the one that is read here)"
        )
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        folder = next(name for name in archive.namelist() if name.endswith("/data.pkl")).rsplit("/", 1)[0]
        return _Loader(archive, folder, map_location, weights_only, encoding).load()
