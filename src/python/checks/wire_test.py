"""Values cross as they are, and only as data."""

import numpy as np
import torch

from checks import wire


def crossed(value):
    return wire.decode(wire.encode(value))


def test_plain_values_keep_their_types():
    for value in (None, True, 0, 2**70, 1.5, float("-inf"), "é\n\ud800", [1, [2.0]], (1, "a"), {"a": [1], 2: None}):
        back = crossed(value)
        assert back == value and type(back) is type(value), (value, back)
    assert crossed(float("nan")) != crossed(float("nan"))


def test_arrays_and_tensors():
    for value in (np.arange(6).reshape(2, 3), np.array(True), np.zeros((0, 2), dtype="float16"), np.float32(2.5)):
        back = crossed(value)
        assert isinstance(back, np.ndarray) and back.dtype == value.dtype and back.shape == value.shape
        assert np.array_equal(back, value)
    for value in (torch.randn(2, 3), torch.tensor(7), torch.tensor([1.5], dtype=torch.bfloat16), torch.randn(3, 2).T):
        back = crossed(value)
        assert isinstance(back, torch.Tensor) and back.dtype == value.dtype and torch.equal(back, value)


def test_other_objects_become_words():
    class Yes:
        def __eq__(self, other):
            return True

    back = crossed([Yes(), object])
    assert all(isinstance(item, wire.Opaque) for item in back) and back[0].kind == "Yes"
    assert back[0] != 1


def test_a_dictionary_key_that_cannot_be_one_is_named():
    assert crossed({(1, 2): 3}) == {"(1, 2)": 3}


def test_what_encode_does_not_write_is_refused():
    for text in ("12", "{}", "[]", '["z", 1]', '["a", "object", [], ""]', '["a", "float32", [["i", "3"]], "AAAA"]', "[" * 100 + "]" * 100):
        try:
            wire.decode(text)
        except (ValueError, TypeError):
            continue
        raise AssertionError(text)
