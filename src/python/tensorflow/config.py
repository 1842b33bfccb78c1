"""tf.config: which devices there are (the truth about this browser), and switches that do nothing here."""

import collections

import torch

from tensorflow.function import functions_run_eagerly, run_functions_eagerly  # noqa: F401

PhysicalDevice = collections.namedtuple("PhysicalDevice", ["name", "device_type"])
LogicalDevice = collections.namedtuple("LogicalDevice", ["name", "device_type"])


def list_physical_devices(device_type=None):
    """The CPU, and the GPU where WebGPU works."""
    found = [PhysicalDevice("/physical_device:CPU:0", "CPU")]
    if torch.cuda.is_available():
        found.append(PhysicalDevice("/physical_device:GPU:0", "GPU"))
    return [each for each in found if device_type in (None, each.device_type)]


def list_logical_devices(device_type=None):
    """The same under their logical names."""
    return [LogicalDevice(f"/device:{d.device_type}:0", d.device_type) for d in list_physical_devices(device_type)]


get_visible_devices = list_physical_devices


def set_visible_devices(devices, device_type=None):
    """Nothing: the page has a device switch."""


class experimental:
    """tf.config.experimental: older names."""

    list_physical_devices = staticmethod(list_physical_devices)
    list_logical_devices = staticmethod(list_logical_devices)

    @staticmethod
    def set_memory_growth(device, enable):
        """Nothing: memory is the browser's."""

    @staticmethod
    def get_device_details(device):
        return {"device_name": torch.cuda.get_device_name(0)} if device.device_type == "GPU" else {}

    @staticmethod
    def enable_op_determinism():
        """Nothing: operations are deterministic."""


class threading:
    """tf.config.threading: one thread."""

    @staticmethod
    def set_inter_op_parallelism_threads(count):
        """Nothing: there is one thread."""

    @staticmethod
    def set_intra_op_parallelism_threads(count):
        """Nothing: there is one thread."""


    @staticmethod
    def get_inter_op_parallelism_threads():
        return 0

    @staticmethod
    def get_intra_op_parallelism_threads():
        return 0


class optimizer:
    """tf.config.optimizer."""

    @staticmethod
    def set_jit(enabled):
        """Nothing: there is no XLA."""
