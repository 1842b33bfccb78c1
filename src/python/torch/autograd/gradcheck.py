"""gradcheck: compares the derivatives that backward gives with finite differences."""

import warnings

import torch
from torch._tensor import Tensor


class GradcheckError(RuntimeError):
    """The derivative differs from the finite difference."""


def _numerical(function, inputs, target, eps):
    """The Jacobian of each output with respect to one input, by central differences; rows are input elements."""
    flat = target.detach().reshape(-1)
    jacobians = None
    for place in range(flat.numel()):
        before = flat[place].item()
        sides = []
        for step in (eps, -eps):
            with torch.no_grad():
                flat[place] = before + step
                sides.append([y.detach().clone() for y in _outputs(function, inputs)])
                flat[place] = before
        rows = [((up - down) / (2 * eps)).reshape(-1) for up, down in zip(*sides)]
        jacobians = [[row] for row in rows] if jacobians is None else [j + [r] for j, r in zip(jacobians, rows)]
    return [torch.stack(rows) for rows in jacobians]


def _outputs(function, inputs):
    result = function(*inputs)
    return [y for y in (result if isinstance(result, (tuple, list)) else (result,)) if y.is_floating_point()]


def _analytical(function, inputs, target):
    jacobians = []
    with torch.enable_grad():
        for y in _outputs(function, inputs):
            columns = []
            for place in range(y.numel()):
                grad = None
                if y.requires_grad:
                    weight = torch.zeros_like(y).reshape(-1)
                    weight[place] = 1
                    (grad,) = torch.autograd.grad(y, target, weight.reshape(y.shape), retain_graph=True, allow_unused=True)
                columns.append(torch.zeros(target.numel(), dtype=target.dtype) if grad is None else grad.reshape(-1))
            jacobians.append(torch.stack(columns, 1))
    return jacobians


def gradcheck(
    func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0, check_undefined_grad=True,
    check_grad_dtypes=False, check_batched_grad=False, fast_mode=False, **_options,
):  # fmt: skip
    """True when the derivatives agree with finite differences; use float64 inputs with requires_grad=True."""
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    targets = [x for x in inputs if isinstance(x, Tensor) and x.requires_grad]
    if not targets:
        raise ValueError(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True."
        )
    for position, given in enumerate(inputs):
        if isinstance(given, Tensor) and given.requires_grad and given.dtype not in (torch.float64, torch.complex128):
            warnings.warn(
                f"Input #{position} requires gradient and is not a double precision floating point or complex. This check will likely "
                "fail if all the inputs are not of double precision floating point or complex. ",
                stacklevel=2,
            )
    for position, target in enumerate(targets):
        pairs = zip(_analytical(func, inputs, target), _numerical(func, inputs, target, eps))
        for output, (analytical, numerical) in enumerate(pairs):
            if torch.allclose(analytical, numerical.to(analytical.dtype), rtol, atol):
                continue
            if not raise_exception:
                return False
            raise GradcheckError(
                f"Jacobian mismatch for output {output} with respect to input {position},\n"
                f"numerical:{numerical}\nanalytical:{analytical}\n"
            )
    return True


def gradgradcheck(func, inputs, grad_outputs=None, **options):
    """gradcheck of the derivative."""
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)

    def derivative(*xs):
        outputs = _outputs(func, xs)
        wanted = [x for x in xs if isinstance(x, Tensor) and x.requires_grad]
        weights = [torch.ones_like(y) for y in outputs]
        return torch.autograd.grad(outputs, wanted, weights, create_graph=True, allow_unused=True)

    def derivative_recorded(*xs):
        with torch.enable_grad():
            return derivative(*xs)

    return gradcheck(derivative_recorded, inputs, **options)
