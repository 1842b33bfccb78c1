"""Prints, as JSON, the public names of real PyTorch by module with their parameters: the yardstick of docs/torch-api.md.

    /usr/bin/python3 scripts/api/reference.py > scripts/api/reference.json

A name is public when it is documented, is a constant such as a dtype, or is the in-place or torch-level form of a documented
name; names that a module merely imported are not its own. PyTorch 1.13.1 is what this runs on: what 2.x added and removed is
in the two tables below (from its release notes).
"""

import importlib
import inspect
import json
import re
import sys
import types

import torch

SECTIONS = {
    "torch": "torch",
    "torch.Tensor": "torch",
    "torch.nn": "torch.nn",
    "torch.nn.functional": "torch.nn.functional",
    "torch.nn.init": "torch.nn.init",
    "torch.nn.utils": "torch.nn.utils",
    "torch.nn.utils.rnn": "torch.nn.utils.rnn",
    "torch.nn.utils.parametrize": "torch.nn.utils.parametrize",
    "torch.nn.utils.parametrizations": "torch.nn.utils.parametrizations",
    "torch.nn.utils.prune": "torch.nn.utils.prune",
    "torch.optim": "torch.optim",
    "torch.optim.lr_scheduler": "torch.optim.lr_scheduler",
    "torch.optim.swa_utils": "torch.optim.swa_utils",
    "torch.utils.data": "torch.utils.data",
    "torch.utils.checkpoint": "torch.utils.checkpoint",
    "torch.autograd": "torch.autograd",
    "torch.autograd.functional": "torch.autograd.functional",
    "torch.autograd.forward_ad": "torch.autograd.forward_ad",
    "torch.autograd.graph": "torch.autograd.graph",
    "torch.linalg": "torch.linalg",
    "torch.special": "torch.special",
    "torch.fft": "torch.fft",
    "torch.distributions": "torch.distributions",
    "torch.amp": "torch.amp",
    "torch.cuda": "torch.cuda",
    "torch.cuda.amp": "torch.cuda.amp",
}

ADDED = {
    "torch": "Size UntypedStorage TypedStorage compile get_default_device set_default_device get_device_module vmap func export asarray unravel_index "
    "is_inference_mode_enabled get_autocast_dtype set_autocast_dtype",
    "torch.Tensor": "shape dtype layout data grad_fn softmax log_softmax relu relu_ prelu name output_nr itemsize nbytes mT mH xpu module_load register_post_accumulate_grad_hook dim_order untyped_storage",
    "torch.nn": "RMSNorm Buffer CircularPad1d CircularPad2d CircularPad3d ZeroPad1d ZeroPad3d ReflectionPad3d",
    "torch.nn.functional": "scaled_dot_product_attention rms_norm lp_pool3d",
    "torch.nn.init": "",
    "torch.nn.utils": "clip_grads_with_norm_ get_total_norm fuse_linear_bn_weights",
    "torch.nn.utils.rnn": "unpad_sequence unpack_sequence",
    "torch.nn.utils.parametrizations": "weight_norm",
    "torch.optim": "Adafactor Muon",
    "torch.optim.lr_scheduler": "LRScheduler",
    "torch.optim.swa_utils": "get_ema_avg_fn get_swa_avg_fn get_ema_multi_avg_fn get_swa_multi_avg_fn",
    "torch.utils.data": "StackDataset default_collate default_convert",
    "torch.autograd": "grad no_grad enable_grad set_grad_enabled inference_mode gradcheck gradgradcheck detect_anomaly "
    "set_detect_anomaly set_multithreading_enabled profiler",
    "torch.linalg": "vecdot",
    "torch.func": "vmap grad grad_and_value vjp jvp linearize jacrev jacfwd hessian functionalize functional_call "
    "stack_module_state replace_all_batch_norm_modules_",
    "torch.distributions": "GeneralizedPareto InverseGamma Wishart",
    "torch.amp": "GradScaler custom_fwd custom_bwd is_autocast_available",
    "torch.cuda": "is_bf16_supported mem_get_info",
    "torch.cuda.amp": "GradScaler",
    "torch.autograd.graph": "Node GradientEdge get_gradient_edge allow_mutation_on_saved_tensors increment_version",
}  # fmt: skip

REMOVED = {
    "torch": "obj candidate CONV_BN_FUSION FUSE_ADD_RELU HOIST_CONV_PACKED_PARAMS INSERT_FOLD_PREPACK_OPS REMOVE_DROPOUT "
    "eig lstsq matrix_rank solve symeig cholesky_solver classproperty BufferDict Storage FatalError "
    "prepare_multiprocessing_environment get_file_path import_ir_module import_ir_module_from_buffer parse_ir parse_schema "
    "parse_type_comment merge_type_from_type_comment read_vitals set_vital vitals_enabled unify_type_list wait fork "
    "is_vulkan_available init_num_threads ScriptFunction DispatchKey Tag AVG SUM compiled_with_cxx11_abi overrides "
    "conv_tbc legacy_contiguous_format is_storage",
    "torch.Tensor": "ipu is_ipu eig lstsq matrix_rank solve symeig new volatile",
    "torch.nn": "backcompat factory_kwargs",
    "torch.nn.functional": "boolean_dispatch handle_torch_function has_torch_function has_torch_function_unary "
    "has_torch_function_variadic conv_tbc",
    "torch.nn.utils.rnn": "invert_permutation",
    "torch.utils.data": "argument_validation DataChunk DataLoader2 DFIterDataPipe functional_datapipe IterDataPipe MapDataPipe "
    "guaranteed_datapipes_determinism non_deterministic runtime_validation runtime_validation_disabled",
    "torch.utils.checkpoint": "check_backward_validity CheckpointFunction detach_variable get_device_states set_device_states",
    "torch.fft": "Tensor",
    "torch.cuda": "check_error CudaError cudaStatus cudart DeferredCudaCallError list_gpu_processes has_half has_magma "
    "caching_allocator_alloc caching_allocator_delete memory_cached max_memory_cached reset_max_memory_cached",
}  # fmt: skip

CONSTANTS = (torch.dtype, torch.layout, torch.memory_format, float)
PLAIN = (bool, int, str, dict, list, tuple)
MODULES = ("nn", "amp", "linalg", "fft", "sparse", "jit", "hub", "onnx", "cuda", "fx", "distributed", "optim", "utils")
INTERNAL = re.compile(
    r"^(cudnn|miopen|mkldnn|fbgemm|quantized|q_per|per_(tensor|channel)|sparse_(bs|csc|csr|coo)|sspaddmm|(?!index_).*(_copy|_backward|Type|Storage)$)"
)


def documented(value):
    doc = getattr(value, "__doc__", None)
    return isinstance(doc, str) and len(doc.strip()) > 20


def own(value):
    """Whether a value belongs to torch rather than to a module that torch imports."""
    home = getattr(value, "__module__", None) or "torch"
    return isinstance(home, str) and home.split(".")[0] in ("torch", "builtins")


def constant(value):
    return isinstance(value, CONSTANTS)


def parameters(name, value):
    """Names of the parameters, or None where they cannot be known."""
    if isinstance(value, type) and issubclass(value, (torch.nn.Module, torch.optim.Optimizer)):
        value = value.__init__
    try:
        return [each for each in inspect.signature(value).parameters if each not in ("self", "args", "kwargs")]
    except (TypeError, ValueError):
        pass
    found = []
    for text in re.findall(rf"\b{re.escape(name)}\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*->", value.__doc__ or ""):
        for each in re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", text).split(","):
            match = re.match(r"^\s*(?:\w+(?:\[\d*\])?\??\s+)?\*{0,2}(\w+)\s*(?:=.*)?$", each)
            if match and match[1] not in found:
                found.append(match[1])
    return found or None


def wanted(section, owner, name, value):
    if isinstance(value, types.ModuleType):
        return section == "torch" and value.__name__ == f"torch.{name}" and (documented(value) or name in MODULES)
    if not own(value) or isinstance(value, PLAIN):
        return False
    if section not in ("torch", "torch.Tensor"):
        listed = getattr(owner, "__all__", None)
        return name in listed if listed else documented(value) or constant(value)
    in_place = name.endswith("_") and documented(getattr(owner, name[:-1], None))
    namesake = name[:1].islower() and any(
        documented(getattr(other, name, None)) for other in (torch.nn.functional, torch.Tensor)
    )
    typed = name.endswith("Tensor")
    return documented(value) or constant(value) or in_place or section == "torch" and (namesake or typed)


def names_of(section, module):
    owner = torch.Tensor if section == "torch.Tensor" else module
    gone = REMOVED.get(section, "").split()
    result = {}
    for name in dir(owner):
        if name.startswith("_") or name in gone or INTERNAL.match(name):
            continue
        value = getattr(owner, name, None)
        if wanted(section, owner, name, value):
            result[name] = parameters(name, value) if callable(value) else None
    for name in ADDED.get(section, "").split():
        result.setdefault(name, None)
    return dict(sorted(result.items(), key=lambda item: (item[0].lower(), item[0])))


def main():
    found = {}
    for section, module in SECTIONS.items():
        found[section] = names_of(section, importlib.import_module(module))
    found["torch.func"] = {name: None for name in sorted(ADDED["torch.func"].split())}
    # A section a line: the file is for programs, its changes for readers.
    lines = [f"{json.dumps(section)}:{json.dumps(names, separators=(',', ':'))}" for section, names in found.items()]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
