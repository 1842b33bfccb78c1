import numpy as np

m = np.array([[1, 2, 3], [4, 5, 6]])
for row in m:
    for value in row:
        print(value, type(value).__name__, end=" ")
print()
for value in np.nditer(m):
    print(value, end=" ")
print()
for x, y in np.nditer([m, m * 10]):
    print(x, y, end=" ")
print()
for index, value in np.ndenumerate(m):
    print(index, value, end=" ")
print()
for column in m.T:
    print(column, end=" ")
print()
print([int(v) for v in m.flat], [r.sum() for r in m], [[v**2 for v in r] for r in m], {i: r.tolist() for i, r in enumerate(m)}, sum(m), max(m[0]), list(m[0]), [*m], sorted(m[1], key=lambda v: -v), np.array([v for v in m.ravel() if v % 2]), list(filter(lambda v: v > 3, m.flatten())), list(zip(m[0], m[1])), list(map(lambda r: r.mean(), m)))
a, b = m
print(a, b)
first, *rest = np.arange(4)
print(first, rest, type(first).__name__)
(p, q), (r, s) = np.array([[1, 2], [3, 4]])
print(p, q, r, s)
print(*np.arange(3), sep=", ")
print("values:", np.arange(3), "mean:", np.arange(3).mean(), sep=" ")
total = 0
for i in range(m.shape[0]):
    for j in range(m.shape[1]):
        total += m[i, j]
print(total, type(total).__name__, total == m.sum(), f"{total}", f"{total:>5}", f"{m.mean():.2f}", f"{m[0]}", f"{m.shape}", f"{m.max()!r}", f"{m.mean()!r}", f"{np.float32(0.1)!s}", f"{np.float32(0.1):.4}", "{:.1f}|{}".format(np.float64(2.25), np.int64(3)), str(np.float64(1e-7)), "%g" % np.float32(0.5), "%r" % np.float64(0.5), "%i" % np.float64(3.9), "%5.1f|%-6d|" % (m.mean(), m[0, 0]))
result = []
for epoch in range(3):
    result.append(np.float64(0.5) ** epoch)
print(result, np.array(result), np.mean(result), [round(v, 3) for v in result], [f"{v:.3f}" for v in result], np.round(result, 2).tolist())
d = {"loss": np.float64(0.5), "acc": np.float32(0.25), "n": np.int64(3), "a": np.arange(2)}
print(d, d["loss"], list(d.values()))
import json

print(json.dumps({"x": np.arange(3).tolist(), "y": float(np.float32(0.5)), "z": np.float64(1.5)}))
try:
    json.dumps({"x": np.int64(3)})
except TypeError as e:
    print(e)
try:
    json.dumps(np.arange(2))
except TypeError as e:
    print(e)
print(np.int64(3) in [1, 2, 3], {1: "a"}.get(np.int64(1)), {np.float64(0.5), 0.5}, {np.int64(2): 1}, "abc"[np.int64(1)], [0] * np.int64(2), range(np.int64(3)), list(range(10))[np.int64(2) : np.int64(4)], isinstance(np.int64(1), (int, np.integer)), int(np.int64(7)).bit_length(), round(np.float64(3.14159), 2), round(np.float32(3.14159), 2), type(round(np.float64(2.5))).__name__, np.float64(2).is_integer(), bool(np.float64(0)), np.bool_(True) == True, np.bool_(True) is True, str(np.bool_(False)), [np.bool_(True), True], np.bool_(True) + 1, True + np.bool_(True), np.sum([np.bool_(True)] * 3))
while True:
    m = m // 2
    if not m.any():
        break
print(m, m.any())
try:
    if np.array([1, 2]) > 1:
        pass
except ValueError as e:
    print(e)
try:
    print(np.array([1, 2]) in [np.array([1, 2]), 3])
except ValueError as e:
    print(e)
try:
    [1, 2, 3][np.array([0, 1])]
except TypeError as e:
    print(e)
try:
    np.arange(3)["a"]
except IndexError as e:
    print(e)
try:
    np.array([1, 2]).append(3)
except AttributeError as e:
    print(e)
