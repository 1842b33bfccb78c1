import numpy as np

for value in (np.quantile([1, 2, 3], [0, 1]), np.quantile([1, 2, 3], 1), np.quantile([1, 2, 3], 0.5), np.quantile([1.0, 2], 1), np.quantile([[1, 2], [3, 4]], 1, axis=0), np.percentile([1, 2, 3], 100)):
    print(repr(value))
for call in (lambda: np.einsum("i,i", [1, 2], [1, 2, 3]), lambda: np.einsum("ij,jk", np.ones((2, 3)), np.ones((2, 3))), lambda: np.genfromtxt(["1 2", "3", "4 5 6"]), lambda: np.loadtxt("missing.txt"), lambda: np.load("missing.npy"), lambda: open("missing")):
    try:
        call()
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
print(np.float64(7) // 0 if np.seterr(all="ignore") else 0)
np.seterr(all="warn")
