"""torch.load reads a file that real PyTorch 1.13 wrote, and refuses what weights_only does not admit."""

import base64
import io
import pickle

import torch

# torch.save({"w": torch.arange(6.).view(2, 3), "p": Parameter(ones(2)), "h": ones(2).half(), "i": tensor([1, 2]), "b": tensor([True])})
WRITTEN_BY_PYTORCH = (
    "UEsDBAAACAgAAAAAAAAAAAAAAAAAAAAAAAAQABIAYXJjaGl2ZS9kYXRhLnBrbEZCDgBaWlpaWlpaWlpaWlpaWoACfXEAKFgBAAAAd3EBY3Rvcm"
    "NoLl91dGlscwpfcmVidWlsZF90ZW5zb3JfdjIKcQIoKFgHAAAAc3RvcmFnZXEDY3RvcmNoCkZsb2F0U3RvcmFnZQpxBFgBAAAAMHEFWAMAAABj"
    "cHVxBksGdHEHUUsASwJLA4ZxCEsDSwGGcQmJY2NvbGxlY3Rpb25zCk9yZGVyZWREaWN0CnEKKVJxC3RxDFJxDVgBAAAAcHEOY3RvcmNoLl91dG"
    "lscwpfcmVidWlsZF9wYXJhbWV0ZXIKcQ9oAigoaANoBFgBAAAAMXEQaAZLAnRxEVFLAEsChXESSwGFcROJaAopUnEUdHEVUnEWiGgKKVJxF4dx"
    "GFJxGVgBAAAAaHEaaAIoKGgDY3RvcmNoCkhhbGZTdG9yYWdlCnEbWAEAAAAycRxoBksCdHEdUUsASwKFcR5LAYVxH4loCilScSB0cSFScSJYAQ"
    "AAAGlxI2gCKChoA2N0b3JjaApMb25nU3RvcmFnZQpxJFgBAAAAM3ElaAZLAnRxJlFLAEsChXEnSwGFcSiJaAopUnEpdHEqUnErWAEAAABicSxo"
    "AigoaANjdG9yY2gKQm9vbFN0b3JhZ2UKcS1YAQAAADRxLmgGSwF0cS9RSwBLAYVxMEsBhXExiWgKKVJxMnRxM1JxNHUuUEsHCHDL81P0AQAA9A"
    "EAAFBLAwQAAAgIAAAAAAAAAAAAAAAAAAAAAAAADgAQAGFyY2hpdmUvZGF0YS8wRkIMAFpaWlpaWlpaWlpaWgAAAAAAAIA/AAAAQAAAQEAAAIBA"
    "AACgQFBLBwgXkOeRGAAAABgAAABQSwMEAAAICAAAAAAAAAAAAAAAAAAAAAAAAA4ALABhcmNoaXZlL2RhdGEvMUZCKABaWlpaWlpaWlpaWlpaWl"
    "paWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaAACAPwAAgD9QSwcIkFEG1QgAAAAIAAAAUEsDBAAACAgAAAAAAAAAAAAAAAAAAAAAAAAOADwAYXJj"
    "aGl2ZS9kYXRhLzJGQjgAWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWloAPAA8UEsHCG+/Wi"
    "MEAAAABAAAAFBLAwQAAAgIAAAAAAAAAAAAAAAAAAAAAAAADgBAAGFyY2hpdmUvZGF0YS8zRkI8AFpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpa"
    "WlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWgEAAAAAAAAAAgAAAAAAAABQSwcIud32ABAAAAAQAAAAUEsDBAAACAgAAAAAAAAAAA"
    "AAAAAAAAAAAAAOADQAYXJjaGl2ZS9kYXRhLzRGQjAAWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaAVBL"
    "Bwgb3wWlAQAAAAEAAABQSwMEAAAICAAAAAAAAAAAAAAAAAAAAAAAAA8AQgBhcmNoaXZlL3ZlcnNpb25GQj4AWlpaWlpaWlpaWlpaWlpaWlpaWl"
    "paWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlozClBLBwjRnmdVAgAAAAIAAABQSwECAAAAAAgIAAAAAAAAcMvzU/QB"
    "AAD0AQAAEAAAAAAAAAAAAAAAAAAAAAAAYXJjaGl2ZS9kYXRhLnBrbFBLAQIAAAAACAgAAAAAAAAXkOeRGAAAABgAAAAOAAAAAAAAAAAAAAAAAE"
    "QCAABhcmNoaXZlL2RhdGEvMFBLAQIAAAAACAgAAAAAAACQUQbVCAAAAAgAAAAOAAAAAAAAAAAAAAAAAKgCAABhcmNoaXZlL2RhdGEvMVBLAQIA"
    "AAAACAgAAAAAAABvv1ojBAAAAAQAAAAOAAAAAAAAAAAAAAAAABgDAABhcmNoaXZlL2RhdGEvMlBLAQIAAAAACAgAAAAAAAC53fYAEAAAABAAAA"
    "AOAAAAAAAAAAAAAAAAAJQDAABhcmNoaXZlL2RhdGEvM1BLAQIAAAAACAgAAAAAAAAb3wWlAQAAAAEAAAAOAAAAAAAAAAAAAAAAACAEAABhcmNo"
    "aXZlL2RhdGEvNFBLAQIAAAAACAgAAAAAAADRnmdVAgAAAAIAAAAPAAAAAAAAAAAAAAAAAJEEAABhcmNoaXZlL3ZlcnNpb25QSwYGLAAAAAAAAA"
    "AeAy0AAAAAAAAAAAAHAAAAAAAAAAcAAAAAAAAApwEAAAAAAAASBQAAAAAAAFBLBgcAAAAAuQYAAAAAAAABAAAAUEsFBgAAAAAHAAcApwEAABIF"
    "AAAAAA=="
)


def test_reads_a_file_of_real_pytorch():
    loaded = torch.load(io.BytesIO(base64.b64decode(WRITTEN_BY_PYTORCH)))
    assert torch.equal(loaded["w"], torch.arange(6.0).view(2, 3))
    assert isinstance(loaded["p"], torch.nn.Parameter) and loaded["p"].requires_grad
    assert loaded["h"].dtype is torch.float16 and loaded["h"].tolist() == [1.0, 1.0]
    assert loaded["i"].tolist() == [1, 2] and loaded["b"].tolist() == [True]


class Custom:
    """Not admitted by weights_only."""


def test_weights_only_refuses_classes():
    buffer = io.BytesIO()
    torch.save({"x": Custom()}, buffer)
    buffer.seek(0)
    try:
        torch.load(buffer)
    except pickle.UnpicklingError as error:
        assert "Weights only load failed" in str(error)
    else:
        raise AssertionError("a class was admitted")
    buffer.seek(0)
    assert isinstance(torch.load(buffer, weights_only=False)["x"], Custom)
    buffer.seek(0)
    with torch.serialization.safe_globals([Custom]):
        assert isinstance(torch.load(buffer)["x"], Custom)


def test_shared_memory_stays_shared():
    base = torch.arange(4.0)
    buffer = io.BytesIO()
    torch.save([base[:2], base[1:]], buffer)
    buffer.seek(0)
    first, second = torch.load(buffer)
    first[1] = 9
    assert second[0].item() == 9
