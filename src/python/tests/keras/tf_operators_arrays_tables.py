import numpy as np
import tensorflow as tf
import keras


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

ta = tf.TensorArray(tf.float32, size=3)
ta = ta.write(0, 1.0).write(1, 2.0).write(2, 3.0)
print(ta.stack(), ta.read(1), ta.size())
ta = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
ta = ta.unstack([1, 2, 3])
print(ta.stack(), ta.size(), ta.concat() if False else 0, ta.gather([0, 2]))
t = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(["a", "b"], [1, 2]), default_value=-1)
print(t.lookup(tf.constant(["a", "z"])), t.size(), t[tf.constant("b")])
@tf.custom_gradient
def cg(x):
    def grad(up): return up * 10.0
    return x * x, grad
x = tf.Variable(3.0)
with tf.GradientTape() as tape: y = cg(x)
print(y, tape.gradient(y, x))
with tf.GradientTape(persistent=True) as tape: y = [x * 2, x ** 2, tf.constant(1.0)]
print(tape.gradient(y[0], x), tape.gradient(y, x), tape.gradient(y[2], x), tape.gradient(y[1], [x, tf.constant(1.0)]))
with tf.GradientTape() as tape: y = tf.cast(tf.cast(x, tf.int32), tf.float32)
print(tape.gradient(y, x))
with tf.GradientTape() as tape: y = tf.sqrt(tf.constant(0.0) * x)
print(tape.gradient(y, x))
with tf.GradientTape() as tape: y = tf.where(x > 0, x * 2, x * 3) + tf.maximum(x, 1.0) + tf.abs(-x) + tf.clip_by_value(x, 0.0, 2.0)
print(tape.gradient(y, x))
w = tf.Variable(tf.ones((2, 3)))
with tf.GradientTape() as tape: y = tf.reduce_mean(tf.nn.softmax(w @ tf.reshape(tf.range(6.0), (3, 2))))
print(tape.gradient(y, w).shape)
with tf.GradientTape() as tape: y = w[0, 1] * 2 + tf.reduce_max(w[1])
print(tape.gradient(y, w))
opt = keras.optimizers.SGD(0.1)
print(opt.apply_gradients([(tf.constant(1.0), x)]))
print(x.numpy(), opt.iterations)
attempt(lambda: opt.apply_gradients([]))
attempt(lambda: opt.apply_gradients([(None, x)]))
attempt(lambda: opt.apply_gradients(zip([None, tf.constant(1.0)], [w, x])))
attempt(lambda: print(x.numpy()))
print((tf.constant([1.5]).numpy().dtype, np.add(tf.constant([1, 2]), 1), np.array(tf.constant([[1]])), tf.constant([1, 2]) + np.array([1, 2]), np.array([1.0, 2.0]) * tf.constant([1.0, 2.0], tf.float64)))
print((list(tf.constant([1, 2])), [int(v) for v in tf.constant([1, 2])], sum(tf.constant([1, 2])), max(tf.constant([3, 1])), sorted(tf.constant([3, 1]))))
attempt(lambda: tf.constant([3, 1]) in [tf.constant([3, 1])])
print(1 in tf.constant([1, 2]))
print((tf.constant(2) ** 3, 2 ** tf.constant(3), 7 // tf.constant(2), -7 // tf.constant(2), -7 % tf.constant(3), tf.constant(7) / 2, tf.constant(7.0) // 2, tf.constant(5) & 3, tf.constant(5) | 2, tf.constant(5) ^ 1, -tf.constant(1), abs(tf.constant(-2)), ~tf.constant(True), tf.constant(True) & False))
print((tf.constant(1) / 0, tf.constant(1.0) / 0.0, tf.constant(0.0) / 0.0))
attempt(lambda: tf.constant(1) // 0)
attempt(lambda: tf.constant(1) % 0)
print((int(tf.constant(3.9)), float(tf.constant(2)), complex(tf.constant(1.0)), str(tf.constant(1)), hash(tf.constant(1).ref()) is not None, tf.constant(1).ref() == tf.constant(1).ref()))
attempt(lambda: (tf.constant(1) == 1, tf.constant(1) == 1.0, tf.constant([1, 2]) == tf.constant([1, 3]), tf.constant(1) != 2, tf.constant([1]) == None, tf.constant(1) is None))
print((bool(tf.constant(1) == 1), not tf.constant(0), tf.constant(1) and 5, tf.constant(0) or 7))
print((x.assign(2.0) + 1, x.assign_add(1.0), x ** 2, 2 / x, x > 1, x == 3.0, -x, x @ x if False else 0, tf.square(x), tf.reduce_sum([x, x]), [x, x], {"k": x}, tf.stack([x, 1.0]), tf.concat([[x], [2.0]], 0)))
print((tf.Variable([1, 2]) * 2, tf.Variable([1, 2])[0], tf.Variable([[1, 2]])[:, 1], tf.Variable([1, 2]) + tf.Variable([3, 4]), tf.Variable(1.0) < 2, tf.Variable([True, False]), tf.Variable(np.ones((2,))).dtype, tf.Variable(1, dtype="float64")))
attempt(lambda: tf.TensorArray(tf.int32, 1).write(3, 1))
attempt(lambda: tf.TensorArray(tf.int32, 2).read(5))
print(tf.TensorArray(tf.float32, 2).write(0, [1.0, 2.0]).write(1, [3.0, 4.0]).concat())
t2 = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer([1, 2], ["x", "y"]), "?")
print(t2.lookup(tf.constant([[1], [5]])), t2.lookup(tf.constant(2)))
attempt(lambda: tf.math.floordiv(1, 0))
attempt(lambda: tf.math.floormod([1, 2], [0, 1]))
