"""The older weight_norm, which recomputes the weight in a hook before each forward."""

import warnings

from ..parameter import Parameter
from .parametrizations import _norm_except


class WeightNorm:
    """The hook: weight = g · v / ‖v‖."""

    def __init__(self, name, dim):
        self.name = name
        self.dim = -1 if dim is None else dim

    def compute_weight(self, module):
        """The weight of the present g and v."""
        g, v = getattr(module, self.name + '_g'), getattr(module, self.name + '_v')
        return v * (g / _norm_except(v, self.dim))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module))


def weight_norm(module, name='weight', dim=0):
    """weight = g · v / ‖v‖ with parameters `weight_g` and `weight_v`: Salimans & Kingma 2016."""
    warnings.warn('`torch.nn.utils.weight_norm` is deprecated in favor of '
                  '`torch.nn.utils.parametrizations.weight_norm`.', FutureWarning, stacklevel=2)
    for hook in module._forward_pre_hooks.values():
        if isinstance(hook, WeightNorm) and hook.name == name:
            raise RuntimeError(f'Cannot register two weight_norm hooks on the same parameter {name}')
    hook = WeightNorm(name, dim)
    weight = getattr(module, name)
    del module._parameters[name]
    module.register_parameter(name + '_g', Parameter(_norm_except(weight, hook.dim).data))
    module.register_parameter(name + '_v', Parameter(weight.data))
    setattr(module, name, hook.compute_weight(module))
    module.register_forward_pre_hook(hook)
    return module


def remove_weight_norm(module, name='weight'):
    """Ends weight_norm; the weight keeps its present value."""
    for key, hook in module._forward_pre_hooks.items():
        if isinstance(hook, WeightNorm) and hook.name == name:
            weight = hook.compute_weight(module)
            delattr(module, name)
            del module._parameters[name + '_g'], module._parameters[name + '_v'], module._forward_pre_hooks[key]
            setattr(module, name, Parameter(weight.data))
            return module
    raise ValueError(f"weight_norm of '{name}' not found in {module}")
