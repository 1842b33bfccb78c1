"""tf.io's image files: PNG is read and written here; other kinds are told apart and refused, since nothing decodes them."""

import numpy

from keras.src.backend import convert_to_tensor, string_tensor, unwrap
from keras.src.backend.errors import invalid
from keras.src.utils.image_utils import png

_KINDS = ((b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"), (b"RIFF", "WebP"))


def _bytes_of(contents):
    return string_tensor(contents)._strings.tolist()


def _kind(data):
    return next((name for start, name in _KINDS if data.startswith(start)), None)


def is_jpeg(contents, name=None):
    """Whether bytes are a JPEG file."""
    return convert_to_tensor(_kind(_bytes_of(contents)) == "JPEG")


def encode_png(image, compression=-1, name=None):
    """The bytes of a PNG file of a uint8 image (height, width, channels)."""
    found = unwrap(image)
    if found.dim() != 3:
        raise invalid("EncodePng", f"image must be 3-dimensional[{','.join(map(str, found.shape))}]")
    height, width, channels = found.shape
    if channels == 2:
        raise NotImplementedError("PNG files of two channels (grey and opacity) are not written here; give 1, 3 or 4 channels")
    if channels not in (1, 3, 4):
        raise invalid("EncodePng", f"image must have 1, 2, 3, or 4 channels, got {channels}")
    return string_tensor(png.write(found.cpu().contiguous().numpy().tobytes(), width, height, channels))


def _as_channels(pixels, wanted):
    have = pixels.shape[-1]
    if wanted in (0, have):
        return pixels
    if have == 4:
        return _as_channels(pixels[..., :3], wanted)
    if wanted == 1:
        # What libpng computes: weights of 32768 parts, without rounding.
        red, green, blue = (pixels[..., i].astype("int64") for i in range(3))
        return ((9798 * red + 19235 * green + 3735 * blue) // 32768).astype("uint8")[..., None]
    rgb = numpy.concatenate([pixels] * 3, axis=-1) if have == 1 else pixels
    return rgb if wanted == 3 else numpy.concatenate([rgb, numpy.full((*rgb.shape[:2], 1), 255, dtype="uint8")], axis=-1)


def _decoded(contents, channels, op):
    data = _bytes_of(contents)
    kind = _kind(data)
    if kind is None:
        raise invalid(op, "Unknown image file format. One of JPEG, JPEG XL, PNG, GIF, BMP, WebP required.", given=([],))
    if kind != "PNG":
        raise NotImplementedError(f"{kind} images are not decoded here: only PNG files are (tf.io.encode_png and plt.savefig write them)")
    pixels, width, height, have = png.read(data)
    return _as_channels(numpy.frombuffer(pixels, dtype="uint8").reshape(height, width, have), channels or 0)


def decode_png(contents, channels=0, dtype="uint8", name=None):
    """The pixels of a PNG file (height, width, channels)."""
    return convert_to_tensor(_decoded(contents, channels, "DecodePng"))


def decode_jpeg(contents, channels=0, *_options, **_more):
    """The pixels of an image file; JPEG files are refused."""
    return convert_to_tensor(_decoded(contents, channels, "DecodeJpeg"))


def decode_image(contents, channels=None, dtype="uint8", name=None, expand_animations=True):
    """The pixels of an image file: uint8 from 0 to 255, or floats from 0 to 1."""
    pixels, kind = _decoded(contents, channels, "DecodeImage"), getattr(dtype, "name", dtype)
    return convert_to_tensor(pixels if kind == "uint8" else (pixels / 255).astype(kind), kind)
