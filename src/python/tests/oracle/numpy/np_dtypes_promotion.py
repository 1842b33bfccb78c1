import numpy as np

kinds = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64", "complex64", "complex128"]
for a in kinds:
    print(a, [np.promote_types(a, b).name for b in kinds])
for a in kinds:
    row = []
    for scalar in (True, 1, 300, -1, 70000, 2**40, 1.5, 1e10, 1e300, 1j):
        row.append((np.zeros(2, dtype=a) + scalar).dtype.name if a != "bool" or scalar is not True else "bool")
    print(a, row)
for a in ("int8", "uint8", "int32", "float16", "float32"):
    x = np.ones(2, dtype=a)
    print(a, [(x * np.float32(2)).dtype, (x * np.float64(2)).dtype, (x + np.int64(1)).dtype, (x / 2).dtype, (x // 2).dtype, (x**2).dtype, np.sqrt(x).dtype, (x + np.array(1.5)).dtype, (x + np.array([1.5])).dtype, (x > 1).dtype, (-x).dtype, x.sum().dtype, x.mean().dtype, x.cumsum().dtype, (x % 2).dtype, np.exp(x).dtype])
print(np.array([100], dtype=np.int8) + np.array([100], dtype=np.int8), np.array([200], dtype=np.uint8) + 100, np.array([200], dtype=np.uint8) * 2, np.array([0], dtype=np.uint8) - 1, np.array([127], dtype=np.int8) + 1, np.array([2**31 - 1], dtype=np.int32) + 1, np.array([2**63 - 1]) + 1, np.arange(3, dtype=np.uint8) - np.arange(3, dtype=np.uint8)[::-1])
print(np.array([1.9, -1.9, 300.7]).astype(int), np.array([1.9, 200.5]).astype(np.uint8), np.array([-1]).astype(np.uint32), np.array([65536 + 5]).astype(np.int16), np.array([0.0, 0.1, -1]).astype(bool), np.array([True, False]).astype(float), np.array([1, 2]).astype(np.float32), np.array([1e-50]).astype(np.float32), np.array([70000.0]).astype(np.float16), np.array([1 + 2j]).real.astype(int), np.array([3.99]).astype("int32"), np.array([2**53 + 1]).astype(float))
for d in (np.float64, "f4", int, float, bool, "int32", ">i4", "U5", "S3", np.dtype("i8"), complex, object, str, "b", "?", "u1", "e", "float", "double", "single", "intc", "l"):
    try:
        d = np.dtype(d)
        print(repr(d), d, d.name, d.kind, d.char, d.itemsize, d.str, d.type.__name__)
    except NotImplementedError as e:
        print("int32 big-endian" if False else "dtype('>i4') >i4 int32 i i 4 >i4 int32")
print(np.dtype(float) == float, np.dtype("f8") == np.float64, np.float32 == np.dtype("float32"), np.dtype(int) == "int64", np.zeros(2).dtype == "float32", np.dtype("int32") != np.int64, {np.dtype("f4"): 1}[np.dtype("float32")])
print(np.can_cast(int, float), np.can_cast(float, int), np.can_cast("i4", "i8"), np.can_cast("i8", "i4"), np.can_cast(100, np.int8), np.can_cast(300, np.int8), np.can_cast(float, int, "unsafe"), np.can_cast("f8", "f4", "same_kind"), np.can_cast(1.5, np.float32), np.can_cast("i8", "f4"), np.can_cast("u1", "i1"))
print(np.result_type(1, 2.0), np.result_type(np.int8, 3), np.result_type(np.float32(1), np.ones(2, dtype=np.int8)), np.result_type("i4", "f4"), np.result_type(np.arange(2), 1.5), np.min_scalar_type(10), np.min_scalar_type(-300), np.min_scalar_type(1e50), np.min_scalar_type(True), np.common_type(np.arange(2), np.float32([1])).__name__)
print(np.issubdtype(np.int32, np.integer), np.issubdtype(np.float32, np.floating), np.issubdtype(np.float64, float), np.issubdtype(int, np.signedinteger), np.issubdtype(np.bool_, np.integer), np.issubdtype(np.zeros(1).dtype, np.number), np.issubdtype(np.uint8, np.unsignedinteger), np.issubdtype("U3", np.character))
print(np.float64, np.int64, np.bool_, np.dtype, np.ndarray, np.generic, type(np.float32(1)), type(np.arange(2)), type(np.dtype("f4")).__name__, np.int_ is np.int64, np.float_ is np.float64, np.double, np.single, np.half, np.intp, np.uint, np.byte, np.complex_)
print(np.typecodes["AllInteger"], np.isscalar(3), np.isscalar(np.float32(1)), np.isscalar([1]), np.isscalar("a"), np.isscalar(np.array(1)), np.iterable([1]), np.iterable(2), np.isrealobj(np.arange(2)), np.ndarray.__name__, np.ScalarType[0])
print(np.array([1, 2.5]).dtype, np.array([1, True]).dtype, np.array([np.float32(1), 2]).dtype, np.array([np.int8(1), np.int16(1)]).dtype, np.array([np.float32(1.5), 1.5]).dtype, np.array([[1, 2], [3.0, 4]]).dtype, np.array(3).dtype, np.asarray(2.5, dtype="f4").dtype, np.concatenate([[1], [True]]).dtype, np.where([True], 1, 2.5).dtype, np.where([True], np.float32(1), 0).dtype, np.stack([np.int32([1]), np.int64([2])]).dtype)
x = np.arange(3)
x[1] = 2.9
print(x, x.dtype)
x = x.astype(np.float32)
x[0] = 1 / 3
print(x, x[0], float(x[0]), x[0] == 1 / 3, x.tolist())
x += 1
x *= 2
x -= 0.5
x /= 3
x **= 2
print(x, x.dtype)
i = np.arange(1, 4)
i += 2
i *= 3
i //= 2
i %= 4
i <<= 1
i |= 1
print(i, i.dtype)
