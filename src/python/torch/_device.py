"""torch.device and the choice of a device for new tensors. `cuda` is the WebGPU device; whether there is one is bridge's."""

import bridge

_TYPES = ("cpu", "cuda")
_NAMED_ELSEWHERE = (
    "ipu xpu mkldnn opengl opencl ideep hip ve fpga ort xla lazy vulkan mps meta hpu mtia privateuseone".split()
)
_defaults = []  # stack of device codes set by set_default_device and `with torch.device(...)`


class device:
    """Where a tensor lives: torch.device("cuda"), torch.device("cuda:0"), torch.device("cpu"). Also a context manager that
    makes it the default for new tensors."""

    __module__ = "torch"
    __slots__ = ("type", "index")

    def __init__(self, type, index=None):
        if isinstance(type, device):
            type, index = type.type, type.index if index is None else index
        elif isinstance(type, int) and not isinstance(type, bool):
            type, index = "cuda", type
        elif isinstance(type, str):
            type, index = _parse(type, index)
        else:
            raise TypeError(f"device(): argument 'type' (position 1) must be str, not {type.__class__.__name__}")
        if index is not None and index < 0:
            raise RuntimeError("Device index must not be negative")
        self.type = type
        self.index = index

    def __repr__(self):
        return f"device(type='{self.type}')" if self.index is None else f"device(type='{self.type}', index={self.index})"

    def __str__(self):
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __eq__(self, other):
        return isinstance(other, device) and self.type == other.type and self.index == other.index

    def __hash__(self):
        return hash((self.type, self.index))

    def __reduce__(self):
        return (device, (self.type,) if self.index is None else (self.type, self.index))

    def __enter__(self):
        _defaults.append(code_of(self))
        return self

    def __exit__(self, *_error):
        _defaults.pop()


def _parse(text, index):
    if not text:
        raise RuntimeError("Device string must not be empty")
    kind, colon, number = text.partition(":")
    if not (kind.isascii() and kind.replace("_", "a").isalpha()):
        raise RuntimeError(f"Invalid device string: '{text}'")
    if kind not in _TYPES:
        if kind in _NAMED_ELSEWHERE:
            return kind, int(number) if number else index
        raise RuntimeError(
            f"Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, "
            f"meta, hpu, mtia, privateuseone device type at start of device string: {kind}"
        )
    if colon:
        if index is not None:
            raise RuntimeError(f"type (string) must not include an index because index was passed explicitly: {text}")
        if not number.isdigit():
            raise RuntimeError(f"Invalid device string: '{text}'")
        index = int(number)
    return kind, index


CPU = device("cpu")
CUDA = device("cuda", 0)


def code_of(given):
    """The engine's device code of an argument; the default device for None. Refuses a GPU that is not there."""
    if given is None:
        return _defaults[-1] if _defaults else 0
    if not isinstance(given, device):
        given = device(given)
    if given.type == "cpu":
        return 0
    if given.type == "cuda":
        return _cuda_code(given.index)
    raise NotImplementedError(f"the device '{given.type}' is not here; use 'cpu', or 'cuda' where there is a GPU")


def _cuda_code(index):
    if not bridge.cuda_available:
        raise AssertionError("Torch not compiled with CUDA enabled")
    if index:
        raise RuntimeError(
            "CUDA error: invalid device ordinal\nCUDA kernel errors might be asynchronously reported at some other API call, "
            "so the stacktrace below might be incorrect.\nThere is one GPU here: cuda:0."
        )
    return 1


def of_code(code):
    """The torch.device of an engine device code."""
    return CUDA if code else CPU


def set_default_device(given):
    """Makes a device the default for new tensors; None means the cpu again."""
    _defaults.clear()
    if given is not None:
        _defaults.append(code_of(given))


def get_default_device():
    """The device on which new tensors are made."""
    return of_code(code_of(None))
