"""Work on images (batch, rows, cols, channels) that the layers share: resizing, and sampling at moved places."""

import torch

from keras.src.backend import placing, unwrap, wrap
from keras.src.ops.resized import resized  # noqa: F401


def as_batch(inputs, dtype):
    """(float images with a batch axis, whether one was added)."""
    x = unwrap(inputs)
    x = x if x.dtype is dtype else x.to(dtype)
    return (x.unsqueeze(0), True) if x.dim() == 3 else (x, False)


def finished(x, added):
    """The images as they were given: without the added axis."""
    return wrap(x.squeeze(0) if added else x)


def _folded(places, size, fill_mode):
    """Places outside of the image as places inside of it."""
    if fill_mode == "wrap":
        return torch.remainder(places, size)
    if fill_mode == "reflect":
        # … c b a | a b c | c b a …
        period = 2 * size
        inside = torch.remainder(places, period)
        return torch.where(inside >= size, period - 1 - inside, inside)
    return torch.clamp(places, 0, size - 1)


def sampled(x, rows, cols, interpolation, fill_mode, fill_value=0.0):
    """The images' values at places (batch, out_rows, out_cols) given in pixels."""
    batch, height, width, _ = x.shape
    number = placing.arange(batch).reshape(-1, 1, 1)

    def at(r, c):
        inside = (r >= 0) & (r < height) & (c >= 0) & (c < width)
        values = x[number, _folded(r, height, fill_mode), _folded(c, width, fill_mode)]
        if fill_mode == "constant":
            values = torch.where(inside.unsqueeze(-1), values, torch.full_like(values, fill_value))
        return values

    if interpolation == "nearest":
        return at(torch.round(rows).long(), torch.round(cols).long())
    r0, c0 = torch.floor(rows), torch.floor(cols)
    dr, dc = (rows - r0).unsqueeze(-1), (cols - c0).unsqueeze(-1)
    r0, c0 = r0.long(), c0.long()
    top = at(r0, c0) * (1 - dc) + at(r0, c0 + 1) * dc
    bottom = at(r0 + 1, c0) * (1 - dc) + at(r0 + 1, c0 + 1) * dc
    return top * (1 - dr) + bottom * dr


def moved(x, matrices, interpolation, fill_mode, fill_value):
    """Images whose pixel (row, col) comes from matrices (batch, 2, 3) · (row, col, 1), both measured from the centre."""
    _, height, width, _ = x.shape
    r = placing.arange(height).float() - (height - 1) / 2
    c = placing.arange(width).float() - (width - 1) / 2
    r, c = r.reshape(1, -1, 1), c.reshape(1, 1, -1)
    m = matrices.reshape(-1, 6, 1, 1)
    rows = m[:, 0] * r + m[:, 1] * c + m[:, 2] + (height - 1) / 2
    cols = m[:, 3] * r + m[:, 4] * c + m[:, 5] + (width - 1) / 2
    return sampled(x, rows, cols, interpolation, fill_mode, fill_value)


def bounds(factor, name, low=-float("inf"), high=float("inf"), expected=None):
    """(lower, upper) from a number (±) or a pair; `expected` is the sentence to raise otherwise.

    Raises:
        ValueError: for values outside of [low, high].
    """
    number = isinstance(factor, (int, float))
    pair = tuple(factor) if isinstance(factor, (tuple, list)) else (-abs(factor), abs(factor)) if number else ()
    if len(pair) != 2 or pair[0] > pair[1] or pair[0] < low or pair[1] > high:
        if expected is not None:
            raise ValueError(f"{expected} Received: input_number={factor}")
        raise ValueError(
            f"The `{name}` argument should be a number (or a list of two numbers) in the range [{low:g}, {high:g}]. "
            f"Received: {name}={factor}"
        )
    return pair
