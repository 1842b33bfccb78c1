"""AxesImage: an array as pixels; imread and imsave."""

import numpy as np

from matplotlib import _draw, cm
from matplotlib.artist import Artist

_LARGEST = 1024  # pixels a side that are sent: more than a screen shows of one axes


class AxesImage(Artist, cm.ScalarMappable):
    """What imshow() returns."""

    zorder = 0

    def __init__(self, data, *, extent, origin, smooth, norm=None, cmap=None, **kwargs):
        Artist.__init__(self)
        cm.ScalarMappable.__init__(self, norm, cmap)
        self._extent, self._origin, self._smooth = extent, origin, smooth
        self.set_data(data)
        self.set(**kwargs)

    def set_data(self, A):
        values = np.asarray(A.detach() if hasattr(A, "detach") and not getattr(A, "requires_grad", False) else A)
        if values.dtype == bool:
            values = values.astype(np.uint8)
        if values.ndim == 3 and values.shape[-1] == 1:
            values = values[:, :, 0]
        if not (values.ndim == 2 or values.ndim == 3 and values.shape[-1] in (3, 4)):
            raise TypeError(f"Invalid shape {values.shape} for image data")
        if values.dtype.kind not in "fiu":
            raise TypeError(f"Image data of dtype {values.dtype} cannot be converted to float")
        self._A = values
        if values.ndim == 2:
            self.norm.autoscale_None(values)

    set_array = set_data

    def get_size(self):
        return self._A.shape[:2]

    def set_extent(self, extent):
        self._extent = tuple(float(each) for each in extent)

    def get_extent(self):
        return list(self._extent)

    def set_interpolation(self, s):
        self._smooth = s not in (None, "nearest", "none", "antialiased", "auto")

    def _limits(self):
        left, right, bottom, top = self._extent
        return _draw.extremes(np.array([left, right])), _draw.extremes(np.array([bottom, top]))

    @property
    def _sticky(self):
        left, right, bottom, top = self._extent
        return (left, right), (bottom, top)

    def _marks(self):
        values = self._A
        rows, columns = values.shape[:2]
        if max(rows, columns) > _LARGEST:
            values = values[:: -(-rows // _LARGEST), :: -(-columns // _LARGEST)]
        if self._origin == "lower":
            values = values[::-1]
        if values.ndim == 2:
            channels, pixels = self._pixels(values)
        else:
            channels, pixels = values.shape[2], _true_color(values)
        left, right, bottom, top = self._extent
        if self._origin == "lower":
            bottom, top = min(bottom, top), max(bottom, top)
        return [
            {
                "kind": "image",
                "height": values.shape[0],
                "width": values.shape[1],
                "channels": channels,
                "pixels": pixels,
                "extent": [float(left), float(right), float(bottom), float(top)],
                "smooth": self._smooth,
                "alpha": 1.0 if self._alpha is None else self._alpha,
            }
        ]

    def _key(self):
        return {"color": "C0", "shape": "area", "style": "solid"}

    def __repr__(self):
        return f"<matplotlib.image.AxesImage object at {hex(id(self))}>"


def _true_color(values):
    """RGB values as bytes: floats are from 0 to 1, whole numbers from 0 to 255."""
    if values.dtype.kind == "f":
        if bool((values < 0).any()) or bool((values > 1).any()):
            import sys

            print(
                "Clipping input data to the valid range for imshow with RGB data ([0..1] for floats or [0..255] for integers).",
                file=sys.stderr,
            )
        values = np.floor(np.clip(np.nan_to_num(values), 0, 1) * 255 + 0.5)
    return np.clip(values, 0, 255).astype(np.uint8).tobytes()


def imread(fname, format=None):
    """Reads a PNG file as an array of floats from 0 to 1."""
    from kernel_runtime import png

    with fname if hasattr(fname, "read") else open(fname, "rb") as file:
        pixels, width, height, channels = png.read(file.read())
    values = np.frombuffer(pixels, dtype=np.uint8).reshape(height, width, channels)
    return (values[:, :, 0] if channels == 1 else values).astype(np.float32) / 255


def imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin="upper", dpi=100, **kwargs):
    """Writes an array as a PNG file, one pixel a value."""
    from kernel_runtime import png

    image = AxesImage(arr, extent=(0, 1, 0, 1), origin=origin, smooth=False, cmap=cmap)
    image.set_clim(vmin, vmax)
    mark = image._marks()[0]
    data = png.write(mark["pixels"], mark["width"], mark["height"], mark["channels"])
    if hasattr(fname, "write"):
        fname.write(data)
    else:
        with open(fname, "wb") as file:
            file.write(data)
