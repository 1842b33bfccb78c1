"""What a cell can show, as messages of src/protocol/messages.ts, and sys.stdout and sys.stderr. Batching is the worker's."""

import io

from pyodide.ffi import to_js

from kernel_runtime import link


def emit(output):
    """Sends one output (a dictionary as in src/protocol/messages.ts `Output`) to the running cell."""
    link.current.emit(to_js(output, dict_converter=link.current.toObject))


def emit_figure(figure_id, figure):
    """Shows `figure` (a dictionary as in `Figure`; pixels as bytes); the same id again replaces the drawing."""
    emit({"kind": "figure", "id": str(figure_id), "figure": figure})


def emit_table(columns, rows):
    """Shows a table of texts."""
    emit({"kind": "table", "columns": [str(c) for c in columns], "rows": [[str(v) for v in row] for row in rows]})


def emit_metric(tag, value, step, board="default"):
    """Adds one point to the live curve `tag` of a board."""
    link.current.metric(str(board), str(tag), int(step), float(value))


def clear_output(wait=False):
    """Removes what the cell has shown; with wait=True only when the next output comes."""
    emit({"kind": "clear", "wait": bool(wait)})


class _RawStream(io.RawIOBase):
    def __init__(self, name):
        self._name = name

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        link.current.write(self._name, data.decode("utf-8", "replace"))
        return len(data)


class TextStream(io.TextIOBase):
    """sys.stdout and sys.stderr: text goes straight to the worker, which batches it and keeps the order."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, descriptor):
        self.name = f"<{name}>"
        self._stream = name
        self._descriptor = descriptor
        self.buffer = _RawStream(name)

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return self._descriptor

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        # A lone surrogate cannot cross into JavaScript text unharmed.
        link.current.write(self._stream, text if text.isascii() else text.encode("utf-8", "replace").decode())
        return len(text)
