"""keras.datasets.mnist: 10,000 training and 2,000 test images, from the file that the page ships, or all of them."""

import os
import struct

import numpy as np

# src/datasets/build/mnist.ts describes the files: four arrays in MNIST's own format, one after another. The first images come
# with the page, the rest when the reader asks for them.
DATA_FILE = "/lib/data/mnist.bin"
REST_FILE = "~/.datasets/mnist-rest.bin"


def _read(file):
    (magic,) = struct.unpack(">i", file.read(4))
    sizes = struct.unpack(f">{magic & 0xFF}i", file.read(4 * (magic & 0xFF)))
    count = 1
    for size in sizes:
        count *= size
    return np.frombuffer(bytearray(file.read(count)), dtype="uint8").reshape(sizes)


def load_data(path="mnist.npz"):
    """((x_train, y_train), (x_test, y_test)): images (n, 28, 28) and digits, uint8."""
    arrays = _read_all(DATA_FILE)
    rest = os.path.expanduser(REST_FILE)
    if os.path.exists(rest):
        arrays = [np.concatenate(parts) for parts in zip(arrays, _read_all(rest))]
    x_train, y_train, x_test, y_test = arrays
    return (x_train, y_train), (x_test, y_test)


def _read_all(path):
    with open(path, "rb") as file:
        return [_read(file) for _ in range(4)]
