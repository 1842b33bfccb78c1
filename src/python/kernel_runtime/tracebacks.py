"""Tracebacks as Python prints them, with cells named by their labels and without the machinery below and between them."""

import linecache
import traceback
import warnings

from kernel_runtime import sources
from kernel_runtime.outputs import emit

# Frames of these files are the library's and Pyodide's, never what a cell's author has to read.
_HIDDEN = (
    "/lib/playground/",
    "/lib/python314.zip/pyodide/",
    "/lib/python314.zip/_pyodide/",
    "<exec>",
    "blob:",
)


def install_labels():
    """Everything that prints a traceback or a warning names a cell by its label instead of its internal filename."""
    format_frame = traceback.StackSummary.format_frame_summary
    format_syntax_error = traceback.TracebackException._format_syntax_error
    format_warning = warnings.formatwarning

    def format_frame_summary(self, frame_summary, **kwargs):
        return sources.with_label(format_frame(self, frame_summary, **kwargs), frame_summary.filename)

    def _format_syntax_error(self, stype, **kwargs):
        for line in format_syntax_error(self, stype, **kwargs):
            yield sources.with_label(line, self.filename)

    def formatwarning(message, category, filename, lineno, line=None):
        if line is None:
            line = linecache.getline(filename, lineno)
        return format_warning(message, category, sources.label(filename), lineno, line)

    traceback.StackSummary.format_frame_summary = format_frame_summary
    traceback.TracebackException._format_syntax_error = _format_syntax_error
    warnings.formatwarning = formatwarning


def _hide_internals(summary, seen):
    if summary is None or id(summary) in seen:
        return
    seen.add(id(summary))
    if summary.stack is not None:
        summary.stack[:] = [frame for frame in summary.stack if not frame.filename.startswith(_HIDDEN)]
    _hide_internals(summary.__cause__, seen)
    _hide_internals(summary.__context__, seen)
    for inner in summary.exceptions or ():
        _hide_internals(inner, seen)


def _error_lines(error, summary):
    """The places inside cells that the traceback names; only those whose text is still the cell's newest."""
    places = [(frame.filename, frame.lineno) for frame in summary.stack]
    if isinstance(error, SyntaxError):
        places.append((error.filename, error.lineno))
    lines = []
    for filename, line in places:
        cell_id = sources.cell_if_newest(filename)
        place = {"cellId": cell_id, "line": line}
        if cell_id is not None and line and place not in lines:
            lines.append(place)
    return lines


def show_error(error):
    try:
        summary = traceback.TracebackException.from_exception(error)
        _hide_internals(summary, set())
        text = "".join(summary.format())
        lines = _error_lines(error, summary)
        message = str(error)
    except Exception as failure:  # an exception whose own __str__ or __repr__ fails
        text = f"{type(error).__name__} (its text cannot be shown: {type(failure).__name__})\n"
        lines, message = [], ""
    emit({"kind": "error", "name": type(error).__name__, "message": message, "traceback": text, "lines": lines})
