"""W5: one tiny operation from Python. A step is a thousand of them, so that milliseconds a step are microseconds each."""
BATCHES = 1
STEPS = 20
A, B = spread(1, 2), spread(2, 2)


def step(i):
    a, b = A, B
    for _ in range(1000):
        c = a + b
    return c.sum().item()
