"""What image datasets share: transforms and a printed summary. Reading the data is left to each dataset."""

import os

from torch.utils.data import Dataset


class StandardTransform:
    """Applies one transform to the image and one to the label."""

    def __init__(self, transform=None, target_transform=None):
        self.transform = transform
        self.target_transform = target_transform

    def __call__(self, input, target):
        if self.transform is not None:
            input = self.transform(input)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return input, target

    def __repr__(self):
        lines = ["StandardTransform"]
        for head, transform in (("Transform: ", self.transform), ("Target transform: ", self.target_transform)):
            if transform is not None:
                first, *rest = repr(transform).splitlines()
                lines.append(head + first)
                lines.extend(" " * len(head) + line for line in rest)
        return "\n".join(lines)


class VisionDataset(Dataset):
    """Base class of image datasets: subclasses define ``__getitem__`` and ``__len__``."""

    def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
        separate = transform is not None or target_transform is not None
        if transforms is not None and separate:
            raise ValueError("Only transforms or transform/target_transform can be passed as argument")
        self.root = os.path.expanduser(root) if isinstance(root, str) else root
        self.transform = transform
        self.target_transform = target_transform
        self.transforms = StandardTransform(transform, target_transform) if separate else transforms

    def __getitem__(self, index):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def __repr__(self):
        body = [f"Number of datapoints: {len(self)}"]
        if self.root is not None:
            body.append(f"Root location: {self.root}")
        body.extend(self.extra_repr().splitlines())
        if self.transforms is not None:
            body.append(repr(self.transforms))
        # Only the first line of a transform is indented: the real library prints it so too.
        return "\n".join([f"Dataset {type(self).__name__}", *("    " + line for line in body)])

    def extra_repr(self):
        return ""
