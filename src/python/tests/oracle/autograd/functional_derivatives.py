import torch
from torch.autograd.functional import hessian, hvp, jacobian, jvp, vjp

x = torch.tensor([1.0, 2.0])
print(jacobian(lambda t: t ** 2, x), hessian(lambda t: (t ** 3).sum(), x))
print(jacobian(lambda a, b: a * b, (x, x * 2)), hessian(lambda a, b: (a * b * b).sum(), (x, x)))
print(vjp(lambda t: t ** 2, x, torch.ones(2)), jvp(lambda t: t ** 2, x, torch.ones(2)), hvp(lambda t: (t ** 3).sum(), x, torch.ones(2)))
print(jacobian(lambda t: t.sum(), x), jacobian(lambda t: torch.outer(t, t), x).shape)
f = lambda t: t[0] ** 2 * t[1] + t[1].exp()
v = x.clone().requires_grad_()
(g,) = torch.autograd.grad(f(v), v, create_graph=True)
print(g, [torch.autograd.grad(each, v, retain_graph=True)[0] for each in g])
