"""torchvision and keras show the same images of MNIST, and all of them as soon as the rest is there."""

import os
import struct

import torch
from keras.datasets import mnist as keras_mnist
from kernel_runtime import mnist as files
from torchvision.datasets import MNIST


def _idx(*sizes, value):
    count = 1
    for size in sizes:
        count *= size
    return struct.pack(f">{len(sizes) + 1}i", 0x0800 + len(sizes), *sizes) + bytes([value]) * count


def test_both_packages_read_the_first_images():
    train, test = MNIST(train=True), MNIST(train=False)
    assert (len(train), len(test)) == (10_000, 2_000)
    assert train.targets[:5].tolist() == [5, 0, 4, 1, 9]
    (x_train, y_train), (x_test, _) = keras_mnist.load_data()
    assert torch.equal(torch.from_numpy(x_train), train.data) and x_test.shape == (2_000, 28, 28)
    assert y_train[:5].tolist() == [5, 0, 4, 1, 9]


def test_writing_into_them_changes_no_later_ones():
    MNIST().data.zero_()
    keras_mnist.load_data()[0][0][:] = 0
    assert int(MNIST().data.max()) == 255 and int(keras_mnist.load_data()[0][0].max()) == 255


def test_the_rest_is_appended_while_it_is_there():
    path = os.path.expanduser(files.REST_FILE)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(_idx(3, 28, 28, value=7) + _idx(3, value=1) + _idx(2, 28, 28, value=8) + _idx(2, value=2))
    try:
        assert (len(MNIST()), len(MNIST(train=False))) == (10_003, 2_002)
        assert MNIST().targets[-4:].tolist()[1:] == [1, 1, 1] and int(MNIST(train=False).data[-1, 0, 0]) == 8
        assert keras_mnist.load_data()[1][1][-2:].tolist() == [2, 2]
    finally:
        os.remove(path)
    assert len(MNIST()) == 10_000


def test_a_damaged_file_is_named():
    path = os.path.expanduser(files.REST_FILE)
    with open(path, "wb") as file:
        file.write(bytes(16))
    try:
        MNIST()
    except ValueError as error:
        assert "mnist-rest.bin is damaged" in str(error)
    else:
        raise AssertionError("a damaged file was read")
    finally:
        os.remove(path)
