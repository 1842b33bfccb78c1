"""A table drawn with box characters, its cells wrapped at words, as the library `rich` draws it without a terminal."""

import re
import unicodedata

_TOP, _HEAD, _BELOW_HEAD = "┏━┳┓", "┃┃", "┡━╇┩"
_BODY, _BETWEEN, _BOTTOM = "││", "├─┼┤", "└─┴┘"


def _cells(text):
    """The width of a text on a screen: wide characters take two cells."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text, width):
    if _cells(text) <= width:
        return text
    kept = ""
    for c in text:
        if _cells(kept + c) > width - 1:
            break
        kept += c
    return kept + "…"


def wrap(text, width):
    """The lines of a cell; a word longer than the cell ends in an ellipsis."""
    lines, line, offset = [], "", 0
    for word in re.findall(r"\s*\S+\s*", text):
        length = _cells(word.rstrip())
        if width - offset >= length:
            line += word
            offset += _cells(word)
            continue
        if line:
            lines.append(line)
        line, offset = word, _cells(word)
    lines.append(line)
    return [_cut(line.rstrip() if _cells(line) > width else line, width) for line in lines]


def _aligned(line, width, alignment):
    if alignment == "left":
        return line + " " * (width - _cells(line))
    line = line.rstrip()
    spare = width - _cells(line)
    left = spare if alignment == "right" else spare // 2
    return " " * left + line + " " * (spare - left)


def fit(widths, total):
    """The widths of columns, padding included, reduced evenly so that the table is `total` wide."""
    widths = [width + 2 for width in widths]
    excess = sum(widths) - (total - len(widths) - 1)
    if excess <= 0:
        return widths
    fitted, left = [], len(widths)
    for width in widths:
        taken = min(width, round(excess / left))
        fitted.append(width - taken)
        excess -= taken
        left -= 1
    return fitted


def draw(header, rows, widths, alignments, total):
    """The table's lines.

    Args:
        header: titles of the columns.
        rows: lists of texts.
        widths: wished widths of the columns, without padding and borders.
        alignments: "left", "right" or "center" of each column.
        total: width of the whole table.
    """
    widths = fit(widths, total)

    def rule(pattern):
        left, dash, cross, right = pattern
        return left + cross.join(dash * width for width in widths) + right

    def row(fields, edges):
        cells = [wrap(field, width - 2) for field, width in zip(fields, widths)]
        height = max(map(len, cells))
        for i in range(height):
            parts = [
                " " + _aligned(cell[i] if i < len(cell) else "", width - 2, alignment) + " "
                for cell, width, alignment in zip(cells, widths, alignments)
            ]
            yield edges[0] + edges[1].join(parts) + edges[0]

    lines = [rule(_TOP), *row(header, _HEAD), rule(_BELOW_HEAD)]
    for i, fields in enumerate(rows):
        if i:
            lines.append(rule(_BETWEEN))
        lines.extend(row(fields, _BODY))
    lines.append(rule(_BOTTOM))
    return lines
