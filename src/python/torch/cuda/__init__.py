"""torch.cuda: the WebGPU device under its PyTorch name, as far as programs ask about it."""

import contextlib

import bridge
from torch import _device
from torch.random import get_rng_state as _cpu_state, manual_seed as _seed, set_rng_state as _set_cpu_state

from . import amp  # noqa: F401

OutOfMemoryError = bridge.OutOfMemoryError


def is_available():
    """Whether there is a GPU that Python can wait for."""
    return bridge.cuda_available


def is_initialized():
    """Whether the GPU is in use."""
    return bridge.cuda_available


def init():
    """Checks that there is a GPU."""
    _need()


def _need():
    _device.code_of("cuda")


def device_count():
    """1 with a GPU, else 0."""
    return int(bridge.cuda_available)


def current_device():
    """0: there is one GPU at most."""
    _need()
    return 0


def set_device(device):
    """Accepts the one GPU there is."""
    _device.code_of(device if not isinstance(device, int) else f"cuda:{device}")


def get_device_name(device=None):
    """The name of the GPU, as the browser gives it."""
    _need()
    return bridge.device_status["adapter"] or "WebGPU adapter"


class _Properties:
    """What is known of the GPU."""

    def __init__(self):
        self.name = get_device_name()
        self.major, self.minor = 0, 0
        self.total_memory = 0  # a browser does not tell
        self.multi_processor_count = 0

    def __repr__(self):
        return f"_CudaDeviceProperties(name='{self.name}', major=0, minor=0, total_memory=0MB, multi_processor_count=0)"


def get_device_properties(device=None):
    """Name and numbers of the GPU; a browser tells only the name."""
    _need()
    return _Properties()


def get_device_capability(device=None):
    """(0, 0): WebGPU has no compute capability."""
    _need()
    return (0, 0)


def is_bf16_supported(including_emulation=True):
    """False: WebGPU has no bfloat16."""
    return False


def synchronize(device=None):
    """Nothing: reading a value waits for it."""
    _need()


def empty_cache():
    """Gives unused GPU memory back where the engine keeps some."""
    release = getattr(bridge, "empty_cache", None)
    if bridge.cuda_available and release is not None:
        release()


def _memory(name):
    count = getattr(bridge, name, None)
    return int(count()) if bridge.cuda_available and count is not None else 0


def memory_allocated(device=None):
    """Bytes of the tensors on the GPU."""
    return _memory("gpu_bytes")


def max_memory_allocated(device=None):
    """The most bytes that tensors on the GPU have taken."""
    return _memory("gpu_bytes_peak")


def memory_reserved(device=None):
    """Bytes of GPU memory that the engine holds."""
    return _memory("gpu_bytes_reserved")


max_memory_reserved = memory_cached = memory_reserved


def reset_peak_memory_stats(device=None):
    """Starts max_memory_allocated() again."""
    reset = getattr(bridge, "gpu_reset_peak", None)
    if bridge.cuda_available and reset is not None:
        reset()


reset_max_memory_allocated = reset_peak_memory_stats


def memory_summary(device=None, abbreviated=False):
    """The numbers above as text."""
    return f"allocated {memory_allocated()} bytes, reserved {memory_reserved()} bytes"


def manual_seed(seed):
    """Both devices draw from one generator, so this only acts where there is a GPU."""
    if bridge.cuda_available:
        _seed(seed)


manual_seed_all = manual_seed


def seed_all():
    """Nothing: both devices draw from the CPU generator."""


def get_rng_state(device="cuda"):
    """The state of the generator from which both devices draw."""
    _need()
    return _cpu_state()


def set_rng_state(new_state, device="cuda"):
    """Takes the generator of both devices back to a state."""
    _set_cpu_state(new_state)


class Stream:
    """Accepted: there is one queue of work."""

    def __init__(self, device=None, priority=0):
        _need()

    def synchronize(self):
        synchronize()


class Event:
    """A time stamp: start.record(); …; end.record(); start.elapsed_time(end) in milliseconds."""

    def __init__(self, enable_timing=False, blocking=False, interprocess=False):
        self._time = None

    def record(self, stream=None):
        import time

        self._time = time.perf_counter()

    def synchronize(self):
        synchronize()

    def elapsed_time(self, end_event):
        return (end_event._time - self._time) * 1000.0


def current_stream(device=None):
    return Stream()


@contextlib.contextmanager
def stream(stream):
    """Accepted: there is one queue of work."""
    yield


@contextlib.contextmanager
def device(device):
    """Accepted: there is one GPU at most."""
    yield
