"""tf.data: order, sizes, specs and what transformations do with elements."""

import numpy as np
import tensorflow as tf

Dataset = tf.data.Dataset


def values(dataset):
    return [element.tolist() if hasattr(element, "tolist") else element for element in dataset.as_numpy_iterator()]


def test_batches_and_their_sizes():
    ds = Dataset.range(5)
    assert values(ds.batch(2)) == [[0, 1], [2, 3], [4]]
    assert values(ds.batch(2, drop_remainder=True)) == [[0, 1], [2, 3]]
    assert len(ds.batch(2)) == 3 and len(ds.repeat(3).take(4)) == 4
    assert int(ds.repeat().cardinality()) == -1 and int(ds.filter(lambda x: x > 1).cardinality()) == -2


def test_rows_of_tensors_take_the_short_way_to_the_same_batches():
    x, y = np.arange(6.0).reshape(3, 2), np.array([0, 1, 0])
    ds = Dataset.from_tensor_slices((x, y))
    fast = [(a.numpy().tolist(), b.numpy().tolist()) for a, b in ds.batch(2)]
    slow = [(a.numpy().tolist(), b.numpy().tolist()) for a, b in ds.map(lambda a, b: (a, b)).batch(2)]
    assert fast == slow == [([[0.0, 1.0], [2.0, 3.0]], [0, 1]), ([[4.0, 5.0]], [0])]


def test_shuffle_keeps_elements_and_obeys_seeds():
    ds = Dataset.range(20)
    assert sorted(values(ds.shuffle(5, seed=1))) == list(range(20))
    assert values(ds.shuffle(20, seed=1)) == values(ds.shuffle(20, seed=1))
    again = ds.shuffle(20, seed=1)
    assert values(again) != values(again)
    fixed = ds.shuffle(20, seed=1, reshuffle_each_iteration=False)
    assert values(fixed) == values(fixed)
    # A buffer of 3 cannot bring an element forward by more than 2 places... nor the first beyond the buffer.
    assert all(element <= place + 3 for place, element in enumerate(values(ds.shuffle(3))))


def test_joins_and_nested_datasets():
    ds = Dataset.range(3)
    assert list(Dataset.zip((ds, ds.skip(1))).as_numpy_iterator()) == [(0, 1), (1, 2)]
    assert values(ds.flat_map(lambda x: Dataset.from_tensors(x).repeat(2))) == [0, 0, 1, 1, 2, 2]
    windows = Dataset.range(4).window(2, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(2))
    assert values(windows) == [[0, 1], [1, 2], [2, 3]]
    assert int(ds.reduce(tf.constant(0, tf.int64), lambda s, x: s + x)) == 3


def test_specs_print():
    ds = Dataset.from_tensor_slices({"a": [1, 2], "b": [[1.0], [2.0]]})
    assert str(ds.batch(2).element_spec["b"]) == "TensorSpec(shape=(None, 1), dtype=tf.float32, name=None)"
    assert str(Dataset.range(2).map(lambda x: x * 2)) == "<_MapDataset element_spec=TensorSpec(shape=(), dtype=tf.int64, name=None)>"


def test_generators_and_padding():
    rows = Dataset.from_generator(lambda: iter([[1], [1, 2, 3]]), output_signature=tf.TensorSpec((None,), tf.int32))
    assert values(rows.padded_batch(2)) == [[[1, 0, 0], [1, 2, 3]]]
    cached = []
    ds = Dataset.range(3).map(lambda x: cached.append(1) or x).cache()
    assert values(ds) == values(ds) and len(cached) == 3
