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


def test_derivatives_by_the_parameters_of_a_module():
    model = torch.nn.Linear(2, 3)
    parameters, x = {name: p.detach() for name, p in model.named_parameters()}, torch.tensor(X)
    call = lambda p: functional_call(model, p, (x,))  # noqa: E731
    for jacobian in (jacrev, jacfwd):
        found = jacobian(call)(parameters)
        assert list(found) == ["weight", "bias"] and found["weight"].shape == (3, 3, 2)
        close(found["bias"], torch.eye(3).tolist())
        close(found["weight"][1], [[0.0, 0.0], [1.0, 2.0], [0.0, 0.0]])
    second = hessian(lambda p: (p["a"] ** 2 * p["b"]).sum())({"a": torch.tensor(X), "b": torch.tensor(3.0)})
    close(second["a"]["a"], [[6.0, 0.0], [0.0, 6.0]])
    close(second["a"]["b"], [2.0, 4.0])
    close(second["b"]["a"], [2.0, 4.0])
    close(second["b"]["b"], 0.0)
    out, product = jvp(call, (parameters,), ({"weight": torch.ones(3, 2), "bias": torch.tensor([0.0, 1.0, 2.0])},))
    torch.testing.assert_close(out, model(x).detach())
    close(product, [3.0, 4.0, 5.0])
    several = jacrev(lambda a, b: ({"sum": a + b, "product": a * b}, "more"), (0, 1), has_aux=True)
    found, more = several(torch.tensor(X), torch.tensor((5.0, 6.0)))
    by_a, by_b = found["product"]
    close(by_a, [[5.0, 0.0], [0.0, 6.0]])
    close(by_b, [[1.0, 0.0], [0.0, 2.0]])
    assert more == "more"


class Twice(torch.nn.Module):
    """A layer and a buffer under two names each."""

    def __init__(self):
        super().__init__()
        self.first = self.second = torch.nn.Linear(2, 2, bias=False)
        self.also = self.first.weight
        self.register_buffer("calls", torch.tensor(0))

    def forward(self, x=torch.ones(2), scale=1):
        self.calls = self.calls + 1
        return self.second(self.first(x)) * scale + self.also.sum()


def test_functional_call_of_several_dictionaries():
    model, weight = Twice(), torch.eye(2) * 2
    own = model.first.weight
    buffers = {"calls": torch.tensor(7)}
    close(functional_call(model, ({"first.weight": weight}, buffers), kwargs={"scale": 10}), [44.0, 44.0])
    assert model.first.weight is own and model.also is own and int(model.calls) == 0
    assert functional_call(model, buffers).requires_grad and int(buffers["calls"]) == 8
    different = {"also": torch.zeros(2, 2), "first.weight": weight, "second.weight": weight}
    close(functional_call(model, different, torch.tensor(X), tie_weights=False), [4.0, 8.0])
    for given, expected in [
        (({"a": 1}, {"a": 2}), "['a'] appeared in multiple dictionaries; behavior of functional call is ambiguous"),
        ((1, 2), "Expected all elements of parameter_and_buffer_dicts to be dictionaries"),
        (
            different,
            "functional_call got multiple values for keys ['also', 'first.weight', 'second.weight'], which are tied. "
            "Consider using tie_weights=False",
        ),
        (3, "Expected parameter_and_buffer_dicts to be a dict, or a list/tuple of dicts, but got <class 'int'>"),
    ]:
        try:
            functional_call(model, given, (torch.ones(2),))
        except ValueError as error:
            assert str(error) == expected
        else:
            raise AssertionError(f"{given} was taken")


def test_only_single_numbers_have_gradients():
    try:
        grad(lambda x: x)(torch.tensor(X))
    except RuntimeError as error:
        assert "Expected f(*args) to return a scalar tensor, got tensor with 1 dims" in str(error)
    else:
        raise AssertionError("a vector has no gradient")
