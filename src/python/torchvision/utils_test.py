"""Tests of grids of images."""

import io

import torch
from kernel_runtime import png
from torchvision.utils import make_grid, save_image


def test_a_grid_has_a_border_and_three_channels():
    images = torch.arange(5 * 4, dtype=torch.float32).reshape(5, 1, 2, 2) + 1
    grid = make_grid(images, nrow=3, padding=1)
    assert grid.shape == (3, 7, 10)
    assert torch.equal(grid[0], grid[2])
    assert torch.equal(grid[0, 1:3, 1:3], images[0, 0])
    assert torch.equal(grid[0, 4:6, 4:6], images[4, 0])
    assert grid[0, 0].sum() == 0 and grid[0, 4:6, 7:].sum() == 0


def test_values_are_normalized_together_or_each():
    images = torch.tensor([[[[0.0, 2.0]]], [[[4.0, 8.0]]]])
    assert make_grid(images, normalize=True, padding=0)[0].tolist() == [[0.0, 0.25, 0.5, 1.0]]
    assert make_grid(images, normalize=True, scale_each=True, padding=0)[0].tolist() == [[0.0, 1.0, 0.0, 1.0]]
    assert images.max() == 8


def test_one_image_stays_as_it_is():
    assert make_grid(torch.rand(1, 3, 4, 5)).shape == (3, 4, 5)
    assert make_grid(torch.rand(4, 5)).shape == (3, 4, 5)


def test_a_saved_image_holds_rounded_values():
    file = io.BytesIO()
    save_image(torch.tensor([[[0.0, 0.5], [1.0, 2.0]]]), file)
    pixels, width, height, channels = png.read(file.getvalue())
    assert (width, height, channels) == (2, 2, 3)
    assert list(pixels) == [0, 0, 0, 128, 128, 128, 255, 255, 255, 255, 255, 255]
