"""Pruning: a weight is multiplied by a mask of zeros and ones before each forward. Methods decide what the mask drops."""

import torch


class BasePruningMethod:
    """A forward pre-hook that computes weight = weight_orig · weight_mask. Subclasses say in `compute_mask` what is dropped.

    `PRUNING_TYPE` tells which part of an already pruned weight a method looks at: 'unstructured' the elements that are left,
    'structured' the slices that are left, 'global' all of it.
    """

    PRUNING_TYPE = 'unstructured'

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    def compute_mask(self, t, default_mask):
        """The new mask for scores `t`, within the mask that is there."""
        raise NotImplementedError

    def apply_mask(self, module):
        """The pruned weight."""
        mask = getattr(module, self._tensor_name + '_mask')
        return mask.to(dtype=getattr(module, self._tensor_name + '_orig').dtype) * getattr(
            module, self._tensor_name + '_orig'
        )

    @classmethod
    def apply(cls, module, name, *args, importance_scores=None, **kwargs):
        """Prunes module.name with a method made from the remaining arguments, on top of what was pruned before."""
        method = cls(*args, **kwargs)
        method._tensor_name = name
        earlier = _hook_of(module, name)
        if earlier is not None:
            _, old = earlier
            container = PruningContainer(*(old if isinstance(old, PruningContainer) else (old,)))
            container.add_pruning_method(method)
            method = container
        weight = getattr(module, name)
        if importance_scores is not None and importance_scores.shape != weight.shape:
            raise AssertionError(
                f'importance_scores should have the same shape as parameter                     {name} of {module}'
            )
        scores = (weight if importance_scores is None else importance_scores).detach()
        held = module._buffers.get(name + '_mask')
        default = torch.ones_like(weight).detach() if held is None else held.detach().clone()
        mask = method.compute_mask(scores, default_mask=default)
        # Nothing has changed so far: a method that refuses leaves the module as it was.
        if earlier is None:
            module.register_parameter(name + '_orig', module._parameters.pop(name))
        else:
            del module._forward_pre_hooks[earlier[0]]
        module.register_buffer(name + '_mask', mask)
        setattr(module, name, method.apply_mask(module))
        module.register_forward_pre_hook(method)
        return method

    def prune(self, t, default_mask=None, importance_scores=None):
        """A pruned copy of a tensor."""
        default = torch.ones_like(t) if default_mask is None else default_mask
        return t * self.compute_mask(t if importance_scores is None else importance_scores, default_mask=default)

    def remove(self, module):
        """Makes the pruning permanent: the weight is a parameter again, zeros included."""
        name = self._tensor_name
        weight = self.apply_mask(module)
        original = module._parameters.pop(name + '_orig')
        original.data = weight.detach()
        del module._buffers[name + '_mask']
        module.__dict__.pop(name, None)
        module.register_parameter(name, original)


class PruningContainer(BasePruningMethod):
    """Several methods for one weight, one after the other; each looks at what the earlier ones left."""

    def __init__(self, *args):
        self._pruning_methods = ()
        self._tensor_name = None
        for method in args:
            self.add_pruning_method(method)

    def add_pruning_method(self, method):
        """Adds a method for the same weight."""
        if method is not None and not isinstance(method, BasePruningMethod):
            raise TypeError(f'{type(method)} is not a BasePruningMethod subclass')
        if self._tensor_name is not None and method is not None and self._tensor_name != method._tensor_name:
            raise ValueError(
                "Can only add pruning methods acting on "
                f"the parameter named '{self._tensor_name}' to PruningContainer {self}." + f" Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)
        self._tensor_name = method._tensor_name

    def __len__(self):
        return len(self._pruning_methods)

    def __iter__(self):
        return iter(self._pruning_methods)

    def __getitem__(self, index):
        return self._pruning_methods[index]

    def compute_mask(self, t, default_mask):
        method = self._pruning_methods[-1]
        mask = default_mask.to(t.dtype)
        if method.PRUNING_TYPE == 'unstructured':
            chosen = mask == 1
        elif method.PRUNING_TYPE == 'structured':
            dim = method.dim % t.dim()
            kept = mask.sum([d for d in range(t.dim()) if d != dim]) != 0
            chosen = (slice(None),) * dim + (kept,)
        else:
            chosen = (slice(None),) * t.dim()
        new = mask.clone()
        new[chosen] = method.compute_mask(t[chosen], default_mask=mask[chosen]).to(mask.dtype)
        return new


class Identity(BasePruningMethod):
    """Drops nothing, but gives the weight a mask."""

    def compute_mask(self, t, default_mask):
        return default_mask


class RandomUnstructured(BasePruningMethod):
    """Drops elements at random."""

    def __init__(self, amount):
        _check_amount(amount)
        self.amount = amount

    def compute_mask(self, t, default_mask):
        return _dropping(default_mask, _count(self.amount, t.numel()), torch.rand_like(t), largest=True)


class L1Unstructured(BasePruningMethod):
    """Drops the smallest elements."""

    def __init__(self, amount):
        _check_amount(amount)
        self.amount = amount

    def compute_mask(self, t, default_mask):
        return _dropping(default_mask, _count(self.amount, t.numel()), torch.abs(t), largest=False)


class _Structured(BasePruningMethod):
    PRUNING_TYPE = 'structured'

    def _checked(self, t):
        if t.dim() <= 1:
            raise ValueError('Structured pruning can only be applied to '
                             'multidimensional tensors. Found tensor of shape '
                             f'{t.shape} with {t.dim()} dims')
        return t

    def _keep_largest(self, t, default_mask, scores):
        count = _count(self.amount, t.shape[self.dim])
        if count == 0:
            return default_mask
        kept = torch.topk(scores, t.shape[self.dim] - count)[1]
        mask = torch.zeros_like(t)
        mask.index_fill_(self.dim, kept, 1)
        return mask * default_mask.to(mask.dtype)


class RandomStructured(_Structured):
    """Drops whole slices along a dimension at random."""

    def __init__(self, amount, dim=-1):
        _check_amount(amount)
        self.amount, self.dim = amount, dim

    def compute_mask(self, t, default_mask):
        return self._keep_largest(self._checked(t), default_mask, torch.rand(t.shape[self.dim]))


class LnStructured(_Structured):
    """Drops the slices along a dimension with the smallest n-norm."""

    def __init__(self, amount, n, dim=-1):
        _check_amount(amount)
        self.amount, self.n, self.dim = amount, n, dim

    def compute_mask(self, t, default_mask):
        others = [d for d in range(self._checked(t).dim()) if d != self.dim % t.dim()]
        return self._keep_largest(t, default_mask, torch.norm(t, p=self.n, dim=others))


class CustomFromMask(BasePruningMethod):
    """Drops what a given mask drops."""

    PRUNING_TYPE = 'global'

    def __init__(self, mask):
        self.mask = mask

    def compute_mask(self, t, default_mask):
        return default_mask * self.mask.to(dtype=default_mask.dtype)


def _check_amount(amount):
    if not isinstance(amount, int | float):
        raise TypeError(f'Invalid type for amount: {amount}. Must be int or float.')
    if amount < 0 or isinstance(amount, float) and amount > 1.0:
        raise ValueError(f'amount={amount} should either be a float in the range [0, 1] or a non-negative integer')


def _count(amount, size):
    if isinstance(amount, float):
        return round(amount * size)
    if amount > size:
        raise ValueError(f'amount={amount} should be smaller than the number of parameters to prune={size}')
    return amount


def _dropping(mask, count, scores, largest):
    mask = mask.clone()
    if count:
        mask.view(-1)[torch.topk(scores.view(-1), k=count, largest=largest)[1]] = 0
    return mask


def _hook_of(module, name):
    for key, hook in module._forward_pre_hooks.items():
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            return key, hook
    return None


def identity(module, name):
    """A mask of ones: prunes nothing."""
    Identity.apply(module, name)
    return module


def random_unstructured(module, name, amount):
    """Removes a random `amount` (share or number) of the weights."""
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module, name, amount, importance_scores=None):
    """Removes the `amount` (share or number) of the smallest weights."""
    L1Unstructured.apply(module, name, amount, importance_scores=importance_scores)
    return module


def random_structured(module, name, amount, dim):
    """Removes a random `amount` of whole slices along `dim`."""
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Removes the `amount` of whole slices along `dim` with the smallest n-norm."""
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def custom_from_mask(module, name, mask):
    """Prunes with a mask of your own."""
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes several parameters [(module, name), …] taken together as one vector."""
    scores = importance_scores or {}
    pairs = list(parameters)
    values = [scores.get(pair, getattr(*pair)).detach().reshape(-1) for pair in pairs]
    masks = [getattr(m, name + '_mask', torch.ones_like(getattr(m, name))).detach().reshape(-1) for m, name in pairs]
    container = PruningContainer()
    container._tensor_name = 'temp'
    method = pruning_method(**kwargs)
    method._tensor_name = 'temp'
    if method.PRUNING_TYPE != 'unstructured':
        raise TypeError(f'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method {pruning_method} '
                        f'of type {method.PRUNING_TYPE}')
    container.add_pruning_method(method)
    mask = container.compute_mask(torch.cat(values), torch.cat(masks))
    at = 0
    for module, name in pairs:
        weight = getattr(module, name)
        custom_from_mask(module, name, mask[at:at + weight.numel()].view_as(weight))
        at += weight.numel()


def is_pruned(module):
    """Whether the module or one below it is pruned."""
    return any(isinstance(hook, BasePruningMethod) for each in module.modules() for hook in each._forward_pre_hooks.values())


def remove(module, name):
    """Makes the pruning permanent: the weight is a parameter again, zeros included."""
    found = _hook_of(module, name)
    if found is None:
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    key, hook = found
    hook.remove(module)
    del module._forward_pre_hooks[key]
    return module
