import numpy as np

a = np.arange(24).reshape(4, 6)
print(a[::2, 1::2], a[::-1], a[:, ::-1], a[::-1, ::-1][:2, :2], a.T[1:3], a[1:3, 2:5].T, a[::2].sum(axis=0), a[:, ::3].mean(axis=1), a.T.ravel(), a[::2, ::2].ravel(), a[:, 0].copy(), a.T.reshape(3, 8)[0])
v = a[::2, ::2]
v += 100
print(a, v.base is a.base)
w = a[:, 1]
w[:] = 0
a[1:3, 1:3] = [[-1, -2], [-3, -4]]
a.T[5] = 7
print(a)
d = np.diagonal(a)
print(d, d.flags.writeable, np.diag(a), a.diagonal(1), np.trace(a))
e = np.zeros((3, 3))
np.fill_diagonal(e, [1, 2, 3])
e[np.arange(3), np.arange(3)] += 1
e[np.triu_indices(3, 1)] = 9
print(e)
f = a.flat
print(f[3], next(f), f[5:8], a.flat[-1])
x = np.arange(3)
y = np.arange(4).reshape(4, 1)
print(x + y, (x * y).shape, x[:, None] - x, np.sqrt((x[:, None] - x) ** 2), (y == x), np.maximum(x, y), x / (y + 1))
p = np.array([[0.0, 0], [3, 4], [6, 8]])
dist = np.sqrt(((p[:, None] - p[None]) ** 2).sum(-1))
print(dist, dist.argmin(axis=1), (dist + np.eye(3) * 99).argmin(axis=1))
z = (p - p.mean(axis=0)) / p.std(axis=0)
print(z, z.mean(axis=0), z.std(axis=0))
onehot = np.eye(4)[[0, 2, 3]]
print(onehot, onehot.argmax(axis=1), (np.array([0, 2, 3])[:, None] == np.arange(4)).astype(int))
logits = np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])
s = np.exp(logits - logits.max(axis=1, keepdims=True))
s /= s.sum(axis=1, keepdims=True)
print(s, s.sum(axis=1), -np.log(s[np.arange(2), [2, 0]]).mean())
m = np.array([[1, 2], [3, 4]])
print(m @ m, m * m, m.dot([1, 1]), np.dot(m, m), m @ [1, 2], [1, 2] @ m, np.matmul(m, m), np.vdot(m, m), np.inner(m, m), np.outer([1, 2], [3, 4]), np.dot([1, 2], [3, 4]), np.dot(2, 3), np.dot(m, 2), np.ones((2, 3, 4)).dot(np.ones((4, 2))).shape, (np.ones((5, 2, 3)) @ np.ones((3, 4))).shape, np.cross([1, 0, 0], [0, 1, 0]), np.cross([1, 2], [3, 4]))
print(np.tensordot(np.ones((2, 3)), np.ones((3, 2)), axes=1), np.tensordot(m, m), np.tensordot(m, m, axes=([0], [1])), np.einsum("ij,jk->ik", m, m), np.einsum("ii", m), np.einsum("ij->ji", m), np.einsum("ij->", m), np.einsum("ij,ij->i", m, m), np.einsum("i,j->ij", [1, 2], [3, 4]), np.einsum("bij,bjk->bik", np.ones((2, 2, 3)), np.ones((2, 3, 2))), np.einsum("ii->i", m), np.einsum("...j->...", m), np.einsum("ij,j", m, [1, 2]))
print(m.astype(float) @ np.array([[0.5], [0.25]]), (m @ m).dtype, (m.astype(np.float32) @ m).dtype, np.array([True, False]) @ np.array([True, True]), np.arange(3, dtype=np.uint8) @ np.arange(3, dtype=np.uint8))
g = np.arange(5.0)
g[1:] += g[:-1]
print(g)
h = np.arange(5)
h[::2], h[1::2] = h[::2].copy() * 10, -1
print(h)
h[h.argsort()[::-1][:2]] = 0
print(h, np.where(h < 0)[0], h[~(h < 0)], (h > 0) & (h < 30), (h == 0) | (h == -1), np.logical_not(h).sum(), h[(h > 0) & (h % 2 == 0)])
img = np.arange(2 * 4 * 4).reshape(2, 4, 4)
print(img.reshape(2, 2, 2, 2, 2).max(axis=(2, 4)), img.transpose(1, 2, 0).shape, img[:, ::2, ::2], img.mean(axis=(1, 2)), img[..., -1], img[:, None].shape, img[0][1:3, 1:3])
windows = np.lib.stride_tricks.sliding_window_view(np.arange(6), 3)
print(windows.mean(axis=1), np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3, 4], [1, 1], mode="valid"), np.convolve([1, 2, 3], [1, 1, 1], mode="same"), np.correlate([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5], "full"))
