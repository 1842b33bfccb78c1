import numpy as np

p = np.poly1d([1, -3, 2])
print(p)
print(repr(p), p(2), p.r, p.c, p.order, p.deriv(), p.integ(), p + 1, p * p, p[0], p[2], p(np.array([0, 1, 2])), len(p), p == np.poly1d([1, -3, 2]), -p, p - np.poly1d([1, 0]), p / np.poly1d([1, -1]), 2 * p, p**2)
print(np.poly1d([2.5, 0, -1, 3]))
print(np.poly1d([1, 0, 0]), np.poly1d([1], True), np.poly1d([1, 2], r=True), np.poly1d([0.5, -1.25], variable="z"))
print(np.polyval([1, 2, 3], 2), np.polyval([1, 2], [1, 2, 3]), np.roots([1, -3, 2]), np.roots([1, 0, 1]), np.poly([1, 2]), np.polyadd([1, 2], [3]), np.polysub([1, 2], [1]), np.polymul([1, 1], [1, -1]), np.polydiv([1, -3, 2], [1, -1]), np.polyder([1, 2, 3]), np.polyint([2, 2]), np.polyder([1, 2, 3, 4], 2))
x = np.arange(5.0)
y = 2 * x + 1
print(np.polyfit(x, y, 1).round(6), np.polyfit(x, x**2, 2).round(6) + 0.0, np.polyfit([0, 1, 2], [1, 3, 2], 1).round(6), np.poly1d(np.polyfit(x, y, 1).round(6)))
z, residuals, rank, singular, rcond = np.polyfit(x, [1, 3, 4, 8, 9], 1, full=True)
print(z.round(4), residuals.round(4), rank, singular.round(4))
print(np.interp([0.5, 1.5, 9], [0, 1, 2], [0, 10, 20]), np.interp(-1, [0, 1], [5, 6]), np.interp(2, [0, 1], [5, 6], right=99), np.interp([350, 10], [0, 90, 180], [1, 2, 3], period=360), np.interp(np.linspace(0, 2, 5), [0, 2], [0, 1]))
print(np.convolve([1, 2, 3], [1, 1]), np.convolve([1, 2, 3], [1]), np.convolve(np.ones(5), np.ones(3) / 3, mode="same"), np.convolve(np.arange(6), np.ones(3) / 3, "valid"), np.correlate([1, 2], [1, 2, 3], mode="full"))
print(np.trapz(np.sin(np.linspace(0, np.pi, 101))).round(4), np.trapz(x**2, x), np.cumsum(y) * 0.1, np.gradient(x**2, x), np.gradient(np.arange(9.0).reshape(3, 3), axis=0), np.diff(np.sign([1, -1, 2])), np.gradient([1.0, 2, 4, 7], edge_order=2))
print(np.searchsorted([1, 3, 5], [0, 1, 4, 9]), np.digitize([0.2, 6.4, 3.0], [0, 1, 2.5, 4, 10]), np.piecewise([-1, 0, 2], [np.array([-1, 0, 2]) < 0], [-9, lambda v: v * 10]), np.select([x > 3, x > 1], [x * 10, x], 0), np.piecewise(x, [x < 2, x >= 2], [0, 1]))
print(np.histogram([1, 1, 2, 5], bins=[0, 2, 4, 6])[0], np.histogram(np.arange(20), 4), np.bincount([1, 1, 3]).argmax(), np.cov([2, 4, 6]), np.std([2, 4, 4, 4, 5, 5, 7, 9]))
