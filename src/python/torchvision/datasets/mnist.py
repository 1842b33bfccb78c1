"""MNIST, read from the files that the page has (src/datasets): 10,000 training and 2,000 test images, or all of them."""

import torch
from kernel_runtime import mnist as files
from torchvision._image import Image
from torchvision.datasets.vision import VisionDataset


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
    first = 0 if train else 2
    found = [part[first : first + 2] for part in files.parts()]
    images, labels = ([_tensor(*part[i]) for part in found] for i in (0, 1))
    return torch.cat(images), torch.cat(labels).to(torch.int64)


def _tensor(sizes, data):
    return torch.frombuffer(data, dtype=torch.uint8).reshape(sizes)
