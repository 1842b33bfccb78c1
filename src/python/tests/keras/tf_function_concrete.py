import tensorflow as tf
@tf.function
def f(x, y):
    a = x * y; print(a); b = a * 2; print(b); c = tf.multiply(a, b); print(c); d = x * y + a; print(d)
    s = tf.reduce_sum(d); print(s, tf.reduce_mean(d), tf.reduce_mean(a)); print([a, b]); print(f"{a}"); z = tf.constant([1, 2]); print(z)
    return {"d": d, "s": (s, b)}
print(f(tf.constant([1., 2.]), tf.constant([3., 4.])))
@tf.function
def g(inputs, training=False, **kw):
    print(inputs, training, kw)
    return inputs["a"] + inputs["b"]
print(g({"a": tf.constant(1), "b": tf.constant(2)}, True, k=tf.constant(3)))
@tf.function
def h(xs, *args):
    print(xs, args)
    return xs[0]
print(h([tf.constant(1), tf.constant(2)], tf.constant(5), tf.constant(6)))
v = tf.Variable([1., 2.]); 
@tf.function
def k(x):
    print(v, v + x, x is v); print(v.read_value()); print(type(x).__name__, isinstance(x, tf.Tensor), tf.is_tensor(x))
    try: print(x.numpy())
    except Exception as e: print(type(e).__name__, e)
    return v * x
print(k(tf.constant([1., 1.])))

print(k.experimental_get_tracing_count())
@tf.function
def s(x): print("trace", x); return x
print(s("a"), s(tf.constant("b")), s([1, 2]), s((1., tf.constant(2))), s(None), s(True), s(1.5), s({"a": 1}))
class A:
    def __init__(self): self.n = 0; self.log = []
    @tf.function
    def call(self, x): self.n += 1; self.log.append("t"); print("tr", x); return x * self.n
a = A(); print(a.call(tf.constant(2)), a.call(tf.constant(3)), a.n, a.log); b = A(); print(b.call(tf.constant(4)))
@tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32), tf.TensorSpec([], tf.int32, name="cnt")])
def sig(m, n):
    print(m, n, m.shape, tf.shape(m), m * 2., tf.reduce_sum(m, 0), tf.reduce_sum(m, 1)); return tf.reduce_sum(m) * tf.cast(n, tf.float32)
print(sig(tf.ones((3, 2)), 4), sig(tf.ones((5, 2)), tf.constant(2)))
cf = f.get_concrete_function(tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32)); print(cf.structured_outputs, cf.inputs, cf.outputs)
print(cf)
print(sig.get_concrete_function()); print(sig.input_signature); print(sig.pretty_printed_concrete_signatures())
cs = s.get_concrete_function("q"); print(cs); print(cs.structured_input_signature)
try: cf(tf.constant([1., 2.]))
except Exception as e: print(type(e).__name__, e)
print(type(cf).__name__, type(f).__name__, f.python_function.__name__, f.__name__)
@tf.function
def outer(x):
    print("outer", x); y = inner(x * 2); print("after", y); return y
@tf.function
def inner(q):
    print("inner", q); return q + 1
print(outer(tf.constant(1))); print(inner(tf.constant(5))); print(outer(tf.constant(2)))
@tf.function
def noarg(): print("noarg"); return tf.constant(3), "s", 4, None
print(noarg())
@tf.function(autograph=False)
def na(x):
    if x > 0: return x
    return -x
try: na(tf.constant(1))
except Exception as e: print(type(e).__name__, str(e)[:120])
lst = []
@tf.function
def leak(x): lst.append(x); return x
leak(tf.constant(1)); leak(tf.constant(2)); print(lst)
