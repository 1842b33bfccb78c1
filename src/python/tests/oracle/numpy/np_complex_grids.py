import numpy as np

x, y = np.meshgrid(np.linspace(-2, 1, 13), np.linspace(-1, 1, 7))
c = x + 1j * y
z = np.zeros_like(c)
count = np.zeros(c.shape, dtype=int)
for _ in range(20):
    inside = np.abs(z) <= 2
    z[inside] = z[inside] ** 2 + c[inside]
    count[inside] += 1
print(count, c.dtype, c[0, :3], z[3, 6], np.abs(z).max() > 2)
w = np.array([1 + 1j, 2 - 1j, 3])
v = w[1:]
v *= 2
w[0] = 5j
w[::2] += 1
u = w.copy()
u[:] = 0
print(w, v, u, w[::-1], w.T, w.reshape(3, 1), w[w.real > 2], np.where(w.imag > 0, w, 0), np.sort(w), w.sum(), np.roll(w, 1), np.concatenate([w, [1]]), np.stack([w, u]), w[[0, 0, 2]], w * np.array([1, 2, 3]), 2 / w, w @ w, np.vdot(w, w))
names = np.array(["a", "b", "c", "d"])
half = names[::2]
half[0] = "z"
picked = names[[1, 1]]
picked[0] = "q"
names[names == "d"] = "long"
names[1:3] = ["x", "y"]
print(names, half, picked, names[::-1], names.reshape(2, 2).T, np.repeat(names, 2), np.where(names == "x", "yes", names))
o = np.array([[1, None], ["s", 2.5]], dtype=object)
p = o.T
p[0, 1] = [1, 2]
o[0] = 7
print(o, p, o.copy(), o[:, 0], o.ravel())
for k in range(3):
    o[1, 1] = k
    names[0] = str(k)
print(o[1], names, [type(v).__name__ for v in o.ravel()])
roots = np.exp(2j * np.pi * np.arange(4) / 4).round(6)
print(roots, np.prod(roots), roots.sum().round(6), np.angle(roots, deg=True), np.isclose(roots, 1), (1 + 2j) * np.eye(2), np.array([[1, 1j], [-1j, 1]]).conj().T, np.array([1 + 2j, 3 - 4j]).real.astype(int))
