"""Gradient checkpointing: forgets what a part of a network computed and computes it again during backward.

Chen et al., Training Deep Nets with Sublinear Memory Cost, 2016.
"""

import warnings

import torch


class CheckpointFunction(torch.autograd.Function):
    """Runs a function without recording, and again with recording when its gradient is asked for."""

    @staticmethod
    def forward(ctx, run, preserve_rng_state, *args):
        ctx.run = run
        ctx.rng_state = torch.get_rng_state() if preserve_rng_state else None
        ctx.places = [place for place, arg in enumerate(args) if isinstance(arg, torch.Tensor)]
        ctx.args = [None if isinstance(arg, torch.Tensor) else arg for arg in args]
        ctx.save_for_backward(*(args[place] for place in ctx.places))
        return run(*args)

    @staticmethod
    def backward(ctx, *grads):
        args = list(ctx.args)
        for place, tensor in zip(ctx.places, ctx.saved_tensors):
            args[place] = tensor.detach().requires_grad_(tensor.requires_grad)
        with torch.enable_grad(), torch.random.fork_rng(enabled=ctx.rng_state is not None):
            if ctx.rng_state is not None:
                torch.set_rng_state(ctx.rng_state)
            outputs = ctx.run(*args)
        outputs = outputs if isinstance(outputs, tuple) else (outputs,)
        pairs = [(y, g) for y, g in zip(outputs, grads) if isinstance(y, torch.Tensor) and y.requires_grad]
        if not pairs:
            raise RuntimeError("none of output has requires_grad=True, this checkpoint() is not necessary")
        torch.autograd.backward([y for y, _ in pairs], [g for _, g in pairs])
        return (None, None, *(arg.grad if isinstance(arg, torch.Tensor) else None for arg in args))


def checkpoint(function, *args, use_reentrant=None, preserve_rng_state=True, **kwargs):
    """function(*args) whose intermediate results are computed again for backward instead of being kept."""
    if use_reentrant is None:
        use_reentrant = True

    def run(*given):
        return function(*given, **kwargs)

    tensors = [arg for arg in args if isinstance(arg, torch.Tensor)]
    needs_grad = torch.is_grad_enabled() and any(tensor.requires_grad for tensor in tensors)
    if use_reentrant:
        if torch.is_grad_enabled() and not needs_grad:
            warnings.warn("None of the inputs have requires_grad=True. Gradients will be None", stacklevel=2)
        return CheckpointFunction.apply(run, preserve_rng_state, *args)
    # The form without re-entry keeps its inputs itself: hooks around it do not see them.
    with torch.autograd.graph.saved_tensors_hooks(_same, _same):
        if needs_grad or not torch.is_grad_enabled():
            return CheckpointFunction.apply(run, preserve_rng_state, *args)
        # Parameters inside still need gradients: a dummy input makes the function part of the graph.
        dummy = torch.zeros(0, requires_grad=True)
        return CheckpointFunction.apply(lambda _, *given: run(*given), preserve_rng_state, dummy, *args)


def _same(tensor):
    return tensor


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """A Sequential (or list of functions) run in segments; all but the last are checkpointed."""
    functions = list(functions.children()) if isinstance(functions, torch.nn.Sequential) else list(functions)

    def runner(start, end):
        def run(value):
            for function in functions[start : end + 1]:
                value = function(value)
            return value

        return run

    size = len(functions) // segments
    end = -1
    for start in range(0, size * (segments - 1), size):
        end = start + size - 1
        input = checkpoint(runner(start, end), input, use_reentrant=use_reentrant, **kwargs)
    return runner(end + 1, len(functions) - 1)(input)
