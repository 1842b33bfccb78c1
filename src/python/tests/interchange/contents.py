"""What the files of the interchange tests hold: the same program makes it with real PyTorch and NumPy, and with ours."""

from collections import OrderedDict

DTYPES = "float32 float64 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()


def tensors(torch):
    """Every dtype and layout."""
    base = torch.arange(12.0).reshape(3, 4)
    made = {f"dtype_{name}": torch.tensor([0, 1, 2, 100]).to(getattr(torch, name)) for name in DTYPES}
    made.update(
        base=base, row=base[1], column=base[:, 2], turned=base.t(), part=base[1:, 1:3], spread=torch.ones(3, 1).expand(3, 5),
        scalar=torch.tensor(2.5), empty=torch.zeros(0, 3), special=torch.tensor([float("nan"), float("inf"), -0.0]),
        large=torch.tensor([2**53 + 1, -(2**62)]),
    )  # fmt: skip
    return made


def checkpoint(torch):
    """What a training script keeps: containers of all kinds around tensors, a model's and an optimizer's state."""
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2))
    norm = torch.nn.BatchNorm1d(4)
    norm(torch.arange(12.0).reshape(3, 4))
    with torch.no_grad():
        for at, parameter in enumerate(model.parameters()):
            parameter.copy_(torch.linspace(-1, 1, parameter.numel()).reshape(parameter.shape) / (at + 1))
    states = {}
    for name, options in (("SGD", {"momentum": 0.9}), ("Adam", {}), ("AdamW", {"amsgrad": True}), ("RMSprop", {})):
        optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.01, **options)
        for step in range(3):
            optimizer.zero_grad()
            x = torch.linspace(-1, 1, 15).reshape(5, 3) * (step + 1)
            model(x).pow(2).sum().backward()
            optimizer.step()
        states[name] = optimizer.state_dict()
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 2)
    parameter = torch.nn.Parameter(torch.arange(3.0))
    return {
        "model": model.state_dict(), "norm": norm.state_dict(), "optimizers": states, "scheduler": scheduler.state_dict(), "epoch": 7, "best": 0.125,
        "parameter": parameter, "fixed": torch.nn.Parameter(torch.ones(2), requires_grad=False),
        "leaf": torch.ones(2, requires_grad=True), "nested": [1, (2.5, None, True), {"a": [torch.ones(1)], 3: "three"}],
        "ordered": OrderedDict([("z", torch.zeros(1)), ("a", 1)]), "names": {"cat", "dog"}, "text": "日本語 ünï", "raw": b"\x00\xff",
        "big": 2**80, "negative": -(2**40), "size": torch.Size([2, 3]), "device": torch.device("cpu"), "dtype": torch.float16,
        "shared": [parameter.data[:2], parameter.data[1:]],
    }  # fmt: skip


def arrays(np):
    """Every dtype and order of NumPy arrays that files keep."""
    names = "float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool complex64 complex128".split()
    made = {f"dtype_{name}": np.array([[0, 1, 2], [3, 4, 100]]).astype(name) for name in names}
    made.update(
        scalar=np.array(2.5), empty=np.zeros((0, 3)), fortran=np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        strided=np.arange(10.0)[::3], text=np.array(["a", "日本", "ccc"]), special=np.array([np.nan, np.inf, -0.0]),
    )  # fmt: skip
    return made


def keras_weights(np):
    """Of Dense(4) after 3 inputs, BatchNormalization and Dense(2)."""
    def ramp(*shape):
        return (np.arange(np.prod(shape)) / np.prod(shape) - 0.4).astype("float32").reshape(shape)

    return {
        "dense": {"kernel": ramp(3, 4), "bias": ramp(4)},
        "batch_normalization": {"gamma": ramp(4) + 1, "beta": ramp(4), "moving_mean": ramp(4) / 2, "moving_variance": ramp(4) + 2},
        "dense_1": {"kernel": ramp(4, 2), "bias": ramp(2)},
    }  # fmt: skip


def keras_prediction(np, x):
    """What such a model gives."""
    w = keras_weights(np)
    h = np.maximum(x @ w["dense"]["kernel"] + w["dense"]["bias"], 0)
    n = w["batch_normalization"]
    h = (h - n["moving_mean"]) / np.sqrt(n["moving_variance"] + 0.001) * n["gamma"] + n["beta"]
    return h @ w["dense_1"]["kernel"] + w["dense_1"]["bias"]


def same(a, b, where="file"):
    """Raises where two contents differ; numbers may differ in the last digits."""
    if where.endswith("['step']"):  # a number or a tensor, by PyTorch's version and optimizer
        assert float(a) == float(b), where
        return
    kind = type(a).__name__, type(b).__name__
    if hasattr(a, "detach"):
        assert kind[0] == kind[1] and str(a.dtype) == str(b.dtype) and tuple(a.shape) == tuple(b.shape), (where, kind, a, b)
        assert a.requires_grad == b.requires_grad, where
        x, y = a.detach().double().flatten().tolist(), b.detach().double().flatten().tolist()
        assert all(p == q or abs(p - q) <= 1e-6 * max(1, abs(q)) or p != p and q != q for p, q in zip(x, y)), (where, a, b)
    elif isinstance(a, dict):
        order = list if kind[0] == "OrderedDict" else set  # versions of optimizers list their options in other orders
        assert kind[0] == kind[1] and order(a) == order(b), (where, kind, list(a), list(b))
        for key in a:
            same(a[key], b[key], f"{where}[{key!r}]")
    elif isinstance(a, (list, tuple)):
        assert kind[0] == kind[1] and len(a) == len(b), (where, a, b)
        for at, (x, y) in enumerate(zip(a, b)):
            same(x, y, f"{where}[{at}]")
    elif isinstance(a, float):
        assert isinstance(b, float) and (a == b or abs(a - b) <= 1e-6 * max(1, abs(b)) or a != a and b != b), (where, a, b)
    else:
        assert kind[0] == kind[1] and (a == b or str(a) == str(b)), (where, a, b)


def same_arrays(np, got, want):
    """Raises where arrays by name differ."""
    assert sorted(got) == sorted(want), (sorted(got), sorted(want))
    for name, array in want.items():
        found = got[name]
        assert found.dtype == array.dtype and found.shape == array.shape, (name, found, array)
        assert found.tolist() == array.tolist() or name == "special", (name, found, array)
    assert np.isnan(got["special"][0]) and got["special"][1] == np.inf
