import tensorflow as tf
ex = tf.train.Example(features=tf.train.Features(feature={
    "name": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"cat"])),
    "label": tf.train.Feature(int64_list=tf.train.Int64List(value=[3])),
    "x": tf.train.Feature(float_list=tf.train.FloatList(value=[1.5, 2.5, -0.1])),
}))
s = ex.SerializeToString(deterministic=True)
print(s)
print(len(s))
back = tf.train.Example.FromString(s)
print(back == ex)
print(back.features.feature["x"].float_list.value)
print(back.features.feature["name"].bytes_list.value[0])
print(list(back.features.feature["label"].int64_list.value))
print(sorted(back.features.feature.keys()))
print(back.features.feature["label"].WhichOneof("kind"))
def make(i):
    return tf.train.Example(features=tf.train.Features(feature={
        "id": tf.train.Feature(int64_list=tf.train.Int64List(value=[i])),
        "v": tf.train.Feature(float_list=tf.train.FloatList(value=[i * 0.5] * 2)),
        "tags": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"t%d" % k for k in range(i)])),
    }))
with tf.io.TFRecordWriter("a.tfrecord") as w:
    for i in range(3):
        w.write(make(i).SerializeToString())
ds = tf.data.TFRecordDataset("a.tfrecord")
print(ds)
for r in ds.take(1):
    print(r.dtype, r.shape)
    e = tf.train.Example(); e.ParseFromString(r.numpy()); print(e.features.feature["id"].int64_list.value)
desc = {"id": tf.io.FixedLenFeature([], tf.int64), "v": tf.io.FixedLenFeature([2], tf.float32), "tags": tf.io.VarLenFeature(tf.string), "miss": tf.io.FixedLenFeature([], tf.float32, default_value=7.0)}
for p in ds.map(lambda r: tf.io.parse_single_example(r, desc)):
    print({k: (tf.sparse.to_dense(v).numpy() if isinstance(v, tf.SparseTensor) else v.numpy()) for k, v in p.items()})
for p in ds.batch(3).map(lambda r: tf.io.parse_example(r, desc)):
    print(p["id"], p["v"], p["tags"])
try:
    tf.io.parse_single_example(make(1).SerializeToString(), {"zzz": tf.io.FixedLenFeature([], tf.int64)})
except Exception as e:
    print(type(e).__name__, e)
try:
    tf.io.parse_single_example(make(1).SerializeToString(), {"id": tf.io.FixedLenFeature([], tf.float32)})
except Exception as e:
    print(type(e).__name__, e)
t = tf.constant([[1.0, 2.0], [3.0, 4.0]])
b = tf.io.serialize_tensor(t)
print(b.numpy())
print(tf.io.parse_tensor(b, tf.float32))
print(tf.io.parse_tensor(tf.io.serialize_tensor(tf.constant(["a", "bc"])), tf.string), tf.io.parse_tensor(tf.io.serialize_tensor(tf.range(3)), tf.int32))
try:
    tf.train.Feature(int64_list=tf.train.Int64List(value=["a"]))
except Exception as e:
    print(type(e).__name__, e)
try:
    tf.train.Feature(float_list=tf.train.Int64List(value=[1]))
except Exception as e:
    print(type(e).__name__)
print(tf.train.Int64List(value=[1, 2]))
print(repr(tf.train.Feature(float_list=tf.train.FloatList(value=[0.1]))))
print(tf.train.Feature(bytes_list=tf.train.BytesList(value=["é\n".encode(), b'\x00"'])))
print(tf.io.FixedLenFeature([], tf.int64))
print(tf.io.VarLenFeature(tf.string))
with tf.io.TFRecordWriter("z.gz", tf.io.TFRecordOptions(compression_type="GZIP")) as w:
    w.write(b"hello")
print([r.numpy() for r in tf.data.TFRecordDataset("z.gz", compression_type="GZIP")])

def sequence(i):
    return tf.train.Example(features=tf.train.Features(feature={
        "v": tf.train.Feature(float_list=tf.train.FloatList(value=[i * 0.5] * i)),
    })).SerializeToString()
print(tf.io.parse_example([sequence(1), sequence(2)], {"v": tf.io.RaggedFeature(tf.float32)}))
print(tf.io.parse_single_example(sequence(2), {"v": tf.io.FixedLenSequenceFeature([], tf.float32, allow_missing=True)}))
se = tf.train.SequenceExample(context=tf.train.Features(feature={"n": tf.train.Feature(int64_list=tf.train.Int64List(value=[2]))}), feature_lists=tf.train.FeatureLists(feature_list={"t": tf.train.FeatureList(feature=[tf.train.Feature(int64_list=tf.train.Int64List(value=[k])) for k in (4, 5)])}))
print(se)
print(tf.io.parse_single_sequence_example(se.SerializeToString(), context_features={"n": tf.io.FixedLenFeature([], tf.int64)}, sequence_features={"t": tf.io.FixedLenSequenceFeature([], tf.int64)}))
