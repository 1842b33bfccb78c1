import numpy as np

a = np.arange(15).reshape(3, 5)
print(a, a.shape, a.ndim, a.dtype.name, a.itemsize, a.size, type(a))
b = np.array([6, 7, 8])
print(b, type(b), b.dtype, np.array([1.2, 3.5, 5.1]).dtype, np.array([(1.5, 2, 3), (4, 5, 6)]), np.array([[1, 2], [3, 4]], dtype=complex))
try:
    np.array(1, 2, 3, 4)
except TypeError as e:
    print(e)
print(np.zeros((3, 4)), np.ones((2, 3, 4), dtype=np.int16), np.arange(10, 30, 5), np.arange(0, 2, 0.3), np.linspace(0, 2, 9))
x = np.linspace(0, 2 * np.pi, 5)
print(np.sin(x).round(6), np.arange(6), np.arange(12).reshape(4, 3), np.arange(24).reshape(2, 3, 4), np.arange(10000), np.arange(10000).reshape(100, 100))
a = np.array([20, 30, 40, 50])
b = np.arange(4)
print(a - b, b**2, 10 * np.sin(a), a < 35)
A, B = np.array([[1, 1], [0, 1]]), np.array([[2, 0], [3, 4]])
print(A * B, A @ B, A.dot(B))
rg = np.random.default_rng(1)
a = np.ones((2, 3), dtype=int)
b = rg.random((2, 3))
a *= 3
print(a)
b += a
print(b)
try:
    a += b
except Exception as e:
    print(type(e).__name__, e)
a = np.ones(3, dtype=np.int32)
b = np.linspace(0, np.pi, 3)
print(b.dtype.name, a + b, np.exp((a + b) * 1j), (a + b).dtype.name)
a = rg.random((2, 3))
print(a, a.sum(), a.min(), a.max())
b = np.arange(12).reshape(3, 4)
print(b.sum(axis=0), b.min(axis=1), b.cumsum(axis=1), np.exp(np.arange(3)), np.sqrt(np.arange(3)), np.add(np.arange(3), np.array([2.0, -1.0, 4.0])))
a = np.arange(10) ** 3
print(a, a[2], a[2:5])
a[:6:2] = 1000
print(a, a[::-1])
for i in a[:3]:
    print(i ** (1 / 3.0))


def f(x, y):
    return 10 * x + y


b = np.fromfunction(f, (5, 4), dtype=int)
print(b, b[2, 3], b[0:5, 1], b[:, 1], b[1:3, :], b[-1])
c = np.array([[[0, 1, 2], [10, 12, 13]], [[100, 101, 102], [110, 112, 113]]])
print(c.shape, c[1, ...], c[..., 2])
for row in b:
    print(row)
for element in b.flat:
    print(element, end=",")
print()
a = np.floor(10 * rg.random((3, 4)))
print(a, a.shape, a.ravel(), a.reshape(6, 2), a.T, a.T.shape)
a.resize((2, 6))
print(a, a.reshape(3, -1))
a, b = np.floor(10 * rg.random((2, 2))), np.floor(10 * rg.random((2, 2)))
print(np.vstack((a, b)), np.hstack((a, b)), np.column_stack((a, b)), np.column_stack((a[0], b[0])), a[0][:, np.newaxis], np.column_stack is np.hstack, np.row_stack is np.vstack, np.r_[1:4, 0, 4])
a = np.floor(10 * rg.random((2, 12)))
print(np.hsplit(a, 3), np.hsplit(a, (3, 4)))
a = np.arange(12).reshape(3, 4)
b = a
c = a.view()
s = a[:, 1:3]
s[:] = 10
c = c.reshape((2, 6))
c[0, 4] = 1234
print(b is a, c is a, c.base is a, c.flags.owndata, a)
a = np.arange(12) ** 2
i = np.array([1, 1, 3, 8, 5])
j = np.array([[3, 4], [9, 7]])
print(a[i], a[j])
palette = np.array([[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]])
print(palette[np.array([[0, 1, 2, 0], [0, 3, 4, 0]])])
a = np.arange(12).reshape(3, 4)
i, j = np.array([[0, 1], [1, 2]]), np.array([[2, 1], [3, 3]])
print(a[i, j], a[i, 2], a[:, j])
time = np.linspace(20, 145, 5)
data = np.sin(np.arange(20)).reshape(5, 4)
ind = data.argmax(axis=0)
print(time, data, ind, time[ind], data[ind, range(data.shape[1])], np.all(data[ind, range(data.shape[1])] == data.max(axis=0)))
a = np.arange(5)
a[[1, 3, 4]] = 0
print(a)
a[[0, 0, 2]] = [1, 2, 3]
print(a)
a = np.arange(12).reshape(3, 4)
b = a > 4
print(b, a[b])
a[b] = 0
print(a)
a, b, c = np.array([2, 3, 4, 5]), np.array([8, 5, 4]), np.array([5, 4, 6, 8, 3])
ax, bx, cx = np.ix_(a, b, c)
print(ax.shape, bx.shape, cx.shape, (ax + bx * cx)[3, 2, 4], a[3] + b[2] * c[4], (ax + bx * cx)[0])
a = np.arange(30)
b = a.reshape((2, -1, 3))
print(b.shape, b)
n, bins = np.histogram(np.random.RandomState(1).normal(2, 0.5, 100), bins=5)
print(n, bins, 0.5 * (bins[1:] + bins[:-1]))
