import numpy as np

x = np.array([1.23456789, 0.000123456, 12345.6789])
print(x)
np.set_printoptions(precision=3)
print(x, np.array([1 / 3]))
np.set_printoptions(suppress=True)
print(x)
print(np.array([1e-10, 1.0]))
np.set_printoptions(precision=8, suppress=False)
with np.printoptions(precision=2, suppress=True):
    print(x, np.pi * np.ones(3))
print(x)
with np.printoptions(threshold=5):
    print(np.arange(10), np.arange(10.0) / 3)
with np.printoptions(threshold=10, edgeitems=2):
    print(np.arange(36).reshape(6, 6))
    print(repr(np.arange(36).reshape(6, 6)))
with np.printoptions(linewidth=40):
    print(np.arange(30))
    print(repr(np.random.RandomState(0).rand(8)))
with np.printoptions(formatter={"float": "{:6.2f}".format}):
    print(np.array([1.5, 2.25, -3.125]))
with np.printoptions(formatter={"int": lambda v: f"<{v}>"}):
    print(np.array([1, 2]), repr(np.array([[1, 2]])))
with np.printoptions(formatter={"float_kind": lambda v: "%.1e" % v}):
    print(np.array([1.5, 2.25]))
with np.printoptions(sign="+"):
    print(np.array([1.5, -2.0]), np.array([1, -2]))
with np.printoptions(sign=" "):
    print(np.array([1.5, 2.0]), np.array([1, 2]))
with np.printoptions(floatmode="fixed", precision=4):
    print(np.array([1.5, 2.25, 1 / 3]))
with np.printoptions(floatmode="unique"):
    print(np.array([1 / 3, 0.5]))
with np.printoptions(floatmode="maxprec_equal", precision=4):
    print(np.array([1.5, 2.25]))
with np.printoptions(nanstr="-", infstr="oo"):
    print(np.array([np.nan, np.inf, 1.0]))
print(np.get_printoptions()["precision"], np.get_printoptions()["threshold"])
print(np.array2string(x, precision=2))
print(np.array2string(np.arange(5), separator=", "))
print(np.array2string(np.arange(4).reshape(2, 2), separator=",", prefix="x = "))
print(np.array2string(x, formatter={"float_kind": lambda v: "%.2f" % v}))
print(np.array2string(np.arange(2000), threshold=10))
print(np.array2string(x, max_line_width=20))
print(np.array2string(x, suppress_small=True, precision=4))
print(np.array_str(x, precision=2), np.array_repr(x, precision=2))
print(np.format_float_positional(1e-7), np.format_float_positional(1234.5, precision=2))
print(np.format_float_positional(0.5, trim="-"), np.format_float_positional(2.0, trim="-"), np.format_float_positional(2.0, trim="0"))
print(np.format_float_scientific(123456.0), np.format_float_scientific(0.00012, precision=3), np.format_float_scientific(1.0, exp_digits=3))
print(np.binary_repr(10), np.binary_repr(-3, width=8), np.base_repr(255, 16), np.base_repr(5, 2, padding=3))
for bad in ({"floatmode": "x"}, {"threshold": "a"}, {"threshold": float("nan")}, {"sign": "x"}):
    try:
        np.set_printoptions(**bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
