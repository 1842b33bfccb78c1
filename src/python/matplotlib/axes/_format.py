"""The format strings of plot(): "ro--"."""

import re

from matplotlib import _draw, colors

_STYLES = ("--", "-.", "-", ":")
_LETTERS = "bgrcmykw"


def parse_format(fmt):
    """(line style, marker, colour) of a format string such as "ro--"; None where it says nothing."""
    if not fmt:
        return None, None, None
    if colors.is_color_like(fmt) and not re.fullmatch(r"[1-4]|0|\d", fmt):
        return "-", None, fmt
    style = marker = color = None

    def twice(what):
        return ValueError(f"{fmt!r} is not a valid format string (two {what} symbols)")

    at = 0
    while at < len(fmt):
        found = next((each for each in _STYLES if fmt.startswith(each, at)), None)
        letter = fmt[at]
        if found is not None:
            if style is not None:
                raise twice("linestyle")
            style, at = found, at + len(found)
            continue
        cycle = re.match(r"C\d", fmt[at:])
        if letter in _draw.MARKERS:
            if marker is not None:
                raise twice("marker")
            marker = letter
        elif letter in _LETTERS or cycle:
            if color is not None:
                raise twice("color")
            color = cycle.group() if cycle else letter
            at += 1 if cycle else 0
        else:
            raise ValueError(f"{fmt!r} is not a valid format string (unrecognized character {letter!r})")
        at += 1
    if style is None:
        style = "-" if marker is None else "None"
    return style, marker, color
