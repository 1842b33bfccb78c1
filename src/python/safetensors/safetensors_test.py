"""safetensors: files come back as they were; damaged ones are refused whole."""

import json
import os
import tempfile

import numpy as np

import safetensors
import safetensors.numpy
import safetensors.torch
import torch
from safetensors import SafetensorError, safe_open

FOLDER = tempfile.mkdtemp()
DTYPES = "float32 float64 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()
# Written by hand from the format's description: {"a": float32 [2, 2], "b": uint8 [3]}.
_HEADER = b'{"b":{"dtype":"U8","shape":[3],"data_offsets":[16,19]},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}'
KNOWN = len(_HEADER).to_bytes(8, "little") + _HEADER + np.array([1, 2, 3, 4], dtype="<f4").tobytes() + b"\x07\x08\x09"


def test_round_trip():
    tensors = {name: torch.tensor([[0, 1, 2], [3, 4, 100]]).to(getattr(torch, name)) for name in DTYPES}
    tensors.update(scalar=torch.tensor(2.5), empty=torch.zeros(0, 3))
    path = os.path.join(FOLDER, "t.safetensors")
    safetensors.torch.save_file(tensors, path, metadata={"format": "pt", "名前": "値"})
    loaded = safetensors.torch.load_file(path)
    assert sorted(loaded) == sorted(tensors)
    for name, tensor in tensors.items():
        assert loaded[name].dtype == tensor.dtype and torch.equal(loaded[name], tensor) and loaded[name].shape == tensor.shape, name
    with safe_open(path, framework="pt") as file:
        assert file.metadata() == {"format": "pt", "名前": "値"} and file.keys() == sorted(tensors)
        assert file.get_slice("int64")[:, 1:].tolist() == [[1, 2], [4, 100]] and file.get_slice("int64").get_shape() == [2, 3]
        try:
            file.get_tensor("other")
        except SafetensorError as error:
            assert "File does not contain tensor other" in str(error)
        else:
            raise AssertionError("a tensor that is not there was read")
    raw = open(path, "rb").read()
    assert int.from_bytes(raw[:8], "little") % 8 == 0
    offsets = [e["data_offsets"][0] % 8 for n, e in json.loads(raw[8 : 8 + int.from_bytes(raw[:8], "little")]).items() if n == "int64"]
    assert offsets == [0]


def test_reads_a_known_file():
    loaded = safetensors.torch.load(KNOWN)
    assert loaded["a"].tolist() == [[1, 2], [3, 4]] and loaded["b"].tolist() == [7, 8, 9]
    arrays = safetensors.numpy.load(KNOWN)
    assert arrays["a"].dtype == "float32" and arrays["b"].tolist() == [7, 8, 9]
    assert safetensors.numpy.load(safetensors.numpy.save(arrays))["a"].tolist() == [[1, 2], [3, 4]]


def test_models():
    class Tied(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.one = torch.nn.Linear(3, 3)
            self.two = torch.nn.Linear(3, 3)
            self.two.weight = self.one.weight

        def forward(self, x):
            return self.two(self.one(x))

    model, other, path = Tied(), Tied(), os.path.join(FOLDER, "m.safetensors")
    try:
        safetensors.torch.save_file(model.state_dict(), path)
    except RuntimeError as error:
        assert "Some tensors share memory" in str(error) and "one.weight" in str(error)
    else:
        raise AssertionError("tensors that share memory were saved")
    safetensors.torch.save_model(model, path)
    assert safetensors.torch.load_model(other, path) == (set(), [])
    assert torch.equal(model(torch.ones(1, 3)), other(torch.ones(1, 3)))
    try:
        safetensors.torch.load_model(torch.nn.Linear(3, 3), path)
    except RuntimeError as error:
        assert "Missing key(s) in state_dict: 'bias', 'weight'" in str(error), error
    else:
        raise AssertionError("another model took the file")
    try:
        safetensors.torch.save_file({"a": torch.ones(3, 2).t()}, path)
    except ValueError as error:
        assert "non contiguous tensor: `a`" in str(error)
    else:
        raise AssertionError("a transposed tensor was saved")


def _file(header, body=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def test_damaged_files_are_refused():
    def entry(**changes):
        return {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8], **changes}}

    broken = {
        "HeaderTooSmall": b"abc", "HeaderTooLarge": b"\xff" * 64, "InvalidHeaderLength": (500).to_bytes(8, "little") + b"{}",
        "InvalidHeaderStart": _file(b"[]"), "InvalidHeader:": _file(b'{"\xff'), "invalid JSON": _file(b'{"a":'),
        "a key stands twice": _file(b'{"a":1,"a":2}'), "MetadataIncompleteBuffer": KNOWN[:-1],
        "has the dtype 'F128'": _file(entry(dtype="F128"), bytes(8)), "needs 12 bytes": _file(entry(shape=[3]), bytes(8)),
        "begin at 4": _file(entry(data_offsets=[4, 12]), bytes(12)), "too many elements": _file(entry(shape=[2**40, 2**40]), bytes(8)),
        "must have a dtype": _file(entry(shape=[-1, -2]), bytes(8)), "must map": _file({"__metadata__": {"a": 1}}),
        "[True]": _file(entry(shape=[True]), bytes(4)), "Metadata": KNOWN + b"x", "nested more": _file(b'{"a":' + b"[" * 200_000),
    }  # fmt: skip
    for text, raw in broken.items():
        try:
            safetensors.torch.load(raw)
        except SafetensorError as error:
            assert text in str(error), (text, error)
        else:
            raise AssertionError(text)
    for cut in range(len(KNOWN)):
        try:
            safetensors.torch.load(KNOWN[:cut])
        except SafetensorError:
            continue
        raise AssertionError(cut)
