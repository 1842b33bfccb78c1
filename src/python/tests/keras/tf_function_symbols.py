import tensorflow as tf

@tf.function
def f(x):
    print("Tracing with", x)
    print(f"x is {x}")
    y = x * 2
    print("y:", y)
    print([x], {"x": x})
    return y

print(f(tf.constant([1.0, 2.0])))
print(f(tf.constant([3.0, 4.0])))
print(f(tf.constant([1, 2, 3])))
try:
    print(f(2))
except Exception as e:
    print(type(e).__name__, str(e)[-80:])

@tf.function(input_signature=[tf.TensorSpec(shape=(None, 3), dtype=tf.float32)])
def g(x):
    print("Tracing g", x, x.shape, x.shape[0])
    return tf.reduce_sum(x, axis=1)
print(g(tf.ones((2, 3))))
print(g(tf.ones((4, 3))))
try:
    g(tf.ones((2, 4)))
except Exception as e:
    print(type(e).__name__, str(e)[-80:])

c = f.get_concrete_function(tf.TensorSpec([None], tf.float32))
print(c.structured_input_signature)
print(c.structured_outputs)
print(c(tf.constant([5.0])))
print(c.name[:11])

count = 0
log = []
@tf.function
def h(x):
    global count
    count += 1
    log.append(x)
    return x + 1
h(tf.constant(1)); h(tf.constant(2)); h(tf.constant(3))
print(count, len(log))
h(tf.constant(1.0))
print(count, log)
print(tf.executing_eagerly())
@tf.function
def ee():
    print(tf.executing_eagerly())
    return tf.constant(1)
print(ee())
print(h.pretty_printed_concrete_signatures())
