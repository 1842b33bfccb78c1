import numpy as np
import tensorflow as tf


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

def show(d):
    return [tf.nest.map_structure(lambda v: v.tolist() if hasattr(v, "tolist") else v, e) for e in d.as_numpy_iterator()]
D = tf.data.Dataset
d = D.from_tensor_slices([1, 2, 3, 4, 5])
print(d, repr(d), d.element_spec, d.cardinality(), len(d))
print(([int(x) for x in d.map(lambda x: x * 2).filter(lambda x: x > 4)], show(d.batch(2)), show(d.batch(2, drop_remainder=True))))
for f in (lambda: d.batch(2), lambda: d.batch(2, drop_remainder=True), lambda: d.shuffle(3), lambda: d.repeat(2), lambda: d.map(lambda x: x * 2), lambda: d.prefetch(1), lambda: d.cache(), lambda: d.take(2), lambda: d.skip(1), lambda: d.enumerate(), lambda: D.zip((d, d)), lambda: d.window(2), lambda: d.filter(lambda x: True), lambda: d.concatenate(d), lambda: d.unbatch if 0 else d.batch(2).unbatch(), lambda: D.range(5), lambda: d.interleave(lambda x: D.from_tensors(x)), lambda: d.flat_map(lambda x: D.from_tensors(x)), lambda: d.shard(2, 0), lambda: d.scan(0, lambda s, x: (s + x, s)), lambda: d.take_while(lambda x: x < 3), lambda: d.padded_batch(2), lambda: D.from_generator(lambda: iter([1]), output_signature=tf.TensorSpec((), tf.int32)), lambda: D.choose_from_datasets([d, d], D.range(2)), lambda: D.sample_from_datasets([d, d]), lambda: D.from_tensors([1, 2]), lambda: d.rejection_resample if 0 else d.unique(), lambda: d.apply(lambda q: q), lambda: d.bucket_by_sequence_length(lambda x: 1, [2], [1, 1]) if 0 else d.snapshot if 0 else d.with_options(tf.data.Options()), lambda: D.random(seed=1), lambda: d.ragged_batch(2), lambda: d.group_by_window(lambda x: tf.cast(x % 2, tf.int64), lambda k, w: w.batch(2), 2)):
    try:
        r = f(); print(r, r.cardinality().numpy())
    except Exception as e: print(type(e).__name__, e)
print((show(D.range(2, 10, 3)), show(D.range(3).repeat(2)), show(d.skip(2).take(2)), show(d.enumerate(start=5))))
print(([show(w) for w in d.window(3, shift=1, drop_remainder=True)], show(d.window(2).flat_map(lambda w: w.batch(2)))))
print((show(D.zip((d, d.map(lambda x: x * 10)))), list(D.zip(d, d).take(1)), D.zip({"a": d, "b": d})))
print(show(D.range(3).interleave(lambda x: D.from_tensors(x).repeat(2), cycle_length=2, block_length=1)))
print((d.reduce(0, lambda s, x: s + x), d.reduce(np.int64(0), lambda s, x: s + 1)))
print((D.from_tensor_slices({"a": [1, 2], "b": [3.0, 4.0]}), list(D.from_tensor_slices({"a": [1, 2], "b": ["x", "y"]}))))
print((D.from_tensor_slices(([1, 2], [3, 4])).element_spec, list(D.from_tensor_slices((np.ones((2, 2)), [0, 1])).map(lambda a, b: (a + 1, b)))))
def gen():
    for i in range(3): yield i, [i] * i
g = D.from_generator(gen, output_signature=(tf.TensorSpec(shape=(), dtype=tf.int32), tf.TensorSpec(shape=(None,), dtype=tf.int32)))
print(g.element_spec, [(int(a), b.numpy().tolist()) for a, b in g], int(g.cardinality()))
print(show(g.padded_batch(3, padded_shapes=((), (None,)), padding_values=(0, -1))))
attempt(lambda: len(g))
attempt(lambda: len(D.range(3).repeat()))
print(show(D.from_generator(lambda: iter([1, 2]), output_types=tf.int32)))
attempt(lambda: D.from_tensor_slices([1, 2]).batch(0))
attempt(lambda: list(D.from_tensor_slices([1, 2]).batch(-1)))
attempt(lambda: D.from_tensor_slices(5))
attempt(lambda: D.from_tensor_slices(([1, 2], [1, 2, 3])))
attempt(lambda: d.map(5))
attempt(lambda: list(D.from_generator(lambda: iter([[1], [2, 3]]), output_signature=tf.TensorSpec((None,), tf.int32)).batch(2)))
attempt(lambda: (d.take(-1).cardinality(), d.shuffle(0)))
print((d.shuffle(10, seed=1).cardinality(), sorted(int(x) for x in d.shuffle(10, seed=1)), tf.data.AUTOTUNE, tf.data.INFINITE_CARDINALITY, tf.data.UNKNOWN_CARDINALITY, d.repeat().cardinality(), d.filter(lambda x: True).cardinality()))
attempt(lambda: d.concatenate(D.from_tensor_slices(["a"])))
it = iter(d)
print(next(it), it.get_next(), type(it).__name__)
print([next(it) for _ in range(3)])
attempt(lambda: next(it))
attempt(lambda: it.get_next())
attempt(lambda: d.get_single_element())
print((D.from_tensors([1, 2]).get_single_element(), D.from_tensors((1, "a")).element_spec, list(D.from_tensors({"k": [1, 2]}))))
print((show(d.scan(0, lambda s, x: (s + x, s + x))), show(d.take_while(lambda x: x < 3)), show(D.from_tensor_slices([1, 1, 2]).unique()), show(D.from_tensor_slices([[1, 2], [3, 4]]).unbatch())))
print((show(D.choose_from_datasets([D.from_tensors(1).repeat(2), D.from_tensors(2).repeat(2)], D.from_tensor_slices(tf.constant([0, 1, 1, 0], tf.int64)))), show(D.range(6).shard(3, 1))))
print((d.batch(2).map(lambda x: tf.reduce_sum(x)), show(d.batch(2).map(lambda x: tf.reduce_sum(x))), D.range(4).batch(2).element_spec.shape, d.batch(2).cardinality()))
print((tf.TensorSpec((None, 2), tf.float32), tf.TensorSpec([2], "int32", name="x"), tf.TensorSpec((2,)).is_compatible_with(tf.zeros((2,))), tf.TensorSpec.from_tensor(tf.ones((2, 3)))))
attempt(lambda: (list(d.rebatch(3)), list(D.from_tensor_slices([3, 1]).map(lambda x: {"x": x, "y": (x, x * 2)}))[0]))
attempt(lambda: D.list_files("/nonexistent/*"))
print((D.from_tensor_slices([]), D.from_tensor_slices([1, 2]).prefetch(tf.data.AUTOTUNE).cache().repeat(1), D.from_tensor_slices(["a"]).map(tf.strings.upper), D.from_tensor_slices([1.5]).map(lambda x: (x, tf.cast(x, tf.int32)))))
print((tf.data.experimental.cardinality(d), tf.data.experimental.AUTOTUNE))
for i, x in d.enumerate(): print(i.numpy(), x.numpy(), end=" ")
for i, (a, b) in enumerate(D.zip((d, d)).batch(3)): print(i, a, b)
for batch in D.from_tensor_slices((np.arange(6).reshape(3, 2), ["a", "b", "c"])).batch(2): print(batch)
numbers = d.as_numpy_iterator(); print(numbers.next(), next(numbers))
