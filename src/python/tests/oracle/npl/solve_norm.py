import numpy as np

A = np.array([[4.0, 2.0], [1.0, 3.0]])
b = np.array([10.0, 5.0])
print(np.linalg.solve(A, b), np.linalg.solve(A, np.eye(2)), np.linalg.inv(A), np.linalg.inv([[2, 0], [0, 4]]))
print(np.linalg.det(A), np.linalg.det([[1, 2], [3, 4]]), type(np.linalg.det(A)), np.linalg.slogdet(-A), np.linalg.det(np.ones((2, 2))))
rng = np.random.RandomState(1)
batch = rng.randn(3, 4, 4)
print(np.linalg.det(batch), np.linalg.inv(batch)[1], np.linalg.solve(batch, rng.randn(3, 4, 2))[2], np.linalg.solve(batch, rng.randn(1, 4, 1)).shape)
f32 = A.astype(np.float32)
print(np.linalg.inv(f32).dtype, np.linalg.svd(f32)[1].dtype, np.linalg.eigh(f32)[0].dtype, np.linalg.norm(f32).dtype, np.linalg.det(f32).dtype)
X = np.c_[np.ones(5), np.arange(5)]
y = np.array([1.0, 2.9, 5.1, 7.0, 9.2])
x, residuals, rank, s = np.linalg.lstsq(X, y, rcond=None)
print(x, residuals, rank, s, type(rank))
print(np.linalg.lstsq(X, np.c_[y, 2 * y], rcond=None)[0], np.linalg.lstsq(np.ones((3, 2)), np.arange(3.0), rcond=None)[:3])
print(np.linalg.pinv(X), np.linalg.pinv(np.ones((2, 3))), np.linalg.pinv(batch).shape)
print(np.linalg.matrix_rank(A), np.linalg.matrix_rank(np.ones((3, 3))), np.linalg.matrix_rank(np.zeros(2)), np.linalg.matrix_rank(batch))
print(np.linalg.matrix_power(A, 3), np.linalg.matrix_power([[1, 1], [1, 0]], 10), np.linalg.matrix_power(A, -1), np.linalg.matrix_power(A, 0))
print(np.linalg.cond(A), np.linalg.cond(A, 1), np.linalg.cond(A, np.inf), np.linalg.cond(A, "fro"), np.linalg.cond(A, -2))
M = [rng.randn(2, 5), rng.randn(5, 3), rng.randn(3, 4), rng.randn(4)]
print(np.linalg.multi_dot(M), np.linalg.multi_dot(M[:2]).shape, np.linalg.multi_dot([M[3], M[3][:, None], np.ones((1, 2))]))
v = np.array([3.0, -4.0, 12.0])
for ord in (None, 2, 1, 0, 3, np.inf, -np.inf, 0.5):
    print(ord, np.linalg.norm(v, ord), np.linalg.norm(batch[0], ord, axis=1), np.linalg.norm(v, ord, keepdims=True))
for ord in (None, "fro", "nuc", 2, -2, 1, -1, np.inf, -np.inf):
    print(ord, np.linalg.norm(A, ord), np.linalg.norm(batch, ord, axis=(1, 2)), np.linalg.norm(batch, ord, axis=(2, 0), keepdims=True).shape)
print(np.linalg.norm([[1, 2], [3, 4]]), np.linalg.norm([1 + 1j, 2]), np.linalg.norm(batch), np.linalg.norm([3, 4], axis=0), type(np.linalg.norm(v)))
print(np.linalg.tensorinv(np.eye(6).reshape(2, 3, 6), ind=2).shape, np.linalg.tensorsolve(np.eye(6).reshape(2, 3, 2, 3), np.ones((2, 3))))
big = rng.randn(60, 60)
print(np.abs(big @ np.linalg.inv(big) - np.eye(60)).max() < 1e-10, np.linalg.slogdet(big))
w, V = np.linalg.eig(big)
print(np.abs(big @ V - V * w).max() < 1e-10, np.sort(np.abs(w))[-3:])
u, s, vh = np.linalg.svd(big)
print(np.abs((u * s) @ vh - big).max() < 1e-10, s[:3])
w, V = np.linalg.eigh(big @ big.T)
print(np.abs(V.T @ V - np.eye(60)).max() < 1e-10, w[-3:])


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error), error)


attempt(np.linalg.inv, np.ones((2, 2)))
attempt(np.linalg.inv, np.ones((2, 3)))
attempt(np.linalg.inv, np.ones(2))
attempt(np.linalg.solve, np.zeros((2, 2)), np.ones(2))
attempt(np.linalg.solve, A, np.ones(3))
attempt(np.linalg.solve, A, np.ones((3, 1)))
attempt(np.linalg.cholesky, -A)
attempt(np.linalg.eig, np.array([[np.nan, 1], [1, 2]]))
attempt(np.linalg.svd, np.array([[np.nan, 1], [1, 2]]))
attempt(np.linalg.eigh, A, "X")
attempt(np.linalg.lstsq, A, np.ones(3), rcond=None)
attempt(np.linalg.matrix_power, A, 1.5)
attempt(np.linalg.norm, A, 3)
attempt(np.linalg.norm, np.ones((2, 2, 2)), 2)
attempt(np.linalg.norm, v, "fro")
attempt(np.linalg.multi_dot, [A])
attempt(np.linalg.det, A.astype(np.float16))
attempt(np.linalg.qr, A, mode="wrong")
