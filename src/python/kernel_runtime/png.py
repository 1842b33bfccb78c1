"""Reads and writes PNG files with zlib: eight bits a channel, as figures and data sets have them (w3.org/TR/png)."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(pixels, width, height, channels):
    """The bytes of a PNG file; `pixels` row by row, 1 (grey), 3 (RGB) or 4 (RGBA) bytes each."""
    stride = width * channels
    rows = b"".join(b"\0" + pixels[at : at + stride] for at in range(0, height * stride, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def read(data):
    """(pixels, width, height, channels) of a PNG file with eight bits a channel."""
    if data[:8] != _SIGNATURE:
        raise NotImplementedError("only PNG files can be read here; for other formats use torchvision.io or PIL elsewhere")
    at, packed, palette, transparent = 8, b"", None, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", body)
        elif kind == b"PLTE":
            palette = body
        elif kind == b"tRNS":
            transparent = body
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    if depth != 8 or interlaced:
        raise NotImplementedError(f"PNG files with {depth} bits a channel or interlaced are not read here")
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    pixels = _unfilter(zlib.decompress(packed), width * channels, height, channels)
    if color == 3:
        channels = 4 if transparent else 3
        alpha = transparent.ljust(256, b"\xff")
        pixels = b"".join(
            palette[3 * index : 3 * index + 3] + (alpha[index : index + 1] if transparent else b"") for index in pixels
        )
    elif channels == 2:
        grey, opacity, channels = pixels[::2], pixels[1::2], 4
        widened = bytearray(4 * len(grey))
        for offset, part in enumerate((grey, grey, grey, opacity)):
            widened[offset::4] = part
        pixels = bytes(widened)
    return pixels, width, height, channels


def _unfilter(raw, stride, height, step):
    above = bytearray(stride)
    result = bytearray()
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for index in range(stride) if kind else ():
            left = line[index - step] if index >= step else 0
            up = above[index]
            corner = above[index - step] if index >= step else 0
            if kind == 1:
                guess = left
            elif kind == 2:
                guess = up
            elif kind == 3:
                guess = (left + up) // 2
            else:
                guess = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
            line[index] = (line[index] + guess) & 255
        result += line
        above = line
    return bytes(result)
