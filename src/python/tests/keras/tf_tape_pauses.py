import tensorflow as tf
xs = tf.constant([[1., 2.], [3., 4.]])
with tf.GradientTape() as t:
    t.watch(xs)
    with t.stop_recording(): r = xs * 2
    z = xs * xs
print(t.gradient(z, xs))
with tf.GradientTape() as t:
    t.watch(xs)
    s = tf.stop_gradient(xs) * xs
print(t.gradient(s, xs))
v = tf.Variable(2.)
with tf.GradientTape() as t:
    with t.stop_recording(): r = v * 2
    z = v * v
print(t.gradient(z, v))
with tf.GradientTape(persistent=True) as t:
    y = v * v
    with t.stop_recording(): print(t.gradient(y, v))
    z = y * v
print(t.gradient(z, v))
with tf.GradientTape() as t:
    t.reset(); z = v * 3
print(t.gradient(z, v))
for f in (lambda: tf.GradientTape().gradient(v, v), ):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
