"""Seeded programs from end to end: datasets that shuffle and mix, fits on datasets and PyDatasets, steps by hand."""
import random

import keras
import numpy as np
import tensorflow as tf

Data = tf.data.Dataset
values = lambda dataset: print([int(each) for each in dataset.as_numpy_iterator()])
rounded = lambda numbers: print([round(float(each), 5) for each in numbers])

tf.random.set_seed(1)
tens, hundreds = Data.range(0, 10), Data.range(100, 110)
mixed = Data.sample_from_datasets([tens, hundreds], seed=3)
values(mixed), values(mixed)
values(Data.sample_from_datasets([tens, hundreds], weights=[0.8, 0.2], seed=3, stop_on_empty_dataset=True))
tf.random.set_seed(2)
values(Data.sample_from_datasets([tens, hundreds, Data.range(50, 55)]))
left, right = keras.utils.split_dataset(np.arange(10), left_size=0.6, shuffle=True, seed=4)
values(left), values(right)
print(random.random())
keras.utils.set_random_seed(3)
left, right = keras.utils.split_dataset(np.arange(10), left_size=0.6, shuffle=True)
values(left)
print(random.random())

keras.utils.set_random_seed(3)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("sgd", "mse")
x = np.random.rand(50, 2).astype("float32")
y = x.sum(1, keepdims=True)
shuffled = Data.from_tensor_slices((x, y)).shuffle(50).batch(8)
rounded(model.fit(shuffled, epochs=3, verbose=0).history["loss"])
rounded(model.fit(shuffled, epochs=2, verbose=0, validation_data=shuffled).history["val_loss"])
endless = Data.from_tensor_slices((x, y)).shuffle(20, seed=1).repeat().batch(8)
rounded(model.fit(endless, epochs=3, steps_per_epoch=5, verbose=0).history["loss"])
rounded(model.fit(shuffled.map(lambda a, b: (a + tf.random.normal((2,), 0.0, 0.1), b)), epochs=2, verbose=0).history["loss"])


class Parts(keras.utils.PyDataset):
    def __len__(self):
        return 7

    def __getitem__(self, index):
        return x[index * 8 : index * 8 + 8], y[index * 8 : index * 8 + 8]


rounded(model.fit(Parts(), epochs=3, verbose=0, shuffle=True).history["loss"])
print(random.random())
rounded(model.fit(x, y, epochs=2, verbose=0, validation_split=0.3, batch_size=8).history["val_loss"])

keras.utils.set_random_seed(9)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.1)


@tf.function
def step(inputs, targets):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(inputs, training=True) - targets) ** 2)
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss


rounded(step(x[:10], y[:10]) for _ in range(4))
model.compile("sgd", "mse")
rounded(model.train_on_batch(x, y) for _ in range(3))
rounded(tf.Variable(tf.random.normal([3])))
rounded(keras.ops.reshape(tf.keras.initializers.GlorotUniform()((2, 2)), (-1,)))


class Sampling(keras.layers.Layer):
    def __init__(self, **options):
        super().__init__(**options)
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, inputs):
        return inputs + keras.random.normal(keras.ops.shape(inputs), seed=self.seed_generator)


sampling = Sampling()
for _ in range(2):
    rounded(keras.ops.reshape(sampling(np.zeros((2, 2), "float32")), (-1,)))
rounded(keras.random.normal((2,)))
inputs = keras.Input((2,))
whole = keras.Model(inputs, Sampling()(keras.layers.Dense(2)(inputs)))
whole.compile("adam", "mse")
rounded(whole.fit(x, x, epochs=3, verbose=0).history["loss"])
