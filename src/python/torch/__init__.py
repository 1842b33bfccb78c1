"""torch: PyTorch's names, semantics, printing, errors and random numbers on this page's own engine.

The operations are in torch/_ops, one family a file, and are published from there; nothing here calls the engine while
it is imported.
"""

from torch.version import __version__  # noqa: F401, I001  the order of imports below is that of dependence

from torch import _dtype
from torch._dtype import (
    bfloat16, bool, double, dtype, finfo, float, float16, float32, float64,
    get_default_dtype, half, iinfo, int, int8, int16, int32, int64, long, set_default_dtype, set_default_tensor_type, short, uint8,
)  # fmt: skip
from torch._size import Size
from torch._device import device, get_default_device, set_default_device
from torch._layout import (
    channels_last, channels_last_3d, contiguous_format, layout, memory_format, preserve_format, sparse_coo, strided,
)  # fmt: skip
from torch._tensor import Tensor
from torch._tensor_str import set_printoptions
from torch._ops.register import FUNCTIONS as _functions

_functions.update({_each._name: _each for _each in _dtype.BY_CODE}, bool=bool, get_default_dtype=get_default_dtype, iinfo=iinfo)

from torch._ops import (  # noqa: E402
    binary, choose, compare, convert, filled, index, join, products, protocols, reduce, scan, sequences, shape, sort, unary,
)  # fmt: skip
from torch import _creation, _indexing, return_types  # noqa: E402, F401
from torch import random  # noqa: E402
from torch.random import Generator, default_generator, get_rng_state, initial_seed, manual_seed, seed, set_rng_state  # noqa: E402
from torch import linalg  # noqa: E402

from torch._ops import rare, rest  # noqa: E402  need linalg's
from torch._ops import refusals as _refusals  # noqa: E402

_refusals.seal(Tensor)
_refusals.seal(Tensor.__mro__[1])

globals().update({_name: _refusals.guarded(_op) for _name, _op in _functions.items()})
del rare, rest, binary, choose, compare, convert, filled, index, join, products, protocols, reduce, scan, sequences, shape, unary
sort = _refusals.guarded(_functions["sort"])

from torch import _legacy  # noqa: E402

globals().update(_legacy.typed_tensors(False))

from torch import storage  # noqa: E402
from torch.storage import TypedStorage, UntypedStorage  # noqa: E402

globals().update(storage.BY_CLASS_NAME)

from torch import autograd  # noqa: E402
from torch.autograd import (  # noqa: E402
    enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, no_grad, set_grad_enabled,
)  # fmt: skip
from torch import amp, backends, cpu, cuda, functional, jit, onnx, serialization, utils  # noqa: E402
from torch.amp.autocast_mode import (  # noqa: E402
    autocast, get_autocast_cpu_dtype, get_autocast_dtype, get_autocast_gpu_dtype, is_autocast_cpu_enabled, is_autocast_enabled,
)  # fmt: skip
from torch.serialization import load, save  # noqa: E402

for _name, _class in _legacy.typed_tensors(True).items():
    setattr(cuda, _name, _class)

import math as _math  # noqa: E402

e, pi, inf, nan = _math.e, _math.pi, _math.inf, _math.nan
newaxis = None

_threads = 1
_deterministic = False


def get_num_threads():
    """1: kernels run in one thread."""
    return _threads


def set_num_threads(number):
    """Accepted; kernels run in one thread."""
    global _threads
    _threads = number


get_num_interop_threads, set_num_interop_threads = get_num_threads, set_num_threads


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Accepted; every operation here gives the same result each time."""
    global _deterministic
    _deterministic = mode


def are_deterministic_algorithms_enabled():
    """What use_deterministic_algorithms() was told."""
    return _deterministic


def set_float32_matmul_precision(precision):
    """Accepted; products are computed in float32."""


def get_float32_matmul_precision():
    """Always 'highest'."""
    return "highest"


def compile(model=None, **options):
    """Returns the model or function itself: there is no compiler here, so nothing gets faster and nothing changes."""
    return model if model is not None else lambda function: function


def typename(obj):
    """The name of a tensor's class, such as 'torch.FloatTensor', or of any object's type."""
    if isinstance(obj, Tensor):
        return obj.type()
    module = getattr(obj, "__module__", None)
    if module is not None and module.startswith("torch._ops."):
        module = "torch._VariableFunctionsClass"  # the class whose methods PyTorch's functions are
    prefix = "" if module in (None, "builtins") else f"{module}."
    return prefix + (obj.__qualname__ if hasattr(obj, "__qualname__") else type(obj).__name__)


# Names that bring the complex tensors with them; a program that never says one pays nothing for them.
_COMPLEX = {"complex64": "complex64", "cfloat": "complex64", "complex128": "complex128", "cdouble": "complex128"}
_COMPLEX_FUNCTIONS = ("complex", "polar", "view_as_real", "view_as_complex", "imag")


def __getattr__(name):
    if name in _COMPLEX or name in _COMPLEX_FUNCTIONS:
        import torch._complex  # noqa: F401

        globals().update({each: _dtype.BY_NAME[real_name] for each, real_name in _COMPLEX.items()})
        return globals()[name]
    if name in ("sparse", "sparse_coo_tensor"):
        import torch.sparse  # noqa: F401

        return globals()[name]
    if name in ("fft", "stft", "istft"):
        import torch.fft  # noqa: F401

        return globals()[name]
    from torch._missing import lookup

    return lookup("torch", name)


from torch import nn, optim, testing  # noqa: E402, F401  modules that stand on all of the above
from torch import distributions, func, profiler, special  # noqa: E402, F401
from torch.func import vmap  # noqa: E402, F401

# Functions of nn.functional that torch has under the same name.
for _name in (
    "adaptive_avg_pool1d alpha_dropout avg_pool1d batch_norm bilinear binary_cross_entropy_with_logits celu conv1d conv2d conv3d "
    "conv_transpose1d conv_transpose2d conv_transpose3d cosine_embedding_loss ctc_loss dropout embedding embedding_bag "
    "feature_alpha_dropout grid_sampler group_norm hardshrink hinge_embedding_loss instance_norm kl_div layer_norm "
    "margin_ranking_loss max_pool1d max_pool2d max_pool3d pairwise_distance pixel_shuffle pixel_unshuffle prelu relu_ rrelu selu "
    "celu_ selu_ rrelu_ native_channel_shuffle max_pool1d_with_indices triplet_margin_loss channel_shuffle poisson_nll_loss native_dropout"
).split():
    if hasattr(nn.functional, _name):
        globals().setdefault(_name, getattr(nn.functional, _name))
del _name, _class

from torch.utils import checkpoint as _checkpoint, data as _data  # noqa: E402, F401  `torch.utils.data` needs no import

from torch import _missing  # noqa: E402
from torch._ops import outs as _outs  # noqa: E402

_outs.accept_out(globals(), _outs.FUNCTION_NAMES)
_outs.accept_out(vars(linalg), _outs.LINALG_NAMES)
_outs.accept_out(vars(special), _outs.SPECIAL_NAMES)
_missing.install()
del _missing, _outs
