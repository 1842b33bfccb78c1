"""torch.save and torch.load: PyTorch's `.pth` files, a zip with a pickle and one record of bytes for each storage.

The zip is _serialization_zip.py's, the older format without one _serialization_legacy.py's, and what weights_only=True admits
_weights_only_unpickler.py's.
"""

import contextlib
import io
import os
import pickle
import re

from kernel_runtime import older
from torch import _device, storage
from torch._ordered_dict import OrderedDict
from torch._serialization_zip import ArchiveReader, write_archive

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


def _pickler_of(pickle_module, legacy):
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
            end = (None,) if legacy else ()
            return ("storage", kind, self.keys[address], str(value.device), value.size(), *end)

    return Pickler


def save(obj, f, pickle_module=pickle, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes an object with its tensors to a file (a path or a writable object) that real PyTorch reads too.

    The file is written when everything has been packed: an object that cannot be saved leaves an older file as it was.
    """
    is_path = isinstance(f, (str, os.PathLike))
    if not is_path and not hasattr(f, "write"):
        raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
    buffer = io.BytesIO()
    pickler = _pickler_of(pickle_module, not _use_new_zipfile_serialization)(buffer, pickle_protocol)
    pickler.dump(obj)
    folder = os.path.splitext(os.path.basename(os.fspath(f)))[0] if is_path else "archive"
    if is_path and os.path.dirname(os.fspath(f)) and not os.path.isdir(os.path.dirname(os.fspath(f))):
        raise RuntimeError(f"Parent directory {os.path.dirname(os.fspath(f))} does not exist.")
    whole = io.BytesIO()
    if _use_new_zipfile_serialization:
        storages = [(f"data/{key}", storage.to_bytes(each)) for key, each in enumerate(pickler.storages)]
        write_archive(whole, folder, [("data.pkl", buffer.getvalue()), ("byteorder", b"little"), *storages, ("version", b"3\n")])
    else:
        from torch import _serialization_legacy

        held = {str(key): (each.size(), storage.to_bytes(each)) for key, each in enumerate(pickler.storages)}
        _serialization_legacy.write(whole, buffer.getvalue(), held, pickle_protocol)
    if is_path:
        with open(f, "wb") as file:
            file.write(whole.getbuffer())
    else:
        f.write(whole.getvalue())


# --- loading ------------------------------------------------------------------------------------------------------


def _named(module, name, weights_only):
    """What a name of a pickle stands for, where it is one of ours; None where it is not allowed (or, without weights_only, not ours)."""
    from torch import _weights_only_unpickler
    from torch._dtype import BY_NAME

    if module == "torch" and name.endswith("Storage"):
        if name not in storage.BY_CLASS_NAME:
            raise pickle.UnpicklingError(f"The file holds a torch.{name}, a dtype that tensors do not have here.")
        return storage.BY_CLASS_NAME[name]
    if (module, name) in _safe_globals:
        return _safe_globals[(module, name)]
    if (module, name) == ("collections", "OrderedDict"):
        return OrderedDict
    if not weights_only:
        return None
    if (module, name) == ("_codecs", "encode"):
        return _weights_only_unpickler.encode
    if (module, name) not in _ALLOWED and not (module == "torch" and name in BY_NAME):
        return None
    return pickle.Unpickler(io.BytesIO()).find_class(module, name)


class _Unpickler(pickle.Unpickler):
    """For weights_only=False: any pickle."""

    def __init__(self, file, persistent_load, encoding):
        super().__init__(file, encoding=encoding)
        self.persistent_load = persistent_load

    def find_class(self, module, name):
        found = _named("builtins" if module == "__builtin__" else module, name, False)
        return super().find_class(module, name) if found is None else found


def _unpickled(data, at, persistent_load, weights_only, encoding):
    """The object of the pickle at a position, and where it ends."""
    if not weights_only:
        file = io.BytesIO(data)
        file.seek(at)
        return _Unpickler(file, persistent_load, encoding).load(), file.tell()
    from torch import _weights_only_unpickler

    classes = [each for each in _safe_globals.values() if isinstance(each, type)]
    machine = _weights_only_unpickler.Unpickler(
        memoryview(data)[at:], lambda module, name: _named(module, name, True), persistent_load, classes, encoding
    )
    try:
        return machine.load(), at + machine.position
    except pickle.UnpicklingError as error:
        raise pickle.UnpicklingError(_refusal(str(error))) from None
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        raise pickle.UnpicklingError(f"The file is damaged: {type(error).__name__}: {error}") from None


_UNSAFE = (
    "In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from `False` to `True`. "
    "Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can result in arbitrary code "
    "execution. Do it only if you got the file from a trusted source."
)


def _refusal(message):
    """PyTorch's words around what the restricted unpickler says."""
    if re.search(r"GLOBAL \S+ was not an allowed global by default", message):
        made = (
            "Weights only load failed. This file can still be loaded, to do so you have two options, do those steps only if "
            f"you trust the source of the checkpoint. \n\t(1) {_UNSAFE}\n\t(2) Alternatively, to load with "
            "`weights_only=True` please check the recommended steps in the following error message.\n\tWeightsUnpickler "
            f"error: {message}"
        )
    else:
        made = f"Weights only load failed. {_UNSAFE}\n"
        if "is blocked" not in message:
            made += (
                "Please file an issue with the following so that we can make `weights_only=True` compatible with your use "
                "case: WeightsUnpickler error: "
            )
        made += f"\n\n{message}"
    return (
        f"{made}\n\nCheck the documentation of torch.load to learn more about types accepted by default with weights_only "
        "https://pytorch.org/docs/stable/generated/torch.load.html."
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


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, encoding="utf-8", **_options):
    """Reads what save() wrote, here or in real PyTorch.

    weights_only=True (the default since PyTorch 2.6) admits tensors, containers and numbers only; a whole model needs False.
    """
    if weights_only is None:
        # PyTorch 2.6 and later. Before, every pickle was run.
        weights_only = not older.wanted
    opened = open(f, "rb") if isinstance(f, (str, os.PathLike)) else f
    try:
        raw = opened.read()
    finally:
        if opened is not f:
            opened.close()
    if not raw:
        raise EOFError("Ran out of input")
    if raw[:2] == b"PK":
        return _load_archive(raw, map_location, weights_only, encoding)
    return _load_legacy(raw, map_location, weights_only, encoding)


def _count_of(saved):
    """The checked parts of a storage's description: class, key, location, number of elements."""
    _, kind, key, location, count = saved[:5]
    if not isinstance(kind, type) or not issubclass(kind, storage.TypedStorage) or not isinstance(count, int) or count < 0:
        raise pickle.UnpicklingError(f"A tensor of the file is described by {saved!r}, which is not a storage.")
    return kind, key, location, count


def _load_archive(raw, map_location, weights_only, encoding):
    archive = ArchiveReader(raw)
    swapped = "byteorder" in archive.names() and archive.read("byteorder") == b"big"
    loaded = {}

    def persistent_load(saved):
        kind, key, location, count = _count_of(saved)
        if key not in loaded:
            data = archive.read(f"data/{key}", count * storage.itemsize_of(kind))
            made = storage.from_bytes(kind, storage.swapped(kind, data) if swapped else data)
            loaded[key] = _placed(made, location, map_location)
        return loaded[key]

    return _unpickled(archive.read("data.pkl"), 0, persistent_load, weights_only, encoding)[0]


def _load_legacy(raw, map_location, weights_only, encoding):
    """The format before PyTorch 1.6: storages follow the object, so that they are made empty first and filled then."""
    from torch import _serialization_legacy

    loaded, locations = {}, {}

    def persistent_load(saved):
        kind, key, location, count = _count_of(saved)
        if key not in loaded:
            if count * storage.itemsize_of(kind) > len(raw):
                raise RuntimeError(
                    f"The file has {len(raw)} bytes, but one of its tensors needs {count * storage.itemsize_of(kind)}: it is cut "
                    "off or damaged."
                )
            loaded[key] = storage.from_bytes(kind, bytes(count * storage.itemsize_of(kind)))
            locations[key] = location
        view = saved[5] if len(saved) > 5 else None
        if view is None:
            return loaded[key]
        _, offset, size = view
        return type(loaded[key])(loaded[key]._flat[offset : offset + size])

    def unpickle(data, at, plain):
        try:
            return _unpickled(data, at, persistent_load, weights_only or plain, encoding)
        except pickle.UnpicklingError:
            if at == 0:
                raise pickle.UnpicklingError(_not_a_file(raw)) from None
            raise

    def fill(key, count, data, at):
        made = loaded.get(key)
        if made is None or made.size() != count:
            raise RuntimeError(f"The elements of storage {key!r} do not fit its tensors: the file is damaged.")
        end = at + count * storage.itemsize_of(type(made))
        if end > len(data):
            raise EOFError("The file ends before the elements of its tensors: it is cut off.")
        made._flat.copy_(storage.from_bytes(type(made), data[at:end])._flat)
        return end

    found = _serialization_legacy.read(raw, unpickle, fill)
    for key, made in loaded.items():
        if _placed(made, locations[key], map_location) is not made:
            raise RuntimeError(
                "A file in the format before PyTorch 1.6 is loaded to the cpu here: pass map_location='cpu' and move its tensors "
                "with .to('cuda')."
            )
    return found


def _not_a_file(raw):
    kinds = ((b"\x93NUMPY", "numpy.load"), (b"\x89HDF", "keras' load_model or load_weights"), (b"{", "json.load"))
    advice = next((f" It looks like a file for {reader}." for start, reader in kinds if raw.startswith(start)), "")
    if len(raw) > 8 and raw[8:9] == b"{":
        advice = " It looks like a file for safetensors.torch.load_file."
    return f"This is not a file of torch.save: it begins with {raw[:8]!r}.{advice}"
