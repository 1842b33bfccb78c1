"""tf.random's streams: set_seed, seeds of operations, stateless operations, generators, functions, and shuffled datasets."""
import tensorflow as tf

tell = lambda value: print([each.numpy().tolist() for each in tf.nest.flatten(value)])


@tf.function
def two():
    return tf.random.uniform([1]), tf.random.uniform([1]), tf.random.uniform([1], seed=3)


@tf.function
def some(n):
    return tf.random.normal([n])


tf.random.set_seed(5)
tell(two()), tell(two())
tf.random.set_seed(5)
tell(two()), tell(two())
tf.random.set_seed(6)
tell(two()), tell(some(2)), tell(some(2)), tell(some(3)), tell(some(2))

tf.random.set_seed(5)
tell(tf.random.uniform([2])), tell(tf.random.uniform([2])), tell(tf.random.uniform([2], seed=1)), tell(tf.random.uniform([2], seed=1))
tell(tf.random.normal([2], seed=1)), tell(tf.random.uniform([3], seed=1)), tell(tf.random.normal([2, 2], 10.0, [0.1, 2.0]))
tell(tf.random.shuffle(tf.range(6))), tell(tf.random.shuffle(tf.range(6), seed=4)), tell(tf.random.shuffle(tf.range(6), seed=4))
tell(tf.random.uniform([3], 0, 10, tf.int32)), tell(tf.random.uniform([3], -5, 10**12, tf.int64)), tell(tf.random.truncated_normal([6]))
tell(tf.random.uniform([3], dtype=tf.float64)), tell(tf.random.normal([3], dtype=tf.float16)), tell(tf.random.uniform([3], -1.0, 1.0))
tell(tf.random.categorical([[1.0, 2.0, 3.0]], 5)), tell(tf.random.categorical([[1.0, 2.0, 3.0], [9.0, 0.0, 0.0]], 5, seed=2))
tell(tf.random.categorical([[1.0, 2.0, 3.0]], 5, seed=2))
tell(tf.random.gamma([2], [1.5, 0.5], seed=2)), tell(tf.random.gamma([2], [1.5, 0.5], 2.0, seed=2))
tell(tf.random.poisson([2], [1.5, 15.0], seed=2)), tell(tf.random.poisson([2], [1.5, 15.0], seed=2))

seed = [42, -7]
tell(tf.random.stateless_uniform((3,), seed)), tell(tf.random.stateless_uniform((3,), seed, -2, 9)), tell(tf.random.stateless_normal((3,), seed, 1.0, 3.0))
tell(tf.random.stateless_uniform((3,), seed, 0, 9, tf.int32)), tell(tf.random.stateless_uniform((2,), seed, None, None, tf.int64))
tell(tf.random.stateless_truncated_normal((9,), seed)), tell(tf.random.stateless_categorical([[0.0, 1.0]], 9, seed))
tell(tf.random.stateless_gamma((2, 2), seed, [0.5, 3.0])), tell(tf.random.stateless_poisson((2, 2), seed, [0.5, 30.0]))
tell(tf.random.stateless_binomial((6,), seed, 20.0, 0.3)), tell(tf.random.stateless_binomial((6,), seed, 80.0, 0.7))
tell(tf.random.split([1, 2], 3)), tell(tf.random.fold_in([1, 2], 3)), tell(tf.random.experimental.stateless_shuffle(tf.range(6), [8, 9]))

made = tf.random.Generator.from_seed(7)
tell(made.normal([3])), tell(made.uniform([3])), tell(made.uniform([3], 0, 10, tf.int32)), tell(made.normal([2]))
print(made.state.numpy(), made.key.numpy(), made.algorithm)
tell(made.truncated_normal([2])), tell(made.uniform_full_int([2], tf.int32)), tell(made.make_seeds(2))
print([each.state.numpy().tolist() for each in made.split(2)], made.state.numpy())
made.reset_from_seed(7)
tell(made.normal([3]))


def values(dataset):
    print([int(each) for each in dataset.as_numpy_iterator()])


Data = tf.data.Dataset
tf.random.set_seed(5)
for dataset in (
    Data.range(10).shuffle(10), Data.range(10).shuffle(4, seed=7), Data.range(10).shuffle(4, seed=7, reshuffle_each_iteration=False),
    Data.range(6).shuffle(6, seed=7).repeat(3), Data.range(6).repeat(2).shuffle(4, seed=7), Data.range(6).shuffle(100, seed=7),
    Data.range(6).shuffle(6, seed=7).shuffle(6, seed=8), Data.range(3).map(lambda x: tf.random.uniform([], 0, 100, tf.int32)),
    Data.range(3).map(lambda x: tf.random.uniform([], 0, 100, tf.int32, seed=9) + tf.random.uniform([], 0, 1000, tf.int32)),
    Data.random(seed=3).take(4), Data.range(8).shuffle(8).map(lambda x: x * 2).take(4),
):
    dataset.element_spec
    values(dataset), values(dataset)
for batch in Data.range(10).shuffle(10, seed=1).batch(4):
    tell(batch)
tell(tf.nn.dropout(tf.ones(6), 0.5)), tell(tf.nn.dropout(tf.ones(6), 0.5, seed=3))
