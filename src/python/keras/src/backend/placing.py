"""Where Keras and TensorFlow compute: on the GPU by itself when torch sees one (the page's device switch decides that), as
TensorFlow does; `with on("cpu"):` is tf.device. Here are torch's makers of tensors, for that place; random
numbers are drawn on the cpu, so that both devices have the same.
"""

import contextlib
import functools
import itertools

import torch

has_gpu = torch.cuda.is_available()
current = "cuda" if has_gpu else "cpu"


def place(tensor):
    """The torch tensor where Keras computes now, itself or a copy. WebGPU has no float64: that stays on the cpu."""
    if not has_gpu or tensor.is_cuda is (current == "cuda" and tensor.dtype is not torch.float64):
        return tensor
    return tensor.to("cpu" if tensor.is_cuda else current)


def to(tensor, dtype):
    """tensor.to(dtype), by way of the cpu where float64 takes part."""
    if not has_gpu or (dtype is not torch.float64 and tensor.dtype is not torch.float64):
        return tensor.to(dtype)
    return place(tensor.cpu().to(dtype))


@contextlib.contextmanager
def on(name):
    """Computes on the device of a TensorFlow or Keras name ("/CPU:0", "gpu:0", "cpu"); a GPU that is not there is the CPU."""
    global current
    before = current
    current = "cuda" if has_gpu and ("gpu" in name.lower() or "cuda" in name.lower()) else "cpu"
    try:
        yield
    finally:
        current = before


def aside(function):
    """The function, which computes on the cpu when an argument is float64."""
    if not has_gpu:
        return function

    @functools.wraps(function)
    def moved(*args, **options):
        if current == "cpu" or not any(map(_is_float64, itertools.chain(args, options.values()))):
            return function(*args, **options)
        with on("cpu"):
            return function(*args, **options)

    return moved


def _is_float64(value):
    if isinstance(value, (list, tuple)):
        return any(map(_is_float64, value))
    dtype = getattr(value, "dtype", None)
    return dtype is torch.float64 or getattr(dtype, "name", dtype) == "float64"


def _placed(name):
    maker = getattr(torch, name)
    return maker if not has_gpu else lambda *args, **options: place(maker(*args, **options))


arange, eye, full, linspace, ones, tensor, zeros = map(_placed, ("arange", "eye", "full", "linspace", "ones", "tensor", "zeros"))
rand, randint, randn, randperm = map(_placed, ("rand", "randint", "randn", "randperm"))
