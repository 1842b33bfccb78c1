import os
import numpy as np
import tensorflow as tf
import keras


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

for c in ("neg", "pos"):
    os.makedirs(f"tx/{c}", exist_ok=True)
    for k in range(4):
        with open(f"tx/{c}/{k}.txt", "w") as f: f.write(f"{c} text {k}")
T = keras.utils.text_dataset_from_directory
d = T("tx", batch_size=3, shuffle=False)
print(d.class_names, d.element_spec)
for a, b in d: print(a, b)
for mode in ("categorical", "binary", None): print([b for b in T("tx", label_mode=mode, batch_size=8, shuffle=False, max_length=5)])
a, b = T("tx", validation_split=0.25, subset="both", seed=3, batch_size=None)
print(sorted(x.numpy() for x, _ in a), sorted(x.numpy() for x, _ in b))
print(T("tx", labels=None, shuffle=False).element_spec, T("tx", labels=[0, 1, 2, 0, 1, 2, 0, 1], shuffle=False, verbose=False).class_names, T("tx", class_names=["pos", "neg"]).class_names)
attempt(lambda: T("tx", label_mode="x"))
attempt(lambda: T("tx", labels="x"))
attempt(lambda: T("tx", labels=[1]))
attempt(lambda: T("tx", class_names=["zz"]))
attempt(lambda: T("tx", validation_split=2.0))
attempt(lambda: T("tx", validation_split=0.5))
attempt(lambda: T("tx", validation_split=0.5, subset="x"))
attempt(lambda: T("tx", validation_split=0.5, subset="training"))
X = np.arange(12.0).reshape(6, 2) / 12; Y = X.sum(1)
def make():
    m = keras.Sequential([keras.Input((2,), name="in"), keras.layers.Dense(1, kernel_initializer="ones", name="d")], name="m"); m.compile("sgd", "mse"); return m
single = tf.data.Dataset.from_tensor_slices((X.astype("float32"), Y.astype("float32")))
attempt(lambda: make().fit(single, verbose=0))
attempt(lambda: make().evaluate(tf.data.Dataset.from_tensor_slices((X, Y)), verbose=0))
print([type(q).__module__ for q in (single, single.map(lambda a, b: (a, b)), single.shuffle(2), single.repeat(), single.prefetch(1), single.cache(), single.batch(2), tf.data.Dataset.range(3), tf.data.Dataset.zip((single, single)), single.flat_map(lambda a, b: tf.data.Dataset.from_tensors(a)))])
i = keras.Input((3,))
class Q(keras.layers.Layer):
    def call(self, x): return keras.ops.relu(x) * 2 + keras.ops.mean(x)
m = keras.Model(i, Q()(keras.layers.Lambda(lambda z: z * 2 + 1)(i)) * 3 + 1)
m.summary()
attempt(lambda: keras.losses.MeanSquaredError()(np.ones((2, 2)), np.ones((2, 2)), sample_weight=[1.0, 2.0, 3.0]))
print(tf.linalg.qr([[2.0, 0.0], [0.0, 4.0]]), tf.linalg.lu([[1.0, 3.0], [2.0, 1.0]]), tf.io.gfile.glob("tx/*"))
class M(keras.Model):
    def __init__(self): super().__init__(); self.d = keras.layers.Dense(2)
    def call(self, x): return self.d(x)
a = M(); a(np.ones((1, 3))); a.save_weights("m.weights.h5"); b = M(); b.build((None, 3)); attempt(lambda: b.load_weights("m.weights.h5")); attempt(lambda: M().load_weights("m.weights.h5"))
