import tensorflow as tf, sys

@tf.function
def f(x):
    if x > 0:
        print("positive branch")
        tf.print("x positive", output_stream=sys.stdout)
        r = x
    else:
        print("negative branch")
        tf.print("x negative", output_stream=sys.stdout)
        r = -x
    return r
print(f(tf.constant(3)))
print(f(tf.constant(-3)))

@tf.function
def loop(n):
    s = 0
    for i in tf.range(n):
        print("in loop")
        tf.print("i =", i, output_stream=sys.stdout)
        s += i
    return s
print(loop(tf.constant(3)))
print(loop(tf.constant(2)))

@tf.function
def wh(x):
    while tf.reduce_sum(x) > 1:
        print("while body")
        tf.print(x, output_stream=sys.stdout)
        x = x / 2
    return x
print(wh(tf.constant([4.0, 4.0])))

@tf.function
def fizz(n):
    for i in tf.range(1, n + 1):
        if i % 15 == 0:
            tf.print("FizzBuzz", output_stream=sys.stdout)
        elif i % 3 == 0:
            tf.print("Fizz", output_stream=sys.stdout)
        elif i % 5 == 0:
            tf.print("Buzz", output_stream=sys.stdout)
        else:
            tf.print(i, output_stream=sys.stdout)
fizz(tf.constant(15))
class Counter(tf.Module):
    def __init__(self):
        super().__init__()
        self.n = tf.Variable(0)
        self.py = 0
    @tf.function
    def step(self, x):
        self.n.assign_add(1)
        self.py += 1
        return x + self.n
c = Counter()
print(c.step(1), c.step(1), c.step(tf.constant(1)))
print(c.n, c.py)

import tensorflow as tf
@tf.function
def makevar(x):
    v = tf.Variable(1.0)
    return x + v
try: makevar(tf.constant(1.0))
except Exception as e: print(type(e).__name__, str(e).partition("ValueError: ")[2])
foo = 1
@tf.function
def f(x): return x + foo
print(f(tf.constant(1))); foo = 100; print(f(tf.constant(1)), foo, f(tf.constant(1.)))
