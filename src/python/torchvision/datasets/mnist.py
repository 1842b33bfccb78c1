"""MNIST's first 10,000 training and 2,000 test images, read from the file that the page ships (src/datasets)."""

import struct

import torch
from torchvision._image import Image
from torchvision.datasets.vision import VisionDataset

# src/datasets/build/mnist.ts describes the file.
DATA_FILE = "/lib/data/mnist.bin"

_splits = {}


class MNIST(VisionDataset):
    """Handwritten digits as (image, label) pairs; images are 28×28 grey, labels 0 to 9.

    Differs from torchvision: 10,000 training and 2,000 test images (the first of the 60,000 and 10,000), and nothing is
    downloaded, so ``root`` stays untouched and ``download`` may be left out.

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
    if not _splits:
        with open(DATA_FILE, "rb") as file:
            for name in (True, False):
                _splits[name] = (_read_idx(file), _read_idx(file))
    images, labels = _splits[train]
    return images.clone(), labels.to(torch.int64)


def _read_idx(file):
    """The next IDX array of unsigned bytes: a magic number that ends in the number of dimensions, the sizes, the bytes."""
    (magic,) = struct.unpack(">i", file.read(4))
    if magic >> 8 != 0x08:
        raise ValueError(f"{DATA_FILE} is damaged: expected an IDX array of unsigned bytes, found magic number {magic}.")
    sizes = struct.unpack(f">{magic & 0xFF}i", file.read(4 * (magic & 0xFF)))
    count = 1
    for size in sizes:
        count *= size
    return torch.frombuffer(bytearray(file.read(count)), dtype=torch.uint8).reshape(sizes)
