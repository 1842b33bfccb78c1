import numpy as np

for kind in (int, np.float32, "U3", complex, object):
    a = np.arange(12).reshape(3, 4).astype(kind)
    a[[0, 1]] = a[1:3]
    print(a)
    a[[0, 2]] = a[[2, 0]]
    a[:, [0, 1]] = a[:, 1:3]
    print(a)
    m = np.array([[True, False, True, False]] * 3)
    a[m] = a[::-1][m]
    a[~m] = a[0, 0]
    a[1] = a[:, 1][[0, 1, 2, 0]]
    print(a)
    a[:, 1:] = a[:, :-1]
    a[::-1] = a
    print(a)
    a[...] = a[::-1, ::-1]
    a[0], a[1] = a[1].copy(), a[0].copy()
    print(a)
    b = a.ravel()
    b[::2] = b[1::2]
    b[1:4] = b[0]
    print(a, b)
x = np.arange(8)
x[2:] += x[:-2]
x[:4] *= x[4:]
print(x)
x = np.arange(8.0)
np.add(x[1:], x[:-1], out=x[:-1])
np.multiply(x, x[::-1], out=x)
print(x)
np.copyto(x[1:], x[:-1])
x[x > 10] = x[0]
x[[1, 1, 2]] = [5, 6, 7]
np.put(x, [0, 1], x[2:4])
np.place(x, x > 6, x[:2])
x.flat[2:4] = x[:2]
print(x)
y = np.arange(6).reshape(2, 3)
y[:] = y[::-1]
y.T[:] = y.T
y[0], y[1] = y[1], y[0]
print(y)
np.fill_diagonal(y, y[1])
y[y == y.max()] = y.min()
y -= y.min(axis=0)
y[:, 0] += y[:, 2]
print(y)
z = np.arange(5)
for i in range(1, 5):
    z[i] += z[i - 1]
print(z, z[::-1].cumsum(), np.roll(z, 1) - z)
s = np.arange(10)
even = s % 2 == 0
s[even], s[~even] = s[~even], s[even]
print(s)
