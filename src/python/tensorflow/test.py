"""tf.test: questions about the machine."""

import torch


def is_gpu_available(cuda_only=False, min_cuda_compute_capability=None):
    """Whether WebGPU works."""
    return torch.cuda.is_available()


def is_built_with_cuda():
    """No: the GPU is reached through WebGPU."""
    return False


def gpu_device_name():
    """The GPU's name, or an empty string."""
    return "/device:GPU:0" if torch.cuda.is_available() else ""
