"""Waiting, stopping and asking: what lets the worker's messages in while Python runs, and what waits for them."""

import random as _random
import time

from pyodide.ffi import can_run_sync, run_sync

from kernel_runtime import link, sources

_checks = _random.Random()  # not the reader's generator: their seeds must give their numbers
TICK = 10  # the signal number that the worker's interrupt buffer raises every 50 ms


def _is_cell_frame(frame):
    while frame is not None:
        if sources.is_cell(frame.f_code.co_filename):
            return True
        frame = frame.f_back
    return False


def _is_finalizer(frame):
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False


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
    if _is_finalizer(frame):
        # CPython would ignore the exception there. It polls every 50th check, so a loop whose tensors are finalized at
        # just that distance would be caught there each time: the next try comes some checks later.
        link.current.tickSoon()
        for _ in range(_checks.randrange(50)):
            pass
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
