import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 2).sum()
y.backward()
print(x.grad)
(x * 3).sum().backward()
print(x.grad)
x.grad.zero_()
(x * x).backward(torch.tensor([1.0, 0.5, 0.0]))
print(x.grad)
x.grad = None
z = x * 2
z.sum().backward(retain_graph=True)
z.sum().backward()
print(x.grad, z.requires_grad, z.is_leaf, x.is_leaf)
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
c = a * b + a.sin()
print(torch.autograd.grad(c, [a, b], retain_graph=True), a.grad)
(g,) = torch.autograd.grad(c, a, create_graph=True)
print(g, torch.autograd.grad(g, a), torch.autograd.grad(a ** 3, a, create_graph=True)[0].requires_grad)
w = torch.tensor([1.0, 2.0], requires_grad=True)
h = w * 2
h.retain_grad()
(h ** 2).sum().backward()
print(w.grad, h.grad, h.retains_grad)
d = w.detach()
d[0] = 100
print(w, d.requires_grad, (w.detach() * 2).grad_fn)
with torch.no_grad():
    n = w * 2
    print(n.requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((w * 2).requires_grad)
print(torch.is_grad_enabled())


@torch.no_grad()
def evaluate(t):
    return (t * 2).requires_grad


print(evaluate(w), (w * 2).requires_grad)
with torch.set_grad_enabled(False):
    print((w * 2).requires_grad)
torch.set_grad_enabled(False)
print((w * 2).requires_grad)
torch.set_grad_enabled(True)
with torch.inference_mode():
    print((w * 2).requires_grad, torch.is_inference_mode_enabled())
e = torch.ones(3)
e.requires_grad = True
print(e, e.requires_grad_(False).requires_grad)
f = torch.zeros(2, 2, requires_grad=True)
k = f.clone()
k[0] = torch.tensor([1.0, 2.0], requires_grad=True) * 2
k[1, 1] *= 3
k.sum().backward()
print(f.grad)
m = torch.ones(2, 2, requires_grad=True)
q = m * 1
v = q[0]
v.mul_(5)
q.sum().backward()
print(m.grad)
r = torch.ones(3, requires_grad=True)
s = r * 2
s += 1
s *= r
s.sum().backward()
print(r.grad)
u = torch.tensor([1.0, 2.0], requires_grad=True)
loss = (u * u).sum() + (u.detach() * u).sum()
loss.backward(inputs=[u])
print(u.grad)
print(torch.autograd.grad((u * 2).sum(), [u, w], allow_unused=True))
xs = torch.linspace(0, 1, 4, requires_grad=True)
ys = torch.sin(xs)
(dy,) = torch.autograd.grad(ys.sum(), xs, create_graph=True)
(d2y,) = torch.autograd.grad(dy.sum(), xs)
print(dy, d2y)
t = torch.tensor([2.0], requires_grad=True)
for _ in range(3):
    (t ** 2).backward()
print(t.grad, t.grad.requires_grad)
p = torch.nn.Parameter(torch.ones(2))
print(p, p.requires_grad, isinstance(p, torch.Tensor), p.data, (p * 2).sum())
