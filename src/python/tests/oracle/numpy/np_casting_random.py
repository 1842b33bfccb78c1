import numpy as np

rng = np.random.RandomState(17)
kinds = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"]
base = np.array([0, 1, 2, 100, 127, 128, 200, 255, 256, 300, 1000, 32767, 32768, 40000])
for a in kinds:
    x = base.astype(a)
    print(a, x, x.tolist())
    for b in kinds:
        print(" ", b, x.astype(b).tolist()[-6:])
negative = -base
for a in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "uint64", "float16", "float32"):
    print(a, negative.astype(a))
f = np.array([0.4, 0.5, 1.5, 2.5, -0.6, -1.5, 99.99, 254.9])
for a in ("int8", "uint8", "int32", "int64", "bool", "float16", "float32"):
    print(a, np.abs(f).astype(a), f.astype(np.float32)[:2])
for a in kinds:
    target = np.zeros(4, dtype=a)
    target[:] = [1, 0, 3, 2]
    target[0] = True
    target[1:3] = np.array([7.9, 8.1])
    print(a, target, target.dtype, np.full(2, 3, dtype=a), np.arange(4, dtype=a) if a != "bool" else "", np.array([1, 0, 1], dtype=a) * 2, np.ones(2, dtype=a) + np.ones(2, dtype=a), np.linspace(0, 3, 4).astype(a), np.concatenate([np.ones(1, dtype=a), np.ones(1, dtype=np.int8)]).dtype, np.where([True, False], np.ones(2, dtype=a), 0).dtype, np.ones(3, dtype=a).sum(), np.ones(3, dtype=a).mean(), np.ones(3, dtype=a).std(), np.ones((2, 2), dtype=a) @ np.ones((2, 2), dtype=a), np.sort(np.array([3, 1, 2]).astype(a)), np.unique(np.array([1, 1, 0]).astype(a)), np.array([5, 3]).astype(a).max(), np.dot(np.ones(2, dtype=a), np.ones(2, dtype=a)), np.isin(np.array([1, 2]).astype(a), [1]), repr(np.array([1, 0]).astype(a)), np.cumsum(np.ones(3, dtype=a)), np.diff(np.array([1, 0, 1]).astype(a)), np.clip(np.array([0, 5]).astype(a), 1, 1), np.argsort(np.array([2, 1]).astype(a)), np.zeros(1, dtype=a)[0].__class__.__name__, np.median(np.array([1, 0, 1]).astype(a)) if a != "bool" else "", np.percentile(np.array([1, 2, 3]).astype(a), 50) if a != "bool" else "", np.bincount(np.array([1, 0]).astype(a)) if a in ("int8", "int64", "uint8", "bool") else "", np.abs(np.array([1, 0]).astype(a)), np.power(np.array([2, 1]).astype(a), 2), np.searchsorted(np.array([0, 1]).astype(a), 1), np.outer(np.ones(2, dtype=a), np.ones(2, dtype=a)).dtype, np.minimum(np.ones(1, dtype=a), 0).dtype, np.nonzero(np.array([0, 2]).astype(a))[0], np.any(np.zeros(2, dtype=a)), np.round(np.array([1, 2]).astype(a)).dtype, np.interp(1, [0, 2], np.array([0, 2]).astype(a)), np.trapz(np.ones(3, dtype=a)) if a != "bool" else "", np.histogram(np.array([0, 1, 1]).astype(a), bins=2)[0] if a != "bool" else "")
for v in (3, -3, 2.7, True, np.float32(1.25), np.int8(-5), "7", np.array(4), np.array([6])):
    row = []
    for a in ("int64", "float64", "float32", "bool", "int8"):
        try:
            t = np.zeros(2, dtype=a)
            t[0] = v
            row.append(t[0])
        except Exception as e:
            row.append(type(e).__name__)
    print(repr(v), row)
