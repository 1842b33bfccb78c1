"""safetensors.torch: tensors and models in `.safetensors` files."""

import torch
from torch import storage

from safetensors._format import SafetensorError, parse, read, serialized
from safetensors._format import write as _write

_NAMES = {
    torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64",
    torch.int32: "I32", torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL",
}  # fmt: skip
_DTYPES = {name: dtype for dtype, name in _NAMES.items()}


def _made(entry, device="cpu"):
    """A tensor of an entry of a file."""
    name, shape, data = entry
    if name not in _DTYPES:
        raise SafetensorError(f"The file holds elements of type {name}, a dtype that tensors do not have here.")
    flat = storage.from_bytes(storage._CLASSES[_DTYPES[name]._name], bytes(data))._flat
    made = flat.reshape(shape)
    return made if str(device) == "cpu" else made.to(device)


def _sharing(tensors):
    """Names of tensors that lie in the same memory, in groups."""
    groups = {}
    for name, tensor in tensors.items():
        if tensor.numel():
            groups.setdefault(tensor.untyped_storage().data_ptr() or id(tensor), []).append(name)
    return [set(names) for names in groups.values() if len(names) > 1]


def _entries(tensors):
    if not isinstance(tensors, dict):
        raise ValueError(f"Expected a dict of [str, torch.Tensor] but received {type(tensors)}")
    for name, tensor in tensors.items():
        if not isinstance(tensor, torch.Tensor):
            raise ValueError(f"Key `{name}` is invalid, expected torch.Tensor but received {type(tensor)}")
    shared = _sharing(tensors)
    if shared:
        raise RuntimeError(
            "\n            Some tensors share memory, this will lead to duplicate memory on disk and potential differences when "
            f"loading them again: {shared}.\n            A potential way to correctly save your model is to use `save_model`.\n"
            "            More information at https://huggingface.co/docs/safetensors/torch_shared_tensors\n            "
        )
    for name, tensor in tensors.items():
        if not tensor.is_contiguous():
            raise ValueError(
                f"You are trying to save a non contiguous tensor: `{name}` which is not allowed. It either means you are trying to "
                "save tensors which are reference of each other in which case it's recommended to save only the full tensors, "
                "and reslice at load time, or simply call `.contiguous()` on your tensor to pack it before saving."
            )
    return {name: (_NAMES[t.dtype], tuple(t.shape), _bytes(t)) for name, t in tensors.items()}


def _bytes(tensor):
    flat = tensor.detach().cpu().reshape(-1).clone()
    return storage.to_bytes(storage._CLASSES[flat.dtype._name](flat))


def save(tensors, metadata=None):
    """The bytes of a file."""
    return serialized(_entries(tensors), metadata)


def save_file(tensors, filename, metadata=None):
    """Writes named tensors to a file."""
    _write(filename, save(tensors, metadata))


def load(data):
    """Named tensors of a file's bytes."""
    return {name: _made(entry) for name, entry in parse(data)[0].items()}


def load_file(filename, device="cpu"):
    """Named tensors of a file."""
    return {name: _made(entry, device) for name, entry in parse(read(filename))[0].items()}


def save_model(model, filename, metadata=None, force_contiguous=True):
    """Writes a model's state_dict; of tensors that are one and the same, the first name is kept."""
    state, metadata = model.state_dict(), dict(metadata or {})
    for names in _sharing(state):
        kept, *others = sorted(names)
        for name in others:
            if state[name].shape != state[kept].shape:
                raise RuntimeError(f"Error while trying to find names to remove to save state dict: {names} share memory in parts")
            del state[name]
            metadata[name] = kept
    if force_contiguous:
        state = {name: tensor.contiguous() for name, tensor in state.items()}
    save_file(state, filename, metadata or None)


def load_model(model, filename, strict=True, device="cpu"):
    """Fills a model with a file's tensors; gives the names that are missing and those that were not expected."""
    state = load_file(filename, device)
    own = model.state_dict()
    for names in _sharing(own):
        found = next((name for name in names if name in state), None)
        for name in names if found is not None else ():
            state.setdefault(name, state[found])
    missing, unexpected = model.load_state_dict(state, strict=False)
    if strict and (missing or unexpected):
        lines = [f"Error(s) in loading state_dict for {type(model).__name__}:"]
        lines += [f"    Missing key(s) in state_dict: {', '.join(map(repr, sorted(missing)))}"] if missing else []
        lines += [f"    Unexpected key(s) in state_dict: {', '.join(map(repr, sorted(unexpected)))}"] if unexpected else []
        raise RuntimeError("\n".join(lines))
    return set(missing), list(unexpected)
