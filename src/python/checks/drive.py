"""Runs the tests of a check.py in the kernel of the checks. The page carries questions to the learner's kernel and answers back.

A test is a coroutine that pauses at each question, so no kernel ever has to wait for the other one.
"""

import json
import linecache
import traceback
import zlib

import numpy as np
from kernel_runtime.outputs import emit

from checks import registry, wire
from checks.expect import Failed, say

_MOST_TESTS = 100


class StudentError(Exception):
    """The learner's code raised, or its answer could not be read."""

    def __init__(self, answer):
        self.kind = str(answer.get("error") or "")
        self.message = str(answer.get("message") or "")
        self.line = answer.get("line")
        self.unreadable = answer["outcome"] == "unreadable"
        super().__init__(f"{self.kind}: {self.message}")


class _Question:
    def __init__(self, content):
        self.content = content

    def __await__(self):
        return (yield self.content)


class Student:
    """The learner's kernel, as the tests see it."""

    def __init__(self):
        #: What the learner's code printed during the last `run`.
        self.printed = ""

    async def run(self, source, /, **given):
        """Evaluates `source` among the learner's names and the given ones; returns the value of its last expression.

        Arrays and tensors come back as such; objects of other kinds as checks.wire.Opaque. The learner's code can read `source` and
        what is given: neither may tell what is expected. Raises StudentError when the code raises.
        """
        answer = await _Question({"ask": "run", "source": source, "given": wire.encode(given)})
        self.printed = str(answer.get("printed") or "")
        if answer["outcome"] != "ok":
            raise StudentError(answer)
        try:
            return wire.decode(answer["value"])
        except Exception:
            raise StudentError({"outcome": "unreadable"}) from None

    async def has(self, name):
        """Whether the learner's code defines this name."""
        return await self.run(f"{name!r} in globals()") is True

    async def restart(self):
        """A new kernel in which the learner's code is run anew."""
        await _Question({"ask": "restart", "source": None, "given": None})


_tests = []
_seed = 0
_running = None


def load(source, hidden, seed, mark):
    """Reads check.py and, where there are any, the instructor's own checks; tells the page what tests there are."""
    global _tests, _seed
    registry.found.clear()
    _seed = seed
    try:
        for name, text, is_hidden in (("check.py", source, False), ("hidden.py", hidden, True)):
            registry.loading_hidden = is_hidden
            linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
            exec(compile(text, name, "exec"), {"__name__": name.removesuffix(".py")})
        if not 0 < len(registry.found) <= _MOST_TESTS:
            raise ValueError(f"there are {len(registry.found)} tests; there may be 1 to {_MOST_TESTS}")
    except Exception as error:
        lines = traceback.TracebackException.from_exception(error).format()
        _tell(mark, {"problem": "".join(lines), "tests": None})
        return
    _tests = list(registry.found)
    shown = [{"name": t.name, "title": t.title, "points": t.points, "hint": t.hint, "fresh": t.fresh, "hidden": t.hidden} for t in _tests]
    _tell(mark, {"problem": None, "tests": shown})


def start(index, mark):
    """Begins a test; one that did not end is dropped."""
    global _running
    if _running is not None:
        _running.close()
    test = _tests[index]
    random = np.random.RandomState(zlib.crc32(f"{_seed}/{test.name}".encode()))
    _running = _judge(test, random)
    _go_on(None, mark)


def answer(text, mark):
    """Hands a test the answer to its question."""
    _go_on(json.loads(text), mark)


def _go_on(value, mark):
    global _running
    try:
        question = _running.send(value)
    except StopIteration as end:
        _running = None
        _tell(mark, {"ask": None, "source": None, "given": None, "verdict": end.value})
    else:
        _tell(mark, {**question, "verdict": None})


def _tell(mark, content):
    emit({"kind": "result", "text": mark + json.dumps(content)})


async def _judge(test, random):
    try:
        note = await test.function(Student(), random)
        return _verdict("passed", note if isinstance(note, dict) else None, points=test.points)
    except Failed as failure:
        points = min(max(failure.points, 0), test.points)
        return _verdict("failed", failure.reason, failure.attempt, points)
    except StudentError as error:
        return _verdict("error", _raised(error))
    except GeneratorExit:
        raise
    except Exception as error:
        return _verdict("error", _confused(error))


def _verdict(state, reason, attempt=None, points=0):
    return {"state": state, "reason": reason, "attempt": attempt, "points": points}


def _raised(error):
    if error.unreadable:
        return say(
            "答えを読み取れませんでした。ふつうの数、リスト、配列、テンソルを返してください。",
            "The answer could not be read. Return plain numbers, lists, arrays or tensors.",
        )
    text = f"{error.kind}: {error.message}" if error.message else error.kind
    if error.kind == "NameError" and error.line is None:
        return say(
            f"{text}。スターターコードにあった名前を残してください。",
            f"{text}. Keep the names that the starter code has.",
        )
    if error.line is None:
        return say(f"呼び出すとエラーになりました: {text}", f"Calling it raised an error: {text}")
    return say(f"コードの {error.line} 行目でエラーになりました: {text}", f"Line {error.line} of your code raised an error: {text}")


def _confused(error):
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("check.py", "hidden.py")]
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "checks"
    return say(
        f"答えを判定できませんでした。課題の求める型や形状と違うようです({type(error).__name__}, {place})。",
        f"Your answer could not be judged: it seems to have another type or shape than the task asks for ({type(error).__name__}, {place}).",
    )
