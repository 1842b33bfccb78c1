import warnings
import numpy as np
from numpy.polynomial import Polynomial
from numpy.polynomial import polynomial as P
np.set_printoptions(precision=4, suppress=True)

def show(name, make):
    try:
        print(name, make())
    except Exception as e:
        print(name, type(e).__name__, e)

x = np.arange(5)
for p in (Polynomial.fit(x, 2 * x + 1, 1), Polynomial.basis(2), Polynomial.identity(), Polynomial.fromroots([1, 2]), Polynomial([1, 2]), Polynomial([1, 2], domain=[0, 2]),
          Polynomial.fit(x, x**2, 2, domain=[-1, 1]), Polynomial.fit(x, x, 1, domain=[]), Polynomial.identity([0, 4]), Polynomial.basis(1, domain=[0, 4], window=[0, 1]),
          Polynomial.fit(x, 2 * x + 1, 1).convert(), Polynomial.fromroots([1, 2], domain=None), Polynomial([1, 2], symbol="t")):
    print(repr(Polynomial(p.coef.round(6) + 0.0, p.domain, p.window, p.symbol)), p.domain.dtype, p.window.dtype, p.mapparms(), f"{Polynomial(p.coef.round(3) + 0.0, p.domain, p.window)}")
p = Polynomial([1.5, 0, -2, 3e-9, 1e12])
print(p)
print(f"{p:ascii}|{p:unicode}|{p}")
show("format", lambda: f"{p:latex}")
print(Polynomial.domain, Polynomial.window, Polynomial.basis_name, Polynomial.maxpower, Polynomial([1]).has_samecoef(Polynomial([1, 0])), Polynomial([1, 0]).has_samecoef(Polynomial([1, 0])))
q = Polynomial([1, 2, 3, 4], domain=[0, 2])
print(repr(q.truncate(2)), repr(q.cutdeg(1)), q.cutdeg(9), q.has_samedomain(q), q.has_samewindow(Polynomial([1])), q.has_sametype(Polynomial([1])), q.has_sametype(3), q.has_samedomain(Polynomial([1])))
show("truncate", lambda: q.truncate(0))
show("truncate", lambda: q.truncate(1.5))
show("cutdeg", lambda: q.cutdeg(-1))
show("add", lambda: q + Polynomial([1]))
show("add", lambda: Polynomial([1]) + "a")
show("power", lambda: q ** -1)
show("power", lambda: q ** 1.5)
show("divide", lambda: q / q)
show("divide", lambda: repr(q / 2))
show("symbols", lambda: Polynomial([1], symbol="t") + Polynomial([1]))
show("symbol", lambda: Polynomial([1], symbol="1t"))
show("coef", lambda: Polynomial([]))
show("coef", lambda: Polynomial([[1]]))
show("domain", lambda: Polynomial([1], domain=[1, 2, 3]))
print(P.polyval2d(1, 2, [[1, 2], [3, 4]]), P.polyval2d(np.array([0, 1]), np.array([1, 1]), [[1, 2], [3, 4]]), P.polycompanion([1, 2, 3]), P.polygrid2d([0, 1], [0, 1], [[1, 2], [3, 4]]), P.polyval3d(1, 2, 3, np.ones((2, 2, 2))))
show("companion", lambda: P.polycompanion([1]))
show("companion", lambda: P.polycompanion([1, 2]))
print(P.polyvander2d([1, 2], [3, 4], [1, 2]), P.polymulx([1, 2]), P.polyline(1, 2), P.polydomain, P.polyzero, P.polyone, P.polyx, P.polytrim([1, 2, 0, 0]), P.polyvalfromroots(3, [1, 2]))
print(Polynomial([1, 2, 3])(np.array([[0.0, 1.0]])), Polynomial([1, 2]) == Polynomial([1, 2.0]), Polynomial([1, 2]) != Polynomial([1, 3]), hash is not None)
f, info = Polynomial.fit(x, x**2 + 1, 1, full=True)
print(repr(Polynomial(f.coef.round(6), f.domain)), len(info))
s = Polynomial([6, -5, 1])
print(s.roots(), s.deriv(), s.integ(), s.integ(2, k=[1, 2]), s.integ(lbnd=1), s(2), s.degree(), s.linspace(3), s.copy() is s, s.trim(), list(s), len(s))
print(divmod(s, Polynomial([-2, 1])), s // 2, s % Polynomial([0, 1]), 2 - s, s * [1, 1], [1, 1] + s)

# --- texts
for name, args in (("upper", ("abc",)), ("lower", ("ABC",)), ("capitalize", ("abc",)), ("title", ("a b",)), ("strip", (" a ",)), ("replace", ("abc", "b", "xx")), ("add", ("a", "bc")),
                   ("multiply", ("ab", 2)), ("str_len", ("abc",)), ("find", ("abc", "c")), ("count", ("abab", "a")), ("startswith", ("abc", "a")), ("isdigit", ("12",)), ("isalpha", ("a1",)),
                   ("split", ("a b",)), ("join", ("-", "abc")), ("center", ("a", 5)), ("ljust", ("a", 3)), ("rjust", ("a", 3)), ("zfill", ("7", 3)), ("equal", ("a", "a")), ("not_equal", ("a", "b")),
                   ("swapcase", ("aB",)), ("partition", ("a-b", "-")), ("splitlines", ("a\nb",)), ("mod", ("%d", 3)), ("isnumeric", ("1",)), ("rfind", ("abca", "a")), ("endswith", ("abc", "c")),
                   ("upper", (["a", "b"],)), ("split", (["a b", "c"],)), ("str_len", (["a", "bcd"],)), ("upper", (np.array("abc"),)), ("upper", (np.str_("abc"),)),
                   ("add", (["a", "b"], "c")), ("multiply", (["a", "b"], [1, 2])), ("find", (["abc", "c"], "c")), ("greater", ("b", "a")), ("less_equal", (["a", "b"], "a")), ("encode", ("abc",)), ("expandtabs", ("a\tb",))):
    show(name, lambda: repr(getattr(np.char, name)(*args)))

# --- warnings
def caught(name, make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        made = make()
    print(name, repr(made), [str(w.message) for w in found])

z = np.array([0.0, 1.0])
for name, make in (("-1", lambda: z**-1), ("-1.0", lambda: z**-1.0), ("-2", lambda: z**-2), ("power -2", lambda: np.power(z, -2.0)), 
                   ("1/", lambda: 1 / z), ("reciprocal", lambda: np.reciprocal(z)), ("ones", lambda: np.ones(2) ** -1), ("half", lambda: np.array([0.0], dtype="float16") ** -1),
                   ("scalar", lambda: np.float64(0.0) ** -1), ("arrays", lambda: z ** np.array([-1.0, -1.0])), ("root", lambda: np.array([-1.0]) ** 0.5), ("log", lambda: np.log(z)),
                   ("sub", lambda: np.array([np.inf]) - np.inf), ("float32", lambda: np.array([0.0], dtype=np.float32) ** -1)):
    caught(name, make)
show("whole", lambda: np.array([1, 2]) ** -1)

# --- nditer
a = np.arange(6).reshape(2, 3)
it = np.nditer([a, None])
for x, y in it:
    y[...] = x * 2
print(repr(it.operands[1]))
with np.nditer([a, None], op_flags=[["readonly"], ["writeonly", "allocate"]], op_dtypes=[None, np.float64]) as it:
    for x, y in it:
        y[...] = x / 2
    print(repr(it.operands[1]))
it = np.nditer([a.astype(np.float32), a, None])
for x, y, w in it:
    w[...] = x + y
print(repr(it.operands[2]))
it = np.nditer((np.arange(3), np.ones((2, 1)), None), flags=["multi_index"])
for x, y, w in it:
    w[...] = x * 10 + y
print(repr(it.operands[2]), it.itersize)
def square(a, out=None):
    it = np.nditer([a, out])
    with it:
        for x, y in it:
            y[...] = x * x
        return it.operands[1]
print(square([1, 2, 3]), square(np.array([1.5, 2.0])))
show("given", lambda: square([1, 2, 3], np.zeros(3)))
np.set_printoptions(precision=8, suppress=False)  # programs may share a session
