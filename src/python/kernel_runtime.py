"""Runs cells in one session: compiles, shows results, formats tracebacks, carries outputs and files to the page.

Transport is left to the worker (src/kernel/worker), tensors to bridge. The worker calls connect() with its functions
after every start, so that this module can be part of a memory snapshot: nothing here may hold a JavaScript object
before that.
"""

import __future__
import __main__
import ast
import asyncio
import builtins
import importlib.util
import inspect
import io
import linecache
import os
import random
import signal
import sys
import time
import tokenize
import traceback
import warnings

from pyodide.ffi import can_run_sync, run_sync, to_js

LIBRARY = "/lib/playground/"
# Frames in these folders are the machinery below a cell, never what its author has to read.
_HIDDEN = (LIBRARY, "/lib/python314.zip/pyodide/", "/lib/python314.zip/_pyodide/", "<exec>", "blob:")
_TICK = 10  # the signal number that the worker's interrupt buffer raises every 50 ms

_channel = None
_cells = {}  # code filename -> (cell id, label)
_newest = {}  # cell id -> code filename of its last run
_future_flags = 0
_cell_task = None
_on_cell_start = []
_on_cell_end = []


# --- outputs -------------------------------------------------------------------------------------------------------


def emit(output):
    """Sends one output (a dictionary as in src/protocol/messages.ts `Output`) to the running cell."""
    _channel.emit(to_js(output, dict_converter=_channel.toObject))


def emit_figure(figure_id, figure):
    """Shows `figure` (a dictionary as in `Figure`; pixels as bytes); the same id again replaces the drawing."""
    emit({"kind": "figure", "id": str(figure_id), "figure": figure})


def emit_table(columns, rows):
    """Shows a table of texts."""
    emit({"kind": "table", "columns": [str(c) for c in columns], "rows": [[str(v) for v in row] for row in rows]})


def emit_metric(tag, value, step, board="default"):
    """Adds one point to the live curve `tag` of a board."""
    _channel.metric(str(board), str(tag), int(step), float(value))


def clear_output(wait=False):
    """Removes what the cell has shown; with wait=True only when the next output comes."""
    emit({"kind": "clear", "wait": bool(wait)})


def on_cell_start(callback):
    """Calls `callback()` before every cell."""
    _on_cell_start.append(callback)


def on_cell_end(callback):
    """Calls `callback()` after every cell, also after a failed one; what it shows belongs to that cell."""
    _on_cell_end.append(callback)


class _RawStream(io.RawIOBase):
    def __init__(self, name):
        self._name = name

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        _channel.write(self._name, data.decode("utf-8", "replace"))
        return len(data)


class _TextStream(io.TextIOBase):
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
        _channel.write(self._stream, text if text.isascii() else text.encode("utf-8", "replace").decode())
        return len(text)


# --- waiting, stopping, asking -------------------------------------------------------------------------------------


def _is_cell_frame(frame):
    while frame is not None:
        if frame.f_code.co_filename in _cells:
            return True
        frame = frame.f_back
    return False


def _on_tick(_signal, frame):
    """Lets the worker's messages in, so that a stop request arrives while Python computes.

    Switching stacks is only legal above a cell: in event-loop glue or below a JavaScript callback it hangs Pyodide.
    """
    if not _is_cell_frame(frame) or not can_run_sync():
        _channel.resume()
        return
    try:
        run_sync(_channel.pause())
    except SystemError:  # a stack that cannot switch after all
        _channel.resume()
        return
    _channel.resume()
    if _channel.stopping():
        raise KeyboardInterrupt


def _wait(promise):
    result = run_sync(promise)
    if _channel.stopping():
        raise KeyboardInterrupt
    return result


_plain_sleep = time.sleep


def _sleep(seconds, /):
    seconds = float(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if can_run_sync():
        _wait(_channel.sleep(seconds * 1000))
    else:
        _plain_sleep(seconds)


def _input(prompt="", /):
    if not can_run_sync():
        raise RuntimeError("input() needs a browser with JavaScript Promise Integration (Chrome or Edge 137 or newer)")
    text = _wait(_channel.ask(str(prompt)))
    if text is None:
        raise EOFError("EOF when reading a line")
    return text


def interrupt():
    """Called by the worker while Python waits: cancels a cell that stands at an `await`."""
    if _cell_task is not None and not _cell_task.done():
        _cell_task.cancel()


# --- tracebacks ----------------------------------------------------------------------------------------------------


def _label(filename):
    return _cells[filename][1] if filename in _cells else filename


def _with_label(text, filename):
    return text.replace(f'"{filename}"', f'"{_label(filename)}"', 1) if filename in _cells else text


def _install_labels():
    """Everything that prints a traceback or a warning names a cell by its label instead of its internal filename."""
    format_frame = traceback.StackSummary.format_frame_summary
    format_syntax_error = traceback.TracebackException._format_syntax_error
    format_warning = warnings.formatwarning

    def format_frame_summary(self, frame_summary, **kwargs):
        return _with_label(format_frame(self, frame_summary, **kwargs), frame_summary.filename)

    def _format_syntax_error(self, stype, **kwargs):
        for line in format_syntax_error(self, stype, **kwargs):
            yield _with_label(line, self.filename)

    def formatwarning(message, category, filename, lineno, line=None):
        if line is None:
            line = linecache.getline(filename, lineno)
        return format_warning(message, category, _label(filename), lineno, line)

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
        cell = _cells.get(filename)
        if cell and line and _newest.get(cell[0]) == filename:
            place = {"cellId": cell[0], "line": line}
            if place not in lines:
                lines.append(place)
    return lines


def _show_error(error):
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


# --- running -------------------------------------------------------------------------------------------------------

_FUTURE_MASK = 0
for _name in __future__.all_feature_names:
    _FUTURE_MASK |= getattr(__future__, _name).compiler_flag


_LAYOUT_TOKENS = {
    tokenize.COMMENT,
    tokenize.NEWLINE,
    tokenize.NL,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.DEDENT,
}


def _ends_with_semicolon(code):
    last = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type not in _LAYOUT_TOKENS:
                last = token.string
    except tokenize.TokenError:
        return False
    return last == ";"


def _compile(code, filename):
    """Returns the code object of the statements and that of a final expression whose value is shown (or None)."""
    global _future_flags
    flags = _future_flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    tree = compile(code, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    final = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not _ends_with_semicolon(code):
        final = ast.Expression(tree.body.pop().value)
    # Statements first: a `from __future__` there must hold for the final expression too.
    statements = compile(tree, filename, "exec", flags, dont_inherit=True)
    _future_flags |= statements.co_flags & _FUTURE_MASK
    if final is not None:
        final = compile(final, filename, "eval", flags | (statements.co_flags & _FUTURE_MASK), dont_inherit=True)
    return statements, final


def _is_coroutine(code):
    return bool(code.co_flags & inspect.CO_COROUTINE)


async def _evaluate_async(code, namespace):
    value = eval(code, namespace)
    return await value if _is_coroutine(code) else value


async def _run_awaiting(statements, final, namespace):
    await _evaluate_async(statements, namespace)
    return None if final is None else await _evaluate_async(final, namespace)


async def _settle(coroutine):
    """What the coroutine returned and what it raised: an exception must not pass through the event loop, which would
    report it a second time."""
    try:
        return await coroutine, None
    except BaseException as error:
        return None, error


def _in_event_loop(coroutine):
    """Runs a cell that awaits at its top level as a task, so that asyncio finds a current task in it."""
    global _cell_task
    _cell_task = asyncio.ensure_future(_settle(coroutine))
    try:
        value, error = run_sync(_cell_task)
    finally:
        _cell_task = None
    if isinstance(error, asyncio.CancelledError) and _channel.stopping():
        raise KeyboardInterrupt().with_traceback(error.__traceback__)
    if error is not None:
        raise error
    return value


def _execute(code, filename):
    namespace = __main__.__dict__
    statements, final = _compile(code, filename)
    if _is_coroutine(statements) or (final is not None and _is_coroutine(final)):
        if not can_run_sync():
            raise RuntimeError("await at the top level needs a browser with JavaScript Promise Integration")
        value = _in_event_loop(_run_awaiting(statements, final, namespace))
    else:
        exec(statements, namespace)
        value = None if final is None else eval(final, namespace)
    if value is not None:
        emit({"kind": "result", "text": repr(value)})


def _guarded(step):
    """Runs `step`; shows what it raises and says how it ended."""
    try:
        step()
        return "ok"
    except KeyboardInterrupt as error:
        _show_error(error)
        return "interrupted"
    except SystemExit as error:
        if error.code in (None, 0):
            return "ok"
        _show_error(error)
        return "error"
    except BaseException as error:
        _show_error(error)
        return "error"


def run_cell(code, cell_id, label, count):
    """Runs one cell in `__main__`; returns 'ok', 'error' or 'interrupted'."""
    filename = f"<{cell_id} #{count}>"
    _cells[filename] = (cell_id, label)
    _newest[cell_id] = filename
    # An entry without a modification time is never dropped by linecache.checkcache().
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)

    def start():
        for callback in _on_cell_start:
            callback()
        _execute(code, filename)

    outcome = _guarded(start)
    for callback in _on_cell_end:
        ended = _guarded(callback)
        outcome = ended if outcome == "ok" else outcome
    # The traceback of a failed cell would keep its tensors alive.
    sys.last_exc = sys.last_type = sys.last_value = sys.last_traceback = None
    return outcome


# --- files ---------------------------------------------------------------------------------------------------------

_LARGEST_MIRRORED = 256 * 1024 * 1024
_known_files = {}


def _scan_files():
    found = {}
    for folder, _, names in os.walk(os.environ["HOME"]):
        for name in names:
            path = os.path.join(folder, name)
            try:
                state = os.stat(path)
            except OSError:
                continue
            if state.st_size <= _LARGEST_MIRRORED:
                found[path] = (state.st_mtime_ns, state.st_size)
    return found


def announce_files():
    """Tells the page which files below the home folder were written or removed since the last call."""
    global _known_files
    found = _scan_files()
    for path in _known_files.keys() - found.keys():
        _channel.file(path, None)
    for path, state in found.items():
        if _known_files.get(path) != state:
            with open(path, "rb") as file:
                _channel.file(path, to_js(file.read()))
    _known_files = found


def write_file(path, data):
    """Puts a file that the page kept back in its place, without announcing it."""
    home = os.environ["HOME"]
    path = os.path.normpath(os.path.join(home, path))
    if not path.startswith(home + "/"):
        raise ValueError(f"{path} is not below {home}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data.to_py())
    state = os.stat(path)
    _known_files[path] = (state.st_mtime_ns, state.st_size)


# Part of a snapshot when the library has them.
_PRELOADED = ("bridge", "torch", "numpy", "matplotlib.pyplot", "json", "dataclasses", "inspect", "collections.abc")


def preload():
    """Imports what most lessons use, before a memory snapshot is taken."""
    for name in _PRELOADED:
        if importlib.util.find_spec(name.partition(".")[0]) is not None:
            importlib.import_module(name)


# --- start ---------------------------------------------------------------------------------------------------------


def _describe_for_javascript(kind, error, _traceback):
    """Pyodide takes what this prints on descriptor 2 as the text of the JavaScript error that carries a Python exception.

    The exception itself comes back unchanged when it returns to Python, so one line is enough (and cheap).
    """
    print(f"{kind.__name__}: {error}", file=sys.__stderr__, flush=True)


def connect(channel):
    """Joins this interpreter to its worker; called once after every start, plain or from a snapshot."""
    global _channel
    _channel = channel
    # A snapshot repeats the state in which it was taken.
    random.seed()
    sys.stdout = _TextStream("stdout", 1)
    sys.stderr = _TextStream("stderr", 2)
    sys.excepthook = _describe_for_javascript
    builtins.input = _input
    time.sleep = _sleep
    signal.signal(_TICK, _on_tick)
    # A KeyboardInterrupt inside another task also reaches the event loop, which would report it as an unhandled error.
    asyncio.get_event_loop()._keyboard_interrupt_handler = lambda: None
    os.makedirs(os.environ["HOME"], exist_ok=True)
    os.chdir(os.environ["HOME"])
    sys.path[0] = ""


_install_labels()
