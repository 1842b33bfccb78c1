import tensorflow as tf


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

x = tf.Variable(3.0)
with tf.GradientTape() as tape:
    y = x ** 2
print(tape.gradient(y, x))
attempt(lambda: tape.gradient(y, x))
c = tf.constant(2.0)
with tf.GradientTape() as tape:
    y = c * c
print(tape.gradient(y, c))
with tf.GradientTape(persistent=True) as tape:
    tape.watch(c)
    y = c * c
    z = y * y
print(tape.gradient(z, c), tape.gradient(y, c), tape.gradient(z, y))
print([v.name for v in tape.watched_variables()])
del tape
with tf.GradientTape() as outer:
    with tf.GradientTape() as inner:
        y = x ** 3
    g = inner.gradient(y, x)
print(g, outer.gradient(g, x))
w, b = tf.Variable([[1.0, 2.0], [3.0, 4.0]], name="w"), tf.Variable([0.5, -0.5], name="b")
v = tf.Variable([1.0, -2.0])
with tf.GradientTape(persistent=True) as tape:
    out = tf.linalg.matvec(w, v) + b
    loss = tf.reduce_sum(out ** 2)
print(tape.gradient(loss, [w, b]))
print(tape.gradient(loss, {"w": w, "b": b}))
print(tape.jacobian(out, v))
print(tape.gradient(out, v), tape.gradient(out, v, output_gradients=tf.constant([1.0, 0.0])))
print([t.name for t in tape.watched_variables()])
u = tf.Variable(1.0)
print(tape.gradient(loss, u), tape.gradient(loss, u, unconnected_gradients=tf.UnconnectedGradients.ZERO), tape.gradient(loss, u, unconnected_gradients="zero"))
print(tape.gradient([loss, out], b))
frozen = tf.Variable(2.0, trainable=False)
with tf.GradientTape(watch_accessed_variables=False) as tape:
    tape.watch(x)
    y = x * u * frozen
print(tape.gradient(y, [x, u, frozen]))
with tf.GradientTape() as tape:
    y = tf.stop_gradient(x) * x
    with tape.stop_recording():
        k = x * 100
    y = y + k
print(tape.gradient(y, x))
with tf.GradientTape() as tape:
    i = tf.Variable(3)
    j = i * 2
print(tape.gradient(j, i))
e = tf.Variable([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
xx = tf.constant([[1.0, 2.0], [3.0, 4.0]])
with tf.GradientTape() as tape:
    tape.watch(xx)
    y = xx * xx
print(tape.batch_jacobian(y, xx))
attempt(lambda: tape.watch(3.0))
