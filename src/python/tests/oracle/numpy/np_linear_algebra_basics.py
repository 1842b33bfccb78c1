import numpy as np

A = np.array([[2.0, 1.0], [1.0, 3.0]])
b = np.array([3.0, 5.0])
print(np.linalg.solve(A, b), np.linalg.inv(A), np.linalg.det(A), np.linalg.norm(b), np.linalg.norm(A), np.linalg.matrix_rank(A), np.trace(A), np.allclose(A @ np.linalg.inv(A), np.eye(2)))
w, v = np.linalg.eigh(A)
print(w, np.abs(v).round(6), np.linalg.eigvals(A), np.linalg.matrix_power(A, 3), np.linalg.norm(A, axis=1), np.linalg.norm(A, 1), np.linalg.norm(A, np.inf), np.linalg.cond(A).round(6))
u, s, vt = np.linalg.svd(np.array([[1.0, 2], [3, 4], [5, 6]]), full_matrices=False)
print(s, (u * s @ vt).round(6), u.shape, vt.shape)
q, r = np.linalg.qr(A)
print(np.abs(q).round(6), np.abs(r).round(6), np.linalg.cholesky(A), np.linalg.pinv(np.array([[1.0, 2], [3, 4], [5, 6]])).round(6), np.linalg.slogdet(A))
X = np.c_[np.ones(5), np.arange(5)]
y = np.array([1.0, 3.1, 4.9, 7.2, 9.0])
theta = np.linalg.inv(X.T @ X) @ X.T @ y
coef, residual, rank, sv = np.linalg.lstsq(X, y, rcond=None)
print(theta, coef, residual, rank, sv, np.polyfit(np.arange(5), y, 1), y - X @ theta)
for call in (lambda: np.linalg.inv(np.zeros((2, 2))), lambda: np.linalg.solve(A, np.ones(3)), lambda: np.linalg.inv(np.ones((2, 3))), lambda: np.linalg.cholesky(-A), lambda: np.linalg.det(np.ones(3))):
    try:
        print(call())
    except np.linalg.LinAlgError as e:
        print("LinAlgError", e)
    except ValueError as e:
        print("ValueError", e)
print(np.dot(A, b), A.dot(b), A @ b, b @ A, np.outer(b, b), np.inner(b, b), np.cross([1, 2, 3], [4, 5, 6]), np.kron(A, np.eye(2)), np.vdot(b, b), np.linalg.multi_dot([A, A, b]), A.T @ A, (A * b).sum(axis=1), np.einsum("ij,j->i", A, b), np.tril(A), np.triu(A), np.diag(A), np.linalg.eigvalsh(A), np.linalg.tensorsolve if False else "")
cosine = b @ A[0] / (np.linalg.norm(b) * np.linalg.norm(A[0]))
print(cosine, np.degrees(np.arccos(cosine)), b / np.linalg.norm(b), np.sqrt(((A[0] - A[1]) ** 2).sum()), np.linalg.norm(A[0] - A[1]), np.linalg.norm(A[:, None] - A[None], axis=-1))
theta = np.pi / 6
R = np.array([[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]])
print(R.round(4), (R @ [1, 0]).round(4), np.linalg.det(R).round(6), np.abs(R @ R.T).round(6))
