"""Images side by side in one, and files of them."""

import math
import os

import torch
from kernel_runtime import png


def make_grid(tensor, nrow=8, padding=2, normalize=False, value_range=None, scale_each=False, pad_value=0.0):
    """Puts images [N, C, H, W] (or a list of them) into one of `nrow` columns: [C', H', W'], grey images with three channels.

    `normalize` moves the values to 0 … 1, by `value_range` or by their own extremes, of each image with `scale_each`.
    """
    if not torch.is_tensor(tensor):
        if not isinstance(tensor, (list, tuple)):
            raise TypeError(f"tensor or list of tensors expected, got {type(tensor)}")
        for each in tensor:
            if not torch.is_tensor(each):
                raise TypeError(f"tensor or list of tensors expected, got a list containing {type(each)}")
        tensor = torch.stack(list(tensor), dim=0)
    if tensor.dim() == 2:
        tensor = tensor.unsqueeze(0)
    if tensor.dim() == 3:
        if tensor.size(0) == 1:
            tensor = torch.cat((tensor, tensor, tensor), 0)
        tensor = tensor.unsqueeze(0)
    if tensor.dim() == 4 and tensor.size(1) == 1:
        tensor = torch.cat((tensor, tensor, tensor), 1)
    if normalize:
        tensor = _normalized(tensor, value_range, scale_each)
    if not isinstance(tensor, torch.Tensor):
        raise TypeError("tensor should be of type torch.Tensor")
    if tensor.size(0) == 1:
        return tensor.squeeze(0)
    count, channels = tensor.size(0), tensor.size(1)
    columns = min(nrow, count)
    rows = math.ceil(count / columns)
    height, width = tensor.size(2) + padding, tensor.size(3) + padding
    grid = tensor.new_full((channels, height * rows + padding, width * columns + padding), pad_value)
    for place in range(count):
        y, x = divmod(place, columns)
        top, left = y * height + padding, x * width + padding
        grid[:, top : top + height - padding, left : left + width - padding] = tensor[place]
    return grid


def _normalized(tensor, value_range, scale_each):
    tensor = tensor.clone()
    if value_range is not None and not isinstance(value_range, tuple):
        raise TypeError("value_range has to be a tuple (min, max) if specified. min and max are numbers")
    for part in tensor if scale_each else [tensor]:
        low, high = value_range or (float(part.min()), float(part.max()))
        part.clamp_(min=low, max=high).sub_(low).div_(max(high - low, 1e-5))
    return tensor


def save_image(tensor, fp, format=None, **kwargs):
    """Writes the grid of `make_grid(tensor, **kwargs)` as a PNG file; values 0 … 1 become 0 … 255.

    Partly: PNG only.
    """
    kind = (format or os.path.splitext(os.fspath(fp))[1].lstrip(".") if not hasattr(fp, "write") else format or "png").lower()
    if kind != "png":
        raise NotImplementedError(f"save_image writes PNG files here, not {kind}")
    grid = make_grid(tensor, **kwargs)
    pixels = grid.mul(255).add_(0.5).clamp_(0, 255).permute(1, 2, 0).to("cpu", torch.uint8).contiguous()
    data = png.write(bytes(pixels.numpy().tobytes()), grid.size(2), grid.size(1), grid.size(0))
    if hasattr(fp, "write"):
        fp.write(data)
        return
    with open(fp, "wb") as file:
        file.write(data)
