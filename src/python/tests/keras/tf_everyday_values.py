import numpy as np
import tensorflow as tf
import keras
from keras import layers


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
print((tf.reduce_sum(x, axis=0, keepdims=True), tf.reduce_mean(x, axis=[0, 1]), tf.math.reduce_std(x, axis=0), tf.argmax(x), tf.argmax(x, axis=-1, output_type=tf.int32)))
print((tf.constant(5).shape, tf.constant([[1], [2]]).shape[0], tf.constant([1]).get_shape().as_list(), tf.zeros((2, 3)).shape.num_elements()))
print((x.numpy().tolist(), x.numpy().dtype, np.array(x).shape, x.dtype.name, x.dtype.as_numpy_dtype, x.dtype == tf.float32, x.dtype == "float32", x.dtype is tf.float32))
print((tf.constant(1.0, shape=(2, 2)), tf.constant([1, 2, 3, 4], shape=(2, 2)), tf.constant("hi", shape=(2,)), tf.constant([], dtype=tf.int32)))
print((tf.constant(np.float64(1.5)), tf.constant(np.int64(3)), tf.constant(True, tf.int32) if 0 else 0, tf.constant(3, tf.float32)))
print((tf.constant(2**31), tf.constant([1, 2], tf.float64), tf.constant(range(3)), tf.constant((1, 2))))
print(tf.constant([[True], [False]]))
print(tf.constant(True, dtype=tf.int32))
attempt(lambda: tf.constant(1, dtype=tf.bool))
attempt(lambda: tf.constant([1.0, None]))
attempt(lambda: tf.constant([[1, 2], [3]]))
attempt(lambda: tf.constant(1.5, tf.int64))
attempt(lambda: tf.constant(2**70))
print((tf.Variable([1, 2], dtype=tf.float32), tf.Variable(tf.constant(1)), tf.Variable(5.0, name="s").name, tf.Variable([[1.0]], trainable=False).trainable))
attempt(lambda: tf.Variable(1.5, dtype=tf.int32))
print((tf.convert_to_tensor([1, 2]), tf.convert_to_tensor(np.array([1.0])), tf.convert_to_tensor(3, dtype=tf.float32), tf.convert_to_tensor(x) is x, tf.convert_to_tensor(tf.Variable(1))))
print((tf.cast(x, tf.int32), tf.cast(True, tf.int64), tf.cast([0.0, 2.0], bool), tf.cast(1, "float64"), tf.cast("1", tf.string)))
print((tf.strings.join(["a", "b"]).numpy(), tf.constant("é").numpy(), tf.constant(["a"]).numpy(), tf.strings.length("é"), tf.constant("a").dtype))
print((tf.one_hot([0, 1, 2], 3), tf.one_hot(2, 4, dtype=tf.int32), tf.one_hot([0], 2, on_value=5, off_value=-1), tf.eye(2), tf.fill((2,), 3.0), tf.linspace(0.0, 1.0, 3), tf.range(5), tf.range(1, 10, 3), tf.range(0.0, 1.0, 0.25)))
print((tf.transpose(x), tf.reshape(x, [-1]), tf.squeeze(x[None]).shape, x[tf.newaxis, ...].shape))
print((tf.concat([x, x], axis=1), tf.stack([x, x], axis=-1).shape, tf.split(x, 2), tf.unstack(x)))
print((tf.tile(x, [1, 2]), tf.pad(x, [[1, 0], [0, 1]], constant_values=9), tf.repeat(x, 2, axis=0), tf.expand_dims(x, -1).shape))
print((tf.reverse(x, [1]), tf.roll(x, 1, 1), tf.gather(x, [1, 0]), tf.where(x > 2, x, -x)))
print((tf.where(x > 2), tf.boolean_mask(x, x > 2), tf.sort([3, 1, 2]), tf.argsort([3, 1, 2])))
print((tf.unique([1, 1, 2]), tf.math.top_k([1, 5, 3], 2)))
print((tf.tensor_scatter_nd_update(x, [[0, 0]], [9.0]), tf.scatter_nd([[1]], [5], [3]), tf.meshgrid([1, 2], [3, 4]), tf.norm(x)))
print((tf.linalg.matmul(x, x), x @ x, tf.matmul(x, x, transpose_a=True), tf.tensordot(x, x, axes=1)))
print((tf.einsum("ij->i", x), tf.clip_by_value(x, 2, 3), tf.clip_by_norm(x, 1.0), tf.cumsum(x, axis=1)))
print((tf.math.cumprod(x), tf.reduce_prod(x), tf.sqrt(x), tf.pow(x, 2)))
print((tf.exp(x), tf.math.log(x), tf.abs(-x), tf.sign(-x)))
print((tf.round([1.5, 2.5]), tf.maximum(x, 2.0), tf.add_n([x, x]), tf.square(x)))
print((tf.math.softplus(x), tf.nn.relu(-x), tf.nn.softmax(x), tf.sigmoid(x)))
print(tf.tanh(x))
print((layers.Dense(2)(x).shape, layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")(x), layers.Flatten()(tf.ones((2, 3, 4))).shape, keras.Sequential([layers.Dense(1, kernel_initializer="ones")])(x)))
print((layers.Concatenate()([x, x]), layers.Rescaling(0.5)(x), layers.ReLU()(x - 2), layers.Softmax()(x)))
print((layers.Normalization(axis=-1, mean=[1.0, 2.0], variance=[1.0, 4.0])(x), layers.BatchNormalization()(x), np.round(layers.LayerNormalization()(x), 3), layers.Dropout(0.5)(x)))
print((layers.Embedding(3, 2, embeddings_initializer="ones")(tf.constant([0, 2])), layers.GlobalAveragePooling1D()(x[None]), layers.Reshape((2, 1))(x).shape))
print((keras.losses.MeanSquaredError()(x, x + 1), keras.losses.mean_squared_error(x, x + 1), keras.metrics.MeanAbsoluteError()(x, x + 2), keras.losses.BinaryCrossentropy()([[0.0], [1.0]], [[0.2], [0.7]])))
print((keras.losses.CategoricalCrossentropy()([[0.0, 1.0]], [[0.2, 0.8]]), keras.metrics.Accuracy()([1, 2], [1, 3])))
print((keras.losses.SparseCategoricalCrossentropy(from_logits=True)(tf.constant([1]), tf.constant([[1.0, 2.0]])), keras.metrics.SparseCategoricalAccuracy()([1, 0], [[0.1, 0.9], [0.2, 0.8]]), keras.metrics.Precision()([1, 0], [0.9, 0.8]), keras.metrics.MeanSquaredError()([1.0], [3.0])))
print(keras.metrics.BinaryAccuracy()([[1], [0]], [[0.7], [0.6]]))
