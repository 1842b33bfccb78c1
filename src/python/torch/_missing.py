"""Public names of PyTorch that are not here: asking for one says so and names the nearest thing that works.

The names themselves are in _missing_names.py, which `npm run api` writes by looking at this package. The error is an
AttributeError too, so that hasattr() and getattr() with a default tell the truth.
"""

import dis
import fnmatch
import importlib.abc
import sys

from torch._missing_names import NAMES

# Full name or pattern → what to use instead; the first that fits counts. Plain words here need Japanese in
# scripts/api/japanese.json, which the table's page shows.
NEAREST = {
    "torch.func.grad": "torch.autograd.grad",
    "torch.func.grad_and_value": "torch.autograd.grad",
    "torch.func.functional_call": "torch.nn.utils.stateless.functional_call",
    "torch.func.vmap": "operations on a batch dimension",
    "torch.vmap": "operations on a batch dimension",
    "torch.func.hessian": "torch.autograd.functional.hessian",
    "torch.func.[vj]*p": "torch.autograd.functional.vjp",
    "torch.func.j*": "torch.autograd.functional.jacobian",
    "torch.func*": "torch.autograd.functional",
    "torch.autograd.forward_ad*": "torch.autograd.functional.jvp",
    "torch.autograd.graph.*saved*": "torch.utils.checkpoint.checkpoint",
    "torch.autograd.graph.save_on_cpu": "torch.utils.checkpoint.checkpoint",
    "torch.autograd.graph*": "Tensor.grad_fn",
    "torch.*complex*": "two tensors for the real and imaginary parts",
    "torch.*chalf": "two tensors for the real and imaginary parts",
    "torch.nn.functional.fractional_max_pool3d*": "F.max_pool3d",
    "torch.nn.functional.fractional_max_pool2d*": "F.max_pool2d",
    "torch.nn.functional.*max_pool3d_with_indices": "F.max_pool3d",
    "torch.nn.functional.max_unpool3d": "F.interpolate",
    "torch.nn.functional.lp_pool3d": "F.avg_pool3d of powers",
    "torch.nn.MaxUnpool3d": "nn.Upsample",
    "torch.nn.FractionalMaxPool*": "nn.MaxPool2d",
    "torch.nn.AdaptiveLogSoftmaxWithLoss": "nn.CrossEntropyLoss",
    "torch.nn.UninitializedBuffer": "nn.Module.register_buffer",
    "torch.nn.Lazy*": "nn.LazyLinear, or the class itself with its input size",
    "torch.nn.utils.skip_init": "the class itself",
    "torch.nn.utils.clip_grads_with_norm_": "torch.nn.utils.clip_grad_norm_",
    "torch.nn.utils.convert_conv2d_weight_memory_format": "the default memory format",
    "torch.nn.utils.fuse_linear_bn_weights": "torch.nn.utils.fuse_conv_bn_weights",
    "torch.nn.utils.parametrize*": "torch.nn.utils.parametrize.register_parametrization",
    "torch.nn.utils.prune.[A-Z]*": "torch.nn.utils.prune.custom_from_mask",
    "torch.nn.utils.prune.random*": "torch.nn.utils.prune.custom_from_mask",
    "torch.optim.SparseAdam": "torch.optim.Adam",
    "torch.optim.Adafactor": "torch.optim.AdamW",
    "torch.optim.Muon": "torch.optim.SGD with momentum",
    "torch.optim.swa_utils*": "torch.optim.swa_utils.AveragedModel",
    "torch.utils.data.DistributedSampler": "torch.utils.data.RandomSampler",
    "torch.linalg.lu*": "torch.linalg.lu",
    "torch.lu*": "torch.linalg.lu",
    "torch.Tensor.lu*": "torch.linalg.lu",
    "torch.linalg.ldl*": "torch.linalg.lu",
    "torch.linalg.tensorsolve": "torch.linalg.solve after reshape",
    "torch.linalg.tensorinv": "torch.linalg.inv after reshape",
    "torch.linalg.householder_product": "torch.linalg.qr",
    "torch.linalg.vander": "torch.vander",
    "torch.linalg.*_ex": "the function without _ex",
    "torch*.geqrf": "torch.linalg.qr",
    "torch*.or[gm]qr": "torch.linalg.qr",
    "torch.lobpcg": "torch.linalg.eigh",
    "torch.pca_lowrank": "torch.linalg.svd of the centred data",
    "torch.svd_lowrank": "torch.linalg.svd",
    "torch*.polygamma*": "torch.digamma",
    "torch*m*gamma*": "torch.lgamma",
    "torch.special*": "the series by hand, with autograd",
    "torch*.i0*": "the series by hand, with autograd",
    "torch*frexp": "torch.log2 and torch.floor",
    "torch*.kaiser_window": "torch.hann_window",
    "torch*.bartlett_window": "torch.hann_window",
    "torch.distributions.*Transform": "torch.distributions.LogNormal, or the function itself",
    "torch.distributions.transform*": "torch.distributions.LogNormal, or the function itself",
    "torch.distributions.biject_to": "the function itself",
    "torch.distributions.identity_transform": "the function itself",
    "torch.distributions.Transform": "the function itself",
    "torch.distributions.*Relaxed*": "F.gumbel_softmax",
    "torch.distributions.OneHotCategoricalStraightThrough": "F.gumbel_softmax(hard=True)",
    "torch.distributions.*Multivariate*": "torch.distributions.MultivariateNormal",
    "torch.distributions.Multinomial": "torch.multinomial",
    "torch.distributions.Mixture*": "torch.distributions.Categorical and torch.logsumexp",
    "torch.distributions*": "a class of your own with sample() and log_prob()",
    "torch.amp.custom_*": "torch.autograd.Function as it is",
    "torch.cuda.*memory*": "torch.cuda.memory_allocated",
    "torch.cuda.mem_get_info": "torch.cuda.memory_allocated",
    "torch.cuda.*graph*": "the same steps in a loop",
    "torch.cuda.*Graph*": "the same steps in a loop",
    "torch.cuda.*tream*": "torch.cuda.synchronize",
    "torch.cuda.*seed*": "torch.cuda.manual_seed_all",
    "torch.cuda.*rng*": "torch.get_rng_state",
    "torch.cuda*": "torch.cuda.get_device_properties",
    "torch.*q_[sz]*": "float16 tensors",
    "torch.*quant*": "float16 tensors",
    "torch.*q[ui]*int*": "float16 tensors",
    "torch*.qscheme": "float16 tensors",
    "torch.qint*": "float16 tensors",
    "torch.adaptive_max_pool1d": "F.adaptive_max_pool1d",
    "torch.autograd.set_multithreading_enabled": "nothing: there is one thread",
    "torch.*int_repr": "float16 tensors",
    "torch.ao": "float16 tensors",
    "torch.Tensor.to_padded_tensor": "torch.nn.utils.rnn.pad_sequence",
    "torch.Tensor.to_mkldnn": "the tensor as it is",
    "torch*sparse*": "dense tensors",
    "torch.h?pmm": "torch.matmul",
    "torch*.smm": "torch.matmul",
    "torch.Tensor.*indices": "dense tensors",
    "torch.Tensor.*coalesce*": "dense tensors",
    "torch.Tensor.dense_dim": "Tensor.ndim",
    "torch.Tensor.values": "dense tensors",
    "torch.Tensor.align*": "Tensor.permute",
    "torch.Tensor.*name*": "comments on dimensions; einops-like steps with reshape and permute",
    "torch.Tensor.module_load": "Tensor.copy_",
    "torch.Tensor.dim_order": "Tensor.stride",
    "torch.Tensor.register_post_accumulate_grad_hook": "Tensor.register_hook",
    "torch.Tensor.record_stream": "nothing: there are no streams",
    "torch.Tensor.xpu": "Tensor.cuda",
    "torch.Tensor.is_xpu": "Tensor.is_cuda",
    "torch.Tensor.storage_type": "Tensor.dtype",
    "torch.Tensor.index_reduce_": "Tensor.index_add_",
    "torch.index_reduce": "torch.scatter_reduce",
    "torch.*as_strided_scatter": "torch.as_strided",
    "torch.*histogram*": "torch.histc",
    "torch.*dlpack": "torch.from_numpy",
    "torch.get_device_module": "torch.cuda",
    "torch.*deterministic*": "torch.use_deterministic_algorithms",
    "torch.*warn_always*": "warnings.simplefilter",
    "torch.set_flush_denormal": "nothing: numbers are IEEE 754's",
    "torch.set_autocast_dtype": "torch.autocast(dtype=…)",
    "torch.unravel_index": "torch.div and torch.remainder",
    "torch.distributed": "one process: there are no others here",
    "torch.multiprocessing": "one process: there are no others here",
    "torch.export": "torch.save",
    "torch.package": "torch.save",
    "torch.hub": "weights loaded with torch.load",
    "torch.fx": "torch.nn.Module.named_modules",
    "torch.func": "torch.autograd.functional",
    "torch.library": "torch.autograd.Function",
}  # fmt: skip


class NotHere(NotImplementedError, AttributeError):
    """A public name of PyTorch that this package lacks."""


class NotHereImport(NotImplementedError, ModuleNotFoundError):
    """The same, met by an import statement."""


# Tracebacks show what learners are told to expect.
for _class in (NotHere, NotHereImport):
    _class.__name__ = _class.__qualname__ = "NotImplementedError"
    _class.__module__ = "builtins"


def nearest(full_name):
    """The nearest thing that works. An in-place form that is missing leads to the plain one, unless that is missing too."""
    if full_name.endswith("_") and full_name.rpartition(".")[2][:-1] not in _lacking(full_name.rpartition(".")[0]):
        return full_name[:-1]
    for pattern, instead in NEAREST.items():
        if fnmatch.fnmatchcase(full_name, pattern):
            return instead
    return None


def _lacking(section):
    return NAMES.get(section, "").split()


def _sentence(full_name):
    instead = nearest(full_name)
    return f"{full_name} is not here" + (f"; the nearest thing that works: {instead}" if instead else "")


def lookup(section, name):
    """What a module's __getattr__ does: NotHere for a known name, or AttributeError as for any module."""
    if name in _lacking(section):
        frame = sys._getframe(2)
        if frame.f_code.co_code[frame.f_lasti] == dis.opmap["IMPORT_FROM"]:
            raise NotHereImport(_sentence(f"{section}.{name}"), name=f"{section}.{name}")
        raise NotHere(_sentence(f"{section}.{name}"), name=name)
    raise AttributeError(f"module '{section}' has no attribute '{name}'")


class _Absent:
    """Stands in class Tensor for a method that is not here. (A __getattr__ would slow down every attribute.)"""

    def __init__(self, name):
        self._name = name

    def __get__(self, instance, owner):
        raise NotHere(_sentence(f"torch.Tensor.{self._name}"), name=self._name)


class _AbsentModules(importlib.abc.MetaPathFinder):
    """`import torch.onnx` says the same as `torch.onnx`."""

    def find_spec(self, full_name, path, target=None):
        section, _, name = full_name.rpartition(".")
        if section == "torch" and name in _lacking("torch") or full_name in NAMES:
            raise NotHereImport(_sentence(full_name), name=full_name)
        return None


def install():
    """Gives class Tensor and the modules their answers; run last of all when torch is imported."""
    from torch._tensor import Tensor

    for name in _lacking("torch.Tensor"):
        if not hasattr(Tensor, name):
            setattr(Tensor, name, _Absent(name))
    for section in NAMES:
        module = sys.modules.get(section)
        if module is not None and "__getattr__" not in vars(module):
            module.__getattr__ = _answer(section)
    # After the finders of real modules.
    sys.meta_path.append(_AbsentModules())


def _answer(section):
    def __getattr__(name):
        return lookup(section, name)

    return __getattr__
