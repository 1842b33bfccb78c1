import numpy as np

rng = np.random.RandomState(7)
x, i = [1, 2, 3, 4, 5, 6], [1, 3, 9, 3, 4, 1]
print(np.bincount(i, x), len(np.unique(rng.randint(0, 4, (4, 4)))), rng.randint(0, 10, (2, 2, 3)).sum(axis=(-2, -1)))
d, s = rng.uniform(0, 1, 20), rng.randint(0, 4, 20)
print(np.bincount(s, weights=d) / np.bincount(s), [d[s == k].mean() for k in range(4)])
a, b = rng.uniform(0, 1, (3, 3)), rng.uniform(0, 1, (3, 3))
print(np.diag(np.dot(a, b)), np.sum(a * b.T, axis=1), np.einsum("ij,ji->i", a, b))
z = np.array([1, 2, 3])
spaced = np.zeros(len(z) + (len(z) - 1) * 3)
spaced[::4] = z
print(spaced, (np.ones((2, 2, 3)) * 2 * np.ones((2, 2))[:, :, None]).shape)
m = np.arange(9).reshape(3, 3)
m[[0, 1]] = m[[1, 0]]
print(m)
print(np.sort(rng.randint(0, 50, 6)), np.repeat(np.arange(3), [2, 1, 3]))


def moving_average(a, n=3):
    r = np.cumsum(a, dtype=float)
    r[n:] = r[n:] - r[:-n]
    return r[n - 1 :] / n


print(moving_average(np.arange(8)), np.logical_not(np.array([1, 0])), np.negative(np.array([1.5])))
p0, p1, p = np.array([0.0, 0]), np.array([4.0, 0]), np.array([2.0, 3])
t = p1 - p0
print(np.abs(np.cross(t, p - p0)) / np.sqrt((t**2).sum()))
z = np.arange(1, 15, dtype=np.uint32)
r = np.lib.stride_tricks.as_strided(z, (11, 4), (4, 4))
print(r)
u = rng.rand(3, 3)
print(np.ones((2, 16, 16)).reshape(2, 4, 4, 4, 4).sum(axis=(2, 4)).shape, u.max(axis=1, keepdims=True) == u)


def life(z):
    n = z[:-2, :-2] + z[:-2, 1:-1] + z[:-2, 2:] + z[1:-1, :-2] + z[1:-1, 2:] + z[2:, :-2] + z[2:, 1:-1] + z[2:, 2:]
    birth = (n == 3) & (z[1:-1, 1:-1] == 0)
    survive = ((n == 2) | (n == 3)) & (z[1:-1, 1:-1] == 1)
    z[...] = 0
    z[1:-1, 1:-1][birth | survive] = 1
    return z


g = np.zeros((6, 6), dtype=int)
g[2, 1:4] = 1
print(life(g))
z = np.arange(1000)
rng.shuffle(z)
print(z[np.argsort(z)[-5:]], z[np.argpartition(-z, 5)[:5]].sum())
ix = np.indices((2, 3)).reshape(2, -1).T
print(ix, np.array([[x_, y_] for x_ in range(2) for y_ in range(2)]))
z = rng.randint(0, 5, (10, 3))
e = np.all(z[:, 1:] == z[:, :-1], axis=1)
print(z[~e].shape, z.max(axis=1) != z.min(axis=1))
i = np.array([0, 1, 2, 3, 15], dtype=np.uint8)
print(((i.reshape(-1, 1) & (2 ** np.arange(8))) != 0).astype(int)[:, ::-1], np.unique(z, axis=0).shape)
a, b = rng.uniform(0, 1, 4), rng.uniform(0, 1, 4)
print(np.einsum("i->", a), np.einsum("i,i->i", a, b), np.einsum("i,i", a, b), np.einsum("i,j->ij", a, b))
X = np.asarray([[1.0, 0.0, 3.0, 8.0], [2.0, 0.0, 1.0, 1.0], [1.5, 2.5, 1.0, 0.0]])
M = np.logical_and.reduce(np.mod(X, 1) == 0, axis=-1)
M &= X.sum(axis=-1) == 4
print(X[M], M)
sample = rng.randn(20)
idx = rng.randint(0, sample.size, (50, sample.size))
means = sample[idx].mean(axis=1)
print(np.percentile(means, [2.5, 97.5]))
data = rng.rand(6, 2)
centres = data[:2].copy()
for _ in range(3):
    label = ((data[:, None] - centres) ** 2).sum(-1).argmin(1)
    centres = np.array([data[label == k].mean(0) for k in range(2)])
print(label, centres)
w, bias = np.zeros(1), 0.0
xs = np.linspace(0, 1, 20)
ys = 3 * xs + 0.5
for step in range(200):
    error = w * xs + bias - ys
    w -= 0.5 * 2 * (error * xs).mean()
    bias -= 0.5 * 2 * error.mean()
print(w, bias, np.mean((w * xs + bias - ys) ** 2) < 1e-3)
text = "the cat the dog"
words, counts = np.unique(text.split(), return_counts=True)
print(words, counts, words[counts.argmax()], dict(zip(words.tolist(), counts.tolist())))
confusion = np.zeros((3, 3), dtype=int)
np.add.at(confusion, ([0, 1, 2, 1], [0, 2, 2, 1]), 1)
print(confusion, confusion.diagonal().sum() / confusion.sum(), np.round(confusion / confusion.sum(axis=1, keepdims=True), 2))
print(f"mean {np.mean(sample):.3f} std {sample.std():.3f} max {sample.max():6.2f}", "shape", X.shape, "sum", X.sum(axis=0), end="\n")
print("%.3f %s" % (X.mean(), X.dtype), X.astype(int).tolist(), list(X[0]), tuple(X[1]), [round(v, 1) for v in X[2]], [*map(float, X[0])], str(X[0]), repr(X[0]))
