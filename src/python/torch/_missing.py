"""Public names of PyTorch that are not here: using one says so and names the nearest thing that works."""

_NEAREST = {
    "complex": "two tensors for the real and imaginary parts",
    "polar": "cos and sin of the angle, times the absolute value",
    "fft": "a product with a matrix of cosines and sines for small sizes",
    "stft": "Tensor.unfold and a product with cosines and sines",
    "istft": "a product with cosines and sines",
    "sparse_coo_tensor": "a dense tensor, or index_add_ on one",
    "sparse_csr_tensor": "a dense tensor",
    "quantize_per_tensor": "round and clamp by hand",
    "vmap": "operations on a batch dimension",
    "lobpcg": "torch.linalg.eigh",
    "pca_lowrank": "torch.linalg.svd of the centred data",
    "svd_lowrank": "torch.linalg.svd",
    "i0": "a series by hand",
    "polygamma": "torch.digamma",
    "mvlgamma": "torch.lgamma",
    "igamma": "a numerical integral",
    "igammac": "a numerical integral",
    "nextafter": "x + torch.finfo(x.dtype).eps",
    "frexp": "torch.log2 and torch.floor",
    "ldexp": "x * 2 ** y",
    "gcd": "math.gcd of Python numbers",
    "lcm": "math.lcm of Python numbers",
    "renorm": "a division by norms clamped from below",
    "distributed": "one process: there are no others here",
    "multiprocessing": "one process: there are no others here",
    "onnx": "torch.save",
    "hub": "weights loaded with torch.load",
    "fx": "torch.nn.Module.named_modules",
    "quantization": "float16 tensors",
    "export": "torch.save",
    "ao": "float16 tensors",
    "func": "torch.autograd.functional",
    "sparse": "dense tensors",
    "package": "torch.save",
    "library": "torch.autograd.Function",
}


class _Missing:
    """Stands for a name that is not here; calling it or reading from it says so."""

    def __init__(self, name):
        self._name = name

    def _refuse(self):
        raise NotImplementedError(f"torch.{self._name} is not here; the nearest thing that works: {_NEAREST[self._name]}")

    def __call__(self, *args, **options):
        self._refuse()

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return self._refuse()

    def __repr__(self):
        return f"<torch.{self._name}: not here>"


def lookup(name):
    """The stand-in for a known name, or AttributeError as for any module."""
    if name in _NEAREST:
        return _Missing(name)
    raise AttributeError(f"module 'torch' has no attribute '{name}'")
