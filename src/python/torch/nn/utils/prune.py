"""Pruning: weights multiplied by a mask of zeros and ones before each forward."""

import torch



class _Mask:
    """The hook: weight = weight_orig · weight_mask."""

    def __init__(self, name):
        self.name = name

    def __call__(self, module, inputs):
        setattr(module, self.name, getattr(module, self.name + '_orig') * getattr(module, self.name + '_mask'))


def _apply(module, name, mask):
    if name + '_orig' in module._parameters:
        mask = mask * getattr(module, name + '_mask')
        setattr(module, name + '_mask', mask)
    else:
        original = getattr(module, name)
        del module._parameters[name]
        module.register_parameter(name + '_orig', original)
        module.register_buffer(name + '_mask', mask)
        module.register_forward_pre_hook(_Mask(name))
    setattr(module, name, getattr(module, name + '_orig') * getattr(module, name + '_mask'))
    return module


def _count(amount, size):
    if isinstance(amount, float):
        if not 0.0 <= amount <= 1.0:
            raise ValueError(f'amount={amount} should either be a float in the range [0.0, 1.0] or a non-negative integer')
        return round(amount * size)
    if amount > size:
        raise ValueError(f'amount={amount} should be smaller than the number of parameters to prune={size}')
    return amount


def _present_mask(module, name):
    weight = getattr(module, name)
    held = module._buffers.get(name + '_mask')
    return torch.ones_like(weight).detach() if held is None else held.detach().clone()


def l1_unstructured(module, name, amount, importance_scores=None):
    """Removes the `amount` (share or number) of the smallest weights."""
    mask = _present_mask(module, name)
    scores = (getattr(module, name) if importance_scores is None else importance_scores).detach().abs().reshape(-1)
    kept = mask.reshape(-1).nonzero().reshape(-1)
    count = _count(amount, kept.numel())
    if count:
        chosen = kept[torch.topk(scores[kept], count, largest=False)[1]]
        flat = mask.reshape(-1)
        flat[chosen] = 0
        mask = flat.view(mask.shape)
    return _apply(module, name, mask)


def random_unstructured(module, name, amount):
    """Removes a random `amount` (share or number) of the weights."""
    mask = _present_mask(module, name)
    kept = mask.reshape(-1).nonzero().reshape(-1)
    count = _count(amount, kept.numel())
    if count:
        chosen = kept[torch.topk(torch.rand(kept.numel()), count)[1]]
        flat = mask.reshape(-1)
        flat[chosen] = 0
        mask = flat.view(mask.shape)
    return _apply(module, name, mask)


def custom_from_mask(module, name, mask):
    """Prunes with a mask of your own."""
    return _apply(module, name, mask.to(getattr(module, name).dtype))


def identity(module, name):
    """A mask of ones: prunes nothing."""
    return _apply(module, name, _present_mask(module, name))


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Removes the `amount` of whole slices along `dim` with the smallest n-norm."""
    mask = _present_mask(module, name)
    weight = (getattr(module, name) if importance_scores is None else importance_scores).detach()
    others = [d for d in range(weight.dim()) if d != dim % weight.dim()]
    lengths = weight.norm(n, dim=others)
    count = _count(amount, lengths.numel())
    if count:
        mask.index_fill_(dim, torch.topk(lengths, count, largest=False)[1], 0)
    return _apply(module, name, mask)


def global_unstructured(parameters, pruning_method=None, importance_scores=None, amount=0.5, **kwargs):
    """Removes the smallest weights of several parameters [(module, name), …] taken together."""
    flat = torch.cat([getattr(module, name).detach().abs().reshape(-1) for module, name in parameters])
    mask = torch.ones_like(flat)
    count = _count(amount, flat.numel())
    if count:
        mask[torch.topk(flat, count, largest=False)[1]] = 0
    at = 0
    for module, name in parameters:
        size = getattr(module, name).numel()
        _apply(module, name, mask[at:at + size].view(getattr(module, name).shape))
        at += size


L1Unstructured = l1_unstructured


def is_pruned(module):
    """Whether the module or one below it is pruned."""
    return any(isinstance(hook, _Mask) for each in module.modules() for hook in each._forward_pre_hooks.values())


def remove(module, name):
    """Makes the pruning permanent: the weight is a parameter again, zeros included."""
    for key, hook in list(module._forward_pre_hooks.items()):
        if isinstance(hook, _Mask) and hook.name == name:
            value = getattr(module, name + '_orig')
            value.data = (value * getattr(module, name + '_mask')).detach()
            del module._forward_pre_hooks[key], module._parameters[name + '_orig'], module._buffers[name + '_mask']
            module.__dict__.pop(name, None)
            module.register_parameter(name, value)
            return module
    raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
