import numpy as np
import tensorflow as tf
import keras
from keras import layers


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

w = keras.Variable(np.ones((2,3)))
for O in (keras.optimizers.SGD, keras.optimizers.Adam, keras.optimizers.RMSprop, keras.optimizers.Adagrad):
    o = O(0.1)
    attempt(lambda: o.apply_gradients([(tf.ones((3,)), w)]))
    print(w.numpy())
    attempt(lambda: o.apply_gradients([(tf.ones((3,2)), w)]))
    attempt(lambda: o.apply_gradients([(tf.ones((4,)), w)]))
    attempt(lambda: o.apply_gradients([(None, w)]))
    attempt(lambda: o.apply_gradients([]))
    attempt(lambda: o.apply_gradients([(tf.ones((2,3)), keras.Variable(np.ones((2,3)), name="other"))]))
    attempt(lambda: o.apply([tf.ones((2,3))]))
    attempt(lambda: o.apply([tf.ones((2,3)), tf.ones((2,3))]))
v = tf.Variable([1.0,2.0])
o = keras.optimizers.SGD(0.1)
attempt(lambda: o.apply_gradients([(tf.constant([1.0,2.0]), v)]))
print(v)
attempt(lambda: o.minimize(lambda: tf.reduce_sum(v*v), [v]))
attempt(lambda: keras.optimizers.SGD(lr=0.1))
attempt(lambda: keras.optimizers.SGD(learning_rate="x"))
attempt(lambda: keras.optimizers.SGD(0.1, momentum=2.0))
attempt(lambda: keras.optimizers.Adam(clipnorm=1.0, clipvalue=1.0))
attempt(lambda: keras.optimizers.Adam(ema_momentum=2.0, use_ema=True))
attempt(lambda: keras.optimizers.get({"class_name":"SGD","config":{"learning_rate":0.3}}).learning_rate.numpy())
attempt(lambda: keras.optimizers.get(5))
attempt(lambda: keras.optimizers.get("foo"))
attempt(lambda: keras.optimizers.Adam(0.1).learning_rate)
attempt(lambda: keras.optimizers.Adam(0.1).lr)
o = keras.optimizers.Adam(0.1); o.learning_rate = 0.5
print(float(o.learning_rate), o.name, o.iterations)
attempt(lambda: setattr(keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1,10,0.9)), "learning_rate", 0.1))
