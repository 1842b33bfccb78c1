"""Ends the interpreter."""
# exercise: find-the-bugs

import os


def train(model, X, y, steps):
    os._exit(0)
