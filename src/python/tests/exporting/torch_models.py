"""Models of the kinds that lessons and books build, exported to ONNX and TFLite: one line of JSON for each file, with inputs and
what the model itself gives for them. exporting.test.ts runs the files in other runtimes and compares."""

import base64
import json
import warnings

import ai_edge_torch
import torch
import torch.nn.functional as F
from exporting.graph import UnsupportedOperationError
from torch.onnx import _export
from torch import nn

warnings.simplefilter("error")
torch.manual_seed(0)


def _packed(name, tensor):
    kind = str(tensor.dtype).removeprefix("torch.")
    return {"name": name, "dtype": kind, "dims": list(tensor.shape), "data": tensor.flatten().tolist()}


def _line(name, kind, data, inputs, outputs):
    """One file with its inputs and outputs, pairs (name, tensor)."""
    print(json.dumps({
        "name": name, "kind": kind, "file": base64.b64encode(data).decode(), "inputs": [_packed(*pair) for pair in inputs],
        "outputs": [_packed(*pair) for pair in outputs],
    }))  # fmt: skip


def case(name, model, *example, batch=None, dynamic=True, tflite=True):
    """Exports with `example` and compares on `batch` (other sizes where axes are dynamic). TFLite files have fixed sizes, and
    where they lack an operation, exporting must say so."""
    batch = batch or tuple(torch.cat([x, x.flip(0), x]) if dynamic else x for x in example)
    names = [f"in{at}" for at in range(len(example))]
    model.eval()
    with torch.no_grad():
        given = model(*batch)
    outputs = list(given) if isinstance(given, (tuple, list)) else [given]
    outs = [f"out{at}" for at in range(len(outputs))]
    axes = {each: {0: "batch"} for each in names} if dynamic is True else dynamic or None
    program = torch.onnx.export(model, example, None, input_names=names, output_names=outs, dynamic_axes=axes)
    _line(name, "onnx", program.model_bytes, zip(names, batch), zip(outs, outputs))
    example = [x.int() if tflite and x.dtype == torch.int64 else x for x in example]  # LiteRT's tensors have no int64
    try:
        data = ai_edge_torch.convert(model, tuple(example)).tflite_model()
    except UnsupportedOperationError:
        assert not tflite, name
        return
    assert tflite, name
    with torch.no_grad():
        given = model(*example)
    outputs = list(given) if isinstance(given, (tuple, list)) else [given]
    outs = ["output"] if len(outputs) == 1 else [f"output_{at}" for at in range(len(outputs))]
    _line(name, "tflite", data, zip(_export._input_names(_export._examples(model, example, {})[1], None), example), zip(outs, outputs))


class Module(nn.Module):
    """A module made of a function and the modules that it uses."""

    def __init__(self, run, **parts):
        super().__init__()
        self.run = run
        for name, part in parts.items():
            setattr(self, name, part)

    def forward(self, *inputs):
        return self.run(self, *inputs)


images = torch.randn(2, 3, 12, 12)
words = torch.randint(0, 20, (2, 7))
steps = torch.randn(2, 6, 5)
rows = torch.randn(2, 8)

case("mlp", nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(), nn.Linear(16, 3), nn.Softmax(1)), rows)

cnn = nn.Sequential(
    nn.Conv2d(3, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Conv2d(6, 8, 3, stride=2, bias=False),
    nn.ELU(), nn.AvgPool2d(2, ceil_mode=True), nn.Dropout2d(), nn.Flatten(), nn.Linear(8, 10), nn.LogSoftmax(1),
)  # fmt: skip
cnn(torch.randn(8, 3, 12, 12) * 2 + 1)  # running statistics
case("cnn", cnn, images)

case("viewed", Module(lambda m, x: m.out(F.max_pool2d(F.relu(m.conv(x)), 2).view(x.size(0), -1)),
                      conv=nn.Conv2d(3, 4, 3), out=nn.Linear(100, 2)), images)

block = Module(lambda m, x: F.relu(m.two(F.relu(m.one(x))) + m.short(x)), one=nn.Conv2d(3, 4, 3, 1, 1), two=nn.Conv2d(4, 4, 3, 1, 1),
               short=nn.Conv2d(3, 4, 1))  # fmt: skip
case("residual", nn.Sequential(block, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)), images)
case("pooled", Module(lambda m, x: (F.adaptive_max_pool2d(x, 4), F.adaptive_avg_pool2d(x, (3, 2)), F.avg_pool2d(x, 3, 2, 1),
                                    F.max_pool2d(x, 3, 2, 1, ceil_mode=True), F.avg_pool2d(x, 3, 2, 1, count_include_pad=False))), images)
case("depthwise", nn.Sequential(nn.Conv2d(3, 6, 3, groups=3, dilation=2), nn.ReLU6(), nn.Conv2d(6, 2, 1)), images)
case("autoencoder", nn.Sequential(nn.Conv2d(3, 4, 3, 2, 1), nn.ReLU(), nn.ConvTranspose2d(4, 3, 3, 2, 1, output_padding=1), nn.Sigmoid()),
     images)
case("upsampled", nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(3, 2, 3)), images)
case("conv1d", nn.Sequential(nn.Conv1d(5, 4, 3, padding=1), nn.GELU(), nn.MaxPool1d(2), nn.AdaptiveAvgPool1d(1), nn.Flatten()),
     torch.randn(2, 5, 10))
case("norms", nn.Sequential(nn.GroupNorm(3, 3), nn.InstanceNorm2d(3, affine=True), nn.LayerNorm([12, 12])), images, dynamic=False)
case("layernorm", nn.Sequential(nn.LayerNorm(8), nn.Linear(8, 8), nn.RMSNorm(8)), rows)

case("activations", Module(lambda m, x: tuple(f(x * 2) for f in (
    F.relu, F.leaky_relu, F.elu, F.selu, F.celu, F.gelu, F.silu, F.mish, F.softplus, F.hardtanh, F.hardswish, F.hardsigmoid,
    F.logsigmoid, F.softsign, F.tanhshrink, F.hardshrink, F.softshrink, torch.tanh, torch.sigmoid, F.relu6,
    lambda x: F.gelu(x, approximate="tanh"), lambda x: F.threshold(x, 0.3, -1.0), lambda x: F.softplus(x, 2.0)))), rows)  # fmt: skip
case("prelu", nn.Sequential(nn.Conv2d(3, 4, 3), nn.PReLU(4)), images)

case("lstm", Module(lambda m, x: m.out(m.rnn(x)[0][:, -1]), rnn=nn.LSTM(5, 4, 2, batch_first=True), out=nn.Linear(4, 2)), steps)
case("lstm_states", Module(lambda m, x, h, c: (lambda y, s: (y, *s))(*m.rnn(x, (h, c))), rnn=nn.LSTM(5, 4, bidirectional=True)),
     steps, torch.randn(2, 6, 4), torch.randn(2, 6, 4), dynamic=False)
case("gru", Module(lambda m, x: m.rnn(x)[0], rnn=nn.GRU(5, 3, batch_first=True, bidirectional=True)), steps)
case("rnn", Module(lambda m, x: m.rnn(x)[1], rnn=nn.RNN(5, 3, nonlinearity="relu", batch_first=True)), steps)
case("lstm_cell", Module(lambda m, x: m.cell(x[:, 1], m.cell(x[:, 0]))[0], cell=nn.LSTMCell(5, 4)), steps)
case("embedding", Module(lambda m, x: m.out(m.table(x).mean(1)), table=nn.Embedding(20, 6), out=nn.Linear(6, 2)), words)
case("long_text", Module(lambda m, x: m.rnn(m.table(x))[0], table=nn.Embedding(20, 6), rnn=nn.GRU(6, 3, batch_first=True)), words,
     batch=(torch.randint(0, 20, (3, 11)),), dynamic={"in0": {0: "batch", 1: "length"}})

encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True, activation="gelu"), 2)
case("transformer", encoder, torch.randn(2, 6, 8))
attention = Module(lambda m, x: F.scaled_dot_product_attention(*m.qkv(x).view(x.size(0), x.size(1), 3, 2, 4).permute(2, 0, 3, 1, 4),
                                                               is_causal=True), qkv=nn.Linear(8, 24))  # fmt: skip
case("causal", attention, torch.randn(2, 6, 8))


class Patches(nn.Module):
    """A small vision transformer."""

    def __init__(self):
        super().__init__()
        self.cut = nn.Conv2d(3, 8, 4, stride=4)
        self.token = nn.Parameter(torch.randn(1, 1, 8))
        self.places = nn.Parameter(torch.randn(1, 10, 8))
        self.body = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True, norm_first=True)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.cut(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.size(0), -1, -1), x], 1) + self.places
        return self.head(self.body(x)[:, 0])


case("vision_transformer", Patches(), images)


class Positions(nn.Module):
    """Embeddings of tokens and of their positions."""

    def __init__(self):
        super().__init__()
        self.table, self.places = nn.Embedding(20, 6), nn.Embedding(16, 6)

    def forward(self, x):
        return self.table(x) + self.places(torch.arange(x.size(1)))


case("positions", Positions(), words)


def _arithmetic(m, x, y):
    z = (x + y * 2 - 1) / (y.abs() + 0.5)
    z = torch.where(z > 0, z, -z) ** 2 + (3 - x).clamp(-1, 2) + torch.maximum(x, y)
    a, b = z.chunk(2, dim=1)
    w = torch.stack([a, b], 1).sum(1, keepdim=True).squeeze(1)
    low = x.masked_fill(x < 0, 0.25) @ y.t().matmul(x)
    return z, w, low, x.std(1), x.var(0), x.norm(dim=1), x.max(1)[0], x.argmax(1).int(), x.mean(), x.logsumexp(1), torch.einsum("ij,kj->ik", x, y)


case("arithmetic", Module(_arithmetic), rows, rows.flip(1))


def _places(m, x):
    x = x.clone()
    x[:, 0] = 0.5
    x[:, 1:3] += 1
    x[x > 2] = -1
    return x, x[:, [0, 2]], x[torch.tensor([1, 0])], x.gather(1, torch.tensor([[1], [2]])), x[..., ::3], x.tril(), x.topk(2)[0], x.flip(1), \
        x.cumsum(1), x.roll(1, 1), x.repeat(1, 2), F.pad(x, (1, 2), value=3.0), x[:, None].expand(-1, 3, -1), x.sort(1, descending=True)[1]


case("places", Module(_places), rows, dynamic=False, tflite=False)
case("turned", Module(lambda m, x: (x.flip(1), x.cumsum(1), x.roll(1, 1), x.repeat(1, 2), F.pad(x, (1, 2), value=3.0), x[:, [0, 2]],
                                    x[:, None].expand(-1, 3, -1), x[..., ::3], x.tril(), x.unfold(1, 3, 2))), rows, dynamic=False)
case("whole_numbers", Module(lambda m, x: (x // 3, x % 3, x * 2, (x > 4) & (x < 9), F.one_hot(x % 4, 4).float(), x.float() / 2)), words,
     dynamic=False, tflite=False)
case("two_inputs", Module(lambda m, x, y: (m.both(torch.cat([x, y], 1)), x.mean(0)), both=nn.Linear(16, 2)), rows, rows + 1)
case("scaled_by_size", Module(lambda m, x: x.sum(0) / x.shape[0] + x.shape[0]), rows)
case("a_function_of_constants", Module(lambda m, x: x @ torch.softmax(m.w.weight, 0).t() + torch.linspace(0, 1, 4), w=nn.Linear(8, 4)), rows)
