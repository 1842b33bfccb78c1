import numpy as np

print(np.zeros(3), np.zeros((2, 3)), np.ones(2, dtype=int), np.full((2, 2), 7), np.full(2, 1.5), np.full((2,), True), np.full((2, 2), [1, 2]), np.empty((2, 0)).shape, np.eye(3), np.eye(2, 3, k=1), np.identity(2), np.eye(2, dtype=int))
print(np.arange(5), np.arange(2, 8, 2), np.arange(0, 1, 0.25), np.arange(5, 0, -1), np.arange(3.0), np.arange(0.0, 1.0, 0.1), np.arange(5, dtype=np.float32), np.arange(1, 2, 0.3), np.arange(0), np.arange(5, 2))
print(np.linspace(0, 1, 5), np.linspace(0, 10, 5, endpoint=False), np.linspace(1, 2, 3, retstep=True), np.linspace(0, 1, 1), np.linspace(0, 5, 3, dtype=int), np.linspace([0, 1], [1, 3], 3), np.linspace(3, 1, 4), np.linspace(-1, 1, 3).dtype)
print(np.logspace(0, 2, 3), np.logspace(0, 3, 4, base=2), np.geomspace(1, 1000, 4), np.geomspace(1, 8, 4, dtype=int))
for given in ([1, 2], [1.0, 2], [True, False], [True, 2], [1, 2.5, True], [[1, 2], [3, 4]], (1, 2), range(3), 5, 2.5, True, [], [[]], [[1], [2]], [np.float32(1), np.float32(2)], [np.int8(1), 300], [1j], "ab", ["a", "bc"], [1, "a"], [None], {1, 2}, {"a": 1}, [np.arange(2), np.arange(2)], [[np.arange(2)], [[3, 4]]], (np.float64(1.5), 2), [1, 2**40], [2**63], [2**70], b"x", [1e400, 1], [[True], [2.5]]):
    a = np.array(given)
    print(repr(a), a.dtype, a.shape)
print(np.array([1, 2, 3], dtype=float), np.array([1.7, -2.7], dtype=int), np.array([0, 1, 2], dtype=bool), np.array(["1", "2"], dtype=int), np.array([1, 2], dtype="f4"), np.array([1, 2], ndmin=2), np.array([256, -1], dtype=np.int64).astype(np.uint8), np.array([1, 2], dtype=str), np.array([1.5], dtype=object), np.array([1, 2], dtype=complex))
a = np.arange(6).reshape(2, 3)
print(np.zeros_like(a), np.ones_like(a, dtype=float), np.full_like(a, 9), np.empty_like(a).shape, np.full_like(a, 2.7), np.full_like(a, 2.7, dtype=float), np.array(a) is a, np.asarray(a) is a, np.asarray(a, dtype=float).dtype, np.copy(a) is a, np.ascontiguousarray(a.T).flags["C_CONTIGUOUS"])
print(np.meshgrid([1, 2, 3], [4, 5]), np.meshgrid([1, 2], [3, 4], indexing="ij"), np.meshgrid([1, 2], [3, 4], sparse=True), np.indices((2, 2)), np.fromfunction(lambda i, j: i + j, (2, 3)), np.fromfunction(lambda i, j: i == j, (2, 2), dtype=int), np.mgrid[0:3], np.mgrid[0:1:3j])
print(np.diag([1, 2]), np.diag([[1, 2], [3, 4]]), np.diag([1], k=1), np.diagflat([[1, 2]]), np.tri(3), np.tril(np.ones((3, 3))), np.triu(np.arange(9).reshape(3, 3), 1), np.vander([1, 2, 3]), np.tril_indices(2), np.triu_indices(3, 1), np.tril(a), np.vander([2, 3], 2, increasing=True))
print(np.fromiter((i * i for i in range(4)), dtype=int), np.fromstring("1 2 3", sep=" "), np.fromstring("1,2", dtype=int, sep=","), np.frombuffer(b"\x01\x02", dtype=np.uint8), np.frombuffer(np.array([1.5, 2.5]).tobytes()), np.frombuffer(b"\x01\x00\x02\x00", dtype="<i2"), np.array(memoryview(b"ab")), np.array(bytearray(b"\x05")))
print(np.nan, np.inf, np.pi, np.e, np.newaxis, np.euler_gamma, np.NINF, np.PINF, np.NaN is np.nan, np.finfo(np.float32).eps, np.finfo(float).max, np.finfo(np.float64).tiny, np.iinfo(np.int32).max, np.iinfo("uint8"), np.finfo(np.float16), np.finfo(np.float32).min, np.iinfo(np.int8).min)
print(np.finfo(np.float64))
print(np.iinfo(np.int16))
print(np.hanning(4), np.hamming(3), np.blackman(4), np.bartlett(5), np.kaiser(3, 14))
