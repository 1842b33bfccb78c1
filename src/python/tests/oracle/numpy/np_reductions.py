import numpy as np

a = np.arange(12).reshape(3, 4)
f = a / 4
for name in ("sum", "mean", "std", "var", "min", "max", "prod", "argmin", "argmax", "any", "all", "cumsum", "cumprod", "ptp", "median", "average"):
    g = getattr(np, name)
    print(name, g(a), g(a, axis=0), g(a, axis=1), g(f), g(f, axis=-1))
for name in ("sum", "mean", "std", "var", "min", "max", "prod", "any", "all", "argmax", "cumsum", "ptp"):
    print(name, getattr(a, name)(), getattr(a, name)(axis=0), getattr(f, name)())
print(a.sum(axis=(0, 1)), a.sum(axis=0, keepdims=True), f.mean(axis=1, keepdims=True), a.max(axis=(0, 1), keepdims=True), np.argmax(a, axis=1, keepdims=True))
print(a.sum(dtype=float), np.sum(a, dtype=np.int8), np.sum([1.5, 2.5], dtype=int), np.mean(a, dtype=np.float32).dtype, a.sum(initial=100), np.max(a, initial=50), np.sum(a, where=a > 5), np.mean(a, where=a > 5), np.max(a, where=a < 5, initial=-1))
print(np.std([1, 2, 3, 4], ddof=1), np.var(f, axis=0, ddof=1), np.std(np.float32([1, 2, 3])), np.std(np.float32([1, 2, 3])).dtype, np.mean(np.float16([1, 2])), np.mean([True, False]), np.sum([True, True]), np.sum(np.array([200, 100], dtype=np.uint8)), np.sum(np.array([1, 2], dtype=np.int8)).dtype, np.prod(np.array([1, 2], dtype=np.int32)).dtype)
out = np.zeros(4)
print(np.sum(a, axis=0, out=out), out, np.mean(a, axis=0, out=out) is out)
print(np.sum([]), np.prod([]), np.sum(np.zeros((0, 3)), axis=0), np.all([]), np.any([]), np.sum(5), np.max(3), np.mean(2), np.cumsum([]), np.sum([[1, 2], [3, 4]]))
print(np.nansum([1, np.nan, 2]), np.nanmean([1, np.nan, 3]), np.nanmax([[1, np.nan], [3, 4]], axis=0), np.nanmin([np.nan, 2]), np.nanstd([1, np.nan, 3]), np.nanvar([1, 2, np.nan]), np.nanprod([2, np.nan]), np.nancumsum([1, np.nan, 2]), np.nanargmax([1, np.nan, 5]), np.nanargmin([np.nan, 4, 2]), np.nanmedian([1, np.nan, 3, 5]), np.nanpercentile([1, np.nan, 3], 50), np.nanquantile([1.0, 2, np.nan], 0.25))
print(np.percentile([1, 2, 3, 4], 25), np.percentile(a, [25, 50, 75]), np.percentile(a, 50, axis=0), np.quantile([1, 2, 3, 4], [0.1, 0.9]), np.quantile(a, 0.5, axis=1, keepdims=True), np.median([3, 1, 2]), np.median([[1, 2], [3, 4]], axis=0), np.median([1, 2]), np.percentile([1, 2, 3, 4], 40, method="lower"), np.percentile([1, 2, 3, 4], 40, method="nearest"), np.percentile([1, 2, 3, 4], 40, method="higher"), np.percentile([1, 2, 3, 4], 40, method="midpoint"))
print(np.average([1, 2, 3], weights=[3, 2, 1]), np.average(a, axis=1, weights=[1, 2, 3, 4]), np.average([1, 2, 3], weights=[1, 1, 2], returned=True), np.average(a, axis=0))
print(np.histogram([1, 2, 1, 3, 4], bins=3), np.histogram([1, 2, 1], bins=[0, 1, 2, 3]), np.histogram(np.arange(10), bins=5, range=(0, 20)), np.histogram([1, 2, 2, 3], bins=4, density=True), np.histogram([1, 2, 2], bins=2, weights=[0.5, 1, 2]))
print(np.histogram2d([1, 2, 3], [1, 1, 2], bins=2), np.bincount([0, 1, 1, 3]), np.bincount([0, 1, 1], weights=[0.5, 1, 1]), np.bincount([1], minlength=4), np.digitize([0.5, 1.5, 2.5], [1, 2]), np.digitize([1, 2], [1, 2], right=True), np.histogram_bin_edges([1, 2, 3, 4], bins="auto"))
print(np.cov([1, 2, 3], [1, 3, 2]), np.cov(np.array([[1.0, 2, 3], [4, 5, 7]])), np.corrcoef([1, 2, 3], [1, 3, 2]), np.corrcoef(np.random.RandomState(0).rand(3, 5)).round(4), np.cov([[1, 2, 4]], bias=True))
print(np.diff([1, 4, 9, 16]), np.diff([1, 4, 9, 16], n=2), np.diff(a, axis=0), np.diff([1, 2], prepend=0), np.ediff1d([1, 3, 6]), np.gradient([1.0, 4, 9, 16]), np.gradient([1.0, 4, 9], 2), np.gradient(f), np.trapz([1, 2, 3]), np.trapz([1, 2, 3], x=[0, 1, 3]), np.trapz([1, 2, 3], dx=0.5), np.cumsum(a, axis=1), np.cumprod([1, 2, 3, 4]), np.cumsum(np.float32([0.1, 0.2, 0.3])))
print(np.count_nonzero([[1, 0], [2, 3]]), np.count_nonzero([[1, 0], [2, 3]], axis=1), (f > 1).sum(), (f > 1).mean(), np.any(f > 2, axis=0), np.all(f >= 0), a.trace(), np.trace(a, offset=1), a.argmax(axis=0), np.unravel_index(a.argmax(), a.shape))
big = np.random.RandomState(3).rand(1000).astype(np.float32)
print(big.sum(), big.mean(), big.std(), big.astype(np.float64).sum(), big.reshape(10, 100).sum(axis=0)[:3], big.reshape(10, 100).mean(axis=1)[:3], big.var())
print(np.sum(np.full(1000, 0.1)), np.sum(np.full(1000, 0.1, dtype=np.float32)), np.mean(np.full(10, 0.1)), np.add.reduce(np.full(20, 0.1)), sum(np.full(10, 0.1)))
