"""The progress bar: what it tells the page, and when."""

import time

from tqdm import std, trange
from tqdm.auto import tqdm


def told(use):
    """The messages that `use` causes."""
    messages = []
    kept, std.emit = std.emit, messages.append
    try:
        use()
    finally:
        std.emit = kept
    return messages


def test_a_loop_tells_its_start_and_its_end():
    messages = told(lambda: list(tqdm(range(1000), desc="epoch 1")))
    assert [message["state"] for message in messages][:1] == ["running"]
    last = messages[-1]
    assert (last["state"], last["done"], last["total"], last["label"]) == ("finished", 1000, 1000, "epoch 1")
    assert len({message["id"] for message in messages}) == 1


def test_a_fast_loop_is_told_at_most_ten_times_a_second():
    start = time.perf_counter()
    messages = told(lambda: [None for _ in trange(50_000)])
    assert len(messages) <= 3 + 10 * (time.perf_counter() - start)


def test_a_broken_loop_is_stopped():
    def broken():
        for index in tqdm(range(10)):
            if index == 3:
                break

    last = told(broken)[-1]
    assert (last["state"], last["done"]) == ("stopped", 3)


def test_a_bar_that_is_moved_by_hand():
    def move():
        with tqdm(total=10, unit="B", unit_scale=True) as bar:
            bar.update(4)
            bar.set_postfix(loss=0.123456, name="a")
            bar.update(6)
            assert bar.n == 10

    last = told(move)[-1]
    assert (last["done"], last["unit"], last["scaled"], last["note"]) == (10, "B", True, "loss=0.123, name=a")


def test_nested_bars_and_bars_that_leave():
    def nested():
        for _ in tqdm(range(2), desc="outer"):
            for _ in tqdm(range(2), desc="inner", leave=False):
                pass

    messages = told(nested)
    assert {message["depth"] for message in messages if message["label"] == "inner"} == {1}
    assert [message["state"] for message in messages if message["label"] == "inner"].count("removed") == 2
    assert messages[-1]["label"] == "outer" and messages[-1]["state"] == "finished"


def test_without_a_length_and_disabled():
    assert told(lambda: list(tqdm(iter([1, 2]))))[-1]["total"] is None
    assert told(lambda: list(tqdm([1, 2], disable=True))) == []


def test_texts():
    assert tqdm.format_interval(3661) == "1:01:01"
    assert tqdm.format_sizeof(1500) == "1.50k"
    assert tqdm.format_num(0.000123456) == "0.000123"
    bars = []
    told(lambda: bars.append(tqdm(total=4)))
    assert str(bars[0]).startswith("  0%|          | 0/4 [00:00<?")
    told(bars[0].close)
