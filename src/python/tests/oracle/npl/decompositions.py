import numpy as np

CASES = {
    "small": np.array([[4.0, 2.0], [1.0, 3.0]]),
    "symmetric": np.array([[2.0, -1, 0], [-1, 2, -1], [0, -1, 2]]),
    "rotation": np.array([[0.0, -1.0], [1.0, 0.0]]),
    "lower": np.array([[1.0, 0.0, 0], [2, 3, 0], [4, 5, 6]]),
    "upper": np.triu(np.arange(1.0, 17).reshape(4, 4)),
    "magic": np.array([[8.0, 1, 6], [3, 5, 7], [4, 9, 2]]),
    "negative": -np.array([[3.0, 1.0], [1.0, 2.0]]),
    "diagonal": np.diag([3.0, 1.0, 2.0]),
    "rank": np.array([[1.0, 2, 3], [4, 5, 6], [7, 8, 10]]),
    "one": np.array([[-5.0]]),
    "scaled": np.array([[1.0, 1e4], [1e-4, 2.0]]),
}
rng = np.random.RandomState(3)
for n in (4, 5, 7, 10):
    CASES[f"random{n}"] = rng.randn(n, n)
for name, a in CASES.items():
    print("==", name)
    w, v = np.linalg.eig(a)
    # The signs of complex vectors hang on rounding errors: their sizes do not.
    print("eig", w, np.abs(v) if np.iscomplexobj(v) else v, sep="\n")
    w, v = np.linalg.eigh(a + a.T)
    print("eigh", w, v, sep="\n")
    u, s, vh = np.linalg.svd(a)
    print("svd", u, s, vh, sep="\n")
    q, r = np.linalg.qr(a)
    print("qr", q, r, sep="\n")
    print("cholesky", np.linalg.cholesky(a @ a.T + np.eye(len(a))), sep="\n")
    print(np.linalg.slogdet(a), np.linalg.eigvalsh(a), np.linalg.eigvals(a))
for shape in ((3, 2), (2, 3), (7, 2), (2, 7), (5, 4), (4, 5), (10, 3), (6, 1), (1, 6), (12, 9), (9, 12)):
    a = rng.randn(*shape)
    print("==", shape)
    for full in (True, False):
        u, s, vh = np.linalg.svd(a, full_matrices=full)
        print(u.shape, s.shape, vh.shape, s)
        k = min(shape)
        print(u[:, :k], vh[:k], sep="\n")
        print(np.allclose((u[:, :k] * s) @ vh[:k], a), np.allclose(u.T @ u, np.eye(u.shape[1])), np.allclose(vh @ vh.T, np.eye(len(vh))))
    q, r = np.linalg.qr(a)
    print("qr", q, r, sep="\n")
    q, r = np.linalg.qr(a, mode="complete")
    print(q.shape, r.shape, np.allclose(q @ r, a), np.linalg.qr(a, mode="r").shape)
batch = rng.randn(2, 3, 3)
print(np.linalg.svd(batch)[1], np.linalg.eigvals(batch), np.linalg.eigh(batch)[0], np.linalg.eigh(batch, "U")[0], sep="\n")
