"""Tests run as coroutines that are driven from outside, one message at a time."""

import json

from checks import drive, probe

SOURCE = """
from checks import check, expect, known, say

@check(ja="二", en="two", points=2, hint=1)
async def passes(student, random):
    x = random.normal(size=4)
    expect.close(await student.run("print('hello'); double(x)", x=x), 2 * x, "double(x)")
    assert student.printed == "hello\\n"
    return say("はい", "yes")

@check(ja="差", en="differs", points=2)
async def differs(student, random):
    expect.close(await student.run("double(3)"), 7, "double(3)")

@check(ja="既知", en="known", points=2, fresh=True)
async def recognised(student, random):
    known("square", points=1)

@check(ja="例外", en="raises")
async def raises(student, random):
    await student.run("double()")

@check(ja="名前", en="no name")
async def no_name(student, random):
    await student.run("triple(3)")

@check(ja="型", en="type")
async def wrong_type(student, random):
    (await student.run("double")) + 1

@check(ja="終了", en="exit")
async def exits(student, random):
    await student.run("raise SystemExit(0)")
"""


def grade(source, hidden=""):
    """The declared tests and their verdicts."""
    messages = []
    for module in (drive, probe):
        module.emit = lambda output: messages.append(json.loads(output["text"].removeprefix("#")))
    import __main__

    __main__.double = lambda x: 2 * x
    drive.load(source, hidden, 7, "#")
    (declared,) = messages
    verdicts = []
    for index in range(len(declared["tests"] or [])):
        drive.start(index, "#")
        while messages[-1]["verdict"] is None:
            probe.run(messages[-1]["source"], messages[-1]["given"], "#")
            drive.answer(json.dumps(messages[-1]), "#")
        verdicts.append(messages[-1]["verdict"])
    return declared, verdicts


def test_verdicts():
    declared, verdicts = grade(SOURCE)
    assert [test["name"] for test in declared["tests"]][:3] == ["passes", "differs", "recognised"]
    assert declared["tests"][0] == {
        "name": "passes",
        "title": {"ja": "二", "en": "two"},
        "points": 2,
        "hint": 1,
        "fresh": False,
        "hidden": False,
    }
    assert [verdict["state"] for verdict in verdicts] == ["passed", "failed", "failed", "error", "error", "error", "error"]
    assert [verdict["points"] for verdict in verdicts] == [2, 0, 1, 0, 0, 0, 0]
    assert verdicts[0]["reason"]["en"] == "yes"
    assert "is 6; expected 7" in verdicts[1]["reason"]["en"]
    assert verdicts[2]["attempt"] == "square"
    assert "TypeError" in verdicts[3]["reason"]["en"]
    assert "triple" in verdicts[4]["reason"]["en"] and "Keep the names" in verdicts[4]["reason"]["en"]
    assert "another type" in verdicts[5]["reason"]["en"]
    assert "SystemExit" in verdicts[6]["reason"]["en"]


def test_the_seed_decides_the_inputs_and_every_test_has_its_own():
    source = """
from checks import check, say
@check(ja="a", en="a")
async def one(student, random):
    return say("", str(random.rand()))
@check(ja="b", en="b")
async def two(student, random):
    return say("", str(random.rand()))
"""
    first, second = grade(source)[1], grade(source)[1]
    assert first == second and first[0] != first[1]


def test_hidden_checks_come_last_and_are_marked():
    hidden = SOURCE.split("@check")[0] + "@check(ja='隠', en='hidden')\nasync def more(student, random):\n    pass\n"
    declared, _ = grade(SOURCE, hidden)
    assert [test["hidden"] for test in declared["tests"]] == [False] * 7 + [True]


def test_what_is_wrong_with_the_checks_is_told():
    for source, problem in (
        ("x = 1 / 0", "ZeroDivisionError"),
        ("def (", "SyntaxError"),
        ("x = 1", "there are 0 tests"),
        ("from checks import check\n@check(ja='', en='a')\nasync def a(s, r): pass", "both languages"),
        ("from checks import check\n@check(ja='a', en='a', points=0)\nasync def a(s, r): pass", "above 0"),
    ):
        declared, _ = grade(source)
        assert declared["tests"] is None and problem in declared["problem"], declared
