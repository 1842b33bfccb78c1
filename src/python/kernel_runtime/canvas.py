"""Draws paths, texts and pictures on a canvas of the worker and gives the pixels back: what savefig needs for PNG files."""

from pyodide.ffi import to_js

from kernel_runtime import link


def paint(width, height, drawing, ground):
    """RGBA bytes of a drawing (see matplotlib._render); `ground` is the colour below it, or None."""
    try:
        from js import ImageData, OffscreenCanvas, Path2D, Uint8ClampedArray
    except ImportError:
        raise NotImplementedError("PNG files need a browser with OffscreenCanvas; .svg files can be written everywhere") from None
    pen = _pen(OffscreenCanvas, width, height)
    if ground:
        pen.fillStyle = ground
        pen.fillRect(0, 0, width, height)
    pen.lineJoin = "round"
    for kind, *part in drawing:
        if kind == "path":
            d, fill, stroke, line, dashes, opacity = part
            shape = Path2D.new(d)
            pen.globalAlpha = opacity
            if fill:
                pen.fillStyle = fill
                pen.fill(shape)
            if stroke:
                pen.strokeStyle, pen.lineWidth = stroke, line
                _dash(pen, dashes)
                pen.stroke(shape)
            pen.globalAlpha = 1
        elif kind == "text":
            _write(pen, *part)
        elif kind == "image":
            _place(pen, part, ImageData, OffscreenCanvas, Uint8ClampedArray)
        elif kind == "clip":
            pen.save()
            pen.beginPath()
            pen.rect(*part)
            pen.clip()
        else:
            pen.restore()
    return bytes(pen.getImageData(0, 0, width, height).data.to_py())


def _pen(offscreen_canvas, width, height):
    # Pixels that are read back stay in the worker's own memory: no graphics process has to start for them.
    options = to_js({"willReadFrequently": True}, dict_converter=link.current.toObject)
    return offscreen_canvas.new(width, height).getContext("2d", options)


def _dash(pen, dashes):
    pen.setLineDash(to_js(list(dashes)))


def _write(pen, x, y, words, size, color, anchor, turn, bold):
    pen.save()
    pen.translate(x, y)
    pen.rotate(turn * 3.141592653589793 / 180)
    pen.font = f"{'bold ' if bold else ''}{size:.1f}px sans-serif"
    pen.fillStyle = color
    pen.textAlign = {"start": "left", "middle": "center", "end": "right"}[anchor]
    pen.fillText(words, 0, 0)
    pen.restore()


def _place(pen, part, image_data, offscreen_canvas, clamped):
    x, y, width, height, columns, rows, channels, pixels = part
    rgba = bytearray(b"\xff" * (4 * columns * rows))
    for offset in range(3):
        rgba[offset::4] = pixels[min(offset, channels - 1) :: channels]
    if channels == 4:
        rgba[3::4] = pixels[3::4]
    source = _pen(offscreen_canvas, columns, rows)
    source.putImageData(image_data.new(clamped.new(to_js(bytes(rgba))), columns, rows), 0, 0)
    pen.save()
    pen.imageSmoothingEnabled = False
    pen.translate(x, y)
    pen.scale(-1 if width < 0 else 1, -1 if height < 0 else 1)
    pen.drawImage(source.canvas, 0, 0, abs(width), abs(height))
    pen.restore()
