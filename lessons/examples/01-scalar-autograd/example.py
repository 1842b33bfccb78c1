# %% scalar
import math


class Scalar:
    """A number that remembers how it was computed."""

    def __init__(self, data, parents=(), backward=lambda grad: ()):
        self.data = data
        self.grad = 0.0
        self._parents = parents
        self._backward = backward  # grad of this number -> grads of its parents

    def __add__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        return Scalar(self.data + other.data, (self, other), lambda g: (g, g))

    def __mul__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        return Scalar(
            self.data * other.data, (self, other), lambda g: (g * other.data, g * self.data)
        )

    def __pow__(self, n):
        return Scalar(self.data**n, (self,), lambda g: (g * n * self.data ** (n - 1),))

    def tanh(self):
        t = math.tanh(self.data)
        return Scalar(t, (self,), lambda g: (g * (1 - t * t),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for parent in node._parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, grad in zip(node._parents, node._backward(node.grad)):
                parent.grad += grad


# %% compare
import torch


def formula(a, b, c):
    return (a * b + c).tanh() * a + b**3 * 0.1


ours = [Scalar(v) for v in (0.5, -1.5, 2.0)]
theirs = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (0.5, -1.5, 2.0)]
out_ours, out_theirs = formula(*ours), formula(*theirs)
out_ours.backward()
out_theirs.backward()

print(f"value    ours {out_ours.data:.6f}   torch {out_theirs.item():.6f}")
for name, a, b in zip("abc", ours, theirs):
    print(f"d/d{name}     ours {a.grad:.6f}   torch {b.grad.item():.6f}")
    assert abs(a.grad - b.grad.item()) < 1e-12

# %% data
import random

import matplotlib.pyplot as plt

random.seed(3)
points = []
for i in range(60):
    label = 1.0 if i % 2 else -1.0
    angle = random.uniform(0, math.pi)
    x, y = math.cos(angle), math.sin(angle)
    if label > 0:
        x, y = 1 - x, 0.5 - y
    points.append((x + random.gauss(0, 0.1), y + random.gauss(0, 0.1), label))

plt.figure(figsize=(4, 3))
for label in (-1.0, 1.0):
    xs, ys = zip(*[(x, y) for x, y, l in points if l == label])
    plt.scatter(xs, ys, label=f"{label:+.0f}")
plt.legend()
plt.show()


# %% network
class Neuron:
    def __init__(self, inputs, squash):
        self.weights = [Scalar(random.uniform(-1, 1)) for _ in range(inputs)]
        self.bias = Scalar(0.0)
        self.squash = squash

    def __call__(self, x):
        total = self.bias
        for weight, value in zip(self.weights, x):
            total = total + weight * value
        return total.tanh() if self.squash else total


class Network:
    def __init__(self, *sizes):
        last = len(sizes) - 2
        self.layers = [
            [Neuron(inputs, squash=i < last) for _ in range(outputs)]
            for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:]))
        ]

    def __call__(self, x):
        for layer in self.layers:
            x = [neuron(x) for neuron in layer]
        return x[0]

    def parameters(self):
        neurons = [neuron for layer in self.layers for neuron in layer]
        return [p for neuron in neurons for p in (*neuron.weights, neuron.bias)]


# %% train
net = Network(2, 8, 8, 1)
print(len(net.parameters()), "parameters")

for step in range(60):
    loss, right = Scalar(0.0), 0
    for x, y, label in points:
        score = net((x, y))
        loss = loss + (score - label) ** 2 * (1 / len(points))
        right += (score.data > 0) == (label > 0)
    for p in net.parameters():
        p.grad = 0.0
    loss.backward()
    for p in net.parameters():
        p.data -= 0.15 * p.grad
    if step % 10 == 0 or step == 59:
        print(f"step {step:3d}   loss {loss.data:.4f}   right {right}/{len(points)}")

# %% torch
torch.manual_seed(0)
xy = torch.tensor([p[:2] for p in points])
labels = torch.tensor([p[2:] for p in points])
model = torch.nn.Sequential(
    torch.nn.Linear(2, 8), torch.nn.Tanh(),
    torch.nn.Linear(8, 8), torch.nn.Tanh(),
    torch.nn.Linear(8, 1),
)  # fmt: skip
optimizer = torch.optim.SGD(model.parameters(), lr=0.15)
for step in range(300):
    score = model(xy)
    loss = ((score - labels) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 100 == 0 or step == 299:
        right = ((score > 0) == (labels > 0)).sum().item()
        print(f"step {step:3d}   loss {loss.item():.4f}   right {right}/{len(points)}")
