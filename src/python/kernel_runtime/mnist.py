"""MNIST as the page has it (src/datasets/build/mnist.ts): the first images, and the rest once the reader has asked for them.

What tensors or arrays become of it is left to torchvision and keras.
"""

import functools
import os
import struct

FIRST_FILE = "/lib/data/mnist.bin"
REST_FILE = "~/.datasets/mnist-rest.bin"


def parts():
    """The files that are here, each as four (sizes, bytes): training images and labels, test images and labels, all uint8.

    The bytes are shared by all callers: copy them before anybody may write.
    """
    paths = (FIRST_FILE, os.path.expanduser(REST_FILE))
    return [_read(path, os.stat(path).st_size) for path in paths if os.path.exists(path)]


@functools.cache
def _read(path, _size):
    with open(path, "rb") as file:
        return [_read_idx(file) for _ in range(4)]


def _read_idx(file):
    """The next IDX array: a magic number that ends in the number of dimensions, the sizes, the bytes."""
    (magic,) = struct.unpack(">i", file.read(4))
    if magic >> 8 != 0x08:
        raise ValueError(f"{file.name} is damaged: expected an IDX array of unsigned bytes, found magic number {magic}.")
    sizes = struct.unpack(f">{magic & 0xFF}i", file.read(4 * (magic & 0xFF)))
    count = 1
    for size in sizes:
        count *= size
    return sizes, bytearray(file.read(count))
