import numpy as np

rng = np.random.RandomState(10)
prices = 100 + np.cumsum(rng.randn(30))
returns = np.diff(prices) / prices[:-1]
print(prices[:5], returns.mean(), returns.std(ddof=1), np.log(prices[1:] / prices[:-1]).sum(), prices.min(), prices.argmin(), np.maximum.accumulate(prices)[-3:], ((prices - np.maximum.accumulate(prices)) / np.maximum.accumulate(prices)).min())
window = 5
sma = np.convolve(prices, np.ones(window) / window, mode="valid")
print(sma[:3], sma.shape, np.lib.stride_tricks.sliding_window_view(prices, window).mean(axis=1)[:3], np.array([prices[i : i + window].mean() for i in range(3)]))
signal = np.where(prices[window - 1 :] > sma, 1, -1)
print(signal, np.count_nonzero(np.diff(signal)), np.flatnonzero(np.diff(signal)))
x, y = rng.rand(20), rng.rand(20)
print(np.corrcoef(x, y), np.cov(x, y), np.percentile(x, [5, 50, 95]), np.median(y), np.histogram(x, bins=4, range=(0, 1)), np.histogram(x, bins=[0, 0.5, 1])[0])
table = rng.randint(0, 100, (5, 3))
print(table, table.mean(axis=0), table.std(axis=0), (table - table.mean(axis=0)) / table.std(axis=0), table.max(axis=1), np.argsort(table[:, 0]), table[np.argsort(table[:, 0])], np.cumsum(table, axis=0), table / table.sum(axis=1, keepdims=True), table.T @ table)
mask = table > 50
print(mask, table[mask], mask.sum(axis=0), np.where(mask, table, -1), table[mask.any(axis=1)], np.argwhere(mask)[:3], np.ma if False else "", table[table[:, 1] > 30][:, [0, 2]], np.bincount(table.ravel() // 25, minlength=4), np.unique(table // 25, return_counts=True))
data = np.array([1.5, np.nan, 3.0, np.nan, 5.0])
print(np.isnan(data), data[~np.isnan(data)], np.nanmean(data), np.nan_to_num(data), np.where(np.isnan(data), 0, data), np.isnan(data).sum(), np.mean(data), np.nanmax(data), np.nancumsum(data), np.interp(np.arange(5), np.flatnonzero(~np.isnan(data)), data[~np.isnan(data)]))
inside = (rng.rand(2000) ** 2 + rng.rand(2000) ** 2) < 1
print(4 * inside.mean(), inside[:5], inside.sum())
walk = np.where(rng.rand(10, 50) < 0.5, -1, 1).cumsum(axis=1)
print(walk[:, -1], np.abs(walk).max(axis=1), (walk == 0).any(axis=1), walk.mean(axis=0)[:5], walk.std(axis=0)[-1])
P = np.array([[0.9, 0.1], [0.5, 0.5]])
state = np.array([1.0, 0.0])
for _ in range(50):
    state = state @ P
print(state, np.round(state, 4), P @ P, np.array([[1, 1], [1, 0]], dtype=object) @ np.array([[1, 1], [1, 0]], dtype=object))
s = np.linspace(-3, 3, 7)
pdf = np.exp(-(s**2) / 2) / np.sqrt(2 * np.pi)
print(pdf, np.trapz(pdf, s), np.cumsum(pdf) * (s[1] - s[0]), 1 / (1 + np.exp(-s)), np.maximum(0, s), np.tanh(s), np.where(s > 0, s, 0.01 * s), np.log1p(np.exp(s)), np.sign(s) * np.sqrt(np.abs(s)))
a = np.array([[4.0, 1], [2, 3]])
v = np.ones(2)
for _ in range(30):
    v = a @ v
    v /= np.sqrt((v**2).sum())
print(v.round(6), (v @ a @ v).round(6), a.sum() / a.size, a.diagonal().prod())
votes = rng.randint(0, 3, (4, 5))
print(votes, [np.bincount(r, minlength=3).argmax() for r in votes], np.apply_along_axis(lambda r: np.bincount(r, minlength=3).argmax(), 1, votes), (votes[:, :, None] == np.arange(3)).sum(axis=1))
primes = np.ones(50, dtype=bool)
primes[:2] = False
for i in range(2, 8):
    if primes[i]:
        primes[i * i :: i] = False
print(np.nonzero(primes)[0], np.cumprod(np.arange(1, 11)), np.gcd.reduce([12, 18, 24]), np.lcm(4, 6), np.arange(1, 11)[np.arange(1, 11) % 3 == 0].sum(), np.prod([3, 5]), np.add.outer(np.arange(1, 4), np.arange(1, 4)), np.multiply.outer(np.arange(1, 4), np.arange(1, 4)), np.fromiter((i**2 for i in range(5)), int))
