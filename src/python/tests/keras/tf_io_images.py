import tensorflow as tf, keras, numpy as np, os
a = (np.arange(4 * 5 * 3).reshape(4, 5, 3) * 4).astype("uint8")
png = tf.io.encode_png(a)
print(png.dtype, png.shape, png.numpy()[:8])
tf.io.write_file("a.png", png)
raw = tf.io.read_file("a.png")
img = tf.io.decode_png(raw, channels=3)
img = tf.image.decode_image(raw)
print(tf.io.decode_png(raw, channels=1)[..., 0])
print(tf.io.decode_png(raw, channels=4).shape)
print(tf.io.decode_image(raw, expand_animations=False).shape, tf.image.decode_png is not None)
print(tf.io.is_jpeg(raw))
for c in ("cats", "dogs"):
    os.makedirs(f"data/{c}", exist_ok=True)
    for i in range(5):
        tf.io.write_file(f"data/{c}/{i}.png", tf.io.encode_png((np.arange(8 * 6 * 3).reshape(8, 6, 3) + i * 10 + (100 if c == "dogs" else 0)).astype("uint8")))
ds = keras.utils.image_dataset_from_directory("data", image_size=(4, 4), batch_size=4, shuffle=False)
print(ds.class_names)
print(ds.element_spec)
for x, y in ds:
    print(x.shape, x.dtype, y.numpy(), x[:, 0, 0, 0].numpy())
ds = keras.utils.image_dataset_from_directory("data", image_size=(4, 4), batch_size=4, label_mode="categorical", shuffle=False, validation_split=0.4, subset="training", seed=1)
for x, y in ds:
    print(x.shape, y.shape)
a, b = keras.utils.image_dataset_from_directory("data", image_size=(4, 4), color_mode="grayscale", label_mode="binary", shuffle=True, validation_split=0.4, subset="both", seed=1)
print(a.class_names, a.element_spec)
ds = keras.utils.image_dataset_from_directory("data", image_size=(4, 6), labels=None, batch_size=None, shuffle=False)
print(ds.element_spec, len(list(ds)))
print(len(ds.file_paths), os.path.basename(ds.file_paths[0]))
for kw in (dict(validation_split=0.2), dict(label_mode="nope"), dict(subset="training"), dict(color_mode="x"), dict(class_names=["a"]), dict(validation_split=2, subset="training", seed=1), dict(validation_split=.2, subset="training")):
    try:
        keras.utils.image_dataset_from_directory("data", **kw)
    except Exception as e:
        print(type(e).__name__, e)
try:
    keras.utils.image_dataset_from_directory("missing")
except Exception as e:
    print(type(e).__name__, e)
try:
    tf.io.decode_png(b"abc")
except Exception as e:
    print(type(e).__name__, e)
for kw in (dict(crop_to_aspect_ratio=True), dict(pad_to_aspect_ratio=True), dict(interpolation="nearest"), dict(color_mode="rgba"), dict(color_mode="grayscale"), dict(labels=[0, 1] * 5), dict(label_mode=None), dict(class_names=["dogs", "cats"])):
    ds = keras.utils.image_dataset_from_directory("data", image_size=(3, 5), shuffle=False, **kw)
    b = next(iter(ds)); x = b[0] if isinstance(b, tuple) else b
    print(x.shape, x[3, :, :, 0].numpy().round(3).tolist(), b[1].numpy() if isinstance(b, tuple) else None, ds.class_names)
for v in ((np.arange(12).reshape(2, 2, 3) * 20).astype("uint8"), (np.arange(4).reshape(2, 2, 1) * 60).astype("uint8"), (np.arange(16).reshape(2, 2, 4) * 15).astype("uint8")):
    p = tf.io.encode_png(v); print([tf.io.decode_png(p, channels=c).numpy().tolist() for c in (0, 1, 3, 4)]); print(tf.io.decode_image(p, dtype=tf.float32).numpy()[0, 0])
v = np.arange(3 * 300).reshape(20, 15, 3) * 37 % 256
print(tf.io.decode_png(tf.io.encode_png(v.astype("uint8")), channels=1).numpy().ravel().tolist())
import keras, numpy as np
for f in (lambda: keras.utils.load_img("x.png"), lambda: keras.utils.save_img("x.png", np.zeros((2, 2, 3))), lambda: keras.utils.array_to_img(np.zeros((2, 2, 3)))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
