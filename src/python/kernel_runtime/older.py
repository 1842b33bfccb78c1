"""Whether the running cell asked for the behaviour of the libraries of older texts, by `# compat: chapter` in its first line."""

import re

_FIRST_LINE = re.compile(r"#\s*compat:\s*chapter\s*(\n|$)")

wanted = False


def read(code):
    """Takes the wish of the cell that starts."""
    global wanted
    wanted = _FIRST_LINE.match(code.lstrip()) is not None
