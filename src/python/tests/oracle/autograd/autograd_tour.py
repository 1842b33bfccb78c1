import torch
from torch.autograd import Function, grad
torch.manual_seed(0)
a = torch.tensor(2., requires_grad=True); b = torch.tensor(3., requires_grad=True); c = a * b; d = c.sin() + a ** 2; d.backward(); print(a.grad, b.grad, d.grad_fn.next_functions[0][0].name(), d.requires_grad)
x = torch.linspace(-1, 1, 5, requires_grad=True); y = x ** 3; g1, = grad(y.sum(), x, create_graph=True); g2, = grad(g1.sum(), x, create_graph=True); g3, = grad(g2.sum(), x); print(g1, g2, g3)
J = torch.autograd.functional.jacobian(lambda v: torch.stack([v.sum(), v.prod()]), torch.tensor([1., 2., 3.])); print(J)
H = torch.autograd.functional.hessian(lambda v: (v[0] ** 2 * v[1]).sum(), torch.tensor([1., 2.])); print(H)
class Clip(Function):
    @staticmethod
    def forward(ctx, x, lo, hi): ctx.save_for_backward(x); ctx.lo, ctx.hi = lo, hi; return x.clamp(lo, hi)
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return g * ((x > ctx.lo) & (x < ctx.hi)), None, None
z = torch.tensor([-2., 0., 2.], requires_grad=True); w = Clip.apply(z, -1., 1.); w.backward(torch.ones(3)); print(w, z.grad)
class STE(Function):
    @staticmethod
    def forward(ctx, x): return x.sign()
    @staticmethod
    def backward(ctx, g): return g
z.grad = None; STE.apply(z).sum().backward(); print(z.grad)
p = torch.randn(3, requires_grad=True); q = p.detach().clone().requires_grad_(); (p * 2).sum().backward(); print(p.grad, q.grad, q.is_leaf)
with torch.no_grad(): r = p * 2
print(r.requires_grad, r.grad_fn)
@torch.no_grad()
def f(t): return t * 2
print(f(p).requires_grad, torch.is_grad_enabled())
with torch.enable_grad(): print((p * 1).requires_grad)
with torch.set_grad_enabled(False): print((p * 1).requires_grad)
m = torch.randn(2, 3, requires_grad=True); n = m.sum(0); n.retain_grad(); n.pow(2).sum().backward(); print(n.grad.equal(2 * n), m.grad.shape)
acc = torch.zeros(1, requires_grad=True)
for i in range(3): (acc * i).sum().backward()
print(acc.grad)
u = torch.ones(2, requires_grad=True); v = u * 2; v.register_hook(lambda g: g * 10); u.register_hook(lambda g: print('leaf', g)); v.sum().backward(); print(u.grad)
s = torch.tensor([1., 2.], requires_grad=True); t = s.exp(); t.backward(torch.tensor([1., 0.]), retain_graph=True); t.backward(torch.tensor([0., 1.])); print(s.grad)
e = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True); (e.trace() + torch.linalg.det(e) + e.inverse().sum()).backward(); print(e.grad)
k = torch.tensor([3., 1., 2.], requires_grad=True); k.sort()[0][0].backward(); print(k.grad); k.grad = None; k.max().backward(); print(k.grad); k.grad = None; (k[1:] * k[:-1]).sum().backward(); print(k.grad)
o = torch.tensor([0., 1.], requires_grad=True); torch.where(o > 0, o.sqrt(), torch.zeros(2)).sum().backward(); print(o.grad)
l = torch.zeros(2, requires_grad=True); (l.norm() + l.abs().sum() + torch.relu(l).sum() + l.sign().sum()).backward(); print(l.grad)
print(grad((a * b), [a, b], allow_unused=True), grad(a * 2, b, allow_unused=True))
i = torch.ones(2, 2, requires_grad=True); j = i.t() @ i; j.diagonal().sum().backward(); print(i.grad)
