import numpy as np

a = np.arange(6).reshape(2, 3)
for x in np.nditer(a):
    print(x, end=" ")
for x in np.nditer(a.T):
    print(x, end=" ")
for x in np.nditer(a, order="F"):
    print(x, end=" ")
print()
with np.nditer(a, op_flags=["readwrite"]) as it:
    for x in it:
        x[...] = 2 * x
print(a)
it = np.nditer(a, flags=["multi_index"])
while not it.finished:
    print(it.multi_index, it[0], end=" ")
    it.iternext()
print(it.finished)
it = np.nditer(a, flags=["f_index"])
for x in it:
    print("%d <%d>" % (x, it.index), end=" ")
print()
for x, y in np.nditer([a, [1, 2, 3]]):
    print("%d:%d" % (x, y), end=" ")
for x in np.nditer(a, flags=["external_loop"]):
    print(x, end=" ")
print()
try:
    for x in np.nditer(a):
        x[...] = 1
except ValueError as e:
    print(e)
print(np.packbits([1, 0, 1, 1, 0, 0, 0, 1, 1]), np.unpackbits(np.array([5, 255], dtype=np.uint8)), np.unpackbits(np.array([[2], [7]], dtype=np.uint8), axis=1), np.packbits([[1, 0], [0, 1]], axis=1), np.unpackbits(np.array([3], dtype=np.uint8), bitorder="little"), np.unpackbits(np.array([3], dtype=np.uint8), count=3), np.packbits(np.eye(8, dtype=bool), axis=0))
print(np.ndenumerate(a).__class__.__name__, [i for i, v in np.ndenumerate(a) if v > 6], list(np.ndindex(1, 2)), np.broadcast([1, 2], [[1], [2]]).shape, [(int(p), int(q)) for p, q in np.broadcast([1, 2], [[1], [2]])])
