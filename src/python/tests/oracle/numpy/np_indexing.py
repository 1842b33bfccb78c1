import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[0], a[-1], a[1, 2], a[1][2], a[-1, -1])
print(a[1:], a[:, 1], a[:, 1:3], a[::2, ::-1], a[..., 0], a[None].shape, a[:, None, :].shape)
print(a[[0, 2]], a[[0, 2], [1, 3]], a[:, [0, 3]], a[[-1]], a[np.array([[0, 1], [2, 0]])].shape)
print(a[a > 5], a[a % 2 == 0], a[[True, False, True]], a[:, np.array([True, False, True, False])], a[a > 100])
print(a[np.ix_([0, 2], [1, 3])], a[[0, 1]][:, [1, 2]])
print(a[1, :], a[1, ...], a[1, None], a[1:2, 2:3], a[()].shape, a[(1, 2)])
b = a.copy()
b[0] = 100
b[:, 1] = -1
b[1, 2] = 7
b[b == 100] = 0
print(b)
b[[0, 2], [0, 0]] = [50, 60]
b[1:, 2:] = [[1, 2], [3, 4]]
b[..., 3] += 10
print(b)
b[b > 5] *= 2
b[0, :] = np.arange(4)
b[:, 0] = 9.9
print(b)
x = np.zeros(5)
x[[0, 0, 1]] += 1
print(x)
np.add.at(x, [0, 0, 1], 1)
print(x)
v = a[1]
v[0] = 99
print(a, v.base is not None, a[[1]].tolist())
m = np.zeros((2, 3, 4))
m[:, 1] = 1
m[0, :, 2] = [5, 6, 7]
m[1, [0, 2]] = 3
print(m, m[:, [0, 2], 1], m[[0, 1], :, [1, 2]].shape, m[0, :, [1, 2]].shape)
print(np.arange(10)[2:8:3], np.arange(10)[::-2], np.arange(10)[-3:], np.arange(10)[:-3], np.arange(10)[5:2], np.arange(5)[10:])
print(np.take(a, [0, 5]), np.take(a, [0, 2], axis=1), a.take([1, -1]), np.take([1, 2, 3], [5, -4], mode="clip"), np.take([1, 2, 3], [5], mode="wrap"))
print(np.take_along_axis(a, np.argsort(-a, axis=1), axis=1), np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]), np.compress([True, False, True], a, axis=0))
print(np.where(a > 5), np.where(a > 5, a, 0), np.where(a > 50, 1, -1.5), np.nonzero(a % 3 == 0), np.argwhere(a > 9), np.flatnonzero(a > 9))
print(np.extract(a > 8, a), np.count_nonzero(a), np.count_nonzero(a > 3, axis=0), np.unravel_index(5, (3, 4)), np.ravel_multi_index((1, 1), (3, 4)), np.unravel_index([1, 7], (3, 4)))
np.put(b, [0, 1], [-5, -6])
np.place(b, b < 0, [7, 8])
np.putmask(b, b > 20, 0)
np.copyto(b, 1, where=b == 7)
np.fill_diagonal(b, 11)
print(b, np.diag_indices(2), np.select([a < 3, a > 8], [a, a * 10], default=-1))
b.flat[3] = 77
print(b.flat[3], b.flat[1:4], list(b.flat)[:3], b.item(0), b.item(1, 1), b.itemset((0, 0), 5), b[0, 0])
r = np.arange(5)
r[1:4] = r[0:3]
print(r, r[r.argmax()], r[np.int64(2)], r[np.array(3)], r[[True] * 5], a[1:3][0], len(a), 5 in a, [1, 2] in a)
for row in a[:2]:
    print(row, row.sum())
for i, v in np.ndenumerate(np.array([[1, 2], [3, 4]])):
    print(i, v)
print(list(np.ndindex(2, 2)), np.r_[1:4, 0, 4], np.c_[[1, 2], [3, 4]], np.s_[1:3], np.r_[0:1:3j], np.mgrid[0:2, 0:3], np.ogrid[0:2, 0:3])
