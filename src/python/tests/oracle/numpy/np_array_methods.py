import copy

import numpy as np

a = np.array([[3, 1, 2], [6, 5, 4]])
print(a.all(), a.any(), a.argmax(), a.argmin(axis=1), a.argsort(axis=0), a.astype(float), a.choose, sep="|") if False else print(a.all(), a.any(), a.argmax(), a.argmin(axis=1), a.argsort(axis=0), a.astype(float))
print(a.clip(2, 5), a.compress([True, False], axis=0), a.conj(), a.copy(), a.cumprod(axis=1), a.cumsum(), a.diagonal(), a.dot(a.T), a.fill, sep="\n") if False else print(a.clip(2, 5), a.compress([True, False], axis=0), a.conj(), a.cumprod(axis=1), a.cumsum(), a.diagonal(), a.dot(a.T))
print(a.flatten(), a.item(3), a.item((1, 0)), a.max(axis=1), a.mean(axis=0), a.min(), a.nonzero(), a.prod(axis=0), a.ptp(axis=1), a.ravel(), a.repeat(2, axis=1), a.reshape(3, 2), a.round(), a.searchsorted if False else "", a.squeeze().shape, a.std().round(4), a.sum(axis=0), a.swapaxes(0, 1), a.take([0, 2], axis=1), a.tolist(), a.trace(), a.transpose(), a.var(axis=1).round(4), a.view())
b = a.copy()
b.fill(7)
print(b, b.itemset(0, 5), b, b.put([1, 2], [8, 9]), b, b.sort(), b, b.partition(1), b)
c = copy.copy(a)
d = copy.deepcopy([a, {"x": a}])
c[0, 0] = 99
print(a[0, 0], d[0][0, 0], d[1]["x"].shape, a.__len__(), a.__contains__(5), a.tobytes()[:8], a.dtype.name, a.flags.writeable, a.data.shape, a.real, a.imag, a.nbytes, a.strides, a.T.shape, a.base)
print(a.byteswap()[0, 0], a.newbyteorder().dtype if False else "", a.__class__.__name__, a.__array__() is a, memoryview(a).shape, bytes(np.array([65, 66], dtype=np.uint8)), list(memoryview(np.array([1.5, 2.5]))), bytearray(np.array([1, 2], dtype=np.int8)))
x = np.array([1.5, 2.5, 3.5])
print(x.astype(int), x.astype(str), x.astype("f4").dtype, x.round(), x.tolist(), x.sum(), float(x[0]), int(x[1]), round(x[2]), max(x), min(x), sum(x), sorted(x, reverse=True), list(x), tuple(x), set(np.array([1, 1, 2]).tolist()), any(x > 3), all(x > 1), list(map(int, x)), list(zip(x, [1, 2, 3])), list(enumerate(x)), list(reversed(x)), len(x), x[-1], [*x], dict(enumerate(x.tolist())))
for name in ("T", "base", "data", "dtype", "flat", "imag", "itemsize", "nbytes", "ndim", "real", "shape", "size", "strides", "astype", "tolist", "sum", "dumps", "setflags", "tofile", "tostring", "argpartition", "choose", "__array_interface__", "__matmul__", "__iadd__", "__bool__", "__index__"):
    print(name, hasattr(x, name), end=" ")
print()
y = x
y += 1
z = x + 0
z += 1
print(x, y is x, z, id(x) == id(y), (x == y).all(), x is not z)
x[:] = 0
print(y, x.any())
print(np.array([[1, 2], [3, 4]]) == np.array([[1, 0], [3, 0]]), (np.array([1, 2]) == np.array([1, 2])).all(), np.array([1, 2]) != 1, -np.array([1, -2]), +np.array([1]), abs(np.array([-1, 2])), ~np.array([1, 2]), np.array([5, 7]) // 2, np.array([5, 7]) % 2, 7 // np.array([2, 3]), 2 ** np.array([1, 2]), divmod(np.array([5, 7]), 2), np.array([1, 2]) << 1, np.array([True]) ^ True, 1 / np.array([1, 2]), 10 - np.array([1, 2]), 10 % np.array([3, 4]), [1, 2] + np.array([1, 2]), (1, 2) * np.array([1, 2]), np.array([1, 2]) * [1, 2], 3 > np.array([1, 5]), [1, 5] < np.array([2, 2]))
if np.array([1]):
    print("one true")
if not np.array([0]):
    print("one false")
print(bool(np.array(1)), bool(np.array([[0]])), int(np.array([5])), float(np.array(2.5)), complex(np.array(1)), np.array(3).item(), np.array(3)[()], type(np.array(3)[()]).__name__, [1, 2, 3][np.array(1)], range(5)[np.array(2)], np.array(5) + 1, type(np.array(5) + 1).__name__, np.array([5])[0] + 1, np.array(2.5).shape, np.array([]).size, "x" in np.array(["x"]), 3 in np.array([1, 2]))
