import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

d = layers.Dense(3, activation="relu", name="d")
print(d, repr(d), d.built, d.weights, d.name)
print(d.build((None, 2)))
print(d, d.count_params(), d.get_config())
attempt(lambda: layers.Dense(3).count_params())
print((layers.Dense(3).get_weights(), layers.Dense(3).output_shape if hasattr(layers.Dense(3), "output_shape") else "none"))
attempt(lambda: layers.Dense(3).output)
attempt(lambda: layers.Dense(3).kernel)
attempt(lambda: layers.Dense(-1))
attempt(lambda: layers.Dense(2.5))
attempt(lambda: layers.Dense("3"))
attempt(lambda: layers.Dense(3, foo=1))
attempt(lambda: layers.Dense())
attempt(lambda: d(np.ones((2, 3))))
attempt(lambda: d(keras.Input((5,))))
attempt(lambda: d("text"))
attempt(lambda: d([1.0, 2.0]))
print(layers.Dense(3, use_bias=False, kernel_initializer="ones")(np.ones((2, 2, 2))).shape)
print(layers.Dense(3, input_shape=(4,)).built)
print(layers.EinsumDense("abc,cd->abd", output_shape=(None, 4), bias_axes="d")(np.ones((1, 2, 3))).shape)
print(layers.EinsumDense("ab,bc->ac", 4).get_config())
attempt(lambda: layers.EinsumDense("ab->ac", 4)(np.ones((1, 2))))
print((layers.Lambda(lambda x: x * 2)(np.array([1.0, 2.0])), layers.Identity()(np.array([1])), layers.Activation("tanh")(np.array([0.5]))))
attempt(lambda: layers.Activation("foo"))
print(layers.Lambda(lambda x: tf.reduce_sum(x, axis=1), output_shape=(1,))(keras.Input((3,))))
print(layers.Lambda(lambda x: x).get_config()["function"]["class_name"])
print((layers.InputLayer(shape=(3,)), layers.InputLayer(shape=(3,), batch_size=2).batch_shape, layers.InputLayer((2,), name="i").get_config()))
attempt(lambda: layers.InputLayer())
attempt(lambda: (keras.Input(), keras.Input(())))
attempt(lambda: keras.Input(shape=3))
attempt(lambda: keras.Input(shape=(3, "a")))
print((keras.Input((2,), batch_size=4, dtype="int32", name="n"), keras.Input(batch_shape=(None, 3)).shape))
class Linear(layers.Layer):
    def __init__(self, units=2, **kw):
        super().__init__(**kw); self.units = units
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="ones", name="w"); self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=False)
    def call(self, x, training=False):
        self.add_loss(ops.sum(x)); return ops.matmul(x, self.w) + self.b
    def get_config(self):
        return {**super().get_config(), "units": self.units}
l = Linear(3)
y = l(np.ones((2, 4)))
print(y, l.losses, [(w.path, w.shape, w.trainable) for w in l.weights], l.count_params(), l)
print(l.trainable_variables[0].name, len(l.non_trainable_variables), l.get_config(), Linear.from_config(l.get_config()).units)
l.trainable = False
print(len(l.trainable_weights), l.trainable)
attempt(lambda: l.set_weights([np.ones((4, 3))]))
attempt(lambda: l.set_weights([np.ones((4, 3)), np.ones((2,))]))
class NoSuper(layers.Layer):
    def __init__(self): self.k = layers.Dense(2)
attempt(lambda: NoSuper().units)
class NoCall(layers.Layer): pass
attempt(lambda: NoCall()(np.ones((1, 2))))
class NoConfig(layers.Layer):
    def __init__(self, n): super().__init__(); self.n = n
    def call(self, x): return x * self.n
print(NoConfig(2).get_config())
print((NoConfig(2)(np.ones(2)), NoConfig(3).name, NoConfig(3).built))
class Outer(layers.Layer):
    def __init__(self): super().__init__(); self.a = layers.Dense(2); self.b = [layers.Dense(3), layers.Dropout(0.5)]; self.c = {"k": layers.Dense(1)}
    def call(self, x, training=None):
        x = self.b[0](self.a(x)); return self.c["k"](self.b[1](x, training=training))
o = Outer()
print(o(np.ones((1, 4))).shape, [w.path for w in o.weights], [s.name for s in o._layers] if hasattr(o, "_layers") else 0)
attempt(lambda: l.add_weight("oops") if False else l.add_weight(shape=(2,), initializer="foo"))
print((l.dtype, l.compute_dtype, l.variable_dtype, l.dtype_policy, layers.Dense(2, dtype="float16").dtype_policy, layers.Dense(2, dtype="mixed_float16").compute_dtype))
attempt(lambda: layers.Dense(2, dtype="foo"))
attempt(lambda: (layers.Dense(2, trainable=False).trainable, layers.Dense(2, name="a/b")))
print((layers.Dense(2, activation=lambda x: x), layers.Dense(2, activation="relu").activation.__name__))
print((layers.ReLU(max_value=6, negative_slope=0.1).get_config(), layers.LeakyReLU().get_config(), layers.ELU()(np.array([-1.0])), layers.PReLU()(np.array([[-1.0, 2.0]])), layers.Softmax()(np.array([1.0, 2.0]))))
attempt(lambda: (layers.LeakyReLU(alpha=0.3)(np.array([-1.0, 2.0])), layers.ReLU(max_value=-1)))
attempt(lambda: layers.LeakyReLU(negative_slope=None))
attempt(lambda: (layers.deserialize({"class_name": "Dense", "config": {"units": 2}}), layers.serialize(layers.Dense(2, name="z"))["config"]["units"]))
attempt(lambda: layers.deserialize({"class_name": "Foo", "config": {}}))
attempt(lambda: l.input)
attempt(lambda: l.output)
print(d.quantize("int8") if False else d.dtype)
print((d.input_spec, layers.LSTM(2).input_spec, layers.InputSpec(ndim=2), layers.InputSpec(shape=(None, 3), axes={-1: 3}, dtype="float32", min_ndim=2, max_ndim=3)))
print(layers.Wrapper(layers.Dense(2)))
attempt(lambda: layers.Dense(2).kernel)
attempt(lambda: layers.Dense(2).bias)
attempt(lambda: layers.Conv2D(2, 3).kernel)
attempt(lambda: layers.EinsumDense("ab,bc->ac", 3).kernel)
attempt(lambda: layers.Embedding(2, 3).embeddings)
print(layers.BatchNormalization().gamma)
attempt(lambda: layers.LSTM(2).kernel)
attempt(lambda: layers.LSTM(2).cell.kernel)
attempt(lambda: layers.Conv2DTranspose(2, 3).kernel)
attempt(lambda: layers.DepthwiseConv2D(3).depthwise_kernel)
attempt(lambda: layers.SeparableConv2D(2, 3).depthwise_kernel)
attempt(lambda: layers.Dense(2).foo)
attempt(lambda: layers.Dense(2, use_bias=False).bias)
print(layers.Normalization().mean)
attempt(lambda: layers.MultiHeadAttention(2, 2).query_dense)
print(layers.Dense(2).units)
print(layers.IntegerLookup(vocabulary=[1]).get_config())
attempt(lambda: layers.Discretization(num_bins=3)(np.array([1.0])))
print(bool(tf.constant([[True]])))
print(layers.StringLookup(vocabulary=["a", "b"], num_oov_indices=3)(["zz", "yy", "xx", "ww"]))
print(layers.IntegerLookup(vocabulary=[1, 2], num_oov_indices=3)([10, 11, 12, 1]))
print((tf.strings.to_hash_bucket_fast(["a", "b"], 10), tf.strings.to_hash_bucket_strong(["a"], 10, [1, 2])))
