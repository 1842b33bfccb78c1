import numpy as np

np.random.seed(0)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
Y = np.array([[0], [1], [1], [0]], dtype=float)
W1 = np.random.randn(2, 4)
b1 = np.zeros((1, 4))
W2 = np.random.randn(4, 1)
b2 = np.zeros((1, 1))


def sigmoid(v):
    return 1 / (1 + np.exp(-v))


for epoch in range(301):
    h = np.tanh(X @ W1 + b1)
    out = sigmoid(h @ W2 + b2)
    loss = -np.mean(Y * np.log(out) + (1 - Y) * np.log(1 - out))
    d2 = (out - Y) / len(X)
    dW2, db2 = h.T @ d2, d2.sum(axis=0, keepdims=True)
    d1 = (d2 @ W2.T) * (1 - h**2)
    dW1, db1 = X.T @ d1, d1.sum(axis=0, keepdims=True)
    for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
        p -= 1.0 * g
    if epoch % 100 == 0:
        print(epoch, round(float(loss), 4), f"{loss:.4f}")
print(out.round(2), (out > 0.5).astype(int).ravel(), W1.shape, W2)


class Layer:
    def __init__(self, n_in, n_out, rng):
        self.W = rng.randn(n_in, n_out) * np.sqrt(2 / n_in)
        self.b = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return np.maximum(0, x @ self.W + self.b)


rng = np.random.RandomState(1)
layers = [Layer(4, 8, rng), Layer(8, 3, rng)]
x = rng.rand(5, 4)
for layer in layers:
    x = layer.forward(x)
print(x)
e = np.exp(x - x.max(axis=1, keepdims=True))
prob = e / e.sum(axis=1, keepdims=True)
labels = np.array([0, 1, 2, 1, 0])
print(prob, prob.argmax(axis=1), (prob.argmax(axis=1) == labels).mean(), -np.log(prob[range(5), labels]).mean())
onehot = np.zeros((labels.size, labels.max() + 1))
onehot[np.arange(labels.size), labels] = 1
print(onehot, np.argmax(onehot, axis=-1))
image = rng.rand(6, 6)
kernel = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]])
conv = np.array([[(image[i : i + 3, j : j + 3] * kernel).sum() for j in range(4)] for i in range(4)])
w = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
print(conv, np.allclose(conv, (w * kernel).sum(axis=(2, 3))), np.allclose(conv, np.einsum("ijkl,kl->ij", w, kernel)), conv.reshape(2, 2, 2, 2).max(axis=(1, 3)))
q, k, v = rng.rand(3, 4), rng.rand(3, 4), rng.rand(3, 2)
scores = q @ k.T / np.sqrt(4)
mask = np.triu(np.ones((3, 3), dtype=bool), 1)
scores[mask] = -np.inf
att = np.exp(scores - scores.max(-1, keepdims=True))
att /= att.sum(-1, keepdims=True)
print(scores, att, att @ v)
perm = rng.permutation(5)
for start in range(0, 5, 2):
    batch = perm[start : start + 2]
    print(batch, x[batch].shape, labels[batch])
mean, std = x.mean(axis=0), x.std(axis=0)
print(((x - mean) / (std + 1e-8)).round(3), np.clip(x, 0, 1).sum(), np.linalg.norm(x) > 0)
m = np.zeros(3)
s = np.zeros(3)
theta = np.array([1.0, -2.0, 3.0])
for step in range(1, 4):
    g = 2 * theta
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    theta = theta - 0.1 * (m / (1 - 0.9**step)) / (np.sqrt(s / (1 - 0.999**step)) + 1e-8)
    print(step, theta)
