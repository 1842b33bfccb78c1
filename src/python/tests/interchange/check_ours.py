"""`/usr/bin/python3 check_ours.py FOLDER`: real PyTorch, NumPy and h5py open the files that write_ours.py made. Prints one line for
each, and why a library's files were skipped."""

import json
import os
import sys
import zipfile
from io import BytesIO

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
FOLDER = sys.argv[1]

import contents  # noqa: E402


def path(name):
    return os.path.join(FOLDER, name)


def library(name):
    try:
        return __import__(name)
    except ImportError as error:
        print(f"skipped {name}: {error}")
        return None


torch, np, h5py = library("torch"), library("numpy"), library("h5py")

if torch is not None:
    for ending in ("pt", "legacy.pt"):
        tensors = torch.load(path(f"tensors.{ending}"), weights_only=True)
        contents.same(tensors, contents.tensors(torch))
        tensors["base"][1, 2] = 99
        assert tensors["row"][2] == 99 and tensors["turned"][2, 1] == 99, "views share memory"
        # Its weights_only admits fewer kinds of containers than today's: everything, then the weights alone.
        whole = torch.load(path(f"checkpoint.{ending}"))
        contents.same(whole, contents.checkpoint(torch))
        for name, state in whole["optimizers"].items():
            model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2))
            model.load_state_dict(whole["model"])
            optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.01)
            if name != "RMSprop":  # counts its steps in numbers until PyTorch 2
                optimizer.load_state_dict(state)
            model(torch.ones(2, 3)).sum().backward()
            optimizer.step()
        print(f"opened tensors.{ending} and checkpoint.{ending}")
    model = torch.load(path("model.pt"))
    torch.manual_seed(0)
    again = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
    assert torch.allclose(model(torch.ones(4, 2)), again(torch.ones(4, 2)))
    print("opened model.pt")

if np is not None:
    want = contents.arrays(np)
    for name in ("arrays.npz", "compressed.npz"):
        contents.same_arrays(np, dict(np.load(path(name))), want)
        print(f"opened {name}")
    array = np.load(path("array.npy"))
    assert array.flags["F_CONTIGUOUS"] and array.tolist() == want["fortran"].tolist()
    print("opened array.npy")

if h5py is not None:
    expected = json.load(open(path("expected.json")))

    def close(dataset, name):
        got = dataset[()]
        name = name if name in expected else f"net/{name}"
        assert got.dtype == "float32" and np.allclose(got, expected[name], atol=1e-7), name

    def check_weights(file):
        for layer, variables in (("dense", "kernel bias"), ("batch_normalization", "gamma beta moving_mean moving_variance"),
                                 ("dense_1", "kernel bias")):
            for at, variable in enumerate(variables.split()):
                close(file[f"layers/{layer}/vars/{at}"], f"{layer}/{variable}")

    with h5py.File(path("model.weights.h5"), "r") as file:
        check_weights(file)
        print("opened model.weights.h5")
    with zipfile.ZipFile(path("model.keras")) as archive:
        assert sorted(archive.namelist()) == ["config.json", "metadata.json", "model.weights.h5"]
        assert json.loads(archive.read("config.json"))["class_name"] == "Sequential"
        with h5py.File(BytesIO(archive.read("model.weights.h5")), "r") as file:
            check_weights(file)
            assert int(file["optimizer/vars/0"][()]) == 2
        print("opened model.keras")
    with h5py.File(path("model.h5"), "r") as file:
        assert json.loads(file.attrs["model_config"])["class_name"] == "Sequential"
        assert json.loads(file.attrs["training_config"])["optimizer_config"]["class_name"] == "Adam"
        names = list(file["model_weights"].attrs["layer_names"])
        assert [n if isinstance(n, str) else n.decode() for n in names] == ["dense", "batch_normalization", "dense_1"], names
        for layer in ("dense", "batch_normalization", "dense_1"):
            group = file["model_weights"][layer]
            for name in group.attrs["weight_names"]:
                name = name if isinstance(name, str) else name.decode()
                close(group[name], name)
        print("opened model.h5")
