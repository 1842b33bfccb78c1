"""What an exercise's check.py is written with; docs/authoring.md is its manual.

    from checks import check, expect

    @check(ja="2 倍にする", en="Doubles its argument", points=2)
    async def doubles(student, random):
        x = random.normal(size=5)
        expect.close(await student.run("double(x)", x=x), 2 * x, "double(x)")

The checks run in a kernel of their own. `student.run` has a piece of Python evaluated in the learner's kernel and gets plain data back.
"""

from checks import expect
from checks.expect import known, say
from checks.registry import check

__all__ = ["check", "expect", "known", "say"]
