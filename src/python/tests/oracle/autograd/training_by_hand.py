import torch

torch.manual_seed(42)
X = torch.linspace(-1, 1, 20).unsqueeze(1)
Y = 3 * X + 0.5 + 0.1 * torch.randn(X.shape)
w = torch.randn(1, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for epoch in range(50):
    pred = X @ w + b
    loss = ((pred - Y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        b -= 0.1 * b.grad
        w.grad.zero_()
        b.grad.zero_()
    if epoch % 10 == 0:
        print(epoch, loss.item(), w.item(), b.item())
print(w, b)
W1, b1 = torch.randn(1, 8, requires_grad=True), torch.zeros(8, requires_grad=True)
W2, b2 = torch.randn(8, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
params = [W1, b1, W2, b2]
T = torch.sin(3 * X)
for epoch in range(100):
    out = torch.tanh(X @ W1 + b1) @ W2 + b2
    loss = (out - T).pow(2).mean()
    for p in params:
        p.grad = None
    loss.backward()
    for p in params:
        p.data -= 0.05 * p.grad
    if epoch % 25 == 0:
        print(f'{epoch} {loss.item():.4f}')
print([p.shape for p in params], sum(p.numel() for p in params))
x = torch.tensor(1.5, requires_grad=True)
for step in range(5):
    y = x ** 4 - 3 * x ** 2 + x
    (g,) = torch.autograd.grad(y, x, create_graph=True)
    (h,) = torch.autograd.grad(g, x)
    with torch.no_grad():
        x -= g / h
    print(step, round(x.item(), 5), round(y.item(), 5))
u = torch.randn(4, requires_grad=True)
v = torch.randn(4, requires_grad=True)
opt = torch.optim.SGD([u, v], lr=0.1, momentum=0.9)
for _ in range(5):
    opt.zero_grad()
    ((u - v) ** 2).sum().backward()
    opt.step()
print(u, v)
