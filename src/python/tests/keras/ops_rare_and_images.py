import keras, numpy as np
from keras import ops
x = keras.Input((4, 6, 8))
def show(name, make):
    try:
        r = make()
        print(name, [tuple(e.shape) + (e.dtype,) for e in (r if isinstance(r, (list, tuple)) else [r])])
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0][:150])
show("d2s", lambda: ops.depth_to_space(x, 2))
show("s2d", lambda: ops.space_to_depth(x, 2))
show("cdist", lambda: ops.cdist(keras.Input((3, 4)), keras.Input((5, 4))))
show("i0", lambda: ops.i0(keras.Input((3,))))
show("unfold", lambda: ops.unfold(keras.Input((2, 6, 6)), 3))
show("select", lambda: ops.select([keras.Input((3,), dtype="bool")], [keras.Input((3,))], 0))
show("argpartition", lambda: ops.argpartition(keras.Input((3,)), 1))
show("fft", lambda: ops.fft((keras.Input((8,)), keras.Input((8,)))))
show("rfft", lambda: ops.rfft(keras.Input((8,))))
show("rfft", lambda: ops.rfft(keras.Input((8,)), fft_length=10))
show("fliplr", lambda: ops.fliplr(x))
show("patches", lambda: ops.image.extract_patches(x, (2, 2)))
show("patches", lambda: ops.image.extract_patches(x, 2, strides=1, dilation_rate=2))
show("patches", lambda: ops.image.extract_patches(x, 3, strides=2, padding="same"))
v = np.arange(2 * 7 * 7 * 2, dtype="float32").reshape(2, 7, 7, 2)
print(np.array(ops.image.extract_patches(v, 2, strides=1, dilation_rate=2))[0, :, :, :4])
print(np.array(ops.image.extract_patches(v, 3, strides=3, padding="same"))[1, 0])
r = np.array([np.array(e)[1000] for e in ops.rfft(np.cos(np.arange(4096) * 2 * np.pi * 1000 / 4096).astype("float32"))])
print(np.round(r, 2))
for kind in ("bilinear", "bicubic", "lanczos3", "lanczos5", "nearest", "area"):
    for anti in (False, True):
        try:
            print(kind, anti, np.round(np.array(ops.image.resize(v[0], (3, 3), interpolation=kind, antialias=anti)), 3)[..., 0].tolist())
        except Exception as e:
            print(kind, anti, type(e).__name__, str(e).split("\n")[0][:200])
