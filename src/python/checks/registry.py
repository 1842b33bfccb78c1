"""The tests of the check.py that is being loaded, in the order of their definitions."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Check:
    """One test: its function and what the page shows of it."""

    name: str
    function: Callable
    title: dict
    points: float
    hint: int | None
    fresh: bool
    hidden: bool


loading_hidden = False
found = []


def check(*, ja, en, points=1, hint=None, fresh=False):
    """Makes a test of `async def NAME(student, random)`.

    `ja`, `en`: what it asks for. `hint`: the number of the hint that helps, from 1. `fresh`: the learner's code is run anew, in a new
    kernel, before this test. The test passes when the function returns; what it returns (`say(…)` or None) is shown as the reason.
    """
    if not 0 < points <= 1000:
        raise ValueError(f"points are above 0 and at most 1000, not {points!r}")
    if not ja or not en:
        raise ValueError("a check says what it asks for in both languages")

    def register(function):
        name = function.__name__
        if any(known.name == name for known in found):
            raise ValueError(f"two checks are called {name}")
        found.append(Check(name, function, {"ja": ja, "en": en}, points, hint, fresh, loading_hidden))
        return function

    return register
