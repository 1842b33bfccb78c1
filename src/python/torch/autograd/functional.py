"""Whole derivatives of functions: jacobian, hessian and their products with vectors."""

import torch
from torch._tensor import Tensor


def _inputs(inputs, create_graph):
    """Fresh leaves (or, for create_graph, aliases in the caller's graph)."""
    several = isinstance(inputs, tuple)
    given = inputs if several else (inputs,)
    if create_graph:
        return several, tuple(x.view_as(x) if x.requires_grad else x.detach().requires_grad_() for x in given)
    return several, tuple(x.detach().clone().requires_grad_() for x in given)


def _outputs(result):
    several = isinstance(result, tuple)
    outputs = result if several else (result,)
    for each in outputs:
        if not isinstance(each, Tensor):
            raise TypeError(f"The outputs of the user-provided function must be Tensors, got {type(each).__name__}")
    return several, outputs


def _grads(output, inputs, weights, create_graph):
    if not output.requires_grad:
        return [None] * len(inputs)
    return torch.autograd.grad(
        output, inputs, weights, retain_graph=True, create_graph=create_graph, allow_unused=True
    )


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """d outputs / d inputs: for one input and output a tensor of shape output.shape + input.shape, else nested tuples."""
    with torch.enable_grad():
        several_in, xs = _inputs(inputs, create_graph)
        several_out, ys = _outputs(func(*xs))
        rows = []
        for i, y in enumerate(ys):
            if strict and not y.requires_grad:
                raise RuntimeError(
                    f"Output {i} of the user-provided function does not require gradients. The outputs must be computed in a "
                    "differentiable manner from the input when running in strict mode."
                )
            columns = [[] for _ in xs]
            for place in range(y.numel()):
                grads = _grads(y.reshape(-1)[place], xs, None, create_graph)
                for j, (column, x, grad) in enumerate(zip(columns, xs, grads)):
                    if strict and grad is None:
                        raise RuntimeError(
                            f"Output {i} of the user-provided function is independent of input {j}. This is not allowed in strict mode."
                        )
                    column.append(torch.zeros_like(x) if grad is None else grad)
            rows.append(
                tuple(
                    torch.stack(column).reshape(y.shape + x.shape) if column else torch.zeros(y.shape + x.shape)
                    for column, x in zip(columns, xs)
                )
            )
        if not create_graph:
            rows = [tuple(each.detach() for each in row) for row in rows]
    rows = rows if several_in else [row[0] for row in rows]
    return tuple(rows) if several_out else rows[0]


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The second derivatives of a function with one scalar result."""
    several = isinstance(inputs, tuple)

    def gradient(*xs):
        y = func(*xs)
        if not isinstance(y, Tensor) or y.numel() != 1:
            raise RuntimeError("The Tensor returned by the function given to hessian should contain a single element")
        grads = torch.autograd.grad(y.reshape(()), xs, create_graph=True, allow_unused=True)
        grads = tuple(torch.zeros_like(x) if grad is None else grad for x, grad in zip(xs, grads))
        return grads if several else grads[0]

    return jacobian(gradient, inputs, create_graph=create_graph)


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The function's outputs, and the product of v with its Jacobian."""
    with torch.enable_grad():
        several_in, xs = _inputs(inputs, create_graph)
        several_out, ys = _outputs(func(*xs))
        weights = None if v is None else (v if isinstance(v, tuple) else (v,))
        if weights is None and (len(ys) != 1 or ys[0].numel() != 1):
            raise RuntimeError(
                "The vector v can only be None if the user-provided function returns a single Tensor with a single element."
            )
        grads = torch.autograd.grad(ys, xs, weights, create_graph=create_graph, allow_unused=True)
        grads = tuple(torch.zeros_like(x) if grad is None else grad for x, grad in zip(xs, grads))
    if not create_graph:
        ys = tuple(y.detach() for y in ys)
    return (ys if several_out else ys[0]), (grads if several_in else grads[0])


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The function's outputs, and the product of its Jacobian with v (by differentiating a vjp twice)."""
    with torch.enable_grad():
        _, xs = _inputs(inputs, create_graph)
        several_out, ys = _outputs(func(*xs))
        vectors = tuple(torch.ones_like(x) for x in xs) if v is None else (v if isinstance(v, tuple) else (v,))
        dummies = tuple(torch.zeros_like(y, requires_grad=True) for y in ys)
        grads = torch.autograd.grad(ys, xs, dummies, create_graph=True, allow_unused=True)
        pairs = [(grad, vector) for grad, vector in zip(grads, vectors) if grad is not None]
        products = torch.autograd.grad(
            [grad for grad, _ in pairs], dummies, [vector for _, vector in pairs], create_graph=create_graph, allow_unused=True
        )
        products = tuple(torch.zeros_like(y) if p is None else p for y, p in zip(ys, products))
    if not create_graph:
        ys, products = tuple(y.detach() for y in ys), tuple(p.detach() for p in products)
    return (ys if several_out else ys[0]), (products if several_out else products[0])


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The function's value, and the product of its Hessian with v."""
    several = isinstance(inputs, tuple)

    def gradient(*xs):
        grads = torch.autograd.grad(func(*xs), xs, create_graph=True)
        return grads if several else grads[0]

    _, product = vjp(gradient, inputs, v, create_graph=create_graph)
    value = func(*inputs) if several else func(inputs)
    return value.detach(), product


vhp = hvp
