import numpy as np
from numpy.polynomial import Polynomial
from numpy.polynomial import polynomial as P

p = Polynomial([1, 2, 3])
print(p, repr(p), p(2), p(np.array([0, 1])), p.coef, p.degree(), len(p), p.domain, p.window)
print(p + 1, p * p, p - Polynomial([1]), -p, 2 * p, p / 2, p**2, p // Polynomial([1, 1]), p % Polynomial([1, 1]), p == Polynomial([1, 2, 3]))
print(p.deriv(), p.integ(), p.deriv(2), Polynomial([2, -3, 1]).roots(), Polynomial.fromroots([1, 2]), Polynomial([0.5, -1.25, 0, 1e-10, 1e10]), Polynomial([-1, 0, -2.5]))
x = np.linspace(0, 4, 5)
fit = Polynomial.fit(x, 2 * x + 1, 1)
print(fit.coef.round(6), fit.domain, fit(1.5).round(6), fit.convert().coef.round(6), repr(Polynomial([1.0, 2.0], domain=[0, 2])))
print(P.polyval(2, [1, 2, 3]), P.polyfit(x, x**2, 2).round(6) + 0.0, P.polyroots([2, -3, 1]), P.polyadd([1, 2], [3]), P.polymul([1, 1], [1, -1]), P.polyder([1, 2, 3]), P.polyint([1, 2]), P.polyfromroots([1, 2]), P.polysub([1], [1, 2]), P.polyvander([1, 2], 2), P.polydiv([2, -3, 1], [-1, 1]))
xs, ys = p.linspace(3)
print(xs, ys, Polynomial.basis(2), Polynomial.identity(), Polynomial([1, 0, 0]).trim(), p.copy() == p, list(p))
