"""A small stand-in for PIL's Image, which datasets hand to transforms: grey images, without drawing or resizing."""


class Image:
    """A grey image. Prints, and converts to a NumPy array, as PIL's Image of mode L does."""

    mode = "L"

    def __init__(self, width, height, pixels):
        self.size = (width, height)
        self._pixels = pixels

    @classmethod
    def from_gray(cls, width, height, pixels):
        """Makes an image from ``width * height`` bytes, row by row, 0 black and 255 white."""
        if len(pixels) != width * height:
            raise ValueError(f"A grey image of {width}x{height} needs {width * height} bytes, got {len(pixels)}.")
        return cls(width, height, bytes(pixels))

    @property
    def width(self):
        return self.size[0]

    @property
    def height(self):
        return self.size[1]

    def tobytes(self):
        return self._pixels

    def getpixel(self, xy):
        x, y = xy
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError("image index out of range")
        return self._pixels[y * self.width + x]

    def __array__(self, dtype=None, copy=None):
        import numpy

        array = numpy.frombuffer(self._pixels, dtype=numpy.uint8).reshape(self.height, self.width)
        # The bytes are read-only; PIL hands out an array of its own too.
        return array.astype(dtype or numpy.uint8)

    def __eq__(self, other):
        return isinstance(other, Image) and (self.size, self._pixels) == (other.size, other._pixels)

    __hash__ = None

    def __repr__(self):
        return f"<PIL.Image.Image image mode={self.mode} size={self.width}x{self.height} at 0x{id(self):X}>"

    def _repr_pretty_(self, printer, cycle):
        printer.text(f"<PIL.Image.Image image mode={self.mode} size={self.width}x{self.height}>")
