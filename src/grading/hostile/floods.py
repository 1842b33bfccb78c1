"""Prints without end."""
# exercise: find-the-bugs
# ends: graded

import os


def train(model, X, y, steps):
    while True:
        print("x" * 10_000)
        os.write(1, b"y" * 10_000)
