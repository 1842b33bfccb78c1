"""tf.image: resizing, flips, crops, colours of (height, width, channels) images or batches of them."""

import math

import torch
import torch.nn.functional as F

from keras.src.backend import dtypes, placing, wrap
from tensorflow import random as _random
from tensorflow._convert import sizes, t
from tensorflow.core.image_files import decode_image, decode_jpeg, decode_png, encode_png, is_jpeg  # noqa: F401


class ResizeMethod:
    """How resize() finds pixels between pixels."""

    BILINEAR = "bilinear"
    NEAREST_NEIGHBOR = "nearest"
    BICUBIC = "bicubic"
    AREA = "area"
    LANCZOS3 = "lanczos3"
    LANCZOS5 = "lanczos5"
    GAUSSIAN = "gaussian"
    MITCHELLCUBIC = "mitchellcubic"


def _batched(image):
    found = t(image)
    if found.dim() not in (3, 4):
        raise ValueError("'images' must have either 3 or 4 dimensions.")
    return (found.unsqueeze(0), True) if found.dim() == 3 else (found, False)


def _back(batch, single):
    return wrap(batch.squeeze(0) if single else batch)


def resize(images, size, method="bilinear", preserve_aspect_ratio=False, antialias=False, name=None):
    """Images of another size, float32 (nearest keeps the type)."""
    batch, single = _batched(images)
    height, width = sizes(size)
    if preserve_aspect_ratio:
        scale = min(height / batch.shape[1], width / batch.shape[2])
        height, width = round(batch.shape[1] * scale), round(batch.shape[2] * scale)
    if method == "nearest":
        rows = torch.floor((placing.arange(height).to(torch.float32) + 0.5) * (batch.shape[1] / height)).to(torch.int64)
        columns = torch.floor((placing.arange(width).to(torch.float32) + 0.5) * (batch.shape[2] / width)).to(torch.int64)
        return _back(batch.index_select(1, rows).index_select(2, columns), single)
    x = batch.to(torch.float32).permute(0, 3, 1, 2)
    if method == "area":
        made = F.interpolate(x, size=(height, width), mode="area")
    else:
        made = F.interpolate(x, size=(height, width), mode="bicubic" if method == "bicubic" else "bilinear", align_corners=False)
    return _back(made.permute(0, 2, 3, 1), single)


def _flip(axis):
    def flipped(image):
        batch, single = _batched(image)
        return _back(batch.flip(axis), single)

    return flipped


flip_left_right, flip_up_down = _flip(2), _flip(1)


def transpose(image, name=None):
    """Rows and columns exchanged."""
    batch, single = _batched(image)
    return _back(batch.transpose(1, 2), single)


def rot90(image, k=1, name=None):
    """Turned counter-clockwise by quarter circles."""
    batch, single = _batched(image)
    return _back(torch.rot90(batch, int(k), [1, 2]), single)


def _by_chance(flip, image, seed):
    """One image flipped or not, or each of a batch."""
    found = t(image)
    if found.dim() == 3:
        return flip(image) if float(_random.uniform((), 0, 1.0, seed=seed)) < 0.5 else wrap(found)
    chosen = t(_random.uniform((found.shape[0],), 0, 1.0, seed=seed)) > 0.5
    return wrap(torch.where(chosen.reshape(-1, 1, 1, 1), t(flip(image)), found))


def random_flip_left_right(image, seed=None):
    """Flipped or not, by chance."""
    return _by_chance(flip_left_right, image, seed)


def random_flip_up_down(image, seed=None):
    """Flipped or not, by chance."""
    return _by_chance(flip_up_down, image, seed)


def adjust_brightness(image, delta):
    """delta added."""
    found = t(image)
    return wrap(found + delta) if found.is_floating_point() else convert_image_dtype(adjust_brightness(convert_image_dtype(image, "float32"), delta), dtypes.TO_NAME[found.dtype], saturate=True)


def random_brightness(image, max_delta, seed=None):
    """A random number of [-max_delta, max_delta) added."""
    return adjust_brightness(image, float(_random.uniform((), -max_delta, max_delta, seed=seed)))


def adjust_contrast(images, contrast_factor):
    """Distances from each channel's mean multiplied."""
    found = t(images)
    x = found.to(torch.float32)
    mean = x.mean((-3, -2), keepdim=True)
    made = (x - mean) * contrast_factor + mean
    return wrap(made if found.is_floating_point() else torch.clamp(torch.round(made), 0, 255).to(found.dtype))


def random_contrast(image, lower, upper, seed=None):
    """A random contrast factor."""
    return adjust_contrast(image, float(_random.uniform((), lower, upper, seed=seed)))


def adjust_gamma(image, gamma=1, gain=1):
    """gain * image ** gamma."""
    return wrap(gain * t(image) ** gamma)


def rgb_to_grayscale(images, name=None):
    """0.2989 R + 0.587 G + 0.114 B, with one channel."""
    found = t(images)
    made = (found.to(torch.float32) * placing.tensor([0.2989, 0.587, 0.114])).sum(-1, keepdim=True)
    return wrap(made if found.is_floating_point() else made.to(found.dtype))


def grayscale_to_rgb(images, name=None):
    """The channel three times."""
    found = t(images)
    return wrap(torch.cat([found] * 3, -1))


def convert_image_dtype(image, dtype, saturate=False, name=None):
    """Another type, scaled: [0, 1] for floats, the whole range for whole numbers."""
    found, wanted = t(image), dtypes.torch_dtype(dtype)
    if found.dtype is wanted:
        return wrap(found)
    if wanted.is_floating_point:
        made = found.to(wanted)
        return wrap(made if found.is_floating_point() else made * (1.0 / torch.iinfo(found.dtype).max))
    scaled = found * (torch.iinfo(wanted).max + 0.5) if found.is_floating_point() else found
    if saturate:
        scaled = torch.clamp(scaled, torch.iinfo(wanted).min, torch.iinfo(wanted).max)
    return wrap(scaled.to(wanted))


def per_image_standardization(image):
    """(x - mean) / max(standard deviation, 1 / sqrt(pixels))."""
    batch, single = _batched(image)
    x = batch.to(torch.float32)
    count = x.shape[1] * x.shape[2] * x.shape[3]
    mean = x.mean((1, 2, 3), keepdim=True)
    deviation = torch.sqrt(torch.square(x - mean).mean((1, 2, 3), keepdim=True))
    return _back((x - mean) / torch.clamp(deviation, min=count**-0.5), single)


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    """A rectangle of the image."""
    batch, single = _batched(image)
    return _back(batch[:, offset_height : offset_height + target_height, offset_width : offset_width + target_width], single)


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    """The image at a place in a larger one of zeros."""
    batch, single = _batched(image)
    below, right = target_height - offset_height - batch.shape[1], target_width - offset_width - batch.shape[2]
    return _back(F.pad(batch, [0, 0, offset_width, right, offset_height, below]), single)


def central_crop(image, central_fraction):
    """The middle part."""
    batch, single = _batched(image)
    top, left = (int((n - n * central_fraction) / 2) for n in batch.shape[1:3])
    return _back(batch[:, top : batch.shape[1] - top, left : batch.shape[2] - left], single)


def random_crop(value, size, seed=None, name=None):
    """A random part of the given sizes."""
    found, wanted = t(value), sizes(size)
    drawn = t(_random.uniform((found.dim(),), 0, 2**31 - 1, dtype="int32", seed=seed)).tolist()
    for axis, length in enumerate(wanted):
        found = found.narrow(axis, drawn[axis] % (found.shape[axis] - length + 1), length)
    return wrap(found)


def resize_with_crop_or_pad(image, target_height, target_width):
    """Cut or padded around the middle."""
    batch, single = _batched(image)
    for axis, wanted in ((1, target_height), (2, target_width)):
        size = batch.shape[axis]
        if size > wanted:
            batch = batch.narrow(axis, (size - wanted) // 2, wanted)
        elif size < wanted:
            before = (wanted - size) // 2
            pads = [0, 0, 0, 0, 0, 0]
            pads[2 * (3 - axis)], pads[2 * (3 - axis) + 1] = before, wanted - size - before
            batch = F.pad(batch, pads)
    return _back(batch, single)


def resize_with_pad(image, target_height, target_width, method="bilinear", antialias=False):
    """Scaled as a whole to fit, the rest filled with zeros."""
    height, width = (int(size) for size in image.shape[-3:-1])
    scale = max(height / target_height, width / target_width)
    rows, columns = int(height / scale), int(width / scale)
    top, left = (target_height - rows) // 2, (target_width - columns) // 2
    return pad_to_bounding_box(resize(image, (rows, columns), method, antialias=antialias), top, left, target_height, target_width)


def psnr(a, b, max_val, name=None):
    """The peak signal-to-noise ratio in decibels."""
    first, second = t(a).to(torch.float32), t(b).to(torch.float32)
    error = torch.square(first - second).mean((-3, -2, -1))
    return wrap(20 * math.log10(max_val) - 10 * torch.log10(error))


def total_variation(images, name=None):
    """The sum of the absolute differences of neighbouring pixels."""
    found = t(images)
    rows, columns = torch.abs(found[..., 1:, :, :] - found[..., :-1, :, :]), torch.abs(found[..., :, 1:, :] - found[..., :, :-1, :])
    return wrap(rows.sum((-3, -2, -1)) + columns.sum((-3, -2, -1)))


def rgb_to_hsv(images, name=None):
    """Hue, saturation and value of colours in [0, 1]."""
    found = t(images)
    red, green, blue = found.unbind(-1)
    high, low = torch.amax(found, -1), torch.amin(found, -1)
    span = high - low
    safe = torch.where(span == 0, torch.ones_like(span), span)
    hue = torch.where(high == red, (green - blue) / safe, torch.where(high == green, 2 + (blue - red) / safe, 4 + (red - green) / safe)) / 6
    hue = torch.where(span == 0, torch.zeros_like(hue), torch.where(hue < 0, hue + 1, hue))
    saturation = torch.where(high > 0, span / torch.where(high == 0, torch.ones_like(high), high), torch.zeros_like(high))
    return wrap(torch.stack([hue, saturation, high], -1))


def hsv_to_rgb(images, name=None):
    """Colours in [0, 1] of hue, saturation and value."""
    hue, saturation, value = t(images).unbind(-1)
    sector = hue * 6
    parts = [torch.clamp(torch.abs(sector - 3) - 1, 0, 1), torch.clamp(2 - torch.abs(sector - 2), 0, 1), torch.clamp(2 - torch.abs(sector - 4), 0, 1)]
    return wrap(torch.stack([((part - 1) * saturation + 1) * value for part in parts], -1))


def adjust_saturation(image, saturation_factor, name=None):
    """Colours with their saturation multiplied."""
    hue, saturation, value = t(rgb_to_hsv(image)).unbind(-1)
    return hsv_to_rgb(wrap(torch.stack([hue, torch.clamp(saturation * saturation_factor, 0, 1), value], -1)))


def random_saturation(image, lower, upper, seed=None):
    """A random factor of the saturation."""
    return adjust_saturation(image, float(_random.uniform((), lower, upper, seed=seed)))


def random_hue(image, max_delta, seed=None):
    """A random turn of the colours."""
    return adjust_hue(image, float(_random.uniform((), -max_delta, max_delta, seed=seed)))


def adjust_hue(image, delta, name=None):
    """Colours with their hue turned by a share of the circle."""
    hue, saturation, value = t(rgb_to_hsv(image)).unbind(-1)
    return hsv_to_rgb(wrap(torch.stack([torch.remainder(hue + delta, 1.0), saturation, value], -1)))
