import sys
import tensorflow as tf


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

@tf.function
def f(x, y=1):
    print("tracing", x, y)
    return x * y
print(f(tf.constant(2)))
print(f(tf.constant(3)))
print(f(tf.constant([1, 2])))
print(f(2))
print(f(3))
print(f(tf.constant(2), y=tf.constant(5)))
print(f(tf.constant(4), 1))
print(f.experimental_get_tracing_count())
@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def h(x):
    print("trace", x)
    return tf.reduce_sum(x)
print(h(tf.constant([1.0, 2.0])), h(tf.constant([1.0])), h([1.0, 2.0, 3.0]))
attempt(lambda: h(tf.constant([1, 2])))
attempt(lambda: h(tf.constant([[1.0]])))
attempt(lambda: h())
v = tf.Variable(1.0)
@tf.function
def upd(x): v.assign_add(x); return v
print(upd(tf.constant(2.0)), v)
@tf.function
def multi(x): return {"a": x, "b": (x + 1, [x])}
print(multi(tf.constant(1)))
@tf.function
def none(x): pass
print(none(1))
class M(tf.Module):
    def __init__(self, name=None): super().__init__(name=name); self.w = tf.Variable(2.0, name="w"); self.sub = [tf.Module()]
    @tf.function
    def __call__(self, x): print("trace M"); return self.w * x
m = M(name="mod")
print(m(tf.constant(1.0)), m(tf.constant(3.0)), m.variables, m.trainable_variables, m.name, len(m.submodules))
print(f.python_function(tf.constant(1)))
print(tf.config.run_functions_eagerly(True))
print(f(tf.constant(9)))
print(tf.config.run_functions_eagerly(False))
print(tf.print("a", 1, [1, 2.5], tf.constant([1.0, 2.0]), {"k": tf.constant(1)}, (1, "s"), tf.constant("str"), None, True, output_stream=sys.stdout))
print(tf.print(tf.range(10), tf.reshape(tf.range(4.0), (2, 2)), tf.constant(3.14159265), tf.constant(1e-8), tf.constant([True]), sep="|", output_stream=sys.stdout))
print(tf.print(tf.range(10), summarize=-1, output_stream=sys.stdout))
print(tf.print("no newline", end="!\n", output_stream=sys.stdout))
print(tf.print(tf.Variable([1, 2]), tf.constant(["a", "b"]), tf.constant([[1.5]]), output_stream=sys.stdout))
print(tf.print(tf.zeros((0,)), tf.constant(2.0), tf.constant(100000000.0), tf.constant(0.1), tf.constant(1/3), output_stream=sys.stdout))


@tf.function
def sign(a):
    tf.print("running", a, output_stream=sys.stdout)
    if tf.reduce_sum(a) > 0:
        return a
    else:
        return -a


print(sign(tf.constant([-1.0, -2.0])), sign(tf.constant([1.0, 2.0])))


@tf.function
def loop(n):
    print("traced once")
    s = tf.constant(0)
    for i in tf.range(n):
        s += i
    while s < 100:
        s *= 2
    return s


print(loop(tf.constant(5)), loop(tf.constant(7)))


@tf.function
def both(x):
    for i in range(3):
        print("python", i)
    for i in tf.range(2):
        tf.print("graph", i, output_stream=sys.stdout)
    return x * 10


print(both(tf.constant(1)))
print(both(tf.constant(5)))
