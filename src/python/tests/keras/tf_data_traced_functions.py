import tensorflow as tf, sys
ds = tf.data.Dataset.range(3)
def f(x):
    print("map", x); tf.print("run", x, output_stream=sys.stdout)
    return x * 2
d = ds.map(f)
print("made")
print(list(d.as_numpy_iterator()))
print(list(d.as_numpy_iterator()))
d = ds.batch(2).map(lambda x: (print(x, x.shape), x)[1])
for x in d: print(x)
d = tf.data.Dataset.from_tensor_slices(([1, 2], [3., 4.])).map(lambda a, b: (print(a, b), a + 1, b * 2)[1:]).filter(lambda a, b: (print("filter", a), a > 2)[1])
for x in d: print(x)
d = tf.data.Dataset.from_tensor_slices({"a": [1, 2], "b": [3., 4.]}).map(lambda r: (print(r), r["a"])[1])
for x in d: print(x)
def g(x):
    if x > 0: print("pos"); y = x
    else: print("neg"); y = -x
    return y
print(list(ds.map(g).as_numpy_iterator()))
n = 0
def count(x):
    global n; n += 1; return x
print(len(list(ds.map(count))), n)
print([x.numpy() for x in ds.map(lambda x: tf.py_function(lambda v: (print("py", v), v + 1)[1], [x], tf.int64))])
print(ds.reduce(tf.constant(0, tf.int64), lambda s, x: (print("reduce", s, x), s + x)[1]))
