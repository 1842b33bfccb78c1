import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
seen = []
h1 = y.register_hook(lambda g: seen.append(g.tolist()))
h2 = x.register_hook(lambda g: g * 2)
y.sum().backward()
print(seen, x.grad)
h2.remove()
x.grad = None
(x * 3).sum().backward()
print(seen, x.grad)
h1.remove()
z = x ** 2
z.register_hook(lambda g: g * 10)
z.sum().backward()
print(x.grad)
x.grad = None
w = x * 2
w.register_hook(lambda g: print('hook', g))
w.retain_grad()
(w * w).sum().backward()
print(w.grad, x.grad)
with x.register_hook(lambda g: torch.zeros_like(g)):
    x.grad = None
    x.sum().backward()
    print(x.grad)
x.grad = None
x.sum().backward()
print(x.grad)
p = torch.nn.Parameter(torch.ones(2))
p.register_hook(lambda g: g.clamp(max=0.5))
(p * torch.tensor([0.1, 3.0])).sum().backward()
print(p.grad)
