"""keras.ops.image: sizes, crops, patches and colours of images (height, width, channels), one or a batch of them."""

import torch

import torch.nn.functional as F

from keras.src.backend import config, placing, unwrap, wrap
from keras.src.ops.symbolic import op, same, symbolic

from .numpy.elementwise import _numeric
from .resized import KERNELS, resized


def _batched(images, data_format):
    """(a channels-last batch, a function that brings results back)."""
    found = unwrap(images)
    if found.dim() not in (3, 4):
        raise ValueError(
            "Invalid images rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with shape: "
            f"images.shape={tuple(found.shape)}"
        )
    first = config.standardize_data_format(data_format) == "channels_first"
    single = found.dim() == 3
    batch = found.unsqueeze(0) if single else found
    batch = batch.permute(0, 2, 3, 1) if first else batch

    def back(made):
        made = made.permute(0, 3, 1, 2) if first else made
        return wrap(made.squeeze(0) if single else made)

    return batch, back


def _sized(images, data_format, height, width, channels=None):
    first = config.standardize_data_format(data_format) == "channels_first"
    *batch, a, b, c = images.shape
    channels = channels or (a if first else c)
    return symbolic((*batch, channels, height, width) if first else (*batch, height, width, channels), images.dtype)


def _sides(images, data_format):
    return images.shape[-2:] if config.standardize_data_format(data_format) == "channels_first" else images.shape[-3:-1]


def _resize_spec(images, size, *_more, data_format=None, **_options):
    return _sized(images, data_format, *size)


@op(_resize_spec, tensors=("images",))
def resize(
    images, size, interpolation="bilinear", antialias=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, fill_mode="constant",
    fill_value=0.0, data_format=None,
):  # fmt: skip
    """Images of another size; nearest, bilinear, bicubic, lanczos3, lanczos5 or area."""
    batch, back = _batched(images, data_format)
    height, width = (int(each) for each in size)
    if crop_to_aspect_ratio or pad_to_aspect_ratio:
        batch = _to_ratio(batch, width / height, crop_to_aspect_ratio, fill_value)
    kind = batch.dtype
    if interpolation not in KERNELS:
        raise ValueError(f"Invalid `interpolation` argument. Expected one of {KERNELS}. Received: interpolation={interpolation}")
    if interpolation == "nearest":
        return back(resized(batch, (height, width), interpolation))
    made = resized(_numeric(batch), (height, width), interpolation, antialias)
    return back(made if kind.is_floating_point else torch.round(made).to(kind))


def _to_ratio(batch, ratio, crop, fill):
    """The middle of the images, or the images on a larger ground, with this width / height."""
    height, width = batch.shape[1:3]
    if crop:
        h, w = min(height, int(width / ratio)), min(width, int(height * ratio))
        top, left = (height - h) // 2, (width - w) // 2
        return batch[:, top : top + h, left : left + w]
    h, w = max(height, int(width / ratio)), max(width, int(height * ratio))
    top, left = (h - height) // 2, (w - width) // 2
    return F.pad(batch, [0, 0, left, w - width - left, top, h - height - top], value=fill)


@op(lambda images, data_format=None: _sized(images, data_format, *_sides(images, data_format), channels=1))
def rgb_to_grayscale(images, data_format=None):
    """0.2989 R + 0.587 G + 0.114 B, with one channel."""
    batch, back = _batched(images, data_format)
    return back((_numeric(batch) * placing.tensor([0.2989, 0.587, 0.114])).sum(-1, keepdim=True).to(batch.dtype))


@op(same)
def rgb_to_hsv(images, data_format=None):
    """Hue, saturation and value, all in [0, 1]."""
    batch, back = _batched(images, data_format)
    r, g, b = batch.unbind(-1)
    value, least = torch.amax(batch, -1), torch.amin(batch, -1)
    span = value - least
    safe = torch.where(span > 0, span, torch.ones_like(span))
    hue = torch.where(value == r, (g - b) / safe, torch.where(value == g, (b - r) / safe + 2, (r - g) / safe + 4)) / 6
    hue = torch.where(span > 0, torch.remainder(hue, 1.0), torch.zeros_like(hue))
    saturation = torch.where(value > 0, span / torch.where(value > 0, value, torch.ones_like(value)), torch.zeros_like(value))
    return back(torch.stack([hue, saturation, value], -1))


@op(same)
def hsv_to_rgb(images, data_format=None):
    """Red, green and blue from hue, saturation and value."""
    batch, back = _batched(images, data_format)
    hue, saturation, value = batch.unbind(-1)
    parts = [torch.clamp(torch.abs(torch.remainder(hue * 6 + shift, 6.0) - 3) - 1, 0, 1) for shift in (0.0, 4.0, 2.0)]
    return back(torch.stack([value * (1 - saturation + saturation * part) for part in parts], -1))


def _margins(size, before, target, after):
    """What lies before and after, from two of (before, target, after)."""
    if before is None:
        before = target - size - after
    return before, (target - size - before) if after is None else after


@op(lambda images, *a, target_height=None, target_width=None, data_format=None, **_o: _sized(images, data_format, target_height, target_width), tensors=("images",))
def pad_images(
    images, top_padding=None, left_padding=None, bottom_padding=None, right_padding=None, target_height=None, target_width=None, data_format=None
):  # fmt: skip
    """Images with zeros around."""
    batch, back = _batched(images, data_format)
    top, bottom = _margins(batch.shape[1], top_padding, target_height, bottom_padding)
    left, right = _margins(batch.shape[2], left_padding, target_width, right_padding)
    for name, each in (("top_padding", top), ("bottom_padding", bottom), ("left_padding", left), ("right_padding", right)):
        if each < 0:
            raise ValueError(f"{name} must be >= 0. Received: {name}={each}")
    return back(F.pad(batch, [0, 0, left, right, top, bottom]))


@op(lambda images, *a, target_height=None, target_width=None, data_format=None, **_o: _sized(images, data_format, target_height, target_width), tensors=("images",))
def crop_images(
    images, top_cropping=None, left_cropping=None, bottom_cropping=None, right_cropping=None, target_height=None, target_width=None, data_format=None
):  # fmt: skip
    """A rectangle of images."""
    batch, back = _batched(images, data_format)
    height, width = batch.shape[1:3]
    if target_height is None:
        target_height = height - (top_cropping or 0) - (bottom_cropping or 0)
    if target_width is None:
        target_width = width - (left_cropping or 0) - (right_cropping or 0)
    top = height - target_height - bottom_cropping if top_cropping is None else top_cropping
    left = width - target_width - right_cropping if left_cropping is None else left_cropping
    return back(batch[:, top : top + target_height, left : left + target_width])


def _windows(size, strides, dilation_rate):
    """(window, step, distance of a window's pixels), each a pair."""
    window = (size, size) if isinstance(size, int) else tuple(size)
    strides = window if strides is None else (strides, strides) if isinstance(strides, int) else tuple(strides)
    rate = (dilation_rate, dilation_rate) if isinstance(dilation_rate, int) else tuple(dilation_rate)
    if max(strides) > 1 and max(rate) > 1:
        raise ValueError(
            "`strides > 1` not supported in conjunction with `dilation_rate > 1`. "
            f"Received: strides={list(strides)} and dilation_rate={list(rate)}"
        )
    return window, strides, rate


def _patches_spec(images, size, strides=None, dilation_rate=1, padding="valid", data_format=None):
    window, strides, rate = _windows(size, strides, dilation_rate)
    first = config.standardize_data_format(data_format) == "channels_first"
    sides = []
    for n, k, s, r in zip(_sides(images, data_format), window, strides, rate):
        sides.append(None if n is None else -(-n // s) if padding == "same" else (n - (k - 1) * r - 1) // s + 1)
    return _sized(images, data_format, *sides, channels=images.shape[-3 if first else -1] * window[0] * window[1])


@op(_patches_spec, tensors=("images",))
def extract_patches(images, size, strides=None, dilation_rate=1, padding="valid", data_format=None):
    """Every window of the image flat in the last dimension."""
    batch, back = _batched(images, data_format)
    window, strides, rate = _windows(size, strides, dilation_rate)
    spans = [(k - 1) * r + 1 for k, r in zip(window, rate)]
    if padding == "same":
        from .nn.conv import same_padding

        pads = [same_padding(n, span, s) for n, span, s in zip(batch.shape[1:3], spans, strides)]
        batch = F.pad(batch, [0, 0, *pads[1], *pads[0]])
    windows = batch.unfold(1, spans[0], strides[0]).unfold(2, spans[1], strides[1])[..., :: rate[0], :: rate[1]]
    made = windows.permute(0, 1, 2, 4, 5, 3)
    return back(made.reshape(*made.shape[:3], -1))


__all__ = ["crop_images", "extract_patches", "hsv_to_rgb", "pad_images", "resize", "rgb_to_grayscale", "rgb_to_hsv"]
