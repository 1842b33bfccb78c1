"""Runs in the learner's kernel: evaluates a piece of the checks among the learner's names and tells what came of it.

The learner's code may have changed anything here. What is sent is a claim, and only ever compared as data in another kernel.
"""

import __main__
import ast
import contextlib
import json
import traceback

from kernel_runtime.outputs import emit

from checks import wire

_LONGEST_TEXT = 100_000
_LONGEST_MESSAGE = 1_000
# The page runs the learner's code as this cell.
_ANSWER = "<answer #"


class _Printed:
    """What the code prints, cut where it is too much."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += str(text)[: _LONGEST_TEXT - len(self.text)]
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


def run(source, given, mark):
    """Evaluates `source` with the names of the JSON object `given`; the value of its last expression is the answer."""
    printed = _Printed()
    names = {**__main__.__dict__, **wire.decode(given)}
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(_Printed()):
            value = wire.encode(_evaluate(source, names))
        answer = {"outcome": "ok", "value": value}
    except BaseException as error:
        answer = {"outcome": "raised", "error": type(error).__name__, "message": _message(error), "line": _line(error)}
    emit({"kind": "result", "text": mark + json.dumps({**answer, "printed": printed.text})})


def _evaluate(source, names):
    tree = ast.parse(source)
    final = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<check>", "exec"), names)
    return None if final is None else eval(compile(final, "<check>", "eval"), names)


def _message(error):
    try:
        return str(error)[:_LONGEST_MESSAGE]
    except Exception:
        return ""


def _line(error):
    """The line of the learner's code that the error came through last, or None."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(_ANSWER)]
    return lines[-1] if lines else None
