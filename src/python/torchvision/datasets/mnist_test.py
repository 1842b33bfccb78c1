"""MNIST as a student uses it, on the shipped file."""

import torch
from torchvision import datasets, transforms


def test_splits_keep_the_original_order():
    train = datasets.MNIST("data", train=True, download=True)
    test = datasets.MNIST("data", train=False)
    assert (len(train), len(test)) == (10_000, 2_000)
    assert train.targets[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert test.targets[:5].tolist() == [7, 2, 1, 0, 4]
    assert train.data.shape == (10_000, 28, 28) and train.data.dtype == torch.uint8
    assert train.targets.dtype == torch.int64


def test_items_without_transform_are_images():
    import numpy as np

    image, label = datasets.MNIST("data")[0]
    assert label == 5 and type(label) is int
    assert repr(image).startswith("<PIL.Image.Image image mode=L size=28x28 at 0x")
    assert [image.getpixel((x, 5)) for x in range(12, 20)] == [3, 18, 18, 18, 126, 136, 175, 26]
    array = np.array(image)
    assert array.shape == (28, 28) and array.dtype == np.uint8
    assert array[5].tolist() == datasets.MNIST("data").data[0, 5].tolist()


def test_transforms_reach_image_and_label():
    dataset = datasets.MNIST("data", transform=transforms.ToTensor(), target_transform=lambda label: label * 10)
    image, label = dataset[-1]
    assert image.shape == (1, 28, 28) and image.dtype == torch.float32
    assert torch.equal(image[0], dataset.data[-1].float() / 255)
    assert label == 10 * dataset.targets[-1].item()


def test_writing_into_one_dataset_leaves_others_alone():
    datasets.MNIST("data").data.zero_()
    assert datasets.MNIST("data").data.sum().item() > 0


def test_iteration_ends():
    assert sum(1 for _ in datasets.MNIST("data", train=False)) == 2_000


def test_printed_summary():
    transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
    assert repr(datasets.MNIST("data", transform=transform)) == "\n".join(
        [
            "Dataset MNIST",
            "    Number of datapoints: 10000",
            "    Root location: data",
            "    Split: Train",
            "    StandardTransform",
            "Transform: Compose(",
            "               ToTensor()",
            "               Normalize(mean=(0.1307,), std=(0.3081,))",
            "           )",
        ]
    )
