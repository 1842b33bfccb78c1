import functorch
import torch
import torch.nn as nn
import torch.nn.functional as F
from functorch import combine_state_for_ensemble, grad, hessian, jacfwd, jacrev, jvp, make_functional, make_functional_with_buffers, vjp, vmap

torch.manual_seed(0)
x = torch.tensor([1.0, 2.0, 3.0])


def cubes(x):
    return (x**3).sum()


print(grad(cubes)(x), grad(grad(torch.sin))(torch.tensor(1.0)), functorch.grad_and_value(cubes)(x))
print(jacrev(torch.square)(x), jacfwd(torch.square)(x), hessian(cubes)(x))
print(vjp(torch.square, x)[1](torch.ones(3)), jvp(torch.square, (x,), (torch.ones(3),)))
print(vmap(torch.dot)(torch.ones(2, 3), torch.ones(2, 3)), vmap(grad(lambda x: x**2))(x))

model = nn.Sequential(nn.Linear(3, 2), nn.Tanh(), nn.Linear(2, 1))
fmodel, params = make_functional(model)
print(fmodel, [tuple(p.shape) for p in params])
data, goals = torch.arange(12.0).view(4, 3) / 10, torch.arange(4.0).view(4, 1)


def loss(params, x, y):
    return F.mse_loss(fmodel(params, x), y)


print([g.shape for g in grad(loss)(params, data, goals)])
print([g.shape for g in vmap(grad(loss), in_dims=(None, 0, 0))(params, data, goals)])
print(torch.allclose(fmodel(params, data), model(data)))
with_norm = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
fnorm, params, buffers = make_functional_with_buffers(with_norm)
print(fnorm(params, buffers, data).shape, len(params), len(buffers))
models = [nn.Linear(3, 2) for _ in range(3)]
fmodel, params, buffers = combine_state_for_ensemble(models)
print([p.shape for p in params], buffers, vmap(fmodel, in_dims=(0, 0, None))(params, buffers, data).shape)
for call in (lambda: make_functional(with_norm), lambda: combine_state_for_ensemble([])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def first(x):
    return 3


for call in (
    lambda: grad(cubes, argnums=1)(x), lambda: grad(cubes)(3.0), lambda: vmap(cubes, in_dims=2)(data), lambda: vmap(cubes)(3), lambda: vmap(first)(x),
    lambda: vmap(torch.rand_like)(x), lambda: vmap(cubes, randomness="foo")(data),
):  # fmt: skip
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
torch.manual_seed(1)
print(vmap(lambda x: x + torch.rand(1), randomness="same")(torch.zeros(3)), vmap(lambda x: x + torch.rand(1), randomness="different")(torch.zeros(3)), torch.rand(1))
