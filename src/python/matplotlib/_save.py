"""savefig: a figure as an SVG file, or as a PNG file where the worker can draw on a canvas."""

import base64
import html

from kernel_runtime import png
from matplotlib._render import render


def save(figure, target, kind, dpi, transparent):
    """Writes a figure to a path or a file object; the path's ending says which kind of file."""
    name = target if isinstance(target, str) else str(getattr(target, "name", "") if hasattr(target, "write") else target)
    if kind is None:
        ending = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
        kind = ending or "png"
        if not ending and isinstance(target, str):
            target = f"{target}.png"
    kind = kind.lower()
    if kind not in ("png", "svg"):
        if kind in ("pdf", "eps", "ps", "jpg", "jpeg", "tif", "tiff", "webp", "pgf", "raw", "rgba"):
            raise NotImplementedError(f"savefig writes .png and .svg files here, not .{kind}")
        raise ValueError(f"Format {kind!r} is not supported (supported formats: png, svg)")
    width, height, drawing = render(figure._message(), dpi / 100)
    ground = None if transparent else "#ffffff"
    data = _svg(width, height, drawing, ground) if kind == "svg" else _raster(width, height, drawing, ground)
    if hasattr(target, "write"):
        target.write(data)
    else:
        with open(target, "wb") as file:
            file.write(data)


def _raster(width, height, drawing, ground):
    from kernel_runtime import canvas

    return png.write(canvas.paint(width, height, drawing, ground), width, height, 4)


def _svg(width, height, drawing, ground):
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif">'
    ]
    if ground:
        parts.append(f'<rect width="100%" height="100%" fill="{ground}"/>')
    clips = 0
    for kind, *part in drawing:
        if kind == "path":
            parts.append(_svg_path(*part))
        elif kind == "text":
            parts.append(_svg_text(*part))
        elif kind == "image":
            parts.append(_svg_image(*part))
        elif kind == "clip":
            clips += 1
            x, y, w, h = part
            parts.append(f'<clipPath id="c{clips}"><rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}"/></clipPath>')
            parts.append(f'<g clip-path="url(#c{clips})">')
        else:
            parts.append("</g>")
    parts.append("</svg>\n")
    return "\n".join(parts).encode()


def _svg_path(d, fill, stroke, width, dashes, opacity):
    looks = f'fill="{fill or "none"}"'
    if stroke:
        looks += f' stroke="{stroke}" stroke-width="{width:.2f}" stroke-linejoin="round"'
        if dashes:
            looks += f' stroke-dasharray="{" ".join(f"{each:.2f}" for each in dashes)}"'
    if opacity < 1:
        looks += f' opacity="{opacity:.3g}"'
    return f'<path d="{d}" {looks}/>'


def _svg_text(x, y, words, size, color, anchor, turn, bold):
    looks = f'font-size="{size:.1f}" fill="{color}" text-anchor="{anchor}"'
    if bold:
        looks += ' font-weight="bold"'
    if turn:
        looks += f' transform="rotate({turn:g} {x:.2f} {y:.2f})"'
    return f'<text x="{x:.2f}" y="{y:.2f}" {looks}>{html.escape(words)}</text>'


def _svg_image(x, y, width, height, columns, rows, channels, pixels):
    data = base64.b64encode(png.write(bytes(pixels), columns, rows, channels)).decode()
    flip = f"translate({x:.2f} {y:.2f}) scale({-1 if width < 0 else 1} {-1 if height < 0 else 1})"
    return (
        f'<image transform="{flip}" width="{abs(width):.2f}" height="{abs(height):.2f}" preserveAspectRatio="none" '
        f'style="image-rendering:pixelated" href="data:image/png;base64,{data}"/>'
    )
