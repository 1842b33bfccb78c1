"""What the works on arrays share: numbers that follow from a formula, and the clock.

A work defines compute(), which is timed, STEPS, how often one timed turn calls it, and digest(), a few numbers of its result.
"""
import json
import time

import numpy as np


def hashed(count, seed):
    """`count` numbers in [0, 1) that look random: the fraction of 43758.5453 sin(12.9898 k + seed)."""
    wave = np.sin(np.arange(count) * 12.9898 + seed) * 43758.5453
    return wave - np.floor(wave)


def losses(count):
    """What contenders must agree on before they are timed."""
    return [float(each) for each in digest(compute())]


def measure():
    """Milliseconds a call."""
    start = time.perf_counter()
    for _ in range(STEPS):
        compute()
    return (time.perf_counter() - start) * 1000 / STEPS
