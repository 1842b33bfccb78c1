"""The source of every run of every cell, by the filename it was compiled under, and the cell's label for people."""

import linecache

_cells = {}  # filename -> (cell id, label)
_newest = {}  # cell id -> filename of its last run


def register(code, cell_id, label, count):
    """Makes a filename for this run: an old function must still find the text it came from."""
    filename = f"<{cell_id} #{count}>"
    _cells[filename] = (cell_id, label)
    _newest[cell_id] = filename
    # An entry without a modification time is never dropped by linecache.checkcache().
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    return filename


def is_cell(filename):
    """Whether code compiled under this name is a cell's."""
    return filename in _cells


def label(filename):
    """What people should read for a filename: a cell's label, or the name itself."""
    return _cells[filename][1] if filename in _cells else filename


def with_label(text, filename):
    """`text` with the quoted filename replaced by its label."""
    return text.replace(f'"{filename}"', f'"{label(filename)}"', 1) if filename in _cells else text


def cell_if_newest(filename):
    """The id of the cell whose present text is the one compiled under this name, or None."""
    cell_id, _ = _cells.get(filename, (None, None))
    return cell_id if cell_id is not None and _newest.get(cell_id) == filename else None
