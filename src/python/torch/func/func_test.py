"""torch.func against derivatives worked out by hand."""

import torch
from torch.func import functional_call, grad, grad_and_value, hessian, jacfwd, jacrev, jvp, stack_module_state, vjp, vmap

X = (1.0, 2.0)


def close(actual, expected):
    torch.testing.assert_close(actual, torch.tensor(expected))
    assert not actual.requires_grad


def test_gradients_nest():
    x = torch.tensor(X)
    close(grad(lambda x: (x**3).sum())(x), [3.0, 12.0])
    gradient, value = grad_and_value(lambda x: (x**3).sum())(x)
    close(gradient, [3.0, 12.0])
    close(value, 9.0)
    close(grad(grad(lambda x: x**3))(torch.tensor(2.0)), 12.0)
    close(grad(lambda x: grad(lambda y: x * y**2)(x))(torch.tensor(3.0)), 12.0)
    first, second = grad(lambda a, b: (a * b).sum(), argnums=(0, 1))(x, x + 1)
    close(first, [2.0, 3.0])
    close(second, [1.0, 2.0])


def test_jacobians_and_products():
    x = torch.tensor(X)
    for jacobian in (jacrev, jacfwd):
        close(jacobian(lambda x: x**2)(x), [[2.0, 0.0], [0.0, 4.0]])
    close(hessian(lambda x: (x**3).sum())(x), [[6.0, 0.0], [0.0, 12.0]])
    out, pull = vjp(lambda x: x**2, x)
    close(out, [1.0, 4.0])
    close(pull(torch.tensor([1.0, 10.0]))[0], [2.0, 40.0])
    close(jvp(lambda x: x**2, (x,), (torch.tensor([1.0, 10.0]),))[1], [2.0, 40.0])


def test_vmap_of_gradients_for_each_sample():
    weights = torch.tensor([1.0, -1.0])
    inputs, targets = torch.arange(6.0).view(3, 2), torch.ones(3)
    each = vmap(grad(lambda w, x, y: (x @ w - y) ** 2), in_dims=(None, 0, 0))(weights, inputs, targets)
    close(each, [[0.0, -4.0], [-8.0, -12.0], [-16.0, -20.0]])
    close(vmap(lambda a, b: a + b, in_dims=(0, None), out_dims=0)(torch.arange(2.0), torch.tensor(10.0)), [10.0, 11.0])


def test_modules_as_functions():
    models = [torch.nn.Linear(2, 1) for _ in range(3)]
    parameters, buffers = stack_module_state(models)
    assert parameters["weight"].shape == (3, 1, 2) and buffers == {}
    x = torch.tensor([X])
    outputs = vmap(lambda p: functional_call(models[0], p, (x,)))(parameters)
    torch.testing.assert_close(outputs, torch.stack([model(x) for model in models]))
    gradient = grad(lambda p: functional_call(models[0], p, (x,)).sum())(dict(models[0].named_parameters()))
    torch.testing.assert_close(gradient["weight"], x)


def test_only_single_numbers_have_gradients():
    try:
        grad(lambda x: x)(torch.tensor(X))
    except RuntimeError as error:
        assert "Expected f(*args) to return a scalar tensor, got tensor with 1 dims" in str(error)
    else:
        raise AssertionError("a vector has no gradient")
