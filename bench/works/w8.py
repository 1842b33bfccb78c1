"""W8: Keras' fit of W1's model, batch 32, Adam. It is compared with native PyTorch's W1."""
import keras

BATCH, BATCHES = 32, 32
STEPS = 6 * BATCHES
X = spread(11, 1024, 784).numpy()
Y = classes(1024, 12, 10).numpy()
model = keras.Sequential(
    [keras.Input((784,)), *(keras.layers.Dense(units, activation) for units, activation in ((128, "relu"), (128, "relu"), (10, None)))]
)
for index, layer in enumerate(model.layers):
    inputs, units = layer.kernel.shape
    layer.kernel.assign((spread(index + 1, units, inputs) * inputs**-0.5).numpy().T)
# epsilon: the larger one of Keras would show in the losses.
model.compile(keras.optimizers.Adam(1e-3, epsilon=1e-8), keras.losses.SparseCategoricalCrossentropy(from_logits=True))


def losses(count):
    rows = [slice(i * BATCH, (i + 1) * BATCH) for i in range(count)]
    return [model.reset_metrics() or float(model.train_on_batch(X[row], Y[row])) for row in rows]


def measure():
    start = time.perf_counter()
    model.fit(X, Y, batch_size=BATCH, epochs=STEPS // BATCHES, shuffle=False, verbose=0)
    return (time.perf_counter() - start) * 1000 / STEPS
