import numpy as np

z = np.zeros(10)
z[4] = 1
print(z, np.arange(10, 50)[::-1], np.arange(9).reshape(3, 3), np.nonzero([1, 2, 0, 0, 4, 0]), np.eye(3))
rng = np.random.RandomState(42)
m = rng.random_sample((10, 10))
print(m.min(), m.max(), m.mean(), rng.random_sample((3, 3, 3)).shape)
z = np.ones((4, 4))
z[1:-1, 1:-1] = 0
print(z, np.pad(np.ones((2, 2)), 1, constant_values=0))
print(0 * np.nan, np.nan == np.nan, np.inf > np.nan, np.nan - np.nan, np.nan in {np.nan}, 0.3 == 3 * 0.1)
print(np.diag(1 + np.arange(4), k=-1))
c = np.zeros((8, 8), dtype=int)
c[1::2, ::2] = 1
c[::2, 1::2] = 1
print(c, np.unravel_index(99, (6, 7, 8)), np.tile(np.array([[0, 1], [1, 0]]), (2, 2)))
m = rng.rand(5, 5)
print(abs(((m - m.mean()) / m.std()).mean()) < 1e-9, np.ones((5, 3)) @ np.ones((3, 2)))
z = np.arange(11)
z[(3 < z) & (z < 8)] *= -1
print(z, sum(range(5), -1), np.sum(range(5), -1))
z = np.arange(5)
print(z**z, 2 << z >> 2, z < -z, 1j * z, z / 1 / 1, z <= z, np.array(0) // np.array(1), np.array([np.nan]).astype(float))
print(np.copysign(np.ceil(np.abs([1.2, -1.2])), [1.2, -1.2]), np.intersect1d([1, 2, 3], [2, 3]), np.sqrt(16) == np.emath_sqrt if hasattr(np, "emath_sqrt") else np.sqrt(16))
a, b = np.ones(3), np.ones(3) * 2
np.add(a, b, out=b)
np.divide(a, 2, out=a)
np.negative(a, out=a)
np.multiply(a, b, out=a)
print(a, b)
z = rng.uniform(0, 10, 5)
print(z - z % 1, z // 1, np.floor(z), z.astype(int), np.trunc(z))
z = np.zeros((5, 5))
z += np.arange(5)
print(z, np.linspace(0, 1, 11, endpoint=False)[1:], np.sort(rng.rand(5)), np.add.reduce(np.arange(5)))
x, y = rng.randint(0, 2, 5), rng.randint(0, 2, 5)
print(np.array_equal(x, y), np.allclose(x, y), x, y)
z = np.zeros(3)
z.flags.writeable = False
try:
    z[0] = 1
except ValueError as e:
    print(e)
p = rng.random_sample((3, 2))
r, t = np.sqrt(p[:, 0] ** 2 + p[:, 1] ** 2), np.arctan2(p[:, 1], p[:, 0])
print(r, t)
z = rng.random_sample(10)
z[z.argmax()] = 0
print(z)
gx, gy = np.meshgrid(np.linspace(0, 1, 3), np.linspace(0, 1, 3))
print(gx, gy, 1.0 / np.subtract.outer(np.arange(3), np.arange(3) + 0.5))
for dtype in [np.int8, np.int32, np.int64]:
    print(np.iinfo(dtype).min, np.iinfo(dtype).max)
for dtype in [np.float32, np.float64]:
    print(np.finfo(dtype).min, np.finfo(dtype).max, np.finfo(dtype).eps)
z = rng.rand(3, 2)
print(np.sqrt(((z[:, None] - z[None]) ** 2).sum(-1)), np.atleast_2d(z[:, 0]) - np.atleast_2d(z[:, 0]).T)
z = np.arange(10)
v = rng.uniform(0, 10)
print(z[np.abs(z - v).argmin()], (np.arange(10, dtype=np.int32)).astype(np.float32, copy=False))
for index in np.ndindex(2, 2):
    print(index, np.arange(4).reshape(2, 2)[index])
x, y = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 5))
print(np.exp(-((np.sqrt(x * x + y * y)) ** 2 / 2.0)))
z = np.zeros((4, 4))
np.put(z, [1, 6, 11], 1)
print(z, z - z.mean(axis=1, keepdims=True))
z = rng.randint(0, 10, (3, 3))
print(z, z[z[:, 1].argsort()], (~z.any(axis=0)).any(), np.bincount([1, 2, 3, 1], minlength=6))
