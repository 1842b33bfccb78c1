"""What random image layers do to images with a seed, and tf.image's random functions."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers as L, ops

np.set_printoptions(precision=4, suppress=True, linewidth=110)
F = "float32"
images = (np.arange(2 * 4 * 4 * 1).reshape(2, 4, 4, 1) * 7 % 255).astype(F)
colours = (np.arange(2 * 3 * 3 * 3).reshape(2, 3, 3, 3) * 4 % 255).astype(F)
for make, data in (
    (lambda: L.RandomFlip(seed=1), images), (lambda: L.RandomFlip("horizontal", seed=2), images), (lambda: L.RandomFlip("vertical", seed=3), images),
    (lambda: L.RandomRotation(0.2, seed=1), images), (lambda: L.RandomRotation((0.25, 0.25), fill_mode="constant", seed=1), images),
    (lambda: L.RandomZoom(0.3, seed=1), images), (lambda: L.RandomZoom(0.3, 0.2, seed=1), images), (lambda: L.RandomTranslation(0.3, 0.3, seed=1), images),
    (lambda: L.RandomContrast(0.5, seed=1), images), (lambda: L.RandomBrightness(0.3, seed=1), images), (lambda: L.RandomCrop(2, 3, seed=1), images),
    (lambda: L.RandomCrop(2, 3), images), (lambda: L.RandomGrayscale(0.5, seed=1), colours), (lambda: L.RandomShear(0.3, 0.2, seed=1), images),
    (lambda: L.RandomHue(0.2, seed=1), colours), (lambda: L.RandomSaturation(0.4, seed=1), colours), (lambda: L.RandomErasing(seed=1), images),
):
    keras.utils.set_random_seed(5)
    layer = make()
    print(layer.name)
    try:
        for _ in range(2):
            print(np.array(ops.convert_to_numpy(layer(data, training=True)))[..., 0].reshape(len(data), -1))
        print(np.array(ops.convert_to_numpy(layer(data[0], training=True)))[..., 0].ravel())
    except Exception as error:
        print(type(error).__name__, error)
tf.random.set_seed(3)
for _ in range(3):
    print(tf.image.random_flip_left_right(images[0])[..., 0].numpy().ravel()[:4], tf.image.random_flip_up_down(images[0], seed=4)[..., 0].numpy().ravel()[:4])
    print(tf.image.random_brightness(images[0], 20.0)[0, 0].numpy(), tf.image.random_contrast(images[0], 0.5, 1.5, seed=2)[0, 0].numpy())
    print(tf.image.random_crop(images[0], (2, 2, 1)).numpy().ravel(), tf.nn.dropout(tf.ones(6), 0.5).numpy(), tf.nn.dropout(tf.ones(6), 0.5, seed=3).numpy())
    print(tf.image.random_saturation(colours[0], 0.5, 1.5)[0, 0].numpy(), tf.image.random_hue(colours[0], 0.2)[0, 0].numpy())
