import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

class L(layers.Layer):
    def __init__(self, u, **kw): super().__init__(**kw); self.u = u; print("init", self.name)
    def build(self, s): print("build", s); self.w = self.add_weight(shape=(s[-1], self.u), initializer="ones", name="w"); self.b = self.add_weight(shape=(self.u,), initializer="zeros", trainable=False)
    def call(self, x, training=None, mask=None): print("call", tuple(x.shape), training); return keras.ops.matmul(x, self.w) + self.b
l = L(2); print(l.built, l.weights); y = l(np.ones((1, 3), "float32")); print(l.built, y.numpy(), [(w.name, w.path, w.trainable, tuple(w.shape)) for w in l.weights]); l(np.ones((1, 3), "float32"), training=True)
m = keras.Sequential([keras.Input((3,)), L(2, name="ell"), layers.Dense(1, kernel_initializer="ones")]); print(m(np.ones((1, 3)), training=True).numpy(), m.predict(np.ones((1, 3)), verbose=0)); print(m.layers[0].trainable_weights, m.layers[0].non_trainable_weights)

s = keras.Sequential([layers.Dense(2, name="q")]); s.build((None, 5)); print(s.input_shape, s.output_shape, s.built); s.summary(); s2 = keras.Sequential([layers.Dense(2, name="q")]); s2.build(input_shape=(4, 5)); print(s2.output_shape, s2.inputs)
s3 = keras.Sequential([layers.Dense(2, name="q"), layers.Dense(1)]); s3.summary(); print(s3.built); s3(np.ones((7, 6), "float32")); print(s3.built, s3.input_shape); s3.summary()
e = keras.Sequential(); print(e.built, e.layers, e.name); attempt(lambda: e.summary()); attempt(lambda: e(np.ones((1, 2), "float32"))); attempt(lambda: e.build()); attempt(lambda: e.predict(np.ones((1, 2)), verbose=0)); attempt(lambda: e.get_config())
class Twice(layers.Layer):
    def call(self, x): return x, 2 * x
a, b = Twice()(keras.Input((3,))); print(a.shape, b.shape); attempt(lambda: keras.Sequential([keras.Input((3,)), Twice()])); attempt(lambda: keras.Sequential([Twice(), layers.Dense(1)])(np.ones((1, 2), "float32")))
class Own(layers.Layer):
    def call(self, x): self.add_loss(keras.ops.sum(x)); return x
o = Own(); o(np.ones((1, 3), "float32")); print(o.losses); mm = keras.Sequential([keras.Input((2,)), Own()]); mm.compile("sgd", "mse"); print(mm.evaluate(np.ones((2, 2)), np.ones((2, 2)), verbose=0))
attempt(lambda: layers.Layer().add_weight(shape=(2,), initializer="nope")); attempt(lambda: layers.Layer(foo=2)); attempt(lambda: layers.Layer(name="k", dtype="float16").compute_dtype)

keras.utils.clear_session()
import os, re
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", re.sub("0x[0-9a-f]+", "0x", str(f())))
    except Exception as e: print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))
def fixed(m, scale=0.3): m.set_weights([scale * np.cos(np.arange(w.size) * 0.7 + i).reshape(w.shape) for i, w in enumerate(m.get_weights())]); return m
def r(h, n=4): return {k: [round(float(v), n) for v in vs] for k, vs in (h.history if hasattr(h, "history") else h).items()}

m = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(momentum=0.5, name="bn"), layers.Dropout(0.5, name="do"), layers.Dense(1, kernel_initializer="ones", name="d")]); x = np.array([[1.0, 2, 3], [3, 4, 5]])
print(m(x).numpy(), m(x, training=False).numpy(), type(m(x)).__name__, m(x).dtype, m(x).shape, len(m(x))); print(m.layers[0].moving_mean.numpy()); m.layers[0](x, training=True); print(m.layers[0].moving_mean.numpy(), m.layers[0].moving_variance.numpy()); print(m.predict(x, verbose=0).round(4).ravel(), m.call(keras.ops.convert_to_tensor(x, "float32")).numpy().round(4).ravel())
class Show(layers.Layer):
    def call(self, x, training=None): print("training", training); return x
i = keras.Input((2,)); s = Show(); f = keras.Model(i, s(i)); f(np.ones((1, 2))); f(np.ones((1, 2)), training=True); f(np.ones((1, 2)), training=False); s(np.ones((1, 2), "float32")); s(np.ones((1, 2), "float32"), training=1)
class Sub(keras.Model):
    def __init__(self): super().__init__(); self.s = Show(); self.d = layers.Dense(1, kernel_initializer="ones")
    def call(self, x, training=False): return self.d(self.s(x, training=training))

class Two(layers.Layer):
    def __init__(self, scale=2.0, **kw): super().__init__(**kw); self.scale = scale
    def call(self, a, b=None, *, flag=False): return a * self.scale + (0 if b is None else b) + (100 if flag else 0)
t = Two(); print(t(tf.constant([1.0])).numpy(), t(tf.constant([1.0]), tf.constant([5.0])).numpy(), t(tf.constant([1.0]), flag=True).numpy(), t(tf.constant([1.0]), b=tf.constant([2.0]), flag=True).numpy()); j = keras.Input((1,)); g = keras.Model(j, t(j, b=j, flag=True)); print(g(np.ones((1, 1))).numpy(), g.predict(np.ones((1, 1)), verbose=0)); attempt(lambda: t(tf.constant([1.0]), c=3)); attempt(lambda: t()); attempt(lambda: t(3.0)); attempt(lambda: t([1.0, 2.0])); attempt(lambda: t("a")); attempt(lambda: t({"a": tf.constant([1.0])})); attempt(lambda: m(x, foo=1)); attempt(lambda: m(x, True)); attempt(lambda: m.layers[2](x.astype("int32")).dtype); attempt(lambda: m(x[:, :2])); attempt(lambda: m(tf.constant(x)).shape); attempt(lambda: m(x.tolist()))
mask = layers.Masking(); y = mask(np.array([[[0.0, 0], [1, 2]]], "float32")); print(y._keras_mask.numpy() if hasattr(y, "_keras_mask") else None, mask.compute_mask(np.array([[[0.0, 0], [1, 2]]], "float32")).numpy()); e = layers.Embedding(4, 2, mask_zero=True, embeddings_initializer="ones"); print(e.compute_mask(np.array([[1, 0]])).numpy(), layers.LSTM(1, kernel_initializer="ones", recurrent_initializer="ones")(e(np.array([[1, 0], [1, 1]]))).numpy().round(4).ravel())
class Cast(layers.Layer):
    def call(self, x): return x
print(Cast()(np.ones((1,), "float64")).dtype, Cast()(np.ones((1,), "int64")).dtype, Cast(dtype="float64")(np.ones((1,), "float32")).dtype, Cast(autocast=False)(np.ones((1,), "float64")).dtype, Cast()(tf.ones((1,), tf.float16)).dtype); keras.backend.set_floatx("float64"); print(layers.Dense(1, kernel_initializer="ones")(np.ones((1, 2), "float32")).dtype, keras.backend.floatx()); keras.backend.set_floatx("float32"); p = layers.Dense(1, dtype="mixed_float16", kernel_initializer="ones"); print(p(np.ones((1, 2), "float32")).dtype, p.kernel.dtype, p.dtype_policy, p.compute_dtype)
