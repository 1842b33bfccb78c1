import numpy as np, keras, tensorflow as tf
a = np.array([1.5, 2, 3], "float32")
print([*a], a[0], (a[1], a.sum()), repr(a.mean()), [np.float64(0.1), np.int64(3), np.True_, np.str_("x"), np.bytes_(b"q"), np.uint8(3), np.float16(.5), np.complex64(1+2j), np.complex128(1j)], np.bool_(False))
print(f"{a[0]}", f"{a[0]!r}", "%s %r" % (a[0], a[0]), str(a[0]), {"k": a.max()}, [a.argmax()], a.shape)
print(repr(np.arange(2000)), repr(np.zeros((2000, 2), "float32")), repr(np.zeros((0, 3))), repr(np.zeros(0)), repr(np.array("x")), repr(np.array(3)))
print(tf.constant(1.5).numpy(), [tf.constant(1.5).numpy()], [tf.constant(True).numpy()], [tf.constant("s").numpy()], tf.reduce_sum(tf.constant([1, 2])).numpy(), [v.numpy() for v in (tf.Variable(1), tf.Variable(2.))])
print(tf.range(2000), repr(tf.range(2000)))
print([float(a[0]), int(a[1]), a[0].item(), a.tolist()], round(a[0], 1), [round(a[0], 1)], [round(np.float64(1.26), 1)], [np.round(1.25, 1)], [abs(a[0]), -a[0], a[0] + 1, a[0] * np.float64(2), 1 + np.float64(2), np.float64(3) ** 2, a[0] > 1])
print(min(a), [max(a)], sum(a), [sum(a)], dict(zip("abc", a)), sorted([*a])[:1], np.unique([1, 1, 2], return_counts=True), divmod(np.int64(7), 2), [np.sqrt(4)], np.linalg.norm([3., 4.]), [np.linalg.norm([3., 4.])], np.nan, [np.nan, np.float32("nan"), np.inf, np.float64("inf")], [np.pi], np.finfo("float32").eps, [np.finfo("float32").eps])
def f(x, *, k=np.float32(2)): pass
try: np.zeros(3)[np.int64(7)]
except Exception as e: print(e)
f, d, i, u = np.float32(.1), np.float64(.1), np.int32(3), np.uint8(200)
for r in (f + 1, 1 + f, f * .5, 1 - f, f / 3, f ** 2, f + d, f + i, i + 1, i * .5, u + 5, i / 2, i // 2, 7 % i, np.float16(1) * 2., f + True, np.True_ + 1, np.complex64(1) * 2, sum([f, f]), sum([f, f]) / 2, -f, abs(f), round(f, 3), max(f, 0.), f * 100, 100 * f, 0 + f, i + f, np.int64(2) * f, np.mean([f, f]), u * 1.0):
    print(repr(r), r)
a = np.ones(2, "float32")
for r in (a * d, a * f, a * 2.5, a + 1, a * np.int64(3), d * a, 2. * a, np.sqrt(2) * a, a - a.mean(), a / np.float64(3), np.arange(3) * f, np.arange(3) * .5, np.arange(3, dtype="uint8") + 1, np.arange(3, dtype="int32") + np.int64(1), np.add(a, 1), np.where(a > 0, a, 0.), np.where(a > 0, a, np.nan), np.where(a > 0, a, d), np.where(a > 0, 1, 0), np.where(a > 0, 1., f), np.maximum(a, 0), np.clip(a, 0, .5), np.array([f, f]), np.concatenate([a, [1.]]), np.power(a, 2), a ** 2, a ** d, a > d, np.array(d) * a, np.array(2.) * a, a * np.array(2), np.log(f), np.full(2, f), np.result_type(a, d), np.result_type(a, 1.), a.astype("float16") * 2., np.ones(2, bool) + 1, np.ones(2, bool) * 1., np.divide(a, 3), np.arange(4).mean() * a):
    print(repr(r))
for g in (lambda: u + 300, lambda: np.arange(3, dtype="uint8") + 300, lambda: np.int8(-1) + 200, lambda: a.astype("uint8") * -1):
    try: print(repr(g()))
    except Exception as e: print(type(e).__name__, e)
a *= d; print(a.dtype); a += 1; print(a)
total = 0
for l in (f, f): total += l
print(total, total / 2, [total], f"{total / 2:.4f}", total / 2 * 100)
