"""What the messages to the page (src/protocol/figure.ts) are made of: colours, lengths, packed coordinates."""

import numpy as np

from matplotlib import colors as _colors

# The page draws matplotlib's palette and the plain colour names in its own theme, so that they keep their contrast in both.
_PALETTE = {value: f"C{index}" for index, value in enumerate(_colors.TABLEAU_COLORS.values())}
_NAMED = {
    "b": "C0",
    "blue": "C0",
    "orange": "C1",
    "darkorange": "C1",
    "g": "C2",
    "green": "C2",
    "r": "C3",
    "red": "C3",
    "purple": "C4",
    "brown": "C5",
    "m": "C6",
    "magenta": "C6",
    "gray": "C7",
    "grey": "C7",
    "y": "C8",
    "olive": "C8",
    "c": "C9",
    "cyan": "C9",
}
_INK = ("k", "black", "#000", "#000000", "#000000ff")

_POINT = 1.2  # CSS pixels for a point; a figure of 6.4 inches fills a text column
_SIZES = {
    "xx-small": 0.6,
    "x-small": 0.7,
    "small": 0.85,
    "medium": 1.0,
    "large": 1.2,
    "x-large": 1.44,
    "xx-large": 1.73,
    "smaller": 0.85,
    "larger": 1.2,
}

MARKERS = {
    "o": "circle",
    ".": "dot",
    ",": "dot",
    "s": "square",
    "^": "triangle",
    "2": "triangle",
    "v": "down",
    "1": "down",
    "<": "left",
    "3": "left",
    ">": "right",
    "4": "right",
    "d": "diamond",
    "D": "diamond",
    "*": "star",
    "+": "plus",
    "P": "plus",
    "|": "vline",
    "_": "hline",
    "x": "cross",
    "X": "cross",
    "p": "circle",
    "h": "circle",
    "H": "circle",
    "8": "circle",
}
NO_MARKER = ("None", "none", " ", "", None)

LINE_STYLES = {
    "-": "solid",
    "solid": "solid",
    "--": "dashed",
    "dashed": "dashed",
    ":": "dotted",
    "dotted": "dotted",
    "-.": "dashdot",
    "dashdot": "dashdot",
    "None": "none",
    "none": "none",
    " ": "none",
    "": "none",
}


def token(color, literal=False):
    """A colour as the page takes it; `literal` keeps black black, as on top of an image."""
    if isinstance(color, str):
        if color == "paper":
            return color
        if color in _INK and not literal:
            return "ink"
        if color.lower() in _PALETTE:
            return _PALETTE[color.lower()]
        if color in _NAMED and not literal:
            return _NAMED[color]
        if color in _colors.TABLEAU_COLORS:
            return _PALETTE[_colors.TABLEAU_COLORS[color]]
    rgba = _colors.to_rgba(color)
    text = _colors.to_hex(rgba, keep_alpha=rgba[3] < 1)
    return _PALETTE.get(text, text) if not literal else text


def is_none(color):
    """Whether a colour means that nothing is painted."""
    return color is None or isinstance(color, str) and color.lower() == "none"


def pixels(points):
    """A length in points as CSS pixels."""
    return float(points) * _POINT


def font_size(size, default="medium"):
    """A font size (points or a name) as CSS pixels."""
    from matplotlib import rcParams

    size = default if size is None else size
    if isinstance(size, str):
        if size not in _SIZES:
            raise ValueError(f"Unknown font size {size!r}")
        size = _SIZES[size] * float(rcParams["font.size"])
    return max(8.0, pixels(size))


def line_style(style):
    """A line style's name, or its symbol, as the page takes it; a tuple of dashes is dashed."""
    if style is None:
        return "solid"
    if isinstance(style, tuple):
        return "dashed"
    if style not in LINE_STYLES:
        names = "'-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'"
        raise ValueError(f"{style!r} is not a valid value for ls; supported values are {names}")
    return LINE_STYLES[style]


def pack(values):
    """Coordinates as the bytes of float64 values."""
    return np.asarray(values, dtype=np.float64).ravel().tobytes()


def floats(values):
    """Anything with numbers in it as a one-dimensional float64 array; what is masked or None is NaN."""
    if hasattr(values, "detach"):
        values = values.detach() if not getattr(values, "requires_grad", False) else values
    if isinstance(values, (list, tuple)) and any(each is None for each in values):
        values = [np.nan if each is None else each for each in values]
    return np.asarray(values, dtype=np.float64).ravel()


def extremes(values):
    """(lowest, highest, lowest above zero) of the finite values, or None."""
    values = values[np.isfinite(values)]
    if values.size == 0:
        return None
    above = values[values > 0]
    return float(values.min()), float(values.max()), float(above.min()) if above.size else np.inf


def thin(x, y, limit=20_000):
    """A very long curve as the lowest and the highest point of each of many stretches: no screen shows more."""
    if len(x) <= limit or not bool((np.diff(x) >= 0).all()):
        return x, y
    stretches = limit // 2
    length = len(x) // stretches
    usable = stretches * length
    rows = y[:usable].reshape(stretches, length)
    filled = np.where(np.isfinite(rows), rows, 0.0)
    starts = np.arange(stretches) * length
    picked = np.sort(np.concatenate([starts + filled.argmin(axis=1), starts + filled.argmax(axis=1), [len(x) - 1]]))
    return x[picked], y[picked]
