"""MNIST, read from the files that the page has (src/datasets): 10,000 training and 2,000 test images, or all of them."""

import os
import struct

import torch
from torchvision._image import Image
from torchvision.datasets.vision import VisionDataset

# src/datasets/build/mnist.ts describes the files: the first images come with the page, the rest when the reader asks for them.
DATA_FILE = "/lib/data/mnist.bin"
REST_FILE = "~/.datasets/mnist-rest.bin"

_splits = {}  # by file


class MNIST(VisionDataset):
    """Handwritten digits as (image, label) pairs; images are 28×28 grey, labels 0 to 9.

    Differs from torchvision: 10,000 training and 2,000 test images (the first of the 60,000 and 10,000) until the reader
    fetches the others on the page for saved data; nothing is downloaded here, so ``root`` stays untouched and ``download``
    may be left out.

    Attributes:
        data: uint8 tensor (N, 28, 28).
        targets: int64 tensor (N,).
    """

    classes = [
        "0 - zero",
        "1 - one",
        "2 - two",
        "3 - three",
        "4 - four",
        "5 - five",
        "6 - six",
        "7 - seven",
        "8 - eight",
        "9 - nine",
    ]

    def __init__(self, root=None, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.train = train
        self.data, self.targets = _load(bool(train))

    @property
    def class_to_idx(self):
        return {name: index for index, name in enumerate(self.classes)}

    def __getitem__(self, index):
        image = Image.from_gray(28, 28, bytes(self.data[index].flatten().tolist()))
        target = int(self.targets[index])
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return len(self.data)

    def extra_repr(self):
        return f"Split: {'Train' if self.train else 'Test'}"


def _load(train):
    """Images and labels of one split, as tensors of their own: a student may write into them."""
    images, labels = _read_split(DATA_FILE, train)
    rest = os.path.expanduser(REST_FILE)
    if os.path.exists(rest):
        more_images, more_labels = _read_split(rest, train)
        return torch.cat((images, more_images)), torch.cat((labels, more_labels)).to(torch.int64)
    return images.clone(), labels.to(torch.int64)


def _read_split(path, train):
    if path not in _splits:
        with open(path, "rb") as file:
            _splits[path] = {name: (_read_idx(file), _read_idx(file)) for name in (True, False)}
    return _splits[path][train]


def _read_idx(file):
    """The next IDX array of unsigned bytes: a magic number that ends in the number of dimensions, the sizes, the bytes."""
    (magic,) = struct.unpack(">i", file.read(4))
    if magic >> 8 != 0x08:
        raise ValueError(f"{file.name} is damaged: expected an IDX array of unsigned bytes, found magic number {magic}.")
    sizes = struct.unpack(f">{magic & 0xFF}i", file.read(4 * (magic & 0xFF)))
    count = 1
    for size in sizes:
        count *= size
    return torch.frombuffer(bytearray(file.read(count)), dtype=torch.uint8).reshape(sizes)
