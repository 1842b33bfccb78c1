"""torch.func: derivatives as functions of functions, written with autograd; vmap runs its function row by row."""

import torch
from torch.autograd import functional as _functional
from torch._trees import everything, leaves, like, map_tensors
from torch.func._functional_call import functional_call
from torch.func._vmap import vmap

__all__ = [
    "functional_call", "grad", "grad_and_value", "hessian", "jacfwd", "jacrev", "jvp", "linearize", "stack_module_state", "vjp",
    "vmap",
]  # fmt: skip

# How many of these functions run inside one another: the outermost gives its results without a graph.
_depth = [0]


class _Level:
    def __enter__(self):
        _depth[0] += 1

    def __exit__(self, *_error):
        _depth[0] -= 1


def _fresh(x):
    """An input to differentiate by: an alias in the caller's graph, or a leaf."""
    if not isinstance(x, torch.Tensor):
        raise ValueError(f"Thing passed to transform API must be Tensor, got {type(x)}")
    return x.view_as(x) if x.requires_grad else x.detach().requires_grad_()


def _differentiable(tree):
    """An argument's tensors, made inputs to differentiate by; there may be nothing else in it."""
    for each in everything(tree):
        if not isinstance(each, torch.Tensor):
            _fresh(each)
    return map_tensors(_fresh, tree)


def _places(argnums, args):
    """The positions of the arguments to differentiate by."""
    for number in argnums if isinstance(argnums, tuple) else (argnums,):
        if not -len(args) <= number < len(args):
            raise RuntimeError(f"Got argnum={number}, but only {len(args)} positional inputs")
    return [number % len(args) for number in (argnums if isinstance(argnums, tuple) else (argnums,))]


def _settled(tree, given):
    """Results without a graph, unless a caller differentiates through them."""
    if _depth[0] > 0 or any(x.requires_grad for x in leaves(given)):
        return tree
    return map_tensors(lambda x: x.detach(), tree)


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that returns func's gradient by the arguments `argnums` and its value, a tensor with one element.

    Partly: a result does not keep the graph of tensors that func merely captured
    """

    def with_gradient(*args, **kwargs):
        several = isinstance(argnums, tuple)
        places = _places(argnums, args)
        with _Level(), torch.enable_grad():
            chosen = {place: _differentiable(args[place]) for place in places}
            result = func(*(chosen.get(place, arg) for place, arg in enumerate(args)), **kwargs)
            value, aux = result if has_aux else (result, None)
            _one_number(value)
            inputs = leaves([chosen[place] for place in places])
            grads = torch.autograd.grad(value, inputs, create_graph=True, allow_unused=True)
            filled = [torch.zeros_like(x) if grad is None else grad for x, grad in zip(inputs, grads)]
            grads = like([chosen[place] for place in places], filled)
        out = _settled((tuple(grads) if several else grads[0], value, aux), args)
        return (out[0], (out[1], out[2])) if has_aux else out[:2]

    return with_gradient


def _one_number(value):
    if not isinstance(value, torch.Tensor):
        raise RuntimeError(
            f"grad_and_value(f)(*args): Expected f(*args) to return a single tensor, got {type(value).__name__}"
        )
    if value.dim() != 0:
        raise RuntimeError(
            "grad_and_value(f)(*args): Expected f(*args) to return a scalar tensor, got tensor with "
            f"{value.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?"
        )


def grad(func, argnums=0, has_aux=False):
    """A function that returns func's gradient by the arguments `argnums`; grad(grad(f)) is its second derivative.

    Partly: a result does not keep the graph of tensors that func merely captured
    """
    with_value = grad_and_value(func, argnums, has_aux)

    def gradient(*args, **kwargs):
        grads, value = with_value(*args, **kwargs)
        return (grads, value[1]) if has_aux else grads

    return gradient


def vjp(func, *primals, has_aux=False):
    """func's outputs, and a function from weights of the outputs to their products with the Jacobian, one per input."""
    with torch.enable_grad():
        inputs = map_tensors(_fresh, list(primals))
        result = func(*inputs)
    outputs, aux = result if has_aux else (result, None)

    def pull(cotangents):
        flat = leaves(inputs)
        grads = torch.autograd.grad(
            leaves(outputs), flat, leaves(cotangents), retain_graph=True, create_graph=_depth[0] > 0, allow_unused=True
        )
        filled = [torch.zeros_like(x) if grad is None else grad for x, grad in zip(flat, grads)]
        return tuple(like(inputs, filled))

    shown = _settled(outputs, primals)
    return (shown, pull, aux) if has_aux else (shown, pull)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """func's outputs and the product of its Jacobian with the tangents."""
    for name, given in (("primals", primals), ("tangents", tangents)):
        if not isinstance(given, tuple):
            raise RuntimeError(f"jvp(f, primals, tangents): Expected {name} to be a tuple. E.g. it should be valid to call f(*{name}).")
    if len(leaves(primals)) != len(leaves(tangents)):
        raise RuntimeError("jvp(f, primals, tangents): Expected primals and tangents to have the same python structure.")
    seen = _Seen(has_aux)
    partial = seen.flat(func, lambda tensors: like(primals, tensors))
    outputs, products = _functional.jvp(partial, tuple(leaves(primals)), tuple(leaves(tangents)), create_graph=_depth[0] > 0)
    found = like(seen.result, outputs), like(seen.result, products)
    return (*found, seen.aux) if has_aux else found


class _Seen:
    """What a function of trees returned, beside the tensors that the derivatives are computed of."""

    def __init__(self, has_aux):
        self._has_aux = has_aux
        self.result = self.aux = None

    def flat(self, func, arguments):
        """func as a function of single tensors with a tuple of tensors as its result."""

        def of_tensors(*tensors):
            self.result = func(*arguments(tensors))
            if self._has_aux:
                self.result, self.aux = self.result
            return tuple(leaves(self.result))

        return of_tensors


def linearize(func, *primals):
    """func's outputs, and the linear function that approximates it there: tangents to their product with the Jacobian."""
    outputs = func(*primals)
    return outputs, lambda *tangents: jvp(func, primals, tangents)[1]


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
    """A function that returns func's Jacobian by the arguments `argnums`.

    Where func's result has a tensor, the Jacobian has what the argument is (a tensor, a dictionary, …) of derivatives.
    """

    def jacobian(*args):
        several = isinstance(argnums, tuple)
        places = _places(argnums, args)
        chosen = tuple(args[place] for place in places)

        def arguments(tensors):
            given = dict(zip(places, like(chosen, tensors)))
            return [given.get(place, arg) for place, arg in enumerate(args)]

        seen = _Seen(has_aux)
        with _Level():
            rows = _functional.jacobian(seen.flat(func, arguments), tuple(leaves(chosen)), create_graph=True)
        blocks = [like(chosen, row) for row in rows]
        found = _settled(like(seen.result, [block if several else block[0] for block in blocks]), args)
        return (found, seen.aux) if has_aux else found

    return jacobian


def jacfwd(func, argnums=0, has_aux=False, *, randomness="error"):
    """The same as jacrev: derivatives are computed backwards in both."""
    return jacrev(func, argnums, has_aux=has_aux)


def hessian(func, argnums=0):
    """A function that returns func's second derivatives: the Jacobian of its Jacobian."""
    return jacfwd(jacrev(func, argnums), argnums)


def stack_module_state(models):
    """Parameters and buffers of modules of one kind, stacked along a new first dimension: for vmap over an ensemble."""
    if len(models) == 0:
        raise RuntimeError("stack_module_state: Expected at least one model, got 0.")
    parameters = [dict(model.named_parameters()) for model in models]
    buffers = [dict(model.named_buffers()) for model in models]
    stacked = {
        name: torch.stack([each[name].detach() for each in parameters]).requires_grad_(parameters[0][name].requires_grad)
        for name in parameters[0]
    }
    return stacked, {name: torch.stack([each[name] for each in buffers]) for name in buffers[0]}
