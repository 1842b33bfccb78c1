import tensorflow as tf


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

v = tf.Variable([[1.0, 2.0], [3.0, 4.0]], name="weights")
print(v)
print(repr(tf.Variable(3)), tf.Variable("text"), tf.Variable([True]), tf.Variable(2, dtype=tf.float64))
print(v.assign(v * 2))
print(v.assign_add(tf.ones((2, 2))))
print(v[0].assign([9.0, 9.0]))
print(v[:, 1].assign([7.0, 8.0]).numpy())
print(v.read_value(), v.value())
attempt(lambda: v.assign([1.0, 2.0]))
print(v.assign([[1, 2], [3, 4]]))
attempt(lambda: v.assign(tf.constant([[1, 2], [3, 4]])))
attempt(lambda: v.assign("a"))
attempt(lambda: v.assign_add(1.0))
attempt(lambda: v.assign_sub([[1.0], [2.0]]))
attempt(lambda: tf.Variable(5).assign(2.5))
attempt(lambda: tf.Variable())
attempt(lambda: tf.Variable([1.0], shape=(2,)))
attempt(lambda: v + tf.Variable(1))
attempt(lambda: hash(v))
print({v.ref(): 1}[v.ref()])
attempt(lambda: v.nothing)
attempt(lambda: len(v))
attempt(lambda: v[5])
print(v.scatter_nd_update([[0, 0]], [100.0]))
print(v.scatter_update(tf.IndexedSlices([[1.0, 1.0]], [1])))
print(tf.Variable([1.0, 2.0]) == tf.Variable([1.0, 3.0]))
def item():
    v[0] = 1.0
attempt(lambda: item())
def titem():
    tf.constant([1, 2])[0] = 5
attempt(lambda: titem())
c = tf.Variable(lambda: tf.ones((2,)), constraint=lambda w: w * 0)
print(c.constraint(c))
u = tf.Variable([1.0], shape=tf.TensorShape(None))
print(u, u.assign([1.0, 2.0]))
v2 = tf.Variable(v)
print(v2.assign_add(tf.ones_like(v2)))
print(v2.numpy() - v.numpy(), v2.name)
print(float(tf.Variable(1.5)), int(tf.Variable(3)), tf.Variable(2.5) * 2, bool(tf.Variable(1)), f"{tf.Variable(1.5)}")
print(isinstance(v, tf.Variable), isinstance(v, tf.Tensor), tf.is_tensor(v), type(v))
for row in v:
    print(row)
