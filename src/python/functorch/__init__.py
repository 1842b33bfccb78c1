"""functorch: the older package of torch.func's functions, and modules as functions of their parameters."""

import copy

import torch
from torch import nn
from torch.func import grad, grad_and_value, hessian, jacfwd, jacrev, jvp, vjp, vmap
from torch.nn.utils.stateless import functional_call

__all__ = [
    "FunctionalModule", "FunctionalModuleWithBuffers", "combine_state_for_ensemble", "grad", "grad_and_value", "hessian", "jacfwd",
    "jacrev", "jvp", "make_functional", "make_functional_with_buffers", "vjp", "vmap",
]  # fmt: skip


class FunctionalModule(nn.Module):
    """A module whose parameters are an argument of the call: fmodel(params, x)."""

    def __init__(self, model, names):
        super().__init__()
        self.stateless_model = model
        self._given_names = names

    def forward(self, params, *args, **kwargs):
        return functional_call(self.stateless_model, dict(zip(self._given_names, params)), args, kwargs)


class FunctionalModuleWithBuffers(FunctionalModule):
    """The same with the buffers: fmodel(params, buffers, x)."""

    def forward(self, params, buffers, *args, **kwargs):
        return super().forward((*params, *buffers), *args, **kwargs)


def _fresh(tensors, detached):
    return tuple(each.detach() if detached else each for each in tensors)


def _stateless(model):
    """A copy of the module without memory for its parameters; its buffers are replaced in each call."""
    return copy.deepcopy(model)


def make_functional(model, disable_autograd_tracking=False):
    """The module as a function of its parameters, and the parameters."""
    if any(True for _ in model.buffers()):
        raise RuntimeError(
            "make_functional(model): `model` has buffers. Please use make_functional_with_buffers(model) instead."
        )
    names, params = zip(*model.named_parameters()) if any(True for _ in model.parameters()) else ((), ())
    return FunctionalModule(_stateless(model), names), _fresh(params, disable_autograd_tracking)


def make_functional_with_buffers(model, disable_autograd_tracking=False):
    """The module as a function of its parameters and buffers, the parameters, and the buffers."""
    params, buffers = dict(model.named_parameters()), dict(model.named_buffers())
    made = FunctionalModuleWithBuffers(_stateless(model), (*params, *buffers))
    return made, _fresh(params.values(), disable_autograd_tracking), tuple(buffers.values())


def combine_state_for_ensemble(models):
    """A function of the stacked parameters and buffers of equal modules, for vmap: (fmodel, params, buffers)."""
    if len(models) == 0:
        raise RuntimeError("combine_state_for_ensemble: Expected at least one model, got 0.")
    if not (all(model.training for model in models) or all(not model.training for model in models)):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to have the same training/eval mode.")
    if any(type(model) is not type(models[0]) for model in models):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to be of the same class.")
    made, params, buffers = zip(*map(make_functional_with_buffers, models))

    def stacked(lists):
        return tuple(torch.stack([each.detach() for each in same]) for same in zip(*lists))

    params = tuple(each.requires_grad_() for each in stacked(params))
    return made[0], params, stacked(buffers)
