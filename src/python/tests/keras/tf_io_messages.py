import tensorflow as tf
I = lambda v: tf.train.Feature(int64_list=tf.train.Int64List(value=[v]))
print(repr(tf.train.Int64List(value=[1, 2]).value), tf.train.Int64List(value=[1, 2]).value == [1, 2], len(tf.train.FloatList(value=[1.5, 2]).value), tf.train.FloatList(value=[1/3]).value[0], tf.train.BytesList(value=[b"a"]).value, type(tf.train.Int64List(value=[1]).value).__name__, tf.train.Int64List(value=[1, 2, 3]).value[1:], max(tf.train.Int64List(value=[1, 2]).value))
for f in (lambda: tf.train.BytesList(value=["s"]), lambda: tf.train.BytesList(value=b"abc"), lambda: tf.train.Int64List(value=[1.5]), lambda: tf.train.Int64List(value=5), lambda: tf.train.FloatList(value=["a"]), lambda: tf.train.Feature(foo=1), lambda: tf.train.Feature(int64_list=[1]), lambda: tf.train.Features(feature={"a": 1}), lambda: tf.train.Example.FromString(b"\xff\xff"), lambda: tf.train.BytesList(value=[tf.constant("a")]), lambda: tf.train.BytesList(value=[tf.constant("a").numpy()]), lambda: tf.train.Int64List(value=[True]), lambda: tf.train.FloatList(value=tf.constant([1., 2.])), lambda: tf.train.FloatList(value=__import__("numpy").ones(2)), lambda: tf.train.Int64List(value=[2**70]), lambda: tf.train.Feature().nope, lambda: setattr(tf.train.Feature(), "int64_list", 3), lambda: tf.train.Feature().WhichOneof("kind"), lambda: repr(tf.train.Feature()), lambda: tf.train.Example.FromString(b"").features.feature, lambda: tf.train.Int64List(value=[-1]).SerializeToString(), lambda: tf.train.Feature(int64_list=tf.train.Int64List(value=[1])).HasField("int64_list"), lambda: tf.train.Example.__name__, lambda: tf.train.Example):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for v in (1/3, 0.1, 1e10, 1e-7, 123456789.0, 2.0, -0.0, float("inf"), float("nan"), 16777216.0, 3.14159265): print(tf.train.FloatList(value=[v]), end="")
with tf.io.TFRecordWriter("t.rec") as w: w.write(b"abc"); w.flush()
d = open("t.rec", "rb").read(); print(d)
open("bad.rec", "wb").write(d[:-1]); open("bad2.rec", "wb").write(d[:13] + b"X" + d[14:])
for n in ("bad.rec", "bad2.rec", "none.rec"):
    try: print(list(tf.data.TFRecordDataset(n)))
    except Exception as e: print(type(e).__name__, e)
print(list(tf.data.TFRecordDataset(["t.rec", "t.rec"]).as_numpy_iterator()), [x for x in tf.compat.v1.io.tf_record_iterator("t.rec")] if 0 else "")
e1 = tf.train.Example(features=tf.train.Features(feature={"a": I(1), "b": tf.train.Feature(float_list=tf.train.FloatList(value=[1., 2., 3., 4.]))})).SerializeToString()
D = {"a": tf.io.FixedLenFeature([], tf.int64), "b": tf.io.FixedLenFeature([2, 2], tf.float32)}
print(tf.io.parse_single_example(e1, D)); print(tf.io.parse_example([e1, e1], D))
for d in ({"b": tf.io.FixedLenFeature([3], tf.float32)}, {"a": tf.io.FixedLenFeature([], tf.string)}, {"z": tf.io.FixedLenFeature([], tf.string)}):
    try: print(tf.io.parse_single_example(e1, d))
    except Exception as e: print(type(e).__name__, e)
try: print(tf.io.parse_single_example(b"junk", D))
except Exception as e: print(type(e).__name__, e)
print(tf.io.parse_single_example(e1, {"z": tf.io.FixedLenFeature([], tf.string, default_value=""), "q": tf.io.FixedLenFeature([2], tf.int64, default_value=[7, 8]), "v": tf.io.VarLenFeature(tf.float32)}))
print(tf.data.Dataset.from_tensors(e1).map(lambda x: tf.io.parse_single_example(x, {**D, "v": tf.io.VarLenFeature(tf.int64)})).element_spec)
print(tf.io.parse_tensor(tf.io.serialize_tensor(tf.constant([[True]])), tf.bool), tf.io.serialize_tensor(tf.constant(5)), tf.io.serialize_tensor("a"), tf.io.serialize_tensor(tf.constant([1.5], tf.float64)).numpy(), tf.io.serialize_tensor([1, 2]).numpy())
try: tf.io.parse_tensor(tf.io.serialize_tensor(tf.constant(5)), tf.float32)
except Exception as e: print(type(e).__name__, e)
try: tf.io.parse_tensor(b"zz", tf.float32)
except Exception as e: print(type(e).__name__, e)
