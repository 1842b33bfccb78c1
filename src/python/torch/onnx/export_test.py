"""torch.onnx.export: names, dynamic axes, modes and errors; what the files compute is tested in tests/exporting."""

import io
import os
import tempfile
import warnings

import torch
from exporting import protobuf
from torch import nn


def _fields(data, *path):
    """Values of a field, reached through numbers of fields."""
    found = [data]
    for number in path:
        found = [value for each in found for field, value in protobuf.fields(each) if field == number]
    return found


def _shape(value_info):
    """Sizes and names of sizes."""
    return [value.decode() if isinstance(value, bytes) else value for dim in _fields(value_info, 2, 1, 2, 1) for _, value in protobuf.fields(dim)]


GRAPH, NODE, INITIALIZER, INPUT, OUTPUT = 7, 1, 5, 11, 12


def _export(model, *args, **options):
    return torch.onnx.export(model, *args, **options).model_bytes


def test_names_and_dynamic_axes():
    model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 2))
    data = _export(model, torch.randn(1, 4), input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "batch"}})
    assert model.training
    assert [name.decode() for name in _fields(data, GRAPH, NODE, 4)] == ["Gemm", "Relu", "Gemm", "Identity"]
    assert sorted(name.decode() for name in _fields(data, GRAPH, INITIALIZER, 8)) == sorted(dict(model.named_parameters()))
    (given,), (made,) = _fields(data, GRAPH, INPUT), _fields(data, GRAPH, OUTPUT)
    assert _fields(given, 1) == [b"x"] and _shape(given) == ["batch", 4]
    assert _fields(made, 1) == [b"y"] and _shape(made) == ["batch", 2]
    assert _fields(data, 8, 2) == [17]


def test_default_names_are_the_parameters():
    class Two(nn.Module):
        def forward(self, image, words=None):
            return image + 1, image * words

    data = _export(Two(), (torch.ones(2), {"words": torch.ones(2)}))
    assert _fields(data, GRAPH, INPUT, 1) == [b"image", b"words"] and _fields(data, GRAPH, OUTPUT, 1) == [b"output_0", b"output_1"]
    data = _export(Two(), (torch.ones(2, 3),), kwargs={"words": torch.ones(2, 3)}, dynamic_shapes={"image": {0: "n"}, "words": {0: "n"}})
    assert _shape(_fields(data, GRAPH, INPUT)[1]) == ["n", 3]


def test_files():
    path = os.path.join(tempfile.mkdtemp(), "m.onnx")
    program = torch.onnx.export(nn.Linear(2, 2), torch.ones(1, 2), path)
    with open(path, "rb") as file:
        assert file.read() == program.model_bytes
    buffer = io.BytesIO()
    torch.onnx.export(nn.Linear(2, 2), torch.ones(1, 2), buffer)
    assert len(buffer.getvalue()) > 100
    torch.onnx.export(nn.Linear(2, 2), torch.ones(1, 2)).save(path)


def _refused(kind, text, model, *args, **options):
    try:
        _export(model, *args, **options)
    except kind as error:
        assert text in str(error), error
    else:
        raise AssertionError(text)


class _Of(nn.Module):
    def __init__(self, run):
        super().__init__()
        self.run = run

    def forward(self, x):
        return self.run(x)


def test_errors():
    x, axes = torch.ones(2, 3), {"dynamic_axes": {"x": {0: "batch"}}}
    errors = torch.onnx.errors
    _refused(errors.UnsupportedOperatorError, "'lgamma'", _Of(torch.lgamma), x)
    _refused(errors.OnnxExporterError, "is squeezed", _Of(lambda x: x[1:].squeeze(0)), x, **axes)
    _refused(errors.OnnxExporterError, "depends on a size that changes", _Of(lambda x: x.t() @ torch.arange(x.shape[0]).float()), x, **axes)
    _refused(TypeError, "needs example tensors", _Of(abs), ())
    _refused(TypeError, "must give tensors", _Of(lambda x: 3), x)
    _refused(ValueError, "a name of its own", lambda a, b: a + b, (x, x), input_names=["x", "x"])
    assert not torch.onnx.is_in_onnx_export()
    assert torch.ones(2).add(1).tolist() == [2, 2]  # the bridge's own functions are back


def test_what_leaves_the_graph_is_told():
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        _export(_Of(lambda x: x * float(x.sum())), torch.ones(2))
        _export(_Of(lambda x: x + 1), torch.ones(2), opset_version=11)
    texts = [str(each.message) for each in told]
    assert "Converting a tensor to a Python number might cause the trace to be incorrect" in texts[0]
    assert "operator set 17" in texts[1]


def test_recording_leaves_the_model_as_it_was():
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    _export(model, torch.randn(1, 1, 5, 5), dynamic_axes={"input": [0]})
    assert all(torch.equal(before[name], tensor) for name, tensor in model.state_dict().items())
    model(torch.randn(2, 1, 5, 5)).sum().backward()
    assert model[0].weight.grad is not None
