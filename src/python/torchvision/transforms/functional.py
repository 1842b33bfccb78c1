"""Image transforms as functions."""

import torch
from torchvision._image import Image


def to_tensor(pic):
    """Converts an image (or array of shape (H, W) or (H, W, C)) to a tensor (C, H, W); bytes 0..255 become 0.0..1.0."""
    if isinstance(pic, Image):
        pixels = torch.frombuffer(bytearray(pic.tobytes()), dtype=torch.uint8)
        return pixels.reshape(1, pic.height, pic.width).to(torch.get_default_dtype()).div(255)
    if not _is_array(pic):
        raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
    if pic.ndim not in (2, 3):
        raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
    image = torch.from_numpy(pic)
    image = image.unsqueeze(0) if pic.ndim == 2 else image.permute(2, 0, 1)
    image = image.contiguous()
    return image.to(torch.get_default_dtype()).div(255) if image.dtype == torch.uint8 else image


def normalize(tensor, mean, std, inplace=False):
    """Subtracts each channel's mean from a float image (..., C, H, W) and divides by its standard deviation."""
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
    if not tensor.is_floating_point():
        raise TypeError(f"Input tensor should be a float tensor. Got {tensor.dtype}.")
    if tensor.ndim < 3:
        raise ValueError(
            f"Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = {tensor.size()}"
        )
    mean = _per_channel(mean, tensor)
    std = _per_channel(std, tensor)
    if (std == 0).any():
        raise ValueError(f"std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.")
    result = tensor if inplace else tensor.clone()
    return result.sub_(mean).div_(std)


def _per_channel(values, tensor):
    values = torch.as_tensor(values, dtype=tensor.dtype, device=tensor.device)
    return values.reshape(-1, 1, 1) if values.ndim == 1 else values


def _is_array(value):
    # Without importing numpy: most programs hand over images only.
    return type(value).__name__ == "ndarray" and type(value).__module__.split(".")[0] == "numpy"
