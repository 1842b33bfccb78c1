"""Waiting, stopping and asking: what lets the worker's messages in while Python runs, and what waits for them."""

import sys
import time

from pyodide.ffi import can_run_sync, run_sync

from kernel_runtime import link, sources

TICK = 10  # the signal number that the worker's interrupt buffer raises every 50 ms


def _is_cell_frame(frame):
    while frame is not None:
        if sources.is_cell(frame.f_code.co_filename):
            return True
        frame = frame.f_back
    return False


def _outside_finalizers(frame):
    """The innermost frame that no `__del__` is above, and whether that is another than `frame`."""
    outside, each = frame, frame
    while each is not None:
        if each.f_code.co_name == "__del__":
            outside = each.f_back
        each = each.f_back
    return outside, outside is not frame


def _raise_at_next_line(frame):
    """CPython ignores an exception that leaves `__del__`, so the interrupt waits for the frame that finalized the object."""

    def interrupt(_frame, _event, _argument):
        sys.settrace(None)
        link.current.stopping()
        raise KeyboardInterrupt

    sys.settrace(lambda *_: None)  # without a trace function of the thread, CPython does not ask the frame's
    frame.f_trace = interrupt


def on_tick(_signal, frame):
    """Lets the worker's messages in, so that a stop request arrives while Python computes.

    Switching stacks is only legal above a cell: in event-loop glue or below a JavaScript callback it hangs Pyodide.
    """
    if not _is_cell_frame(frame) or not can_run_sync():
        link.current.resume()
        return
    if not link.current.stopRequested():
        try:
            run_sync(link.current.pause())
        except SystemError:  # a stack that cannot switch after all
            link.current.resume()
            return
        link.current.resume()
    if not link.current.stopRequested():
        return
    outside, finalizing = _outside_finalizers(frame)
    if finalizing:
        link.current.resume()
        if outside is not None:
            _raise_at_next_line(outside)
        return
    link.current.stopping()
    raise KeyboardInterrupt


def wait(promise):
    result = run_sync(promise)
    if link.current.stopping():
        raise KeyboardInterrupt
    return result


_plain_sleep = time.sleep


def sleep(seconds, /):
    seconds = float(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if can_run_sync():
        wait(link.current.sleep(seconds * 1000))
    else:
        _plain_sleep(seconds)


def ask(prompt="", /):
    if not can_run_sync():
        raise RuntimeError("input() needs a browser with JavaScript Promise Integration (Chrome or Edge 137 or newer)")
    text = wait(link.current.ask(str(prompt)))
    if text is None:
        raise EOFError("EOF when reading a line")
    return text
