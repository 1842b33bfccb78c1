"""keras.datasets.mnist: the first 10,000 training and 2,000 test images, from the file that the page ships."""

import struct

import numpy as np

# src/datasets/build/mnist.ts describes the file: four arrays in MNIST's own format, one after another.
DATA_FILE = "/lib/data/mnist.bin"


def _read(file):
    (magic,) = struct.unpack(">i", file.read(4))
    sizes = struct.unpack(f">{magic & 0xFF}i", file.read(4 * (magic & 0xFF)))
    count = 1
    for size in sizes:
        count *= size
    return np.frombuffer(bytearray(file.read(count)), dtype="uint8").reshape(sizes)


def load_data(path="mnist.npz"):
    """((x_train, y_train), (x_test, y_test)): images (n, 28, 28) and digits, uint8."""
    with open(DATA_FILE, "rb") as file:
        x_train, y_train, x_test, y_test = (_read(file) for _ in range(4))
    return (x_train, y_train), (x_test, y_test)
