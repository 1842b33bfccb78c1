"""Runs a cell: compiles it, executes it in `__main__`, shows the value of its last expression and what it raised."""

import __future__
import __main__
import ast
import asyncio
import contextlib
import inspect
import io
import sys
import tokenize

from pyodide.ffi import can_run_sync, run_sync

from kernel_runtime import link, magics, older, sources
from kernel_runtime.display import show
from kernel_runtime.tracebacks import show_error

_future_flags = 0
_cell_task = None
_on_cell_start = []
_on_cell_end = []


def on_cell_start(callback):
    """Calls `callback()` before every cell."""
    _on_cell_start.append(callback)


def on_cell_end(callback):
    """Calls `callback()` after every cell, also after a failed one; what it shows belongs to that cell."""
    _on_cell_end.append(callback)


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
    tree = _parse(code, filename, flags)
    final = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not _ends_with_semicolon(code):
        final = ast.Expression(tree.body.pop().value)
    # Statements first: a `from __future__` there must hold for the final expression too.
    statements = compile(tree, filename, "exec", flags, dont_inherit=True)
    _future_flags |= statements.co_flags & _FUTURE_MASK
    if final is not None:
        final = compile(final, filename, "eval", flags | (statements.co_flags & _FUTURE_MASK), dont_inherit=True)
    return statements, final


def _parse(code, filename, flags):
    """The syntax tree; lines with magics (`%timeit x`, `!ls`) are no Python and are translated first."""
    flags |= ast.PyCF_ONLY_AST
    try:
        return compile(code, filename, "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        translated = magics.translate(code)
        if translated == code:
            raise
        try:
            return compile(translated, filename, "exec", flags, dont_inherit=True)
        except SyntaxError:
            raise error from None


def _is_coroutine(code):
    return bool(code.co_flags & inspect.CO_COROUTINE)


async def _evaluate_async(code, namespace):
    value = eval(code, namespace)
    return await value if _is_coroutine(code) else value


async def _run_awaiting(statements, final, namespace):
    await _evaluate_async(statements, namespace)
    return None if final is None else await _evaluate_async(final, namespace)


async def _settle(coroutine, ending):
    """Puts what the coroutine returned and what it raised into `ending`. An exception must not pass through the event
    loop, which would report it a second time; and a task that is cancelled while it ends forgets its result."""
    try:
        ending.append((await coroutine, None))
    except BaseException as error:
        ending.append((None, error))


def _in_event_loop(coroutine):
    """Runs a cell that awaits at its top level as a task, so that asyncio finds a current task in it."""
    global _cell_task
    ending = []
    _cell_task = asyncio.ensure_future(_settle(coroutine, ending))
    try:
        with contextlib.suppress(asyncio.CancelledError):
            run_sync(_cell_task)
    finally:
        _cell_task = None
    value, error = ending[0] if ending else (None, asyncio.CancelledError())
    if isinstance(error, asyncio.CancelledError) and link.current.stopping():
        raise KeyboardInterrupt().with_traceback(error.__traceback__)
    if error is not None:
        raise error
    return value


_running = None  # the filename of the running cell


def _execute(code, filename):
    global _running
    _running = filename
    magic = magics.split_cell_magic(code)
    if magic is not None:
        value = magics.run_cell(*magic)
        if value is not None:
            show(value)
    else:
        execute_more(code)


def execute_more(code):
    """Runs code as the running cell's and shows the value of a final expression."""
    namespace = __main__.__dict__
    filename = _running
    statements, final = _compile(code, filename)
    if _is_coroutine(statements) or (final is not None and _is_coroutine(final)):
        if not can_run_sync():
            raise RuntimeError("await at the top level needs a browser with JavaScript Promise Integration")
        value = _in_event_loop(_run_awaiting(statements, final, namespace))
    else:
        exec(statements, namespace)
        value = None if final is None else eval(final, namespace)
    if value is not None:
        _remember(value)
        show(value)


_latest = None


def _remember(value):
    """`_` is the latest result, as long as the program does not use the name itself."""
    global _latest
    namespace = __main__.__dict__
    if "_" not in namespace or namespace["_"] is _latest:
        namespace["_"] = _latest = value


def _guarded(step):
    """Runs `step`; shows what it raises and says how it ended."""
    try:
        step()
        return "ok"
    except KeyboardInterrupt as error:
        show_error(error)
        return "interrupted"
    except SystemExit as error:
        if error.code in (None, 0):
            return "ok"
        show_error(error)
        return "error"
    except BaseException as error:
        show_error(error)
        return "error"


def interrupt():
    """Called by the worker while Python waits: cancels a cell that stands at an `await`."""
    if _cell_task is not None and not _cell_task.done():
        _cell_task.cancel()


def run_cell(code, cell_id, label, count):
    """Runs one cell in `__main__`; returns 'ok', 'error' or 'interrupted'."""
    filename = sources.register(code, cell_id, label, count)

    older.read(code)

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
