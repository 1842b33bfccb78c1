"""The worker's side of Python: runs cells in one session and carries outputs, questions and files to the page.

Transport is left to the worker (src/kernel/worker), tensors to bridge. Packages may use what is imported here by name:
emit_figure and the other outputs, on_cell_start and on_cell_end. The worker calls connect() after every start, so that
this package can be part of a memory snapshot.
"""

import asyncio
import builtins
import contextlib
import importlib
import os
import random
import signal
import sys
import time

from kernel_runtime import absent, file_errors, link, tracebacks, waiting
from kernel_runtime.cells import interrupt, on_cell_end, on_cell_start, run_cell
from kernel_runtime.files import announce_files, write_file
from kernel_runtime.outputs import TextStream, clear_output, emit, emit_figure, emit_metric, emit_table

__all__ = [
    "announce_files",
    "clear_output",
    "connect",
    "emit",
    "emit_figure",
    "emit_metric",
    "emit_table",
    "interrupt",
    "on_cell_end",
    "on_cell_start",
    "preload",
    "run_cell",
    "write_file",
]

# Part of a snapshot when the library has them.
_PRELOADED = ("bridge", "torch", "torchvision", "numpy", "numpy.linalg", "numpy.random", "matplotlib.pyplot", "IPython.display", "tqdm.auto", "json", "dataclasses", "collections.abc")


def preload():
    """Imports what most lessons use, before a memory snapshot is taken."""
    for name in _PRELOADED:
        # A package that cannot be imported must not cost the snapshot: its error belongs to the cell that imports it.
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _describe_for_javascript(kind, error, _traceback):
    """Pyodide takes what this prints on descriptor 2 as the text of the JavaScript error that carries a Python exception.

    The exception itself comes back unchanged when it returns to Python, so one line is enough (and cheap).
    """
    print(f"{kind.__name__}: {error}", file=sys.__stderr__, flush=True)


def _display(*objects, **options):
    """IPython.display.display, which notebooks have without an import."""
    from IPython.display import display

    return display(*objects, **options)


def _get_ipython():
    """The shell of the cell, as notebooks have it without an import."""
    from IPython import get_ipython

    return get_ipython()


def connect(channel):
    """Joins this interpreter to its worker; called once after every start, plain or from a snapshot."""
    link.current = channel
    # A snapshot repeats the state in which it was taken.
    random.seed()
    sys.path[:] = dict.fromkeys(sys.path)
    sys.stdout = TextStream("stdout", 1)
    sys.stderr = TextStream("stderr", 2)
    sys.excepthook = _describe_for_javascript
    builtins.input = waiting.ask
    builtins.display = _display
    builtins.get_ipython = _get_ipython
    time.sleep = waiting.sleep
    signal.signal(waiting.TICK, waiting.on_tick)
    # A KeyboardInterrupt inside another task also reaches the event loop, which would report it as an unhandled error.
    asyncio.get_event_loop()._keyboard_interrupt_handler = lambda: None
    os.makedirs(os.environ["HOME"], exist_ok=True)
    os.chdir(os.environ["HOME"])


tracebacks.install_labels()
absent.install()
file_errors.install()
